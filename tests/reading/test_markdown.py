from collections.abc import Callable

from zjkg.model import Article, BlockKind
from zjkg.reading.markdown import looks_like_markdown

ReadText = Callable[..., Article]

TEXT = """# 园区扩建

某某网记者 王小明

今年，**两家**企业入驻，其中[甲公司](https://a.cn/company/sh600999/)最大；
产值 3 < 5，A&B 也在。

## 下一步

- 建楼
- 招商

> 先建楼。

![大门](gate.png)
"""


def test_reading(read_text: ReadText) -> None:
    article = read_text(TEXT, suffix=".md")
    lines = [(block.kind, block.span.of(article.text)) for block in article.blocks]
    assert lines == [
        (BlockKind.TITLE, "园区扩建"),
        (BlockKind.BYLINE, "某某网记者 王小明"),
        (BlockKind.PARAGRAPH, "今年，两家企业入驻，其中甲公司最大；产值 3 < 5，A&B 也在。"),
        (BlockKind.HEADING, "下一步"),
        (BlockKind.PARAGRAPH, "建楼"),
        (BlockKind.PARAGRAPH, "招商"),
        (BlockKind.PARAGRAPH, "先建楼。"),
    ]
    (link,) = article.links
    assert (link.span.of(article.text), link.exchange, link.code) == ("甲公司", "SSE", "600999")
    assert [removal.rule for removal in article.removals] == ["duplicate-title", "caption"]
    assert article.media_type == "text/markdown"


def test_text_is_recognized_without_suffix(read_text: ReadText) -> None:
    assert read_text(TEXT).media_type == "text/markdown"
    assert not looks_like_markdown("一句话。\n又一句，有*星号。\n")


def test_underscores_inside_words_stay(read_text: ReadText) -> None:
    assert "file_name_x" in read_text("# 题目\n\n看 file_name_x 吧。\n", suffix=".md").text
