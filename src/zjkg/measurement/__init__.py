"""Sentences to quantities: numerals, units, hedges, ranges, periods, shares."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from zjkg.measurement.asked import read_quantities
from zjkg.measurement.grammar import quantities_of
from zjkg.model import Article, Measurement, Recognition

__all__ = ["measure", "read_quantities"]


def measure(article: Article, recognition: Recognition, *, zone: ZoneInfo) -> Measurement:
    """The quantities of an article in text order, and the numbers that are none, with reasons.

    Args:
        article: the article as read.
        recognition: its words and names; numbers inside names are part of the names.
        zone: the time zone in which the publication instant becomes the day that anchors 去年.
    """
    return quantities_of(article, recognition, zone)
