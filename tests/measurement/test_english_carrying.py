"""English values without a time of their own: sessions of trading, reports that go on, bases."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
Ends = tuple[str | None, str | None]
NOW = "2023-05-10"
TUESDAY = "2023-05-09"
NONE: Ends = (None, None)


def periods(make: Maker, text: str) -> list[Ends]:
    article, recognition = make(text, None, f"{NOW}T02:00:00+00:00")
    found = measure(article, recognition, zone=ZONE).quantities
    return [(q.period.start, q.period.end) if q.period else NONE for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what shares did is of the session told of, else of the day of the report
        ("Its shares dropped 7 percent to $12.", [(NOW, NOW), (NOW, NOW)]),
        ("Shares fell 9 percent on Tuesday. The stock opened at $20 before ending at $18.",
         [(TUESDAY, TUESDAY)] * 3),
        ("Shares fell 9 percent on Tuesday. The Hang Seng Index lost 2 percent.",
         [(TUESDAY, TUESDAY)] * 2),
        ("Some 4 million shares changed hands, worth $30 million.", [(NOW, NOW)] * 2),
        # not what they have done, nor an index of something else
        ("Its shares have gained 30 percent.", [NONE]),
        ("The price index lost 2 percent.", [NONE]),
        # a verb without a tense of its own has that of the verb above it
        ("Revenue rose 9 percent last year. Enzymes did best, bringing in $5 million.",
         [("2022", "2022")] * 2),
        ("Revenue rose 9 percent last year. The unit saw sales slump 6 percent.",
         [("2022", "2022")] * 2),
        # what is compared with sets no time
        ("The lead shrank to 8 percent from 15 percent in 2021, he said. Exports hit $4 million.",
         [NONE, ("2021", "2021"), NONE]),
        # what rose until a date rose over the stretch told before
        ("Sales hit $5 million last year.\nIt had 20 firms by the end of 2022, and rents rose 9%.",
         [("2022", "2022"), (None, "2022"), ("2022", "2022")]),
        # what can be is not dated by what was, nor what was by what is to come
        ("The plant passed inspection in March and can make 5 million vials.", [NONE]),
        ("The drug will go on sale in January at $90.\nIt built a plant at a cost of $6 million.",
         [("2024-01", "2024-01"), NONE]),
        ("It will spend the $6 million raised in January.", [("2023-01", "2023-01")]),
        # so far in a year is of that year, not as of today
        ("Nine firms have listed so far this year.", [("2023", "2023")]),
        ("The city has seen nine listings so far in 2023.", [("2023", "2023")]),
        # a time that still runs dates what has been behind a turn, one that is over does not
        ("Shares have gained 31 percent this year, while rents have lost 17 percent.",
         [("2023", "2023"), ("2023", "2023")]),
        ("Shares rose 31 percent last year, while the park has hired 17 workers.",
         [("2022", "2022"), NONE]),
        # a forecast for the full year is for that of the report
        ("For the full year, it expects sales of $5 million.", [("2023", "2023")]),
        # nothing goes on with a time to come
        ("The goal is 600 nurses by 2026; 88 percent of graduates found work.",
         [(None, "2026"), NONE]),
        # since a day is not the day of a report
        ("By our count, 17 firms have announced job cuts since April 3.", [("2023-04-03", None)]),
    ],
)  # fmt: skip
def test_what_an_english_value_takes_from_before(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected
