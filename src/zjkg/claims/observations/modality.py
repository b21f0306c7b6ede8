"""Whether a value is, is aimed at, or is expected; whether it is denied; what weakens it."""

from __future__ import annotations

import re
from bisect import bisect_left

from zjkg.claims.observations.text import MASK, Text, clause_at, is_english, masked
from zjkg.model import Modality, Period, Publication, Quantity, Sentence, Span
from zjkg.patterns import compiled

_REACH = 300  # how far, in characters, a modality carries inside a sentence
_FORECAST_ZH = (
    r"或(?=可(?!以)|会|达|超|集资|筹集?|募|升至|增至|跌至)|预计|有望|预期(?!目标|[，,])|预测(?=[，,：:「“]|[上下]调|今|明|到|至|全|将|未来|会|可|其|公司|市场|(?:19|20)\d\d)|预估|料将"
    r"|(?<![投进来备原材资物燃肥饲饮])料(?=每|明|今|达|欠|可|有|全|于|会|到|首|年|未来|由)|或将|估计(?=将|可|会|全|明|今)"
    r"|(?<=[方者人士局园司])估计(?!值)|估计(?=〓+[今明全])|可望|看好|[测推估]算(?=[，,：:][^，,。；;]{0,14}(?:将|会|可))|(?<=[券行商构人师门〓])估(?=[，,：:])|可能(?=[推延]迟|[升降增减达跌]至)|有机会|上看|预料|挑战(?=\s?(?:新台币)?\d)"
)
_TARGET_ZH = (
    r"提出(?:要)?(?=设立|建设|建立|打造|培育|引进|新增|成立|组建|推出|发展|到)|希望(?!工程|小学)"
    r"|力争|争取|力拼|力拚|力求|承诺|答应|有意|筹组|筹设|拟(?!合|态|人|定了)|目标(?!价|[^，,。；;]{0,10}的(?:约|近|逾)*[\d一二三四五六七八九]|[少多高低])|任务[是为]|打算|旨在|致力于|未来|确保|努力|预算(?!内)|冀"
    r"|正在?(?:研究|筹备|规划|考虑)(?!院|所|中心|[^，,。；;]{0,8}的)|(?<=[明后]年)会|(?<=届时)会"
    r"|(?<![大协学商年展峰盛董理监社机都才就])会(?=(?:在|于)[下明]|(?:控制|维持|保持|压缩)在|回到|回升至|[升降增减]至|新增)"
    r"|(?<=[亦也])会(?=[在于][^，,。；;]{0,12}(?:完工|落成|建成|竣工|投产|启用))"
    r"|(?<![一-鿿])(?:[亦也并还都]?会|会[再另并])(?=(?:再|另|陆续|继续|进一步|逐步|分期|增加)*(?:推出|增聘|招聘|增设|加设|增建|扩建|兴建|开设|增加|投入|投放))"
    r"|(?:强调|要求|提出)[，,:：]?要|要再(?=[增投建招引扩新])|原定|原拟|必须(?=[把在])|务必|计划(?=[以把向从由为对在到于将用今明未两三五年\d]|投资|投入|建设|引进|新增|实现|培育|打造|总投资|入驻|入组|推介|招募|募资)"
    r"|规划(?=建设|到|布局|引进|新建|新增|实现|打造)|届时|有信心"
    r"|(?:所得款项|净筹|[集募]资净?额|募集资金净额)[^。；;]{0,60}?[，,中](?=约?近?(?:[\d.]+%|[一二三四五六七八九]成))"
    r"|(?:建成|达产|投产|竣工|落成|满产|达效|启用|全面发展|全面运作|全面投运|全面营运|满载)(?:达产|投产|运营|满产)?之?后"
    r"|(?<![近去这])(?:[一二两三四五六七八九十]|\d{1,2})年内"
    r"|(?<![需主重必首还不只想就简])要(?:再|新|争取)?(?=抓好|招募|招聘|招收|新增|增加|新建|建成|建设|引进|引入|培育|打造|达到|实现"
    r"|完成|突破|扩建|扩大|推出|冲刺|覆盖|投入)"
)
_FORECAST_EN = (
    r"(?:is|are|was|were) (?:expected|forecast|projected|estimated|predicted|likely) to"
    r"|(?:expected|forecast|projected|anticipated) to"
    r"|(?:estimat|project|predict|forecast|expect|believ|reckon)(?:e?s|ed|e)?(?: that)?"
    r"(?= [^,.;]{0,100}\b(?:will|would)\b)"
    r"|could(?= (?:reach|hit|exceed|rise|grow|create|top|bring|add|be worth|peak|generate"
    r"|account|total|double)\b)"
    r"|(?:market|demand|population)\b[^,.;]{0,40} will(?= (?:reach|grow|rise|exceed|top|hit"
    r"|expand|double))"
    r"|(?:is|are) seen(?= (?:[a-z]+ing|at)\b)"
    r"|(?:expects?|forecasts?|predicts?|foresees?|anticipates?)\b"
    r"|(?:estimates?|put)(?= [^,.;]{0,80} at [^,.;]{0,30} by (?:19|20)\d\d)|expected(?= an? )"
)
_TARGET_EN = (
    r"aim(?:s|ed|ing)? (?:to|at|for)|look(?:s|ing)? to|on (?:track|course) to|gear(?:s|ing) up to|"
    r"plan(?:s|ned|ning)? to|plans for|will|(?<!price )targets?(?! price)|targeting|seek(?:s"
    r"|ing)? to"
    r"|intend(?:s|ed)? to|hop(?:es?|ed) to|(?:is|are|was|were) hoping to|vow(?:s|ed) to"
    r"|pledg(?:es|ed)(?: to|(?= [A-Z]{0,3}[$€£¥]?\d))|promis(?:es"
    r"|ed) to|goal"
    r"|(?:memorandum|agreement|pact|contract|MoU)\b[^,;.]{0,60}? to(?= [a-z]+ )"
    r"|(?<!said )(?<!reported )to be"
    r"(?= (?:built|complet|set up|establish|construct|spent|invest|open|creat|hired|add))"
    r"|(?:meant|intended|supposed) to|is to|are to|set to|sets? (?:its )?sights|wants?|due to"
    r" (?:begin|start|open|be)|scheduled to"
    r"|designed to|eligible for|planned(?= \d)|proposed(?= \d)|commit(?:s|ted|ting) to|poised to"
    r"|agreed (?:with [^,;.]{1,60} )?to|would(?! (?:be like|have|need|like))"
    r"|could (?=collect|receive|earn|get|pay)|may (?=receive"
    r"|get|reach|invest)"
    r"|(?:is|are) (?:committing|putting(?! up)|investing|spending|adding|raising)"
)
_ACTUAL_EN = (
    r"currently|so far|to date|as of|has(?! to)|had(?! to)|employs|owns"
    r"|(?<!will )(?<!would )(?<!to )(?<!should )(?<!could )(?<!may )have(?! to)"
    r"|(?:which|who)(?= (?!will|would|is expected|are expected|aims?|plans?|expects?)[a-z])"
)
_MARKERS = compiled(
    rf"(?P<forecast>{_FORECAST_ZH}|\b(?:{_FORECAST_EN}))"
    rf"|(?P<target>{_TARGET_ZH}|\b(?:{_TARGET_EN})\b)"
    r"|(?P<word>(?<!可)将(?!近)|计划)"
    r"|(?P<actual>已(?!建或|设立或|有望)|(?<!由)(?<!从)(?:目前|现在(?!的)|现时|当前)|目标价|如今|眼下|[只仅][^，,。；;\d]?了|截至|截止|迄今|(?<![为是比较及])现有(?!的[\d一二两三四五六七八九十])|数据显示|实际"
    rf"|(?<![较比从由])(?<!相比)(?<!同)(?:去年|上年)"
    rf"|\b(?:{_ACTUAL_EN})\b)"
)
# what a quotation or an item of a list says holds no further
_SCOPES = re.compile(
    r"(?P<opens>[“「『])|(?P<closes>[”」』])|(?P<first>一是)|(?P<item>(?<=[；;])[二三四五六]是)"
)
_LATER = re.compile(
    r"[^，,。；;：:]{0,12}?(?:(?P<word>将(?!近|[^，,。]{1,4}布局))|拟|规划(?=[明后]年|[将于])|计划(?![的书中外项内表性，,。；;、）)])|的目标)"
)
_BUILT_LATER = re.compile(  # 面积32万平方米，将于2024年竣工
    r"[^，,。；;]{0,10}[，,](?:(?P<forecast>预计|料|可望|有望)|(?P<target>将|拟|计划))[^，,。；;]{0,14}"
    r"(?:竣工|建成|投产|交付|启用|落成|完工|动工|开工)"
)
_THERE = re.compile(  # 已租下1.2万平方呎，料2026年投产; 规划建筑面积约23万平方米，预计…
    r"(?:已[^，,。；;有]{1,4}|规划(?:总)?(?:建筑|用地|占地)?面积)[^，,。；;\d]{0,4}(?:[\d.,]+|〓+)[^，,。；;]{0,10}\Z"
)
_LATER_ENGLISH = re.compile(
    r"[A-Za-z0-9 %'’-]{0,40}? (?:will|would(?! (?:be like|have|need|like))|(?:is|are) (?:due|set"
    r"|scheduled|planned|slated|to)) "
)
_SAID_ENGLISH = re.compile(r" (?:said|say|told|thought|believed?) ")
_RELATIVE_ENGLISH = re.compile(r" (?:that|which) ")  # set aside $5 million for a fund that will
# it will lean on a study in which 14 patients with lupus have been treated
_DONE_ENGLISH = re.compile(
    r"[a-z' -]{0,40}? (?:have|has) (?:already |now |since |so far )?been [a-z]+\b"
    r"| (?:who|which|that) (?:already |now |currently )?(?:are|have|is|has|work|live)\b(?! to\b)"
)
_EXPECTED_ENGLISH = re.compile(r"[a-z ]{0,30} expected\b(?! to have)")
_UNBUILT = frozenset({"%", "ratio", "mu", "ha", "km2"})
_WORD = 8  # characters around 计划 in which the words beside it begin
_STOPS = frozenset("，,。；;、）)")
_ADVERBS = frozenset({"d", "ad", "TIME"})
_VERBAL = frozenset({"v", "d", "ad"})
_OPENS = frozenset({"TIME", "d", "PER"})  # what a verb may begin a clause behind
_CURRENCY = 3  # letters of an ISO 4217 code
_AIM = re.compile(
    r"希望|力争|争取|力拼|力求|目标|[并亦也还]会|aim|plan|intend|want"
)  # whoever aims does not only expect
_OF_NOW = re.compile(
    r"(?:现在|现时|目前|当前|去年|上年|今年初|\d年前|(?:19|20)\d{2}年)的(?:每[年月日天周]|约|近|不足|不到|逾)*\Z"
)
_OF_NOW_ENGLISH = re.compile(r"(?:\s[a-z-]+){0,2} (?:now|today|currently|at present)\b")
_FROM_ENGLISH = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\Z")
_TO_ENGLISH = re.compile(r" to (?:[a-z]+ ){0,3}[A-Z]{0,3}[$€£¥]?\d")
# aims at 40, up from 27 in the five years before: what is compared with is past
_BASE_ENGLISH = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|versus) (?:[a-z]+ ){0,3}[A-Z]{0,3}[$€£¥]?\Z"
)
_FROM = re.compile(r"[由从][^，,。；;]{0,5}\Z")
_RISES_TO = re.compile(r"[^，,。；;\d]{0,3}(?:增|提高|提升|扩|升|降|减)|[^，,。；;\d]{0,4}[到至]")
_ENDS_FORECAST = re.compile(  # 预计有68家，今年安排8亿元
    r"[；;]|[，,](?:而)?[今去]年(?!第[三四]|[下底]|[^，,]{0,4}[将可料预])"
)
_PAST_CLAUSE = re.compile(  # … will open in 2026, and Levara leased 42,000 square feet
    r"; (?:[a-z]+ ){0,2}\Z"  # what a clause that a number opens says of it stands behind it
    r"|(?:, (?:and|while|but)|;) (?:[A-Z〓][\w〓’' -]{1,70}?|the [a-z]+(?: [a-z]+)?"
    r"|[\d.,]+(?:%| per ?cent)?(?: [a-z]+){1,4}?)"
    r" (?:(?!need|expect|want|plann|aim|hop)[a-z]+ed|has|have|had|was|were|sold|bought|made|took"
    r"|grew|rose|fell|won|found)\b(?! to\b)"
)
_NEW_SUBJECT = re.compile(r"[；;]")
_SOMEBODY = re.compile(r"(?:而|另外?|此外)?(?:政府|当局|公司|集团|园区|市里|区里|该[园局署院所厅])")
_NEW_SUBJECT_REACH = 8
_REACH_BACK = 40
_BY_YEAR = re.compile(r"(?<![达截直遍])到(?:了)?\s?[“\"]?(?:(?:19|20)\d{2}|十)")
_YEAR_END = re.compile(r"(?<![去上前\d]年)(?<![去上前])年[底末]")
_DONE_THEN = re.compile(r"已经?(?!建或|设立或)|只有|达到了")
_NEGATED = compiled(
    r"(?:没有|并没|并未|尚未|未能|从未|未曾|未(?!来|必|满|达|知)|并非|不是|否认|不再|不会|不存在)"
    r"[^，,。；;、]{0,8}\Z"
    r"|\b(?:(?:did|does|do|has|have|had|is|are|was|were|will|would|could|can) ?(?:not|n[’']t)"
    r"|never|no longer|denied|denies)\b(?! (?:only|less|more|fewer|just))(?:(?! if )[^,;.]){0,40}\Z"
)
_DONE = "建成|建设|建立|设立|设|建|投产|签约|落地|入驻|上市|获批|开工|布局"
_DONE += "|引进|投资|申报|成立|启动|合作|开业"
_PENDING = "拟|酝酿|计划|筹备|筹划|筹|规划|准备|打算|有意|待"
_SOON = rf"(?:(?:正在?|在|即?将)?(?:{_PENDING})+(?:{_DONE})?|(?:正在?|在|即?将)(?:{_DONE}))"
_OR = r"[、，,]?(?:或者?|及|和|、|以及)"
_QUALIFIER = compiled(
    rf"已经?(?:在[^，。；、或及和]{{1,12}}?)?(?:{_DONE}|在)?了?{_OR}{_SOON}"
    rf"|(?:正在?)?(?:{_PENDING})(?:{_DONE})?{_OR}已经?(?:{_DONE})?"
    r"|\b(?:been|already) or (?:will be|(?:are|is) (?:being|to be|about to be|due to be))"
    r" (?:set up|[a-z]+)"
    r"|\b(?:already )?(?:built|established|completed|opened|signed|founded|created|launched|set up)"
    r",?(?: or| and|/| and/or) (?:(?:are|is|were|was) )?(?:(?:now|currently|still|actively) )?"
    r"(?:(?:preparing|planning|due|seeking|intending|about|hoping) to (?:set up|[a-z]+)"
    r"|plan(?:s|ned)? to (?:set up|[a-z]+)|in the process of (?:setting up|[a-z]+ing)"
    r"|(?:planned|proposed|planning|under construction|in the pipeline|in preparation)"
    r"|being (?:built|planned|prepared|set up))"
)


