"""A sentence with its facts, and the sentence with numbers before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from zjkg.comparison.facts import Fact
from zjkg.errors import Bilingual
from zjkg.model import ArithmeticCheck

_FARTHEST = 120
"""Between a sentence and the one that it refers to there are at most so many characters."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The facts of one sentence in order, its words, and the facts of the sentence before."""

    words: str
    facts: tuple[Fact, ...]
    before: tuple[Fact, ...]


def passages(texts: Mapping[str, str], facts: Iterable[Fact]) -> Iterator[Passage]:
    """The sentences with facts, article by article in text order."""
    by_sentence: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault((fact.ref.source, fact.sentence.start), []).append(fact)
    before: tuple[Fact, ...] = ()
    for (source, _), group in sorted(by_sentence.items()):
        ordered = tuple(sorted(group, key=lambda fact: fact.span.start))
        sentence = ordered[0].sentence
        near = (
            before
            and before[0].ref.source == source
            and 0 <= sentence.start - before[0].sentence.end <= _FARTHEST
        )
        yield Passage(sentence.of(texts[source]), ordered, before if near else ())
        before = ordered


def check(
    kind: str, inputs: Iterable[Fact], stated: Decimal, computed: Decimal, *, fits: bool
) -> ArithmeticCheck:
    """A check with its reasoning in words and numbers."""
    used = tuple(inputs)
    said, reckoned = plain(stated), plain(computed)
    english = f"{kind} of {', '.join(fact.written for fact in used)}: stated {said}"
    chinese = f"{'、'.join(fact.written for fact in used)}：所述 {said}"
    reason = Bilingual(
        f"{english}, computed {reckoned}; it {'fits' if fits else 'does not fit'}",
        f"{chinese}，计算得 {reckoned}，{'相符' if fits else '不符'}",
    )
    return ArithmeticCheck(kind, tuple(f.ref for f in used), stated, computed, fits, reason)


def plain(value: Decimal) -> str:
    """A number without exponent and without zeros after the last decimal that counts."""
    return f"{value.normalize():f}"
