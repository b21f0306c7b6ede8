"""Entities by any of their names, whatever the script, width, case and spacing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Store

from zjkg.folding import match_key, search_key
from zjkg.ids import TERMS
from zjkg.query.prefixes import PREFIXES
from zjkg.vocab import ZJ

_NAMING = tuple(
    NamedNode(iri)
    for iri in (
        f"{PREFIXES['rdfs']}label",
        f"{PREFIXES['skos']}prefLabel",
        f"{PREFIXES['skos']}altLabel",
    )
)
_PREFERRED = _NAMING[1:]
"""What names those that no article mentions: each article gives the others labels of its own."""


def entities_named(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of all things that carry the name, in any script or in pinyin, sorted."""
    wanted = match_key(name)
    if not wanted:
        return ()
    keyed = keyed_entities(store, name)
    if keyed:
        return keyed
    # What no article mentions has no search key, and a graph of one's own may have none at all.
    names = _names(store, _PREFERRED if _has_keys(store) else _NAMING)
    return tuple(sorted({iri for iri, label in names if match_key(label) == wanted}))


def _has_keys(store: Store) -> bool:
    return next(iter(store.quads_for_pattern(None, ZJ.searchKey, None, None)), None) is not None


def keyed_entities(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of the things one of whose search keys is that of the name, sorted."""
    key = search_key(name)
    if not key:
        return ()
    quads = store.quads_for_pattern(None, ZJ.searchKey, Literal(key), None)
    return tuple(sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)}))


def close_names(store: Store, name: str, count: int = 5) -> tuple[str, ...]:
    """Names in the store that resemble the name or contain it, the closest first."""
    wanted = match_key(name)
    by_key: dict[str, str] = {}
    for label in sorted({label for _, label in _names(store)}):
        by_key.setdefault(match_key(label), label)
    containing = [
        key for key in by_key if wanted and (wanted in key or (len(key) > 1 and key in wanted))
    ]
    similar = difflib.get_close_matches(wanted, by_key, n=count, cutoff=0.5)
    ordered = dict.fromkeys([*similar, *sorted(containing, key=lambda key: (len(key), key))])
    return tuple(by_key[key] for key in list(ordered)[:count])


def _names(store: Store, naming: Sequence[NamedNode] = _NAMING) -> Iterator[tuple[str, str]]:
    """All things with their names, without the terms of the ontology, which have labels too."""
    for predicate in naming:
        for quad in store.quads_for_pattern(None, predicate, None, None):
            if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                continue
            if not quad.subject.value.startswith(TERMS):
                yield quad.subject.value, quad.object.value
