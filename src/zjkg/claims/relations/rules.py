"""The shapes of the rules that find a relation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.patterns import en, zh
from zjkg.model import EntityType, Predicate


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A sentence frame: groups ``s`` subject, ``v`` verb, ``o`` object.

    A rule may leave out ``s`` or ``o``: the missing side is then the one that the sentence has
    already named. ``only`` keeps just the names of one type, where the stretch also holds others
    (their employers). The forms say what the name on that side must look like.
    """

    id: str
    predicate: Predicate
    pattern: re.Pattern[str]
    only: EntityType | None = None
    subject_form: re.Pattern[str] | None = None
    object_form: re.Pattern[str] | None = None
    of_topic: bool = False
    """Whether the object, which the rule leaves out, is what the article is about."""


class Construction(Enum):
    """Where the arguments of a verb stand."""

    TRANSITIVE = auto()
    """Subject, verb, object; with the passive, and with relative clauses of either side."""
    RECEIVED = auto()
    """What the subject gets from an agent before the verb (获X批准, approved by X)."""
    PLACED = auto()
    """Subject, a place after 在, verb."""
    COMPANIONS = auto()
    """Two or more who act together (A与B签署)."""
    POSSESSIVE = auto()
    """A pronoun for the owner, then at once what it owns (其子公司B, its drug P)."""


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb whose arguments are looked for by their places in the clause.

    ``inverse`` swaps the sides: the grammatical subject is the object of the predicate.
    ``subjects`` and ``objects`` narrow the types of the grammatical sides below what the
    predicate's signature admits; ``after`` is the word that must stand in front of an object.
    """

    id: str
    predicate: Predicate
    verb: re.Pattern[str]
    construction: Construction = Construction.TRANSITIVE
    subjects: frozenset[EntityType] | None = None
    objects: frozenset[EntityType] | None = None
    after: re.Pattern[str] | None = None
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class RelationMatch:
    """A verb found in a sentence, with the names on its two sides."""

    rule: str
    predicate: Predicate
    verb: tuple[int, int]
    subjects: tuple[Slot, ...]
    objects: tuple[Slot, ...]


def zh_rule(  # noqa: PLR0913 - a rule is one line of a table
    name: str,
    predicate: Predicate,
    source: str,
    *,
    only: EntityType | None = None,
    subject_form: re.Pattern[str] | None = None,
    object_form: re.Pattern[str] | None = None,
    of_topic: bool = False,
) -> RelationRule:
    """A rule for Chinese sentences."""
    return RelationRule(
        f"relation-zh-{name}", predicate, zh(source), only, subject_form, object_form, of_topic
    )


def en_rule(  # noqa: PLR0913 - a rule is one line of a table
    name: str,
    predicate: Predicate,
    source: str,
    *,
    only: EntityType | None = None,
    object_form: re.Pattern[str] | None = None,
    of_topic: bool = False,
) -> RelationRule:
    """A rule for English sentences."""
    return RelationRule(
        f"relation-en-{name}",
        predicate,
        en(source),
        only,
        object_form=object_form,
        of_topic=of_topic,
    )


def zh_verb(  # noqa: PLR0913 - a rule is one line of a table
    name: str,
    predicate: Predicate,
    verb: str,
    construction: Construction = Construction.TRANSITIVE,
    *,
    subjects: frozenset[EntityType] | None = None,
    objects: frozenset[EntityType] | None = None,
    inverse: bool = False,
) -> VerbRule:
    """A verb of Chinese sentences."""
    return VerbRule(
        f"relation-zh-verb-{name}",
        predicate,
        zh(verb),
        construction,
        subjects,
        objects,
        None,
        inverse,
    )


def en_verb(  # noqa: PLR0913 - a rule is one line of a table
    name: str,
    predicate: Predicate,
    verb: str,
    construction: Construction = Construction.TRANSITIVE,
    *,
    subjects: frozenset[EntityType] | None = None,
    objects: frozenset[EntityType] | None = None,
    after: str | None = None,
    inverse: bool = False,
) -> VerbRule:
    """A verb of English sentences; ``after`` lists the prepositions that bring the object."""
    preposition = None
    if after is not None:
        preposition = en(
            rf"\b(?<!first )(?:{after}) (?:(?!(?:from|by|with|for|and|than) )[^\s,.;:]+ ){{0,5}}$"
        )
    return VerbRule(
        f"relation-en-verb-{name}",
        predicate,
        en(rf"\b(?:{verb})\b"),
        construction,
        subjects,
        objects,
        preposition,
        inverse,
    )
