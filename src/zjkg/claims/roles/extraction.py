"""Who holds which post where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.names import Slot
from zjkg.claims.roles.credits import credited_roles
from zjkg.claims.roles.employers import implied_employer, possessor
from zjkg.claims.roles.grammar import Employer, Holder, RoleRule
from zjkg.claims.roles.grammar_en import EN_RULES
from zjkg.claims.roles.grammar_en import JOINED as EN_JOINED
from zjkg.claims.roles.grammar_zh import DEPARTMENT, ZH_RULES
from zjkg.claims.roles.grammar_zh import JOINED as ZH_JOINED
from zjkg.claims.roles.posts import (
    founds,
    governs_place,
    is_company_post,
    is_honour,
    may_be_shared,
    split_posts,
)
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
    "a courtesy title beside a name, without an organization or behind a post",
    "姓名旁的敬称，未连同机构写明，或其前已写明职务",
)
_REPEATED = Bilingual(
    "the same post is named with its organization elsewhere in the article",
    "同一职务在文中他处已连同机构一并写明",
)
_LEFT = re.compile(
    r"(?:不再|辞去|辞任|卸任|免去|被免|原定|并非|不是|no longer|not|never)[^，。]{0,6}$"
)
_FORMER = re.compile(r"(?:前|原|曾任|此前|former(?:ly)?|previously|was|until \w+)[^，。,;]{0,24}$")
_ITS = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_IMPLIED: Final = "-implied"
"""Ends the rule's id where the organization is not beside the post but spoken of before."""


