"""Who speaks where: attributions beside quoted words, and indirect speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.patterns import en, letters
from zjkg.claims.roles.english.posts import EN_POSTS
from zjkg.claims.speech.verbs import EN_SPEECH, ZH_ABOUT, ZH_NOT_SPEECH, ZH_SPEECH
from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.stretches import Stretches

_VERBS = "|".join(sorted(ZH_SPEECH, key=lambda verb: (-len(verb), verb)))
_ZH_VERB: Final = compiled(f"(?:{ZH_NOT_SPEECH})|(?P<v>(?:{_VERBS})(?:道|称|说|了|着|到)?)")
_EN_VERB: Final = compiled(rf"\b(?P<v>{EN_SPEECH})\b", re.IGNORECASE)
_ZH_ADDRESSED = re.compile(f"(?:{ZH_ABOUT})$")
_SPEAKING: Final = (EntityType.PERSON, EntityType.ORGANIZATION)
_ZH_ACCORDING: Final = re.compile(
    f"(?:据|根据|按照)[^，。；：{ANY_LETTER}]{{0,12}}(?P<s>{letters('AGENT')})"
    f"[^，。；：{ANY_LETTER}]{{0,12}}?(?P<v>介绍|透露|统计|表示|数据|披露|了解|预测|测算|分析"
    "|消息|公告|报道)"
)
_ZH_SEEN_BY: Final = re.compile(
    f"在[^，。；：]{{0,24}}?(?P<s>{letters('PERSON')})(?P<v>看来|眼中|眼里)"
)
_ZH_NAMED_BEFORE: Final = re.compile(
    f"^(?!.{{0,20}}(?:记者|编辑|来源))[^，。；：]{{0,24}}(?P<s>{letters('PERSON')})"
    "(?:博士|院士|教授|先生|女士)?(?P<v>：)"
)
_EN_ACCORDING: Final = en(
    r"\baccording to (?:the |a |an )?(?:[\w-]+ ){0,6}?"
    rf"(?:{EN_POSTS}, (?=@PERSON))?(?P<s>@AGENT)"
)
_EN_INSIDE: Final = (
    r"(?:[^.;:!?“”\"]|(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bProf)\.)"
)
_EN_INVERTED: Final = en(
    rf"(?:^|(?<=[,\"”'] )|(?<=[,\"”']))(?P<v>{EN_SPEECH}) {_EN_INSIDE}{{0,100}}?(?P<s>@PERSON)"
    rf"(?!'s| {EN_POSTS},? @PERSON)"
)
_EN_INVERTED_ORG: Final = en(
    rf"(?:^|(?<=[,\"”'] ))(?P<v>{EN_SPEECH}) (?:the )?(?:[\w'-]+ ){{0,4}}?(?P<s>@ORG)"
)
_EN_DIRECT: Final = en(
    rf"(?P<s>@PERSON|@ORG)(?: of [^,.;:!?“”\"]{{1,60}}?)?(?:,[^.;:!?“”\"]{{0,120}}?,|,)?"
    r"(?: (?:also|further|then|has|have|had|later|once|recently|\w+ly))?"
    rf" (?P<v>{EN_SPEECH})\b"
)


_QUOTED: Final = re.compile('[“”"]')
_SHORTEST_CONTENT: Final = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who speaks: the speaker, and where the verb of speech stands in the frame."""

    speaker: Slot | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of text with the key of who says it."""

    span: Span
    speaker: str


def attribution_in(frame: Frame, *, chinese: bool) -> Attribution | None:
    """The first attribution of a stretch; its speaker is None where no name stands there."""
    return _chinese(frame) if chinese else _english(frame)


def _chinese(frame: Frame) -> Attribution | None:
    best: Attribution | None = None
    speaking = _unaddressed(frame)
    for verb in _ZH_VERB.finditer(frame.text):
        if verb["v"] is None:
            continue
        speaker = _speaker_before(frame, speaking, verb.start())
        if speaker is not None:
            return Attribution(speaker, verb.start(), verb.end())
        best = best or Attribution(None, verb.start(), verb.end())
    return best


def attributions(frame: Frame, *, chinese: bool) -> list[Attribution]:
    """All attributions of a stretch; one that names nobody has the speaker of the one before."""
    found: list[Attribution] = []
    offset = 0
    said = attribution_in(frame, chinese=chinese)
    while said is not None:
        speaker = said.speaker or (found[-1].speaker if found else None)
        found.append(Attribution(speaker, offset + said.start, offset + said.end))
        offset += said.end
        tail = Frame(frame.text[offset:], frame.spans[offset:], frame.slots[offset:])
        said = attribution_in(tail, chinese=chinese)
    return found


def last_attribution(frame: Frame, *, chinese: bool) -> Attribution | None:
    """The attribution nearest to the end of a stretch."""
    found = attributions(frame, chinese=chinese)
    return found[-1] if found else None


# The by-line that opens a report names who writes, not who speaks: 某报讯（记者 甲 通讯员 乙）.
_BY_LINE = re.compile("[（【〔][^）】〕]{0,60}(?:记者|通讯员|编辑|作者)[^）】〕]{0,40}$")
_LONGEST_BY_LINE = 100


def _unaddressed(frame: Frame) -> list[tuple[int, Slot]]:
    """The persons and organizations whom nobody addresses or credits, with their positions."""
    return [
        (at, slot)
        for at, slot in enumerate(frame.slots)
        if slot is not None
        and slot.type in _SPEAKING
        and not _ZH_ADDRESSED.search(frame.text[max(0, at - 2) : at])
        and not _BY_LINE.search(frame.text[max(0, at - _LONGEST_BY_LINE) : at])
    ]


def _speaker_before(frame: Frame, speaking: list[tuple[int, Slot]], end: int) -> Slot | None:
    """The last person before a verb, else the last organization that can be its subject."""
    candidates = [(at, slot) for at, slot in speaking if at < end]
    people = [slot for _, slot in candidates if slot.type is EntityType.PERSON]
    if people:
        return people[-1]
    near = [slot for at, slot in candidates if _may_speak(frame.text[at + 1 : end])]
    return near[-1] if near else None


_ORG_SPEAKS = re.compile(
    f"^(?:[^，。；：的{ANY_LETTER}记]{{0,16}}?|方面|公告|公司"
    "|的?(?:一位|一名)?(?:相关|有关|项目)?(?:负责人|工作人员|人士|发言人)[^，]{0,6})$"
)


def _may_speak(between: str) -> bool:
    """An organization speaks for itself, not through its reporters or what it owns."""
    return "记者" not in between and bool(_ORG_SPEAKS.match(between))


def _english(frame: Frame) -> Attribution | None:
    found = [
        match
        for pattern in (_EN_INVERTED, _EN_DIRECT, _EN_INVERTED_ORG)
        if (match := pattern.search(frame.text)) is not None
    ]
    if found:
        match = min(found, key=lambda match: match.start("v"))
        return Attribution(frame.slots[match.start("s")], *match.span("v"))
    according = _EN_ACCORDING.search(frame.text)
    if according is not None:
        return Attribution(frame.slots[according.start("s")], *according.span())
    verb = _EN_VERB.search(frame.text)
    return Attribution(None, *verb.span()) if verb is not None else None


def indirect_speech(reading: Reading) -> tuple[Speech, ...]:
    """Stretches that the text gives as somebody's words without quotation marks."""
    found: list[Speech] = []
    for item in reading.sentences:
        if any(item.frame.slots):
            found.extend(_indirect(item))
    return tuple(found)


