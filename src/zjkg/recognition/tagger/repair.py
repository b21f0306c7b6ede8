"""Mends what the English parser does to a clause that opens with a place.

``At the campus outside Cambridge, England, Tarnwick Biologics shares a room``: the parser
takes the subject for one more name of the list before it, and leaves the verb without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from zjkg.model import Syntax

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL: Final = frozenset({"NNP", "NNPS", "NN", "NNS"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARY: Final = frozenset({"aux", "auxpass", "advmod", "neg"})
_LISTED: Final = frozenset({"appos", "conj", "npadvmod", "pobj", "nmod", "dep"})
_INSIDE: Final = frozenset({"compound", "amod", "det", "nmod", "punct", "nummod", "poss", "case"})
_CLAUSES: Final = frozenset({"ROOT", "ccomp"})


def with_subjects(words: Sequence[str], syntax: Sequence[Syntax]) -> list[Syntax]:
    """The syntax in which a verb without a subject has the noun phrase that stands before it."""
    mended = list(syntax)
    has_subject = {each.head for each in syntax if each.relation in _SUBJECTS}
    for verb, each in enumerate(syntax):
        if each.relation not in _CLAUSES or verb in has_subject:
            continue
        noun = _before(syntax, verb)
        if noun is None or not _is_finite(syntax, verb):
            continue
        first = _first(syntax, noun)
        listed = syntax[noun].relation in _LISTED and syntax[noun].head != verb
        if listed and first and words[first - 1] == ",":
            mended[noun] = replace(syntax[noun], head=verb, relation="nsubj")
    return mended


def _before(syntax: Sequence[Syntax], verb: int) -> int | None:
    """The noun right before a verb and its auxiliaries."""
    word = verb - 1
    while word >= 0 and syntax[word].head == verb and syntax[word].relation in _AUXILIARY:
        word -= 1
    return word if word >= 0 and syntax[word].form in _NOMINAL else None


def _is_finite(syntax: Sequence[Syntax], verb: int) -> bool:
    forms = {each.form for each in syntax[:verb] if each.head == verb and each.relation == "aux"}
    return syntax[verb].form in _FINITE or bool(forms & {"MD", *_FINITE})


def _first(syntax: Sequence[Syntax], noun: int) -> int:
    """The first word of the noun's own phrase."""
    word = noun
    while word and syntax[word - 1].relation in _INSIDE and word <= syntax[word - 1].head <= noun:
        word -= 1
    return word
