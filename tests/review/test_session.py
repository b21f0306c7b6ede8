from __future__ import annotations

import io
from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.linking import load_judgements
from zjkg.model import Judgement
from zjkg.review import Agenda, Material, PipedKeys, Session, Sheet, Tally, questions

HEADER = b"first,second,same,who,when,why\n"


def row(first: str, second: str, answer: str, who: str, when: str, why: str) -> Judgement:
    return Judgement(first, second, answer == "yes", who, when, why)


class Review:
    """A session over the four articles; answers come from a pipe, one letter a line."""

    def __init__(self, material: Material, folder: Path, answers: str) -> None:
        self.path = folder / "judgements.csv"
        self.told: list[str] = []
        stream = io.BytesIO("".join(f"{line}\n" for line in answers.split()).encode())
        self.session = Session(
            agenda=Agenda(material.identity, questions(material.identity)),
            material=material,
            sheet=Sheet(self.path),
            keys=PipedKeys(stream),
            who="Lin",
            when="2024-06-01",
            lang="en",
            tell=self.told.append,
        )

    def run(self) -> tuple[Judgement, ...]:
        self.session.run()
        return load_judgements(self.path)

    @property
    def text(self) -> str:
        return "\n".join(self.told)


def test_decisions_become_rows_at_once(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "s d s")
    assert review.run() == (
        row("a1#林岚", "a2#林岚", "yes", "Lin", "2024-06-01", "reviewed: name, type"),
        row("a1#林岚", "a3#林岚", "no", "Lin", "2024-06-01", "reviewed: name, type"),
        row(
            "a1#蓝舟科技有限公司",
            "a4#蓝舟",
            "yes",
            "Lin",
            "2024-06-01",
            "reviewed: short-form, type",
        ),
    )
    assert review.session.tally() == Tally(same=2, different=1, skipped=0, open=0)
    assert "[4/4]" in review.text
    assert "[3/4]" not in review.text
    assert "no pair is left" in review.text


def test_undo_takes_out_exactly_that_row_and_asks_again(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "s d u q")
    assert [row.same for row in review.run()] == [True]
    assert review.text.count("[2/4]") == 2
    assert "undone: a1#林岚, a3#林岚" in review.text


def test_undo_of_everything_restores_the_file(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "s s s u u u u q")
    assert review.run() == ()
    assert review.path.read_bytes() == HEADER
    assert review.session.tally() == Tally(same=0, different=0, skipped=0, open=4)
    assert "nothing was decided" in review.text


def test_a_reason_of_ones_own(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "w s w 两校名录都有此人 u d w namesakes q")
    [row] = review.run()
    assert (row.same, row.why) == (False, "namesakes")
    assert "nothing was decided" in review.text
    assert "written: 两校名录都有此人" in review.text


def test_skipping_and_the_end_of_input_write_nothing(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "k k")
    assert review.run() == ()
    assert review.session.tally() == Tally(same=0, different=0, skipped=2, open=4)


def test_capitals_and_full_width_letters_are_the_same_keys(material: Material, seeds: Path) -> None:
    assert [row.same for row in Review(material, seeds, "S ｄ Ｑ").run()] == [True, False]


def test_help(material: Material, seeds: Path) -> None:
    review = Review(material, seeds, "? q")
    review.run()
    assert "its row is taken out" in review.text
    assert review.text.count("[1/4]") == 1


@pytest.mark.parametrize("answers", ["s x d", "s same d", "s s s s"])
def test_a_pipe_that_says_something_else_stops(
    material: Material, seeds: Path, answers: str
) -> None:
    """What follows an answer that is none would be taken for answers to other pairs."""
    review = Review(material, seeds, answers)
    with pytest.raises(SettingsError, match="no answer to what is asked"):
        review.run()
    assert len(load_judgements(review.path)) == answers.split().count("s") - (answers[-1] == "s")


def test_what_another_reviewer_judged_meanwhile_holds(material: Material, seeds: Path) -> None:
    other = row("a2#林岚", "a1#林岚", "no", "Wu", "2024-05-31", "two people")
    Sheet(seeds / "judgements.csv").add(other)
    review = Review(material, seeds, "s s q")
    assert [row.who for row in review.run()] == ["Wu", "Lin"]
    assert "judged meanwhile: different (Wu, 2024-05-31)" in review.text
    assert review.session.tally().same == 1
