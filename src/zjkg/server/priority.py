"""Who of the worker processes has the processor first."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

_OWN = os.getpriority(os.PRIO_PROCESS, 0)
_LOWEST = 19


def step_back(process: int) -> None:
    """Leaves the processor to others, but for a small part."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process, _LOWEST)


def stay_back(process: int) -> None:
    """Leaves all of the processor to others where the system knows idle work, else nearly all.

    The lowest priority alone is not that: who wakes up waits until the slice of the other is over,
    some milliseconds, longer than an ordinary query takes.
    """
    step_back(process)
    with suppress(OSError):
        if hasattr(os, "SCHED_IDLE"):
            os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0))


def come_forward(process: int) -> None:
    """Takes back what was given away, where ``may_come_forward``."""
    with suppress(OSError):
        if hasattr(os, "SCHED_IDLE"):
            os.sched_setscheduler(process, os.SCHED_OTHER, os.sched_param(0))
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process, _OWN)


def may_come_forward() -> bool:
    """Whether the system lets one who stepped back come forward: not everywhere, nor everybody.

    A thread finds out, since it may have to stay where it is; on Linux that is its own affair.
    """
    if not sys.platform.startswith("linux"):
        return False
    found: list[bool] = []
    trying = threading.Thread(target=lambda: found.append(_comes_forward()))
    trying.start()
    trying.join()
    return found == [True]


def _comes_forward() -> bool:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    try:
        os.setpriority(os.PRIO_PROCESS, 0, _LOWEST)
        os.setpriority(os.PRIO_PROCESS, 0, own)
    except OSError:
        return False
    return True
