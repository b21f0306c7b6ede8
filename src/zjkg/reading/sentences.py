"""Where sentences end, in Chinese and English, inside one block.

A sentence ends at 。！？ and at . ! ? before white space, together with the quotation marks and
brackets that close there. It does not end at ； (clauses stay together), inside 《》 or brackets,
at a decimal point, an initial or an abbreviation. Sentences inside a long quotation are sentences
of their own, but the words that name the speaker (…。”某某说。) stay with the quotation's last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.reading.scripts import HAN_CLASS

_CLOSERS = "”’\"'」』）)】］\\]》〉»"
_END = re.compile(
    rf"[。！？｡]+[!?…]*[{_CLOSERS}]*"
    rf"|(?:…+|\.{{3,}}|[.!?]+)(?:[{_CLOSERS}]*(?=\s|$)|[{_CLOSERS}]+(?=[{HAN_CLASS}“「『])"
    rf"|(?<=[{HAN_CLASS}][.!?])(?=[{HAN_CLASS}“「『]))"
)
_HAN = re.compile(f"[{HAN_CLASS}]")
_OPENERS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "[": "]",
    "【": "】",
    "［": "］",
    "〔": "〕",
}
_TITLES = "《〈"
_BRACKET = re.compile(r"[（()）《》〈〉\[\]【】［］〔〕]")
_MAX_BRACKET = 400
_CONTINUES = re.compile(r"\s*[，,、；;：:—）)》」』]|\s*[a-zà-ÿ]")
_SPEECH_ZH = re.compile(
    r"[^，。！？；：“”\s]{1,60}?"
    r"(?:说|說|表示|称|稱|指出|认为|認為|坦言|透露|强调|強調|介绍|介紹|问|問|答|喊|笑|写|寫|补充|補充)"
    r"道?(?=[，。：；,]|$)"
)
_SPEECH_EN = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|added|adds|told|noted|explained|asked)\b"
)
_CLOSING_QUOTE = re.compile(r"[”\"」』]")
_NEXT_WORD = re.compile(r"[\s“‘\"'(（\[「]*([\w$¥€£][\w'’]*|)")
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$|[A-Za-z]+$")
_LIST_NUMBER = re.compile(r"\s*\d{1,3}")
_WORD_WINDOW = 24
_NEVER_LAST = frozenset(
    "dr mr mrs ms prof st sr gen rep sen gov capt col lt hon rev fig figs vol eq vs e.g i.e cf "
    "approx ca al dept jan feb mar apr jun jul aug sept oct nov dec mt".split()
)
_MAYBE_LAST = frozenset(
    "co ltd inc corp plc llc jr etc u.s u.k u.n e.u d.c ph.d m.d b.sc m.sc a.m p.m u.s.a s.a n.v "
    "hon.d bros est".split()
)
_BEFORE_NUMBER = frozenset({"no", "nos", "p", "pp", "art", "sec", "ch"})
_STARTERS = frozenset(
    "the a an it its in on at he she they we this that these those but and however as by for from "
    "with when while after before since if there their his her our i you what according meanwhile "
    "also now today more most many some other another both such so yet under over last".split()
)


def spans(block: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block as half-open offsets, without surrounding white space.

    Every character that is not white space belongs to exactly one sentence.
    """
    start = 0
    brackets = _bracketed(block)
    bracket = next(brackets, None)
    for end in _END.finditer(block):
        while bracket and bracket[1] <= end.start():
            bracket = next(brackets, None)
        if bracket and bracket[0] < end.start() and not _is_all(block, start, bracket, end):
            continue
        if _LIST_NUMBER.fullmatch(block, start, end.start()):
            continue
        if _ends(block, end):
            yield from _trimmed(block, start, end.end())
            start = end.end()
    yield from _trimmed(block, start, len(block))


def _is_all(block: str, start: int, bracket: tuple[int, int], end: re.Match[str]) -> bool:
    """Whether the sentence is the whole of a bracket, as （…。） between two sentences is."""
    opened, closed = bracket
    return end.end() > closed and block[opened] not in _TITLES and not block[start:opened].strip()


def _trimmed(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = block[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(stripped)


def _bracketed(block: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of brackets, in order, each short enough to be an aside."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for mark in _BRACKET.finditer(block):
        closer = _OPENERS.get(mark[0])
        if closer:
            stack.append((closer, mark.start()))
        elif stack and stack[-1][0] == mark[0]:
            opened = stack.pop()[1]
            if mark.end() - opened <= _MAX_BRACKET:
                while pairs and pairs[-1][0] > opened:
                    pairs.pop()
                pairs.append((opened, mark.start()))
    return iter(pairs)


def _ends(block: str, end: re.Match[str]) -> bool:
    after = end.end()
    if after >= len(block):
        return True
    if _CONTINUES.match(block, after):
        return False
    if _CLOSING_QUOTE.search(end[0]) and _names_speaker(block, after):
        return False
    mark = end[0][0]
    if mark in "。！？｡":
        return True
    if mark == "…" or end[0].startswith("..."):
        return _after_ellipsis(block, end)
    return mark != "." or _full_stop(block, end)


def _names_speaker(block: str, after: int) -> bool:
    return bool(_SPEECH_ZH.match(block, after) or _SPEECH_EN.match(block, after))


def _after_ellipsis(block: str, end: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(block, end.end())
    starts = following is not None and following[1][:1].isupper()
    return starts or _CLOSING_QUOTE.search(end[0]) is not None


def _full_stop(block: str, end: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence rather than an abbreviation or initial."""
    window = block[max(end.start() - _WORD_WINDOW, 0) : end.start()]
    found = _LAST_WORD.search(window)
    following = _NEXT_WORD.match(block, end.end())
    following_word = following[1] if following else ""
    if not found or _HAN.match(following_word):
        return True
    word = found[0].lower()
    if word in _NEVER_LAST:
        return word == "al" and following_word.lower() in _STARTERS
    if word in _BEFORE_NUMBER and following_word[:1].isdigit():
        return False
    if word in _MAYBE_LAST or "." in word or (len(word) == 1 and found[0].isupper()):
        return following_word[:1].isupper() and following_word.lower() in _STARTERS
    return True
