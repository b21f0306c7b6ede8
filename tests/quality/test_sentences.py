"""What frequent constructions of business news state, through the whole extraction.

``english/*.txt`` and ``chinese/*.txt`` hold texts and, below each, all roles (``@ person |
organization | post``), relations (``= subject | predicate | object``) and quantities (``# value
unit; subject; measure``, then in any order a comparator, a period ``from..to``, a modality, ``of``
the whole, ``optional``) that it states. They were annotated by reading, before anything was
extracted; where the annotation broke the conventions it was corrected. A text behind ``?`` is known
to come out wrong; one that comes out right has to lose its mark.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from zjkg.extraction import extract_all
from zjkg.model import ArticleRecord
from zjkg.quality.keys import fold, one_contains_other, same_phrase
from zjkg.reading import read_bytes
from zjkg.settings import Settings

_FOLDERS: Final = tuple(Path(__file__).parent / name for name in ("english", "chinese"))
_COMPARATORS: Final = frozenset({"=", "~", ">", ">=", "<", "<=", "range"})
_MODALITIES: Final = frozenset({"target", "forecast"})
_NUMBER: Final = re.compile(r"(?P<low>[\d.]+)(?:-(?P<high>[\d.]+))? (?P<unit>.+)")


class Text(NamedTuple):
    """A text with the rows that it states; ``gap`` where it is known to come out wrong."""

    words: str
    rows: tuple[str, ...]
    gap: bool


class Value(NamedTuple):
    """A quantity; names and phrases as annotated, or all names of the entity that came out."""

    low: Decimal
    high: Decimal | None
    unit: str
    subject: frozenset[str]
    measure: str | None
    rest: tuple[str, str, str]
    share: str | None


def _texts() -> list[Text]:
    found = []
    for path in (path for folder in _FOLDERS for path in sorted(folder.glob("*.txt"))):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            words, *rows = (line for line in block.split("\n") if not line.startswith("## "))
            found.append(Text(words.removeprefix("? "), tuple(rows), words.startswith("? ")))
    return found


TEXTS: Final = _texts()


@pytest.fixture(scope="module")
def records() -> dict[str, ArticleRecord]:
    """What was extracted from each text, published on 10 May 2023."""
    settings = Settings()
    articles = {
        text.words: read_bytes(
            "news.txt", f"2023-05-10\n\n{text.words}".encode(), zone=settings.zone
        )
        for text in TEXTS
    }
    extracted = extract_all(list(articles.values()), settings, jobs=1, progress=lambda _: None)
    by_digest = {record.article.digest: record for record in extracted}
    return {words: by_digest[article.digest] for words, article in articles.items()}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, marks=[pytest.mark.xfail(strict=True)] if text.gap else [])
        for text in TEXTS
    ],
    ids=lambda text: text.words[:60],
)
def test_text(records: dict[str, ArticleRecord], text: Text) -> None:
    record = records[text.words]
    names = {
        entity.key: frozenset(fold(name.text) for name in entity.names)
        for entity in record.entities
    }
    assert _missing(_marked(text, "@"), _roles(record, names)) == ([], [])
    assert _missing(_marked(text, "="), _relations(record, names)) == ([], [])
    _compare(text, record, names)


def _marked(text: Text, mark: str) -> list[tuple[str, ...]]:
    rows = (row[1:] for row in text.rows if row.startswith(mark))
    return [tuple(part.strip() for part in row.split("|")) for row in rows]


Row = tuple[frozenset[str], str, frozenset[str]]


def _roles(record: ArticleRecord, names: dict[str, frozenset[str]]) -> list[Row]:
    nobody = frozenset({"none"})
    return [
        (
            names[role.person],
            fold(role.post.of(record.article.text)),
            nobody if role.organization is None else names[role.organization],
        )
        for role in record.claims.roles
    ]


def _relations(record: ArticleRecord, names: dict[str, frozenset[str]]) -> list[Row]:
    return [
        (names[row.subject], fold(row.predicate.value), names[row.object])
        for row in record.claims.relations
    ]


def _missing(expected: list[tuple[str, ...]], found: list[Row]) -> tuple[list[str], list[Row]]:
    """What did not come out, and what came out too much."""
    left, missed = list(found), []
    for row in expected:
        middle, last = (row[2], row[1]) if row[1:] and _is_role(row, found) else (row[1], row[2])
        wanted = fold(row[0]), fold(middle), fold(last)
        hit = next((each for each in left if _same(each, wanted)), None)
        if hit is None:
            missed.append(" | ".join(row))
        else:
            left.remove(hit)
    return missed, left


def _is_role(row: tuple[str, ...], found: list[Row]) -> bool:
    return any(fold(row[2]) == middle for _, middle, _ in found)


def _same(row: Row, wanted: tuple[str, str, str]) -> bool:
    first, middle, last = wanted
    if row[1] == middle == "partnerswith" and last in row[0] and first in row[2]:
        return True
    return first in row[0] and row[1] == middle and last in row[2]


def _compare(text: Text, record: ArticleRecord, names: dict[str, frozenset[str]]) -> None:
    expected = [row[1:].strip() for row in text.rows if row.startswith("#")]
    left = _values(record, names)
    for row in expected:
        value = _value(row)
        hit = next((each for each in left if _is_number(each, value)), None)
        if hit is not None:
            left.remove(hit)
        if row.endswith("optional"):
            continue
        assert hit is not None, row
        assert hit.high == value.high, row
        assert hit.rest == value.rest, row
        assert one_contains_other(hit.share, value.share), (row, hit.share)
        assert value.subject <= hit.subject, (row, hit.subject)
        assert same_phrase(hit.measure, value.measure), (row, hit.measure)
    assert left == []


def _is_number(found: Value, value: Value) -> bool:
    near = abs(found.low - value.low) <= abs(value.low) / 10000
    return near and fold(found.unit) == fold(value.unit)


def _values(record: ArticleRecord, names: dict[str, frozenset[str]]) -> list[Value]:
    text, found = record.article.text, []
    for each in record.claims.observations:
        quantity = record.measurement.quantities[each.quantity]
        period = quantity.period
        ends = ("", "") if period is None else (period.start or "", period.end or "")
        found.append(
            Value(
                quantity.value,
                quantity.value_max,
                quantity.unit,
                frozenset({"none"}) if each.subject is None else names[each.subject],
                None if each.measure is None else each.measure.of(text),
                (quantity.comparator.value, "..".join(ends), each.modality.value),
                None if quantity.share_of is None else quantity.share_of.of(text),
            )
        )
    return found


def _value(row: str) -> Value:
    number, subject, measure, *rest = (part.strip() for part in row.split(";"))
    match = _NUMBER.fullmatch(number)
    assert match is not None, row
    comparator = next((each for each in rest if each in _COMPARATORS), "=")
    period = next((each for each in rest if ".." in each), "..")
    modality = next((each for each in rest if each in _MODALITIES), "actual")
    share = next((each.removeprefix("of ") for each in rest if each.startswith("of ")), None)
    return Value(
        Decimal(match["low"]),
        None if match["high"] is None else Decimal(match["high"]),
        match["unit"],
        frozenset({fold(subject)}),
        measure,
        (comparator, period, modality),
        share,
    )
