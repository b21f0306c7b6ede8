"""How names of one thing differ: legal forms, place prefixes, edition years, short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zjkg.folding import match_key
from zjkg.linking.remembering import REMEMBERED
from zjkg.model import EntityType

# Legal forms say how a firm is registered, not which firm it is. Longest first.
_LEGAL_FORMS = (
    "集团股份有限公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "incorporated",
    "corporation",
    "companylimited",
    "coltd",
    "limited",
    "gmbh",
    "corp",
    "inc",
    "ltd",
    "plc",
    "公司",
)
# Words that a firm's short name leaves out: 晶泰 for 晶泰科技, 药明 for 药明生物. None is made of
# others: what can be read in two ways makes the pattern try all of them.
_INDUSTRY_WORDS = (
    "生命科技|信息技术|科技|生物|医药|药业|制药|医疗|医学|基因|健康|股份|控股|技术|资本|创投|集团"
    "|生技|生医|医材|医电|光电|生化|药厂|细胞|免疫|诊断|器械|药品|智药|疗法|微创|机器人|半导体|精机|电子"
    "|光学|影像|化学|材料|试剂|仪器|精密|芯片|核酸|抗体|检测|疫苗|药物|智能"
    "|pharmaceuticals?|pharma|biotech|biologics|therapeutics|medical|health|sciences?|technolog(?:y|ies)|group|holdings?|bio"
)
_OMITTED = re.compile(rf"(?:{_INDUSTRY_WORDS})+\Z")
# Provinces, municipalities and the cities that name parks; general geography, not a corpus list.
_PLACES = (
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 "
    "安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 "
    "南京 苏州 无锡 常州 杭州 宁波 合肥 厦门 福州 济南 青岛 郑州 "
    "武汉 长沙 广州 深圳 珠海 成都 西安 昆明 沈阳 大连 长春 "
    "哈尔滨 石家庄 太原 南昌 南宁 海口 贵阳 兰州 泰州 中国 "
    "china shanghai beijing suzhou shenzhen guangzhou hangzhou wuhan "
    "chengdu nanjing hongkong taiwan "
).split()
_PLACE = re.compile(rf"({'|'.join(sorted(_PLACES, key=len, reverse=True))})(?:省|市|特别行政区)?")
_BRACKETED_PLACE = re.compile(rf"[（(](?:{'|'.join(_PLACES)})[市省]?[）)]")
_EDITION = re.compile(r"\A(?:the)?(?:19|20)\d{2}年?(?:度|版)?")
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_FOREIGN_FORM = re.compile(
    r"[\s,]+(?:AB|AG|SA|SE|NV|BV|ASA|A/S|Oyj?|SpA|KK|Pte|Pvt|LLC|LLP|LP|KGaA|S\.A\.|N\.V\.)\.?\Z"
)
# Institutions are not called by their first words: Oxford is not Oxford University.
_INSTITUTION = re.compile(
    r"(?:University|College|School|Hospital|Institute|Academy|Cent(?:er|re)|Ministry|Department|Bureau|"
    r"Government|government|Committee|Commission|Council|Administration|Agency|Authority|Office|Board|"
    r"Exchange|exchange|Association|Society|Foundation|Alliance|Laboratory|Clinic|Corporation|of|for)\b"
)
_DIVISIONS = ("特别行政区", "自治区", "新区", "省", "市", "区", "县", "镇")
_ENGLISH_DIVISIONS = frozenset(
    f" {word}" for word in ("Province", "Prefecture", "County", "District", "City", "New Area")
)
_COMPANY = re.compile(r",? (?:Co|Ltd|Inc|Corp|LLC|Limited|Corporation|Company)\b.*\Z")
_SHORTEST_TAILS = {
    EntityType.PARK: 2,
    EntityType.PROJECT: 3,
    EntityType.EVENT: 3,
    EntityType.INDEX: 3,
}
_OWNERS = ("大学", "大學", "医学院", "醫學院", "附属", "附屬")
_ORDINALS = frozenset(
    {"附属", "附屬", "附设", "附設", "第一", "第二", "第三", "人民", "中医", "儿童", "肿瘤"}
)
_SHORTEST_CORE = 2
_SHORTEST_CONTRACTION = 3


@dataclass(frozen=True, slots=True)
class Core:
    """A name without what does not identify: the place it starts with, and the rest."""

    place: str | None
    rest: str

    def agrees(self, other: Core) -> bool:
        """Whether both can name one thing: equal rests, and no two different places."""
        places = {place for place in (self.place, other.place) if place}
        return self.rest == other.rest and len(places) <= 1


@lru_cache(maxsize=REMEMBERED)
def core(name: str, kind: EntityType) -> Core:
    """The identifying part of a name, folded.

    An organization loses its legal form and shows its place apart; an index or event loses a
    leading edition year only where the name stays a name without it.
    """
    plain = _BRACKETED_PLACE.sub("", _ARTICLE.sub("", name))
    if kind is EntityType.ORGANIZATION:
        plain = _FOREIGN_FORM.sub("", plain)
    key = match_key(plain)
    if kind is EntityType.INDEX:
        return Core(None, _EDITION.sub("", key) or key)
    if kind is not EntityType.ORGANIZATION:
        return Core(None, key)
    for form in _LEGAL_FORMS:
        if key.endswith(form) and len(key) - len(form) >= _SHORTEST_CORE:
            key = key.removesuffix(form)
            break
    place = _PLACE.match(key)
    if place and len(key) - place.end() >= _SHORTEST_CORE:
        return Core(place.group(1), key[place.end() :])
    return Core(None, key)


@lru_cache(maxsize=REMEMBERED)
def is_short_form(short: str, long: str, kind: EntityType) -> str | None:
    """The rule by which ``short`` is a short form of ``long`` inside one article, or None.

    Only a single candidate in the article makes it one; that is the caller's to check.
    """
    a, b = match_key(short), match_key(long)
    if len(a) >= len(b):
        return None
    if kind is EntityType.PERSON:
        return "surname" if _is_surname(short, long) else None
    if kind is EntityType.ORGANIZATION:
        return _organization_short_form(short, long, a, b)
    if kind is EntityType.PLACE:
        divided = b in {a + match_key(word) for word in _DIVISIONS}
        return "division" if divided or long.removeprefix(short) in _ENGLISH_DIVISIONS else None
    shortest = _SHORTEST_TAILS.get(kind)
    return "tail" if shortest is not None and b.endswith(a) and len(a) >= shortest else None


def _organization_short_form(short: str, long: str, a: str, b: str) -> str | None:
    whole, part = core(long, EntityType.ORGANIZATION), core(short, EntityType.ORGANIZATION)
    if whole.agrees(part) and (whole.place is None or part.place is None):
        return "legal-form"
    if part.rest.endswith("集团"):
        return None  # what follows a group's name is a subsidiary, not the group
    if whole.rest.startswith(part.rest) and _OMITTED.fullmatch(whole.rest[len(part.rest) :]):
        return "industry-word"
    rules = (
        ("owner", _is_named_after_owner),
        ("first-words", _is_first_words),
        ("initials", _is_initials),
    )
    for rule, holds in rules:
        if holds(short, long):
            return rule
    without_place = b.removeprefix(whole.place) if whole.place else b
    return "contraction" if _is_contraction(a, b) or _is_contraction(a, without_place) else None


def _is_named_after_owner(short: str, long: str) -> bool:
    """华西医院 of 四川大学华西医院: the university in front is left out."""
    owner = long.removesuffix(short)
    return (
        owner != long
        and owner.endswith(_OWNERS)
        and short.endswith("医院" if "医院" in short else "醫院")
        and len(short) > _SHORTEST_CONTRACTION
        and short[:2] not in _ORDINALS
    )


def _is_surname(short: str, long: str) -> bool:
    words = long.split()
    return (
        len(words) > 1
        and " " not in short
        and short.casefold()
        in {
            words[0].casefold(),
            words[-1].casefold(),
        }
    )


def _is_first_words(short: str, long: str) -> bool:
    """Acme of Acme Immunologics, in Latin letters, and only of firms.

    A company with its legal form may be called without its place: Acme of Leeds Acme Bio Co., Ltd.
    """
    some, words = short.split(), long.split()
    if words[1 : len(some) + 1] == some and _COMPANY.search(long):
        words = words[1:]
    rest = words[len(some) :]
    return (
        bool(rest)
        and words[: len(some)] == some
        and short[:1].isupper()
        and len(short) > _SHORTEST_CONTRACTION
        and not any(_INSTITUTION.match(word) for word in rest)
    )


def initials(name: str) -> str:
    """The capitals that the words of a name begin with."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", name) if word[:1].isupper())


def _is_initials(short: str, long: str) -> bool:
    return short.isupper() and len(short) > 1 and short == initials(long)


def _is_contraction(short: str, long: str) -> bool:
    """中科院药物所 of 中国科学院上海药物研究所: first and last kept, the rest in order.

    The place that a name begins with may be left out: 江北研究院 of 南京江北转化医学研究院.
    """
    if short.isascii() or len(short) < _SHORTEST_CONTRACTION:
        return False
    if short[0] != long[0] or short[-1] != long[-1] or long.startswith(short):
        return False
    rest = iter(long)
    return all(character in rest for character in short)
