from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

import pytest
from pyoxigraph import Quad, QuerySolutions, RdfFormat, Store
from rdflib import Dataset
from rdflib.query import ResultRow

from zjkg.errors import QueryError
from zjkg.model.terms import ConflictType, MilestoneKind, Part, TradeDirection
from zjkg.query import PREFIXES, Result, library, named, records, run
from zjkg.query.library import parse_query
from zjkg.query.results import Value

COLUMNS = {
    "entities": "entity type label lang source",
    "mentions": "source entity type surface start end",
    "metrics": "source observation subject subjectLabel measure value valueMax unit comparator "
    "periodStart periodEnd modality shareOf speaker quote start end",
    "roles": "source person personLabel org orgLabel role quote",
    "relations": "source subject subjectLabel predicate object objectLabel quote",
    "quotes": "source speaker speakerLabel text",
    "conflicts": "type sourceA quoteA sourceB quoteB",
    "links": "source anchor code accepted",
    "milestones": "source subject subjectLabel thing kind start end modality speaker quote",
}
ROWS = {
    "entities": 10,
    "mentions": 7,
    "metrics": 4,
    "roles": 2,
    "relations": 2,
    "quotes": 1,
    "conflicts": 1,
    "links": 1,
    "articles": 3,
    "removals": 1,
    "dropped": 1,
    "merges": 2,
    "judgements": 2,
}
LINE = "青禾药谷总经理林晓表示，去年青禾药谷对外许可交易额达461亿元，约占全国80%。"


def ask(store: Store, query: str, **parameters: str) -> list[dict[str, Value]]:
    return list(records(run(store, named(query), parameters)))


