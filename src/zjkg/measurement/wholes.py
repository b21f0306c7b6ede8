"""The whole that other words of a Chinese sentence name: 员工132人，其中研发人员占八成."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from zjkg.measurement.candidates import Candidate, Earlier
from zjkg.measurement.units import CODES, RATIOS
from zjkg.model import Span, Token

_OF_THOSE = re.compile(
    r"其中|当中|占比|占(?!比|地|有率|据|股|[^，,。；;]{1,18}的\Z)|贡献|比重|比例"
)
_OPENS_PART = re.compile(
    r"(?:其中|当中|其间)(?:的|有|共有|约|已有)?\s?\Z|[，,；;](?:余下|剩下|剩余|其余)(?:的)?\s?\Z"
)
_THE_HAVING = re.compile(r"(?:其中|当中)[^，,。；;]{1,16}的(?:则?有|达|共|仅)?\s?\Z")
_IN_PLACE = re.compile(
    r"(?:其中|当中)[，,]?(?:在|位于)?(?P<place>[^，,。；;\d]{1,12}?)(?:就?有|占|达|为)?\s?\Z"
)
# 其中上市公司17家: a kind of what was counted
_PART_NAMED = re.compile(
    r"(?:其中|当中)[，,]?(?P<part>(?![有的])[^，,。；;：:\d]{2,14}?)(?:则|就|已|共|也)?(?:有|达到?|为)?\s?\Z"
)
_ATTRIBUTES = frozenset({"上市", "在研", "外资", "独角兽", "规上", "挂牌", "留学", "持证"})
_PARTS = re.compile(r"(?:其中|当中)[^。；;：:]*\Z")
_NEXT_PART = re.compile(r"[，,、]?(?P<part>[^，,。；;：:\d]{2,12}?)(?:有|为|达到?)?\s?")
_PEOPLE = frozenset("人名位")
_YEAR_BEFORE = re.compile(
    r"[，,（(]?(?:而|较|比|高于|低于|与|相比)?(?:[去上前]年(?:同期|度|末|底)?|一年前|此前|(?:19|20)\d{2}年(?:同期|末|底)?)"
    r"(?:的|仅|只|则|还)?(?:为|是|有|达)?\Z"
)
_ROYALTY = re.compile(r"的?(?:特许权|特许使用|权利金|版税|提成|分成|分级权利金)")
_OPENS_CLAUSE = re.compile(r"[，,；;、](?:有|仅有|只有|其中有|当中有?)?\Z")
_ONLY = re.compile(
    r"(?:的|虽然)?(?:可能|真正)?(?:只有|仅有|才有|不到|不足|[只仅才][^，,。；;\d]{0,3}[了到得剩])\s?\Z"
)
_CONTRIBUTES = re.compile(
    r"(?:出资|认购|承担|出|投向|提供|认缴)(?:了|不超过|不少于|不低于|约|最多|至少)?\s?\Z"
)
_GROWS = re.compile(
    r"(?:增长?|增加|上升|下降|下跌|提高|高于|低于|高出|降|减少?|涨幅?|跌|扩大|回升|回落|再增加|成长)(?:了|约|近|逾|超过?|不低于|至少)?\s?\Z"
)
_USED_FOR = re.compile(
    r"(?:以上|左右)?(?:将|会|则)?(?:主要)?(?:用于|用作|用在|投向|来自|由|投入|拨作|归)"
)
_HAS_PART = re.compile(
    r"(?:中?(?:大?约|大概|近|将近|超过|逾|将会?|会)?(?:就|便|都)?有)(?:大?约|近|将近|超过|逾)?\Z"
)
_QUANTIFIED = re.compile(r"(?:以上|左右)?(?:的)?")
_EQUITY = re.compile(r"的?(?:股权|股份|股本|权益)")
_HEAD_OF_LIST = re.compile(
    r"(?:在|从)?(?:上述|以上|这)?(?P<base>[^，,。；;]{2,20}?)(?<!其)(?<!当)(?<!数据)(?<!报告)(?<!调查)(?<!结果)(?:之?中|(?<=的(?:企业|园区|公司|项目|机构|团队|城市|医院))里)[，,]"
)
_NOMINAL = ("n", "nz", "vn", "an", "b", "j", "a", "nw", "m", "f")
_PLACES = ("LOC", "ns", "s", "f")
_HEADS = ("n", "nz", "vn", "an", "nw", "j")
_LINKING = re.compile(
    r"(?:将|有望|可望|预计|力争|扩大到|扩充到|扩编到|增加到|增长到|成长到|提升到|总数|合计|累计|总计|共计|总共|共|达到|达|为|有|是|约|近|超过|超|逾|突破|总额|已|仅|只|增至|升至|的|[:：]|以[^，,。；;\d]{1,6}计)*"
    r"\s?\Z"
)
# 费用由公司承担一半: the noun of what somebody bears a part of
_BORNE = re.compile(
    r"(?P<base>[^，,。；;：:\d“”（(]{2,10}?)(?:则|均|将|可)?由[^，,。；;：:\d]{1,14}?"
    r"(?:承担|负担|支付|出资|补贴|提供|分担)\s?\Z"
)
# 毕业生160人，留在本地的不到三成: the part is named by what it does
_DOING = re.compile(r"[，,；;](?P<doing>[^，,。；;：:\d“”]{2,10})的(?:仅|只有|才|却)?\s?\Z")
_FLOWS = re.compile(
    r"(?:收入|投入|费用|营收|销售额?|出口额?|利润|产值|税收|业务)[^，,。；;]{0,2}占"
)
_ITS_PART = re.compile(r"\s?[，,（(、]?(?:约|已|就)?占比?(?:约|近|超过?|逾|为|达|接近)*\s?")
_FROM_THEN = re.compile(r"[由从自](?:[^，,。；;]{1,8}年(?:前|底|末|初|度)?的?)?\Z")
_NOT_WHOLE = re.compile(r"(?:[增降涨跌升减]幅|增速|比重|比例|占比|率|份额|预估|预期)\Z")
_VERBAL_NOUNS = frozenset(
    {"营收", "投资", "出口", "进口", "融资", "销售", "收入", "出资", "投入", "支出", "交易", "合作"}
)
_CONTRIBUTED = re.compile(r"(?:以上)?(?:投向|投入|用于|来自)")
_COUNTED_REACH = 40
_BORNE_REACH = 30
_REACH = 24


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number: its sentence, the words, the organizations of the article."""

    sentence: Span
    tokens: tuple[Token, ...]
    organizations: tuple[Span, ...]


