"""Posts: the words that name what a person does at an organization."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from zjkg.claims.roles.chinese.posts import ZH_POST
from zjkg.claims.roles.english.posts import EN_FIELD, EN_POST

_TERM = re.compile("前任|前|原任|原|首任|(?:former|then|ex|long-?time)[ -]", re.IGNORECASE)
"""Words before a post that say when it is held; they are not part of it."""
_SHARED = re.compile(
    "副|教授|研究员|委员|专家|记者|编辑|合伙人|创始人|创办人|董事$|通讯员|代表|理事$|院士|实习生"
    "|[a-z]s$"
)
_FOUNDER = re.compile(r"创始人|创办人|创始合伙人|\bco-?founder|\bfounder|\bfounding", re.IGNORECASE)
_COMPANY_POST = re.compile(
    "董事|经理$|协理|总裁|证券事务|总会计师|厂长|首席|创始|创办|合伙|监事|总监|[A-Z]{3}|^(?!项目|课题|相关|有关).*负责人|法定代表|发言人|掌门人"
    "|(?:执行|财务|营运|运营|科技|技术|策略|研发|医务|法务|资讯|行销|投资)长$|总工程师|副总"
    r"|(?i:\b(?:chief|founder|co-?founder|chair\w*|president|managing|general manager"
    r"|spokes\w+|owner|partner)\b|\b(?:head|director|manager) of\b)"
)
_FIRM_ONLY = re.compile(
    "(?:董事长|副董事长|总经理|总裁|董事会秘书|董秘|独立董事|执行董事|财务总监|首席执行官|首席财务官"
    "|首席运营官|执行长|财务长|营运长|创始人|创办人|监事)$|CEO|CFO|COO"
)
_BODY = re.compile(
    "(?:大学|学院|医院|局|厅|委|委员会|政府|党委|党组|党工委|协会|学会|商会|联盟|工会|董事会|监事会)$"
)
_OF_PLACE = re.compile("[省市区县州镇乡]长(?:助理)?$")
_HEADS: Final = tuple(
    (re.compile(f"(?:{posts})(?:助理|特助)?$"), re.compile(f"(?:{ends})$"))
    for posts, ends in (
        ("主席", "会|联盟|公司|集团|医药|生物|制药|药业|科技|医疗|资本"),
        ("局长", "局"),
        ("院长", "院"),
        ("校长", "大学|学院|校|中学"),
        ("所长", "所"),
        ("会长|理事长|秘书长|总干事", "会|联盟|同盟|联合会"),
        ("处长", "处"),
        ("科长", "科"),
        ("部长", "部"),
        ("司长", "司"),
        ("署长", "署"),
        ("厅长", "厅"),
        ("行长", "行"),
        ("社长", "社"),
        ("馆长", "馆"),
        ("主任|主委|主任委员", "中心|委员会|委|办公室|管委会|实验室|工作站|研究室|[^公]司|科|部"),
    )
)
"""A head's post, and how the name of what he heads ends."""


@cache
def _single(*, chinese: bool) -> re.Pattern[str]:
    source = ZH_POST if chinese else EN_POST + EN_FIELD + r"(?= (?:and|&|as)\b|[,/]|$)"
    return re.compile(source, re.IGNORECASE)


def split_posts(joined: str, *, chinese: bool) -> tuple[tuple[int, int], ...]:
    """Start and end of each post in joined posts (创始人、董事长兼首席执行官 gives three)."""
    found = []
    for match in _single(chinese=chinese).finditer(joined):
        term = _TERM.match(joined, *match.span())
        found.append((term.end() if term else match.start(), match.end()))
    return tuple(found)


def may_be_shared(post: str) -> bool:
    """Whether several persons of one list can hold the post (副主任张三、李四)."""
    return bool(_SHARED.search(post))


def founds(post: str) -> bool:
    """Whether who holds the post founded the organization."""
    return bool(_FOUNDER.search(post))


def is_company_post(post: str) -> bool:
    """Whether the post exists in companies only, so that it points at the company spoken of."""
    return bool(_COMPANY_POST.search(post))


def is_misplaced(post: str, organization: str) -> bool:
    """Whether a firm's post stands beside a university, a bureau or a party committee."""
    return bool(_FIRM_ONLY.search(post) and _BODY.search(organization))


def may_lead_firm(post: str) -> bool:
    """Whether the post is one of companies or, like 主席, of companies among others."""
    return is_company_post(post) or post.endswith("主席")


def governs_place(post: str) -> bool:
    """Whether the post is held over a place, which is no organization (市长, 副区长)."""
    return bool(_OF_PLACE.search(post))


def is_honour(post: str) -> bool:
    """Whether the post is an honour, held only at the academy that the text names (院士)."""
    return post.lower() in {"院士", "会士", "academician", "professor"}


def headed_by(post: str) -> re.Pattern[str] | None:
    """How the name of an organization ends whose head has this post (局长 heads a 局)."""
    return next((ends for posts, ends in _HEADS if posts.search(post)), None)
