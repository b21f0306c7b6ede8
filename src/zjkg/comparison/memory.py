"""What the blocks of facts came to, kept from one run to the next.

The verdict on a block is a function of its facts. A block whose facts are what they were keeps its
verdict, so a changed article costs the blocks that it touches and no others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec

from zjkg.comparison.contradictions import contradiction
from zjkg.comparison.corroboration import agree
from zjkg.comparison.facts import Fact
from zjkg.comparison.shelf import FactShelf
from zjkg.model import ClaimRef, Contradiction
from zjkg.notes import Notes


@dataclass(frozen=True, slots=True)
class Verdict:
    """The contradictions inside a block, and the pairs of its claims that say the same."""

    contradictions: tuple[Contradiction, ...] = ()
    agreeing: tuple[tuple[ClaimRef, ClaimRef], ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """Verdicts by the digest of their block's facts; ``anew`` counts those made in this run.

    ``notes`` have what each article brings.
    """

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    anew: int = 0
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)

    def encode(self) -> bytes:
        """The memory as JSON; equal verdicts give equal bytes."""
        return msgspec.json.encode(dict(sorted(self.verdicts.items())))

    @classmethod
    def decode(cls, content: bytes) -> Memory:
        """The memory that ``encode`` wrote.

        Raises:
            msgspec.DecodeError: where it is not such JSON.
        """
        return cls(msgspec.json.decode(content, type=dict[str, Verdict]))


def remembered(shelf: FactShelf, memory: Memory) -> Memory:
    """The verdict on each block, made anew only where its facts are not those of before."""
    verdicts: dict[str, Verdict] = {}
    anew = 0
    for block in shelf.blocks():
        digest = shelf.digest(block)
        if digest in verdicts:
            continue  # the same facts meet under several keys
        known = memory.verdicts.get(digest)
        anew += known is None
        verdicts[digest] = known if known is not None else verdict(shelf.facts(block))
    return Memory(verdicts, anew)


def verdict(block: Sequence[Fact]) -> Verdict:
    """What a block comes to; its facts are in the order of their claims."""
    pairs = list(combinations(block, 2))
    judged = (contradiction(first, second) for first, second in pairs)
    return Verdict(
        tuple(each for each in judged if each),
        tuple((first.ref, second.ref) for first, second in pairs if agree(first, second)),
    )
