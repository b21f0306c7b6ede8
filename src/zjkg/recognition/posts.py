"""Posts in Chinese news: a core word and what may stand in front of it."""

from __future__ import annotations

import re

_CORES = (
    "首席执行官 执行长 营运长 财务长 技术长 行政总裁 行政长官 首席科学家 首席运营官 首席营运官 "
    "首席财务官 "
    "首席技术官 首席医学官 首席科学官 首席商务官 首席战略官 首席信息官 首席研发官 首席记者 "
    "创始合伙人 创始人 创办人 董事总经理 董事长 董事 监事长 监事 总裁 总经理 经理 总监 主管 "
    "主任医师 主治医师 医师 医生 药师 总工程师 工程师 总设计师 主任 所长 院长 校长 局长 市长 "
    "区长 省长 县长 镇长 州长 部长 司长 署长 厅长 关长 处长 科长 课长 组长 股长 次长 行长 社长 "
    "台长 "
    "站长 里长 村长 乡长 议员 立委 立法委员 董座 副总 协会长 检验师 护理师 护士长 馆长 园长 厂长 "
    "店长 班长 会长 理事长 秘书长 干事长 总干事 理事 委员长 常委 委员 书记 "
    "主席 主委 召集人 合伙人 负责人 发言人 董秘 董事会秘书 秘书 大使 公使 领事 总领事 "
    "教授 研究员 院士 博士 讲师 学者 科学家 分析师 专家 投资人 银行家 企业家 协理 主理人 掌门人 "
    "顾问 参赞 专员 巡视员 调研员 记者 编辑 责任编辑 责编 总编辑 主编 撰稿 通讯员 CEO CFO COO CTO "
    "CMO CSO"
).split()
_PREFIXES = (
    "副 常务 执行 名誉 荣誉 轮值 助理 代理 高级 资深 首席 联席 联合 共同 兼职 客座 特聘 讲座 独立 "
    "非执行 全球 中国区 大中华区 亚太区 亚洲区 华东区 华南区 华北区 地区 区域 总 党委 党组 "
    "一级 二级 三级 四级 党工委 专职 特约 实习 见习 前 原 时任 现任 新任 候任 首任 署理"
).split()
# Fields of work that belong to the post before these words, and to the firm before others.
_FIELD_POSTS = (
    "(?:行政|招商|项目|医药|医学|技术|研发|财务|运营|市场|商务|战略|投资|人力资源|政府事务|行业|宏观)"
    "(?:首席|资深|高级|副)?(?:总监|主管|分析师|研究员|合伙人)|(?:管理|执行|投资|创始)合伙人|"
    "(?:运营|市场|财务|商务|研发|行政|销售)(?:副?总经理|副总裁|负责人)"
)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


POST = f"(?:{_any(_PREFIXES)}){{0,3}}(?:{_FIELD_POSTS}|{_any(_CORES)})"
CREDIT_POSTS = frozenset(
    "记者 首席记者 特约记者 实习记者 见习记者 资深记者 高级记者 编辑 责任编辑 责编 通讯员 "
    "撰稿".split()
)
# Posts that follow no employer often enough to make one of the words in front.
FREE_POSTS = frozenset(
    "专家 院士 博士 教授 经理 负责人 责任编辑 责编 学者 科学家 投资人 银行家 企业家 医生 "
    "工程师 委员 主管 顾问 秘书 专员".split()
)
