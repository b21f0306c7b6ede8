"""The one error root, and messages that exist in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MessageLanguage = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A message in both languages of the program; written together so that neither goes stale."""

    en: str
    zh: str

    def pick(self, lang: MessageLanguage) -> str:
        """The message in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """What every error says: what is wrong, where, what was expected, what to do next."""

    what: Bilingual
    where: str
    expected: Bilingual
    next_step: Bilingual

    def text(self, lang: MessageLanguage) -> str:
        """The problem as the one shape in which errors are printed."""
        words = (
            ("错误", "位置", "预期", "下一步")
            if lang == "zh"
            else ("error", "at", "expected", "do")
        )
        parts = (
            self.what.pick(lang),
            self.where,
            self.expected.pick(lang),
            self.next_step.pick(lang),
        )
        return "\n".join(
            f"{word}{'：' if lang == 'zh' else ': '}{part}"
            for word, part in zip(words, parts, strict=True)
            if part
        )


class ZjkgError(Exception):
    """Root of every error that zjkg raises on purpose."""

    def __init__(
        self,
        what: Bilingual,
        *,
        where: str = "",
        expected: Bilingual | None = None,
        next_step: Bilingual | None = None,
    ) -> None:
        nothing = Bilingual("", "")
        self.problem = Problem(what, where, expected or nothing, next_step or nothing)
        super().__init__(self.problem.text("en"))

    def __reduce__(self) -> tuple[object, ...]:
        """An error of a worker process arrives whole; by default only its text would be sent."""
        return _revived, (type(self), self.args), self.__dict__


def _revived(kind: type[ZjkgError], texts: tuple[str, ...]) -> ZjkgError:
    error = kind.__new__(kind)
    error.args = texts
    return error


class ReadingError(ZjkgError):
    """An article cannot be read; the other articles go on."""


class ExtractionError(ZjkgError):
    """The extraction of articles ended before it was done."""


class GroundingError(ZjkgError):
    """A quote does not stand at its offsets; the claim must not enter the graph."""


class SettingsError(ZjkgError):
    """An option, an environment variable or a person's file is not usable."""


class StoreError(ZjkgError):
    """The store cannot be opened, is of another format, or is in use."""


class IndexMovedOnError(StoreError):
    """The index beside a store does not answer for the state that is read; the store still does."""


class QueryError(ZjkgError):
    """A query is unknown, malformed, lacks a parameter or is not allowed."""


class ExportError(ZjkgError):
    """An export cannot be written."""
