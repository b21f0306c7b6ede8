"""What the server and its workers say to each other."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from zjkg.errors import Bilingual, Problem
from zjkg.pages import PageRequest


class Task(StrEnum):
    """What a worker is asked for; OTHER is what the pool was given to do beside the rest."""

    QUERY = "query"
    SERVICE_DESCRIPTION = "service-description"
    ADVICE = "advice"
    VOID = "void"
    VOID_WITHOUT_COUNTS = "void-without-counts"
    PAGE = "page"
    OTHER = "other"


class Outcome(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    MALFORMED = "malformed"
    REFUSED = "refused"
    NOT_ACCEPTABLE = "not-acceptable"
    MISSING = "missing"
    LIMITED = "limited"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"


class Cut(StrEnum):
    """Which limit ended a query or shortened its answer.

    PORTIONS: the query itself is about some portions of a large store only.
    """

    TIME = "time"
    MEMORY = "memory"
    ROWS = "rows"
    SIZE = "size"
    PORTIONS = "portions"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A request to a worker.

    ``table_type`` and ``graph_type`` are the media types in which a table (or a boolean) and
    triples are wanted; None where the client takes none. ``base`` is the address of the endpoint.
    ``page`` is the page that the task is for.
    """

    task: Task = Task.QUERY
    query: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    table_type: str | None = None
    graph_type: str | None = None
    base: str = ""
    seconds: float = 10.0
    rows: int = 100_000
    size: int = 64 << 20
    page: PageRequest | None = None


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker gives back: a body, or a problem. ``rows`` counts what the body holds.

    ``advice`` names the terms of the query that are unknown, and those that may be meant.
    """

    outcome: Outcome
    body: bytes = b""
    media_type: str = ""
    rows: int = 0
    cut: Cut | None = None
    advice: tuple[str, ...] = ()
    problem: Problem | None = None


def limited(cut: Cut, seconds: float, memory: int) -> Answered:
    """The answer to a query that a limit of time or memory ended before it gave anything."""
    limit = (
        Bilingual(f"{memory >> 20} MiB of memory", f"{memory >> 20} MiB 内存")
        if cut is Cut.MEMORY
        else Bilingual(f"{seconds:g} seconds", f"{seconds:g} 秒")
    )
    problem = Problem(
        Bilingual(
            f"the query was stopped: it needs more than {limit.en}",
            f"查询已停止：超出上限 {limit.zh}",
        ),
        "query",
        Bilingual(f"an answer within {limit.en}", f"在 {limit.zh} 之内完成的查询"),
        Bilingual(
            "ask for less: name a subject or a type, join fewer patterns, add LIMIT",
            "缩小查询：指定主语或类型，减少连接的模式，加上 LIMIT",
        ),
    )
    return Answered(outcome=Outcome.LIMITED, problem=problem, cut=cut)


def busy() -> Answered:
    """The answer where all places are taken."""
    problem = Problem(
        Bilingual("too many long queries are running", "正在运行的长查询过多"),
        "query",
        Bilingual("a free place", "空闲的位置"),
        Bilingual("try again in some seconds", "请几秒后重试"),
    )
    return Answered(outcome=Outcome.BUSY, problem=problem)


def broken() -> Answered:
    """The answer where the store is gone or cannot be read."""
    problem = Problem(
        Bilingual("the store is gone or cannot be read", "图库已不存在或无法读取"),
        "store",
        Bilingual(
            "the store folder that the server was started with", "服务器启动时所用的图库文件夹"
        ),
        Bilingual(
            "put the folder back, or run zjkg build or zjkg restore on the server: it answers "
            "again without a restart; zjkg info tells more",
            "请在服务器上恢复该文件夹，或运行 zjkg build 或 zjkg restore，无需重启；"
            "详情可用 zjkg info 查看",
        ),
    )
    return Answered(outcome=Outcome.UNAVAILABLE, problem=problem)
