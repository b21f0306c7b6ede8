"""Settings of a run: the command line's options over ``ZJKG_*`` variables over defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

DEFAULT_BASE = "https://zjkg.example/"
DEFAULT_STORE = "store"
SHANGHAI = ZoneInfo("Asia/Shanghai")


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
        """Settings from ``ZJKG_STORE``, ``ZJKG_BASE``, ``ZJKG_ZONE``, ``ZJKG_SEEDS``."""
        seeds_variable = os.environ.get("ZJKG_SEEDS")
        return cls(
            store=store or Path(os.environ.get("ZJKG_STORE", DEFAULT_STORE)),
            base=os.environ.get("ZJKG_BASE", DEFAULT_BASE),
            zone=ZoneInfo(os.environ.get("ZJKG_ZONE", "Asia/Shanghai")),
            seeds=seeds or (Path(seeds_variable) if seeds_variable else None),
        )


def resource(name: str) -> Path:
    """The folder ``ontology``, ``queries`` or ``seeds``: inside the wheel, or of the checkout."""
    packaged = Path(__file__).parent / "data" / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name
