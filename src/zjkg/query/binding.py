"""A query with the values of its parameters in place, read against a store.

A query for names that begin somehow reads every name of the store, for SPARQL has no other way.
Where an index is beside the store, the query is told which things the index found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from pyoxigraph import NamedNode, Store

from zjkg.errors import IndexMovedOnError
from zjkg.query.library import NamedQuery
from zjkg.query.names import close_names, entities_named
from zjkg.query.parameters import bound_text
from zjkg.query.portions import chosen_portions
from zjkg.query.text_index import TextIndex

_READS_KEYS = re.compile(r"^( *)\?entity zj:searchKey \?key \.\n", re.MULTILINE)
_APART = re.compile(r"[\s.,'()（）·-]+")  # as in the query
_SURE = re.compile(r"[a-z0-9\u3400-\u9fff]+")
_MOST_THINGS = 5_000


def bound(store: Store, query: NamedQuery, values: Mapping[str, str] | None = None) -> str:
    """The text of a query with every parameter replaced by its term.

    Names are those of the store's entities; of a large store the first portions are read where
    ``values`` does not choose others.

    Raises:
        QueryError: if a value is missing, unknown to the query, or not of its type.
    """
    text = bound_text(
        query,
        values or {},
        lambda name: entities_named(store, name),
        lambda name: close_names(store, name, 3),
        partial(chosen_portions, store, query.name),
    )
    words = (values or {}).get(query.beginning) if query.beginning else None
    things = _beginning(store, words) if words else None
    if things is None:
        return text
    told = f"VALUES ?entity {{ {things} }} # those the index found\n"
    return _READS_KEYS.sub(lambda line: f"{line[1]}{told}{line[0]}", text, count=1)


def _beginning(store: Store, words: str) -> str | None:
    """The things with a search key that begins with the words, as terms.

    None where the index cannot tell: there is none, the engine may take letters of other scripts
    for lower-case ones where Python does not, or so many are found that nothing is gained.
    """
    index: TextIndex | None = getattr(store, "text_index", None)
    wanted = _APART.sub("", words.lower())
    if index is None or not _SURE.fullmatch(wanted):
        return None
    try:
        things = {thing for thing, _ in index.keys_that(begin=wanted)}
    except IndexMovedOnError:
        return None
    if len(things) > _MOST_THINGS:
        return None
    return " ".join(str(NamedNode(thing)) for thing in sorted(things))
