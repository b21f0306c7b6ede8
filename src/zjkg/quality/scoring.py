"""Scores one article's prediction against its gold; names every figure there is.

Names are compared after a light fold (NFKC, case, spaces, quotation and Markdown marks), and all
rows are paired one to one, so that a second output for one gold row is a false alarm.

- ``entities``: type equal and one of its names is the gold name or an alias. ``entities.TYPE`` the
  same by type; ``entities.surface`` without regard to type.
- ``entities.names``: each pair of a name and a type, alone: extraction without identity.
- ``entities.links``: of the names that both sides have, each pair of names of one entity: identity
  without extraction.
- ``roles``, ``relations``: all parts right, persons and things through the names of the gold
  entity. ``relations.PREDICATE`` the same by predicate.
- ``quantities``: found, by value (relative tolerance 1e-4) and unit. ``quantities.context``: found
  with comparator, period, modality and shareOf right, of all predicted and of all gold rows. The
  other ``quantities.X`` are shares of the found rows.
- ``quotations``: found, by at least 80 % common text; ``quotations.speaker`` of the found.
"""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.quality.entities import score_entities
from zjkg.quality.findings import Finding, Rules
from zjkg.quality.gold import Gold
from zjkg.quality.predictions import Prediction
from zjkg.quality.quantities import score_quantities
from zjkg.quality.quotations import score_quotations
from zjkg.quality.relations import score_relations, score_roles
from zjkg.quality.scores import Figures
from zjkg.quality.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The figures of one article, every difference from gold, and the tallies of the rules."""

    source: str
    language: str
    figures: Figures
    findings: tuple[Finding, ...]
    rules: Rules


def score(gold: Gold, predicted: Prediction) -> ArticleScore:
    """Compare what was extracted from an article with what a person found in it."""
    sheet = Sheet(gold, predicted)
    score_entities(sheet)
    score_roles(sheet)
    score_quantities(sheet)
    score_relations(sheet)
    score_quotations(sheet)
    return ArticleScore(
        gold.source, gold.language, sheet.figures, tuple(sheet.findings), sheet.rules
    )
