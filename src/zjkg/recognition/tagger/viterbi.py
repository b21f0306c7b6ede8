"""The best tag sequences of a linear-chain CRF, for a batch of sentences."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Tags = npt.NDArray[np.int64]
_SMALL_LEAD = 1.0  # few tags are so close to the best one; where many are, all are asked faster
_ENDLESS = np.float32("inf")


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
    lead = (transitions.max(axis=0) - transitions.min(axis=0)).max()
    come = partial(_from_leaders, lead=lead) if lead < _SMALL_LEAD else _from_all
    for step in range(1, steps):
        rows = going[step]
        reached = come(best[step - 1, :, :rows], transitions)
        np.add(reached, heard[step, :, :rows], out=best[step, :, :rows])
    return _traced(best, lengths, going, np.ascontiguousarray(transitions.T))


def _from_all(best: Scores, transitions: Scores) -> Scores:
    """The best score with which each tag (row) is reached in each sentence (column)."""
    candidates = best[None].swapaxes(0, 1) + transitions[:, :, None]
    reached: Scores = np.maximum.reduce(candidates, axis=0)
    return reached


def _from_leaders(best: Scores, transitions: Scores, lead: np.float32) -> Scores:
    """The same, from a few tags of each sentence.

    A tag behind the best one by more than any two transitions into one tag differ (``lead``) leads
    nowhere better.
    """
    least = np.nextafter(best.max(axis=0) - np.nextafter(lead, _ENDLESS), -_ENDLESS)
    sentences, tags = (best >= least).T.nonzero()
    candidates = transitions[tags]
    candidates += best[tags, sentences][:, None]
    first = sentences.searchsorted(np.arange(best.shape[1]))
    reached: Scores = np.maximum.reduceat(candidates, first, axis=0)
    return reached.T


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