def whole_told(
    key: str,
    candidate: Candidate,
    around: Around,
    earlier: tuple[Earlier, ...],
) -> Span | None:
    """The whole of a Chinese part that has no base of its own in its words."""
    sentence, tokens = around.sentence, around.tokens
    if candidate.unit == "百分点":
        return _of_points(earlier)
    if candidate.unit not in RATIOS:
        return _of_count(key, candidate, sentence, earlier, tokens)
    equity = _of_equity(key, candidate, around.organizations)
    if equity is not None or _EQUITY.match(key, candidate.span.end):
        return equity
    return (
        _of_listed(key, candidate, earlier)
        or _of_doing(key, candidate, earlier, tokens)
        or _of_base(key, candidate, tokens)
        or _borne(key, candidate)
        or _quantified(key, candidate, tokens)
        or _having(key, candidate, tokens)
        or _of_used(key, candidate, tokens)
        or _of_named(key, candidate, earlier, tokens)
        or _of_counted(key, candidate, earlier, tokens)
    )


def _of_points(earlier: tuple[Earlier, ...]) -> Span | None:
    """占营收的37%，提高4.5个百分点: the points are of the same whole."""
    if not earlier or earlier[-1].candidate.unit not in RATIOS:
        return None
    return earlier[-1].share


def _of_count(
    key: str,
    candidate: Candidate,
    sentence: Span,
    earlier: tuple[Earlier, ...],
    tokens: tuple[Token, ...],
) -> Span | None:
    """管线11项，其中4项…; 上述14项中，肿瘤8项，眼科2项."""
    money = candidate.unit in CODES
    low = max(sentence.start, candidate.span.start - _REACH)
    alike = [item.candidate for item in earlier if _are_alike(item.candidate, candidate)]
    if alike and (
        _OPENS_PART.search(key, low, candidate.span.start)
        or _THE_HAVING.search(key, low, candidate.span.start)
        or (not money and _PART_NAMED.search(key, low, candidate.span.start))
    ):
        whole = _noun_of(key, alike[-1], tokens)
        if whole is None and not money:
            whole = next((noun for x in alike[:-1] if (noun := _noun_of(key, x, tokens))), None)
        return whole if money else _around(whole, alike[-1])
    if money:
        return None
    if alike and (
        _is_in_place(key, candidate, tokens) or _ONLY.search(key, low, candidate.span.start)
    ):
        whole = _noun_of(key, alike[-1], tokens)
        if whole is None or whole.of(key) != _counted(key, candidate):  # 甲1500人；乙80名员工
            return _around(whole, alike[-1])
    if alike and _goes_on(key, candidate, earlier[-1], tokens):
        return earlier[-1].share
    head = _HEAD_OF_LIST.match(key, sentence.start, candidate.span.start)
    if head is None or any(item.candidate.unit in CODES for item in earlier):
        return None
    return Span(*head.span("base"))


def _counted(key: str, candidate: Candidate) -> str | None:
    return None if candidate.counted is None else candidate.counted.of(key)


