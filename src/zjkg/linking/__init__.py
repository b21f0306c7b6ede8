"""Mentions → entities: inside one article, then over all, with the evidence for each merge."""

from zjkg.linking.authority import AuthorityEntry, load_authority
from zjkg.linking.judgements import Judgement, load_judgements
from zjkg.linking.resolve import resolve
from zjkg.linking.within import entities

__all__ = [
    "AuthorityEntry",
    "Judgement",
    "entities",
    "load_authority",
    "load_judgements",
    "resolve",
]
