"""From the rows of a query to the claims and sentences that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from zjkg.agents.columns import is_iri, lexical, quotes
from zjkg.agents.facts import LONGEST_TEXT, Scalar, clipped
from zjkg.agents.schemas import meaning
from zjkg.passages import sentence_around
from zjkg.query.claim_reader import claim_item, mention_item
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import GraphReader, node
from zjkg.vocab import ZJ

_CLAIM_PLACES = """
SELECT DISTINCT ?claim ?exact ?start ?end {{ GRAPH {version} {{
  ?claim zj:evidence ?evidence . ?evidence oa:hasSelector ?quoted , ?placed .
  ?quoted oa:exact ?exact . ?placed oa:start ?start ; oa:end ?end
}} }} ORDER BY ?start ?end ?claim
"""
_MENTION_OF = """
SELECT ?mention ?start {{ GRAPH {version} {{
  ?mention oa:hasBody {entity} ; oa:hasTarget/oa:hasSelector ?placed . ?placed oa:start ?start
}} }} ORDER BY ?start ?mention LIMIT 1
"""
# What is derived from claims, and by which property it names them.
_RESTS_ON = ("zj:first", "zj:second", "zj:claim", "zj:input", "zj:derivedFrom", "zj:figure")
_SOURCE = "source"


class Ground(msgspec.Struct, frozen=True, rename="camel"):
    """A sentence that a row rests on, and the claim in it."""

    claim: Annotated[
        str | None,
        meaning("null where the row rests on words that are no claim", "所据文字并非陈述时为 null"),
    ]
    kind: str
    sentence: str
    start: int | None
    end: int | None
    source: str


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim's sentence stands in its article version."""

    claim: str
    sentence: str
    start: int
    end: int


