"""Three small articles in three scripts, written for these tests, and the graph made of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest
from pyoxigraph import Quad, Store

from zjkg.errors import Bilingual
from zjkg.graph import article_quads, derived_quads, entity_types
from zjkg.ids import Minter
from zjkg.model import (
    ArithmeticCheck,
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    ClaimRef,
    Claims,
    Comparator,
    Comparison,
    ConflictType,
    Contradiction,
    Dropped,
    Entity,
    EntityType,
    Evidence,
    Identity,
    LanguageTag,
    Link,
    LocalKey,
    Measurement,
    Mention,
    Merge,
    Milestone,
    MilestoneKind,
    Modality,
    Name,
    Observation,
    Period,
    Predicate,
    Publication,
    Quantity,
    Quotation,
    Recognition,
    Relation,
    Removal,
    Resolved,
    Role,
    Sentence,
    Span,
    StockLink,
)
from zjkg.settings import SHANGHAI

HANS, HANT, EN = LanguageTag.HANS, LanguageTag.HANT, LanguageTag.EN
HANS_TEXT = (
    "滨江园区首发𠮷星指数\n"
    "星河生物创始人曾小芸说，“𠮷星指数不高。”她又说，“我们会更好。”\n"
    "去年滨江园区集聚企业300余家，产值8亿元至10亿元（1.2亿美元），占全国45%。\n"
    "星河生物位于滨江园区，拟落户云帆国际中心。"
)
HANT_TEXT = "濱江園區去年集聚企業280餘家。\n星河生物董事長曾小芸出席濱江論壇。"
EN_TEXT = "Binjiang Park 𝔸 hosts more than 300 companies, Zeng Xiaoyun said."
WHY = Bilingual("made for a test", "为测试而写")


@dataclass(frozen=True)
class Corpus:
    """Records, who is who, what disagrees, and how IRIs are made."""

    records: tuple[ArticleRecord, ...]
    identity: Identity
    comparison: Comparison
    minter: Minter

    def quads(self) -> list[Quad]:
        types = entity_types(self.identity)
        made = [
            quad
            for record in self.records
            for quad in article_quads(
                record, self.identity, self.minter, zone=SHANGHAI, types=types
            )
        ]
        return made + list(derived_quads(self.records, self.identity, self.comparison, self.minter))


def at(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def sentences(text: str, language: LanguageTag) -> tuple[Sentence, ...]:
    lines = text.split("\n")
    return tuple(Sentence(at(text, line), language, index) for index, line in enumerate(lines))


def article(source: str, text: str, language: LanguageTag, **more: object) -> Article:
    made = sentences(text, language)
    values: dict[str, object] = {
        "source": source,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
        "encoding": "utf-8",
        "media_type": "text/plain",
        "text": text,
        "language": language,
        "title": None,
        "publisher": None,
        "published": None,
        "blocks": tuple(Block(item.span, BlockKind.PARAGRAPH) for item in made),
        "sentences": made,
    }
    return Article(**(values | more))  # type: ignore[arg-type]


def named(
    text: str, language: LanguageTag, names: dict[str, EntityType]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """One mention and one entity for the first place of each name."""
    mentions = tuple(
        Mention(at(text, name), kind, ("gazetteer", "tagger:lac"), 0.87)
        for name, kind in names.items()
    )
    entities = tuple(
        Entity(f"e{index}", kind, (Name(name, language, at(text, name)),), (index,))
        for index, (name, kind) in enumerate(names.items())
    )
    return mentions, entities


def quantity(text: str, words: str, value: str, unit: str, **more: object) -> Quantity:
    values: dict[str, object] = {
        "span": at(text, words),
        "number": at(text, words),
        "value": Decimal(value),
        "value_max": None,
        "unit": unit,
        "comparator": Comparator.EQUAL,
        "period": None,
        "share_of": None,
        "counted": None,
        "rule": "number",
    }
    return Quantity(**(values | more))  # type: ignore[arg-type]


def observation(
    index: int, subject: str | None, sentence: Span, measure: Span | None, **more: object
) -> Observation:
    values: dict[str, object] = {
        "quantity": index,
        "subject": subject,
        "subject_words": None,
        "measure": measure,
        "modality": Modality.ACTUAL,
        "qualifier": None,
        "speaker": None,
        "evidence": Evidence(sentence),
        "rule": "subject-measure",
    }
    return Observation(**(values | more))  # type: ignore[arg-type]


def hans_record() -> ArticleRecord:
    text = HANS_TEXT
    lines = [item.span for item in sentences(text, HANS)]
    mentions, entities = named(
        text,
        HANS,
        {
            "滨江园区": EntityType.PARK,
            "𠮷星指数": EntityType.INDEX,
            "星河生物": EntityType.ORGANIZATION,
            "曾小芸": EntityType.PERSON,
            "云帆国际中心": EntityType.PARK,
        },
    )
    period = Period("2020", "2020", at(text, "去年"), "2021-10-13")
    quantities = (
        quantity(text, "300余家", "300", "家", comparator=Comparator.MORE, period=period),
        quantity(
            text, "8亿元至10亿元", "8E8", "CNY",
            value_max=Decimal("1.0E9"), comparator=Comparator.RANGE, period=period,
        ),
        quantity(
            text, "1.2亿美元", "120000000", "USD", equivalent_to=1,
            ambiguity=Bilingual("either end of the range", "区间的任一端"),
        ),
        quantity(text, "45%", "45", "%", share_of=at(text, "全国")),
    )  # fmt: skip
    measure = at(text, "产值")
    claims = Claims(
        observations=(
            observation(0, "e0", lines[2], at(text, "企业"), speaker="e3"),
            observation(1, "e0", lines[2], measure),
            observation(2, "e0", lines[2], measure),
            observation(3, None, lines[2], measure, subject_words=at(text, "滨江园区", 1)),
        ),
        roles=(Role("e3", "e2", at(text, "创始人"), Evidence(lines[1]), "role"),),
        relations=(
            Relation(
                "e2", Predicate.LOCATED_IN, "e0", Modality.ACTUAL, None,
                Evidence(lines[3], (at(text, "位于"),)), "settled",
            ),
            Relation(
                "e2", Predicate.LOCATED_IN, "e4", Modality.TARGET, None,
                Evidence(lines[3], (at(text, "拟落户"),)), "settled",
            ),
        ),
        milestones=(
            Milestone(
                "e2", at(text, "国际中心"), MilestoneKind.MOVED_IN, "2022-03", "2022-04",
                Modality.TARGET, "e3", Evidence(lines[3], (at(text, "拟落户"),)), "dated",
            ),
        ),
        quotations=(
            Quotation(
                "e3", (at(text, "𠮷星指数不高。"), at(text, "我们会更好。")),
                Evidence(lines[1]), "speech",
            ),
        ),
        stock_links=(
            StockLink(0, "e2", accepted=True, reason=WHY),
            StockLink(1, None, accepted=False, reason=WHY),
        ),
        dropped=(Dropped("claims", "no-measure", at(text, "更好"), WHY),),
    )  # fmt: skip
    links = (
        Link(at(text, "星河生物"), "https://quotes.example/688000", "SSE", "688000"),
        Link(at(text, "国际"), "https://quotes.example/000001", "SZSE", "000001"),
    )
    stored = article(
        "100_hans",
        text,
        HANS,
        title=lines[0],
        publisher=at(text, "星河生物"),
        published=Publication(
            datetime(2021, 10, 12, 20, tzinfo=timezone(timedelta(0))), "2021-10-12 20:00 GMT"
        ),
        removals=(Removal(len(text), "相关阅读", "page-furniture", WHY),) * 2,
        links=links,
    )
    stray = Mention(at(text, "首发"), EntityType.EVENT, ("pattern:event",), 0.2)
    recognition = Recognition((), (*mentions, stray), ())
    return ArticleRecord(stored, recognition, Measurement(quantities), entities, claims)


def hant_record() -> ArticleRecord:
    text = HANT_TEXT
    lines = [item.span for item in sentences(text, HANT)]
    mentions, entities = named(
        text,
        HANT,
        {
            "濱江園區": EntityType.PARK,
            "星河生物": EntityType.ORGANIZATION,
            "曾小芸": EntityType.PERSON,
            "濱江論壇": EntityType.EVENT,
        },
    )
    period = Period(None, None, at(text, "去年"))
    claims = Claims(
        observations=(observation(0, "e0", lines[0], at(text, "企業")),),
        roles=(Role("e2", "e1", at(text, "董事長"), Evidence(lines[1]), "role"),),
        relations=(
            Relation(
                "e2", Predicate.ATTENDS, "e3", Modality.ACTUAL, None, Evidence(lines[1]), "attend"
            ),
        ),
    )
    return ArticleRecord(
        article("101_hant", text, HANT),
        Recognition((), mentions, ()),
        Measurement(
            (quantity(text, "280餘家", "280", "家", comparator=Comparator.MORE, period=period),)
        ),
        entities,
        claims,
    )


def en_record() -> ArticleRecord:
    text = EN_TEXT
    mentions, entities = named(
        text, EN, {"Binjiang Park": EntityType.PARK, "Zeng Xiaoyun": EntityType.PERSON}
    )
    whole = Span(0, len(text))
    claims = Claims(
        observations=(observation(0, "e0", whole, at(text, "companies"), speaker="e1"),),
    )
    number = quantity(text, "more than 300 companies", "300", "companies")
    return ArticleRecord(
        article("102 en", text, EN),
        Recognition((), mentions, ()),
        Measurement((number,)),
        entities,
        claims,
    )


def who_is_who(minter: Minter) -> Identity:
    rows: tuple[tuple[str, EntityType, tuple[str, ...], tuple[tuple[str, LanguageTag], ...]], ...]
    rows = (
        (
            "滨江园区", EntityType.PARK, ("100_hans#e0", "101_hant#e0", "102 en#e0"),
            (("滨江园区", HANS), ("濱江園區", HANT), ("Binjiang Park", EN)),
        ),
        ("𠮷星指数", EntityType.INDEX, ("100_hans#e1",), (("𠮷星指数", HANS),)),
        (
            "星河生物", EntityType.ORGANIZATION, ("100_hans#e2", "101_hant#e1"),
            (("星河生物", HANS),),
        ),
        (
            "曾小芸", EntityType.PERSON, ("100_hans#e3", "101_hant#e2", "102 en#e1"),
            (("曾小芸", HANS), ("Zeng Xiaoyun", EN)),
        ),
        ("云帆国际中心", EntityType.PARK, ("100_hans#e4",), (("云帆国际中心", HANS),)),
        ("濱江論壇", EntityType.EVENT, ("101_hant#e3",), (("濱江論壇", HANT),)),
    )  # fmt: skip
    entities = tuple(
        Resolved(
            minter.entity(name, kind.value),
            kind,
            tuple(LocalKey(*member.split("#")) for member in members),
            names,
        )
        for name, kind, members, names in rows
    )
    iris = {member: entity.iri for entity in entities for member in entity.members}
    park = entities[0].members
    merges = (
        Merge(
            park[0], park[1], same=True, evidence=("script",), reason=WHY,
            called=("滨江园区", "濱江園區"),
        ),
        Merge(
            park[0], LocalKey("100_hans", "e4"), same=False, evidence=("name",), reason=WHY,
            called=("滨江园区", "云帆国际中心"),
        ),
    )  # fmt: skip
    return Identity(entities, iris, merges)


def make_corpus() -> Corpus:
    minter = Minter("https://zjkg.example/")
    first, second, third = ClaimRef("100_hans", 0), ClaimRef("101_hant", 0), ClaimRef("102 en", 0)
    comparison = Comparison(
        (Contradiction(ConflictType.VALUE, first, second, WHY),),
        (ArithmeticCheck("sum", (first, third), Decimal(600), Decimal("600.0"), True, WHY),),  # noqa: FBT003
    )
    records = (hans_record(), hant_record(), en_record())
    return Corpus(records, who_is_who(minter), comparison, minter)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return make_corpus()


@pytest.fixture(scope="session")
def quads(corpus: Corpus) -> list[Quad]:
    return corpus.quads()


@pytest.fixture
def store(quads: list[Quad]) -> Store:
    made = Store()
    made.extend(quads)
    return made
