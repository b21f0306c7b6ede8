"""Finds the verbs of a table in a sentence and asks for their arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.arguments import SITES, Arguments, Types
from zjkg.claims.relations.rules import Construction, RelationMatch, VerbRule
from zjkg.claims.relations.signatures import SIGNATURES
from zjkg.model import EntityType, Predicate

_BY: Final = re.compile(r"\bby (?:[^\s,.;:]+ ){0,5}$")
_BE: Final = re.compile(
    r"\b(?:is|are|was|were|been|being|be|get|got|gets) (?:\w+ ){0,2}$", re.IGNORECASE
)
_WITH: Final = re.compile("(?:与|和|同|跟)(?:[^，。；：、与和同]{0,12})$")
_PLACE_MARK: Final = re.compile("(?:在|于)[^，。；：]{0,12}$")
_CARRIED: Final = frozenset(
    {
        Predicate.DEVELOPS,
        Predicate.SUPPLIES,
        Predicate.LICENSES_FROM,
        Predicate.LICENSES_TO,
        Predicate.OPERATES,
        Predicate.FOUNDER_OF,
        Predicate.ACQUIRES,
        Predicate.INVESTS,
        Predicate.SIGNS,
        Predicate.PARTNERS_WITH,
        Predicate.LISTED_ON,
    }
)
"""What a sentence may state of a subject that only the sentences before name."""
_SENTENCE: Final = 120
"""How far before a passive, in characters, the product that undergoes it is looked for."""
_IT: Final = re.compile(
    " (?:it|them|the (?:drug|product|vaccine|test|device|kit|therapy|treatment))\\b"
)
_BESIDE: Final = re.compile("旁|附近|对面|周边|隔壁|以[东南西北]|方向")
_NAMES: Final = ANY_LETTER.replace(LETTERS[EntityType.PLACE], "")
_OWNED: Final = re.compile(f"[^，。；：,.;:{_NAMES}]{{0,50}}")
_PARTIES: Final = frozenset({EntityType.ORGANIZATION, EntityType.PARK, EntityType.PLACE})
_GOODS: Final = frozenset({EntityType.PRODUCT})

Pair = tuple[tuple[Slot, ...], tuple[Slot, ...]]


def verb_matches(
    rules: Iterable[VerbRule], arguments: Arguments, *, chinese: bool
) -> Iterator[RelationMatch]:
    """Every verb of the table in the sentence, with the names on its two sides."""
    for rule in rules:
        for found in rule.verb.finditer(arguments.frame.text):
            verb = found.span("v") if "v" in rule.verb.groupindex else found.span()
            subjects, objects = _sides(rule, arguments, verb, chinese=chinese)
            if rule.inverse:
                subjects, objects = objects, subjects
            if subjects and objects:
                yield RelationMatch(rule.id, rule.predicate, verb, subjects, objects)


def _sides(rule: VerbRule, arguments: Arguments, verb: tuple[int, int], *, chinese: bool) -> Pair:
    signature = SIGNATURES[rule.predicate]
    ends = (signature.domain, signature.range)
    domain, codomain = ends[::-1] if rule.inverse else ends
    doers, things = rule.subjects or domain, rule.objects or codomain
    if rule.construction is Construction.PLACED:
        return _placed(arguments, verb, doers, things)
    if rule.construction is Construction.COMPANIONS:
        return _companions(arguments, verb)
    if rule.construction is Construction.POSSESSIVE:
        return arguments.spoken_of(verb[0], doers), _owned(arguments, verb, things)
    received = rule.construction is Construction.RECEIVED
    passive = _passive_zh if chinese else _passive_en
    undergone = passive(arguments, verb, doers, things)
    if received or undergone[0]:
        return undergone
    return _active(rule, arguments, verb, doers, things)


def _active(
    rule: VerbRule, arguments: Arguments, verb: tuple[int, int], doers: Types, things: Types
) -> Pair:
    objects = arguments.object(verb, things, rule.after)
    if not objects and rule.predicate is Predicate.APPROVES:
        pronoun = _IT.match(arguments.frame.text, verb[1])
        objects = arguments.nearest(verb[0], things) if pronoun else ()
    if not objects:
        return (), ()
    text = arguments.frame.text
    start = arguments.clause_start(verb[0])
    if not arguments.heads(start, verb[0], doers):
        # 收购了乙的甲: the subject is the head of the relative clause.
        last = arguments.frame.slots.index(objects[-1], verb[1])
        if text[last + 1 : last + 2] == "的":
            heads = arguments.heads(last + 2, arguments.clause_end(last), doers)
            if heads:
                return arguments.object((last, last + 2), doers)[:1], objects
    if rule.predicate is Predicate.LOCATED_IN and rule.after is not None:
        # What is established at a place lies there, not who establishes it.
        end = arguments.frame.slots.index(objects[0], verb[1])
        named = arguments.heads(verb[1], end, doers)
        if named:
            return arguments.nearest(named[0] + 1, doers), objects
    return arguments.subject(verb, doers, carried=rule.predicate in _CARRIED), objects


def _owned(arguments: Arguments, verb: tuple[int, int], things: Types) -> tuple[Slot, ...]:
    found = arguments.object(verb, things)
    if not found:
        return ()
    at = arguments.frame.slots.index(found[0], verb[1])
    return found if _OWNED.fullmatch(arguments.frame.text[verb[1] : at]) else ()


def _passive_zh(arguments: Arguments, verb: tuple[int, int], doers: Types, things: Types) -> Pair:
    at, agents = arguments.agent(verb, doers)
    if not agents:
        return (), ()
    if arguments.frame.text[verb[1] : verb[1] + 1] == "的":
        patients = arguments.object(verb, things)
        if patients:
            return agents, patients
    return agents, _patients(arguments, at, things, agents)


def _patients(
    arguments: Arguments, end: int, things: Types, agents: tuple[Slot, ...]
) -> tuple[Slot, ...]:
    """What undergoes the act; a product rather than its owner."""
    text = arguments.frame.text
    if things > _GOODS:
        start = max(0, end - _SENTENCE, *(text.rfind(mark, 0, end) + 1 for mark in "。；"))
        goods = arguments.heads(start, end, _GOODS)
        if goods:
            return arguments.nearest(goods[-1] + 1, _GOODS)
    found = arguments.subject((end, end), things)
    return () if {slot.key for slot in found} & {slot.key for slot in agents} else found


def _passive_en(arguments: Arguments, verb: tuple[int, int], doers: Types, things: Types) -> Pair:
    agents = arguments.object(verb, doers, _BY)
    if not agents:
        return (), ()
    before = arguments.frame.text[max(0, verb[0] - 40) : verb[0]]
    if _BE.search(before):
        return agents, arguments.subject(verb, things)
    return agents, arguments.nearest(verb[0], things)


def _placed(arguments: Arguments, verb: tuple[int, int], doers: Types, things: Types) -> Pair:
    text = arguments.frame.text
    start = arguments.clause_start(verb[0])
    places = [
        at
        for at, slot in enumerate(arguments.frame.slots[start : verb[0]], start)
        if slot and slot.type in things and not _BESIDE.match(text, at + 1)
    ]
    marked = [at for at in places if _PLACE_MARK.search(text[start:at])]
    if not marked:
        return (), ()
    inner = marked[0]
    while inner + 1 < len(text) and inner + 1 in places:
        inner += 1
    slot = arguments.frame.slots[inner]
    mark = _PLACE_MARK.search(text[start : marked[0]])
    named = arguments.object(verb, doers - SITES - things)
    if slot is None or mark is None:
        return (), ()
    here = start + mark.start()
    return named or arguments.subject((here, here), doers, carried=False), (slot,)


def _companions(arguments: Arguments, verb: tuple[int, int]) -> Pair:
    text, slots = arguments.frame.text, arguments.frame.slots
    start = arguments.clause_start(verb[0])
    places = [
        at
        for at in range(start, verb[0])
        if (slot := slots[at]) is not None
        and slot.type in _PARTIES
        and not arguments.is_governed(at, start)
    ]
    for at in places:
        mark = _WITH.search(text[start:at])
        if mark is None:
            continue
        here = start + mark.start()
        first = arguments.subject((here, here), _PARTIES)
        second = arguments.object((at - 1, at), _PARTIES)
        return first, second
    return (), ()
