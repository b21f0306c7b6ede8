"""Articles made from bare text, independent of the reading step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from zjkg.model import Article, Block, BlockKind, LanguageTag, Sentence, Span
from zjkg.recognition import Gazetteer, Recognizer

ARTICLES = Path(__file__).parents[2] / "seeds/articles"
MakeArticle = Callable[[str], Article]

_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”\"]?|[^。！？\n]+")
_ENGLISH_SENTENCE = re.compile(r".+?[.!?][\"”]?(?=\s+[A-Z\"“]|$)|.+$", re.MULTILINE)
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Dr|Mr|Ms)\.$")


def make_article(text: str) -> Article:
    """Lines become blocks; sentences end at the usual marks."""
    english = sum(char > "\u2e80" for char in text) < 0.1 * len(text)
    language = LanguageTag.EN if english else LanguageTag.HANS
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for number, line in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text)):
        blocks.append(Block(Span(*line.span()), BlockKind.PARAGRAPH))
        pattern = _ENGLISH_SENTENCE if english else _SENTENCE
        for match in pattern.finditer(text, *line.span()):
            start, end = match.span()
            while text[start].isspace() and start < end - 1:
                start += 1
            while text[end - 1].isspace() and end > start + 1:
                end -= 1
            if sentences and english and _ABBREVIATED.search(sentences[-1].span.of(text)):
                start = sentences.pop().span.start
            sentences.append(Sentence(Span(start, end), language, number))
    return Article(
        source="test",
        digest="",
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        language=language,
        title=None,
        publisher=None,
        published=None,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )


def seed_text(name: str) -> str:
    """The news of a seed article as plain lines."""
    (path,) = ARTICLES.glob(f"{name}_*.txt")
    raw = path.read_text(encoding="utf-8")
    if not raw.lstrip().startswith("---"):
        return raw.split("\n記者20日獲悉")[0]
    _, head, body = raw.split("---", 2)
    title = re.search(r"title: '(.*)'", head)
    page = BeautifulSoup(body, "html.parser")
    lines = [" ".join(p.get_text("").replace("\u3000", " ").split()) for p in page.find_all("p")]
    return "\n".join([title.group(1) if title else "", *lines])


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    return Recognizer(Gazetteer([]))


@pytest.fixture(scope="session")
def article() -> MakeArticle:
    return make_article


@pytest.fixture(scope="session")
def seeds() -> dict[str, Article]:
    return {f"00{n}": make_article(seed_text(f"00{n}")) for n in range(5)}
