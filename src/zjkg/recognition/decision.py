"""One decision over all candidates of an article: which spans are names, and of which type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import ahocorasick

from zjkg.model import Dropped, EntityType, Mention, Span
from zjkg.recognition.candidates.given_names import GIVEN_NAMES
from zjkg.recognition.candidates.person_names import is_persons
from zjkg.recognition.candidates.phrases import CORPORATE
from zjkg.recognition.compounds import parents
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.gazetteer import whole_word
from zjkg.recognition.pairs import pairs
from zjkg.recognition.passage import Candidate, Passage, dropped
from zjkg.recognition.places import PLACES
from zjkg.recognition.vocabulary import BRAND_HEADS
from zjkg.recognition.weights import weight

_OTHER_TYPE = 0.5  # evidence for a name, but of another type
THRESHOLD = 0.5
_SHORT = 2
_UNHEARD = 0.6  # how far the tagger is believed of a person whose names nobody has
_TAGGED = 0.5  # what the tagger alone says for a type
_FIRM_END = re.compile(rf"(?:{CORPORATE.pattern}|Technology)")
_DECISIVE = {
    "declared": 4.0,
    "pattern:short-form": 2.0,
    "vocabulary:park": 2.0,
    "frame:named-product": 1.5,
}
"""A short form has the type of its long form, whatever it looks like alone; so has a name in
quotation marks behind the kind of product that it is."""
_COUNTED = 2  # occurrences of one kind of evidence that count for the type of a surface

_PLACE = {kind: place for place, kind in enumerate(EntityType)}


@dataclass(slots=True)
class _Votes:
    by_type: dict[EntityType, float] = field(default_factory=lambda: defaultdict(float))

    def winner(self) -> EntityType:
        return max(self.by_type, key=lambda kind: (self.by_type[kind], -_PLACE[kind]))


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
    english = not any(passage.chinese for passage in passages)
    types = _types(text, evidence, english=english)
    scores = {span: _score(found, types[span.of(text)]) for span, found in sorted(evidence.items())}
    accepted = {span.of(text) for span, score in scores.items() if score >= THRESHOLD}
    for span in _repetitions(text, accepted, passages):
        evidence[span].add(Candidate(span, types[span.of(text)], "document"))
        scores[span] = _score(evidence[span], types[span.of(text)])
    kinds = {span: frozenset(c.kind for c in found) for span, found in evidence.items()}
    joined = sorted(set(pairs(text, kinds, scores, types, THRESHOLD)))
    for span in joined:
        del scores[span]
    decision = _choose(text, evidence, scores, types)
    several = [dropped("whole-list", span, "two names", "两个名称") for span in joined]
    return replace(decision, dropped=_sorted([*decision.dropped, *several]))


def _types(
    text: str, evidence: dict[Span, set[Candidate]], *, english: bool
) -> dict[str, EntityType]:
    """One type for each surface of the article: the sum of all evidence decides."""
    votes = _votes(text, evidence)
    for span, found in sorted(evidence.items()):
        # What longer names begin with is a place far more often than a person.
        if any(c.kind in {"pattern:head", "pattern:quoted-head"} for c in found):
            for size in range(_SHORT, min(5, span.end - span.start)):
                prefix = text[span.start : span.start + size]
                if prefix in votes and EntityType.PLACE in votes[prefix].by_type:
                    votes[prefix].by_type[EntityType.PLACE] += 1.0
    if english:
        _doubt_lone_persons(votes)
    _support_short_names(votes)
    _support_brands(votes)
    return {surface: vote.winner() for surface, vote in votes.items()}


def _doubt_lone_persons(votes: dict[str, _Votes]) -> None:
    """One word is a person's name where the article has the whole name; else more often a firm's.

    The first mention of a person gives both names, the tagger has never seen a coined word. Two
    words that no person's name begins with are as often a firm's: what they do decides.
    """
    parts: dict[str, set[EntityType]] = defaultdict(set)
    for surface in sorted(votes):
        words = surface.split(" ")
        if len(words) > 1 and surface.isascii():
            for word in words:
                parts[word].add(votes[surface].winner())
    for surface in sorted(votes):
        found = votes[surface].by_type
        if not 0.0 < found.get(EntityType.PERSON, 0.0) <= _TAGGED or not surface.isascii():
            continue
        if " " in surface:
            if not is_persons(surface):
                found[EntityType.PERSON] *= _UNHEARD
        elif surface not in GIVEN_NAMES and EntityType.PERSON not in parts[surface]:
            found[EntityType.ORGANIZATION] += found.pop(EntityType.PERSON)


def _support_short_names(votes: dict[str, _Votes]) -> None:
    """A firm's first words are the firm, a person's last word is the person."""
    for surface in sorted(votes):
        words = surface.split(" ")
        if len(words) == 1 or not surface.isascii():
            continue
        kind = votes[surface].winner()
        if kind is EntityType.PERSON and words[-1] in votes:
            votes[words[-1]].by_type[EntityType.PERSON] += 1.0
        elif kind is EntityType.ORGANIZATION and _FIRM_END.fullmatch(words[-1]):
            first = int(words[0] in ENGLISH_PLACES and len(words) > _SHORT)  # Wuhan|Xyz Cell Co.
            for size in range(first + 1, len(words)):
                short = " ".join(words[first:size])
                if short not in votes or short in ENGLISH_PLACES:
                    continue
                if not (first and EntityType.PLACE in votes[short].by_type):
                    votes[short].by_type[EntityType.ORGANIZATION] += 1.0


def _support_brands(votes: dict[str, _Votes]) -> None:
    """What stands before a firm's trade word is the firm: 某某 for 某某医疗."""
    for surface in sorted(votes):
        if not surface.endswith(BRAND_HEADS):
            continue
        if votes[surface].winner() is not EntityType.ORGANIZATION:
            continue
        for head in BRAND_HEADS:
            short = surface.removesuffix(head)
            if short != surface and short in votes and short not in PLACES:
                votes[short].by_type[EntityType.ORGANIZATION] += 1.0


