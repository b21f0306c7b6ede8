"""Records as JSON Schema, with what each field means in the language of the server."""

from __future__ import annotations

from typing import Any

import msgspec

from zjkg.errors import MessageLanguage

_KEY = "description"


def meaning(en: str, zh: str) -> msgspec.Meta:
    """What a field holds, in both languages."""
    return msgspec.Meta(extra_json_schema={_KEY: {"en": en, "zh": zh}})


def schema_of(record: type[msgspec.Struct], lang: MessageLanguage) -> dict[str, Any]:
    """The schema of a record: an object, with the records inside it under ``$defs``."""
    _, definitions = msgspec.json.schema_components([record], ref_template="#/$defs/{name}")
    root = definitions.pop(record.__name__)
    root.pop("title", None)
    if definitions:
        root["$defs"] = definitions
    spoken: dict[str, Any] = _in_language(root, lang)
    return spoken


def _in_language(part: Any, lang: MessageLanguage) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(part, list):
        return [_in_language(each, lang) for each in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == {"en", "zh"}:
        return part[lang]
    return {key: _in_language(value, lang) for key, value in part.items()}
