"""What every page reads: one store, one reader's language, and a bound on rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from zjkg.errors import MessageLanguage
from zjkg.folding import simplified
from zjkg.ids import TERMS
from zjkg.pages.addresses import Addresses
from zjkg.pages.parts import Link
from zjkg.query.labels import label_of, preferred
from zjkg.query.prefixes import PREFIXES, shortened
from zjkg.query.reader import GraphReader

ENTITY_TYPES = (
    *("Organization", "Person", "Park", "Place", "Event"),
    *("Product", "Index", "Policy", "Project"),
)
Row = dict[str, Any]
_SCRIPT = 4  # letters of a script in a language tag


@dataclass(frozen=True, slots=True)
class Context:
    """The store in one language; ``rows`` is the most that a list on a page may hold."""

    store: Store
    addresses: Addresses
    lang: MessageLanguage
    rows: int = 100

    @property
    def reader(self) -> GraphReader:
        """Look-ups of single values."""
        return GraphReader(self.store)

    def select(self, query: str, **terms: str | int) -> Iterator[Row]:
        """The rows of a query of this package; ``{name}`` in it is a term or a number."""
        text = query.format(**terms) if terms else query
        answer = self.store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        if not isinstance(answer, QuerySolutions):
            raise TypeError(text)
        names = [variable.value for variable in answer.variables]
        for solution in answer:
            yield {name: _plain(solution[name]) for name in names}

    def count(self, query: str, **terms: str | int) -> int:
        """The number that a counting query gives."""
        return int(next(iter(next(self.select(query, **terms)).values())))

    def link(self, iri: str) -> Link:
        """A thing as a link, by its label in the reader's language."""
        label = preferred(self.store, iri, self.lang)
        return Link(
            iri=iri,
            path=self.addresses.thing(iri),
            label=label.value if label else shortened(iri).rpartition("/")[2],
            lang=html_language(label.language or "") if label else "",
            type=self.type_of(iri),
        )

    def type_of(self, iri: str) -> str:
        """Which of the nine types an entity has; empty for other things."""
        classes = self.reader.values(iri, "rdf:type")
        own = {name.removeprefix(TERMS) for name in classes if name.startswith(TERMS)}
        return next((name for name in ENTITY_TYPES if name in own), "")

    def term_label(self, iri: str) -> str:
        """What the ontology calls one of its terms."""
        return label_of(self.store, iri, self.lang) or shortened(iri).removeprefix("zj:")

    def concept_label(self, scheme: str, name: str) -> str:
        """What the ontology calls a value such as ``digit-transposition``."""
        return self.term_label(f"{TERMS}{scheme}-{name}").removeprefix(f"{scheme}-")

    def is_known(self, iri: str) -> bool:
        """Whether anything is said of the IRI."""
        try:
            thing = NamedNode(iri)
        except ValueError:
            return False
        return next(self.store.quads_for_pattern(thing, None, None, None), None) is not None


def html_language(tag: str) -> str:
    """A language tag as HTML wants it, ``zh-Hans`` for ``zh-hans``."""
    language, *rest = tag.split("-")
    parts = (part.title() if len(part) == _SCRIPT else part for part in rest)
    return "-".join([language.lower(), *parts])


def unit_key(unit: str) -> str:
    """What two spellings of one unit have in common: 項 and 项."""
    return simplified(unit)


def node(iri: str) -> str:
    """An IRI as a query writes it.

    Raises:
        ValueError: if it is none.
    """
    return str(NamedNode(iri))


def _plain(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else None
