"""Sentences of made-up news, each with the truth that it tells.

A sentence is written in simplified Chinese or in English; traditional characters come with the
whole text. Numbers stand in every manner that news has: exact, hedged, with a bound, as a share of
a whole, as growth over a year, as a sum of parts, as a plan.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.synthetic.world import Thing, World

from zjkg.model import EntityType, LanguageTag

ORG, PERSON, PARK = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PARK
# measure (zh, en), how Chinese counts it, its unit in the graph, English after the number
COUNTED = (
    ("入驻企业", "resident companies", "家", "家"),
    ("在研药物", "drugs under development", "款", "款"),
    ("临床试验", "clinical trials", "项", "项"),
    ("研发人员", "researchers", "人", "人"),
    ("授权专利", "patents", "件", "件"),
)
MONEY = (("产值", "output value"), ("研发投入", "research spending"), ("融资额", "financing"))
HEDGES = (
    ("", "", "="),
    ("", "", "="),
    ("", "", "="),
    ("约", "about ", "~"),
    ("超过", "more than ", ">"),
    ("不低于", "at least ", ">="),
)
POSTS = (("董事长", "chairman"), ("总经理", "general manager"), ("副总裁", "vice president"))
MISPRINTED = 0.02
HUNDRED_MILLION = 100_000_000


@dataclass(slots=True)
class Page:
    """An article while it is written: its lines, and the truth about them."""

    rng: random.Random
    world: World
    english: bool
    year: int
    main: Thing
    lines: list[str] = field(default_factory=list)
    truth: list[dict[str, object]] = field(default_factory=list)

    def name(self, thing: Thing) -> str:
        """What the article calls a thing."""
        return thing.called(LanguageTag.EN if self.english else LanguageTag.HANS)

    def say(self, chinese: str, english: str) -> None:
        """A sentence in the article's language."""
        self.lines.append(english if self.english else chinese)

    def tell(self, kind: str, **what: object) -> None:
        """What the last sentence claims."""
        self.truth.append({"kind": kind, **what})

    def true(self, measure: str, low: int, high: int) -> int:
        """What is true of the main thing, in every article."""
        return random.Random(f"{self.main.iri} {measure}").randint(low, high)

    def value(self, measure: str, low: int, high: int) -> tuple[int, bool]:
        """The value of the main thing's measure in the year, and whether it is misprinted here."""
        true = self.true(f"{measure} {self.year}", low, high)
        written = str(true)
        if self.rng.random() < MISPRINTED and written[0] != written[1]:
            return int(written[1] + written[0] + written[2:]), True
        return true, False


def counted(page: Page) -> None:
    """So many of something by the end of the year, hedged or not, as a fact or a plan."""
    han, english, classifier, unit = page.world.drawn(COUNTED, page.rng)
    value, misprint = page.value(han, 100, 999)
    hedge, hedged, comparator = page.rng.choice(HEDGES)
    name, year = page.name(page.main), page.year
    planned = page.rng.random() < 0.15
    if planned:
        page.say(
            f"到{year + 3}年，{name}力争{han}达到{hedge}{value}{classifier}。",
            f"{name} aims to have {hedged}{value} {english} by {year + 3}.",
        )
    else:
        page.say(
            f"{year}年，{name}{han}达到{hedge}{value}{classifier}。",
            f"In {year}, {name} had {hedged}{value} {english}.",
        )
    page.tell(
        "observation",
        subject=page.main.iri,
        measure=english,
        value=value,
        unit=english if page.english else unit,
        comparator=comparator,
        year=year + 3 if planned else year,
        modality="target" if planned else "actual",
        misprint=misprint,
    )


