"""What holds for every article, over generated pages and texts."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from zjkg.errors import ReadingError
from zjkg.model import Article
from zjkg.reading import read_bytes, restored

SHANGHAI = ZoneInfo("Asia/Shanghai")
_WORDS = st.text(alphabet="园区药新增。，“”（）aB1 .\u3000\t𠮷\u200b", min_size=1, max_size=20)
_LINES = st.lists(
    st.one_of(
        _WORDS,
        st.sampled_from(
            ["Top", "相关新闻", "首页 > 财经", "本报记者 王小明", "下载某某APP", "2021-10-12", ""]
        ),
    ),
    min_size=1,
    max_size=12,
)
_TAGS = st.sampled_from(
    ["p", "div", "b", "a", "span", "nav", "script", "figcaption", "h2", "li", "td", "br", "aside"]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts = ["<p>园区今年扩建。</p>"]
    for _ in range(draw(st.integers(0, 12))):
        tag, words = draw(_TAGS), draw(_WORDS)
        opened = '<a href="https://a.cn/company/sh600999/">' if tag == "a" else f"<{tag}>"
        closed = draw(st.sampled_from([f"</{tag}>", ""]))
        parts += [opened, words, closed] if tag != "script" else [f"<script>{words}</script>"]
        parts.append(draw(st.sampled_from(["", "\n", "<!-- 注 -->"])))
    return "".join(parts)


def black(text: str) -> str:
    return "".join(text.split())


def read_or_none(text: str, suffix: str) -> Article | None:
    return read_data_or_none(text.encode("utf-8", "replace"), suffix)


def read_data_or_none(data: bytes, suffix: str) -> Article | None:
    try:
        return read_bytes(f"a{suffix}", data, zone=SHANGHAI)
    except ReadingError:
        return None


def check(article: Article) -> None:
    text = article.text
    assert "\n".join(block.span.of(text) for block in article.blocks) == text
    assert all(block.span.of(text).strip() == block.span.of(text) != "" for block in article.blocks)
    covered = [0] * len(text)
    for sentence in article.sentences:
        assert article.blocks[sentence.block].span.covers(sentence.span)
        for place in range(sentence.span.start, sentence.span.end):
            covered[place] += 1
    assert all(n == 1 or c.isspace() for n, c in zip(covered, text, strict=True))
    for link in article.links:
        assert any(block.span.covers(link.span) for block in article.blocks)
        assert link.span.of(text).strip()
    positions = [removal.position for removal in article.removals]
    assert positions == sorted(positions)
    for credit in article.credits:
        assert credit.name.of(text)


@given(_LINES)
def test_plain_text_is_restored(lines: list[str]) -> None:
    text = "\n".join(["园区今年扩建。", *lines])
    article = read_or_none(text, ".txt")
    assert article is not None
    check(article)
    assert black(restored(article)) == black(text)


@given(pages())
def test_pages(page: str) -> None:
    article = read_or_none(page, ".html")
    assert article is not None
    check(article)
    whole = black(restored(article))
    assert len(whole) == len(black(article.text)) + sum(
        len(black(removal.text)) for removal in article.removals
    )
    assert whole.count("注") == page.count("注")


@given(st.text(max_size=200), st.sampled_from([".txt", ".html", ".md"]))
def test_any_text_is_read_or_refused(text: str, suffix: str) -> None:
    article = read_or_none(text, suffix)
    if article is not None:
        check(article)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    article = read_data_or_none(data, ".txt")
    if article is not None:
        check(article)
