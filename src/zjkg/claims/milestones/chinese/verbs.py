"""The Chinese words of turning points, in simplified characters, and what they may be said of."""

from __future__ import annotations

import re
from typing import Final

from zjkg.model import MilestoneKind as Kind
from zjkg.patterns import compiled


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_BY_KIND: Final = {
    Kind.FOUNDED: _words(
        "成立 创立 创办 创建 组建 设立 始建 开办 注册成立 揭牌成立 挂牌成立 组建成立"
        " 宣告成立 宣布成立"
    ),
    Kind.OPENED: _words(
        "开园 开业 开馆 开幕 开诊 启用 投用 揭牌 挂牌 启幕 揭幕 投入使用 投入运营"
        " 投入运行 投运 正式运营 开始运营"
        " 启动运营 建成投用 建成启用 建成开园 建成投运 落成启用 落成投用 竣工启用"
        " 竣工投用 揭牌启用 揭牌运营"
        " 挂牌运营 开业运营 建成运营 开园运营 落成开业 建成开业 对外开放"
    ),
    Kind.LAUNCHED: _words("启动 推出 上线 发起"),
    Kind.CONSTRUCTION: _words(
        "动工 开工 奠基 破土 动土 开建 破土动工 开工建设 动工建设 启动建设 动工兴建"
        " 开始建设 奠基开工 开工奠基"
    ),
    Kind.PRODUCTION: _words(
        "投产 量产 建成投产 竣工投产 投入生产 正式量产 开始生产 开始量产 投入量产 完工投产 投产运营"
    ),
    Kind.COMPLETED: _words(
        "竣工 落成 封顶 建成 完工 交付 交付使用 竣工验收 结构封顶 主体封顶 竣工交付 建成交付"
    ),
    Kind.LISTED: _words("上市 挂牌上市 登陆 登录"),
    Kind.APPROVED: _words(
        "获批 获批上市 获准上市 批准上市 核准上市 获批准 获得批准 获批准上市 获批成立 获批设立 批准"
    ),
    Kind.RELEASED: _words("发布 印发 出台 公布 颁布"),
    Kind.SIGNED: _words("签约 签署 签订 签下"),
    Kind.MOVED_IN: _words("落户 入驻 进驻 迁入 迁至 搬入 签约落户 签约入驻 落子"),
}
KINDS: Final = {word: kind for kind, words in _BY_KIND.items() for word in words}
_APPROVAL: Final = r"获(?:得)?[^，。；！？、]{0,24}?(?:批准|核准|审批通过)(?:上市)?"
VERB: Final = compiled(
    "|".join(sorted(KINDS, key=lambda word: (-len(word), word))) + f"|(?P<approval>{_APPROVAL})"
)
TRANSITIVE: Final = frozenset(
    {Kind.FOUNDED, Kind.LAUNCHED, Kind.RELEASED, Kind.SIGNED, Kind.MOVED_IN}
) | frozenset(
    _words(
        "启用 建成 获批 获批准 获得批准 批准 开工建设 动工建设 动工兴建 登陆 登录 揭牌"
        " 挂牌 投产 交付 开建 揭牌启用 建成投用"
        " 获批成立 获批设立"
    )
)
"""Kinds and verbs that may have an object."""
BUILDING: Final = frozenset({Kind.CONSTRUCTION, Kind.PRODUCTION, Kind.COMPLETED, Kind.OPENED})
"""What one thing goes through: it is begun, completed and opened."""
_BUILT = (
    "基地|厂|厂房|车间|生产线|产线|项目|工程|[一二三四五六]期|中心|园|园区|楼"
    "|大厦|总部|实验室|平台|医院|学院|研究院"
    "|研究所|办事处|办公室|公司|馆|仓库|仓|库|设施|装置|孵化器|加速器|社区|公寓"
    "|站|展厅|校区|院区|机构|店|[区港城谷]"
)
_FORMED = "基金|联盟|协会|学会|商会|团队|委员会|工作站|创新体|联合体|分会|小组|专班"
_PLANNED = "计划|行动|项目|工程|基金|试点|平台|活动|专项|大赛|服务|系统|试验|工作站|招募|申报"
_PAPERS = (
    "报告|白皮书|蓝皮书|指数|方案|政策|措施|办法|规划|计划|意见|榜单|标准|指南"
    "|条例|清单|目录|细则|[一-鿿]策|[条则]"
)
_DEALS = "协议|合同|备忘录|意向书|合约|协定|协议书|框架"
_APPROVED = "药|产品|注射液|胶囊|片|疫苗|试剂|器械|疗法|单抗|适应症|系统|试验|许可证"
_HEADS: Final = {
    Kind.FOUNDED: f"{_BUILT}|{_FORMED}",
    Kind.OPENED: _BUILT,
    Kind.LAUNCHED: _PLANNED,
    Kind.CONSTRUCTION: _BUILT,
    Kind.PRODUCTION: _BUILT,
    Kind.COMPLETED: _BUILT,
    Kind.LISTED: "子公司",
    Kind.APPROVED: f"{_BUILT}|{_APPROVED}",
    Kind.RELEASED: _PAPERS,
    Kind.SIGNED: _DEALS,
    Kind.MOVED_IN: f"{_BUILT}|{_FORMED}",
}
HEADS: Final = {kind: re.compile(f"(?:{heads})\\Z") for kind, heads in _HEADS.items()}
"""How the words of an unnamed thing end, by what happens to it."""
_COUNTED = "家|个|名|款|项|种|位|批|座|条|只|支|所|类|间|栋|宗|大"
SEVERAL: Final = re.compile(
    rf"\d\s?(?:余|多|万)?(?:{_COUNTED})"
    rf"|(?<!第)[二两三四五六七八九十百千万多数几]+(?:余|多)?(?:{_COUNTED})"
    "|一批|一系列|多项|部分|不少|所有|更多|许多|各|些|等|、"
)
"""Words of an unnamed thing that stand for several."""
FACILITY: Final = re.compile(
    "(?:医院|研究院|研究所|研究中心|中心|实验室|大学|学院|学校|厂|基地|所|馆"
    "|平台|局|分院|分公司|银行|工作站|孵化器|园)$"
)
"""Names of organizations that are also buildings."""
BOARD: Final = re.compile("[板柜]|交易所|[证联港深沪上北]交所|纳斯达克|市场")
TRIAL: Final = re.compile("(?:建设|施工|兴建)\\Z")
ADVERBS: Final = frozenset(
    "正式 已 已经 全面 全部 顺利 同步 成功 率先 首次 将 拟 预计 计划 有望 力争"
    " 可望 才 就 便 又 也 还 即 即将 先后 陆续 在 于 自 从"
    " 到 至 自从 曾 刚刚 刚 当天 当日 整体 宣布 宣告 如期 提前 按期 计划于"
    " 预计于 拟于 将于 共同 联合 发起 新 所 争取 并 而 举行 举办 料 最快"
    " 最早 最迟 预期 预估 目标 上午 下午 晚间 早上 上 下 前 底 初 末 中 年底"
    " 底前 年初 前后 左右 之前 起 以来 间 内 期间 里 时 期 中旬 上旬 下旬 份"
    " 日 度 批准 主体 了"
    " 被 则 再 均 都 有关 相关 其 另 另外 据悉 据了解 近日 日前 后 以后 之后"
    " 随后 目前 由此 获 经 获得 来 并于 而且 会 亦 将会 正 还要 要 可 打算"
    " 决定 开始 预定 准备 估计 春 夏 秋 冬 春季 夏季 秋季 冬季 先 早 早在"
    " 早于".split()
)
"""Words between a subject and its verb that are no part of either."""
AHEAD: Final = frozenset({"会", "将会", "要", "还要", "打算", "准备", "预定", "料", "能", "可"})
"""Words that make what follows a plan."""
CEREMONY: Final = re.compile("(?:仪式|典礼|大会|庆典)")
SAYING: Final = re.compile(
    "获悉|了解到|表示|透露|介绍|报道|公告|[称说]|指出|显示|消息|讯|电|统计"
    "|披露|提出|建议|提议|要求|鼓励|推动|明确|规定|宣布|发布会|数据|强调|认为"
    "|回忆"
)
"""Words after which a date is that of the report."""
NOT_A_POINT_BEFORE: Final = re.compile("(?:截至|截止到?|直到|直至|比|较|与|近|过去|同比)\\Z")
NOT_A_POINT_AFTER: Final = re.compile(
    "(?:以来|起|至今|至|到|—|－|-|以后|之后|度|版|的(?!\\d)|来|期间)"
)
PLAN_BY: Final = re.compile("(?:底|末|年底)?(?:之?前|以前|内)")
CLAUSE_MARKS: Final = frozenset("，,；;：:。！？!?\n…—（）()【】[]|▲　•●■")
