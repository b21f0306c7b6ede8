"""Sums and shares inside one article, recomputed from its own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from zjkg.comparison.facts import Fact
from zjkg.errors import Bilingual
from zjkg.model import ArithmeticCheck, ArticleRecord, Comparator

_PART_WORDS = ("其中", "of which", "among them", "including")
_CLOSE = Decimal("0.15")
_RATIO_UNITS = {"ratio": Decimal(1), "%": Decimal(100)}
_FEWEST_PARTS = 2


def checks(records: Iterable[ArticleRecord], facts: Iterable[Fact]) -> list[ArithmeticCheck]:
    """Recompute what the articles let one recompute."""
    texts = {record.article.source: record.article.text for record in records}
    by_sentence: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault((fact.ref.source, fact.sentence.start), []).append(fact)
    found: list[ArithmeticCheck] = []
    for (source, _), group in sorted(by_sentence.items()):
        sentence = group[0].sentence.of(texts[source])
        found.extend(_sums(sentence, group))
        found.extend(_shares(group))
    return found


def _sums(sentence: str, group: list[Fact]) -> Iterator[ArithmeticCheck]:
    """A whole followed by 其中 and parts in the same unit: 920 = 290 + 630."""
    if not any(word in sentence for word in _PART_WORDS):
        return
    for position, whole in enumerate(group):
        parts = [fact for fact in group[position + 1 :] if fact.unit == whole.unit]
        exact = all(fact.comparator is Comparator.EQUAL for fact in (whole, *parts))
        if len(parts) < _FEWEST_PARTS or not exact or any(p.value >= whole.value for p in parts):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        yield _check("sum", [whole, *parts], whole.value, total, fits=total == whole.value)
        return


def _shares(group: list[Fact]) -> Iterator[ArithmeticCheck]:
    """16 of 54, and "nearly one third" of the same whole, in one sentence."""
    counts = [fact for fact in group if fact.unit not in _RATIO_UNITS]
    for part in counts:
        wholes = [w for w in counts if w.unit == part.unit and w.value > part.value]
        if len(wholes) != 1 or wholes[0].ref.index > part.ref.index:
            continue
        shares = [
            f for f in group if f.unit in _RATIO_UNITS and f.scope and f.scope == wholes[0].scope
        ]
        for share in shares:
            stated = share.value / _RATIO_UNITS[share.unit]
            computed = (part.value / wholes[0].value).quantize(Decimal("0.0001"))
            fits = abs(stated - computed) <= _CLOSE * stated
            yield _check("share", [part, wholes[0], share], stated, computed, fits=fits)


def _check(
    kind: str, inputs: list[Fact], stated: Decimal, computed: Decimal, *, fits: bool
) -> ArithmeticCheck:
    words = ", ".join(fact.written for fact in inputs)
    verdict = Bilingual("fits", "相符") if fits else Bilingual("does not fit", "不符")
    reason = Bilingual(
        f"{kind} of {words}: stated {stated}, computed {computed}; it {verdict.en}",
        f"{words}：所述 {stated}，计算得 {computed}，{verdict.zh}",
    )
    return ArithmeticCheck(kind, tuple(f.ref for f in inputs), stated, computed, fits, reason)
