"""Settings of a run: the command line's options over ``ZJKG_*`` variables over defaults."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from zjkg.errors import Bilingual, SettingsError

DEFAULT_BASE = "https://zjkg.example/"
DEFAULT_STORE = "store"
DEFAULT_ZONE = "Asia/Shanghai"
SHANGHAI = ZoneInfo(DEFAULT_ZONE)
# ``ZoneInfo`` looks for a package of that name: each dot of a longer one is a level of recursion.
_ZONE_NAME = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a run reads and writes, and what it assumes.

    ``base`` is the start of every IRI that zjkg makes for data. ``zone`` is the time zone in which
    去年 or 昨天 are read. ``seeds`` holds ``authority.ttl`` and ``judgements.csv``.
    """

    store: Path = Path(DEFAULT_STORE)
    base: str = DEFAULT_BASE
    zone: ZoneInfo = SHANGHAI
    seeds: Path | None = None

    @classmethod
    def from_environment(cls, *, store: Path | None = None, seeds: Path | None = None) -> Settings:
        """Settings from ``ZJKG_STORE``, ``ZJKG_BASE``, ``ZJKG_ZONE``, ``ZJKG_SEEDS``.

        A variable that is set to nothing counts as not set.

        Raises:
            SettingsError: where a variable cannot be used.
        """
        seeds_variable = os.environ.get("ZJKG_SEEDS")
        return cls(
            store=store or Path(os.environ.get("ZJKG_STORE") or DEFAULT_STORE),
            base=_base(os.environ.get("ZJKG_BASE") or DEFAULT_BASE),
            zone=_zone(os.environ.get("ZJKG_ZONE") or DEFAULT_ZONE),
            seeds=seeds or (_folder(seeds_variable) if seeds_variable else None),
        )


def _base(written: str) -> str:
    """The start of IRIs; without a mark at its end, names would run together with the host."""
    try:
        parts = urlsplit(written)
        absolute = parts.scheme in {"http", "https"} and parts.hostname is not None
    except ValueError:
        absolute = False
    if absolute and written.endswith(("/", "#")) and not _NOT_IN_IRIS.search(written):
        return written
    raise _unusable(
        "ZJKG_BASE",
        written,
        Bilingual(
            f"an http or https IRI ending in / or #, such as {DEFAULT_BASE}",
            f"以 / 或 # 结尾的 http 或 https IRI，例如 {DEFAULT_BASE}",
        ),
    )


def _zone(written: str) -> ZoneInfo:
    expected = Bilingual(
        f"the name of a time zone, such as {DEFAULT_ZONE}", f"时区名称，例如 {DEFAULT_ZONE}"
    )
    if _ZONE_NAME.fullmatch(written) is None:
        raise _unusable("ZJKG_ZONE", written, expected)
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _unusable("ZJKG_ZONE", written, expected) from error


def _folder(written: str) -> Path:
    folder = Path(written)
    try:
        is_folder = folder.is_dir()
    except (OSError, ValueError):  # a name that is too long, a folder that may not be entered
        is_folder = False
    if not is_folder:
        expected = Bilingual(
            "a folder that holds authority.ttl, judgements.csv or neither",
            "存放 authority.ttl、judgements.csv 的文件夹（文件可缺）",
        )
        raise _unusable("ZJKG_SEEDS", written, expected)
    return folder


def _unusable(variable: str, written: str, expected: Bilingual) -> SettingsError:
    return SettingsError(
        Bilingual(
            f"the environment variable {variable} is unusable", f"环境变量 {variable} 无法使用"
        ),
        where=f"{variable}={written}",
        expected=expected,
        next_step=Bilingual("correct the variable or unset it", "更正或取消该变量"),
    )


def seeds_folder(settings: Settings) -> Path:
    """The folder of what a person supplies: the one that was named, else the one at hand."""
    return settings.seeds or resource("seeds")


def is_packaged(path: Path) -> bool:
    """Whether a file belongs to the installed package, where nobody's own work should lie."""
    return Path(__file__).parent in path.parents


def resource(name: str) -> Path:
    """The folder ``ontology``, ``queries`` or ``seeds``: inside the wheel, or of the checkout."""
    packaged = Path(__file__).parent / "data" / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name


def page_file(name: str) -> Path:
    """A file of the pages: a style, the icon, or a script that was built (``built/``)."""
    return Path(__file__).parent / "server" / "static" / name
