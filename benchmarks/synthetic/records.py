"""Made-up records: short news whose sentences carry every kind of claim, as model objects."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from benchmarks.synthetic.world import Thing, World

from zjkg.errors import Bilingual
from zjkg.folding import traditional
from zjkg.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Claims,
    Comparator,
    DimensionScheme,
    Dropped,
    Entity,
    EntityType,
    Evidence,
    IndexEdition,
    LanguageTag,
    LicenceTrade,
    Link,
    LocalKey,
    Measurement,
    Mention,
    Milestone,
    MilestoneKind,
    Modality,
    Name,
    Observation,
    Part,
    Participation,
    Period,
    Predicate,
    Publication,
    Quantity,
    Quotation,
    Recognition,
    Relation,
    Removal,
    Role,
    Sentence,
    Span,
    StockLink,
    TradeDirection,
)

CLAIMS = 20
"""How many claims an article has on average."""
HUNDRED_MILLION = Decimal(100_000_000)
FIRST_DAY = datetime(2015, 1, 1, 8, tzinfo=UTC)
LANGUAGES = (LanguageTag.HANS,) * 7 + (LanguageTag.HANT,) + (LanguageTag.EN,) * 2
ORG, PERSON, PARK = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PARK
PLACE, PRODUCT, INDEX = EntityType.PLACE, EntityType.PRODUCT, EntityType.INDEX
MEASURES = (
    ("营业收入", "revenue", "CNY", ("revenue",)),
    ("研发投入", "research spending", "CNY", ("research-spending",)),
    ("产值", "output value", "CNY", ("output-value",)),
    ("融资额", "financing", "CNY", ("financing",)),
    ("合同金额", "contract value", "USD", ("contract-value",)),
    ("在研药物", "drugs under development", "款", ("drug-count", "under-development")),
    ("临床试验", "clinical trials", "项", ("trial-count",)),
    ("入驻企业", "resident companies", "家", ("company-count",)),
    ("员工", "staff", "人", ("staff-count",)),
    ("全球参与度", "global participation", "%", ("participation", "global")),
    ("占比", "share", "%", ("share",)),
    ("增长", "growth", "%", ("growth",)),
    ("规划面积", "planned area", "mu", ("planned-area",)),
    ("建筑面积", "floor area", "m2", ("floor-area",)),
)
UNITS_ZH = {"CNY": "元", "USD": "美元", "mu": "亩", "m2": "平方米"}
UNITS_EN = {"CNY": " yuan", "USD": " dollars", "mu": " mu", "m2": " square meters"}
COMPARATORS = (*(Comparator.EQUAL,) * 6, Comparator.ABOUT, Comparator.MORE, Comparator.AT_LEAST)
MODALITIES = (*(Modality.ACTUAL,) * 8, Modality.TARGET, Modality.FORECAST)
POSTS = (("董事长", "chairman"), ("总经理", "general manager"), ("所长", "director"))
RELATIONS: tuple[tuple[EntityType, Predicate, EntityType, str, str], ...] = (
    (ORG, Predicate.LOCATED_IN, PARK, "入驻", " moved into "),
    (ORG, Predicate.LOCATED_IN, PARK, "落户", " settled in "),
    (PARK, Predicate.LOCATED_IN, PLACE, "坐落于", " lies in "),
    (PARK, Predicate.PART_OF, PARK, "隶属于", " belongs to "),
    (ORG, Predicate.DEVELOPS, PRODUCT, "自主研发", " develops "),
    (ORG, Predicate.PARTNERS_WITH, ORG, "携手", " works with "),
    (ORG, Predicate.INVESTS, ORG, "投资", " invests in "),
    (ORG, Predicate.OPERATES, PARK, "运营", " runs "),
    (ORG, Predicate.LAUNCHES, EntityType.POLICY, "发布", " issues "),
    (INDEX, Predicate.COMPILED_BY, ORG, "编制方为", " is compiled by "),
    (EntityType.EVENT, Predicate.PART_OF, EntityType.EVENT, "系", " is part of "),
    (ORG, Predicate.FOUNDER_OF, ORG, "创办", " founded "),
)
STEPS = ("recognition", "measurement", "claims")
REASON = Bilingual("made up for a benchmark", "为基准测试编造")
_Piece = str | tuple[str, str | Thing]


@dataclass(slots=True)
class _Draft:
    """An article while it is written; every sentence gives the spans of its labelled words."""

    rng: random.Random
    world: World
    language: LanguageTag
    main: Thing
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    named: dict[Thing, list[int]] = field(default_factory=dict)
    quantities: list[Quantity] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    alliances: set[str] = field(default_factory=set)
    claims: dict[str, list[object]] = field(default_factory=dict)

    @property
    def english(self) -> bool:
        return self.language is LanguageTag.EN

    def pick(self, han: str, english: str) -> str:
        return english if self.english else han

    def key(self, thing: Thing) -> str:
        return f"e{list(self.named).index(thing)}"

    def add(self, kind: str, claim: object) -> None:
        self.claims.setdefault(kind, []).append(claim)

    def say(
        self, *pieces: _Piece, kind: BlockKind = BlockKind.PARAGRAPH
    ) -> tuple[Span, dict[str, Span]]:
        """One sentence, a line of its own."""
        if self.text:
            self.text += "\n"
        start, spans = len(self.text), dict[str, Span]()
        tag = LanguageTag.EN if self.english else LanguageTag.HANS
        for piece in pieces:
            label, value = ("", piece) if isinstance(piece, str) else piece
            words = value.called(tag) if isinstance(value, Thing) else value
            at = len(self.text)
            self.text += words
            spans[label] = Span(at, len(self.text))
            if isinstance(value, Thing):
                self.named.setdefault(value, []).append(len(self.mentions))
                evidence = ("gazetteer", "tagger:fool", "tagger:lac")[: self.rng.choice((1, 1, 2))]
                self.mentions.append(Mention(spans[label], value.type, evidence, 0.9))
        span = Span(start, len(self.text))
        self.sentences.append(Sentence(span, self.language, len(self.blocks)))
        self.blocks.append(Block(span, kind))
        return span, spans

    def filler(self) -> str:
        words = [self.world.drawn(self.world.words, self.rng) for _ in range(6)]
        if self.english:
            return f"Beyond {words[0]} and {words[1]} in {words[2]}, "
        return (
            f"围绕{words[0]}与{words[1]}，聚焦{words[2]}、{words[3]}，依托{words[4]}和{words[5]}，"
        )


def record(number: int, world: World, seed: int) -> tuple[ArticleRecord, dict[LocalKey, Thing]]:
    """The article of a number, and which thing each entity is; the same for the same seed."""
    rng = random.Random(f"article {seed} {number}")
    language = rng.choice(LANGUAGES)
    main = world.thing(rng.choice((ORG, ORG, PARK, PLACE)), rng)
    draft = _Draft(rng, world, language, main)
    outlet = world.things[ORG][rng.randrange(min(400, len(world.things[ORG])))]
    draft.say(
        ("", main),
        draft.pick("最新进展", " in the news"),
        world.drawn(world.words, rng),
        kind=BlockKind.TITLE,
    )
    publisher = draft.say(("o", outlet), kind=BlockKind.BYLINE)[1]["o"]
    wanted = rng.randint(CLAIMS // 2, CLAIMS + CLAIMS // 2)
    while sum(map(len, draft.claims.values())) < wanted:
        rng.choices(_WRITERS, cum_weights=_CUMULATED)[0](draft)
    return _finished(number, draft, publisher)


def _value(draft: _Draft, unit: str) -> Decimal:
    size = draft.rng.choice((1, 2, 2, 3))
    mantissa = int(10 ** (draft.rng.random() * size)) + 1
    return mantissa * HUNDRED_MILLION if unit in {"CNY", "USD"} else Decimal(mantissa)


def _observed(
    draft: _Draft, main: Thing, *measures: tuple[str, str, str, tuple[str, ...]]
) -> list[int]:
    """Observations of one subject in one sentence; their numbers among the observations."""
    rng = draft.rng
    subject = main if rng.random() < 0.5 else draft.world.thing(rng.choice((ORG, PARK)), rng)
    year = str(rng.randint(2012, 2027))
    values = [_value(draft, measure[2]) for measure in measures]
    shares = [rng.random() < 0.15 and measure[2] == "%" for measure in measures]
    pieces: list[_Piece] = []
    for n, (measure, value, share) in enumerate(zip(measures, values, shares, strict=True)):
        pieces += [
            draft.pick("，" if n else "的", ", " if n else "'s "),
            (f"m{n}", draft.pick(measure[0], measure[1])),
            draft.pick("达到", " reached "),
            (f"w{n}", draft.pick("全国的", "of the nation's ") if share else ""),
            (f"q{n}", _written(draft, value, measure[2])),
        ]
    sentence, at = draft.say(
        ("t", draft.pick(f"{year}年", f"In {year}")),
        draft.filler(),
        ("s", subject),
        *pieces,
        draft.pick("。", "."),
    )
    numbers: list[int] = []
    for n, (measure, value, share) in enumerate(zip(measures, values, shares, strict=True)):
        dated = rng.random() < 0.7
        anchor = "2024-01-01" if rng.random() < 0.1 else None
        draft.quantities.append(
            Quantity(
                at[f"q{n}"],
                at[f"q{n}"],
                value,
                value * 2 if rng.random() < 0.02 else None,
                measure[2],
                rng.choice(COMPARATORS),
                Period(year, year, at["t"], anchor) if dated else None,
                at[f"w{n}"] if share else None,
                None,
                "number",
                None,
                REASON if rng.random() < 0.005 else None,
            )
        )
        speaker = rng.choice(list(draft.named)) if rng.random() < 0.15 else None
        numbers.append(len(draft.claims.get("observations", ())))
        draft.add(
            "observations",
            Observation(
                len(draft.quantities) - 1,
                draft.key(subject) if rng.random() < 0.85 else None,
                at["s"],
                at[f"m{n}"],
                rng.choice(MODALITIES),
                at[f"m{n}"] if rng.random() < 0.01 else None,
                None if speaker is None else draft.key(speaker),
                Evidence(sentence),
                rng.choice(("subject-nearest", "subject-carried", "share-of-whole", "growth")),
            ),
        )
    return numbers


def _written(draft: _Draft, value: Decimal, unit: str) -> str:
    units = draft.pick(UNITS_ZH.get(unit, unit), UNITS_EN.get(unit, f" {unit}"))
    if value < HUNDRED_MILLION:
        return f"{value:f}{units}"
    return f"{value / HUNDRED_MILLION:f}{draft.pick('亿', ' hundred million')}{units}"


def _observation(draft: _Draft) -> None:
    drawn = dict.fromkeys(draft.world.drawn(MEASURES, draft.rng) for _ in range(4))
    _observed(draft, draft.main, *drawn)


def _licence(draft: _Draft) -> None:
    [number] = _observed(
        draft, draft.main, draft.rng.choice((MEASURES[4], MEASURES[6], MEASURES[10]))
    )
    observation = draft.claims["observations"][number]
    if not isinstance(observation, Observation):
        raise TypeError(observation)
    direction = draft.rng.choice((TradeDirection.OUT, TradeDirection.IN, None))
    evidence = Evidence(observation.evidence.sentence, (observation.measure or Span(0, 1),))
    draft.add("licence_trades", LicenceTrade(number, direction, evidence, "licence-words"))


def _edition(draft: _Draft) -> None:
    index = draft.world.thing(INDEX, draft.rng)
    sentence, at = draft.say(("i", index), draft.pick("发布", " is out"))
    score = ("得分", "score", "score", ("index-value",))
    value, growth = _observed(draft, index, score, MEASURES[11])
    year = draft.rng.randint(2012, 2024)
    evidence = (Evidence(sentence, (at["i"],)),)
    draft.add(
        "editions",
        IndexEdition(
            draft.key(index),
            str(year + 1),
            str(year),
            "2010",
            Decimal(100),
            (value,),
            (growth,),
            None,
            evidence,
            "index-edition",
        ),
    )


def _dimensions(draft: _Draft) -> None:
    index = draft.world.thing(INDEX, draft.rng)
    labels = [str(n) for n in range(4)]
    words = [draft.world.drawn(draft.world.words, draft.rng) for _ in labels]
    sentence, at = draft.say(("i", index), *zip(labels, words, strict=True))
    spans = tuple(at[label] for label in labels)
    scheme = DimensionScheme(draft.key(index), None, spans, Evidence(sentence), "dimensions")
    draft.add("dimension_schemes", scheme)


def _participation(draft: _Draft) -> None:
    rng = draft.rng
    alliance = draft.world.drawn(draft.world.alliances, rng)
    member = draft.world.thing(ORG, rng)
    sentence, at = draft.say(("m", member), ("p", draft.pick("牵头", " leads ")), ("a", alliance))
    draft.alliances.add(draft.key(alliance))
    draft.add(
        "participations",
        Participation(
            draft.key(alliance),
            draft.key(member),
            at["p"],
            (rng.choice(list(Part)),),
            Modality.ACTUAL,
            None,
            Evidence(sentence),
            "participation",
        ),
    )


def _relation(draft: _Draft) -> None:
    rng = draft.rng
    first, predicate, second, han, english = draft.world.drawn(RELATIONS, rng)
    subject = (
        draft.main
        if draft.main.type is first and rng.random() < 0.5
        else draft.world.thing(first, rng)
    )
    value = draft.world.thing(second, rng)
    while value is subject:
        value = draft.world.thing(second, rng)
    sentence, at = draft.say(
        draft.filler(),
        ("s", subject),
        ("v", draft.pick(han, english)),
        ("o", value),
        draft.pick("。", "."),
    )
    draft.add(
        "relations",
        Relation(
            draft.key(subject),
            predicate,
            draft.key(value),
            rng.choice(MODALITIES),
            None,
            Evidence(sentence, (at["s"], at["v"], at["o"])),
            f"relation-{predicate.value}",
        ),
    )


def _role(draft: _Draft) -> None:
    rng = draft.rng
    organization = draft.main if draft.main.type is ORG else draft.world.thing(ORG, rng)
    person, post = draft.world.thing(PERSON, rng), rng.choice(POSTS)
    sentence, at = draft.say(
        ("o", organization),
        ("p", draft.pick(*post)),
        ("n", person),
        draft.pick("出席。", " was there."),
    )
    evidence = Evidence(sentence, (at["n"],))
    role = Role(draft.key(person), draft.key(organization), at["p"], evidence, "post-name")
    draft.add("roles", role)


def _quotation(draft: _Draft) -> None:
    person = draft.world.thing(PERSON, draft.rng)
    sentence, at = draft.say(
        ("n", person),
        draft.pick("表示：“", ' said: "'),
        ("q", draft.filler()),
        draft.pick("”", '"'),
    )
    quotation = Quotation(draft.key(person), (at["q"],), Evidence(sentence), "speech")
    draft.add("quotations", quotation)


def _milestone(draft: _Draft) -> None:
    rng = draft.rng
    day = (FIRST_DAY + timedelta(days=rng.randrange(3600))).date().isoformat()
    subject = draft.main if rng.random() < 0.5 else draft.world.thing(ORG, rng)
    kind = rng.choice(list(MilestoneKind))
    sentence, at = draft.say(("t", day), ("s", subject), draft.pick("启用。", " opened."))
    draft.add(
        "milestones",
        Milestone(
            draft.key(subject),
            None,
            kind,
            day[:7],
            day[:7],
            Modality.ACTUAL,
            None,
            Evidence(sentence, (at["t"],)),
            "milestone",
        ),
    )


def _link(draft: _Draft) -> None:
    firm = draft.world.thing(ORG, draft.rng)
    _, at = draft.say(draft.filler(), ("a", firm), draft.pick("上涨。", " rose."))
    accepted = draft.rng.random() < 0.7
    code = f"{int(firm.iri[-6:], 36) % 1_000_000:06}"
    draft.links.append(Link(at["a"], f"https://example.org/{code}", "SSE", code))
    entity = draft.key(firm) if accepted else None
    draft.add("stock_links", StockLink(len(draft.links) - 1, entity, accepted, REASON))


_WRITERS: tuple[Callable[[_Draft], None], ...] = (
    _observation,
    _relation,
    _role,
    _quotation,
    _milestone,
    _link,
    _licence,
    _edition,
    _participation,
    _dimensions,
)
_CUMULATED = (30, 52, 62, 72, 77, 82, 90, 91.5, 94, 94.5)


def _finished(
    number: int, draft: _Draft, publisher: Span
) -> tuple[ArticleRecord, dict[LocalKey, Thing]]:
    rng = draft.rng
    text = traditional(draft.text) if draft.language is LanguageTag.HANT else draft.text
    entities = tuple(
        Entity(f"e{i}", thing.type, _names(draft, text, indexes), tuple(indexes))
        for i, (thing, indexes) in enumerate(draft.named.items())
    )
    dropped = tuple(
        Dropped(rng.choice(STEPS), rng.choice(("too-short", "no-unit", "weak")), each.span, REASON)
        for each in rng.choices(draft.mentions, k=1)
    )
    day = FIRST_DAY + timedelta(hours=rng.randrange(24 * 3600))
    source = f"{number:07}"
    article = Article(
        source=source,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        language=draft.language,
        title=draft.blocks[0].span,
        publisher=publisher,
        published=Publication(day, ""),
        blocks=tuple(draft.blocks),
        sentences=tuple(draft.sentences),
        removals=(Removal(len(text), "推荐阅读", "teaser", REASON),) if rng.random() < 0.3 else (),
        links=tuple(draft.links),
    )
    said = {kind: tuple(items) for kind, items in draft.claims.items()}
    claims = Claims(alliances=tuple(sorted(draft.alliances)), **said)  # type: ignore[arg-type]
    recognition = Recognition((), tuple(draft.mentions), (), dropped)
    made = ArticleRecord(
        article, recognition, Measurement(tuple(draft.quantities)), entities, claims
    )
    return made, {LocalKey(source, f"e{i}"): thing for i, thing in enumerate(draft.named)}


def _names(draft: _Draft, text: str, indexes: list[int]) -> tuple[Name, ...]:
    span = draft.mentions[indexes[0]].span
    return (Name(span.of(text), draft.language, span),)
