"""Whether a value is, is aimed at, or is expected; whether it is denied; what weakens it."""

from __future__ import annotations

import re

from zjkg.claims.observation_text import Text, clause_at, is_english
from zjkg.model import Modality, Quantity, Sentence, Span

_FUTURE_VERB = (
    r"进一步|继续|陆续|全部|全面|会|有|在|于|达|超|突破|实现|新增|建|打造|成为|形成|引进|引入|培育|集聚|重点|投资"
    r"|投入|启动|推出|举办|设立|扩|增|提高|提升|带动|推动|入驻|落户|落地|为(?!期)|从|再|分|力争|率先|持续|加快|加速"
    r"|着力|拥有|获得|开展|安排|提供|吸引|完成|开工|投产|竣工|覆盖|创造|支持|围绕|按照|通过|被|上市|迎|接近|升|降"
)
_REACH = 300  # how far, in characters, a modality carries inside a sentence
_MARKERS = re.compile(
    r"(?P<forecast>预计|有望|预期(?!目标)|预测|料将|或将|估计将|可望"
    r"|(?:is|are|was|were) (?:expected|forecast|projected|estimated|predicted|likely) to"
    r"|(?:expected|forecast|projected) to|(?:expects?|forecasts?|predicts?)\b)"
    rf"|(?P<target>力争|争取|计划(?=[在到于将用今明未两三五\d]|投资|建设|引进|新增|实现|培育|打造|总投资|入驻)"
    rf"|拟(?!合|态)|目标|将(?={_FUTURE_VERB})|打算|旨在|致力于|规划(?=建设|到|布局|引进|新建|新增|实现|打造)|未来"
    r"|确保|努力|\b(?:aim(?:s|ed|ing)? (?:to|at|for)|plan(?:s|ned|ning)? to|will|targets?|targeting"
    r"|seeks? to|intends? to|hopes? to|vow(?:s|ed) to|pledg(?:es|ed) to|goal|is to|are to|set to"
    r"|sets? (?:its )?sights))"
    r"|(?P<actual>已(?!建或|设立或|有望)|目前|截至|截止|迄今|现有|数据显示|实际|去年|上年"
    r"|\b(?:currently|so far|to date|as of|has|have|had)\b)"
)
_LATER = re.compile(
    rf"[^，,。；;：:]{{0,12}}?(?:将(?={_FUTURE_VERB})|拟|计划(?=入驻|建设|投产|上市|落户))"
)
_LATER_ENGLISH = re.compile(r"[A-Za-z0-9 %'’-]{0,40}? will ")
_BY_YEAR = re.compile(r"(?<![达截直遍])到(?:了)?\s?[“\"]?(?:(?:19|20)\d{2}|十)")
_NEGATED = re.compile(
    r"(?:没有|并没|并未|尚未|未能|从未|未曾|未(?!来|必|满|达|知)|并非|不是|否认|不再|不会|不存在)"
    r"[^，,。；;、]{0,8}\Z"
    r"|\b(?:(?:did|does|do|has|have|had|is|are|was|were|will|would|could|can) ?(?:not|n[’']t)"
    r"|never|no longer|denied|denies)\b(?! (?:only|less|more|fewer|just))[^,;.]{0,40}\Z"
)
_DONE = "建成|建设|建立|设立|设|建|投产|签约|落地|入驻|上市|获批|开工|布局"
_DONE += "|引进|投资|申报|成立|启动|合作|开业"
_PENDING = "拟|在|酝酿|计划|筹备|筹|将|正在?|规划|即将|待"
_QUALIFIER = re.compile(
    rf"已经?(?:{_DONE})(?:或者?|及|和|、|以及)(?:{_PENDING})(?:{_DONE})"
    r"|\b(?:built|established|completed|opened|signed|set up)(?: or| and|,? and/or|/)"
    r" (?:(?:are |is )?(?:planned|proposed|planning|under construction|in the pipeline)"
    r"|being (?:built|planned|set up))"
)


def modality(text: Text, sentence: Sentence, quantity: Quantity) -> Modality:
    """The modality that the words before a quantity set, carried over joined clauses.

    Names are masked: the 计划 in the name of a programme plans nothing.
    """
    window = Span(
        max(sentence.span.start, quantity.span.start - _REACH),
        min(sentence.span.end, quantity.span.end + _REACH),
    )
    masked = _masked(text, window)
    offset = window.start
    state = Modality.ACTUAL
    for match in _MARKERS.finditer(masked, 0, quantity.span.end - offset):
        if match.start() + offset >= quantity.number.start:
            break
        state = _next(state, match)
    if state is Modality.ACTUAL and _aimed_year(text, quantity):
        return Modality.TARGET
    later = _LATER_ENGLISH if is_english(sentence) else _LATER
    if state is Modality.ACTUAL and later.match(masked, quantity.span.end - offset):
        return Modality.TARGET
    return state


def _next(state: Modality, match: re.Match[str]) -> Modality:
    if match["forecast"]:
        return Modality.FORECAST
    if match["target"]:
        # 预计到2025年将达到…: what is expected stays expected
        return state if state is Modality.FORECAST else Modality.TARGET
    return Modality.ACTUAL


def _masked(text: Text, window: Span) -> str:
    part = list(window.of(text.key))
    for item in text.names_in(window):
        for at in range(item.span.start, item.span.end):
            part[at - window.start] = "〓"
    whole = "".join(part)
    # 已建或拟建 qualifies what is counted; it is kept as such and sets no modality
    return _QUALIFIER.sub(lambda match: "〓" * len(match[0]), whole)


def _aimed_year(text: Text, quantity: Quantity) -> bool:
    """Whether the period is a year by which something is aimed at: 到2027年."""
    period = quantity.period
    if period is None or period.end is None or period.expression is None:
        return False
    published = text.article.published
    if published is not None:
        return int(period.end[:4]) > published.instant.year
    words = period.expression.of(text.key)
    return bool(_BY_YEAR.match(words))


def is_negated(text: Text, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause denies the value."""
    clauses = text.clauses(sentence)
    clause = clauses[clause_at(clauses, quantity.span.start)]
    return _NEGATED.search(text.key, clause.start, quantity.span.start) is not None


def qualifier(text: Text, sentence: Sentence, quantity: Quantity) -> Span | None:
    """Words that join what is done with what is intended, in the quantity's clause."""
    clauses = text.clauses(sentence)
    clause = clauses[clause_at(clauses, quantity.span.start)]
    match = _QUALIFIER.search(text.key, clause.start, clause.end)
    return Span(*match.span()) if match is not None else None
