"""Whether two facts measure the same, as far as their words tell."""

from __future__ import annotations

from enum import IntEnum

from zjkg.comparison.facts import Fact, Sort
from zjkg.comparison.measures import Phrase

_MOST_UNSHARED = 1 / 3
_SAME_WORDS = 0.6


class Kinship(IntEnum):
    """How near two measures are: not at all, of one head, or the same for all the words say."""

    NONE = 0
    RELATED = 1
    SAME = 2


def kinship(a: Fact, b: Fact) -> Kinship:
    """How near the measures of two facts are."""
    if a.unit != b.unit or a.sort is not b.sort:
        return Kinship.NONE
    if not _heads_fit(a, b) or not _modifiers_fit(a, b):
        return Kinship.NONE
    return Kinship.SAME if _fields_fit(a, b) and _words_fit(a, b) else Kinship.RELATED


def shared_modifiers(a: Fact, b: Fact) -> frozenset[str]:
    """What narrows both, in their measures or in the words around them."""
    return _modifiers(a) & _modifiers(b)


def concepts(fact: Fact) -> tuple[str, ...]:
    """The concepts that say what a fact measures, those of a bare head from its sentence too.

    A measure that has words of its own (每股派息), though the scheme knows none of them, is not
    called by what else its sentence speaks of.
    """
    heads = fact.phrase.heads or (frozenset() if fact.phrase.rest else _implied(fact))
    stages = {name for name in _own_modifiers(fact) if ":" not in name}
    changes = fact.phrase.changes | fact.context.changes if fact.sort is Sort.RATE else frozenset()
    found = heads | (_own_modifiers(fact) - stages) | fact.phrase.fields | changes
    return tuple(sorted(found))


def _modifiers(fact: Fact) -> frozenset[str]:
    return fact.phrase.modifiers | fact.context.modifiers


def _heads_fit(a: Fact, b: Fact) -> bool:
    """One head in common; a measure without one (总额, worth) takes it from its clause.

    A measure may also be named by what narrows its head alone: "License out 461亿".
    """
    mine, theirs = a.phrase.heads, b.phrase.heads
    if mine and theirs:
        return bool(mine & theirs)
    if _own_modifiers(a) & _own_modifiers(b):
        return True
    if mine or theirs:
        return bool((mine or _implied(a)) & (theirs or _implied(b)))
    if not a.phrase.rest and not b.phrase.rest and a.subject is not None:
        return a.subject == b.subject  # the measure is the subject: an index is at 117
    return _overlap(a.phrase, b.phrase) >= _SAME_WORDS or bool(_implied(a) & _implied(b))


def _implied(fact: Fact) -> frozenset[str]:
    """The heads of the clause that measure in the fact's own dimension."""
    return fact.context.own


def _overlap(a: Phrase, b: Phrase) -> float:
    union = a.rest | b.rest
    return len(a.rest & b.rest) / len(union) if union else 0.0


def _modifiers_fit(a: Fact, b: Fact) -> bool:
    """What narrows one measure narrows the other, or stands beside it."""
    return _own_modifiers(a) <= _modifiers(b) and _own_modifiers(b) <= _modifiers(a)


def _own_modifiers(fact: Fact) -> frozenset[str]:
    """What narrows the measure: a bare head (交易金额) is narrowed by its sentence."""
    return fact.phrase.modifiers or fact.context.modifiers


def _fields_fit(a: Fact, b: Fact) -> bool:
    return a.phrase.fields <= (b.phrase.fields | b.context.fields) and b.phrase.fields <= (
        a.phrase.fields | a.context.fields
    )


def _words_fit(a: Fact, b: Fact) -> bool:
    """Heads and words that only one of the two has would make it another measure."""
    return _words_in(a, b) and _words_in(b, a)


def _words_in(a: Fact, b: Fact) -> bool:
    """Whether what the measure of one says more stands in the other's clause."""
    heads = a.phrase.heads - b.phrase.heads - b.context.heads
    unshared = a.phrase.rest - b.phrase.rest - b.context.rest
    return not (heads and b.phrase.heads) and len(unshared) <= _MOST_UNSHARED * len(a.phrase.rest)
