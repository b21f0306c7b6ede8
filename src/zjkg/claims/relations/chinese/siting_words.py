"""The words that tell whether a firm lies in a site: its verbs, its kinds, what stands around."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.claims.relations.places import COUNTRIES
from zjkg.model import EntityType
from zjkg.patterns import compiled

MARK: Final = re.compile("[，；：！？]")
MARKS: Final = "，；：。！？"
_N: Final = f"[^，。；：{ANY_LETTER}]"
_PERSON: Final = LETTERS[EntityType.PERSON]
_SETTLE: Final = (
    "入驻|进驻|落户|落地|落子|落脚|迁入|迁至|迁到|迁往|搬入|搬至|搬到|搬进|移师|扎根|位[于在处]|地处|[坐座]落"
    "|总部[设在于]*|设[于在]|设址|选址|栖身|立足|入园|进园|入孵|租[用下赁]?|安家|注册"
)
_BUILD: Final = (
    "设立|成立|建立|兴建|新建|投建|建设|建成|建造|扩建|建厂|设厂|开设|开办|设有|建有|开业|启用|投产|揭牌|奠基"
    "|开工|动工|动土|竣工|落成|投资|布局|运营|办公|打造|拿地|封顶|上梁|起步|创立|创办|办起|开出|孵化|诞生|盖"
)
_FACILITY: Final = (
    "车间|产线|生产线|厂房|工厂|新厂|厂区|实验室|总部|研发中心|基地|办公室|办公楼|冷库|仓库|大楼|研发楼|写字楼"
    "|洁净|园区|展厅|中试|平方|楼|亩|坪"
)
FACILITIES: Final = re.compile(_FACILITY)
TENANT: Final = re.compile(
    "入驻|进驻|落户|入园|园内|区内|园区企业|园区的企业|租户|住户|在园|入孵|孵化|邻居|同楼|同一栋|隔壁|楼上|楼下"
    "|楼里|一路之隔|对门|毕业|搬|集聚|聚集|签约|进园"
)
VERBS: Final = tuple(
    (name, re.compile(source))
    for name, source in (
        ("settle", _SETTLE),
        ("build", _BUILD),
        ("facility", _FACILITY),
        (
            "gather",
            "集聚|聚集|汇聚|汇集|云集|吸引|迎来|引进|引入|引育|拥有|走出|涌现|包括|诸如|培育|有",
        ),
    )
)
GOVERNORS: Final = tuple(
    (name, re.compile(f"(?:{source}){_N}{{0,2}}$"))
    for name, source in (
        ("settle", f"(?:{_SETTLE})(?:了|于|在|到|至|进)?"),
        ("in", "在|于|至|到"),
        ("from", "从|自|由|来自|离开|距"),
        ("with", "与|和|同|跟|及|携手|联合"),
        ("to", "向|对|给|为|获|获得"),
        ("go", "走进|来到|赴|去|步入|走访"),
    )
)
LINKS: Final = tuple(
    (name, re.compile(source))
    for name, source in (
        ("adjacent", "^$"),
        (
            "described",
            "^的?(?:本土|本地)?(?:企业|公司|药企|新创|新创公司|初创企业|厂商|集团|药厂|创企|机构|业者|厂)$",
        ),
        ("of", f"^(?:[内里中]|东南|西北)?的{_N}{{0,14}}$"),
        ("relative", f"^{_N}{{0,24}}的{_N}{{0,8}}$"),
    )
)
KINDS: Final = tuple(
    (name, re.compile(source))
    for name, source in (
        ("university", "(?:大学|学院|中学|学校)"),
        ("hospital", "医院"),
        (
            "capital",
            "基金|资本|创投|投资|银行|证券|[Cc]apital|[Vv]enture|[Pp]artners|产投|国投|金控|保险",
        ),
        ("society", "(?:会|联盟|联合体|组织)$"),
        ("authority", "(?:局|署|委|厅|处|政府|部|办公室|办|科|海关)$|^(?:FDA|EMA|NMPA|CDE)$"),
        ("institute", "(?:院|所|中心|实验室|平台|设施)$"),
        (
            "operator",
            "(?:园区|科技园|开发|建设|发展|置业|运营|管理)(?:集团)?(?:股份)?(?:有限)?公司$",
        ),
        ("agency", "(?:报|网|社|电视台|周刊|杂志|新闻)$"),
        ("latin", r"^[\w .,&'()-]+$(?<![一-鿿])"),
    )
)
COUNTRY: Final = compiled(f"(?:the )?{COUNTRIES}", re.IGNORECASE)
BEFORE_BODY: Final = (
    (
        "described",
        re.compile(
            "(?:做|主营|从事|专注于?|专攻|主攻|专做|深耕|聚焦|主打|经营|研发|生产|以)"
            f"[^，。；：{ANY_LETTER}]{{2,30}}(?:的|为主业的){_N}{{0,6}}$"
        ),
    ),
    (
        "counterpart",
        re.compile(f"(?:与|和|同|跟|向|对|给|为|由|被|获|从|据|授予|授权){_N}{{0,8}}$"),
    ),
    ("foreign", re.compile(f"{COUNTRIES}.{{0,2}}$", re.IGNORECASE)),
    ("listed", re.compile("、$")),
)
BEHIND_BODY: Final = (
    (
        "investor",
        re.compile(f"{_N}{{0,6}}(?:领投|跟投|参投|投资|出资|收购|注资|入股|加码|代理)"),
    ),
    ("speaks", re.compile(f"{_N}{{0,14}}{_PERSON}")),
    ("listed", re.compile("[、和与及]")),
)
SUCH_FIRMS: Final = re.compile("等[^，。；]{0,10}(?:企业|公司|项目|机构|药企)")
NAME_PART: Final = re.compile(f"{_N}{{0,2}}(?:管委会|公司|集团|局|政府|市委|区委)")
