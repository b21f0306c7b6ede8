"""The sheet on which the scorers of one article write."""

from __future__ import annotations

from collections.abc import Iterable

from zjkg.quality.findings import Finding, Kind, Rules, tally
from zjkg.quality.gold import Gold
from zjkg.quality.keys import fold, folded
from zjkg.quality.predictions import Names, Prediction
from zjkg.quality.scores import Figures, Score


class Sheet:
    """Gold and prediction of one article, and what the scorers have found so far."""

    def __init__(self, gold: Gold, predicted: Prediction) -> None:
        self.gold = gold
        self.predicted = predicted
        self.figures: Figures = {}
        self.findings: list[Finding] = []
        self.rules: Rules = {}
        self._keys = {
            name: folded(entity.names) for entity in gold.entities for name in entity.names
        }

    def enter(self, figure: str, score: Score) -> None:
        """Write down the score of a class."""
        self.figures[figure] = score

    def missed(self, figure: str, what: str, sentence: str) -> None:
        """A gold row that no output matches."""
        self.findings.append(Finding(Kind.MISSED, figure, what, sentence))

    def false_alarm(self, figure: str, what: str, sentence: str) -> None:
        """An output that no gold row matches."""
        self.findings.append(Finding(Kind.FALSE_ALARM, figure, what, sentence))

    def wrong(self, figure: str, *, got: object, expected: object, sentence: str) -> None:
        """A wrong attribute of an output that matches a gold row."""
        what = f"{_shown(got)} ≠ {_shown(expected)}"
        self.findings.append(Finding(Kind.WRONG, figure, what, sentence))

    def output(self, step: str, rule: str, *, right: bool) -> None:
        """One output of a step's rule, right or not."""
        tally(self.rules, f"{step}:{rule.removeprefix(f'{step}:')}", right=right)

    def same_thing(self, gold: str | None, names: Names | None) -> bool:
        """Whether one of the names is a name of the gold entity so named; None equals None."""
        if gold is None or names is None:
            return gold is None and names is None
        return not self.names_of(gold).isdisjoint(folded(names))

    def names_of(self, gold: str) -> frozenset[str]:
        """The keys of all names of the gold entity that has this name."""
        return self._keys.get(gold) or frozenset((fold(gold),))

    def sentence_with(self, *words: str) -> str:
        """The first sentence in which all the words stand, else the first with the first word."""
        for wanted in (words, words[:1]):
            for sentence in self.predicted.sentences:
                if all(word in sentence for word in wanted):
                    return sentence
        return ""


def named(names: Iterable[str] | None) -> str:
    """The names of a thing in one line."""
    return "–" if names is None else " = ".join(names)


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
