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
    "tagger:spacy": 0.55,
    "vocabulary:place": 0.7,
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
    "pattern:camel": 0.5,
    "pattern:geographic": 0.85,
    "pattern:brand": 0.55,
    "pattern:weak-brand": 0.3,
    "frame:post": 0.5,
    "frame:employer": 0.6,
    "frame:title": 0.5,
    "frame:speech": 0.4,
    "frame:counted": 0.9,
    "frame:outlet": 0.6,
    "frame:product": 0.6,
    "frame:labelled": 0.9,
    "frame:settle": 0.35,
    "frame:subject": 0.35,
    "frame:based": 0.5,
    "frame:completed": 0.5,
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


def weight(candidate: Candidate) -> float:
    """How probable the candidate's evidence alone makes it."""
    return _TYPED_WEIGHTS.get((candidate.kind, candidate.type), WEIGHTS[candidate.kind])
