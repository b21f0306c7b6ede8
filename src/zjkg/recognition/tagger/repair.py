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
_PARTICIPLES: Final = frozenset({"VBN", "VBG"})
_NOMINAL: Final = frozenset({"NNP", "NNPS", "NN", "NNS"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARY: Final = frozenset({"aux", "auxpass", "advmod", "neg"})
_LISTED: Final = frozenset({"appos", "conj", "npadvmod", "pobj", "nmod", "dep"})
_INSIDE: Final = frozenset(
    {"compound", "amod", "det", "nmod", "punct", "nummod", "poss", "case", "npadvmod"}
)
_HUNG: Final = frozenset({"relcl", "ccomp", "parataxis", "dep", "acl", "conj"})
_CLAUSES: Final = frozenset({"ROOT", "ccomp"})


def with_subjects(words: Sequence[str], syntax: Sequence[Syntax]) -> list[Syntax]:
    """The syntax in which a verb without a subject has the noun phrase that ends before it."""
    mended = list(syntax)
    main = _behind_participle(words, syntax)
    if main is not None:
        mended[main] = replace(syntax[main], head=main, relation="ROOT")
        mended[0] = replace(syntax[0], head=main, relation="advcl")
        syntax = tuple(mended)
    subjects = {e.head: i for i, e in enumerate(syntax) if e.relation in _SUBJECTS}
    for verb, each in enumerate(syntax):
        if each.relation not in _CLAUSES or not _is_finite(syntax, verb):
            continue
        subject = subjects.get(verb)
        if subject is not None and syntax[subject].form not in _PARTICIPLES:
            continue
        noun = _before(words, syntax, verb)
        if noun is not None:
            mended[noun] = replace(syntax[noun], head=verb, relation="nsubj")
            if subject is not None:  # Headquartered in Leeds, Marlow has …
                mended[subject] = replace(syntax[subject], relation="advcl")
    return mended


def _behind_participle(words: Sequence[str], syntax: Sequence[Syntax]) -> int | None:
    """The main verb that was hung below the participle that opens its sentence.

    ``Founded by Ada Lund, a chemist, and two others, Marlow is based in Leeds``.
    """
    if not syntax or syntax[0].relation != "ROOT" or syntax[0].form not in _PARTICIPLES:
        return None
    for noun, each in enumerate(syntax):
        if each.relation not in _SUBJECTS or each.form not in _NOMINAL:
            continue
        first = _first(syntax, noun)
        opens = first > 0 and words[first - 1] == ","
        verb = each.head
        passive = any(e.head == verb and e.relation == "auxpass" for e in syntax[:verb])
        if opens and syntax[verb].relation in _HUNG and (passive or _is_finite(syntax, verb)):
            return verb
    return None


def _before(words: Sequence[str], syntax: Sequence[Syntax], verb: int) -> int | None:
    """The listed noun behind a comma with all that hangs on it up to a verb and its auxiliaries."""
    last = verb - 1
    while last >= 0 and syntax[last].head == verb and syntax[last].relation in _AUXILIARY:
        last -= 1
    noun = last
    while noun > 0 and words[noun] != ",":
        each = syntax[noun]
        listed = each.relation in _LISTED and each.form in _NOMINAL and each.head != verb
        first = _first(syntax, noun) if listed else 0
        if first and words[first - 1] == ",":
            return noun
        if each.head > last or (each.head == noun and each.relation != "punct"):
            return None
        noun -= 1
    return None


def _is_finite(syntax: Sequence[Syntax], verb: int) -> bool:
    forms = {each.form for each in syntax[:verb] if each.head == verb and each.relation == "aux"}
    return syntax[verb].form in _FINITE or bool(forms & {"MD", *_FINITE})


def _first(syntax: Sequence[Syntax], noun: int) -> int:
    """The first word of the noun's own phrase."""
    word = noun
    while word and syntax[word - 1].relation in _INSIDE and word <= syntax[word - 1].head <= noun:
        word -= 1
    return word
