"""The files that pages load: styles as they are, scripts as they were built."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent / "static"
_TYPES = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
    }
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, its media type, and a tag that changes with it."""

    body: bytes
    media_type: str
    tag: str


@dataclass(slots=True)
class Assets:
    """All files of the folder, read once; what is not among them cannot be asked for."""

    folder: Path = _FOLDER
    _files: dict[str, Asset] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.folder.rglob("*")):
            if path.suffix in _TYPES and path.is_file():
                body = path.read_bytes()
                tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
                name = path.relative_to(self.folder).as_posix()
                self._files[name] = Asset(body, _TYPES[path.suffix], tag)

    def get(self, name: str) -> Asset | None:
        """The file of that name."""
        return self._files.get(name)
