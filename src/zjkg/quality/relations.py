"""Scores roles and relations: rows that are right only as a whole."""

from __future__ import annotations

from zjkg.model import Predicate
from zjkg.quality.gold import GoldRelation, GoldRole
from zjkg.quality.keys import fold
from zjkg.quality.pairing import pair
from zjkg.quality.predictions import PredictedRelation, PredictedRole
from zjkg.quality.scores import Score
from zjkg.quality.sheet import Sheet, named

_SYMMETRIC = frozenset((Predicate.PARTNERS_WITH,))


def score_roles(sheet: Sheet) -> None:
    """Person and organization through the gold entity's names, post equal when folded."""
    golds, predictions = sheet.gold.roles, sheet.predicted.roles
    pairs = pair(
        {
            (index, other): ()
            for index, gold in enumerate(golds)
            for other, predicted in enumerate(predictions)
            if _same_role(sheet, gold, predicted)
        }
    )
    sheet.enter("roles", Score(len(pairs), len(predictions), len(golds)))
    for index, gold in enumerate(golds):
        if index not in pairs:
            what = f"{gold.person} | {gold.organization or '–'} | {gold.post}"
            sheet.missed("roles", what, sheet.sentence_with(gold.person, gold.post))
    matched = set(pairs.values())
    for index, predicted in enumerate(predictions):
        sheet.output("role", predicted.rule, right=index in matched)
        if index not in matched:
            what = f"{named(predicted.person)} | {named(predicted.organization)} | {predicted.post}"
            sheet.false_alarm("roles", what, predicted.sentence)


def score_relations(sheet: Sheet) -> None:
    """Subject and object through the gold entity's names; ``partnersWith`` has no direction."""
    golds, predictions = sheet.gold.relations, sheet.predicted.relations
    pairs = pair(
        {
            (index, other): ()
            for index, gold in enumerate(golds)
            for other, predicted in enumerate(predictions)
            if _same_relation(sheet, gold, predicted)
        }
    )
    sheet.enter("relations", Score(len(pairs), len(predictions), len(golds)))
    stated = {row.predicate for row in golds} | {row.predicate for row in predictions}
    for predicate in sorted(stated):
        counts = (
            sum(golds[index].predicate is predicate for index in pairs),
            sum(row.predicate is predicate for row in predictions),
            sum(row.predicate is predicate for row in golds),
        )
        sheet.enter(f"relations.{predicate}", Score(*counts))
    for index, gold in enumerate(golds):
        if index not in pairs:
            what = f"{gold.subject} | {gold.predicate} | {gold.object}"
            sheet.missed("relations", what, sheet.sentence_with(gold.subject, gold.object))
    matched = set(pairs.values())
    for index, predicted in enumerate(predictions):
        sheet.output("relation", predicted.rule, right=index in matched)
        if index not in matched:
            ends = named(predicted.subject), named(predicted.object)
            what = f"{ends[0]} | {predicted.predicate} | {ends[1]}"
            sheet.false_alarm("relations", what, predicted.sentence)


def _same_role(sheet: Sheet, gold: GoldRole, predicted: PredictedRole) -> bool:
    return (
        fold(gold.post) == fold(predicted.post)
        and sheet.same_thing(gold.person, predicted.person)
        and sheet.same_thing(gold.organization, predicted.organization)
    )


def _same_relation(sheet: Sheet, gold: GoldRelation, predicted: PredictedRelation) -> bool:
    if gold.predicate is not predicted.predicate:
        return False
    ends = predicted.subject, predicted.object
    directions = [ends, ends[::-1]] if gold.predicate in _SYMMETRIC else [ends]
    return any(
        sheet.same_thing(gold.subject, first) and sheet.same_thing(gold.object, second)
        for first, second in directions
    )
