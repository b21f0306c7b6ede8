"""In which language the program speaks: ``--lang``, then ``ZJKG_LANG``, then the locale."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from zjkg.errors import Bilingual, MessageLanguage, SettingsError

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_USABLE = re.compile(r"(?:en|zh)(?:[-_.@].*)?", re.IGNORECASE)


def chosen_language(arguments: Sequence[str]) -> MessageLanguage:
    """The language of messages and help.

    It is needed before the command line is parsed, since help texts depend on it; so the option
    is looked up in the raw arguments first.

    Raises:
        SettingsError: where ``ZJKG_LANG`` decides and is neither language.
    """
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return _language(arguments[position + 1])
        if argument.startswith("--lang="):
            return _language(argument.removeprefix("--lang="))
    named = os.environ.get("ZJKG_LANG")
    if not named:
        return locale_language()
    if not _USABLE.fullmatch(named):
        raise _unusable(named)
    return _language(named)


def locale_language() -> MessageLanguage:
    """The language of the locale, as far as the program speaks it."""
    values = (os.environ.get(variable) for variable in _LOCALE)
    return _language(next(filter(None, values), "en"))


def _language(named: str) -> MessageLanguage:
    return "zh" if named.lower().startswith("zh") else "en"


def _unusable(named: str) -> SettingsError:
    return SettingsError(
        Bilingual("the environment variable ZJKG_LANG is unusable", "环境变量 ZJKG_LANG 无法使用"),
        where=f"ZJKG_LANG={named}",
        expected=Bilingual("en or zh", "en 或 zh"),
        next_step=Bilingual("correct the variable or unset it", "更正或取消该变量"),
    )
