"""Relations of the closed list: what each sentence states, judged, each relation once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.english.hearing import heeded, recent
from zjkg.claims.frames.english.scene import Scene
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.stance import Refusal, Stance, is_passive, stance_of
from zjkg.claims.relations.chinese.arguments import Arguments
from zjkg.claims.relations.chinese.attendance import FAIR, at_the_event, replies
from zjkg.claims.relations.chinese.clauses import clause_matches
from zjkg.claims.relations.chinese.deixis import main_park, pointed
from zjkg.claims.relations.chinese.frames import FrameFinder, gatherings, main_topic
from zjkg.claims.relations.chinese.siting import sited
from zjkg.claims.relations.chinese.verbs import ZH_VERBS
from zjkg.claims.relations.english.appositions import appositions
from zjkg.claims.relations.english.attendance import speakers_there
from zjkg.claims.relations.english.belongings import BelongingFinder
from zjkg.claims.relations.english.deeds import DeedFinder
from zjkg.claims.relations.english.newcomers import newcomers
from zjkg.claims.relations.english.sides import raiser_in
from zjkg.claims.relations.matches import RelationMatch
from zjkg.claims.relations.names import name_relations
from zjkg.claims.relations.places import COUNTRIES, SITES
from zjkg.claims.relations.products import unowned
from zjkg.claims.relations.signatures import SIGNATURES
from zjkg.claims.relations.voices import Voice, Voices
from zjkg.folding import simplified
from zjkg.model import (
    Dropped,
    Entity,
    EntityType,
    Evidence,
    Modality,
    Predicate,
    Relation,
    Span,
)
from zjkg.patterns import Table

_CARRIED = 3
"""How many sentences an unnamed subject may be carried over."""
_ON_STAGE = 5
"""How many sentences after a speaker at an event others answer."""
_CLAUSE_MARKS = "，。；：！？,.;:!?“”"
_NOUN_LINKS = ("的", "旗下", "自有", "'", "子公司")
_EXCHANGE = re.compile(
    "交易所|[证联港深沪上北]交所|[科创主三]板|创业板|纳斯达克|兴柜|柜买|上柜|板$"
    r"|\b(?:Nasdaq|NASDAQ|NYSE|AIM|Euronext|[Ee]xchange|STAR Market|[Ss]tock [Mm]arket|HKEX"
    r"|SSE|SZSE)\b"
)
_DONE: Final = frozenset({Predicate.LISTED_ON, Predicate.APPROVES})
"""What is no relation before it is done."""
_OF_FIRMS: Final = frozenset(
    {
        Predicate.LOCATED_IN,
        Predicate.DEVELOPS,
        Predicate.LICENSES_FROM,
        Predicate.LICENSES_TO,
        Predicate.LISTED_ON,
    }
)
"""What authorities do not do."""
_COUNTRY = re.compile(f"(?!新加坡)(?:the )?{COUNTRIES}", re.IGNORECASE)
_VERBS: Final = Table(ZH_VERBS, lambda rule: rule.verb)
_ANYTHING: Final = frozenset(EntityType)
_BODIES: Final = frozenset({EntityType.ORGANIZATION, EntityType.PROJECT})
_BY_AUTHORITY: Final = frozenset({"relation-zh-verb-take-to-task"})
_AT_WORK: Final = frozenset({"relation-zh-verb-build-in", "relation-zh-verb-works-in"})
_AUTHORITY = re.compile(
    "(?:局|署|[省市区县]政府|人民政府|委员会|[证银保]+监会|[省市区县工卫]委|管委会|厅|药审中心|审评中心|办公室|海关|(?:卫生|科技|经济|卫福|工信|国防|财政)部)$|^(?:美国|欧盟|日本|英国)?(?:FDA|EMA|PMDA|MHRA|NMPA|CDE|TFDA)$"
)
_OTHERS = re.compile("[它他她]们?|该[公企]")
"""Words that stand for somebody other than the speaker."""
_REPORTS = re.compile(
    "/ -|(?:[^，。；]{0,14}[0-9]{1,2}月[0-9]{1,2}日)?(?:专讯|快讯|讯|消息|电[（，]|记者|报道)"
)
_OUTLET = re.compile(
    "(?:[日晚早周]报|[^通]报|网|社|周刊|新闻|电视台|杂志|财讯|通讯社|观察|客户端)$"
    r"|\b(?:News|Times|Daily|Post|Journal|Courier|Wire|Newsline|Newswire|PRNewswire|Review|Press|Gazette|Herald|Tribune)\b"
)


def find_relations(
    reading: Reading, entities: tuple[Entity, ...], employers: tuple[Voice, ...] = ()
) -> tuple[tuple[Relation, ...], tuple[Dropped, ...]]:
    """All relations that the sentences state, in text order, and the candidates refused.

    ``employers`` says of stretches of speech for which organization they are spoken.
    """
    voices = Voices.of(employers, entities)
    labels = _labels(entities)
    exchanges, authorities = _exchanges(labels), _authorities(labels)
    outlets = _outlets(reading, labels)
    items: list[SentenceFrame] = []
    relations: list[Relation] = []
    dropped: list[Dropped] = []
    told = _Told()
    spoken = told.spoken
    about = _Topics(reading, outlets)
    heard: list[tuple[Slot, ...]] = []
    raiser: Slot | None = None
    stage: tuple[int, Slot] | None = None  # where somebody was last said to be at an event
    for index, sentence in enumerate(reading.sentences):
        item = sentence
        event = _event(spoken)
        matches: list[RelationMatch] = []
        if item.chinese:
            item = replace(item, frame=pointed(item.frame, spoken, reading.labels, voices))
            topics = (
                *(() if _OTHERS.search(item.frame.text) else voices.speaking(item.sentence.span)),
                *about.before(index),
                *main_park(spoken),
            )
            arguments = Arguments(
                item.frame, topics, exchanges | outlets, authorities, told.counts, told.backers
            )
            matches.extend(FrameFinder(item, labels, spoken).matches())
            matches.extend(gatherings(reading, index))
            matches.extend(clause_matches(_VERBS, arguments))
            fair = event is not None and any(map(FAIR.search, labels.get(event.key, ())))
            matches.extend(at_the_event(item, arguments, event, fair=fair))
        else:
            matches.extend(appositions(item, labels))
            matches.extend(speakers_there(item, event))
            matches.extend(newcomers(item, items[-1] if items else None, _park(spoken)))
        items.append(item)
        finder = _SentenceFinder(item, labels, spoken)
        scene = Scene.of(reading, item, recent(heard), raiser, outlets)
        heard.append(heeded(scene) if scene is not None else ())
        if scene is not None:
            matches.extend(DeedFinder(scene).matches())
            matches.extend(BelongingFinder(scene).matches())
            raiser = raiser_in(scene) or raiser
        if item.chinese and stage is not None and index - stage[0] <= _ON_STAGE:
            matches.extend(replies(item, stage[1]))
        stage = next(
            ((index, m.objects[0]) for m in matches if m.predicate is Predicate.ATTENDS), stage
        )
        for match in sorted(matches, key=lambda match: (match.verb, match.rule)):
            finder.judge(match, relations, dropped)
        told.hear(item, matches)
    relations.extend(name_relations(reading, entities))
    run = {(r.subject, r.object) for r in relations if r.predicate is Predicate.OPERATES}
    likely = sited(reading, items, exchanges | outlets | authorities)
    relations.extend(r for r in likely if (r.subject, r.object) not in run)
    relations.extend(unowned(reading, relations, exchanges | outlets))
    kept, repeated = _distinct(relations)
    return kept, (*dropped, *repeated)


def no_tenants(reading: Reading, entities: tuple[Entity, ...]) -> frozenset[str]:
    """Keys of organizations that are named in news of parks without being there."""
    labels = _labels(entities)
    return _exchanges(labels) | _authorities(labels) | _outlets(reading, labels)


def _labels(entities: tuple[Entity, ...]) -> dict[str, tuple[str, ...]]:
    return {e.key: tuple(simplified(name.text) for name in e.names) for e in entities}


def _exchanges(labels: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(key for key, names in labels.items() if any(map(_EXCHANGE.search, names)))


def _authorities(labels: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(key for key, names in labels.items() if _are_authority(names))


@dataclass(slots=True)
class _Told:
    """What the sentences so far have named: in order, how often, and who of it puts money in."""

    spoken: list[Slot] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    backers: set[str] = field(default_factory=set)

    def hear(self, item: SentenceFrame, matches: list[RelationMatch]) -> None:
        """Add a sentence and what was found in it."""
        named = item.frame.slots_in(0, len(item.frame.slots))
        self.spoken.extend(named)
        self.counts.update(slot.key for slot in named)
        backing = (match for match in matches if match.predicate is Predicate.INVESTS)
        self.backers.update(slot.key for match in backing for slot in match.subjects)


@dataclass(frozen=True, slots=True)
class _Topics:
    """What the sentences of an article are about, without its outlets; looked for once."""

    reading: Reading
    outlets: frozenset[str]
    found: dict[int, tuple[Slot, ...]] = field(default_factory=dict)

    def before(self, index: int) -> Iterator[Slot]:
        """The topics of the sentences before one: of the nearest first, each from its start."""
        for number in range(index - 1, max(0, index - _CARRIED) - 1, -1):
            if number not in self.found:
                self.found[number] = self._of(number)
            yield from self.found[number]

    def _of(self, number: int) -> tuple[Slot, ...]:
        named = Arguments(self.reading.sentences[number].frame, ()).mentioned(_ANYTHING)
        return tuple(slot for slot in named if slot.key not in self.outlets)


@dataclass(frozen=True, slots=True)
class _SentenceFinder:
    """Finds the verb frames of one sentence and judges them."""

    item: SentenceFrame
    labels: dict[str, tuple[str, ...]]
    spoken: list[Slot]

    def judge(
        self, match: RelationMatch, relations: list[Relation], dropped: list[Dropped]
    ) -> None:
        """Keep the relations of a verb frame, or record why not."""
        stance = self._stance(match)
        pairs = self._pairs(match) or self._other_pairs(match)
        refusal = stance.refusal or (None if pairs else Refusal.SIGNATURE)
        if match.predicate in _DONE and stance.modality is not Modality.ACTUAL:
            refusal = refusal or Refusal.PLANNED
        verb = self.item.frame.source(*match.verb)
        if refusal is not None:
            if not any((each.span, each.reason) == (verb, refusal.value) for each in dropped[-9:]):
                dropped.append(Dropped("claims", match.rule, verb, refusal.value))
            return
        for subject, target in pairs:
            relations.append(
                Relation(
                    subject.key,
                    match.predicate,
                    target.key,
                    stance.modality,
                    None,
                    Evidence(self.item.sentence.span, self._focus(subject, verb, target)),
                    match.rule,
                )
            )

    def _focus(self, subject: Slot, verb: Span, target: Slot) -> tuple[Span, ...]:
        sentence = self.item.sentence.span
        spans = {subject.span, verb, target.span}
        return tuple(sorted(span for span in spans if sentence.covers(span)))

    def _stance(self, match: RelationMatch) -> Stance:
        text = self.item.frame.text
        if match.mood is not None:
            return stance_of(match.mood, match.mood, text, chinese=False)
        verb_start, verb_end = match.verb
        if self.item.chinese and is_passive(text[max(0, verb_start - 4) : verb_start]):
            return Stance(refusal=Refusal.PASSIVE)
        clause_start = max(text.rfind(mark, 0, verb_start) for mark in _CLAUSE_MARKS) + 1
        if (
            text[verb_start:verb_end].startswith(_NOUN_LINKS)
            or text[verb_end : verb_end + 1] == "的"
        ):
            # Inside a noun phrase the modality of the clause's own verb does not apply.
            clause_start = max(clause_start, verb_start - 4)
        return stance_of(
            text[clause_start:verb_end],
            text[max(clause_start, verb_start - 30) : verb_start],
            text,
            chinese=self.item.chinese,
        )

    def _is_authority(self, slot: Slot) -> bool:
        return _are_authority(self.labels.get(slot.key, ()))

    def _is_exchange(self, slot: Slot) -> bool:
        return any(_EXCHANGE.search(name) for name in self.labels.get(slot.key, ()))

    def _is_abroad(self, match: RelationMatch, subject: Slot, site: Slot) -> bool:
        """Whether a body is only said to be at work in a country."""
        names = self.labels.get(site.key, ())
        works = subject.type in _BODIES or match.rule in _AT_WORK
        return works and any(map(_COUNTRY.fullmatch, names))

    def _other_pairs(self, match: RelationMatch) -> list[tuple[Slot, Slot]]:
        """A subject is not its own object: 该公司 behind a firm's name is the one of before."""
        own = {slot.key for slot in match.subjects}
        if not any(slot.referring and slot.key in own for slot in match.objects):
            return []
        kinds = frozenset(slot.type for slot in match.objects)
        return self._pairs(replace(match, objects=main_topic(self.spoken, kinds, match.subjects)))

    def _pairs(self, match: RelationMatch) -> list[tuple[Slot, Slot]]:
        signature = SIGNATURES[match.predicate]
        return [
            (subject, target)
            for subject in match.subjects
            for target in match.objects
            if subject.type in signature.domain
            and target.type in signature.range
            and subject.key != target.key
            and not self._is_exchange(subject)
            and not (
                match.predicate is Predicate.LOCATED_IN and self._is_abroad(match, subject, target)
            )
            and {subject.type, target.type} != {EntityType.PERSON}
            and (match.rule not in _BY_AUTHORITY or self._is_authority(subject))
            and (match.predicate is not Predicate.LISTED_ON or self._is_exchange(target))
            and (match.predicate is not Predicate.PART_OF or _may_contain(subject, target))
            and not (
                match.predicate in _OF_FIRMS
                and any(self._is_authority(slot) for slot in (subject, target))
            )
        ]


