"""Names in English sentences: what spaCy's namer decides, for all words of a batch at once.

spaCy goes from word to word, since what it decides inside a name depends on where the name began.
Outside names nothing that was decided before matters: there one product decides for every word
whether a name begins, and of what sort. Names that could begin are then followed together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, SENT_START

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Name = tuple[int, int, str]
"""First word, the word behind the last one, and spaCy's label."""
_Numbers = npt.NDArray[np.int64]
_Flags = npt.NDArray[np.bool_]
_Matrix = npt.NDArray[np.float32]
_FIRST, _START, _BEFORE = 0, 1, 2
"""What the scores of a move are read from: the next word, and in a name its first and last one."""


class Namer:
    """Names by the weights of spaCy's namer."""

    def __init__(self, model: EntityRecognizer) -> None:
        """Take the weights; the products are those of the layers' operations."""
        parts = model.model
        self._vectors, self._lower = parts.layers[0], parts.get_ref("lower")
        self._bias = self._lower.get_param("b")
        upper = parts.get_ref("upper")
        self._product = upper.ops.gemm
        self._weights, self._scores_bias = upper.get_param("W"), upper.get_param("b")
        moves = [model.moves.get_class_name(number) for number in range(model.moves.n_moves)]
        self._labels = [move.partition("-")[2] for move in moves]
        self._begins = np.array([move.startswith("B-") for move in moves])
        self._alone = np.array([move.startswith("U-") for move in moves])
        # A word that no name may hold, and what is said inside names.
        self._barred = np.array([move == "U-" or move[0] in "IL" for move in moves])
        inside = {move: number for number, move in enumerate(moves)}
        self._goes_on = np.array([inside.get(f"I-{label}", 0) for label in self._labels])
        self._ends = np.array([inside.get(f"L-{label}", 0) for label in self._labels])

    def names(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """The names of each sentence, in order."""
        lengths = [len(doc) for doc in docs]
        if not any(lengths):
            return [[] for _ in docs]
        flags = np.concatenate([doc.to_array([IS_SPACE, SENT_START]) for doc in docs if len(doc)])
        lasts = np.append(flags[1:, 1] == 1, True)
        lasts[np.array(list(accumulate(lengths))) - 1] = True
        features = self._features(docs)
        moves = self._outside(features, flags[:, 0] != 0, lasts)
        ends = self._followed(features, moves, lasts)
        return list(_by_sentence(self._chosen(moves, ends), lengths))

    def _features(self, docs: Sequence[Doc]) -> _Matrix:
        """For each word what it adds in each place of a state; the first row is of no word."""
        features: _Matrix = self._lower.predict(self._vectors.predict(docs))
        return features

    def _outside(self, features: _Matrix, spaces: _Flags, lasts: _Flags) -> _Numbers:
        """The best move at each word when no name is open."""
        nothing = features[0]
        scores = self._scores(features[1:, _FIRST] + nothing[_START] + nothing[_BEFORE])
        scores[:, self._barred] = -np.inf
        scores[np.ix_(spaces | lasts, self._begins)] = -np.inf
        scores[np.ix_(spaces, self._alone)] = -np.inf
        best: _Numbers = scores.argmax(axis=1)
        return best

    def _followed(self, features: _Matrix, moves: _Numbers, lasts: _Flags) -> _Numbers:
        """For each word at which a name begins, the word behind that name."""
        ends = np.arange(1, len(moves) + 1)
        starts = np.flatnonzero(self._begins[moves])
        words = starts + 1
        while len(starts):
            # Rows of features stand one behind the number of their word.
            scores = self._scores(
                features[words + 1, _FIRST]
                + features[starts + 1, _START]
                + features[words, _BEFORE]
            )
            rows, begun = np.arange(len(starts)), moves[starts]
            goes_on, ends_here = self._goes_on[begun], self._ends[begun]
            # Of equal moves spaCy takes the first, and lists those inside before those that end.
            open_still = ~lasts[words] & (scores[rows, goes_on] >= scores[rows, ends_here])
            ends[starts[~open_still]] = words[~open_still] + 1
            starts, words = starts[open_still], words[open_still] + 1
        return ends

    def _scores(self, states: _Matrix) -> _Matrix:
        hidden = reduce(np.maximum, np.moveaxis(states + self._bias, 2, 0))
        scores: _Matrix = self._product(hidden, self._weights, trans2=True) + self._scores_bias
        return scores

    def _chosen(self, moves: _Numbers, ends: _Numbers) -> Iterable[Name]:
        """The names that begin behind the one before."""
        free = 0
        for start in np.flatnonzero(self._begins[moves] | self._alone[moves]).tolist():
            if start >= free:
                free = int(ends[start])
                yield start, free, self._labels[moves[start]]


def _by_sentence(names: Iterable[Name], lengths: Iterable[int]) -> Iterable[list[Name]]:
    """The names of each sentence, by its own words; no name goes over the end of one."""
    coming = iter(names)
    name = next(coming, None)
    at = 0
    for length in lengths:
        found: list[Name] = []
        while name is not None and name[0] < at + length:
            found.append((name[0] - at, name[1] - at, name[2]))
            name = next(coming, None)
        at += length
        yield found