def money(page: Page) -> None:
    """A sum of money with its growth over the year and its share of the nation's."""
    han, english = page.rng.choice(MONEY)
    value, misprint = page.value(han, 102, 987)
    name, year = page.name(page.main), page.year
    growth = page.true(f"{han} {year} growth", 3, 28)
    share = page.true(f"{han} {year} share", 4, 60)
    page.say(
        f"{year}年，{name}{han}达{value}亿元，同比增长{growth}%，占全国{share}%。",
        f"In {year}, the {english} of {name} reached {value / 10:g} billion yuan, up {growth} "
        f"percent from a year earlier, or {share} percent of the nation's total.",
    )
    common = {"subject": page.main.iri, "measure": english, "year": year, "comparator": "="}
    amount = value * HUNDRED_MILLION
    page.tell("observation", **common, value=amount, unit="CNY", misprint=misprint)
    page.tell("observation", **common, value=growth, unit="%", growth=True)
    page.tell("observation", **common, value=share, unit="%", whole="nation")


def parts(page: Page) -> None:
    """A whole and its parts, which add up but for a misprint."""
    first, second = (page.true(f"area {use}", 101, 400) for use in ("research", "production"))
    wrong = page.rng.random() < MISPRINTED
    whole = first + second + (10 if wrong else 0)
    name = page.name(page.main)
    page.say(
        f"{name}规划用地{whole}亩，其中研发用地{first}亩、生产用地{second}亩。",
        f"{name} covers {whole} mu, of which {first} mu are for research and {second} mu for "
        "production.",
    )
    page.tell("sum", whole=whole, parts=[first, second], unit="mu", fits=not wrong)


def relation(page: Page) -> None:
    """A firm moves into a park, or works with another firm."""
    firm, other = (page.world.thing(ORG, page.rng) for _ in "ab")
    park = page.world.thing(PARK, page.rng)
    if page.rng.random() < 0.5 or firm == other:
        page.say(
            f"{page.name(firm)}已入驻{page.name(park)}。",
            f"{page.name(firm)} has moved into {page.name(park)}.",
        )
        page.tell("relation", subject=firm.iri, predicate="locatedIn", object=park.iri)
    else:
        page.say(
            f"{page.name(firm)}与{page.name(other)}签署战略合作协议。",
            f"{page.name(firm)} signed a strategic cooperation agreement with {page.name(other)}.",
        )
        page.tell("relation", subject=firm.iri, predicate="partnersWith", object=other.iri)


def speech(page: Page) -> None:
    """Somebody of a firm says something: a role and a quotation."""
    firm, person = page.world.thing(ORG, page.rng), page.world.thing(PERSON, page.rng)
    post, title = POSTS[int(person.iri[-4:], 36) % len(POSTS)]
    words = [page.world.drawn(page.world.words, page.rng) for _ in range(2)]
    said = (
        f"We will go on with our research and bring new medicines to {page.year + 1}."
        if page.english
        else f"{words[0]}与{words[1]}将加快新药研发，服务更多患者。"
    )
    page.say(
        f"{page.name(firm)}{post}{page.name(person)}表示：“{said}”",
        f'"{said}" said {page.name(person)}, {title} of {page.name(firm)}.',
    )
    page.tell("role", person=person.iri, organization=firm.iri, role=title)
    page.tell("quotation", speaker=person.iri, text=said)


def opened(page: Page) -> None:
    """A park opened in a month of its own."""
    park = page.world.thing(PARK, page.rng)
    own = random.Random(f"{park.iri} opened")
    year, month = own.randint(2010, 2016), own.randint(1, 12)
    day = f"{month}/1/{year}"
    page.say(
        f"{page.name(park)}于{year}年{month}月正式开园。",
        f"{page.name(park)} opened in {MONTHS[month - 1]} {year}.",
    )
    page.tell("milestone", subject=park.iri, what="opened", date=day)


def filler(page: Page) -> None:
    """A sentence that claims nothing."""
    words = [page.world.drawn(page.world.words, page.rng) for _ in range(4)]
    page.say(
        f"围绕{words[0]}与{words[1]}，聚焦{words[2]}，各方就产业协同和人才培养进行了深入交流，"
        "并考察了公共技术服务平台。",
        "Participants exchanged views on how the industry can grow and saw a shared laboratory.",
    )


MONTHS = (
    "January February March April May June July August September October November December"
).split()
SENTENCES: tuple[tuple[Callable[[Page], None], int], ...] = (
    (counted, 5),
    (money, 4),
    (parts, 1),
    (relation, 4),
    (speech, 3),
    (opened, 1),
    (filler, 5),
)
