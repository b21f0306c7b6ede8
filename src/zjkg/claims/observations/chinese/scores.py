"""What a Chinese score is given for: a base period, an item of an index, the total."""

from __future__ import annotations

import re

from zjkg.claims.observations.chinese.growth import growth
from zjkg.claims.observations.chinese.place import Place
from zjkg.claims.observations.measured import Measured, index_name
from zjkg.claims.observations.text import Text
from zjkg.model import Span

_BASE_PERIOD = re.compile(r"(?P<item>基期|基准期?|基点|基数)(?:为|（|\(|是|值为?)?\Z")
_ITEM = re.compile(
    r"[“「『](?P<item>[^”」』]{2,12})[”」』](?:一项|分项|维度|指标)?(?:得分|指数)?(?:最高|最低"
    r"|仅|只|达|得|为|，|有)*\Z"
)
_TOTAL = re.compile(r"综合得分|总得分|得分|评分|总分|分值|指数值")


def scored(text: Text, place: Place, left: Span | None) -> Measured | None:
    """What has a score; ``left`` is the noun left of it, for scores that are dealt out."""
    start = place.sentence.span.start
    lead = text.key[start : place.start]
    for pattern in (_BASE_PERIOD, _ITEM):
        match = pattern.search(lead)
        if match is not None:
            item = Span(start + match.start("item"), start + match.end("item"))
            if not text.names_in(item):
                return Measured(item, "score")
    if growth(place.lead, place.quantity) is not None:
        return None
    if left is not None and "分别" in place.lead:
        return Measured(left, "score")
    for span in (place.clause, place.sentence.span):
        total = _TOTAL.search(text.key, span.start, span.end)
        if total is not None:
            return Measured(Span(*total.span()), "score")
    name = index_name(text, place.sentence, place.sentence.span.end)
    return None if name is None else Measured(name, "index-name")
