from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.quality import SETS, Measured, measure
from zjkg.settings import Settings


@pytest.fixture(scope="session")
def seeds() -> Path:
    return Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def measured(seeds: Path) -> list[Measured]:
    """One extraction of all gold articles, shared by the tests."""
    return measure(SETS, Settings(seeds=seeds))
