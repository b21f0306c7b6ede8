"""Scores quotations: the words, then the speaker of those found."""

from __future__ import annotations

from difflib import SequenceMatcher

from zjkg.quality.keys import fold
from zjkg.quality.pairing import pair
from zjkg.quality.scores import Score
from zjkg.quality.sheet import Sheet, named

_FIGURE = "quotations"
_COMMON = 0.8  # of the gold's text, and of the predicted one, so that neither may be far too long
_SHOWN = 60


def score_quotations(sheet: Sheet) -> None:
    """Pair quotations by their common text, then compare speakers."""
    golds, predictions = sheet.gold.quotations, sheet.predicted.quotations
    edges: dict[tuple[int, int], tuple[int, ...]] = {}
    for index, gold in enumerate(golds):
        for other, predicted in enumerate(predictions):
            common = _common(gold.text, predicted.text)
            if common is not None:
                same_speaker = sheet.same_thing(gold.speaker, predicted.speaker)
                edges[index, other] = (common, same_speaker)
    pairs = pair(edges)
    sheet.enter(_FIGURE, Score(len(pairs), len(predictions), len(golds)))
    right = {
        other: sheet.same_thing(golds[index].speaker, predictions[other].speaker)
        for index, other in pairs.items()
    }
    sheet.enter(f"{_FIGURE}.speaker", Score.share(sum(right.values()), len(pairs)))
    for index, predicted in enumerate(predictions):
        sheet.output("quotation", predicted.rule, right=right.get(index, False))
    _report(sheet, pairs, right)


def _common(gold: str, predicted: str) -> int | None:
    """How many characters the two share in order; None where that is too few of either."""
    first, second = fold(gold), fold(predicted)
    enough = _COMMON * max(len(first), len(second))
    if min(len(first), len(second)) < enough:
        return None
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks)
    return common if common >= enough else None


def _report(sheet: Sheet, pairs: dict[int, int], right: dict[int, bool]) -> None:
    golds, predictions = sheet.gold.quotations, sheet.predicted.quotations
    for index, gold in enumerate(golds):
        if index not in pairs:
            what = f"{gold.speaker or '–'}: {gold.text}"
            sheet.missed(_FIGURE, what, sheet.sentence_with(gold.text))
        elif not right[pairs[index]]:
            predicted = predictions[pairs[index]]
            sheet.wrong(
                f"{_FIGURE}.speaker",
                got=named(predicted.speaker),
                expected=gold.speaker,
                sentence=predicted.sentence,
            )
    for index, predicted in enumerate(predictions):
        if index not in right:
            what = f"{named(predicted.speaker)}: {predicted.text[:_SHOWN]}"
            sheet.false_alarm(_FIGURE, what, predicted.sentence)
