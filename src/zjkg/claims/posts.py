"""Posts: the words that name what a person does at an organization."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_ZH_BASE: Final = (
    "法定代表人 实际控制人 联合创始人 共同创始人 创始合伙人 管理合伙人 执行合伙人 合伙人 创始人 "
    "创办人 "
    "首席执行官 首席运营官 首席财务官 首席技术官 首席科学官 首席医学官 首席战略官 首席商务官 "
    "首席信息官 "
    "首席投资官 首席营销官 首席商业官 首席科学家 首席专家 首席代表 首席顾问 首席经济学家 "
    "首席分析师 "
    "首席研究员 首席记者 首席执行长 财务负责人 主要负责人 相关负责人 有关负责人 负责人 项目负责人 "
    "董事局主席 董事会主席 监事会主席 行政总裁 执行总裁 总裁助理 总经理助理 董事会秘书 董事长 "
    "理事长 "
    "副董事 总经理 总裁 董秘 董事 监事长 监事 理事 总监 经理 总工程师 总工 总会计师 总经济师 "
    "总设计师 "
    "总指挥 总干事 总编辑 总编 主编 秘书长 书记 主任委员 副主委 主委 主任 主席 会长 院长 所长 "
    "校长 局长 "
    "处长 科长 部长 司长 厅长 署长 关长 台长 社长 馆长 园长 站长 室主任 行长 省长 市长 区长 县长 "
    "镇长 乡长 "
    "州长 街道办主任 组长 团长 班长 科主任 总理 执行长 财务长 科技长 营运长 研发长 执行官 "
    "学术带头人 学科带头人 掌门人 发言人 代言人 研究员 教授 讲师 讲席教授 研究总监 分析师 工程师 "
    "药师 "
    "主任医师 主治医师 医师 护士长 调研员 巡视员 专员 顾问 参事 委员 常委 代表 "
    "责任编辑 编辑 记者 通讯员 特派员 主持人 评论员 摄影 校对 撰稿人 编审 监制 策划 "
    "CEO COO CFO CTO CSO CMO CBO CIO"
).split()
_ZH_MODIFIER: Final = (
    "常务 高级 资深 执行 联席 联合 共同 首席 名誉 荣誉 终身 独立 兼职 特聘 客座 代理 代 全球 全国 "
    "大中华区 中国区 亚太区 亚太地区 华东区 中国 亚太 国际 集团 运营 营运 财务 技术 研发 市场 "
    "商务 销售 "
    "医学 战略 科研 行政 人力资源 政务 事务 公共事务 商业 生产 质量 品牌 投资 注册 临床 药物 "
    "党委 党组 "
    "党工委 纪委 市委 区委 省委 县委 团委 党总支 原 前任 前 副 总 正 助理 特约 见习 "
    "专职 业务 发展 拓展 执行董事 新闻 法律 法务 学术 副院 科学 数字化 信息 产品 部门"
).split()

_EN_BASE: Final = (
    r"co-?founders?|cofounder|founders?|founding partner|managing partner|general partner|partner"
    r"|chair(?:man|woman|person)?|president|chief [a-z]+(?: [a-z]+)? officer|chief scientist"
    r"|chief executive(?: officer)?|chief economist|chief engineer|chief representative"
    r"|c[efotmsbi]o|coo|director-general|director general|directors?|general manager"
    r"|managing director|manager|secretary-general|secretary general|party secretary|secretary"
    r"|dean|provost|chancellor|rector|principal|head|lead|leader|commissioner|minister|mayor"
    r"|governor|administrator|superintendent|professor|lecturer|research fellow|fellow"
    r"|scientist|researcher|analyst|economist|engineer|adviser|advisor|consultant"
    r"|spokes(?:man|woman|person)|representative|owner|chief|editor-in-chief|editor|reporter"
    r"|correspondent|columnist|board member|treasurer|curator|coordinator|investigator"
)
_EN_MODIFIER: Final = (
    r"executive|senior|deputy|vice|assistant|associate|acting|interim|former|ex|honorary|global"
    r"|regional|group|managing|general|co|chief|founding|principal|lead|scientific|medical"
    r"|clinical|technical|research|operating|financial|commercial|marketing|business|sales"
    r"|strategy|party|board|non-executive|independent|adjunct|visiting|emeritus|china"
    r"|greater china|asia-pacific|corporate|investment|project|program|programme|r&d|product"
    r"|development|innovation|science|policy|staff|first|incoming|retiring|distinguished"
)


def _alternatives(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


ZH_POST: Final = f"(?:(?:{_alternatives(_ZH_MODIFIER)}){{0,4}}?(?:{_alternatives(_ZH_BASE)}))"
ZH_POSTS: Final = f"(?:{ZH_POST}(?:(?:、|兼任|兼|及|和|暨|以及|与|/|，){ZH_POST}){{0,5}})"
_EN_FIELD: Final = r"(?: (?:of|for) (?:the )?[a-z&-]+(?:(?: and|,)? [a-z&-]+){0,4}?)?"
EN_POST: Final = rf"(?:(?:(?:{_EN_MODIFIER})[ -]){{0,4}}(?:{_EN_BASE})\b(?:-elect| emeritus)?)"
EN_POSTS: Final = (
    rf"(?:(?:the |a |an |its )?{EN_POST}{_EN_FIELD}"
    rf"(?:(?:, and |, | and | & |/| as well as )(?:the |a |an |its )?{EN_POST}{_EN_FIELD}){{0,5}})"
)
_EN_ARTICLE = re.compile("(?:the|a|an|its) ", re.IGNORECASE)
_SHARED = re.compile(
    "副|教授|研究员|委员|专家|记者|编辑|合伙人|创始人|创办人|董事$|通讯员|代表|理事$"
)
_FOUNDER = re.compile(r"创始人|创办人|创始合伙人|\bco-?founder|\bfounder|\bfounding", re.IGNORECASE)
_COMPANY_POST = re.compile("董事|总经理|总裁|首席|创始|合伙|监事|总监|[A-Z]{3}|财务负责人|法定代表")


@cache
def _single(*, chinese: bool) -> re.Pattern[str]:
    source = ZH_POST if chinese else EN_POST + _EN_FIELD + r"(?= (?:and|&)|[,/]|$)"
    return re.compile(source, re.IGNORECASE)


def split_posts(joined: str, *, chinese: bool) -> tuple[tuple[int, int], ...]:
    """Start and end of each post in joined posts (创始人、董事长兼首席执行官 gives three)."""
    found = []
    for match in _single(chinese=chinese).finditer(joined):
        start = match.start()
        article = _EN_ARTICLE.match(match[0])
        found.append((start + (article.end() if article else 0), match.end()))
    return tuple(found)


def may_be_shared(post: str) -> bool:
    """Whether several persons of one list can hold the post (副主任张三、李四)."""
    return bool(_SHARED.search(post))


def founds(post: str) -> bool:
    """Whether who holds the post founded the organization."""
    return bool(_FOUNDER.search(post))


def is_company_post(post: str) -> bool:
    """Whether the post exists in companies only, so that it points at the company spoken of."""
    return bool(_COMPANY_POST.search(post))
