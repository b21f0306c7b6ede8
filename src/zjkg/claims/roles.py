"""Who holds which post where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zjkg.claims.article_frames import Reading, SentenceFrame
from zjkg.claims.frame import Frame
from zjkg.claims.names import Slot
from zjkg.claims.posts import founds, is_company_post, may_be_shared, split_posts
from zjkg.claims.role_grammar import DEPARTMENT, EN_RULES, JOINED, ZH_RULES, RoleRule
from zjkg.errors import Bilingual
from zjkg.model import (
    Dropped,
    EntityType,
    Evidence,
    Modality,
    Predicate,
    Relation,
    Role,
    Span,
)

_HEADED = "部局院所署会处厅校"
_NOT_HELD = Bilingual(
    "the text says that the person does not hold the post, or no longer",
    "原文表示此人并未担任或不再担任该职务",
)
_COURTESY = Bilingual(
    "a courtesy title behind a name whose post the text has given",
    "姓名前已写明职务，其后的称谓只是敬称",
)
_LEFT = re.compile(
    r"(?:不再|辞去|辞任|卸任|免去|被免|原定|并非|不是|no longer|not|never)[^，。]{0,6}$"
)


@dataclass(slots=True)
class _Collector:
    """The roles found so far in one sentence."""

    reading: Reading
    item: SentenceFrame
    roles: list[Role] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    taken: set[tuple[str, int]] = field(default_factory=set)
    placed: set[Span] = field(default_factory=set)
    last: tuple[int, str | None, Slot | None] = (-1, None, None)

    def collect(self, rule: RoleRule) -> None:
        frame = self.item.frame
        for match in rule.pattern.finditer(frame.text):
            if _LEFT.search(frame.text[max(0, match.start() - 10) : match.start("posts")]):
                self._drop(rule, match, _NOT_HELD)
                continue
            organization = self._employer(rule, match)
            people = frame.slots_in(*match.span("p"))
            for at, person in enumerate(people):
                self._hold(rule, match, person, organization, shared=at > 0)
            self.last = (match.end(), rule.id, organization)

    def _employer(self, rule: RoleRule, match: re.Match[str]) -> Slot | None:
        frame = self.item.frame
        groups = match.groupdict()
        if groups.get("o"):
            between = (groups.get("d") or "").strip()
            if not self.item.chinese or not between or DEPARTMENT.search(between):
                return frame.slots[match.start("o")]
        if rule.subject:
            return _last_organization(frame, match.start())
        if (
            self.item.chinese
            and 0 <= self.last[0] <= match.start()
            and JOINED.match(frame.text[self.last[0] : match.start("posts")])
        ):
            return self.last[2]
        if self.item.chinese and is_company_post(match["posts"]):
            return _only_organization(frame, match.start("posts"))
        return None

    def _hold(
        self,
        rule: RoleRule,
        match: re.Match[str],
        person: Slot,
        organization: Slot | None,
        *,
        shared: bool,
    ) -> None:
        frame = self.item.frame
        base = match.start("posts")
        if rule.id == "role-zh-head":
            self._head(rule, base, person)
            return
        for start, end in split_posts(match["posts"], chinese=self.item.chinese):
            span = frame.source(base + start, base + end)
            words = frame.text[base + start : base + end]
            if shared and not may_be_shared(words):
                continue
            if rule.id == "role-zh-title" and person.span in self.placed:
                self._drop(rule, match, _COURTESY)
                continue
            mark = (person.key, span.start)
            if mark in self.taken:
                continue
            self.taken.add(mark)
            self.placed.add(person.span)
            parts = [span, person.span]
            if organization is not None and self.item.sentence.span.covers(organization.span):
                parts.append(organization.span)
            self.roles.append(
                Role(
                    person.key,
                    organization.key if organization else None,
                    span,
                    Evidence(self.item.sentence.span, tuple(sorted(parts))),
                    rule.id,
                )
            )

    def _head(self, rule: RoleRule, at: int, person: Slot) -> None:
        """卫福部长: the post is 部长, its first character the last one of the organization."""
        organization, mark = self.item.frame.slots[at - 1], self.item.frame.spans[at]
        if organization is None or self.reading.key[mark.start - 1] not in _HEADED:
            return
        span = Span(mark.start - 1, mark.end)
        focus = tuple(sorted((organization.span, span, person.span)))
        evidence = Evidence(self.item.sentence.span, focus)
        self.placed.add(person.span)
        self.roles.append(Role(person.key, organization.key, span, evidence, rule.id))

    def _drop(self, rule: RoleRule, match: re.Match[str], reason: Bilingual) -> None:
        span = self.item.frame.source(*match.span("posts"))
        self.dropped.append(Dropped("claims", rule.id, span, reason))


def _last_organization(frame: Frame, end: int) -> Slot | None:
    names = [s for s in frame.slots_in(0, end) if s.type is EntityType.ORGANIZATION]
    return names[-1] if names else None


def _only_organization(frame: Frame, end: int) -> Slot | None:
    """The company that the sentence is about, if it has named just one before the post."""
    names = frame.slots_in(0, end)
    organizations = [s for s in names if s.type is EntityType.ORGANIZATION]
    people = [s for s in names if s.type is EntityType.PERSON]
    return organizations[0] if len(organizations) == 1 and not people else None


def find_roles(reading: Reading) -> tuple[tuple[Role, ...], tuple[Dropped, ...]]:
    """All roles of an article, in text order, with the candidates that were not kept."""
    roles: list[Role] = []
    dropped: list[Dropped] = []
    for item in reading.sentences:
        if not any(s and s.type is EntityType.PERSON for s in item.frame.slots):
            continue
        collector = _Collector(reading, item)
        for rule in ZH_RULES if item.chinese else EN_RULES:
            collector.last = (-1, None, None)
            collector.collect(rule)
        roles.extend(collector.roles)
        dropped.extend(collector.dropped)
    credited, uncredited = _credits(reading)
    kept, repeated = _without_bare_repetitions(reading, _distinct(reading, [*credited, *roles]))
    ordered = sorted(kept, key=lambda role: (role.post, role.person))
    return tuple(ordered), (*dropped, *uncredited, *repeated)


def _credits(reading: Reading) -> tuple[list[Role], list[Dropped]]:
    """The roles of reporters and editors whom the article credits."""
    roles, dropped = [], []
    for credit in reading.article.credits:
        person = _slot_over(reading, credit.name, EntityType.PERSON)
        if person is None or credit.post.start >= credit.post.end:
            reason = Bilingual(
                "a credited name that was not recognized as a person, or has no post",
                "署名未被识别为人名，或没有职务",
            )
            dropped.append(Dropped("claims", "role-credit", credit.name, reason))
            continue
        organization = (
            _slot_over(reading, credit.organization, EntityType.ORGANIZATION)
            if credit.organization
            else None
        )
        sentence = reading.sentence_at(credit.name.start)
        parts = [credit.post, credit.name]
        if organization is not None and sentence.covers(organization.span):
            parts.append(organization.span)
        focus = tuple(sorted(part for part in parts if sentence.covers(part)))
        key = organization.key if organization else None
        roles.append(Role(person.key, key, credit.post, Evidence(sentence, focus), "role-credit"))
    return roles, dropped


def _slot_over(reading: Reading, span: Span, kind: EntityType) -> Slot | None:
    reach = reading.sentence_at(span.start)
    for slot in reading.slots.inside(reach):
        if slot.type is kind and slot.span.overlaps(span):
            return slot
    return None


def _distinct(reading: Reading, roles: list[Role]) -> list[Role]:
    """One role for each person, employer and post in a sentence."""
    seen: set[tuple[str, str | None, str, Span]] = set()
    kept = []
    for role in roles:
        mark = (role.person, role.organization, role.post.of(reading.key), role.evidence.sentence)
        if mark not in seen:
            seen.add(mark)
            kept.append(role)
    return kept


def _without_bare_repetitions(
    reading: Reading, roles: list[Role]
) -> tuple[list[Role], list[Dropped]]:
    """Leave out 所长石谦 where the article also says of which institute."""
    full = {(r.person, r.post.of(reading.key)) for r in roles if r.organization is not None}
    reason = Bilingual(
        "the same post is named with its organization elsewhere in the article",
        "同一职务在文中他处已连同机构一并写明",
    )
    kept, dropped = [], []
    for role in roles:
        if role.organization is None and (role.person, role.post.of(reading.key)) in full:
            dropped.append(Dropped("claims", "role-repeated", role.post, reason))
        else:
            kept.append(role)
    return kept, dropped


def founders(reading: Reading, roles: tuple[Role, ...]) -> tuple[Relation, ...]:
    """Who is called founder of an organization founded it."""
    return tuple(
        Relation(
            role.person,
            Predicate.FOUNDER_OF,
            role.organization,
            Modality.ACTUAL,
            None,
            role.evidence,
            "relation-founder-post",
        )
        for role in roles
        if role.organization is not None and founds(role.post.of(reading.key))
    )
