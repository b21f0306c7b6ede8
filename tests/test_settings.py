from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.settings import DEFAULT_BASE, Settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ZJKG_BASE", "no-scheme/"),
        ("ZJKG_BASE", "https://example.org"),
        ("ZJKG_BASE", "https://example.org/a b/"),
        ("ZJKG_BASE", "https:///"),
        ("ZJKG_BASE", "https://[x/"),
        ("ZJKG_ZONE", "Mars/Base"),
        ("ZJKG_ZONE", "../../etc/passwd"),
        ("ZJKG_SEEDS", "/there/is/no/such/folder"),
    ],
)
def test_an_unusable_variable_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as error:
        Settings.from_environment()
    assert error.value.problem.where == f"{variable}={value}"


def test_nothing_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("ZJKG_STORE", "ZJKG_BASE", "ZJKG_ZONE", "ZJKG_SEEDS"):
        monkeypatch.setenv(variable, "")
    assert Settings.from_environment() == Settings()


def test_usable_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZJKG_BASE", "http://localhost:8000/数据#")
    monkeypatch.setenv("ZJKG_SEEDS", str(tmp_path))
    found = Settings.from_environment()
    assert (found.base, found.seeds) == ("http://localhost:8000/数据#", tmp_path)
    assert found.base != DEFAULT_BASE
