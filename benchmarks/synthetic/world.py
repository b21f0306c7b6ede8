"""Made-up things: firms, people, parks and the rest, with names in both scripts and in English.

What is talked of follows Zipf's law: the first of each kind is named most. The names of the first
ones are those of real things, so that the examples of the query library find something.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from pypinyin import lazy_pinyin

from zjkg.folding import traditional
from zjkg.ids import Minter
from zjkg.model import EntityType, LanguageTag

T = TypeVar("T")
SYLLABLES = (
    "映凌泽睿朗恒诺康晶瑞岭澜星辰禾沐远瀚宸启源朔博慧舒颐盛华芯蓝柏拓思翰威科君圣鼎锦昊弘景云朴素宜"
    "安达通信海川峰林森阳光明新创智联合众邦泰和顺利丰汇融金石玉兰芝芳清正元亨贞天地宇宙"
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严金魏陶姜戚谢邹喻窦章苏潘葛范彭郎"
CITIES = ("上海", "苏州", "武汉", "成都", "广州", "杭州", "南京", "深圳", "北京", "合肥")
FORMS: dict[EntityType, tuple[tuple[str, str], ...]] = {
    EntityType.ORGANIZATION: (
        ("{c}{s}生物科技有限公司", "{C} {S} Biotech"),
        ("{c}{s}医药集团", "{C} {S} Pharmaceutical Group"),
        ("{s}基因", "{S} Gene"),
        ("{c}{s}医学研究院", "{C} {S} Institute of Medicine"),
    ),
    EntityType.PARK: (("{c}{s}生物医药园", "{C} {S} Biomedical Park"),),
    EntityType.PLACE: (("{s}新区", "{S} New Area"),),
    EntityType.PRODUCT: (("{s}替尼", "{S}tinib"), ("{s}单抗", "{S}mab")),
    EntityType.INDEX: (("{c}{s}创新指数", "{C} {S} Innovation Index"),),
    EntityType.EVENT: (("{c}{s}生物医药大会", "{C} {S} Biomedicine Forum"),),
    EntityType.POLICY: (("{c}{s}产业行动方案", "{C} {S} Action Plan"),),
    EntityType.PROJECT: (("{c}{s}产业化项目", "{C} {S} Project"),),
}
SHARES = {
    EntityType.ORGANIZATION: 0.55,
    EntityType.PERSON: 0.25,
    EntityType.PRODUCT: 0.1,
    EntityType.PLACE: 0.03,
    EntityType.PARK: 0.02,
    EntityType.EVENT: 0.02,
    EntityType.PROJECT: 0.015,
    EntityType.POLICY: 0.01,
    EntityType.INDEX: 0.005,
}
KNOWN: dict[EntityType, tuple[tuple[str, str], ...]] = {
    EntityType.ORGANIZATION: (
        ("张江集团", "Zhangjiang Group"),
        ("再鼎医药", "Zai Lab"),
        ("美迪西", "Medicilon"),
        ("张江生物医药产业创新联盟", "Zhangjiang Biomedicine Alliance"),
    ),
    EntityType.PERSON: (("王凯荣", "Wang Kairong"), ("石谦", "Shi Qian")),
    EntityType.PLACE: (("张江", "Zhangjiang"),),
    EntityType.PARK: (
        ("张江细胞和基因产业园", "Zhangjiang Cell and Gene Park"),
        ("浦江基因未来谷", "Pujiang Gene Valley"),
    ),
    EntityType.INDEX: (("张江生物医药创新指数", "Zhangjiang Biomedicine Innovation Index"),),
}
FEWEST = 8
THINGS_PER_CLAIM = 1 / 12
ALLIANCE_EVERY = 200


@dataclass(frozen=True, slots=True)
class Thing:
    """A real thing with its IRI and its names; ``alliance`` is true of some organizations."""

    iri: str
    type: EntityType
    names: tuple[tuple[str, LanguageTag], ...]
    alliance: bool

    def called(self, language: LanguageTag) -> str:
        """Its name in a language; the traditional one comes with the text."""
        return next(name for name, tag in self.names if tag is language)


class World:
    """All things by type, and who is talked of how often."""

    def __init__(self, claims: int, seed: int, minter: Minter) -> None:
        rng = random.Random(f"world {seed}")
        count = max(int(claims * THINGS_PER_CLAIM), 60)
        self.things = {
            kind: _things(kind, max(int(count * share), FEWEST), rng, minter)
            for kind, share in SHARES.items()
        }
        self.alliances = [t for t in self.things[EntityType.ORGANIZATION] if t.alliance]
        self.words = [a + b for a in SYLLABLES[:55] for b in SYLLABLES[20:75]]
        rng.shuffle(self.words)
        self._weights: dict[int, list[float]] = {}

    def thing(self, kind: EntityType, rng: random.Random) -> Thing:
        """A thing of a kind, the first ones most often."""
        return self.drawn(self.things[kind], rng)

    def drawn(self, items: Sequence[T], rng: random.Random) -> T:
        """One of the items by Zipf's law."""
        size = len(items)
        weights = self._weights.get(size)
        if weights is None:
            weights = self._weights[size] = list(accumulate(1 / (n + 1) for n in range(size)))
        return rng.choices(items, cum_weights=weights)[0]


def _things(kind: EntityType, count: int, rng: random.Random, minter: Minter) -> list[Thing]:
    found = dict.fromkeys(KNOWN.get(kind, ()))
    while len(found) < count:
        found[_person(rng) if kind is EntityType.PERSON else _named(kind, rng)] = None
    return [
        Thing(
            minter.entity(name, kind.value),
            kind,
            _names(name, english),
            kind is EntityType.ORGANIZATION and (number % ALLIANCE_EVERY == len(KNOWN[kind]) - 1),
        )
        for number, (name, english) in enumerate(found)
    ]


def _names(name: str, english: str) -> tuple[tuple[str, LanguageTag], ...]:
    return (
        (name, LanguageTag.HANS),
        (traditional(name), LanguageTag.HANT),
        (english, LanguageTag.EN),
    )


def _named(kind: EntityType, rng: random.Random) -> tuple[str, str]:
    han, latin = rng.choice(FORMS[kind])
    city, coined = rng.choice(CITIES), "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3))))
    return (
        han.format(c=city, s=coined),
        latin.format(C=_sound(city), S=_sound(coined)),
    )


def _person(rng: random.Random) -> tuple[str, str]:
    surname, given = rng.choice(SURNAMES), "".join(rng.choices(SYLLABLES, k=rng.choice((1, 2))))
    return surname + given, f"{_sound(surname)} {_sound(given)}"


def _sound(name: str) -> str:
    return "".join(lazy_pinyin(name)).capitalize()
