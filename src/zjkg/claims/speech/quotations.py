"""Direct speech, with its speaker where the text names one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.frame import ANY_LETTER, Frame, frame_of
from zjkg.claims.frames.names import Slot
from zjkg.claims.speech.answers import find_answers
from zjkg.claims.speech.attribution import Attribution, attribution_in, last_attribution
from zjkg.claims.speech.fragments import fragment_speech
from zjkg.claims.speech.marks import Quoted, quoted_stretches
from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Evidence, LanguageTag, Quotation, Span
from zjkg.patterns import compiled

_TERMINAL = "。！？!?…,，；;."
_ENDS = compiled(
    r"[。！？!?\n]"
    r"|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)(?<!\bCo)(?<!\bMrs)(?<!\bInc)(?<!\bLtd)(?<!\bProf)"
    r"(?<!\bCorp)(?<!\b[A-Z])\.(?=\s|$)"
)
_REACH = 160
"""How many characters beside a quoted stretch an attribution may stand."""
_INTRODUCES = re.compile(r"[，：:,]\s*$")
_COLON = re.compile(r"[：:]\s*$")
_ONLY_NAME = re.compile(
    f"(?:^|[，。；！？])[^，。；：！？]{{0,40}}[{ANY_LETTER}](?:博士|院士|教授|先生|女士)?[：:] ?$"
)
_PAUSES: Final = frozenset("，,、；;")
_OTHER_VOICE: Final = re.compile(f"[{ANY_LETTER}](?:博士|院士|教授|先生|女士)?(?:则|却|亦|也)")
"""甲则建议: whoever speaks here did not speak before."""
_ANEW: Final = re.compile("(?:还|又|也|再次|另外|接着|继续|同时)[^，。：]{0,6}[：:]\\s*$")
"""“…”他还说：“…” begins another speech."""
_TALKS_OF: Final = re.compile("^(?:说起|谈起|谈到|谈及|提到|提起|提及|回忆)")
_SAYING: Final = re.compile("说(?:这[话番句]|到这里|到此|完|罢|起这)|(?:这番|这句|这些)话|话音")
_CLAUSES = re.compile("[，。；！？,;!?]|\\w \\w+ \\w")
_SHORTEST_SPEECH: Final = 4
_LONGEST_TERM: Final = 6
_NAMELESS: Final = 12
"""How far behind the quoted words a verb of speech without a named speaker may stand."""

_REPORTED: Final = 8
"""How many characters may stand between the verb of speech and the next part of a quotation."""
_TITLED: Final = re.compile(
    r"\b(?:titled|entitled|called|dubbed|named|headlined|themed|nicknamed) $", re.IGNORECASE
)
_TRAILING: Final = 4
"""How many characters may follow the verb of speech of a sentence that only says who spoke."""

_NO_SPEECH = Bilingual(
    "quoted words that nobody is said to speak: a term, a title or a slogan",
    "引号内并非有人说的话，而是术语、名称或口号",
)


@dataclass(slots=True)
class _Draft:
    """A quotation while its parts are being gathered."""

    parts: list[Quoted]
    speaker: Slot | None
    rule: str
    attributed: bool = field(default=False)


def find_quotations(reading: Reading) -> tuple[tuple[Quotation, ...], tuple[Dropped, ...]]:
    """All direct speech of an article, in text order, and quoted words that are none."""
    drafts: list[_Draft] = []
    dropped: list[Dropped] = []
    answers = find_answers(reading)
    stretches = [
        quoted
        for quoted in quoted_stretches(reading.article)
        if not any(part.covers(quoted.outer) for answer in answers for part in answer.parts)
    ]
    for index, quoted in enumerate(stretches):
        previous = drafts[-1] if drafts else None
        speech = (s for s in stretches[index + 1 :] if not _is_term(reading, s))
        bound = next((other.outer.start for other in speech), None)
        floor = stretches[index - 1].outer.end if index else 0
        if previous is not None and _continues(reading, previous, quoted):
            previous.parts.append(quoted)
            continue
        draft = _draft(reading, quoted, floor, bound, previous)
        if draft is not None:
            drafts.append(draft)
        elif _CLAUSES.search(quoted.inner.of(reading.key)):
            dropped.append(Dropped("claims", "quotation-term", quoted.inner, _NO_SPEECH))
    found = [*answers, *(_quotation(reading, draft) for draft in drafts)]
    return tuple(sorted(found, key=lambda quotation: quotation.parts)), tuple(dropped)


def _is_term(reading: Reading, quoted: Quoted) -> bool:
    """Whether quoted words are too short for speech: “80后”, “双抗”."""
    words = quoted.inner.of(reading.key)
    return len(words) <= _LONGEST_TERM and not any(mark in words for mark in _TERMINAL)


def _quotation(reading: Reading, draft: _Draft) -> Quotation:
    parts = tuple(_trim(reading.article.text, quoted.inner) for quoted in draft.parts)
    whole = Span(parts[0].start, parts[-1].end)
    evidence = Evidence(reading.sentences_over(whole), parts)
    return Quotation(draft.speaker.key if draft.speaker else None, parts, evidence, draft.rule)


def _trim(text: str, span: Span) -> Span:
    """The stretch without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _continues(reading: Reading, previous: _Draft, quoted: Quoted) -> bool:
    """Whether a stretch is the next part of the speech before it."""
    last = previous.parts[-1]
    if last.open_end:
        return quoted.block == last.block + 1 and quoted.outer.start == _block_start(
            reading, quoted.block
        )
    if quoted.block != last.block:
        return False
    between = Span(last.outer.end, quoted.outer.start)
    words = between.of(reading.key)
    if words.strip() in _PAUSES and previous.speaker is not None:
        return _is_speech(reading, quoted, strict=False)
    if _ANEW.search(words) or not _same_voice(reading, previous, quoted, between):
        return False
    if _INTRODUCES.search(words):
        return len(_ENDS.findall(words)) == 0
    # "…," said Reed. "…": the sentence ends, and the same speech goes on at once.
    english = not _chinese(reading, quoted)
    return (
        english
        and previous.attributed
        and words.rstrip().endswith(".")
        and len(_ENDS.findall(words)) == 1
        and _said_after(reading, quoted, None, chinese=False) is None
    )


