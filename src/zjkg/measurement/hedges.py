"""Hedges: the words around a number that make it a bound or an approximation."""

from __future__ import annotations

import re

from zjkg.model import Comparator
from zjkg.patterns import compiled

_ABOUT, _MORE, _AT_LEAST = Comparator.ABOUT, Comparator.MORE, Comparator.AT_LEAST
_LESS, _AT_MOST = Comparator.LESS, Comparator.AT_MOST

_ZH_BEFORE = (
    ("不得?[低少小]于|不亚于|不下于?|至少|最少|起码|最低", _AT_LEAST),
    (
        (
            "不(?:会|得|能|可|宜)?超[过出]|不得?[高多大]于|不大于|不多于|不逾|至多|最多|最高可?达?|上限(?:[为是由从]|提[高升]?[到至]|达)|最长"
            "|最[高多](?:还?可以?|能够?)?(?:获得?|得到?|享受?|申请|申领|领取|领|拿到?|贷款?|按)?"
            "(?:补助|补贴|资助|奖励|扶持|支持|给予|予以|提供|再奖|奖|补|减免)?"
        ),
        _AT_MOST,
    ),
    ("跌破|跌穿|不足|不到|不及|未达|未满|未及|未逾|低于|少于|小于|赶不上|少于", _LESS),
    (
        (
            "已?超过了?|已?超越|超出|超|逾|突破了?|跨越|冲破|多于|高于|大于|跃过|(?<![赶反])超(?:过)?"
            "|(?<![经通超走度越])过|(?<![突打])破"
        ),
        _MORE,
    ),
    (
        (
            "大约为?|约为|约合|约莫|(?<![签合节预契条公履制违特邀婚相])约|将近|接近|近乎|(?<![附最靠邻贴临])近"
            "|差不多|几乎|大概|估计|上看|逼近|近达"
        ),
        _ABOUT,
    ),
)
_ZH_AFTER = (
    ("及?以上|之上|起(?![来步点])", _AT_LEAST),
    ("以内|之内|封顶|为上限|为限", _AT_MOST),
    ("以下|之下|楼下", _LESS),
    ("左右|上下|前后|许(?=[，。、；])", _ABOUT),
    (
        "有余|出头|强(?=[，。、；）]|$)|余|还多|多(?![种个家样元少年方边\\d一二两三四五六七八九十])",
        _MORE,
    ),
)
_EN_BEFORE = (
    (
        "at least|(?:no|not) (?:less|fewer) than|not under|a minimum of|minimum of|or more",
        _AT_LEAST,
    ),
    (
        (
            "up to|at most|(?:no|not) more than|a maximum of|maximum of|as (?:much|many) as"
            "|capped at|a ceiling of"
        ),
        _AT_MOST,
    ),
    (
        (
            "fewer than|less than|(?:just )?under|(?:just )?below|(?:just |a little )?short of"
            "|just shy of|shy of"
        ),
        _LESS,
    ),
    (
        (
            "more than|(?:just |well )?over|(?:just |well )?above|exceed(?:s|ed|ing)?|in excess of"
            "|upwards? of|surpass(?:es|ed|ing)?|greater than|higher than|top(?:p(?:ed|ing)|s)?"
            "|beyond"
            "|(?:somewhere )?north of|pass(?:es|ed)?|past|cross(?:es|ed)|better than"
        ),
        _MORE,
    ),
    (
        (
            "nearly|almost|about|around|approximately|approx\\.|roughly|some|close to|approaching"
            "|an estimated|estimated|circa|nearing|in the region of|in the order of|of the order of"
            "|something like|just about|virtually"
        ),
        _ABOUT,
    ),
)
_EN_AFTER = (
    (r" or more| and above| or above", _AT_LEAST),
    (r" or (?:less|fewer)| or below", _AT_MOST),
    (r" or so|-ish", _ABOUT),
    (r"\+| plus|-plus|[- ]odd", _MORE),
)


def _compile(table: tuple[tuple[str, Comparator], ...], shape: str) -> re.Pattern[str]:
    groups = "|".join(f"(?P<h{i}>{words})" for i, (words, _) in enumerate(table))
    return compiled(shape.format(groups), re.IGNORECASE)


