from pathlib import Path

import pytest

from zjkg.errors import ZjkgError
from zjkg.recognition.tagger.bilstm import BilstmTagger


def _named(tagger: BilstmTagger, sentence: str) -> set[tuple[str, str]]:
    return {(sentence[start:end], kind) for start, end, kind in tagger.tag([sentence])[0]}


def test_finds_names_posts_and_times() -> None:
    found = _named(BilstmTagger(), "2021年，苏州大学附属第一医院院长李明华来到苏州工业园区。")
    assert ("李明华", "person") in found
    assert ("院长", "job") in found
    assert ("苏州工业园区", "location") in found
    assert ("苏州大学附属第一医院", "org") in found


def test_batch_changes_nothing() -> None:
    tagger = BilstmTagger()
    sentences = ["武汉光谷集聚了企业。", "李明华表示欢迎。", "广州开发区成立于1984年。", ""]
    assert tagger.tag(sentences * 30) == [tagger.tag([s])[0] for s in sentences] * 30


def test_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ZjkgError) as caught:
        BilstmTagger(tmp_path)
    problem = caught.value.problem
    assert problem.where == str(tmp_path)
    assert "pip install" in problem.next_step.en
    assert "pip install" in problem.next_step.zh
