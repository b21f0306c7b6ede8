from zjkg.folding import simplified
from zjkg.model import EntityType
from zjkg.recognition import Gazetteer


def _found(names: dict[str, EntityType], text: str) -> list[tuple[str, EntityType]]:
    return [(span.of(text), kind) for span, kind in Gazetteer(names.items()).find(simplified(text))]


def test_either_script_finds_the_other() -> None:
    names = {"蘇州生物醫藥產業園": EntityType.PARK}
    assert _found(names, "在苏州生物医药产业园") == [("苏州生物医药产业园", EntityType.PARK)]
    names = {"苏州生物医药产业园": EntityType.PARK}
    assert _found(names, "在蘇州生物醫藥產業園") == [("蘇州生物醫藥產業園", EntityType.PARK)]


def test_latin_names_are_whole_words() -> None:
    names = {"Roche": EntityType.ORGANIZATION}
    assert _found(names, "Rochester, ROCHE and 罗氏roche公司") == [
        ("ROCHE", EntityType.ORGANIZATION),
        ("roche", EntityType.ORGANIZATION),
    ]


def test_nothing_known_finds_nothing() -> None:
    assert _found({}, "苏州") == []
    assert _found({"苏": EntityType.PLACE}, "苏州") == []


def test_folding_keeps_length() -> None:
    text = "張江在线，乾隆與干涉；İstanbul"
    assert len(simplified(text)) == len(text)
