"""Recognition rests on language, not on a list of known names."""

from __future__ import annotations

import shutil
from pathlib import Path

from zjkg.quality import SETS, TOTAL, Measured, measure
from zjkg.settings import Settings

LARGEST_LOSS = {"five": 0.05, "written": 0.01, "held": 0.01}


def test_taking_every_known_name_away_hardly_matters(
    measured: list[Measured], seeds: Path, tmp_path: Path
) -> None:
    for folder in ("articles", "gold"):
        shutil.copytree(seeds / folder, tmp_path / folder)
    bare = measure(SETS, Settings(seeds=tmp_path))
    for known, unknown in zip(measured, bare, strict=True):
        loss = (
            known.by_language()[TOTAL]["entities"].f1 - unknown.by_language()[TOTAL]["entities"].f1
        )
        assert loss < LARGEST_LOSS[known.set], f"{known.set} loses {loss:.3f}"