@dataclass(slots=True)
class Grounds:
    """Finds what rows rest on; what was read for one row serves the next."""

    store: Store
    _reader: GraphReader = field(init=False)
    _places: dict[str, list[ClaimPlace]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._reader = GraphReader(self.store)

    def of(self, row: Mapping[str, Scalar]) -> list[Ground]:
        """The claims in a row, else those its facts rest on, else its quotes, else mentions."""
        iris = [each for each in row.values() if isinstance(each, str) and is_iri(each)]
        for find in (self._claims, self._foundations):
            found = list(dict.fromkeys(claim for iri in iris for claim in find(iri)))
            if found:
                return [ground for each in found if (ground := self._ground(each))]
        sides = [self._quoted(*pair, row) for pair in quotes(row)]
        quoted = self._opposed(sides) or [ground for side in sides for ground in side]
        return quoted or list(self._placed(row)) or list(self._mentioned(row, iris))

    def claims_between(self, version: str, start: int, end: int) -> list[str]:
        """The claims whose sentence overlaps a span of an article version."""
        return [
            each.claim
            for each in self._claim_places(version)
            if each.start < end and start < each.end
        ]

    def _claims(self, iri: str) -> list[str]:
        """The claim of that IRI."""
        return [iri] if self._reader.graph_of(iri, "zj:Claim") else []

    def _foundations(self, iri: str) -> list[str]:
        """The claims that something derived rests on."""
        return [
            claim
            for name in _RESTS_ON
            for claim in self._reader.values(iri, name)
            if is_iri(claim) and self._claims(claim)
        ]

    def _ground(self, claim: str) -> Ground | None:
        item = claim_item(self._reader, claim)
        if item is None:
            return None
        sentence = clipped(item.sentence, LONGEST_TEXT)
        return Ground(item.claim, item.kind, sentence, item.start, item.end, item.source)

    def _quoted(self, quote: str, source: str, row: Mapping[str, Scalar]) -> list[Ground]:
        """The claims of a quoted sentence that share most values with the row."""
        best: list[str] = []
        most = -1
        for version in self._versions(source):
            for place in self._claim_places(version):
                if place.sentence != quote:
                    continue
                shared = self._shared(place.claim, row)
                if shared > most:
                    best, most = [], shared
                if shared == most and place.claim not in best:
                    best.append(place.claim)
        grounds = [ground for each in best if (ground := self._ground(each))]
        return grounds or list(self._words(quote, source))

    def _opposed(self, sides: list[list[Ground]]) -> list[Ground]:
        """Of the claims of several quotes, those that contradict one of another quote."""
        ends = (("zj:first", "zj:second"), ("zj:second", "zj:first"))
        return [
            ground
            for side in (sides if len(sides) > 1 else ())
            for ground in side
            if ground.claim
            and {
                opposed
                for own, other in ends
                for conflict in self._reader.subjects(own, ground.claim)
                for opposed in self._reader.values(conflict, other)
            }
            & {each.claim for another in sides if another is not side for each in another}
        ]

    def _shared(self, claim: str, row: Mapping[str, Scalar]) -> int:
        quads = self.store.quads_for_pattern(NamedNode(claim), None, None, None)
        values = {
            quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)
        }
        return sum(lexical(cell) in values for cell in row.values() if cell is not None)

    def _words(self, words: str, source: str) -> Iterator[Ground]:
        """The sentence that holds words of an article, without a claim."""
        for version in self._versions(source):
            text = self._reader.first(version, "zj:text", version) or ""
            at = text.find(words)
            if at >= 0:
                yield self._sentence(text, at, at + len(words), source)

    def _placed(self, row: Mapping[str, Scalar]) -> Iterator[Ground]:
        """The sentence at the offsets that a row names."""
        source, start, end = (row.get(name) for name in (_SOURCE, "start", "end"))
        if not (isinstance(source, str) and isinstance(start, int)):
            return
        last = end if isinstance(end, int) else start + 1
        for version in self._versions(source):
            text = self._reader.first(version, "zj:text", version) or ""
            if 0 <= start < last <= len(text):
                yield self._sentence(text, start, last, source)

    def _mentioned(self, row: Mapping[str, Scalar], iris: list[str]) -> Iterator[Ground]:
        """The first mention of an entity in the article of the row, else in any."""
        source = row.get(_SOURCE)
        for iri in iris:
            versions = self._versions(source) if isinstance(source, str) else self._mentioning(iri)
            for version in versions:
                text = _MENTION_OF.format(version=NamedNode(version), entity=NamedNode(iri))
                for mention in self._select(text):
                    item = mention_item(self._reader, mention["mention"].value)
                    if item is not None:
                        sentence = clipped(item.sentence, LONGEST_TEXT)
                        yield Ground(None, item.kind, sentence, item.start, item.end, item.source)
                        return

    def _mentioning(self, iri: str) -> list[str]:
        quads = self.store.quads_for_pattern(None, node("oa:hasBody"), NamedNode(iri), None)
        graphs = (quad.graph_name for quad in quads)
        return sorted({graph.value for graph in graphs if isinstance(graph, NamedNode)})[:1]

    def _versions(self, source: str) -> list[str]:
        quads = self.store.quads_for_pattern(None, ZJ.source, Literal(source), None)
        return sorted(
            quad.subject.value
            for quad in quads
            if isinstance(quad.subject, NamedNode)
            and self._reader.graph_of(quad.subject.value, "zj:ArticleVersion")
        )

    def _claim_places(self, version: str) -> list[ClaimPlace]:
        if version not in self._places:
            text = _CLAIM_PLACES.format(version=NamedNode(version))
            self._places[version] = [
                ClaimPlace(
                    row["claim"].value,
                    row["exact"].value,
                    int(row["start"].value),
                    int(row["end"].value),
                )
                for row in self._select(text)
            ]
        return self._places[version]

    def _select(self, text: str) -> QuerySolutions:
        answer = self.store.query(text, prefixes=dict(PREFIXES))
        if not isinstance(answer, QuerySolutions):
            raise TypeError(text)
        return answer

    @staticmethod
    def _sentence(text: str, start: int, end: int, source: str) -> Ground:
        first, last = sentence_around(text, start, end)
        return Ground(None, "Passage", clipped(text[first:last], LONGEST_TEXT), first, last, source)
