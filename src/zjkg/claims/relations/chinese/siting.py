"""Which firms lie in which sites, weighed by all that a Chinese article says of the two.

The verbs of the table see one clause. Where a firm is, an article often tells in pieces: it says
what the firm does, shows its workshop, lets its manager speak, all in a text about one park. Each
organization and each site that stand in one sentence, and each organization with the park that the
text is about, are a pair; what stands between and around the two are its features.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import itemgetter
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, LETTERS, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.siting_weights import BIAS, LEAST, WEIGHTS
from zjkg.claims.relations.places import COUNTRIES, SITES
from zjkg.model import BlockKind, EntityType, Evidence, Modality, Predicate, Relation

_MARK: Final = re.compile("[，；：！？]")
_MARKS: Final = "，；：。！？"
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
_FACILITIES: Final = re.compile(_FACILITY)
_TENANT: Final = re.compile(
    "入驻|进驻|落户|入园|园内|区内|园区企业|园区的企业|租户|住户|在园|入孵|孵化|邻居|同楼|同一栋|隔壁|楼上|楼下"
    "|楼里|一路之隔|对门|毕业|搬|集聚|聚集|签约|进园"
)
_VERBS: Final = tuple(
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
_GOVERNORS: Final = tuple(
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
_LINKS: Final = tuple(
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
_KINDS: Final = tuple(
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
_COUNTRY: Final = re.compile(f"(?:the )?{COUNTRIES}", re.IGNORECASE)
_BEFORE_BODY: Final = (
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
_BEHIND_BODY: Final = (
    (
        "investor",
        re.compile(f"{_N}{{0,6}}(?:领投|跟投|参投|投资|出资|收购|注资|入股|加码|代理)"),
    ),
    ("speaks", re.compile(f"{_N}{{0,14}}{_PERSON}")),
    ("listed", re.compile("[、和与及]")),
)
_SUCH_FIRMS: Final = re.compile("等[^，。；]{0,10}(?:企业|公司|项目|机构|药企)")
_NAME_PART: Final = re.compile(f"{_N}{{0,2}}(?:管委会|公司|集团|局|政府|市委|区委)")
_EXPLICIT: Final = frozenset(
    {
        "bs:gov:settle:c0",
        "sb:link:relative:settle",
        "sb:link:of:settle",
        "sb:link:described:none",
        "sb:link:adjacent:none",
        "bs:gov:in:c0",
    }
)
"""Features that place a body beyond doubt, so that another site is less likely."""
_APART: Final = "apart"
"""The feature of a pair that no sentence names together."""
_OFTEN: Final = 4
_SENTENCES: Final = 4
"""Shorter texts tell nothing in pieces."""
_LISTED: Final = 2
_REACH: Final = 120
"""How many characters of a frame may stand between a body and its site."""
_WINDOW: Final = 200
_DENIED: Final = re.compile("没有?|未(?!来)|不再|并非|否认|取消|放弃|无意|到访|[参走]访|考察")
_FEW: Final = 2


@dataclass(slots=True)
class Pair:
    """A body and a site with the features found; ``sentence`` is the index of the first one."""

    body: Slot
    site: Slot
    sentence: int
    features: set[str] = field(default_factory=set)

    @property
    def likelihood(self) -> float:
        """How likely the article says that the body lies in the site."""
        # Sorted, since floats do not add up alike in every order.
        score = BIAS + sum(WEIGHTS.get(feature, 0.0) for feature in sorted(self.features))
        return 1.0 / (1.0 + exp(-score))


def sited(
    reading: Reading, items: Sequence[SentenceFrame], outside: frozenset[str]
) -> Iterator[Relation]:
    """The likely places of firms; ``items`` are the sentences, ``outside`` are no tenants."""
    for pair in site_pairs(reading, items, outside):
        if pair.likelihood < LEAST:
            continue
        sentence = items[pair.sentence].sentence.span
        focus = {each.span for each in (pair.body, pair.site) if sentence.covers(each.span)}
        yield Relation(
            pair.body.key,
            Predicate.LOCATED_IN,
            pair.site.key,
            Modality.ACTUAL,
            None,
            Evidence(sentence, tuple(sorted(focus))),
            "relation-zh-likely-site",
        )


def site_pairs(
    reading: Reading, items: Sequence[SentenceFrame], outside: frozenset[str]
) -> list[Pair]:
    """Every body with every site that may be its own, with the features of the pair."""
    if len(items) < _SENTENCES:
        return []
    scene = _Scene.of(reading, items)
    found = _Found()
    for number, item in enumerate(items):
        if item.chinese:
            found.read(scene, number, item.frame, outside)
    return found.complete(scene)


@dataclass(slots=True)
class _Found:
    """The pairs found so far, and what was said of each body."""

    pairs: dict[tuple[str, str], Pair] = field(default_factory=dict)
    around: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, tuple[int, Slot]] = field(default_factory=dict)

    def read(self, scene: _Scene, number: int, frame: Frame, outside: frozenset[str]) -> None:
        """Add the pairs of a sentence."""
        slots = _slots(frame)
        sites = _alone([(at, slot) for at, slot in slots if scene.is_site(slot)])
        common = set(_of_sentence(frame.text, slots))
        for at, body in slots:
            if body.type is not EntityType.ORGANIZATION or body.key in outside:
                continue
            self.around.setdefault(body.key, set()).update(common, scene.around(frame, at))
            self.first.setdefault(body.key, (number, body))
            low = bisect_left(sites, at - _REACH, key=itemgetter(0))
            high = bisect_left(sites, at + _REACH, key=itemgetter(0))
            for place, site in sites[low:high]:
                if not _DENIED.search(frame.text, *sorted((at, place))):
                    ends = body.key, site.key
                    pair = self.pairs.setdefault(ends, Pair(body, site, number))
                    pair.features.update(_between(frame, at, place))

    def complete(self, scene: _Scene) -> list[Pair]:
        """All pairs, also those with the main park alone, with the features of both sides."""
        main = scene.main
        for key, (number, body) in self.first.items() if main is not None else ():
            if main is not None and (key, main.key) not in self.pairs:
                self.pairs[key, main.key] = Pair(body, main, number, {_APART})
        told: dict[str, set[str]] = {}
        for (body_key, site_key), pair in self.pairs.items():
            if pair.features & _EXPLICIT:
                told.setdefault(body_key, set()).add(site_key)
        for (body_key, site_key), pair in self.pairs.items():
            base = self.around[body_key] | scene.of_body(pair.body) | scene.of_site(pair.site)
            if told.get(body_key, set()) - {site_key}:
                base.add("elsewhere")
            prefix = "m:" if _APART in pair.features else ""
            pair.features.update(prefix + each for each in base)
        return list(self.pairs.values())


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the article as a whole tells: the park that it is about, how often each name stands."""

    labels: dict[str, str]
    counts: Counter[str]
    parks: Counter[str]
    main: Slot | None
    title: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, items: Sequence[SentenceFrame]) -> _Scene:
        """The scene of the sentences of an article."""
        slots = [slot for item in items for slot in item.frame.slots if slot is not None]
        parks = Counter(slot.key for slot in slots if slot.type is EntityType.PARK)
        main = max(parks, key=lambda key: parks[key], default=None)
        title = frozenset(
            slot.key
            for item in items
            if reading.article.blocks[item.sentence.block].kind is BlockKind.TITLE
            for slot in item.frame.slots
            if slot is not None
        )
        return cls(
            reading.labels,
            Counter(slot.key for slot in slots),
            parks,
            next((slot for slot in slots if slot.key == main), None),
            title,
        )

    def is_site(self, slot: Slot) -> bool:
        """Whether a name is a park or place, but no country."""
        return slot.type in SITES and not _COUNTRY.fullmatch(self.labels.get(slot.key, ""))

    def of_body(self, body: Slot) -> set[str]:
        """Features of an organization by itself."""
        kind = _first(_KINDS, self.labels.get(body.key, ""))
        count = self.counts[body.key]
        often = "1" if count <= 1 else "2-3" if count < _OFTEN else "4+"
        return {f"body:{kind}", f"count:{often}"} | (
            {"body:title"} if body.key in self.title else set()
        )

    def of_site(self, site: Slot) -> set[str]:
        """Features of a site by itself."""
        found = {"site:title"} if site.key in self.title else set()
        if site.type is not EntityType.PARK:
            return found | {"site:place"}
        main = self.main is not None and site.key == self.main.key
        found |= {"site:park", "park:main" if main else "park:other"}
        if len(self.parks) == 1:
            found.add("park:only")
        elif self.parks[site.key] * 2 > self.parks.total():
            found.add("park:most")
        return found

    def around(self, frame: Frame, at: int) -> Iterator[str]:
        """What a sentence says of an organization, whatever the site."""
        text = frame.text
        start, end = _clause(text, at)
        before, behind = text[start:at], text[at + 1 : end]
        yield f"after:{_first(_VERBS, behind[:20])}"
        yield from (name for name, pattern in _BEFORE_BODY if pattern.search(before))
        yield from (name for name, pattern in _BEHIND_BODY if pattern.match(behind))
        if self._is_foreign(frame, at):
            yield "foreign"
        if _SUCH_FIRMS.search(text, at, at + _WINDOW):
            yield "such-firms"
        if "“" in text[max(0, at - 60) : at]:
            yield "quoted"

    def _is_foreign(self, frame: Frame, at: int) -> bool:
        near = [slot for slot in frame.slots[max(0, at - 6) : at] if slot is not None]
        return bool(near) and bool(_COUNTRY.fullmatch(self.labels.get(near[-1].key, "")))


