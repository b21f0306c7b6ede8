"""What no tagger makes a name: descriptions, streets, rooms, ordinary words."""

from collections.abc import Callable

import pytest

from zjkg.model import Article
from zjkg.recognition import Recognizer
from zjkg.recognition.lexicon import common_words, ordinary_words


def test_ordinary_words_hold_no_names() -> None:
    assert {"水痘", "累计", "打通"} <= ordinary_words()
    assert not {"苏州", "建国"} & ordinary_words()
    assert "企业" in common_words()


@pytest.mark.parametrize(
    "text",
    [
        "多家通路商与水产疫苗厂到场。",
        "这家医疗影像公司去年搬迁。",
        "会议在三号厅举行。",
        "他从不到30坪的办公室起步。",
        "专门做流感和水痘疫苗。",
        "在东部园区建设一体化疫苗中心。",
        "公司的研发人员当中博士占两成。",
        "他指出，生医园区目前有厂商62家。",
        "他指出，生醫園區目前有廠商62家。",
    ],
)
def test_descriptions_are_no_names(
    text: str, recognizer: Recognizer, article: Callable[[str], Article]
) -> None:
    (found,) = recognizer.recognize([article(text)])
    assert [mention.span.of(text) for mention in found.mentions] == []
