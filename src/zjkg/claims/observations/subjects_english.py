"""The subjects of English sentences: who owns, does or houses what a number measures."""

from __future__ import annotations

import re
from itertools import pairwise

from zjkg.claims.observations.discourse import Discourse
from zjkg.claims.observations.kinds_english import (
    DEMONYMS,
    FACILITIES,
    HANDLED,
    OF_FIRMS,
    OF_SITES,
    PEOPLE,
    REPORTING,
    RESULTS,
    TRIALS,
)
from zjkg.claims.observations.phrases import RATIOS
from zjkg.claims.observations.positions import masked
from zjkg.claims.observations.referents_english import Referents
from zjkg.claims.observations.sentences_english import Parsed
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Quantity, Sentence

_DATELINE = re.compile(r"[A-Z〓][\w.,’'() 〓/]{1,70}?(?: [-–—]+ |: )(?=[A-Z〓])")
_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_BESIDE = frozenset({"pobj", "conj", "appos", "dobj"})
_Given = tuple[str | None, str]


class EnglishSubjects:
    """Reads English sentences."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[_Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        self._discourse.begin()
        words = masked(self._text, sentence.span)
        dateline = _DATELINE.match(words)
        begin = sentence.span.start + (dateline.end() if dateline is not None else 0)
        parsed = Parsed.of(self._text, self._text.sentence_of(sentence.span), sentence)
        given: list[_Given] = []
        if parsed is None:
            given = [(self._discourse.topic, "subject:topic") for _ in quantities]
        else:
            clause = _Clauses(parsed, self._discourse, begin)
            clause.employ()
            for quantity in quantities:
                restated = quantity.equivalent_to is not None and given
                given.append(given[-1] if restated else clause.subject(quantity))
                self._focus(*given[-1])
            if not quantities:
                self._focus(clause.main(), "subject:clause")
        for item in self._text.names_in(sentence.span):
            if item.span.start >= begin:
                beside = parsed is not None and parsed.is_brought(item.span)
                self._discourse.mention(item, beside=beside)
        return given

    def _focus(self, entity: str | None, rule: str) -> None:
        """What a value is of is what the text goes on about, but for a place around a park."""
        if entity is None or rule == "subject:topic":
            return
        topic = self._discourse.topic
        wider = rule == "subject:site" and self._discourse.type_of(entity) is EntityType.PLACE
        if not (wider and topic and self._discourse.type_of(topic) is EntityType.PARK):
            self._discourse.focus(entity)


class _Clauses:
    """One sentence: who acts in its verbs, and who owns its nouns."""

    def __init__(self, parsed: Parsed, discourse: Discourse, begin: int) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._discourse = discourse
        self._begin = begin
        self._referents = Referents(parsed, discourse, begin)
        self._known: dict[int, _Given] = {}

    def employ(self) -> None:
        """Note whose post a speaker has: ``Bluefin's president, X``; ``X, head of the bureau``."""
        for word, item in self._parsed.names.items():
            if item.type is EntityType.PERSON and self._syntax.head_of(item.span) == word:
                employer = self._employer(word)
                if employer is not None:
                    self._discourse.employers.setdefault(item.entity, employer)
        people = [each for each in self._parsed.names.values() if each.type is EntityType.PERSON]
        known = (self._discourse.employers.get(each.entity) for each in people)
        self._discourse.speaker = next((each for each in known if each is not None), None)

    def _employer(self, person: int) -> str | None:
        syntax = self._syntax
        nouns = [person, *syntax.dependents(person, "appos", "compound", "nmod")]
        if self._parsed.relation(person) == "appos":
            nouns.append(self._parsed.head(person))
        for noun in nouns:
            brought = syntax.brought(noun, "of", "at", "for", "with")
            for each in (noun, *syntax.dependents(noun, "poss", "compound", "nmod"), *brought):
                found = self._referents.owner(each, 2)
                if found and self._discourse.type_of(found) is EntityType.ORGANIZATION:
                    return found
        return None

    def main(self) -> str | None:
        """Whom a sentence speaks of: the subject of its first verb that does not report."""
        roots = [i for i, head in enumerate(self._syntax.heads) if head == i]
        verbs = [
            each
            for root in roots
            for each in (*self._syntax.dependents(root, "ccomp"), root)
            if self._parsed.is_verb(each)
        ]
        for verb in verbs:
            called = self._syntax.dependents(verb, "attr")  # the biggest tenant is X
            for subject in (*self._syntax.subjects(verb), *called):
                found = self._referents.owner(subject) or self._referents.site(subject)
                told = self._parsed.lemma(verb) in REPORTING
                if found is not None and self._acts(found, told=told):
                    return found
        return None

    def subject(self, quantity: Quantity) -> _Given:
        """The entity whose value a quantity is."""
        word = self._parsed.number(quantity)
        path = [] if word is None else [word, *self._syntax.path_up(word)]
        product = self._on_trial(quantity)
        found, reported = self._climbed(path, quantity)
        if product is not None:
            found = product, "subject:trial"
        given = found or self._elsewhere(path, quantity, reported=reported)
        for each in self._syntax.words_in(quantity.span):
            self._known[each] = given
        if quantity.counted is not None:
            noun = self._syntax.head_of(quantity.counted)
            if noun is not None:
                self._known[noun] = given
        return given

    def _on_trial(self, quantity: Quantity) -> str | None:
        """The product whose trial a sentence tells of, of the people in it and its results."""
        parsed = self._parsed
        counted = None if quantity.counted is None else self._syntax.head_of(quantity.counted)
        results = quantity.unit in RATIOS
        if not results and (counted is None or parsed.lemma(counted) not in PEOPLE):
            return None
        lemmas = set(self._syntax.lemmas)
        if not lemmas & (RESULTS if results else TRIALS):
            return None
        named = (item for item in parsed.names.values() if item.type is EntityType.PRODUCT)
        product = next((item.entity for item in named), None)
        return product or self._discourse.recent(EntityType.PRODUCT)

    def _climbed(self, path: list[int], quantity: Quantity) -> tuple[_Given | None, bool]:
        """What the governors say, from the nearest; whether somebody only reports the value."""
        parsed, reported = self._parsed, False
        whole = None if quantity.unit in RATIOS else self._of_whole(path)
        if whole is not None:
            return whole, reported
        for below, above in pairwise(path):
            if above in self._known:
                return self._known[above], reported
            if parsed.is_verb(above):
                reports = parsed.lemma(above) in REPORTING
                found = self._of_verb(above, below, quantity, reports=reports)
                reported = reported or reports
            else:
                found = self._of_noun(above, below, quantity)
            if found is not None:
                return found, reported
        return None, reported

    def _of_whole(self, path: list[int]) -> _Given | None:
        """Whose those are of whom some are counted: ``12 of the park's tenants``."""
        for each in self._syntax.brought(path[0], "of") if path else ():
            found = self._referents.owner(each)
            if found is not None:
                return found, self._rule(each)
        return None

    def _of_noun(self, noun: int, below: int, quantity: Quantity) -> _Given | None:
        """Whose a noun is that a value hangs on; not by a clause, whose subject was asked."""
        parsed = self._parsed
        compared = quantity.unit == "times" and parsed.relation(below) != "pobj"
        listed = parsed.relation(below) == "conj" or (
            parsed.relation(below) == "appos" and quantity.counted is not None
        )
        joined = listed and noun in parsed.names and parsed.is_brought(parsed.names[noun].span)
        if compared or joined or parsed.is_verb(below) or self._is_share(noun, quantity):
            return None
        if parsed.is_numeric(noun) or not parsed.is_noun(noun):
            return None
        found = self._referents.owner(noun)
        return None if found is None else (found, self._rule(noun))

    def _rule(self, word: int) -> str:
        return "subject:reference" if self._referents.refers(word) else "subject:clause"

    def _is_share(self, word: int, quantity: Quantity) -> bool:
        share = quantity.share_of
        return share is not None and share.start <= self._parsed.start(word) < share.end

    def _of_verb(
        self, verb: int, below: int, quantity: Quantity, *, reports: bool
    ) -> _Given | None:
        """Who acts in a verb that the value hangs on, or what it acts on."""
        handled = self._handled(verb)
        if handled is not None:
            return handled, "subject:clause"
        objects = self._syntax.dependents(verb, "dobj") if reports else []
        agents = self._syntax.agents(verb) if self._syntax.is_passive(verb) else []
        for each in (*objects, *agents, *self._syntax.subjects(verb)):
            if each == below or self._is_share(each, quantity) or self._parsed.is_numeric(each):
                continue
            found = self._referents.owner(each)
            if found is None and (each in objects or self._can_be_housed(each)):
                found = self._referents.site(each)
            told = reports or self._parsed.lemma(self._parsed.head(each)) in REPORTING
            if found is not None and self._acts(found, told=told):
                return found, self._rule(each)
        return None

    def _acts(self, entity: str, *, told: bool) -> bool:
        """Whether a clause is about who acts in it: of what is told only firms and sites are."""
        return not told or self._can_speak_of_itself(entity)

    def _can_be_housed(self, noun: int) -> bool:
        """Whether a place has what a noun names: ``companies in X``, not ``its plant in X``."""
        return self._parsed.lemma(noun) not in FACILITIES

    def _handled(self, verb: int) -> str | None:
        """The product that a verb sells or tests."""
        if self._parsed.lemma(verb) in HANDLED:
            for each in self._syntax.objects(verb):
                found = self._referents.named(each)
                if found and self._discourse.type_of(found) is EntityType.PRODUCT:
                    return found
        return None

    def _can_speak_of_itself(self, entity: str) -> bool:
        kind = self._discourse.type_of(entity)
        return kind in _SITES or self._discourse.is_firm(entity)

    def _measured(self, path: list[int], quantity: Quantity) -> str:
        """The noun that tells what sort of thing has a value: what it counts, or belongs to."""
        parsed, syntax = self._parsed, self._syntax
        nouns = [] if quantity.counted is None else [syntax.head_of(quantity.counted)]
        nouns.extend(syntax.brought(path[0], "of") if path else ())
        for word in path[1:]:
            if parsed.is_verb(word):
                nouns.extend(syntax.subjects(word))
                nouns.extend(syntax.dependents(word, "dobj"))
                break
            nouns.append(word)
        lemmas = [parsed.lemma(each) for each in nouns if each is not None]
        return next((each for each in lemmas if each in OF_FIRMS | OF_SITES), "")

    def _actor(self, quantity: Quantity) -> str | None:
        """The first name of a sentence that no preposition brings."""
        for word in self._parsed.names:
            item = self._parsed.names[word]
            if item.span.start >= quantity.span.start:
                return None
            heads = self._syntax.head_of(item.span) == word
            found = self._referents.named(word) if heads else None
            if found is not None and self._parsed.relation(word) not in _BESIDE:
                return None if self._discourse.is_authority(found) else found
        return None

    def _site(self, path: list[int], quantity: Quantity) -> str | None:
        """The park or place of the words that a value hangs on, else one named before it."""
        for word in path:
            found = self._referents.site(word)
            if found is not None and self._discourse.type_of(found) in _SITES:
                return found
        for word, item in self._parsed.names.items():
            inside = self._begin <= item.span.start < quantity.span.start
            if inside and item.type in _SITES and self._parsed.relation(word) == "pobj":
                return item.entity
        return None

    def _elsewhere(self, path: list[int], quantity: Quantity, *, reported: bool) -> _Given:
        """The subject that a clause without one leans on: a name, a site, what was spoken of."""
        actor = None if reported else self._actor(quantity)
        if actor is not None:
            return actor, "subject:clause"
        whole = self._of_whole(path)
        if whole is not None:
            return whole
        site = self._site(path, quantity)
        if site is None and self._is_of_a_nation(path):
            return None, "subject:none"
        return self._leaning(self._measured(path, quantity), site, reported=reported)

    def _leaning(self, lemma: str, site: str | None, *, reported: bool) -> _Given:
        """Who has what is measured, of those that the text was about and where they are."""
        discourse = self._discourse
        topic, speaker = discourse.topic, discourse.speaker
        kind = None if topic is None else discourse.type_of(topic)
        official = speaker is not None and not discourse.is_firm(speaker)
        if lemma in OF_FIRMS and not official:
            firm = topic if kind is EntityType.ORGANIZATION else discourse.last_firm()
            return speaker or firm or topic, "subject:topic"
        if site is None and lemma and (official or lemma in OF_SITES):
            site = topic if kind in _SITES else discourse.last_site()
        if site is not None:
            return site, "subject:site"
        if reported and discourse.is_firm(speaker):
            return speaker, "subject:speaker"
        return topic or discourse.last_site(), "subject:topic"

    def _is_of_a_nation(self, path: list[int]) -> bool:
        """Whether who acts is only of a nationality: ``Chinese companies signed``."""
        verbs = (word for word in path if self._parsed.is_verb(word))
        nouns = (noun for verb in verbs for noun in self._syntax.subjects(verb))
        modifiers = (each for noun in nouns for each in self._syntax.dependents(noun, "amod"))
        return any(self._parsed.lemma(each) in DEMONYMS for each in modifiers)
