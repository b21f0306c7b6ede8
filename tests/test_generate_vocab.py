from __future__ import annotations

from pathlib import Path

import pytest

from zjkg import generate_vocab
from zjkg.settings import resource


def test_the_vocabulary_is_not_stale() -> None:
    assert generate_vocab.main(["--check"]) == 0


def test_a_new_term_makes_it_stale_until_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ontology = tmp_path / "ontology"
    ontology.mkdir()
    source = (resource("ontology") / "zjkg.ttl").read_text(encoding="utf-8")
    added = "zj:orbit a owl:ObjectProperty ; rdfs:isDefinedBy <https://zjkg.example/ontology> .\n"
    (ontology / "zjkg.ttl").write_text(source + added, encoding="utf-8")
    target = tmp_path / "vocab.py"
    target.write_text("", encoding="utf-8")
    monkeypatch.setattr(generate_vocab, "resource", lambda _: ontology)
    monkeypatch.setattr(generate_vocab, "_TARGET", target)
    assert generate_vocab.main(["--check"]) == 1
    assert "已过期" in capsys.readouterr().err
    assert generate_vocab.main([]) == 0
    assert "orbit: Final" in target.read_text(encoding="utf-8")
    assert generate_vocab.main(["--check"]) == 0