def modality(text: Text, sentence: Sentence, quantity: Quantity) -> Modality:
    """The modality that the words around a quantity set, carried over joined clauses.

    Names are masked: the 计划 in the name of a programme plans nothing. A value of the past and
    one that is the start of a change (由现在的85人增至150人) are actual in any company.
    """
    if _is_past(text, quantity) or _is_starting_point(text, quantity):
        return Modality.ACTUAL
    window = Span(
        max(_part_start(text, sentence, quantity), quantity.span.start - _REACH),
        min(sentence.span.end, quantity.span.end + _REACH),
    )
    # 已建或拟建 qualifies what is counted; it is kept as such and sets no modality
    words = _QUALIFIER.sub(lambda match: MASK * len(match[0]), masked(text, window))
    state = _before(text, words, window.start, quantity)
    at = quantity.span.end - window.start
    if is_english(sentence) and _DONE_ENGLISH.match(words, at):
        return Modality.ACTUAL
    if state is not Modality.ACTUAL:
        return state
    counted = not _is_cost_or_land(quantity)
    later = (
        _after_english(words, at, counted=counted)
        if is_english(sentence)
        else _after(text, words, window.start, quantity)
    )
    if later is Modality.ACTUAL and _aimed_year(text, quantity):
        return Modality.TARGET
    return later


