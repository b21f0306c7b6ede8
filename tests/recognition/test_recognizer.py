import random
from collections.abc import Callable
from dataclasses import replace

from zjkg.model import Article, Credit, EntityType, Recognition, Span
from zjkg.recognition import Gazetteer, Recognizer

MakeArticle = Callable[[str], Article]


def _names(result: Recognition, article: Article) -> dict[str, EntityType]:
    return {mention.span.of(article.text): mention.type for mention in result.mentions}


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_nothing_in_nothing_out(recognizer: Recognizer, article: MakeArticle) -> None:
    assert recognizer.recognize([]) == []
    assert recognizer.recognize([article("")]) == [Recognition((), (), ())]


def test_articles_do_not_influence_each_other(
    recognizer: Recognizer, seeds: dict[str, Article]
) -> None:
    articles = list(seeds.values())
    together = recognizer.recognize(articles)
    assert together == [recognizer.recognize([article])[0] for article in articles]
    order = list(range(len(articles)))
    random.Random(5).shuffle(order)  # noqa: S311 - no secret
    shuffled = recognizer.recognize([articles[index] for index in order])
    assert shuffled == [together[index] for index in order]


def test_models_load_only_for_their_language(article: MakeArticle) -> None:
    chinese = Recognizer(Gazetteer([]))
    chinese.recognize([article("苏州工业园区去年新增企业120家。")])
    assert "_english" not in vars(chinese)
    english = Recognizer(Gazetteer([]))
    english.recognize([article("Suzhou Industrial Park grew last year.")])
    assert "_lac" not in vars(english)
    assert "_bilstm" not in vars(english)


def test_known_names_need_no_other_evidence(article: MakeArticle) -> None:
    known = Recognizer(Gazetteer([("蓝鲸", EntityType.ORGANIZATION)]))
    made = article("大家都说蓝鲸不错。")
    (result,) = known.recognize([made])
    assert _names(result, made) == {"蓝鲸": EntityType.ORGANIZATION}
    assert "gazetteer" in result.mentions[0].evidence


def test_credits_and_publisher_are_names(recognizer: Recognizer, article: MakeArticle) -> None:
    made = article("青禾观察\n记者 阿诺 青禾社\n园区企业数量增长。")
    text = made.text
    credit = Credit(_span(text, "阿诺"), _span(text, "记者"), _span(text, "青禾社"))
    made = replace(made, publisher=_span(text, "青禾观察"), credits=(credit,))
    (result,) = recognizer.recognize([made])
    assert _names(result, made) == {
        "青禾观察": EntityType.ORGANIZATION,
        "阿诺": EntityType.PERSON,
        "青禾社": EntityType.ORGANIZATION,
    }


def test_declared_short_forms(recognizer: Recognizer, article: MakeArticle) -> None:
    made = article("苏州青禾生物科技有限公司（以下简称“青禾”）成立。青禾今年将扩大规模。")
    (result,) = recognizer.recognize([made])
    (pair,) = result.abbreviations
    assert pair.long.of(made.text) == "苏州青禾生物科技有限公司"
    assert pair.short.of(made.text) == "青禾"
    uses = [m for m in result.mentions if m.span.of(made.text) == "青禾"]
    assert len(uses) == 2
    assert {m.type for m in uses} == {EntityType.ORGANIZATION}


def test_acronym_must_fit_its_long_form(recognizer: Recognizer, article: MakeArticle) -> None:
    made = article("The National Medical Products Administration (NMPA) met in Beijing (CAR).")
    (result,) = recognizer.recognize([made])
    assert [p.short.of(made.text) for p in result.abbreviations] == ["NMPA"]


def test_a_name_is_found_wherever_it_stands(recognizer: Recognizer, article: MakeArticle) -> None:
    made = article("青禾制药董事长周文彬说，青禾制药发展很快。他相信青禾制药。")
    (result,) = recognizer.recognize([made])
    assert [m.span.of(made.text) for m in result.mentions].count("青禾制药") == 3


def test_common_nouns_are_dropped_with_a_reason(
    recognizer: Recognizer, article: MakeArticle
) -> None:
    made = article("该公司在产业园区建设了研发中心和公共实验室。")
    (result,) = recognizer.recognize([made])
    assert result.mentions == ()
    assert result.dropped
    for record in result.dropped:
        assert record.step == "recognition"
        assert record.reason.en
        assert record.reason.zh


def test_kept_spans_are_not_also_dropped(recognizer: Recognizer, seeds: dict[str, Article]) -> None:
    for result in recognizer.recognize(list(seeds.values())):
        kept = {mention.span for mention in result.mentions}
        assert not kept.intersection(record.span for record in result.dropped)
