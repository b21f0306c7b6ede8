"""Names inside 《》 and names of foreign make inside Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.vocabulary import NOT_NAMES, POLICY_HEADS

_MIN_TITLE = 4
_TITLE = re.compile(r"《([^《》\n]{2,60})》")
_POLICY_END = re.compile(
    "(?:[一二三四五六七八九十百]条|"
    + "|".join(map(re.escape, POLICY_HEADS))
    + r"|规范|指引|标准|守则|章程|通则|要点|任务书|路线图|施政报告|工作报告|预算案|"
    r"倡议|宣言)(?:[（(][^（）()]{1,20}[）)])?$"
)
_QUOTED_POLICY = re.compile(
    r"[“「『]([^“”「」『』，。、；]{2,16}?(?:(?<![疗方做说写看用打想手无合司算语])法|条例|办法|细则|"
    r"行动方案|若干措施|若干意见|[一二三四五六七八九十\d]条|新政))[”」』]"
)
_QUOTED_PROJECT = re.compile(
    r"(?<!核定的)(?<!核准的)(?<!印发的)(?<!公布的)(?<!发布的)[“「『\"]([^“”「」『』\"，。、；]{2,14}?(?:专线|直通车|绿色通道|快线|一件事|揭榜挂帅|加速营|训练营|计划|专项|(?<![获得大重首头])奖))[”」』\"]"
)
_QUOTED_FUND = re.compile(r"[“「『]([^“”「」『』，。、；]{3,16}?(?:引导基金|基金))[”」』]")
_REPORT_END = re.compile(
    r"(?:报告|蓝皮书|白皮书|年鉴|[年季月]报|"
    r"观察|洞察|图谱|展望|榜单|名录|综述)(?:[（(][^（）()]{1,20}[）)])?$"
)
_QUOTED = (
    (_QUOTED_POLICY, EntityType.POLICY),
    (_QUOTED_PROJECT, EntityType.PROJECT),
    (_QUOTED_FUND, EntityType.ORGANIZATION),
)
_OUTLET_END = re.compile(r"(?:(?<![年季月快])报|周刊|杂志|晚报|早报|新闻)$")
_INDEX_END = re.compile(r"指数(?:[（(][^（）()]{1,20}[）)])?$")
_ISSUED = re.compile(
    r"(?:局|委|会|部|厅|署|政府|处|办公室)"
    r"(?:联合|正式)?(?:发布|印发|公布|出台|推出)了?$"
)
_ISSUED_WITHIN = 16
_AT_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9.&+-]{1,20}@[\u4e00-\u9fff]{2,4}")
_CAMEL = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-z]+[A-Z][A-Za-z]+(?![A-Za-z0-9])")
_APPROVED = re.compile(r"[^，。；]{0,14}?(?:获批|获准|上市(?!公司)|植入|装机|销售)")
_PARK_LIKE = re.compile(r"(?:BAY|Bay|Park|PARK|Valley|Island|Port|Hub|Town)$")


def propose(passage: Passage) -> Iterator[Candidate]:
    """Titles of documents, and foreign names that no Chinese word could be."""
    start, end = passage.span.start, passage.span.end
    yield from _titles(passage)
    for pattern, kind in _QUOTED:
        for match in pattern.finditer(passage.text, start, end):
            yield Candidate(Span(*match.span(1)), kind, "pattern:quoted-title")
    for match in _AT_PLACE.finditer(passage.text, start, end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "pattern:foreign")
    for match in _CAMEL.finditer(passage.text, start, end):
        if match.group() in NOT_NAMES:
            continue
        park = _PARK_LIKE.search(match.group())
        product = passage.text.endswith("的", start, match.start()) and _APPROVED.match(
            passage.text, match.end(), end
        )
        kind = EntityType.PRODUCT if product else EntityType.ORGANIZATION
        yield Candidate(
            Span(*match.span()),
            EntityType.PARK if park else kind,
            "pattern:foreign" if park else "pattern:camel",
        )


def _titles(passage: Passage) -> Iterator[Candidate]:
    """What stands in 《》, by its last word."""
    start, end = passage.span.start, passage.span.end
    for match in _TITLE.finditer(passage.text, start, end):
        title = match.group(1)
        before = max(start, match.start() - _ISSUED_WITHIN)
        issued = _ISSUED.search(passage.text, before, match.start())
        policy = len(title) >= _MIN_TITLE and _POLICY_END.search(title)
        if policy or (issued and title.endswith("书")):
            yield Candidate(Span(*match.span(1)), EntityType.POLICY, "pattern:title")
        elif _REPORT_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.PROJECT, "pattern:title")
        elif _OUTLET_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.ORGANIZATION, "pattern:title")
        elif _INDEX_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.INDEX, "pattern:title")
