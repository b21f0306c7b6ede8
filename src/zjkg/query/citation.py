"""Provenance answers as references that a reader can put under a text.

A Chinese reference follows GB/T 7714-2015: ``[N]`` is an article of a newspaper, ``[N/OL]`` with an
address, ``[EB/OL]`` another page of the web, ``[Z]`` what is of no known kind. An English one
follows the Chicago Manual of Style (author, title, outlet, day). What is unknown of outlet and day
is said with the words that each has for it. Authors are named as the article writes them: which
part of a name is the family's its letters do not tell. Below it stand what it is cited for: the
sentence, who says it, its offsets in the stored text, the claim, and what contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query.answer import ProvenanceAnswer, ProvenanceItem
from zjkg.wording import worded

_ISO_DAY = len("2021-10-13")
_LAST_LATIN = "\u024f"
_NAMED_IN_CHINESE = 3
# A newspaper by its name, and what its name says to be on the web.
_NEWSPAPER = re.compile(r"[报報]$|\b(?:Daily|Gazette|Herald|Post|Times|Tribune)$")
_ON_THE_WEB = re.compile(r"[网網]$|\.[a-z]{2,}$", re.IGNORECASE)
_NAMED_IN_ENGLISH, _BEFORE_OTHERS = 6, 3


def cite(answer: ProvenanceAnswer, lang: MessageLanguage) -> str:
    """The answer's items as numbered references, each with the sentence that it is cited for."""
    lines = []
    for number, item in enumerate(answer.items, start=1):
        lines.append(f"[{number}] {reference(item, lang)}")
        lines += [f"    {detail.pick(lang)}" for detail in _details(item)]
    return "".join(f"{printable_line(line)}\n" for line in lines)


def reference(item: ProvenanceItem, lang: MessageLanguage) -> str:
    """The article of the item as a reference; one without a title by its first words."""
    return printable_line(_chinese(item) if lang == "zh" else _english(item))


def _chinese(item: ProvenanceItem) -> str:
    # Of what is on the web the standard lets the publisher be left out.
    medium = _medium(item)
    unnamed = None if medium.endswith("OL") else "[出版者不详]"
    published = ", ".join(filter(None, (item.publisher or unnamed, item.published or "[日期不详]")))
    parts = [_authors_in_chinese(item), f"{_title(item)}[{medium}]", published, item.url]
    return ". ".join(filter(None, parts)) + "."


def _medium(item: ProvenanceItem) -> str:
    """The letters of the standard for the kind of document and how it is carried."""
    outlet = (item.publisher or "").strip()
    if _NEWSPAPER.search(outlet):
        return "N/OL" if item.url else "N"
    return "EB/OL" if item.url or item.is_web or _ON_THE_WEB.search(outlet) else "Z"


def _authors_in_chinese(item: ProvenanceItem) -> str:
    named = item.authors[:_NAMED_IN_CHINESE]
    others = "等" if any(name[:1] > _LAST_LATIN for name in named) else "et al"
    return ", ".join((*named, *([others] if len(item.authors) > len(named) else ())))


def _english(item: ProvenanceItem) -> str:
    published = f"{item.publisher or 'N.p.'}, {_day(item.published) or 'n.d.'}"
    authors = _authors_in_english(item.authors)
    parts = [
        *([authors if authors.endswith(".") else f"{authors}."] if authors else ()),
        f"“{item.title}.”" if item.title else f"{_title(item)}.",
        *(f"{part.removesuffix('.')}." for part in (published, item.url) if part),
    ]
    return " ".join(parts)


def _authors_in_english(authors: Sequence[str]) -> str:
    if len(authors) > _NAMED_IN_ENGLISH:
        return f"{', '.join(authors[:_BEFORE_OTHERS])}, et al."
    if len(authors) > 2:  # noqa: PLR2004
        return f"{', '.join(authors[:-1])}, and {authors[-1]}"
    return " and ".join(authors)


def _title(item: ProvenanceItem) -> str:
    return item.title or f"[{item.opening or item.source}]"


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
