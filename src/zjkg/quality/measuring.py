"""Extracts all gold articles once and scores them; sums the scores by language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zjkg.extraction import Progress, extract_all
from zjkg.quality.findings import Rules, Tally
from zjkg.quality.gold import load_set
from zjkg.quality.predictions import prediction
from zjkg.quality.scores import Figures, total
from zjkg.quality.scoring import ArticleScore, score
from zjkg.settings import Settings

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of the articles of one gold set."""

    set: str
    articles: tuple[ArticleScore, ...]

    def by_language(self) -> dict[str, Figures]:
        """The figures of each language that the set has, then those of all articles together."""
        spoken = {
            language: figures(each for each in self.articles if each.language == language)
            for language in LANGUAGES
        }
        return {k: v for k, v in spoken.items() if v} | {TOTAL: figures(self.articles)}


def measure(
    sets: Sequence[str],
    settings: Settings,
    *,
    language: str | None = None,
    progress: Progress = lambda _: None,
) -> list[Measured]:
    """Extract and score the articles of the sets, all in one run and in one process.

    Raises:
        SettingsError: where a gold file is malformed.
        ReadingError: where a gold article cannot be read.
    """
    wanted = {
        name: [each for each in load_set(name, settings) if language in {None, each.gold.language}]
        for name in sets
    }
    articles = [each.article for golds in wanted.values() for each in golds]
    records = {
        record.article.digest: record
        for record in extract_all(articles, settings, jobs=1, progress=progress)
    }
    return [
        Measured(
            name,
            tuple(score(each.gold, prediction(records[each.article.digest])) for each in golds),
        )
        for name, golds in wanted.items()
    ]


def figures(articles: Iterable[ArticleScore]) -> Figures:
    """The counts of several articles summed, class by class."""
    return total(each.figures for each in articles)


def tallies(articles: Iterable[ArticleScore]) -> Rules:
    """The tallies of several articles summed, rules in alphabetical order."""
    summed: Rules = {}
    for article in articles:
        for rule, each in article.rules.items():
            summed[rule] = summed.get(rule, Tally()) + each
    return dict(sorted(summed.items()))
