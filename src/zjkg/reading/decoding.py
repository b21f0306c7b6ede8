"""Bytes to text: which encoding, decided strictly and proved plausible.

A byte order mark or a declared charset is believed only if the bytes agree with it. Without either
the text is UTF-8, or else the one of GB18030 and Big5 under which it reads as common Chinese, or
else Windows-1252 if it is Latin text with some typographic characters.
Line breaks of every kind become one line feed; nothing else is converted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.reading import errors
from zjkg.reading.plausibility import chinese_score, latin_plausible

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = (
    (b"%PDF-", Bilingual("a PDF document", " PDF 文档")),
    (
        b"PK\x03\x04",
        Bilingual("a ZIP archive, such as a document of Word", " ZIP 压缩文件，例如 Word 文档"),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Bilingual("a document of an older Office", "旧版 Office 文档"),
    ),
    (b"{\\rtf", Bilingual("an RTF document", " RTF 文档")),
)
"""How documents begin whose bytes are not the text that they show."""
_SNIFFED_BYTES = 4096
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_XML_DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})")
_CODECS = {  # what pages mean by a label is often the superset
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
_NAMES = {"big5hkscs": "big5", "cp1252": "windows-1252"}
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01
_MIN_SCORE = 0.25


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with line feeds only, and the name of its encoding."""

    text: str
    encoding: str


def decode(source: str, data: bytes) -> Decoded:
    """Decode the bytes of a file.

    Raises:
        ReadingError: for an empty, blank or binary file or one of another kind, and for bytes that
            contradict their declaration or belong to no known encoding.
    """
    if not data:
        raise errors.empty(source)
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            raise errors.foreign(source, kind)
    text, encoding = _decoded(source, data)
    _refuse_binary(source, text)
    text = _LINE_BREAK.sub("\n", text)
    if not text.strip():
        raise errors.blank(source)
    return Decoded(text, encoding)


def _decoded(source: str, data: bytes) -> tuple[str, str]:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], codec)
            if text is None:
                raise errors.contradicted(source, codec.upper(), "byte order mark")
            return text, codec
    if b"\x00" in data:
        raise errors.binary(source, data.index(b"\x00"))
    label = _declared(data)
    return _by_declaration(source, data, label) if label else _detected(source, data)


def _declared(data: bytes) -> str | None:
    head = data[:_SNIFFED_BYTES]
    found = _XML_DECLARED.match(head) or _DECLARED.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _by_declaration(source: str, data: bytes, label: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(label).name
    except LookupError as unknown:
        raise errors.unknown_charset(source, label) from unknown
    codec = _CODECS.get(codec, codec)
    text = _strict(data, codec)
    if text is None or (codec != "utf-8" and _is_really_another(data, codec, text)):
        raise errors.contradicted(source, label, "meta charset")
    return text, "utf-8" if text.isascii() else _NAMES.get(codec, codec)


def _is_really_another(data: bytes, codec: str, text: str) -> bool:
    """Whether bytes that happen to decode under ``codec`` are plainly in another encoding."""
    if data.isascii():
        return False
    if _strict(data, "utf-8") is not None:
        return True  # text of another encoding is well-formed UTF-8 only by a miracle
    if codec not in {"gb18030", "big5hkscs"}:
        return False
    other = _strict(data, "big5hkscs" if codec == "gb18030" else "gb18030")
    score = chinese_score(text)
    return score < _MIN_SCORE and other is not None and chinese_score(other) > score


def _detected(source: str, data: bytes) -> tuple[str, str]:
    text = _strict(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    readings = [
        (chinese_score(reading), reading, name)
        for codec, name in (("gb18030", "gb18030"), ("big5hkscs", "big5"), ("cp950", "big5"))
        if (reading := _strict(data, codec)) is not None
    ]
    best = max(readings, key=lambda reading: reading[0], default=None)
    if best is not None and best[0] >= _MIN_SCORE:
        return best[1], best[2]
    latin = _strict(data, "cp1252")
    if latin is not None and latin_plausible(latin):
        return latin, "windows-1252"
    raise (
        errors.binary(source, _first_control(data))
        if _binary_bytes(data)
        else (errors.undecodable(source))
    )


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _binary_bytes(data: bytes) -> bool:
    return len(_NOT_TEXT.findall(data.decode("latin-1"))) > len(data) * _MAX_CONTROL_SHARE


def _first_control(data: bytes) -> int:
    found = _NOT_TEXT.search(data.decode("latin-1"))
    return found.start() if found else 0


def _refuse_binary(source: str, text: str) -> None:
    nul = text.find("\x00")
    if nul >= 0:
        raise errors.binary(source, nul)
    first = _NOT_TEXT.search(text)
    if first and len(_NOT_TEXT.findall(text)) > len(text) * _MAX_CONTROL_SHARE:
        raise errors.binary(source, first.start())