def _of_sentence(text: str, slots: list[tuple[int, Slot]]) -> Iterator[str]:
    """Features of a sentence, which every organization in it has."""
    if _TENANT.search(text):
        yield "tenant"
    if _FACILITIES.search(text):
        yield "facility"
    if any(slot.type is EntityType.PARK and slot.referring for _, slot in slots):
        yield "ref-park"


def _slots(frame: Frame) -> list[tuple[int, Slot]]:
    return [(at, slot) for at, slot in enumerate(frame.slots) if slot is not None]


def _alone(sites: list[tuple[int, Slot]]) -> list[tuple[int, Slot]]:
    """Sites outside long lists: over many, shops and customers are spread."""
    runs: list[list[tuple[int, Slot]]] = []
    for site in sites:
        if runs and site[0] - runs[-1][-1][0] == _LISTED:
            runs[-1].append(site)
        else:
            runs.append([site])
    return [site for run in runs if len(run) <= _FEW for site in run]


def _between(frame: Frame, body: int, site: int) -> Iterator[str]:
    """Features of a body and a site that stand in one sentence."""
    text = frame.text
    order = "sb" if site < body else "bs"
    between = text[min(body, site) + 1 : max(body, site)]
    commas = f"c{min(2, len(_MARK.findall(between)))}"
    names = f"n{min(2, sum(char in ANY_LETTER for char in between))}"
    start, _ = _clause(text, site)
    governor = _first(_GOVERNORS, text[start if site < body else max(start, body + 1) : site])
    yield from (f"{order}:gov:{governor}", f"{order}:gov:{governor}:{commas}")
    yield from (f"{order}:{commas}", f"{order}:{names}", f"{order}:{commas}:{names}")
    behind = _site_first if site < body else _body_first
    yield from behind(text, body, site, governor, commas)
    slot = frame.slots[site]
    if slot is not None and slot.referring:
        yield "site:ref"
    following = frame.slots[site + 1] if site + 1 < len(text) else None
    if following is not None and following.type in SITES:
        yield "site:outer"
    if _NAME_PART.match(text, site + 1):
        yield "site:name-part"


