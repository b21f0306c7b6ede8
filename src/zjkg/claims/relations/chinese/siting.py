"""Which firms lie in which sites, weighed by all that a Chinese article says of the two.

The verbs of the table see one clause. Where a firm is, an article often tells in pieces: it says
what the firm does, shows its workshop, lets its manager speak, all in a text about one park. Each
organization and each site that stand in one sentence, and each organization with the park that the
text is about, are a pair; what stands between and around the two are its features.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import itemgetter
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.siting_weights import BIAS, LEAST, WEIGHTS
from zjkg.claims.relations.chinese.siting_words import (
    BEFORE_BODY,
    BEHIND_BODY,
    COUNTRY,
    FACILITIES,
    GOVERNORS,
    KINDS,
    LINKS,
    MARK,
    MARKS,
    NAME_PART,
    SUCH_FIRMS,
    TENANT,
    VERBS,
)
from zjkg.claims.relations.places import SITES
from zjkg.model import BlockKind, EntityType, Evidence, Modality, Predicate, Relation

_EXPLICIT: Final = frozenset(
    {
        "bs:gov:settle:c0",
        "sb:link:relative:settle",
        "sb:link:of:settle",
        "sb:link:described:none",
        "sb:link:adjacent:none",
        "bs:gov:in:c0",
    }
)
"""Features that place a body beyond doubt, so that another site is less likely."""
_APART: Final = "apart"
"""The feature of a pair that no sentence names together."""
_OFTEN: Final = 4
_SENTENCES: Final = 4
"""Shorter texts tell nothing in pieces."""
_LISTED: Final = 2
_REACH: Final = 120
"""How many characters of a frame may stand between a body and its site."""
_WINDOW: Final = 200
_DENIED: Final = re.compile("没有?|未(?!来)|不再|并非|否认|取消|放弃|无意|到访|[参走]访|考察")
_FEW: Final = 2


@dataclass(slots=True)
class Pair:
    """A body and a site with the features found; ``sentence`` is the index of the first one."""

    body: Slot
    site: Slot
    sentence: int
    features: set[str] = field(default_factory=set)

    @property
    def likelihood(self) -> float:
        """How likely the article says that the body lies in the site."""
        # Sorted, since floats do not add up alike in every order.
        score = BIAS + sum(WEIGHTS.get(feature, 0.0) for feature in sorted(self.features))
        return 1.0 / (1.0 + exp(-score))


def sited(
    reading: Reading, items: Sequence[SentenceFrame], outside: frozenset[str]
) -> Iterator[Relation]:
    """The likely places of firms; ``items`` are the sentences, ``outside`` are no tenants."""
    for pair in site_pairs(reading, items, outside):
        if pair.likelihood < LEAST:
            continue
        sentence = items[pair.sentence].sentence.span
        focus = {each.span for each in (pair.body, pair.site) if sentence.covers(each.span)}
        yield Relation(
            pair.body.key,
            Predicate.LOCATED_IN,
            pair.site.key,
            Modality.ACTUAL,
            None,
            Evidence(sentence, tuple(sorted(focus))),
            "relation-zh-likely-site",
        )


def site_pairs(
    reading: Reading, items: Sequence[SentenceFrame], outside: frozenset[str]
) -> list[Pair]:
    """Every body with every site that may be its own, with the features of the pair."""
    if len(items) < _SENTENCES:
        return []
    scene = _Scene.of(reading, items)
    found = _Found()
    for number, item in enumerate(items):
        if item.chinese:
            found.read(scene, number, item.frame, outside)
    return found.complete(scene)


@dataclass(slots=True)
class _Found:
    """The pairs found so far, and what was said of each body."""

    pairs: dict[tuple[str, str], Pair] = field(default_factory=dict)
    around: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, tuple[int, Slot]] = field(default_factory=dict)

    def read(self, scene: _Scene, number: int, frame: Frame, outside: frozenset[str]) -> None:
        """Add the pairs of a sentence."""
        slots = _slots(frame)
        sites = _alone([(at, slot) for at, slot in slots if scene.is_site(slot)])
        common = set(_of_sentence(frame.text, slots))
        for at, body in slots:
            if body.type is not EntityType.ORGANIZATION or body.key in outside:
                continue
            self.around.setdefault(body.key, set()).update(common, scene.around(frame, at))
            self.first.setdefault(body.key, (number, body))
            low = bisect_left(sites, at - _REACH, key=itemgetter(0))
            high = bisect_left(sites, at + _REACH, key=itemgetter(0))
            for place, site in sites[low:high]:
                if not _DENIED.search(frame.text, *sorted((at, place))):
                    ends = body.key, site.key
                    pair = self.pairs.setdefault(ends, Pair(body, site, number))
                    pair.features.update(_between(frame, at, place))

    def complete(self, scene: _Scene) -> list[Pair]:
        """All pairs, also those with the main park alone, with the features of both sides."""
        main = scene.main
        for key, (number, body) in self.first.items() if main is not None else ():
            if main is not None and (key, main.key) not in self.pairs:
                self.pairs[key, main.key] = Pair(body, main, number, {_APART})
        told: dict[str, set[str]] = {}
        for (body_key, site_key), pair in self.pairs.items():
            if pair.features & _EXPLICIT:
                told.setdefault(body_key, set()).add(site_key)
        for (body_key, site_key), pair in self.pairs.items():
            base = self.around[body_key] | scene.of_body(pair.body) | scene.of_site(pair.site)
            if told.get(body_key, set()) - {site_key}:
                base.add("elsewhere")
            prefix = "m:" if _APART in pair.features else ""
            pair.features.update(prefix + each for each in base)
        return list(self.pairs.values())


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the article as a whole tells: the park that it is about, how often each name stands."""

    labels: dict[str, str]
    counts: Counter[str]
    parks: Counter[str]
    main: Slot | None
    title: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, items: Sequence[SentenceFrame]) -> _Scene:
        """The scene of the sentences of an article."""
        slots = [slot for item in items for slot in item.frame.slots if slot is not None]
        parks = Counter(slot.key for slot in slots if slot.type is EntityType.PARK)
        main = max(parks, key=lambda key: parks[key], default=None)
        title = frozenset(
            slot.key
            for item in items
            if reading.article.blocks[item.sentence.block].kind is BlockKind.TITLE
            for slot in item.frame.slots
            if slot is not None
        )
        return cls(
            reading.labels,
            Counter(slot.key for slot in slots),
            parks,
            next((slot for slot in slots if slot.key == main), None),
            title,
        )

    def is_site(self, slot: Slot) -> bool:
        """Whether a name is a park or place, but no country."""
        return slot.type in SITES and not COUNTRY.fullmatch(self.labels.get(slot.key, ""))

    def of_body(self, body: Slot) -> set[str]:
        """Features of an organization by itself."""
        kind = _first(KINDS, self.labels.get(body.key, ""))
        count = self.counts[body.key]
        often = "1" if count <= 1 else "2-3" if count < _OFTEN else "4+"
        return {f"body:{kind}", f"count:{often}"} | (
            {"body:title"} if body.key in self.title else set()
        )

    def of_site(self, site: Slot) -> set[str]:
        """Features of a site by itself."""
        found = {"site:title"} if site.key in self.title else set()
        if site.type is not EntityType.PARK:
            return found | {"site:place"}
        main = self.main is not None and site.key == self.main.key
        found |= {"site:park", "park:main" if main else "park:other"}
        if len(self.parks) == 1:
            found.add("park:only")
        elif self.parks[site.key] * 2 > self.parks.total():
            found.add("park:most")
        return found

    def around(self, frame: Frame, at: int) -> Iterator[str]:
        """What a sentence says of an organization, whatever the site."""
        text = frame.text
        start, end = _clause(text, at)
        before, behind = text[start:at], text[at + 1 : end]
        yield f"after:{_first(VERBS, behind[:20])}"
        yield from (name for name, pattern in BEFORE_BODY if pattern.search(before))
        yield from (name for name, pattern in BEHIND_BODY if pattern.match(behind))
        if self._is_foreign(frame, at):
            yield "foreign"
        if SUCH_FIRMS.search(text, at, at + _WINDOW):
            yield "such-firms"
        if "“" in text[max(0, at - 60) : at]:
            yield "quoted"

    def _is_foreign(self, frame: Frame, at: int) -> bool:
        near = [slot for slot in frame.slots[max(0, at - 6) : at] if slot is not None]
        return bool(near) and bool(COUNTRY.fullmatch(self.labels.get(near[-1].key, "")))


