"""Everything that one article says, with its evidence and its speaker."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from zjkg.claims.alliances.extraction import find_participations
from zjkg.claims.alliances.kinds import alliances_of
from zjkg.claims.frames.article_frames import read_article
from zjkg.claims.indexes.extraction import find_indexes
from zjkg.claims.licences.extraction import find_licence_trades
from zjkg.claims.milestones.extraction import find_milestones
from zjkg.claims.observations.extraction import observations
from zjkg.claims.observations.voices import Voices
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
    IndexEdition,
    Measurement,
    Observation,
    Quotation,
    Recognition,
    Relation,
    Span,
)
from zjkg.settings import SHANGHAI
from zjkg.stretches import Stretches


def extract(
    article: Article,
    recognition: Recognition,
    measurement: Measurement,
    entities: tuple[Entity, ...],
    *,
    zone: ZoneInfo = SHANGHAI,
) -> Claims:
    """Extract the claims of an article.

    Args:
        article: the article as read.
        recognition: its words and names.
        measurement: its quantities.
        entities: its entities, whose mentions are indexes into ``recognition.mentions``.
        zone: where the day of publication is reckoned.

    Returns:
        Roles, relations, milestones, quotations, judged links and observations, editions and
        dimensions of indexes, parts in alliances and trade in licences, each with the sentence it
        stands in; and the candidates that were not kept, with the reason.
    """
    reading = read_article(article, recognition, entities)
    roles, no_roles = find_roles(reading)
    milestones, no_milestones = find_milestones(reading, recognition, measurement, zone)
    quotations, no_quotations = find_quotations(reading)
    quoted = _quoted(quotations)
    speeches = (*quoted, *indirect_speech(reading))
    voices = tuple(Voice(each.span, each.speaker) for each in speeches)
    spoken = Stretches(speeches, lambda speech: speech.span)
    relations, no_relations = find_relations(reading, entities, employed(voices, roles))
    heard = Voices.of(((each.span, each.speaker) for each in quoted), roles, relations)
    observed, unobserved = observations(article, recognition, measurement, entities, heard)
    editions, schemes, no_schemes = find_indexes(reading, measurement, observed, zone)
    alliances = alliances_of(entities)
    parts, no_parts = find_participations(reading, alliances)
    return Claims(
        observations=tuple(_said(item, measurement, spoken) for item in observed),
        roles=roles,
        relations=_merged(
            tuple(
                replace(item, speaker=speaker_at(spoken, item.evidence.focus)) for item in relations
            ),
            founders(reading, roles),
        ),
        quotations=quotations,
        stock_links=judge_links(article, recognition, entities),
        milestones=tuple(
            replace(item, speaker=speaker_at(spoken, item.evidence.focus)) for item in milestones
        ),
        editions=tuple(
            replace(each, speaker=speaker_at(spoken, _words(each))) for each in editions
        ),
        dimension_schemes=schemes,
        alliances=alliances,
        participations=tuple(
            replace(each, speaker=speaker_at(spoken, each.evidence.focus)) for each in parts
        ),
        licence_trades=find_licence_trades(reading, observed, measurement),
        dropped=tuple(
            sorted(
                (
                    *no_roles,
                    *no_relations,
                    *no_milestones,
                    *no_quotations,
                    *unobserved,
                    *no_schemes,
                    *no_parts,
                ),
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


def _said(item: Observation, measurement: Measurement, spoken: Stretches[Speech]) -> Observation:
    number = measurement.quantities[item.quantity].number
    return replace(item, speaker=speaker_at(spoken, (number,)))


def _words(edition: IndexEdition) -> tuple[Span, ...]:
    return tuple(span for evidence in edition.evidence for span in evidence.focus)


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
