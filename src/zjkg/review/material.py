"""What a review looks at: the records that the store keeps, and who is who by rules and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from zjkg import linking
from zjkg.folding import match_key
from zjkg.ids import Minter
from zjkg.model import ArticleRecord, Entity, Identity, LocalKey
from zjkg.settings import Settings, seeds_folder
from zjkg.store import GraphStore, decoded


@dataclass(frozen=True, slots=True)
class Material:
    """The records of the store's articles by source, and the identity that follows from them.

    Identity is resolved from the records and the present judgements, not read from the graph: what
    was judged since the last build counts.
    """

    records: Mapping[str, ArticleRecord]
    identity: Identity
    listed: frozenset[str] = frozenset()
    """The IRIs of the authority."""

    @classmethod
    def load(cls, settings: Settings) -> Self:
        """Read the records of a store and resolve identity.

        Raises:
            StoreError: where there is no store, or a record is damaged or gone.
            SettingsError: where the authority or the judgements file is unusable.
        """
        seeds = seeds_folder(settings)
        authority = linking.load_authority(seeds / "authority.ttl")
        judgements = linking.load_judgements(seeds / linking.JUDGEMENTS)
        with GraphStore.open(settings.store) as store:
            records = [
                decoded(store.load_record(state.record_key) or b"", ArticleRecord, source)
                for source, state in store.state().articles.items()
            ]
        identity = linking.resolve(records, authority, judgements, Minter(settings.base))
        listed = frozenset(entry.iri for entry in authority)
        return cls({record.article.source: record for record in records}, identity, listed)

    def entity(self, key: LocalKey) -> Entity:
        """The entity as its article has it."""
        entities = self.records[key.source].entities
        return next(entity for entity in entities if entity.key == key.key)

    def address(self, key: LocalKey) -> str:
        """How a row names this entity and no other: ``source#name``.

        The type is added where the article uses every one of the names for something else too.
        """
        entity = self.entity(key)
        others = {
            match_key(name.text)
            for other in self.records[key.source].entities
            if other.key != key.key
            for name in other.names
        }
        own = [name.text for name in entity.names]
        alone = next((name for name in own if match_key(name) not in others), None)
        return f"{key.source}#{alone or f'{own[0]}#{entity.type}'}"