_BEFORE_ZH = _compile(_ZH_BEFORE, r"(?:{})(?:达到|达|为|占)?\s?\Z")
_AFTER_ZH = _compile(_ZH_AFTER, r"\s?(?:{})")
_BEFORE_EN = _compile(_EN_BEFORE, r"(?<![A-Za-z])(?:{})(?: an?| the)?\s[\"“]?\Z")
_AFTER_EN = _compile(_EN_AFTER, r"(?:{})")
# 大约减少0.3个百分点, 约有三成: the hedge stands before the verb
_ABOUT_VERB = re.compile(
    r"(?:大约|(?<![签合节预契条公履制违特邀婚相])约|大概|约莫)(?:会|将|可|能)?"
    r"(?:有|需要?|减少?|增加?|增长|成长|下[降跌滑]|上[升涨]|提高|降低|萎缩|缩短|节省)了?\s?\Z"
)
# 至少有五家, 最多投2000万元: the bound stands before the verb
_BOUND_VERB = re.compile(
    r"(?:(?P<least>至少|最少|起码)|(?P<most>至多|最多))(?:已经?|还|再|可)?(?:有|投入?|需要?|拿出?|出|租|做)\s?\Z"
)
# 不足上海的八成, 不到第一名的五分之一: the bound stands before what the part is of
_BOUND_OF = re.compile(
    r"(?:(?P<less>不足|不到|不及|未达|未及)|(?P<more>(?<!不)(?<!不[会得能可宜])超过了?|超出|逾)"
    r"|(?P<about>(?<![签合节预契条公履制违特邀婚相])约(?:为|占|是|相当于)))"
    r"[^，,。；;：:\d（(]{1,24}(?:[（(][^（()）]{1,16}[）)])?的\s?\Z"
)
_PART = re.compile(r"[\d.一二两三四五六七八九十百]+(?:成|分之|%|倍)|一?半")
# 补助上限由1200万元提高到2000万元: the cap before and after
_CAP_RAISED = re.compile(
    r"上限(?:则|已)?(?:[由从][^，,。；;]{1,14})?(?:提[高升]|上?调|[增升扩降])?[高升]?[到至为由从]\s?\Z"
)
_CAP_REACH = 28
_REACH_ZH = 12
_BOUND_REACH = 48
_REACH_EN = 28

_VERB_REACH = 12
# handing over $85 million; more than the 30 of last year: no bounds
_NO_BOUND = re.compile(
    r"\b(?:hand|tak|took|turn|sign|carr|roll|spread)[a-z]* over (?:an? |the )?\Z"
    r"|\b(?:more than|less than|fewer than|higher than|lower than|above|below) the \Z"
)

_ROUND = "半百千万亿"  # 过亿, 过半 are bounds, 过3年 is none

Hedge = tuple[Comparator, int]


def _found(match: re.Match[str] | None, table: tuple[tuple[str, Comparator], ...]) -> Hedge | None:
    if match is None or match.lastgroup is None:
        return None
    return table[int(match.lastgroup[1:])][1], match.start()


def before(key: str, start: int, *, chinese: bool) -> Hedge | None:
    """The hedge that ends at ``start`` and where it begins."""
    if chinese:
        match = _BEFORE_ZH.search(key, max(0, start - _REACH_ZH), start)
        if match is None:
            return _apart(key, start)
        unbounded = match[0] == "过" and key[start] not in _ROUND
        return None if unbounded else _found(match, _ZH_BEFORE)
    match = _BEFORE_EN.search(key, max(0, start - _REACH_EN), start)
    if match is not None and _NO_BOUND.search(key, max(0, match.start() - _VERB_REACH), start):
        return None
    return _found(match, _EN_BEFORE)


def _apart(key: str, start: int) -> Hedge | None:
    """The Chinese hedge that other words keep apart from the number."""
    if about := _ABOUT_VERB.search(key, max(0, start - _REACH_ZH), start):
        return _ABOUT, about.start()
    bound = _bound_apart(key, start)
    if bound is None and _CAP_RAISED.search(key, max(0, start - _CAP_REACH), start):
        bound = _AT_MOST
    return None if bound is None else (bound, start)


def _bound_apart(key: str, start: int) -> Comparator | None:
    """The bound that a verb, or the whole of a part, keeps apart from its number."""
    low = max(0, start - _REACH_ZH - 2)
    if verb := _BOUND_VERB.search(key, low, start):
        return _AT_LEAST if verb["least"] else _AT_MOST
    far = max(0, start - _BOUND_REACH)
    whole = _BOUND_OF.search(key, far, start) if _PART.match(key, start) else None
    if whole is None:
        return None
    return _LESS if whole["less"] else _MORE if whole["more"] else _ABOUT


def after(key: str, end: int, *, chinese: bool) -> Hedge | None:
    """The hedge that begins at ``end`` and where it ends."""
    pattern, table = (_AFTER_ZH, _ZH_AFTER) if chinese else (_AFTER_EN, _EN_AFTER)
    match = pattern.match(key, end)
    if match is None or match.lastgroup is None:
        return None
    return table[int(match.lastgroup[1:])][1], match.end()
