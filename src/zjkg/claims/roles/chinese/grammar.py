"""How Chinese says that a person holds a seat, over the folded text of ``seats``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.frame import LETTERS
from zjkg.claims.frames.patterns import letters
from zjkg.claims.roles.chinese.seats import LETTERS_ZH, SEAT, TITLE
from zjkg.claims.roles.grammar import Employer, Holder
from zjkg.model import EntityType

_P: Final = LETTERS[EntityType.PERSON]
_ONE: Final = f"{_P}{TITLE}?"
_PERSON: Final = f"(?P<p>{_P}){TITLE}?"
_PEOPLE: Final = f"(?P<p>{_ONE}(?:(?:、|和|与|及|以及){_ONE})*)"
_ORG: Final = f"(?P<o>{letters('EMPLOYER')})"
_GAP: Final = f"[^，。；：、！？（）“”{LETTERS_ZH}]"
_CLAUSE: Final = f"[^，。；：！？（）“”{LETTERS_ZH}]"
_HOLDS: Final = (
    "(?:现为|现任|曾任|历任|原任|时任|前任|出任|就任|接任|继任|升任|兼任|担任|转任|调任|连任|续任"
    "|荣任|出掌|执掌|获任命为|被任命为|获委任为|受命为|获聘为?|被聘为?|受聘为?|受聘担任|当选为?"
    "|获选为?|被选为|获推举为|被推举为|履新|升为|获任|获委任为|获委任|获委|受任|就职|上任|升至|晋升为"
    "|晋任|擢升为|官至|先后任|身兼|受邀担任|受邀出任|接掌|执教|选为|推选为|推举为|任命为|聘为|聘任为)"
)
_COPULA: Final = "(?:(?:则|就|正|也|都|便|均)?(?:是|系|为)|作为|任)"
_TIMES: Final = (
    "(?:不再|曾|将|也|同时|还|仍|仍然|依然|一直|长期|(?:创业|回国|加入|返[国台港]|在)[^，。；：]{0,6}(?:之前|以前|前)，?|已|并未|未|辞去|卸任|已辞去|现|前|原|目前|正式|即将|此前|如今|现时|曾经"
    "|今年|去年|本周|本月|近日|日前|随后|之后|后来|其后|后|先后|更|亦|又|且|并|而|则|早前|先前|之前"
    "|[0-9]{4}年(?:[0-9]{1,2}月)?(?:起|以来|至今|开始)?|起|从此){0,4}"
)
_A: Final = (
    "(?:其中)?(?:的)?(?:一名|一位|一任|首任|第一任|第二任|新一任|新一届|首届"
    "|第[一二三四五六七八九十]+届|新任|其|首位|另一位)?"
)
_KIND: Final = (
    f"(?:{letters('SITE')}?(?:{_GAP}{{0,4}}?(?:公司|企业|药企|药厂|外企|大厂|集团|机构|医院|大学))?"
    f"|{letters('EMPLOYER')}旗下的?)"
)
"""What may stand before the name of an organization: 德国药企某某, 某集团旗下的某公司."""
_HELD: Final = "(?:过|了)?(?:[0-9一二两三四五六七八九十]{1,3}[余多]?年的?)?"
"""Behind the verb: 当了九年研究员."""
_LIST: Final = (
    "(?:、|兼任|兼|暨|以及|及|和|与|并|/|，同时也?是|，也是|、曾任|、现任|，现任|，兼任|、兼任"
    "|、时任|、原|、前|，同时担任|，同时兼任|，并兼任|，以及|，后任|，后)"
)
_SEATS: Final = f"(?P<s>{SEAT}(?:之一)?(?:{_LIST}?{SEAT}(?:之一)?){{0,15}})"
_RUN: Final = f"(?P<s>{SEAT}(?:(?:之一)?{_LIST}?{SEAT}){{0,15}})"
"""Seats of one person. Bounded: a page of nothing but posts is not read anew from each of them."""
_END: Final = f"(?![ ：—]{{0,2}}{_P}|(?:之一)?{_LIST}{SEAT})"
_HONOUR: Final = f"(?:、(?:{_GAP}{{0,12}}(?:学者|杰青|得主|获得者|专家|人才|劳模|模范|工匠)))?"
"""What a person is called besides a post (院长、长江学者甲)."""
_JOINS: Final = (
    "(?:加入|加盟|进入|入职|创立|创办|创建|成立|共同创立|共同创办|联合创立|联合创办|发起成立|发起|回到"
    "|任职于|供职于|就职于|接手|接管|入主|重返|转投|投身|来到)"
)
_NAMES: Final = (
    "(?:任命|聘任|聘请|委任|推举|选举|提拔|委派|增聘|延揽|礼聘|聘|由|特聘|选聘|推选|提名|授予|请来"
    "|邀请|敦聘|力邀)"
)
_FOUNDS: Final = (
    "(?:创立|创办|创建|共同创立|共同创办|联合创立|联合创办|发起成立|成立|加入|加盟|入职)"
)
FOUNDS: Final = re.compile(
    f"(?P<p>{_ONE}(?:(?:、|和|与|及){_ONE})*){_CLAUSE}{{0,20}}?{_FOUNDS}(?:了)?{_ORG}"
)
FOUNDED: Final = re.compile(f"{_ORG}(?:是|系|则|最初)?由(?P<p>[^。；！？“”]{{0,80}}?){_FOUNDS}")
"""A person founds or joins an organization; an organization is founded by persons."""


@dataclass(frozen=True, slots=True)
class SeatRule:
    """A pattern over folded text with the groups ``s`` seats, ``p`` people, ``o`` organization.

    ``o`` is the organization of seats that have none of their own. ``vacated`` tells that words
    which say that somebody leaves the seat may stand before it.
    """

    id: str
    pattern: re.Pattern[str]
    employer: Employer = Employer.TOPIC
    holder: Holder = Holder.NAMED
    vacated: bool = False


def _rule(
    name: str,
    source: str,
    employer: Employer = Employer.TOPIC,
    holder: Holder = Holder.NAMED,
    *,
    vacated: bool = False,
) -> SeatRule:
    return SeatRule(f"role-zh-{name}", re.compile(source), employer, holder, vacated)


ZH_RULES: Final = (
    # 董事长由甲变更为乙; 甲卸任董事长，由乙接任; 乙接替甲出任董事长
    _rule(
        "changed",
        f"{_RUN}(?:一职|职务)?由{_ONE}(?:变更|更换|调整|改|换)(?:成|为){_PERSON}",
        vacated=True,
    ),
    _rule(
        "succeeded",
        f"{_RUN}(?:一职|职务|职位|职)?(?:，|后，)(?:并|改|转|其职务|遗缺|职位)?由(?:{SEAT})?{_PERSON}"
        "(?:接任|接棒|继任|接手|接替|接掌)",
        vacated=True,
    ),
    _rule(
        "replacing",
        f"{_PERSON}(?:将|已|正式|今起)?(?:接替|取代|接棒|接班){_ONE}，?(?:出任|担任|接任|任|成为|为|的)?"
        f"{_A}{_RUN}{_END}",
    ),
    _rule(
        # 在甲公司任总监的乙
        "located-before",
        f"在{_KIND}{_ORG}{_GAP}{{0,8}}?(?:担任|任|出任|做|当){_HELD}{_A}{_SEATS}的{_PEOPLE}",
    ),
    _rule(
        # 曾任甲医院主任的乙大学教授丙
        "held-before",
        f"(?:曾|现|历|时|兼|担)任(?:过|了)?{_A}{_SEATS}的{_A}(?:{SEAT})?{_PEOPLE}",
    ),
    _rule(
        # 甲担任总经理的检测公司乙
        "relative",
        f"{_PERSON}，?{_GAP}{{0,6}}?(?:{_HOLDS}|任|做|当){_SEATS}的{_GAP}{{0,12}}{_ORG}",
    ),
    _rule(
        "before", f"{_RUN}(?:之一)?{_HONOUR}(?:的|——|：|—| |，?叫|，?名叫|是|为|即|就是)?{_PEOPLE}"
    ),
    _rule("as", f"(?:作为|身为|身兼|贵为|兼任){_A}{_SEATS}的?，(?:同时，)?{_PEOPLE}"),
    _rule(
        "appointed",
        f"{_NAMES}(?:前|原|现任)?(?:{SEAT})?{_PERSON}，?(?:为|担任|出任|任|兼任|接任|出掌|接掌|成为"
        f"|继任|接棒)(?:新任|新一任)?{_A}{_SEATS}{_END}",
        Employer.SUBJECT,
    ),
    _rule(
        "filled",
        f"{_RUN}(?:一职|职务|职位|职)?(?:由|改由|则由|将由)(?:{SEAT})?{_PERSON}"
        "(?:担任|出任|兼任|接任|继任|接棒|升任)",
    ),
    _rule(
        # 甲在乙公司担任总裁
        "located",
        f"{_PERSON}，?{_CLAUSE}{{0,14}}?，?(?:在|于|从|到|赴|前往)(?:位于{letters('SITE')}+的)?"
        f"{_KIND}{_ORG}{_GAP}{{0,10}}?(?:担任|任|出任|做|当|兼任"
        f"|任职){_HELD}{_A}{_SEATS}{_END}",
    ),
    _rule(
        # 甲是乙公司总裁，同时在丙大学担任教授
        "located-also",
        f"(?:，|；|。|并|且){_TIMES}(?:在|于){_KIND}{_ORG}{_GAP}{{0,8}}?(?:担任|兼任|出任|任|做|当){_HELD}"
        f"{_A}{_SEATS}{_END}",
        holder=Holder.BEFORE,
    ),
    _rule(
        # 甲公司副总经理，乙园负责人丙说
        "before-both",
        f"^(?P<s>{SEAT}，{SEAT}){_PERSON}",
    ),
    _rule(
        # 甲创立乙公司，出任总裁
        "joined",
        f"{_PERSON}，?{_CLAUSE}{{0,14}}?{_JOINS}(?:了|于)?{_KIND}{_ORG}{_GAP}{{0,8}}?，?{_GAP}{{0,6}}?"
        f"(?:{_HOLDS}|任|成为){_A}{_SEATS}{_END}",
    ),
    _rule(
        "after",
        f"{_PERSON}(?:，|（|——|：| )?{_TIMES}{_COPULA}?{_A}{_SEATS}{_END}",
    ),
    _rule(
        # 甲与乙分别出任董事长、总经理
        "each",
        f"(?P<p>{_ONE}(?:(?:、|和|与|及|以及){_GAP}{{0,9}}{_ONE})+){_CLAUSE}{{0,20}}?，?(?:[两二三四]人|两位)?"
        f"分别(?:当选为?|获任|出任|担任了?|兼任|任|为|是){_SEATS}",
        holder=Holder.EACH,
    ),
    _rule("holds", f"{_PERSON}，?{_GAP}{{0,16}}?(?:{_HOLDS}|成为){_A}{_KIND}{_SEATS}{_END}"),
    _rule(
        "identity", f"{_PERSON}的{_GAP}{{0,6}}?(?:身份|职务|头衔|本职|角色){_COPULA}{_A}{_SEATS}"
    ),
    _rule(
        # 甲是乙公司总经理，此前任丙院主任: the second seat has no person beside it
        "also",
        f"(?:^|，|；|。|并|且|、|“)但?{_TIMES}(?:{_HOLDS}|{_COPULA}){_A}{_KIND}{_SEATS}{_END}",
        holder=Holder.BEFORE,
    ),
    _rule("title", f"{_ORG}(?P<d>{_GAP}{{0,14}}?)(?P<p>{_P})(?P<s>{TITLE})", Employer.NONE),
)
