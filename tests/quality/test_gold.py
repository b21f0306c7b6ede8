from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zjkg.errors import SettingsError
from zjkg.quality import load_gold, load_set
from zjkg.settings import Settings

_GOLD: dict[str, Any] = {
    "source": "lanwan",
    "language": "zh-Hans",
    "published": None,
    "entities": [{"name": "陆知远", "type": "Person", "aliases": []}],
    "roles": [{"person": "陆知远", "organization": None, "post": "记者"}],
    "quantities": [],
    "relations": [],
    "quotations": [],
}


def _written(folder: Path, content: str) -> Path:
    file = folder / "lanwan.json"
    file.write_text(content, "utf-8")
    return file


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    gold = load_gold(_written(tmp_path, json.dumps(_GOLD)))

    assert gold.roles[0].post == "记者"
    assert gold.entities[0].names == ("陆知远",)


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"entities": [{"name": "甲", "type": "Firm"}]}, "$.entities[0].type", "Firm"),
        ({"roles": [{"person": "陆知远", "post": "记者"}]}, "$.roles[0]", "organization"),
        ({"roles": "none"}, "$.roles", "str"),
        ({"colour": "blue"}, "lanwan.json", "colour"),
        ({"source": "other"}, "$.source", "other"),
        ({"language": "zh"}, "$.language", "zh"),
        (
            {"quotations": [{"speaker": "周也", "text": "好"}]},
            "$.quotations[0].speaker",
            "周也",
        ),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, Any], place: str, said: str
) -> None:
    file = _written(tmp_path, json.dumps(_GOLD | change))

    with pytest.raises(SettingsError) as refusal:
        load_gold(file)

    problem = refusal.value.problem
    assert str(file) in problem.where
    assert place in problem.where
    assert said in problem.what.en
    assert said in problem.what.zh
    assert problem.expected.en


def test_a_value_outside_of_a_closed_list_is_told_the_list(tmp_path: Path) -> None:
    firm = {"entities": [{"name": "甲", "type": "Firm"}]}

    with pytest.raises(SettingsError) as refusal:
        load_gold(_written(tmp_path, json.dumps(_GOLD | firm)))

    assert "Organization, Person, Park" in refusal.value.problem.expected.en


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="byte 1"):
        load_gold(_written(tmp_path, "{,"))


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "gold" / "written"
    folder.mkdir(parents=True)
    _written(folder, json.dumps(_GOLD))

    with pytest.raises(SettingsError, match="text of the annotated article is missing"):
        load_set("written", Settings(seeds=tmp_path))


def test_an_empty_set_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no gold annotation"):
        load_set("held", Settings(seeds=tmp_path))
