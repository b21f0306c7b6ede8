"""Running an ONNX model over sentences of many lengths, on one thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

MAX_BATCH = 64
_MAX_LENGTH = 512  # longer input is cut: memory of a batch stays bounded


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread; processes, not threads, are how zjkg uses more cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        path.read_bytes(), options, providers=["CPUExecutionProvider"]
    )


def batches(texts: Sequence[str]) -> Iterator[tuple[list[tuple[int, int]], list[str]]]:
    """Pieces of equal length with their (text index, offset), at most ``MAX_BATCH`` at a time.

    Lengths are never mixed: padding changes what the backward pass of these models sees.
    """
    by_length: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        for offset in range(0, len(text), _MAX_LENGTH):
            by_length[min(_MAX_LENGTH, len(text) - offset)].append((index, offset))
    for length in sorted(by_length):
        places = by_length[length]
        for first in range(0, len(places), MAX_BATCH):
            group = places[first : first + MAX_BATCH]
            yield group, [texts[index][offset : offset + length] for index, offset in group]


def encode(
    pieces: Sequence[str], vocabulary: dict[str, int], unknown: int
) -> npt.NDArray[np.int64]:
    """Character numbers of pieces of equal length."""
    return np.array(
        [[vocabulary.get(char, unknown) for char in piece] for piece in pieces], dtype=np.int64
    )
