"""Which words refer to which names: 该公司, 该局, 园区, 他; the company, the bureau, he."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.model import EntityType
from zjkg.patterns import compiled


@dataclass(frozen=True, slots=True)
class Reference:
    """A referring expression, the type it refers to, and how a name that it fits ends."""

    pattern: re.Pattern[str]
    type: EntityType
    fits: re.Pattern[str] | None = None
    misfits: re.Pattern[str] | None = None


NO_FIRM = compiled(
    "(?:基金|创投|资本|大学|学院|医院|研究所|研究院|实验室|局|委员会|办公室|政府|联盟|协会|学会"
    "|商会"
    "|诊所|中心|银行|论坛|交易所|联会|公会|工会|促进会|基金会|党委|日报|晚报|周刊"
    "|[委办部所院校报社网台局处科署厅会系室组])$"
    r"|\b(?:university|institute|hospital|administration|commission|government|alliance"
    r"|association|ministry|bureau|daily|times|news|agency|authority|council|office|department"
    r"|centre|center|school|college|exchange|court|foundation|federation|society|nasdaq|post"
    r"|clinic|forum|faculty|laboratory|board|review|journal|weekly|herald|division|panel|committee"
    r"|chamber|union|customs|fda|ema|nmpa|mhra|nih|nhs|ukri|edb|enterprise (?:singapore|ireland)"
    r"|(?:scottish|welsh) enterprise|innovate uk|invest hong kong)\b|\ba\*star\b",
    re.IGNORECASE,
)
_ZH_START = '(?:(?<=[，。；：“”「」『』！？,;:"])|^)'
_SELF: Final = frozenset("局署委院校")
"""What an authority or institute calls itself by: 本局."""
_ALONE: Final = frozenset({"中心", "实验室", "研究院", "研究所", "医院", "基金会"})
"""What stands alone for the one spoken of, before what is said of it: 中心由…."""


def _pointing(word: str) -> str:
    """The forms in which a word for an organization points to one of before."""
    if len(word) == 1:
        return f"[该本]{word}" if word in _SELF else f"该{word}"
    alone = f"|{_ZH_START}{word}(?=由|位于|占地|设有|将于)" if word in _ALONE else ""
    return f"(?:该|此|本){word}{alone}"


ZH_REFERENCES: Final = (
    Reference(
        re.compile(
            "(?:该|这家|此家|本)(?:公司|企业|集团|药企|机构)"
            f"|{_ZH_START}(?:公司|集团)(?=[^、，。；])"
        ),
        EntityType.ORGANIZATION,
        misfits=NO_FIRM,
    ),
    Reference(
        re.compile("该(?:医院|院)"), EntityType.ORGANIZATION, fits=re.compile("(?:医院|院)$")
    ),
    Reference(
        re.compile("该(?:校|大学)"), EntityType.ORGANIZATION, fits=re.compile("(?:大学|学院|校)$")
    ),
    *(
        Reference(
            re.compile(_pointing(word)),
            EntityType.ORGANIZATION,
            fits=re.compile(f"{ends}$"),
        )
        for word, ends in (
            ("协会", "协会"),
            ("学会", "学会"),
            ("商会", "商会"),
            ("中心", "中心"),
            ("基金会", "基金会"),
            ("实验室", "实验室"),
            ("委员会", "委员会|委"),
            ("办公室", "办公室"),
            ("管委会", "(?:管理委员会|管委会)"),
            ("研究院", "研究院"),
            ("研究所", "研究所"),
            ("学院", "学院"),
            ("所", "所"),
            ("局", "局"),
            ("处", "处"),
            ("科(?!研|技|学|创)", "科"),
            ("署", "署"),
            ("部(?!门|分|位|委)", "部"),
            ("委", "委|委员会"),
            ("会(?!议|场|展|上)", "会"),
            ("厅", "厅"),
            ("行(?!业|为|动)", "银行"),
            ("社(?!区|会)", "社"),
            ("馆", "馆"),
            ("系(?!统|列)", "系"),
            ("厂", "厂"),
            ("机构", "[局委厅处署会院所室校]|中心"),
            ("联会", "联会"),
        )
    ),
    *(
        Reference(
            re.compile(f"{_ZH_START}{word}方(?=[^向面案便式法])"),
            EntityType.ORGANIZATION,
            fits=re.compile(f"(?:{ends})$"),
        )
        for word, ends in (
            ("局", "局"),
            ("署", "署"),
            ("校", "大学|学院"),
            ("院", "医院"),
            ("会", "会"),
        )
    ),
    Reference(
        re.compile(f"(?:该|此)联盟|{_ZH_START}联盟(?=由)"),
        EntityType.ORGANIZATION,
        fits=re.compile("联盟|聯盟"),
    ),
    *(
        Reference(
            re.compile(f"(?:该|此|这份)(?:报告|白皮书|蓝皮书)|{_ZH_START}报告(?=由|显示|指出|称)"),
            kind,
            fits=re.compile("报告|白皮书|蓝皮书|年报|半年报|指数|報告|皮書|指數"),
        )
        for kind in (EntityType.POLICY, EntityType.INDEX, EntityType.PROJECT)
    ),
    Reference(re.compile("该基金"), EntityType.ORGANIZATION, fits=re.compile("基金")),
    Reference(
        re.compile(
            f"(?:该|此|本)(?:园区|产业园|园|基地|科技园|孵化器)|{_ZH_START}(?:目前，?)?(?P<w>园区)"
            "(?=[^、，。；内外])"
        ),
        EntityType.PARK,
    ),
    Reference(re.compile("(?:该|此|这一)指数"), EntityType.INDEX),
    Reference(re.compile("(?:该|此)(?:药物|药|产品|平台|疗法|品种)"), EntityType.PRODUCT),
    Reference(re.compile("(?:该|此|这一)(?:项目|计划)"), EntityType.PROJECT),
    Reference(re.compile("(?:该|本届|此次)(?:大会|峰会|论坛|活动|博览会|展会)"), EntityType.EVENT),
    Reference(
        re.compile(
            f"{_ZH_START}(?:但|而|不过|同时|对此|随后|因此|其实|当时|如今|目前|所以|然而|只是|后来|为此)?"
            "(?P<w>[他她])(?=[^们])|(?<=[由据在])[他她](?!们)"
        ),
        EntityType.PERSON,
    ),
)
EN_SAYS = (
    "said|says|added|adds|noted|notes|told|tells|explained|explains|stressed|stresses|continued"
    "|recalled|recalls|warned|warns|joked|jokes|argued|argues|insisted|insists|pointed out|replied"
    "|cautioned|concluded|conceded|believes|admitted|estimated|estimates|predicted|quipped|wrote"
)
_EN_HEADED = (
    r"(?: (?:deputy|vice|acting))? (?:chair\w*|director\w*|president|minister|spokes\w+|chief"
    r"|general manager|ceo|founder|head|commissioner)\b"
)
"""A post behind a word that stands for its organization: bureau director, company spokesman."""
EN_REFERENCES: Final = (
    Reference(
        re.compile(
            r"\b(?:the|this) (?:company|firm|group|drugmaker|start-?up)\b"
            rf"|\b(?:company|firm|group)\b(?={_EN_HEADED})",
            re.IGNORECASE,
        ),
        EntityType.ORGANIZATION,
        misfits=NO_FIRM,
    ),
    Reference(
        re.compile(r"\b(?:the|this) (?:institute|university|hospital|alliance)\b", re.IGNORECASE),
        EntityType.ORGANIZATION,
        fits=re.compile("institute|university|hospital|alliance", re.IGNORECASE),
    ),
    *(
        Reference(
            re.compile(
                rf"\b(?:the|this|that) (?:{words})\b(?! of)|\b(?:{words})\b(?={_EN_HEADED})",
                re.IGNORECASE,
            ),
            EntityType.ORGANIZATION,
            fits=re.compile(rf"\b(?:{words})\b", re.IGNORECASE),
        )
        for words in (
            "office",
            "bureau",
            "agency",
            "authority",
            "department",
            "ministry",
            "council",
            "commission",
            "administration",
            "cent(?:er|re)",
            "association",
            "foundation",
            "fund",
            "school",
            "college",
            "laboratory",
            "committee",
            "federation",
            "society",
        )
    ),
    Reference(re.compile(r"\b(?:the|this) park\b", re.IGNORECASE), EntityType.PARK),
    Reference(
        re.compile(r"\b(?:the|this) (?:event|summit|forum|conference|expo)\b", re.IGNORECASE),
        EntityType.EVENT,
    ),
    Reference(re.compile(r"\b(?:the|this) index\b", re.IGNORECASE), EntityType.INDEX),
    Reference(
        re.compile(
            rf"\b(?:[Hh]e|[Ss]he)(?= (?:\w+ly |has |had )?(?:{EN_SAYS}))|^(?:He|She)\b"
            r"|(?<=said )(?:he|she)\b|(?<=added )(?:he|she)\b|(?<=[“\"] )(?:He|She)\b"
        ),
        EntityType.PERSON,
    ),
)
