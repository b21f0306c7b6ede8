"""The outlet that a dateline names: 某某社北京7月16日电, 某某网讯."""

from __future__ import annotations

import re
from typing import Final

_BEFORE_DATE: Final = re.compile(
    r"^[【（(〔\[]?(?:据"
    r"|據)?(?P<outlet>[\u3400-\u9fffA-Za-z·][\u3400-\u9fffA-Za-z0-9·]{1,15}?)[ 　]?"
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:专|專|综合|綜合)?(?:电|電|讯|訊|消息|报道|報道|報導)"
    r"|(?:讯|訊|消息)(?=[ 　（(〔【：:】〕\]]|$)"
    r"|(?P<credited>)(?=[（(〔【](?:实习|見習|见习|實習|首席)?(?:记者|記者)))"
)
_ENDS: Final = re.compile(
    ".+(?:网|網|报|報|社|台|臺|刊|在线|在線|客户端|客戶端|新闻|新聞|财经|財經|传媒|傳媒|资讯|資訊"
    "|电视|電視|广播|廣播|融媒|融媒体|视界|頭條|头条|观察|觀察)"
)
_SELF: Final = re.compile("^(?:本(?:报|報|刊|网|網|台|臺|社|站)|专|專|综合|綜合|快|简|簡|又|另)")


def dateline_outlet(line: str) -> tuple[int, int] | None:
    """Where the outlet stands in a line that a dateline opens; None for 本报 and where none does.

    A place behind the outlet (某某社北京7月16日电) is told apart where the outlet ends as
    outlets' names do.
    """
    found = _BEFORE_DATE.match(line)
    if found is None or _SELF.match(found["outlet"]):
        return None
    ends = _ENDS.match(found["outlet"])
    if found["credited"] is not None and (not ends or ends.end() < len(found["outlet"])):
        return None  # 上海市领导（记者…
    start = found.start("outlet")
    return start, start + (ends.end() if ends else len(found["outlet"]))


def named_outlet(line: str) -> tuple[int, int] | None:
    """The outlet of a dateline where it ends as the names of papers, sites and stations do."""
    found = dateline_outlet(line)
    ends = _ENDS.fullmatch(line, *found) if found is not None else None
    return found if ends is not None and "记者" not in ends[0] and "記者" not in ends[0] else None
