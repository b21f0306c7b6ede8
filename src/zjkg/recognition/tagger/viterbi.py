"""The best tag sequence of a linear-chain CRF, for a batch of sentences of equal length."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Tags = npt.NDArray[np.int64]


def decode(emissions: Scores, transitions: Scores, start: Scores | None = None) -> Tags:
    """Best tags for ``emissions`` (batch, time, tags); ``transitions`` go from row to column."""
    batch, steps, tags = emissions.shape
    # "to" before "from" in memory: the search for the best predecessor reads neighbours.
    into = np.ascontiguousarray(transitions.T)
    best = emissions[:, 0] + (0 if start is None else start)
    back = np.empty((steps - 1, batch, tags), dtype=np.int64)
    candidates = np.empty((batch, tags, tags), dtype=np.float32)
    for step in range(1, steps):
        np.add(best[:, None, :], into, out=candidates)
        pointers = back[step - 1]
        candidates.argmax(axis=2, out=pointers)
        reached = np.take_along_axis(candidates, pointers[:, :, None], axis=2)[:, :, 0]
        best = reached + emissions[:, step]
    path = np.empty((batch, steps), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(batch)
    for step in range(steps - 2, -1, -1):
        path[:, step] = back[step, rows, path[:, step + 1]]
    return path
