"""Articles made to do harm: each is read or refused, in time that grows as its size."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjkg.cli import main
from zjkg.errors import ReadingError
from zjkg.measurement import read_quantities
from zjkg.model import Article
from zjkg.reading import read_bytes
from zjkg.reading.dates import each, publication
from zjkg.settings import SHANGHAI

SENTENCE = "海湾科学园现有企业120家，累计投资超过30亿元。"
KINDS = ("a.html", "a.md", "a.txt")
# What is not seen, turns the direction of text, looks like something else, or is half of something.
ODD = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202e\u2066\u2069\u200f\u061c\u0301\ufe0f"
    "\U000e0041\x00\x07\x0b\x1b\x7f\x85\u2028\u2029аеорⅠℓ０１②㊀㈱𝟙𠮷😀\ufffe\uffff"
)
MARKS = "<>&\"'`;=-+@\t[](){}*_#|~^!?/\\:%$，。：“”（）《》、　 \n"
WORDS = (
    "海湾科学园现有企业家投资亿元去年增长百分之一二三十百千万億零〇两半多余近超约至—1234567890.,%"
)
HOSTILE = st.text(alphabet=ODD + MARKS + WORDS + "abcXYZ", max_size=120)


def read(name: str, data: bytes) -> Article | None:
    try:
        article = read_bytes(name, data, zone=SHANGHAI)
    except ReadingError:
        return None
    article.text.encode()  # it holds no half characters
    assert "\n".join(block.span.of(article.text) for block in article.blocks) == article.text
    return article


@settings(deadline=None)
@given(st.sampled_from(KINDS), HOSTILE)
def test_odd_characters(name: str, text: str) -> None:
    article = read(name, f"{SENTENCE}\n{text}\n{SENTENCE}".encode())
    assert article is None or "120家" in article.text


@settings(deadline=None)
@given(
    st.sampled_from(KINDS),
    st.lists(
        st.tuples(HOSTILE, st.sampled_from(["utf-8", "gb18030", "big5", "utf-16", "utf-16-le"])),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff"]),
)
def test_encodings_in_one_file(name: str, parts: list[tuple[str, str]], mark: bytes) -> None:
    read(name, mark + b"".join(text.encode(codec, "ignore") for text, codec in parts))


@settings(deadline=None)
@given(st.text(alphabet=ODD + MARKS + WORDS + ":-[]{}&*!|>", max_size=80))
def test_front_matter(header: str) -> None:
    read("a.txt", f"---\n{header}\n---\n{SENTENCE}".encode())


@settings(deadline=None)
@given(st.text(alphabet=WORDS + MARKS + ODD + "hundredmillionthousandRMBUS", max_size=40))
def test_numbers_and_dates(text: str) -> None:
    assert all(value.is_finite() for value, _ in read_quantities(text))
    publication(text, SHANGHAI)
    assert all(0 <= start < end <= len(text) for start, end, _ in each(text, SHANGHAI))


@pytest.mark.parametrize("digits", ["9" * 5_000, "亿" * 300, "九" * 5_000, "1e999999", "1." * 500])
def test_numbers_beyond_measure(digits: str) -> None:
    assert all(value.is_finite() for value, _ in read_quantities(f"{digits}亿元"))


BOMBS: dict[str, Callable[[int], str]] = {
    "tags opened": lambda n: "<div>" * (n // 5),
    "tags closed": lambda n: "</div>" * (n // 6),
    "tags without end": lambda n: "<a href=" * (n // 8),
    "attributes": lambda n: "<p " + "a=1 " * (n // 4) + ">" + SENTENCE,
    "quotes open": lambda n: "“" * n,
    "brackets": lambda n: "[" * n,
    "links": lambda n: "[a](" * (n // 4),
    "stars": lambda n: "*" * n,
    "entities": lambda n: "&amp;" * (n // 5),
    "references": lambda n: "&#x6d77;" * (n // 8),
    "spaces": lambda n: SENTENCE + " " * n + SENTENCE,
    "comments": lambda n: "<!--" * (n // 4),
    "one line": lambda n: "海湾科学园现有企业" * (n // 27),
    "digits": lambda n: SENTENCE + "1" * n,
    "lines": lambda n: "园\n" * (n // 4),
    "marks": lambda n: "。" * (n // 3),
    "breaks": lambda n: "<br>" * (n // 4) + SENTENCE,
    "tables": lambda n: "<table><tr><td>" * (n // 15),
    "pipes": lambda n: "|a" * (n // 2) + "\n" + "|-" * (n // 2),
    "combining": lambda n: "a" + "\u0301" * (n // 2),
    "bidi": lambda n: "\u202e园" * (n // 6),
    "references to entities": lambda n: (
        "<!DOCTYPE x [<!ENTITY a 'lol'>"
        + "".join(f"<!ENTITY a{i} '{f'&a{i - 1 or str()};' * 10}'>" for i in range(1, 12))
        + "]><p>&a11;</p>"
        + SENTENCE * (n // 100)
    ),
    "front matter": lambda n: "---\n" + "- [" * (n // 3) + "\n---\n" + SENTENCE,
    "anchors": lambda n: (
        "---\na0: &a0 [x]\n"
        + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
        + f"title: *a11\n---\n{SENTENCE * (n // 100)}"
    ),
}


@pytest.mark.usefixtures("alone_in_memory")
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("bomb", BOMBS)
def test_time_grows_as_the_size(bomb: str, name: str) -> None:
    """Twice the size takes at most thrice the time, where it takes long enough to be told."""

    def seconds(size: int) -> float:
        data = BOMBS[bomb](size).encode()
        began = time.process_time()
        read(name, data)
        return time.process_time() - began

    small = seconds(50_000)
    large = seconds(200_000)
    assert large < max(1.0, 8 * small), f"{small:.2f} s, then {large:.2f} s for four times as much"


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_megabytes(name: str) -> None:
    """Ten of them with HOSTILE_BYTES=10000000, within a minute each."""
    size = int(os.environ.get("HOSTILE_BYTES", "2000000"))
    data = (f"<p>{SENTENCE}</p>\n" if name == "a.html" else f"{SENTENCE}\n\n").encode()
    began = time.process_time()
    article = read(name, data * (size // len(data)))
    assert article is not None
    assert time.process_time() - began < size / 160_000


FORMULAS = ("=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1")
MARKUP = "<script>alert(1)</script>&amp;\"'><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of articles whose titles, publishers and names are formulas and markup."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, bad in enumerate((*FORMULAS, MARKUP)):
        title, publisher = json.dumps(bad), json.dumps(f"{bad}日报")
        header = f"---\ntitle: {title}\npublisher: {publisher}\ndate: 2023-05-06\n---\n"
        said = f"{SENTENCE}{bad}总经理陈海说：“{bad}今年新增20家。”\n"
        (folder / f"a{number}.txt").write_text(header + said, "utf-8")
    store = folder / "store"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "zjkg", "build"),
            *map(str, sorted(folder.glob("*.txt"))),
            *("--store", str(store), "--jobs", "1"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    return store


def exported(store: Path, output: Path, *arguments: str) -> Path:
    with pytest.raises(SystemExit) as ended:
        main(["export", *arguments, "-o", str(output), "--store", str(store)])
    assert ended.value.code == 0
    return output


def test_no_cell_is_a_formula(hostile_store: Path, tmp_path: Path) -> None:
    folder = exported(hostile_store, tmp_path / "csv", "csv")
    cells = [
        cell
        for path in folder.rglob("*.csv")
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")))
        for cell in row
    ]
    assert any("calc" in cell for cell in cells)
    numbers = [cell for cell in cells if cell[:1] in {"-", "+"} and is_number(cell)]
    assert not [c for c in cells if c[:1] in set("=+-@\t\r＝＋－＠") and c not in numbers]


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_markup_in_names_is_text_in_xml(hostile_store: Path, tmp_path: Path, form: str) -> None:
    path = exported(hostile_store, tmp_path / f"all.{form}", form)
    tree = ET.parse(path)  # noqa: S314  # our own file
    assert not [e for e in tree.iter() if e.tag.rpartition("}")[2] in {"script", "img"}]


def test_markup_in_names_is_text_in_the_page(hostile_store: Path, tmp_path: Path) -> None:
    page = exported(hostile_store, tmp_path / "all.html", "html").read_text("utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld"])
def test_rdf_is_read_back(hostile_store: Path, tmp_path: Path, form: str) -> None:
    import pyoxigraph

    kinds = {
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    path = exported(hostile_store, tmp_path / f"all.{form}", form)
    quads = list(pyoxigraph.parse(path.read_bytes(), format=kinds[form]))
    titles = {str(q.object.value) for q in quads if "headline" in str(q.predicate)}
    assert MARKUP in titles
