"""Scores entities: found, found without regard to type, names alone, identity alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from zjkg.model import EntityType
from zjkg.quality.keys import fold, folded
from zjkg.quality.pairing import pair
from zjkg.quality.scores import Score
from zjkg.quality.sheet import Sheet, named

_FIGURE = "entities"


def score_entities(sheet: Sheet) -> None:
    """Enter all figures of entities and the tallies of the kinds of evidence."""
    pairs = _pairs(sheet, typed=True)
    counts = len(sheet.predicted.entities), len(sheet.gold.entities)
    sheet.enter(_FIGURE, Score(len(pairs), *counts))
    sheet.enter(f"{_FIGURE}.surface", Score(len(_pairs(sheet, typed=False)), *counts))
    _score_names(sheet)
    _score_links(sheet)
    for each in EntityType:
        sheet.enter(f"{_FIGURE}.{each}", _of_type(sheet, pairs, each))
    _report(sheet, pairs)


def _pairs(sheet: Sheet, *, typed: bool) -> dict[int, int]:
    """Pairs that share a name; those that also share the longest name are liked better."""
    edges: dict[tuple[int, int], tuple[int, ...]] = {}
    for index, gold in enumerate(sheet.gold.entities):
        keys = folded(gold.names)
        for other, predicted in enumerate(sheet.predicted.entities):
            if (typed and gold.type is not predicted.type) or keys.isdisjoint(
                folded(predicted.names)
            ):
                continue
            edges[index, other] = (
                fold(gold.name) in folded(predicted.names),
                len(keys & folded(predicted.names)),
            )
    return pair(edges)


def _of_type(sheet: Sheet, pairs: dict[int, int], wanted: EntityType) -> Score:
    gold, predicted = sheet.gold.entities, sheet.predicted.entities
    return Score(
        sum(gold[index].type is wanted for index in pairs),
        sum(each.type is wanted for each in predicted),
        sum(each.type is wanted for each in gold),
    )


def _score_names(sheet: Sheet) -> None:
    gold = {(fold(n), e.type) for e in sheet.gold.entities for n in e.names}
    predicted = {(fold(n), e.type) for e in sheet.predicted.entities for n in e.names}
    sheet.enter(f"{_FIGURE}.names", Score(len(gold & predicted), len(predicted), len(gold)))
    for mention in sheet.predicted.mentions:
        right = (fold(mention.surface), mention.type) in gold
        for evidence in mention.evidence:
            sheet.output("mention", evidence, right=right)


def _score_links(sheet: Sheet) -> None:
    golds = [folded(each.names) for each in sheet.gold.entities]
    predictions = [folded(each.names) for each in sheet.predicted.entities]
    known = frozenset[str]().union(*golds) & frozenset[str]().union(*predictions)
    gold, predicted = _links(golds, known), _links(predictions, known)
    sheet.enter(f"{_FIGURE}.links", Score(len(gold & predicted), len(predicted), len(gold)))


def _links(entities: Iterable[frozenset[str]], known: frozenset[str]) -> set[tuple[str, ...]]:
    return {link for names in entities for link in combinations(sorted(names & known), 2)}


def _report(sheet: Sheet, pairs: dict[int, int]) -> None:
    for index, gold in enumerate(sheet.gold.entities):
        if index not in pairs:
            what = f"{gold.type} {named(gold.names)}"
            sheet.missed(_FIGURE, what, sheet.sentence_with(gold.name))
    matched = set(pairs.values())
    for index, predicted in enumerate(sheet.predicted.entities):
        if index not in matched:
            what = f"{predicted.type} {named(predicted.names)}"
            sheet.false_alarm(_FIGURE, what, predicted.sentence)