def _same_voice(reading: Reading, previous: _Draft, quoted: Quoted, between: Span) -> bool:
    """Whether the words between two stretches say that the same one speaks both."""
    words = between.of(reading.key)
    if not words.strip() or len(words) > _REACH or not _is_speech(reading, quoted, strict=False):
        return False
    chinese = _chinese(reading, quoted)
    frame = _frame(reading, between)
    said = attribution_in(frame, chinese=chinese)
    if said is None or not _same(said.speaker, previous.speaker):
        return False
    # “…”X说，…，“…”: what X is reported to say in between makes two quotations of it.
    last = last_attribution(frame, chinese=chinese)
    told = len(frame.text) - last.end if last is not None else 0
    return not chinese or told <= _REPORTED


def _same(first: Slot | None, second: Slot | None) -> bool:
    return first is None or second is None or first.key == second.key


def _block_start(reading: Reading, block: int) -> int:
    return reading.article.blocks[block].span.start


def _chinese(reading: Reading, quoted: Quoted) -> bool:
    """The language of the sentence around a stretch, else that of the article."""
    item = reading.item_at(quoted.outer.start)
    return item.chinese if item else reading.article.language is not LanguageTag.EN


def _frame(reading: Reading, span: Span) -> Frame:
    words = span.of(reading.key)
    chinese = bool(re.search("[一-鿿]", words)) or not re.search("[A-Za-z]", words)
    return frame_of(reading.key, span, reading.slots, chinese=chinese)


def _draft(
    reading: Reading, quoted: Quoted, floor: int, bound: int | None, previous: _Draft | None
) -> _Draft | None:
    """The quotation that a stretch begins, or None where it is a term."""
    chinese = _chinese(reading, quoted)
    if _TITLED.search(reading.key, max(0, quoted.outer.start - 12), quoted.outer.start):
        return None
    before = _said_before(reading, quoted, floor, chinese=chinese)
    if before is not None and not _is_speech(reading, quoted, strict=False):
        before = None
    if before is not None and _leads_to_end(reading, quoted):
        return _Draft([quoted], before.speaker, "quotation-before")
    after = _said_after(reading, quoted, bound, chinese=chinese)
    if after is not None and _is_speech(reading, quoted, strict=True):
        return _Draft([quoted], after.speaker, "quotation-after", attributed=True)
    if before is not None:
        return _Draft([quoted], before.speaker, "quotation-before")
    return _unattributed(reading, quoted, previous)


