"""Mentions → entities: inside one article, then over all, with the evidence for each merge."""

from zjkg.linking.authority import AuthorityEntry, load_authority
from zjkg.linking.evidence import strength
from zjkg.linking.judgements import (
    COLUMNS,
    JUDGEMENTS,
    judged_names,
    load_judgements,
    parse_judgements,
)
from zjkg.linking.resolve import TOO_LITTLE, resolve
from zjkg.linking.within import entities
from zjkg.model import Judgement

__all__ = [
    "COLUMNS",
    "JUDGEMENTS",
    "TOO_LITTLE",
    "AuthorityEntry",
    "Judgement",
    "entities",
    "judged_names",
    "load_authority",
    "load_judgements",
    "parse_judgements",
    "resolve",
    "strength",
]
