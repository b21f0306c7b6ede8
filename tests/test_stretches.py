"""Whatever touches a span is among the things near it."""

import numpy as np

from zjkg.model import Span
from zjkg.stretches import Stretches


def test_all_that_touch_are_near_and_in_order() -> None:
    random = np.random.default_rng(4)
    starts, sizes = random.integers(0, 5000, 300), random.integers(0, 900, 300)
    spans = [Span(int(start), int(start + size)) for start, size in zip(starts, sizes, strict=True)]
    stretches = Stretches(spans, lambda span: span)
    for asked in spans[:50]:
        near = stretches.near(asked)
        touching = [s for s in spans if s.start <= asked.end and asked.start <= s.end]
        assert [span for span in near if span in set(touching)] == touching


def test_far_things_are_not_near() -> None:
    stretches = Stretches([Span(0, 5), Span(9_000, 9_005)], lambda span: span)
    assert stretches.near(Span(2, 3)) == [Span(0, 5)]
    assert stretches.near(Span(4_000, 4_100)) == []
