"""Text made fit for XML 1.0: markup escaped, forbidden characters left out and counted."""

from __future__ import annotations

import json
import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Line ends and tabs are escaped too: a reader turns them into spaces inside an attribute.
_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x1f\ud800-\udfff\ufffe\uffff]')
# Cells repeat: kinds, counts, days, sources.
_SHORT, _LONG, _MOST = 24, 96, 4_096
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


class XmlText:
    """Cleans and escapes text for one file, and counts what had to be left out of it."""

    def __init__(self) -> None:
        self.removed = 0
        self._plain: set[str] = set()
        self._lists: dict[tuple[str, ...], str] = {}

    def clean(self, text: str) -> str:
        """The text without the characters that XML 1.0 cannot hold."""
        cleaned, count = _FORBIDDEN.subn("", text)
        self.removed += count
        return cleaned

    def escape(self, text: str) -> str:
        """The text as it stands between double quotes or tags."""
        if text in self._plain:
            return text
        if _SPECIAL.search(text):
            return _SPECIAL.sub(self._replace, text)
        if len(text) <= _SHORT and len(self._plain) < _MOST:
            self._plain.add(text)
        return text

    def escape_list(self, texts: tuple[str, ...]) -> str:
        """The texts as a list in JSON, escaped."""
        known = self._lists.get(texts)
        if known is not None:
            return known
        before = self.removed
        escaped = self.escape(json.dumps(texts, ensure_ascii=False))
        if self.removed == before and len(escaped) <= _LONG and len(self._lists) < _MOST:
            self._lists[texts] = escaped
        return escaped

    def _replace(self, match: re.Match[str]) -> str:
        char = match.group()
        if char in _ENTITIES:
            return _ENTITIES[char]
        self.removed += 1
        return ""
