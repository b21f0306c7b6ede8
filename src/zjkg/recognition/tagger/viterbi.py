"""The best tag sequences of a linear-chain CRF, for a batch of sentences."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Tags = npt.NDArray[np.int64]


def decode(
    emissions: Scores,
    lengths: npt.NDArray[np.int32],
    transitions: Scores,
    start: Scores | None = None,
) -> list[Tags]:
    """Best tags for each row of ``emissions`` (batch, time, tags).

    ``lengths`` of the rows never rise, so that those still going at a step are the first ones.
    ``transitions`` go from row to column.
    """
    steps = int(lengths[0])
    going = [int(np.count_nonzero(lengths > step)) for step in range(steps)]
    # The batch comes last in memory, so that each step works on long runs of neighbours.
    heard = np.ascontiguousarray(emissions.transpose(1, 2, 0))
    best = np.empty_like(heard)
    best[0] = heard[0] if start is None else heard[0] + start[:, None]
    candidates = np.empty((*transitions.shape, len(emissions)), dtype=np.float32)
    for step in range(1, steps):
        rows = going[step]
        reached = candidates[:, :, :rows]
        np.add(best[step - 1, None, :, :rows].swapaxes(0, 1), transitions[:, :, None], out=reached)
        heard_now = heard[step, :, :rows]
        np.add(np.maximum.reduce(reached, axis=0), heard_now, out=best[step, :, :rows])
    return _traced(best, lengths, going, np.ascontiguousarray(transitions.T))


def _traced(
    best: Scores, lengths: npt.NDArray[np.int32], going: list[int], into: Scores
) -> list[Tags]:
    """The way back from the best last tag of each row.

    Only on the way is it asked which tag came before: once for a character, not for every tag.
    """
    last = lengths - 1
    path = np.empty((len(lengths), len(best)), dtype=np.int64)
    rows = np.arange(len(lengths))
    path[rows, last] = best[last, :, rows].argmax(axis=1)
    for step in range(len(best) - 2, -1, -1):
        on = going[step + 1]
        before = best[step, :, :on].T + into[path[:on, step + 1]]
        path[:on, step] = before.argmax(axis=1)
    return [row[:length] for row, length in zip(path, lengths.tolist(), strict=True)]
