"""Editions, dimensions, parts and trade in one line, in both languages."""

from __future__ import annotations

from zjkg.errors import Bilingual
from zjkg.query.reader import GraphReader


def edition(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    """An edition of an index: the years that tell it apart, and its base."""

    def get(name: str) -> str:
        return reader.first(claim, f"zj:{name}", graph) or ""

    index = _label(reader, claim, "zj:editionOf", graph)
    base = " = ".join(filter(None, (get("baseYear"), get("baseValue"))))
    parts = (
        ("report ", "报告 ", get("reportYear")),
        ("data ", "数据 ", get("dataYear")),
        ("base ", "基期 ", base),
    )
    return Bilingual(
        f"{index}: " + ", ".join(en + value for en, _, value in parts if value),
        f"{index}：" + "，".join(zh + value for _, zh, value in parts if value),
    )


def dimensions(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    """What an index is made of, in the order of the text."""
    index = _label(reader, claim, "zj:dimensionsOf", graph)
    members = sorted(
        (
            int(reader.first(node, "zj:order", graph) or 0),
            reader.first(node, "skos:prefLabel") or "",
        )
        for node in reader.subjects("skos:inScheme", claim)
    )
    names = [name for _, name in members]
    return Bilingual(f"{index}: {', '.join(names)}", f"{index}：{'、'.join(names)}")


def dimension(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    """One dimension, in the words of the text."""
    name = reader.first(claim, "skos:prefLabel", graph) or ""
    return Bilingual(name, name)


def participation(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    """Who plays which part in which alliance."""
    who = _label(reader, claim, "org:member", graph)
    alliance = _label(reader, claim, "org:organization", graph)
    part = reader.first(claim, "zj:part", graph) or ""
    return Bilingual(f"{who}: {part}, {alliance}", f"{who}：{alliance} {part}")


def licence_trade(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    """Which way the rights go, and how much."""
    figure = reader.first(claim, "zj:figure", graph) or ""
    amount = " ".join(
        filter(None, (reader.first(figure, f"zj:{name}", graph) for name in ("value", "unit")))
    )
    way = reader.first(claim, "zj:tradeDirection", graph)
    words = {
        "out": Bilingual("licence-out", "对外许可"),
        "in": Bilingual("licence-in", "许可引进"),
        "both": Bilingual("licences in both directions", "双向许可"),
    }.get(way or "", Bilingual("licences", "许可"))
    return Bilingual(f"{words.en}: {amount}", f"{words.zh}：{amount}")


def _label(reader: GraphReader, claim: str, predicate: str, graph: str) -> str:
    entity = reader.first(claim, predicate, graph)
    return reader.label(entity, graph) if entity else ""
