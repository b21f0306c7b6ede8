"""Claims: what an article says about its entities, sentence by sentence."""

from zjkg.claims.extraction import extract
from zjkg.claims.relations.signatures import SIGNATURES, Signature

__all__ = ["SIGNATURES", "Signature", "extract"]
