"""What follows from other names of the article."""

from zjkg.model import EntityType, Span
from zjkg.recognition.derived import derived
from zjkg.recognition.passage import Candidate


def _found(text: str, known: list[Candidate]) -> set[tuple[str, str]]:
    places = frozenset({"松湖"})
    return {(c.span.of(text), c.kind) for c in derived(text, known, places)}


def _of(text: str, name: str, entity_type: EntityType, kind: str, start: int = 0) -> Candidate:
    at = text.index(name, start)
    return Candidate(Span(at, at + len(name)), entity_type, kind)


def test_a_phase_belongs_to_the_park_before_it() -> None:
    text = "松湖药谷二期B区明年开工"
    known = [_of(text, "松湖药谷", EntityType.PARK, "pattern:head")]
    assert ("松湖药谷二期B区", "pattern:phase") in _found(text, known)


def test_a_park_is_called_without_its_place_too() -> None:
    text = "松湖基因岛扩建，基因岛明年开工"
    known = [_of(text, "松湖基因岛", EntityType.PARK, "pattern:head")]
    assert ("基因岛", "pattern:short-form") in _found(text, known)


def test_a_common_rest_is_no_short_form() -> None:
    text = "松湖产业园扩建，产业园明年开工"
    known = [_of(text, "松湖产业园", EntityType.PARK, "pattern:head")]
    assert _found(text, known) == set()


def test_weak_evidence_counts_where_the_words_come_twice() -> None:
    text = "岚舟检测成立，岚舟检测扩产"
    first = _of(text, "岚舟检测", EntityType.ORGANIZATION, "pattern:weak-brand")
    second = _of(text, "岚舟检测", EntityType.ORGANIZATION, "pattern:weak-brand", 2)
    assert _found(text, [first]) == set()
    assert _found(text, [first, second]) == {("岚舟检测", "pattern:repeated")}


def test_an_event_is_called_without_its_year_too() -> None:
    text = "医材展（MEDEX 2024）开幕，MEDEX每年举行"
    known = [_of(text, "MEDEX 2024", EntityType.EVENT, "declared")]
    assert ("MEDEX", "pattern:short-form") in _found(text, known)
