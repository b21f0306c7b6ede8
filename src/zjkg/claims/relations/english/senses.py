"""How the English lexicon of relations is written: what a verb or a noun states, and of whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zjkg.model import EntityType as Type
from zjkg.model import Predicate

Types = frozenset[Type]
ORG: Final = frozenset({Type.ORGANIZATION})
FIRM: Final = ORG | {Type.PROJECT}
ACTING: Final = ORG | {Type.PERSON}
PERSON: Final = frozenset({Type.PERSON})
PARK: Final = frozenset({Type.PARK})
SITE: Final = PARK | {Type.PLACE}
PRODUCT: Final = frozenset({Type.PRODUCT})
EVENT: Final = frozenset({Type.EVENT})
REPORT: Final = frozenset({Type.INDEX, Type.POLICY, Type.PROJECT})
ISSUER: Final = ORG | SITE
WORK: Final = REPORT | PRODUCT
BODY: Final = FIRM | PARK
INSIDE: Final = "in at inside within into to on"
"""The prepositions that bring a site."""

AGENT: Final = "agent"
"""Who acts in the verb, or in the verb that governs the noun."""
DOER: Final = "doer"
"""The same where the verb is no passive."""
OBJECT: Final = "object"
"""What the verb acts on, first as a direct object, then as an indirect one."""
HOLDER: Final = "holder"
"""What the noun is said to be the name of (``X, a subsidiary``; ``investors include X``)."""
PEOPLE: Final = "people"
"""Those of whom the noun is said, with the people named beside them (``on stage were …``)."""
OWNER: Final = "owner"
"""Whose the noun is: ``X's``, ``its``."""
COMPOUND: Final = "compound"
"""The name before the noun: ``the Marlow acquisition``."""
GIVER: Final = "giver"
"""Who gives what the noun names (``X granted approval``)."""
GETTER: Final = "getter"
"""Who gets what the noun names (``X won approval``)."""
ROUND: Final = "round"
"""Who raises the money that the clause speaks of."""
EACH: Final = "each"
"""The others of those who act together."""
TOPIC: Final = "topic"
"""What the text goes on about."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb or a noun states.

    ``subject`` and ``object`` list where the side is looked for, in order: one of the places
    above, else prepositions joined by spaces. Of the lemmas ``with_words`` one must stand in the
    verb's clause, of those ``around`` in the sentence.
    """

    id: str
    predicate: Predicate
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subjects: Types | None = None
    objects: Types | None = None
    with_words: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


Lexicon = dict[str, tuple[Sense, ...]]


def table(rows: Iterable[tuple[str, Sense]]) -> Lexicon:
    """The senses of each lemma."""
    found: dict[str, list[Sense]] = {}
    for words, sense in rows:
        for word in words.split():
            found.setdefault(word, []).append(sense)
    return {word: tuple(senses) for word, senses in found.items()}


def verb(  # noqa: PLR0913 - a sense is one line of a table
    name: str,
    predicate: Predicate,
    words: str,
    subject: tuple[str, ...] = (AGENT,),
    object_: tuple[str, ...] = (OBJECT,),
    *,
    subjects: Types | None = None,
    objects: Types | None = None,
    with_words: str = "",
    around: str = "",
) -> tuple[str, Sense]:
    """The senses of verbs, whose lemmas are given apart by spaces."""
    return words, Sense(
        f"relation-en-verb-{name}",
        predicate,
        subject,
        object_,
        subjects,
        objects,
        frozenset(with_words.split()),
        frozenset(around.split()),
    )


def noun(  # noqa: PLR0913 - a sense is one line of a table
    name: str,
    predicate: Predicate,
    words: str,
    subject: tuple[str, ...],
    object_: tuple[str, ...],
    *,
    subjects: Types | None = None,
    objects: Types | None = None,
    with_words: str = "",
) -> tuple[str, Sense]:
    """The senses of nouns; ``with_words`` are lemmas right under the noun."""
    return words, Sense(
        f"relation-en-noun-{name}",
        predicate,
        subject,
        object_,
        subjects,
        objects,
        frozenset(with_words.split()),
    )
