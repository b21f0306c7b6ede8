"""Identity and comparison against worlds: articles of one park whose truth is known.

A world says which names are one thing, which look alike and are not, what contradicts what, and
which articles repeat one another. ``truth`` reads it, ``identity`` and ``agreement`` compare.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zjkg.extraction import Progress, extract_all
from zjkg.pipeline import Corpus, Knowledge
from zjkg.quality.scores import Figures, total
from zjkg.quality.worlds.agreement import agreement
from zjkg.quality.worlds.identity import BCubed, apart, b_cubed
from zjkg.quality.worlds.truth import World, load_worlds
from zjkg.settings import Settings

__all__ = ["WORLDS", "BCubed", "World", "WorldScore", "load_worlds", "measure_worlds"]

WORLDS = "worlds"


@dataclass(frozen=True, slots=True)
class WorldScore:
    """What a world's articles, or those of several worlds, came to.

    ``identity`` counts every name of the truth, one that was not extracted as a thing alone;
    ``identity_of_found`` only those that were extracted. ``figures`` are pairs kept apart,
    contradictions, look-alikes left alone, reposts and origins.
    """

    name: str
    identity: BCubed
    identity_of_found: BCubed
    figures: Figures


def measure_worlds(
    settings: Settings, *, jobs: int = 1, progress: Progress = lambda _: None
) -> list[WorldScore]:
    """The score of each world, resolved and compared by itself, then of all together.

    Raises:
        SettingsError: where a truth file is malformed.
        ReadingError: where an article cannot be read.
    """
    worlds = load_worlds(settings)
    articles = [article for world in worlds for article in world.articles]
    records = {
        record.article.source: record
        for record in extract_all(articles, settings, jobs=jobs, progress=progress)
    }
    knowledge = Knowledge.load(settings)
    scores = [
        _score(
            world,
            Corpus.of([records[article.source] for article in world.articles], knowledge, settings),
        )
        for world in worlds
    ]
    return [*scores, _together(scores)]


def _score(world: World, corpus: Corpus) -> WorldScore:
    truth = world.truth
    return WorldScore(
        world.name,
        b_cubed(truth, corpus, only_found=False),
        b_cubed(truth, corpus, only_found=True),
        apart(truth, corpus) | agreement(truth, corpus),
    )


def _together(scores: Iterable[WorldScore]) -> WorldScore:
    every = list(scores)
    return WorldScore(
        "total",
        sum((each.identity for each in every), BCubed()),
        sum((each.identity_of_found for each in every), BCubed()),
        total(each.figures for each in every),
    )
