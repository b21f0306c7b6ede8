"""Who holds which post in an English sentence, by rules over its frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.english.scene import Scene
from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.claims.roles.employers import Vacancy, implied_employer, last_employer, possessor
from zjkg.claims.roles.english.grammar import EN_RULES, JOINED
from zjkg.claims.roles.english.titles import Title, TitleFinder
from zjkg.claims.roles.grammar import Employer, Holder, RoleRule
from zjkg.claims.roles.holding import FORMER, LEFT, NOT_HELD, Holdings, Seating
from zjkg.claims.roles.posts import is_company_post, split_posts
from zjkg.model import EntityType, Span
from zjkg.patterns import Table

_FIRM: Final = "company"
_RULES: Final = Table(EN_RULES, lambda rule: rule.pattern)
_UNREAD: Final = re.compile(r"\b([A-Z][\w*&-]+)(?:'s?)? $")
"""A word before a post that begins a name, which recognition did not find."""
_FORMER_POST: Final = re.compile(r"(?:(?:an?|the|its|their) )?(?:former|ex)\b", re.IGNORECASE)
_HERS: Final = re.compile(r"(?:his|her) (?:co-|fellow )", re.IGNORECASE)
"""A post whose organization is that of the person named before: her co-founder."""
_LISTED: Final = re.compile(rf"[{ANY_LETTER}](?:, | and |, and )\Z")
"""An organization behind which a post follows in a list: X, its founder."""
_ITS: Final = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)


def read_english(holdings: Holdings, scene: Scene | None) -> None:
    """Collect the roles of an English sentence: by rules over its frame, then by its syntax."""
    titles = tuple(TitleFinder(scene).titles()) if scene is not None else ()
    for rule in _RULES.possible(holdings.item.frame.text):
        _Matching(holdings, rule, titles).collect()
    for title in titles:
        _seat(holdings, title)


def _seat(holdings: Holdings, title: Title) -> None:
    """Give the person the post that the syntax says, if no rule has given it to anybody."""
    frame, key = holdings.item.frame, holdings.reading.key
    at, words = frame.find(title.post.start), title.post.of(key)
    before = frame.text[max(0, at - 12) : at]
    if LEFT.search(before):
        return
    organization, implied = title.organization, False
    if organization is None:
        vacancy = Vacancy(words, at, holdings.past, _FIRM if title.whose else "")
        organization, implied = implied_employer(holdings.reading, holdings.item, vacancy), True
    holdings.seat(
        Seating(
            "role-en-syntax",
            at,
            (title.person,),
            ((title.post, words),),
            organization,
            implied=implied,
            former=bool(FORMER.search(before)),
        )
    )


@dataclass(slots=True)
class _Matching:
    """One rule at work on a sentence; ``last`` is where its last match ended, and whose it was."""

    holdings: Holdings
    rule: RoleRule
    titles: tuple[Title, ...]
    last: tuple[int, Slot | None] = (-1, None)

    def collect(self) -> None:
        frame, rule = self.holdings.item.frame, self.rule
        for match in rule.pattern.finditer(frame.text):
            if LEFT.search(frame.text[max(0, match.start() - 10) : match.start("posts")]):
                self.holdings.drop(rule.id, frame.source(*match.span("posts")), NOT_HELD)
                continue
            people = self._people(match)
            if people:
                self._seat(match, people)

    def _seat(self, match: re.Match[str], people: tuple[Slot, ...]) -> None:
        frame, base = self.holdings.item.frame, match.start("posts")
        organization, implied = self._employer(match, people[0])
        before = frame.text[max(0, match.start() - 12) : base]
        posts = tuple(
            self._whole(frame.source(base + start, base + end), people)
            for start, end in split_posts(match["posts"], chinese=False)
        )
        self.holdings.seat(
            Seating(
                self.rule.id,
                match.start(),
                people,
                posts,
                organization,
                implied=implied,
                former=bool(FORMER.search(before) or _FORMER_POST.match(match["posts"])),
            )
        )
        self.last = (match.end(), organization)

    def _whole(self, post: Span, people: tuple[Slot, ...]) -> tuple[Span, str]:
        """A post with the words before it that the parse joins to it: *lung* specialist."""
        keys = {person.key for person in people}
        wider = (
            title.post
            for title in self.titles
            if title.person.key in keys
            and title.post.end == post.end
            and title.post.start < post.start
        )
        span = next(wider, post)
        return span, span.of(self.holdings.reading.key)

    def _people(self, match: re.Match[str]) -> tuple[Slot, ...]:
        frame = self.holdings.item.frame
        if self.rule.holder is Holder.NAMED:
            return frame.slots_in(*match.span("p"))
        before = [s for s in frame.slots_in(0, match.start()) if s.type is EntityType.PERSON]
        return tuple(before[-1:])

    def _employer(self, match: re.Match[str], person: Slot) -> tuple[Slot | None, bool]:
        """The organization, and whether it is implied."""
        frame, at = self.holdings.item.frame, match.start("posts")
        named = self._named_employer(match)
        if named is not None:
            return named, False
        if self.rule.employer is Employer.SUBJECT:
            return last_employer(frame.slots_in(0, match.start())), False
        if 0 <= self.last[0] <= match.start() and JOINED.match(frame.text[self.last[0] : at]):
            return self.last[1], False
        parsed = self._parsed(frame.source(*match.span("posts")), person)
        if parsed is not None or self.rule.employer is Employer.NONE:
            return parsed, False
        return self._implied(match, person), True

    def _parsed(self, posts: Span, person: Slot) -> Slot | None:
        """The organization that the syntax gives to one of the posts."""
        return next(
            (
                title.organization
                for title in self.titles
                if title.post.overlaps(posts)
                and title.person.key == person.key
                and title.organization is not None
            ),
            None,
        )

    def _implied(self, match: re.Match[str], person: Slot) -> Slot | None:
        """The organization spoken of before, which the words beside the post do not name."""
        item, at = self.holdings.item, match.start("posts")
        unread = _UNREAD.search(item.frame.text, max(0, at - 24), at)
        if unread is not None and unread.start() > 0:
            return self._called(unread[1])
        if (beside := self._beside(at)) is not None:
            return beside
        if _ITS.search(item.frame.text[max(0, at - 6) : at + 6]):
            return possessor(self.holdings.reading, item, at)
        if is_company_post(match["posts"]) and person.key in self.holdings.employers:
            return self.holdings.employers[person.key]
        posts = item.frame.source(*match.span("posts"))
        whose = any(title.whose for title in self.titles if title.post.overlaps(posts))
        vacancy = Vacancy(match["posts"], at, self.holdings.past, _FIRM if whose else "")
        return implied_employer(self.holdings.reading, item, vacancy)

    def _beside(self, at: int) -> Slot | None:
        """Whose founder stands in a list behind a firm: sued X, its founder and her co-founder."""
        frame = self.holdings.item.frame
        if _HERS.match(frame.text, at) and self.last[1] is not None:
            return self.last[1]
        listed = _LISTED.search(frame.text, 0, at)
        if listed is None or not _ITS.match(frame.text, at):
            return None
        slot = frame.slots[listed.start()]
        return slot if slot is not None and slot.type is EntityType.ORGANIZATION else None

    def _called(self, word: str) -> Slot | None:
        """The organization whose name a word begins: *Marlow* for Marlow Therapeutics."""
        reading = self.holdings.reading
        return next(
            (
                slot
                for item in reading.sentences
                for slot in item.frame.slots
                if slot is not None
                and slot.type is EntityType.ORGANIZATION
                and reading.labels.get(slot.key, "").startswith(f"{word} ")
            ),
            None,
        )

    def _named_employer(self, match: re.Match[str]) -> Slot | None:
        groups = match.groupdict()
        if not groups.get("o"):
            return None
        slot = self.holdings.item.frame.slots[match.start("o")]
        if slot is not None and slot.type is EntityType.PARK and (groups.get("d") or "").strip():
            return None  # beside a park's name, what stands between is a body of its own
        return slot
