"""Whose value it is: the entity that a clause speaks of, carried from clause to clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from zjkg.claims.observation_text import Named, Text, clause_at, is_english
from zjkg.model import EntityType, Quantity, Sentence, Span

_SUBJECT_TYPES = frozenset(EntityType) - {EntityType.PERSON, EntityType.EVENT, EntityType.POLICY}
_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_OBLIQUE_BEFORE = re.compile(
    r"(?:[以将把让使、]|在|于|位于|落户|入驻|布局|依托|围绕|毗邻|联合|携手|与|和|及|对标|占|由|被|从|自|来自于?|对|向|包括|如|比|较|同"
    r"|授牌|揭牌|进入|收购|投资|发布|推出|拥有|至|到|建设|打造|代表|对接|辐射)[“‘《「『\"]?\Z"
    r"|(?:\b(?:in|at|on|of|by|with|from|to|for|near|across|within|than|into|and|via|through|around)"
    r"(?: the)?\s)\Z",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"集聚|聚集|建设|发布|打造|研发|位于|布局|满足|毗邻|拥有|揭牌|授牌|推出|联合|编制|围绕|依托|设立|收购|投资|举行"
    r"|吸引|引进|培育|覆盖|代表|具有|为主体|入驻|落户|是|达到"
)
_REPORTING = re.compile(
    r"表示|介绍|透露|指出|说|告诉|认为|看来|获悉|接受[^，]{0,6}采访|said|says|told|added"
)
_SITED = re.compile(
    r"(?:来自于?|入驻|落户于?|布局|集聚(?:于|在)|坐落于?|落子|扎根|选址|位于)[“「‘]?\Z"
)
_HEADS = (
    "公司|集团|企业|联盟|园区|指数|生态|基地|中心|医院|研究所|研究院|计划|项目|平台|基金|协会|大学|机构|产业园"
    "|科学城|新区|开发区|高新区|产品|该药|药物"
)
_REFERRING = re.compile(
    rf"(?:(?:该|本|这一|这家|此|上述)(?P<named>{_HEADS})"
    rf"|(?:\A|[，,。；“\s])(?:目前|据悉|其中|如今|而)?(?P<bare>公司|集团|联盟|园区|指数|生态|基地|产业园)(?=[已从将目共内现的由有拥自预计今全规总拟还]))"
    r"|\b(?:the|this) (?P<english>company|firm|group|park|hub|index|institute|hospital|alliance"
    r"|zone|center|centre|platform|fund|city|district)\b"
)
_ENGLISH_TYPES = {
    "company": EntityType.ORGANIZATION,
    "firm": EntityType.ORGANIZATION,
    "group": EntityType.ORGANIZATION,
    "institute": EntityType.ORGANIZATION,
    "hospital": EntityType.ORGANIZATION,
    "alliance": EntityType.ORGANIZATION,
    "fund": EntityType.ORGANIZATION,
    "park": EntityType.PARK,
    "hub": EntityType.PARK,
    "zone": EntityType.PARK,
    "index": EntityType.INDEX,
    "city": EntityType.PLACE,
    "district": EntityType.PLACE,
}
_TYPES = {
    "公司": EntityType.ORGANIZATION,
    "集团": EntityType.ORGANIZATION,
    "企业": EntityType.ORGANIZATION,
    "联盟": EntityType.ORGANIZATION,
    "医院": EntityType.ORGANIZATION,
    "机构": EntityType.ORGANIZATION,
    "园区": EntityType.PARK,
    "产业园": EntityType.PARK,
    "基地": EntityType.PARK,
    "指数": EntityType.INDEX,
    "计划": EntityType.PROJECT,
    "项目": EntityType.PROJECT,
    "产品": EntityType.PRODUCT,
}
_ENUMERATED = re.compile(r"(?:、[^，。；]*)?等(?:各类|一批)?")
_OBLIQUE_REACH = 8
_PAIR = 2
_JOINS = frozenset({"、", "和", "与", "及", "以及"})
_LOCATIVE = re.compile(r"在\Z|\b[Ii]n (?:the )?\Z")
_WHOLE = re.compile(r"(?:目前|截至目前|其中|据悉)?(?P<words>全国|全球|我国|国内|世界|全市|全省)")
_BY_TYPE_ALONE = frozenset({"公司", "集团", "企业", "机构", "company", "firm", "group"})
_VALUE_OF = re.compile(r"\s(?:scoring|scored|scores|got|gained|reached|reaching)\b[^,]*\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a quantity, and how it was found; ``words`` where it is no entity."""

    entity: str | None
    rule: str
    words: Span | None = None


