"""Every input of the fuzzing corpora runs through its target, those that once found a fault too."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INPUTS = sorted(path for path in (ROOT / "fuzz/corpus").rglob("*") if path.is_file())


@pytest.mark.timeout(60)
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_it_is_read_or_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    target = importlib.import_module("fuzz.targets").target
    target(path.parent.name)(path.read_bytes())


def test_every_target_has_a_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    targets = importlib.import_module("fuzz.targets").TARGETS
    assert {path.parent.name for path in INPUTS} == set(targets)
    assert sys.modules["fuzz"].__file__ == str(ROOT / "fuzz/__init__.py")
