"""Facts as agents get them: each with its claim, its sentence and its article."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Annotated

import msgspec

from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query import ProvenanceItem

LONGEST_TEXT = 2_000
_LONGEST_LABEL = 300
_MOST_OPPOSED = 5
_MOST_WORDS = 8
_MOST_DIGITS = 30
_HIGHEST_EXACT = 1 << 53  # above it some readers of JSON lose digits

_TEXT_ENDS = Bilingual(
    "…\n(the text ends here; the structured content has every item)",
    "……\n（文本到此为止；结构化内容包含全部条目）",
)

Scalar = str | int | float | bool | None


class Article(msgspec.Struct, frozen=True, rename="camel"):
    """The article that says so."""

    source: Annotated[str, meaning("its file name without extension", "文件名（无扩展名）")]
    title: str | None
    publisher: str | None
    published: Annotated[str | None, meaning("local date", "当地日期")]


class Agreement(msgspec.Struct, frozen=True, rename="camel"):
    """How often the same is said; origins count what is independent."""

    mentions: int
    articles: int
    origins: int


class Opposed(msgspec.Struct, frozen=True, rename="camel"):
    """A claim that contradicts the fact."""

    type: str
    claim: str
    sentence: str
    source: str
    reason: str


class Fact(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What one sentence of one article says."""

    claim: Annotated[
        str | None,
        meaning(
            "IRI of the claim; null where only words were found", "陈述的 IRI；仅找到文字时为 null"
        ),
    ]
    kind: str
    summary: Annotated[str, meaning("the claim in a line", "一行概述")]
    sentence: Annotated[str, meaning("verbatim, in the article's script", "原句，保留文章字形")]
    start: Annotated[int, meaning("offset of the sentence in code points", "原句起点（码位）")]
    end: Annotated[int, meaning("end of the sentence", "原句终点")]
    words: Annotated[list[str], meaning("the words that carry the claim", "承载该陈述的文字")]
    article: Article
    speaker: Annotated[
        str | None, meaning("who says it; null: the article", "说话人；null 表示文章本身")
    ]
    rule: Annotated[str | None, meaning("the rule that found it", "得出该陈述的规则")]
    agreement: Annotated[
        Agreement | None, meaning("null where nobody else says it", "无人另述时为 null")
    ]
    contradictions: Annotated[
        list[Opposed], meaning("at most five; see contradictionCount", "至多五条；总数见后")
    ]
    contradiction_count: int
    cut: Annotated[
        list[str],
        meaning(
            "fields whose text is shortened here; SPARQL SUBSTR gives the rest",
            "此处被截短的字段；其余可用 SPARQL 的 SUBSTR 取得",
        ),
    ]


def fact(item: ProvenanceItem, lang: MessageLanguage) -> Fact:
    """A provenance item as a fact; long texts are shortened and named in ``cut``."""
    texts = {
        "sentence": (item.sentence, LONGEST_TEXT),
        "summary": (item.summary.pick(lang), LONGEST_TEXT),
    }
    short = {name: clipped(text, most) for name, (text, most) in texts.items()}
    focus = [item.sentence[a - item.start : b - item.start] for a, b in item.focus]
    words = [clipped(each, _LONGEST_LABEL) for each in focus[:_MOST_WORDS]]
    agreed = item.agreement
    return Fact(
        claim=item.claim,
        kind=item.kind,
        summary=short["summary"],
        sentence=short["sentence"],
        start=item.start,
        end=item.end,
        words=words,
        article=Article(
            item.source, _label(item.title), _label(item.publisher), _label(item.published)
        ),
        speaker=_label(item.speaker),
        rule=item.rule,
        agreement=Agreement(agreed.mentions, agreed.articles, agreed.origins) if agreed else None,
        contradictions=[
            Opposed(
                each.type,
                each.claim,
                clipped(each.sentence, _LONGEST_LABEL),
                each.source,
                clipped(each.reason.pick(lang), _LONGEST_LABEL),
            )
            for each in item.contradictions[:_MOST_OPPOSED]
        ],
        contradiction_count=len(item.contradictions),
        cut=[
            *(name for name, (text, most) in texts.items() if len(text) > most),
            *(["words"] if words != focus else []),
        ],
    )


def fact_lines(number: int, said: Fact, lang: MessageLanguage) -> Iterator[str]:
    """A fact as numbered lines: what, the sentence, where and by whom, the claim."""
    chinese = lang == "zh"
    yield f"{number}. {said.summary or said.kind}"
    yield f"   > {said.sentence}"
    where = [said.article.source, said.article.publisher, said.article.published]
    who = [f"{said.speaker}说" if chinese else f"said by {said.speaker}"] if said.speaker else []
    yield "   — " + ", ".join(filter(None, [*where, *who]))
    if said.claim:
        yield f"   claim: {said.claim}"
    if said.agreement:
        counts = said.agreement
        yield (
            f"   另有佐证：{counts.mentions} 处，{counts.articles} 篇，{counts.origins} 个源头"
            if chinese
            else f"   agreement: {counts.mentions} mentions, {counts.articles} articles, "
            f"{counts.origins} origins"
        )
    for each in said.contradictions:
        word = "与之矛盾" if chinese else "contradicted by"
        yield f"   {word} ({each.type}): {each.source}, claim: {each.claim}"
    more = said.contradiction_count - len(said.contradictions)
    if more > 0:
        yield f"   {'另有矛盾' if chinese else 'more contradictions'}: {more}"


def text_of(lines: Iterator[str], most: int, lang: MessageLanguage) -> str:
    """Lines as one text that steers no terminal; says so where it ends too early."""
    text = "\n".join(printable_line(line) for line in lines)
    if len(text) <= most:
        return text
    ending = _TEXT_ENDS.pick(lang)
    return text[: max(most - len(ending), 0)] + ending


def clipped(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def number(lexical: str | None) -> int | float | str | None:
    """A number as JSON holds it exactly, else its text."""
    if lexical is None or len(lexical) > _MOST_DIGITS:
        return lexical
    try:
        value = Decimal(lexical)
    except InvalidOperation:
        return lexical
    if not value.is_finite() or abs(value) > _HIGHEST_EXACT:
        return lexical
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else lexical


def _label(text: str | None) -> str | None:
    return None if text is None else clipped(text, _LONGEST_LABEL)
