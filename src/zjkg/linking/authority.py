"""What a person knows beforehand: the authority file, ``seeds/authority.ttl``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from zjkg.errors import Bilingual, SettingsError
from zjkg.ids import TERMS
from zjkg.model import EntityType, LanguageTag

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABELS = tuple(
    NamedNode(f"http://www.w3.org/2004/02/skos/core#{name}") for name in ("prefLabel", "altLabel")
)
_LANGUAGES = {tag.lower(): tag for tag in LanguageTag}
"""Languages by their tags in small letters, as the parser gives them."""


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
    try:
        quads = list(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise SettingsError(
            Bilingual("the authority file is not valid Turtle", "权威文件不是有效的 Turtle"),
            where=f"{path}: {error}",
            expected=Bilingual("RDF in Turtle syntax", "Turtle 语法的 RDF"),
            next_step=Bilingual("correct the line named above", "改正上面所指的一行"),
        ) from error
    told: dict[object, list[Quad]] = {}
    for quad in quads:
        told.setdefault(quad.subject, []).append(quad)
    typed = {quad.subject for quad in quads if quad.predicate == _TYPE}
    return tuple(_entry(subject, told[subject], path) for subject in _by_address(typed))


def _by_address(subjects: Iterable[object]) -> list[object]:
    return sorted(subjects, key=lambda subject: str(subject).strip("<>"))


def _entry(subject: object, told: Sequence[Quad], path: Path) -> AuthorityEntry:
    types = {
        quad.object.value.removeprefix(TERMS)
        for quad in told
        if quad.predicate == _TYPE and isinstance(quad.object, NamedNode)
    }
    known = [kind for kind in EntityType if kind in types]
    names = tuple(
        (text, _LANGUAGES[language])
        for label in _LABELS
        for language, text in sorted(
            {
                (quad.object.language, quad.object.value)
                for quad in told
                if quad.predicate == label
                and isinstance(quad.object, Literal)
                and quad.object.language in _LANGUAGES
            }
        )
    )
    if not isinstance(subject, NamedNode) or len(known) != 1 or not names:
        raise SettingsError(
            Bilingual("an authority entry is incomplete", "权威文件中有不完整的条目"),
            where=f"{path}: {subject}",
            expected=Bilingual(
                "an IRI, exactly one of the nine entity classes, and a skos:prefLabel tagged "
                "zh-Hans, zh-Hant or en",
                "一个 IRI，九个实体类之一（只能一个），以及带 zh-Hans、zh-Hant 或 en 标签的 "
                "skos:prefLabel",
            ),
            next_step=Bilingual("complete or remove the entry", "补全或删除该条目"),
        )
    return AuthorityEntry(subject.value, known[0], names)
