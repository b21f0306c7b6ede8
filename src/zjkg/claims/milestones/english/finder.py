"""Milestones of an English sentence: each verb with the date and the thing that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from zjkg.claims.frames.english.clauses import form, is_verb, mood, possessors
from zjkg.claims.frames.english.lists import dateline_end
from zjkg.claims.frames.english.scene import ANYTHING, Scene
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.stance import Refusal, Stance, stance_of
from zjkg.claims.milestones.candidates import Candidate, is_point, may_happen
from zjkg.claims.milestones.english.verbs import (
    ACTS,
    APPROVALS,
    BEGIN,
    BY,
    ENTER,
    FACILITY,
    HEADS,
    MARKETS,
    PLACES,
    POINTS,
    SITES,
    WIN,
    WORK,
    Act,
)
from zjkg.model import EntityType, MilestoneKind, Modality, Period, Span

_ADVERBIAL: Final = frozenset({"prep", "npadvmod", "advmod", "pobj", "nummod", "amod", "compound"})
_NOUN_DATE: Final = frozenset(
    {*_ADVERBIAL, "nmod", "dobj", "appos", "attr", "nsubj", "nsubjpass", "conj"}
)
_BARE: Final = frozenset({"VB", "VBG"})
_SKIPPED: Final = frozenset({"det", "poss", "predet", "punct", "case", "nummod"})
_ORDINALS: Final = frozenset({"one", "first", "second", "third"})
_BUILDINGS: Final = frozenset({MilestoneKind.CONSTRUCTION, MilestoneKind.COMPLETED})


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb states, of which words; ``focus`` are the words of the verb."""

    act: Act
    words: tuple[int, ...]
    agents: tuple[int, ...] = ()
    bare: bool = False
    """Whether the words are all there is: what they belong to is not looked for."""