def _are_authority(names: tuple[str, ...]) -> bool:
    return any(map(_AUTHORITY.search, names))


def _outlets(reading: Reading, labels: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Outlets report; they are not what the text is about."""
    named = {key for key, names in labels.items() if any(map(_OUTLET.search, names))}
    return frozenset(
        slot.key
        for item in reading.sentences
        for at, slot in enumerate(item.frame.slots)
        if slot is not None
        and slot.type is EntityType.ORGANIZATION
        and (slot.key in named or _REPORTS.match(item.frame.text, at + 1))
    )


def _may_contain(part: Slot, whole: Slot) -> bool:
    """Parts are of the whole's kind, except that places and parks contain one another."""
    if part.type in SITES and whole.type in SITES:
        return True
    return part.type is whole.type or {part.type, whole.type} <= {
        EntityType.EVENT,
        EntityType.PROJECT,
        EntityType.POLICY,
    }


def _event(spoken: list[Slot]) -> Slot | None:
    """The event that the text named last."""
    return next((slot for slot in reversed(spoken) if slot.type is EntityType.EVENT), None)


def _park(spoken: list[Slot]) -> Slot | None:
    """The park that the text named last."""
    return next((slot for slot in reversed(spoken) if slot.type is EntityType.PARK), None)


def _distinct(relations: list[Relation]) -> tuple[tuple[Relation, ...], tuple[Dropped, ...]]:
    """Each relation once, where the article states it first; rather as a fact than as a plan."""
    kept: dict[tuple[str, Predicate, str], Relation] = {}
    repeated: dict[tuple[str, Predicate, str, Span], Dropped] = {}
    for relation in sorted(relations, key=_rank):
        ends = relation.subject, relation.object
        if relation.predicate is Predicate.PARTNERS_WITH:
            ends = min(ends), max(ends)
        first = kept.setdefault((ends[0], relation.predicate, ends[1]), relation)
        sentence = relation.evidence.sentence
        if first.evidence.sentence != sentence:
            span = (*relation.evidence.focus, sentence)[0]
            repeated.setdefault(
                (ends[0], relation.predicate, ends[1], sentence),
                Dropped("claims", relation.rule, span, Refusal.REPEATED.value),
            )
    found = sorted(kept.values(), key=lambda item: item.evidence.focus)
    return tuple(found), tuple(repeated.values())


def _rank(relation: Relation) -> tuple[bool, tuple[Span, ...], str]:
    return relation.modality is not Modality.ACTUAL, relation.evidence.focus, relation.rule
