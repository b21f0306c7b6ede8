"""What a name does in its clause; ``甲`` to ``丁`` stand for names of the type given."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.chinese.functions import Function, functions
from zjkg.claims.observations.chinese.positions import Actor
from zjkg.claims.observations.text import MASK
from zjkg.model import EntityType, Span

_TYPES = {
    "甲": EntityType.ORGANIZATION,
    "乙": EntityType.ORGANIZATION,
    "园": EntityType.PARK,
    "市": EntityType.PLACE,
    "药": EntityType.PRODUCT,
    "某": EntityType.PERSON,
}


def read(words: str, governed: frozenset[int] = frozenset()) -> list[Function]:
    """The functions of the names of a clause, each of which is written as one sign in brackets."""
    masked, actors = "", []
    parts = words.replace("]", "[").split("[")
    for number, part in enumerate(parts):
        if number % 2:
            span = Span(len(masked), len(masked) + 1)
            actors.append(Actor(span, part, _TYPES[part]))
            masked += MASK
        else:
            masked += part
    return functions(masked, 0, actors, governed)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[甲]去年在北方建成一条生产线", [Function.SUBJECT]),
        ("[甲]的员工", [Function.POSSESSOR]),
        ("[甲]营收达到", [Function.POSSESSOR]),
        ("[甲]收购[乙]", [Function.SUBJECT, Function.OBJECT]),
        ("[甲]入驻[园]", [Function.SUBJECT, Function.LOCATIVE]),
        ("入驻[园]的[甲]今天宣布", [Function.LOCATIVE, Function.SUBJECT]),
        ("[甲]向[乙]支付", [Function.SUBJECT, Function.RECEIVER]),
        ("由[甲]出资", [Function.AGENT]),
        ("[甲]与[乙]签约", [Function.SUBJECT, Function.COMPANION]),
        ("据[甲]统计", [Function.SOURCE]),
        ("[甲]董事长[某]表示", [Function.EMPLOYER, Function.SPEAKER]),
        ("[甲]由药剂师[某]创办", [Function.SUBJECT, Function.AGENT]),
        ("[某]", [Function.SPEAKER]),
        ("[甲]研制的“[药]”获批", [Function.MODIFIER, Function.SUBJECT]),
        ("[市]东北角的[园]开园", [Function.MODIFIER, Function.SUBJECT]),
        ("集聚[甲]、[乙]等企业", [Function.LISTED, Function.LISTED]),
        ("产值占[市]三成", [Function.WHOLE]),
        ("增速高于[市]", [Function.STANDARD]),
        ("专做疫苗的[甲]落成", [Function.SUBJECT]),
    ],
)
def test_functions(words: str, expected: list[Function]) -> None:
    assert read(words) == expected


def test_verb_of_the_tagger_governs() -> None:
    assert read("走访[甲]员工") == [Function.POSSESSOR]
    assert read("走访[甲]员工", frozenset({2})) == [Function.OBJECT]
