"""Whether a clause states, aims, expects, denies or asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.errors import Bilingual
from zjkg.model import Modality


class Refusal(Enum):
    """Why words that name a relation do not state it."""

    NEGATED = Bilingual("the text denies it", "原文对此作了否定")
    QUESTION = Bilingual("the text only asks", "原文只是提问")
    CONDITION = Bilingual("the text only supposes it", "原文只是假设")
    PASSIVE = Bilingual(
        "the named side undergoes the act; the text does not name who acts",
        "该实体是动作的承受者，原文未写明施动者",
    )
    PLANNED = Bilingual("the text only speaks of a plan", "原文只谈及计划")
    REPEATED = Bilingual("the article states it elsewhere", "文章他处已有同样的陈述")
    SIGNATURE = Bilingual(
        "the predicate does not relate things of these types", "该谓词不适用于这两类实体"
    )


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause speaks: its modality, or why it makes no claim."""

    modality: Modality = Modality.ACTUAL
    refusal: Refusal | None = None


_ZH_NOT = re.compile(
    "(?:不(?![断仅但少同久止只光单愧凡限锈超低足])|未(?![来央名])|没有?(?!想到)|并非|无意|无缘|否认|拒绝"
    "|停止|终止|取消|放弃|不再)[^，。；]{0,6}$"
)
_ZH_PASSIVE = re.compile(f"(?:被|遭)(?:[^，。；{ANY_LETTER}]{{0,2}})$")
_ZH_DENIED = re.compile(
    "否认|不实|谣言|辟谣|子虚乌有|传闻|盛传|传言|[并且]?未(?:能|获|予)|告吹|失败"
)
_ZH_ASKED = re.compile("(?:是否|能否|会否|可否|有没有)|[吗么][？。]?[”」]?$|？[”」]?$")
_ZH_IF = re.compile("如果|倘若|假如|假若|若(?!干|想)|一旦|除非")
_ZH_FORECAST = re.compile("预计|有望|预期|预测|或将|可望")
_ZH_TARGET = re.compile(
    # 将 before a noun is 把; a 计划 that has a name or an owner is no verb
    f"将(?![军领近士{ANY_LETTER}]|其|自己|总部|研发|旗下|该|这|产品|公司|生产|业务|全部|部分)|即将"
    "|拟(?!南芥)|计划(?![的、，“”》」，]|入选|专家)|力争|争取|打算|准备|规划(?=[明后今]年|未来|[0-9]{4}年|[于在将赴])|旨在|目标是|致力于|希望|未来|有意|考虑|筹备|谋求"
)
_EN_NOT = re.compile(
    r"(?:\bnot|n't|\bnever|\bno longer|\bdenied|\bdenies|\brefused to|\bdeclined to|\bfailed to"
    r"|\bwithout|\bneither|\bcancelled|\bcanceled|\bscrapped)\b[^,.;]{0,24}$",
    re.IGNORECASE,
)
_EN_DENIED = re.compile(
    r"\b(?:denied|denies|denying|rumou?rs?|untrue|fell through)\b", re.IGNORECASE
)
_EN_ASKED = re.compile(r"\bwhether\b|\?[”\"']?$", re.IGNORECASE)
_EN_IF = re.compile(r"\b(?:if|unless|were to|would have)\b", re.IGNORECASE)
_EN_FORECAST = re.compile(
    r"\b(?:expected to|likely to|forecast|predicted to|may|might|could)\b", re.IGNORECASE
)
_EN_TARGET = re.compile(
    r"\b(?:will|shall|plans?|planned|planning|aims?|aimed|aiming|intends?|intend(?:ed|ing)|set to"
    r"|hopes? to|to be|seeks? to|about to|agreed to|would(?! have)|proposes?|proposed"
    r"|(?:offer(?:s|ed|ing)?|attempt(?:s|ed|ing)?|try|tries|tried|trying|bid|sought|wants?|wanted)"
    r" to)\b",
    re.IGNORECASE,
)


def is_passive(between: str) -> bool:
    """Whether the words between a subject and its Chinese verb make it the one acted upon."""
    return bool(_ZH_PASSIVE.search(between))


def stance_of(clause: str, before: str, sentence: str, *, chinese: bool) -> Stance:
    """How the text speaks of what a verb names.

    Args:
        clause: the clause from its start to the end of the verb.
        before: the words between the clause's start (or the subject) and the verb.
        sentence: the whole sentence.
        chinese: whether the sentence is Chinese.
    """
    if chinese:
        rules = (_ZH_NOT, _ZH_DENIED, _ZH_ASKED, _ZH_IF, _ZH_FORECAST, _ZH_TARGET)
    else:
        rules = (_EN_NOT, _EN_DENIED, _EN_ASKED, _EN_IF, _EN_FORECAST, _EN_TARGET)
    negation, denial, question, condition, forecast, target = rules
    if negation.search(before) or denial.search(sentence):
        return Stance(refusal=Refusal.NEGATED)
    if question.search(clause) or question.search(sentence):
        return Stance(refusal=Refusal.QUESTION)
    if condition.search(clause):
        return Stance(refusal=Refusal.CONDITION)
    if forecast.search(clause):
        return Stance(Modality.FORECAST)
    if target.search(clause):
        return Stance(Modality.TARGET)
    return Stance()
