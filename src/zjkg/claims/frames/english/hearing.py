"""What the sentences of an English text speak of, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.english.clauses import SUBJECTS
from zjkg.claims.frames.english.scene import ANYTHING, Scene
from zjkg.claims.frames.names import Slot

_HEARD: Final = 40
"""How many sentences back a word may take up a name."""


def scenes(reading: Reading) -> Iterator[Scene | None]:
    """The scene of each sentence, with what those before it speak of; None for Chinese ones."""
    heard: list[tuple[Slot, ...]] = []
    for item in reading.sentences:
        scene = Scene.of(reading, item, recent(heard))
        heard.append(heeded(scene) if scene is not None else ())
        yield scene


def recent(heard: list[tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """What the last sentences speak of, the nearest first."""
    return tuple(slot for named in heard[: -_HEARD - 1 : -1] for slot in named)


def heeded(scene: Scene) -> tuple[Slot, ...]:
    """What a sentence speaks of: what its subjects stand for first."""
    relations = scene.syntax.relations
    subjects = [word for word in range(len(relations)) if relations[word] in SUBJECTS]
    acting = [slot for slot in scene.slots if scene.is_subject(scene.head(slot))]
    named = (*scene.names(subjects, ANYTHING), *acting, *scene.slots)
    return tuple({slot.key: slot for slot in reversed(named)}.values())[::-1]