@dataclass(slots=True)
class _Collector:
    """The roles found so far in one sentence.

    ``held`` says which match a post's place belongs to: one place is one post of one holder, or
    of the people of one list. ``employers`` are the present ones of persons, by key; ``past``
    has the keys of those where somebody is no longer.
    """

    reading: Reading
    item: SentenceFrame
    employers: dict[str, Slot]
    past: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    held: list[tuple[Span, tuple[str, int]]] = field(default_factory=list)
    placed: set[Span] = field(default_factory=set)
    last: tuple[int, Slot | None] = (-1, None)

    def collect(self, rule: RoleRule) -> None:
        self.last = (-1, None)
        frame = self.item.frame
        for match in rule.pattern.finditer(frame.text):
            if _LEFT.search(frame.text[max(0, match.start() - 10) : match.start("posts")]):
                self._drop(rule, match, _NOT_HELD)
                continue
            people = self._people(rule, match)
            if not people:
                continue
            organization, implied = self._employer(rule, match, people[0])
            for at, person in enumerate(people):
                self._hold(rule, match, person, organization, shared=at > 0, implied=implied)
            self.last = (match.end(), organization)

    def _people(self, rule: RoleRule, match: re.Match[str]) -> tuple[Slot, ...]:
        frame = self.item.frame
        if rule.holder is Holder.NAMED:
            return frame.slots_in(*match.span("p"))
        before = [s for s in frame.slots_in(0, match.start()) if s.type is EntityType.PERSON]
        return tuple(before[-1:])

    def _employer(
        self, rule: RoleRule, match: re.Match[str], person: Slot
    ) -> tuple[Slot | None, bool]:
        """The organization, and whether it is implied."""
        named = self._named_employer(match)
        if named is not None:
            return named, False
        frame, at = self.item.frame, match.start("posts")
        if rule.employer is Employer.SUBJECT:
            return _last_organization(frame.slots_in(0, match.start())), False
        joined = ZH_JOINED if self.item.chinese else EN_JOINED
        if 0 <= self.last[0] <= match.start() and joined.match(frame.text[self.last[0] : at]):
            return self.last[1], False
        if rule.employer is Employer.NONE:
            return None, False
        return self._implied(match, person), True

    def _implied(self, match: re.Match[str], person: Slot) -> Slot | None:
        """The organization spoken of before, which the words beside the post do not name."""
        frame, at = self.item.frame, match.start("posts")
        if not self.item.chinese and _ITS.search(frame.text[max(0, at - 6) : at + 6]):
            return possessor(self.reading, self.item, at)
        if is_company_post(match["posts"]) and person.key in self.employers:
            return self.employers[person.key]
        return implied_employer(self.reading, self.item, at, match["posts"], self.past)

    def _named_employer(self, match: re.Match[str]) -> Slot | None:
        groups = match.groupdict()
        if not groups.get("o"):
            return None
        slot = self.item.frame.slots[match.start("o")]
        between = (groups.get("d") or "").strip()
        if slot is not None and slot.type is EntityType.PARK and between:
            return None  # beside a park's name, what stands between is a body of its own
        if self.item.chinese and between and not DEPARTMENT.search(between):
            return None
        return slot

    def _hold(  # noqa: PLR0913 - a post is held by a person at an organization, as a rule found
        self,
        rule: RoleRule,
        match: re.Match[str],
        person: Slot,
        organization: Slot | None,
        *,
        shared: bool,
        implied: bool,
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
            if rule.id == "role-zh-title" and (person.span in self.placed or not organization):
                self._drop(rule, match, _COURTESY)
                continue
            if not self._takes(span, (rule.id, match.start())):
                continue
            if is_honour(words) and (organization is None or implied):
                self._drop(rule, match, _COURTESY)
                continue
            self.placed.add(person.span)
            where = self._seat(words, organization)
            if where is not None and not implied:
                self._remember(match, person, where, words)
            self._add(rule.id, span, person, where, implied=implied)

    def _takes(self, post: Span, owner: tuple[str, int]) -> bool:
        """Whether the place of a post is free for a match, or its own already."""
        if any(place.overlaps(post) and other != owner for place, other in self.held):
            return False
        self.held.append((post, owner))
        return True

    def _seat(self, post: str, organization: Slot | None) -> Slot | None:
        """Where the post is held: a mayor's is with a government, not the party beside it."""
        if organization is None or not governs_place(post):
            return organization
        rules = self.reading.labels.get(organization.key, "").endswith("政府")
        return organization if rules else None

    def _remember(self, match: re.Match[str], person: Slot, organization: Slot, post: str) -> None:
        before = self.item.frame.text[max(0, match.start() - 12) : match.start("posts")]
        if _FORMER.search(before):
            self.past.add(organization.key)
        elif is_company_post(post):
            self.employers.setdefault(person.key, organization)

    def _add(
        self, rule: str, post: Span, person: Slot, organization: Slot | None, *, implied: bool
    ) -> None:
        parts = [post, person.span]
        sentence = self.item.sentence.span
        if organization is not None and not implied and sentence.covers(organization.span):
            parts.append(organization.span)
        if organization is not None and implied:
            rule += _IMPLIED
        key = organization.key if organization else None
        self.roles.append(
            Role(person.key, key, post, Evidence(sentence, tuple(sorted(parts))), rule)
        )

    def _head(self, rule: RoleRule, at: int, person: Slot) -> None:
        """卫福部长: the post is 部长, its first character the last one of the organization."""
        organization, mark = self.item.frame.slots[at - 1], self.item.frame.spans[at]
        if organization is None or self.reading.key[mark.start - 1] not in _HEADED:
            return
        span = Span(mark.start - 1, mark.end)
        self.placed.add(person.span)
        self._add(rule.id, span, person, organization, implied=False)

    def _drop(self, rule: RoleRule, match: re.Match[str], reason: Bilingual) -> None:
        span = self.item.frame.source(*match.span("posts"))
        self.dropped.append(Dropped("claims", rule.id, span, reason))


def _last_organization(names: tuple[Slot, ...]) -> Slot | None:
    organizations = [slot for slot in names if slot.type is EntityType.ORGANIZATION]
    return organizations[-1] if organizations else None


def find_roles(reading: Reading) -> tuple[tuple[Role, ...], tuple[Dropped, ...]]:
    """All roles of an article, in text order, with the candidates that were not kept."""
    roles: list[Role] = []
    dropped: list[Dropped] = []
    employers: dict[str, Slot] = {}
    by_lines = [(credit.post, ("role-credit", 0)) for credit in reading.article.credits]
    for item in reading.sentences:
        if not any(s and s.type is EntityType.PERSON for s in item.frame.slots):
            continue
        collector = _Collector(reading, item, employers)
        collector.held.extend(by_lines)
        for rule in ZH_RULES if item.chinese else EN_RULES:
            collector.collect(rule)
        roles.extend(collector.roles)
        dropped.extend(collector.dropped)
    credited, uncredited = credited_roles(reading)
    kept, repeated = _without_repetitions(reading, [*credited, *roles])
    ordered = sorted(kept, key=lambda role: (role.post, role.person))
    return tuple(ordered), (*dropped, *uncredited, *repeated)


def _without_repetitions(reading: Reading, roles: list[Role]) -> tuple[list[Role], list[Dropped]]:
    """One role for each person, organization and post.

    所长石谦 is left out where the article also says of which institute, and so is a role whose
    organization is only implied where the article names the organization of the same post.
    """
    named = [r for r in roles if r.organization is not None and not r.rule.endswith(_IMPLIED)]
    implied = [r for r in roles if r.organization is not None and r.rule.endswith(_IMPLIED)]
    bare = [r for r in roles if r.organization is None]
    kept: dict[tuple[str, str, str | None], Role] = {}
    known: set[tuple[str, str]] = set()
    dropped: list[Dropped] = []
    for group in (named, implied, bare):
        for role in group:
            mark = (role.person, role.post.of(reading.key).lower())
            if (group is not named and mark in known) or (*mark, role.organization) in kept:
                dropped.append(Dropped("claims", "role-repeated", role.post, _REPEATED))
            else:
                kept[*mark, role.organization] = role
        known = {(person, post) for person, post, _ in kept}
    return list(kept.values()), dropped


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
