"""Which pairs of names a person is asked about, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from zjkg.linking import TOO_LITTLE, strength
from zjkg.model import Identity, LocalKey, Merge

_JUDGED = ("judgement",)


class Standing(StrEnum):
    """What the rules made of a pair: too little evidence, two things, or one thing."""

    UNDECIDED = "undecided"
    APART = "apart"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Question:
    """A pair of names that may be of one thing, with the evidence found, and how it stands."""

    merge: Merge
    standing: Standing

    @property
    def pair(self) -> tuple[LocalKey, LocalKey]:
        """The two entities, in order of publication."""
        return self.merge.first, self.merge.second


def questions(identity: Identity, *, everything: bool = False) -> tuple[Question, ...]:
    """The pairs to ask about: undecided ones, the strongest evidence first.

    Undecided is what was refused for lack of evidence only. One pair speaks for two things: where
    several of their names were compared, the pair with the strongest evidence is asked; where a
    rule or a person told two things apart by any of their names, they are not undecided.

    With ``everything`` the pairs that rules decided follow: those kept apart, strongest evidence
    first, then those joined, weakest first. What a person judged is never asked again.
    """
    refused = [each for each in identity.merges if not each.same and _is_between(each, identity)]
    ruled = {_things(m, identity) for m in refused if m.reason != TOO_LITTLE}
    lacking = (m for m in refused if _things(m, identity) not in ruled)
    found = [Question(merge, Standing.UNDECIDED) for merge in _strongest(lacking, identity)]
    if everything:
        apart = (m for m in refused if m.reason != TOO_LITTLE and not is_judged(m))
        found += [Question(merge, Standing.APART) for merge in _strongest(apart, identity)]
        joined = (m for m in identity.merges if m.same and not is_judged(m))
        weakest = sorted(joined, key=lambda m: (strength(m.evidence), m.first, m.second))
        found += [Question(merge, Standing.JOINED) for merge in weakest]
    return tuple(found)


def is_judged(merge: Merge) -> bool:
    """Whether a person's row decided the pair itself."""
    return merge.evidence == _JUDGED


def _is_between(merge: Merge, identity: Identity) -> bool:
    """Whether the two are still two things: refused pairs may be joined through a third."""
    return len(_things(merge, identity)) > 1


def _things(merge: Merge, identity: Identity) -> frozenset[str]:
    return frozenset((identity.iris[merge.first], identity.iris[merge.second]))


def _strongest(merges: Iterable[Merge], identity: Identity) -> list[Merge]:
    """One pair for each two things, those with the strongest evidence first."""
    ordered = sorted(merges, key=lambda m: (-strength(m.evidence), m.first, m.second))
    best: dict[frozenset[str], Merge] = {}
    for merge in ordered:
        best.setdefault(_things(merge, identity), merge)
    return list(best.values())
