"""The chart of a metric: every claim a point of its own, laid out in the units of its picture.

Points stand in columns by period. Claims of one period stand side by side, so that none hides
another; nothing is averaged.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.pages.amounts import number, unit_after
from zjkg.pages.parts import Part

WIDTH, HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 92, 14, 26, 34
_MOST_TICKS = 5
_FROM_ZERO = 0.5  # the axis begins at zero where the least is below this share of the greatest
_ROW, _CHARACTER, _SPACE = 16, 8, 8  # of the labels of periods
_COLORS = 8
_HEADROOM = 0.3  # of a step, for the marks above a point
_UNDATED = Bilingual("no period", "未注明时期")


class Point(Part, frozen=True, kw_only=True):
    """A claim in the picture; ``high_y`` is the upper end of a range."""

    iri: str
    path: str
    words: str
    value: str
    period: str
    source: str
    color: int
    modality: str
    comparator: str
    x: float
    y: float
    high_y: float | None


class Tick(Part, frozen=True, kw_only=True):
    """A mark of an axis; ``row`` counts the rows of labels that keep them apart."""

    at: float
    label: str
    row: int = 0


class SourceKey(Part, frozen=True, kw_only=True):
    """An article in the legend."""

    source: str
    title: str
    path: str
    color: int


class Dispute(Part, frozen=True, kw_only=True):
    """A line between two claims that contradict each other."""

    path: str
    x1: float
    y1: float
    x2: float
    y2: float


class Chart(Part, frozen=True, kw_only=True):
    """A picture of the claims about one metric."""

    title: str
    unit: str
    points: list[Point]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    disputes: list[Dispute]
    sources: list[SourceKey]
    modalities: list[str]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


class Plotted(Part, frozen=True, kw_only=True):
    """What a point shows, before it has a place."""

    iri: str
    path: str
    words: str
    shown: str
    value: Decimal
    highest: Decimal | None
    unit: str
    comparator: str
    period: str
    modality: str
    modality_label: str
    source: str
    title: str
    article_path: str


def chart(
    title: str,
    plotted: Sequence[Plotted],
    disputes: Mapping[tuple[str, str], str],
    lang: MessageLanguage,
) -> Chart:
    """The chart of claims in one unit; ``disputes`` gives the address of each contradiction."""
    undated = _UNDATED.pick(lang)
    ordered = sorted(plotted, key=lambda each: (each.period or "~", each.source, each.iri))
    periods = list(dict.fromkeys(each.period or undated for each in ordered))
    sources = list(dict.fromkeys(sorted(each.source for each in plotted)))
    rows = _rows(periods)
    scale = _Scale(plotted)
    points = [
        _point(each, _column(each, ordered, periods, undated), scale, sources.index(each.source))
        for each in ordered
    ]
    by_iri = {point.iri: point for point in points}
    unit = plotted[0].unit
    first = {each.source: each for each in reversed(ordered)}
    return Chart(
        title=title,
        unit="" if unit == "%" else unit_after(unit, lang).strip(),
        points=points,
        x_ticks=[
            Tick(at=_x(index, len(periods)), label=period, row=index % rows)
            for index, period in enumerate(periods)
        ],
        y_ticks=[
            Tick(at=scale.y(value), label=f"{number(value, lang)}{unit if unit == '%' else ''}")
            for value in scale.ticks
        ],
        disputes=[
            Dispute(
                path=path,
                x1=by_iri[a].x,
                y1=by_iri[a].y,
                x2=by_iri[b].x,
                y2=by_iri[b].y,
            )
            for (a, b), path in sorted(disputes.items())
            if a in by_iri and b in by_iri
        ],
        sources=[
            SourceKey(
                source=source,
                title=first[source].title,
                path=first[source].article_path,
                color=index % _COLORS,
            )
            for index, source in enumerate(sources)
        ],
        modalities=sorted({each.modality for each in plotted}),
        height=HEIGHT + (rows - 1) * _ROW,
    )


def _rows(periods: Sequence[str]) -> int:
    """How many rows the labels of the periods need, so that none touches its neighbour."""
    longest = max(map(len, periods)) * _CHARACTER + _SPACE
    return math.ceil(longest * len(periods) / (WIDTH - _LEFT - _RIGHT))


class _Scale:
    """From values to heights."""

    def __init__(self, plotted: Sequence[Plotted]) -> None:
        ends = [end for each in plotted for end in (each.value, each.highest) if end is not None]
        low, high = float(min(ends)), float(max(ends))
        if 0 <= low < _FROM_ZERO * high or low == high == 0:
            low = 0.0
        if low == high:
            low, high = (0.0, high) if high > 0 else (low, low + 1)
        step = _step((high - low) / _MOST_TICKS)
        first, last = math.floor(low / step), math.ceil((high + _HEADROOM * step) / step)
        self.ticks = [Decimal(repr(step)) * index for index in range(first, last + 1)]
        self._low, self._high = first * step, last * step

    def y(self, value: Decimal) -> float:
        """The height of a value in the picture."""
        share = (float(value) - self._low) / (self._high - self._low)
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _BOTTOM - _TOP), 1)


def _step(rough: float) -> float:
    """The next of 1, 2, 5, 10 … that is not smaller."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= rough * 0.999)


def _x(column: float, columns: int) -> float:
    width = (WIDTH - _LEFT - _RIGHT) / columns
    return round(_LEFT + (column + 0.5) * width, 1)


def _column(
    each: Plotted, ordered: Sequence[Plotted], periods: Sequence[str], undated: str
) -> float:
    """The place of a claim: its period's column, beside the others of that period."""
    beside = [other.iri for other in ordered if other.period == each.period]
    column = periods.index(each.period or undated)
    place = (beside.index(each.iri) + 1) / (len(beside) + 1) - 0.5
    return _x(column + place * 0.9, len(periods))


def _point(each: Plotted, x: float, scale: _Scale, source: int) -> Point:
    return Point(
        iri=each.iri,
        path=each.path,
        words=each.words,
        value=each.shown,
        period=each.period,
        source=each.source,
        color=source % _COLORS,
        modality=each.modality,
        comparator=each.comparator,
        x=x,
        y=scale.y(each.value),
        high_y=scale.y(each.highest) if each.highest is not None else None,
    )
