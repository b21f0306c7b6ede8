"""What of the facts over several articles hangs on which article.

Each fact belongs to the article of the first claim or entity that it is about, so a changed article
costs its own portion and those of the articles that it is compared with. No two portions have a
subject in common: nodes are made from what they rest on, in order, and a thing belongs to its first
member.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

import msgspec

from zjkg.model import (
    ArithmeticCheck,
    ArticleMerges,
    ClaimRef,
    Comparison,
    Contradiction,
    Corroboration,
    Derivation,
    Identity,
    Merge,
    MergesByArticle,
    Repost,
    Resolved,
)


@dataclass(slots=True)
class Portion:
    """The things, decisions on identity and results of comparison that belong to one article.

    ``decided`` is a digest of the merges and of the IRIs of their members, empty without merges;
    ``each`` gives one for each merge.
    """

    things: list[Resolved] = field(default_factory=list)
    merges: Sequence[Merge] = ()
    decided: str = ""
    each: Callable[[], Sequence[str]] = tuple
    contradictions: list[Contradiction] = field(default_factory=list)
    checks: list[ArithmeticCheck] = field(default_factory=list)
    corroborations: list[Corroboration] = field(default_factory=list)
    derivations: list[Derivation] = field(default_factory=list)
    reposts: list[Repost] = field(default_factory=list)
    concepts: list[tuple[ClaimRef, tuple[str, ...]]] = field(default_factory=list)

    def comparison(self) -> Comparison:
        """What the comparison found, as far as it belongs here."""
        return Comparison(
            tuple(self.contradictions),
            tuple(self.checks),
            tuple(self.corroborations),
            tuple(self.derivations),
            tuple(self.reposts),
            tuple(self.concepts),
        )

    def is_empty(self) -> bool:
        """Whether nothing belongs to the article."""
        return not (self.things or self.merges) and self.comparison() == Comparison()

    def tally(self) -> dict[str, int]:
        """How many of what the report counts; portions add up."""
        same = sum(merge.same for merge in self.merges)
        found = Counter({"merges": same, "refused_merges": len(self.merges) - same})
        found.update(f"entities {thing.type.value}" for thing in self.things)
        found.update(f"contradictions {each.type.value}" for each in self.contradictions)
        found["arithmetic_checks"] = len(self.checks)
        return {what: count for what, count in found.items() if count}

    def digest(self, stamp: Callable[[str], str]) -> str:
        """Of everything that the quads of the portion are a function of.

        ``stamp`` tells for an article what its record is a function of.
        """
        return hashlib.sha256(f"{self.decided}{self.digest_of_rest(stamp)}".encode()).hexdigest()

    def digest_of_rest(self, stamp: Callable[[str], str]) -> str:
        """The same without the merges."""
        content = (
            [(thing.iri, thing.type, thing.names) for thing in self.things],
            self.comparison(),
            [(source, stamp(source)) for source in sorted(self._sources())],
        )
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def _sources(self) -> set[str]:
        """The articles whose claims the quads show."""
        return {ref.source for ref in self._claims()}

    def _claims(self) -> Iterator[ClaimRef]:
        for contradiction in self.contradictions:
            yield contradiction.first
            yield contradiction.second
        for check in self.checks:
            yield from check.inputs
        for corroboration in self.corroborations:
            yield from corroboration.claims
        for derivation in self.derivations:
            yield from derivation.inputs
        for claim, _ in self.concepts:
            yield claim


def portion(
    things: Iterable[Resolved], merges: ArticleMerges | None, comparison: Comparison
) -> Portion:
    """What belongs to one article."""
    made = Portion(
        things=list(things),
        contradictions=list(comparison.contradictions),
        checks=list(comparison.checks),
        corroborations=list(comparison.corroborations),
        derivations=list(comparison.derivations),
        reposts=list(comparison.reposts),
        concepts=list(comparison.concepts),
    )
    if merges is not None:
        made.merges, made.decided, made.each = merges.merges, merges.digest, merges.each
    return made


def portions(identity: Identity, comparison: Comparison) -> Iterator[tuple[str, Portion]]:
    """The portions in the order of their articles' sources; those without facts are left out.

    Merges are many, and made as they are looked at: whoever writes a portion looks at its own.
    """
    found = _but_for_merges(identity, comparison)
    waiting = deque(sorted(found))
    for decided in _by_article(identity):
        source = decided.source
        while waiting and waiting[0] < source:
            earlier = waiting.popleft()
            yield earlier, found.pop(earlier)
        portion = found.pop(source, Portion())
        portion.merges, portion.decided = decided.merges, decided.digest
        portion.each = decided.each
        if waiting and waiting[0] == source:
            waiting.popleft()
        yield source, portion
    for source in waiting:
        yield source, found.pop(source)


def _by_article(identity: Identity) -> Iterator[ArticleMerges]:
    if isinstance(identity.merges, MergesByArticle):
        yield from identity.merges.by_article(identity.iris)
        return
    ordered = sorted(identity.merges, key=lambda merge: (merge.first, merge.second))
    for source, decided in groupby(ordered, key=lambda merge: merge.first.source):
        merges = tuple(decided)
        each = [_digest(merge, identity) for merge in merges]
        content = hashlib.sha256("".join(each).encode()).hexdigest()
        yield ArticleMerges(source, content, merges, partial(tuple, each))


def _digest(merge: Merge, identity: Identity) -> str:
    iris = [identity.iris.get(key) for key in (merge.first, merge.second)]
    return hashlib.sha256(msgspec.msgpack.encode((merge, iris))).hexdigest()


def _but_for_merges(identity: Identity, comparison: Comparison) -> dict[str, Portion]:
    found: defaultdict[str, Portion] = defaultdict(Portion)
    for thing in identity.entities:
        found[thing.members[0].source if thing.members else ""].things.append(thing)
    for contradiction in comparison.contradictions:
        found[contradiction.first.source].contradictions.append(contradiction)
    for check in comparison.checks:
        found[check.inputs[0].source].checks.append(check)
    for corroboration in comparison.corroborations:
        found[corroboration.claims[0].source].corroborations.append(corroboration)
    for derivation in comparison.derivations:
        found[derivation.inputs[0].source].derivations.append(derivation)
    for repost in comparison.reposts:
        found[repost.first].reposts.append(repost)
    for claim, concepts in comparison.concepts:
        found[claim.source].concepts.append((claim, concepts))
    return dict(found)
