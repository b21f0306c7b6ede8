"""A query of the library over a large store: each way to it says that there is more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import zjkg
from zjkg.api import PartialAnswerWarning
from zjkg.store import GraphStore, State
from zjkg.vocab import PROV, RDF, XSD, ZJ

COUNT = 25
Server = Any  # the class of conftest.py, which a test module cannot import
Launch = Callable[..., AbstractContextManager[Server]]


def number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of so many portions, with one article in each."""
    folder = tmp_path_factory.mktemp("large") / "store"
    derived = NamedNode("https://zjkg.example/graph/derived")
    with GraphStore.open(folder, write=True) as store:
        for n in range(1, COUNT + 1):
            version = NamedNode(f"https://zjkg.example/article/{n:03}/version/a")
            article = NamedNode(f"https://zjkg.example/article/{n:03}")
            store.engine.add(Quad(version, RDF.type, ZJ.ArticleVersion, version))
            store.engine.add(Quad(version, ZJ.source, Literal(f"{n:03}"), version))
            store.engine.add(Quad(version, PROV.specializationOf, article, version))
            store.engine.add(Quad(version, ZJ.portion, number(n), derived))
        store.engine.add(Quad(ZJ.ArticleVersion, ZJ.portionCount, number(COUNT), derived))
        store.save_state(State(rules="done"))
    return folder


def test_the_endpoint_says_in_header_and_body_that_there_is_more(
    large: Path, launch: Launch
) -> None:
    with launch(large) as server:
        path = "/query/bound?" + urlencode({"name": "articles"})
        text = server.request("GET", path, headers={"Accept": "application/json"}).json["text"]
        reply = server.form(text)
        assert reply.headers["zjkg-cut"] == "portions"
        assert len(reply.json["results"]["bindings"]) == 20
        assert "portions 1 to 20 of 25" in reply.json["cut"]
        assert "portions=21+" in reply.json["cut"]
        table = server.request(
            "POST",
            "/sparql",
            text.encode(),
            {"Content-Type": "application/sparql-query", "Accept": "text/csv"},
        )
        assert table.headers["zjkg-cut"] == "portions"
        assert table.body.count(b"\n") == 21

        path = "/query/bound?" + urlencode({"name": "articles", "p.portions": "all"})
        text = server.request("GET", path, headers={"Accept": "application/json"}).json["text"]
        whole = server.form(text)
        assert "zjkg-cut" not in whole.headers
        assert len(whole.json["results"]["bindings"]) == COUNT


@pytest.mark.parametrize("form", ["table", "records", "csv", "json"])
def test_the_command_says_beside_every_format_that_there_is_more(large: Path, form: str) -> None:
    command = [sys.executable, "-m", "zjkg", "query", "articles", "--store", str(large)]
    environment = {**os.environ, "ZJKG_LANG": "zh"}
    some = subprocess.run(
        [*command, "--format", form], capture_output=True, text=True, check=True, env=environment
    )
    assert "portions=21+" in some.stderr
    assert "共 25 份" in some.stderr
    whole = subprocess.run(
        [*command, "--format", form, "-p", "portions=all"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert "portions" not in whole.stderr
    if form == "records":
        assert [len(json.loads(each.stdout)) for each in (some, whole)] == [20, COUNT]


def test_a_program_is_warned(large: Path) -> None:
    with zjkg.open(large) as graph:
        with pytest.warns(PartialAnswerWarning) as told:
            some = graph.rows("articles")
        [warned] = [each.message for each in told]
        assert isinstance(warned, PartialAnswerWarning)
        assert warned.unread.following == "21+"
        with pytest.warns(PartialAnswerWarning):
            rest = graph.rows("articles", portions=warned.unread.following)
        assert some + rest == graph.rows("articles", portions="all")
