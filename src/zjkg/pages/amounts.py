"""Values with their units as people read them: exact, only shortened by powers of ten."""

from __future__ import annotations

from decimal import Decimal

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.folding import simplified

_SCALES = {
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
_UNITS = {
    "CNY": Bilingual("CNY", "元"),
    "USD": Bilingual("USD", "美元"),
    "EUR": Bilingual("EUR", "欧元"),
    "HKD": Bilingual("HKD", "港元"),
    "GBP": Bilingual("GBP", "英镑"),
    "JPY": Bilingual("JPY", "日元"),
    "ratio": Bilingual("", ""),
    "score": Bilingual("points", "分"),
    "times": Bilingual("times", "倍"),
    "mu": Bilingual("mu", "亩"),
    "m2": Bilingual("m²", "平方米"),
    "km2": Bilingual("km²", "平方公里"),
    "ha": Bilingual("ha", "公顷"),
}
_HEDGES = {
    "~": Bilingual("about ", "约"),
    ">": Bilingual("more than ", "超过"),
    ">=": Bilingual("at least ", "不少于"),
    "<": Bilingual("less than ", "不足"),
    "<=": Bilingual("at most ", "至多"),
}

# What a share is mostly of; other wholes stand as the article writes them.
_WHOLES = {
    "全国": Bilingual("the whole country", "全国"),
    "全球": Bilingual("the whole world", "全球"),
    "世界": Bilingual("the world", "世界"),
    "全省": Bilingual("the whole province", "全省"),
    "全市": Bilingual("the whole city", "全市"),
    "全区": Bilingual("the whole district", "全区"),
}


def whole(written: str, lang: MessageLanguage) -> str:
    """What a share is of, in the reader's language where it is one of the usual wholes."""
    usual = _WHOLES.get(simplified(written))
    return usual.pick(lang) if usual else written


def amount(
    value: Decimal, highest: Decimal | None, unit: str, comparator: str, lang: MessageLanguage
) -> str:
    """``more than 46.1 billion CNY``, ``约461亿元``, ``8–10家``."""
    hedge = _HEDGES[comparator].pick(lang) if comparator in _HEDGES else ""
    upper = f"–{number(highest, lang)}" if highest is not None else ""
    return f"{hedge}{number(value, lang)}{upper}{unit_after(unit, lang)}"


def unit_after(unit: str, lang: MessageLanguage) -> str:
    """The unit as it follows a number."""
    name = _UNITS[unit].pick(lang) if unit in _UNITS else unit
    is_close = unit == "%" or not name or (lang == "zh" and not name[0].isascii())
    return name if is_close else f" {name}"


def number(value: Decimal, lang: MessageLanguage) -> str:
    """A number with all its digits, in billions, 亿 and the like where it is long."""
    for power, word in _SCALES[lang]:
        scaled = value.scaleb(-power)
        if abs(scaled) >= 1:
            return f"{_plain(scaled)}{word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    whole = value.to_integral_value()
    return f"{whole:,}" if value == whole else f"{value.normalize():,f}"
