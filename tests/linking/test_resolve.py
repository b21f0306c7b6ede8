from __future__ import annotations

import itertools
from collections.abc import Callable

from zjkg.ids import Minter
from zjkg.linking import AuthorityEntry, Judgement, resolve
from zjkg.model import ArticleRecord, EntityType, Identity, LanguageTag, LocalKey

ORG, PERSON = EntityType.ORGANIZATION, EntityType.PERSON
MINTER = Minter("https://example.org/")
MakeRecord = Callable[..., ArticleRecord]
LINSTITUTE = AuthorityEntry(
    "https://example.org/known/1",
    ORG,
    (("滨江研究所", LanguageTag.HANS), ("Riverside Institute", LanguageTag.EN)),
)


def iri(identity: Identity, record: ArticleRecord, name: str) -> str:
    entity = next(e for e in record.entities if name in {n.text for n in e.names})
    return identity.iris[LocalKey(record.article.source, entity.key)]


def chinese(make_record: MakeRecord) -> ArticleRecord:
    return make_record(
        "zh",
        "滨江研究所所长林微说",
        [("滨江研究所", ORG), ("林微", PERSON)],
        roles=[("林微", "滨江研究所", "所长")],
    )


def english(make_record: MakeRecord, post: str = "director") -> ArticleRecord:
    return make_record(
        "en",
        f"Lin Wei, {post} of the Riverside Institute",
        [("Lin Wei", PERSON), ("Riverside Institute", ORG)],
        roles=[("Lin Wei", "Riverside Institute", post)],
        language=LanguageTag.EN,
        date="2024-06-01T08:00:00+08:00",
    )


def test_person_across_languages_needs_pinyin_post_and_employer(make_record: MakeRecord) -> None:
    zh, en = chinese(make_record), english(make_record)
    identity = resolve([zh, en], [LINSTITUTE], [], MINTER)
    assert iri(identity, zh, "林微") == iri(identity, en, "Lin Wei")
    merge = next(m for m in identity.merges if "pinyin" in m.evidence and m.same)
    assert {"pinyin", "post", "employer"} <= set(merge.evidence)


def test_pinyin_alone_never_merges_and_keeps_the_reason(make_record: MakeRecord) -> None:
    zh, en = chinese(make_record), english(make_record, post="chairman")
    identity = resolve([zh, en], [LINSTITUTE], [], MINTER)
    assert iri(identity, zh, "林微") != iri(identity, en, "Lin Wei")
    assert any("pinyin" in m.evidence and not m.same and m.reason.zh for m in identity.merges)


def test_namesakes_with_other_employers_stay_apart(make_record: MakeRecord) -> None:
    a = chinese(make_record)
    b = make_record(
        "b",
        "蓝舟科技总监林微",
        [("蓝舟科技", ORG), ("林微", PERSON)],
        roles=[("林微", "蓝舟科技", "总监")],
    )
    identity = resolve([a, b], [], [], MINTER)
    assert iri(identity, a, "林微") != iri(identity, b, "林微")
    assert len({thing.iri for thing in identity.entities}) == len(identity.entities)


def test_judgement_wins(make_record: MakeRecord) -> None:
    a = make_record("a", "蓝舟科技", [("蓝舟科技", ORG)])
    b = make_record("b", "蓝舟科技", [("蓝舟科技", ORG)])
    c = make_record("c", "深蓝实验室", [("深蓝实验室", ORG)])
    apart = Judgement("蓝舟科技", "蓝舟科技", same=False, who="x", when="2024", why="two firms")
    joined = Judgement("蓝舟科技", "深蓝实验室", same=True, who="x", when="2024", why="renamed")
    assert len(resolve([a, b], [], [], MINTER).entities) == 1
    assert len(resolve([a, b], [], [apart], MINTER).entities) == 2
    identity = resolve([a, c], [], [joined], MINTER)
    assert iri(identity, a, "蓝舟科技") == iri(identity, c, "深蓝实验室")


def test_authority_gives_the_iri(make_record: MakeRecord) -> None:
    zh = chinese(make_record)
    assert iri(resolve([zh], [LINSTITUTE], [], MINTER), zh, "滨江研究所") == LINSTITUTE.iri


def test_things_of_different_authority_entries_stay_apart(make_record: MakeRecord) -> None:
    other = AuthorityEntry(
        "https://example.org/known/2", ORG, (("上海滨江研究所", LanguageTag.HANS),)
    )
    a = chinese(make_record)
    b = make_record("b", "上海滨江研究所", [("上海滨江研究所", ORG)])
    identity = resolve([a, b], [LINSTITUTE, other], [], MINTER)
    assert iri(identity, a, "滨江研究所") != iri(identity, b, "上海滨江研究所")


def test_order_of_articles_does_not_matter(make_record: MakeRecord) -> None:
    records = [
        chinese(make_record),
        english(make_record),
        make_record(
            "c", "上海滨江研究所有限公司成立", [("上海滨江研究所有限公司", ORG)], date=None
        ),
    ]
    results = {
        repr(resolve(order, [LINSTITUTE], [], MINTER)) for order in itertools.permutations(records)
    }
    assert len(results) == 1


def test_a_later_article_does_not_change_an_iri(make_record: MakeRecord) -> None:
    first = make_record("z", "蓝舟科技", [("蓝舟科技", ORG)], date="2020-01-01T00:00:00+08:00")
    later = make_record(
        "a", "蓝舟科技有限公司", [("蓝舟科技有限公司", ORG)], date="2023-01-01T00:00:00+08:00"
    )
    before = iri(resolve([first], [], [], MINTER), first, "蓝舟科技")
    assert iri(resolve([first, later], [], [], MINTER), later, "蓝舟科技有限公司") == before
