"""Which types each predicate relates; the ontology is the place of record."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.model import EntityType as Type
from zjkg.model import Predicate

_ORG = frozenset({Type.ORGANIZATION})
_AGENT = _ORG | {Type.PERSON}
_SITE = frozenset({Type.PARK, Type.PLACE})
_ACTOR = _AGENT | _SITE
_THING = frozenset(Type) - {Type.PERSON}
_UNDERTAKING = frozenset({Type.PRODUCT, Type.PROJECT})
_DOCUMENT = frozenset({Type.INDEX, Type.POLICY})
_EVENT = frozenset({Type.EVENT})
_PARK = frozenset({Type.PARK})
_PLACE = frozenset({Type.PLACE})
_POLICY = frozenset({Type.POLICY})


@dataclass(frozen=True, slots=True)
class Signature:
    """The types that may stand on either side of a predicate."""

    domain: frozenset[Type]
    range: frozenset[Type]


SIGNATURES: dict[Predicate, Signature] = {
    Predicate.LOCATED_IN: Signature(_THING - _DOCUMENT, _SITE),
    Predicate.PART_OF: Signature(_THING, _THING),
    Predicate.MEMBER_OF: Signature(_AGENT | _PARK, _ORG | {Type.PROJECT}),
    Predicate.FOUNDER_OF: Signature(_AGENT, _ORG | _PARK | _EVENT | {Type.PROJECT}),
    Predicate.COMPILED_BY: Signature(_DOCUMENT | _UNDERTAKING, _AGENT),
    Predicate.DEVELOPS: Signature(_AGENT | _PARK, _UNDERTAKING | _PARK),
    Predicate.ACQUIRES: Signature(_AGENT, _ORG | _UNDERTAKING),
    Predicate.INVESTS: Signature(_ACTOR, _ORG | _SITE | _UNDERTAKING),
    Predicate.PARTNERS_WITH: Signature(_ACTOR, _ACTOR),
    Predicate.SIGNS: Signature(
        _ACTOR | {Type.PROJECT}, _ORG | _SITE | _UNDERTAKING | _POLICY | _EVENT
    ),
    Predicate.LAUNCHES: Signature(_ACTOR, _THING - _PLACE),
    Predicate.HOSTS: Signature(_ACTOR, _EVENT),
    Predicate.ATTENDS: Signature(_AGENT, _EVENT),
    Predicate.APPROVES: Signature(_ORG | _PLACE, _ORG | _PARK | _UNDERTAKING | _POLICY | _EVENT),
    Predicate.LICENSES_TO: Signature(_AGENT | {Type.PRODUCT}, _AGENT),
    Predicate.LICENSES_FROM: Signature(_AGENT | {Type.PRODUCT}, _AGENT),
    Predicate.LISTED_ON: Signature(_ORG | {Type.PRODUCT}, _ORG),
    Predicate.SUBSIDIARY_OF: Signature(_ORG, _ORG),
    Predicate.OPERATES: Signature(_AGENT, _THING - _POLICY),
    Predicate.REGULATES: Signature(_ORG | _PLACE | _POLICY, _ORG | _SITE | _UNDERTAKING | _POLICY),
    Predicate.SUPPLIES: Signature(_ORG | _PARK, _ORG | _SITE | _UNDERTAKING),
}
