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
            lengths = np.full(6, steps, dtype=np.int32)
            paths = decode(emissions, lengths, transitions, start)
            expected = [_exhaustive(sentence, transitions, start) for sentence in emissions]
            assert [path.tolist() for path in paths] == expected


def test_a_shorter_sentence_has_the_path_it_has_alone() -> None:
    random = np.random.default_rng(8)
    emissions = random.normal(size=(5, 6, 4)).astype(np.float32)
    transitions = random.normal(size=(4, 4)).astype(np.float32)
    lengths = np.array([6, 6, 4, 2, 1], dtype=np.int32)
    paths = decode(emissions, lengths, transitions)
    for sentence, length, path in zip(emissions, lengths, paths, strict=True):
        assert path.tolist() == _exhaustive(sentence[:length], transitions, None)


def test_weak_transitions_leave_the_same_paths() -> None:
    """Where transitions weigh little, only tags close to the best one are followed."""
    random = np.random.default_rng(9)
    emissions = random.normal(size=(40, 6, 4)).astype(np.float32)
    transitions = (0.2 * random.normal(size=(4, 4))).astype(np.float32)
    lengths = np.sort(random.integers(1, 7, 40)).astype(np.int32)[::-1].copy()
    lengths[0] = 6
    paths = decode(emissions, lengths, transitions)
    for sentence, length, path in zip(emissions, lengths, paths, strict=True):
        assert path.tolist() == _exhaustive(sentence[:length], transitions, None)
