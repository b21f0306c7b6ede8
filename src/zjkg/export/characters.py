"""Text made fit for XML 1.0: markup escaped, forbidden characters left out and counted."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Line ends and tabs are escaped too: a reader turns them into spaces inside an attribute.
_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_SHORT, _MOST = 24, 4_096  # cells repeat: kinds, counts, days
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

    def clean(self, text: str) -> str:
        """The text without the characters that XML 1.0 cannot hold."""
        cleaned, count = _FORBIDDEN.subn("", text)
        self.removed += count
        return cleaned

    def escape(self, text: str) -> str:
        """The text as it stands between double quotes or tags."""
        if text in self._plain:
            return text
        escaped = _SPECIAL.sub(self._replace, text)
        if escaped == text and len(text) <= _SHORT and len(self._plain) < _MOST:
            self._plain.add(text)
        return escaped

    def _replace(self, match: re.Match[str]) -> str:
        char = match.group()
        if char in _ENTITIES:
            return _ENTITIES[char]
        self.removed += 1
        return ""
