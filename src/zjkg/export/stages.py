"""Stages: the dated turning points of things as nodes, joined to what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from zjkg.export.nodes import STAGE, Draft
from zjkg.export.observations import Properties
from zjkg.export.said import Said
from zjkg.export.selection import properties
from zjkg.export.statements import Statement, stating

REACHED = "reached"

_PROPERTIES = """SELECT DISTINCT ?milestone ?property ?value {
  VALUES ?property { zj:subject zj:milestoneKind zj:thing zj:periodStart zj:periodEnd zj:modality }
  $within GRAPH ?version { ?milestone a zj:Milestone ; ?property ?value } }"""


def read_stages(store: Store, said: Said) -> Properties:
    """The properties of every milestone that an article states, by their local names."""
    return properties(store, _PROPERTIES, version=said.versions)


def stage_nodes(found: Properties, said: Said) -> Iterator[Draft]:
    """The milestones as nodes."""
    return (_draft(iri, values, said.quote(iri)) for iri, values in found.items())


def stage_edges(found: Properties, said: Said) -> Iterator[Statement]:
    """What reached a milestone → the milestone."""
    for iri, values in found.items():
        says = stating(iri, said, values.get("modality", [""])[0])
        yield from (says(subject, iri, REACHED) for subject in values.get("subject", ()))


def _draft(iri: str, values: dict[str, list[str]], quote: str | None) -> Draft:
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
            "quote": quote,
        },
    )
