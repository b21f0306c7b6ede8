"""The editions and the dimensions of the indexes of an article."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.indexes.dimensions import find_dimensions
from zjkg.claims.indexes.editions import editions_of
from zjkg.claims.indexes.facts import facts_of
from zjkg.claims.indexes.places import index_places
from zjkg.model import DimensionScheme, Dropped, IndexEdition, Measurement, Observation


def find_indexes(
    reading: Reading,
    measurement: Measurement,
    observed: tuple[Observation, ...],
    zone: ZoneInfo,
) -> tuple[tuple[IndexEdition, ...], tuple[DimensionScheme, ...], tuple[Dropped, ...]]:
    """Editions and dimensions of every index, and the lists that were not kept."""
    places = index_places(reading)
    if not places:
        return (), (), ()
    published = reading.article.published
    day = None if published is None else published.instant.astimezone(zone).date()
    facts = facts_of(reading, places, measurement, observed, day)
    schemes, dropped = find_dimensions(reading, places)
    return editions_of(facts), schemes, dropped
