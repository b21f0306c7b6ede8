"""Seats: posts of a Chinese sentence together with the organization that is written before them.

A sentence's frame is folded once more: each seat becomes one letter, so that the grammar of who
holds a seat (``grammar``) need not know how organizations, departments and posts are joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.patterns import letters
from zjkg.claims.roles.chinese.posts import ZH_POST
from zjkg.claims.roles.posts import is_company_post, split_posts
from zjkg.model import EntityType
from zjkg.patterns import compiled

SEAT: Final = "\ue020"
"""Stands for posts, with the organization before them if there is one."""
TITLE: Final = "\ue021"
"""Stands for a post or courtesy word right behind a person's name (周岚教授)."""
LETTERS_ZH: Final = ANY_LETTER + SEAT + TITLE

_PERSON: Final = LETTERS[EntityType.PERSON]
_STOPS: Final = f"，。；：、！？（）“”「」 {ANY_LETTER}"
_RUN: Final = compiled(f"{ZH_POST}(?:(?:、|兼任|兼|及|和|暨|以及|与|/){ZH_POST}){{0,5}}")
_COURTESY: Final = re.compile(f"(?<={_PERSON})(?:博士|先生|女士|同志|小姐|老师)")
_OWNED: Final = re.compile(f"(?P<o>{letters('EMPLOYER')})(?P<d>[^{_STOPS}]{{0,16}}) ?$")
_HEAD: Final = re.compile(f"(?P<o>{LETTERS[EntityType.ORGANIZATION]})长(?={_PERSON})")
_HEADED: Final = "部局院所署会处厅校"
_BOUND: Final = f"(?:^|[{_STOPS}])"
_JOINER: Final = "(?:、|兼任|兼|以及|及|和|暨|与|/|并)?"
_INNER: Final = (
    "(?:部|处|科|室|系|组|股|课|中心|事业部|事业群|办公室|车间|工厂|基地|学院|研究院|实验室|平台"
    "|委员会|董事会|理事会|监事会)"
)
_DEPARTMENT: Final = re.compile(
    f"(?:{_BOUND}{_JOINER}|[任为是系])(?P<d>(?:(?![任为是的在])[一-鿿]){{1,12}}?{_INNER})$"
)
_WHOSE: Final = re.compile(
    f"(?:{_BOUND}{_JOINER}|[任为是系])(?:其|该|本|这家|所在)?"
    "(?P<w>公司|集团|企业|医院|学校|联盟|协会|学会|商会|机构|基金会|研究院|研究所|研究会|实验室|管委会"
    "|管理委员会|委员会|中心|基金|院|校|局|其)$"
)
SOME: Final = "某"
"""Whose a post is with an organization that the text leaves without a name."""
_SOME: Final = re.compile(
    f"(?P<w>(?:某|一家|一间|一所|另一家|知名|当地|国内|海外)[^{_STOPS}]{{2,14}})$"
)
_BEFORE: Final = (
    "(?:的|一名|一位|另一位|另一名|首位|首名|其中一位|现任|新任|时任|首任|第[一二三四]任|前任|前|原|退休|已故|卸任|离任|荣休"
    "|现|即将出任|新当选|当选)"
)
_TERMS: Final = re.compile(f"{_BEFORE}+$")
_WAYS: Final = re.compile(
    "^(?:的|旗下的?|所属的?|下属的?|方面|同时也是|的?(?:分管|负责|主管|主持|牵头|新|年轻|现|原|唯一"
    "|最年轻|[一-鿿]{0,8}的$))"
)
_UNIT: Final = compiled(
    "(?:(?<![内外全])部|(?<![本学百])科|(?<![关体谱派])系|(?<![重因质白])组|(?<![社机])会|(?<!上)市"
    "|(?<!社)区|(?<!部)署|(?<!控)股|(?<!校)园|[处室司局院所委办队县省馆站厅课]|中心|团队|事业群|事业部|办公室|委员会"
    "|学院|分公司|分院|联盟|专业|公司|集团|该院|方面|基地|平台|项目|课题组|实验室|车间|工厂)$"
)
"""How words between an organization and a post may end, so that the post is still held there."""
_SHORT_UNIT: Final = frozenset("系科室所")
_PERSONAL: Final = re.compile("(?:团队|项目|平台|课题组)$")
"""Groups without a name of their own: who leads one is its 团队负责人."""
_REGION: Final = re.compile("^[一-鿿]{2,3}区$")
"""What a company's post is about: 台湾区总经理."""
_LEADS: Final = re.compile("^(?:负责人|主管|经理|组长|成员)")
_WORD: Final = (
    "(?:(?![的了是在由对为将从被把让给也都还就这那其该本于请聘任当做等有])[一-鿿A-Za-z&/])"
)
_FIELD: Final = re.compile(f"(?![与和及]){_WORD}{{1,10}}")
_HELD: Final = re.compile(
    f"(?:担任|出任|就任|升任|聘为|(?<=[，；在起年月后并且时@])任)(?:一名|一位)?(?P<f>{_WORD}{{0,6}})$".replace(
        "@", ANY_LETTER
    )
)
"""Words of a post's field behind the verb that says that somebody holds it."""
_VERB: Final = re.compile(
    "宣布|表示|称|说|指出|成立|创立|创办|认为|介绍|透露|派|邀请|来自|委|获|告诉|采访|会见|发布|拜访"
    "|加入|出席|参加|访问"
)
_UNKNOWN: Final = re.compile(
    "[一-鿿]{2}(?:公司|集团|大学|医院|生物|医药|制药|药业|科技|资本|证券|银行|基金|协会|学会)$"
)
_BODY: Final = re.compile(
    "(?:医院|总院|大学|学院|公司|集团|研究院|研究所|委员会|管委会|局|政府|银行|证券|基金)."
)
"""A body of its own inside words that end like a department."""
_CLOSED: Final = re.compile("(?:公司|集团|局|会|署|医院|大学|学院|研究院|研究所)$")
_LONE: Final = re.compile("(?:司机|药剂师|代表|讲解员|快递员|操作工|院士)$")
"""What a person is without an organization: it shares none with the post before."""
_SHARES: Final = re.compile(
    f"(?:{_PERSON}{TITLE}?)?(?:[，、和与及并暨兼/]|以及|兼任|同时兼任|同时是|也是)?"
    f"(?:现任|原|前|时任|曾任|先后任)?(?:{_PERSON}{TITLE}?(?:、|和|与|及|以及|，))*"
)
"""What may stand between two seats of one organization that only the first one names."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Posts in a row with what is written of their organization.

    ``start`` and ``end`` are positions in the frame; ``posts`` are ranges of it. ``whose`` is the
    word that stands for the organization (公司, 其), ``unknown`` tells that words stand before the
    posts that name nobody who was recognized, ``unit`` that a department does.
    """

    start: int
    end: int
    posts: tuple[tuple[int, int], ...]
    organization: Slot | None = None
    shared: bool = False
    whose: str = ""
    unknown: bool = False
    unit: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """A frame whose seats are letters; ``items`` and ``starts`` run parallel to ``text``."""

    text: str
    items: tuple[Seat | Slot | None, ...]
    starts: tuple[int, ...]

    def seats_in(self, start: int, end: int) -> tuple[Seat, ...]:
        """The seats inside a range of the folded text."""
        return tuple(item for item in self.items[start:end] if isinstance(item, Seat))

    def people_in(self, start: int, end: int) -> tuple[Slot, ...]:
        """The persons inside a range of the folded text."""
        return tuple(
            item
            for item in self.items[start:end]
            if isinstance(item, Slot) and item.type is EntityType.PERSON
        )

    def slot(self, at: int) -> Slot | None:
        """The name at a position of the folded text."""
        item = self.items[at] if at >= 0 else None
        return item if isinstance(item, Slot) else None


