"""Where the subject and the object of a verb stand: in its clause, before it, or carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS, Frame
from zjkg.claims.frames.names import Slot
from zjkg.model import EntityType

_WINDOW: Final = 240
"""How far from a verb, in characters of a frame, its arguments are looked for."""
Types = frozenset[EntityType]
SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})


@dataclass(frozen=True, slots=True)
class Grammar:
    """What tells a head from a modifier, and a clause from the next, in one language."""

    clause: re.Pattern[str]
    """A mark between clauses."""
    governed: re.Pattern[str]
    """The words before a name that make it a circumstance and no subject."""
    possessor: re.Pattern[str]
    """The words behind a name that make it the owner of what follows."""
    joined: re.Pattern[str]
    """All words between two names of one list."""
    last: re.Pattern[str]
    """The same before the last name of a list."""
    agent: re.Pattern[str]
    """The words before a name that make it the agent of a passive."""
    pronoun: re.Pattern[str]
    """The words before a verb that stand for what the text speaks of (it has)."""
    employee: re.Pattern[str]
    """All words between an employer and the person whose post follows it."""
    descriptor: re.Pattern[str]
    """All words between a place and the organization that it describes."""
    companion: re.Pattern[str]
    """The words behind a name that bring one who acts with it."""
    aside: re.Pattern[str]
    """A relative clause or an apposition with its commas."""
    unresolved: re.Pattern[str]
    """A subject that no name stands for (该公司, where the text names none)."""
    parted: re.Pattern[str]
    """What between a verb and a name shows that the name is no object of it."""
    reach: int
    """How many characters may stand between a verb and its object."""
    carries: bool
    """Whether a clause may leave out a subject that the text has named."""
    antecedent: re.Pattern[str] | None = None
    """The words before a verb whose subject stands right before them (…, which)."""
    second: re.Pattern[str] | None = None
    """The words before a verb that shares the subject of another (and then)."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Finds the arguments of the verbs of one sentence."""

    frame: Frame
    grammar: Grammar
    topics: tuple[Slot, ...]
    """What the sentences before speak of, the likeliest first."""
    passive: frozenset[str] = frozenset()
    """Keys of things that never act (exchanges)."""

    def subject(
        self, verb: tuple[int, int], types: Types, *, carried: bool = True
    ) -> tuple[Slot, ...]:
        """The nearest head before the verb in its clause, else in the clauses before, else a topic.

        In its own clause the nearest is taken, in those before it the first: what they are about.
        Topics of the sentences before are taken only where the subject is ``carried`` over.
        """
        start = self.clause_start(verb[0])
        before, grammar = self.frame.text[start : verb[0]], self.grammar
        relative = grammar.antecedent and grammar.antecedent.search(before)
        if relative:
            return self.nearest(start + relative.start(), types)
        pronoun = grammar.pronoun.search(before)
        if pronoun:
            return self.spoken_of(start + pronoun.start(), types)
        heads = self.heads(start, verb[0], types)
        if heads:
            shared = grammar.second is not None and grammar.second.search(before)
            return self._with_list(heads[0] if shared else heads[-1], start, verb[0], types)
        owners = self._owners(start, verb[0], types)
        if owners or not grammar.carries or grammar.unresolved.search(before):
            return owners
        return self._earlier(start, types) or (self._topic(types) if carried else ())

    def spoken_of(self, end: int, types: Types) -> tuple[Slot, ...]:
        """The one thing that a pronoun at this position stands for."""
        start = self.clause_start(end)
        here = tuple(self.frame.slots[at] for at in self.heads(start, end, types)[:1])
        found = tuple(slot for slot in here if slot is not None)
        return found or self._earlier(start, types)[:1] or self._topic(types)

    def object(
        self, verb: tuple[int, int], types: Types, after: re.Pattern[str] | None = None
    ) -> tuple[Slot, ...]:
        """The first head behind the verb, with the rest of its list."""
        end = min(self.clause_end(verb[1]), verb[1] + self.grammar.reach)
        for at in self._places(verb[1], end, types):
            if self._owns(at, end, types) or self.frame.text[at + 1 : at + 2] == "-":
                continue
            if after is None and self.grammar.parted.search(self.frame.text[verb[1] : at]):
                return ()
            if after is not None and not after.search(self.frame.text[verb[1] : at]):
                continue
            return self._list_from(at, len(self.frame.text), types)
        return ()

    def agent(self, verb: tuple[int, int], types: Types) -> tuple[int, tuple[Slot, ...]]:
        """Who acts in a passive: where it begins, and the names; -1 where there is none."""
        start = self.clause_start(verb[0])
        for at in self._places(start, verb[0], types):
            marker = self.grammar.agent.search(self.frame.text[start:at])
            if marker:
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
        asides = self._asides(start, end)
        return [
            at
            for at in self._places(start, end, types)
            if not self.is_governed(at, start)
            and not self.grammar.possessor.match(self.frame.text, at + 1)
            and not self._is_passive(at)
            and not any(first < at < last for first, last in asides)
        ]

    def is_governed(self, at: int, start: int) -> bool:
        """Whether a name, with the names right before it, follows a preposition."""
        text = self.frame.text
        while at > start and text[at - 1] in ANY_LETTER:
            at -= 1
        return bool(self.grammar.governed.search(text[start:at]))

    def clause_start(self, at: int) -> int:
        """Where the clause that holds a position begins."""
        found = max(0, at - _WINDOW)
        for mark in self.grammar.clause.finditer(self.frame.text, found, at):
            found = mark.end()
        return found

    def clause_end(self, at: int) -> int:
        """Where the clause that holds a position ends."""
        limit = min(len(self.frame.text), at + _WINDOW)
        mark = self.grammar.clause.search(self.frame.text, at, limit)
        return mark.start() if mark else limit

    def _owners(self, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """The last owner in a clause that has no head (甲的产品授权自乙)."""
        places = [
            at
            for at in self._places(start, end, types)
            if not self.is_governed(at, start) and not self._is_passive(at)
        ]
        return self._with_list(places[-1], start, end, types) if places else ()

    def _earlier(self, start: int, types: Types) -> tuple[Slot, ...]:
        """What the clauses before are about, the nearest first."""
        limit = start - _WINDOW
        while start > max(0, limit):
            end = start - 1
            start = self.clause_start(end)
            for at in self.heads(start, end, types):
                found = self._with_list(at, start, end, types)
                # In 甲与乙签约 the first is what the next clause goes on about.
                with_other = self.grammar.companion.match(self.frame.text, at + 1)
                return found[:1] if with_other else found
        return ()

    def _asides(self, start: int, end: int) -> list[tuple[int, int]]:
        """Relative clauses and appositions that end before the verb."""
        found = self.grammar.aside.finditer(self.frame.text, start, end)
        return [match.span() for match in found]

    def _is_passive(self, at: int) -> bool:
        slot = self.frame.slots[at]
        return slot is not None and slot.key in self.passive

    def _topic(self, types: Types) -> tuple[Slot, ...]:
        fitting = (slot for slot in self.topics if slot.type in types)
        return tuple(slot for slot in [next(fitting, None)] if slot is not None)

    def _places(self, start: int, end: int, types: Types) -> Iterator[int]:
        slots = self.frame.slots
        for at in range(max(0, start), min(end, len(slots))):
            slot = slots[at]
            if slot is not None and slot.type in types and not self._is_outer(at, end, types):
                yield at

    def _is_outer(self, at: int, end: int, types: Types) -> bool:
        """Whether a name only describes the next one: 上海 before 张江, an employer, 上海企业."""
        here = self.frame.slots[at]
        for behind in range(at + 1, min(end, len(self.frame.slots), at + 20)):
            next_ = self.frame.slots[behind]
            if here is None or next_ is None:
                continue
            between = self.frame.text[at + 1 : behind]
            if next_.type is EntityType.PERSON and EntityType.PERSON in types:
                employs = here.type is EntityType.ORGANIZATION
                return employs and bool(self.grammar.employee.fullmatch(between))
            if here.type not in SITES or next_.type not in types:
                return False
            if next_.type in SITES:
                return not between
            return here.type is EntityType.PLACE and bool(
                self.grammar.descriptor.fullmatch(between)
            )
        return False

    def _owns(self, at: int, end: int, types: Types) -> bool:
        if not self.grammar.possessor.match(self.frame.text, at + 1):
            return False
        return any(True for _ in self._places(at + 1, end, types))

    def _with_list(self, at: int, start: int, end: int, types: Types) -> tuple[Slot, ...]:
        """The list that holds a name; its last join is the nearest to the verb."""
        first, join = at, self.grammar.last
        while True:
            before = list(self._places(start, first, types))
            if not before or not join.fullmatch(self.frame.text[before[-1] + 1 : first]):
                return self._list_from(first, end, types)
            first, join = before[-1], self.grammar.joined

    def _list_from(self, at: int, end: int, types: Types) -> tuple[Slot, ...]:
        places = [at]
        ended = 1  # how many names there are up to the last join that can end a list
        for behind in self._places(at + 1, end, types):
            between = self.frame.text[places[-1] + 1 : behind]
            if not self.grammar.joined.fullmatch(between):
                break
            places.append(behind)
            if self.grammar.last.fullmatch(between):
                ended = len(places)
        slots = (self.frame.slots[place] for place in places[:ended])
        return tuple(slot for slot in slots if slot is not None)


_N = f"[^，。；：、{ANY_LETTER}]"
_ZH_JOINED = re.compile(
    f"[”」]?(?:{_N}{{0,12}}[”」]?(?:、|和|与|及|以及|暨|联合|会同|携手|并与|连同)"
    f"(?:{_N}{{0,6}}{LETTERS[EntityType.PLACE]})?{_N}{{0,16}}"
    f"|、(?:{_N}{{1,12}}、){{1,5}}{_N}{{0,12}})"
)
_ZH_FIRM = "(?:的)?(?:企业|公司|药企|新创|新创公司|初创企业|创企|上市公司|商|厂商|集团|药厂)?"
_EN_FIRM = r"(?: (?:[\w-]+ ){0,3}(?:start-?up|firm|company|maker|group|drugmaker|developer))? ?"
_EN_AND = "(?:,? and|,? &|,? as well as|,? or|,? plus)"
_EN_ITEM = r"(?: by)?(?: the)? (?:(?!by )[^\s,.;:]+ ){0,4}"
ZH: Final = Grammar(
    clause=re.compile("[，。；：！？]"),
    governed=re.compile(
        "(?:在|于|向|对|给|为|从|自|被|由|获|获得|得到|经|将|把|以|按|按照|根据|据|依据|到|至|随|受"
        "|凭|依托|围绕|通过|取得|针对|关于|除|比|较)了?(?:来自|位于)?"
        "(?:国内|国外|海外|全球|知名|著名|本土|当地)?[“「]?$"
    ),
    possessor=re.compile(
        f"{_N}{{0,10}}?(?:衍生|孵化|研发|创办|创立|设立|成立|投资|控股|运营|主办|编制|开发|管理|发起|组建"
        f"|培育){_N}{{0,4}}?的|"
        "[”」]?(?:的|旗下|所属|下属|自有|所持|持有的|所在|企业的|(?:上市)?(?:公司|企业)(?=[^，。；]))"
    ),
    joined=_ZH_JOINED,
    last=_ZH_JOINED,
    agent=re.compile(
        f"(?:由|被|获得?|经过?|得到|受到?|通过|取得|接受|遭){_N}{{0,10}}(?:[{ANY_LETTER}]{_N}{{0,8}})?$"
    ),
    employee=re.compile(f"(?!{_N}{{0,10}}(?:和|与|及|联合|携手|会同)){_N}{{1,14}}"),
    descriptor=re.compile(_ZH_FIRM),
    companion=re.compile("与|跟|同"),
    aside=re.compile("(?!)"),
    unresolved=re.compile("该|此|这[个款项]|[一三两几]家|双方|各方"),
    parted=re.compile("^、|[，。；：！？]"),
    reach=45,
    carries=True,
    pronoun=re.compile("其(?![中他余实次])[^，。；：]{0,8}$"),
)
EN: Final = Grammar(
    clause=re.compile(r"[;:!?“”\"]|\.(?=\s|$)"),
    governed=re.compile(
        r"\b(?:in|at|of|with|by|from|for|to|on|near|under|inside|within|against|over|into|than"
        r"|alongside|between|after|before|about|among|through|via|as) "
        r"(?!\d|January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|late|early|return"
        r"|addition|total|exchange)(?:[^\s,.;:]+ ){0,4}$",
        re.IGNORECASE,
    ),
    possessor=re.compile("'s? "),
    joined=re.compile(f"(?:,|{_EN_AND}){_EN_ITEM}"),
    last=re.compile(_EN_AND + _EN_ITEM),
    agent=re.compile(r"\bby (?:[^\s,.;:]+ ){0,5}$"),
    employee=re.compile("'s [^,.;]{3,40},? |,? (?:chief|president|chairman|director)[^,.;]{0,30} "),
    descriptor=re.compile(_EN_FIRM),
    companion=re.compile(" with "),
    aside=re.compile(
        r", (?:which|who|whose|where|an?|the|its|formerly|part of|known|one of|based|led|founded"
        r"|(?:co-)?founder|chief|president|chair|director|head|vice|managing|general|deputy"
        r"|professor"
        r"|backed|owned|listed) [^,.;]*,"
    ),
    unresolved=re.compile("(?!)"),
    parted=re.compile(", (?!$)"),
    reach=90,
    carries=False,
    antecedent=re.compile(r",? (?:which|that|who) (?:\w+ ){0,3}$"),
    pronoun=re.compile(r"\b(?:it|they|we|she|he) (?:\w+ ){0,3}$", re.IGNORECASE),
    second=re.compile(r"\b(?:and|but|then|also),? (?:\w+ ){0,3}$"),
)
GRAMMARS: Final = {True: ZH, False: EN}
