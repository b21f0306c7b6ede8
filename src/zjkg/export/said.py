"""What a portion of the articles says: claims with their sentences and speakers.

A store is read portion by portion, so that what is in memory at a time does not grow with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Store

from zjkg.export.selection import Facts, rows, rows_of, table
from zjkg.ids import TERMS

_ARTICLES = 100
_AT_ONCE = 500
# In this order the engine goes from each claim to its words, and looks at no mention's.
_PLACED = """?sentence oa:hasSelector ?words . ?words oa:exact ?quote .
  ?sentence oa:hasSelector ?place . ?place oa:start ?start"""
_SENTENCES = f"""SELECT ?claim ?sentence ?version ?quote ?start {{
  $within GRAPH ?version {{ ?claim zj:evidence ?sentence . {_PLACED} }} }}"""
_ONE_BY_ONE = f"""SELECT ?sentence ?version ?quote ?start {{
  $within GRAPH ?version {{ ?sentence oa:hasSource ?version . {_PLACED} }} }}"""
# What a claim joins. An observation has much more to say, but few views ask for it. A filter, since
# the engine would go through all values of all articles otherwise.
_CLAIMS = """SELECT ?claim ?property ?value {
  $within GRAPH ?version { ?claim a zj:Claim ; ?property ?value }
  FILTER(?property IN (zj:subject, zj:speaker, zj:about, zj:modality, zj:post, org:member,
    org:organization, rdf:subject, rdf:predicate, rdf:object)) }"""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ORG = "http://www.w3.org/ns/org#"
SPEAKER = f"{TERMS}speaker"

Values = dict[str, list[str]]
"""What a claim joins, by property."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on which claims rest; offsets are code points of the version's text."""

    iri: str
    version: str
    article: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of some articles, by IRI; ``evidence`` leads from a claim to its sentences.

    ``versions`` are those of the articles, ``claims`` leads from a claim to what it joins.
    """

    versions: Collection[str]
    sentences: Mapping[str, Sentence]
    evidence: Mapping[str, list[str]]
    claims: Mapping[str, Values]

    def speakers(self, claim: str) -> list[str]:
        """Those who said it."""
        return self.claims.get(claim, {}).get(SPEAKER, [])

    def of(self, claim: str) -> tuple[Sentence, ...]:
        """The sentences of a claim."""
        found = (self.sentences.get(iri) for iri in self.evidence.get(claim, ()))
        return tuple(sentence for sentence in found if sentence)

    def quote(self, claim: str) -> str | None:
        """The first sentence of a claim; None where the store has none."""
        return next((sentence.quote for sentence in self.of(claim)), None)

    def articles(self, claim: str) -> list[str]:
        """The articles of the claim's sentences, sorted."""
        return sorted({sentence.article for sentence in self.of(claim)})


def said_by_portions(store: Store, facts: Facts) -> Iterator[Said]:
    """What all articles say, a hundred of them at a time.

    While these are worked on, the engine finds the next.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting: Future[_Answers] | None = None
        for within in _portions(facts):
            found, waiting = waiting, beside.submit(_ask, store, within)
            if found:
                yield _said(facts, found.result())
        if waiting:
            yield _said(facts, waiting.result())


def _portions(facts: Facts) -> Iterator[list[str]]:
    """The versions of the articles; all of one article come together."""
    versions: dict[str, list[str]] = defaultdict(list)
    for version, article in facts.versions.items():
        versions[article].append(version)
    articles = iter(sorted(versions))
    while some := list(islice(articles, _ARTICLES)):
        yield sorted(version for each in some for version in versions[each])


def said_of(store: Store, facts: Facts, claims: Collection[str]) -> Said:
    """The sentences of these claims, of whatever articles; without what these join."""
    return _said(facts, _Answers((), table(store, _SENTENCES, claim=claims)))


def sentences_by_iri(store: Store, facts: Facts, iris: Collection[str]) -> dict[str, Sentence]:
    """The sentences with these IRIs, as far as the store has them."""
    remaining = iter(sorted(iris))
    found: dict[str, Sentence] = {}
    while some := list(islice(remaining, _AT_ONCE)):
        for iri, version, quote, start in rows(store, _ONE_BY_ONE, sentence=some):
            if version in facts.versions:
                found[iri] = _sentence(facts, iri, version, quote, start)
    return {iri: found[iri] for iri in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Answers:
    """The tables of a portion: its sentences, and what its claims join."""

    versions: Collection[str]
    sentences: bytes
    claims: bytes = b""


def _ask(store: Store, versions: Collection[str]) -> _Answers:
    sentences = table(store, _SENTENCES, version=versions)
    return _Answers(versions, sentences, table(store, _CLAIMS, version=versions))


def _said(facts: Facts, answers: _Answers) -> Said:
    sentences: dict[str, Sentence] = {}
    evidence: dict[str, list[str]] = defaultdict(list)
    for claim, iri, version, quote, start in rows_of(answers.sentences):
        if version in facts.versions:
            if iri not in sentences:
                sentences[iri] = _sentence(facts, iri, version, quote, start)
            evidence[claim].append(iri)
    for found in evidence.values():
        found.sort()
    return Said(answers.versions, sentences, dict(evidence), _claims(answers.claims))


def _claims(table: bytes) -> dict[str, Values]:
    claims: dict[str, Values] = {}
    for claim, name, value in rows_of(table) if table else ():
        claims.setdefault(claim, {}).setdefault(name, []).append(value)
    for values in claims.values():
        values.get(SPEAKER, []).sort()
    return claims


def _sentence(facts: Facts, iri: str, version: str, quote: str, start: str) -> Sentence:
    begin = int(start)
    return Sentence(iri, version, facts.versions[version], quote, begin, begin + len(quote))
