"""How sentences say who plays which part: verbs and nouns of parts, over frames."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.patterns import en, letters, zh

_ORG: Final = letters("ORG")
# A list is read from its first name on, not again from each of its names.
_ZH_HEAD: Final = f"(?<![{ANY_LETTER}][、和与及])"
_EN_HEAD: Final = f"(?<![{ANY_LETTER}], )(?<![{ANY_LETTER}], the )"
_ZH_VERB: Final = (
    "(?P<v>(?:联合|共同|牵头|创始|倡议|发起|主导|领衔|指导|支持|倡导|创立|创办|创建|筹建|组建|成立|设立)"
    "{1,4})"
)
_ZH_NOUN: Final = (
    "(?P<v>(?:首批|首届|第一批|新一批|新一届|创始|发起|联合|共同|核心|常务|轮值|副|新|主要|正式|牵头"
    "|支持|指导|理事长|理事|会长|倡议|组建|成员|会员|盟员){0,4}"
    "(?:单位|企业|机构|公司|成员|会员|盟员|理事|方|院校))(?!长)"
)
_ZH_BE: Final = "(?:是|为|系|成为|作为|担任|当选为?|获选为?|入选|出任|任)"
_ZH_ALLIANCE: Final = f"(?P<a>{_ORG}|(?:该|此|本)?联盟)"

_EN_DONE: Final = (
    r"(?P<v>(?:jointly |co-?)?(?:founded|initiated|launched|established|set up|created|formed|led"
    r"|headed|chaired|convened|backed|supported|sponsored|spearheaded|proposed))"
)
_EN_ACT: Final = (
    r"(?P<v>(?:jointly |co-?)?(?:founded|initiated|launched|established|set up|created|formed"
    r"|leads|led|heads|headed|chairs|chaired|convenes|backs|supports|spearheads|proposed"
    r"|joined|joins|join))"
)
_EN_NOUN: Final = (
    r"(?P<v>(?:(?:founding|core|charter|new|first|initial|early|lead) )?"
    r"(?:members?|initiators?|founders?|sponsors?|conveners?|leaders?))"
)
_EN_WORD: Final = "alliance|consortium|coalition"
_EN_ALLIANCE: Final = rf"(?:the |an? |its )?(?:\w+ ){{0,2}}?(?P<a>{_ORG}|{_EN_WORD})"
_EN_AUXILIARY: Final = "(?:(?:also|has|have|had|will|jointly|recently|formally) ){0,3}"


class Side(Enum):
    """Where the alliance of a pattern stands."""

    NAMED = "named"
    """In the pattern itself, in the group ``a``."""
    BEFORE = "before"
    """Right before the match, or as the topic of the sentence."""
    SPOKEN = "spoken"
    """In the sentence, or named a few sentences before."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of saying it; ``who`` is the list of participants, ``v`` the words of the part."""

    source: str
    side: Side
    rule: str


_ZH_PATTERNS: Final = (
    Pattern(
        f"由(?P<who>%AGENT)[^，。；：]{{0,14}}?{_ZH_VERB}(?:了|的)?[^，。；：、@]{{0,8}}?"
        f"{_ZH_ALLIANCE}",
        Side.NAMED,
        "part-by-object",
    ),
    Pattern(f"由(?P<who>%AGENT)[^，。；：]{{0,14}}?{_ZH_VERB}", Side.BEFORE, "part-by"),
    Pattern(
        f"(?:^|(?<=，))(?P<who>%AGENT)[^，。；：、的]{{0,8}}?{_ZH_VERB}(?=[，。；]|$)",
        Side.BEFORE,
        "part-clause",
    ),
    Pattern(
        f"{_ZH_HEAD}(?P<who>%AGENT)[^，。；：、的]{{0,10}}?{_ZH_VERB}(?:了)?[^，。；：、@]{{0,6}}?"
        f"{_ZH_ALLIANCE}(?!的)",
        Side.NAMED,
        "part-verb",
    ),
    Pattern(
        f"{_ZH_VERB}(?:了)?{_ZH_ALLIANCE}的(?:单位|机构|企业)?(?:是|为|有|包括)(?P<who>%AGENT)",
        Side.NAMED,
        "part-cleft",
    ),
    Pattern(
        f"{_ZH_NOUN}(?:[^。；：@]{{0,16}}?)(?:有|包括|包含|涵盖|囊括|为|是|：|即)"
        "(?P<who>%AGENT(?:，(?:以及|和|及)%AGENT)?)",
        Side.SPOKEN,
        "part-list",
    ),
    Pattern(
        f"{_ZH_HEAD}(?P<who>%AGENT)[^，。；：]{{0,6}}?{_ZH_BE}[^，。；：@]{{0,6}}?(?:(?P<a>{_ORG})的?)?"
        f"[^，。；：@]{{0,6}}?{_ZH_NOUN}",
        Side.SPOKEN,
        "part-noun",
    ),
    Pattern(f"{_ZH_ALLIANCE}的?{_ZH_NOUN}的?(?P<who>%AGENT)", Side.NAMED, "part-apposition"),
    Pattern(
        f"作为(?:{_ZH_ALLIANCE}的?)?[^，。；：@]{{0,4}}?{_ZH_NOUN}(?:之一)?，(?P<who>%AGENT)",
        Side.SPOKEN,
        "part-as",
    ),
    Pattern(
        f"(?:吸收|吸纳|接纳|增补)(?P<who>%AGENT)[^，。；：]{{0,12}}?为{_ZH_NOUN}",
        Side.SPOKEN,
        "part-admitted",
    ),
    Pattern(
        f"{_ZH_HEAD}(?P<who>%AGENT)[^，。；：、]{{0,8}}?(?P<v>加入|加盟)(?:了|到)?{_ZH_ALLIANCE}",
        Side.NAMED,
        "part-joins",
    ),
    Pattern(
        "(?P<v>加入|入盟)(?:联盟)?，(?:其中)?(?:包括|有)(?P<who>%AGENT)",
        Side.SPOKEN,
        "part-joined-list",
    ),
)
_EN_PATTERNS: Final = (
    Pattern(rf"\b{_EN_DONE}(?: jointly)? by (?:the )?(?P<who>%AGENT)", Side.BEFORE, "part-by"),
    Pattern(
        rf"{_EN_HEAD}(?P<who>%AGENT),? {_EN_AUXILIARY}{_EN_ACT} {_EN_ALLIANCE}",
        Side.NAMED,
        "part-verb",
    ),
    Pattern(
        rf"\b{_EN_NOUN}(?: of (?:the )?(?P<a>{_ORG}|{_EN_WORD}))?,?"
        r" (?:include|includes|included|including|such as|are|were) (?:the )?(?P<who>%AGENT)",
        Side.SPOKEN,
        "part-list",
    ),
    Pattern(
        rf"{_EN_HEAD}(?P<who>%AGENT),? (?:is|was|are|were|became|has been|have been|as)"
        rf" (?:(?:a|an|one|of|the|its|among|also) ){{0,4}}{_EN_NOUN}\b"
        rf"(?: of (?:the )?(?P<a>{_ORG}))?",
        Side.SPOKEN,
        "part-noun",
    ),
)
ZH: Final = tuple((zh(each.source), each.side, each.rule) for each in _ZH_PATTERNS)
EN: Final = tuple((en(each.source), each.side, each.rule) for each in _EN_PATTERNS)
