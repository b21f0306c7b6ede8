"""Runs the first half of the pipeline over many articles, in this process or in worker processes.

Workers change how long it takes and nothing else: each article's record is made alone.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, TypeVar

import msgspec

from zjkg.errors import Bilingual, ExtractionError
from zjkg.interrupts import interrupts_ignored
from zjkg.model import Article, ArticleRecord
from zjkg.pipeline import Knowledge, extract
from zjkg.settings import Settings

if TYPE_CHECKING:
    from zjkg.recognition import Recognizer

FEW = 16
"""For so many articles no other process is started: they are done before it is ready."""
BATCH = 32
"""How many articles a worker gets at once: enough to fill the taggers' batches."""
_SMALLEST = 4
_WAITING = 2
"""How many batches wait for each worker while it has one; memory does not grow beyond them."""
Progress = Callable[[int], None]
Item = TypeVar("Item")
Made = TypeVar("Made")


def extract_all(
    articles: Sequence[Article], settings: Settings, *, jobs: int, progress: Progress
) -> Iterator[ArticleRecord]:
    """The record of each article, as it is ready; ``progress`` is told how many are done.

    Raises:
        ExtractionError: where a worker process was ended from outside.
    """
    if jobs <= 1 or len(articles) <= FEW:
        for batch in batches(articles):
            yield from extract_batch(batch, settings)
            progress(len(batch))
        return
    work = partial(_work, settings=settings)
    for done in spread(work, articles, len(articles), jobs):
        records = msgspec.json.decode(done, type=list[ArticleRecord])
        yield from records
        progress(len(records))


def extract_batch(batch: Sequence[Article], settings: Settings) -> list[ArticleRecord]:
    """The records of some articles, made in this process."""
    return extract(batch, _recognizer(settings), settings)


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[tuple[Item, ...]]:
    """The items in batches, taken up one batch at a time."""
    left = iter(items)
    return iter(lambda: tuple(islice(left, size)), ())


def spread(
    work: Callable[[tuple[Item, ...]], Made], items: Iterable[Item], number: int, jobs: int
) -> Iterator[Made]:
    """What worker processes make of batches of the items, as it is ready.

    Args:
        work: Runs in the workers, which have to find it by its name.
        items: Taken up as workers come to them.
        number: How many items there are.
        jobs: How many workers there may be.

    Raises:
        ExtractionError: where a worker process was ended from outside.
    """
    jobs = min(jobs, -(-number // FEW))
    left = batches(items, min(BATCH, max(_SMALLEST, number // (jobs * 4))))
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_end_with_parent
    ) as pool:
        with interrupts_ignored():  # the workers start here
            pending = {pool.submit(work, batch) for batch in islice(left, jobs)}
        try:
            while pending:
                ahead = islice(left, max(jobs * (1 + _WAITING) - len(pending), 0))
                pending |= {pool.submit(work, batch) for batch in ahead}
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from map(_result, done)
        finally:  # whoever stops early does not wait for the batches that have not begun
            pool.shutdown(wait=False, cancel_futures=True)


def _result(done: Future[Made]) -> Made:
    try:
        return done.result()
    except BrokenProcessPool as error:
        raise ExtractionError(
            Bilingual("a worker process was ended from outside", "有工作进程被外部终止"),
            where="--jobs",
            expected=Bilingual("enough memory for each worker", "每个工作进程都有足够内存"),
            next_step=Bilingual("try again with fewer --jobs", "请减少 --jobs 后重试"),
        ) from error


def _end_with_parent() -> None:
    """Runs in a worker process: it must not outlive a build that was killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)  # nobody is left to take the work


@cache
def _recognizer(settings: Settings) -> Recognizer:
    """What is known already is read once per process, as the models are."""
    from zjkg.recognition import Recognizer

    return Recognizer(Knowledge.load(settings).gazetteer())


def _work(batch: tuple[Article, ...], settings: Settings) -> bytes:
    """Runs in a worker process; records travel as they are kept, with the zones of their times."""
    return msgspec.json.encode(extract_batch(batch, settings))
