"""What of the quads goes into the index: texts, search keys, names; of all things or of one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from zjkg.folding import match_key
from zjkg.ids import TERMS
from zjkg.passages import folded_sentences
from zjkg.store.text_index import whole
from zjkg.vocab import PROV, RDF, RDFS, SKOS, ZJ

_AFTER_ALL_DATES = "~"


@dataclass(frozen=True, slots=True)
class IndexedText:
    """An article version: its IRI, local date and source, how many sentences, and those folded."""

    version: str
    published: str
    source: str
    sentences: int
    folded: str

    @property
    def digest(self) -> bytes:
        """Of all that the index keeps of the version."""
        content = ascii((self.version, self.published, self.source, self.sentences, self.folded))
        return hashlib.blake2b(content.encode(), digest_size=16).digest()


def texts(engine: Store, only: NamedNode | None = None) -> Iterator[IndexedText]:
    """Every article version that has a text."""
    for typed in engine.quads_for_pattern(only, RDF.type, ZJ.ArticleVersion, None):
        version = typed.subject
        if not isinstance(version, NamedNode) or typed.graph_name != version:
            continue
        if text := _first(engine, version, ZJ.text, version):
            article = _first(engine, version, PROV.specializationOf, version)
            about = NamedNode(article) if article else version
            published = _first(engine, about, ZJ.issuedLocal, version) or _AFTER_ALL_DATES
            source = _first(engine, version, ZJ.source, version)
            sentences = folded_sentences(text)
            folded = whole(sentences)
            yield IndexedText(version.value, published, source, len(sentences), folded)


def keys(engine: Store, only: NamedNode | None = None) -> Iterator[tuple[str, str]]:
    """The search keys with their things."""
    for quad in engine.quads_for_pattern(only, ZJ.searchKey, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.object.value, quad.subject.value


def labels(engine: Store, only: NamedNode | None = None) -> Iterator[tuple[str, str, str, bool]]:
    """All things with their names, without the terms of the ontology, which have labels too."""
    for predicate in (RDFS.label, SKOS.prefLabel, SKOS.altLabel):
        for quad in engine.quads_for_pattern(only, predicate, None, None):
            if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                continue
            if not quad.subject.value.startswith(TERMS):
                label = quad.object.value
                yield match_key(label), label, quad.subject.value, predicate != RDFS.label


def _first(engine: Store, subject: NamedNode, predicate: NamedNode, graph: NamedNode) -> str:
    """The first of the values in code-point order; empty where there is none."""
    found = engine.quads_for_pattern(subject, predicate, None, graph)
    return min(
        (q.object.value for q in found if isinstance(q.object, NamedNode | Literal)), default=""
    )
