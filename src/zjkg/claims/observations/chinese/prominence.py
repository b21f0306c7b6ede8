"""How prominent things are in a Chinese text: spoken of before, the speaker's, just given a value.

Each feature is handed to ``add`` with its entity; None is what has no name.
"""

from __future__ import annotations

from collections.abc import Callable

from zjkg.claims.observations.chinese.functions import HEADS, Function
from zjkg.claims.observations.chinese.kinds import Kind
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.chinese.scenes import Scene
from zjkg.claims.observations.references import Sort
from zjkg.claims.observations.text import clause_at

Add = Callable[[str | None, str], None]
_REACH = 12  # sentences back that still count
_NEAR, _FAR = 3, 6
_TITLES = 3  # sentences of the title
_VALUES = 4  # sentences back in which the last value may stand
_HEARD = 2  # sentences back in which the speaker may stand
_SAID = "said:"
_MOST = 3
_OFFICES = {Kind.AUTHORITY: "authority", Kind.POLICY: "policy"}
_EMPLOYERS = frozenset({Kind.FIRM, Kind.AUTHORITY, Kind.SCHOOL, Kind.UNION, Kind.PARK})


class Prominence:
    """Tells what the text around a sentence says of each thing."""

    def __init__(self, scene: Scene, salience: Salience, add: Add) -> None:
        self._scene = scene
        self._salience = salience
        self._add = add
        self._past = salience.before()

    def read(self, around: list[str], at: int, *, headed: bool, carried: bool, meant: bool) -> None:
        """Add all features of the things ``around`` for a value at an offset.

        ``headed`` is whether its clause has a subject, ``carried`` whether a clause before has.
        """
        bare = not (headed or carried)
        far = self._reach(bare=bare, meant=meant)
        self._before(far)
        self._centre(far)
        self._title()
        self._counts(around)
        self._whole(around)
        self._speaker(at, far)
        self._offices(at)
        if bare:
            self._issuer(at)
        if self._scene.given:
            self._given_here(at, headed=headed)
        else:
            self._given_before("bare" if bare else "headed")

    def _reach(self, *, bare: bool, meant: bool) -> str:
        """Which weights what was before has: by what the clauses before the value speak of."""
        if meant:
            return "meant:"
        if not bare or self._scene.given:
            return "far:"
        return _SAID if self._salience.is_speaking() else ""

    def _before(self, far: str) -> None:
        """How long ago each thing was spoken of and named, and whether in this paragraph."""
        headed: set[str] = set()
        named: set[str] = set()
        for back, past in enumerate(reversed(self._past[-_REACH:]), 1):
            if past.title:
                continue
            near = _distance(back)
            where = "same" if past.block == self._scene.sentence.block else "other"
            for key in set(past.heads) - headed:
                self._add(key, f"{far}head-ago:{near}")
                self._add(key, f"{far}head-in:{where}")
            headed.update(past.heads)
            for key in set(past.ordered) - named:
                self._add(key, f"{far}named-ago:{near}")
                self._add(key, f"{far}named-in:{where}")
            named.update(past.ordered)

    def _centre(self, far: str) -> None:
        """What the last sentence and the paragraph are about."""
        heads = next((p.heads for p in reversed(self._past) if p.heads and not p.title), [])
        if heads:
            self._add(heads[0], f"{far}centre:first")
            self._add(heads[-1], f"{far}centre:last")
        first = self._salience.paragraph_head
        if first is not None:
            self._add(first, f"{far}paragraph:first")

    def _title(self) -> None:
        for past in self._salience.titles[:_TITLES]:
            for standing in past.standings:
                self._add(standing.actor.entity, "title")
            for key in past.heads:
                self._add(key, "title:head")

    def _counts(self, around: list[str]) -> None:
        """What the text names most, and the site that it names most."""
        for key in around:
            count = self._salience.count(key)
            if count == self._salience.most >= _MOST:
                self._add(key, "text:most")
        if self._salience.main_site is not None:
            self._add(self._salience.main_site, "text:main-site")

    def _whole(self, around: list[str]) -> None:
        """How often the whole text names each thing, and which of its kind it names most."""
        cast = self._salience.cast
        for key in around:
            self._add(key, f"whole:{_distance(cast.sizes[key])}")
            if key in cast.main:
                self._add(key, "whole:top")

    def _speaker(self, at: int, far: str) -> None:
        """Who speaks, for whom, and of which site."""
        person = self._salience.speaker
        ago = len(self._salience.past) - self._salience.spoken_at
        if person is None or ago > _HEARD:
            return
        when = "before" if ago else "now"
        self._add(person, f"speaker:{when}:self")
        employer = self._salience.employer_of(person)
        if employer is None:
            return
        kind = self._salience.kind_of(employer)
        self._add(employer, f"speaker:{when}:employer:{kind if kind in _EMPLOYERS else 'other'}")
        if far == _SAID:
            self._add(employer, f"said:employer:{kind}")
        site = self._salience.operated(employer)
        if site is not None:
            self._add(site, f"speaker:{when}:site")
            if kind is Kind.FIRM and self._salience.is_operator(employer):
                self._add(employer, f"speaker:{when}:operator")
                self._add(site, f"speaker:{when}:operated")
            if self._says_we(at):
                self._add(site, "here:ref:speaker:site")

    def _says_we(self, at: int) -> bool:
        number = clause_at(self._scene.clauses, at)
        return any(
            each.reference is not None
            and each.reference.sort is Sort.SPEAKER
            and each.actor.span.end <= at
            for each in self._scene.standings[number]
        )

    def _offices(self, at: int) -> None:
        """The site inside the name of an office or of a plan: 某区统计局."""
        for standings in self._scene.standings:
            for each in standings:
                kind = self._salience.kind_of(each.actor.entity)
                if kind in _OFFICES and each.actor.span.end <= at:
                    self._site(each.actor.entity, f"inside:{kind}:now")
        for past in self._past[-2:]:
            for each in past.standings:
                if self._salience.kind_of(each.actor.entity) in _OFFICES:
                    self._site(each.actor.entity, "inside:before")

    def _issuer(self, at: int) -> None:
        """The district of a bulletin: what it tells of nobody is told of the district."""
        issuer = self._salience.cast.issuer
        if issuer is None:
            return
        named = any(
            each.function is not Function.LISTED
            and self._salience.kind_of(each.actor.entity) is not Kind.AUTHORITY
            and each.actor.entity != issuer
            and each.actor.span.end <= at
            for standings in self._scene.standings
            for each in standings
        )
        self._add(issuer, "issuer:named" if named else "issuer:bare")

    def _site(self, office: str, feature: str) -> None:
        site = self._salience.cast.site_inside(office)
        if site is not None:
            self._add(site, feature)

    def _given_here(self, at: int, *, headed: bool) -> None:
        """What the value before this one in the sentence is of."""
        clauses = self._scene.clauses
        number = clause_at(clauses, at)
        given_at, entity = self._scene.given[-1]
        where = "clause" if given_at >= clauses[number].start else "sentence"
        newer = any(
            each.function in HEADS and each.actor.span.start > given_at
            for standings in self._scene.standings[:number]
            for each in standings
        )
        state = "headed" if headed else "stale" if newer else "bare"
        self._add(entity, f"given:{where}:{state}")

    def _given_before(self, state: str) -> None:
        """What the last value of the sentences before is of."""
        for past in reversed(self._past[-_VALUES:]):
            if past.values and not past.title:
                where = "same" if past.block == self._scene.sentence.block else "other"
                self._add(past.values[-1], f"given:{where}:{state}")
                return


def _distance(back: int) -> str:
    return str(back) if back < _NEAR else "3-5" if back < _FAR else "6+"
