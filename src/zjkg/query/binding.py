"""A query with the values of its parameters in place, read against a store."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pyoxigraph import Store

from zjkg.query.library import NamedQuery
from zjkg.query.names import close_names, entities_named
from zjkg.query.parameters import bound_text
from zjkg.query.portions import chosen_portions


def bound(store: Store, query: NamedQuery, values: Mapping[str, str] | None = None) -> str:
    """The text of a query with every parameter replaced by its term.

    Names are those of the store's entities; of a large store the first portions are read where
    ``values`` does not choose others.

    Raises:
        QueryError: if a value is missing, unknown to the query, or not of its type.
    """
    return bound_text(
        query,
        values or {},
        lambda name: entities_named(store, name),
        lambda name: close_names(store, name, 3),
        partial(chosen_portions, store, query.name),
    )
