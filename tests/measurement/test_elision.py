"""English counts whose noun was named before, and verbs that look like the noun counted."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]


def counts(make: Maker, text: str) -> list[str]:
    article, recognition = make(text)
    found = measure(article, recognition, zone=ZONE).quantities
    return [f"{each.value:f} {each.unit}" for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The lab employs 30 chemists. Of them, 18 work in Leeds, 7 in Oslo and 5 in Bern.",
            ["30 chemists", "18 chemists", "7 chemists", "5 chemists"],
        ),
        ("The lab has 80 chemists. The number will rise to about 95 when it moves.",
         ["80 chemists", "95 chemists"]),
        ("Several large makers are after it, and two of them are ahead.", ["2 makers"]),
        ("The maker tripled its headcount to 300.", ["3 times", "300 people"]),
        ("The hub trained 36 founders; four have left.", ["36 founders", "4 founders"]),
        ("The park has 42 clinics. Ten years ago there were only nine.",
         ["42 clinics", "9 clinics"]),
        ("Of the 40 makers that applied, nine won a place.", ["40 makers", "9 makers"]),
        ("It will house 30 chemists, on top of the 48 who work there now.",
         ["30 chemists", "48 chemists"]),
        ("First came the hill with a score of 92.3, followed by us with 90.8 and them (88.1).",
         ["92.3 score", "90.8 score", "88.1 score"]),
        ("About 45 percent will go towards trials, a fifth towards a plant.",
         ["45 %", "0.2 ratio"]),
        ("The pact is worth up to S$45 million (EUR28.1 million).",
         ["45000000 SGD", "28100000 EUR"]),
        ("New Phase to Add 42,000 Square Metres", ["42000 m2"]),
    ],
)  # fmt: skip
def test_the_noun_named_before_is_counted(make: Maker, text: str, expected: list[str]) -> None:
    assert [each for each in counts(make, text) if not each.endswith("years")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The maker closed 17 out-licensing deals.", ["17 deals"]),
        ("The maker signed nine cross-border agreements.", ["9 agreements"]),
        ("The maker spent 900 million won on it.", ["900000000 KRW"]),
    ],
)
def test_what_follows_a_number(make: Maker, text: str, expected: list[str]) -> None:
    assert counts(make, text) == expected
