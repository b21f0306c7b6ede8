"""Calls of tools: checked, within a time, few at once, and every failure in one shape."""

from __future__ import annotations

import difflib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import msgspec

from zjkg.agents.arguments import language, read_arguments
from zjkg.agents.calls import Call, Tool, ToolCall
from zjkg.agents.facts import text_of
from zjkg.agents.rows import QueryEndedError
from zjkg.agents.sources import Source
from zjkg.agents.tools import TOOLS
from zjkg.errors import Bilingual, MessageLanguage, Problem, QueryError, ZjkgError
from zjkg.printable import printable
from zjkg.server.messages import Cut, broken, busy, limited

_AT_ONCE = 4
_AT_MOST = 8  # with those that go on after their time
# What a store that was moved or damaged under the engine may raise.
_OF_THE_ENGINE = (OSError, RuntimeError, SyntaxError, ValueError)
_Result = TypeVar("_Result")
_GRACE_SECONDS = 2.0  # a query that a worker ends in time still has to be written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call gives: a record, or a problem; and the same as short text."""

    text: str
    content: dict[str, Any]
    failed: bool


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The tools over one graph; ``characters`` bounds an answer."""

    source: Source
    characters: int
    lang: MessageLanguage
    tools: Mapping[str, Tool] = field(init=False)
    _turns: anyio.CapacityLimiter = field(init=False)
    _places: threading.BoundedSemaphore = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tools", {tool.name: tool for tool in TOOLS})
        object.__setattr__(self, "_turns", anyio.CapacityLimiter(_AT_ONCE))
        object.__setattr__(self, "_places", threading.BoundedSemaphore(_AT_MOST))

    async def call(self, name: str, given: dict[str, Any]) -> Outcome:
        """The answer of a tool, or what was wrong; ends in time in any case."""
        tool = self.tools.get(name)
        try:
            if tool is not None:  # to start is not the time of the call
                await anyio.to_thread.run_sync(self.source.start, abandon_on_cancel=True)
            return await self.within(lambda: self._worked(tool, name, given))
        except ZjkgError as error:
            return self._problem(error.problem, given)

    async def within(self, work: Callable[[], _Result]) -> _Result:
        """The result of work in a thread, when it is its turn, if it ends in time.

        What does not end in time goes on in its thread and keeps a place until it is done.

        Raises:
            QueryEndedError: if all places are taken, or the time is over.
        """
        seconds = self.source.limits.seconds + _GRACE_SECONDS
        async with self._turns:
            try:
                with anyio.fail_after(seconds):
                    return await anyio.to_thread.run_sync(
                        partial(self._in_place, work),
                        abandon_on_cancel=True,
                        limiter=anyio.CapacityLimiter(1),  # the turns are counted here
                    )
            except TimeoutError as error:
                problem = limited(Cut.TIME, seconds, 0).problem
                raise QueryEndedError(_problem_of(problem)) from error

    def _in_place(self, work: Callable[[], _Result]) -> _Result:
        if not self._places.acquire(blocking=False):
            raise QueryEndedError(_problem_of(busy().problem))
        try:
            return work()
        finally:
            self._places.release()

    def _worked(self, tool: Tool | None, name: str, given: dict[str, Any]) -> Outcome:
        """The answer of a worker, which can be ended; queries are asked of workers by the tool."""
        if tool is None or tool.asks_queries:
            return self.answer(name, given)
        with self.source.reading() as reading:
            state = reading.state
        try:
            call = msgspec.json.encode(ToolCall(name, given, state, self.characters, self.lang))
            answered = self.source.work(call.decode())
        except UnicodeEncodeError:  # half characters: the tool tells what is wrong with them
            answered = None
        if answered is None:
            return self.answer(name, given)
        if answered.problem is not None:
            return self._problem(answered.problem, given)
        return msgspec.json.decode(answered.body, type=Outcome)

    def answer(self, name: str, given: dict[str, Any]) -> Outcome:
        """The same, without a limit of time outside of queries."""
        try:
            return self._answered(self._tool(name), given)
        except ZjkgError as error:
            return self._problem(error.problem, given)
        except _OF_THE_ENGINE as error:
            return self._problem(_problem_of(broken().problem, str(error)), given)

    def _answered(self, tool: Tool, given: dict[str, Any]) -> Outcome:
        arguments = read_arguments(tool.name, given, tool.arguments)
        lang = language(arguments, self.lang)
        with self.source.reading() as reading:
            record = tool.run(Call(tool.name, arguments, reading, lang, self.characters))
        content = msgspec.to_builtins(record)
        text = text_of(tool.lines(record, lang), self.characters, lang)
        return Outcome(text, content, failed=False)

    def _tool(self, name: str) -> Tool:
        if name in self.tools:
            return self.tools[name]
        close = difflib.get_close_matches(name[:100], self.tools, n=1)
        names = ", ".join(self.tools)
        raise QueryError(
            Bilingual(f"there is no tool {name[:100]!r}", f"没有名为“{name[:100]}”的工具"),
            where="tools/call",
            expected=Bilingual(f"one of {names}", f"以下之一：{names}"),
            next_step=Bilingual(
                f"did you mean {close[0]}?" if close else "list the tools",
                f"是否想用 {close[0]}？" if close else "请列出工具",
            ),
        )

    def _problem(self, problem: Problem, given: Mapping[str, Any]) -> Outcome:
        """A problem in its one shape, as text in the language asked for and as a record in both."""
        lang: MessageLanguage = {"zh": "zh", "en": "en"}.get(str(given.get("lang")), self.lang)  # type: ignore[assignment]
        text = printable(problem.text(lang))
        short = text if len(text) <= self.characters else f"{text[: self.characters]}…"
        content = {"error": msgspec.to_builtins(problem)} if short == text else {}
        return Outcome(short, content, failed=True)


def _problem_of(problem: Problem | None, said: str = "") -> Problem:
    """A problem of the endpoint, with what the engine said."""
    if problem is None:
        raise TypeError("an answer without a problem")
    if not said:
        return problem
    what = Bilingual(f"{problem.what.en}: {said}", f"{problem.what.zh}：{said}")
    return Problem(what, problem.where, problem.expected, problem.next_step)
