"""Stages: the dated turning points of things as nodes, joined to what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from zjkg.export.nodes import STAGE, Draft
from zjkg.export.observations import Properties
from zjkg.export.selection import Facts, properties
from zjkg.export.statements import Statement, stating

REACHED = "reached"

_PROPERTIES = """SELECT DISTINCT ?milestone ?property ?value {
  VALUES ?property { zj:subject zj:milestoneKind zj:thing zj:periodStart zj:periodEnd zj:modality }
  ?milestone a zj:Milestone ; ?property ?value }"""


@dataclass(frozen=True, slots=True)
class Stages:
    """Milestones as nodes with their edges."""

    drafts: tuple[Draft, ...]
    statements: tuple[Statement, ...]


def stages(store: Store, facts: Facts) -> Stages:
    """Every milestone that an article states."""
    found = properties(store, _PROPERTIES)
    drafts = tuple(_draft(iri, values, facts) for iri, values in found.items())
    return Stages(drafts, tuple(_statements(found, facts)))


def _draft(iri: str, values: dict[str, list[str]], facts: Facts) -> Draft:
    first = {name: cells[0] for name, cells in values.items()}
    kind, when = first.get("milestoneKind", ""), first.get("periodStart") or first.get("periodEnd")
    return Draft(
        iri,
        STAGE,
        " ".join(part for part in (first.get("thing"), kind, when) if part),
        {
            "stage": kind,
            "periodStart": first.get("periodStart"),
            "periodEnd": first.get("periodEnd"),
            "modality": first.get("modality"),
            "quote": facts.quote(iri),
        },
    )


def _statements(found: Properties, facts: Facts) -> Iterator[Statement]:
    for iri, values in found.items():
        says = stating(iri, facts, values.get("modality", [""])[0])
        yield from (says(subject, iri, REACHED) for subject in values.get("subject", ()))
