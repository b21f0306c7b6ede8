"""Names made of other names: a country before a firm, a department after its parent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.agencies import AGENCIES, AGENCY, LOCAL_AGENCY
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.passage import Candidate
from zjkg.recognition.places import CITIES, FOREIGN, PLACES, PROVINCES, longest_place_prefix
from zjkg.recognition.posts import POST
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC, HEAD_TYPES, head_type, row_of

# After a country these are parts of an official name, not a firm of that country.
_OFFICIAL = re.compile(
    r"(?:国家|联邦|食品|药品|药物|能源|卫生|国防|国务|商务|农业|环境|证券|专利|海关|大使|驻华|"
    r"驻沪|总商会|商会|"
    r"国立|科学|化学|临床|心脏|癌症|医学会|工商|贸易|航空|疾病|疾控|医药品|总领|国会|政府|"
    r"(?:大学|医院|学院|协会|学会|基金会|委员会|研究所|研究院|中心|联盟|银行)$)"
)
_FIRM_CLASS = re.compile(
    r"(?:的)?(?:本土|本地|当地|老牌|知名|龙头|初创)?(?:企业|公司|药企|巨头|商|药厂|生物技术公司|制药公司|初创公司)\s?(?=.{2})"
)
_FIRM_END = re.compile(rf"(?:公司|集团|{'|'.join(map(re.escape, BRAND_HEADS))})$|[A-Za-z.]$")
_CLASS_ALONE = re.compile(
    r"(?:养殖|医疗|医药|生技|制药|生物|小型?|中小)?(?:企业|公司|药企|巨头|机构|厂商|投资者|专家|市场|团队|工厂|总部|"
    r"子公司|药厂|大厂|业者|客户|集团|医疗器材公司|医材|通路商|代工厂|同业|买家|经销商)$"
)
_AUTHORITY = (
    r"委员会|管委会|管理局|监督局|总局|[厅局署]|(?<![东西南北中内外全各])部|办公室|人民政府|政府|领导小组|"
    r"[科发国卫经商信改健资康]委"
)
_DEPARTMENTS = (
    # An authority and its division, office or centre.
    re.compile(
        rf"(?P<parent>[\u4e00-\u9fff（）()]{{1,}}(?:{_AUTHORITY}))(?P<unit>办公室|"
        r"[\u4e00-\u9fff]{1,14}?(?:处|局|署|科|组|室|司)|[\u4e00-\u9fff]{2,12}(?:审评中心|审查中心|"
        r"审核查验中心|分中心|工作站|服务中心|促进中心|检查中心))"
    ),
    # A customs office.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,4}海关)(?P<unit>(?!总署)[\u4e00-\u9fff]{1,8}(?:处|科|办|办公室))"
    ),
    # An authority's centre and its department.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{4,}?中心)(?P<unit>[\u4e00-\u9fff]{2,8}(?:部|处|科|室|组))"
    ),
    # A city's government and its bureau.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,6}政府)(?P<unit>[\u4e00-\u9fff]{2,14}(?:局|署|处|厅|科|办公室)(?:[\u4e00-\u9fff]{2,12}中心)?)"
    ),
    # A ministry and its agency.
    re.compile(r"(?P<parent>[\u4e00-\u9fff]{1,4}部)(?P<unit>[\u4e00-\u9fff]{2,12}(?:局|署|中心))"),
    # A university and its school or department.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,10}大学)(?P<unit>(?:(?!医院)[\u4e00-\u9fff]){1,14}(?:学院|系|学部|"
        r"研究生院|研究所|书院|处|(?<!实验)室|组|科|育成中心|技术转移中心|转化医学中心|研究中心))"
    ),
    re.compile(
        r"(?P<parent>[港中科理城浸台清交成北浙南武川厦]大)(?P<unit>[\u4e00-\u9fff]{2,12}(?:学院|学系|系|研究所))"
    ),
    # A hospital and its department.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,20}(?:医院|分院|总院))(?P<unit>[\u4e00-\u9fff]{1,8}(?:科|学系|处|部|室|病区|临床试验中心|研究中心)|[\u4e00-\u9fff]{4,12}办公室)"
    ),
    # A mission abroad or a branch and its section, a firm and its department.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,12}(?:代表处|办事处|大使馆|领事馆))"
        r"(?P<unit>[\u4e00-\u9fff]{1,8}(?:组|处|科|室|部))"
    ),
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff（）()]{4,}有限公司)(?P<unit>[\u4e00-\u9fff]{2,8}(?:部|处|室))"
    ),
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{2,8}(?:证券|银行|投顾|投信|保险))(?P<unit>[\u4e00-\u9fff]{2,8}(?:部|处|室))"
    ),
    # An association or institute and its committee, branch or centre.
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{4,}?(?:协会|学会|商会|公会|研究院|检验院|检测院))"
        r"(?P<unit>[\u4e00-\u9fff]{2,10}(?:委员会|专委会|专业委员会|分会|检验中心|检测中心|评价中心|办公室))"
    ),
    re.compile(
        r"(?P<parent>[\u4e00-\u9fff]{4,}?研究院)(?P<unit>[\u4e00-\u9fff]{4,12}(?:研究中心|研究所))"
    ),
    # An academy and its centre or institute under another roof.
    re.compile(r"(?P<parent>中央研究院)(?P<unit>[\u4e00-\u9fff]{2,14}(?:中心|研究所))"),
)


def split(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The candidate, or the country and the firm that it joins, or two places side by side."""
    name = candidate.span.of(text)
    if candidate.kind in {"gazetteer", "declared", "pattern:title"}:
        return (candidate,)
    organization = candidate.type is EntityType.ORGANIZATION
    parts = _conjoined(candidate, name) if organization else ()
    parts = parts or _linked(candidate, name)
    if not parts and head_type(name) is EntityType.PARK:
        parts = _place_and_park(candidate, name)
    if parts:
        return parts
    if candidate.type is EntityType.PLACE and not name.endswith(BRAND_HEADS):
        return _two_places(candidate, name)
    if candidate.type in {EntityType.PLACE, EntityType.ORGANIZATION}:
        return _country_and_firm(candidate, name)
    return (candidate,)


