"""Kinds of the things that Chinese values belong to and of what is measured; which fit which."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from zjkg.claims.observations.references import is_firm
from zjkg.model import EntityType
from zjkg.patterns import Table

_AUTHORITY = re.compile(
    r"(?:局|[市区县省州镇]委|委员会|管委会|政府|办公室|办公厅|署|厅|司法部|[^俱乐]部|税务总局|海关"
    r"|统计局|办)\Z|\A(?:US )?(?:FDA|NMPA|EMA|PMDA|CDE|MHRA)\Z"
)
_FUND = re.compile(r"(?:基金|创投|资本|投资|证券|银行|保险|租赁|创业投资|基金管理公司)\Z")
_SCHOOL = re.compile(r"(?:大学|学院|医院|研究所|研究院|实验室|科|系|诊所|中心)\Z")
_UNION = re.compile(r"(?:联盟|协会|学会|商会|联会|总会|促进会|公会|工会|交易所|港交所)\Z")
_OUTLET = re.compile(r"(?:日报|晚报|早报|时报|新闻|通讯社|电视台|周刊|网|社|报|融媒|发布|杂志)\Z")


class Kind(StrEnum):
    """What a thing is, as far as it decides which values are its own."""

    FIRM = "firm"
    AUTHORITY = "authority"
    SCHOOL = "school"
    FUND = "fund"
    UNION = "union"
    OUTLET = "outlet"
    PERSON = "person"
    PARK = "park"
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"
    INDEX = "index"
    POLICY = "policy"
    PROJECT = "project"


_BODIES = (
    (Kind.OUTLET, _OUTLET),
    (Kind.AUTHORITY, _AUTHORITY),
    (Kind.UNION, _UNION),
    (Kind.FUND, _FUND),
    (Kind.SCHOOL, _SCHOOL),
)


def kind_of(kind: EntityType, name: str) -> Kind:
    """The kind of a thing with a type and a name (made simplified)."""
    if kind is not EntityType.ORGANIZATION:
        return Kind(kind.value.lower())
    for body, pattern in _BODIES:
        if pattern.search(name):
            return body
    return Kind.FIRM if is_firm(name) else Kind.UNION


class MeasureKind(StrEnum):
    """What a value measures, roughly."""

    FINANCING = "financing"
    EARNINGS = "earnings"
    MARKET = "market"
    DEAL = "deal"
    GRANT = "grant"
    OUTPUT = "output"
    INVESTMENT = "investment"
    FUND_SIZE = "fund-size"
    PRICE = "price"
    STAKE = "stake"
    TRIAL = "trial"
    STAFF = "staff"
    ATTENDANCE = "attendance"
    AREA = "area"
    TENANTS = "tenants"
    USERS = "users"
    PROJECTS = "projects"
    PRODUCTS = "products"
    PATENTS = "patents"
    CAPACITY = "capacity"
    SCORE = "score"
    OCCUPANCY = "occupancy"
    SPENDING = "spending"
    MONEY = "money"
    PEOPLE = "people"
    SHARE = "share"
    COUNT = "count"


_WORDS: tuple[tuple[MeasureKind, str], ...] = (
    (MeasureKind.FINANCING, r"融资|募资|集资|募集|筹资|领投|跟投|[A-F]\+?轮"),
    (
        MeasureKind.DEAL,
        r"首付款|里程碑|签约金|权利金|授权金|特许权|分成|交易|对价|授权费|预付款|订单金额",
    ),
    (
        MeasureKind.GRANT,
        r"补助|资助|奖励|补贴|扶持|减免|支持|再奖|最高奖|给予|租金|贴息|专项资金",
    ),
    (MeasureKind.SPENDING, r"安排|编列|拨付|拨款|预留|斥资|出资|兑付|兑现|投入|注资"),
    (MeasureKind.STAKE, r"持股|占股|股权|股份|持有"),
    (MeasureKind.MARKET, r"市值|股价|估值|收盘|收报|股"),
    (
        MeasureKind.OUTPUT,
        (
            r"产值|增加值|生产总值|产业规模|产业链|总收入|营业总收入|总产出|进口额|进出口|出口总额|GDP|税收"
            r"|工业|固定资产投资|产业"
        ),
    ),
    (
        MeasureKind.EARNINGS,
        (
            r"营收|营业额|营业收入|收入|利润|亏损|净利|净亏|毛利|研发投入|研发费用|研发支出|出口额|销售"
            r"|现金|市场(?:占比|比重)|负债|资产|业绩|订单|预算|产能利用率"
        ),
    ),
    (MeasureKind.FUND_SIZE, r"基金|认缴|募集规模"),
    (MeasureKind.PRICE, r"单价|每[支台剂盒瓶片针例次]|售价|定价|价格|单[支台剂盒]|一[支台剂盒]"),
    (
        MeasureKind.TRIAL,
        (
            r"入组|收案|植入|接种|受试|患者|病人|存活率|缓解率|有效率|灵敏度|敏感度|特异|准确率|不良反应"
            r"|副作用|临床试验|试验|病例|保护率|生存期|装机|有效性|剂量|反应率|治愈"
        ),
    ),
    (
        MeasureKind.ATTENDANCE,
        r"参会|出席|参展|观众|嘉宾|与会|到场|代表|展位|摊位|攤位|展区|参与|参加|论坛|媒合|洽谈|展商|场次",
    ),
    (MeasureKind.OCCUPANCY, r"出租率|入驻率|进驻率|空置率|使用率|满租|预租|招商"),
    (
        MeasureKind.AREA,
        r"面积|占地|用地|平方|公顷|亩|厂房|楼|载体|土地|空间|栋|公寓|车间",
    ),
    (MeasureKind.STAFF, r"员工|职工|雇员|聘用|人手|团队|技术员|研发人员|同事|研发人"),
    (MeasureKind.PEOPLE, r"从业人员|人才|就业|岗位|工作机会|职位|院士|专家|博士|学生"),
    (MeasureKind.USERS, r"医院|诊所|国家|市场|养殖场|药房|药店|省市|省份|客户|用户|机构使用"),
    (
        MeasureKind.TENANTS,
        r"入驻|进驻|落户|集聚|聚集|汇聚|企业|厂商|公司|机构|初创|引进|上市|租户|家",
    ),
    (MeasureKind.PROJECTS, r"项目|签约|工程|投资"),
    (MeasureKind.PATENTS, r"专利|论文|注册证|证书"),
    (MeasureKind.PRODUCTS, r"新药|产品|药物|器械|获批|管线|品种|药|申请|批件"),
    (MeasureKind.CAPACITY, r"产能|年产|生产|供应|产量"),
)
_PATTERNS = Table(((kind, re.compile(words)) for kind, words in _WORDS), lambda row: row[1])
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_MONEY = frozenset(
    {
        MeasureKind.FINANCING,
        MeasureKind.DEAL,
        MeasureKind.GRANT,
        MeasureKind.SPENDING,
        MeasureKind.STAKE,
        MeasureKind.MARKET,
        MeasureKind.OUTPUT,
        MeasureKind.EARNINGS,
        MeasureKind.FUND_SIZE,
        MeasureKind.PRICE,
        MeasureKind.PROJECTS,
    }
)
_AREA_UNITS = frozenset("m2 ha mu km2 坪 平方呎 acres 栋 幢 座 间 层 套".split())
_PERSON_UNITS = frozenset("人 名 位 人次".split())
_FIRM_UNITS = frozenset("家 间 户 所".split())
_DOSE_UNITS = frozenset("支 剂 劑 人份 片 盒 升 L 公斤 吨 针 针剂 粒 瓶 瓶装".split())
_TRIAL_UNITS = frozenset("例 宗例 受试者".split())
_RATE_UNITS = frozenset({"%", "ratio", "百分点", "times", "倍"})
_ALLOWED: tuple[tuple[frozenset[str], frozenset[MeasureKind], MeasureKind], ...] = (
    (
        _AREA_UNITS,
        frozenset(
            {MeasureKind.AREA, MeasureKind.TENANTS, MeasureKind.USERS, MeasureKind.OCCUPANCY}
        ),
        MeasureKind.AREA,
    ),
    (
        _PERSON_UNITS,
        frozenset(
            {MeasureKind.TRIAL, MeasureKind.ATTENDANCE, MeasureKind.STAFF, MeasureKind.PEOPLE}
        ),
        MeasureKind.PEOPLE,
    ),
    (
        _FIRM_UNITS,
        frozenset(
            {MeasureKind.TENANTS, MeasureKind.USERS, MeasureKind.ATTENDANCE, MeasureKind.FINANCING}
        ),
        MeasureKind.TENANTS,
    ),
    (_DOSE_UNITS, frozenset({MeasureKind.CAPACITY, MeasureKind.PRICE}), MeasureKind.CAPACITY),
    (_TRIAL_UNITS, frozenset({MeasureKind.TRIAL}), MeasureKind.TRIAL),
)
_EVERY = frozenset(MeasureKind)
_NEAR = 14


def measured(unit: str, before: str, after: str) -> MeasureKind:
    """What a value measures, by its unit and the words of its clause before and behind it."""
    if unit in {"score", "分"}:
        return MeasureKind.SCORE
    if _CURRENCY.fullmatch(unit):
        found = _nearest(before, after, _MONEY)
        return (
            MeasureKind.INVESTMENT if found is MeasureKind.PROJECTS else found or MeasureKind.MONEY
        )
    for units, allowed, default in _ALLOWED:
        if unit in units:
            return _nearest(before, after, allowed) or default
    found = _nearest(before, after, _EVERY)
    return found or (MeasureKind.SHARE if unit in _RATE_UNITS else MeasureKind.COUNT)


def _nearest(before: str, after: str, allowed: frozenset[MeasureKind]) -> MeasureKind | None:
    """The kind whose word stands nearest to the value; ties go to the order of the table."""
    best: tuple[int, MeasureKind] | None = None
    behind_it = after[:_NEAR]
    for kind, pattern in _PATTERNS.possible(f"{before}\n{behind_it}"):
        if kind not in allowed:
            continue
        distance = min(
            (len(before) - match.end() for match in pattern.finditer(before)),
            default=_NEAR * 3,
        )
        behind = pattern.search(behind_it)
        if behind is not None:
            distance = min(distance, behind.start())
        if distance < _NEAR * 3 and (best is None or distance < best[0]):
            best = (distance, kind)
    return None if best is None else best[1]


_TYPICAL = {
    MeasureKind.FINANCING: "firm",
    MeasureKind.EARNINGS: "firm",
    MeasureKind.MARKET: "firm",
    MeasureKind.DEAL: "firm",
    MeasureKind.GRANT: "policy",
    MeasureKind.SPENDING: "authority firm fund",
    MeasureKind.OUTPUT: "park place",
    MeasureKind.INVESTMENT: "firm project park",
    MeasureKind.FUND_SIZE: "fund",
    MeasureKind.PRICE: "product",
    MeasureKind.STAKE: "firm fund person",
    MeasureKind.TRIAL: "product",
    MeasureKind.STAFF: "firm",
    MeasureKind.ATTENDANCE: "event",
    MeasureKind.AREA: "park",
    MeasureKind.TENANTS: "park place event",
    MeasureKind.USERS: "product",
    MeasureKind.PROJECTS: "park place event project",
    MeasureKind.PRODUCTS: "firm park place",
    MeasureKind.PATENTS: "firm school park",
    MeasureKind.CAPACITY: "firm product",
    MeasureKind.SCORE: "index",
    MeasureKind.OCCUPANCY: "park",
    MeasureKind.PEOPLE: "park place",
}
_ODD = {
    MeasureKind.FINANCING: "place park product event index policy authority school person",
    MeasureKind.EARNINGS: "place product event index policy authority person",
    MeasureKind.MARKET: "place park product event policy authority person",
    MeasureKind.DEAL: "place park event policy authority school person",
    MeasureKind.GRANT: "product person index event",
    MeasureKind.SPENDING: "product person index event",
    MeasureKind.OUTPUT: "product person event index school policy",
    MeasureKind.INVESTMENT: "product person index",
    MeasureKind.FUND_SIZE: "product person event index",
    MeasureKind.PRICE: "park place event authority person",
    MeasureKind.STAKE: "place park product event policy",
    MeasureKind.TRIAL: "place park event policy authority fund person",
    MeasureKind.STAFF: "place product event policy index person",
    MeasureKind.ATTENDANCE: "product place person",
    MeasureKind.AREA: "product person index event",
    MeasureKind.TENANTS: "product person index",
    MeasureKind.USERS: "place policy index person",
    MeasureKind.SCORE: "place firm person authority",
    MeasureKind.OCCUPANCY: "product person firm",
    MeasureKind.PEOPLE: "product index",
    MeasureKind.CAPACITY: "place authority event policy person",
}
_INDEXED = frozenset({MeasureKind.SCORE, MeasureKind.SHARE, MeasureKind.COUNT})
_KINDS = {
    level: {key: frozenset(map(Kind, kinds.split())) for key, kinds in table.items()}
    for level, table in (("typical", _TYPICAL), ("odd", _ODD))
}


@cache
def fit(what: MeasureKind, kind: Kind) -> str:
    """How well a value of a thing fits a kind of thing: ``typical``, ``odd``, ``plain``.

    A thing that cannot have such a value is ``wrong`` for it.
    """
    if kind is Kind.INDEX and what not in _INDEXED:
        return "wrong"
    for level, table in _KINDS.items():
        if kind in table.get(what, ()):
            return level
    return "plain"