def _unattributed(reading: Reading, quoted: Quoted, previous: _Draft | None) -> _Draft | None:
    """The quotation of a stretch beside which no verb of speech stands."""
    announced = _announced(reading, quoted)
    if announced is not None and _is_speech(reading, quoted, strict=False):
        return _Draft([quoted], announced, "quotation-announced")
    if _stands_alone(reading, quoted):
        return _Draft([quoted], _beside(reading, quoted, previous), "quotation-alone")
    within = fragment_speech(reading, quoted)
    if within is not None and not _is_name(reading, quoted):
        return _Draft([quoted], within.speaker, "quotation-within")
    return None


def _leads_to_end(reading: Reading, quoted: Quoted) -> bool:
    """Whether the sentence ends with the closing mark: what stands behind it is another's."""
    return reading.key[quoted.outer.end : quoted.outer.end + 1] in {"。", "；", "", "\n"}


def _beside(reading: Reading, quoted: Quoted, previous: _Draft | None) -> Slot | None:
    """Who speaks where no words say so: the only person of the sentence that follows.

    Else who spoke, or was spoken of, last in the same paragraph.
    """
    block_end = reading.article.blocks[quoted.block].span.end
    behind = reading.key[quoted.outer.end : block_end]
    after = quoted.outer.end + len(behind) - len(behind.lstrip())
    item = reading.item_at(after) if after < block_end else None
    if after >= block_end and _SAYING.match(reading.key, after + 1):
        item = reading.item_at(after + 1)  # “…” and, in a paragraph of its own, 说这话时，甲…
    if item is not None:
        rest = Span(max(after, item.sentence.span.start), item.sentence.span.end)
        if rest.start < rest.end:
            people = [s for s in _frame(reading, rest).slots if _is_person(s)]
            others = _OTHER_VOICE.search(_frame(reading, rest).text)
            if not others and len({slot.key for slot in people if slot is not None}) == 1:
                return people[0]
    if previous is not None and previous.parts[-1].block == quoted.block:
        return previous.speaker
    before = Span(_block_start(reading, quoted.block), quoted.outer.start)
    people = [slot for slot in reading.slots.inside(before) if _is_person(slot)]
    return people[-1] if people else None


def _is_person(slot: Slot | None) -> bool:
    return slot is not None and slot.type is EntityType.PERSON


def _is_name(reading: Reading, quoted: Quoted) -> bool:
    return any(
        slot.span.covers(_trim(reading.key, quoted.inner))
        for slot in reading.slots.inside(Span(quoted.outer.start, quoted.outer.end))
    )


def _is_speech(reading: Reading, quoted: Quoted, *, strict: bool) -> bool:
    """Whether the words look like speech: a clause, not just a term.

    Where ``strict``, they must end like a clause, inside the marks or right behind them.
    """
    inner = quoted.inner.of(reading.key).strip()
    if len(inner) < _SHORTEST_SPEECH:
        return False
    if _is_name(reading, quoted):
        return False
    behind = reading.key[quoted.outer.end : quoted.outer.end + 1]
    ends = inner[-1] in _TERMINAL or behind in {"，", ",", "。", "；", ";"} or quoted.open_end
    if strict:
        return ends
    return ends or bool(_CLAUSES.search(inner)) or behind in {"", "\n"}


