"""The five articles: what a careful reader finds in each, and how much of it is found."""

from itertools import pairwise

import pytest

from zjkg.model import Article, Recognition
from zjkg.recognition import Recognizer

EXPECTED = {
    "000": """
Event: 2021上海国际生物医药产业周 首届张江生命科学国际创新峰会
Index: 张江生物医药创新指数
Organization: 上海市科学学研究所 总台央视
Park: 上海国际医学园区 张江基因岛 张江细胞产业园 张江细胞和基因产业园
Person: 石谦 梁志玮 李墨轩
Place: 张江
""",
    "001": """
Event: 首届张江生命科学国际创新峰会
Index: 张江生物医药创新指数
Organization: 证券时报 上海科学学研究所 上海市科学学研究所 张江集团 AI新药研发联盟 AI新药联盟 美迪西
Organization: 中科院药物所 国家新药安评中心 张江药物实验室 蛋白质设施 JLABS@上海 罗氏中国加速器
Organization: 默克-张江AI医疗创新实验室 西门子医疗上海创新中心 红杉数字智能产业孵化中心
Organization: 微创奇迹点孵化器 纽福斯生物 再鼎医药 浦东科经委
Person: 石谦 陈春麟 陆英明 杜莹 徐欣
Place: 张江 浦东 上海 中国 大中华区
Product: 尼拉帕利 爱普盾 瑞派替尼
Project: AI智药生态计划
""",
    "002": """
Event: 2021上海國際生物醫藥產業周 首屆張江生命科學國際創新峰會
Index: 張江生物醫藥創新指數
Organization: 張江集團 上海市科學學研究所 上海科學學研究所 AI新藥研發聯盟 張江AI新藥研發聯盟
Organization: 中國科學院上海藥物研究所 浙江大學上海高等研究院 美迪西 英矽智能 上海翰森
Park: 細胞產業園 基因島 張江細胞產業園 張江基因島 上海國際醫學園區 張江藥谷 張江在線
Person: 王凱榮 陳凱先 蔣華良 饒子和 石謙 唐瑋婕
Place: 張江 上海
Project: AI(人工智能)智藥生態計劃
""",
    "004": """
Event: 2021上海国际生物医药产业周 首届张江生命科学国际创新峰会
Organization: 上海市生物医药产业发展领导小组
Organization: 证券时报 上海市生物医药产业发展领导小组办公室 上海张江（集团）有限公司 恒瑞 君实
Organization: 百济神州 因美纳 普洛麦格 之江生物 艾德生物 诺禾致源 硕世生物 燃石医学 恩华药业
Organization: 思路迪 锐翌生物 健耕医药
Park: 张江细胞和基因产业园 浦江基因未来谷 上海国际医学园区 张江基因岛 张江细胞产业园
Park: 细胞和基因产业园 张江创新药产业化基地 上海临港浦江国际科技城 国际生命健康城
Person: 张淑贤 王凯荣 邵俊斌
Place: 上海 张江 浦东 闵行
Policy: 关于促进本市生物医药产业高质量发展的若干意见
""",
}
ENGLISH = {
    ("Zhangjiang", "Place"),
    ("Shanghai", "Place"),
    ("US", "Place"),
    ("Li Qian", "Person"),
    ("Shi Qian", "Person"),
    ("Shi", "Person"),
    ("Shanghai Institute for Science of Science", "Organization"),
    ("Zhangjiang Biomedicine Innovation Index", "Index"),
    ("Zhangjiang Life Science International Innovation Summit", "Event"),
    ("International Biopharma Industry Week Shanghai 2022", "Event"),
}
RECALL = 1.0
PRECISION = 0.98


@pytest.fixture(scope="module")
def results(recognizer: Recognizer, seeds: dict[str, Article]) -> dict[str, Recognition]:
    return dict(zip(seeds, recognizer.recognize(list(seeds.values())), strict=True))


def _expected(source: str) -> set[tuple[str, str]]:
    if source == "003":
        return ENGLISH
    pairs = set()
    for line in EXPECTED[source].strip().splitlines():
        kind, names = line.split(": ")
        pairs |= {(name, kind) for name in names.split()}
    return pairs


def _found(result: Recognition, article: Article) -> set[tuple[str, str]]:
    return {(m.span.of(article.text), m.type.value) for m in result.mentions}


@pytest.mark.parametrize("source", ["000", "001", "002", "003", "004"])
def test_every_expected_name_is_found(
    source: str, results: dict[str, Recognition], seeds: dict[str, Article]
) -> None:
    assert _expected(source) - _found(results[source], seeds[source]) == set()


def test_recall_and_precision(results: dict[str, Recognition], seeds: dict[str, Article]) -> None:
    right = found = expected = 0
    for source, article in seeds.items():
        names, wanted = _found(results[source], article), _expected(source)
        right += len(names & wanted)
        found += len(names)
        expected += len(wanted)
    assert right / expected >= RECALL
    assert right / found >= PRECISION


@pytest.mark.parametrize("anchor", ["国际医学", "中国医药", "创新医疗", "上海临港"])
def test_linked_words_inside_other_names_are_no_names(
    anchor: str, results: dict[str, Recognition], seeds: dict[str, Article]
) -> None:
    assert any(anchor in article.text for article in seeds.values())
    for source, article in seeds.items():
        assert anchor not in {name for name, _ in _found(results[source], article)}


def test_mentions_are_sorted_and_apart_or_nested(results: dict[str, Recognition]) -> None:
    for result in results.values():
        spans = [mention.span for mention in result.mentions]
        assert spans == sorted(spans)
        assert all(a.end <= b.start or a.covers(b) or b.covers(a) for a, b in pairwise(spans))
        assert all(0 < mention.score <= 1 for mention in result.mentions)


def test_every_sentence_has_its_words(
    results: dict[str, Recognition], seeds: dict[str, Article]
) -> None:
    for source, article in seeds.items():
        tokens = results[source].tokens
        assert len(tokens) == len(article.sentences)
        for sentence, words in zip(article.sentences, tokens, strict=True):
            assert all(sentence.span.covers(word.span) for word in words)
            assert all(a.span.end <= b.span.start for a, b in pairwise(words))
