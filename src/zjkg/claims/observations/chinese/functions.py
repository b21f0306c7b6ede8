"""The grammatical function of a name in its Chinese clause, read from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from zjkg.claims.observations.chinese.positions import (
    Actor,
    is_governed,
    is_titled,
    leads_to,
    said_until,
)
from zjkg.claims.observations.references import Reference
from zjkg.model import EntityType


class Function(StrEnum):
    """What a name does in its clause."""

    SUBJECT = "subject"
    POSSESSOR = "possessor"
    OBJECT = "object"
    LOCATIVE = "locative"
    RECEIVER = "receiver"
    AGENT = "agent"
    COMPANION = "companion"
    SOURCE = "source"
    OBLIQUE = "oblique"
    EMPLOYER = "employer"
    SPEAKER = "speaker"
    MODIFIER = "modifier"
    LISTED = "listed"
    ASIDE = "aside"
    WITHIN = "within"
    WHOLE = "whole"
    STANDARD = "standard"


HEADS = frozenset({Function.SUBJECT, Function.POSSESSOR})
_Q = r"[“‘《「『\"]?\Z"
_BEFORE: tuple[tuple[Function, re.Pattern[str]], ...] = (
    (Function.ASIDE, re.compile(r"(?:[（(](?:前|原|曾任|现任)?|简称|下称|原名|又称|以下称)" + _Q)),
    (
        Function.STANDARD,
        re.compile(r"(?:[比较]|相较|对标|超过|多于|少于|高于|低于|高出|领先|优于|距离?)" + _Q),
    ),
    (
        Function.LOCATIVE,
        re.compile(
            r"(?:[在于至自到]|位于|落户|入驻|进驻|坐落|来自|设在|迁入|迁往|走进|来到|离开|进入|紧邻"
            r"|毗邻|选择|布局|登陆|登录|赴|扎根|返回|驻)了?" + _Q
        ),
    ),
    (Function.RECEIVER, re.compile(r"(?:[向给予]|授予|授权给|为|提供给|支持|帮助|服务)" + _Q)),
    (
        Function.AGENT,
        re.compile(
            r"(?:由(?![于此])[^，。；：〓的]{0,8}(?:〓(?:[^，。；：〓的]{0,10}[授士员师生长官裁理任人队及和与、])?)*"
            r"|[被经获]|得到|获得|委托|受)" + _Q
        ),
    ),
    (
        Function.COMPANION,
        re.compile(r"(?:[与和及同跟并暨、]|以及|携手|联合|对接|连同|偕同|会同)" + _Q),
    ),
    (
        Function.SOURCE,
        re.compile(r"(?:[据按]|根据|按照|依据|落实|执行|兑现|记者从|援引|引述|从|依|参照)" + _Q),
    ),
    (Function.WHOLE, re.compile(r"占(?:到|了|据|去|全)?" + _Q)),
    (
        Function.OBLIQUE,
        re.compile(
            r"(?:[以把让使对将临]|随着|除了?|继|例如|像|通过|围绕|依托|面向|包括|如|作为|属于|关于|至于)"
            + _Q
        ),
    ),
)
_BRACKET = re.compile(r"\A[”’」』\"]?[（(][^（）()]{1,60}[）)]")
_BYWAY = re.compile(r"[^〓]*?(?:由|与|向|被|让|请|给|聘|引进|和[^〓]{0,8}〓)")
_LISTED = re.compile(
    r"[”’」』\"]?(?:[、和及][^，。；]*)?\s?等(?!到|待|于)(?:各类|一批|\d|多|〓)?"
    r"|[”’」』\"]?(?:[、和与及]〓+)*[两三四五六七八九十][大个家所]?(?:科[学技])?(?:园|省|市|地|区|公司|企业)"
)
_GLOSS = re.compile(r"[^，。；：〓”’」』][（(]\Z")
_CLOSING = ("）", ")")
_STRONG = re.compile(
    r"[^，。；：〓]{0,24}?(?:表示|介绍|透露|指出|说|称|告诉|认为|坦言|直言|强调|补充|回忆|提到|提醒"
    r"|获悉|显示|披露|统计|笑言|解释|回应|坦承|谈到|提及|分析|形容"
    r"|记得|觉得|感叹|直指|相信|估计)"
)
_AT = re.compile(
    r"(?:[东西南北中]{0,2}(?:部|角|侧|边|面|端|缘)|内|里|旁|所在|所属|核心区|腹地|境内|范围内)?的[“‘「『\"]?\Z"
)
_RELATIVE = re.compile(
    r"(?:已|曾|正|刚刚?|专门?|主[攻营打]|做|从事|致力于|专注|深耕|成立于|创[立办]于|[以由])"
    r"[^，。；：〓]{1,30}的[^，。；：〓]{0,12}\Z"
)
_PREMIER = re.compile(
    r"(?:目前|迄今|境内|地区)?(?:最|首[家个座批]|第[一二三]|唯一|仅有|重要|知名|著名|主要)"
)  # 某地最早的企业之一
_DISPOSES = tuple(f"{word}{mark}" for word in "把将" for mark in ("", "“", "「", "《"))
_OWNED = ("的", "”的", "」的", "》的")
_FACILITY = re.compile(r"(?:新|二|一)?(?:工厂|厂区|厂房|生产基地|总部|车间|分公司|新厂)")
_JOINT = re.compile(
    r"(?:等?[与和、及]〓+)*[^，。；：〓的]{0,3}(?:共建|共同|联合|合作|合办|牵头|发起)[^，。；：〓的]{0,8}的"
    r"[^，。；：的]{2,16}"
)  # 甲与乙共建的某中心
_SITES = frozenset({EntityType.PARK, EntityType.PLACE})
_PASSED_ON = frozenset({Function.LOCATIVE})
_EXPECTS = re.compile(
    r"[^，。；：〓]{0,12}?(?:预期|预计|预测|预估|料|粗算|估算|估计|允诺|承诺|希望|期待|相信)"
)
_OWNS = re.compile(
    r"(?:的|旗下|[”’」』\"]?的)?[^，。；：〓的]{0,12}?(?:总数|总量|面积|收入|营收|产值|利润|规模|员工|人员"
    r"|总额|比例|占比|率|价|额|量|数|投资|融资|产能|股价|市值|估值|企业|厂商|用地|进度|产业|[一二三四]期)"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A name, or a generic word for one, with its function in its clause.

    ``entity`` is None where a generic word is not resolved. ``reference`` is set for such words.
    """

    actor: Actor
    function: Function
    reference: Reference | None = None


