import io
import tarfile
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from zjkg.recognition.tagger import convert


def _varint(number: int) -> bytes:
    parts = bytearray()
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])


def _field(number: int, value: bytes | int) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _node(name: str, values: np.ndarray, operation: bytes = b"Const") -> bytes:
    shape = b"".join(_field(2, _field(1, size)) for size in values.shape)
    content = values.astype("<f4").tobytes()
    tensor = _field(1, 1) + _field(2, shape) + _field(4, content)
    attribute = _field(1, b"value") + _field(2, _field(8, tensor))
    node = _field(1, name.encode()) + _field(2, operation) + _field(5, attribute)
    return _field(1, node)


def test_reads_constants_of_a_frozen_graph() -> None:
    matrix = np.arange(600, dtype=np.float32).reshape(2, 300)
    graph = _node("weights", matrix) + _node("other", matrix, b"Identity") + _field(4, 7)
    constants = convert.read_constants(graph)
    assert list(constants) == ["weights"]
    assert np.array_equal(constants["weights"], matrix)


def _weights() -> dict[str, np.ndarray]:
    random = np.random.default_rng(3)

    def made(*shape: int) -> np.ndarray:
        return random.normal(scale=0.3, size=shape).astype(np.float32)

    cell = "char_bilstm/bidirectional_rnn/{}/basic_lstm_cell/{}"
    weights = {
        "Const_1": np.zeros((1, 100), np.float32),
        "char_embeding": made(9, 100),
        "project/hidden/w_tanh": made(200, 100),
        "project/hidden/b_tanh": made(100),
        "project/output/w_out": made(100, 25),
        "project/output/b_out": made(25),
    }
    for direction in ("fw", "bw"):
        weights[cell.format(direction, "kernel")] = made(200, 400)
        weights[cell.format(direction, "bias")] = made(400)
    return weights


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-x)))


def _basic_lstm(inputs: np.ndarray, kernel: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """TensorFlow's BasicLSTMCell step by step."""
    hidden, cell, outputs = np.zeros(100), np.zeros(100), []
    for step in inputs:
        i, j, f, o = np.split(np.concatenate([step, hidden]) @ kernel + bias, 4)
        cell = cell * _sigmoid(f + 1) + _sigmoid(i) * np.tanh(j)
        hidden = np.tanh(cell) * _sigmoid(o)
        outputs.append(hidden)
    return np.array(outputs)


def test_model_computes_what_tensorflow_computes() -> None:
    weights = _weights()
    ids = np.array([[1, 4, 9, 2, 2]], dtype=np.int64)
    model = convert.build_model(weights).SerializeToString()
    (scores,) = onnxruntime.InferenceSession(model).run(None, {"ids": ids})
    cell = "char_bilstm/bidirectional_rnn/{}/basic_lstm_cell/{}"
    embedded = np.concatenate([weights["Const_1"], weights["char_embeding"]])[ids[0]]
    forward, backward = (
        (weights[cell.format(d, "kernel")], weights[cell.format(d, "bias")]) for d in ("fw", "bw")
    )
    joined = np.concatenate(
        [_basic_lstm(embedded, *forward), _basic_lstm(embedded[::-1], *backward)[::-1]], axis=1
    )
    hidden = np.tanh(joined @ weights["project/hidden/w_tanh"] + weights["project/hidden/b_tanh"])
    expected = hidden @ weights["project/output/w_out"] + weights["project/output/b_out"]
    assert np.allclose(scores[0], expected, atol=1e-4)


def test_another_archive_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz"):
        pass
    with pytest.raises(convert.ConversionError, match=convert.SDIST_SHA256):
        convert.convert(buffer.getvalue(), tmp_path)
    assert not convert.is_current(tmp_path)