def _site_first(text: str, body: int, site: int, governor: str, commas: str) -> Iterator[str]:
    """Words between a site and a body behind it, and those behind the body."""
    link = _first(_LINKS, text[site + 1 : body])
    yield from (f"sb:link:{link}", f"sb:link:{link}:{governor}")
    end = body if commas == "c0" else _clause(text, site)[1]
    yield f"sb:mid:{_first(_VERBS, text[site + 1 : end])}:{commas}"
    verb = _first(_VERBS, text[body + 1 : _clause(text, body)[1]])
    yield from (f"sb:after:{verb}:{commas}", f"sb:after:{verb}:{governor}")


def _body_first(text: str, body: int, site: int, governor: str, commas: str) -> Iterator[str]:
    """Words between a body and a site behind it, and those behind the site."""
    start, end = _clause(text, site)
    verb = _first(_VERBS, text[body + 1 if commas == "c0" else start : site])
    yield f"bs:mid:{verb}:{commas}"
    verb = _first(_VERBS, text[site + 1 : min(end, site + 16)])
    yield from (f"bs:after:{verb}", f"bs:after:{verb}:{governor}:{commas}")


def _first(classes: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((name for name, pattern in classes if pattern.search(text)), "none")


def _clause(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _WINDOW), min(len(text), at + _WINDOW)
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in _MARKS))
    found = _MARK.search(text, at, high)
    return start, found.start() if found else high