def fold(frame: Frame, key: str) -> Folded:
    """Fold the seats and titles of a frame; seats in a row share the organization of the first."""
    return _shared(frame, _folded(frame, _seats(frame, key)))


def is_unit(words: str) -> bool:
    """Whether words behind an organization name a part of it (研发部, 该院药剂科)."""
    return bool(_UNIT.search(words))


def _seats(frame: Frame, key: str) -> list[Seat]:
    found = [seat for match in _HEAD.finditer(frame.text) for seat in _head(frame, match, key)]
    taken = {seat.start for seat in found}
    found.extend(Seat(*match.span(), ()) for match in _COURTESY.finditer(frame.text))
    floor = 0
    for match in _RUN.finditer(frame.text):
        if match.start() - 1 in taken:
            continue
        start, end = match.span()
        if start and frame.text[start - 1] == _PERSON:
            end = start + split_posts(match[0], chinese=True)[0][1]
            seat = Seat(start, end, ((start, end),))
        else:
            seat = _seat(frame, key, start, end, floor)
        found.append(seat)
        floor = end
    return sorted(found, key=lambda seat: seat.start)


def _head(frame: Frame, match: re.Match[str], key: str) -> list[Seat]:
    """卫福部长: the post is 部长, its first character the last one of the organization."""
    slot = frame.slots[match.start()]
    if slot is None or key[slot.span.end - 1] not in _HEADED:
        return []
    return [Seat(*match.span(), (match.span(),), organization=slot, head=True)]


