"""The whole build on Apache Spark: files in, partitioned N-Quads and Parquet out.

The same functions of the steps run as in a local build, and the lines, sorted, are those of
``zjkg export nquads`` of one. Nothing is kept outside of Spark's lineage, so what an executor had
when it died is made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg.distributed.articles import articles
from zjkg.distributed.claims import SCHEMA, rows
from zjkg.distributed.comparison import compared
from zjkg.distributed.extraction import extracted
from zjkg.distributed.files import give_ending, refuse_existing
from zjkg.distributed.identity import settled
from zjkg.distributed.keyed import kept
from zjkg.distributed.reposts import reposts
from zjkg.distributed.session import spark_session
from zjkg.distributed.writing import Corpus, graph_lines
from zjkg.errors import Problem
from zjkg.ids import Minter
from zjkg.pipeline import Knowledge
from zjkg.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_GZIP = "org.apache.hadoop.io.compress.GzipCodec"


@dataclass(frozen=True, slots=True)
class Made:
    """How many articles went in, and what is wrong with those that could not be read."""

    articles: int
    failed: tuple[Problem, ...]


def build(
    paths: Sequence[str],
    output: str,
    settings: Settings,
    *,
    master: str | None = None,
    gzip: bool = False,
) -> Made:
    """Build the graph of the articles at the paths into a folder that does not exist yet.

    Paths and output are whatever Spark's file systems know: folders, ``s3a://…``, ``hdfs://…``.

    Raises:
        SettingsError: where PySpark or Java is missing, a path names nothing, or the output is
            there already.
        ReadingError: where there is no article at the paths.
        ExtractionError: where Spark gave up.
    """
    with spark_session(master) as session:
        return _build(session, paths, output, settings, gzip=gzip)


def _build(
    session: SparkSession, paths: Sequence[str], output: str, settings: Settings, *, gzip: bool
) -> Made:
    refuse_existing(session, output)
    knowledge, minter = Knowledge.load(settings), Minter(settings.base)
    codec = _GZIP if gzip else None
    files = extracted(session, paths, settings)
    files.saveAsPickleFile(f"{output}/records")
    files = session.sparkContext.pickleFile(f"{output}/records")
    partitions = _partitions(session, files.getNumPartitions())
    records = files.filter(lambda each: each.problem is None).map(
        lambda each: (each.source, each.record)
    )
    known = kept(settled(records, knowledge, minter, partitions))
    all_articles = kept(articles(records, known, reposts(records, partitions), partitions))
    found = compared(all_articles, minter, partitions)
    written = graph_lines(Corpus(all_articles, known, found), knowledge, settings, partitions)
    written.saveAsTextFile(f"{output}/nquads", codec)
    give_ending(session, f"{output}/nquads", ".nq.gz" if gzip else ".nq")
    table = all_articles.flatMap(lambda each: rows(each, minter))
    session.createDataFrame(table, SCHEMA, verifySchema=False).write.parquet(f"{output}/claims")
    problems = files.filter(lambda each: each.problem is not None)
    failed = problems.map(lambda each: (each.source, each.problem)).collect()
    return Made(
        records.count(),
        tuple(problem for _, problem in sorted(failed, key=lambda each: each[0])),
    )


def _partitions(session: SparkSession, files: int) -> int:
    """Into how many parts groups are divided, where ``spark.default.parallelism`` is not set."""
    chosen = session.sparkContext.getConf().get("spark.default.parallelism")
    return int(chosen) if chosen else max(files, session.sparkContext.defaultParallelism)
