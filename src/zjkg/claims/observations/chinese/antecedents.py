"""Whom a generic word of a Chinese text means: 该公司, 园区, 全市, 后者, 其."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from zjkg.claims.observations.chinese.cast import SITES
from zjkg.claims.observations.chinese.functions import HEADS, Function, Standing
from zjkg.claims.observations.chinese.kinds import Kind
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.references import TYPES, Reference, Sort
from zjkg.model import EntityType

_PASSING: Final = 2  # how many times as often as one in passing the firm is named that it is about
_REACH: Final = 12  # how many sentences back a generic word looks
_SITES: Final = 50  # how many of the sites that the text names most it may mean from afar
_NAMED = {"全港": "香港", "本港": "香港", "全台": "台湾"}
_ZONES = tuple(
    "高新区 经开区 开发区 自贸区 示范区 保税区 合作区 试验区 先行区 集聚区 新片区 新区".split()
)
_LEVELS = frozenset("市区县省镇乡村岛国园城路街江河湖海山湾")
_CITIES = frozenset(
    "上海 珠海 威海 北海 乌海 青海 芜湖 中山 佛山 昆山 鞍山 马鞍山 唐山 乐山 眉山 黄山 舟山 保山 "
    "江山 镇江 湛江 九江 阳江 丽江 内江 晋江 靖江 浙江 黑龙江 牡丹江 运城 盐城 宣城 晋城".split()
)
"""Cities and provinces whose names end like those of rivers, seas and mountains."""
_BUILDING = re.compile(r"(?:大楼|大厦|楼|栋|厂房|厂|中心|期|平台|车间)\Z")
_ZONE = re.compile(rf"(?:{'|'.join(_ZONES)})\Z")
_LIKE_PARK = re.compile(r"(?:园|园区|科学城|科技城|谷)\Z")
_ANY_PARK = frozenset(
    {"园区", "园", "岛", "产业园", "产业园区", "科技园", "科技园区", "基地", "孵化器"}
)
_OPEN_LEVELS = frozenset("市省县港台")  # such names often stand without the word: 苏州, 江苏
_OBJECTS = frozenset({Function.OBJECT})
_NEARBY = frozenset(Function) - {
    Function.COMPANION,
    Function.LISTED,
    Function.SOURCE,
    Function.AGENT,
}
_BODIES = frozenset({EntityType.ORGANIZATION, EntityType.PARK})


class Antecedents:
    """Resolves generic words by what was spoken of before them."""

    def __init__(self, salience: Salience) -> None:
        self._salience = salience

    def fits(self, entity: str, reference: Reference) -> bool:
        """Whether a generic word can mean an entity."""
        kind = self._salience.type_of(entity)
        word = reference.word
        if word in _NAMED:
            return _NAMED[word] in self._salience.cast.names[entity]
        match reference.sort:
            case Sort.SPEAKER:
                fitting = kind is EntityType.ORGANIZATION
            case Sort.TOPIC | Sort.LATTER:
                fitting = kind is not EntityType.PERSON
            case Sort.FIRM:
                fitting = self._is_company(entity)
                outdone = self._salience.is_outdone(entity)
                fitting = fitting and (not outdone or entity == self._salience.employer())
            case Sort.BODY:
                fitting = kind is EntityType.ORGANIZATION and self._salience.cast.ends(entity, word)
            case Sort.PLACE:
                fitting = kind in SITES and self._is_level(entity, word[-1])
            case Sort.PARK:
                fitting = self._is_park(entity, word)
            case _:
                fitting = kind in TYPES[reference.sort]
        return fitting

    def _is_company(self, entity: str) -> bool:
        """Whether the text may call an entity 公司: a bank that it names once is but a voice."""
        kind, often = self._salience.kind_of(entity), self._salience.cast.sizes[entity] > 1
        return kind is Kind.FIRM or (kind is Kind.FUND and often)

    def resolve(self, reference: Reference, here: Sequence[Standing]) -> str | None:
        """The entity that a generic word most likely means, None where nothing fits.

        ``here`` are the standings of its own sentence.
        """
        match reference.sort:
            case Sort.SPEAKER:
                return self._salience.employer()
            case Sort.PERSON:
                return self._salience.speaker
            case Sort.LATTER:
                return self._latter(reference, here)
        if reference.word == "这里":
            return self._site()
        if reference.sort is Sort.FIRM:
            own = self._salience.employer() if self._salience.is_speaking() else None
            if own is not None and self._salience.kind_of(own) is Kind.FIRM:
                return own
        inside = [each for each in here if each.actor.span.end <= reference.start]
        found = self._best(reference, inside, (), near=True) or self._office(reference, inside)
        return found or self._main(reference, self._before(reference))

    def _main(self, reference: Reference, found: str | None) -> str | None:
        """For a bare 公司, the firm that the text is about rather than one named in passing."""
        main, size = self._salience.main_firm()
        bare = reference.sort is Sort.FIRM and reference.end - reference.start == len("公司")
        if not bare or found is None or main is None or not self._salience.is_known(main):
            return found
        past = self._salience.before(1)
        topic = past and not past[0].title and found in past[0].heads
        topic = topic or self._salience.is_of_paragraph(found)
        return found if topic or self._salience.cast.sizes[found] * _PASSING > size else main

    def _office(self, reference: Reference, inside: Iterable[Standing]) -> str | None:
        """The site of the office that speaks or is named: 某高新区管委会主任说，园区…."""
        if reference.sort not in (Sort.PARK, Sort.PLACE):
            return None
        speaking = self._salience.employer() if self._salience.is_speaking() else None
        offices = [each.actor.entity for each in inside]
        for office in (*offices, *([speaking] if speaking else [])):
            if self._salience.kind_of(office) not in (Kind.AUTHORITY, Kind.POLICY):
                continue
            site = self._salience.operated(office)
            if site is not None and self.fits(site, reference):
                return site
        return None

    def _before(self, reference: Reference) -> str | None:
        for past in reversed(self._salience.before(_REACH)):
            found = self._best(reference, past.standings, past.heads, near=False)
            if found is not None:
                return found
        if reference.sort in (Sort.PARK, Sort.PLACE):
            sites = self._salience.cast.sites[:_SITES]
            return next((key for key in sites if self.fits(key, reference)), None)
        if reference.sort is Sort.FIRM:  # named only later: 有初创公司…。公司昨日…
            return self._salience.cast.main_firm
        return None  # others are not meant from far away

    def _best(
        self,
        reference: Reference,
        standings: Iterable[Standing],
        heads: Sequence[str],
        *,
        near: bool,
    ) -> str | None:
        """Of what a sentence names, the best that fits: subjects first, then by how names end."""
        fitting = [key for key in heads if self.fits(key, reference)]
        others = [each for each in standings if self.fits(each.actor.entity, reference)]
        if reference.sort is Sort.FIRM:  # 某资本领投了某药业…。公司: that which was invested in
            firms = [e for e in others if self._salience.kind_of(e.actor.entity) is Kind.FIRM]
            if any(each.function in _NEARBY for each in firms):
                fitting = [k for k in fitting if self._salience.kind_of(k) is Kind.FIRM]
                others = firms
        fitting += [each.actor.entity for each in others if each.function in HEADS]
        for functions in (_OBJECTS, _NEARBY):
            fitting = fitting or [e.actor.entity for e in others if e.function in functions]
        if not near:
            fitting = fitting or [each.actor.entity for each in others]
        tail = reference.word[-1]
        ending = (key for key in fitting if self._salience.cast.ends(key, tail))
        return next(ending, fitting[0] if fitting else None)

    def _latter(self, reference: Reference, here: Sequence[Standing]) -> str | None:
        past = self._salience.past
        before = past[-2].standings if len(past) > 1 else []
        named = [
            each.actor.entity
            for each in (*before, *here)
            if each.reference is None
            and each.actor.type in _BODIES
            and each.actor.span.end <= reference.start
        ]
        return named[-1] if named else None

    def _site(self) -> str | None:
        """The site that 这里 points to: the last that the text was about."""
        for past in reversed(self._salience.past[-_REACH:]):
            for key in reversed(past.heads):
                if self._salience.type_of(key) in SITES:
                    return key
        return next(iter(self._salience.cast.parks), None)

    def _is_park(self, entity: str, word: str) -> bool:
        kind = self._salience.type_of(entity)
        if word == "这里":
            return kind in SITES
        if word in ("区", "城") or word.endswith(_ZONES):
            ends = self._salience.cast.ends(entity, word)
            return kind in SITES and ends and not self._is_no_district(entity)
        if word == "基地" or word.endswith("期"):
            return kind is EntityType.PARK and self._salience.cast.ends(entity, word)
        names = self._salience.cast.names[entity]
        called = kind is EntityType.PLACE and any(map(_LIKE_PARK.search, names))
        if kind is not EntityType.PARK and not called:
            return False
        if word not in _ANY_PARK and self._salience.cast.has_park(word):
            return self._salience.cast.ends(entity, word)
        building = _BUILDING.search(max(names, key=len)) is not None
        around = word in _ANY_PARK and self._is_zone_around(entity)
        return not (building or around or self._salience.is_outdone(entity))

    def _is_zone_around(self, entity: str) -> bool:
        """Whether an entity is but the zone around a park of the text: 某高新区的某科技园."""
        cast = self._salience.cast
        passing = cast.has_proper_park and entity != cast.parks[0]
        return passing and all(map(_ZONE.search, cast.names[entity]))

    def _is_no_district(self, entity: str) -> bool:
        """Whether an entity is but a 园区 where the text also names a district: 全区, 区内."""
        cast = self._salience.cast
        return cast.has_district and cast.ends(entity, "园区")

    def _is_level(self, entity: str, level: str) -> bool:
        """Whether a place is of an administrative level: 全市 is no district."""
        names = self._salience.cast.names[entity]
        tail = max(names, key=len)[-1]
        if level == "区" and self._is_no_district(entity):
            return False
        if level not in _OPEN_LEVELS:
            return tail == level
        place = self._salience.type_of(entity) is EntityType.PLACE
        open_ = tail not in _LEVELS or not _CITIES.isdisjoint(names)
        return place and (tail == level or open_)