def _is_cost_or_land(quantity: Quantity) -> bool:
    unit = quantity.unit
    return unit in _UNBUILT or (len(unit) == _CURRENCY and unit.isupper())


def _before(text: Text, words: str, offset: int, quantity: Quantity) -> Modality:
    state, told = Modality.ACTUAL, 0
    around: dict[str, Modality] = {}  # what holds around a quotation or a list
    at = quantity.number.start - offset
    for match in _signs(words, at, quantity.span.end - offset):
        if match.re is _SCOPES:
            state = _in_scope(state, match, around)
        elif not match["word"] or _is_intention(text, match.start() + offset):
            told = match.end()
            state = _next(state, match)
    if _PAST_CLAUSE.search(words, told, at):
        return Modality.ACTUAL
    ended = state is Modality.FORECAST and _ENDS_FORECAST.search(words, told + 1, at)
    return Modality.ACTUAL if ended else state


def _signs(words: str, at: int, end: int) -> list[re.Match[str]]:
    """The words that set a modality and the marks of scopes before ``at``, in text order.

    What they look at ends at ``end``.
    """
    markers = [match for match in _MARKERS.finditer(words, 0, end) if match.start() < at]
    if not markers:
        return []
    scopes = _SCOPES.finditer(words, 0, at)
    return sorted((*markers, *scopes), key=lambda match: match.start())


