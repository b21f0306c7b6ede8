"""Who holds which post in a Chinese sentence, by rules over its seats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.roles.chinese.grammar import FOUNDED, FOUNDS, ZH_RULES, SeatRule
from zjkg.claims.roles.chinese.seats import LETTERS_ZH, SOME, Folded, Seat, fold, is_unit
from zjkg.claims.roles.employers import Vacancy, implied_employer, last_organization
from zjkg.claims.roles.grammar import Employer, Holder
from zjkg.claims.roles.holding import FORMER, LEFT, NOT_HELD, UNKNOWN, Holdings, Seating
from zjkg.claims.roles.posts import is_honour, is_misplaced, may_lead_firm
from zjkg.model import Span
from zjkg.patterns import Table

_OPENED: Final = re.compile("[“「‘『][^”」’』]*$")
"""Quoted words that begin between a person and a post: they speak of something else."""
_SUBJECT: Final = re.compile(
    f"^(?:(?![任创加当在于从获毕入成赴进是])[^，。；：{LETTERS_ZH}]){{0,8}}[{LETTERS_ZH}]"
    "|^[^，。；：]{0,6}(?:公司|企业|园区|[我你她他它]们?)"
)
"""The beginning of a sentence that has a subject of its own."""
_RULES: Final = Table(ZH_RULES, lambda rule: rule.pattern)
_OWN: Final = frozenset({"", "公司", "集团", "企业"})
"""Words that can stand for the firm where a person is known to be."""


def read_chinese(holdings: Holdings, subject: Slot | None) -> None:
    """Collect the roles of a Chinese sentence.

    Args:
        holdings: what was found so far in the sentence.
        subject: the person spoken of in the sentence before, for a sentence that names none.
    """
    folded = fold(holdings.item.frame, holdings.reading.key)
    _remember_founders(holdings, folded)
    for rule in _RULES.possible(folded.text):
        for match in rule.pattern.finditer(folded.text):
            _Match(holdings, folded, rule, match).collect(subject)


def _remember_founders(holdings: Holdings, folded: Folded) -> None:
    """Who founded or joined a firm is there: 甲创立乙公司, 乙公司由甲与丙创立."""
    for pattern in (FOUNDS, FOUNDED):
        for match in pattern.finditer(folded.text):
            firm = folded.slot(match.start("o"))
            for person in folded.people_in(*match.span("p")):
                if firm is not None:
                    holdings.employers.setdefault(person.key, firm)


@dataclass(frozen=True, slots=True)
class _Match:
    """A place of a sentence where a rule applies."""

    holdings: Holdings
    folded: Folded
    rule: SeatRule
    match: re.Match[str]

    def collect(self, subject: Slot | None) -> None:
        """Give the seats of the match to its people."""
        match, text = self.match, self.folded.text
        seats = self.folded.seats_in(*match.span("s"))
        before = text[max(0, match.start() - 12) : match.start("s")]
        if not self.rule.vacated and LEFT.search(before):
            span = self.holdings.item.frame.source(seats[0].start, seats[0].end)
            self.holdings.drop(self.rule.id, span, NOT_HELD)
            return
        people = self._people(subject)
        unit = match.groupdict().get("d")
        if not people or (unit and unit != "的" and not is_unit(unit)):
            return
        if self.rule.holder is Holder.EACH:
            self._give_each(seats, people)
            return
        for seat in seats:
            organization, implied = self._employer(seat, people[0])
            if seat.posts and (seat.unknown or (seat.unit and organization is None)):
                span = self.holdings.item.frame.source(seat.start, seat.end)
                self.holdings.drop(self.rule.id, span, UNKNOWN)
                continue
            self.holdings.seat(
                Seating(
                    self.rule.id,
                    match.start(),
                    people,
                    self._posts(seat),
                    organization,
                    implied=implied,
                    former=bool(FORMER.search(before)),
                    courtesy=self.rule.employer is Employer.NONE,
                )
            )

    def _give_each(self, seats: tuple[Seat, ...], people: tuple[Slot, ...]) -> None:
        """As many posts as people: each has the one at the same place of the list."""
        posts = [(seat, post) for seat in seats for post in self._posts(seat)]
        if len(posts) != len(people):
            return
        for at, (person, (seat, post)) in enumerate(zip(people, posts, strict=True)):
            organization, implied = self._employer(seat, person)
            rule, start = self.rule.id, self.match.start() + at
            self.holdings.seat(
                Seating(rule, start, (person,), (post,), organization, implied=implied)
            )

    def _people(self, subject: Slot | None) -> tuple[Slot, ...]:
        match, folded = self.match, self.folded
        if self.rule.holder is not Holder.BEFORE:
            return folded.people_in(*match.span("p"))
        before = folded.people_in(0, match.start("s"))
        if before:
            since = folded.items.index(before[-1])
            quoted = _OPENED.search(folded.text[since : match.start("s")])
            return () if quoted else before[-1:]
        elided = subject is not None and not _SUBJECT.search(folded.text[: match.start("s")])
        return (subject,) if subject is not None and elided else ()

    def _posts(self, seat: Seat) -> tuple[tuple[Span, str], ...]:
        """The places and words of a seat's posts; an honour that shares its academy is none."""
        frame, key = self.holdings.item.frame, self.holdings.reading.key
        if seat.head:
            first, last = frame.spans[seat.start], frame.spans[seat.end - 1]
            spans = [Span(first.end - 1, last.end)]
        else:
            spans = [frame.source(*post) for post in seat.posts]
        posts = [(span, span.of(key)) for span in spans]
        return tuple(post for post in posts if not (seat.shared and is_honour(post[1])))

    def _is_misplaced(self, seat: Seat) -> bool:
        """Whether a firm's post would share the name of a university or bureau before it."""
        frame, labels = self.holdings.item.frame, self.holdings.reading.labels
        if not seat.shared or seat.organization is None or not seat.posts:
            return False
        post = frame.text[slice(*seat.posts[0])]
        return is_misplaced(post, labels.get(seat.organization.key, ""))

    def _employer(self, seat: Seat, person: Slot) -> tuple[Slot | None, bool]:
        """The organization of a seat, and whether it is implied."""
        if seat.organization is not None and not self._is_misplaced(seat):
            return seat.organization, False
        if self.match.groupdict().get("o"):
            return self.folded.slot(self.match.start("o")), False
        if not seat.posts or seat.whose == SOME or self.rule.employer is Employer.NONE:
            return None, False
        holdings, item = self.holdings, self.holdings.item
        if self.rule.employer is Employer.SUBJECT:
            before = item.frame.slots_in(0, self.folded.starts[self.match.start()])
            return last_organization(before), False
        post = item.frame.text[seat.posts[0][0] : seat.posts[-1][1]]
        if seat.whose in _OWN and may_lead_firm(post) and person.key in holdings.employers:
            return holdings.employers[person.key], True
        vacancy = Vacancy(post, seat.start, holdings.past, seat.whose)
        return implied_employer(holdings.reading, item, vacancy), True
