"""Read this first: the ordered steps, from the bytes of articles to the quads of the graph.

Two halves meet in ``ArticleRecord``. The first half looks at articles one by one; its result is a
function of an article's bytes, the rules and the authority's names, so it is kept and never done
twice. The second half looks at all records together: who is who, and what the sources agree and
disagree on. Steps never import each other; only this module knows their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zjkg import claims, linking, measurement
from zjkg.ids import Minter
from zjkg.model import (
    Article,
    ArticleRecord,
    Comparison,
    EntityType,
    Identity,
    Judgement,
    Records,
    in_order,
)
from zjkg.notes import Notes
from zjkg.recognition import Gazetteer, Recognizer
from zjkg.settings import Settings, resource, seeds_folder
from zjkg.windows import windowed

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from zjkg.comparison import MeasureScheme, Memory, Units
    from zjkg.graph import Portion


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a person supplied beforehand: known entities and judgements about identity."""

    authority: tuple[linking.AuthorityEntry, ...]
    judgements: tuple[Judgement, ...]

    @classmethod
    def load(cls, settings: Settings) -> Knowledge:
        """Read the authority and judgements files of the seeds folder, where there are any."""
        seeds = seeds_folder(settings)
        return cls(
            linking.load_authority(seeds / "authority.ttl"),
            linking.load_judgements(seeds / linking.JUDGEMENTS),
        )

    def gazetteer(self) -> Gazetteer:
        """The known names, for recognition."""
        return Gazetteer((name, entry.type) for entry in self.authority for name, _ in entry.names)


def extract(
    articles: Sequence[Article], recognizer: Recognizer, settings: Settings
) -> list[ArticleRecord]:
    """First half, per article: names, quantities, entities, claims.

    Articles come together only because the taggers work in batches; no article's record depends
    on another article.
    """
    recognitions = recognizer.recognize(articles)
    records: list[ArticleRecord] = []
    for article, recognition in zip(articles, recognitions, strict=True):
        entities = linking.entities(article, recognition)
        cut, words = windowed(article, recognition)
        measured = measurement.measure(cut, words, zone=settings.zone)
        said = claims.extract(cut, words, measured, entities, zone=settings.zone)
        records.append(ArticleRecord(article, recognition, measured, entities, said))
    return records


@dataclass(frozen=True, slots=True)
class Corpus:
    """Second half, over all records: identity and comparison, and the quads that follow."""

    records: Records
    identity: Identity
    comparison: Comparison
    judgements: tuple[Judgement, ...]
    minter: Minter
    settings: Settings
    memory: Memory

    @classmethod
    def of(
        cls,
        records: Iterable[ArticleRecord],
        knowledge: Knowledge,
        settings: Settings,
        memory: Memory | None = None,
        notes: Notes | None = None,
    ) -> Corpus:
        """Resolve identity, then compare. The order of the records does not matter.

        ``memory`` is what the comparison of an earlier corpus left, ``notes`` what was found out;
        they save work and change nothing.
        """
        from zjkg.comparison import Memory, compare

        ordered, noted = in_order(records), notes or Notes()
        minter = Minter(settings.base)
        identity = linking.resolve(
            ordered, knowledge.authority, knowledge.judgements, minter, noted
        )
        scheme, units = measures()
        known = replace(memory or Memory(), notes=noted)
        comparison, left = compare(ordered, identity, scheme, units, known)
        return cls(ordered, identity, comparison, knowledge.judgements, minter, settings, left)

    def article_quads(self, source: str, types: Mapping[str, EntityType]) -> Iterator[Quad]:
        """The graph of an article's version; ``types`` are those of ``graph.entity_types``."""
        from zjkg import graph

        record, zone = self.records.of_source(source), self.settings.zone
        return graph.article_quads(record, self.identity, self.minter, zone=zone, types=types)

    def portion_quads(self, portion: Portion) -> Iterator[Quad]:
        """What of the graph of derived facts belongs to one article."""
        from zjkg import graph

        claims = graph.claim_iris(self.records, self.minter)
        return graph.portion_quads(portion, claims, self.identity, self.minter)

    def supplied_graphs(self) -> dict[str, Iterator[Quad]]:
        """The graphs of what persons supplied, by their names."""
        return supplied_graphs(self.judgements, self.settings)


def measures() -> tuple[MeasureScheme, Units]:
    """The measures and units by which numbers are compared."""
    from zjkg.comparison import MeasureScheme, Units

    ontology = resource("ontology")
    return MeasureScheme.load(ontology / "measures.ttl"), Units.load(ontology / "units.ttl")


def supplied_graphs(
    judgements: Sequence[Judgement], settings: Settings
) -> dict[str, Iterator[Quad]]:
    """The graphs of what persons supplied, by their names."""
    from zjkg import graph

    minter, seeds = Minter(settings.base), seeds_folder(settings)
    return {
        minter.graph("ontology"): graph.ontology_quads(minter),
        minter.graph("authority"): graph.authority_quads(seeds / "authority.ttl", minter),
        minter.graph("judgements"): graph.judgement_quads(judgements, minter),
    }
