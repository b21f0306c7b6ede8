from datetime import date
from zoneinfo import ZoneInfo

import pytest

from zjkg.model import Article, BlockKind, LanguageTag
from zjkg.reading.decoding import decode

SHANGHAI = ZoneInfo("Asia/Shanghai")
OUTLET = "证券时报网"


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


def rules(article: Article) -> list[str]:
    return [removal.rule for removal in article.removals]


def ends(article: Article) -> tuple[str, str]:
    first, last = article.sentences[0], article.sentences[-1]
    return first.span.of(article.text), last.span.of(article.text)


def article_002_lead(article: Article) -> str:
    lead = article.blocks[0].span.of(article.text)
    assert lead.endswith("全球范圍內實現新一輪產業布局和突破。")
    return lead


def people(article: Article) -> list[tuple[str, str, str | None]]:
    text = article.text
    return [
        (c.name.of(text), c.post.of(text), c.organization.of(text) if c.organization else None)
        for c in article.credits
    ]


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published", "language"),
    [
        (
            "000",
            "_全球输入_也_输出全球_ 2020年张江跨境许可引进交易金额占全国45%",
            "新浪财经",
            date(2021, 10, 13),
            LanguageTag.HANS,
        ),
        (
            "001",
            "去年跨境对外许可交易额逾400亿元 张江生物医药产业创新成果_输出全球_",
            OUTLET,
            date(2021, 10, 13),
            LanguageTag.HANS,
        ),
        ("002", None, None, None, LanguageTag.HANT),
        (
            "003",
            "Zhangjiang sets sights on new biomedicine innovation hub",
            None,
            None,
            LanguageTag.EN,
        ),
        (
            "004",
            "发布两大基因产业园 上海加码布局生物医药前沿产业",
            OUTLET,
            date(2021, 10, 12),
            LanguageTag.HANS,
        ),
    ],
)
def test_metadata(
    *,
    seeds: dict[str, Article],
    name: str,
    title: str | None,
    publisher: str | None,
    published: date | None,
    language: LanguageTag,
) -> None:
    article = seeds[name]
    assert (article.title.of(article.text) if article.title else None) == title
    assert (article.publisher.of(article.text) if article.publisher else None) == publisher
    instant = article.published.instant.astimezone(SHANGHAI) if article.published else None
    assert (instant.date() if instant else None) == published
    assert article.language is language
    assert {sentence.language for sentence in article.sentences} == {language}
    assert article.encoding == "utf-8"


def test_credits(seeds: dict[str, Article]) -> None:
    assert people(seeds["000"]) == [
        ("梁志玮", "记者", "总台央视"),
        ("李墨轩", "责任编辑", None),
    ]
    assert people(seeds["001"]) == []
    assert people(seeds["002"]) == [("唐瑋婕", "記者", None)]
    assert people(seeds["003"]) == [("Li Qian", "", None)]
    assert people(seeds["004"]) == [("张淑贤", "记者", "证券时报")]
    wrote = [c.name.of(a.text) for _, a in sorted(seeds.items()) for c in a.credits if c.is_author]
    assert wrote == ["梁志玮", "唐瑋婕", "Li Qian", "张淑贤"]


def test_all_twelve_security_links(seeds: dict[str, Article]) -> None:
    links = [
        (name, link.span.of(article.text), link.exchange, link.code)
        for name, article in sorted(seeds.items())
        for link in article.links
    ]
    assert links == [
        ("000", "国际医学", "SZSE", "000516"),
        ("001", "美迪西", "SSE", "688202"),
        ("001", "中国医药", "SSE", "600056"),
        ("001", "创新医疗", "SZSE", "002173"),
        ("004", "国际医学", "SZSE", "000516"),
        ("004", "上海临港", "SSE", "600848"),
        ("004", "之江生物", "SSE", "688317"),
        ("004", "艾德生物", "SZSE", "300685"),
        ("004", "诺禾致源", "SSE", "688315"),
        ("004", "硕世生物", "SSE", "688399"),
        ("004", "恩华药业", "SZSE", "002262"),
        ("004", "之江生物", "SSE", "688317"),
    ]
    article = seeds["000"]
    span = article.links[0].span
    assert article.text[span.start - 2 : span.end + 2] == "上海国际医学园区"


def test_unrelated_news_after_the_byline_goes_and_nothing_else(seeds: dict[str, Article]) -> None:
    article = seeds["002"]
    assert article.text.startswith("從“全球輸入”到“輸出全球”,作為全國")
    assert article.text.endswith("服務全國、輻射全球。\n本報記者 唐瑋婕")
    assert rules(article) == ["unrelated-teaser"] * 20
    assert article.removals[0].text.startswith("\n記者20日獲悉")
    assert "于惠" not in article.text
    assert len(words(article, BlockKind.HEADING)) == 3


def test_removals_of_the_other_articles(seeds: dict[str, Article]) -> None:
    assert rules(seeds["001"]) == ["front-matter"]
    assert rules(seeds["004"]) == ["front-matter"]
    assert rules(seeds["003"]) == ["duplicate-byline", "page-furniture", "page-furniture"]
    removed = rules(seeds["000"])
    assert removed[0] == "front-matter"
    assert sorted(set(removed)) == ["comment", "front-matter", "qr-block", "script"]
    assert "新浪财经APP" not in seeds["000"].text


def test_first_and_last_sentences(seeds: dict[str, Article]) -> None:
    assert ends(seeds["000"])[1] == "责任编辑：李墨轩"
    assert ends(seeds["001"])[1].startswith("浦东科经委主任徐欣表示，")
    assert ends(seeds["002"]) == (
        article_002_lead(seeds["002"]),
        "本報記者 唐瑋婕",
    )
    assert ends(seeds["003"])[1].endswith('industrial hub," Shi said.')
    assert ends(seeds["004"])[1].startswith("“缩短与国际上的差距")
    assert [len(seeds[name].sentences) for name in sorted(seeds)] == [22, 32, 24, 17, 20]


def test_headings(seeds: dict[str, Article]) -> None:
    assert words(seeds["000"], BlockKind.HEADING)[0].startswith("原标题：“全球输入”")
    assert words(seeds["001"], BlockKind.HEADING) == [
        "张江生物医药产业全球参与度为10%",
        "张江一类新药上市数量近全国三分之一",
    ]
    assert words(seeds["004"], BlockKind.BYLINE) == [OUTLET, "证券时报记者 张淑贤"]


def test_text_is_the_same_in_another_encoding(seeds: dict[str, Article]) -> None:
    for article in seeds.values():
        data = article.text.encode("gb18030")
        assert decode("a", data).text == article.text
