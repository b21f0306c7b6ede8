"""What was found so far about who holds which post in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm, wholes
from zjkg.claims.roles.posts import (
    governs_place,
    is_company_post,
    is_honour,
    is_misplaced,
    may_be_shared,
)
from zjkg.errors import Bilingual
from zjkg.model import Dropped, Evidence, Role, Span

NOT_HELD: Final = Bilingual(
    "the text says that the person does not hold the post, or no longer",
    "原文表示此人并未担任或不再担任该职务",
)
COURTESY: Final = Bilingual(
    "a courtesy title beside a name, without an organization or behind a post",
    "姓名旁的敬称，未连同机构写明，或其前已写明职务",
)
UNKNOWN: Final = Bilingual(
    "the organization beside the post was not recognized",
    "职务旁所写的机构未被识别",
)
NO_POST: Final = re.compile("^(?:企业|学生|家长|患者|会员|嘉宾|业主|用户|青年|获奖者)?代表$")
"""Who speaks for others at a meeting holds no post, except where an organization has one."""
LEFT: Final = re.compile(
    r"(?:不再|辞去|辞任|卸任|免去|被免|原定|并非|不是|婉拒|谢绝|no longer|not|never)[^，。]{0,6}$"
)
FORMER: Final = re.compile(
    r"(?:前|原|曾任|此前|former(?:ly)?|previously|was|until \w+)[^，。,;]{0,24}$"
)
IMPLIED: Final = "-implied"
"""Ends the rule's id where the organization is not beside the post but spoken of before."""


@dataclass(frozen=True, slots=True)
class Seating:
    """People who hold posts: ``posts`` are places of the article with their words.

    ``owner`` says which match of which rule it is: one place is one post of one holder, or of the
    people of one list.
    """

    rule: str
    owner: int
    people: tuple[Slot, ...]
    posts: tuple[tuple[Span, str], ...]
    organization: Slot | None
    implied: bool = False
    former: bool = False
    courtesy: bool = False


@dataclass(slots=True)
class Holdings:
    """The roles found so far in one sentence.

    ``employers`` are the present ones of persons, by key; ``past`` has the keys of those where
    somebody is no longer.
    """

    reading: Reading
    item: SentenceFrame
    employers: dict[str, Slot]
    past: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    held: list[tuple[Span, tuple[str, int]]] = field(default_factory=list)
    placed: set[Span] = field(default_factory=set)

    def seat(self, seating: Seating) -> None:
        """Give the posts to the people, as far as their places are free."""
        for at, person in enumerate(seating.people):
            for span, words in seating.posts:
                if at == 0 or may_be_shared(words):
                    self._seat(seating, person, span, words)

    def drop(self, rule: str, span: Span, reason: Bilingual) -> None:
        """Record words that give nobody a post."""
        self.dropped.append(Dropped("claims", rule, span, reason))

    def _seat(self, seating: Seating, person: Slot, span: Span, words: str) -> None:
        organization = seating.organization
        if seating.courtesy and (person.span in self.placed or organization is None):
            self.drop(seating.rule, span, COURTESY)
            return
        if not self._takes(span, (seating.rule, seating.owner)):
            return
        alone = organization is None or seating.implied
        if alone and (is_honour(words) or NO_POST.search(words)):
            self.drop(seating.rule, span, COURTESY)
            return
        self.placed.add(person.span)
        where = self._where(words, organization)
        if where is not None and not seating.implied:
            self._remember(person, where, words, former=seating.former)
        self._add(seating.rule, span, person, where, implied=seating.implied)

    def _takes(self, post: Span, owner: tuple[str, int]) -> bool:
        """Whether the place of a post is free for a match, or its own already."""
        if any(place.overlaps(post) and other != owner for place, other in self.held):
            return False
        self.held.append((post, owner))
        return True

    def _where(self, post: str, organization: Slot | None) -> Slot | None:
        """Where the post is held: a mayor's is with a government, not the party beside it.

        A firm's post beside the firm's party committee is the firm's.
        """
        labels = self.reading.labels
        if organization is not None and is_misplaced(post, labels.get(organization.key, "")):
            firms = [s for s in wholes(organization, labels) if is_firm(labels.get(s.key, ""))]
            return firms[0] if firms else organization
        if organization is None or not governs_place(post):
            return organization
        rules = labels.get(organization.key, "").endswith("政府")
        return organization if rules else None

    def _remember(self, person: Slot, organization: Slot, post: str, *, former: bool) -> None:
        if former:
            self.past.add(organization.key)
        elif is_company_post(post):
            self.employers.setdefault(person.key, organization)

    def _add(
        self, rule: str, post: Span, person: Slot, organization: Slot | None, *, implied: bool
    ) -> None:
        parts = {post, person.span}
        sentence = self.item.sentence.span
        if organization is not None and not implied and sentence.covers(organization.span):
            parts.add(organization.span)
        if organization is not None and implied:
            rule += IMPLIED
        key = organization.key if organization else None
        evidence = Evidence(
            sentence, tuple(sorted(part for part in parts if sentence.covers(part)))
        )
        self.roles.append(Role(person.key, key, post, evidence, rule))
