"""Posts in Chinese news: a core word and what may stand in front of it."""

from __future__ import annotations

import re

from zjkg.patterns import Table

_CORES = (
    "首席执行官 执行长 营运长 财务长 技术长 行政总裁 行政长官 首席科学家 首席运营官 首席营运官 "
    "首席财务官 "
    "首席技术官 首席医学官 首席科学官 首席商务官 首席战略官 首席信息官 首席研发官 首席记者 "
    "创始合伙人 创始人 创办人 董事总经理 董事长 董事 监事长 监事 总裁 总经理 经理 总监 主管 "
    "主任医师 主治医师 医师 医生 药师 总会计师 总经济师 总药师 总工程师 工程师 总设计师 主任 "
    "所长 院长 校长 局长 市长 "
    "区长 省长 县长 镇长 州长 部长 司长 署长 厅长 关长 处长 科长 课长 组长 股长 次长 行长 社长 "
    "台长 "
    "站长 里长 村长 乡长 议员 立委 立法委员 董座 副总 协会长 检验师 护理师 护士长 馆长 园长 厂长 "
    "店长 班长 会长 理事长 秘书长 干事长 总干事 理事 委员长 常委 委员 书记 "
    "主席 主委 召集人 合伙人 负责人 发言人 董秘 董事会秘书 特别助理 特助 董事长特助 总经理特助 "
    "院长助理 所长助理 校长助理 秘书 大使 公使 领事 总领事 "
    "教授 研究员 院士 博士 讲师 学者 科学家 分析师 专家 投资人 银行家 企业家 协理 主理人 掌门人 "
    "顾问 参赞 专员 巡视员 调研员 记者 编辑 责任编辑 责编 总编辑 主编 撰稿 通讯员 CEO CFO COO "
    "CTO "
    "CMO CSO"
).split()
_PREFIXES = (
    "副 常务 执行 名誉 荣誉 轮值 助理 代理 高级 资深 首席 联席 联合 共同 兼职 客座 特聘 讲座 临床 "
    "独立 "
    "非执行 全球 中国区 大中华区 亚太区 亚洲区 华东区 华南区 华北区 地区 区域 总 党委 党组 "
    "一级 二级 三级 四级 党工委 专职 特约 实习 见习 前 原 时任 现任 新任 候任 首任 署理"
).split()
_REGIONS = (
    "全球 中国区 大中华区 大中华 亚太区 亚太 亚洲区 华东区 华南区 华北区 华东 华南 华北 北美区 "
    "北美 欧洲区 "
    "中国 国际 海外 区域"
).split()
# Work inside a firm that no firm is named after: it belongs to the post behind it.
_FIELDS = (
    "人力资源 人事 人资 行政 财务 会计 审计 税务 法务 法规 法规事务 合规 知识产权 专利 注册 "
    "注册事务 "
    "政府事务 证券事务 公共事务 公共关系 "
    "公关 对外事务 媒体关系 媒体 传讯 企业传讯 企业传播 传播 品牌 "
    "新闻 市场 "
    "市场推广 市场拓展 市场营销 市场准入 营销 行销 销售 业务 业务发展 业务拓展 业务开发 商务 "
    "商务拓展 "
    "商务发展 商务合作 商业 商业化 商业拓展 商业发展 客户 客户服务 企业服务 战略 策略 战略合作 "
    "投资者关系 投融资 融资 并购 招商 招商引资 产业发展 园区运营 运营 营运 营运管理 运营管理 "
    "临床 "
    "临床运营 临床营运 临床开发 临床研究 临床试验 临床医学 医务 医学事务 药物警戒 药物发现 "
    "新药研发 "
    "研发 早期研发 科研 研究 开发 工艺 工艺开发 制程 制程开发 制剂 制剂开发 分析 分析方法 "
    "转化研究 "
    "生产 生产运营 制造 品质 品质管理 质量 质量管理 质量控制 质量保证 品管 品保 质控 质检 设备 "
    "工程 "
    "厂务 设施 安全 环保 供应链管理 采购 物流 仓储 计划 项目 项目管理 专案 产品 产品开发 "
    "技术支持 信息化 "
    "信息技术 数据 数据科学 数字化 数字化转型 算法 架构 自动化 培训 教育 孵化 孵化服务 运维 "
    "活动 会员 "
    "社群 国际业务 国际合作 海外业务 海外市场 企业发展 企业事务 事务 BD EHS IT"
).split()
_RANKS = "首席 资深 高级 执行 常务 助理 副 总".split()
_OF_FIELDS = (
    "总监 主管 经理 总经理 总裁 负责人 专员 分析师 工程师 科学家 顾问 协理 主任 合伙人 发言人 代表"
).split()
# Fields of work that belong to the post before these words, and to the firm before others.
_FIELD_POSTS = (
    "(?:行政|招商|项目|医药|医学|技术|研发|财务|运营|市场|商务|战略|投资|人力资源|政府事务|行业|宏观)"
    "(?:首席|资深|高级|副)?(?:总监|主管|分析师|研究员|合伙人)|(?:管理|执行|投资|创始)合伙人|"
    "(?:运营|市场|财务|商务|研发|行政|销售)(?:副?总经理|副总裁|负责人)"
)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_MANAGED = (
    f"(?:{_any(_REGIONS)})?(?:{_any(_FIELDS)})(?:(?:及|与|和)?(?:{_any(_FIELDS)}))?"
    f"(?:{_any(_RANKS)}){{0,2}}(?:{_any(_OF_FIELDS)})(?![会团委办室])"
)
FIELD_POST = _MANAGED
"""A post with the field of work that it is about (质量总监), and the region (亚太区市场总监)."""
REGIONAL = frozenset(_REGIONS)
POST = f"(?:{_any(_PREFIXES)}){{0,3}}(?:{_FIELD_POSTS}|{_MANAGED}|{_any(_CORES)})"
CREDIT_POSTS = frozenset(
    "记者 首席记者 特约记者 实习记者 见习记者 资深记者 高级记者 编辑 责任编辑 责编 通讯员 "
    "撰稿".split()
)
# Posts that follow no employer often enough to make one of the words in front.
FREE_POSTS = frozenset(
    "专家 院士 博士 教授 经理 负责人 责任编辑 责编 学者 科学家 投资人 银行家 企业家 医生 "
    "工程师 委员 主管 顾问 秘书 专员".split()
)
_TABLE = Table([re.compile(POST)], lambda pattern: pattern)


def may_hold_post(text: str) -> bool:
    """Whether a text has words without which there is no post; most sentences have none."""
    return bool(_TABLE.possible(text))
