from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zjkg import linking
from zjkg.errors import Bilingual
from zjkg.ids import Minter
from zjkg.linking.evidence import KINDS as KNOWN_KINDS
from zjkg.linking.judgements import judged_pairs
from zjkg.linking.profiles import profiles_of
from zjkg.model import ArticleRecord, EntityType, Judgement, LocalKey, Sentence, Span
from zjkg.review import Material, Question, Standing, card, questions, side
from zjkg.review.words import KINDS, TYPES

MINTER = Minter("https://zjkg.example/")
UNDECIDED = [
    ("a1#林岚", "a2#林岚"),
    ("a1#林岚", "a3#林岚"),
    ("a2#林岚", "a3#林岚"),
    ("a1#蓝舟科技有限公司", "a4#蓝舟"),
]


def row(first: str, second: str, answer: str) -> Judgement:
    return Judgement(first, second, answer == "yes", "x", "2024", "z")


def named(material: Material, asked: Sequence[Question]) -> list[tuple[str, ...]]:
    return [tuple(material.address(key) for key in each.pair) for each in asked]


def judged(material: Material, row: Judgement) -> Material:
    identity = linking.resolve(list(material.records.values()), (), [row], MINTER)
    return Material(material.records, identity)


def test_only_what_lacks_evidence_is_asked_the_strongest_first(material: Material) -> None:
    assert named(material, questions(material.identity)) == UNDECIDED


def test_everything_adds_what_rules_decided(material: Material) -> None:
    asked = questions(material.identity, everything=True)
    assert named(material, asked) == [
        *UNDECIDED,
        ("a2#青禾", "a3#青禾#Park"),
        ("a2#青禾", "a3#青禾#Place"),
    ]
    assert [each.standing for each in asked][-2:] == [Standing.APART, Standing.JOINED]


def test_what_a_person_judged_is_not_asked_again(material: Material) -> None:
    same = judged(material, row("a1#林岚", "a2#林岚", "yes"))
    # The two are one thing now: one question is left about it and the third.
    assert named(same, questions(same.identity)) == [UNDECIDED[1], UNDECIDED[3]]
    apart = judged(material, row("a1#林岚", "a2#林岚", "no"))
    assert named(apart, questions(apart.identity, everything=True))[:3] == UNDECIDED[1:]


def test_a_row_concerns_the_two_of_its_question_only(material: Material) -> None:
    profiles = [each for record in material.records.values() for each in profiles_of(record)]
    for question in questions(material.identity, everything=True):
        first, second = (material.address(key) for key in question.pair)
        pairs = judged_pairs([row(first, second, "yes")], profiles)
        assert set(pairs) == {question.pair}


def test_sentences_mark_the_name_and_leave_the_headline(material: Material) -> None:
    first = side(material, questions(material.identity)[0].pair[0])
    assert first.headline == "林岚谈创新"
    assert first.date == "2024-05-01"
    assert first.sentences == ("【林岚】说，药物研发要有耐心。", "【林岚】谈创新")


def test_a_long_sentence_is_cut_around_the_name(records: list[ArticleRecord]) -> None:
    long = records[1]
    text = "前" * 300 + long.article.text + "后" * 300
    moved = replace(
        long,
        article=replace(
            long.article,
            text=text,
            title=None,
            sentences=(Sentence(Span(0, len(text)), long.article.language, 0),),
        ),
        recognition=replace(
            long.recognition,
            mentions=tuple(
                replace(m, span=Span(m.span.start + 300, m.span.end + 300))
                for m in long.recognition.mentions
            ),
        ),
    )
    identity = linking.resolve([moved], (), (), MINTER)
    [sentence] = side(Material({"a2": moved}, identity), LocalKey("a2", "e0")).sentences
    assert sentence.startswith("…前")
    assert sentence.endswith("后…")
    assert "【林岚】" in sentence
    assert len(sentence) < 220


def test_cards_in_both_languages(material: Material) -> None:
    question = questions(material.identity)[0]
    english, chinese = card(question, material, "en"), card(question, material, "zh")
    for words in ("林岚", "a1  2024-05-01", "【林岚】出席论坛。"):
        assert words in english
        assert words in chinese
    assert "same name" in english
    assert "too little" in english
    assert "名称相同" in chinese
    assert "证据不足" in chinese
    assert "a" not in chinese.replace("a1", "").replace("a2", "")


def test_what_is_known_of_other_articles_is_told(material: Material) -> None:
    same = judged(material, row("a1#林岚", "a2#林岚", "yes"))
    shown = card(questions(same.identity)[0], same, "en")
    assert "in 1 more articles" in shown


def test_every_type_and_kind_of_evidence_has_its_words() -> None:
    assert set(TYPES) == {kind.value for kind in EntityType}
    assert set(KINDS) == set(KNOWN_KINDS)
    assert all(isinstance(words, Bilingual) for words in (*TYPES.values(), *KINDS.values()))