def _of_sentence(text: str, slots: list[tuple[int, Slot]]) -> Iterator[str]:
    """Features of a sentence, which every organization in it has."""
    if TENANT.search(text):
        yield "tenant"
    if FACILITIES.search(text):
        yield "facility"
    if any(slot.type is EntityType.PARK and slot.referring for _, slot in slots):
        yield "ref-park"


def _slots(frame: Frame) -> list[tuple[int, Slot]]:
    return [(at, slot) for at, slot in enumerate(frame.slots) if slot is not None]


def _alone(sites: list[tuple[int, Slot]]) -> list[tuple[int, Slot]]:
    """Sites outside long lists: over many, shops and customers are spread."""
    runs: list[list[tuple[int, Slot]]] = []
    for site in sites:
        if runs and site[0] - runs[-1][-1][0] == _LISTED:
            runs[-1].append(site)
        else:
            runs.append([site])
    return [site for run in runs if len(run) <= _FEW for site in run]


def _between(frame: Frame, body: int, site: int) -> Iterator[str]:
    """Features of a body and a site that stand in one sentence."""
    text = frame.text
    order = "sb" if site < body else "bs"
    between = text[min(body, site) + 1 : max(body, site)]
    commas = f"c{min(2, len(MARK.findall(between)))}"
    names = f"n{min(2, sum(char in ANY_LETTER for char in between))}"
    start, _ = _clause(text, site)
    governor = _first(GOVERNORS, text[start if site < body else max(start, body + 1) : site])
    yield from (f"{order}:gov:{governor}", f"{order}:gov:{governor}:{commas}")
    yield from (f"{order}:{commas}", f"{order}:{names}", f"{order}:{commas}:{names}")
    behind = _site_first if site < body else _body_first
    yield from behind(text, body, site, governor, commas)
    slot = frame.slots[site]
    if slot is not None and slot.referring:
        yield "site:ref"
    following = frame.slots[site + 1] if site + 1 < len(text) else None
    if following is not None and following.type in SITES:
        yield "site:outer"
    if NAME_PART.match(text, site + 1):
        yield "site:name-part"


