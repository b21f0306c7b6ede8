from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from zjkg import extraction
from zjkg.errors import ExtractionError, SettingsError
from zjkg.reading import read_bytes
from zjkg.settings import SHANGHAI, Settings

# Stands for a worker that the system ends, as it does where memory runs out.
ENDED = "import os, signal\n\ndef work(*_, **__):\n    os.kill(os.getpid(), signal.SIGKILL)\n"


def test_a_worker_that_is_ended_gives_a_clear_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ended_worker.py").write_text(ENDED)
    monkeypatch.syspath_prepend(tmp_path)  # workers find the module on the same path
    monkeypatch.setattr(extraction, "_work", importlib.import_module("ended_worker").work)
    body = "滨江生物园现有企业120家。".encode()
    articles = [read_bytes(f"{n}.txt", body, zone=SHANGHAI) for n in range(17)]
    with pytest.raises(ExtractionError, match="worker process"):
        list(extraction.extract_all(articles, Settings(), jobs=2, progress=lambda _: None))


# Stands for a fault in a person's file, which a worker is the first to read.
REFUSING = """
from zjkg.errors import Bilingual, SettingsError

def work(*_, **__):
    raise SettingsError(Bilingual("nope", "不行"), where="judgements.csv, row 2")
"""


def test_an_error_of_a_worker_arrives_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "refusing_worker.py").write_text(REFUSING)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(extraction, "_work", importlib.import_module("refusing_worker").work)
    articles = [read_bytes(f"{n}.txt", "滨江园。".encode(), zone=SHANGHAI) for n in range(17)]
    with pytest.raises(SettingsError) as caught:
        list(extraction.extract_all(articles, Settings(), jobs=2, progress=lambda _: None))
    assert caught.value.problem.where == "judgements.csv, row 2"
    assert caught.value.problem.what.zh == "不行"


def test_workers_change_nothing() -> None:
    dated = "---\ntitle: 滨江园\ndate: 2024-03-05T08:00:00+08:00\n---\n滨江生物园现有企业120家。"
    articles = [read_bytes(f"{n}.txt", dated.encode(), zone=SHANGHAI) for n in range(17)]
    kept = []
    for jobs in (1, 2):
        found = extraction.extract_all(articles, Settings(), jobs=jobs, progress=lambda _: None)
        records = sorted(found, key=lambda record: record.article.source)
        kept.append([msgspec.json.encode(record) for record in records])
    assert kept[0] == kept[1]
    assert b"2024-03-05T08:00:00+08:00" in kept[1][0]


def test_ctrl_c_ends_a_build_with_a_word(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text("滨江生物园现有企业120家。" * 50, "utf-8")
    command = ["build", str(tmp_path), "--store", str(tmp_path / "store"), "--jobs", "2"]
    with subprocess.Popen(
        [sys.executable, "-m", "zjkg", *command], stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while not (tmp_path / "store/state.json").exists():
            time.sleep(0.05)
        time.sleep(1)  # the workers have started, and have far to go
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert errors.decode().strip().endswith("the same command does the rest")