def short(row: dict[str, Value], *columns: str) -> tuple[Value, ...]:
    return tuple(row[column] for column in columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_are_those_of_the_contract(store: Store, name: str) -> None:
    assert list(run(store, named(name)).columns) == COLUMNS[name].split()


@pytest.mark.parametrize("name", ROWS)
def test_one_row_for_each_fact(store: Store, name: str) -> None:
    rows = ask(store, name)
    assert len(rows) == ROWS[name]
    assert max(Counter(map(str, rows)).values()) == 1


def test_entities(store: Store) -> None:
    rows = ask(store, "entities")
    park = [row for row in rows if row["type"] == "Park" and row["source"] == "001_first"]
    assert sorted(map(str, (row["label"] for row in park))) == [
        "Qinghe BioValley of China",
        "药谷",
        "青禾基因岛",
        "青禾药谷",
    ]
    assert {row["lang"] for row in rows} == {"zh-Hans", "zh-Hant", "en"}
    assert len({row["entity"] for row in rows if "BioValley" in str(row["label"])}) == 1


def test_mentions(store: Store) -> None:
    assert short(ask(store, "mentions")[0], "source", "type", "surface", "start", "end") == (
        "001_first",
        "Park",
        "青禾药谷",
        0,
        4,
    )


def test_metrics_keep_hedge_share_speaker_and_sentence(store: Store) -> None:
    amount, share, hant, english = ask(store, "metrics")
    assert short(amount, "subjectLabel", "measure", "value", "unit", "comparator") == (
        "青禾药谷",
        "对外许可交易额",
        46_100_000_000,
        "CNY",
        "=",
    )
    assert short(amount, "periodStart", "periodEnd", "modality", "shareOf", "valueMax") == (
        None,
        "2020",
        "actual",
        None,
        None,
    )
    assert short(share, "value", "unit", "comparator", "shareOf") == (80, "%", "~", "全国")
    assert short(share, "speaker", "quote", "start", "end") == ("林晓", LINE, 9, 9 + len(LINE))
    assert short(hant, "subjectLabel", "speaker") == ("青禾藥谷", None)
    assert short(english, "source", "subjectLabel") == ("003_third", "Qinghe BioValley")


def test_roles_relations_quotes_conflicts_links(store: Store) -> None:
    assert [short(row, "orgLabel", "role") for row in ask(store, "roles")] == [
        ("青禾药谷", "总经理"),
        (None, "首席執行官"),
    ]
    assert [
        short(row, "subjectLabel", "predicate", "objectLabel") for row in ask(store, "relations")
    ] == [("青禾生物", "locatedIn", "青禾药谷"), ("青禾基因岛", "partOf", "青禾药谷")]
    [quote] = ask(store, "quotes")
    assert quote["text"] == "创新要快，”他又说，“更要稳。"
    [conflict] = ask(store, "conflicts")
    assert short(conflict, "type", "sourceA", "quoteA", "sourceB") == (
        "digit-transposition",
        "001_first",
        LINE,
        "002_second",
    )
    [link] = ask(store, "links")
    assert short(link, "anchor", "code", "accepted") == ("青禾生物", "688000", True)


def test_merges_and_judgements(store: Store) -> None:
    refused, joined = ask(store, "merges")
    assert short(joined, "firstName", "secondName", "same", "evidence", "reason") == (
        "青禾药谷",
        "青禾藥谷",
        True,
        "name, type",
        "as a rule says",
    )
    assert short(refused, "second", "same", "evidence") == ("001_first#e3", False, "pinyin")
    assert ask(store, "merges-of", name="药谷", lang="zh")[0]["reason"] == "依规则"
    bare, full = ask(store, "judgements")
    assert tuple(full.values())[:-1] == (
        *("药谷", "青禾基因岛", False, "Lin", "2024-05-01", "one holds the other"),
    )
    assert "/judgement/" in str(full["judgement"])
    assert short(bare, "first", "who", "when", "why") == ("001_first#晓林", None, None, None)


def test_an_observation_without_subject_or_speaker_is_one_row(
    store: Store, quads: list[Quad]
) -> None:
    bare = Store()
    bare.extend(
        quad for quad in quads if not quad.predicate.value.endswith(("#subject", "#speaker"))
    )
    assert len(list(records(run(bare, named("metrics"))))) == ROWS["metrics"]
    assert len(list(records(run(bare, named("quotes"))))) == ROWS["quotes"]
    assert len(store) > len(bare)


@pytest.mark.parametrize(
    ("name", "parameters", "rows"),
    [
        ("quantities-of", {"name": "青禾藥谷"}, 4),
        ("quantities-of", {"name": "qinghe biovalley"}, 4),
        ("who-said", {"name": "Lin Xiao"}, 3),
        ("parts-of", {"name": "青禾药谷"}, 1),
        ("removals", {"lang": "zh"}, 1),
        ("merges-of", {"name": "青禾藥谷"}, 2),
        ("merges-of", {"name": "青禾基因岛"}, 1),
    ],
)
def test_queries_with_parameters(
    store: Store, name: str, parameters: dict[str, str], rows: int
) -> None:
    assert len(ask(store, name, **parameters)) == rows


def test_the_language_of_reasons_is_a_parameter(store: Store) -> None:
    assert ask(store, "removals")[0]["reason"] == "a list of other articles"
    assert ask(store, "removals", lang="zh")[0]["reason"] == "其他文章的列表"


def test_every_query_is_described_in_both_languages_and_shows_an_example() -> None:
    assert COLUMNS.keys() <= library().keys()
    assert list(library()) == sorted(library())
    for query in library().values():
        for text in (query.title, query.description, *(p.description for p in query.parameters)):
            assert text.en.isascii()
            assert text.en
            assert not text.zh.isascii()
        command = shlex.split(query.example)
        assert command[:3] == ["zjkg", "query", query.name]
        given = {command[at + 1].split("=")[0] for at, word in enumerate(command) if word == "-p"}
        names = {parameter.name for parameter in query.parameters}
        assert given <= names
        assert given >= {p.name for p in query.parameters if p.default is None}
        assert all(f"${name}" in query.text for name in names)


def texts(rows: Iterable[Iterable[object]]) -> list[list[str | None]]:
    """Rows as an engine-neutral list: no term keeps a trailing ``.0`` or its language tag."""
    return [
        [None if value is None else str(value).removesuffix(".0") for value in row] for row in rows
    ]


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.parametrize("name", [name for name in ROWS if not named(name).parameters])
def test_a_second_engine_gives_the_same_rows(store: Store, name: str) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(data=store.dump(format=RdfFormat.N_QUADS), format="nquads")
    found = dataset.query(named(name).text, initNs=dict(PREFIXES))
    expected = [
        [None if value is None else getattr(value, "value", value) for value in solution]
        for solution in solutions(run(store, named(name)))
    ]
    assert texts(row for row in found if isinstance(row, ResultRow)) == texts(expected)


def solutions(result: Result) -> QuerySolutions:
    assert isinstance(result.answer, QuerySolutions)
    return result.answer


def test_rows_do_not_depend_on_the_order_of_loading(store: Store, quads: list[Quad]) -> None:
    backwards = Store()
    for quad in reversed(quads):
        backwards.add(quad)
    for name in ROWS:
        assert ask(backwards, name) == ask(store, name)


def test_an_unknown_name_is_answered_with_close_ones() -> None:
    with pytest.raises(QueryError, match="did you mean metrics"):
        named("metric")
    with pytest.raises(QueryError, match=r"known queries: .*entities"):
        named("zzz")


@pytest.mark.parametrize(
    "line", ["x", "x text - words", "x string", "x a|b c words", "x a| - words"]
)
def test_a_malformed_parameter_line_is_an_error(line: str) -> None:
    with pytest.raises(QueryError, match="malformed parameter"):
        parse_query("mine", f"# parameter: {line}\nASK {{}}")


@pytest.mark.parametrize(
    ("query", "parameter", "values"),
    [
        ("alliance-members", "kind", Part),
        ("conflict-details", "type", ConflictType),
        ("licence-amounts", "direction", TradeDirection),
        ("licence-counts", "direction", TradeDirection),
        ("licence-shares", "direction", TradeDirection),
        ("milestones", "kind", MilestoneKind),
    ],
)
def test_choices_are_those_of_the_model(query: str, parameter: str, values: type[StrEnum]) -> None:
    (found,) = [each for each in named(query).parameters if each.name == parameter]
    assert found.choices == (*values, "any")


def test_what_is_no_choice_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=r"one of out, in, both, any\n.*did you mean out\?"):
        ask(store, "licence-counts", direction="outt")
    with pytest.raises(QueryError, match=r"one of en, zh\n.*choose one of them"):
        ask(store, "conflict-details", lang="fr")
