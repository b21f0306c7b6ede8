"""Every evidence of the graph, read back with rdflib and not with the code that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from zjkg.build import Build
from zjkg.settings import Settings
from zjkg.store import GraphStore

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ZJ = rdflib.Namespace("https://zjkg.example/ontology#")
BEYOND = """滨江𠮷野生物园𝟚期启用🧬

滨江𠮷野生物园位于南湖市，规划面积120亩，已集聚青岚医药、𣲗河生物等企业80余家。
青岚医药董事长𠮷田林表示，“到2030年，园区𝟚期产值将超过50亿元🧬。”
"""


def selections(dataset: rdflib.Dataset) -> Iterator[tuple[str, str, int, int]]:
    """Stored text, quote, start and end of every selected part."""
    for part, version in dataset.subject_objects(OA.hasSource):
        (text,) = dataset.objects(version, ZJ.text)
        selectors = list(dataset.objects(part, OA.hasSelector))
        (quote,) = [str(q) for s in selectors for q in dataset.objects(s, OA.exact)]
        (start,) = [int(str(q)) for s in selectors for q in dataset.objects(s, OA.start)]
        (end,) = [int(str(q)) for s in selectors for q in dataset.objects(s, OA.end)]
        yield str(text), quote, start, end


def test_quotes_stand_at_their_offsets(five: GraphStore) -> None:
    found = list(selections(five.dataset()))
    assert len(found) > 300
    for text, quote, start, end in found:
        assert text[start:end] == quote


def test_every_claim_has_evidence(five: GraphStore) -> None:
    dataset = five.dataset()
    claims = set(dataset.subjects(rdflib.RDF.type, ZJ.Claim))
    assert len(claims) > 150
    assert claims == set(dataset.subjects(ZJ.evidence))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_characters_beyond_the_basic_plane(tmp_path: Path, ending: str) -> None:
    article = tmp_path / "beyond.txt"
    article.write_bytes(BEYOND.replace("\n", ending).encode())
    store = tmp_path / "store"
    assert not Build(Settings(store=store), jobs=1).exactly([article]).failed
    with GraphStore.open(store) as opened:
        found = list(selections(opened.dataset()))
    assert any("𠮷" in quote or "🧬" in quote for _, quote, _, _ in found)
    for text, quote, start, end in found:
        assert text[start:end] == quote
