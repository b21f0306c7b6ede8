"""IRIs of what one article says: functions of offsets and content, never of an index.

A claim keeps its IRI when other claims of the article come or go, and when an entity of it gets
another IRI, since an entity enters a key by its name in the article.
"""

from __future__ import annotations

from zjkg.ids import Minter
from zjkg.model import (
    ArticleRecord,
    DimensionScheme,
    Entity,
    Evidence,
    IndexEdition,
    LicenceTrade,
    Milestone,
    Participation,
    Quotation,
    Relation,
    Role,
    Span,
)

Part = Span | str | None


def version_iri(record: ArticleRecord, minter: Minter) -> str:
    """The article version of a record; also the name of its graph."""
    return minter.version(record.article.source, record.article.digest)


def observation_iri(record: ArticleRecord, index: int, minter: Minter) -> str:
    """The observation at ``index`` in the claims of the record.

    Equal observations of one article have one IRI; ``index`` only says where to look.
    """
    item = record.claims.observations[index]
    parts = (
        record.measurement.quantities[item.quantity].span,
        _name(record, item.subject),
        item.subject_words,
        item.measure,
        item.modality.value,
        item.qualifier,
        _name(record, item.speaker),
        item.rule,
    )
    return _claim(record, minter, "observation", item.evidence, parts)


def role_iri(record: ArticleRecord, role: Role, minter: Minter) -> str:
    """A role of the article."""
    names = (_name(record, role.person), _name(record, role.organization))
    return _claim(record, minter, "role", role.evidence, (*names, role.post, role.rule))


def relation_iri(record: ArticleRecord, relation: Relation, minter: Minter) -> str:
    """A relation of the article."""
    parts = (
        _name(record, relation.subject),
        relation.predicate.value,
        _name(record, relation.object),
        relation.modality.value,
        _name(record, relation.speaker),
        relation.rule,
    )
    return _claim(record, minter, "relation", relation.evidence, parts)


def milestone_iri(record: ArticleRecord, milestone: Milestone, minter: Minter) -> str:
    """A milestone of the article."""
    parts = (
        _name(record, milestone.subject),
        milestone.thing,
        milestone.kind.value,
        milestone.start,
        milestone.end,
        milestone.modality.value,
        _name(record, milestone.speaker),
        milestone.rule,
    )
    return _claim(record, minter, "milestone", milestone.evidence, parts)


def quotation_iri(record: ArticleRecord, quotation: Quotation, minter: Minter) -> str:
    """A quotation of the article."""
    spans = "|".join(map(_written, quotation.parts))
    parts = (_name(record, quotation.speaker), spans, quotation.rule)
    return _claim(record, minter, "quotation", quotation.evidence, parts)


def edition_iri(record: ArticleRecord, edition: IndexEdition, minter: Minter) -> str:
    """An edition of an index; told apart by the words that speak of it."""
    words = "|".join(
        _written(span) for item in edition.evidence for span in (item.sentence, *item.focus)
    )
    parts = (_name(record, edition.index), edition.report_year, edition.data_year, words)
    return _claim(record, minter, "index-edition", edition.evidence[0], (*parts, edition.rule))


def dimension_scheme_iri(record: ArticleRecord, scheme: DimensionScheme, minter: Minter) -> str:
    """A list of dimensions of an index."""
    spans = "|".join(map(_written, scheme.dimensions))
    parts = (_name(record, scheme.index), scheme.title, spans, scheme.rule)
    return _claim(record, minter, "dimension-scheme", scheme.evidence, parts)


def participation_iri(record: ArticleRecord, item: Participation, minter: Minter) -> str:
    """A part that somebody plays in an alliance."""
    names = (_name(record, item.alliance), _name(record, item.participant))
    parts = (*names, item.part, item.modality.value, _name(record, item.speaker), item.rule)
    return _claim(record, minter, "participation", item.evidence, parts)


def licence_trade_iri(record: ArticleRecord, trade: LicenceTrade, minter: Minter) -> str:
    """What an observation says about trade in licences."""
    figure = observation_iri(record, trade.observation, minter)
    parts = (figure, None if trade.direction is None else trade.direction.value, trade.rule)
    return _claim(record, minter, "licence-trade", trade.evidence, parts)


def _claim(
    record: ArticleRecord, minter: Minter, kind: str, evidence: Evidence, parts: tuple[Part, ...]
) -> str:
    focus = "|".join(_written(span) for span in evidence.focus)
    content = (_written(evidence.sentence), focus, *map(_written, parts))
    return minter.part(version_iri(record, minter), kind, *content)


def _written(part: Part) -> str:
    if part is None:
        return ""
    return part if isinstance(part, str) else f"{part.start}-{part.end}"


def _name(record: ArticleRecord, key: str | None) -> str:
    """The entity's type and name in the article, which outlive its local key."""
    entity = find_entity(record, key)
    return f"{entity.type.value}:{entity.names[0].text}" if entity and entity.names else key or ""


def find_entity(record: ArticleRecord, key: str | None) -> Entity | None:
    """The entity of a local key, if the record has it."""
    return next((entity for entity in record.entities if entity.key == key), None)
