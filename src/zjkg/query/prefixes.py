"""The prefixes that every query may use without declaring them, and IRIs shortened by them."""

from __future__ import annotations

import re
from types import MappingProxyType

from zjkg.ids import TERMS

PREFIXES = MappingProxyType(
    {
        "zj": TERMS,
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "schema": "https://schema.org/",
        "qb": "http://purl.org/linked-data/cube#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    }
)

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def shortened(iri: str) -> str:
    """``zj:Claim`` for an IRI under a known prefix, else the IRI itself."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and _LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
    return iri


def expanded(name: str) -> str | None:
    """The IRI of ``zj:Claim``, ``<https://…>`` or ``https://…``; None for anything else."""
    bare = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    if bare.startswith(("http://", "https://", "urn:")):
        return bare
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES and _LOCAL_NAME.fullmatch(local):
        return PREFIXES[prefix] + local
    return None
