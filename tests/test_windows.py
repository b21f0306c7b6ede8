"""A line without stops is read in windows, in time that grows with its length."""

import gc
import time
from itertools import pairwise

from zjkg.extraction import extract_all
from zjkg.model import Article, ArticleRecord, EntityType, Mention, Recognition, Span, Token
from zjkg.reading import read_bytes
from zjkg.settings import Settings
from zjkg.windows import LONGEST, windowed

_RUN = (
    "位于湖州的远帆生物科技有限公司去年实现营业收入3亿元同比增长20%并与嘉兴的青禾药业签署合作"
    "协议总经理周岚表示该公司计划明年新增员工500人"
)


def _article(line: str) -> Article:
    data = f"园区近况\n\n2023-05-10\n\n{line}。\n\n远帆生物有员工80人。".encode()
    return read_bytes("000_line.txt", data, zone=Settings().zone)


def _recognition(article: Article, *names: str) -> Recognition:
    """Words of two characters, and names wherever they stand."""
    tokens = tuple(
        tuple(
            Token(Span(at, min(at + 2, each.span.end)), "n")
            for at in range(each.span.start, each.span.end, 2)
        )
        for each in article.sentences
    )
    mentions: list[Mention] = []
    for name in names:
        at = article.text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            mentions.append(Mention(span, EntityType.ORGANIZATION, ("tagger:lac",), 0.9))
            at = article.text.find(name, at + 1)
    return Recognition(tokens, tuple(mentions), (), ())


def test_an_ordinary_article_stays_as_it_is() -> None:
    article = _article(_RUN * 3)
    recognition = _recognition(article)
    assert windowed(article, recognition) == (article, recognition)


def test_windows_cover_a_long_line_with_its_words() -> None:
    article = _article(_RUN * 60)
    cut, words = windowed(article, _recognition(article, "远帆生物科技有限公司", "青禾药业"))
    long = next(s for s in article.sentences if s.span.end - s.span.start > LONGEST)
    inside = [s for s in cut.sentences if long.span.covers(s.span)]
    assert inside[0].span.start == long.span.start
    assert inside[-1].span.end == long.span.end
    assert all(a.span.end == b.span.start for a, b in pairwise(inside))
    assert all(s.span.end - s.span.start <= LONGEST for s in cut.sentences)
    assert all(s.block == long.block for s in inside)
    for sentence, tokens in zip(cut.sentences, words.tokens, strict=True):
        assert all(sentence.span.start <= t.span.start < sentence.span.end for t in tokens)
    assert sum(map(len, words.tokens)) == sum(map(len, _recognition(article).tokens))


def test_no_name_and_no_number_is_cut() -> None:
    for shift in range(40):
        article = _article("某" * shift + _RUN * 40)
        recognition = _recognition(article, "远帆生物科技有限公司", "青禾药业")
        cut, _ = windowed(article, recognition)
        ends = {s.span.end for s in cut.sentences} - {s.span.end for s in article.sentences}
        assert ends
        assert not any(m.span.start < at < m.span.end for m in recognition.mentions for at in ends)
        text = article.text
        assert not any(text[at - 1].isdigit() or text[at].isdigit() for at in ends)


def test_a_window_ends_behind_a_comma_where_it_has_one() -> None:
    article = _article("，".join(["远帆生物" * 90] * 8))
    cut, _ = windowed(article, _recognition(article))
    long = [s.span for s in cut.sentences if s.span.end - s.span.start > LONGEST // 2]
    assert len(long) > 2
    assert all(article.text[span.end - 1] == "，" for span in long[:-1])


def _record(line: str) -> tuple[ArticleRecord, float]:
    gc.disable()  # it looks at what all other tests have left
    began = time.process_time()
    (record,) = extract_all([_article(line)], Settings(), jobs=1, progress=lambda _: None)
    taken = time.process_time() - began
    gc.enable()
    return record, taken


def test_four_times_the_line_takes_less_than_seven_times_the_time() -> None:
    _record(_RUN)  # loads the models
    _, small = _record(_RUN * 60)
    record, large = _record(_RUN * 240)
    assert record.claims.observations
    assert large < 7 * max(small, 0.1)