class EnglishFinder:
    """Finds the milestones of one sentence."""

    def __init__(self, scene: Scene, dates: tuple[Period, ...], key: str) -> None:
        self._scene = scene
        self._syntax = scene.syntax
        self._key = key
        start = scene.item.sentence.span.start
        begin = start + dateline_end(scene.item.sentence.span.of(key))
        self._dates = [
            date
            for date in dates
            if is_point(date) and date.expression is not None and date.expression.start >= begin
        ]

    def candidates(self) -> Iterator[Candidate]:
        """Every milestone that the sentence states, in text order."""
        if not self._dates:
            return
        dated = self._dated()
        for verb in range(len(self._syntax.tokens)):
            if not is_verb(self._syntax, verb) or self._scene.slot_at(verb) is not None:
                continue
            date = dated.get(verb) or self._shared(verb, dated)
            deed = self._deed(verb) if date is not None else None
            if date is None or deed is None:
                continue
            yield from self._found(verb, deed, date)

    def _dated(self) -> dict[int, Period]:
        """The verbs that the dates hang on; a date that hangs on the verb itself comes first."""
        direct: dict[int, Period] = {}
        other: dict[int, Period] = {}
        for date in self._dates:
            head = self._syntax.head_of(date.expression) if date.expression else None
            if head is None or not self._is_point(date):
                continue
            relations = [self._syntax.relations[head]]
            for above in self._syntax.path_up(head):
                if is_verb(self._syntax, above):
                    near = all(each in _ADVERBIAL for each in relations)
                    brought = self._brings(head, above)
                    if brought and near:
                        direct.setdefault(above, date)
                    elif brought and all(each in _NOUN_DATE for each in relations):
                        other.setdefault(above, date)
                    break
                relations.append(self._syntax.relations[above])
        return {**other, **direct}

    def _brings(self, head: int, verb: int) -> bool:
        """Whether only prepositions of a point of time bring a date to its verb."""
        for above in (head, *self._syntax.path_up(head)):
            if above == verb:
                return True
            if self._syntax.relations[above] in {"prep", "agent"}:
                first = above
                lemma = self._syntax.lemmas[first]
                point = lemma in POINTS | BY
                inner = self._syntax.heads[above] != verb
                if above in self._prepositions(head) and not point:
                    return False
                if inner and lemma not in POINTS | BY | {"of", "with", "on", "for", "at", "into"}:
                    return False
        return False

    def _prepositions(self, head: int) -> list[int]:
        """The preposition right above a date."""
        for above in self._syntax.path_up(head):
            if self._syntax.relations[above] == "prep":
                return [above]
            if is_verb(self._syntax, above):
                break
        return []

    def _is_point(self, date: Period) -> bool:
        span = date.expression
        if span is None:
            return False
        before = self._key[max(0, span.start - 16) : span.start].lower().rstrip()
        if before.endswith(
            ("since", "from", "until", "than", "of", "as of", "between", "after", "to")
        ):
            return before.endswith(" of") and before.endswith(
                ("early", "end of", "half of", "quarter of")
            )
        return self._key[span.end : span.end + 2] not in ("'s", "’s", "-2")

    def _shared(self, verb: int, dated: dict[int, Period]) -> Period | None:
        """The date of the verb that this one is joined to, where it stands before both."""
        syntax = self._syntax
        if syntax.relations[verb] != "conj" or syntax.dependents(verb, "nsubj", "nsubjpass"):
            return None
        first = syntax.heads[verb]
        date = dated.get(first)
        if date is None or date.expression is None:
            return None
        return date if date.expression.end <= syntax.starts[first] else None

    def _deed(self, verb: int) -> Deed | None:
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        objects = syntax.dependents(verb, "dobj")
        if lemma == "break" and any(syntax.lemmas[each] == "ground" for each in objects):
            ground = objects[0]
            on = [*syntax.brought(verb, "on", "for"), *syntax.brought(ground, "on", "for")]
            act = Act(MilestoneKind.CONSTRUCTION)
            return Deed(act, tuple(on or self._subjects(verb)), tuple(self._subjects(verb)))
        if lemma in BEGIN:
            return self._begun(verb, objects)
        if lemma in ENTER:
            return self._entered(verb)
        if lemma in WIN and any(syntax.lemmas[each] in APPROVALS for each in objects):
            noun = next(each for each in objects if syntax.lemmas[each] in APPROVALS)
            of = [*syntax.brought(noun, "for", "of"), *syntax.brought(verb, "for")]
            named = tuple(word for word in of if self._scene.names([word], ANYTHING))
            act = Act(MilestoneKind.APPROVED)
            return Deed(act, named or tuple(self._subjects(verb)), bare=True)
        return self._lexical(verb)

    def _begun(self, verb: int, objects: list[int]) -> Deed | None:
        """Construction begins; X begins construction, or production."""
        syntax = self._syntax
        subjects = self._subjects(verb)
        for noun in (*objects, *syntax.dependents(verb, "nsubj", "nsubjpass")):
            kind = WORK.get(syntax.lemmas[noun])
            if syntax.lemmas[noun] == "work":
                kind = MilestoneKind.CONSTRUCTION
            if kind is None:
                continue
            of = [*syntax.brought(noun, "of", "on"), *syntax.brought(verb, "on", "of")]
            at = [*syntax.brought(noun, "at", "in"), *syntax.brought(verb, "at", "in")]
            of = [word for word in of if not self._is_date(word)]
            at = [word for word in at if not self._is_date(word)]
            own = [] if noun in subjects else subjects
            if of and not own:
                return Deed(Act(kind), tuple(of), tuple(at))
            of = of or ([] if own else at)
            if not of and not own:
                of = possessors(syntax, noun) or [
                    each
                    for each in syntax.dependents(noun, "compound", "nmod", "amod")
                    if self._scene.slot_at(each) is not None
                ]
            return Deed(Act(kind), tuple(of or own), tuple(own)) if of or own else None
        return None

    def _entered(self, verb: int) -> Deed | None:
        """X goes into operation, comes on stream, was put into use, enters production."""
        syntax = self._syntax
        nouns = [*syntax.brought(verb, "into", "on", "in", "to"), *syntax.dependents(verb, "dobj")]
        kinds = [WORK[syntax.lemmas[each]] for each in nouns if syntax.lemmas[each] in WORK]
        if not kinds or kinds[0] is MilestoneKind.CONSTRUCTION:
            return None
        moved = [
            each for each in syntax.dependents(verb, "dobj") if syntax.lemmas[each] not in WORK
        ]
        return Deed(Act(kinds[0]), tuple(moved or self._subjects(verb)))

    def _lexical(self, verb: int) -> Deed | None:
        syntax = self._syntax
        act = ACTS.get(self._lemma(verb))
        if act is None:
            return None
        objects = [n for each in syntax.dependents(verb, "dobj") for n in syntax.coordinated(each)]
        objects = [each for each in objects if not self._is_date(each)]
        subjects = self._subjects(verb)
        passive = self._is_passive(verb, objects)
        if act.of_agent:
            return self._of_agent(verb, act, objects, subjects, passive=passive)
        if passive:
            listed_as = act.kind is MilestoneKind.LISTED and syntax.dependents(verb, "oprd", "attr")
            agents = tuple(syntax.brought(verb, "by"))
            return None if listed_as else Deed(act, tuple(subjects), agents)
        if objects:
            listed = act.kind is MilestoneKind.LISTED
            return None if listed else Deed(act, tuple(objects), tuple(subjects))
        return self._undergone(verb, act, subjects)

    def _undergone(self, verb: int, act: Act, subjects: list[int]) -> Deed | None:
        """What its subject goes through: the park opened."""
        described = self._syntax.dependents(verb, "acomp", "attr", "oprd")
        if act.acted or not subjects or described:
            return None
        if act.kind is MilestoneKind.LISTED and not MARKETS.search(self._clause_words(verb)):
            return None
        return Deed(act, tuple(subjects), bare=act.kind is MilestoneKind.LISTED)

    def _of_agent(
        self, verb: int, act: Act, objects: list[int], subjects: list[int], *, passive: bool
    ) -> Deed | None:
        """Who signs what with whom; who moves to where."""
        syntax = self._syntax
        if act.kind is MilestoneKind.MOVED_IN:
            brought = syntax.brought(verb, *SITES)
            brought += [
                n
                for p in syntax.dependents(verb, "prt", "advmod")
                for n in syntax.brought(p, *SITES)
            ]
            sites = self._scene.names(brought, ANYTHING)
            park = any(syntax.lemmas[word] == "park" for word in brought)
            site = park or any(each.type in (EntityType.PARK, EntityType.PLACE) for each in sites)
            return Deed(act, tuple(objects or subjects), tuple(subjects)) if site else None
        deals = list(subjects if passive else objects)
        heads = HEADS[act.kind]
        if not deals or syntax.lemmas[deals[0]] not in heads:
            return None
        agents = tuple(syntax.brought(verb, "by") if passive else subjects)
        parties = (
            *syntax.brought(verb, "with", "between"),
            *syntax.brought(deals[0], "with", "between"),
        )
        named = agents if self._scene.names(agents, ANYTHING) else parties
        return Deed(act, (deals[0],), named)

    def _lemma(self, verb: int) -> str:
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        written = syntax.tokens[verb].span.of(self._key).lower()
        if written in ("founded", "founding"):
            return "found"
        for particle in syntax.dependents(verb, "prt", "advmod"):
            if f"{lemma}-{syntax.lemmas[particle]}" in ACTS:
                return f"{lemma}-{syntax.lemmas[particle]}"
        return lemma

    def _is_passive(self, verb: int, objects: list[int]) -> bool:
        syntax = self._syntax
        if syntax.is_passive(verb):
            return True
        participle = form(syntax, verb) == "VBN" and not syntax.dependents(verb, "aux")
        loose = syntax.relations[verb] in {"advcl", "acl", "amod", "conj", "ROOT", "appos"}
        return participle and loose and not objects

    def _subjects(self, verb: int) -> list[int]:
        return self._syntax.subjects(verb)

    def _is_date(self, word: int) -> bool:
        at = self._syntax.starts[word]
        return any(
            date.expression is not None and date.expression.start <= at < date.expression.end
            for date in self._dates
        )

    def _clause_words(self, verb: int) -> str:
        subtree = self._syntax.subtree(verb)
        tokens = self._syntax.tokens
        return Span(tokens[subtree[0]].span.start, tokens[subtree[-1]].span.end).of(self._key)

    def _found(self, verb: int, deed: Deed, date: Period) -> Iterator[Candidate]:
        kind = deed.act.kind
        stance = self._stance(verb)
        if self._by_then(date) and stance.modality is Modality.ACTUAL:
            return
        span = self._syntax.tokens[verb].span
        for word in deed.words:
            for slot, thing, rule in self._themes(word, deed):
                own = kind
                listed = own is MilestoneKind.LISTED and slot.type is EntityType.PRODUCT
                if not listed and self._fits(own, slot, thing):
                    yield Candidate(slot, thing, own, date, span, stance, f"milestone:{rule}")

    def _themes(self, word: int, deed: Deed) -> Iterator[tuple[Slot, Span | None, str]]:
        """What a word stands for: a name, else a thing of its owner, or of who acts."""
        scene, syntax = self._scene, self._syntax
        if deed.act.kind is not MilestoneKind.SIGNED:
            own = scene.slot_at(word)
            if own is not None and own.span.end < syntax.tokens[word].span.end:
                own = None
            named = (own,) if own is not None else scene.names([word], ANYTHING)
            if own is None and syntax.lemmas[word] in PLACES:
                named = ()  # the site may be any place that the text spoke of
            meant = [each for each in named if may_happen(deed.act.kind, each, None)]
            if named and (meant or own is not None):
                for slot in meant:
                    yield slot, None, "name"
                return
        if deed.bare or syntax.lemmas[word] not in HEADS[deed.act.kind] or self._is_several(word):
            return
        thing = self._phrase(word)
        owners = [*possessors(syntax, word)]
        owners += [
            each for each in syntax.dependents(word, "compound", "nmod") if scene.slot_at(each)
        ]
        owners = owners or list(deed.agents)
        for slot in scene.names(owners, ANYTHING):
            if slot.type is not EntityType.PERSON:
                yield slot, thing, "part"

    def _phrase(self, word: int) -> Span:
        """A noun with the words that describe it before it."""
        syntax = self._syntax
        first = word
        while first > 0:
            before = first - 1
            inner = word in syntax.path_up(before) or syntax.lemmas[before] == "-"
            relation = syntax.relations[before]
            if not inner or relation in _SKIPPED - {"punct"} or self._scene.slot_at(before):
                break
            if relation == "punct" and syntax.lemmas[before] != "-":
                break
            first = before
        return Span(syntax.starts[first], syntax.tokens[word].span.end)

    def _is_several(self, word: int) -> bool:
        syntax = self._syntax
        if form(syntax, word) == "NNS" and syntax.lemmas[word] not in {"headquarters", "operation"}:
            return True
        return any(
            syntax.lemmas[each] not in _ORDINALS for each in syntax.dependents(word, "nummod")
        )

    def _fits(self, kind: MilestoneKind, slot: Slot, thing: Span | None) -> bool:
        if not may_happen(kind, slot, thing):
            return False
        label = self._scene.labels.get(slot.key, "")
        building = kind in _BUILDINGS or kind is MilestoneKind.OPENED
        if thing is None and building and slot.type is EntityType.ORGANIZATION:
            return FACILITY.search(label) is not None
        return True

    def _by_then(self, date: Period) -> bool:
        span = date.expression
        if span is None:
            return False
        before = self._key[max(0, span.start - 24) : span.start].lower()
        return any(f"{word} " in f" {before}" for word in (" by", " before"))

    def _stance(self, verb: int) -> Stance:
        syntax = self._syntax
        sentence = self._scene.item.frame.text
        own = form(syntax, verb)
        aux = syntax.dependents(verb, "aux", "auxpass", "neg", "mark")
        loose = own == "VBD" or (
            own == "VBN" and (aux or syntax.relations[verb] in {"advcl", "acl"})
        )
        words = [*aux, verb] if loose else list(mood(syntax, verb))
        spoken = " ".join(syntax.tokens[word].span.of(self._key) for word in sorted(words))
        stance = stance_of(spoken, spoken, sentence, chinese=False)
        above = [w for w in syntax.path_up(verb) if is_verb(syntax, w)]
        if stance.refusal is None and above and syntax.dependents(above[0], "neg") and not loose:
            return replace(stance, refusal=Refusal.NEGATED)
        return stance
