"""Merges can be taken back, and identity depends on nothing but records and judgements."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjkg import linking
from zjkg.cli import main
from zjkg.ids import Minter
from zjkg.linking import load_judgements
from zjkg.model import ArticleRecord, Identity, Judgement, LocalKey
from zjkg.pipeline import Corpus, Knowledge
from zjkg.review import Material, Sheet
from zjkg.settings import Settings
from zjkg.store import GraphStore
from zjkg.writing import Basis, write_graphs

WORLD = Path(__file__).parents[2] / "seeds/gold/worlds"
Pair = tuple[LocalKey, LocalKey]
Records = tuple[ArticleRecord, ...]
SETTINGS = Settings()
KNOWLEDGE = Knowledge.load(SETTINGS)
MINTER = Minter(SETTINGS.base)


def resolved(records: Sequence[ArticleRecord], rows: Sequence[Judgement] = ()) -> Identity:
    return linking.resolve(records, KNOWLEDGE.authority, rows, MINTER)


def held(store: GraphStore, records: Sequence[ArticleRecord], *rows: Judgement) -> str:
    """Make the store hold what a build makes of records and rows: the digest of its N-Quads."""
    knowledge = replace(KNOWLEDGE, judgements=rows)
    bases = {each.source: Basis(each.digest, each.digest) for each in (r.article for r in records)}
    with store.notes("these rules") as notes:
        write_graphs(store, Corpus.of(records, knowledge, SETTINGS), bases, notes)
    hasher = hashlib.sha256()
    for line in store.canonical_nquads():
        hasher.update(f"{line}\n".encode())
    return hasher.hexdigest()


class Case:
    """A store that is written over and over, and rows that judge entities of its articles."""

    def __init__(self, records: Records, store: GraphStore) -> None:
        self.records = records
        self.store = store
        identity = resolved(records)
        self.at_first = held(store, records)
        self.material = Material({r.article.source: r for r in records}, identity)
        keys = sorted(identity.iris)
        self.compared = [(merge.first, merge.second) for merge in identity.merges]
        last = len(keys) - 1
        self.any = [(key, keys[(2 * n + 1 - n // last) % len(keys)]) for n, key in enumerate(keys)]

    def row(self, choice: tuple[bool, int, bool]) -> tuple[Judgement, Pair]:
        """A judgement on two entities that the rules compared, or on any two."""
        compared, number, same = choice
        pairs = self.compared if compared else self.any
        pair = pairs[number % len(pairs)]
        first, second = (self.material.address(key) for key in pair)
        return Judgement(first, second, same, "Lin", "2024-06-01", "seen"), pair


@pytest.fixture(scope="module")
def case(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("identity") / "store"
    with GraphStore.open(folder, write=True) as store:
        yield Case(records, store)


NUMBERS = st.integers(min_value=0, max_value=10**4)
CHOICES = st.tuples(st.booleans(), NUMBERS, st.booleans())


@settings(max_examples=4, deadline=None, derandomize=True)
@given(choice=CHOICES)
def test_a_judgement_taken_back_leaves_the_same_bytes(
    case: Case, choice: tuple[bool, int, bool]
) -> None:
    row, _ = case.row(choice)
    assert held(case.store, case.records, row) != case.at_first  # the row itself is in the graph
    assert held(case.store, case.records) == case.at_first


@settings(max_examples=2, deadline=None, derandomize=True)
@given(number=NUMBERS)
def test_an_article_added_and_removed_leaves_the_same_bytes(case: Case, number: int) -> None:
    at = number % len(case.records)
    others = case.records[:at] + case.records[at + 1 :]
    before = held(case.store, others)
    assert held(case.store, case.records) == case.at_first
    assert held(case.store, others) == before


@settings(max_examples=40, deadline=None, derandomize=True)
@given(choice=CHOICES)
def test_a_judgement_wins_over_every_rule_but_not_over_the_authority(
    case: Case, choice: tuple[bool, int, bool]
) -> None:
    row, (one, other) = case.row(choice)
    before, after = case.material.identity.iris, resolved(case.records, [row]).iris
    listed = {entry.iri for entry in KNOWLEDGE.authority}
    told_apart = before[one] != before[other] and {before[one], before[other]} <= listed
    assert (after[one] == after[other]) is (row.same and not told_apart)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data())
def test_no_order_of_articles_or_of_rows_matters(case: Case, data: st.DataObject) -> None:
    rows = [case.row(each)[0] for each in data.draw(st.lists(CHOICES, max_size=5))]
    distinct = list({linking.judged_names(row): row for row in rows}.values())
    expected = resolved(case.records, distinct)
    articles = data.draw(st.permutations(case.records))
    assert resolved(articles, data.draw(st.permutations(distinct))) == expected


def run(*arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0


def test_merge_and_unmerge_by_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Build, review, build again; take the row out, build again: the export is as before."""
    paths = [str(path) for name in ("w4_03", "w4_05") for path in WORLD.glob(f"{name}_*.txt")]
    seeds, output = tmp_path / "seeds", tmp_path / "all.nq"
    seeds.mkdir()
    (seeds / "judgements.csv").write_bytes(b"first,second,same,who,when,why\n")
    monkeypatch.setenv("ZJKG_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("ZJKG_SEEDS", str(seeds))

    def built() -> bytes:
        run("build", "--jobs", "1", *paths)
        run("export", "nquads", "-o", str(output))
        return output.read_bytes()

    before = built()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"s\n")))
    run("review", "--who", "Lin")
    after = built()
    assert b"judgement" in after
    capfdbinary.readouterr()
    run("query", "judgements", "--format", "records")
    run("query", "merges", "--format", "records")
    sys.stdout.flush()
    judgements, merges = capfdbinary.readouterr().out.decode().split("]\n[")
    [row] = json.loads(f"{judgements}]")
    assert (row["same"], row["who"]) == (True, "Lin")
    decided = [m for m in json.loads(f"[{merges}") if m["evidence"] == "judgement"]
    assert [(m["firstName"], m["same"]) for m in decided] == [(row["first"].split("#")[1], True)]
    sheet = seeds / "judgements.csv"
    Sheet(sheet).remove(load_judgements(sheet)[0])
    assert built() == before
