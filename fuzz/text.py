"""Bytes as text."""

from __future__ import annotations


def any_text(data: bytes) -> str:
    """Any text, halves of characters too."""
    return data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")