def _goes_on(key: str, candidate: Candidate, last: Earlier, tokens: tuple[Token, ...]) -> bool:
    """其中国企281家，上市公司7家: only a noun stands between two parts of one whole."""
    if last.share is None or not _are_alike(last.candidate, candidate):
        return False
    gap = Span(last.candidate.span.end, candidate.span.start)
    match = _NEXT_PART.fullmatch(key, gap.start, gap.end)
    if match is None or not _PARTS.search(key, max(0, gap.start - _REACH), gap.start):
        return False
    first = bisect_left(tokens, match.start("part"), key=lambda token: token.span.start)
    last_ = bisect_left(tokens, match.end("part"), key=lambda token: token.span.start)
    words = tokens[first:last_]
    return all(token.tag in _NOMINAL or token.span.of(key) in _ATTRIBUTES for token in words)


def _are_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two numbers count in the same unit; people are counted in several."""
    return one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE


def _is_in_place(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    """其中苏州16家: only a place stands between, so what is counted is the same."""
    start = candidate.span.start
    match = _IN_PLACE.search(key, max(0, start - _REACH), start)
    if match is None:
        return False
    words = [x for x in tokens if match.start("place") <= x.span.start < match.end("place")]
    return bool(words) and all(word.tag in _PLACES for word in words)


def _around(noun: Span | None, candidate: Candidate) -> Span:
    """The noun, together with a number before it."""
    if noun is None:
        return candidate.span
    if noun.end <= candidate.span.start:
        return noun
    return Span(min(noun.start, candidate.span.start), max(noun.end, candidate.span.end))


def _of_equity(key: str, candidate: Candidate, organizations: tuple[Span, ...]) -> Span | None:
    """某公司49%的股权."""
    start = candidate.span.start
    at = bisect_left(organizations, start, key=lambda span: span.start)
    if not at:
        return None
    nearest = organizations[at - 1]
    if _EQUITY.match(key, candidate.span.end) is None or nearest.end > start:
        return None
    return nearest if key[nearest.end : start] in ("", "的") else None


def _of_listed(key: str, candidate: Candidate, earlier: tuple[Earlier, ...]) -> Span | None:
    """其中六成…，不足一成…: a part that opens its clause right after another part."""
    if not earlier or earlier[-1].share is None or earlier[-1].candidate.unit not in RATIOS:
        return None
    opens = key[candidate.span.start - 1 : candidate.span.start] in ("，", ",", "、")
    compared = _YEAR_BEFORE.match(key[earlier[-1].candidate.span.end : candidate.span.start])
    return earlier[-1].share if opens or compared else None


def _of_doing(
    key: str, candidate: Candidate, earlier: tuple[Earlier, ...], tokens: tuple[Token, ...]
) -> Span | None:
    """160人，留在本地的不到三成; 3500人，其中大专以上学历的约占六成: of what was counted."""
    whole, start = _last_amount(earlier), candidate.span.start
    if whole is None or whole.unit in CODES:
        return None
    match = _DOING.search(key, max(whole.span.end, start - _REACH), start)
    if match is None:
        return None
    part = "其中" in match["doing"]
    first = bisect_left(tokens, match.start("doing"), key=lambda token: token.span.start)
    does = first < len(tokens) and tokens[first].tag == "v"
    return _noun_of(key, whole, tokens) if part or does else None


def _borne(key: str, candidate: Candidate) -> Span | None:
    """学费由企业承担一半: of the noun before what bears it."""
    start = candidate.span.start
    match = _BORNE.search(key, max(0, start - _BORNE_REACH), start)
    return None if match is None else Span(*match.span("base"))


def _quantified(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> Span | None:
    """七成订单: the noun right after the part."""
    if key[candidate.span.start - 1 : candidate.span.start] == "率":  # 国产化率低于10%的领域
        return None
    gap = _QUANTIFIED.match(key, candidate.span.end)
    at = gap.end() if gap is not None else candidate.span.end
    run: list[Token] = []
    first = bisect_left(tokens, at, key=lambda token: token.span.start)
    for token in tokens[first:]:
        if token.span.start != (run[-1].span.end if run else at) or token.tag not in _NOMINAL:
            break
        run.append(token)
    while run and run[-1].tag not in _HEADS:
        run.pop()
    if not run or run[0].tag == "f":
        return None
    return Span(run[0].span.start, run[-1].span.end)


def _of_base(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> Span | None:
    """按租金的50%补贴, 净销售额7%的特许权使用费: the noun right before the part."""
    start = candidate.span.start
    if key[start - 1 : start] == "的":
        return _noun_before(key, start - 1, tokens)
    return _noun_before(key, start, tokens) if _ROYALTY.match(key, candidate.span.end) else None


def _having(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> Span | None:
    """样品约有三成因…: the noun of which so much does something."""
    start = candidate.span.start
    match = _HAS_PART.search(key, max(0, start - _REACH), candidate.numeral.span.start)
    return None if match is None else _noun_before(key, match.start(), tokens)


def _last_amount(earlier: tuple[Earlier, ...]) -> Candidate | None:
    """The number before that is an amount or a count, and so can be a whole."""
    amounts = (each.candidate for each in reversed(earlier))
    return next((each for each in amounts if each.unit not in (*RATIOS, "百分点")), None)


def _of_counted(
    key: str,
    candidate: Candidate,
    earlier: tuple[Earlier, ...],
    tokens: tuple[Token, ...],
) -> Span | None:
    """员工35人，约三分之一是…; 设立5亿元的基金，…出资三成: of what the number before tells."""
    whole, start = _last_amount(earlier), candidate.span.start
    if whole is None:
        return None
    between = key[whole.span.end : start]
    if "。" in between or len(between) > _COUNTED_REACH:
        return None
    low = max(whole.span.end, start - _REACH)
    if whole.unit in CODES:
        opens = _CONTRIBUTES.search(key, low, start) or _CONTRIBUTED.match(key, candidate.span.end)
        return _noun_of(key, whole, tokens) if opens else None
    opens = _OPENS_CLAUSE.search(key, low, start) or _ONLY.search(key, low, start)
    return _noun_of(key, whole, tokens) if opens else None


def _of_used(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> Span | None:
    """集资额约55%将用于…: the noun before a part that is spent."""
    if not _USED_FOR.match(key, candidate.span.end):
        return None
    return _noun_before(key, candidate.span.start, tokens)


def _of_named(
    key: str,
    candidate: Candidate,
    earlier: tuple[Earlier, ...],
    tokens: tuple[Token, ...],
) -> Span | None:
    """员工132人，其中研发人员占八成: the noun that the number before counts or measures."""
    whole = _last_amount(earlier)
    if whole is None:
        return None
    # 约占六成: the hedge is in front of the verb
    leaning = candidate.span.of(key).find("占") + 1
    between = key[whole.span.end : candidate.span.start + leaning]
    clause = max(between.rfind(mark) for mark in "，,；;：") + 1
    if "。" in between or _GROWS.search(between):
        return None
    if _OF_THOSE.search(between, clause) is None and "其中" not in between:
        return None
    if _ITS_PART.fullmatch(between):  # 总收入907亿元，其中医药231亿元，占25%
        return _of_first(key, whole, earlier, tokens)
    if whole.unit not in CODES and _FLOWS.search(between, clause):
        return None  # 产品销往40个国家，海外收入占六成
    noun = _noun_of(key, whole, tokens)
    return noun if noun is not None else whole.span


def _of_first(
    key: str, part: Candidate, earlier: tuple[Earlier, ...], tokens: tuple[Token, ...]
) -> Span | None:
    """What the first number in the unit of a part counts or measures, None where it is itself."""
    first = next(item.candidate for item in earlier if _are_alike(item.candidate, part))
    return None if first is part else _noun_of(key, first, tokens)


def _noun_of(key: str, candidate: Candidate, tokens: tuple[Token, ...]) -> Span | None:
    """What a number counts or measures: the noun phrase after it, else the one before."""
    if candidate.counted is not None:
        return candidate.counted
    return _noun_before(key, candidate.span.start, tokens)


def _noun_before(key: str, end: int, tokens: tuple[Token, ...]) -> Span | None:
    link = _LINKING.search(key, max(0, end - _REACH), end)
    at = link.start() if link is not None else end
    if (then := _FROM_THEN.search(key, max(0, at - _REACH), at)) is not None:
        at = then.start()
    run: list[Token] = []
    index = bisect_left(tokens, at, key=lambda token: token.span.start) - 1
    while index >= 0 and tokens[index].span.end == at and _is_nominal(key, tokens[index]):
        run.insert(0, tokens[index])
        at = tokens[index].span.start
        index -= 1
    while run and run[0].tag in ("m", "f"):
        run.pop(0)
    if not run or not _is_head(key, run[-1]) or _NOT_WHOLE.search(run[-1].span.of(key)):
        return None
    return Span(run[0].span.start, run[-1].span.end)


def _is_nominal(key: str, token: Token) -> bool:
    word = token.span.of(key)
    return token.tag in _NOMINAL or word in _VERBAL_NOUNS or _is_kind(token, word)


def _is_kind(token: Token, word: str) -> bool:
    """Whether a word that the tagger takes for a name is a kind of firm: 生物科技公司."""
    return token.tag == "ORG" and word.endswith(("公司", "企业", "机构", "药企"))


def _is_head(key: str, token: Token) -> bool:
    word = token.span.of(key)
    return token.tag in _HEADS or word in _VERBAL_NOUNS or _is_kind(token, word)
