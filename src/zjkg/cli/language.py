"""In which language the program speaks: ``--lang``, then ``ZJKG_LANG``, then the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence

from zjkg.errors import MessageLanguage

_VARIABLES = ("ZJKG_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str]) -> MessageLanguage:
    """The language of messages and help.

    It is needed before the command line is parsed, since help texts depend on it; so the option
    is looked up in the raw arguments first.
    """
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return "zh" if arguments[position + 1].startswith("zh") else "en"
        if argument.startswith("--lang="):
            return "zh" if argument.removeprefix("--lang=").startswith("zh") else "en"
    for variable in _VARIABLES:
        value = os.environ.get(variable)
        if value:
            return "zh" if value.startswith("zh") else "en"
    return "en"
