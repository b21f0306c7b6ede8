"""What a search found as tables for people."""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query.found import Match, SearchAnswer
from zjkg.query.table import cells_text

_MATCHES = {
    Match.NAME: Bilingual("name", "名称"),
    Match.NUMBER: Bilingual("number", "数值"),
    Match.PREFIX: Bilingual("beginning", "开头"),
    Match.WORDS: Bilingual("words", "词语"),
}
_ENTITY_COLUMNS = tuple(
    Bilingual(en, zh)
    for en, zh in (
        ("label", "名称"),
        ("type", "类型"),
        ("other names", "其他名称"),
        ("match", "匹配"),
        ("mentions", "提及"),
        ("articles", "文章"),
        ("IRI", "IRI"),
    )
)
_SENTENCE_COLUMNS = tuple(
    Bilingual(en, zh)
    for en, zh in (
        ("sentence", "句子"),
        ("match", "匹配"),
        ("published", "日期"),
        ("article", "文章"),
        ("offsets", "位置"),
    )
)


def render_search(answer: SearchAnswer, lang: MessageLanguage, width: int | None) -> str:
    """Entities, then sentences with their hits between 【 and 】; or what is named alike."""
    return "\n".join(_parts(answer, lang, width))


def _parts(answer: SearchAnswer, lang: MessageLanguage, width: int | None) -> Iterator[str]:
    if answer.entities:
        columns = [column.pick(lang) for column in _ENTITY_COLUMNS]
        rows = (
            (
                *(entity.label, entity.type, "; ".join(entity.names)),
                *(_MATCHES[entity.match].pick(lang), str(entity.mentions)),
                *(str(entity.articles), entity.iri),
            )
            for entity in answer.entities
        )
        table = cells_text(columns, (_shown(row) for row in rows), lang=lang, width=width)
        yield table + _more(answer.entity_total - len(answer.entities), lang)
    if answer.sentences:
        columns = [column.pick(lang) for column in _SENTENCE_COLUMNS]
        rows_of_text = (
            (
                *(sentence.marked, _MATCHES[sentence.match].pick(lang)),
                *(sentence.published or "", sentence.source),
                f"{sentence.start}:{sentence.end}",
            )
            for sentence in answer.sentences
        )
        table = cells_text(columns, (_shown(row) for row in rows_of_text), lang=lang, width=width)
        yield table + _more(answer.sentence_total - len(answer.sentences), lang)
    if answer.left_out:
        yield f"({answer.left_out.en})\n" if lang == "en" else f"（{answer.left_out.zh}）\n"
    if not (answer.entities or answer.sentences):
        yield _nothing(answer).pick(lang)


def _shown(cells: tuple[str, ...]) -> list[str]:
    """The cells made safe to show, each on one line."""
    return [printable_line(cell) for cell in cells]


def _more(hidden: int, lang: MessageLanguage) -> str:
    if hidden <= 0:
        return ""
    more = Bilingual(f"({hidden} more; raise --limit)\n", f"（另有 {hidden} 条；可提高 --limit）\n")
    return more.pick(lang)


def _nothing(answer: SearchAnswer) -> Bilingual:
    close = answer.suggestions
    words = printable_line(answer.words)
    return Bilingual(
        f"Nothing found for {words!r}."
        + (f" Did you mean: {', '.join(map(printable_line, close))}?" if close else "")
        + "\n",
        f"未找到“{words}”。"
        + (f"是否想找：{'、'.join(map(printable_line, close))}？" if close else "")
        + "\n",
    )
