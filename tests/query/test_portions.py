from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import QueryError
from zjkg.ids import TERMS, Minter
from zjkg.query import advice, bound, library, named, records, run, unread
from zjkg.query.library import NamedQuery, parse_query
from zjkg.vocab import RDF, RDFS, SCHEMA, XSD, ZJ

MINTER = Minter("https://zjkg.example/")
NUMBERING = NamedNode(MINTER.graph("numbering"))
DERIVED = NamedNode(MINTER.graph("derived"))
COUNT = 40
"""Portions of the large store, one article in each: only the numbers are large."""
EVERYWHERE = NamedNode(MINTER.entity("everywhere", "Park"))
SELDOM = NamedNode(MINTER.entity("seldom", "Park"))
PORTIONED = [query for query in library().values() if query.portioned]


def number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


@pytest.fixture(scope="module")
def large() -> Store:
    """Articles in as many portions; one park is named in all of them, another in two."""
    store = Store()
    store.extend(_quads())
    return store


def _quads() -> Iterator[Quad]:
    for n in range(1, COUNT + 1):
        version = NamedNode(MINTER.version(f"{n:03}", "text"))
        article = NamedNode(MINTER.article(f"{n:03}"))
        yield Quad(version, RDF.type, ZJ.ArticleVersion, version)
        yield Quad(version, ZJ.source, Literal(f"{n:03}"), version)
        yield Quad(
            version, NamedNode("http://www.w3.org/ns/prov#specializationOf"), article, version
        )
        yield Quad(article, SCHEMA.headline, Literal(f"headline {n}", language="en"), version)
        for thing in (EVERYWHERE, *([SELDOM] if n in {3, 38} else [])):
            name = Literal(thing.value[-8:], language="en")
            yield Quad(thing, RDF.type, ZJ.Park, version)
            yield Quad(thing, RDFS.label, name, version)
            yield Quad(thing, ZJ.name, name, version)
        yield Quad(version, ZJ.portion, number(n), NUMBERING)
    yield Quad(ZJ.ArticleVersion, ZJ.portionCount, number(COUNT), NUMBERING)
    for thing, key in ((EVERYWHERE, "everywhere"), (SELDOM, "seldom")):
        yield Quad(thing, ZJ.searchKey, Literal(key), DERIVED)


def sources(store: Store, **parameters: str) -> list[object]:
    return [row["source"] for row in records(run(store, named("articles"), parameters))]


def test_a_query_has_portions_where_its_header_says_so() -> None:
    for query in library().values():
        assert ("$portions" in query.text) == (query.portioned is not None), query.name
        assert any(each.name == "portions" for each in query.parameters) == bool(query.portioned)


@pytest.mark.parametrize("query", PORTIONED, ids=lambda query: query.name)
def test_every_use_of_portions_is_found(large: Store, query: NamedQuery) -> None:
    given = dict.fromkeys((each.name for each in query.parameters if each.type == "name"), "seldom")
    given |= {"words": "x"} if query.name == "figures-of-measure" else {}
    given |= {"year": "2025"} if query.name == "targets" else {}
    whole = bound(large, query, given | {"portions": "all"})
    assert "zj:portion" not in whole
    assert unread(whole) is None
    some = bound(large, query, given | {"portions": "2-3"})
    assert some.count("zj:portion ?portion .") == query.text.count("$portions")
    assert "$portions" not in some


def test_a_large_store_gives_its_first_portions_and_says_so(large: Store) -> None:
    result = run(large, named("articles"))
    at_once = 20
    portioned = named("articles").portioned
    assert portioned is not None
    assert portioned.at_once == at_once
    assert [row["source"] for row in records(result)] == [f"{n:03}" for n in range(1, at_once + 1)]
    assert result.unread is not None
    assert (result.unread.first, result.unread.last, result.unread.count) == (1, at_once, COUNT)
    assert result.unread.following == f"{at_once + 1}+"
    [note] = advice(large, named("articles"), empty=False)
    assert "portions 1 to 20 of 40" in note.en
    assert "portions=21+" in note.en
    assert "portions=21+" in note.zh


def test_going_on_gives_everything_once(large: Store) -> None:
    read: list[object] = []
    wanted: str | None = "1+"
    while wanted:
        result = run(large, named("articles"), {"portions": wanted})
        read += [row["source"] for row in records(result)]
        wanted = result.unread.following if result.unread else None
    assert read == sources(large, portions="all")
    assert len(read) == COUNT


def test_a_portion_chosen_is_that_portion(large: Store) -> None:
    assert sources(large, portions="7") == ["007"]
    assert sources(large, portions="39-99") == ["039", "040"]
    assert sources(large, portions="41") == []
    end = run(large, named("articles"), {"portions": "39-99"}).unread
    assert end is not None
    assert end.following is None
    assert "go on" not in end.words.en


def test_what_is_asked_of_a_thing_is_read_where_it_is_named(large: Store) -> None:
    text = bound(large, named("people-of"), {"name": "seldom"})
    assert "zj:portion" not in text  # both articles come at once, so nothing is left out
    named_everywhere = bound(large, named("people-of"), {"name": "everywhere"})
    assert unread(named_everywhere) is None  # forty articles are few
    later = unread(bound(large, named("people-of"), {"name": "seldom", "portions": "4+"}))
    assert later is not None
    assert (later.first, later.last, later.following) == (38, 38, None)


def test_a_small_store_and_one_without_numbers_are_read_whole(store: Store) -> None:
    for name in ("metrics", "conflicts"):
        assert "zj:portion" not in bound(store, named(name))


@pytest.mark.parametrize("wanted", ["0", "-1", "2-", "x", "1+2", "", "ALL"])
def test_what_is_no_choice_of_portions_is_refused(large: Store, wanted: str) -> None:
    with pytest.raises(QueryError, match="portions cannot be"):
        bound(large, named("articles"), {"portions": wanted})


@pytest.mark.parametrize("line", ["", "0", "many", "2 through", "2 Article through x"])
def test_a_malformed_header_is_refused(line: str) -> None:
    with pytest.raises(QueryError, match="portions"):
        parse_query("mine", f"# portions: {line or '-'}\nSELECT * {{ ?s ?p ?o }}")


def test_parts_are_read_where_parts_of_parts_are_named(large: Store) -> None:
    inner = NamedNode(MINTER.entity("inner", "Park"))
    version = NamedNode(MINTER.version("020", "text"))
    more = [
        Quad(inner, NamedNode(f"{TERMS}partOf"), SELDOM, version),
        Quad(inner, ZJ.name, Literal("inner", language="en"), version),
    ]
    large.extend(more)
    try:
        text = bound(large, named("parts-of"), {"name": "seldom", "portions": "1+"})
        some = bound(large, named("parts-of"), {"name": "seldom", "portions": "4+"})
    finally:
        for quad in more:
            large.remove(quad)
    assert unread(text) is None
    assert "{ 20 38 }" in some


def test_nothing_found_in_a_part_is_not_said_of_the_whole(large: Store) -> None:
    asked = named("figures-of-measure")
    *_, part = advice(large, asked, {"words": "x"}, empty=True)
    assert "no article that was read answers" in part.en
    assert "已读取的文章都未能回答" in part.zh
    *_, whole = advice(large, asked, {"words": "x", "portions": "all"}, empty=True)
    assert "no article of this store answers" in whole.en
