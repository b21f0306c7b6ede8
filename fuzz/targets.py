"""What is fuzzed: functions that read bytes, or refuse them in the one shape of errors.

Anything else that comes out of a target (another error, a broken promise, a hang) is a fault.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

# Each target by the module that holds it: what one needs is loaded, and instrumented, alone.
TARGETS = {
    "html": "readers",
    "markdown": "readers",
    "plain": "readers",
    "header": "readers",
    "numerals": "grammars",
    "measured": "grammars",
    "dates": "grammars",
    "names": "naming",
    "sparql": "questions",
    "config": "supplied",
    "backup": "supplied",
}


def target(name: str) -> Callable[[bytes], None]:
    """The function of a target."""
    found: Callable[[bytes], None] = getattr(importlib.import_module(f"fuzz.{TARGETS[name]}"), name)
    return found
