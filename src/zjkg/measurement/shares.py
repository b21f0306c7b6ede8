"""The whole of which a value is a part: 占全国27%, 54项中16项, ``of the nation's total``."""

from __future__ import annotations

import re

from zjkg.measurement.candidates import Candidate, Earlier
from zjkg.measurement.clauses import clauses, holding, segments
from zjkg.measurement.units import AREAS, CURRENCY_CODES, RATIOS
from zjkg.model import Span

_REACH = 200  # how far before a value its whole can stand, in characters
_AMONG_REACH = 40
_WHOLE = (
    r"(?:全(?:国|球|市|省|区|县|行业|世界|产业|社会|部)|世界|国际|国内|亚洲|欧洲|亚太"
    r"|(?<!年)同期)"
)
_BASE = r"[^，,。；;、：:\d%]"
_LINK = r"(?:的)?(?:比重|比例|份额|总量|总数)?(?:已|也|仅|只|均|都|就)?(?:为|是|达到|达|高达|的)?"
_HOLDS = re.compile(
    rf"占(?:到|了|去|据)?(?!比|地|有率|据|去|股|到|我们|其中|约|近)"
    rf"(?P<base>{_BASE}{{1,18}}?)(?:{_LINK}|的(?:比重|比例|份额)[^，,。；;]{{0,24}})\s?\Z"
)
_IN_BASE = re.compile(
    rf"在(?P<base>{_BASE}{{1,14}}?)(?:中)?(?:的|所占)(?:占比|比重|比例|份额|占有率|市占率|渗透率)(?:为|是|达到|达|高达)?\s?\Z"
)
_ELLIPTIC = re.compile(rf"\A[、和及与]?(?:以及)?占?(?P<base>{_BASE}{{1,14}}?)(?:的)?\Z")
_HELD = re.compile(r"占(?:比|了|约|近|达|为|到)*\Z")
_RISES = re.compile(r"[升降增减提扩][一-鿿]?[至到为]?\Z")
_WHOLE_BEFORE = re.compile(rf"(?P<base>{_WHOLE})(?:[同总]?[产数量额]{{0,2}})(?:的)?\s?\Z")
_AMONG = re.compile(
    r"(?P<base>[^，,。；;：:]{2,30}?)(?<!其)(?<!当)(?<!过程)(?<!程)(?<!数据)(?<!报告)(?<!调查)(?<!结果)(?:之?中|(?<!这)(?<!那)里(?=[，,]))(?:[，,]?(?:至少|最少|只|仅|共|就)?有|的|，|,)?\s?\Z"
)
# 员工中本地人占九成: of those among whom the part is
_AMONG_HOLDS = re.compile(
    r"(?P<base>[^，,。；;：:\d“”]{2,12}?)(?<!其)(?<!当)(?<!过程)之?中[，,]?[^，,。；;：:\d“”的]{1,12}?"
    r"(?:仅|只|约|就|则)?占(?:比|了|到)?(?:达|为|约|近)?\s?\Z"
)
_BAND = re.compile(
    r"(?P<base>[^，,。；;、：:（(“”]{0,14}?(?:\d+|[十百千五]+)强(?:的?(?:企业|公司|药企|院校|高校|城市|机构))?)"
    r"(?=[有中，,的内里])"
)
_LEADING = re.compile(
    r"(?:目前|截至目前|其中|此外|另外|同时|据悉|据介绍|数据显示|而|且|在(?!研)|从|是|了|显示|包括|吸引|已有|拥有)+"
)
_PLACE_LINK = re.compile(r"(?:的)?\s?\Z")