def _in_scope(state: Modality, match: re.Match[str], around: dict[str, Modality]) -> Modality:
    """The modality behind the mark of a scope: what a quotation or an item says stays in it."""
    if match["opens"] or match["first"]:
        around["item" if match["first"] else "quotation"] = state
        return state
    return around.get("item" if match["item"] else "quotation", state)


def _is_intention(text: Text, at: int) -> bool:
    """Whether 将 is the adverb of the future (not 把), or 计划 a verb.

    By their tags; a noun 计划 with a verb behind it is a verb: 今年计划新引进.
    """
    near = Span(max(0, at - _WORD), at + _WORD)
    words = text.words(text.sentence_of(Span(at, at + 1)), near)
    here = next((number for number, word in enumerate(words) if word.span.start == at), None)
    if here is None:
        return False
    if text.key[at] == "将":  # 将总部迁入 takes a noun, 将共建 does not
        verb = any(word.tag in _VERBAL for word in words[here + 1 : here + 2])
        return words[here].tag == "d" or verb
    if text.key[at + 2 : at + 3] in _STOPS:
        return False  # 来自政府的某某计划，
    before = words[here - 1].tag if here else "w"
    behind = next((word.tag for word in words[here + 1 :] if word.tag not in _ADVERBS), None)
    return words[here].tag == "v" or (before in _OPENS and behind == "v")


