"""The Chinese verbs of the closed list of predicates."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.chinese.belonging import BELONGING
from zjkg.claims.relations.chinese.dealing import DEALING
from zjkg.claims.relations.chinese.relational_nouns import RELATIONAL_NOUNS
from zjkg.claims.relations.chinese.rules import VerbRule

ZH_VERBS: Final[tuple[VerbRule, ...]] = (*BELONGING, *DEALING, *RELATIONAL_NOUNS)
