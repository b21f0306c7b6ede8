"""Turns the BiLSTM-CRF name model of the foolnltk sdist into ONNX, without TensorFlow.

Used at build time only, loaded by path from ``hatch_build.py``; it must import nothing of zjkg.
The sdist holds ``data/ner.pb``, a frozen TensorFlow graph, and ``data/map.zip`` with the maps of
characters and tags. A frozen graph is a protocol buffer whose ``Const`` nodes are the weights, so
a reader of the wire format is all that is needed.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

SDIST_NAME = "foolnltk"
SDIST_VERSION = "0.1.7"
SDIST_SHA256 = "296dac1ca37b647d81ee8c37bb123f2b4cda4aec305893952b39e5686b7416f6"
CONVERTER_VERSION = 1
MODEL_FILE = "names.onnx"
CRF_FILE = "names-crf.json"
NOTICE_FILE = "NOTICE"
STAMP_FILE = "origin.json"
FILES = (MODEL_FILE, CRF_FILE, NOTICE_FILE, STAMP_FILE)

Weights = npt.NDArray[np.float32]

_HIDDEN = 100
_FLOAT = 1
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_NODE, _NAME, _OPERATION, _ATTRIBUTE = 1, 1, 2, 5
_ENTRY_KEY, _ENTRY_VALUE, _ATTRIBUTE_TENSOR = 1, 2, 8
_TENSOR_TYPE, _TENSOR_SHAPE, _TENSOR_CONTENT, _TENSOR_FLOATS = 1, 2, 4, 5
_DIMENSION, _DIMENSION_SIZE = 2, 1
_CELL = "char_bilstm/bidirectional_rnn/{}/basic_lstm_cell/{}"

NOTICE = f"""\
{MODEL_FILE} and {CRF_FILE} are converted from the name model (data/ner.pb, data/map.zip) of
{SDIST_NAME} {SDIST_VERSION} (https://pypi.org/project/{SDIST_NAME}/{SDIST_VERSION}/,
https://github.com/rockyzhengwu/FoolNLTK), licensed under the Apache License, Version 2.0
(https://www.apache.org/licenses/LICENSE-2.0). sha256 of the source archive:
{SDIST_SHA256}
Changes: the frozen TensorFlow graph was rewritten as an ONNX graph for inference (dropout removed,
gates reordered, forget bias folded in); weights are otherwise unchanged. The authors do not say
what text the model was trained on.
"""


class ConversionError(Exception):
    """The sdist is not the one that this converter understands."""


def is_current(folder: Path) -> bool:
    """Whether the folder holds a complete result of this converter for the pinned sdist."""
    stamp = folder / STAMP_FILE
    if not all((folder / name).is_file() for name in FILES):
        return False
    return stamp.read_bytes() == _stamp()


def convert(sdist: bytes, folder: Path) -> None:
    """Checks the sdist's hash and writes model, CRF, notice and stamp; the same bytes each time.

    Raises:
        ConversionError: the hash differs or a weight is missing.
    """
    found = hashlib.sha256(sdist).hexdigest()
    if found != SDIST_SHA256:
        raise ConversionError(f"sha256 of the sdist is {found}, expected {SDIST_SHA256}")
    members = _members(sdist)
    weights = read_constants(members["ner.pb"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MODEL_FILE).write_bytes(build_model(weights).SerializeToString(deterministic=True))
    (folder / CRF_FILE).write_bytes(_crf(members["map.zip"], weights["crf_loss/transitions"]))
    (folder / NOTICE_FILE).write_text(NOTICE, encoding="utf-8")
    # The stamp comes last: an interrupted conversion is never taken for a finished one.
    (folder / STAMP_FILE).write_bytes(_stamp())


def read_constants(graph: bytes) -> dict[str, Weights]:
    """The float constants of a frozen TensorFlow graph by the name of their node."""
    constants: dict[str, Weights] = {}
    for field, node in _fields(graph):
        if field == _NODE and isinstance(node, bytes):
            name, tensor = _constant(node)
            if tensor is not None:
                constants[name] = tensor
    return constants


def build_model(weights: dict[str, Weights]) -> onnx.ModelProto:
    """Embedding, BiLSTM, tanh layer and tag scores: ``ids`` (batch, time) to ``scores``."""
    embedding = np.concatenate([weights["Const_1"], weights["char_embeding"]])
    input_weights, recurrent, bias = _lstm(weights)
    initializers = {
        "embedding": embedding,
        "W": input_weights,
        "R": recurrent,
        "B": bias,
        "hidden_w": weights["project/hidden/w_tanh"],
        "hidden_b": weights["project/hidden/b_tanh"],
        "out_w": weights["project/output/w_out"],
        "out_b": weights["project/output/b_out"],
    }
    # The LSTM wants time first; the projection works on (batch, time, both directions).
    nodes = [
        helper.make_node("Transpose", ["ids"], ["steps"], perm=[1, 0]),
        helper.make_node("Gather", ["embedding", "steps"], ["x"], axis=0),
        helper.make_node(
            "LSTM", ["x", "W", "R", "B"], ["y"], hidden_size=_HIDDEN, direction="bidirectional"
        ),
        helper.make_node("Transpose", ["y"], ["y_batch"], perm=[2, 0, 1, 3]),
        helper.make_node("Reshape", ["y_batch", "joined"], ["z"]),
        helper.make_node("MatMul", ["z", "hidden_w"], ["h0"]),
        helper.make_node("Add", ["h0", "hidden_b"], ["h1"]),
        helper.make_node("Tanh", ["h1"], ["h"]),
        helper.make_node("MatMul", ["h", "out_w"], ["s0"]),
        helper.make_node("Add", ["s0", "out_b"], ["scores"]),
    ]
    tensors = [numpy_helper.from_array(value, name) for name, value in initializers.items()]
    tensors.append(numpy_helper.from_array(np.array([0, 0, 2 * _HIDDEN], np.int64), "joined"))
    tags = weights["project/output/b_out"].shape[0]
    graph = helper.make_graph(
        nodes,
        "names",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "time"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "time", tags])],
        tensors,
    )
    opsets = [helper.make_opsetid("", 14)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="zjkg")
    onnx.checker.check_model(model)
    return model


def _stamp() -> bytes:
    return json.dumps(
        {"sdist_sha256": SDIST_SHA256, "converter": CONVERTER_VERSION}, sort_keys=True
    ).encode()


def _members(sdist: bytes) -> dict[str, bytes]:
    wanted = {"ner.pb", "map.zip"}
    members: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(sdist)) as archive:
        for member in archive:
            name = Path(member.name).name
            content = archive.extractfile(member) if name in wanted else None
            if content is not None:
                members[name] = content.read()
    if missing := wanted - members.keys():
        raise ConversionError(f"the sdist lacks {', '.join(sorted(missing))}")
    return members


def _crf(maps: bytes, transitions: Weights) -> bytes:
    with zipfile.ZipFile(io.BytesIO(maps)) as archive:
        content = json.loads(archive.read("all_map.json"))
    tags = [content["ner_map"][str(index)] for index in range(len(content["ner_map"]))]
    # The last row and column of the matrix belong to the start tag.
    crf = {
        "tags": tags,
        "start": transitions[-1, :-1].tolist(),
        "transitions": transitions[:-1, :-1].tolist(),
        "characters": content["char_map"],
    }
    return json.dumps(crf, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _lstm(weights: dict[str, Weights]) -> tuple[Weights, Weights, Weights]:
    """Input, recurrent and bias weights of both directions in ONNX's layout."""
    inputs, recurrents, biases = [], [], []
    for direction in ("fw", "bw"):
        kernel = _gates(weights[_CELL.format(direction, "kernel")])
        bias = weights[_CELL.format(direction, "bias")].copy()
        bias[2 * _HIDDEN : 3 * _HIDDEN] += 1.0  # TensorFlow's forget bias is added at run time
        size = kernel.shape[0] - _HIDDEN
        inputs.append(kernel[:size].T)
        recurrents.append(kernel[size:].T)
        biases.append(np.concatenate([_gates(bias), np.zeros(4 * _HIDDEN, np.float32)]))
    return np.stack(inputs), np.stack(recurrents), np.stack(biases)


def _gates(matrix: Weights) -> Weights:
    """TensorFlow's gate order i, j, f, o as ONNX's i, o, f, c along the last axis."""
    i, j, f, o = np.split(matrix, 4, axis=-1)
    return np.concatenate([i, o, f, j], axis=-1)


def _constant(node: bytes) -> tuple[str, Weights | None]:
    name, operation, tensor = "", b"", None
    for field, value in _fields(node):
        if not isinstance(value, bytes):
            continue
        if field == _NAME:
            name = value.decode()
        elif field == _OPERATION:
            operation = value
        elif field == _ATTRIBUTE:
            entry = dict(_fields(value))
            if entry[_ENTRY_KEY] == b"value":
                tensor = dict(_fields(_as_bytes(entry[_ENTRY_VALUE]))).get(_ATTRIBUTE_TENSOR)
    if operation != b"Const" or not isinstance(tensor, bytes):
        return name, None
    return name, _tensor(tensor)


def _tensor(message: bytes) -> Weights | None:
    parts = dict(_fields(message))
    if parts.get(_TENSOR_TYPE) != _FLOAT:
        return None
    shape = [
        int(dict(_fields(_as_bytes(value))).get(_DIMENSION_SIZE, 1))
        for field, value in _fields(_as_bytes(parts.get(_TENSOR_SHAPE, b"")))
        if field == _DIMENSION
    ]
    content = parts.get(_TENSOR_CONTENT, parts.get(_TENSOR_FLOATS, b""))
    values = np.frombuffer(_as_bytes(content), dtype="<f4").astype(np.float32)
    # A single stored value stands for a tensor filled with it.
    return np.full(shape, values[0]) if values.size == 1 else values.reshape(shape)


def _as_bytes(value: bytes | int) -> bytes:
    if isinstance(value, int):
        raise ConversionError("a length-delimited field was expected")
    return value


def _fields(message: bytes) -> Iterator[tuple[int, bytes | int]]:
    """The fields of a protocol-buffer message: number and raw value."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        field, wire = key >> 3, key & 7
        if wire == _VARINT:
            number, position = _varint(message, position)
            yield field, number
            continue
        if wire == _BYTES:
            size, position = _varint(message, position)
        elif wire in {_FIXED64, _FIXED32}:
            size = 8 if wire == _FIXED64 else 4
        else:
            raise ConversionError(f"wire type {wire} is not part of the format")
        yield field, message[position : position + size]
        position += size


def _varint(message: bytes, position: int) -> tuple[int, int]:
    result = shift = 0
    while True:
        byte = message[position]
        position += 1
        result |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the continuation bit of the wire format
            return result, position
