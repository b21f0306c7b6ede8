"""One decision over all candidates of an article: which spans are names, and of which type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import ahocorasick

from zjkg.model import Dropped, EntityType, Mention, Span
from zjkg.recognition.gazetteer import whole_word
from zjkg.recognition.passage import Candidate, Passage, dropped
from zjkg.recognition.weights import weight

_OTHER_TYPE = 0.5  # evidence for a name, but of another type
THRESHOLD = 0.5
_SHORT = 2


@dataclass(slots=True)
class _Votes:
    by_type: dict[EntityType, float] = field(default_factory=lambda: defaultdict(float))

    def winner(self) -> EntityType:
        order = list(EntityType)
        return max(self.by_type, key=lambda kind: (self.by_type[kind], -order.index(kind)))


@dataclass(frozen=True, slots=True)
class Decision:
    """The names of an article, sorted and without overlap, and what was not kept."""

    mentions: tuple[Mention, ...]
    dropped: tuple[Dropped, ...]


def decide(text: str, candidates: Iterable[Candidate], passages: Sequence[Passage]) -> Decision:
    """Scores, types, repeats and chooses; ``text`` is folded."""
    evidence: dict[Span, set[Candidate]] = defaultdict(set)
    for candidate in candidates:
        evidence[candidate.span].add(candidate)
    types = _types(text, evidence)
    scores = {span: _score(found, types[span.of(text)]) for span, found in sorted(evidence.items())}
    accepted = {span.of(text) for span, score in scores.items() if score >= THRESHOLD}
    for span in _repetitions(text, accepted, passages):
        evidence[span].add(Candidate(span, types[span.of(text)], "document"))
        scores[span] = _score(evidence[span], types[span.of(text)])
    return _choose(text, evidence, scores, types)


def _types(text: str, evidence: dict[Span, set[Candidate]]) -> dict[str, EntityType]:
    """One type for each surface of the article: the sum of all evidence decides."""
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for span, found in sorted(evidence.items()):
        for candidate in sorted(found):
            votes[span.of(text)].by_type[candidate.type] += weight(candidate)
    for span, found in sorted(evidence.items()):
        # What longer names begin with is a place far more often than a person.
        if any(c.kind in {"pattern:head", "pattern:quoted-head"} for c in found):
            for size in range(_SHORT, min(5, span.end - span.start)):
                prefix = text[span.start : span.start + size]
                if prefix in votes and EntityType.PLACE in votes[prefix].by_type:
                    votes[prefix].by_type[EntityType.PLACE] += 1.0
    return {surface: vote.winner() for surface, vote in votes.items()}


def _score(found: Iterable[Candidate], entity_type: EntityType) -> float:
    best: dict[str, float] = {}
    for candidate in found:
        factor = 1.0 if candidate.type is entity_type else _OTHER_TYPE
        best[candidate.kind] = max(best.get(candidate.kind, 0.0), factor * weight(candidate))
    doubt = 1.0
    for kind in sorted(best):
        doubt *= 1.0 - best[kind]
    return round(1.0 - doubt, 4)


def _repetitions(text: str, surfaces: set[str], passages: Sequence[Passage]) -> Iterable[Span]:
    """Every other place where an accepted name stands."""
    automaton = ahocorasick.Automaton()
    for surface in sorted(surfaces):
        automaton.add_word(surface, len(surface))
    if not surfaces:
        return []
    automaton.make_automaton()
    edges = {edge for p in passages for t in p.tokens for edge in (t.span.start, t.span.end)}
    inside = [(passage.span.start, passage.span.end) for passage in passages]
    found = []
    position = 0
    for last, length in sorted(automaton.iter(text)):
        span = Span(last + 1 - length, last + 1)
        while position < len(inside) and inside[position][1] <= last:
            position += 1
        in_sentence = position < len(inside) and inside[position][0] <= span.start
        cut = length <= _SHORT and not edges.intersection((span.start, span.end))
        if in_sentence and not cut and whole_word(text, span):
            found.append(span)
    return sorted(found)


def _choose(
    text: str,
    evidence: dict[Span, set[Candidate]],
    scores: dict[Span, float],
    types: dict[str, EntityType],
) -> Decision:
    """The longest well-supported spans win; the others are recorded."""
    lost: list[Dropped] = []
    taken: list[Span] = []
    owner: dict[int, Span] = {}
    order = sorted(scores, key=lambda s: (s.start - s.end, -scores[s], s.start))
    for span in order:
        if scores[span] < THRESHOLD:
            lost.append(
                dropped(
                    "weak-evidence", span, "too little evidence for a name", "证据不足，不作为名称"
                )
            )
            continue
        rivals = sorted({owner[i] for i in range(span.start, span.end) if i in owner})
        if rivals:
            lost.append(_beaten(text, span, rivals[0]))
            continue
        taken.append(span)
        owner.update(dict.fromkeys(range(span.start, span.end), span))
    mentions = tuple(
        Mention(
            span,
            types[span.of(text)],
            tuple(sorted({candidate.kind for candidate in evidence[span]})),
            scores[span],
        )
        for span in sorted(taken)
    )
    return Decision(mentions, tuple(sorted(lost, key=lambda record: (record.span, record.rule))))


def _beaten(text: str, span: Span, rival: Span) -> Dropped:
    name = rival.of(text)
    if rival.covers(span):
        return dropped("nested", span, f"part of the longer name {name}", f"属于更长的名称“{name}”")
    return dropped("overlap", span, f"overlaps the name {name}", f"与名称“{name}”重叠")
