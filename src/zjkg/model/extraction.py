"""What a sentence holds: words, names, quantities, and the entities of one article."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import msgspec

from zjkg.errors import Bilingual
from zjkg.model.article import Span
from zjkg.model.terms import Comparator, EntityType, LanguageTag


class Syntax(msgspec.Struct, frozen=True, gc=False):
    """How a word hangs in its sentence.

    ``head`` is the index, in the sentence's tokens, of the word that governs it; a root is its own
    head. ``relation`` is the label of that dependency (nsubj, dobj, pobj, relcl … as spaCy's
    English models name them), ``lemma`` the dictionary form in lower case, ``form`` the Penn
    Treebank tag (VBN, VBG, NNS …).
    """

    head: int
    relation: str
    lemma: str
    form: str


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word with its part of speech (n, nz, v, a, d, m, q, p, c, u, r, t, w, PER, LOC, ORG …).

    Chinese and English taggers are mapped onto one tag set; tokens of a sentence are in order and
    do not overlap. English words also have their syntax, Chinese words have none: no parser of
    Chinese is at hand.
    """

    span: Span
    tag: str
    syntax: Syntax | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing at one place of the text.

    ``evidence`` names the kinds of evidence that agree (``tagger:lac``, ``gazetteer``,
    ``pattern:org-suffix`` …), sorted; ``score`` is between 0 and 1.
    """

    span: Span
    type: EntityType
    evidence: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the text itself declares for a long form."""

    long: Span
    short: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that a step did not keep, and why."""

    step: str
    rule: str
    span: Span
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Recognition:
    """What recognition hands on: words by sentence (same order as ``Article.sentences``), names."""

    tokens: tuple[tuple[Token, ...], ...]
    mentions: tuple[Mention, ...]
    abbreviations: tuple[Abbreviation, ...]
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a value is about: ISO dates (``2020-10-12``), months or years, or open ends.

    "As of" and "by" have only ``end``. ``anchor`` is the publication date (ISO, local) where a
    relative expression such as 去年 needed one. An expression that cannot be resolved has neither
    end and keeps its ``expression``.
    """

    start: str | None
    end: str | None
    expression: Span | None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning, as the sentence writes it.

    ``value`` and ``value_max`` are in the base unit of ``unit``. ``span`` covers hedge, number and
    unit; ``number`` the number alone. ``counted`` is the noun phrase right of the unit, if any.
    ``equivalent_to`` is the index, in the article's quantities, of the amount that this one
    restates in another currency. ``ambiguity`` says which readings the words leave open.
    """

    span: Span
    number: Span
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: Comparator
    period: Period | None
    share_of: Span | None
    counted: Span | None
    rule: str
    equivalent_to: int | None = None
    ambiguity: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """The quantities of an article in text order, and the numbers that are none.

    ``dates`` are the times that the text names and that could be resolved, in text order, whether
    they date a quantity or not; both ends are set, and ``expression`` is the time alone (2015年 of
    自2015年以来).
    """

    quantities: tuple[Quantity, ...]
    dropped: tuple[Dropped, ...] = ()
    dates: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, with its language and the place of its first use in the article."""

    text: str
    language: LanguageTag
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing inside one article: the mentions that this article uses for it.

    ``key`` (``e0``, ``e1`` … by first mention) is local to the article. ``names`` starts with the
    preferred one: the longest in the article's own language, else the longest. ``mentions`` are
    indexes into ``Recognition.mentions``.
    """

    key: str
    type: EntityType
    names: tuple[Name, ...]
    mentions: tuple[int, ...]
