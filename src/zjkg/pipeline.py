"""Read this first: the ordered steps, from the bytes of articles to the quads of the graph.

Two halves meet in ``ArticleRecord``. The first half looks at articles one by one; its result is a
function of an article's bytes, the rules and the authority's names, so it is kept and never done
twice. The second half looks at all records together: who is who, and what the sources agree and
disagree on. Steps never import each other; only this module knows their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg import linking
from zjkg.collecting import uncollected
from zjkg.ids import Minter
from zjkg.model import (
    Article,
    ArticleRecord,
    Comparison,
    Identity,
    Judgement,
    LocalKey,
    Recognition,
    Records,
    in_order,
)
from zjkg.notes import Notes
from zjkg.settings import Settings, resource, seeds_folder
from zjkg.windows import windowed

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from zjkg.comparison import Compared, MeasureScheme, Units
    from zjkg.graph import Portion
    from zjkg.recognition import Gazetteer, Recognizer


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
        from zjkg.recognition import Gazetteer

        return Gazetteer((name, entry.type) for entry in self.authority for name, _ in entry.names)


def extract(
    articles: Sequence[Article], recognizer: Recognizer, settings: Settings
) -> list[ArticleRecord]:
    """First half, per article: names, quantities, entities, claims.

    Articles come together only because the taggers work in batches; no article's record depends
    on another article.
    """
    with uncollected():
        recognitions = recognizer.recognize(articles)
        return [
            _record(article, recognition, settings)
            for article, recognition in zip(articles, recognitions, strict=True)
        ]


def _record(article: Article, recognition: Recognition, settings: Settings) -> ArticleRecord:
    from zjkg import claims, measurement

    entities = linking.entities(article, recognition)
    cut, words = windowed(article, recognition)
    measured = measurement.measure(cut, words, zone=settings.zone)
    said = claims.extract(cut, words, measured, entities, zone=settings.zone)
    return ArticleRecord(article, recognition, measured, entities, said)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Second half, over all records: identity and comparison, and the quads that follow.

    ``who`` and ``found`` tell article by article what both come to.
    """

    records: Records
    who: linking.Resolution
    found: Compared
    judgements: tuple[Judgement, ...]
    minter: Minter
    settings: Settings

    @classmethod
    def of(
        cls,
        records: Iterable[ArticleRecord],
        knowledge: Knowledge,
        settings: Settings,
        notes: Notes | None = None,
    ) -> Corpus:
        """Resolve identity, then compare. The order of the records does not matter.

        ``notes`` are what was found out of an earlier corpus; they save work and change nothing.

        Raises:
            LostNoteError: where a note is gone that others speak of.
        """
        from zjkg.comparison import Gathering, Given

        ordered = in_order(records)
        noted = notes if notes is not None and ordered.are_stamped() else Notes()
        minter, judgements = Minter(settings.base), knowledge.judgements
        listing = linking.Listing(knowledge.authority)
        who = linking.resolution(ordered, listing, judgements, minter, noted)

        def named(source: str) -> dict[LocalKey, str]:
            return {LocalKey(source, key): iri for key, iri, _ in who.named(source)}

        found = Gathering(ordered, Given(named, *measures()), noted).compared(who.touched)
        return cls(ordered, who, found, judgements, minter, settings)

    @property
    def identity(self) -> Identity:
        """Who is who, all at once."""
        return self.who.identity()

    @property
    def comparison(self) -> Comparison:
        """What the articles agree and disagree on, all at once."""
        return self.found.comparison()

    @property
    def touched(self) -> frozenset[str]:
        """The articles of which the notes may have had something else."""
        return self.who.touched | self.found.touched

    def article_quads(self, source: str) -> Iterator[Quad]:
        """The graph of an article's version."""
        from zjkg import graph

        record, zone = self.records.of_source(source), self.settings.zone
        types = {iri: kind for _, iri, kind in self.who.named(source)}
        return graph.article_quads(record, self._iris(), self.minter, zone=zone, types=types)

    def portion(self, source: str) -> Portion:
        """What of the facts over several articles belongs to one."""
        from zjkg import graph

        merges = self.who.merges(source)
        return graph.portion(self.who.things(source), merges, self.found.of(source))

    def portion_quads(self, portion: Portion) -> Iterator[Quad]:
        """What of the graph of derived facts belongs to one article."""
        from zjkg import graph

        claims = graph.claim_iris(self.records, self.minter)
        return graph.portion_quads(portion, claims, self._iris(), self.minter)

    def _iris(self) -> Identity:
        return Identity((), self.who.iris)

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
