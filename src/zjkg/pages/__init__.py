"""The pages: what a browser shows of the store, as HTML, JSON, or triples."""

from zjkg.pages.addresses import ROOTS
from zjkg.pages.answering import answer
from zjkg.pages.rendering import problem_page
from zjkg.pages.request import HTML, JSON, PageAnswer, PageKind, PageRequest

__all__ = [
    "HTML",
    "JSON",
    "ROOTS",
    "PageAnswer",
    "PageKind",
    "PageRequest",
    "answer",
    "problem_page",
]
