"""Pages as HTML, from templates that escape whatever they are given."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zjkg.errors import Bilingual, Problem
from zjkg.pages.addresses import Addresses
from zjkg.pages.request import PageRequest
from zjkg.printable import printable

_TEMPLATES = Path(__file__).parent / "templates"
LANGUAGES = {"en": "en", "zh": "zh-Hans"}


def rendered(name: str, page: Any, request: PageRequest, addresses: Addresses) -> bytes:  # noqa: ANN401  # any page
    """A page by the template of its name."""
    lang = request.lang

    def words(en: str, zh: str) -> str:
        return Bilingual(en, zh).pick(lang)

    template = _environment().get_template(f"{name}.html")
    return template.render(
        page=page,
        request=request,
        lang=LANGUAGES[lang],
        t=words,
        to=addresses.page,
        plain=addresses.plain.thing,
        other_language=_here(request, lang="en" if lang == "zh" else "zh"),
        in_format=lambda form: _here(request, format=form),
    ).encode()


def problem_page(problem: Problem, request: PageRequest) -> bytes:
    """What went wrong, and what to do, as a page."""
    query = (("lang", request.lang),) if request.keeps_language else ()
    return rendered("problem", problem, request, Addresses("", query))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_shown,
    )
    environment.filters["counted"] = _counted
    return environment


def _counted(count: int, thing: str) -> str:
    """How many of a thing there are, in English; its plural is regular."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _shown(value: object) -> object:
    """Text that cannot turn the words around it; what is markup already was shown before."""
    return printable(value) if type(value) is str else value


def preload() -> None:
    """Reads all templates, so that processes forked from this one have them."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def _here(request: PageRequest, **changes: str) -> str:
    """This page with other fields."""
    fields = {**request.fields, **changes}
    return f"{request.path}?{urlencode(fields)}"
