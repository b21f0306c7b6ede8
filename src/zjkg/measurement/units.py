"""Units: currencies, percent, areas, scores, multiples; else the classifier as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zjkg.patterns import compiled

# Longest first, so that 美元 is not read as 元.
_CURRENCIES = {
    "元人民币": "CNY",
    "人民币元": "CNY",
    "新加坡元": "SGD",
    "新台币元": "TWD",
    "瑞士法郎": "CHF",
    "新台币": "TWD",
    "人民币": "CNY",
    "美元": "USD",
    "美金": "USD",
    "港元": "HKD",
    "港币": "HKD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元": "JPY",
    "韩元": "KRW",
    "台币": "TWD",
    "新元": "SGD",
    "澳元": "AUD",
    "加元": "CAD",
    "卢布": "RUB",
    "澳门元": "MOP",
    "澳门币": "MOP",
    "葡币": "MOP",
    "瑞典克朗": "SEK",
    "丹麦克朗": "DKK",
    "挪威克朗": "NOK",
    "印度卢比": "INR",
    "卢比": "INR",
    "泰铢": "THB",
    "令吉": "MYR",
    "林吉特": "MYR",
    "坡币": "SGD",
    "新币": "SGD",
    "加币": "CAD",
    "澳币": "AUD",
    "日圆": "JPY",
    "韩圜": "KRW",
    "韩圆": "KRW",
    "圆": "CNY",
    "元": "CNY",
}
_KOREAN = (
    r"(?:South )?(?:Korean )?won(?! (?:an?|the|its|their|approval|clearance|support|funding"
    r"|backing|over|out|contracts?|awards?|orders?|places?|seats?|permission)\b)|KRW"
)
_MEASURES = {
    "个百分点": "百分点",
    "百分点": "百分点",
    "平方公里": "km2",
    "平方千米": "km2",
    "平方米": "m2",
    "平米": "m2",
    "平方公尺": "m2",
    "公顷": "ha",
    "亩": "mu",
    "㎡": "m2",
    "km²": "km2",
    "km2": "km2",
    "m²": "m2",
    "m2": "m2",
    "%": "%",
}
_AMBIGUOUS = {  # a word that is a unit only where the next character does not make another word
    "倍": ("times", r"(?![感增])"),
    "点": ("score", r"(?![一二两三四五六七八九十半整钟多击评赞燃亮明名缀子位火面线阵滴\d])"),
    "分": ("score", r"(?![之钟别子类布析为享成支工公区级院店泌化散批期离流辨])"),
}
# Nouns of measure that count things. 期 届 代 级 类 版 号 大 强 are not among them: with them a
# number names a class, a rank or an edition.
_CLASSIFIERS = (
    "万人份|人份|平方呎|平方英尺|平方英呎|英亩|公吨|公升|千兆|兆瓦时|PB|TB|GB|MB|MW|GW|kW|千伏|坪|甲|人次|个工作日|个多小时|个半小时|个小时|个多月|个半月|个多星期|个星期|个月|小时|分钟|家次"
    "|场次|批次|梯次|架次|例次|件套|公里|千米|厘米|毫米"
    "|微米|纳米|千克|公斤|毫克|毫升|千瓦时|兆瓦|吨|克|升|米|岁|天|秒|周|家|个|個|项|項|款|件|名|人"
    "|条|案|种|座|只|台|批|位|所|例|幢|栋|支|户|场|处|张|份|次|篇|笔|宗|组|层|套|辆|架|艘|对|轮|单|股|票|门"
    "|片|颗|趟|℃|度|格|国|粒|盒|剂|床|间|幅|部|本|册|枚|头|株|瓶|袋|桶|箱|尾|艘次|口|堂|队|席|通|起|宗次|例次|道|段|列|节|人头|村|县|市|省|年"
)
_AFTER_CLASSIFIER = {  # words in which the "classifier" belongs to the noun
    "甲": r"(?=[，,。；;、地的])",
    "度": r"(?=[，,。；;、）)的]|左右|以[上下])",
    "国": r"(?=[，,。；;、）)]|和地区|及地区|的)",
    "格": r"(?=[，,。；;、）)的])",
    "家": r"(?!庭|族|长|属)",
    "队": r"(?!列|形|伍|友|长)",
    "席": r"(?!位|次|卷|地)",
    "个": r"(?!人|性|体|别|股|税)",
    "名": r"(?!牌|校|医|企)",
    "人": r"(?!工|造|民|类|体|份|形|大代|才)",
    "位": r"(?!于|居|列|点|移)",
    "条": r"(?!件|例|款|约)",
    "案": r"(?=[，,。；;、）)])",
    "种": r"(?!子|植|质|源|业)",
    "次": r"(?!日|年|要|级)",
    "天": r"(?!然|津|使)",
    "周": r"(?!边|年|期|岁)",
    "年": r"(?!级|报|轻)",
    "市": r"(?![场值盈])",
    "省": r"(?!级)",
    "部": r"(?![门分位])",
    "节": r"(?![点约])",
    "段": r"(?!落)",
    "道": r"(?!路)",
    "所": r"(?!有|谓)",
    "单": r"(?!抗|位|一|项|个|品|细)",
    "股": r"(?!份|东|权|票)",
    "门": r"(?!店|诊)",
    "片": r"(?!区|段)",
    "对": r"(?!外|接|于|照|应)",
    "支": r"(?!持|撑|付|架|出)",
    "米": r"(?!其)",
    "头": r"(?!部|衔)",
    "口": r"(?!服|径|岸|罩|碑|腔)",
    "起": r"(?=[并重投融合事案诉授交]|[，,。；;、])",
    "通": r"(?=电话|来电)",
    "堂": r"(?=课|讲)",
}
_NUMBER_PREFIX_CURRENCY = {
    "US$": "USD",
    "U.S.$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NTD": "TWD",
    "TWD": "TWD",
    "S$": "SGD",
    "SGD": "SGD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD": "CAD",
    "NZ$": "NZD",
    "R$": "BRL",
    "MOP$": "MOP",
    "MOP": "MOP",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "HKD": "HKD",
    "GBP": "GBP",
    "JPY": "JPY",
    "KRW": "KRW",
    "CHF": "CHF",
    "SFr": "CHF",
    "SEK": "SEK",
    "DKK": "DKK",
    "NOK": "NOK",
    "ILS": "ILS",
    "THB": "THB",
    "MYR": "MYR",
    "INR": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "₹": "INR",
    "₩": "KRW",
    "人民币": "CNY",
    "新台币": "TWD",
    "台币": "TWD",
    "港币": "HKD",
    "美金": "USD",
    "¥": "CNY",
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
}
_ENGLISH_UNITS = (
    (r"percentage points?", "百分点"),
    (r"percent|per cent|pct|%", "%"),
    (r"Chinese yuan|yuan(?: renminbi)?|renminbi|RMB|CNY", "CNY"),
    (r"US dollars?|U\.S\. dollars?|American dollars?|USD", "USD"),
    (r"Hong Kong dollars?|HKD", "HKD"),
    (r"Singapore dollars?|SGD", "SGD"),
    (r"Australian dollars?|AUD", "AUD"),
    (r"(?:New )?Taiwan(?:ese)? dollars?|NTD|TWD", "TWD"),
    (r"Canadian dollars?|CAD", "CAD"),
    (r"New Zealand dollars?", "NZD"),
    (r"(?:Macau )?patacas?", "MOP"),
    (r"dollars?", "USD"),
    (r"(?:Swedish )?kronor|Swedish krona|SEK", "SEK"),
    (r"Danish (?:kroner|krone)|DKK", "DKK"),
    (r"Norwegian (?:kroner|krone)|NOK", "NOK"),
    (r"(?:Indian )?rupees?|INR", "INR"),
    (
        _KOREAN,
        "KRW",
    ),
    (r"(?:Thai )?baht", "THB"),
    (r"(?:Malaysian )?ringgit", "MYR"),
    (r"(?:Israeli )?shekels?", "ILS"),
    (r"euros?|EUR", "EUR"),
    (r"pounds? sterling|pounds?|GBP", "GBP"),
    (r"(?:Japanese )?yen|JPY", "JPY"),
    (r"Swiss francs?|CHF", "CHF"),
    (r"[Ss]quare[ -](?:[Kk]ilomet(?:er|re)s?|km)|sq\.? ?km|km2|km²", "km2"),
    (r"[Ss]quare[ -][Mm]et(?:er|re)s?|sq\.? ?m|sqm|m2|m²", "m2"),
    (r"[Ss]quare[ -](?:[Ff]eet|[Ff]oot)|sq\.? ?ft|sq\.? ?feet", "square feet"),
    (r"hectares?|ha", "ha"),
    (r"acres?", "acres"),
    (r"mu", "mu"),
    (r"times|-?fold|x", "times"),
    (r"points?", "score"),
)

_FIXED = _CURRENCIES | _MEASURES
_ZH_FIXED = "|".join(re.escape(word) for word in sorted(_FIXED, key=len, reverse=True))
_ZH_AMBIGUOUS = "|".join(word + tail for word, (_, tail) in _AMBIGUOUS.items())
_ZH_CLASSIFIER = "|".join(
    word + _AFTER_CLASSIFIER.get(word, "")
    for word in sorted(_CLASSIFIERS.split("|"), key=len, reverse=True)
)
_ZH_UNIT = compiled(
    rf"\s?(?:(?P<fixed>{_ZH_FIXED})|(?P<ambiguous>{_ZH_AMBIGUOUS})"
    rf"|(?P<classifier>{_ZH_CLASSIFIER}))"
)
_EN_UNIT = re.compile(
    r"[ -]?(?:"
    + "|".join(f"(?P<u{i}>{words})" for i, (words, _) in enumerate(_ENGLISH_UNITS))
    + r")(?![A-Za-z0-9])"
)
_PREFIX = re.compile(
    "(?<![A-Za-z])(?:"
    + "|".join(re.escape(word) for word in sorted(_NUMBER_PREFIX_CURRENCY, key=len, reverse=True))
    + r")\s?\Z"
)
_PREFIX_HERE = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_NUMBER_PREFIX_CURRENCY, key=len, reverse=True))
    + r")\s?(?=\d)"
)
_PREFIX_REACH = 7
_READING = re.compile(r"(?:指数|得分|评分|分项|读数|基期).*\d\Z")  # else 点 is a time or a place
_INDEX_REACH = 60
CURRENCY_CODES = (
    frozenset(_CURRENCIES.values())
    | frozenset({"NZD", "BRL", "ILS"})
    | frozenset(_NUMBER_PREFIX_CURRENCY.values())
)
AREAS = frozenset({"m2", "km2", "ha", "mu", "坪", "平方呎", "square feet", "acres"})
RATIOS = frozenset({"%", "ratio"})
CODES = CURRENCY_CODES | frozenset(code for _, code in _ENGLISH_UNITS) | {"ratio"}
DURATION_UNITS = frozenset(
    "年 周 週 岁 歲 天 个月 個月 个多月 個多月 个半月 個半月 小时 小時 个小时 個小時 个多小时"
    " 個多小時 个半小时 個半小時 个星期 個星期 个多星期 個多星期 分钟 分鐘 秒".split()
)

ENGLISH_DURATIONS = frozenset(
    word + plural
    for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
    for plural in ("", "s")
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number: its code or words, and where it ends."""

    code: str
    end: int
    factor: Decimal = Decimal(1)


