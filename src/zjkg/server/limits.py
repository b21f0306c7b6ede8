"""How much one query, and all of them together, may take."""

from __future__ import annotations

from dataclasses import dataclass, field

from zjkg.processors import processors

_MIB = 1 << 20
_SLOW = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a public endpoint.

    ``seconds`` is from the arrival of a query to its answer, ``memory`` the bytes that a query may
    take beside the store, ``rows`` the solutions or triples of an answer, ``answer`` its bytes and
    ``request`` those of a query.

    A query that is not done after ``quick_seconds`` goes on as idle work in one of ``slow`` places;
    so ``quick`` workers are always there for the others. One processor is left to these: beside
    work that fills all of them, even idle work, they wait longer. While another query runs that
    long, the priority of one is low from ``instant_seconds`` on. At most ``waiting`` queries wait
    for one of the slow places, and at most ``pending`` are taken at all.
    """

    seconds: float = 10.0
    memory: int = 512 * _MIB
    rows: int = 100_000
    answer: int = 64 * _MIB
    request: int = _MIB
    request_seconds: float = 10.0
    quick_seconds: float = 0.25
    instant_seconds: float = 0.005
    quick: int = 8
    slow: int = field(default_factory=lambda: 1 if processors() <= _SLOW else _SLOW)
    waiting: int = 8
    pending: int = 64
