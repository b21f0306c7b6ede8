"""The one table that says how much each kind of evidence counts."""

from __future__ import annotations

from zjkg.model import EntityType
from zjkg.recognition.passage import Candidate

# How far one kind of evidence alone makes a name probable. Kinds combine as independent witnesses.
WEIGHTS: dict[str, float] = {
    "gazetteer": 0.9,
    "byline": 0.95,
    "declared": 0.9,
    "document": 0.6,
    "tagger:lac": 0.55,
    "tagger:bilstm": 0.55,
    "tagger:spacy": 0.5,
    "vocabulary:place": 0.7,
    "vocabulary:park": 0.7,
    "vocabulary:person": 0.45,
    "pattern:head": 0.7,
    "pattern:quoted-head": 0.85,
    "pattern:quoted-common": 0.3,
    "pattern:quoted-title": 0.5,
    "pattern:drug": 0.6,
    "pattern:loose-head": 0.5,
    "pattern:distinct-head": 0.35,
    "pattern:common-head": 0.1,
    "pattern:english-head": 0.75,
    "pattern:english-park": 0.6,
    "pattern:title": 0.9,
    "pattern:foreign": 0.6,
    "pattern:branch": 0.6,
    "pattern:camel": 0.5,
    "pattern:geographic": 0.85,
    "pattern:brand": 0.55,
    "pattern:coined": 0.6,
    "pattern:coined-firm": 0.65,
    "pattern:coined-parts": 0.45,
    "pattern:weak-brand": 0.3,
    "pattern:verb-brand": 0.3,
    "pattern:cued-brand": 0.5,
    "pattern:vaccine": 0.35,
    "frame:office": 0.7,
    "frame:completed": 0.35,
    "frame:post": 0.5,
    "frame:employer": 0.6,
    "frame:weak-employer": 0.3,
    "frame:class-noun": 0.45,
    "frame:named-product": 0.9,
    "context:title": 0.9,
    "context:person": 0.6,
    "context:post": 0.6,
    "context:speech": 0.6,
    "context:said": 0.4,
    "context:apposition": 0.85,
    "context:class-noun": 0.7,
    "context:employer": 0.55,
    "context:based": 0.5,
    "context:agent": 0.4,
    "context:actor": 0.55,
    "context:itself": 0.6,
    "context:place": 0.8,
    "context:site": 0.45,
    "context:in": 0.35,
    "context:kind": 0.6,
    "nested:parent": 0.8,
    "vocabulary:agency": 0.85,
    "pattern:phase": 0.9,
    "pattern:building": 0.8,
    "pattern:transliterated": 0.6,
    "pattern:short-form": 0.6,
    "pattern:repeated": 0.35,
    "pattern:code": 0.6,
    "pattern:substance": 0.6,
    "pattern:edition": 0.85,
    "pattern:world-event": 0.6,
    "frame:issued": 0.55,
    "pattern:latin-quoted": 0.6,
    "pattern:latin-firm": 0.55,
    "pattern:unit": 0.75,
    "pattern:latin-head": 0.9,
    "frame:title": 0.5,
    "frame:speech": 0.4,
    "frame:agent": 0.4,
    "frame:person-verb": 0.5,
    "frame:counted": 0.9,
    "frame:outlet": 0.6,
    "frame:product": 0.6,
    "frame:labelled": 0.9,
    "frame:backer": 0.75,
    "frame:settle": 0.35,
    "frame:subject": 0.35,
    "list:head": 0.85,
    "list:sibling": 0.45,
    "list:proper-sibling": 0.55,
    "partial-name": 0.6,
}
# The taggers are not equally good at everything.
_TYPED_WEIGHTS: dict[tuple[str, EntityType], float] = {
    ("tagger:lac", EntityType.PERSON): 0.45,
    ("tagger:bilstm", EntityType.PERSON): 0.35,
    ("tagger:bilstm", EntityType.PLACE): 0.5,
}
# Two characters that only this tagger takes for an organization are seldom one.
_SHORT_WORD = {EntityType.ORGANIZATION: 0.45, EntityType.PERSON: 0.45}
_SHORT = 2


def weight(candidate: Candidate) -> float:
    """How probable the candidate's evidence alone makes it."""
    if candidate.kind == "tagger:lac" and candidate.span.end - candidate.span.start <= _SHORT:
        return _SHORT_WORD.get(candidate.type, WEIGHTS[candidate.kind])
    return _TYPED_WEIGHTS.get((candidate.kind, candidate.type), WEIGHTS[candidate.kind])
