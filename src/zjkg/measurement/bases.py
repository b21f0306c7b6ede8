"""Values that others are compared with: they have no time of their own."""

from __future__ import annotations

import re

from zjkg.model import Span

_CHANGE_REACH, _COMPARED_REACH = 8, 14
# 较招股价14.2元高40%, 较45.8元的发行价跌逾五成: what is compared with
_COMPARED_WITH = re.compile(r"(?:较|(?<![占同环对])比)(?:[^，,。；;：:\d年月期初]{0,10})\Z")
_COMPARED = re.compile(
    r"(?:港|美|日|欧)?元?(?:的[^，,。；;\d]{1,8}?)?(?:已|再|又|仍|累计|一度|最多|大|急|劲)*"
    r"(?:[高低升跌涨飙挫]|上[升涨]|下[跌挫]|溢价|折让)"
)
_CHANGES = re.compile(
    r"(?:多|余)?[^，,。；;\d“”（()）]{0,8}?[到至为成](?:约|近|逾|超过?|不足)*[\d一二两三四五六七八九十百千]"
)
_CHANGING = re.compile(r"增|减|升|降|扩|缩|涨|跌|提|调|拉|恢复|压|变|翻|长")
_CHANGE_FROM = re.compile(
    r"[由从](?:当时|原来|原先|最初|此前|原本)?的?(?:约|近|逾|超过?|不足|不到)*\Z"
)


def starts_change(key: str, quantity: Span) -> bool:
    """Whether a value is what a change starts from (由5人增至16人): it has no time of its own.

    So has a price that another is compared with: 较招股价14元高40%.
    """
    low = max(0, quantity.start - _COMPARED_REACH)
    if _COMPARED_WITH.search(key, low, quantity.start) and _COMPARED.match(key, quantity.end):
        return True
    if _CHANGE_FROM.search(key, max(0, quantity.start - _CHANGE_REACH), quantity.start) is None:
        return False
    change = _CHANGES.match(key, quantity.end)
    return change is not None and _CHANGING.search(change[0]) is not None
