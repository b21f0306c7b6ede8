"""Models written as ONNX: the recurrent layers of a tagger get the length of each sequence.

The taggers come without: their layers would read the padding behind a short sequence, so only
sequences of one length could share a batch. A layer that knows the lengths gives each sequence the
very scores that it has alone. An ONNX file is a protocol buffer; fields that are not concerned are
copied as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

LENGTHS = "length"
"""The name of the input: one 32-bit length for each row of the batch."""

_FORMAT, _OPERATIONS, _GRAPH = 1, 8, 7  # of a model
_OPERATIONS_VERSION = 2
_NODE, _GRAPH_NAME, _INPUT, _OUTPUT = 1, 2, 11, 12  # of a graph
_NODE_INPUT, _NODE_OUTPUT, _OPERATION, _NODE_ATTRIBUTE = 1, 2, 4, 5
_NAME, _VALUE_TYPE = 1, 2  # of an input or output; the name of an attribute likewise
_ATTRIBUTE_INT, _ATTRIBUTE_TYPE, _ATTRIBUTE_OF_INT = 3, 20, 2
_TENSOR_TYPE, _ELEMENT_TYPE, _SHAPE, _DIMENSION, _DIMENSION_NAME = 1, 1, 2, 1, 2
_FLOAT, _INT32 = 1, 6  # among ONNX's element types
_RECURRENT = frozenset({b"GRU", b"LSTM"})
_SEQUENCE_LENGTHS = 4  # place among the inputs of GRU and LSTM
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


def with_lengths(model: bytes) -> bytes:
    """The model with an input ``length`` that its recurrent layers read.

    An input of that name that the model had before must have been read by no layer.
    """
    return b"".join(
        _message(_GRAPH, _graph(content)) if field == _GRAPH else raw
        for field, content, raw in _fields(memoryview(model))
    )


def product(rows: str, columns: str) -> bytes:
    """A model of one layer: the first input times the transposed second one."""
    transposed = _message(_NAME, b"transB") + _number(_ATTRIBUTE_INT, 1)
    transposed += _number(_ATTRIBUTE_TYPE, _ATTRIBUTE_OF_INT)
    node = b"".join(
        (
            *(_message(_NODE_INPUT, name.encode()) for name in (rows, columns)),
            _message(_NODE_OUTPUT, b"product"),
            _message(_OPERATION, b"Gemm"),
            _message(_NODE_ATTRIBUTE, transposed),
        )
    )
    graph = b"".join(
        (
            _message(_NODE, node),
            _message(_GRAPH_NAME, b"product"),
            *(_message(_INPUT, _value(name, _FLOAT, 2)) for name in (rows, columns)),
            _message(_OUTPUT, _value("product", _FLOAT, 2)),
        )
    )
    operations = _message(_OPERATIONS, _number(_OPERATIONS_VERSION, 13))
    return _number(_FORMAT, 8) + operations + _message(_GRAPH, graph)


def _graph(graph: memoryview) -> bytes:
    kept = [
        _message(_NODE, _node(content)) if field == _NODE else raw
        for field, content, raw in _fields(graph)
        if field != _INPUT or _content(content, _NAME) != LENGTHS.encode()
    ]
    return b"".join([*kept, _message(_INPUT, _value(LENGTHS, _INT32, 1))])


def _node(node: memoryview) -> bytes | memoryview:
    if _content(node, _OPERATION) not in _RECURRENT:
        return node
    inputs = [bytes(name) for field, name, _ in _fields(node) if field == _NODE_INPUT]
    inputs += [b""] * (_SEQUENCE_LENGTHS + 1 - len(inputs))  # an empty name: not given
    inputs[_SEQUENCE_LENGTHS] = LENGTHS.encode()
    others = [raw for field, _, raw in _fields(node) if field != _NODE_INPUT]
    return b"".join([*(_message(_NODE_INPUT, name) for name in inputs), *others])


def _value(name: str, element: int, dimensions: int) -> bytes:
    """An input or output with dimensions of any size."""
    sizes = (_message(_DIMENSION_NAME, f"{name}{place}".encode()) for place in range(dimensions))
    shape = _message(_SHAPE, b"".join(_message(_DIMENSION, size) for size in sizes))
    kind = _message(_TENSOR_TYPE, _number(_ELEMENT_TYPE, element) + shape)
    return _message(_NAME, name.encode()) + _message(_VALUE_TYPE, kind)


def _content(message: memoryview, wanted: int) -> bytes:
    """The content of the first field of that number; empty where there is none."""
    return next((bytes(content) for field, content, _ in _fields(message) if field == wanted), b"")


def _message(field: int, content: bytes | memoryview) -> bytes:
    return b"".join((_varint(field << 3 | _BYTES), _varint(len(content)), content))


def _number(field: int, number: int) -> bytes:
    return _varint(field << 3 | _VARINT) + _varint(number)


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits of the number in each byte
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """The number of each field, its content and its bytes with number and length."""
    position = 0
    while position < len(message):
        begin = position
        key, position = _read_varint(message, position)
        wire = key & 7
        size = {_FIXED64: 8, _FIXED32: 4}.get(wire, 0)
        if wire == _BYTES:
            size, position = _read_varint(message, position)
        elif wire == _VARINT:
            _, end = _read_varint(message, position)
            size = end - position
        content = message[position : position + size]
        position += size
        yield key >> 3, content, message[begin:position]


def _read_varint(message: memoryview, position: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = message[position]
        position += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte <= 0x7F:  # noqa: PLR2004 - the continuation bit of the wire format
            return number, position