def _after_english(words: str, at: int, *, counted: bool) -> Modality:
    """The modality that the words after an English quantity set."""
    if _EXPECTED_ENGLISH.match(words, at):
        return Modality.FORECAST
    later = _LATER_ENGLISH.match(words, at)
    told = later is not None and (counted or _RELATIVE_ENGLISH.search(later[0]) is None)
    told = told and _SAID_ENGLISH.search(words, at, later.end() if later else at) is None
    return Modality.TARGET if told else Modality.ACTUAL


def _after(text: Text, words: str, offset: int, quantity: Quantity) -> Modality:
    """The modality that the words after a Chinese quantity set.

    What is built later makes what will be there a plan, not what it costs or stands on.
    """
    at = quantity.span.end - offset
    built = None if _is_cost_or_land(quantity) else _BUILT_LATER.match(words, at)
    if built is not None and _THERE.search(words, 0, at) is None:
        return Modality.FORECAST if built["forecast"] else Modality.TARGET
    later = _LATER.match(words, at)
    if later is None or (later["word"] and not _is_intention(text, later.start("word") + offset)):
        return Modality.ACTUAL
    return Modality.TARGET


def _part_start(text: Text, sentence: Sentence, quantity: Quantity) -> int:
    """Where the part of the sentence begins in which an intention holds.

    After a semicolon a clause with a named subject of its own starts anew.
    """
    start = sentence.span.start
    for match in _NEW_SUBJECT.finditer(text.key, start, quantity.span.start):
        reach = Span(match.end(), min(match.end() + _NEW_SUBJECT_REACH, sentence.span.end))
        if _names_start_in(text, reach) or _SOMEBODY.match(text.key, match.end()):
            start = match.end()
    return start