def _votes(text: str, evidence: dict[Span, set[Candidate]]) -> dict[str, _Votes]:
    """The weight of the evidence for each type of each surface.

    A tagger has one vote for a surface, shared by the types that it gives in different places; of
    every other kind of evidence two occurrences count.
    """
    counts: dict[str, Counter[tuple[str, EntityType]]] = defaultdict(Counter)
    weights: dict[tuple[str, EntityType], float] = {}
    for span, found in sorted(evidence.items()):
        for candidate in sorted(found):
            counts[span.of(text)][candidate.kind, candidate.type] += 1
            weights[candidate.kind, candidate.type] = weight(candidate)
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for surface, seen in counts.items():
        whole: Counter[str] = Counter()
        for (kind, _), number in seen.items():
            whole[kind] += number
        for (kind, entity_type), number in sorted(seen.items()):
            share = number / whole[kind] if kind.startswith("tagger:") else min(number, _COUNTED)
            factor = _DECISIVE.get(kind, 1.0)
            votes[surface].by_type[entity_type] += factor * share * weights[kind, entity_type]
    return votes


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
    taken.extend(_nested(text, taken, evidence, scores, types))
    mentions = tuple(
        Mention(
            span,
            types[span.of(text)],
            tuple(sorted({candidate.kind for candidate in evidence[span]})),
            scores[span],
        )
        for span in sorted(taken)
    )
    return Decision(mentions, _sorted(lost))


def _sorted(lost: Iterable[Dropped]) -> tuple[Dropped, ...]:
    return tuple(sorted(lost, key=lambda record: (record.span, record.rule)))


def _nested(
    text: str,
    taken: Sequence[Span],
    evidence: dict[Span, set[Candidate]],
    scores: dict[Span, float],
    types: dict[str, EntityType],
) -> list[Span]:
    """The parents that stand inside the names of departments: names of their own."""
    found = []
    for span in taken:
        if types[span.of(text)] is not EntityType.ORGANIZATION:
            continue
        for parent in parents(text, span):
            evidence[parent].add(Candidate(parent, EntityType.ORGANIZATION, "nested:parent"))
            types[parent.of(text)] = EntityType.ORGANIZATION
            scores[parent] = _score(evidence[parent], EntityType.ORGANIZATION)
            found.append(parent)
    return found


def _beaten(text: str, span: Span, rival: Span) -> Dropped:
    name = rival.of(text)
    if rival.covers(span):
        return dropped("nested", span, f"part of the longer name {name}", f"属于更长的名称“{name}”")
    return dropped("overlap", span, f"overlaps the name {name}", f"与名称“{name}”重叠")
