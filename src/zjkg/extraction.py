"""Runs the first half of the pipeline over many articles, in this process or in worker processes.

Workers change how long it takes and nothing else: each article's record is made alone.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

import msgspec

from zjkg.errors import Bilingual, ExtractionError
from zjkg.interrupts import interrupts_ignored
from zjkg.model import Article, ArticleRecord, LanguageTag
from zjkg.pipeline import Knowledge, extract
from zjkg.settings import Settings

if TYPE_CHECKING:
    from zjkg.recognition import Recognizer

BATCH = 16  # articles that a worker gets at once: enough to fill the taggers' batches
Progress = Callable[[int], None]


def extract_all(
    articles: Sequence[Article], settings: Settings, *, jobs: int, progress: Progress
) -> Iterator[ArticleRecord]:
    """The record of each article, as it is ready; ``progress`` is told how many are done.

    English articles form batches of their own, so that only the workers that get one load the
    English model.

    Raises:
        ExtractionError: where a worker process was ended from outside.
    """
    batches = list(_batches(articles))
    if jobs <= 1 or len(batches) <= 1:
        for batch in batches:
            yield from _extract_batch(batch, settings)
            progress(len(batch))
        return
    with ProcessPoolExecutor(
        min(jobs, len(batches)), mp_context=get_context("spawn"), initializer=_end_with_parent
    ) as pool:
        with interrupts_ignored():  # the workers start here
            pending = {pool.submit(_work, batch, settings): len(batch) for batch in batches}
        try:
            for done in as_completed(pending):
                yield from _records(done)
                progress(pending[done])
        finally:  # whoever stops early does not wait for the batches that have not begun
            pool.shutdown(wait=False, cancel_futures=True)


def _records(done: Future[bytes]) -> list[ArticleRecord]:
    try:
        return msgspec.json.decode(done.result(), type=list[ArticleRecord])
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


def _batches(articles: Sequence[Article]) -> Iterator[tuple[Article, ...]]:
    english = [article for article in articles if article.language is LanguageTag.EN]
    chinese = [article for article in articles if article.language is not LanguageTag.EN]
    for group in (english, chinese):
        for start in range(0, len(group), BATCH):
            yield tuple(group[start : start + BATCH])


@cache
def _recognizer(settings: Settings) -> Recognizer:
    """What is known already is read once per process, as the models are."""
    from zjkg.recognition import Recognizer

    return Recognizer(Knowledge.load(settings).gazetteer())


def _extract_batch(batch: tuple[Article, ...], settings: Settings) -> list[ArticleRecord]:
    return extract(batch, _recognizer(settings), settings)


def _work(batch: tuple[Article, ...], settings: Settings) -> bytes:
    """Runs in a worker process; records travel as they are kept, with the zones of their times."""
    return msgspec.json.encode(_extract_batch(batch, settings))
