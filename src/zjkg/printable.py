"""Text from articles and file names, made safe to show on a terminal.

What an article says must not steer the reader's terminal or turn its lines around.
"""

from __future__ import annotations

import re

# Control characters (C0 but for tab and line feed, DEL, C1), marks that change the direction of
# text, and half characters, which no encoding can write.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text with U+FFFD for each character that could steer a terminal; lines stay."""
    return _STEERING.sub("\ufffd", text)


def printable_line(text: str) -> str:
    """The same on one line: what may hold a line feed must not look like two entries."""
    return printable(text.replace("\n", " "))
