"""Seconds to decide who is who, by the number of entities: names in both scripts and languages.

Things are made up from syllables; each has a full name, a short one, a traditional or an English
one, spread over articles of eight entities. Every doubling should take about twice the time.

    python benchmarks/identity.py [--entities 50000]
"""

from __future__ import annotations

import argparse
import platform
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from pypinyin import lazy_pinyin

from zjkg.folding import traditional
from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.model import (
    Article,
    ArticleRecord,
    Claims,
    Entity,
    EntityType,
    Evidence,
    LanguageTag,
    Measurement,
    Name,
    Publication,
    Recognition,
    Role,
    Span,
)

PER_ARTICLE = 8
NAMES = (2, 3, 3)
"""How many names an article uses for a thing: two or three, where it has so many."""
FIRMS, INSTITUTES_TOO = 0.5, 0.7
"""The share of firms, and of firms and institutes together; the rest are people."""
SYLLABLES = (
    "映凌泽睿朗恒诺康晶瑞岭澜星辰禾沐远瀚宸启源朔博慧舒颐盛华芯蓝柏拓思翰威科君圣鼎锦昊弘景云朴素宜"
)
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范"
    "彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾"
)
TRADES = ("生物", "医药", "基因", "医疗科技", "诊断")
PLACES = ("上海", "苏州", "武汉", "成都", "广州", "杭州", "南京", "深圳")
INSTITUTES = ("药物研究所", "医学研究院", "生命科学研究中心")
ENGLISH = {
    "药物研究所": "Institute of Materia Medica",
    "医学研究院": "Academy of Medical Sciences",
    "生命科学研究中心": "Life Science Research Center",
}


def thing(rng: random.Random) -> tuple[EntityType, list[tuple[str, LanguageTag]]]:
    """A made-up thing with two or three names."""
    roll = rng.random()
    coined = "".join(rng.sample(SYLLABLES, rng.choice((2, 3, 3, 4))))
    if roll < FIRMS:
        trade, place = rng.choice(TRADES), rng.choice(PLACES)
        full = f"{place}{coined}{trade}有限公司"
        return EntityType.ORGANIZATION, [
            (full, LanguageTag.HANS),
            (f"{coined}{trade}", LanguageTag.HANS),
            (traditional(full), LanguageTag.HANT),
        ]
    if roll < INSTITUTES_TOO:
        place, kind = rng.choice(PLACES), rng.choice(INSTITUTES)
        city = "".join(lazy_pinyin(place)).capitalize()
        brand = "".join(lazy_pinyin(coined)).capitalize()
        return EntityType.ORGANIZATION, [
            (f"{place}{coined}{kind}", LanguageTag.HANS),
            (f"{city} {brand} {ENGLISH[kind]}", LanguageTag.EN),
        ]
    name = rng.choice(SURNAMES) + coined[:2]
    sound = lazy_pinyin(name)
    return EntityType.PERSON, [
        (name, LanguageTag.HANS),
        (traditional(name), LanguageTag.HANT),
        (f"{sound[0].capitalize()} {''.join(sound[1:]).capitalize()}", LanguageTag.EN),
    ]


def records(entities: int, seed: int = 1) -> Iterator[ArticleRecord]:
    """Articles that hold this many local entities, of a third as many things."""
    rng = random.Random(seed)  # noqa: S311 - made-up names, no secret
    world = [thing(rng) for _ in range(entities // 3)]
    for number in range(entities // PER_ARTICLE):
        yield _record(f"{number:06}", rng.sample(world, PER_ARTICLE), rng)


def _record(
    source: str, things: list[tuple[EntityType, list[tuple[str, LanguageTag]]]], rng: random.Random
) -> ArticleRecord:
    none = Span(0, 0)
    counts = (rng.choice(NAMES) for _ in things)
    chosen = [
        (kind, rng.sample(names, min(count, len(names))))
        for (kind, names), count in zip(things, counts, strict=True)
    ]
    found = tuple(
        Entity(f"e{i}", kind, tuple(Name(text, tag, none) for text, tag in names), ())
        for i, (kind, names) in enumerate(chosen)
    )
    firms = [each.key for each in found if each.type is EntityType.ORGANIZATION]
    roles = tuple(
        Role(each.key, firms[0], none, Evidence(none), "made-up")
        for each in found
        if each.type is EntityType.PERSON and firms
    )
    article = Article(
        source=source,
        digest=source,
        encoding="utf-8",
        media_type="text/plain",
        text="",
        language=LanguageTag.HANS,
        title=None,
        publisher=None,
        published=Publication(datetime(2024, 1, 1, tzinfo=UTC), ""),
        blocks=(),
        sentences=(),
    )
    return ArticleRecord(
        article, Recognition((), (), ()), Measurement(()), found, Claims(roles=roles)
    )


def main() -> None:
    """Print a row for each size, doubling up to the wanted one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entities", type=int, default=50_000)
    largest = parser.parse_args().entities
    print(f"{platform.platform()}, Python {platform.python_version()}")
    for entities in (largest // 8, largest // 4, largest // 2, largest):
        made = list(records(entities))
        names = sum(len(each.names) for record in made for each in record.entities)
        start = time.perf_counter()
        identity = resolve(made, (), (), Minter("https://zjkg.example/"))
        seconds = time.perf_counter() - start
        print(
            f"{entities:>7} entities, {names:>7} names: {seconds:7.2f} s, "
            f"{len(identity.entities)} things, {len(identity.merges)} decisions"
        )


if __name__ == "__main__":
    main()
