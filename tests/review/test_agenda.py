from __future__ import annotations

from zjkg.review import Agenda, Material, Question, questions


def left(agenda: Agenda, material: Material) -> list[tuple[str, ...]]:
    return [tuple(material.address(k) for k in each.pair) for _, each in agenda.pending()]


def agenda_of(material: Material, *, everything: bool = False) -> Agenda:
    return Agenda(material.identity, questions(material.identity, everything=everything))


def upcoming(agenda: Agenda) -> Question:
    return next(question for _, question in agenda.pending())


def test_two_merges_settle_the_third(material: Material) -> None:
    agenda = agenda_of(material)
    agenda.decide(upcoming(agenda), same=True)
    assert left(agenda, material)[:2] == [("a1#林岚", "a3#林岚"), ("a2#林岚", "a3#林岚")]
    agenda.decide(upcoming(agenda), same=True)
    assert left(agenda, material) == [("a1#蓝舟科技有限公司", "a4#蓝舟")]


def test_a_merge_and_a_split_settle_the_third(material: Material) -> None:
    agenda = agenda_of(material)
    agenda.decide(upcoming(agenda), same=True)
    agenda.decide(upcoming(agenda), same=False)
    assert agenda.undecided() == 1


def test_two_splits_settle_nothing(material: Material) -> None:
    agenda = agenda_of(material)
    agenda.decide(upcoming(agenda), same=False)
    agenda.decide(upcoming(agenda), same=False)
    assert left(agenda, material)[0] == ("a2#林岚", "a3#林岚")


def test_undo_brings_back_what_followed(material: Material) -> None:
    agenda = agenda_of(material)
    before = left(agenda, material)
    agenda.decide(upcoming(agenda), same=True)
    once = left(agenda, material)
    agenda.decide(upcoming(agenda), same=True)
    agenda.undo()
    assert left(agenda, material) == once
    agenda.undo()
    assert left(agenda, material) == before


def test_what_another_decided_stays_when_the_own_is_undone(material: Material) -> None:
    agenda = agenda_of(material)
    agenda.note(upcoming(agenda), same=True)
    agenda.decide(upcoming(agenda), same=True)
    agenda.undo()
    assert agenda.undecided() == 3
    assert left(agenda, material)[0] == ("a1#林岚", "a3#林岚")


def test_what_is_put_off_counts_until_it_is_settled(material: Material) -> None:
    agenda = agenda_of(material)
    agenda.skip(upcoming(agenda))
    assert left(agenda, material)[0] == ("a1#林岚", "a3#林岚")
    assert (agenda.skipped(), agenda.undecided()) == (1, 4)
    agenda.decide(upcoming(agenda), same=True)
    agenda.decide(upcoming(agenda), same=True)
    assert (agenda.skipped(), agenda.undecided()) == (0, 1)


def test_a_merge_of_the_rules_is_asked_until_a_person_confirms_it(material: Material) -> None:
    agenda = agenda_of(material, everything=True)
    [joined] = [each for _, each in agenda.pending() if each.standing.value == "joined"]
    agenda.decide(joined, same=False)
    assert joined not in [each for _, each in agenda.pending()]
    agenda.undo()
    agenda.decide(joined, same=True)
    assert joined not in [each for _, each in agenda.pending()]


def test_what_the_authority_lists_apart_is_not_asked(material: Material) -> None:
    asked = questions(material.identity)
    first, second = (material.identity.iris[key] for key in asked[0].pair)
    agenda = Agenda(material.identity, asked, {first, second})
    assert left(agenda, material)[0] == ("a1#林岚", "a3#林岚")
    # The third is one of the two, so it cannot be the other.
    agenda.decide(upcoming(agenda), same=True)
    assert left(agenda, material) == [("a1#蓝舟科技有限公司", "a4#蓝舟")]
    agenda.undo()
    assert agenda.undecided() == 3
    assert Agenda(material.identity, asked, {first}).undecided() == 4
