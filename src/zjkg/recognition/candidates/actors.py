"""What an English name does or has done to it in its sentence: what only companies do.

Read from the dependencies, so that it holds in every tense and however far the verb stands:
``X said on Tuesday it had closed a $40 million round``, ``the round valued X at $500 million``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zjkg.model import EntityType, Span, Syntax
from zjkg.recognition.candidates.context import person_like
from zjkg.recognition.candidates.person_names import is_persons
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Candidate, Passage

_DOES: Final = frozenset(
    "raise secure close acquire buy license licence outlicense out-license in-license hire employ"
    " manufacture market commercialize commercialise sell supply list float recruit enroll enrol"
    " dose produce ship export import lease rent outsource partner rebrand restructure"
    " post earn own operate list unveil launch debut generate report file book distribute open"
    " relocate invest sign complete announce outbid merge spin compete".split()
)
_HAS_DONE: Final = frozenset(
    "acquire buy purchase value float list delist found co-found back incorporate rebrand".split()
)
_MAKES: Final = frozenset(
    "develop make manufacture produce sell market supply distribute build own operate".split()
)
_HAS: Final = frozenset(
    "revenue sale profit loss earnings share shareholder investor stock funding financing round"
    " headcount workforce pipeline platform headquarters subsidiary factory plant ipo valuation"
    " product backer customer takeover acquisition valuation".split()
)
_HELD: Final = frozenset("stake share shareholding investment investor interest backer".split())
_SPEAKING: Final = frozenset("say announce add state note report confirm disclose".split())
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_NEAR: Final = 4
_TO: Final = frozenset({"in", "of", "into", "for", "with", "to"})


def propose(passage: Passage, span: Span) -> Iterator[Candidate]:
    """Evidence that a name without a telling head is a company."""
    name = span.of(passage.text)
    if person_like(name) and is_persons(name):
        return
    word = _head(passage, span)
    if word is None:
        return
    if _speaks_of_itself(passage, word):
        yield Candidate(span, EntityType.ORGANIZATION, "context:itself")
    if _acts(passage, word) or _is_acted_on(passage, word):
        yield Candidate(span, EntityType.ORGANIZATION, "context:actor")


def _head(passage: Passage, span: Span) -> int | None:
    """The word of a name that hangs on a word outside it."""
    first, last = passage.token_from(span.start), passage.token_from(span.end)
    for index in range(last - 1, first - 1, -1):
        syntax = passage.tokens[index].syntax
        if syntax is not None and not first <= syntax.head < last:
            return index if syntax.form == "NNP" else None
    return None


def _acts(passage: Passage, word: int) -> bool:
    """Whether a name is the subject, the agent or the owner that only a company can be."""
    own, above = _syntax(passage, word), _above(passage, word)
    if own is None or above is None:
        return False
    if own.relation == "nsubj":
        return above.form.startswith("V") and _does(passage, own.head)
    if own.relation == "poss":
        return above.lemma in _HAS
    if _is_of_place(passage, word):
        return True
    maker = _above(passage, own.head) if own.relation == "pobj" and above.lemma == "by" else None
    return maker is not None and maker.lemma in _MAKES


def _is_of_place(passage: Passage, word: int) -> bool:
    """Whether a place owns a name: ``Singapore's Tarnwick, a designer of drugs``."""
    return any(
        each is not None
        and each.head == word
        and each.relation == "poss"
        and passage.word(index) in ENGLISH_PLACES
        for index in range(max(0, word - _NEAR), word)
        for each in (_syntax(passage, index),)
    )


def _does(passage: Passage, verb: int) -> bool:
    """Whether a verb, or one that shares its subject, is a company's: ``hopes to enroll``."""
    above = _syntax(passage, verb)
    if above is None or above.lemma in _DOES:
        return above is not None
    for token in passage.tokens[verb + 1 :]:
        each = token.syntax
        if each is not None and each.head == verb and each.relation in ("xcomp", "conj"):
            return each.lemma in _DOES
    return False


def _is_acted_on(passage: Passage, word: int) -> bool:
    """Whether a name is what is bought, valued, listed or invested in."""
    own, above = _syntax(passage, word), _above(passage, word)
    if own is None or above is None:
        return False
    if own.relation in ("dobj", "nsubjpass"):
        return above.lemma in _HAS_DONE
    if own.relation != "pobj" or above.lemma not in _TO:
        return False
    held = _above(passage, own.head)
    return held is not None and (
        held.lemma in _HELD or (held.lemma == "invest" and above.lemma in ("in", "into"))
    )


def _speaks_of_itself(passage: Passage, word: int) -> bool:
    """Whether ``it`` in what a name says is the name: ``X said it had``."""
    own, above = _syntax(passage, word), _above(passage, word)
    if own is None or above is None or own.relation != "nsubj" or above.lemma not in _SPEAKING:
        return False
    verb = own.head
    for index in range(verb + 1, len(passage.tokens)):
        each = _syntax(passage, index)
        if each is not None and each.relation in _SUBJECTS:
            said = _above(passage, index)
            inside = said is not None and said.relation == "ccomp" and said.head == verb
            return inside and each.lemma == "it"
    return False


def _syntax(passage: Passage, word: int) -> Syntax | None:
    return passage.tokens[word].syntax


def _above(passage: Passage, word: int) -> Syntax | None:
    own = _syntax(passage, word)
    return None if own is None or own.head == word else passage.tokens[own.head].syntax
