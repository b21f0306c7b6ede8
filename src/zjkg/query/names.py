"""Entities by any of their names, whatever the script, width, case and spacing."""

from __future__ import annotations

import difflib
from itertools import islice

from pyoxigraph import Literal, NamedNode, Store

from zjkg.folding import match_key, search_key
from zjkg.query.text_index import text_index
from zjkg.vocab import ZJ

_LOOKED_AT = 50  # names that resemble one


def entities_named(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of all things that carry the name, in any script or in pinyin, sorted."""
    wanted = match_key(name)
    if not wanted:
        return ()
    keyed = keyed_entities(store, name)
    if keyed:
        return keyed
    return tuple(text_index(store).labelled(wanted))  # what no article mentions has no search key


def keyed_entities(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of the things one of whose search keys is that of the name, sorted."""
    key = search_key(name)
    if not key:
        return ()
    quads = store.quads_for_pattern(None, ZJ.searchKey, Literal(key), None)
    return tuple(sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)}))


def close_names(store: Store, name: str, count: int = 5) -> tuple[str, ...]:
    """Other names in the store that resemble the name or contain it, the closest first.

    All of them find something: the graph also labels its own terms, which no article names.
    """
    wanted = match_key(name)
    by_key = {key: label for key, label in text_index(store).labels() if key != wanted}
    containing = [
        key for key in by_key if wanted and (wanted in key or (len(key) > 1 and key in wanted))
    ]
    similar = difflib.get_close_matches(wanted, by_key, n=_LOOKED_AT, cutoff=0.5)
    ordered = dict.fromkeys([*similar, *sorted(containing, key=lambda key: (len(key), key))])
    found = (by_key[key] for key in ordered if entities_named(store, by_key[key]))
    return tuple(islice(found, count))
