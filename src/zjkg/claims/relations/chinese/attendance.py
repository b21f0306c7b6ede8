"""Who is at an event that a Chinese text named before: 会上, 在现场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.claims.frames.article_frames import SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.arguments import Arguments
from zjkg.claims.relations.events import event_of, speakers
from zjkg.claims.relations.matches import RelationMatch
from zjkg.model import EntityType, Predicate
from zjkg.patterns import compiled

_AGENTS: Final = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})
_MEETING = (
    "会议|大会|论坛|峰会|活动|年会|研讨会|交流会|推介会|发布会|博览会|开幕式|签约仪式|仪式|沙龙"
)
_PANEL: Final = (
    "圆桌(?:对话|论坛|环节|讨论)?(?:中|上|时)?(?=，)|(?:对话|讨论|互动|路演|展示|问答|总结|提问)环节(?:中|上)?(?=，|提到|回应|表示|指出|说|坦言|强调|认为)"
    "|同台(?=的|，)|散会(?:时|后|的时候)?(?=，)|茶歇(?:时|间)(?=，)|台上(?=，)|席间(?=，)|与会(?:的|者|嘉宾|专家)"
)
_THERE: Final = compiled(
    f"(?:{_PANEL}|会上|会中|会后|会议间隙|(?:{_MEETING})(?:上|中|现场)|(?<![^，。；在于])现场|现场(?=与|签))"
    f"|{LETTERS[EntityType.EVENT]}[^，。；：]{{0,8}}"
    "(?:上(?=[，,分发演讲签揭与共畅展推亮获作做致宣透表说指称强坦介认直谈建呼]|也|还|就|对)"
    "|(?:期间|现场|中)(?=[，,]|[表说指称强坦介认直谈建呼作做致宣透分发]))"
)
_FIRMS: Final = frozenset({EntityType.ORGANIZATION})
_EXHIBITS_AT: Final = "relation-zh-exhibits"
_EXHIBITORS: Final = re.compile(
    "(?:参展|与会|参会)(?:厂商|企业|业者|公司|单位|团队)(?:中|当中|里)，|参展(?:厂商|企业)(?:包括|有|：)"
)
_SHOWS: Final = re.compile(
    "设摊|摆摊|参展(?![商厂企单数规])|展出|设展|设立?展(?:位|区|台)|首度(?:公开|亮相|展示|展出)|首次(?:亮相|展示|展出|参展)"
    "|(?:现场|展台|展位|摊位)[^，。；：]{0,4}(?:展示|演示|发布|推出|体验)|展示(?=[^，。；：]{2})"
)
FAIR: Final = re.compile("展|博会|博览|大会|年会|生技|BIO|周$|节$|Expo|Week")
"""How the names of events at which firms show their wares are made."""
_EVENT = LETTERS[EntityType.EVENT]
_ATTEND: Final = re.compile(
    f"(?:出席|参加|见证|亮相|列席)了?(?:(?P<e>{_EVENT})|本次|此次|本届|当天|活动|大会|会议|论坛|峰会|年会"
    "|开幕|签约|仪式|揭牌|启动)[^，。；：、的]{0,10}(?=[，。；]|$)"
)
_PRESENT: Final = re.compile(
    "(?:出席|到会|莅会|参会)(?P<e>(?!))?(?:并(?:致辞|致词|讲话|发言|演讲|见证))?(?=[，。；]|$)"
)
_GUESTS: Final = re.compile(
    f"(?:出席|参加|参与)了?(?:(?P<e>{_EVENT})[^，。；：]{{0,6}}|[^，。；：]{{0,12}})的?"
    "(?:(?:嘉宾|贵宾|领导|专家|来宾|人员)(?:还)?(?:有|包括|：)|(?:还)?(?:有|包括))"
    "|(?:(?:与谈|演讲|对话|圆桌|特邀|主讲|点评)(?:人|嘉宾|专家|者)|讲者)(?:还|分别)?(?:有|为|是|包括|：)"
)
_N: Final = f"[^，。；：{ANY_LETTER}]"
_PERSON: Final = LETTERS[EntityType.PERSON]
_SPEECH: Final = re.compile(
    f"{_PERSON}{_N}{{0,8}}?(?:致辞|致词|演讲|报告|发言|主持|圆桌对话|圆桌论坛|对话环节)(?:中|时|后|环节)?"
    "(?=[，。；表说指称强坦介认直谈建呼]|$)"
    f"|{_PERSON}{_N}{{0,4}}?(?:作|做|发表|带来|进行)了?[^。；：]{{0,40}}?(?:演讲|报告|致辞|致词|发言)"
)
_REPLY: Final = re.compile(
    f"{_PERSON}(?:随后|接着|当场|现场)?(?:则|亦|也|同样|补充|回应|接着|附和|反驳|认同)"
    "[^，。；：]{0,6}?(?:说|表示|指|直言|坦言|认为|建议|称|透露|介绍|指出|提醒|强调|呼吁)"
)
_ACTS: Final = re.compile(
    "签|发布|发表|宣布|表示|推介|分享|介绍|合作|展示|亮相|致辞|致词|说|指出|强调|透露|称|认为|坦言|建议|提醒"
    "|呼吁|回应|谈到|提到|直言|笑|则|联手|携手|推出|讨论|对话"
)
_ATTRIBUTED: Final = re.compile("(?:据|来自|对|向)$")


def at_the_event(
    item: SentenceFrame, arguments: Arguments, event: Slot | None, *, fair: bool = False
) -> Iterator[RelationMatch]:
    """Those whom a sentence places at the event spoken of; the nearest to the words for it.

    At a ``fair`` whoever shows something is there.
    """
    event = event_of(item) or event
    if event is not None:
        yield from speakers(_SPEECH, "relation-zh-speech-there", item, event)
    yield from _attendees(item, event)
    yield from _exhibitors(arguments, event if fair else None)
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


def replies(item: SentenceFrame, event: Slot) -> Iterator[RelationMatch]:
    """Who answers or adds to what somebody else has just said at an event: 甲则认为, 乙回应说."""
    for match in speakers(_REPLY, "relation-zh-replies-there", item, event):
        if not any(slot.referring for slot in match.subjects):
            yield match


def _attendees(item: SentenceFrame, event: Slot | None) -> Iterator[RelationMatch]:
    """The people of a list that ends in 出席, or that follows 出席…的嘉宾有; those who speak."""
    text, slots = item.frame.text, item.frame.slots
    for verb in (
        *_ATTEND.finditer(text),
        *_PRESENT.finditer(text),
        *_GUESTS.finditer(text),
    ):
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


def _exhibitors(arguments: Arguments, event: Slot | None) -> Iterator[RelationMatch]:
    """Firms that show something at the fair that the text reports on."""
    if event is None:
        return
    text = arguments.frame.text
    for listed in _EXHIBITORS.finditer(text):
        at = listed.end()
        heads: list[Slot] = []
        while at < len(text) and text[at - 1] != "。":
            end = arguments.clause_end(at)
            named = arguments.subject_in(at, end, _FIRMS)
            heads.extend(named if _opens(arguments, at, named) else ())
            at = end + 1
        verb = listed.span()
        yield RelationMatch(_EXHIBITS_AT, Predicate.ATTENDS, verb, tuple(heads), (event,))
    for show in _SHOWS.finditer(text):
        found = arguments.subject(show.span(), _FIRMS, carried=False)
        if found:
            yield RelationMatch(_EXHIBITS_AT, Predicate.ATTENDS, show.span(), found, (event,))


def _opens(arguments: Arguments, start: int, named: tuple[Slot, ...]) -> bool:
    """Whether the first name of a clause is one of these: what the clause is about."""
    first = next((slot for slot in arguments.frame.slots[start:] if slot is not None), None)
    return first is not None and (first in named or first.type is EntityType.PARK)


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
