"""Cost grows with the length of the text, not faster."""

import time
from collections.abc import Callable

import pytest

from zjkg.model import Article
from zjkg.recognition import Recognizer

UNITS = {
    "enumeration": "青禾医药、",
    "conjunction": "青禾和",
    "open quotes": "“《（",
    "posts": "董事长、",
    "heads": "公司",
    "no punctuation": "苏州生物",
    "capitals": "Suzhou ",
}


@pytest.mark.usefixtures("alone_in_memory")
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_long_monotonous_text(
    unit: str, recognizer: Recognizer, article: Callable[[str], Article]
) -> None:
    recognizer.recognize([article(unit * 20)])  # models are loaded

    def seconds(size: int) -> float:
        made = article(unit * (size // len(unit)))
        start = time.process_time()
        recognizer.recognize([made])
        return time.process_time() - start

    # Four times the text in far less than sixteen times the time.
    assert seconds(12_000) < 9 * seconds(3_000) + 0.5
