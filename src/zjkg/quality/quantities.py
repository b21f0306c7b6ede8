"""Scores quantities: found by value and unit, then what surrounds the number."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple

from zjkg.folding import simplified
from zjkg.quality.gold import Gold, GoldQuantity
from zjkg.quality.keys import fold, one_contains_other, same_phrase
from zjkg.quality.pairing import Preference, pair
from zjkg.quality.predictions import PredictedQuantity, Prediction
from zjkg.quality.scores import Score
from zjkg.quality.sheet import Sheet, named

_FIGURE = "quantities"
_TOLERANCE = 1e-4  # a fraction is annotated with four digits
_CONTEXT = ("comparator", "period", "modality", "shareOf")
_MEANING = ("subject", "measure")


class _Attribute(NamedTuple):
    """One attribute of a found quantity: both sides, and whether they agree."""

    got: object
    expected: object
    right: bool


_Attributes = dict[str, _Attribute]


def score_quantities(sheet: Sheet) -> None:
    """Enter all figures of quantities and the tallies of their rules.

    An optional gold row that is found takes its output out of the count, and counts nowhere.
    """
    golds, predictions = sheet.gold.quantities, sheet.predicted.quantities
    pairs, attributes = _paired(sheet)
    excused = {other for index, other in pairs.items() if golds[index].optional}
    found = {
        (index, other): attributes[index, other]
        for index, other in pairs.items()
        if not golds[index].optional
    }
    rows = len(predictions) - len(excused), sum(not each.optional for each in golds)
    sheet.enter(_FIGURE, Score(len(found), *rows))
    context = sum(_all_right(each, _CONTEXT) for each in found.values())
    sheet.enter(f"{_FIGURE}.context", Score(context, *rows))
    for name in (*_CONTEXT, *_MEANING, "valueMax"):
        right = sum(each[name].right for each in found.values())
        sheet.enter(f"{_FIGURE}.{name}", Score.share(right, len(found)))
    _tally(sheet, found, excused)
    _report(sheet, found, excused)


def paired(gold: Gold, predicted: Prediction) -> dict[int, int]:
    """Which quantity of the gold is which of the prediction, by number; optional ones left out."""
    pairs, _ = _paired(Sheet(gold, predicted))
    return {index: other for index, other in pairs.items() if not gold.quantities[index].optional}


def _paired(sheet: Sheet) -> tuple[dict[int, int], dict[tuple[int, int], _Attributes]]:
    """The pairs, and the attributes of all that could be one."""
    golds, predictions = sheet.gold.quantities, sheet.predicted.quantities
    attributes = {
        (index, other): _attributes(sheet, gold, predicted)
        for index, gold in enumerate(golds)
        for other, predicted in enumerate(predictions)
        if _found(gold, predicted)
    }
    pairs = pair(
        {
            (index, other): _preference(golds[index], predictions[other], each)
            for (index, other), each in attributes.items()
        }
    )
    return dict(pairs), attributes


def _found(gold: GoldQuantity, predicted: PredictedQuantity) -> bool:
    return _close(gold.value, predicted.value) and _unit(gold.unit) == _unit(predicted.unit)


def _close(gold: float | None, predicted: Decimal | None) -> bool:
    if gold is None or predicted is None:
        return gold is None and predicted is None
    return math.isclose(gold, float(predicted), rel_tol=_TOLERANCE)


def _unit(unit: str) -> str:
    return fold(simplified(unit))


def _attributes(sheet: Sheet, gold: GoldQuantity, predicted: PredictedQuantity) -> _Attributes:
    period = predicted.period_start, predicted.period_end
    expected = gold.period_start, gold.period_end
    return {
        "comparator": _Attribute(
            predicted.comparator, gold.comparator, predicted.comparator is gold.comparator
        ),
        "period": _Attribute(_ends(period), _ends(expected), period == expected),
        "modality": _Attribute(
            predicted.modality, gold.modality, predicted.modality is gold.modality
        ),
        "shareOf": _Attribute(
            predicted.share_of,
            gold.share_of,
            one_contains_other(predicted.share_of, gold.share_of),
        ),
        "subject": _Attribute(
            named(predicted.subject),
            gold.subject,
            sheet.same_thing(gold.subject, predicted.subject),
        ),
        "measure": _Attribute(
            predicted.measure, gold.measure, same_phrase(predicted.measure, gold.measure)
        ),
        "valueMax": _Attribute(
            predicted.value_max, gold.value_max, _close(gold.value_max, predicted.value_max)
        ),
    }


def _preference(
    gold: GoldQuantity, predicted: PredictedQuantity, attributes: _Attributes
) -> Preference:
    """The same sentence, then a row that counts, then as many right attributes as possible."""
    return (
        one_contains_other(gold.quote, predicted.sentence),
        not gold.optional,
        sum(each.right for each in attributes.values()),
    )


def _all_right(attributes: _Attributes, names: tuple[str, ...]) -> bool:
    return all(attributes[name].right for name in names)


def _tally(sheet: Sheet, found: dict[tuple[int, int], _Attributes], excused: set[int]) -> None:
    """A number's rule is right where it is found, an observation's where it is about the right."""
    by_output = {other: attributes for (_, other), attributes in found.items()}
    for index, predicted in enumerate(sheet.predicted.quantities):
        if index in excused:
            continue
        attributes = by_output.get(index)
        right = attributes is not None and _all_right(attributes, _MEANING)
        sheet.output("quantity", predicted.number_rule, right=attributes is not None)
        sheet.output("observation", predicted.rule, right=right)


def _report(sheet: Sheet, found: dict[tuple[int, int], _Attributes], excused: set[int]) -> None:
    golds, predictions = sheet.gold.quantities, sheet.predicted.quantities
    found_golds = {index for index, _ in found}
    found_outputs = {other for _, other in found}
    for index, gold in enumerate(golds):
        if index not in found_golds and not gold.optional:
            sheet.missed(_FIGURE, f"{_number(gold.value)} {gold.unit}, {gold.measure}", gold.quote)
    for index, predicted in enumerate(predictions):
        if index not in found_outputs and index not in excused:
            what = f"{_number(predicted.value)} {predicted.unit}, {predicted.measure or '–'}"
            sheet.false_alarm(_FIGURE, what, predicted.sentence)
    for (_, other), attributes in sorted(found.items(), key=lambda item: item[0]):
        predicted = predictions[other]
        for name, each in attributes.items():
            if not each.right:
                sheet.wrong(
                    f"{_FIGURE}.{name}",
                    got=f"{_number(predicted.value)} {predicted.unit}: {each.got or '–'}",
                    expected=each.expected,
                    sentence=predicted.sentence,
                )


def _number(value: float | Decimal) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))


def _ends(period: tuple[str | None, str | None]) -> str:
    return f"{period[0] or ''}…{period[1] or ''}"
