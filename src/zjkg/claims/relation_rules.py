"""The shape of a rule that finds a relation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.patterns import en, zh
from zjkg.model import EntityType, Predicate


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A verb frame: groups ``s`` subject, ``v`` verb, ``o`` object.

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


def en_rule(
    name: str, predicate: Predicate, source: str, *, only: EntityType | None = None
) -> RelationRule:
    """A rule for English sentences."""
    return RelationRule(f"relation-en-{name}", predicate, en(source), only)