def _indirect(item: SentenceFrame) -> list[Speech]:
    frame, whole = item.frame, item.sentence.span
    if not item.chinese:
        return _indirect_english(item)
    for pattern in (_ZH_NAMED_BEFORE, _ZH_ACCORDING, _ZH_SEEN_BY):
        match = pattern.search(frame.text)
        if match is not None:
            slot = frame.slots[match.start("s")]
            rest = _rest(frame, match.end(), whole)
            return [Speech(rest, slot.key)] if slot is not None and rest is not None else []
    attribution = _chinese(frame)
    if attribution is None or attribution.speaker is None:
        return []
    rest = _rest(frame, attribution.end, whole)
    return [Speech(rest, attribution.speaker.key)] if rest is not None else []


def _indirect_english(item: SentenceFrame) -> list[Speech]:
    """What stands behind "X said", before "…, X said" and "said X", or with "according to X"."""
    frame, whole = item.frame, item.sentence.span
    attribution = _english(frame)
    if attribution is None or attribution.speaker is None or _QUOTED.search(frame.text):
        return []
    key, verb = attribution.speaker.key, frame.spans[attribution.start].start
    if (
        len(frame.text) - attribution.end > _SHORTEST_CONTENT
        and verb >= attribution.speaker.span.end
    ):
        rest = _rest(frame, attribution.end, whole)
        return [Speech(rest, key)] if rest is not None else []
    start = min(verb, attribution.speaker.span.start)
    if start - whole.start > _SHORTEST_CONTENT:
        return [Speech(Span(whole.start, start), key)]
    rest = _rest(frame, attribution.end, whole)
    return [Speech(rest, key)] if rest is not None else []


def _rest(frame: Frame, end: int, whole: Span) -> Span | None:
    if end >= len(frame.spans):
        return None
    return Span(frame.spans[end].start, whole.end)


def speaker_at(speeches: Stretches[Speech], spans: tuple[Span, ...]) -> str | None:
    """Who says the words: the innermost speech that covers them all."""
    covering = [
        speech
        for speech in (speeches.near(spans[0]) if spans else ())
        if all(speech.span.covers(span) for span in spans)
    ]
    if not covering:
        return None
    return min(covering, key=lambda speech: speech.span.end - speech.span.start).speaker
