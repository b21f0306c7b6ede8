"""When Python need not search for cycles among objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

Thing = TypeVar("Thing")


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which takes longer than what it looks through.

    For steps that make much whose parts refer to one another in no circle, so that it goes when
    nobody needs it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def lasting(thing: Thing) -> Thing:
    """The same thing, passed over by the search for cycles, as all that is there by then.

    For models and dictionaries, which stay as long as their process: half a million objects that
    each search would look through again.
    """
    gc.freeze()
    return thing
