"""What a person knows beforehand: the authority file, ``seeds/authority.ttl``."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from zjkg.errors import Bilingual, SettingsError
from zjkg.ids import TERMS
from zjkg.model import EntityType, LanguageTag


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """A known thing: its IRI, its type, and its names (the preferred ones first)."""

    iri: str
    type: EntityType
    names: tuple[tuple[str, LanguageTag], ...]


def load_authority(path: Path) -> tuple[AuthorityEntry, ...]:
    """The entries of an authority file in Turtle, sorted by IRI.

    Raises:
        SettingsError: where the file is not Turtle, or an entry lacks a known type or a name.
    """
    if not path.exists():
        return ()
    graph = Graph()
    try:
        content = path.read_bytes()
        # The strict parser first: it refuses relative and malformed IRIs, and half characters.
        deque(pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TURTLE), maxlen=0)
        graph.parse(data=content, format="turtle")
    except (OSError, SyntaxError, UnicodeDecodeError) as error:  # rdflib's BadSyntax is one
        raise SettingsError(
            Bilingual("the authority file is not valid Turtle", "权威文件不是有效的 Turtle"),
            where=f"{path}: {error}",
            expected=Bilingual("RDF in Turtle syntax", "Turtle 语法的 RDF"),
            next_step=Bilingual("correct the line named above", "改正上面所指的一行"),
        ) from error
    subjects = sorted(set(graph.subjects(RDF.type)), key=str)
    return tuple(_entry(graph, subject, path) for subject in subjects)


def _entry(graph: Graph, subject: Node, path: Path) -> AuthorityEntry:
    types = sorted(str(o).removeprefix(TERMS) for o in graph.objects(subject, RDF.type))
    known = [EntityType(name) for name in types if name in set(EntityType)]
    names = tuple(
        (str(label), LanguageTag(label.language))
        for label_property in (SKOS.prefLabel, SKOS.altLabel)
        for label in sorted(
            (o for o in graph.objects(subject, label_property) if isinstance(o, Literal)),
            key=lambda o: (o.language or "", str(o)),
        )
        if label.language in set(LanguageTag)
    )
    if not isinstance(subject, URIRef) or len(known) != 1 or not names:
        raise SettingsError(
            Bilingual("an authority entry is incomplete", "权威文件中有不完整的条目"),
            where=f"{path}: <{subject}>",
            expected=Bilingual(
                "an IRI, exactly one of the nine entity classes, and a skos:prefLabel tagged "
                "zh-Hans, zh-Hant or en",
                "一个 IRI，九个实体类之一（只能一个），以及带 zh-Hans、zh-Hant 或 en 标签的 "
                "skos:prefLabel",
            ),
            next_step=Bilingual("complete or remove the entry", "补全或删除该条目"),
        )
    return AuthorityEntry(str(subject), known[0], names)