def _said_after(
    reading: Reading, quoted: Quoted, bound: int | None, *, chinese: bool
) -> Attribution | None:
    """An attribution right behind the closing mark: …”X说 or …," said X."""
    if quoted.open_end:
        return None
    block_end = reading.article.blocks[quoted.block].span.end
    limit = min(block_end, quoted.outer.end + _REACH, bound if bound is not None else block_end)
    words = reading.key[quoted.outer.end : limit]
    inner_end = reading.key[quoted.inner.end - 1]
    lead = len(words) - len(words.lstrip(" ，,。.\u3000"))
    if not chinese and "." in {words[:lead].strip(), inner_end}:
        return None  # the speech has ended its sentence
    stop = _ENDS.search(words, lead)
    span = Span(quoted.outer.end + lead, quoted.outer.end + (stop.start() if stop else len(words)))
    if span.start >= span.end or words[:1] in {"的", "、", "等", "为", "是", "和", "与"}:
        return None
    frame = _frame(reading, span)
    said = attribution_in(frame, chinese=chinese)
    goes_on = said is not None and len(frame.text) - said.end > _TRAILING
    if said is None or (chinese and goes_on and words[:lead].strip() == "。"):
        return None  # “…”。X说，…: the sentence behind is a statement of its own
    if said.speaker is None:
        return _unnamed(frame, said, inner_end, chinese=chinese)
    return None if goes_on and _OTHER_VOICE.search(frame.text[: said.start + 1]) else said


def _unnamed(
    frame: Frame, said: Attribution, inner_end: str, *, chinese: bool
) -> Attribution | None:
    """Speech behind which a verb of speech stands without a name before it."""
    people = [slot for slot in frame.slots if _is_person(slot)]
    if chinese and _TALKS_OF.search(frame.text) and people:
        return Attribution(people[0], said.start, said.end)
    # "他说" with nobody spoken of before: speech all the same, if the words end like speech.
    near = said.start <= _NAMELESS or inner_end == ","
    return said if near and inner_end in _TERMINAL else None


def _said_before(
    reading: Reading, quoted: Quoted, floor: int, *, chinese: bool
) -> Attribution | None:
    """An attribution that leads to the opening mark: X表示，“… or X: "…"."""
    block_start = _block_start(reading, quoted.block)
    start = max(block_start, floor, quoted.outer.start - _REACH)
    words = reading.key[start : quoted.outer.start]
    ends = [match.end() for match in _ENDS.finditer(words) if words[match.end() :].strip()]
    start += ends[-1] if ends else 0
    span = Span(start, quoted.outer.start)
    if not span.of(reading.key).strip():
        return None
    frame = _frame(reading, span)
    said = last_attribution(frame, chinese=chinese)
    introduced = _INTRODUCES.search(frame.text)
    if said is not None and said.speaker is not None:
        tail = frame.text[said.end :].rstrip(" ，：,:")
        near = len(tail) <= (12 if introduced else 0)
        if near or (introduced and _COLON.search(frame.text)):
            return said
    if _ONLY_NAME.search(frame.text):
        slot = frame.slots_in(0, len(frame.slots))[-1]
        if slot.type in {EntityType.PERSON, EntityType.ORGANIZATION}:
            return Attribution(slot, len(frame.text) - 1, len(frame.text))
    return None


def _stands_alone(reading: Reading, quoted: Quoted) -> bool:
    """Whole sentences in marks at the start of a sentence, with nobody named beside them."""
    inner = quoted.inner.of(reading.key).rstrip()
    if len(inner) < 2 * _SHORTEST_SPEECH or inner[-1] not in "。！？!?….":
        return quoted.open_end and quoted.outer.start == _block_start(reading, quoted.block)
    before = reading.key[_block_start(reading, quoted.block) : quoted.outer.start].rstrip()
    return not before or before[-1] in '。！？!?：:….”"'


def _announced(reading: Reading, quoted: Quoted) -> Slot | None:
    """Who the sentence before a stretch says is about to speak (…这样说道：)."""
    if quoted.outer.start == _block_start(reading, quoted.block) and quoted.block:
        before = reading.article.blocks[quoted.block - 1].span
    else:
        before = Span(_block_start(reading, quoted.block), quoted.outer.start)
    words = before.of(reading.key).rstrip()
    if not words or (
        words[-1] not in "：:" and not re.search("(?:表示|说道|说|指出|坦言)。?$", words)
    ):
        return None
    last = reading.sentence_at(before.start + len(words) - 1)
    end = before.start + len(words)
    span = Span(max(last.start, before.start, end - _REACH), end)
    frame = _frame(reading, span)
    said = last_attribution(frame, chinese=_chinese(reading, quoted))
    if said is not None and said.speaker is not None:
        return said.speaker
    people = [s for s in frame.slots_in(0, len(frame.slots)) if s.type is EntityType.PERSON]
    return people[-1] if people and words[-1] in "：:" else None
