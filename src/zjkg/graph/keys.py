"""IRIs of what one article says: functions of offsets and content, never of an index.

A claim keeps its IRI when other claims of the article come or go, and when an entity of it gets
another IRI, since an entity enters a key by its name in the article.
"""

from __future__ import annotations

from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Entity, Evidence, Quotation, Relation, Role, Span

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


def quotation_iri(record: ArticleRecord, quotation: Quotation, minter: Minter) -> str:
    """A quotation of the article."""
    spans = "|".join(map(_written, quotation.parts))
    parts = (_name(record, quotation.speaker), spans, quotation.rule)
    return _claim(record, minter, "quotation", quotation.evidence, parts)


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
