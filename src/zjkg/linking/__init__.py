"""Mentions → entities: inside one article, then over all, with the evidence for each merge."""

from zjkg.linking.authority import AuthorityEntry, load_authority
from zjkg.linking.candidates import bearers_of, keys_of, pairs_of_block
from zjkg.linking.components import Component
from zjkg.linking.deciding import TOO_LITTLE, Rounds
from zjkg.linking.evidence import is_named_alike, strength
from zjkg.linking.judgements import (
    COLUMNS,
    JUDGEMENTS,
    addresses_of,
    judged_names,
    judged_pairs,
    load_judgements,
    parse_judgements,
)
from zjkg.linking.listing import Listing, all_names, listed_iri, named_iri
from zjkg.linking.profiles import Profile, is_person, profiles_of, published
from zjkg.linking.resolution import Resolution
from zjkg.linking.resolve import resolution, resolve
from zjkg.linking.things import Things
from zjkg.linking.within import entities
from zjkg.model import Judgement

__all__ = [
    "COLUMNS",
    "JUDGEMENTS",
    "TOO_LITTLE",
    "AuthorityEntry",
    "Component",
    "Judgement",
    "Listing",
    "Profile",
    "Resolution",
    "Rounds",
    "Things",
    "addresses_of",
    "all_names",
    "bearers_of",
    "entities",
    "is_named_alike",
    "is_person",
    "judged_names",
    "judged_pairs",
    "keys_of",
    "listed_iri",
    "load_authority",
    "load_judgements",
    "named_iri",
    "pairs_of_block",
    "parse_judgements",
    "profiles_of",
    "published",
    "resolution",
    "resolve",
    "strength",
]
