"""Whose value it is, in Chinese stories of a few sentences of our own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from zjkg.claims.observations.chinese.candidates import Candidate
from zjkg.claims.observations.chinese.subjects import ChineseSubjects
from zjkg.claims.observations.ranking import Ranking
from zjkg.claims.observations.subjects import SubjectFinder
from zjkg.claims.observations.text import Text
from zjkg.claims.observations.voices import Voices
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import Article, Block, BlockKind, EntityType, LanguageTag, Sentence, Span
from zjkg.recognition import Gazetteer, Recognizer

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = (
    ("柳溪药谷", EntityType.PARK),
    ("青浦湾医药园", EntityType.PARK),
    ("青浦湾", EntityType.PLACE),
    ("恒岳生物", EntityType.ORGANIZATION),
    ("沃澜医药", EntityType.ORGANIZATION),
    ("沃瀾醫藥", EntityType.ORGANIZATION),
    ("Alder Biotech", EntityType.ORGANIZATION),
    ("柳溪藥谷", EntityType.PARK),
    ("岳山合作区", EntityType.PLACE),
    ("柳溪药谷管委会", EntityType.ORGANIZATION),
    ("岳山创投", EntityType.ORGANIZATION),
    ("柳溪成长基金", EntityType.ORGANIZATION),
    ("林小满", EntityType.PERSON),
    ("柳溪创新大会", EntityType.EVENT),
    ("柳溪扶持细则", EntityType.POLICY),
    ("安睿宁", EntityType.PRODUCT),
    ("安睿寧", EntityType.PRODUCT),
    ("药谷景气指数", EntityType.INDEX),
    ("中山", EntityType.PLACE),
    ("中山统计局", EntityType.ORGANIZATION),
)


STEMS = "朗沐翊铭昀骁澄邈珩瑾煜烁琛皓晟睿昊霖逸宸"


@cache
def recognizer() -> Recognizer:
    return Recognizer(Gazetteer(NAMES))


def article(text: str) -> Article:
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    start = 0
    tag = LanguageTag.HANT if re.search("[藥寧瀾億]", text) else LanguageTag.HANS
    for line in text.split("\n"):
        for match in re.finditer(r"[^。]+。", line):
            span = Span(start + match.start(), start + match.end())
            sentences.append(Sentence(span, tag, len(blocks)))
        blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH))
        start += len(line) + 1
    return Article(
        source="sample", digest="0", encoding="utf-8", media_type="text/plain", text=text,
        language=tag, title=None, publisher=None, published=None,
        blocks=tuple(blocks), sentences=tuple(sentences),
    )  # fmt: skip


def subjects(text: str, voices: Voices | None = None) -> list[tuple[str, str | None, str]]:
    """The words, the subject and the rule of each quantity."""
    made = article(text)
    (recognition,) = recognizer().recognize([made])
    found = entities(made, recognition)
    labels = {entity.key: entity.names[0].text for entity in found}
    view = Text.of(made, recognition, found)
    quantities = measure(made, recognition, zone=ZONE).quantities
    finder = SubjectFinder(view, voices or Voices())
    result: list[tuple[str, str | None, str]] = []
    for number, sentence in enumerate(made.sentences):
        here = [
            (index, quantity)
            for index, quantity in enumerate(quantities)
            if view.sentence_of(quantity.span) == number
        ]
        for index, given in sorted(finder.sentence(sentence, here).items()):
            label = labels[given.entity] if given.entity else None
            result.append((quantities[index].span.of(text), label, given.rule))
    return result


STORIES = """
恒岳生物的营业收入为3亿元。|恒岳生物
恒岳生物去年营收3亿元，同比增长20%。|恒岳生物|恒岳生物
恒岳生物去年营收3亿元。公司自主研发的新药“安睿宁”收入1亿元。|恒岳生物|安睿宁
沃澜医药将向恒岳生物支付5000万美元首付款。|恒岳生物
总投资12亿元的柳溪药谷今天开园。|柳溪药谷
全省批准的40项临床试验中，12项来自柳溪药谷。||柳溪药谷
柳溪药谷去年集聚企业500家，其中青浦湾医药园企业占三成。|柳溪药谷|青浦湾医药园
沃澜医药与恒岳生物合作，去年营收2亿元。|沃澜医药
沃澜医药开发安睿宁。全球骨移植材料市场去年衰退8%，规模降至约26亿美元。||
国内市场约为320亿元，沃澜医药、恒岳生物、阿德勒三家外资企业合计占据七成。||
沃澜医药2019年落户柳溪药谷，目前有员工120人。|沃澜医药
专做疫苗的沃澜医药刚入园时只有3名员工。|沃澜医药
柳溪药谷入驻企业320家。沃澜医药是其中之一。该公司去年完成2亿元融资。|柳溪药谷|沃澜医药
沃澜医药自主研发的“安睿宁”获批上市，目前已进入80家医院。|安睿宁
沃瀾醫藥自主研發的「安睿寧」獲批上市，目前已進入80家醫院。|安睿寧
“安睿宁”三期临床已入组260名患者。|安睿宁
沃澜医药总经理林小满告诉记者，公司今年营收将达到4亿元。|沃澜医药
柳溪药谷管委会主任林小满表示，园区目前有企业400家。柳溪药谷由此成形。|柳溪药谷
柳溪药谷举办柳溪创新大会。本届大会共有300家企业参展。|柳溪创新大会
柳溪药谷管委会发布《柳溪扶持细则》，单个项目最高补助200万元。|柳溪扶持细则
柳溪药谷位于青浦湾。园区一期占地300亩，已入驻企业90家。|柳溪药谷|柳溪药谷
柳溪药谷产值80亿元。国内创新药企业去年融资总额为700亿元。|柳溪药谷|
沃澜医药获批3款新药。一家制剂企业负责人坦言，公司今年的订单少了三成。|沃澜医药|
沃澜医药和恒岳生物分别持有30%和20%股份。|沃澜医药|恒岳生物
沃澜医药和恒岳生物签约，后者将投资6亿元。|恒岳生物
柳溪成长基金规模10亿元，由岳山创投出资四成。|柳溪成长基金|岳山创投
柳溪药谷产值80亿元，高于青浦湾医药园两成。|柳溪药谷|柳溪药谷
药谷景气指数今年得分为108分。|药谷景气指数
沃澜医药去年营收3亿元，恒岳生物营收5亿元。|沃澜医药|恒岳生物
柳溪药谷管委会发布《柳溪扶持细则》。根据《柳溪扶持细则》，企业开展临床试验的，给予最高500万元奖励。|柳溪扶持细则
沃澜医药去年营收3亿元。林小满记得，公司最初只有6名员工。|沃澜医药|沃澜医药
林小满是恒岳生物总经理。柳溪药谷去年产值80亿元。林小满告诉我们，公司目前有员工90人。|柳溪药谷|恒岳生物
中山去年产值80亿元。柳溪药谷位于中山。中山统计局表示，全市现有企业400家。|中山|中山
恒岳生物去年营收3亿元。初创企业沃光(Alder Biotech)在柳溪药谷投资2亿元。|恒岳生物|Alder Biotech
恒岳生物在柳溪药谷青浦湾医药园设厂，今年投资2亿元。|恒岳生物
柳溪药谷和青浦湾医药园去年分别增长9%和7%。三大园区去年营收合计900亿元，同比增长5%。|柳溪药谷|青浦湾医药园||
恒岳生物总经理林小满介绍说，去年她带着6名员工去了青浦湾。|恒岳生物
根据《柳溪扶持细则》，新入驻的企业每年可领600元。|柳溪扶持细则
柳溪药谷管委会发布《柳溪扶持细则》。对首次获批新药的企业，一次性奖励最高500万元。|柳溪扶持细则
恒岳生物去年营收3亿元。岳山创投分析师林小满认为，公司主动放弃了2款产品。|恒岳生物|恒岳生物
柳溪药谷已入驻企业51家，其中青浦湾企业25家。|柳溪药谷|柳溪药谷
柳溪药谷去年产值80亿元。其中青浦湾医药园产值20亿元，同比增长9%。|柳溪药谷|青浦湾医药园|青浦湾医药园
沃澜医药2016年落户柳溪药谷，至今已孵化项目34个。|沃澜医药
青浦湾去年产值90亿元。沃澜医药落户青浦湾，至今已引进博士26名。|青浦湾|沃澜医药
柳溪药谷产值80亿元。行业报告显示，2023年国内基因治疗领域共发生融资47起，同比下降三成。|柳溪药谷||
柳溪药谷与沃澜医药合办柳溪创新大会，共有84家企业参加。|柳溪创新大会
沃澜医药与恒岳生物共同发起的柳溪成长基金揭牌，首期规模2亿元。|柳溪成长基金
沃澜医药聚焦疫苗领域，已有3款产品在青浦湾上市。|沃澜医药
恒岳生物是青浦湾最早的疫苗企业之一，目前拥有14条生产线。|恒岳生物
恒岳生物成立于2015年，由退休教授林小满创办，注册资本3亿元。|恒岳生物
柳溪药谷管委会主任林小满表示，下半年将继续引才，并拿出5000万元支持企业。|柳溪药谷管委会
柳溪药谷产值80亿元。园内企业融资额为31亿元，比上年少了三成。|柳溪药谷|柳溪药谷|柳溪药谷
沃澜医药去年营收3亿元。岳山创投领投了恒岳生物的A轮融资。此后，公司又完成2轮融资。|沃澜医药|恒岳生物
沃澜医药公布了“安睿宁”的临床结果：64%的患者症状改善。|安睿宁
沃澜医药的生产线投产。生产线设于柳溪药谷，占地3800平方米。|沃澜医药
青浦湾所在的中山去年产值达到80亿元。|中山
恒岳生物去年营收3亿元。岳山合作区位于中山。今年前8个月，合作区产值为60亿元，增长9%。|恒岳生物|岳山合作区|岳山合作区
恒岳生物落户柳溪药谷，去年营收3亿元。林小满指出，生医园区目前入驻企业62家。|恒岳生物|柳溪药谷
沃瀾醫藥落戶柳溪藥谷，去年營收3億元。林小滿指出，生醫園區目前進駐廠商62家。|沃瀾醫藥|柳溪藥谷
柳溪药谷管委会发布《柳溪扶持细则》。与旧政策相比，单个项目的奖励由80万元提高到150万元。||柳溪扶持细则
"""


@pytest.mark.parametrize("line", STORIES.strip().splitlines())
def test_whose_value_it_is(line: str) -> None:
    text, *expected = line.split("|")
    assert [subject or "" for _, subject, _ in subjects(text)] == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("恒岳生物的营业收入为3亿元。", "subject:possessor"),
        ("总投资12亿元的柳溪药谷今天开园。", "subject:described"),
        ("12项成果来自柳溪药谷。", "subject:sited"),
        ("国内创新药企业去年融资总额为700亿元。", "subject:none"),
    ],
)
def test_decisions_name_their_rule(text: str, rule: str) -> None:
    assert [each[2] for each in subjects(text)] == [rule]


def test_order_of_names_does_not_matter_to_what_is_far() -> None:
    far = "恒岳生物位于青浦湾。\n柳溪药谷成立于2010年。"
    near = "柳溪药谷产值为80亿元。"
    assert subjects(far + "\n" + near)[-1][1] == subjects(near)[0][1] == "柳溪药谷"


def test_whose_words_stand_before_their_speaker() -> None:
    text = "沃澜医药去年营收3亿元。“我们现有员工90人。今年还要招40人。”恒岳生物总经理林小满说。"
    first, second = text.index("我们"), text.index("”")
    made = article(text)
    (recognition,) = recognizer().recognize([made])
    keys = {entity.names[0].text: entity.key for entity in entities(made, recognition)}
    voices = Voices(((Span(first, second), keys["林小满"]),), {keys["林小满"]: keys["恒岳生物"]})
    assert [each[1] for each in subjects(text, voices)] == ["沃澜医药", "恒岳生物", "恒岳生物"]


def test_a_value_has_no_more_candidates_in_a_longer_text(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: Counter[int] = Counter()

    def counted(_: Ranking, found: list[Candidate]) -> Candidate:
        sizes[len(made.text)] = max(sizes[len(made.text)], len(found))
        return found[0]

    monkeypatch.setattr(Ranking, "likeliest", counted)
    for count in (100, 400):
        names = [f"{first}{second}生物" for first in STEMS for second in STEMS][:count]
        made = article("。".join(f"{name}现有员工90人" for name in names) + "。")
        gazetteer = Gazetteer((name, EntityType.ORGANIZATION) for name in names)
        (recognition,) = Recognizer(gazetteer).recognize([made])
        found = entities(made, recognition)
        quantities = measure(made, recognition, zone=ZONE).quantities
        assert len(quantities) == count
        view = Text.of(made, recognition, found)
        finder = ChineseSubjects(view, Voices(), Ranking({}, (("", "none"),)).likeliest)
        for sentence, quantity in zip(made.sentences, quantities, strict=True):
            finder.read(sentence, [quantity])
    few, many = (sizes[size] for size in sorted(sizes))
    assert 10 < few <= many < 100
