"""Direct speech in three scripts: each text with all its quotations, parts joined by a space.

Names are marked where they stand: ``[p:…]`` a person, ``[o:…]`` an organization, ``[e:…]`` an
event; ``[p:Doe=Jane Doe]`` uses another name of a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Make

_MARK = re.compile(r"\[([poe]):([^\]=]+)(?:=([^\]]+))?\]")
_TYPES = {"p": "person", "o": "organization", "e": "event"}
Speeches = list[tuple[str | None, str]]

CHINESE: list[tuple[str, Speeches]] = [
    ("“进展顺利。”[o:远帆生物]董事长[p:周岚]说。", [("周岚", "进展顺利。")]),
    ("[o:远帆生物]董事长[p:周岚]表示：“进展顺利。”", [("周岚", "进展顺利。")]),
    ("[p:周岚]说，“我们今年要扩产，明年还要扩产”。", [("周岚", "我们今年要扩产，明年还要扩产")]),
    (
        "“我们今年要扩产，”[p:周岚]说，“明年还要扩产。”",
        [("周岚", "我们今年要扩产， 明年还要扩产。")],
    ),
    (
        "“我们今年要扩产。”[p:周岚]告诉记者，“明年还要扩产。”",
        [("周岚", "我们今年要扩产。 明年还要扩产。")],
    ),
    (
        "“我们今年要扩产。”[p:周岚]说。“明年还要扩产。”",
        [("周岚", "我们今年要扩产。"), ("周岚", "明年还要扩产。")],
    ),
    ("[p:周岚]是[o:远帆生物]的创始人。“我们今年要扩产。”他说。", [("周岚", "我们今年要扩产。")]),
    (
        "[p:周岚]毕业于滨湖大学，2015年回国创业。“当时条件很艰苦，连实验台都没有。”回忆起当年，他这样说。",
        [("周岚", "当时条件很艰苦，连实验台都没有。")],
    ),
    (
        "[p:周岚]毕业于滨湖大学。“当时条件很艰苦，连实验台都没有。”",
        [("周岚", "当时条件很艰苦，连实验台都没有。")],
    ),
    ("谈及未来，[p:周岚]信心满满：“我们要做到全国第一。”", [("周岚", "我们要做到全国第一。")]),
    ("[p:周岚]对记者说：“我们要做到全国第一。”", [("周岚", "我们要做到全国第一。")]),
    ("[p:周岚]向[p:江越]介绍说：“我们要做到全国第一。”", [("周岚", "我们要做到全国第一。")]),
    (
        "[p:周岚]在接受记者采访时表示，公司将扩产，“预计明年产能翻番”。",
        [("周岚", "预计明年产能翻番")],
    ),
    (
        "据[p:周岚]介绍，“去年我们引进了20家企业，今年要翻一番”。",
        [("周岚", "去年我们引进了20家企业，今年要翻一番")],
    ),
    (
        "在[p:周岚]看来，“这是最好的时代，也是竞争最激烈的时代”。",
        [("周岚", "这是最好的时代，也是竞争最激烈的时代")],
    ),
    ("一位不愿具名的投资人说：“估值太高了，我们投不起。”", [(None, "估值太高了，我们投不起。")]),
    ("“估值太高了，我们投不起。”一位投资人告诉记者。", [(None, "估值太高了，我们投不起。")]),
    (
        "[o:滨湖市科技局]相关负责人表示：“政策将很快出台，请大家放心。”",
        [("滨湖市科技局", "政策将很快出台，请大家放心。")],
    ),
    (
        "[o:滨湖市科技局]相关负责人介绍，“政策将很快出台，请大家放心”。",
        [("滨湖市科技局", "政策将很快出台，请大家放心")],
    ),
    ("“政策将很快出台。”[o:滨湖市科技局]有关负责人说。", [("滨湖市科技局", "政策将很快出台。")]),
    (
        "“从拿地到开工只用了三个月，速度超出预期。”[o:远帆生物]联合创始人、首席执行官[p:周岚]感慨道。",
        [("周岚", "从拿地到开工只用了三个月，速度超出预期。")],
    ),
    (
        "“从拿地到开工只用了三个月。”站在工地上，[o:远帆生物]项目经理[p:周岚]难掩激动。",
        [("周岚", "从拿地到开工只用了三个月。")],
    ),
    ("“从拿地到开工只用了三个月。”[p:周岚]笑着说。", [("周岚", "从拿地到开工只用了三个月。")]),
    (
        "“从拿地到开工只用了三个月。”[p:周岚]翻开手机里的照片，指给记者看。",
        [("周岚", "从拿地到开工只用了三个月。")],
    ),
    (
        "“从拿地到开工只用了三个月。”[p:周岚]对此深有体会。",
        [("周岚", "从拿地到开工只用了三个月。")],
    ),
    (
        "“从拿地到开工只用了三个月。”走进车间，[p:周岚]指着设备向记者介绍。",
        [("周岚", "从拿地到开工只用了三个月。")],
    ),
    ("[p:周岚]告诉《滨湖日报》记者：“我们要做到全国第一。”", [("周岚", "我们要做到全国第一。")]),
    ("[p:周岚]补充道，“这还不够，我们还要加快”。", [("周岚", "这还不够，我们还要加快")]),
    (
        "[p:周岚]坦言：“难，真的难。”[p:江越]也有同感：“招人太难了，成本也高。”",
        [("周岚", "难，真的难。"), ("江越", "招人太难了，成本也高。")],
    ),
    (
        "“难，真的难。”[p:周岚]说。\n“招人太难了，成本也高。”[p:江越]也说。",
        [("周岚", "难，真的难。"), ("江越", "招人太难了，成本也高。")],
    ),
    ("[p:周岚]提出“揭榜挂帅”机制。", []),
    ("园区打造“拎包入住”的空间。", []),
    ("[o:远帆生物]入选“专精特新”企业名单。", []),
    ("[p:周岚]获得“最美科技工作者”称号。", []),
    ("“[e:滨湖生命科学周]”开幕。", []),
    ("会议以“创新引领，合作共赢”为主题。", []),
    ("[o:滨湖管委会]提出“一区一策、一企一档”的工作思路。", []),
    ("[p:周岚]表示，将打造“没有围墙的研究院”。", []),
    ("对于资金问题，[p:周岚]回应：“不缺钱，缺的是人。”", [("周岚", "不缺钱，缺的是人。")]),
    (
        "针对上述问题，[o:远帆生物]回应称：“公司经营正常，不存在应披露而未披露的信息。”",
        [("远帆生物", "公司经营正常，不存在应披露而未披露的信息。")],
    ),
    (
        "[o:远帆生物]在公告中表示，“本次合作不会对业绩造成重大影响”。",
        [("远帆生物", "本次合作不会对业绩造成重大影响")],
    ),
    ("[p:周岚]写道：“药物研发是一场马拉松。”", [("周岚", "药物研发是一场马拉松。")]),
    (
        "正如[p:周岚]所说，“药物研发是一场马拉松，没有捷径”。",
        [("周岚", "药物研发是一场马拉松，没有捷径")],
    ),
    (
        "用[p:周岚]的话说，“药物研发是一场马拉松，没有捷径”。",
        [("周岚", "药物研发是一场马拉松，没有捷径")],
    ),
    (
        "“药物研发是一场马拉松。”这是[p:周岚]常挂在嘴边的一句话。",
        [("周岚", "药物研发是一场马拉松。")],
    ),
    ("[p:周岚]常说：“药物研发是一场马拉松。”", [("周岚", "药物研发是一场马拉松。")]),
    (
        "[p:周岚]认为，“药物研发是一场马拉松，没有捷径。”",
        [("周岚", "药物研发是一场马拉松，没有捷径。")],
    ),
    ("[p:周岚]指出，园区下一步将“补链强链、招大引强”。", []),
    (
        "“您好，请问有什么可以帮您？”走进服务大厅，工作人员热情迎上来。",
        [(None, "您好，请问有什么可以帮您？")],
    ),
    ("[p:周岚]：“我们要做到全国第一，这是目标。”", [("周岚", "我们要做到全国第一，这是目标。")]),
    ("「進展順利。」[o:遠帆生物]董事長[p:周嵐]說。", [("周嵐", "進展順利。")]),
    (
        "[o:遠帆生物]董事長[p:周嵐]表示：「進展順利，明年上市。」",
        [("周嵐", "進展順利，明年上市。")],
    ),
    (
        "[p:周嵐]指出，「台灣的臨床能量很強，但缺乏國際行銷」，政府應多協助。",
        [("周嵐", "台灣的臨床能量很強，但缺乏國際行銷")],
    ),
    ("[p:周嵐]強調，「我們不會缺席」。", [("周嵐", "我們不會缺席")]),
    ("[p:周嵐]笑說：「我們不會缺席。」", [("周嵐", "我們不會缺席。")]),
    (
        "[p:周嵐]說，「我們今年要擴產」，「明年還要擴產」。",
        [("周嵐", "我們今年要擴產 明年還要擴產")],
    ),
    (
        "「我們今年要擴產，」[p:周嵐]說：「明年還要擴產。」",
        [("周嵐", "我們今年要擴產， 明年還要擴產。")],
    ),
    ("對於明年展望，[p:周嵐]審慎樂觀，「應該會比今年好」。", [("周嵐", "應該會比今年好")]),
    ("[p:周嵐]直言，「人才才是關鍵，錢不是問題」。", [("周嵐", "人才才是關鍵，錢不是問題")]),
    ("[p:周嵐]回憶，當時大家都不看好，「連銀行都不肯借錢」。", [("周嵐", "連銀行都不肯借錢")]),
    (
        "他形容：「大學的論文離病床，往往只差一間實驗室。」",
        [(None, "大學的論文離病床，往往只差一間實驗室。")],
    ),
    (
        "[o:遠帆生物]總經理[p:周嵐]昨（5）日在法說會表示，「訂單能見度已到明年」。",
        [("周嵐", "訂單能見度已到明年")],
    ),
    (
        '[p:周岚]是这里的首批住户。"我们看中的是配套,特别是公共平台。"她说。',
        [("周岚", "我们看中的是配套,特别是公共平台。")],
    ),
    ('[p:周岚]表示:"进展顺利,明年上市。"', [("周岚", "进展顺利,明年上市。")]),
    ('"进展顺利,明年上市。"[p:周岚]说。', [("周岚", "进展顺利,明年上市。")]),
    (
        "[o:远帆生物]的负责人说：“我们看中的是配套，特别是公共平台。”",
        [("远帆生物", "我们看中的是配套，特别是公共平台。")],
    ),
    (
        "“我们看中的是配套。”说起落户的原因，[p:周岚]打开了话匣子。",
        [("周岚", "我们看中的是配套。")],
    ),
    ("“我们看中的是配套。”[p:周岚]如是说。", [("周岚", "我们看中的是配套。")]),
    ("谈起初衷，[p:周岚]坦陈：“就是想做点事。”", [("周岚", "就是想做点事。")]),
    (
        "“就是想做点事，没想那么多。”在[p:周岚]看来，这很自然。",
        [("周岚", "就是想做点事，没想那么多。")],
    ),
    ("[p:周岚]总结了三个字：“快、准、狠。”", [("周岚", "快、准、狠。")]),
    (
        "[p:周岚]介绍道：“园区有三个特点。一是快，二是准，三是狠。”他还说：“欢迎大家来。”",
        [("周岚", "园区有三个特点。一是快，二是准，三是狠。"), ("周岚", "欢迎大家来。")],
    ),
    (
        "[p:周岚]说：“园区有三个特点。”“欢迎大家来。”他补充道。",
        [("周岚", "园区有三个特点。"), ("周岚", "欢迎大家来。")],
    ),
    (
        "[o:远帆生物]董事长[p:周岚]在会上说，公司今年将投入三亿元，“这是我们历史上最大的一笔投入”，他还透露，二期工程已经启动。",
        [("周岚", "这是我们历史上最大的一笔投入")],
    ),
    ("“我们愿意等。”[p:周岚]这样解释公司的耐心。", [("周岚", "我们愿意等。")]),
    ("“我们愿意等。”这位“80后”创业者说。", [(None, "我们愿意等。")]),
    (
        "“为什么选这里？”有人问[p:周岚]。“因为快。”他答道。",
        [(None, "为什么选这里？"), ("周岚", "因为快。")],
    ),
    (
        "[p:周岚]感叹：“过去要三个月，现在三天就够了！”话音刚落，台下掌声响起。",
        [("周岚", "过去要三个月，现在三天就够了！")],
    ),
    ("[p:周岚]用“三个一”概括公司的定位：一个平台、一支团队、一条管线。", []),
    ("在[p:周岚]看来，“专精特新”企业更需要耐心资本。", []),
    ("[p:周岚]说，公司的口号是“让每个患者用得起好药”。", []),
    ("[p:周岚]把这里称作“第二故乡”。", []),
    ("“双抗”、“ADC”成为今年的热词，[p:周岚]说。", []),
    ("[p:周岚]表示，公司已入选“国家级专精特新‘小巨人’企业”。", []),
    ("“十四五”期间，滨湖将建成三个基地，[p:周岚]表示。", []),
    (
        "“新药从来不是一个人做出来的。”[p:周岚]说，“它要靠一个团队，一座城市，甚至一代人。”[p:江越]点头称是。",
        [("周岚", "新药从来不是一个人做出来的。 它要靠一个团队，一座城市，甚至一代人。")],
    ),
    ("“快一点，再快一点。”采访中，这句话[p:周岚]说了不下五遍。", [("周岚", "快一点，再快一点。")]),
    (
        "[p:周嵐]接受本報訪問時說：「香港的優勢是臨床數據獲國際認可」，但他坦言「地價太貴」。",
        [("周嵐", "香港的優勢是臨床數據獲國際認可"), ("周嵐", "地價太貴")],
    ),
    ("[p:周嵐]被問到會否加價，她回應：「現階段沒有計劃。」", [("周嵐", "現階段沒有計劃。")]),
    (
        "[o:滨湖市科技局]局长[p:周岚]：\n“今年我们要建三个平台，培育十家企业。”",
        [("周岚", "今年我们要建三个平台，培育十家企业。")],
    ),
    (
        "问：公司何时盈利？\n[p:周岚]：我们预计后年可以实现盈亏平衡，现金储备足够支撑三年。",
        [("周岚", "我们预计后年可以实现盈亏平衡，现金储备足够支撑三年。")],
    ),
    (
        "“我们不做仿制药，只做首创药。”[o:远帆生物]首席科学家[p:周岚]斩钉截铁。",
        [("周岚", "我们不做仿制药，只做首创药。")],
    ),
    (
        "“我们不做仿制药，只做首创药。”\n说这话时，[p:周岚]正站在实验室门口。",
        [("周岚", "我们不做仿制药，只做首创药。")],
    ),
    (
        "[p:周岚]的办公室挂着一幅字。“我们不做仿制药，只做首创药。”这是公司的信条。",
        [("周岚", "我们不做仿制药，只做首创药。")],
    ),
]

ENGLISH: list[tuple[str, Speeches]] = [
    (
        '"We are on track," said [p:Jane Doe], chief executive of [o:Larch Bio].',
        [("Jane Doe", "We are on track,")],
    ),
    (
        '"We are on track," [p:Jane Doe] said. "We plan to hire."',
        [("Jane Doe", "We are on track, We plan to hire.")],
    ),
    (
        '"On track," said [p:Jane Doe]. "We plan to hire." Here, she noted, costs matter.',
        [("Jane Doe", "On track, We plan to hire.")],
    ),
    (
        '"We are on track," said [p:Jane Doe], "and we plan to hire."',
        [("Jane Doe", "We are on track, and we plan to hire.")],
    ),
    (
        '[p:Jane Doe] said: "We are on track and we plan to hire."',
        [("Jane Doe", "We are on track and we plan to hire.")],
    ),
    (
        'According to [p:Jane Doe], "we are on track and we plan to hire."',
        [("Jane Doe", "we are on track and we plan to hire.")],
    ),
    (
        '[p:Jane Doe], head of [o:Larch Bio], told us that "we are on track and plan to hire".',
        [("Jane Doe", "we are on track and plan to hire")],
    ),
    ('"We are on track," she said.', [(None, "We are on track,")]),
    (
        '[p:Jane Doe] founded [o:Larch Bio] in 2015. "We were three people," she said.',
        [("Jane Doe", "We were three people,")],
    ),
    ('"We were three people," the company said in a statement.', [(None, "We were three people,")]),
    (
        '[o:Larch Bio] opened a plant. "We were three people," the company said in a statement.',
        [("Larch Bio", "We were three people,")],
    ),
    (
        '[o:Larch Bio] said in a statement that it "remains committed to the project".',
        [("Larch Bio", "remains committed to the project")],
    ),
    (
        '"This is a milestone for the park," [p:Jane Doe], its director, said on Monday.',
        [("Jane Doe", "This is a milestone for the park,")],
    ),
    ('"This is a milestone," [p:Doe=Jane Doe] added.', [("Jane Doe", "This is a milestone,")]),
    (
        "“A milestone,” commented [p:Jane Doe], M.D., a doctor. “It shows our strength.”",
        [("Jane Doe", "A milestone, It shows our strength.")],
    ),
    (
        "“A milestone,” said Dr. [p:Jane Doe], a doctor. “It shows our strength.”",
        [("Jane Doe", "A milestone, It shows our strength.")],
    ),
    (
        '"What did we learn?" asked [p:Jane Doe]. "That speed matters."',
        [("Jane Doe", "What did we learn? That speed matters.")],
    ),
    ('The so-called "valley of death" is deep.', []),
    ('The park is called "Pharma Valley".', []),
    (
        '"A milestone," said [p:Jane Doe]. [p:John Roe] agreed. "It took ten years," he said.',
        [("Jane Doe", "A milestone,"), ("John Roe", "It took ten years,")],
    ),
    (
        '"This is a milestone," said [p:Jane Doe].\n"It took ten years," said [p:John Roe].',
        [("Jane Doe", "This is a milestone,"), ("John Roe", "It took ten years,")],
    ),
    (
        '"It was hard. We had no money." That is how [p:Jane Doe] remembers it.',
        [("Jane Doe", "It was hard. We had no money.")],
    ),
    (
        '"Costs fell by half," a spokesperson for [o:Larch Bio] said.',
        [("Larch Bio", "Costs fell by half,")],
    ),
    ('"Costs fell by half," said a spokesman for the bureau.', [(None, "Costs fell by half,")]),
    (
        '"Costs fell by half," an investor who asked not to be named said.',
        [(None, "Costs fell by half,")],
    ),
    (
        'For [p:Jane Doe], the answer is simple: "Talent first, money second."',
        [("Jane Doe", "Talent first, money second.")],
    ),
    (
        '[p:Jane Doe] put it bluntly: "No talent, no industry."',
        [("Jane Doe", "No talent, no industry.")],
    ),
    (
        '"Costs fell," explains [p:Jane Doe]. "They will fall again."',
        [("Jane Doe", "Costs fell, They will fall again.")],
    ),
    ('In her words, "costs fell by half".', []),
]


@pytest.mark.parametrize(("marked", "expected"), [*CHINESE, *ENGLISH])
def test_speeches(make: Make, marked: str, expected: Speeches) -> None:
    names = sorted(
        {f"{name}={_TYPES[kind]}={label or name}" for kind, name, label in _MARK.findall(marked)}
    )
    case = make(_MARK.sub(r"\2", marked), *names)
    assert [(speaker, " ".join(parts)) for speaker, parts in case.quotes] == expected
