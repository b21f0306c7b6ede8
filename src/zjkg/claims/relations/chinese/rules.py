"""The shapes of the rules that find a relation in Chinese sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from zjkg.claims.frames.patterns import zh
from zjkg.model import EntityType, Predicate


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A sentence frame: groups ``s`` subject, ``v`` verb, ``o`` object.

    A rule may leave out ``o``: the object is then the one that the sentence has already named.
    ``only`` keeps just the names of one type, where the stretch also holds others
    (their employers). The forms say what the name on that side must look like.
    """

    id: str
    predicate: Predicate
    pattern: re.Pattern[str]
    only: EntityType | None = None
    subject_form: re.Pattern[str] | None = None
    object_form: re.Pattern[str] | None = None


class Construction(Enum):
    """Where the arguments of a verb stand."""

    TRANSITIVE = auto()
    """Subject, verb, object; with the passive, and with relative clauses of either side."""
    RECEIVED = auto()
    """What the subject gets from an agent before the verb (获X批准)."""
    PLACED = auto()
    """Subject, a place after 在, verb."""
    COMPANIONS = auto()
    """Two or more who act together (A与B签署)."""
    POSSESSIVE = auto()
    """A pronoun for the owner, then at once what it owns (其子公司B, its drug P)."""
    ELIDED = auto()
    """Subject and verb; the object is what the text speaks of (A持股12%)."""
    TENANTS = auto()
    """Words for a side that is named behind them; the object is spoken of (首家入驻的是A)."""
    FROM_OWNER = auto()
    """Subject, verb, the owner of what is taken (引进B的P)."""
    LICENSOR = auto()
    """The right to the object goes to the agent, from the subject (由B取得P的销售权)."""
    GRANTED = auto()
    """Transitive, unless the verb is the noun of what the subject gets (获B授权)."""


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb whose arguments are looked for by their places in the clause.

    ``inverse`` swaps the sides: the grammatical subject is the object of the predicate.
    ``subjects`` and ``objects`` narrow the types of the grammatical sides below what the
    predicate's signature admits.
    """

    id: str
    predicate: Predicate
    verb: re.Pattern[str]
    construction: Construction = Construction.TRANSITIVE
    subjects: frozenset[EntityType] | None = None
    objects: frozenset[EntityType] | None = None
    inverse: bool = False
    elided: bool = False
    """Whether the object may be left out, and is then what the text speaks of."""


def zh_rule(  # noqa: PLR0913 - a rule is one line of a table
    name: str,
    predicate: Predicate,
    source: str,
    *,
    only: EntityType | None = None,
    subject_form: re.Pattern[str] | None = None,
    object_form: re.Pattern[str] | None = None,
) -> RelationRule:
    """A rule for Chinese sentences."""
    return RelationRule(
        f"relation-zh-{name}", predicate, zh(source), only, subject_form, object_form
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
    elided: bool = False,
) -> VerbRule:
    """A verb of Chinese sentences."""
    return VerbRule(
        f"relation-zh-verb-{name}",
        predicate,
        zh(verb),
        construction,
        subjects,
        objects,
        inverse,
        elided,
    )