def chinese_unit(key: str, text: str, at: int) -> Unit | None:
    """The unit that starts at ``at``; a classifier is given as the stored text writes it."""
    match = _ZH_UNIT.match(key, at)
    if match is None:
        return None
    if (fixed := match["fixed"]) is not None:
        return Unit(_FIXED[fixed], match.end())
    if (ambiguous := match["ambiguous"]) is not None:
        if ambiguous == "点" and not _READING.search(key, max(0, at - _INDEX_REACH), at):
            return None
        return Unit(_AMBIGUOUS[ambiguous][0], match.end())
    start, end = match.span("classifier")
    return Unit(text[start:end], end)


def english_unit(key: str, at: int) -> Unit | None:
    """The unit word that starts at ``at``, with or without a space or hyphen before it."""
    match = _EN_UNIT.match(key, at)
    if match is None or match.lastgroup is None:
        return None
    return Unit(_ENGLISH_UNITS[int(match.lastgroup[1:])][1], match.end())


def currency_before(key: str, start: int) -> tuple[str, int] | None:
    """The currency written before a number (``US$``, ``€``, 人民币) and where it starts."""
    match = _PREFIX.search(key, max(0, start - _PREFIX_REACH), start)
    if match is None:
        return None
    word = match[0].strip()
    return _NUMBER_PREFIX_CURRENCY[word], match.start()


def currency_here(key: str, at: int) -> int | None:
    """The end of a currency sign that starts at ``at`` before a number, or None."""
    match = _PREFIX_HERE.match(key, at)
    return match.end() if match is not None else None