def _names_start_in(text: Text, span: Span) -> bool:
    at = bisect_left(text.named, span.start, key=lambda item: item.span.start)
    return at < len(text.named) and text.named[at].span.start < span.end


def _is_past(text: Text, quantity: Quantity) -> bool:
    """Whether the value is that of a stretch of time that ended before the publication."""
    period, published = quantity.period, text.article.published
    if period is None or period.start is None or period.end is None or published is None:
        return False
    return period.end < published.instant.date().isoformat()[: len(period.end)]


def _is_starting_point(text: Text, quantity: Quantity) -> bool:
    key, span = text.key, quantity.span
    low = max(0, span.start - 12)
    if _FROM_ENGLISH.search(key, low, span.start) and (
        _OF_NOW_ENGLISH.match(key, span.end) or _TO_ENGLISH.match(key, span.end)
    ):
        return True
    if _BASE_ENGLISH.search(key, max(0, span.start - _REACH_BACK), quantity.number.start):
        return True
    if quantity.unit != "times" and _OF_NOW.search(key, low, quantity.number.start):
        return not _aimed_year(text, quantity)  # 增至2026年的38亿美元
    return bool(_FROM.search(key, low, span.start) and _RISES_TO.match(key, span.end))


def _next(state: Modality, match: re.Match[str]) -> Modality:
    if match["forecast"]:
        return Modality.FORECAST
    if match["target"] and _AIM.match(match["target"]):
        return Modality.TARGET
    if match["target"] or match["word"]:
        # 预计到2025年将达到…: what is expected stays expected
        return state if state is Modality.FORECAST else Modality.TARGET
    return Modality.ACTUAL


def _aimed_year(text: Text, quantity: Quantity) -> bool:
    """Whether the period is a year by which something is aimed at: 到2027年."""
    period = quantity.period
    if period is None or period.expression is None:
        return False
    published = text.article.published
    if _is_under_way(period, published):
        return False
    if period.end is None:
        day = published.instant.date().isoformat() if published is not None else ""
        return bool(day) and period.start is not None and period.start > day[: len(period.start)]
    words = period.expression.of(text.key)
    if published is not None:
        day = period.anchor or published.instant.date().isoformat()  # the anchor is a local day
        if period.start is None and period.end == day[:4] and _YEAR_END.search(words):
            return True
        return period.end > day[: len(period.end)]
    done = _DONE_THEN.search(text.key, period.expression.end, quantity.number.start)
    return bool(_BY_YEAR.match(words)) and done is None


def _is_under_way(period: Period, published: Publication | None) -> bool:
    """Whether a period of days has begun when the article comes out: 今日起一连三天."""
    if published is None or period.start is None or len(period.start) < len("2020-01-01"):
        return False
    return period.end is not None and period.start <= published.instant.date().isoformat()


def is_negated(text: Text, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause denies the value."""
    clauses = text.clauses(sentence)
    clause = clauses[clause_at(clauses, quantity.span.start)]
    return _NEGATED.search(text.key, clause.start, quantity.span.start) is not None


def qualifier(text: Text, sentence: Sentence, quantity: Quantity) -> Span | None:
    """Words that join what is done with what is intended, in the quantity's clause."""
    clauses = text.clauses(sentence)
    clause = clauses[clause_at(clauses, quantity.span.start)]
    match = _QUALIFIER.search(text.key, clause.start, sentence.span.end)
    return Span(*match.span()) if match is not None and match.start() < clause.end else None
