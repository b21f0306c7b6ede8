"""Amounts, addresses and charts by themselves."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjkg.errors import MessageLanguage
from zjkg.pages import HTML, PageKind, PageRequest, answer
from zjkg.pages.addresses import Addresses
from zjkg.pages.amounts import amount
from zjkg.pages.article_page import web_address
from zjkg.pages.charts import Plotted, chart
from zjkg.pages.claims import marked
from zjkg.server.assets import Assets
from zjkg.store import GraphStore

BASE = "https://zjkg.example/"


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "lang", "shown"),
    [
        ("46100000000", "CNY", "=", "en", "46.1 billion CNY"),
        ("46100000000", "CNY", "=", "zh", "461亿元"),
        ("20", "家", "~", "zh", "约20家"),
        ("20", "家", "~", "en", "about 20 家"),
        ("80", "%", "=", "en", "80%"),
        ("13", "companies", "=", "zh", "13 companies"),
        ("39776", "m2", "=", "zh", "3.9776万平方米"),
        ("1234567", "USD", ">", "en", "more than 1.234567 million USD"),
        ("0.3333", "ratio", "=", "en", "0.3333"),
    ],
)
def test_amounts_keep_every_digit(
    value: str, unit: str, comparator: str, lang: MessageLanguage, shown: str
) -> None:
    assert amount(Decimal(value), None, unit, comparator, lang) == shown


def test_a_range_has_both_ends() -> None:
    assert amount(Decimal(8), Decimal(10), "家", "range", "zh") == "8–10家"


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}entity/abc", "/entity/abc"),
        (f"{BASE}article/a%20b%2Fc", "/article/a%20b%2Fc"),
        (f"{BASE}ontology#measure-share", "/metric/share"),
        (f"{BASE}ontology#Claim", "/thing?iri=https%3A%2F%2Fzjkg.example%2Fontology%23Claim"),
        ("https://example.org/x", "/thing?iri=https%3A%2F%2Fexample.org%2Fx"),
        (f"{BASE}search/x", "/thing?iri=https%3A%2F%2Fzjkg.example%2Fsearch%2Fx"),
    ],
)
def test_every_iri_has_an_address_that_leads_back(iri: str, path: str) -> None:
    addresses = Addresses(BASE)
    assert addresses.thing(iri) == path
    where, _, query = path.partition("?")
    fields = {"iri": iri} if query else {}
    assert iri in addresses.iris(where, fields)


@pytest.mark.parametrize("written", ["javascript:alert(1)", "data:text/html,x", "//x", "", None])
def test_an_article_cannot_make_a_link_of_its_own_kind(written: str | None) -> None:
    assert web_address(written) is None
    assert web_address("https://example.org/1") == "https://example.org/1"


def test_the_language_is_kept_in_addresses() -> None:
    kept = Addresses(BASE, (("lang", "zh"),))
    assert kept.thing(f"{BASE}entity/abc") == "/entity/abc?lang=zh"
    assert kept.plain.thing(f"{BASE}entity/abc") == "/entity/abc"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_marking_never_changes_a_text(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(run.text for run in marked(text, spans)) == text


def plotted(number: int, value: Decimal, period: str, source: str) -> Plotted:
    return Plotted(
        iri=f"urn:{number}",
        path="/",
        words=str(value),
        shown=str(value),
        value=value,
        highest=None,
        unit="%",
        comparator="=",
        period=period,
        modality="actual",
        modality_label="",
        source=source,
        title=source,
        article_path="/",
    )


POINTS = st.lists(
    st.tuples(
        st.decimals(-(10**12), 10**12, places=2),
        st.sampled_from(["", "2019", "2020"]),
        st.sampled_from(["a", "b", "c"]),
    ),
    min_size=1,
    max_size=12,
)


@given(POINTS)
def test_no_claim_hides_another_and_all_are_inside(rows: list[tuple[Decimal, str, str]]) -> None:
    drawn = chart("t", [plotted(n, *row) for n, row in enumerate(rows)], {}, "en")
    assert len({point.x for point in drawn.points}) == len(rows)
    for point in drawn.points:
        assert drawn.left <= point.x <= drawn.right
        assert drawn.top <= point.y <= drawn.bottom
    by_value = sorted((point.y, -float(rows[int(point.iri[4:])][0])) for point in drawn.points)
    assert [value for _, value in by_value] == sorted(value for _, value in by_value)


@given(st.integers(1, 40))
def test_no_label_of_a_period_touches_another(count: int) -> None:
    rows = [plotted(n, Decimal(n), f"20{n:02}-01-01", "a") for n in range(count)]
    drawn = chart("t", rows, {}, "en")
    for row in {tick.row for tick in drawn.x_ticks}:
        places = [tick.at for tick in drawn.x_ticks if tick.row == row]
        assert all(after - before >= 76 for before, after in pairwise(places))
        assert drawn.bottom + 22 + 16 * row <= drawn.height


@pytest.mark.parametrize("kind", [PageKind.EXPLORE, PageKind.WORKBENCH])
def test_where_the_scripts_are_missing_the_page_says_how_to_build_them(
    kind: PageKind, five: GraphStore
) -> None:
    request = PageRequest(kind=kind, path=f"/{kind}", media_type=HTML, has_scripts=False)
    page = answer(five.engine, request, lambda _triples, _type: b"", 10)
    assert b"src/zjkg/server/ui/build.py" in page.body
    assert b"/static/built" not in page.body


def test_only_files_of_the_folder_are_assets() -> None:
    assets = Assets()
    found = assets.get("zjkg.css")
    assert found
    assert found.media_type.startswith("text/css")
    assert assets.get("../assets.py") is None
    assert assets.get("/etc/passwd") is None
