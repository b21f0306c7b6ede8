"""Which files are articles."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from zjkg.errors import ReadingError
from zjkg.reading import errors

_README = re.compile(r"readme\.", re.IGNORECASE)
# How Python shows a byte of a file name that is no character.
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def discover(paths: Sequence[Path]) -> tuple[list[Path], list[ReadingError]]:
    """The articles among files and folders, sorted by name, and what is wrong with the others.

    Folders are searched with their subfolders; hidden files, files of other kinds and README files
    in them are not articles. A file named explicitly is read if its suffix is known. Two files
    with one name but for their suffix would be one article: the second is an error. So is a name
    that is no text, a link to nothing, and a folder that may not be read.
    """
    found: list[Path] = []
    problems: list[ReadingError] = []
    for path in sorted(set(paths)):
        try:
            found += _at(path, problems)
        except OSError as cause:
            problems.append(errors.unreadable(path, cause))
    return _distinct(found, problems), problems


def is_article(name: str) -> bool:
    """Whether a file in a folder is an article, by its name."""
    hidden, suffix = name.startswith("."), Path(name).suffix.lower()
    return not hidden and suffix in errors.SUFFIXES and not _README.match(name)


def left_aside(paths: Sequence[Path]) -> dict[str, int]:
    """How many files of which endings in these folders are not read for their ending.

    The most frequent come first. Hidden files and READMEs are nobody's articles and not counted.
    """
    found: Counter[str] = Counter()
    for _, folders, names in (each for path in sorted(set(paths)) for each in os.walk(path)):
        folders[:] = (name for name in folders if not name.startswith("."))
        shown = (name for name in names if not name.startswith(".") and not _README.match(name))
        found.update(Path(name).suffix.lower() for name in shown)
    others = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return {ending: count for ending, count in others if ending not in errors.SUFFIXES}


def _at(path: Path, problems: list[ReadingError]) -> list[Path]:
    if path.is_dir():
        before = len(problems)
        inside = list(_inside(path, problems))
        if not inside and len(problems) == before:
            problems.append(errors.no_articles(path))
        return inside
    if not path.exists():
        problems.append(errors.missing(path))
    elif path.suffix.lower() not in errors.SUFFIXES:
        problems.append(errors.unknown_suffix(path))
    else:
        return [path]
    return []


def _inside(folder: Path, problems: list[ReadingError]) -> Iterator[Path]:
    def tell(cause: OSError) -> None:
        problems.append(errors.unreadable(Path(cause.filename), cause))

    for at, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(at, name) for name in sorted(names) if is_article(name)):
            if path.is_file() or _is_broken_link(path):
                yield path


def _is_broken_link(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _distinct(found: list[Path], problems: list[ReadingError]) -> list[Path]:
    first: dict[str, Path] = {}
    for path in sorted(found, key=lambda path: (path.stem, str(path))):
        if _HALF_CHARACTER.search(path.name):
            problems.append(errors.unreadable_name(path))
            continue
        other = first.setdefault(path.stem, path)
        if other.resolve() != path.resolve():
            problems.append(errors.same_source(other, path))
    return list(first.values())
