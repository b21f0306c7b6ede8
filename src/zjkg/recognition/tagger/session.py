"""Running an ONNX model over sentences of many lengths, on one thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from zjkg.recognition.tagger.wiring import LENGTHS, with_lengths

MAX_BATCH = 32
_MAX_LENGTH = 512  # longer input is cut: memory of a batch stays bounded
_LEAST_FILLED = 0.75  # the share of the longest piece that the shortest one of a batch has


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces of similar length, the longest first, and where each one comes from."""

    places: list[tuple[int, int]] = field(default_factory=list)
    """The text's index and the piece's offset in it."""
    pieces: list[str] = field(default_factory=list)

    def is_full(self, length: int) -> bool:
        """Whether a piece of that length, no longer than the others, must wait for the next."""
        if not self.pieces:
            return False
        return len(self.pieces) == MAX_BATCH or length < _LEAST_FILLED * len(self.pieces[0])

    def lengths(self) -> npt.NDArray[np.int32]:
        """The length of each piece, falling."""
        return np.array([len(piece) for piece in self.pieces], dtype=np.int32)

    def encoded(self, vocabulary: dict[str, int], unknown: int) -> npt.NDArray[np.int64]:
        """Character numbers, a row for each piece; zeros stand behind the shorter ones."""
        numbers = np.zeros((len(self.pieces), len(self.pieces[0])), dtype=np.int64)
        for row, piece in zip(numbers, self.pieces, strict=True):
            row[: len(piece)] = [vocabulary.get(char, unknown) for char in piece]
        return numbers


class Model:
    """Scores of tags for each character, from character numbers."""

    def __init__(self, path: Path, ids: str) -> None:
        """Open a model whose input for the character numbers has the name ``ids``."""
        self._session = session(with_lengths(path.read_bytes()))
        self._ids = ids

    def scores(
        self, numbers: npt.NDArray[np.int64], lengths: npt.NDArray[np.int32]
    ) -> npt.NDArray[np.float32]:
        """Scores (batch, time, tags); those behind the end of a row mean nothing."""
        (found,) = self._session.run(None, {self._ids: numbers, LENGTHS: lengths})
        scores: npt.NDArray[np.float32] = found
        return scores


def session(model: bytes) -> onnxruntime.InferenceSession:
    """What runs a model, on one thread: processes are how zjkg uses more cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def batches(texts: Sequence[str]) -> Iterator[Batch]:
    """All texts in pieces of bounded length, in batches of similar length."""
    pieces = [
        ((index, offset), text[offset : offset + _MAX_LENGTH])
        for index, text in enumerate(texts)
        for offset in range(0, len(text), _MAX_LENGTH)
    ]
    pieces.sort(key=lambda piece: -len(piece[1]))
    batch = Batch()
    for place, piece in pieces:
        if batch.is_full(len(piece)):
            yield batch
            batch = Batch()
        batch.places.append(place)
        batch.pieces.append(piece)
    if batch.pieces:
        yield batch
