"""Which facts are compared with which: only those that share a key.

Each key holds a subject and either the year with a head of the measure, or the number itself, so a
block holds what the articles of one year say of one thing. Cost grows with the sizes of the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.comparison.facts import Fact

Key = tuple[str, ...]
_NO_HEAD = "-"


def keys(fact: Fact) -> Iterator[Key]:
    """The keys of a fact."""
    if fact.restates:
        return
    for thing in sorted(fact.things | ({fact.subject} if fact.subject else set())):
        yield ("digits", thing, fact.unit, _digits(fact))
    if fact.subject is None:
        return
    for thing in sorted(fact.things - {fact.subject}):
        yield ("matter", *sorted((fact.subject, thing)), fact.unit)
    if same := number_key(fact):
        yield same
    heads = sorted(fact.phrase.heads or fact.context.heads) or [_NO_HEAD]
    for head in heads:
        for year in _years(fact):
            yield ("level", fact.subject, fact.unit, head, year)


def number_key(fact: Fact) -> Key | None:
    """The key that facts share which say the same; None for one that says nothing of a subject."""
    if fact.restates or fact.subject is None:
        return None
    return "number", fact.subject, fact.unit, str(fact.value.normalize())


def _digits(fact: Fact) -> str:
    """The significant digits in order of size, with the magnitude: alike for 461 and 416."""
    digits = significant(fact)
    return f"{''.join(sorted(digits))}e{fact.value.adjusted()}"


def significant(fact: Fact) -> str:
    """The significant digits of a fact's value."""
    return "".join(map(str, fact.value.normalize().as_tuple().digits))


def _years(fact: Fact) -> list[str]:
    """The year that a value is about; for one without a date also the year before or after."""
    day = fact.when.published
    if fact.when.is_known or day is None:
        return [str(fact.when.year)]
    near = {1: day.year - 1, 12: day.year + 1}.get(day.month, day.year)
    return sorted({str(day.year), str(near)})
