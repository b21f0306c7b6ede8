"""What the reviewer presses: single keys on a terminal, one letter a line in a pipe."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol

_END_OF_INPUT = "\x04"
_ESCAPE = "\x1b"
_INTRODUCERS = (b"[", b"O")
_FINAL = b"@"  # from here on a byte ends the sequence
_LONGEST_LINE = 4096  # bytes: what a terminal holds
_REST_OF_SEQUENCE = 0.02  # seconds: what a function key sends comes at once


class Keys(Protocol):
    """Where decisions come from."""

    piped: bool

    def key(self) -> str | None:
        """The next key, or the next line of a pipe, folded to lower case; None at the end."""

    def line(self) -> str | None:
        """A line of text; None at the end, and where a terminal gives an empty one."""


class PipedKeys:
    """One letter a line; empty lines say nothing."""

    piped = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def key(self) -> str | None:
        """The next line that is not empty."""
        while (line := self.line()) is not None:
            if line:
                return _folded(line)
        return None

    def line(self) -> str | None:
        """The next line, without white space around it."""
        content = self._stream.readline()
        return content.decode(errors="replace").strip() if content else None


@contextmanager
def keys() -> Iterator[Keys]:
    """The keys of standard input; a terminal gives them without Enter, and is put back after."""
    if not sys.stdin.isatty():
        yield PipedKeys(sys.stdin.buffer)
        return
    if sys.platform == "win32":
        yield _Console()
        return
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    terminal = _Terminal(descriptor, before)
    try:
        terminal.take_keys()
        yield terminal
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


class _Terminal:
    """A POSIX terminal; what is typed ahead is kept."""

    piped = False

    def __init__(self, descriptor: int, modes: list[Any]) -> None:
        self._descriptor = descriptor
        self._modes = modes

    def take_keys(self) -> None:
        """From now on keys come at once and are not shown."""
        import termios
        import tty

        tty.setcbreak(self._descriptor, termios.TCSADRAIN)

    def key(self) -> str | None:
        self.take_keys()  # a shell puts the terminal back where the program was suspended
        pressed = self._character()
        if pressed == _ESCAPE:
            self._drop_sequence()
        return None if pressed in ("", _END_OF_INPUT) else _folded(pressed)

    def line(self) -> str | None:
        import termios

        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._modes)
        content = more = os.read(self._descriptor, _LONGEST_LINE)
        while more and not content.endswith(b"\n"):
            more = os.read(self._descriptor, _LONGEST_LINE)
            content += more
        self.take_keys()
        return content.decode(errors="replace").strip() or None

    def _character(self) -> str:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while byte := os.read(self._descriptor, 1):
            if character := decoder.decode(byte):
                return character
        return ""

    def _drop_sequence(self) -> None:
        """Take the rest of what a function key sends, and not the key after it."""
        import select

        if not select.select([self._descriptor], [], [], _REST_OF_SEQUENCE)[0]:
            return  # the escape key alone
        if os.read(self._descriptor, 1) in _INTRODUCERS:
            while os.read(self._descriptor, 1) < _FINAL:
                pass


class _Console:
    """A Windows console."""

    piped = False

    def key(self) -> str | None:
        import click

        try:
            return _folded(click.getchar()[:1])
        except EOFError:
            return None

    def line(self) -> str | None:
        return sys.stdin.readline().strip()


def _folded(pressed: str) -> str:
    """Capitals and the full-width letters of Chinese keyboards are the same keys."""
    return unicodedata.normalize("NFKC", pressed).casefold()
