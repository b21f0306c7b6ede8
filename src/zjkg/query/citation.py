"""Provenance answers as references that a reader can put under a text.

A Chinese reference follows GB/T 7714-2015 (newspaper article ``[N]``, with an address ``[N/OL]``),
an English one the Chicago Manual of Style (title, outlet, day). Below it stand what it is cited
for: the sentence, who says it, its offsets in the stored text, the claim, and what contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query.answer import ProvenanceAnswer, ProvenanceItem
from zjkg.wording import worded

_ISO_DAY = len("2021-10-13")


def cite(answer: ProvenanceAnswer, lang: MessageLanguage) -> str:
    """The answer's items as numbered references, each with the sentence that it is cited for."""
    lines = []
    for number, item in enumerate(answer.items, start=1):
        lines.append(f"[{number}] {_chinese(item) if lang == 'zh' else _english(item)}")
        lines += [f"    {detail.pick(lang)}" for detail in _details(item)]
    return "".join(f"{printable_line(line)}\n" for line in lines)


def _chinese(item: ProvenanceItem) -> str:
    medium = "N/OL" if item.url else "N"
    published = ", ".join(filter(None, (item.publisher, item.published)))
    parts = [f"{item.title or item.source}[{medium}]", published, item.url]
    return ". ".join(filter(None, parts)) + "."


def _english(item: ProvenanceItem) -> str:
    published = ", ".join(filter(None, (item.publisher, _day(item.published))))
    parts = [
        f"“{item.title or item.source}.”",
        *(f"{part}." for part in (published, item.url) if part),
    ]
    return " ".join(parts)


def _details(item: ProvenanceItem) -> Iterator[Bilingual]:
    said = item.speaker
    yield Bilingual(
        f"{item.sentence}" + (f" (said by {said})" if said else ""),
        f"{item.sentence}" + (f"（{said}语）" if said else ""),
    )
    place = f"{item.source} [{item.start}:{item.end}]"
    claim = f" {item.claim}" if item.claim else ""
    yield Bilingual(f"at {place}{claim}", f"位置：{place}{claim}")
    for other in item.contradictions:
        yield Bilingual(
            f"contradicted ({other.type}) by {other.source}: {other.sentence}",
            f"矛盾（{worded(other.type, 'conflictType').zh}）：{other.source}：{other.sentence}",
        )


def _day(published: str | None) -> str:
    """2021-10-13 as October 13, 2021; whatever else is stored, as it is."""
    if published is None or len(published) != _ISO_DAY:
        return published or ""
    day = date.fromisoformat(published)
    return f"{day:%B} {day.day}, {day.year}"
