"""How the process that speaks HTTP gives memory back that large answers took.

glibc gives each of many threads an arena of its own, and once an answer of some megabytes was freed
it keeps such pieces for the next one, up to 32 MiB. Both together leave holes that nobody fills: a
server that sends large answers from changing threads held two fifths more after ten minutes.
"""

from __future__ import annotations

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # names of mallopt(3)
_LARGE_BYTES = 128 << 10  # glibc's own bounds at the start; to set them keeps them there
_MOST_ARENAS = 2


def give_back_large_pieces() -> bool:
    """Makes the C library return what is large to the system as soon as it is freed.

    To be called before there are threads.

    Returns:
        Whether the C library takes such orders; others than glibc do not.
    """
    order = getattr(ctypes.CDLL(None), "mallopt", None)
    if order is None:
        return False
    settings = (
        (_ARENA_MAX, _MOST_ARENAS),
        (_MMAP_THRESHOLD, _LARGE_BYTES),
        (_TRIM_THRESHOLD, _LARGE_BYTES),
    )
    return all(order(name, value) == 1 for name, value in settings)