def _seat(frame: Frame, key: str, start: int, end: int, floor: int) -> Seat:
    """The seat of a run of posts, with what is written before them behind ``floor``."""
    low = max(floor, start - 24)
    left, run = frame.text[low:start], frame.text[start:end]
    posts = tuple((start + a, start + b) for a, b in split_posts(run, chinese=True))
    held = _HELD.search(left)
    if held is not None and not _UNIT.search(held["f"]) and not _UNKNOWN.search(held["f"]):
        posts = ((low + held.start("f"), posts[0][1]), *posts[1:])  # 担任应用工程师
        return Seat(posts[0][0], end, posts)
    owned = _OWNED.search(left)
    if owned is not None:
        return _owned(frame, key, posts, end, owned, low)
    some = _SOME.search(left)
    if some is not None:
        return Seat(low + some.start("w"), end, posts, whose=SOME)
    whose = _WHOSE.search(left)
    if whose is not None:
        return Seat(low + whose.start("w"), end, posts, whose=whose["w"])
    unit = _DEPARTMENT.search(left)
    if unit is not None:
        unknown = bool(_UNKNOWN.search(unit["d"]) or _BODY.search(unit["d"]))
        return Seat(low + unit.start("d"), end, posts, unknown=unknown, unit=True)
    return Seat(start, end, posts, unknown=bool(_UNKNOWN.search(left)))


def _owned(  # noqa: PLR0913, PLR0917 - all parts of one match
    frame: Frame,
    key: str,
    posts: tuple[tuple[int, int], ...],
    end: int,
    owned: re.Match[str],
    low: int,
) -> Seat:
    """The seat behind an organization, by what stands between the two."""
    at, words = low + owned.start("o"), owned["d"]
    slot = frame.slots[at]
    terms = _TERMS.search(words)
    core = words[: terms.start()] if terms else words
    core_start = at + 1
    if slot is not None and slot.type is EntityType.PARK and core:
        return Seat(core_start, end, posts)  # a body of its own beside the park's name
    known = Seat(at, end, posts, organization=slot)
    if not core or core == "的" or _WAYS.search(core):
        return known
    core_start += 1 if core.startswith("的") else 0
    core = core.removeprefix("的").removeprefix("旗下")
    whole = not terms and _is_whole(core, frame.text[slice(*posts[0])])
    if not whole and _UNIT.search(core):
        return known
    if _UNKNOWN.search(core) and not _ends(slot, key):
        return Seat(core_start, end, posts, unknown=True)
    if not _FIELD.fullmatch(core) or _VERB.search(core):
        return Seat(posts[0][0], end, posts)
    return known if terms else replace(known, posts=((core_start, posts[0][1]), *posts[1:]))


def _ends(slot: Slot | None, key: str) -> bool:
    """Whether an organization's name is at its end, so that trade words behind it are a post's."""
    return slot is not None and bool(_CLOSED.search(slot.span.of(key)))


def _is_whole(words: str, post: str) -> bool:
    """Whether words that end like a department's name are part of the post behind them."""
    return (
        bool(_REGION.search(words) and is_company_post(post))
        or words in _SHORT_UNIT
        or bool(_PERSONAL.search(words) and _LEADS.search(post))
    )


def _folded(frame: Frame, seats: list[Seat]) -> Folded:
    text: list[str] = []
    items: list[Seat | Slot | None] = []
    starts: list[int] = []
    at = 0
    for seat in [*seats, None]:
        stop = seat.start if seat is not None else len(frame.text)
        if seat is not None and seat.start < at:
            continue
        text.extend(frame.text[at:stop])
        items.extend(frame.slots[at:stop])
        starts.extend(range(at, stop))
        if seat is not None:
            behind = (
                seat.start > 0 and frame.text[seat.start - 1] == _PERSON and not seat.organization
            )
            text.append(TITLE if behind else SEAT)
            items.append(seat)
            starts.append(seat.start)
            at = seat.end
    return Folded("".join(text), tuple(items), tuple(starts))


def _shared(frame: Frame, folded: Folded) -> Folded:
    places = [at for at, char in enumerate(folded.text) if char == SEAT]
    items = list(folded.items)
    for before, at in pairwise(places):
        first, second = items[before], items[at]
        if not isinstance(first, Seat) or not isinstance(second, Seat):
            continue
        bare = second.organization is None and not second.whose and not second.unknown
        lone = bool(_LONE.search(frame.text, *second.posts[0])) if second.posts else True
        if bare and not lone and not second.head and _SHARES.fullmatch(folded.text, before + 1, at):
            items[at] = replace(
                second,
                organization=first.organization,
                shared=first.organization is not None,
                whose=first.whose,
                unknown=first.unknown,
            )
    return Folded(folded.text, tuple(items), folded.starts)
