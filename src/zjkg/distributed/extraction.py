"""The first half on executors: files of a folder or prefix to records, one model a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from zjkg.errors import Problem, ReadingError
from zjkg.extraction import extract_all
from zjkg.model import Article, ArticleRecord
from zjkg.reading import (
    MOST_BYTES,
    empty,
    is_article,
    no_articles,
    read_bytes,
    same_source,
    too_large,
)
from zjkg.settings import Settings

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

_AT_ONCE = 128
"""How many articles of a task wait in memory to be extracted together."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of a file: its article's record as JSON, or what is wrong with it."""

    source: str
    record: bytes = b""
    problem: Problem | None = None


def extracted(session: SparkSession, paths: Sequence[str], settings: Settings) -> RDD[Extracted]:
    """What became of the files at the paths: files, folders or prefixes of any file system.

    Folders are searched with their subfolders. Which files are articles is told by their names, as
    in a local build; Spark besides passes over names that begin with an underscore. Files of one
    name but for the suffix, empty and too large ones are told before any is read.

    Raises:
        ReadingError: where there is no article at all.
    """
    found = (
        session.read.format("binaryFile").option("recursiveFileLookup", "true").load(list(paths))
    )
    refused = _refused(found, paths)
    contents = found.where(found.length <= MOST_BYTES).select("path", "content").rdd.map(tuple)

    def extract(files: Iterable[tuple[str, bytes]]) -> Iterator[Extracted]:
        return _extracted(
            (file for file in files if _is_article(file[0]) and file[0] not in refused), settings
        )

    told = [Extracted(PurePosixPath(path).stem, b"", refused[path]) for path in sorted(refused)]
    known = contents.mapPartitions(extract)
    return known.union(session.sparkContext.parallelize(told, 1)) if told else known


def decoded(record: bytes) -> ArticleRecord:
    """A record as it travels."""
    return msgspec.json.decode(record, type=ArticleRecord)


def _is_article(path: str) -> bool:
    return is_article(PurePosixPath(path).name)


def _refused(found: DataFrame, paths: Sequence[str]) -> dict[str, Problem]:
    """What is wrong with files that are not even read; Spark has their names on the driver."""
    names = sorted(filter(_is_article, map(_written, found.inputFiles())))
    if not names:
        raise no_articles(Path(paths[0]))
    refused: dict[str, Problem] = {}
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(PurePosixPath(name).stem, name)
        if other != name:
            refused[name] = same_source(Path(other), Path(name)).problem
    listed = found.select("path", "length").rdd.map(tuple).filter(lambda row: _is_article(row[0]))
    for name, size in listed.filter(lambda row: row[1] > MOST_BYTES).collect():
        refused.setdefault(name, too_large(Path(name), size, MOST_BYTES).problem)
    if listed.count() < len(names):  # Spark passes over files without a byte
        for name in sorted(set(names) - set(listed.keys().collect())):
            refused.setdefault(name, empty(PurePosixPath(name).name).problem)
    return refused


def _written(uri: str) -> str:
    """A file's address as the column ``path`` writes it."""
    plain = unquote(uri)
    return plain.replace("file:///", "file:/", 1) if plain.startswith("file:///") else plain


def _extracted(files: Iterator[tuple[str, bytes]], settings: Settings) -> Iterator[Extracted]:
    while some := list(islice(files, _AT_ONCE)):
        articles: list[Article] = []
        for path, data in some:
            name = PurePosixPath(path).name
            try:
                articles.append(read_bytes(name, bytes(data), zone=settings.zone))
            except ReadingError as error:
                yield Extracted(Path(name).stem, b"", error.problem)
        for record in extract_all(articles, settings, jobs=1, progress=lambda _: None):
            yield Extracted(record.article.source, _encoded(record))


def _encoded(record: ArticleRecord) -> bytes:
    """The words of sentences serve extraction alone, and stay behind."""
    return msgspec.json.encode(replace(record, recognition=replace(record.recognition, tokens=())))
