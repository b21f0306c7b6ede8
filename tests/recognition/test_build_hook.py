"""The hook that puts the converted model into the wheel."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
pytest.importorskip("hatchling")


@pytest.fixture(scope="module")
def hook_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(module: ModuleType, root: Path, target: str) -> list[str]:
    hook = module.ModelAndPagesHook(str(root), {}, None, None, "", target)
    build_data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", build_data)
    return list(build_data["artifacts"])


def test_other_targets_carry_no_model(hook_module: ModuleType) -> None:
    assert _run(hook_module, ROOT, "sdist") == []


def test_current_model_is_used_without_fetching(
    hook_module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_converter: ModuleType) -> bytes:
        raise AssertionError("fetched although a current result is there")

    monkeypatch.setattr(hook_module, "_fetch", refuse)
    artifacts = _run(hook_module, ROOT, "wheel")
    assert "src/zjkg/recognition/models/names.onnx" in artifacts
    assert "src/zjkg/recognition/models/NOTICE" in artifacts
    assert all((ROOT / name).is_file() for name in artifacts)


def test_missing_model_is_fetched_once_and_checked(
    hook_module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "src/zjkg/recognition/tagger/convert.py"
    (tmp_path / source).parent.mkdir(parents=True)
    (tmp_path / source).write_bytes((ROOT / source).read_bytes())
    monkeypatch.setattr(hook_module, "_fetch", lambda _converter: b"something else")
    with pytest.raises(Exception, match="sha256"):
        _run(hook_module, tmp_path, "wheel")
    assert not (tmp_path / "src/zjkg/recognition/models/names.onnx").exists()
