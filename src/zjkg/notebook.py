"""What was found out before, looked up by a digest of all that it is a function of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

Kind = TypeVar("Kind")


def _nothing(key: str) -> bytes | None:  # noqa: ARG001 - nothing is noted under any key
    return None


def _forgotten(key: str, content: bytes) -> None:
    """Take down nothing."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A look-up and a way to take down; one that is made of nothing remembers nothing."""

    get: Callable[[str], bytes | None] = _nothing
    put: Callable[[str, bytes], None] = _forgotten

    def told(self, key: str | None, kind: type[Kind], make: Callable[[], Kind]) -> Kind:
        """What is noted under the key, else what is made now, which is noted.

        Without a key nothing is looked up. A note that cannot be read is made again.
        """
        if key is None:
            return make()
        content = self.get(key)
        if content is not None:
            try:
                return msgspec.msgpack.decode(content, type=kind)
            except msgspec.DecodeError:
                pass  # a note saves work, no more
        made = make()
        self.put(key, msgspec.msgpack.encode(made))
        return made
