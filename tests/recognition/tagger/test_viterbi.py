from collections.abc import Iterable
from itertools import pairwise, product

import numpy as np

from zjkg.recognition.tagger.viterbi import decode


def _exhaustive(
    emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray | None
) -> list[int]:
    steps, tags = emissions.shape

    def score(path: Iterable[int]) -> float:
        path = tuple(path)
        total = float(sum(emissions[step, tag] for step, tag in enumerate(path)))
        total += float(sum(transitions[a, b] for a, b in pairwise(path)))
        return total + (0.0 if start is None else float(start[path[0]]))

    return list(max(product(range(tags), repeat=steps), key=score))


def test_equals_trying_every_path() -> None:
    random = np.random.default_rng(7)
    for steps in (1, 2, 5):
        emissions = random.normal(size=(6, steps, 4)).astype(np.float32)
        transitions = random.normal(size=(4, 4)).astype(np.float32)
        for start in (None, random.normal(size=4).astype(np.float32)):
            paths = decode(emissions, transitions, start)
            expected = [_exhaustive(sentence, transitions, start) for sentence in emissions]
            assert paths.tolist() == expected
