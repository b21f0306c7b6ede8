"""Everything that one article says, with its evidence and its speaker."""

from __future__ import annotations

from dataclasses import replace

from zjkg.claims.frames.article_frames import read_article
from zjkg.claims.observations.extraction import observations
from zjkg.claims.relations.extraction import find_relations
from zjkg.claims.relations.voices import Voice, employed
from zjkg.claims.roles.extraction import find_roles, founders
from zjkg.claims.speech.attribution import Speech, indirect_speech, speaker_at
from zjkg.claims.speech.quotations import find_quotations
from zjkg.claims.stock_links import judge_links
from zjkg.model import (
    Article,
    Claims,
    Entity,
    Measurement,
    Observation,
    Quotation,
    Recognition,
    Relation,
)


def extract(
    article: Article,
    recognition: Recognition,
    measurement: Measurement,
    entities: tuple[Entity, ...],
) -> Claims:
    """Extract the claims of an article.

    Args:
        article: the article as read.
        recognition: its words and names.
        measurement: its quantities.
        entities: its entities, whose mentions are indexes into ``recognition.mentions``.

    Returns:
        Roles, relations, quotations, judged links and observations, each with the sentence it
        stands in; and the candidates that were not kept, with the reason.
    """
    reading = read_article(article, recognition, entities)
    roles, no_roles = find_roles(reading)
    quotations, no_quotations = find_quotations(reading)
    speeches = (*_quoted(quotations), *indirect_speech(reading))
    voices = tuple(Voice(each.span, each.speaker) for each in speeches)
    relations, no_relations = find_relations(reading, entities, employed(voices, roles))
    observed, unobserved = observations(article, recognition, measurement, entities)
    return Claims(
        observations=tuple(_said(item, measurement, speeches) for item in observed),
        roles=roles,
        relations=_merged(
            tuple(
                replace(item, speaker=speaker_at(speeches, item.evidence.focus))
                for item in relations
            ),
            founders(reading, roles),
        ),
        quotations=quotations,
        stock_links=judge_links(article, recognition, entities),
        dropped=tuple(
            sorted(
                (*no_roles, *no_relations, *no_quotations, *unobserved),
                key=lambda item: (item.span, item.rule),
            )
        ),
    )


def _quoted(quotations: tuple[Quotation, ...]) -> tuple[Speech, ...]:
    return tuple(
        Speech(part, quotation.speaker)
        for quotation in quotations
        if quotation.speaker is not None
        for part in quotation.parts
    )


def _said(item: Observation, measurement: Measurement, speeches: tuple[Speech, ...]) -> Observation:
    number = measurement.quantities[item.quantity].number
    return replace(item, speaker=speaker_at(speeches, (number,)))


def _merged(
    relations: tuple[Relation, ...], from_posts: tuple[Relation, ...]
) -> tuple[Relation, ...]:
    """Relations in text order; one that a verb states already is not repeated from a post."""
    stated = {(r.subject, r.predicate, r.object) for r in relations}
    added: list[Relation] = []
    for relation in from_posts:
        mark = (relation.subject, relation.predicate, relation.object)
        if mark not in stated:
            stated.add(mark)
            added.append(relation)
    return tuple(sorted((*relations, *added), key=lambda item: item.evidence.focus))
