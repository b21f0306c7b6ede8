"""For whom people speak in an English text."""

from __future__ import annotations

from zjkg.claims.observations.english.speakers import Speakers
from zjkg.claims.observations.voices import Voices
from zjkg.model import Span

_FIRST, _SECOND, _THIRD = Span(0, 40), Span(41, 80), Span(81, 120)


def _speakers() -> Speakers:
    return Speakers(Voices(((Span(41, 60), "Brandt"),), {"Brandt": "Tern", "Ito": "Kaidu"}))


def test_who_is_quoted_speaks_whoever_is_named() -> None:
    speakers = _speakers()
    speakers.hear(_FIRST, ["Ito"])
    assert speakers.now == "Kaidu"
    speakers.begin()
    speakers.hear(_SECOND, ["Ito", "Brandt"])
    assert speakers.now == "Tern"


def test_the_last_one_is_remembered_where_nobody_speaks() -> None:
    speakers = _speakers()
    speakers.hear(_SECOND, [])
    speakers.begin()
    speakers.hear(_THIRD, ["a stranger"])
    assert (speakers.now, speakers.last) == (None, "Tern")
