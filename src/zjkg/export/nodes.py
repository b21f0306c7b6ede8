"""Nodes before they are measured and placed: entities, observations, articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from zjkg.export.labels import Name, choose
from zjkg.export.selection import Facts
from zjkg.export.told import Told
from zjkg.export.view import Column, ColumnType, Seen, Value
from zjkg.model import Change, Comparator

OBSERVATION = "Observation"
ARTICLE = "Article"
MEASURE = "Measure"
STAGE = "Stage"

ENTITY_COLUMNS = (
    Column("fullLabel", ColumnType.STRING),
    Column("labelEn", ColumnType.STRING),
    Column("labelZh", ColumnType.STRING),
    Column("labelPinyin", ColumnType.STRING),
    Column("namesZhHans", ColumnType.STRINGS),
    Column("namesZhHant", ColumnType.STRINGS),
    Column("namesEn", ColumnType.STRINGS),
    Column("type", ColumnType.STRING),
    Column("mentions", ColumnType.INTEGER),
    Column("articles", ColumnType.INTEGER),
    Column("claims", ColumnType.INTEGER),
    Column("firstSeen", ColumnType.STRING),
    Column("lastSeen", ColumnType.STRING),
    Column("stockCode", ColumnType.STRING),
    Column("exchange", ColumnType.STRING),
)
OBSERVATION_COLUMNS = (
    Column("subjectLabel", ColumnType.STRING),
    Column("measure", ColumnType.STRING),
    Column("value", ColumnType.DOUBLE),
    Column("valueMax", ColumnType.DOUBLE),
    Column("unit", ColumnType.STRING),
    Column("comparator", ColumnType.STRING),
    Column("modality", ColumnType.STRING),
    Column("change", ColumnType.STRING),
    Column("periodStart", ColumnType.STRING),
    Column("periodEnd", ColumnType.STRING),
    Column("shareOf", ColumnType.STRING),
    Column("qualifier", ColumnType.STRING),
    Column("quote", ColumnType.STRING),
    Column("url", ColumnType.STRING),
)
STAGE_COLUMNS = (
    Column("stage", ColumnType.STRING),
    Column("periodStart", ColumnType.STRING),
    Column("periodEnd", ColumnType.STRING),
    Column("modality", ColumnType.STRING),
    Column("quote", ColumnType.STRING),
)
METRIC_COLUMNS = (
    Column("observations", ColumnType.INTEGER),
    Column("units", ColumnType.STRINGS),
    Column("url", ColumnType.STRING),
)
MEASURE_COLUMNS = (
    Column("degree", ColumnType.INTEGER),
    Column("weightedDegree", ColumnType.DOUBLE),
    Column("pageRank", ColumnType.DOUBLE),
    Column("betweenness", ColumnType.DOUBLE),
    Column("community", ColumnType.INTEGER),
)

_NAME_COLUMNS = {"namesZhHans": "zh-hans", "namesZhHant": "zh-hant", "namesEn": "en"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A node with the values of its own columns, by their names, but for when it was seen."""

    id: str
    type: str
    full_label: str
    values: Mapping[str, Value]
    seen: Seen | None = None


def entities(facts: Facts, told: Mapping[str, Told]) -> Iterator[Draft]:
    """The entities that an article mentions or makes a claim about, in no particular order.

    An entity that only the authority file knows is not news, so it is no node.
    """
    for iri, entity_type in facts.types.items():
        known = told.get(iri)
        if known is not None:
            names = facts.names.get(iri, [])
            labels = choose(names)
            code, exchange = facts.stock.get(iri, ("", ""))
            yield Draft(
                iri,
                entity_type.value,
                labels.full or iri,
                {
                    "labelEn": labels.en or None,
                    "labelZh": labels.zh or None,
                    "labelPinyin": labels.pinyin or None,
                    **{column: _named(names, tag) for column, tag in _NAME_COLUMNS.items()},
                    "mentions": known.mentions,
                    "articles": known.articles,
                    "claims": known.claims,
                    "stockCode": code or None,
                    "exchange": exchange or None,
                },
                known.seen,
            )


def _named(names: Collection[Name], lang: str) -> tuple[str, ...] | None:
    """Every name with the language tag, sorted."""
    return tuple(sorted({name.text for name in names if name.lang == lang})) or None


def articles(facts: Facts) -> Iterator[Draft]:
    """The articles, labelled with their headlines."""
    for article in facts.articles.values():
        yield Draft(
            article.iri,
            ARTICLE,
            article.headline or article.source or article.iri,
            {"url": article.url or None},
            Seen.over([article.date]),
        )


def observation(iri: str, found: Mapping[str, list[str]], quote: str | None) -> Draft:
    """An observation, labelled with its number: comparator, value and unit as the text bounds it.

    Args:
        iri: The observation.
        found: Its properties, by local name.
        quote: Its sentence.
    """
    first = {name: values[0] for name, values in found.items()}
    texts = {
        name: first.get(name)
        for name in (
            "subjectLabel",
            "measure",
            "unit",
            "comparator",
            "modality",
            "change",
            "periodStart",
            "periodEnd",
            "shareOf",
            "qualifier",
        )
    }
    return Draft(
        iri,
        OBSERVATION,
        _number(first),
        {
            **texts,
            "value": _double(first.get("value")),
            "valueMax": _double(first.get("valueMax")),
            "quote": quote,
        },
    )


_SIGNS: Mapping[str, str] = {Change.INCREASE: "↑", Change.DECREASE: "↓"}


def _number(first: Mapping[str, str]) -> str:
    value = _grouped(first.get("value", ""))
    comparator = first.get("comparator", "")
    unit = first.get("unit", "")
    if comparator == Comparator.RANGE:
        value = f"{value}–{_grouped(first.get('valueMax', ''))}"
    elif comparator != Comparator.EQUAL:
        value = f"{comparator}{value}"
    value = f"{_SIGNS.get(first.get('change', ''), '')}{value}"
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}".strip()


def _grouped(number: str) -> str:
    return f"{Decimal(number):,f}" if number else "?"


def _double(number: str | None) -> float | None:
    return None if number is None else float(number)
