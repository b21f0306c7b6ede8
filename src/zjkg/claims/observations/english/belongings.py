"""Whose the things without a name are that an English text has spoken of: the plant, the round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zjkg.claims.observations.english.sentences import Parsed

_ALIKE: Final = (
    "facility building site plant factory laboratory lab centre center campus complex base tower",
    "trial study test",
    "deal agreement transaction acquisition purchase licence license partnership pact takeover",
    "round financing fundraising investment money proceeds funding",
    "drug product therapy vaccine candidate treatment medicine shot pill compound molecule",
    "project development scheme expansion conversion extension work construction",
    "programme program initiative scheme",
    "offering listing flotation ipo debut",
)
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
_KINDS: Final = {word: group.split()[0] for group in _ALIKE for word in group.split()}


class Belongings:
    """Remembers whose each thing was that a sentence introduced, by its noun and by its kind.

    ``subject`` is the noun that the last sentence was about, if that has no name.
    """

    def __init__(self) -> None:
        self.subject: str | None = None
        self._by_noun: dict[str, str | None] = {}
        self._by_kind: dict[str, str | None] = {}

    def note(
        self, parsed: Parsed, owner: str | None, owned_by: Callable[[int], str | None]
    ) -> None:
        """What a sentence speaks of is whose it says, else that of whom it speaks.

        What it takes up (``the plant``) stays with whom it was.
        """
        for word, lemma in enumerate(parsed.syntax.lemmas):
            if parsed.form(word) not in ("NN", "NNS") or word in parsed.names:
                continue
            if parsed.relation(word) in ("compound", "nmod", "npadvmod"):
                continue
            if is_definite(parsed, word) and self.owner(lemma) is not None:
                continue
            whose = (owned_by(word) if _is_possessed(parsed, word) else None) or owner
            self._by_noun[lemma] = whose
            if lemma in _KINDS:
                self._by_kind[_KINDS[lemma]] = whose
        self.subject = _subject(parsed)

    def owner(self, lemma: str) -> str | None:
        """Whose a thing is that a noun takes up."""
        if lemma in self._by_noun:
            return self._by_noun[lemma]
        return self._by_kind.get(_KINDS.get(lemma, ""))


def _is_possessed(parsed: Parsed, noun: int) -> bool:
    """Whether words beside a noun say whose it is: ``its plant``, ``the plant of X``."""
    syntax = parsed.syntax
    return bool(syntax.dependents(noun, "poss", "appos", "acl") or syntax.brought(noun, "of"))


def _subject(parsed: Parsed) -> str | None:
    """The noun without a name that the main verb of a sentence is about."""
    for root, head in enumerate(parsed.syntax.heads):
        if root == head and parsed.is_verb(root):
            for noun in parsed.syntax.subjects(root):
                return parsed.lemma(noun) if noun not in parsed.names else None
    return None


def is_definite(parsed: Parsed, noun: int) -> bool:
    """Whether a noun takes up what was spoken of: ``the plant``, ``this round``."""
    determined = parsed.syntax.dependents(noun, "det")
    return any(parsed.lemma(each) in _DEFINITE for each in determined)
