"""Finds the verbs of the Chinese table in a sentence, and who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.claims.relations.chinese.arguments import Arguments, Types
from zjkg.claims.relations.chinese.companions import companions, partners_before
from zjkg.claims.relations.chinese.placement import placed
from zjkg.claims.relations.chinese.rules import Construction, VerbRule
from zjkg.claims.relations.matches import RelationMatch
from zjkg.claims.relations.places import SITES
from zjkg.claims.relations.signatures import SIGNATURES
from zjkg.model import EntityType, Predicate
from zjkg.patterns import Table

Pair = tuple[tuple[Slot, ...], tuple[Slot, ...]]
Verb = tuple[int, int]
_N: Final = f"[^，。；：！？{ANY_LETTER}]"
_RELATIVE: Final = re.compile(f"{_N}{{0,30}}?的")
_OF: Final = re.compile("[内里中]?的")
_SOMEBODY: Final = re.compile(
    f"[内里中]?的{_N}{{0,6}}(?:企业|公司|机构|药企|厂商|项目|团队|业者|客户|租户)(?!{_N}{{0,2}}[{ANY_LETTER}])"
)
_COUNTED: Final = re.compile("(?P<n>[两二三])人|夫妇|夫妻")
_SEVERAL: Final = re.compile(
    "(?P<n>[两二三四五])(?:家|间|者)(?:公司|企业|机构|厂商|业者|药企)?(?=均|都|皆|将|也|亦|已|现|同|分别|先后|共同|并|在|于|落|入|进)"
)
_NUMBERS: Final = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_BACKS: Final = re.compile("[领跟参追]投|追加|加码|加注|认购|持股|持有|出资|主办")
"""What those do who put money in; whose clause it is receives none."""
_STANDS: Final = re.compile("位[于在处]|地处|[坐座]落|设[于在]|总部")
_ROUND: Final = re.compile("的[^，。；]{0,12}(?:融资|募资|轮)")
_JOINT: Final = re.compile("联合|共同|会同|携手|一起|合作|连同")
_OWNED: Final = re.compile(f"[^，。；：{ANY_LETTER}]{{0,50}}")
_PLACES: Final = frozenset({EntityType.PLACE})
_PEOPLE: Final = frozenset({EntityType.PERSON})
_FIRMS: Final = frozenset({EntityType.ORGANIZATION})
_OF_FIRMS: Final = frozenset({Predicate.SUBSIDIARY_OF, Predicate.SUPPLIES, Predicate.PARTNERS_WITH})
"""What firms have of one another (子公司, 客户, 合作伙伴)."""
_SENTENCE: Final = 120
"""How far before a passive, in characters, the product that undergoes it is looked for."""
_ALL: Final = frozenset(EntityType)
_GOODS: Final = frozenset({EntityType.PRODUCT})
_GRANTED: Final = re.compile(f"(?:获|获得|取得|得到|拿到|拥有|经){_N}{{0,8}}$")
_WHEN: Final = (
    "[0-9〇一二三四五六七八九十两]+(?:年|月|日|号|季度|天)(?:[初底末中]|[上下]旬|前|后|起|间)?"
    "|[今去前明后]年|年[初底中末]|[上下]半年|[上下本]月|[昨今明前]日|[昨今明]天|近[日期年]|日前"
    "|目前|如今|现在?|眼下|此[前后外]|同[时日年]|随后|后来|期间|春|夏|秋|冬"
)
_ADVERB: Final = (
    "已经?|正在?|将|拟|计划|预计|有望|并|且|还|也|又|再|亦|曾|先后|相继|陆续|成功|正式|首次|率先|主要"
    "|专门|长期|一直|仍|均|都|共|累计|最终|随即|就|便|刚|才|另外|不仅|进一步|独家|联合|共同|自主|对外|公开"
)
_BARE: Final = re.compile(f"(?:{_WHEN}|{_ADVERB}|于)*")
"""All words that may stand between the start of a clause and a verb whose subject is left out."""
_IN_PART: Final = re.compile(
    f"(?:^|[，。；：])(?:{_WHEN}|{_ADVERB})*(?:总部)?(?:位于|地处|坐落于?|设[于在]|落户|入驻|在)"
    f"[^，。；：{ANY_LETTER}]{{0,4}}[{ANY_LETTER}]$"
)
"""位于园区的乙: what lies in a park need be no part of it."""
_OF_AUTHORS: Final = frozenset(
    {Predicate.LAUNCHES, Predicate.HOSTS, Predicate.APPROVES, Predicate.COMPILED_BY}
)
_BARE_HERE: Final = re.compile(
    f"(?:{_WHEN}|{_ADVERB}|于)*(?:(?:从|由|自)[^，。；：{ANY_LETTER}]{{0,4}}[{ANY_LETTER}]+)?(?:走进|来到|步入|在|与|和|同|由|向|从|对|给|为|据|被)?(?:总部)?"
)
"""The same, where the verb may open the description of what a preposition brings."""
_ANYWHERE: Final = frozenset(
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
"""What a clause may state of a subject of the sentence before, whatever stands before its verb."""


def clause_matches(rules: Table[VerbRule], arguments: Arguments) -> Iterator[RelationMatch]:
    """Every verb of the table in the sentence, with the names on its two sides."""
    for rule in rules.possible(arguments.frame.text):
        find = _SIDES[rule.construction]
        for found in rule.verb.finditer(arguments.frame.text):
            verb = found.span("v") if "v" in rule.verb.groupindex else found.span()
            for first, second in find(rule, arguments, verb):
                subjects, objects = (second, first) if rule.inverse else (first, second)
                if subjects and objects:
                    yield RelationMatch(rule.id, rule.predicate, verb, subjects, objects)


def _types(rule: VerbRule) -> tuple[Types, Types]:
    """What the grammatical subject and the grammatical object may be."""
    signature = SIGNATURES[rule.predicate]
    ends = (signature.domain, signature.range)
    domain, codomain = ends[::-1] if rule.inverse else ends
    return rule.subjects or domain, rule.objects or codomain


def _transitive(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    undergone = _undergone(rule, arguments, verb)
    if undergone is not None:
        yield undergone
        return
    doers, things = _types(rule)
    start = arguments.clause_start(verb[0])
    if rule.predicate is Predicate.LOCATED_IN and not arguments.names_in(start, verb[0], doers):
        objects = arguments.object(verb, things, owners=True)
        last = arguments.last_of(objects, verb[1])
        bare = _BARE_HERE.fullmatch(arguments.frame.text, start, verb[0])
        if objects and bare and _SOMEBODY.match(arguments.frame.text, last + 1):
            return  # 落户这里的企业: nobody is named
        if objects and bare and _OF.match(arguments.frame.text, last + 1):
            head = _head_behind(arguments, last, doers)
            if head or _STANDS.match(arguments.frame.text, verb[0]):
                yield head, objects  # 位于园区的甲
                return
    objects = arguments.object(verb, things) or arguments.brought(verb, things)
    if objects and rule.predicate is Predicate.LOCATED_IN and not rule.inverse:
        outer = arguments.possessor(verb, _PLACES)
        if outer:
            yield objects, outer
            objects = (*outer, *objects)
    if objects:
        yield _subject(rule, arguments, verb, objects), objects
    elif rule.elided:
        subjects = _subject(rule, arguments, verb, ())
        yield subjects, arguments.spoken_besides(verb[0], things, subjects)


def _received(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    undergone = _undergone(rule, arguments, verb)
    if undergone is not None:
        yield undergone


def _undergone(rule: VerbRule, arguments: Arguments, verb: Verb) -> Pair | None:
    """The agent of a passive, and what undergoes it; None where there is no agent."""
    doers, things = _types(rule)
    at, agents = arguments.agent(verb, doers)
    if not agents:
        return None
    text = arguments.frame.text
    if text[verb[1] : verb[1] + 1] == "的" and not _ROUND.match(text, verb[1]):
        return agents, arguments.object(verb, things)
    behind = text.find("，", verb[1], verb[1] + 8)
    carried = _carries(rule, arguments, arguments.clause_start(at), at)
    patients = _patients(arguments, at, things, agents, carried=carried)
    if not patients and behind >= 0 and rule.predicate is Predicate.APPROVES:
        # 经甲批准，产品… : what undergoes it opens the next clause.
        patients = arguments.object((behind, behind + 1), things)
    if not patients and _BARE.fullmatch(text, arguments.clause_start(at), at):
        patients = arguments.announced(at, verb[1], things)  # 被甲买下之前，乙…
    return agents, patients


def _patients(
    arguments: Arguments, end: int, things: Types, agents: tuple[Slot, ...], *, carried: bool
) -> tuple[Slot, ...]:
    """What undergoes the act; a product rather than its owner."""
    text = arguments.frame.text
    if things > _GOODS:
        start = max(0, end - _SENTENCE, *(text.rfind(mark, 0, end) + 1 for mark in "。；"))
        goods = arguments.heads(start, end, _GOODS)
        if goods:
            return arguments.nearest(goods[-1] + 1, _GOODS)
    keys = {slot.key for slot in agents}
    carried = carried and not arguments.heads(arguments.clause_start(end), end, _ALL)
    found = arguments.subject((end, end), things, carried=carried)
    return () if {slot.key for slot in found} & keys else found


def _subject(
    rule: VerbRule, arguments: Arguments, verb: Verb, objects: tuple[Slot, ...]
) -> tuple[Slot, ...]:
    """Before the verb, or behind a relative clause (收购了乙的甲), or carried over."""
    doers, _ = _types(rule)
    start = arguments.clause_start(verb[0])
    named = arguments.subject(verb, doers, carried=False, earlier=False)
    if named:
        return named
    described = arguments.described(verb, doers)
    if described:
        return described
    if objects:
        relative = _head_behind(arguments, arguments.last_of(objects, verb[1]), doers)
        if relative and not arguments.subject((start, start), doers, carried=False):
            return relative
        if relative and start == 0:
            return relative
    if arguments.frame.text[verb[1] : verb[1] + 1] == "的" and rule.predicate in _OF_AUTHORS:
        return ()  # 今年印发的办法: who did it is not said
    return _left_out(rule, arguments, start, verb)


def _left_out(rule: VerbRule, arguments: Arguments, start: int, verb: Verb) -> tuple[Slot, ...]:
    """The subject of a clause that names none: of the clause before, or of the sentences before."""
    doers, _ = _types(rule)
    if arguments.frame.text.startswith("作为", start):
        end = arguments.clause_end(verb[1])
        return arguments.object((end + 1, end + 1), doers)  # 作为园区企业，甲…
    if _BARE.fullmatch(arguments.frame.text, start, verb[0]):
        announced = arguments.announced(verb[0], verb[1], doers)
        if announced:
            return announced
    together = _COUNTED.search(arguments.frame.text, start, verb[0])
    if together and EntityType.PERSON in doers:
        return arguments.last_before(start, _NUMBERS.get(together["n"], 2), _PEOPLE)
    several = _SEVERAL.search(arguments.frame.text, start, verb[0])
    if several and EntityType.ORGANIZATION in doers:
        return arguments.last_before(start, _NUMBERS[several["n"]], _FIRMS)
    found = arguments.subject(verb, doers, carried=_carries(rule, arguments, start, verb[0]))
    joint = _JOINT.search(arguments.frame.text, start, verb[1])
    if not joint:
        return found
    others = arguments.accompanying(start, verb[0], doers) or tuple(
        slot
        for slot in partners_before(arguments, start)
        if slot.type in doers and slot not in found
    )
    return (*found, *others)


def _carries(rule: VerbRule, arguments: Arguments, start: int, end: int) -> bool:
    """Whether what the clause leaves out may be what the sentences before speak of."""
    if rule.predicate in _ANYWHERE:
        return True
    return not rule.inverse and _BARE.fullmatch(arguments.frame.text, start, end) is not None


def _head_behind(arguments: Arguments, last: int, types: Types) -> tuple[Slot, ...]:
    """The head of the relative clause whose object stands at ``last``."""
    relative = _RELATIVE.match(arguments.frame.text, last + 1)
    if relative is None:
        return ()
    end = arguments.clause_end(relative.end())
    first = arguments.frame.slots[relative.end()] if relative.end() < end else None
    if first is not None and first.type in types and first.type is not EntityType.PLACE:
        return arguments.listed_from(relative.end())
    names = arguments.names_in(relative.end(), end, types)
    between = arguments.frame.slots_in(relative.end(), names[0]) if names else ()
    if not names or any(slot.type not in SITES for slot in between):
        return ()
    return arguments.listed_from(names[0])


def _placed(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    doers, things = _types(rule)
    yield placed(arguments, verb, doers, things)


def _companions(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    for first, second in companions(
        arguments, verb, mutual=rule.predicate is Predicate.PARTNERS_WITH
    ):
        keys = {slot.key for slot in (*first, *second)}
        if rule.predicate is not Predicate.INVESTS or not keys & arguments.authorities:
            yield first, second  # a firm that signs with an authority gets no shareholder


def _possessive(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    """A pronoun or a name for the owner, then at once what it owns."""
    doers, things = _types(rule)
    found = arguments.object(verb, things)
    if not found:
        return
    at = arguments.frame.slots.index(found[0], verb[1])
    if rule.predicate is Predicate.PART_OF and _IN_PART.search(arguments.frame.text[: verb[0]]):
        return
    if not _OWNED.fullmatch(arguments.frame.text, verb[1], at):
        return
    if rule.predicate in _OF_FIRMS and not any(arguments.frame.slots[: verb[0]]):
        return  # 子公司甲 at the start of a sentence: whose it is stands too far away
    owners = arguments.owner_of(verb[0], doers)
    if rule.predicate is Predicate.INVESTS and owners and _is_apart(arguments, verb, owners[0]):
        owners = arguments.spoken_besides(verb[0], doers, found, _BACKS)  # 老股东甲加码
    yield owners, found


def _is_apart(arguments: Arguments, verb: Verb, owner: Slot) -> bool:
    start = arguments.frame.find(owner.span.start)
    return bool(arguments.clause_start(verb[0]) > start)


def _from_owner(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    """引进乙的产品: what is taken belongs to the other side."""
    _, things = _types(rule)
    owner = arguments.possessor(verb, things)
    if owner:
        yield _subject(rule, arguments, verb, ()), owner


def _elided(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    doers, things = _types(rule)
    at, agents = arguments.agent(verb, doers)
    bare = _BARE.fullmatch(arguments.frame.text, arguments.clause_start(verb[0]), verb[0])
    subjects = agents or arguments.subject(verb, doers, carried=False, earlier=bool(bare))
    backers = _BACKS if rule.predicate is Predicate.INVESTS else None
    end = at if agents else verb[0]
    yield subjects, arguments.spoken_besides(end, things, subjects, backers)


def _tenants(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    doers, things = _types(rule)
    found = arguments.object((verb[1], verb[1]), doers)
    if not found:
        return
    here = arguments.nearest_in_sentence(verb[0], things)
    yield found, here or arguments.spoken_besides(verb[0], things, found)


def _licensor(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    """由乙取得产品的销售权: the product is of the one who grants the right."""
    doers, things = _types(rule)
    at, agents = arguments.agent(verb, doers)
    if agents:
        found = _patients(arguments, at, doers, agents, carried=True)
        yield found, arguments.object(verb, things)


def _granted(rule: VerbRule, arguments: Arguments, verb: Verb) -> Iterator[Pair]:
    """授权 as a verb of giving; behind 获 it is a noun, which another rule reads."""
    start = arguments.clause_start(verb[0])
    before = arguments.frame.text[start : verb[0]]
    if not _GRANTED.search(re.sub(f"[{ANY_LETTER}]", "", before[-14:])):
        yield from _transitive(rule, arguments, verb)


_SIDES: Final[dict[Construction, Callable[[VerbRule, Arguments, Verb], Iterator[Pair]]]] = {
    Construction.TRANSITIVE: _transitive,
    Construction.RECEIVED: _received,
    Construction.PLACED: _placed,
    Construction.COMPANIONS: _companions,
    Construction.POSSESSIVE: _possessive,
    Construction.ELIDED: _elided,
    Construction.TENANTS: _tenants,
    Construction.LICENSOR: _licensor,
    Construction.FROM_OWNER: _from_owner,
    Construction.GRANTED: _granted,
}
