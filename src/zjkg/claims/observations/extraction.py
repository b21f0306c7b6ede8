"""Quantities to observations: whose, of what, in which modality, from which sentence."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.claims.observations.change import change, goes_on
from zjkg.claims.observations.measures import MeasureFinder
from zjkg.claims.observations.modality import is_negated, modality, qualifier
from zjkg.claims.observations.repetition import without_repetitions
from zjkg.claims.observations.subjects import Found, SubjectFinder
from zjkg.claims.observations.text import Text
from zjkg.claims.observations.voices import Voices
from zjkg.errors import Bilingual
from zjkg.model import (
    Article,
    Change,
    Dropped,
    Entity,
    Evidence,
    Measurement,
    Observation,
    Quantity,
    Recognition,
)

_DENIED = Bilingual("the clause denies the value", "该分句否定了这一数值")
_STEP = "claims"


@dataclass(frozen=True, slots=True)
class _Finders:
    text: Text
    subjects: SubjectFinder
    measures: MeasureFinder


def observations(
    article: Article,
    recognition: Recognition,
    measurement: Measurement,
    entities: tuple[Entity, ...],
    voices: Voices | None = None,
) -> tuple[tuple[Observation, ...], tuple[Dropped, ...]]:
    """One observation for each fact that a quantity of the article states, in text order.

    ``voices`` tell who says what and for whom: whose 我们 is.
    Denied values and repetitions of a fact are dropped, with the reason. ``speaker`` is left to
    the rules for quotations.
    """
    text = Text.of(article, recognition, entities)
    finders = _Finders(text, SubjectFinder(text, voices or Voices()), MeasureFinder(text))
    by_sentence: dict[int, list[tuple[int, Quantity]]] = {}
    for index, quantity in enumerate(measurement.quantities):
        by_sentence.setdefault(text.sentence_of(quantity.span), []).append((index, quantity))
    found: list[Observation] = []
    dropped: list[Dropped] = []
    for number in range(len(article.sentences)):
        kept, denied = _of_sentence(finders, number, by_sentence.get(number, []))
        found.extend(kept)
        dropped.extend(denied)
    unique, repeated = without_repetitions(text, measurement.quantities, tuple(found))
    return unique, (*dropped, *repeated)


def _of_sentence(
    finders: _Finders, number: int, quantities: list[tuple[int, Quantity]]
) -> tuple[list[Observation], list[Dropped]]:
    text = finders.text
    sentence = text.article.sentences[number]
    subjects = finders.subjects.sentence(sentence, quantities)
    kept: list[Observation] = []
    dropped: list[Dropped] = []
    measures = finders.measures.sentence(number, sentence, tuple(each for _, each in quantities))
    changed: tuple[Quantity, Change | None] | None = None
    for (index, quantity), measured in zip(quantities, measures, strict=True):
        way = change(text, sentence, quantity)
        if way is None and changed is not None and goes_on(text, changed[0], quantity):
            way = changed[1]
        changed = quantity, way
        if is_negated(text, sentence, quantity):
            dropped.append(Dropped(_STEP, "observation:denied", quantity.span, _DENIED))
            continue
        subject: Found | None = subjects.get(index)
        kept.append(
            Observation(
                quantity=index,
                subject=None if subject is None else subject.entity,
                subject_words=None,
                measure=measured.span,
                modality=modality(text, sentence, quantity),
                qualifier=qualifier(text, sentence, quantity),
                speaker=None,
                evidence=Evidence(sentence.span, (quantity.span,)),
                rule=f"observation:{measured.rule}",
                change=way,
            )
        )
    return kept, dropped
