"""Frames: names as single characters, every character traced to the stored text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zjkg.claims.frames.frame import LETTERS, frame_of
from zjkg.claims.frames.names import Slot, Slots
from zjkg.folding import simplified
from zjkg.model import EntityType, Span

ORG = LETTERS[EntityType.ORGANIZATION]
PARK = LETTERS[EntityType.PARK]


def _slots(text: str, *names: tuple[str, EntityType]) -> Slots:
    return Slots.of(
        [
            Slot(Span(text.index(name), text.index(name) + len(name)), kind, name)
            for name, kind in names
        ]
    )


def test_marks_around_a_name_and_asides_behind_it_are_left_out() -> None:
    text = "远帆生物（600000.SH）入驻“滨湖药谷”,很好"
    slots = _slots(text, ("远帆生物", EntityType.ORGANIZATION), ("滨湖药谷", EntityType.PARK))
    frame = frame_of(text, Span(0, len(text)), slots)
    assert frame.text == f"{ORG}入驻{PARK}，很好"
    assert frame.source(0, 1).of(text) == "远帆生物"
    assert frame.source(1, 3).of(text) == "入驻"


def test_traditional_folds_to_equal_length() -> None:
    text = "餘家範圍內的後續髮展"
    assert len(simplified(text)) == len(text)


def test_a_name_inside_a_longer_name_is_no_slot() -> None:
    text = "滨湖药谷"
    slots = _slots(text, ("滨湖", EntityType.PLACE), ("滨湖药谷", EntityType.PARK))
    assert [slot.type for slot in slots.items] == [EntityType.PARK]


def test_spaces_part_statements_in_headlines_only() -> None:
    text = "湖州建园 药谷开业"
    plain = frame_of(text, Span(0, len(text)), Slots((), ()))
    headline = frame_of(text, Span(0, len(text)), Slots((), ()), title=True)
    assert plain.text == text
    assert headline.text == "湖州建园；药谷开业"


@given(st.text(alphabet="湖州园“”（），。 ab:\u3000", max_size=40), st.integers(0, 38))
def test_every_character_comes_from_the_text_in_order(text: str, at: int) -> None:
    span = Span(min(at, len(text)), min(at + 2, len(text)))
    found = [Slot(span, EntityType.PARK, "e0")] if span.start < span.end else []
    frame = frame_of(text, Span(0, len(text)), Slots.of(found))
    ends = [0, *(part.end for part in frame.spans)]
    assert all(part.start >= end for part, end in zip(frame.spans, ends, strict=False))
    assert len(frame.text) == len(frame.spans) == len(frame.slots)
    assert [slot.key for slot in frame.slots if slot] == [slot.key for slot in found]
