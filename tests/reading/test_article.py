import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from zjkg.errors import ReadingError
from zjkg.model import Article, BlockKind, LanguageTag
from zjkg.reading import read, read_bytes, restored

ReadText = Callable[..., Article]
SHANGHAI = ZoneInfo("Asia/Shanghai")
PAGE = """<!doctype html><html><head><title>园区扩建 - 某某网</title>
<meta property="og:title" content="园区扩建">
<meta property="og:site_name" content="某某网"><meta name="author" content="王小明">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "园区扩建",
 "datePublished": "2022-03-04T05:06:07+08:00"}</script></head>
<body class="has-sidebar"><nav><a href="/">首页</a></nav>
<div class="breadcrumb">首页 &gt; 财经</div>
<article><header><h1>园区扩建</h1></header>
<p>　　今年，<a href="https://a.cn/company/sz300999/">甲<b>公司</b></a>入驻。<br>
乙公司也来了。<script>var x = 1;</script></p>
<figure><img src="x.png"><figcaption>大门</figcaption></figure>
<table><tr><td>产值</td><td>3亿元</td></tr></table>
<p>园区说，
   明年再扩建。</p>
<div class="share-box">分享到微信</div></article>
<ul class="related-news"><li><a href="/1">别的新闻</a></li></ul>
<footer>版权所有</footer></body></html>"""


def lines(article: Article) -> list[str]:
    return article.text.split("\n")


def test_page(read_text: ReadText) -> None:
    article = read_text(PAGE, suffix=".html")
    assert lines(article) == [
        "园区扩建",
        "某某网",
        "王小明",
        "今年，甲公司入驻。",
        "乙公司也来了。",
        "产值 3亿元",
        "园区说，明年再扩建。",
    ]
    assert article.publisher is not None
    assert article.publisher.of(article.text) == "某某网"
    assert [credit.name.of(article.text) for credit in article.credits] == ["王小明"]
    assert [credit.is_author for credit in article.credits] == [True]
    assert article.published is not None
    assert article.published.instant == datetime(2022, 3, 3, 21, 6, 7, tzinfo=UTC)
    (link,) = article.links
    assert (link.span.of(article.text), link.code) == ("甲公司", "300999")
    assert [removal.rule for removal in article.removals] == [
        "document-head",
        "script",
        "page-furniture",
        "page-furniture",
        "duplicate-title",
        "script",
        "caption",
        "page-furniture",
        "page-furniture",
        "page-furniture",
    ]


def test_removals_go_back_where_they_were(read_text: ReadText) -> None:
    whole = restored(read_text(PAGE, suffix=".html"))
    assert "乙公司也来了。var x = 1;\n大门\n产值 3亿元\n" in whole
    assert whole.endswith("明年再扩建。\n分享到微信\n别的新闻\n版权所有")


def test_frame_that_holds_the_page_stays(read_text: ReadText) -> None:
    article = read_text('<div class="share-page"><p>园区今年扩建了很多。</p></div>', suffix=".html")
    assert article.text == "园区今年扩建了很多。"


def test_plain_text_with_dateline(read_text: ReadText) -> None:
    article = read_text(
        "首页 > 财经\n园区扩建\n2021年10月12日 20:00 来源：某某网\n园区今年扩建。\n"
    )
    assert lines(article) == ["园区扩建", "2021年10月12日 20:00 来源：某某网", "园区今年扩建。"]
    assert article.title is not None
    assert article.published is not None
    assert article.published.instant.isoformat() == "2021-10-12T20:00:00+08:00"
    assert article.published.written == "2021年10月12日 20:00"
    assert article.publisher is not None
    assert article.publisher.of(article.text) == "某某网"
    assert [removal.rule for removal in article.removals] == ["breadcrumb"]


