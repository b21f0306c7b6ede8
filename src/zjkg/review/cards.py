"""What the reviewer sees of a pair: both names with their articles and sentences, the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.model import Article, BlockKind, LocalKey, Sentence, Span
from zjkg.printable import printable_line
from zjkg.review.material import Material
from zjkg.review.questions import Question, Standing
from zjkg.review.words import KINDS, TYPES

_SENTENCES = 2
_AROUND = 100
"""Characters shown on either side of a name in a long sentence."""
_STANDING = {
    Standing.UNDECIDED: Bilingual("undecided", "未决"),
    Standing.APART: Bilingual("kept apart by a rule", "规则判为不同"),
    Standing.JOINED: Bilingual("joined by rules", "规则已合并"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One name of a pair: how its article writes it, and the sentences that do.

    In sentences the name stands between 【 and 】. ``elsewhere`` counts the other articles that
    are known to speak of the same thing, ``also`` are the names that they use.
    """

    address: str
    type: str
    names: tuple[str, ...]
    headline: str
    date: str
    sentences: tuple[str, ...]
    elsewhere: int
    also: tuple[str, ...]


def side(material: Material, key: LocalKey) -> Side:
    """What is to be seen of one entity."""
    record, entity = material.records[key.source], material.entity(key)
    article = record.article
    spans = [record.recognition.mentions[index].span for index in entity.mentions]
    names = tuple(name.text for name in entity.names)
    others = _others(material, key)
    also = (name.text for other in others for name in material.entity(other).names)
    return Side(
        address=material.address(key),
        type=entity.type.value,
        names=names,
        headline=article.title.of(article.text) if article.title else "",
        date=article.published.instant.date().isoformat() if article.published else "",
        sentences=tuple(_marked(article, sentence, spans) for sentence in _telling(article, spans)),
        elsewhere=len({other.source for other in others}),
        also=tuple(dict.fromkeys(name for name in also if name not in names)),
    )


def _others(material: Material, key: LocalKey) -> list[LocalKey]:
    here = material.identity.iris[key]
    thing = next(each for each in material.identity.entities if each.iri == here)
    return [member for member in thing.members if member != key]


def _telling(article: Article, spans: list[Span]) -> list[Sentence]:
    """The first sentences with the name; the headline, which is shown anyway, only for want."""
    found = [s for s in article.sentences if any(s.span.covers(span) for span in spans)]
    found.sort(key=lambda s: (article.blocks[s.block].kind is BlockKind.TITLE, s.span))
    return found[:_SENTENCES]


def _marked(article: Article, sentence: Sentence, spans: list[Span]) -> str:
    inside = [span for span in spans if sentence.span.covers(span)]
    start = max(sentence.span.start, inside[0].start - _AROUND)
    end = min(sentence.span.end, inside[0].end + _AROUND)
    pieces, at = ["…" if start > sentence.span.start else ""], start
    for span in inside:
        if at <= span.start and span.end <= end:
            pieces += [article.text[at : span.start], f"【{span.of(article.text)}】"]
            at = span.end
    pieces += [article.text[at:end], "…" if end < sentence.span.end else ""]
    return "".join(pieces)


def card(question: Question, material: Material, lang: MessageLanguage) -> str:
    """The whole pair as lines of text."""
    return "".join(f"{printable_line(line)}\n" for line in _lines(question, material, lang))


def _lines(question: Question, material: Material, lang: MessageLanguage) -> Iterator[str]:
    for mark, key in zip("AB", question.pair, strict=True):
        yield from _side_lines(mark, side(material, key), key.source, lang)
    merge = question.merge
    kinds = [KINDS[kind].pick(lang) if kind in KINDS else kind for kind in merge.evidence]
    standing, reason = _STANDING[question.standing].pick(lang), merge.reason.pick(lang)
    yield Bilingual(f"evidence: {', '.join(kinds)}", f"证据：{'、'.join(kinds)}").pick(lang)
    yield Bilingual(f"{standing}: {reason}", f"{standing}：{reason}").pick(lang)


def _side_lines(mark: str, shown: Side, source: str, lang: MessageLanguage) -> Iterator[str]:
    type_ = TYPES[shown.type].pick(lang)
    yield f"{mark}  {' / '.join(shown.names)}  ({type_})"
    yield "   " + "  ".join(filter(None, (source, shown.date, shown.headline)))
    for sentence in shown.sentences:
        yield f"   · {sentence}"
    if shown.elsewhere:
        names = ", ".join(shown.also)
        yield Bilingual(
            f"   in {shown.elsewhere} more articles{f' as {names}' if names else ''}",
            f"   另见 {shown.elsewhere} 篇文章{f'，写作 {names}' if names else ''}",
        ).pick(lang)
