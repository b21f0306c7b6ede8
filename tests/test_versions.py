from __future__ import annotations

from pathlib import Path

import pytest

from zjkg import versions
from zjkg.settings import Settings


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree of which the versions are made."""
    (tmp_path / "recognition/models").mkdir(parents=True)
    (tmp_path / "recognition/models/names.onnx").write_bytes(b"weights")
    (tmp_path / "pipeline.py").write_text("order = 1")
    monkeypatch.setattr(versions, "_CODE", tmp_path)
    monkeypatch.setattr(versions, "_EXTRACTION", ("recognition", "pipeline.py"))
    return tmp_path


@pytest.mark.parametrize("name", ["recognition/models/names.onnx", "pipeline.py"])
def test_a_changed_model_or_rule_is_another_version(code: Path, name: str) -> None:
    before = versions.extraction_version(Settings()), versions.graph_version(Settings())
    (code / name).write_bytes(b"other")
    after = versions.extraction_version(Settings()), versions.graph_version(Settings())
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_what_python_caches_is_no_rule(code: Path) -> None:
    before = versions.extraction_version(Settings())
    (code / "recognition/__pycache__").mkdir()
    (code / "recognition/__pycache__/x.pyc").write_bytes(b"compiled")
    assert versions.extraction_version(Settings()) == before
