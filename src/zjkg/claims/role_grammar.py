"""How Chinese and English say that a person holds a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.patterns import en, letters, zh
from zjkg.claims.posts import EN_POSTS, ZH_POST, ZH_POSTS


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A pattern with the groups ``o`` organization, ``d`` department, ``p`` people, ``posts``.

    ``subject`` tells that an organization named before the pattern in the clause makes the
    appointment, so it is the employer where ``o`` is missing.
    """

    id: str
    pattern: re.Pattern[str]
    subject: bool = False


_PERSON = letters("PERSON")
_HONOUR = "(?:博士|院士|先生|女士|教授|同志)?"
_PEOPLE = f"(?P<p>{_PERSON}{_HONOUR}(?:(?:、|和|与|及){_PERSON}{_HONOUR})*)"
_UNIT = "(?:的|旗下|所属)?(?P<d>[^，。；：、！？（）“”的@]{0,14}?)"
_ORG = f"(?P<o>@ORG){_UNIT}"
_END = f"(?![ ：—]{{0,2}}{_PERSON})"
_IS = (
    "(?:是|系|现为|现任|曾任|历任|出任|就任|兼任|担任"
    "|当选为?|升任|获聘为?|受聘为?|受聘担任|作为|任)"
)
_ADVERB = "(?:不再|曾|将|也|同时|还|已|并未|未|辞去|卸任|已辞去)?"
_TITLE = (
    "(?:教授|研究员|主任医师|副主任医师|主任|院长|副院长|所长|副所长|校长|副校长|局长|副局长|"
    "总经理|副总经理|董事长|副董事长|总裁|副总裁|主席|副主席|书记|副书记|市长|副市长|区长|副区长|"
    "秘书长|会长|理事长|总监|工程师)"
)


ZH_RULES: Final = (
    RoleRule("role-zh-before", zh(f"(?:{_ORG})?(?P<posts>{ZH_POSTS})(?:——|[ ：—])?{_PEOPLE}")),
    RoleRule("role-zh-head", zh(f"(?P<o>@ORG)(?P<posts>长){_PEOPLE}")),
    RoleRule(
        # 甲校副校长、乙院院士张三: the first of several posts of one person
        "role-zh-chain",
        zh(
            f"{_ORG}(?P<posts>{ZH_POSTS})(?:、|，|兼)(?:@ORG[^，。；：、@]{{0,16}}?(?:、|，|兼))"
            f"{{0,4}}"
            f"(?:@ORG)?(?:的)?[^，。；：、@]{{0,14}}?(?:{ZH_POST}|院士|博士|学部委员)"
            f"(?P<p>{_PERSON})"
        ),
    ),
    RoleRule(
        "role-zh-after",
        zh(
            f"(?P<p>{_PERSON}){_HONOUR}(?:，|（|——|：)?{_ADVERB}{_IS}?{_ORG}(?P<posts>{ZH_POSTS}){_END}"
        ),
    ),
    RoleRule(
        "role-zh-holds",
        zh(
            f"(?P<p>{_PERSON}){_HONOUR}{_ADVERB}(?:出任|担任|当选为?|就任|升任|兼任)(?P<posts>{ZH_POSTS})"
            f"{_END}"
        ),
    ),
    RoleRule(
        "role-zh-appointed",
        zh(
            f"(?:任命|聘任|聘请|委任|推举|选举|提拔|由)(?P<p>{_PERSON}){_HONOUR}"
            f"(?:为|担任|出任|任|兼任)(?:{_ORG})?(?P<posts>{ZH_POSTS}){_END}"
        ),
        subject=True,
    ),
    RoleRule(
        "role-zh-title",
        zh(f"(?:{_ORG})?(?P<p>{_PERSON})(?P<posts>{_TITLE})(?!{ZH_POST}|{_PERSON}|助理|级)"),
    ),
)

_THE = "(?:the )?"
_DR = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? |Professor (?=[^ ]))?"
_OF = "(?: of| at| for| with| in|,)"
EN_RULES: Final = (
    RoleRule(
        "role-en-after",
        en(
            f"(?P<p>{_PERSON})(?:,? who)?(?:,| is| was| serves as| became| has been named| is "
            "named"
            r"| was named| was appointed| has been appointed| as|, who is|, currently)+ "
            f"(?P<posts>{EN_POSTS}){_OF} {_THE}(?P<d>(?:[A-Za-z-]+ ){{0,3}}?(?:of {_THE})?)"
            "(?P<o>@ORG)"
        ),
    ),
    RoleRule(
        "role-en-possessive",
        en(
            rf"(?P<p>{_PERSON})(?:,| is| was| serves as| became| was named| was appointed)+ "
            rf"{_THE}(?P<o>@ORG)(?:'s)? (?P<posts>{EN_POSTS})"
        ),
    ),
    RoleRule(
        "role-en-before",
        en(rf"{_THE}(?P<o>@ORG)(?:'s)? (?P<posts>{EN_POSTS}),? {_DR}(?P<p>{_PERSON})"),
    ),
    RoleRule(
        "role-en-of",
        en(
            rf"(?P<posts>{EN_POSTS}){_OF} {_THE}(?P<d>(?:[A-Za-z-]+ ){{0,3}}?)(?P<o>@ORG),? "
            rf"(?:(?:is|was) )?{_DR}(?P<p>{_PERSON})"
        ),
    ),
    RoleRule(
        "role-en-appointed",
        en(
            r"(?:appointed|named|hired|elected|promoted|appoints|names|hires) "
            rf"{_DR}(?P<p>{_PERSON}) (?:as |to be )?(?P<posts>{EN_POSTS})"
        ),
        subject=True,
    ),
    RoleRule("role-en-title", en(rf"\b(?P<posts>{EN_POSTS}) (?:Dr\.? )?(?P<p>{_PERSON})")),
    RoleRule("role-en-apposed", en(rf"(?P<p>{_PERSON}), (?P<posts>{EN_POSTS})(?=[,.;]|$)")),
)

DEPARTMENT: Final = re.compile(
    "(?:[部处科室司局院系所委办组队区县市省园馆站]|中心|团队|事业群|事业部|办公室|委员会|学院"
    "|分公司|分院|联盟|专业|公司"
    "|基地|平台|项目|课题组|实验室|现任|新任|时任|首任|第一任|第二任|第三任|该院|同时也是|方面)$"
)
"""How words between an organization and a post may end, so that the post is still held there."""
JOINED: Final = re.compile(f"^{_HONOUR}(?:、|和|与|及|以及|，|以及|并|,| and |, and )?$")
"""What may stand between two persons of one list."""
