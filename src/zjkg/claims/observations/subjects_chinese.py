"""The subjects of Chinese clauses: names, generic words, and the topic that is carried on."""

from __future__ import annotations

import re

from zjkg.claims.observations.discourse import Discourse
from zjkg.claims.observations.positions import (
    MASK,
    Actor,
    body_start,
    has_post,
    is_attendant,
    is_beside,
    is_governed,
    is_located,
    is_relayed,
    is_run_by,
    is_titled,
    leads_to,
    masked,
    said_until,
)
from zjkg.claims.observations.references import Sort, references
from zjkg.claims.observations.text import Named, Text, clause_at
from zjkg.model import EntityType, Quantity, Sentence, Span

_SUBJECT_TYPES = frozenset(EntityType) - {EntityType.PERSON, EntityType.POLICY}
_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_SITED = re.compile(
    r"(?:来自于?|入驻|落户于?|布局|集聚(?:于|在)|坐落于?|落子|扎根|选址|位于)[“「‘]?\Z"
)
_WHOLE = re.compile(
    r"(?:目前|截至目前|其中|据悉)?(?:全国|全球|我国|国内|世界|[本全][港台]|业内|行业)"
)
_HELD = re.compile(r"持股|占股|持有")
_HOLDER = re.compile(r"(?:股东|投资方|投资者)(?:为|是|系)")
_EVENT = re.compile(r"(?:举办|举行|主办|承办|召开)了?[“「『《]?\Z")
_TOLD = re.compile(r"(?:透露|介绍|公布|发布|披露|公开)了[“「『]?\Z")
_STARTED = re.compile(r"(?:透露|介绍|公布|发布|启动|推出|实施)了?[“「『]?\Z")
_SIZED = re.compile(r"(?:总投资|投资|总?规模|注册资本|占地|面积)(?:约|近|逾|超过?|达)*\Z")
_OF_SIZE = re.compile(r"的[^，。；：]{0,8}?[“「『]?")
_ATTENDED = re.compile(
    r"[^，。；：]{0,14}?(?:参加|出席|亮相|齐聚|参与)了?(?:本次|此次|本届)?(?:大会|峰会|论坛|活动"
    r"|会议|展会|博览会)"
)
_OWN_MONEY = re.compile(r"安排|投入|拨款|设立|发放|兑现|拨付|出资")
_SHARED = re.compile(r"占")
_IS = re.compile(r"(?:是|担任|出任|现任|任|系)")
_Given = tuple[str | None, str]