class SubjectFinder:
    """Reads an article clause by clause and remembers what it speaks of."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._topic: str | None = None
        self._site: Named | None = None
        self._seen: list[Named] = []

    def sentence(
        self, sentence: Sentence, quantities: list[tuple[int, Quantity]]
    ) -> dict[int, Found]:
        """The subjects of the quantities of the next sentence, by quantity index."""
        clauses = self._text.clauses(sentence)
        by_clause: dict[int, list[tuple[int, Quantity]]] = {}
        for index, quantity in quantities:
            by_clause.setdefault(clause_at(clauses, quantity.span.start), []).append(
                (index, quantity)
            )
        found: dict[int, Found] = {}
        local = False
        self._site = None
        for number, clause in enumerate(clauses):
            names = self._text.names_in(clause)
            here = by_clause.get(number, [])
            subject = self._clause_subject(clause, names, here, english=is_english(sentence))
            if subject is not None:
                self._topic, local = subject.entity, True
            respective = self._respective(clause, names, here)
            for order, (index, quantity) in enumerate(here):
                if respective:
                    found[index] = Found(respective[order].entity, "subject:respective")
                    continue
                result = self._subject(sentence, clause, quantity, subject, local=local)
                if result is not None:
                    found[index] = result
                if result is not None and result.entity is not None:
                    self._topic, local = result.entity, True
            self._site = self._site or self._stated_site(clause, names)
            self._seen.extend(names)
        return found

    def _respective(
        self, clause: Span, names: tuple[Named, ...], here: list[tuple[int, Quantity]]
    ) -> list[Named]:
        """The names that 分别 deals out to the values of a clause, in their order; else none."""
        key = self._text.key
        at = key.find("分别", clause.start, here[0][1].span.start) if here else -1
        listed = [item for item in names if item.span.end <= at]
        if len(listed) != len(here) or len(here) < _PAIR:
            return []
        gaps = [key[first.span.end : second.span.start] for first, second in pairwise(listed)]
        return listed if all(gap in _JOINS for gap in gaps) else []

    def _subject(
        self,
        sentence: Sentence,
        clause: Span,
        quantity: Quantity,
        subject: Found | None,
        *,
        local: bool,
    ) -> Found | None:
        names = [
            item
            for item in self._text.names_in(clause)
            if item.type in _SUBJECT_TYPES and not _in_share(item, quantity)
        ]
        if (near := self._nearest(sentence, names, quantity)) is not None:
            return near
        if subject is not None:
            return subject
        whole = _WHOLE.match(self._text.key, clause.start, quantity.span.start)
        if whole is not None and not names and quantity.share_of is None:
            return Found(None, "subject:whole", Span(*whole.span("words")))
        site = next((item for item in names if item.type in _SITES), self._site)
        if site is not None and not local:
            return Found(site.entity, "subject:site")
        if self._topic is not None:
            return Found(self._topic, "subject:topic")
        return self._first_in(sentence, quantity)

    def _nearest(self, sentence: Sentence, names: list[Named], quantity: Quantity) -> Found | None:
        """A name that the value's own words point at, before the clause's subject."""
        if quantity.unit == "score" and not is_english(sentence):
            scored = [
                item for item in self._text.names_in(sentence.span) if item.type is EntityType.INDEX
            ]
            if scored:
                return Found(scored[-1].entity, "subject:index")
        if (near := _adjacent(self._text, names, quantity)) is not None:
            return Found(near.entity, "subject:adjacent")
        sited = self._sited(names, quantity)
        return None if sited is None else Found(sited.entity, "subject:sited")

    def _stated_site(self, clause: Span, names: tuple[Named, ...]) -> Named | None:
        """The site of a clause that says where: 在张江萌发, ``in Zhangjiang``."""
        key = self._text.key
        for item in names:
            low = max(clause.start, item.span.start - _OBLIQUE_REACH)
            if item.type in _SITES and _LOCATIVE.search(key, low, item.span.start):
                return item
        return None

    def _first_in(self, sentence: Sentence, quantity: Quantity) -> Found | None:
        for item in self._text.names_in(sentence.span):
            if item.type in _SUBJECT_TYPES and not _in_share(item, quantity):
                return Found(item.entity, "subject:sentence")
        return None

    def _sited(self, names: list[Named], quantity: Quantity) -> Named | None:
        """The site in 16项来自于张江: after the value, behind a verb of place."""
        for item in names:
            before = self._text.key[quantity.span.end : item.span.start]
            if item.span.start >= quantity.span.end and _SITED.search(before):
                return item
        return None

    def _clause_subject(
        self,
        clause: Span,
        names: tuple[Named, ...],
        here: list[tuple[int, Quantity]],
        *,
        english: bool,
    ) -> Found | None:
        """What the clause itself says it speaks of: a name in subject position, or a reference."""
        limit = here[0][1].span.start if here else clause.end
        reporting = _REPORTING.search(self._text.key, clause.start, clause.end)
        best: Named | None = None
        for item in names:
            if item.span.start >= limit and here:
                break
            if any(_in_share(item, quantity) for _, quantity in here):
                continue
            if reporting or not self._is_subject(clause, item, names, english=english):
                continue
            if best is not None and self._text.key[best.span.end : item.span.start] not in (
                "",
                "的",
            ):
                break
            best = item
        referred = self._reference(clause, limit)
        if referred is not None and (best is None or referred[0] < best.span.start):
            return Found(referred[1], "subject:reference")
        return None if best is None else Found(best.entity, "subject:clause")

    def _is_subject(
        self, clause: Span, item: Named, names: tuple[Named, ...], *, english: bool
    ) -> bool:
        key = self._text.key
        if item.type not in _SUBJECT_TYPES:
            return False
        low = max(clause.start, item.span.start - _OBLIQUE_REACH)
        if _OBLIQUE_BEFORE.search(key, low, item.span.start):
            return False
        before = Span(clause.start, item.span.start)
        lead = "".join(
            "〓" if any(n.span.start <= at < n.span.end for n in names) else key[at]
            for at in range(before.start, before.end)
        )
        if english:
            return not re.search(r"\b(?:said|have|has|is|are|was|were|of|in)\b", lead)
        return _PREDICATE.search(lead) is None and not _enumerated(key, item, clause)

    def _reference(self, clause: Span, limit: int) -> tuple[int, str] | None:
        """The offset and entity of 该公司, 园区, ``the company`` in a clause, if it has one."""
        low = max(0, clause.start - 1)
        for match in _REFERRING.finditer(self._text.key, low, limit):
            word = match["named"] or match["bare"] or match["english"]
            kind = _ENGLISH_TYPES.get(word) or _TYPES.get(word)
            entity = self._last(word, kind)
            if entity is not None:
                return match.start(), entity
        return None

    def _last(self, word: str, kind: EntityType | None) -> str | None:
        """The last entity whose name holds the word, else the last one of the type."""
        for item in reversed(self._seen):
            name = item.span.of(self._text.key)
            if word not in _BY_TYPE_ALONE and word in name and item.type is not EntityType.PERSON:
                return item.entity
        for item in reversed(self._seen):
            if kind is not None and item.type is kind:
                return item.entity
        return None


def _in_share(item: Named, quantity: Quantity) -> bool:
    return quantity.share_of is not None and (
        quantity.share_of.overlaps(item.span) and item.span.end <= quantity.share_of.end
    )


def _adjacent(text: Text, names: list[Named], quantity: Quantity) -> Named | None:
    """The name in ``… shows Zhangjiang scoring 117``: right before the verb of the value."""
    for item in reversed(names):
        if item.span.end <= quantity.span.start:
            between = text.key[item.span.end : quantity.span.start]
            return item if _VALUE_OF.match(between) else None
    return None


def _enumerated(key: str, item: Named, clause: Span) -> bool:
    """Whether a name is one of the examples in 甲、乙等30家企业."""
    return _ENUMERATED.match(key, item.span.end, clause.end) is not None
