"""The YAML header that may stand before an article: ``---``, keys, ``---``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from zjkg.reading import errors

_HEADER = re.compile(
    r"\A\s*^---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL
)
_KEY = re.compile(r"^[\w.-]+[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_MAX_CHARACTERS = 64_000


class _TextLoader(yaml.SafeLoader):
    """Every scalar stays the text that was written: a date keeps its words and its zone."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own name


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The header's values, its text as written, and the text after it."""

    values: Mapping[str, str] = field(default_factory=dict)
    written: str = ""
    body: str = ""


def split(source: str, text: str) -> FrontMatter:
    """Separate the header from the body; a text without one is all body.

    Lists of values are joined with a line feed. A rule of dashes without keys is no header.

    Raises:
        ReadingError: where the header is not YAML; it names the line.
    """
    found = _HEADER.match(text)
    if not found or not _KEY.search(found[1]):
        return FrontMatter(body=text)
    values = _load(source, found[1], text[: found.start(1)].count("\n"))
    if values is None:
        return FrontMatter(body=text)
    return FrontMatter(values, found[0].strip(), text[found.end() :])


def _load(source: str, header: str, lines_before: int) -> Mapping[str, str] | None:
    if len(header) > _MAX_CHARACTERS:
        detail = f"> {_MAX_CHARACTERS} characters"
        raise errors.front_matter(source, lines_before + 1, detail)
    try:
        loaded = yaml.load(header, Loader=_TextLoader)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as broken:
        raise errors.front_matter(source, lines_before + _line(broken), _detail(broken)) from broken
    except (RecursionError, ValueError) as broken:
        detail = type(broken).__name__
        raise errors.front_matter(source, lines_before + 1, detail) from broken
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower(): written for key, value in loaded.items() if (written := _text(value))}


def _line(broken: yaml.YAMLError) -> int:
    mark = broken.problem_mark if isinstance(broken, yaml.MarkedYAMLError) else None
    return mark.line + 1 if mark else 1


def _detail(broken: yaml.YAMLError) -> str:
    problem = broken.problem if isinstance(broken, yaml.MarkedYAMLError) else None
    return problem or " ".join(str(broken).split())


def _text(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split("\n")).strip()
    if isinstance(value, list):
        return "\n".join(item for item in value if isinstance(item, str))
    if isinstance(value, dict):  # author: {name: …}
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    return ""
