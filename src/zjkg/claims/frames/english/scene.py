"""A parsed English sentence whose words stand for the things that the article names.

A word stands for a thing where it is part of its name (``Marlow Bio``), where a name stands
beside it (``the chipmaker, Marlow``; ``tenants such as Marlow``), and where it takes one up that
was named before (``it``, ``the drugmaker``, ``the park``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.english.clauses import (
    SUBJECTS,
    brought_words,
    form,
    mood,
    possessors,
    verb_above,
)
from zjkg.claims.frames.english.lists import dateline_end, list_of
from zjkg.claims.frames.english.syntax import Syntax
from zjkg.claims.frames.english.words import (
    AGENCIES,
    CALLED,
    COLLECTIVES,
    DEEDS,
    FACILITIES,
    FIRMS,
    FUNDS,
    HERE,
    PERSONS,
    REGIONS,
    RUN,
    THINGS,
    WORKERS,
    kind_of,
)
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm
from zjkg.model import EntityType

Types = frozenset[EntityType]
Keys = frozenset[str]
NOBODY: Final[Keys] = frozenset()
SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
ANYTHING: Final = frozenset(EntityType)
_FIRMS: Final = frozenset({EntityType.ORGANIZATION})
_DEFINED: Final = frozenset({"company", "group"})
"""What, with a capital, a firm's announcement calls the firm itself."""
_PEOPLE: Final = frozenset({EntityType.PERSON})
_ROLES: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "poss"})
_ORIGIN: Final = frozenset({"base", "headquarter"})
_BEFORE_NOUN: Final = frozenset({"compound", "nmod", "amod", "nummod"})
_BE: Final = frozenset({"be", "become", "remain"})
_EXAMPLES: Final = frozenset({"include", "including", "like", "as", "among"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its syntax, its names and what the sentences before speak of."""

    item: SentenceFrame
    syntax: Syntax
    slots: tuple[Slot, ...]
    heads: tuple[int, ...]
    """The head word of each slot."""
    starts: tuple[int, ...]
    topics: tuple[Slot, ...]
    """What the sentences before speak of, the nearest first."""
    labels: dict[str, str]
    raiser: Slot | None = None
    """Who the text said last to raise money."""

    @classmethod
    def of(
        cls,
        reading: Reading,
        item: SentenceFrame,
        topics: tuple[Slot, ...] = (),
        raiser: Slot | None = None,
        outlets: Keys = NOBODY,
    ) -> Scene | None:
        """The scene of a sentence, or None where its words have no syntax."""
        if item.syntax is None:
            return None
        start = item.sentence.span.start
        begin = start + dateline_end(item.sentence.span.of(reading.article.text))
        named = [
            (slot, head)
            for slot in reading.slots.inside(item.sentence.span)
            if slot.span.start >= begin
            and slot.key not in outlets
            and (not slot.referring or slot.type is EntityType.PERSON)
            and (head := item.syntax.head_of(slot.span)) is not None
        ]
        slots = tuple(slot for slot, _ in named)
        starts = tuple(slot.span.start for slot in slots)
        heads = tuple(head for _, head in named)
        return cls(item, item.syntax, slots, heads, starts, topics, reading.labels, raiser)

    def slot_at(self, word: int) -> Slot | None:
        """The name that a word is part of."""
        start = self.syntax.starts[word]
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and start < self.slots[index].span.end:
            return self.slots[index]
        return None

    def head(self, slot: Slot) -> int:
        """The word of a name that governs its other words."""
        return self.heads[self.slots.index(slot)]

    def names(self, words: Iterable[int], types: Types, besides: Keys = NOBODY) -> tuple[Slot, ...]:
        """What the words stand for, of these types, with the rest of the lists they are in.

        What a word takes up is none of those ``besides`` (``A invested in the company``).
        """
        found: dict[str, Slot] = {}
        for word in words:
            for slot in self._meant(word, types, besides):
                for each in (slot, *(() if slot.referring else self._listed(slot))):
                    if each.type in types:
                        found.setdefault(each.key, each)
        return tuple(sorted(found.values(), key=lambda slot: slot.span))

    def _meant(self, word: int, types: Types, besides: Keys) -> tuple[Slot, ...]:
        word = self._from_there(word)
        slot = self.slot_at(word)
        if slot is not None:
            return (slot,) if slot.type in types else ()
        return self.beside(word, types) or self.taken_up(word, types, besides)

    def _from_there(self, word: int) -> int:
        """The noun that a place only tells the origin of: the Boston, Massachusetts-based firm."""
        slot = self.slot_at(word)
        if slot is not None and slot.type is EntityType.PLACE:
            for noun in self.syntax.dependents(word, "appos"):
                if self._is_marked(noun):
                    return noun
        return word

    def _is_marked(self, noun: int) -> bool:
        """Whether a noun stands behind the end of a place and a participle: Massachusetts-based."""
        marks = self.syntax.dependents(noun, "amod")
        return any(self.syntax.lemmas[each] in _ORIGIN for each in marks)

    def beside(self, word: int, types: Types) -> tuple[Slot, ...]:
        """The names that say which thing a common noun means."""
        slots = [self.slot_at(noun) for noun in (*self.same(word), *self._inner(word))]
        return tuple(slot for slot in slots if slot is not None and slot.type in types)

    def same(self, word: int) -> list[int]:
        """The words that stand for what a noun is said to be, or is an example of."""
        syntax = self.syntax
        found = [each for n in self.appositions(word) for each in syntax.coordinated(n)]
        found.extend(self.examples(word))
        first = syntax.first_joined(word)
        relation, above = syntax.relations[first], syntax.heads[first]
        if relation == "appos":
            found.append(self.apposed(first))
        elif relation in _BEFORE_NOUN:
            found.append(above)
        elif relation == "pobj" and syntax.lemmas[syntax.heads[above]] in COLLECTIVES:
            found.extend(self.same(syntax.heads[above]))  # one of the first tenants
        elif relation in {"attr", "oprd", "advmod"} and syntax.lemmas[above] in _BE:
            found.extend(syntax.subjects(above))
        behind = word + 1
        if behind < len(syntax.tokens) and self.slot_at(behind) is not None:
            found.append(behind)  # the sequencer Quill, however it was parsed
        return [each for each in found if each != word]

    def appositions(self, word: int) -> list[int]:
        """The nouns that say what a noun is: X, *a park* in Leeds."""
        relations = self.syntax.relations
        nouns = [each for each in range(len(relations)) if relations[each] == "appos"]
        return [each for each in nouns if self.apposed(each) == word]

    def apposed(self, noun: int) -> int:
        """What an apposition describes: the name before its comma, however it was parsed."""
        first = self.syntax.subtree(noun)[0]
        before = first - 1
        if before > 0 and self.syntax.lemmas[before] == ",":
            slot = self.slot_at(before - 1)
            if slot is not None:
                return self.head(slot)
        return self.syntax.heads[noun]

    def _inner(self, word: int) -> list[int]:
        """The words inside a noun's phrase that stand for it: a group of X, a drug called X."""
        syntax = self.syntax
        found = []
        for verb in syntax.dependents(word, "acl"):
            if syntax.lemmas[verb] in CALLED:
                found.extend(syntax.dependents(verb, "oprd", "attr", "dobj"))
                found.extend(syntax.brought(verb, "as"))
            elif syntax.lemmas[verb] in RUN and syntax.lemmas[word] in FACILITIES:
                found.extend(syntax.agents(verb))  # plants run by A and B
        kind = kind_of(syntax.lemmas[word])
        if kind is None and syntax.lemmas[word] not in DEEDS:
            region = syntax.lemmas[word] in REGIONS  # in Baoshan district
            kind = EntityType.PLACE if region else EntityType.PRODUCT
        for each in syntax.dependents(word, *_BEFORE_NOUN):
            slot = self.slot_at(each)
            if slot is not None and slot.type is kind:
                found.append(each)  # its Quill scanner
        if syntax.lemmas[word] in COLLECTIVES:
            found.extend(syntax.brought(word, "of"))
        if syntax.lemmas[word] in WORKERS:
            found.extend(syntax.brought(word, "at", "from", "of"))
        return found

    def examples(self, word: int) -> list[int]:
        """The words that ``such as``, ``including`` or ``like`` bring to a noun."""
        syntax = self.syntax
        inner = frozenset(syntax.subtree(word))
        found: list[int] = []
        for mark in self.marks:
            behind = mark - 1
            while behind > 0 and syntax.relations[behind] in {"punct", "amod"}:
                behind -= 1
            # The parser often hangs ``..., including X`` on the verb.
            hung = behind in inner and behind >= word and form(syntax, word) == "NNS"
            if self._is_parted(word, mark):
                found.extend(self.heads[bisect_right(self.starts, syntax.starts[mark]) :])
            elif hung or syntax.heads[mark] == word:
                for noun in syntax.dependents(mark, "pobj"):
                    found.extend(syntax.coordinated(noun))
        return found

    def _is_parted(self, word: int, mark: int) -> bool:
        """Whether the firms that a clause is about are named behind *among them* at its end."""
        syntax = self.syntax
        firms = form(syntax, word) == "NNS" and kind_of(syntax.lemmas[word]) in _FIRMS
        ends = firms and syntax.lemmas[mark] == "among" and syntax.lemmas[mark - 1] == ","
        behind = max(word, syntax.heads[word]) < mark
        return ends and behind and syntax.relations[word] in SUBJECTS | {"dobj", "pobj"}

    @property
    def marks(self) -> list[int]:
        """The words that bring examples."""
        syntax = self.syntax
        return [
            word
            for word, lemma in enumerate(syntax.lemmas)
            if lemma in _EXAMPLES
            and syntax.relations[word] == "prep"
            and (lemma != "as" or syntax.lemmas[word - 1] == "such")
            and (lemma != "among" or syntax.lemmas[word + 1 : word + 2] in {("they",), ("which",)})
        ]

    def taken_up(self, word: int, types: Types, besides: Keys = NOBODY) -> tuple[Slot, ...]:
        """What was named before and a pronoun or a definite noun takes up."""
        lemma = self.syntax.lemmas[word]
        if lemma in THINGS:
            return self.spoken_of(word, types - {EntityType.PERSON}, besides)
        if lemma in PERSONS:
            return self.spoken_of(word, types & {EntityType.PERSON}, besides)
        if lemma in HERE:
            return self.spoken_of(word, types & SITES, besides)
        if not self._is_definite(word):
            return ()
        return self._named_so(lemma, types, besides) or self._kindred(word, types, besides)

    def _named_so(self, lemma: str, types: Types, besides: Keys) -> tuple[Slot, ...]:
        """What has the noun as the last word of its name: the island, the base."""
        for slot in (*reversed(self.slots), *self.topics):
            label = self.labels.get(slot.key, "").lower()
            if (
                slot.type in types
                and slot.key not in besides
                and label.endswith((f" {lemma}", f"-{lemma}"))
            ):
                return (slot,)
        return ()

    def _kindred(self, word: int, types: Types, besides: Keys) -> tuple[Slot, ...]:
        """What the noun is a word for: the drugmaker, the park."""
        lemma = self.syntax.lemmas[word]
        kind = kind_of(lemma)
        if kind is None or kind not in types:
            return ()
        if lemma in _DEFINED and form(self.syntax, word) == "NNP":
            fitting = [slot for slot in self.topics if self._fits(slot, types, besides, lemma)]
            return tuple(fitting[-1:])
        return self.spoken_of(word, frozenset({kind}), besides, lemma)

    def _is_definite(self, word: int) -> bool:
        above = self.syntax.heads[word]
        outer = above if self._from_there(above) == word else word
        first = self.syntax.subtree(outer)[0]
        owned = self.syntax.dependents(word, "poss")
        return not owned and self.syntax.lemmas[first] in {"the", "this", "that"}

    def spoken_of(
        self, word: int, types: Types, besides: Keys = NOBODY, lemma: str = ""
    ) -> tuple[Slot, ...]:
        """The thing that the text goes on about at a word: the last subject, else a topic."""
        start = self.syntax.starts[word]
        before = [
            slot
            for slot in self.slots
            if slot.span.end <= start and self._fits(slot, types, besides, lemma)
        ]
        if types == _PEOPLE and before:
            return (before[-1],)
        for subject in range(word - 1, -1, -1):
            if self.syntax.relations[subject] in SUBJECTS and self._from_there(subject) < word:
                acting = self._acting(subject, types, besides, lemma)
                if acting:
                    return acting
        ahead = self._ahead(word, types, besides, lemma) if not before else ()
        if ahead:
            return ahead
        later = [slot for slot in self.topics if self._fits(slot, types, besides, lemma)]
        return tuple((later or before)[:1])

    def _ahead(self, word: int, types: Types, besides: Keys, lemma: str) -> tuple[Slot, ...]:
        """The subject behind a phrase in front of it (At its campus, X makes stents)."""
        verb = verb_above(self.syntax, word)
        subjects = self.syntax.subjects(verb) if verb is not None else []
        inner = {each for subject in subjects for each in self.syntax.subtree(subject)}
        if not subjects or subjects[0] < word or word in inner:
            return ()
        slots = [self.slot_at(subject) for subject in subjects]
        fitting = [s for s in slots if s is not None and self._fits(s, types, besides, lemma)]
        return tuple(fitting[:1])

    def _acting(self, subject: int, types: Types, besides: Keys, lemma: str) -> tuple[Slot, ...]:
        """What a subject, or its owner, stands for."""
        for word in (self._from_there(subject), *possessors(self.syntax, subject)):
            slot = self.slot_at(word)
            named = (slot,) if slot is not None else self.taken_up(word, types, besides)
            found = tuple(each for each in named if self._fits(each, types, besides, lemma))
            if found or slot is not None:
                return found
        return ()

    def _fits(self, slot: Slot, types: Types, besides: Keys, lemma: str) -> bool:
        if slot.type not in types or slot.key in besides:
            return False
        label = self.labels.get(slot.key, "").lower()
        if lemma in FIRMS:
            return is_firm(label)
        return lemma not in AGENCIES | FUNDS or lemma in label

    def is_subject(self, word: int) -> bool:
        """Whether a noun, or the thing without a name that it belongs to, is a subject."""
        syntax = self.syntax
        for each in (word, *syntax.path_up(word)):
            relation = syntax.relations[each]
            if relation in SUBJECTS:
                return True
            if relation not in {"conj", "poss", "appos", "compound", "nmod"}:
                return False
            if relation == "poss" and self.slot_at(syntax.heads[each]) is not None:
                return False
        return False

    def _listed(self, slot: Slot) -> tuple[Slot, ...]:
        """The names of the list that a name is in, unless the list runs into another clause."""
        listed = list_of(self.item.frame, slot)
        return () if self._is_clause_border(listed) else listed

    def _is_clause_border(self, listed: Sequence[Slot]) -> bool:
        """Whether a later name is the subject of a verb that the first has nothing to do with."""
        heads = [self.head(each) for each in listed if each in self.slots]
        relations = self.syntax.relations
        return any(
            relations[head] in SUBJECTS
            and relations[heads[0]] in _ROLES
            and self.syntax.heads[head] != self.syntax.heads[heads[0]]
            for head in heads[1:]
        )

    def brought(
        self, verb: int, prepositions: Iterable[str], types: Types, besides: Keys = NOBODY
    ) -> tuple[Slot, ...]:
        """What the prepositions bring anywhere in the clause of a verb."""
        return self.names(brought_words(self.syntax, verb, prepositions), types, besides)

    def mood(self, verb: int) -> str:
        """The words that say how the text speaks of a verb: will, not, plans to, if."""
        return " ".join(self._text(word) for word in mood(self.syntax, verb))

    def _text(self, word: int) -> str:
        frame = self.item.frame
        span = self.syntax.tokens[word].span
        return frame.text[frame.find(span.start) : frame.find(span.end)]

    def place(self, word: int) -> tuple[int, int]:
        """Where a word stands in the frame."""
        frame = self.item.frame
        span = self.syntax.tokens[word].span
        start = min(frame.find(span.start), len(frame.text) - 1)
        return start, max(frame.find(span.end), start + 1)
