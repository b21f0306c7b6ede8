"""What Chinese numbers measure, from the words to the observation."""

from __future__ import annotations

from functools import cache

import pytest

from zjkg.claims.observations.measures import MeasureFinder
from zjkg.claims.observations.text import Text
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import EntityType, Quantity
from zjkg.reading import read_bytes
from zjkg.recognition import Gazetteer, Recognizer
from zjkg.settings import Settings

NAMES = (
    ("滨江药谷", EntityType.PARK),
    ("濱江藥谷", EntityType.PARK),
    ("明远生物", EntityType.ORGANIZATION),
    ("明遠生物", EntityType.ORGANIZATION),
    ("药谷活力指数", EntityType.INDEX),
)
HANS = """
滨江药谷聚集各类生物企业超过900家，从业人员逾4万人。|生物企业|从业人员
目前滨江药谷已服务企业六十多家。|企业
滨江药谷规模以上企业利润总额为42亿元，同比下降11%。|企业利润总额|企业利润总额
前三季度滨江药谷实现产值88亿元，占全市的两成。|产值|产值
明远生物将获得800万美元首付款，以及最高2亿美元的里程碑付款。|首付款|里程碑付款
滨江药谷将设立总规模20亿元的产业基金。|总规模
明远生物以3000万元收购安和制药六成股权。|股权|股权
明远生物的导航系统已在60家医院装机。|医院
明远生物申请了20项专利，真正转让出去的只有2项。|专利|转让出去
滨江药谷有管线30条，其中4条处于临床阶段。|管线|临床阶段
明远生物营收、净利润分别为12亿元和3亿元，同比分别增长15%和22%。|营收|净利润|营收|净利润
滨江药谷上市企业由3年前的2家增至7家。|上市企业|上市企业
明远生物计划募资25亿元，其中12亿元用于新药研发。|募资|新药研发
明远生物股价收在96元，下跌1.2%。|股价|股价
明远生物股价自4月高点以来已累计下跌四成。|股价
明远生物股价昨天随大盘重挫，终场下跌4.8%，收在118元。|股价|股价
明远生物境外收入占比由上年同期的12.5%升至51.3%。|境外收入占比|境外收入占比
报告期内，明远生物归属于上市公司股东的净利润2.1亿元，同比增长9%。|归属于上市公司股东的净利润|归属于上市公司股东的净利润
明远生物看好国产化率低于10%的领域。|国产化率
明远生物二厂满载后年产能可达150万支。|年产能
滨江药谷厂房租金从每平方米每天2元涨到3元。|厂房租金|厂房租金
政策提出，对每个品种给予最高3000万元支持。|支持
明远生物研发投入占比14%，客观缓解率和疾病控制率分别达到42%和85%。|研发投入占比|客观缓解率|疾病控制率
明远生物发行价41元，每股亏损0.6元。|发行价|每股亏损
滨江药谷产值增幅达14%，工业增加值增速比一季度回升3个百分点。|产值|工业增加值增速
明远生物营业收入：1250万元；净利润：320万元；研发费用率：21%。|营业收入|净利润|研发费用率
滨江药谷上半年营收破百亿，同比增长两成。|营收
去年他们投资该公司5亿元。|投资
滨江药谷有望达产后总产值达24亿元的基地，占地面积120亩。|总产值|占地面积
滨江药谷聚集8家世界500强企业。|世界500强企业
明远生物的三期人数是对手的近四倍，规模已是对手的3.6倍。|三期人数|规模
明远生物股价报21元，较45元的发行价跌逾五成。|股价|发行价|股价
明远生物完成1500万美元（约1.17亿港元）A轮融资。|A轮融资|A轮融资
明远生物客观缓解率（ORR）为43%，不良反应导致的停药率只有1.7%。|客观缓解率|停药率
明远生物奖励了31位人才，其中27位留在了滨江药谷。|人才|人才
滨江药谷出租率由去年底的六成四升至近九成。|出租率|出租率
明远生物的工人由3月高峰时的520人减至8月中旬的不足60人。|工人|工人
明远生物股价15日收报11元，跌3%。|股价|股价
明远生物的销售额预测从25亿元砍至15亿元。|销售额预测|销售额预测
银行为明远生物提供9000万港元的七年期贷款。|贷款
药谷活力指数显示，创新投入、创新产出得分分别为112分和108分。|创新投入|创新产出得分
"""
HANT = """
明遠生物的租金只及對手三分之一，新線年產能將為現有產線的五倍。|租金|年產能
明遠生物共接獲112宗申請，當中47宗獲批。|申請|申請
濱江藥谷目前進駐廠商38家，從業員工逾3,000人，碩博士占比近五成。|進駐廠商|從業員工|碩博士占比
明遠生物今年第2季合併營收12億元，季增8%，毛利率48%，每股盈餘1.8元。|合併營收|合併營收|毛利率|每股盈餘
明遠生物臨床試驗已收案186人。|收案
政府今年預留100億元發展創科平台。|預留
濱江藥谷有公司60間，六成從事藥物研發，兩成來自海外。|公司|從事藥物研發|來自海外
明遠生物去年收入2.8億元人民幣，按年增長四成，虧損收窄至1.9億元人民幣。|收入|收入|虧損
明遠生物年產能將由目前的12萬件增至24萬件。|年產能|年產能
明遠生物營業額再創新高，達27億元，超越去年全年的21億元。|營業額|營業額
首付款合計約5,000萬美元(約3.9億港元)。|首付款|首付款
"""


@cache
def _recognizer() -> Recognizer:
    return Recognizer(Gazetteer(NAMES))


def _measures(words: str) -> list[str]:
    settings = Settings()
    article = read_bytes("sample.txt", f"2023-05-10\n{words}".encode(), zone=settings.zone)
    (recognition,) = _recognizer().recognize([article])
    text = Text.of(article, recognition, entities(article, recognition))
    finder = MeasureFinder(text)
    by_sentence: dict[int, list[Quantity]] = {}
    for quantity in measure(article, recognition, zone=settings.zone).quantities:
        by_sentence.setdefault(text.sentence_of(quantity.span), []).append(quantity)
    spans = [
        found.span
        for index, each in by_sentence.items()
        for found in finder.sentence(index, article.sentences[index], tuple(each))
    ]
    return ["-" if span is None else span.of(article.text) for span in spans]


def _agrees(found: str, expected: str) -> bool:
    """Whether a phrase is the expected one, or a little longer or shorter."""
    short, long = sorted((found, expected), key=len)
    return short in long and len(short) >= 0.6 * len(long)


@pytest.mark.parametrize("line", [*HANS.strip().splitlines(), *HANT.strip().splitlines()])
def test_measures(line: str) -> None:
    words, *expected = line.split("|")
    found = _measures(words)
    assert len(found) == len(expected), found
    assert [
        (got, wanted)
        for got, wanted in zip(found, expected, strict=True)
        if not _agrees(got, wanted)
    ] == []
