"""Provenance answers as text: plain for pipes, styled for terminals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query.answer import ONE_ORIGIN, ProvenanceAnswer, ProvenanceItem, SearchedAs
from zjkg.wording import worded

if TYPE_CHECKING:  # rich takes 50 ms to import and pipes do without it
    from rich.text import Text

# A piece of output: its words, and whether they carry the claim.
_Piece = tuple[str, bool]

_AS = {
    SearchedAs.IRI: Bilingual("an IRI", "IRI"),
    SearchedAs.NAME: Bilingual("the name of an entity", "实体名称"),
    SearchedAs.NUMBER: Bilingual("a number", "数值"),
    SearchedAs.WORDS: Bilingual("words of a sentence", "句中文字"),
}

_NOT_ASKED = Bilingual(
    "Nothing was asked: give a name, a number, words of a sentence or an IRI.",
    "没有给出要查的内容：请给出名称、数值、句中文字或 IRI。",
)
_UNDATED = Bilingual("undated", "无日期")


def render(answer: ProvenanceAnswer, lang: MessageLanguage) -> str:
    """The answer as plain text; the words that carry a claim stand between 【 and 】."""
    return "".join(f"【{words}】" if focus else words for words, focus in _pieces(answer, lang))


def render_rich(answer: ProvenanceAnswer, lang: MessageLanguage) -> Text:
    """The answer for a terminal; the words that carry a claim are bold and reversed."""
    from rich.text import Text as RichText

    text = RichText()
    for words, focus in _pieces(answer, lang):
        text.append(words, style="bold reverse" if focus else None)
    return text


def _pieces(answer: ProvenanceAnswer, lang: MessageLanguage) -> Iterator[_Piece]:
    if not answer.items:
        yield f"{printable_line(_nothing(answer).pick(lang))}\n", False
    for number, item in enumerate(answer.items, start=1):
        yield f"{number}. ", False
        yield from _sentence(item)
        for line in _about(item):
            yield f"\n   {printable_line(line.pick(lang))}", False
        yield "\n", False
    hidden = answer.total - len(answer.items)
    if hidden > 0:
        more = Bilingual(
            f"({hidden} more; raise the limit)\n", f"（另有 {hidden} 条；可提高上限）\n"
        )
        yield more.pick(lang), False


def _nothing(answer: ProvenanceAnswer) -> Bilingual:
    if not answer.thing:
        return _NOT_ASKED
    ways = [_AS[way] for way in answer.searched_as]
    close = answer.suggestions
    return Bilingual(
        f"Nothing found for {answer.thing!r}, searched as {', '.join(way.en for way in ways)}."
        + (f" Similar names: {', '.join(close)}." if close else ""),
        f"未找到“{answer.thing}”，已按{'、'.join(way.zh for way in ways)}检索。"
        + (f"相近的名称：{'、'.join(close)}。" if close else ""),
    )


def _sentence(item: ProvenanceItem) -> Iterator[_Piece]:
    """The sentence cut at the ends of its focus spans; overlapping spans are one."""
    at = 0
    for start, end in item.focus:
        first, last = max(start - item.start, at), min(end - item.start, len(item.sentence))
        if last <= first:
            continue
        yield printable_line(item.sentence[at:first]), False
        yield printable_line(item.sentence[first:last]), True
        at = last
    yield printable_line(item.sentence[at:]), False


def _about(item: ProvenanceItem) -> Iterator[Bilingual]:
    kind = worded(item.kind)
    if item.summary.en:
        yield Bilingual(f"{kind.en}: {item.summary.en}", f"{kind.zh}：{item.summary.zh}")
    elif item.claim:
        yield kind
    if item.speaker:
        yield Bilingual(f"said by {item.speaker}", f"说话人：{item.speaker}")
    named = [part for part in (item.title, item.publisher) if part]
    dated = Bilingual(*[item.published] * 2) if item.published else _UNDATED
    en, zh = (", ".join((*named, date)) for date in (dated.en, dated.zh))
    where = f"{item.source} [{item.start}:{item.end}]"
    yield Bilingual(f"in {where} {en}", f"出处：{where} {zh}")
    for each in item.restated:
        yield Bilingual(
            f"again in [{each.start}:{each.end}]: {each.sentence}",
            f"同文再述 [{each.start}:{each.end}]：{each.sentence}",
        )
    if item.rule:
        yield Bilingual(f"by rule {item.rule}", f"规则：{item.rule}")
    if item.agreement:
        count = item.agreement
        yield Bilingual(
            f"said {count.mentions} times in {count.articles} articles, which go back to "
            f"{count.origins} {'origin' if count.origins == 1 else 'origins'}"
            f" ({ONE_ORIGIN.en})",
            f"{count.articles} 篇文章共说了 {count.mentions} 次，归于 {count.origins} 个源头"
            f"（{ONE_ORIGIN.zh}）",
        )
    for other in item.contradictions:
        yield Bilingual(
            f"contradicted ({other.type}) by {other.source}: {other.sentence}"
            + (f" – {other.reason.en}" if other.reason.en else ""),
            f"矛盾（{worded(other.type, 'conflictType').zh}）：{other.source}：{other.sentence}"
            + (f" – {other.reason.zh}" if other.reason.zh else ""),
        )
