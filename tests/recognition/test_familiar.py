"""What the rest of an article tells about a name."""

from zjkg.model import EntityType, Span
from zjkg.recognition.familiar import brands, glued, short_firms
from zjkg.recognition.passage import Candidate


def _of(text: str, name: str, entity_type: EntityType, kind: str) -> Candidate:
    at = text.index(name)
    return Candidate(Span(at, at + len(name)), entity_type, kind)


def _firm(text: str, name: str) -> list[Candidate]:
    kinds = ("tagger:lac", "pattern:coined")
    return [_of(text, name, EntityType.ORGANIZATION, kind) for kind in kinds]


def test_a_firm_is_called_by_its_brand() -> None:
    text = "沚岚生医昨日开会，沚岚去年转盈"
    found = list(short_firms(text, _firm(text, "沚岚生医")))
    assert [c.span.of(text) for c in found] == ["沚岚", "沚岚"]


def test_an_ordinary_word_is_no_brand() -> None:
    text = "申报材料要齐，申报流程从简"
    assert brands(text, _firm(text, "申报材料")) == frozenset()


def test_a_place_is_no_brand() -> None:
    text = "沚岚生技公司众多，沚岚近海"
    known = [*_firm(text, "沚岚生技公司"), _of(text, "沚岚", EntityType.PLACE, "context:place")]
    assert brands(text, known) == frozenset()


def test_a_coined_word_that_only_looks_like_a_place_is_a_brand() -> None:
    text = "沚河生技去年转盈，沚河做的是疫苗"
    guess = [_of(text, "沚河", EntityType.PLACE, "pattern:geographic")]
    assert brands(text, [*_firm(text, "沚河生技"), *guess]) == {"沚河"}
    district = "沚河生技迁到沚河区"
    assert brands(district, [*_firm(district, "沚河生技"), *guess]) == frozenset()


def test_words_behind_a_known_name_are_no_part_of_it() -> None:
    text = "沚岚生医昨日开会，沚岚自行开发新药"
    whole = _of(text, "沚岚自行", EntityType.ORGANIZATION, "tagger:lac")
    known = [*_firm(text, "沚岚生医"), whole]
    assert {c: s.of(text) for c, s in glued(text, known).items()} == {whole: "沚岚"}


def test_words_that_make_a_name_stay() -> None:
    text = "沚岚生医昨日开会，沚岚基金也在"
    whole = _of(text, "沚岚基金", EntityType.ORGANIZATION, "tagger:lac")
    assert glued(text, [*_firm(text, "沚岚生医"), whole]) == {}