def _site_first(text: str, body: int, site: int, governor: str, commas: str) -> Iterator[str]:
    """Words between a site and a body behind it, and those behind the body."""
    link = _first(LINKS, text[site + 1 : body])
    yield from (f"sb:link:{link}", f"sb:link:{link}:{governor}")
    end = body if commas == "c0" else _clause(text, site)[1]
    yield f"sb:mid:{_first(VERBS, text[site + 1 : end])}:{commas}"
    verb = _first(VERBS, text[body + 1 : _clause(text, body)[1]])
    yield from (f"sb:after:{verb}:{commas}", f"sb:after:{verb}:{governor}")


def _body_first(text: str, body: int, site: int, governor: str, commas: str) -> Iterator[str]:
    """Words between a body and a site behind it, and those behind the site."""
    start, end = _clause(text, site)
    verb = _first(VERBS, text[body + 1 if commas == "c0" else start : site])
    yield f"bs:mid:{verb}:{commas}"
    verb = _first(VERBS, text[site + 1 : min(end, site + 16)])
    yield from (f"bs:after:{verb}", f"bs:after:{verb}:{governor}:{commas}")


def _first(classes: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((name for name, pattern in classes if pattern.search(text)), "none")


def _clause(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _WINDOW), min(len(text), at + _WINDOW)
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in MARKS))
    found = MARK.search(text, at, high)
    return start, found.start() if found else high
