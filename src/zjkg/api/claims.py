"""Rows about claim nodes as typed claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from zjkg.api.records import (
    Claim,
    Evidence,
    Observation,
    Quotation,
    Relation,
    Role,
    Scalar,
)

Values = Mapping[str, tuple[Scalar, ...]]
_BASE_CLASSES = frozenset({"Claim", "Membership", "Statement", "ConceptScheme", "Concept"})


def typed_claim(iri: str, values: Values, places: Mapping[str, Evidence]) -> Claim | None:
    """The claim of a node, or None where its sentence is unknown."""
    evidence = places.get(_text(values, "evidence") or "")
    if evidence is None:
        return None
    kinds = sorted(_local(str(each)) for each in values.get("type", ()))
    kind = next((each for each in kinds if each not in _BASE_CLASSES), "Claim")
    focus = (places[str(each)] for each in values.get("focus", ()) if str(each) in places)
    claim = Claim(
        iri,
        kind,
        evidence,
        tuple(sorted(focus, key=lambda place: (place.start, place.end))),
        _text(values, "speaker"),
        _text(values, "rule"),
        values,
    )
    build = _BUILDERS.get(kind)
    return build(claim) if build else claim


def _observation(claim: Claim) -> Claim:
    values = claim.values
    value = _number(values, "value")
    if value is None:
        return claim
    return Observation(
        *_common(claim),
        subject=_text(values, "subject"),
        subject_label=_text(values, "subjectLabel"),
        measure=_text(values, "measure"),
        value=value,
        value_max=_number(values, "valueMax"),
        unit=_text(values, "unit"),
        comparator=_text(values, "comparator") or "=",
        modality=_text(values, "modality") or "actual",
        change=_text(values, "change"),
        period_start=_text(values, "periodStart"),
        period_end=_text(values, "periodEnd"),
        share_of=_text(values, "shareOf"),
    )


def _role(claim: Claim) -> Claim:
    values = claim.values
    return Role(
        *_common(claim),
        person=_text(values, "member") or "",
        organization=_text(values, "organization"),
        post=_text(values, "post") or "",
    )


def _relation(claim: Claim) -> Claim:
    values = claim.values
    return Relation(
        *_common(claim),
        subject=_text(values, "subject") or "",
        predicate=_local(_text(values, "predicate") or ""),
        object=_text(values, "object") or "",
        modality=_text(values, "modality") or "actual",
    )


def _quotation(claim: Claim) -> Claim:
    return Quotation(*_common(claim), text=_text(claim.values, "text") or "")


_BUILDERS: Mapping[str, Callable[[Claim], Claim]] = {
    "Observation": _observation,
    "Role": _role,
    "Relation": _relation,
    "Quotation": _quotation,
}


def _common(
    claim: Claim,
) -> tuple[str, str, Evidence, tuple[Evidence, ...], str | None, str | None, Values]:
    return (
        claim.iri,
        claim.kind,
        claim.evidence,
        claim.focus,
        claim.speaker,
        claim.rule,
        claim.values,
    )


def _text(values: Values, name: str) -> str | None:
    found = values.get(name)
    return str(found[0]) if found else None


def _number(values: Values, name: str) -> Decimal | None:
    found = values.get(name)
    return Decimal(str(found[0])) if found else None


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
