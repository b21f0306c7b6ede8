"""What a person new to SPARQL is told of a query: terms that are unknown, why there is no row.

To find out, the engine is asked many times and cannot be interrupted. So this is work for a worker,
which ends with the time of the request.
"""

from __future__ import annotations

import msgspec
from pyoxigraph import QueryBoolean, Store

from zjkg.query import Dataset, advice, evaluate
from zjkg.server.evaluation import with_problems_told
from zjkg.server.messages import Answered, Asked, Outcome

JSON = "application/json"


def advised(store: Store, asked: Asked) -> Answered:
    """The advice on a query as a JSON object, in both languages; problems are answers too."""
    return with_problems_told(_advised, store, asked)


def _advised(store: Store, asked: Asked) -> Answered:
    dataset = Dataset(asked.default_graphs, asked.named_graphs)
    answer = evaluate(store, asked.query, "query", dataset, base=asked.base or None)
    # What a request names beside the query is not in the patterns that are tried.
    is_empty = (
        not dataset.is_given
        and not isinstance(answer, QueryBoolean)
        and next(iter(answer), None) is None
    )
    told = advice(store, asked.query, empty=is_empty, seconds=asked.seconds)
    return Answered(
        outcome=Outcome.ANSWERED,
        body=msgspec.json.encode({"advice": told}),
        media_type=JSON,
        rows=len(told),
    )
