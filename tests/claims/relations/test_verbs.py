"""Verbs and frames of relations: one sentence for each way in which news states them.

A name is written ``[O:远帆生物]``, with the first letter of its type (``K`` park, ``L`` place,
``D`` product, ``Y`` policy, ``J`` project).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Make, MakeMarked

CHINESE: list[tuple[str, list[str]]] = [
    (
        "[O:康诺生物]总部设于[L:苏州]，在[K:张江药谷]设有研发中心。",
        ["康诺生物 | locatedIn | 苏州", "康诺生物 | locatedIn | 张江药谷"],
    ),
    (
        "位于[K:临港生命蓝湾]的[O:康诺生物]今日宣布，其自主研发的CAR-T产品[D:康诺仑赛]获[O:国家药监局]批准上市。",
        [
            "康诺生物 | locatedIn | 临港生命蓝湾",
            "康诺生物 | develops | 康诺仑赛",
            "国家药监局 | approves | 康诺仑赛",
        ],
    ),
    (
        "[O:康诺生物]与[O:礼达制药]达成独家授权协议，将[D:KN-101]的大中华区权益许可给后者。",
        [
            "康诺生物 | signs | 礼达制药",
            "康诺生物 | develops | KN-101",
            "康诺生物 | licensesTo | 礼达制药",
        ],
    ),
    (
        "[O:康诺生物]宣布完成B轮融资，由[O:高岭资本]领投，[O:启河创投]、[O:红树基金]跟投。",
        [
            "高岭资本 | invests | 康诺生物",
            "启河创投 | invests | 康诺生物",
            "红树基金 | invests | 康诺生物",
        ],
    ),
    (
        "[E:第五届张江药物大会]在[L:上海]开幕，由[O:浦东新区科经委]指导，[O:张江集团]主办。",
        ["第五届张江药物大会 | locatedIn | 上海", "张江集团 | hosts | 第五届张江药物大会"],
    ),
    (
        "[O:张江集团]与[O:礼达制药]签署战略合作协议，双方将在[K:张江药谷]共建创新中心。",
        ["张江集团 | signs | 礼达制药", "张江集团 | partnersWith | 礼达制药"],
    ),
    (
        "[O:康诺生物]成功登陆[O:科创板]，成为[K:张江药谷]第30家上市企业。",
        ["康诺生物 | listedOn | 科创板", "康诺生物 | locatedIn | 张江药谷"],
    ),
    ("[O:康诺生物]在[O:香港联交所]主板挂牌上市。", ["康诺生物 | listedOn | 香港联交所"]),
    ("[O:礼达制药]以12亿元收购[O:康诺生物]全部股权。", ["礼达制药 | acquires | 康诺生物"]),
    (
        "[K:张江药谷]由[O:张江集团]负责开发运营，现已吸引[O:罗辉]、[O:诺瑞]、[O:礼达制药]等跨国药企入驻。",
        [
            "张江集团 | operates | 张江药谷",
            "罗辉 | locatedIn | 张江药谷",
            "诺瑞 | locatedIn | 张江药谷",
            "礼达制药 | locatedIn | 张江药谷",
        ],
    ),
    ("[O:康诺生物]由[P:陈立]博士于2016年创立，现有员工300人。", ["陈立 | founderOf | 康诺生物"]),
    (
        "[P:陈立]与[P:周明]联合创办了[O:康诺生物]。",
        ["陈立 | founderOf | 康诺生物", "周明 | founderOf | 康诺生物"],
    ),
    (
        "[O:上海市科委]日前印发《[Y:细胞治疗行动方案]》。",
        ["上海市科委 | launches | 细胞治疗行动方案"],
    ),
    (
        "《[Y:细胞治疗行动方案]》由[O:上海市科委]、[O:市药监局]联合印发。",
        ["上海市科委 | launches | 细胞治疗行动方案", "市药监局 | launches | 细胞治疗行动方案"],
    ),
    ("[O:康诺生物]是[O:长三角细胞联盟]的理事单位。", ["康诺生物 | memberOf | 长三角细胞联盟"]),
    (
        "[O:长三角细胞联盟]成员单位包括[O:康诺生物]、[O:礼达制药]和[O:复江大学]。",
        [
            "康诺生物 | memberOf | 长三角细胞联盟",
            "礼达制药 | memberOf | 长三角细胞联盟",
            "复江大学 | memberOf | 长三角细胞联盟",
        ],
    ),
    ("[O:康诺生物]为[O:礼达制药]提供原料药。", ["康诺生物 | supplies | 礼达制药"]),
    ("[P:陈立]出席[E:2023药谷论坛]并致辞。", ["陈立 | attends | 2023药谷论坛"]),
    ("[O:市药监局]负责监管[O:康诺生物]的生产。", ["市药监局 | regulates | 康诺生物"]),
    (
        "[O:康诺生物]旗下[O:康诺诊断]推出新一代基因测序仪[D:速准X1]。",
        ["康诺诊断 | subsidiaryOf | 康诺生物", "康诺诊断 | launches | 速准X1"],
    ),
    (
        "[O:康诺诊断]是[O:康诺生物]的全资子公司，落户[K:中关村生命科学园]。",
        ["康诺诊断 | subsidiaryOf | 康诺生物", "康诺诊断 | locatedIn | 中关村生命科学园"],
    ),
    (
        "[K:中关村生命科学园]下设[K:孵化园]和[K:加速园]两个园区。",
        ["孵化园 | partOf | 中关村生命科学园", "加速园 | partOf | 中关村生命科学园"],
    ),
    ("[O:康诺生物]从[O:礼达制药]引进[D:LD-7]的中国权益。", ["康诺生物 | licensesFrom | 礼达制药"]),
    ("[O:康诺生物]核心产品[D:康诺仑赛]上半年销售额达3亿元。", ["康诺生物 | develops | 康诺仑赛"]),
    (
        "[O:康诺生物]的[D:康诺仑赛]、[D:康诺单抗]两款产品纳入医保。",
        ["康诺生物 | develops | 康诺仑赛", "康诺生物 | develops | 康诺单抗"],
    ),
    (
        "[O:康诺生物]将在[K:光谷生物城]建设生产基地，总投资5亿元。",
        ["康诺生物 | locatedIn | 光谷生物城"],
    ),
    ("[O:康诺生物]项目正式落户[K:光谷生物城]。", ["康诺生物 | locatedIn | 光谷生物城"]),
    ("据悉，[O:康诺生物]未与[O:礼达制药]签署任何协议。", []),
    ("[O:康诺生物]否认将被[O:礼达制药]收购。", []),
    (
        "[K:光谷生物城]走出了[O:康诺生物]、[O:礼达制药]等一批龙头企业。",
        ["康诺生物 | locatedIn | 光谷生物城", "礼达制药 | locatedIn | 光谷生物城"],
    ),
    (
        "园区企业[O:康诺生物]研发的[D:康诺仑赛]在[O:复江大学附属医院]完成首例给药。",
        ["康诺生物 | develops | 康诺仑赛"],
    ),
    ("[O:康诺生物]牵头发起成立[O:长三角细胞联盟]。", ["康诺生物 | founderOf | 长三角细胞联盟"]),
    (
        "[O:禮達製藥]於[K:香港科學園]設立亞太總部，並與[O:香港大學]合作研發新藥。",
        ["禮達製藥 | locatedIn | 香港科學園", "禮達製藥 | partnersWith | 香港大學"],
    ),
    (
        "[O:禮達製藥]旗下新藥[D:禮安]已獲[O:衛福部食藥署]核發藥證。",
        ["禮達製藥 | develops | 禮安", "衛福部食藥署 | approves | 禮安"],
    ),
    (
        "[O:禮達製藥]董事長[P:林文]表示，公司與[O:康諾生物]簽訂供應合約，由後者供應試劑。",
        ["禮達製藥 | signs | 康諾生物", "康諾生物 | supplies | 禮達製藥"],
    ),
    ("進駐[K:竹北生醫園區]的[O:禮達製藥]今年營收創新高。", ["禮達製藥 | locatedIn | 竹北生醫園區"]),
    ("[O:禮達製藥]昨日在[O:櫃買中心]掛牌上櫃。", ["禮達製藥 | listedOn | 櫃買中心"]),
    (
        "[E:亞洲生技大展]26日在[L:台北]登場，[O:禮達製藥]參展。",
        ["亞洲生技大展 | locatedIn | 台北", "禮達製藥 | attends | 亞洲生技大展"],
    ),
    (
        "[L:上海][K:张江科学城]内的[O:康诺生物]主要从事基因治疗药物研发。",
        ["张江科学城 | locatedIn | 上海", "康诺生物 | locatedIn | 张江科学城"],
    ),
    (
        "[O:康诺生物]创始人[P:陈立]在[E:药谷论坛]上表示，行业正处于转折点。",
        ["陈立 | attends | 药谷论坛", "陈立 | founderOf | 康诺生物"],
    ),
    (
        "作为[E:浦东生物医药周]的重要活动之一，[E:药谷论坛]昨日在[K:张江科学城]举行。",
        ["药谷论坛 | partOf | 浦东生物医药周", "药谷论坛 | locatedIn | 张江科学城"],
    ),
    (
        "[O:张江集团]、[O:浦东科创集团]与[O:礼达制药]签约共建孵化器。",
        [
            "张江集团 | signs | 礼达制药",
            "浦东科创集团 | signs | 礼达制药",
            "张江集团 | partnersWith | 礼达制药",
            "浦东科创集团 | partnersWith | 礼达制药",
        ],
    ),
    ("[O:康诺生物]获得[O:高岭资本]领投的2亿元A轮融资。", ["高岭资本 | invests | 康诺生物"]),
    ("[O:康诺生物]去年获[O:海湾集团]旗下基金注资4500万元。", []),
    (
        "[O:康諾生物]獲[O:海灣集團]旗下的[O:高嶺創投]注資1,200萬元。",
        ["高嶺創投 | invests | 康諾生物", "高嶺創投 | subsidiaryOf | 海灣集團"],
    ),
    (
        "[O:高岭资本]投资了[O:康诺生物]、[O:康诺诊断]等多家企业。",
        ["高岭资本 | invests | 康诺生物", "高岭资本 | invests | 康诺诊断"],
    ),
    ("经[O:上海市政府]批准，[K:金谷智慧园]于2019年设立。", ["上海市政府 | approves | 金谷智慧园"]),
    (
        "[O:康诺生物]的PD-1单抗[D:康诺单抗]日前获[O:美国FDA]授予孤儿药资格认定。",
        ["康诺生物 | develops | 康诺单抗", "美国FDA | approves | 康诺单抗"],
    ),
    (
        "由[O:复江大学]孵化的[O:康诺生物]，去年搬入[K:金谷智慧园]。",
        ["康诺生物 | locatedIn | 金谷智慧园"],
    ),
    ("[O:市药监局]审评中心与[K:金谷智慧园]建立对接机制。", []),
    (
        "[O:中关村发展集团]运营的[K:中关村生命科学园]已集聚企业600余家。",
        ["中关村发展集团 | operates | 中关村生命科学园"],
    ),
    (
        "[O:康诺生物]宣布与[O:礼达制药]就[D:KN-101]达成合作，[O:礼达制药]将获得该产品海外权益。",
        ["康诺生物 | partnersWith | 礼达制药"],
    ),
]
ENGLISH: list[tuple[str, list[str]]] = [
    (
        (
            "[O:Cannova Bio], based in [L:Suzhou], said its antibody [D:CN-12] had been "
            "approved by the [O:National Medical Products Administration]."
        ),
        [
            "Cannova Bio | locatedIn | Suzhou",
            "Cannova Bio | develops | CN-12",
            "National Medical Products Administration | approves | CN-12",
        ],
    ),
    (
        (
            "[O:Cannova Bio] raised $50 million in a Series B round led by [O:Hillmark "
            "Capital], with participation from [O:Redwood Fund] and [O:Qihe Ventures]."
        ),
        [
            "Hillmark Capital | invests | Cannova Bio",
            "Redwood Fund | invests | Cannova Bio",
            "Qihe Ventures | invests | Cannova Bio",
        ],
    ),
    (
        (
            "[K:Zhangjiang Science City], in [L:Pudong], is home to [O:Cannova Bio] and "
            "[O:Leader Pharma]."
        ),
        [
            "Zhangjiang Science City | locatedIn | Pudong",
            "Cannova Bio | locatedIn | Zhangjiang Science City",
            "Leader Pharma | locatedIn | Zhangjiang Science City",
        ],
    ),
    (
        "[O:Leader Pharma] agreed to buy [O:Cannova Bio] for $1.2 billion.",
        ["Leader Pharma | acquires | Cannova Bio"],
    ),
    (
        (
            "[O:Cannova Bio], which was founded by [P:Chen Li] and [P:Zhou Ming] in 2016, "
            "listed on the [O:Hong Kong Stock Exchange] last year."
        ),
        [
            "Chen Li | founderOf | Cannova Bio",
            "Zhou Ming | founderOf | Cannova Bio",
            "Cannova Bio | listedOn | Hong Kong Stock Exchange",
        ],
    ),
    (
        (
            "The [E:Zhangjiang Drug Forum] was held in [L:Shanghai] on Monday, organised by "
            "[O:Zhangjiang Group]."
        ),
        [
            "Zhangjiang Drug Forum | locatedIn | Shanghai",
            "Zhangjiang Group | hosts | Zhangjiang Drug Forum",
        ],
    ),
    (
        "[P:Chen Li], chief executive of [O:Cannova Bio], spoke at the [E:Zhangjiang Drug Forum].",
        ["Chen Li | attends | Zhangjiang Drug Forum"],
    ),
    (
        (
            "[O:Leader Pharma]'s subsidiary [O:Leader Diagnostics] opened a plant in "
            "[K:Lingang Life Park]."
        ),
        [
            "Leader Diagnostics | subsidiaryOf | Leader Pharma",
            "Leader Diagnostics | locatedIn | Lingang Life Park",
        ],
    ),
    (
        "[O:Cannova Bio] licensed [D:CN-12] from [O:Osaka Institute].",
        ["Cannova Bio | licensesFrom | Osaka Institute"],
    ),
    (
        "[O:Cannova Bio] granted [O:Leader Pharma] exclusive rights to [D:CN-12].",
        ["Cannova Bio | licensesTo | Leader Pharma", "Cannova Bio | develops | CN-12"],
    ),
    (
        "[O:Cannova Bio] joined the [O:Asia Cell Alliance] in May.",
        ["Cannova Bio | memberOf | Asia Cell Alliance"],
    ),
    (
        "Members of the [O:Asia Cell Alliance] include [O:Cannova Bio] and [O:Leader Pharma].",
        [
            "Cannova Bio | memberOf | Asia Cell Alliance",
            "Leader Pharma | memberOf | Asia Cell Alliance",
        ],
    ),
    (
        "The [O:Shanghai Science Commission] released the [Y:Cell Therapy Action Plan] last week.",
        ["Shanghai Science Commission | launches | Cell Therapy Action Plan"],
    ),
    (
        (
            "The [I:China Drug Index] was compiled by [O:Fujiang University] and released "
            "by [O:Zhangjiang Group]."
        ),
        [
            "China Drug Index | compiledBy | Fujiang University",
            "Zhangjiang Group | launches | China Drug Index",
        ],
    ),
    ("[O:Cannova Bio] did not sign with [O:Leader Pharma].", []),
    (
        "[K:Lingang Life Park] is run by [O:Lingang Group].",
        ["Lingang Group | operates | Lingang Life Park"],
    ),
    (
        (
            "[O:Cannova Bio] has its headquarters in [K:Lingang Life Park] and a laboratory "
            "in [L:Basel]."
        ),
        ["Cannova Bio | locatedIn | Lingang Life Park", "Cannova Bio | locatedIn | Basel"],
    ),
    (
        "[O:Leader Pharma] supplies reagents to [O:Cannova Bio].",
        ["Leader Pharma | supplies | Cannova Bio"],
    ),
    (
        "[O:Leader Pharma] holds a 12 percent stake in [O:Cannova Bio].",
        ["Leader Pharma | invests | Cannova Bio"],
    ),
    (
        (
            "[O:Cannova Bio], a [L:Hangzhou] company backed by [O:Hillmark Capital], plans "
            "to move to [K:Lingang Life Park]."
        ),
        [
            "Cannova Bio | locatedIn | Hangzhou",
            "Hillmark Capital | invests | Cannova Bio",
            "Cannova Bio | locatedIn | Lingang Life Park",
        ],
    ),
    (
        (
            "[D:CN-12], [O:Cannova Bio]'s lead drug, won approval from the [O:National "
            "Medical Products Administration]."
        ),
        [
            "Cannova Bio | develops | CN-12",
            "National Medical Products Administration | approves | CN-12",
        ],
    ),
    (
        "[D:CN-12], a drug developed by [O:Cannova Bio], is in Phase II.",
        ["Cannova Bio | develops | CN-12"],
    ),
    (
        (
            "[O:Leader Pharma], [O:Cannova Bio] and [O:Fujiang University] jointly "
            "established the [O:Delta Cell Institute] in [L:Ningbo]."
        ),
        [
            "Leader Pharma | founderOf | Delta Cell Institute",
            "Cannova Bio | founderOf | Delta Cell Institute",
            "Fujiang University | founderOf | Delta Cell Institute",
            "Delta Cell Institute | locatedIn | Ningbo",
        ],
    ),
    (
        (
            "[O:Cannova Bio] and [O:Leader Pharma] signed a cooperation agreement at the "
            "[E:Zhangjiang Drug Forum]."
        ),
        [
            "Cannova Bio | signs | Leader Pharma",
            "Cannova Bio | partnersWith | Leader Pharma",
            "Cannova Bio | attends | Zhangjiang Drug Forum",
            "Leader Pharma | attends | Zhangjiang Drug Forum",
        ],
    ),
    (
        (
            "Located in [L:Pudong], [K:Zhangjiang Drug Valley] has attracted companies such "
            "as [O:Roche-like] and [O:Cannova Bio]."
        ),
        [
            "Zhangjiang Drug Valley | locatedIn | Pudong",
            "Roche-like | locatedIn | Zhangjiang Drug Valley",
            "Cannova Bio | locatedIn | Zhangjiang Drug Valley",
        ],
    ),
    (
        "[O:Cannova Bio]'s [D:CN-12] was approved by the [O:NMPA] in June.",
        ["Cannova Bio | develops | CN-12", "NMPA | approves | CN-12"],
    ),
    (
        (
            "[P:Chen Li], founder and chairman of [O:Cannova Bio], attended the "
            "[E:Zhangjiang Drug Forum]."
        ),
        ["Chen Li | founderOf | Cannova Bio", "Chen Li | attends | Zhangjiang Drug Forum"],
    ),
    (
        "[O:Cannova Bio] will set up its regional headquarters in [K:Lingang Life Park].",
        ["Cannova Bio | locatedIn | Lingang Life Park"],
    ),
    (
        (
            "Investors including [O:Hillmark Capital] and [O:Redwood Fund] put $30 million "
            "into [O:Cannova Bio]."
        ),
        ["Hillmark Capital | invests | Cannova Bio", "Redwood Fund | invests | Cannova Bio"],
    ),
    (
        "The [O:Health Commission] oversees the [O:Delta Cell Institute].",
        ["Health Commission | regulates | Delta Cell Institute"],
    ),
    (
        (
            "The [E:Drug Forum], part of the [E:Pudong Biotech Week], opened in "
            "[L:Shanghai] yesterday."
        ),
        ["Drug Forum | partOf | Pudong Biotech Week", "Drug Forum | locatedIn | Shanghai"],
    ),
    (
        "[O:Cannova Bio], listed in [L:Hong Kong], is developing [D:CN-12] with [O:Leader Pharma].",
        [
            "Cannova Bio | develops | CN-12",
            "Leader Pharma | develops | CN-12",
            "Cannova Bio | partnersWith | Leader Pharma",
        ],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [*CHINESE, *ENGLISH])
def test_what_a_sentence_states(make_marked: MakeMarked, marked: str, expected: list[str]) -> None:
    found = make_marked(marked).relations
    assert sorted(" | ".join(map(str, row)) for row in found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[E:药谷年会]昨日举行。出席年会的嘉宾包括[P:陈立]、[O:康诺生物]总裁[P:周明]等。",
            {"陈立", "周明"},
        ),
        ("[E:药谷年会]昨日举行。[O:康诺生物]总裁[P:周明]在致辞中说，时机已到。", {"周明"}),
        ("[E:药谷年会]昨日举行。会上，[O:康诺生物]与[O:礼达制药]签约。", {"康诺生物", "礼达制药"}),
        (
            "The [E:Drug Valley Forum] opened on Monday. [P:Chen Li] told the forum so.",
            {"Chen Li"},
        ),
        ("昨日举行座谈。会上，[O:康诺生物]与[O:礼达制药]签约。", set()),
    ],
)
def test_who_is_at_the_event_of_before(
    make_marked: MakeMarked, text: str, expected: set[str]
) -> None:
    found = make_marked(text).relations
    assert {row[0] for row in found if row[1] == "attends"} == expected


def test_a_department_is_part_of_the_body_whose_name_it_bears(make: Make) -> None:
    case = make(
        "滨湖市药监局负责人到场。滨湖市药监局审评中心昨日揭牌。",
        "滨湖市药监局=organization",
        "滨湖市药监局审评中心=organization",
    )
    assert ("滨湖市药监局审评中心", "partOf", "滨湖市药监局") in case.relations


def test_a_relation_stated_twice_is_kept_once_and_the_other_recorded(make: Make) -> None:
    case = make(
        "远帆生物收购云杉医药。市场关注此事。远帆生物收购了云杉医药。",
        "远帆生物=organization",
        "云杉医药=organization",
    )
    assert len(case.claims.relations) == 1
    assert [d.reason.en for d in case.claims.dropped] == ["the article states it elsewhere"]


def test_a_planned_listing_is_no_listing(make: Make) -> None:
    case = make("远帆生物计划在港交所上市。", "远帆生物=organization", "港交所=organization")
    assert case.relations == set()
    assert case.claims.dropped


def test_an_outlet_that_reports_is_no_subject(make: Make) -> None:
    case = make(
        "湖州商报10月1日讯，位于湖州的滨湖药谷昨日开园。",
        "湖州商报=organization",
        "湖州=place",
        "滨湖药谷=park",
    )
    assert case.relations == {("滨湖药谷", "locatedIn", "湖州")}
