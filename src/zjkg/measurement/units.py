"""Units: currencies, percent, areas, scores, multiples; else the classifier as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

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
    "元": "CNY",
}
_MEASURES = {
    "个百分点": "百分点",
    "百分点": "百分点",
    "平方公里": "km2",
    "平方千米": "km2",
    "平方米": "m2",
    "平米": "m2",
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
    "分": ("score", r"(?![之钟别子类布析为享成支工公区级院店泌化散批期离流辨])"),
}
# Nouns of measure that count things. 期 届 代 级 类 版 号 大 强 are not among them: with them a
# number names a class, a rank or an edition.
_CLASSIFIERS = (
    "万人份|人份|人次|个工作日|个小时|个月|小时|分钟|家次|场次|架次|例次|件套|公里|千米|厘米|毫米"
    "|微米|纳米|千克|公斤|毫克|毫升|千瓦时|兆瓦|吨|克|升|米|岁|天|秒|周|家|个|個|项|項|款|件|名|人"
    "|条|种|座|只|台|批|位|所|例|幢|栋|支|户|场|处|张|份|次|篇|笔|宗|组|层|套|辆|架|艘|对|轮|单|股|票|门"
    "|片|颗|粒|盒|剂|床|间|幅|部|本|册|枚|头|株|瓶|袋|桶|箱|道|段|列|节|人头|村|县|市|省|年"
)
_AFTER_CLASSIFIER = {  # words in which the "classifier" belongs to the noun
    "家": r"(?!庭|族|长|属)",
    "个": r"(?!人|性|体|别|股|税)",
    "名": r"(?!牌|校|医|企)",
    "人": r"(?!工|造|民|类|体|份|形|大代|才)",
    "位": r"(?!于|居|列|点|移)",
    "条": r"(?!件|例|款|约)",
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
    "件": r"",
}
_NUMBER_PREFIX_CURRENCY = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "A$": "AUD",
    "C$": "CAD",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "HKD": "HKD",
    "GBP": "GBP",
    "JPY": "JPY",
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
    (r"dollars?", "USD"),
    (r"euros?|EUR", "EUR"),
    (r"pounds? sterling|pounds?|GBP", "GBP"),
    (r"(?:Japanese )?yen|JPY", "JPY"),
    (r"Swiss francs?|CHF", "CHF"),
    (r"square kilomet(?:er|re)s?|sq\.? ?km|km2|km²", "km2"),
    (r"square met(?:er|re)s?|sq\.? ?m|m2|m²", "m2"),
    (r"hectares?|ha", "ha"),
    (r"mu", "mu"),
    (r"times|-?fold", "times"),
    (r"points?", "score"),
)

_FIXED = _CURRENCIES | _MEASURES
_ZH_FIXED = "|".join(re.escape(word) for word in sorted(_FIXED, key=len, reverse=True))
_ZH_AMBIGUOUS = "|".join(word + tail for word, (_, tail) in _AMBIGUOUS.items())
_ZH_CLASSIFIER = "|".join(
    word + _AFTER_CLASSIFIER.get(word, "")
    for word in sorted(_CLASSIFIERS.split("|"), key=len, reverse=True)
)
_ZH_UNIT = re.compile(
    rf"\s?(?:(?P<fixed>{_ZH_FIXED})|(?P<ambiguous>{_ZH_AMBIGUOUS})|(?P<classifier>{_ZH_CLASSIFIER}))"
)
_EN_UNIT = re.compile(
    r"[ -]?(?:"
    + "|".join(f"(?P<u{i}>{words})" for i, (words, _) in enumerate(_ENGLISH_UNITS))
    + r")(?![A-Za-z0-9])"
)
_PREFIX = re.compile(
    "(?:"
    + "|".join(re.escape(word) for word in sorted(_NUMBER_PREFIX_CURRENCY, key=len, reverse=True))
    + r")\s?\Z"
)
_PREFIX_REACH = 5
CURRENCY_CODES = frozenset(_CURRENCIES.values()) | frozenset(_NUMBER_PREFIX_CURRENCY.values())
DURATION_UNITS = frozenset({"年", "周", "岁", "天", "个月", "小时", "个小时", "分钟", "秒"})


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
