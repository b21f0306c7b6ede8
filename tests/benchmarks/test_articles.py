"""Made-up articles are the same for a seed, and their truth stands in their text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.synthetic.articles import articles

ROOT = Path(__file__).parents[2]


def test_fewer_articles_are_the_first_of_more(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.synthetic.articles", "--folder", str(tmp_path)]
    subprocess.run([*command, "--articles", "8", "--seed", "3"], check=True, cwd=ROOT)
    made = list(articles(20, seed=3))
    assert len({each.content for each in made}) > 15
    for each in made[:8]:
        assert (tmp_path / "articles" / f"{each.source}.txt").read_text("utf-8") == each.content
    lines = (tmp_path / "truth.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [each.truth for each in made[:8]]


def test_every_phenomenon_is_there_and_true() -> None:
    made = list(articles(120))
    languages = [each.truth["language"] for each in made]
    assert {"zh-Hans", "zh-Hant", "en"} == set(languages)
    assert any(each.truth["repeats"] for each in made)
    kinds: set[str] = set()
    wrong = 0
    for each in made:
        claims = each.truth["claims"]
        assert isinstance(claims, list)
        kinds |= {claim["kind"] for claim in claims}
        wrong += sum(claim.get("misprint", False) for claim in claims)
        for claim in claims:
            if claim["kind"] == "observation" and claim["unit"] == "%":
                assert str(claim["value"]) in each.content
            if claim["kind"] == "quotation" and each.truth["language"] != "zh-Hant":
                assert claim["text"] in each.content
    assert kinds == {"observation", "sum", "relation", "role", "quotation", "milestone"}
    assert 0 < wrong < 100
    assert 700 < sum(len(each.content) for each in made) / len(made) < 1500