def functions(
    words: str, start: int, actors: list[Actor], governed: frozenset[int] = frozenset()
) -> list[Function]:
    """The functions of the actors of a clause, whose masked ``words`` begin at ``start``.

    ``governed`` are the offsets right behind a verb, as the tagger sees it.
    """
    told = said_until(words)
    found: list[Function] = []
    first: Actor | None = None  # where the chain of names begins that ends in this one
    headed = False
    for number, actor in enumerate(actors):
        chain = (first or actor, actor, actors[number + 1 :])
        function = _function(words, start, chain, told)
        relative = _RELATIVE.match(words, 0, actor.span.start - start) is not None
        if (
            function in HEADS
            and (first or actor).span.start in governed
            and not (actor.possessive or relative)
        ):
            function = Function.OBJECT
        if function in HEADS and headed and actor.generic and actor.type is EntityType.PLACE:
            function = Function.OBLIQUE  # 某园产业全市集聚度: says only where
        headed = headed or function in HEADS
        found.append(function)
        goes_on = function is Function.MODIFIER or (
            function in _PASSED_ON
            and number + 1 < len(actors)
            and _runs_on(words[actor.span.end - start : actors[number + 1].span.start - start])
        )
        first = (first or actor) if goes_on else None
    return found


def _runs_on(between: str) -> bool:
    """Whether two names are one phrase: 某园某楼, 某园旁的某楼, but not 位于某地的某公司."""
    return not between.strip() or (between[0] != "的" and _AT.fullmatch(between) is not None)


def _function(
    words: str, start: int, chain: tuple[Actor, Actor, list[Actor]], told: int
) -> Function:
    first, actor, later = chain
    at, stop = first.span.start - start, actor.span.end - start
    before, after = words[:at], _BRACKET.sub("", words[stop:], count=1)
    if (
        _GLOSS.search(before) and after[:1] in _CLOSING
    ):  # 初创某某(Name): the name is in the bracket
        at, before, after = at - 1, before[:-1], after[1:]
    beside = _around(before, after, actor) or _beside(before, after, actor)
    if beside is not None:
        return beside
    if _tells(before, after, actor, told=at < told):
        return Function.SPEAKER
    if _JOINT.match(after) or _describes(words, start, actor, later):
        return Function.MODIFIER
    lead = words[told if told <= at else 0 : at]
    free = actor.possessive or _RELATIVE.match(before) is not None
    if not free and (is_governed(lead) or before.endswith("了")):
        return Function.OBJECT
    owns = actor.possessive or after.startswith("的") or _OWNS.match(after) is not None
    return Function.POSSESSOR if owns else Function.SUBJECT


def _around(before: str, after: str, actor: Actor) -> Function | None:
    """The function of a site that only tells where something is: 某地最早的企业, 某地工厂."""
    if actor.type not in _SITES or actor.generic:
        return None
    if before and _PREMIER.match(after):
        return Function.OBLIQUE
    return Function.LOCATIVE if _FACILITY.match(after) else None


def _beside(before: str, after: str, actor: Actor) -> Function | None:
    """The function that the words right around a name give it, where they give it one."""
    if not actor.possessive and is_titled(after) and not _BYWAY.match(after):
        return Function.EMPLOYER
    if _LISTED.match(after):
        return Function.LISTED
    if actor.possessive:
        return None
    if before.endswith(_DISPOSES) and after.startswith(_OWNED):
        return Function.POSSESSOR  # 把某计划的资助上限由…
    return next((function for function, words in _BEFORE if words.search(before)), None)


def _tells(before: str, after: str, actor: Actor, *, told: bool) -> bool:
    """Whether a name only says who speaks, or which person expects something."""
    if told and _STRONG.match(after):
        return True
    if actor.type is not EntityType.PERSON:
        return False
    answers = not before and not after  # 某甲：……
    return answers or _EXPECTS.match(after) is not None


def _describes(words: str, start: int, first: Actor, later: list[Actor]) -> bool:
    """Whether a name only describes one that follows, or both are one name in two pieces."""
    for number, second in enumerate(later):
        between = words[first.span.end - start : second.span.start - start]
        if not number and not between.strip() and first.type is second.type and not first.generic:
            return True
        if not number and {first.type, second.type} <= _SITES and _AT.fullmatch(between):
            return True
        begotten = second.type in (EntityType.PRODUCT, EntityType.PROJECT)
        if (begotten or not number) and leads_to(between, first, second):
            return True
    return False
