"""Generic words that stand for a name: 该公司, 园区, 其, ``the company``, ``it``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from zjkg.model import EntityType
from zjkg.patterns import compiled


class Sort(StrEnum):
    """What kind of thing a generic word stands for."""

    FIRM = "firm"
    PARK = "park"
    PLACE = "place"
    PRODUCT = "product"
    INDEX = "index"
    PROJECT = "project"
    BODY = "body"
    TOPIC = "topic"
    SPEAKER = "speaker"
    LATTER = "latter"
    EVENT = "event"
    PERSON = "person"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Reference:
    """A generic word at a place of the text; ``word`` is its noun."""

    start: int
    end: int
    sort: Sort
    word: str


_THIS = "该|本(?!地|次|月|周|届|土|报|网)|此|这家|这个|这一|这座|上述"
_FREE = (
    r"(?<![一-鿿〓A-Za-z0-9])|(?<=[今去明前\d]年)|(?<=目前)|(?<=此前)|(?<=如今)|(?<=现在)"
    r"|(?<=预计)|(?<=预期)"
    r"|(?<=表示)|(?<=[说称指料和与及])|(?<=其中)|(?<=未来)|(?<=全年)|(?<=使)|(?<=月底)|(?<=年底)"
    r"|(?<=\d月)|(?<=下一步)|(?<=今后)|(?<=随后)|(?<=同时)|(?<=因此)|(?<=为此)|(?<=年初)|(?<=年中)|(?<=目标)"
    r"|(?<=帮助)|(?<=将)|(?<=估计)|(?<=透露)|(?<=介绍)|(?<=希望)|(?<=季度)|(?<=半年)|(?<=月份)"
    r"|(?<=显示)|(?<=指出)|(?<=认为)|(?<=提到)|(?<=强调)|(?<=直言)|(?<=坦言)|(?<=补充)|(?<=当前)"
    r"|(?<=近期)|(?<=近年)|(?<=年来)|(?<=以来)|(?<=截至)|(?<=至今)|(?<=但)|(?<=而)|(?<=由于)|(?<=并)"
)
_PARKS = (
    "(?:生物医药|生医|生技|医药|生物)园区|产业园区|科技园区|科学园区|产业园|科技园|创新园|科学园"
    "|科学城|生物城|医药城|园区|小镇|基地(?!面积)|片区|孵化器|药谷"
)
_ZONES = "高新区|经开区|开发区|自贸区|示范区|保税区|合作区|试验区|先行区|集聚区|新片区|新区"
_POLICIES = "政策|办法|措施|意见|规划|方案|细则|条例|新政|文件|行动计划"
_EVENTS = "大会|展会|论坛|峰会|博览会|年会|会展|对接会|路演|创新周|会上|展期间?"
_BODIES = (
    "联盟|协会|联会|学会|商会|基金|医院|研究院|研究所|大学|学院|中心|实验室|管委会|委员会|机构"
    "|平台|局|委|院|所|校"
)
_CHINESE = compiled(
    rf"(?:{_THIS}|整个)(?P<park>{_PARKS}|园|城|区)(?!域|级|别|间)"
    rf"|(?:{_THIS})(?:[^，。；：的〓]{{0,6}}?)(?P<firm>公司|企业(?!家)|集团|药企|药厂|厂商)"
    rf"|(?:这家|该)[^，。；：]{{0,12}}的?(?P<firm2>公司|企业)"
    rf"|(?:{_FREE})(?P<park4>[一二三四五六七八九]期)(?=[规用建总占面厂载项工已预投])"
    rf"|(?:{_FREE})(?P<firm3>公司|集团)(?![法们])"
    r"|(?P<latter>后者)"
    rf"|(?:{_FREE})(?P<park2>{_PARKS}|{_ZONES})(?!化|级|公司|集团)"
    r"|(?P<park3>全园|全城|这里|在园(?=企业))"
    rf"|(?:{_FREE})(?P<park5>[园区城岛])(?=内的?(?!容|部|存|在|外|地))"
    r"|(?P<place>全[区市县省港台岛]|本[港市区省岛]|我[省市区县镇](?!里|人))(?!域)"
    rf"|(?:{_FREE})(?P<place2>[区市县省])(?=里)"
    rf"|(?:{_THIS})(?P<product>药物|药品|药|产品|疫苗|疗法|品种|新药|设备|系统|试剂|器械|注射液"
    rf"|平台)"
    rf"|(?:{_THIS})(?P<index>指数)|(?:{_FREE})(?P<index2>指数)(?!级)"
    rf"|(?:{_THIS})(?P<project>项目|计划|工程)|(?:{_FREE})(?P<project2>生态)(?=内)"
    rf"|(?:{_THIS})(?P<body>{_BODIES})|(?:{_FREE})(?P<body2>联盟|协会|联会|基金|管委会|医院|实验室|研究院|研究所|学院|学会)(?![会家建空外])"
    rf"|(?:{_FREE})(?P<body3>中心)(?=[由将已现目今去面占设拥共负主首内总于可有计预累启])"
    rf"|(?:{_THIS}|本届|本次|此次)(?P<event>{_EVENTS})|(?P<event2>本届)|(?:{_FREE})(?P<event3>{_EVENTS})"
    r"(?!室|员|长|桌|厅|报)"
    rf"|(?:{_FREE})(?P<project3>计划)(?=[共已由至累下以首自获于总旨每迄])"
    rf"|(?:{_THIS}|根据|按照|依据)(?P<policy>{_POLICIES})|(?:{_FREE})(?P<policy2>{_POLICIES})(?=[明规提还对将给中])"
    rf"|(?:{_FREE})(?P<speaker3>团队)(?=[在已将也又还从用现共目今去前自索曾])"
    r"|(?P<speaker2>[他她]所在的?(?:公司|机构|团队|科室|医院|企业|学院|单位))"
    r"|(?<![其吉])(?P<person>[他她])(?![们人国地日山])"
    r"|(?P<speaker>(?<!告诉)(?<![对向跟])我们|我司|我院|我园|我会)"
    r"|(?<![尤极与])(?P<topic>其|它)(?![们中他余实它间次])"
)
_ENGLISH = compiled(
    r"\b(?:[Tt]he|[Tt]his)(?:,? [\w〓’'-]+){0,4}? (?:"
    r"(?P<firm>company|firm|group|drugmaker|start-?up|business|plant|factory|facility|manufacturer"
    r"|developer|biotech|centre|center|laboratory|lab)"
    r"|(?P<park>park|cluster|hub|campus|village|zone|science city|science park|estate|valley|base)"
    r"|(?P<place>city|region|district|island|province|state|county|country|area|city-state"
    r"|sector|industry)"
    r"|(?P<product>vaccine|drug|therapy|treatment|product|kit|device|candidate|medicine|antibody)"
    r"|(?P<index>index)"
    r"|(?P<body>institute|hospital|alliance|university|fund|association|federation|clinic"
    r"|foundation|forum|council|society|consortium|bureau|agency|administration|exchange))\b"
    r"(?![’'-]?\w*-)"
    r"|\b(?P<speaker>[Ww]e|[Oo]ur)\b"
    r"|\b(?P<topic>[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir)\b"
)
_NO_FIRM = compiled(
    r"(?:基金|大学|学院|医院|研究所|研究院|实验室|局|委员会|办公室|政府|联盟|协会|学会|商会|联会"
    r"|总会|交易所|中心|科创板|创业板|主板"
    r"|[委办部所院校社网台署处科府会报]|时报|日报|晚报)\Z"
    r"|\b(?:university|institute|hospital|administration|commission|government|alliance|council"
    r"|association|ministry|department|bureau|board|daily|times|news|agency|office|foundation"
    r"|forum|clinic|authority|corporation for|fund|exchange|center|centre|courier|post|herald"
    r"|service|society|secretariat|federation|trust|division|panel|committee|chamber|union|customs"
    r"|fda|ema|nmpa|mhra|nih|nhs|ukri|edb|enterprise (?:singapore|ireland)"
    r"|(?:scottish|welsh) enterprise|innovate uk|invest hong kong)\b|\ba\*star\b",
    re.IGNORECASE,
)
TYPES = {
    Sort.PARK: frozenset({EntityType.PARK}),
    Sort.PLACE: frozenset({EntityType.PLACE, EntityType.PARK}),
    Sort.PRODUCT: frozenset({EntityType.PRODUCT}),
    Sort.INDEX: frozenset({EntityType.INDEX}),
    Sort.PROJECT: frozenset({EntityType.PROJECT}),
    Sort.BODY: frozenset({EntityType.ORGANIZATION}),
    Sort.EVENT: frozenset({EntityType.EVENT}),
    Sort.PERSON: frozenset({EntityType.PERSON}),
    Sort.POLICY: frozenset({EntityType.POLICY}),
    Sort.FIRM: frozenset({EntityType.ORGANIZATION}),
}


def references(masked: str, offset: int, *, english: bool) -> list[Reference]:
    """The generic words of a stretch in which names are masked; offsets are those of the text."""
    found: list[Reference] = []
    for match in (_ENGLISH if english else _CHINESE).finditer(masked):
        group = match.lastgroup
        if group is not None:
            sort = Sort(group.rstrip("2345"))
            found.append(
                Reference(offset + match.start(), offset + match.end(), sort, match[group])
            )
    return found


def is_firm(name: str) -> bool:
    """Whether the name of an organization (made simplified) is that of a company."""
    return _NO_FIRM.search(name) is None