def _conjoined(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """Two names that 与, 和, 及 or 暨 joins; a post between them ends the first."""
    agency = AGENCY.match(name)
    for match in _JOINT.finditer(name, agency.end() if agency else 0):
        left, right = name[: match.start()], name[match.end() :]
        adverb = _ADVERB_END.search(left)
        if adverb:  # 某某诊断则与某某大学: one acts with the other
            left = left[: adverb.start()]
        if post := _POST_END.search(left):
            left = left[: post.start()]
        known = longest_place_prefix(right) or right.startswith(_OPENINGS) or AGENCY.match(right)
        firms = _TWO_FIRMS.fullmatch(f"{left}、{right}") and not common_words() & {right[:2]}
        begins = bool(known or firms)
        parted = adverb is not None and len(left) >= _SHORT and _whole(right)
        joined = begins and len(left) > _SHORT and _whole(left) and _whole(right)
        if len(right) > _SHORT and (parted or joined):
            start = candidate.span.start
            return (
                Candidate(Span(start, start + len(left)), candidate.type, candidate.kind),
                Candidate(
                    Span(start + match.end(), candidate.span.end), candidate.type, candidate.kind
                ),
            )
    return ()


def _linked(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """Two names with a verb or a word for their relation between them: 甲|全资子公司|乙."""
    for match in _LINK.finditer(name, _SHORT + 1):
        left, right = name[: match.start()], name[match.end() :]
        if len(right) <= _SHORT or not _whole(left) or not (_whole(right) and _is_own(right)):
            continue
        start = candidate.span.start
        ends = (Span(start, start + len(left)), Span(start + match.end(), candidate.span.end))
        return tuple(
            Candidate(span, head_type(part) or EntityType.ORGANIZATION, candidate.kind)
            for span, part in zip(ends, (left, right), strict=True)
        )
    return ()


def _is_own(name: str) -> bool:
    """Whether more than common words stand before the last word of a name."""
    sizes = range(len(name), 0, -1)
    heads = (size for size in sizes if name[-size:] in HEAD_TYPES or name[-size:] in BRAND_HEADS)
    core = name[: -next(heads, 0) or None]
    return len(core) >= _SHORT and core not in GENERIC and core[:_SHORT] not in GENERIC


def _whole(name: str) -> bool:
    """Whether a name may end where this one does."""
    return head_type(name) is not None or name.endswith(BRAND_HEADS) or name in AGENCIES


_LINK = compiled(
    "的?(?:全资|控股|参股|海外|境外)*(?:子公司|孙公司|附属公司)|运营(?:主体|单位|方|商|着)?|管理方"
    "|(?:合作)?伙伴|供应商|客户|大?股东|获得?|向|对标|伙拍|委托|起诉|拜访|走访|调研|考察|企业|药企|租户|住户|诉|派驻"
)
_ONE_FIRM = f"[^、]{{2,4}}?{row_of(BRAND_HEADS)}"
_TWO_FIRMS = re.compile(f"{_ONE_FIRM}、{_ONE_FIRM}")
_JOINT = re.compile("[与和及暨]")
_ADVERB_END = re.compile(
    r"(?<=..)(?:分别|日前|近日|先后|同时|随后|"
    r"此前|共同|今日|昨日|[则亦也已将均拟还曾再仍正并])+$"
)
_POST_END = re.compile(rf"(?:{POST})$")
_OPENINGS = ("国立", "国家", "中国", "财团法人", "私立")


def _country_and_firm(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    place = next((name[:size] for size in range(6, 1, -1) if name[:size] in PLACES), "")
    rest = name[len(place) :].lstrip()
    if not place or not rest:
        return (candidate,)
    middle = candidate.span.start + len(place)
    country = Candidate(Span(candidate.span.start, middle), EntityType.PLACE, "vocabulary:place")
    if _CLASS_ALONE.fullmatch(rest) or (place in _WIDE and rest in {"医院", "大学"}):
        return (country,)
    if match := _FIRM_CLASS.match(rest):
        rest = rest[match.end() :]
    elif place not in FOREIGN or _OFFICIAL.search(rest) or not _firm(candidate, rest):
        return (candidate,)
    firm = Span(candidate.span.end - len(rest), candidate.span.end)
    return (country, Candidate(firm, EntityType.ORGANIZATION, candidate.kind))


def _firm(candidate: Candidate, rest: str) -> bool:
    if rest in {"公司", "集团"} or rest in BRAND_HEADS:
        return False
    return bool(_FIRM_END.search(rest)) or (
        head_type(rest) is None and candidate.kind.startswith(("tagger", "list", "frame"))
    )


def _place_and_park(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """A place and a park whose name begins with its own: 沙田|香港科学园, 上海|张江科学城."""
    for size in (2, 3):
        place, park = name[:size], name[size:]
        city, known = longest_place_prefix(park), place in _CITIES
        own = len(park) - len(city) > _SHORT  # 河套|香港园区 is one name
        inner = own and city in _CITIES and (not known or city in _SOLE)
        inner = inner and place not in _SHORT_PARKS
        if inner or (known and park.startswith(_OWN_NAMED)):
            middle = candidate.span.start + size
            return (
                Candidate(Span(candidate.span.start, middle), EntityType.PLACE, "vocabulary:place"),
                Candidate(Span(middle, candidate.span.end), EntityType.PARK, candidate.kind),
            )
    return ()


def _two_places(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """高雄路竹 is two places, 南京江北新区 and 苏州市 are one."""
    if name in PLACES:
        return (candidate,)
    if parts := _outer_and_inner(candidate, name):
        return parts
    for size in range(min(4, len(name) - 2), 1, -1):
        inner = name[size:]
        known = name[:size] in PROVINCES | CITIES
        if known and (
            inner in PLACES
            or (len(inner) == _SHORT and inner[-1] not in _ADMINISTERED)
            or (inner not in _DISTRICTS and len(inner) > _SHORT and inner.endswith(_DISTRICTS))
        ):
            middle = candidate.span.start + size
            return (
                Candidate(Span(candidate.span.start, middle), candidate.type, candidate.kind),
                Candidate(Span(middle, candidate.span.end), candidate.type, candidate.kind),
            )
    return (candidate,)


def _outer_and_inner(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """A county and its town, or a place and a firm in Latin script, read as one place."""
    match = _COUNTY_AND_TOWN.fullmatch(name)
    kind = candidate.type
    if match is None:
        match, kind = _PLACE_AND_LATIN.fullmatch(name), EntityType.ORGANIZATION
        if match is None or match["outer"] not in PLACES:
            return ()
    start = candidate.span.start
    outer = Span(start, start + match.end("outer"))
    inner = Span(start + match.start("inner"), candidate.span.end)
    return Candidate(outer, candidate.type, candidate.kind), Candidate(inner, kind, candidate.kind)


_COUNTY_AND_TOWN = re.compile(  # 新竹县|竹北市
    r"(?P<outer>[\u4e00-\u9fff]{2,3}[县州省市])(?P<inner>[\u4e00-\u9fff]{2,4}[市区县镇乡])"
)
_PLACE_AND_LATIN = re.compile(  # 新加坡|Lantern Growth: the firm of a place
    r"(?P<outer>[\u4e00-\u9fff]{2,6})\s?(?P<inner>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})"
)
_WIDE = FOREIGN - {"新加坡"}
_SOLE = {"香港", "澳门"}  # what stands before them is a district of theirs
_CITIES = CITIES | PROVINCES | _SOLE
_OWN_NAMED = ("张江", "中关村", "外高桥", "金桥", "漕河泾", "亦庄", "松山湖")
_SHORT_PARKS = ("竹科", "南科", "中科")
_SHORT = 2
_LONG_PARENT = 5
_DISTRICTS = ("区", "县", "镇", "新片区")
_ADMINISTERED = frozenset("省市区县镇乡岛湾部侧城园谷港州")


def parents(text: str, span: Span) -> Iterator[Span]:
    """The organizations of which a department's name also speaks, the nearest first."""
    name = span.of(text)
    for pattern in _DEPARTMENTS:
        match = pattern.fullmatch(name)
        if match is None:
            continue
        long = match.end("parent") >= _LONG_PARENT
        name = match.group("parent")
        known = name in AGENCIES or bool(LOCAL_AGENCY.fullmatch(name) or longest_place_prefix(name))
        if long or known or _whole(name):
            parent = Span(span.start, span.start + match.end("parent"))
            yield parent
            yield from parents(text, parent)
            return
