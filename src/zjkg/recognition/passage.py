"""A sentence as the mechanisms see it, and what they propose."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import msgspec

from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Span, Token

STEP = "recognition"


class Candidate(msgspec.Struct, frozen=True, order=True, gc=False):
    """A proposed name: where, what, and the kind of evidence for it."""

    span: Span
    type: EntityType
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence. ``text`` is the folded text of the whole article; offsets are the article's."""

    text: str
    span: Span
    chinese: bool
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    names: tuple[tuple[Span, str], ...]
    quoted: tuple[Span, ...]
    posts: bool
    """Whether a Chinese post may stand in it; where none may, none is looked for."""
    trimmed: dict[tuple[Span, bool], Span] = field(default_factory=dict, compare=False)
    """What is left of spans whose edges were looked at, as several mechanisms propose them."""

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins at the offset, or the sentence ends there."""
        at = bisect_left(self.starts, offset)
        return offset == self.span.end or (at < len(self.starts) and self.starts[at] == offset)

    def word(self, index: int) -> str:
        """The folded characters of a token."""
        return self.tokens[index].span.of(self.text)

    def token_from(self, offset: int) -> int:
        """The index of the first token that starts at ``offset`` or after it."""
        return bisect_left(self.starts, offset)

    def token_before(self, offset: int) -> int:
        """The index of the last token that starts before ``offset``; -1 if there is none."""
        return bisect_left(self.starts, offset) - 1

    @property
    def sentence(self) -> str:
        """The folded sentence."""
        return self.span.of(self.text)


def dropped(rule: str, span: Span, en: str, zh: str) -> Dropped:
    """A record of a candidate that is no name."""
    return Dropped(STEP, rule, span, Bilingual(en, zh))
