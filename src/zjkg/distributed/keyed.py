"""Grouping by key, alike in every run: neither hash seed nor number of partitions tells."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pyspark import RDD

Value = TypeVar("Value")
Keyed = tuple[str, Any]
"""A key and what belongs to it; Spark's own types say no more."""


def grouped(pairs: RDD[Keyed], partitions: int) -> RDD[tuple[str, Iterable[Any]]]:
    """For each key its values, in no certain order: whoever takes them sorts them."""
    return pairs.groupByKey(partitions, _place)


def cogrouped(partitions: int, *sides: RDD[Keyed]) -> RDD[tuple[str, tuple[list[Any], ...]]]:
    """For each key its values of every side, in no certain order."""
    count = len(sides)
    tagged = [side.map(_tagging(number)) for number, side in enumerate(sides)]
    together = tagged[0].context.union(tagged)

    def sorted_out(
        pair: tuple[str, Iterable[tuple[int, Any]]],
    ) -> tuple[str, tuple[list[Any], ...]]:
        found: tuple[list[Any], ...] = tuple([] for _ in range(count))
        for number, value in pair[1]:
            found[number].append(value)
        return pair[0], found

    return together.groupByKey(partitions, _place).map(sorted_out)


def kept(data: RDD[Value]) -> RDD[Value]:
    """The data on the disks of the executors; what is lost with one of them is made again."""
    from pyspark import StorageLevel

    return data.persist(StorageLevel.DISK_ONLY)


def _tagging(number: int) -> Any:  # noqa: ANN401 - a function for Spark
    return lambda pair: (pair[0], (number, pair[1]))


def _place(key: str) -> int:
    """By what a key finds its partition."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))