def share_of(
    key: str,
    candidate: Candidate,
    sentence: Span,
    previous: Earlier | None,
    places: tuple[Span, ...],
) -> Span | None:
    """The whole that a Chinese candidate is a part of, as a span of the text.

    ``previous`` is the candidate before it in the sentence with its own whole; an elliptic base
    (占全国的27%、全球的3%) leans on it. ``places`` are the spans of named places.
    """
    sentence = Span(max(sentence.start, candidate.span.start - _REACH), sentence.end)
    near = Span(sentence.start, candidate.span.end)
    clause = holding(clauses(key, near), candidate.span.start)
    start = clause.start
    if candidate.unit in RATIOS:
        return (
            _behind("占", _HOLDS, key, start, candidate.span.start)
            or _behind("在", _IN_BASE, key, start, candidate.span.start)
            or _behind("占", _AMONG_HOLDS, key, near.start, candidate.span.start)
            or _elliptic(key, clause, candidate, previous)
            or _hedged(key, start, candidate)
            or _place(key, candidate, places)
            or _among(key, sentence, candidate)
            or _band(key, sentence, candidate, previous)
        )
    if candidate.unit is None or candidate.unit in ("百分点", "times", "score"):
        return None
    if candidate.unit in AREAS or candidate.unit in CURRENCY_CODES:
        return None
    return _among(key, sentence, candidate) or _band(key, sentence, candidate, previous)


def _behind(word: str, pattern: re.Pattern[str], key: str, start: int, end: int) -> Span | None:
    """The base of a pattern of which every match has the word; most values have it nowhere."""
    return _group(pattern, key, start, end) if key.find(word, start, end) >= 0 else None


def _group(pattern: re.Pattern[str], key: str, start: int, end: int) -> Span | None:
    match = pattern.search(key, start, end)
    return _trimmed(key, Span(*match.span("base"))) if match is not None else None


def _trimmed(key: str, span: Span) -> Span | None:
    """The span without leading adverbs and quotation marks, or None where nothing is left."""
    lead = _LEADING.match(key, span.start, span.end)
    start = lead.end() if lead is not None else span.start
    return Span(start, span.end) if start < span.end else None


def _elliptic(
    key: str,
    clause: Span,
    candidate: Candidate,
    previous: Earlier | None,
) -> Span | None:
    if previous is None or previous.share is None or previous.candidate.span.end < clause.start:
        return None
    part = key[previous.candidate.span.end : candidate.span.start]
    match = _ELLIPTIC.match(part)
    if match is None:
        return None
    if _RISES.search(match["base"]):  # 占比由12%升至51%
        return None
    told = _HELD.search(key, clause.start, previous.candidate.numeral.span.start)
    if match["base"].endswith("占") or (
        told and not match[0].endswith("的")
    ):  # 美国占五成、欧洲两成
        return previous.share
    start = previous.candidate.span.end
    return Span(start + match.start("base"), start + match.end("base"))


def _hedged(key: str, start: int, candidate: Candidate) -> Span | None:
    """The whole in 近全国三分之一: between the hedge or the noun and the fraction."""
    match = _WHOLE_BEFORE.search(key, start, candidate.span.start)
    return Span(*match.span("base")) if match is not None else None


def _place(key: str, candidate: Candidate, places: tuple[Span, ...]) -> Span | None:
    """A named place right before a fraction: 拥有中国1/4的院士."""
    tenths = candidate.unit == "%" and "成" in candidate.span.of(key)  # 不足上海的八成
    part = "占" in candidate.span.of(key)  # 东山园区约占六成
    if part or (candidate.unit != "ratio" and not tenths):
        return None
    for place in places:
        if place.end <= candidate.span.start <= place.end + 1 and _PLACE_LINK.fullmatch(
            key, place.end, candidate.span.start
        ):
            return place
    return None


def _among(key: str, sentence: Span, candidate: Candidate) -> Span | None:
    """The whole in X中的N家, X中，N项."""
    span = _group(
        _AMONG, key, max(sentence.start, candidate.span.start - _AMONG_REACH), candidate.span.start
    )
    if span is None or key[span.start : span.start + 2] in ("这些", "过程"):
        return None
    return span


def _band(
    key: str,
    sentence: Span,
    candidate: Candidate,
    previous: Earlier | None,
) -> Span | None:
    """The band of a ranking that opens the same part of the sentence: 全球20强，…9家.

    Only the first quantity after the band is a part of it.
    """
    near = Span(sentence.start, candidate.span.end)
    part = holding(segments(key, near), candidate.span.start)
    start = part.start if previous is None else max(part.start, previous.candidate.span.end)
    last: Span | None = None
    for match in _BAND.finditer(key, start, candidate.span.start):
        last = _trimmed(key, Span(*match.span("base")))
    return last