def test_no_date_from_the_file_or_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("园区扩建\n\n2021年10月12日，园区扩建了。\n", encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert read(path, zone=SHANGHAI).published is None


def test_front_matter_date_without_time_is_local_midnight(read_text: ReadText) -> None:
    article = read_text("---\ntitle: 扩建\ndate: 2021-10-12\n---\n园区今年扩建。")
    assert article.published is not None
    assert article.published.instant.isoformat() == "2021-10-12T00:00:00+08:00"
    assert article.published.written == "2021-10-12"
    assert article.removals[0].rule == "front-matter"
    assert lines(article) == ["扩建", "园区今年扩建。"]


def test_hard_wrapped_english_is_one_paragraph(read_text: ReadText) -> None:
    text = (
        "New park opens\n\nThe science park on the eastern edge of the city opened its\n"
        "third phase on Monday, and the mayor said that eleven firms had\nsigned leases.\n"
    )
    article = read_text(text)
    assert len(article.blocks) == 2
    assert article.language is LanguageTag.EN
    assert article.sentences[1].span.of(article.text).endswith("signed leases.")


def test_characters_beyond_the_basic_plane(read_text: ReadText) -> None:
    text = "<p>𠮷野<a href='https://a.cn/company/sh600999/'>𠀀药</a>园区👩‍🔬扩建。第二句。</p>"
    article = read_text(text)
    assert article.links[0].span.of(article.text) == "𠀀药"
    assert [s.span.of(article.text) for s in article.sentences] == [
        "𠮷野𠀀药园区👩‍🔬扩建。",
        "第二句。",
    ]


@pytest.mark.parametrize(
    ("text", "suffix", "message"),
    [
        ("---\ntitle: 只有题目\n---\n", ".txt", "no text is left"),
        ("<nav>首页</nav><script>x</script>", ".html", "no text is left"),
        ('---\ntitle: "\\uD800"\n---\n园区扩建了。', ".txt", "half a character|YAML"),
        ("<div>" * 1_000_000 + "园区", ".html", "nested more than"),
        ("<i><a>" * 800_000, ".html", "nested more than|no text"),
    ],
)
def test_errors(read_text: ReadText, text: str, suffix: str, message: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ReadingError, match=message) as caught:
        read_text(text, suffix=suffix)
    assert time.perf_counter() - started < 10
    assert caught.value.problem.where.startswith("sample")


def test_deep_but_bearable_nesting(read_text: ReadText) -> None:
    assert read_text("<div>" * 900 + "园区扩建。", suffix=".html").text == "园区扩建。"


def test_missing_and_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        read(tmp_path / "no.txt", zone=SHANGHAI)
    with pytest.raises(ReadingError, match="no regular file"):
        read(tmp_path, zone=SHANGHAI)


@pytest.mark.parametrize("unit", ["园区今年扩建了，", "园区扩建。", "The park grew. "])
def test_long_line(read_text: ReadText, unit: str) -> None:
    text = unit * (3_000_000 // len(unit.encode()))
    started = time.perf_counter()
    article = read_text(text)
    assert len(article.text) == len(text.strip())
    assert time.perf_counter() - started < 30


def test_zero_width_and_double_spaces_stay(read_text: ReadText) -> None:
    assert read_text("园\u200b区  今年\t扩建。").text == "园\u200b区  今年 扩建。"


def test_original_title_is_a_heading(read_text: ReadText) -> None:
    article = read_text("<h1>扩建</h1><p>原标题：“扩建”</p><p>园区今年扩建。</p>")
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_headlines_under_an_announcement_go_with_it(read_text: ReadText) -> None:
    page = (
        "<p>园区今年扩建。</p><p>相关阅读：</p><ul><li><a href='/1'>某地举行龙舟赛</a></li>"
        "<li><a href='/2'>某市新开地铁</a></li></ul><p>园区明年招商。</p>"
    )
    article = read_text(page, suffix=".html")
    assert lines(article) == ["园区今年扩建。", "园区明年招商。"]
    assert [removal.rule for removal in article.removals] == ["page-furniture"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "<header>" * 900 + "<p>园区扩建。</p>",
        "<p class=nav>" + "<b>园区</b>" * 20_000,
        "**园" * 50_000 + "\n# 题\n- 园区扩建。",
        "园区" + "[" * 100_000 + "](http://a.cn)" * 3,
        "（园. " * 50_000 + "园区扩建。",
        "---\n" * 20_000 + "园区扩建。",
    ],
)
def test_hostile_texts_are_read_in_bounded_time(read_text: ReadText, text: str) -> None:
    started = time.perf_counter()
    assert "园" in read_text(text).text
    assert time.perf_counter() - started < 15


def test_lines_that_begin_anew_are_not_one_wrapped_paragraph() -> None:
    text = (
        "Riverton biotech park draws record funding in first half\n"
        "By WU MIN | Lowland Daily | Updated: 2022-07-21 09:15\n\n"
        "The park attracted more than $300 million in the first half of this year."
    )
    article = read_bytes("a.txt", text.encode(), zone=SHANGHAI)
    assert article.title is not None
    assert article.title.of(article.text) == text.split("\n", maxsplit=1)[0]
    assert article.published is not None


def test_headlines_in_plain_text_go_with_their_announcement() -> None:
    text = (
        "Riverton opens a biotech park\n\nThe park attracted 40 firms in its first year.\n\n"
        "Most Popular\nNational output expands\nStorm closes schools"
    )
    stored = read_bytes("a.txt", text.encode(), zone=SHANGHAI).text
    assert stored.endswith("first year.")
