"""Who is at an event that the text named before: 会上, 在现场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.arguments import Arguments
from zjkg.claims.relations.rules import RelationMatch
from zjkg.model import EntityType, Predicate

_AGENTS: Final = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})
_MEETING = (
    "会议|大会|论坛|峰会|活动|年会|研讨会|交流会|推介会|发布会|博览会|开幕式|签约仪式|仪式|沙龙"
)
_THERE: Final = re.compile(
    f"(?:会上|会中|会后|会议间隙|(?:{_MEETING})(?:上|中|现场)|(?<![^，。；在于])现场|现场(?=与|签))"
    f"|{LETTERS[EntityType.EVENT]}[^，。；：]{{0,8}}(?:上|期间|现场|中)(?=[，,])"
)


def at_the_event(
    item: SentenceFrame, arguments: Arguments, event: Slot | None
) -> Iterator[RelationMatch]:
    """Those whom a sentence places at the event spoken of; the nearest to the words for it."""
    yield from _speakers(item, event)
    if not item.chinese:
        return
    yield from _attendees(item, event)
    for there in _THERE.finditer(item.frame.text):
        named = item.frame.slots[there.start()]
        place = named or event
        if place is None:
            continue
        start = arguments.clause_start(there.start())
        before = arguments.heads(start, there.start(), _AGENTS)
        found: tuple[Slot, ...]
        if before:
            found = arguments.subject((there.start(), there.start()), _AGENTS)
        else:
            found = _first_after(arguments, there.end())
        verb = there.span() if named is None else (there.start() + 1, there.end())
        yield RelationMatch("relation-zh-at-the-event", Predicate.ATTENDS, verb, found, (place,))


def _attendees(item: SentenceFrame, event: Slot | None) -> Iterator[RelationMatch]:
    """The people of a list that ends in 出席, or that follows 出席…的嘉宾有; those who speak."""
    text, slots = item.frame.text, item.frame.slots
    for verb in (*_ATTEND.finditer(text), *_GUESTS.finditer(text)):
        behind = slots[verb.start("e")] if verb["e"] else event
        sentence = text.rfind("。", 0, verb.start()) + 1
        listed = verb.re is _GUESTS
        first, last = (verb.end(), len(text)) if listed else (sentence, verb.start())
        people = tuple(
            slot for slot in item.frame.slots_in(first, last) if slot.type is EntityType.PERSON
        )
        if behind is not None and people:
            yield RelationMatch(
                "relation-zh-attendees", Predicate.ATTENDS, verb.span(), people, (behind,)
            )


def _speakers(item: SentenceFrame, event: Slot | None) -> Iterator[RelationMatch]:
    """Those who give a speech, with no event named beside it."""
    pattern, language = (_SPEECH, "zh") if item.chinese else (_EN_SPEECH, "en")
    for speech in pattern.finditer(item.frame.text) if event is not None else ():
        speaker = item.frame.slots[speech.start()]
        if event is not None and speaker is not None:
            verb = speech.start() + 1, speech.end()
            yield RelationMatch(
                f"relation-{language}-speech-there", Predicate.ATTENDS, verb, (speaker,), (event,)
            )


def _first_after(arguments: Arguments, at: int) -> tuple[Slot, ...]:
    """The first agents named behind the words, in the same clause or the next."""
    end = arguments.clause_end(at)
    for _ in range(2):
        for head in arguments.heads(at, end, _AGENTS):
            if not _ATTRIBUTED.search(arguments.frame.text[max(0, head - 4) : head]):
                acts = _ACTS.search(arguments.frame.text, head, arguments.clause_end(head))
                return arguments.object((head - 1, head), _AGENTS) if acts else ()
        at, end = end + 1, arguments.clause_end(end + 1)
    return ()


_EVENT = LETTERS[EntityType.EVENT]
_ATTEND: Final = re.compile(
    f"(?:出席|参加|见证|亮相|列席)了?(?:(?P<e>{_EVENT})|本次|此次|本届|当天|活动|大会|会议|论坛|峰会|年会"
    "|开幕|签约|仪式|揭牌|启动)[^，。；：、的]{0,10}(?=[，。；]|$)"
)
_GUESTS: Final = re.compile(
    f"(?:出席|参加|参与)了?(?:(?P<e>{_EVENT})[^，。；：]{{0,6}}|[^，。；：]{{0,12}})的?"
    "(?:嘉宾|贵宾|领导|专家|来宾|人员)(?:还)?(?:有|包括|：)"
)
_N: Final = f"[^，。；：{ANY_LETTER}]"
_PERSON: Final = LETTERS[EntityType.PERSON]
_SPEECH: Final = re.compile(
    f"{_PERSON}{_N}{{0,8}}?(?:致辞|致词|演讲|报告|发言|主持|圆桌对话|圆桌论坛|对话环节)(?:中|时|后|环节)?"
    "(?=[，表说指称强坦介]|$)"
    f"|{_PERSON}{_N}{{0,4}}?(?:作|做|发表|带来|进行)了?[^。；：]{{0,40}}?(?:演讲|报告|致辞|致词|发言)"
)
_EN_SPEECH: Final = re.compile(
    f"{_PERSON}[^.;:!?{ANY_LETTER}]{{0,60}}?"
    rf"\b(?:told {LETTERS[EntityType.EVENT]}"
    r"|told (?:the )?(?:forum|conference|delegates|audience|meeting|summit|attendees"
    r"|participants|gathering|congress)|in (?:an?|his|her|the|their) (?:[a-z-]+ )?(?:keynote|speech"
    r"|panel|address|opening remarks|talk)|on (?:stage|the sidelines)|keynote|delivered"
    r"|(?:opened|closed|chaired|moderated) the)(?!\w)",
)
_ACTS: Final = re.compile(
    "签|发布|发表|宣布|表示|推介|分享|介绍|合作|展示|亮相|致辞|致词|说|指出|强调|透露|称"
)
_ATTRIBUTED: Final = re.compile("(?:据|来自|对|向)$")
