"""The owners of English scores and grants: the index, the policy."""

from __future__ import annotations

import re

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Quantity, Sentence, Span

_GRANT = re.compile(r"\b(?:subsid|grants?\b|rewards?\b|incentives?\b)")


class Owners:
    """Corrects the subject that grammar gives by what is measured."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse

    def owner(
        self, sentence: Sentence, clause: Span, quantity: Quantity, entity: str | None, rule: str
    ) -> str | None:
        """The subject of a value, which grammar says is ``entity``."""
        words = clause.of(self._text.key)
        if quantity.unit == "score":
            return self._scored(sentence, entity, rule)
        if _GRANT.search(words) and rule not in ("subject:clause", "subject:reference"):
            policy = self._named(sentence.span, EntityType.POLICY) or (
                self._discourse.recent(EntityType.POLICY)
            )
            if policy is not None:
                return policy
        return entity

    def _scored(self, sentence: Sentence, entity: str | None, rule: str) -> str | None:
        if entity is not None and rule in (
            "subject:clause",
            "subject:local",
            "subject:reference",
            "subject:adjacent",
        ):
            return entity
        return (
            self._named(sentence.span, EntityType.INDEX)
            or self._discourse.last_named(EntityType.INDEX)
            or entity
        )

    def _named(self, span: Span, kind: EntityType) -> str | None:
        """The last thing of a type that is named in a stretch."""
        for item in reversed(self._text.names_in(span)):
            if item.type is kind:
                return item.entity
        return None
