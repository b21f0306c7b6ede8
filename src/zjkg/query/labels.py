"""One label for a thing, in the language of the reader where there is one."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from zjkg.errors import MessageLanguage
from zjkg.query.reader import node

# Language tags in the order in which a reader wants them, folded as stores may fold them.
_WANTED: dict[MessageLanguage, tuple[str, ...]] = {
    "en": ("en", "zh-hans", "zh-hant", "zh"),
    "zh": ("zh-hans", "zh", "zh-hant", "en"),
}
_NAMING = tuple(node(name) for name in ("skos:prefLabel", "rdfs:label", "schema:headline"))


def label_of(store: Store, iri: str, lang: MessageLanguage) -> str | None:
    """The preferred label of a thing in the language, else in the next best; None without any.

    Among labels of one language the longest counts, then the first in code-point order.
    """
    label = preferred(store, iri, lang)
    return label.value if label else None


def preferred(store: Store, iri: str, lang: MessageLanguage) -> Literal | None:
    """The same label with its language."""
    try:
        thing = NamedNode(iri)
    except ValueError:
        return None
    for predicate in _NAMING:
        quads = store.quads_for_pattern(thing, predicate, None, None)
        found = [quad.object for quad in quads if isinstance(quad.object, Literal)]
        if found:
            return min(found, key=lambda literal: _rank(literal, lang))
    return None


def all_names(store: Store, iri: str) -> tuple[str, ...]:
    """Every name of a thing, the longest first, without its pinyin and without repetition."""
    thing = NamedNode(iri)
    found = {
        quad.object.value
        for name in ("skos:prefLabel", "rdfs:label", "skos:altLabel")
        for quad in store.quads_for_pattern(thing, node(name), None, None)
        if isinstance(quad.object, Literal) and "latn" not in (quad.object.language or "").lower()
    }
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _rank(literal: Literal, lang: MessageLanguage) -> tuple[int, int, str]:
    wanted = _WANTED[lang]
    tag = (literal.language or "").lower()
    place = wanted.index(tag) if tag in wanted else len(wanted)
    return place, -len(literal.value), literal.value
