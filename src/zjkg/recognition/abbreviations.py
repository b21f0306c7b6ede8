"""Other names that the text itself gives in brackets.

全称（简称X）, 全称（ABC）, 全称（缩称）, 中文名（Foreign Name）, Full Name (ABC),
Full Name (“Short”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zjkg.model import Abbreviation, EntityType, Span
from zjkg.recognition.passage import Candidate
from zjkg.recognition.vocabulary import NOT_NAMES, head_type
from zjkg.recognition.weights import weight

_CLOSE = r"[”\"》」』]?\s?"
_DECLARED = re.compile(
    rf"{_CLOSE}(?:[（(]|，)(?:以下|下文|下面)?(?:统一)?(?:简称|下称|又称|统称|亦称|也称|称|即|"
    rf"原名|旧称|俗称|又名|别名)"
    r"(?:为|作)?[：:]?\s?[“\"「『《]?(?P<short>[\w·&+-]{2,14})[”\"」』》]?(?=[）)，。；])"
)
_ACRONYM = re.compile(rf"{_CLOSE}[（(](?P<short>[A-Z][A-Za-z0-9&*-]{{1,11}})(?=[）),，;；])")
_CONTRACTED = re.compile(
    rf"{_CLOSE}[（(](?!以下|下[文面称]|[简又统亦也俗旧]称|原名)"
    r"(?P<short>[\u4e00-\u9fff]{2,8})(?:[）)]|[，,、]\s?(?:代[码号][:：]?)?\d{4,6}[）)])"
)
_FOREIGN = re.compile(
    rf"(?<=[\u4e00-\u9fff]){_CLOSE}[（(](?:英文名[为:：]?)?"
    r"(?P<short>[A-Z][\w&'’.·-]*(?:,? [\w&'’.-]+){0,6})(?=[）),，;；])"
)
_QUOTED = re.compile(
    r" \((?:the |hereinafter |referred to as |or |also known as "
    r")*[“\"'‘](?P<short>[A-Z][\w .&'-]{1,40})"
    r"[,.]?[”\"'’]\)"
)
_OR = re.compile(r", or (?P<short>[A-Z][\w&-]{2,20}),")
_KNOWN_AS = re.compile(
    r",? (?:also|formerly|previously|better|otherwise|sometimes|locally) "
    r"(?:known as|called) (?:the )?"
    r"[“\"‘]?(?P<short>[A-Z][\w'’.&-]*(?: (?:of |the |for |and )?[A-Z][\w'’.&-]*){0,5})"
)
_INITIALS = re.compile(r"[A-Z]")
_NAMED = frozenset(
    {EntityType.ORGANIZATION, EntityType.PARK, EntityType.PERSON, EntityType.PRODUCT}
    | {EntityType.EVENT, EntityType.PROJECT, EntityType.INDEX}
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared other name and the type of the first one."""

    abbreviation: Abbreviation
    type: EntityType

    def candidate(self) -> Candidate:
        """The other name as a name."""
        return Candidate(self.abbreviation.short, self.type, "declared")


def declarations(folded: str, known: Iterable[Candidate]) -> Iterator[Declaration]:
    """Other names of candidates that end where the declaration begins."""
    by_end = _by_end(known)
    seen: set[Span] = set()
    for pattern, rule in (
        (_DECLARED, "abbreviation:declared"),
        (_QUOTED, "abbreviation:declared"),
        (_KNOWN_AS, "abbreviation:declared"),
        (_OR, "abbreviation:acronym"),
        (_ACRONYM, "abbreviation:acronym"),
        (_CONTRACTED, "abbreviation:contracted"),
        (_FOREIGN, "abbreviation:foreign"),
    ):
        for match in pattern.finditer(folded):
            long, short = by_end.get(match.start()), Span(*match.span("short"))
            if long is None or short in seen or short.of(folded) in NOT_NAMES:
                continue
            if _fits(rule, long, folded, short.of(folded)):
                seen.add(short)
                yield Declaration(Abbreviation(long.span, short, rule), long.type)


def _by_end(known: Iterable[Candidate]) -> dict[int, Candidate]:
    """The longest candidate that ends at each place, with its best supported type."""
    votes: dict[Span, dict[EntityType, float]] = {}
    for candidate in known:
        types = votes.setdefault(candidate.span, {})
        types[candidate.type] = types.get(candidate.type, 0.0) + weight(candidate)
    by_end: dict[int, Candidate] = {}
    for span in sorted(votes):
        if span.end not in by_end:
            kind = max(votes[span].items(), key=lambda item: (item[1], item[0]))[0]
            by_end[span.end] = Candidate(span, kind, "declared")
    return by_end


def _fits(rule: str, long: Candidate, folded: str, short: str) -> bool:
    name = long.span.of(folded)
    if rule == "abbreviation:acronym":
        return long.type in _NAMED and _initials(name, short)
    if rule == "abbreviation:contracted":
        shorter = len(short) < len(name) and _in_order(name, short)
        park = long.type is EntityType.PARK is head_type(short)
        return long.type in _NAMED and (shorter or park)
    return rule != "abbreviation:foreign" or long.type in _NAMED


def _initials(long: str, short: str) -> bool:
    """Whether the acronym's capitals stand in the long form in their order; Chinese has none."""
    capitals = _INITIALS.findall(long)
    return not long.isascii() or _in_order(capitals, _INITIALS.findall(short))


def _in_order(long: Iterable[str], short: Iterable[str]) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)