class ChineseSubjects:
    """Reads Chinese sentences clause by clause."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse
        self._local: str | None = None
        self._site: str | None = None
        self._said = False
        self._begin = 0

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[_Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        self._discourse.begin()
        self._local, self._site, self._said = None, None, False
        clauses = self._text.clauses(sentence)
        self._begin = sentence.span.start + body_start(masked(self._text, sentence.span))
        by_clause: dict[int, list[Quantity]] = {}
        for quantity in quantities:
            by_clause.setdefault(clause_at(clauses, quantity.span.start), []).append(quantity)
        given: list[_Given] = []
        for number, clause in enumerate(clauses):
            earlier = clauses[number - 1] if number else None
            given.extend(self._clause(sentence, clause, earlier, by_clause.get(number, [])))
        return given

    def _clause(
        self, sentence: Sentence, clause: Span, earlier: Span | None, here: list[Quantity]
    ) -> list[_Given]:
        words = masked(self._text, clause)
        names = self._text.names_in(clause)
        self._speakers(clause, words, names)
        given: list[_Given] = []
        for quantity in here:
            head = self._head(clause, words, quantity.span.start, quantity)
            given.append(self._subject(sentence, clause, earlier, quantity, head))
        head = self._head(clause, words, here[0].span.start if here else clause.end, None)
        for item in names:
            before, after = (
                words[: item.span.start - clause.start],
                words[item.span.end - clause.start :],
            )
            actor = Actor(item.span, item.entity, item.type)
            self._discourse.mention(item, beside=is_beside(before, after, name=actor))
        if head is not None and not (here and self._is_part(clause, here[0], head)):
            if here or not (self._local and is_attendant(words)):
                self._set(head.entity)
        elif head is None and given and given[0][0] is not None and given[0][1] != "subject:topic":
            self._set(given[0][0])
        self._objects(clause, words, names)
        return given

    def _set(self, entity: str) -> None:
        self._local = entity
        self._discourse.focus(entity)

    def _head(
        self, clause: Span, words: str, limit: int, quantity: Quantity | None
    ) -> Actor | None:
        """What stands in the subject position of a clause before an offset."""
        end = limit - clause.start
        begin = min(said_until(words[:end]), end)
        actors = self._actors(clause, words, limit)
        found = self._first_head(clause, words, actors, begin, quantity)
        if found is None and begin and not is_relayed(words[:end]):
            return self._first_head(clause, words, actors, 0, quantity)
        return found

    def _first_head(
        self,
        clause: Span,
        words: str,
        actors: list[Actor],
        begin: int,
        quantity: Quantity | None,
    ) -> Actor | None:
        for number, actor in enumerate(actors):
            at, stop = actor.span.start - clause.start, actor.span.end - clause.start
            if (
                at < begin
                or actor.span.start < self._begin
                or actor.type not in _SUBJECT_TYPES
                or _shared(actor, quantity)
            ):
                continue
            before, after = words[:at], words[stop:]
            if is_governed(words[begin:at]) and not actor.possessive:
                if after.startswith("的"):
                    continue  # 入驻某园的某公司: the name belongs to what describes the next
                return None
            if is_titled(after) and not actor.possessive:
                continue
            if is_beside(before, after, name=actor):
                if is_located(before) and actor.type in _SITES and self._site is None:
                    self._site = actor.entity
                continue
            return self._innermost(clause, words, actors[number:], quantity)
        return None

    def _innermost(
        self, clause: Span, words: str, actors: list[Actor], quantity: Quantity | None
    ) -> Actor:
        """The last of a chain of names that describe one another."""
        head = actors[0]
        for actor in actors[1:]:
            between = words[head.span.end - clause.start : actor.span.start - clause.start]
            begotten = actor.type in (EntityType.PRODUCT, EntityType.PROJECT)
            if _shared(actor, quantity) or (MASK in between and not begotten):
                break
            if leads_to(between, head, actor):
                head = actor
            elif not is_run_by("由", between):
                continue
        return head

    def _actors(self, clause: Span, words: str, limit: int) -> list[Actor]:
        """Names and generic words that end before an offset, in text order."""
        named = [
            Actor(item.span, item.entity, item.type)
            for item in self._text.names_in(clause)
            if item.span.end <= limit
        ]
        generic: list[Actor] = []
        for word in references(words, clause.start, english=False):
            entity = self._discourse.resolve(word) if word.end <= limit else None
            if entity is not None:
                kind = self._discourse.type_of(entity)
                own = word.sort in (Sort.TOPIC, Sort.SPEAKER)
                generic.append(
                    Actor(Span(word.start, word.end), entity, kind, generic=True, possessive=own)
                )
        free = [
            item for item in named if not any(other.span.overlaps(item.span) for other in generic)
        ]
        return sorted((*free, *generic), key=lambda item: item.span)

    def _subject(
        self,
        sentence: Sentence,
        clause: Span,
        earlier: Span | None,
        quantity: Quantity,
        head: Actor | None,
    ) -> _Given:
        return self._stated(clause, earlier, quantity, head) or self._kept(
            sentence, clause, quantity
        )

    def _stated(
        self, clause: Span, earlier: Span | None, quantity: Quantity, head: Actor | None
    ) -> _Given | None:
        """The subject that the clause, or the one it leans on, names."""
        if head is not None and self._is_part(clause, quantity, head):
            head = None
        rule = "subject:reference" if head is not None and head.generic else "subject:clause"
        return _first_of(
            (self._sited(clause, quantity), "subject:sited"),
            (self._paid(clause, quantity), "subject:paid"),
            (None if head is None else head.entity, rule),
            (self._holder(clause, earlier), "subject:holder"),
            (self._modified(clause, quantity), "subject:clause"),
        )

    def _kept(self, sentence: Sentence, clause: Span, quantity: Quantity) -> _Given:
        """The subject that the text goes on with."""
        lead = clause.start, quantity.span.start
        if _WHOLE.match(self._text.key, *lead) and quantity.share_of is None:
            return None, "subject:whole"
        found = _first_of(
            (self._local, "subject:local"),
            (self._site, "subject:site"),
            (self._spoken_of(clause), "subject:speaker"),
        )
        if found is not None:
            return found
        if self._discourse.topic is not None:
            return self._topic(clause), "subject:topic"
        return self._first(sentence, quantity), "subject:sentence"

    def _is_part(self, clause: Span, quantity: Quantity, head: Actor) -> bool:
        """Whether a place only says which part of the topic is meant: 澳门企业占到三成."""
        between = self._text.key[head.span.end : quantity.span.start]
        return (
            head.type is EntityType.PLACE
            and not head.generic
            and self._local not in (None, head.entity)
            and head.span.start == clause.start
            and quantity.unit in ("%", "ratio")
            and _SHARED.search(between) is not None
        )

    def _spoken_of(self, clause: Span) -> str | None:
        """Whom a speaker speaks of who names nobody: of the own company, else of the site."""
        speaker = self._discourse.speaker
        if speaker is None or not self._said:
            return None
        run = self._discourse.operated(speaker)
        if run is not None and not _OWN_MONEY.search(clause.of(self._text.key)):
            return run
        if self._discourse.is_firm(speaker) or _OWN_MONEY.search(clause.of(self._text.key)):
            return speaker
        topic = self._discourse.topic
        if topic is not None and self._discourse.type_of(topic) in _SITES:
            return topic
        return self._discourse.last_site()

    def _holder(self, clause: Span, earlier: Span | None) -> str | None:
        """The shareholder named right before: 股东为某公司，持股22.5%."""
        key = self._text.key
        if earlier is None or not _HELD.match(key, clause.start):
            return None
        names = self._text.names_in(earlier)
        if not names or names[-1].span.end < earlier.end:
            return None
        return names[-1].entity if _HOLDER.search(key, earlier.start, earlier.end) else None

    def _topic(self, clause: Span) -> str | None:
        """What the text is about; where that is an authority, the site that it reports of."""
        topic = self._discourse.topic
        if topic is None or self._discourse.type_of(topic) is not EntityType.ORGANIZATION:
            return topic
        words = clause.of(self._text.key)
        if self._discourse.is_authority(topic) and not _OWN_MONEY.search(words):
            return self._discourse.last_site()
        return topic

    def _paid(self, clause: Span, quantity: Quantity) -> str | None:
        """Who is paid: 向某公司支付首付款."""
        for item in self._text.names_in(Span(clause.start, quantity.span.start)):
            before = self._text.key[clause.start : item.span.start]
            after = self._text.key[item.span.end : quantity.span.start]
            if before.endswith("向") and after.startswith("支付"):
                return item.entity
        return None

    def _modified(self, clause: Span, quantity: Quantity) -> str | None:
        """The name that a clause with the value describes: 总规模50亿元的某基金."""
        key = self._text.key
        if not _SIZED.search(key, clause.start, quantity.span.start):
            return None
        for item in self._text.names_in(Span(quantity.span.end, clause.end)):
            between = key[quantity.span.end : item.span.start]
            named = item.type in _SUBJECT_TYPES and _OF_SIZE.fullmatch(between)
            return item.entity if named else None
        return None

    def _sited(self, clause: Span, quantity: Quantity) -> str | None:
        """The site in 16项来自于张江: after the value, behind a verb of place."""
        meeting = _ATTENDED.match(self._text.key, quantity.span.end, clause.end)
        if meeting is not None:
            return self._discourse.last_named(EntityType.EVENT)
        for item in self._text.names_in(
            Span(quantity.span.end, max(clause.end, quantity.span.end))
        ):
            before = self._text.key[quantity.span.end : item.span.start]
            if item.type in _SUBJECT_TYPES and not _in_share(item.span, quantity):
                return item.entity if _SITED.search(before) else None
        return None

    def _first(self, sentence: Sentence, quantity: Quantity) -> str | None:
        for item in self._text.names_in(sentence.span):
            late = item.span.start >= self._begin
            if late and item.type in _SUBJECT_TYPES and not _in_share(item.span, quantity):
                return item.entity
        return None

    def _speakers(self, clause: Span, words: str, names: tuple[Named, ...]) -> None:
        """Note who speaks, and whose post the speaker has."""
        organization: Named | Actor | None = None
        for item in names:
            at, stop = item.span.start - clause.start, item.span.end - clause.start
            if item.type is not EntityType.PERSON:
                if organization is None and is_titled(words[stop:]):
                    organization = item
                continue
            if organization is None:
                organization = self._copula(clause, words, item)
            self._employ(item, organization, words[:at])
            organization = None
            self._discourse.speaker = self._discourse.employers.get(item.entity)
            self._said = True
        if not names and re.match(r"[他她](?!们)", words):
            self._said = True
            person = self._discourse.last_named(EntityType.PERSON)
            self._discourse.speaker = self._discourse.employers.get(person or "")

    def _copula(self, clause: Span, words: str, person: Named) -> Actor | None:
        """The employer of 甲是该公司总经理."""
        link = _IS.match(words, person.span.end - clause.start)
        if link is None:
            return None
        at = clause.start + link.end()
        actors = self._actors(clause, words, clause.end)
        return next((item for item in actors if item.span.start == at), None)

    def _employ(self, person: Named, organization: Named | Actor | None, before: str) -> None:
        if organization is not None:
            self._discourse.employers[person.entity] = organization.entity
        elif has_post(before):
            firm = self._discourse.last_firm()
            if firm is not None:
                self._discourse.employers[person.entity] = firm

    def _objects(self, clause: Span, words: str, names: tuple[Named, ...]) -> None:
        """What a clause makes the topic of the rest: the meeting held, the plan set out."""
        for item in names:
            before = words[: item.span.start - clause.start]
            topic = self._local
            if topic is not None and is_run_by(before, words[item.span.end - clause.start :]):
                self._discourse.operate(item.entity, topic)
            if item.type is EntityType.POLICY and self._local is None:
                self._planned(item)
            held = item.type is EntityType.EVENT and _EVENT.search(before)
            told = _TOLD if item.type is not EntityType.PROJECT else _STARTED
            if held or (item.type in _SUBJECT_TYPES and told.search(before)):
                self._set(item.entity)

    def _planned(self, policy: Named) -> None:
        """A plan speaks of the park or the place that its name begins with."""
        site = self._discourse.inside_name(policy.entity, _SITES) or self._discourse.last_site()
        if site is not None:
            self._set(site)


def _first_of(*candidates: _Given) -> _Given | None:
    return next((each for each in candidates if each[0] is not None), None)


def _shared(actor: Actor, quantity: Quantity | None) -> bool:
    return quantity is not None and _in_share(actor.span, quantity)


def _in_share(span: Span, quantity: Quantity) -> bool:
    share = quantity.share_of
    return share is not None and share.overlaps(span) and span.end <= share.end
