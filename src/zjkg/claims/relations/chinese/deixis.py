"""Words of a Chinese clause that point at a name: 这里, 园内, 对方, 后者, 论坛.

What refers to a name by its kind alone (该公司, 该局) has its slot already. These words take
theirs from where they stand: a place from what the text speaks of, a party from the clause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from zjkg.claims.frames.frame import LETTERS, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm
from zjkg.claims.relations.places import SITES
from zjkg.claims.relations.voices import Voices
from zjkg.model import EntityType, Span
from zjkg.patterns import compiled

_PARKS: Final = frozenset({EntityType.PARK})
_ORGS: Final = frozenset({EntityType.ORGANIZATION})
_LAST: Final = {
    "goods": EntityType.PRODUCT,
    "paper": EntityType.POLICY,
    "event": EntityType.EVENT,
}
"""Words that stand for the last thing of a type."""
_PAIRED: Final = frozenset({"first", "second"})
"""Words that stand for the one of two whom the text named first."""
_PARTIES: Final = _PAIRED | {"we", "other"}
_OURS: Final = frozenset({"we", "firm"})
"""Words that in direct speech stand for whom the speaker works for."""
_RECENT: Final = 60
"""How many names back a place or an event may have been named."""
_NEAR: Final = 240
"""How far back in its own sentence, in characters, a word may point."""
_LONG: Final = 400
"""How many names back it is counted which park the text speaks of most."""
_MEETING: Final = "论坛|大会|峰会|会议|年会|展会|博览会|对接会|研讨会|推介会|生技展|医疗展"
_WORDS: Final = compiled(
    "(?P<here>这里|(?<=[在到于])那里|此地|此处|(?<=在)此|这片(?:土地|热土|园区)|这座(?:小镇|小城|城市|产业园|新城)"
    "|(?<=[，。；：“])当地(?=集聚|聚集|已有|现有))"
    "|(?:(?<![一-鿿])|(?<=其中))(?P<in>园区?|区|岛)(?=[内里])|(?<=[等批家])(?P<in3>园区)(?=企业|公司|机构|药企|厂商)|(?<=[在从由与和])(?P<in2>园区?|区)(?=[内里])"
    "|(?<=[与和同跟])(?P<in4>该?园区)(?=签约|签署|签订|达成|合作|共建|携手)"
    "|(?:(?<=[在到至往驻住进于])|(?<=落户)|(?<=迁入)|(?<=搬入)|(?<=加入)|(?<=负责)|(?<=运营)|(?<=管理))了?(?P<park>该?园区|该园)(?![一-鿿]{0,3}(?:局|公司|集团|办))"
    "|(?P<other>对方|后者)|(?P<first>前者)|(?<=[与同跟])(?P<second>其)(?=共同|联合|合作|共建|签|携手|达成|建立)|(?P<we>我们(?:公司|园区|集团|团队)?|咱们|我司)"
    "|该(?P<paper>条例|办法|政策|措施|方案|规划|意见|行动计划|指南|细则|规定)"
    "|(?:(?<=[，。；：“把将由与和向为对给是])|(?<=成为)|(?<=作为)|^)(?P<firm>(?:该|本)?公司)(?=[^、，。；：])"
    "|(?:(?<=[，。；：])|^)(?P<goods>该?产品|该药|新药|软件|系统|疫苗)(?=[已于在去今将目自可曾获经针由采])"
    f"|(?:(?<=[，。；：])|^)(?P<event>(?:本届|本次|此次|这次|该)?(?:{_MEETING}))"
    "(?=由|现场|期间|[^，。；的]{0,6}(?:主办|承办|协办|举行|举办))"
)
_AWAY: Final = re.compile("(?:从|由|自|离|距|来自)$")


def pointed(frame: Frame, spoken: Sequence[Slot], labels: dict[str, str], voices: Voices) -> Frame:
    """The frame with a slot for each word that points; ``spoken`` is what was named before."""
    found: list[tuple[int, int, Slot]] = []
    for word in _WORDS.finditer(frame.text):
        kind = word.lastgroup or ""
        first, last = word.span(kind)
        span = frame.source(first, last)
        ours = voices.we(span) if kind in _OURS else None
        slot = ours or _antecedent(kind, frame, word.start(), spoken, labels)
        if slot is not None:
            found.append((first, last, Slot(span, slot.type, slot.key, referring=True)))
    return _with_slots(frame, found) if found else frame


def main_park(spoken: Sequence[Slot]) -> tuple[Slot, ...]:
    """The park that the text speaks of most; of equals the one named first."""
    parks = [slot for slot in spoken[-_LONG:] if slot.type is EntityType.PARK]
    counts = Counter(slot.key for slot in parks)
    return tuple(sorted(parks, key=lambda slot: -counts[slot.key])[:1])


def _antecedent(
    kind: str, frame: Frame, at: int, spoken: Sequence[Slot], labels: dict[str, str]
) -> Slot | None:
    if kind in _PARTIES:
        return _party(kind, frame, at)
    if kind == "firm":
        firms = (s for s in _back(spoken) if s.type in _ORGS and is_firm(labels.get(s.key, "")))
        return next(firms, None)
    if kind in _LAST:
        return next((slot for slot in _back(spoken) if slot.type is _LAST[kind]), None)
    kinds = SITES if kind == "here" else _PARKS
    clause = max(frame.text.rfind(mark, 0, at) for mark in "，；：") + 1
    here = _nearest(frame, clause if kind == "here" else at, kinds)
    if here is not None or kind == "here":
        return here or next((slot for slot in _back(spoken) if slot.type in kinds), None)
    return next(iter(main_park(spoken)), None)


def _party(kind: str, frame: Frame, at: int) -> Slot | None:
    """One of two organizations that the sentence named before; nobody speaks as *we*."""
    if kind == "other":
        return _nearest(frame, at, _ORGS)
    return _one_before(frame, at) if kind in _PAIRED else None


def _one_before(frame: Frame, at: int) -> Slot | None:
    """The last organization but one before the word in its sentence."""
    last = _nearest(frame, at, _ORGS)
    keys = set() if last is None else {last.key}
    for slot in reversed(frame.slots[max(0, at - _NEAR) : at]):
        if slot is not None and slot.type in _ORGS and slot.key not in keys:
            return slot
    return None


def _back(spoken: Sequence[Slot]) -> islice[Slot]:
    return islice(reversed(spoken), _RECENT)


def _nearest(frame: Frame, at: int, kinds: frozenset[EntityType]) -> Slot | None:
    """The last name of the kinds before the word in its sentence, but not where one comes from."""
    for place in range(at - 1, max(-1, at - _NEAR), -1):
        slot = frame.slots[place]
        if slot is not None and slot.type in kinds and not _AWAY.search(frame.text[:place][-2:]):
            return slot
    return None


def _with_slots(frame: Frame, found: list[tuple[int, int, Slot]]) -> Frame:
    text: list[str] = []
    spans: list[Span] = []
    slots: list[Slot | None] = []
    done = 0
    for first, last, slot in found:
        text.extend((frame.text[done:first], LETTERS[slot.type]))
        spans.extend((*frame.spans[done:first], slot.span))
        slots.extend((*frame.slots[done:first], slot))
        done = last
    text.append(frame.text[done:])
    return replace(
        frame,
        text="".join(text),
        spans=(*spans, *frame.spans[done:]),
        slots=(*slots, *frame.slots[done:]),
    )
