"""Bytes as text."""

from __future__ import annotations


def any_text(data: bytes) -> str:
    """Any text, halves of characters too."""
    if data[:1] == b"\xed":
        return data[1 : len(data) - (len(data) + 1) % 2].decode("utf-16-le", "surrogatepass")
    return data.decode("utf-8", "replace")
