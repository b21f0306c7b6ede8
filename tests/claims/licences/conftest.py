"""Small articles that go the whole way, since measures need the words of the tagger."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from zjkg.model import ArticleRecord, EntityType
from zjkg.pipeline import extract
from zjkg.reading import read
from zjkg.recognition import Gazetteer, Recognizer
from zjkg.settings import SHANGHAI, Settings

_KINDS = {"O": EntityType.ORGANIZATION, "K": EntityType.PARK}
_MARKED = re.compile(r"\[(\w):([^\]]+)\]")


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ArticleRecord]:
    """The record of a text in which a name is written ``[K:Marlow Park]``."""
    names = [("青岚药谷", "K"), ("青嵐藥谷", "K"), ("Marlow Park", "K"), ("星河生物", "O")]
    recognizer = Recognizer(Gazetteer((name, _KINDS[kind]) for name, kind in names))
    path: Path = tmp_path_factory.mktemp("licences") / "article.txt"

    def build(text: str) -> ArticleRecord:
        path.write_text(_MARKED.sub(r"\2", text), encoding="utf-8")
        (record,) = extract([read(path, zone=SHANGHAI)], recognizer, Settings())
        return record

    return build
