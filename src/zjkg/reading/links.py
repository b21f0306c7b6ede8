"""Which security, if any, the address or the markup of a hyperlink names.

The forms are those of stock pages: an exchange before the digits (``/company/sz000516/``,
``stockcode=SS688202``, ``/S/SH600056``), after them (``0700.HK``), or digits alone on a page of
quotations, whose first digits tell the exchange.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXCHANGES = {"sh": "SSE", "ss": "SSE", "sz": "SZSE", "bj": "BSE", "hk": "HKEX"}
_PREFIXED = re.compile(r"(?<![a-z0-9])(sh|ss|sz|bj)(\d{6})(?!\d)", re.IGNORECASE)
_HONG_KONG = re.compile(
    r"(?<![a-z0-9])hk(\d{4,5})(?!\d)|/hk(?:stock)?/(?:quotes/)?(\d{4,5})(?!\d)", re.IGNORECASE
)
_XUEQIU_HONG_KONG = re.compile(r"xueqiu\.com/s/(\d{5})(?!\d)", re.IGNORECASE)
_SUFFIXED = re.compile(r"(?<!\d)(\d{4,6})\.(sh|ss|sz|bj|hk)(?![a-z0-9])", re.IGNORECASE)
_UNIFIED = re.compile(r"eastmoney\.com/unify/(?:r/)?(0|1|116)\.(\d{5,6})(?!\d)", re.IGNORECASE)
_UNIFIED_MARKETS = {"116": "hk"}
_BARE = re.compile(
    r"(?:[?&](?:stock_?)?(?:code|symbol)=|stockpage\.10jqka\.com\.cn/(?:HK)?|quote[^/]*/(?:[a-z]+/)?"
    r"|/(?:stock|company|realstock|gupiao|f10)/)(\d{5,6})(?![\d])",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:(sh|ss|sz|bj|hk)[.:]?)?(\d{5,6})", re.IGNORECASE)
_ATTRIBUTES = ("code", "data-code", "stockcode", "data-stockcode")
_BY_FIRST_DIGITS = (
    (re.compile(r"(?:60|68|90)\d{4}"), "SSE"),
    (re.compile(r"(?:00|20|30)\d{4}"), "SZSE"),
    (re.compile(r"(?:4[23]|8[2378]|92)\d{4}"), "BSE"),
    (re.compile(r"0\d{4}"), "HKEX"),
)
_HONG_KONG_DIGITS = 5


def security(href: str, attributes: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The exchange and code that a link names, or ``(None, None)``."""
    return _from_address(href) or _from_attributes(attributes) or (None, None)


def _from_address(href: str) -> tuple[str | None, str] | None:
    for prefixed in _PREFIXED.finditer(href):
        named = _EXCHANGES[prefixed[1].lower()], prefixed[2]
        # sh202110 is a month in an address, sh000001 an index: neither is a share
        if _numbered(prefixed[2]) == named:
            return named
    if found := _HONG_KONG.search(href) or _XUEQIU_HONG_KONG.search(href):
        return "HKEX", next(filter(None, found.groups())).zfill(_HONG_KONG_DIGITS)
    if found := _SUFFIXED.search(href):
        return _named(found[2], found[1])
    if found := _UNIFIED.search(href):
        return ("HKEX", found[2]) if found[1] in _UNIFIED_MARKETS else _numbered(found[2])
    if found := _BARE.search(href):
        return _numbered(found[1])
    return None


def _from_attributes(attributes: Mapping[str, str]) -> tuple[str | None, str] | None:
    for name in _ATTRIBUTES:
        found = _CODE.fullmatch(attributes.get(name, "").strip())
        if found:
            return _named(found[1], found[2]) if found[1] else _numbered(found[2])
    return None


def _named(exchange: str, code: str) -> tuple[str, str]:
    name = _EXCHANGES[exchange.lower()]
    return name, code.zfill(_HONG_KONG_DIGITS) if name == "HKEX" else code


def _numbered(code: str) -> tuple[str, str] | None:
    for pattern, exchange in _BY_FIRST_DIGITS:
        if pattern.fullmatch(code):
            return exchange, code
    return None
