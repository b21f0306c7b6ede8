"""Where the subject and the object of a verb stand: in its clause, before it, or carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, Frame
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese import grammar
from zjkg.claims.relations.places import SITES
from zjkg.model import EntityType

_BROUGHT: Final = re.compile(
    f"(?:把|将|对|向|给|赴|派员到)[^，。；：{ANY_LETTER}]{{0,20}}(?:[{ANY_LETTER}]的)?$"
)
_PARENT: Final = re.compile(
    f"的?(?:全资|控股)*(?:子公司|附属公司)[^，。；：{ANY_LETTER}]{{0,8}}[{ANY_LETTER}]"
)
_ENUMERATED: Final = re.compile("、|和|及|以及")
_WINDOW: Final = 240
"""How far from a verb, in characters of a frame, its arguments are looked for."""
Types = frozenset[EntityType]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Finds the arguments of the verbs of one sentence."""

    frame: Frame
    topics: tuple[Slot, ...]
    """What the sentences before speak of, the likeliest first."""
    passive: frozenset[str] = frozenset()
    """Keys of things that never act (exchanges)."""
    authorities: frozenset[str] = frozenset()
    """Keys of authorities, which nobody buys or puts money into."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How often the text has spoken of each key before."""
    backers: AbstractSet[str] = frozenset()
    """Keys of those whom the sentences before name as investors."""

    def subject(
        self,
        verb: tuple[int, int],
        types: Types,
        *,
        carried: bool = True,
        earlier: bool = True,
    ) -> tuple[Slot, ...]:
        """The nearest head before the verb in its clause, else in the clauses before, else a topic.

        In its own clause the nearest is taken, in those before it the first: what they are about.
        Those are looked at only where ``earlier`` is set; topics of the sentences before only where
        the subject is also ``carried`` over.
        """
        start = self.clause_start(verb[0])
        before = self.frame.text[start : verb[0]]
        pronoun = grammar.PRONOUN.search(before)
        if pronoun:
            return self.spoken_of(start + pronoun.start(), types)
        heads = self.heads(start, verb[0], types)
        if heads:
            return self._with_list(heads[-1], start, verb[0], types)
        owners = self.owners(start, verb[0], types)
        if owners or not earlier or grammar.UNRESOLVED.search(before):
            return owners
        return self._earlier(start, types) or (self._topic(types) if carried else ())

    def subject_in(self, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """The nearest head of a stretch with its list, else its last owner."""
        heads = self.heads(start, end, types)
        if heads:
            return self._with_list(heads[-1], start, end, types)
        return self.owners(start, end, types)

    def owner_of(self, end: int, types: Types) -> tuple[Slot, ...]:
        """Whose the thing named next is: the name right before it, else what is spoken of."""
        if end and self.frame.text[end - 1] == "的":
            end -= 1
        slot = self.frame.slots[end - 1] if end else None
        if slot is not None and slot.type in types and not self._is_passive(end - 1):
            return (slot,)
        return self.spoken_of(end, types)

    def brought(self, verb: tuple[int, int], types: Types) -> tuple[Slot, ...]:
        """What 把, 将, 对 or 向 brings before its verb."""
        start = self.clause_start(verb[0])
        for at in self._places(start, verb[0], types):
            if _BROUGHT.search(self.frame.text, start, at) and not self._owns(at, verb[0], types):
                return self._list_from(at, verb[0], types)
        return ()

    def possessor(self, verb: tuple[int, int], types: Types) -> tuple[Slot, ...]:
        """The name behind the verb that owns what the verb is done to."""
        end = min(self.clause_end(verb[1]), verb[1] + grammar.REACH)
        for at in self._places(verb[1], end, types):
            owns = grammar.POSSESSOR.match(self.frame.text, at + 1)
            slot = self.frame.slots[at]
            return (slot,) if owns and slot is not None else ()
        return ()

    def nearest_in_sentence(self, end: int, types: Types) -> tuple[Slot, ...]:
        """The last name of the types before a position."""
        for slot in reversed(self.frame.slots[max(0, end - _WINDOW) : end]):
            if slot is not None and slot.type in types:
                return (slot,)
        return ()

    def spoken_besides(
        self,
        end: int,
        types: Types,
        besides: tuple[Slot, ...],
        without: re.Pattern[str] | None = None,
    ) -> tuple[Slot, ...]:
        """The one thing that the text speaks of at this position, other than those beside it.

        What ``without`` matches behind a name rules it out; then no authority is meant either.
        """
        keys, text = {slot.key for slot in besides}, self.frame.text
        if without is not None:
            keys |= self.authorities
        begin = max(0, end - _WINDOW)
        part = max(self.frame.text.rfind(mark, begin, end) + 1 for mark in "；。：")
        for start, stop in ((part, end), (begin, part)):
            for at in self.heads(start, stop, types):
                slot = self.frame.slots[at]
                if slot is None or slot.key in keys:
                    continue
                if without is None or not without.search(text, at, self.clause_end(at)):
                    return (slot,)
        others = [slot for slot in self.topics if slot.type in types and slot.key not in keys]
        if without is not None:  # backers stand beside one another; the firm is named more often
            others = [slot for slot in others if slot.key not in self.backers]
            others.sort(key=lambda slot: -self.counts.get(slot.key, 0))
        return tuple(others[:1])

    def names_in(self, start: int, end: int, types: Types) -> list[int]:
        """Where the names of these types stand, whatever they are in their clause."""
        return list(self._places(start, end, types))

    def listed_from(self, at: int) -> tuple[Slot, ...]:
        """A name with the rest of its list."""
        slot = self.frame.slots[at]
        found = []
        while slot is not None:
            found.append(slot)
            step = _ENUMERATED.match(self.frame.text, at + 1)
            at = step.end() if step else at
            following = self.frame.slots[at] if step and at < len(self.frame.slots) else None
            slot = following if following and following.type is slot.type else None
        return tuple(found)

    def accompanying(self, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """Who acts along, in a clause that begins with them: 联合乙、丙共同…."""
        for at in self._places(start, end, types):
            if grammar.ACCOMPANIED.match(self.frame.text[start:at]):
                return self._list_from(at, end, types)
        return ()

    def last_before(self, end: int, count: int, types: Types) -> tuple[Slot, ...]:
        """The last names of the types before a position, each once (两人, 三家公司)."""
        found: dict[str, Slot] = {}
        for slot in reversed(self.frame.slots[:end]):
            if slot is not None and slot.type in types:
                found.setdefault(slot.key, slot)
        last = tuple(found.values())[:count]
        return last if len(last) == count else ()

    def last_of(self, slots: tuple[Slot, ...], start: int) -> int:
        """Where the last of these names stands if that is behind a position, else the position."""
        last = slots[-1] if slots else None
        if last is None or last.span.start < self.frame.spans[start].start:
            return start
        return self.frame.slots.index(last, start)

    def announced(self, at: int, end: int, types: Types) -> tuple[Slot, ...]:
        """What a clause is about that opens its sentence: what the clause behind it begins with.

        扎根园区八年，甲… : nothing of the types may stand before ``at``; ``end`` is in the clause.
        """
        text = self.frame.text
        begin = max(text.rfind(mark, 0, at) + 1 for mark in "。；：“")
        if any(True for _ in self._places(begin, at, types)):
            return ()
        end = self.clause_end(end)
        for here in self._places(end + 1, self.clause_end(end + 1), types):
            if not grammar.OPENING.fullmatch(text, end + 1, here):
                return ()
            slot = self.frame.slots[here]
            known = slot is None or slot.key in self.authorities
            return () if known else self._list_from(here, len(text), types)
        return ()

    def described(self, verb: tuple[int, int], types: Types) -> tuple[Slot, ...]:
        """Who acts in a clause that describes what a preposition brings (据甲编制的指数)."""
        text = self.frame.text
        start = self.clause_start(verb[0])
        if not text.startswith("的", verb[1]):
            return ()
        for at in self._places(start, verb[0], types):
            if grammar.BRINGS.search(text, start, at):
                return self._list_from(at, verb[0], types)
        return ()

    def spoken_of(self, end: int, types: Types) -> tuple[Slot, ...]:
        """The one thing that a pronoun at this position stands for."""
        start = self.clause_start(end)
        here = tuple(self.frame.slots[at] for at in self.heads(start, end, types)[:1])
        found = tuple(slot for slot in here if slot is not None)
        return found or self._earlier(start, types)[:1] or self._topic(types)

    def object(
        self,
        verb: tuple[int, int],
        types: Types,
        *,
        owners: bool = False,
    ) -> tuple[Slot, ...]:
        """The first head behind the verb (or owner, if asked), with the rest of its list."""
        end = min(self.clause_end(verb[1]), verb[1] + grammar.REACH)
        for at in self._places(verb[1], end, types):
            if (not owners and self._owns(at, end, types)) or self.frame.text[
                at + 1 : at + 2
            ] == "-":
                continue
            if grammar.PARTED.search(self.frame.text[verb[1] : at]):
                return ()
            return self._list_from(at, len(self.frame.text), types)
        return ()

    def agent(self, verb: tuple[int, int], types: Types) -> tuple[int, tuple[Slot, ...]]:
        """Who acts in a passive: where it begins, and the names; -1 where there is none."""
        start = self.clause_start(verb[0])
        for at in self._places(start, verb[0], types):
            marker = grammar.AGENT.search(self.frame.text[start:at])
            if marker and not _PARENT.match(self.frame.text, at + 1):
                return start + marker.start(), self._list_from(at, verb[0], types)
        return -1, ()

    def nearest(self, end: int, types: Types) -> tuple[Slot, ...]:
        """The last name before a position, whatever it is in its clause, else a topic."""
        for at in reversed(list(self._places(end - _WINDOW, end, types))):
            start = self.clause_start(at)
            return self._with_list(at, start, end, types)
        return self._topic(types)

    def mentioned(self, types: Types) -> list[Slot]:
        """The names of the sentence that are no circumstances, in text order."""
        slots = self.frame.slots
        return [
            slot
            for at in self._places(0, len(slots), types)
            if (slot := slots[at]) is not None and not self.is_governed(at, self.clause_start(at))
        ]

    def heads(self, start: int, end: int, types: Types) -> list[int]:
        """Where the names of these types stand that are neither owners nor circumstances."""
        return [
            at
            for at in self._places(start, end, types)
            if not self.is_governed(at, start)
            and not grammar.POSSESSOR.match(self.frame.text, at + 1)
            and not self._is_passive(at)
        ]

    def is_governed(self, at: int, start: int) -> bool:
        """Whether a name, with the names right before it, follows a preposition."""
        text = self.frame.text
        while at > start and text[at - 1] in ANY_LETTER:
            at -= 1
        before = text[start:at]
        return bool(grammar.GOVERNED.search(before) or grammar.ACCOMPANIED.match(before))

    def clause_start(self, at: int) -> int:
        """Where the clause that holds a position begins."""
        found = max(0, at - _WINDOW)
        for mark in grammar.CLAUSE.finditer(self.frame.text, found, at):
            found = mark.end()
        return found

    def clause_end(self, at: int) -> int:
        """Where the clause that holds a position ends."""
        limit = min(len(self.frame.text), at + _WINDOW)
        mark = grammar.CLAUSE.search(self.frame.text, at, limit)
        return mark.start() if mark else limit

    def owners(self, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """The last owner in a clause that has no head (甲的产品授权自乙)."""
        places = [
            at
            for at in self._places(start, end, types)
            if not self.is_governed(at, start) and not self._is_passive(at)
        ]
        return self._with_list(places[-1], start, end, types) if places else ()

    def _earlier(self, start: int, types: Types) -> tuple[Slot, ...]:
        """What the clauses before are about, the nearest first."""
        limit, begin = start - _WINDOW, start
        while start > max(0, limit):
            end = start - 1
            start = self.clause_start(end)
            for at in self.heads(start, end, types):
                found = self._with_list(at, start, end, types)
                # In 甲与乙签约 the first is what the next clause goes on about.
                with_other = grammar.COMPANION.match(self.frame.text, at + 1)
                return found[:1] if with_other else found
        # 公司的新药获批，并与…: no clause is about an organization, but one about what it owns.
        return self.owners(max(0, begin - _WINDOW), begin, types)[:1] if begin else ()

    def _is_passive(self, at: int) -> bool:
        slot = self.frame.slots[at]
        return slot is not None and slot.key in self.passive

    def _topic(self, types: Types) -> tuple[Slot, ...]:
        """The likeliest of what was spoken of; of sites and organizations an organization."""
        fitting = [slot for slot in self.topics if slot.type in types]
        acting = [slot for slot in fitting if slot.type not in SITES]
        return tuple((acting or fitting)[:1])

    def _places(self, start: int, end: int, types: Types) -> Iterator[int]:
        slots = self.frame.slots
        for at in range(max(0, start), min(end, len(slots))):
            slot = slots[at]
            if slot is not None and slot.type in types and not self._is_outer(at, end, types):
                yield at

    def _is_outer(self, at: int, end: int, types: Types) -> bool:
        """Whether a name only describes the next one: 上海 before 张江, an employer, 甲旗下的乙."""
        here = self.frame.slots[at]
        if EntityType.ORGANIZATION in types and grammar.UMBRELLA.match(self.frame.text, at + 1):
            return True
        for behind in range(at + 1, min(end, len(self.frame.slots), at + 20)):
            next_ = self.frame.slots[behind]
            if here is None or next_ is None:
                continue
            between = self.frame.text[at + 1 : behind]
            if next_.type is EntityType.PERSON and EntityType.PERSON in types:
                employs = here.type is EntityType.ORGANIZATION
                return employs and bool(grammar.EMPLOYEE.fullmatch(between))
            if here.type not in SITES or next_.type not in types:
                return False
            if next_.type in SITES:
                return not between
            return here.type is EntityType.PLACE and bool(grammar.DESCRIPTOR.fullmatch(between))
        return False

    def _owns(self, at: int, end: int, types: Types) -> bool:
        if self._is_passive(at) or not grammar.POSSESSOR.match(self.frame.text, at + 1):
            return False
        return any(True for _ in self._places(at + 1, end, types))

    def _with_list(self, at: int, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """The list that holds a name."""
        first = at
        while True:
            before = [at for at in self._places(start, first + 1, types) if at < first]
            if not before or not self._are_joined(before[-1], first):
                return self._list_from(first, end, types)
            first = before[-1]

    def _are_joined(self, first: int, second: int) -> bool:
        """Whether two names follow one another in one list."""
        return grammar.JOINED.fullmatch(self.frame.text[first + 1 : second]) is not None

    def _list_from(self, at: int, end: int, types: Types) -> tuple[Slot, ...]:
        places = [at]
        for behind in self._places(at + 1, end, types):
            if not self._are_joined(places[-1], behind):
                break
            places.append(behind)
        slots = (self.frame.slots[place] for place in places)
        return tuple(slot for slot in slots if slot is not None)
