"""Steps take time in proportion to the length of an article."""

import time
from collections.abc import Callable
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from zjkg import linking, measurement
from zjkg.model import Article, EntityType, Mention, Recognition, Span
from zjkg.reading import read_bytes

SYLLABLES = "泽华康瑞博恒远信诺安达润辉腾科创启明新源佳美德盛瀚海星云天宇鼎立金石维亚思凯"
LATIN = "Nova Heli Quan Brig Lume Ceda Orio Vert Astr Kest Sola Mira Tess Zeph Alto Rimo".split()


def _chinese(number: int) -> tuple[str, str]:
    size = len(SYLLABLES)
    places = (number % size, number // size % size, number * 7 % size)
    name = "".join(SYLLABLES[place] for place in places) + "生物科技有限公司"
    return name, f"去年{name}营业收入达{number % 90 + 2}亿元，同比增长{number % 30 + 1}%。\n"


def _english(number: int) -> tuple[str, str]:
    first, second = LATIN[number % 16], LATIN[number // 16 % 16]
    name = f"{first}{second.lower()}{number} Therapeutics"
    return name, f"{name} said its revenue rose {number % 60 + 2} percent last year.\n"


def _recognized(article: Article, names: list[str]) -> Recognition:
    """The names as a recognizer would give them; words are not needed here."""
    mentions: list[Mention] = []
    position = 0
    for name in names:
        position = article.text.index(name, position)
        span = Span(position, position + len(name))
        mentions.append(Mention(span, EntityType.ORGANIZATION, ("tagger:lac",), 0.9))
        position = span.end
    return Recognition((), tuple(mentions), (), ())


def _seconds(sentence: Callable[[int], tuple[str, str]], count: int) -> dict[str, float]:
    """Processor seconds of each step on an article of so many sentences."""
    pairs = [sentence(number) for number in range(count)]
    data = "".join(["标题\n\n", *(text for _, text in pairs)]).encode()
    zone = ZoneInfo("Asia/Shanghai")
    times = [time.process_time()]
    article = read_bytes("000_cost.txt", data, zone=zone)
    times.append(time.process_time())
    recognition = _recognized(article, [name for name, _ in pairs])
    times.append(time.process_time())
    measured = measurement.measure(article, recognition, zone=zone)
    times.append(time.process_time())
    entities = linking.entities(article, recognition)
    times.append(time.process_time())
    assert len(measured.quantities) >= count
    assert len(entities) > count // 2
    spent = [after - before for before, after in pairwise(times)]
    return {"reading": spent[0], "measurement": spent[2], "linking": spent[3]}


@pytest.mark.usefixtures("alone_in_memory")
@pytest.mark.parametrize("sentence", [_chinese, _english])
def test_four_times_the_article_takes_far_less_than_sixteen_times_the_time(
    sentence: Callable[[int], tuple[str, str]],
) -> None:
    _seconds(sentence, 20)  # what is remembered between articles is loaded
    small, large = _seconds(sentence, 250), _seconds(sentence, 1000)
    for step, seconds in large.items():
        assert seconds < 9 * small[step] + 0.3, step
