"""Who acts in the verbs of an English sentence and owns its nouns, for the values they govern."""

from __future__ import annotations

from itertools import pairwise

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.governors import is_change
from zjkg.claims.observations.english.kinds import (
    ATTENDING,
    FACILITIES,
    HANDLED,
    OF_BOTH,
    OFFICES,
    PEOPLE,
    RESULTS,
    TRIALS,
)
from zjkg.claims.observations.english.leanings import Leanings, Stance
from zjkg.claims.observations.english.referents import Given, Referents
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.measured import RATIOS
from zjkg.model import EntityType, Quantity

_SITES = frozenset({EntityType.PLACE, EntityType.PARK})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp"})


class Clauses:
    """One sentence: who acts in its verbs, and who owns its nouns."""

    def __init__(self, parsed: Parsed, discourse: Discourse, begin: int) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._discourse = discourse
        self._referents = Referents(parsed, discourse, begin)
        self._leanings = Leanings(parsed, discourse, self._referents, begin)
        self._begin = begin
        self._official = False
        self._path: list[int] = []
        self._known: dict[int, Given] = {}

    def employ(self) -> None:
        """Note whose post a speaker has: ``Bluefin's president, X``; ``X, head of the bureau``."""
        for word, item in self._parsed.names.items():
            if item.type is EntityType.PERSON and self._syntax.head_of(item.span) == word:
                employer = self._employer(word)
                if employer is not None:
                    self._discourse.speakers.employers.setdefault(item.entity, employer)
        named = self._parsed.names.values()
        people = [each.entity for each in named if each.type is EntityType.PERSON]
        self._discourse.speakers.hear(self._parsed.span, people)

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
            if self._attends(verb):
                continue
            told = self._parsed.tells(verb)
            if self._lists(verb):
                continue
            for subject in self._syntax.subjects(verb):
                found = self._referents.owner(subject) or self._housing(subject)
                if found is not None and self._acts(found, told=told):
                    return found
            for called in self._syntax.dependents(verb, "attr"):  # the biggest tenant is X
                if self._referents.named(called) is not None:
                    return self._referents.named(called)
        return self._opening()

    def _opening(self) -> str | None:
        """Whom a sentence turns to first: ``For X, the deal is a lifeline``; a lone subject."""
        parsed, syntax = self._parsed, self._syntax
        for word, lemma in enumerate(syntax.lemmas):
            relation = parsed.relation(word)
            if lemma == "for" and relation == "prep" and parsed.start(word) <= self._begin + 1:
                found = (self._referents.owner(each) for each in syntax.dependents(word, "pobj"))
                return next(found, None)
            above = (parsed.relation(each) for each in syntax.path_up(word))
            if relation in _SUBJECTS and not _SUBORDINATE.intersection(above):
                return self._referents.named(word)  # its verb is taken for an auxiliary
        return None

    def _lists(self, verb: int) -> bool:
        """Whether a sentence only says who belongs to those before: Among them are X and Y."""
        subjects = self._syntax.subjects(verb)
        behind = bool(subjects) and all(each > verb for each in subjects)
        return behind and len(subjects) > 1 and self._parsed.lemma(verb) == "be"

    def _housing(self, subject: int) -> str | None:
        """The park or area in which those are of whom a sentence speaks; no country of many."""
        found = self._referents.site(subject)
        return found if found is not None and self._parsed.form(subject) == "NNS" else None

    def attends(self) -> bool:
        """Whether a sentence only says who else took part."""
        return any(head == i and self._attends(i) for i, head in enumerate(self._syntax.heads))

    def _attends(self, verb: int) -> bool:
        """Whether a verb only says who took part: ``also took part``, ``led the round``."""
        lemma = self._parsed.lemma(verb)
        took = {self._parsed.lemma(each) for each in self._syntax.dependents(verb, "dobj")}
        return lemma in ATTENDING or (lemma, *sorted(took)) in (("take", "part"), ("lead", "round"))

    def subject(self, quantity: Quantity) -> Given:
        """The entity whose value a quantity is."""
        word = self._parsed.number(quantity)
        path = [] if word is None else [word, *self._syntax.path_up(word)]
        if word is not None and self._parsed.is_verb(word):  # doubled: who doubles it
            path.insert(0, word)
        product = self._on_trial(quantity)
        self._official, self._path = False, path
        found, reported = self._climbed(path, quantity)
        if product is not None:
            found = product, "subject:trial"
        if found is None and self._known and is_change(quantity):
            found = next(reversed(self._known.values()))
        stance = Stance(reported, self._official, self.attends())
        given = found or self._leanings.subject(path, quantity, stance)
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
        return product or self._discourse.last_named(EntityType.PRODUCT)

    def _climbed(self, path: list[int], quantity: Quantity) -> tuple[Given | None, bool]:
        """What the governors say, from the nearest; whether somebody only reports the value."""
        parsed, reported = self._parsed, False
        whole = None if quantity.unit in RATIOS else self._referents.of_whole(path, quantity)
        if whole is not None:
            return whole, reported
        lying = self._lying(path, quantity)
        if lying is not None:
            return (lying, "subject:site"), reported
        for below, above in pairwise(path):
            if above in self._known:
                return self._known[above], reported
            if parsed.is_verb(above):
                reports = parsed.tells(above)
                found = self._of_verb(above, below, quantity, reports=reports)
                reported = reported or reports
                self._official = self._official or (reports and self._is_told_by_office(above))
            else:
                found = self._of_noun(above, below, quantity)
            if found is not None:
                return found, reported
            if parsed.begins_clause(above):  # X paid $2 million, and five others made deals
                break
        return None, reported

    def _lying(self, path: list[int], quantity: Quantity) -> str | None:
        """Where those are who are counted: ``of which nearly 500 are in X``."""
        verb = next((word for word in path if self._parsed.is_verb(word)), None)
        if verb is None or self._parsed.lemma(verb) != "be":
            return None
        counted = self._syntax.dependents(verb, "nsubj")
        if not any(
            quantity.span.end > self._parsed.start(e) >= quantity.span.start for e in counted
        ):
            return None
        places = (self._referents.named(each) for each in self._syntax.brought(verb, "in", "at"))
        return next((e for e in places if e and self._discourse.type_of(e) in _SITES), None)

    def _is_told_by_office(self, verb: int) -> bool:
        """Whether an authority, a school or a survey tells the value."""
        subjects = self._syntax.subjects(verb)
        told = (self._referents.owner(each) for each in subjects)
        return any(self._parsed.lemma(each) in OFFICES for each in subjects) or any(
            each is not None and not self._can_speak_of_itself(each) for each in told
        )

    def _of_noun(self, noun: int, below: int, quantity: Quantity) -> Given | None:
        """Whose a noun is that a value hangs on; not by a clause, whose subject was asked."""
        parsed = self._parsed
        compared = quantity.unit == "times" and parsed.relation(below) != "pobj"
        listed = parsed.relation(below) == "conj" or (
            parsed.relation(below) == "appos" and quantity.counted is not None
        )
        joined = listed and noun in parsed.names and parsed.is_brought(parsed.names[noun].span)
        if compared or joined or parsed.is_verb(below) or _is_share(self._parsed, noun, quantity):
            return None
        if parsed.is_numeric(noun) or not parsed.is_noun(noun):
            return None
        found = self._referents.owner(noun)
        return None if found is None else (found, self._referents.rule(noun))

    def _of_verb(self, verb: int, below: int, quantity: Quantity, *, reports: bool) -> Given | None:
        """Who acts in a verb that the value hangs on, or what it acts on."""
        if self._attends(verb):
            return None
        handled = self._handled(verb)
        if handled is not None:
            return handled, "subject:clause"
        objects = self._syntax.dependents(verb, "dobj") if reports else []
        agents = self._syntax.agents(verb) if self._syntax.is_passive(verb) else []
        for each in (*objects, *agents, *self._syntax.subjects(verb)):
            if (
                each == below
                or _is_share(self._parsed, each, quantity)
                or self._parsed.is_numeric(each)
                or self._is_sited(each, verb)
            ):
                continue
            found = self._referents.owner(each) or self._employed(each)
            if found is None and (each in objects or self._can_be_housed(each)):
                found = self._referents.site(each, self._path)
            told = reports or self._parsed.tells(self._parsed.head(each))
            if found is not None and self._acts(found, told=told):
                return found, self._referents.rule(each)
        return None

    def _is_sited(self, subject: int, verb: int) -> bool:
        """Whether a relative clause only seems to tell of a place: the float in X that was to …."""
        item = self._parsed.names.get(subject)
        place = item is not None and item.type is EntityType.PLACE
        relative = place and subject in self._syntax.path_up(verb)
        return relative and self._parsed.relation(subject) == "pobj"

    def _employed(self, word: int) -> str | None:
        """The company of a person who acts."""
        item = self._parsed.names.get(word)
        if item is None or item.type is not EntityType.PERSON:
            return None
        employer = self._discourse.speakers.employers.get(item.entity)
        return employer if self._discourse.is_firm(employer) else None

    def _acts(self, entity: str, *, told: bool) -> bool:
        """Whether a clause is about who acts in it: of what is told only firms and sites are."""
        return not told or self._can_speak_of_itself(entity)

    def _can_be_housed(self, noun: int) -> bool:
        """Whether a place has what a noun names: ``companies in X``, not ``its plant in X``."""
        topic = self._discourse.topic
        if self._parsed.lemma(noun) in OF_BOTH and self._discourse.is_firm(topic):
            return False
        return self._parsed.lemma(noun) not in FACILITIES and noun not in self._parsed.names

    def _handled(self, verb: int) -> str | None:
        """The product that a verb sells or tests."""
        if self._parsed.lemma(verb) in HANDLED:
            objects = self._syntax.objects(verb)
            apposed = [
                other for each in objects for other in self._syntax.dependents(each, "appos")
            ]
            for each in (*objects, *apposed):
                found = self._referents.named(each)
                if found and self._discourse.type_of(found) is EntityType.PRODUCT:
                    return found
        return None

    def _can_speak_of_itself(self, entity: str) -> bool:
        kind = self._discourse.type_of(entity)
        firm = self._discourse.is_firm(entity) and not self._discourse.bystanders.is_source(entity)
        return kind in _SITES or firm


def _is_share(parsed: Parsed, word: int, quantity: Quantity) -> bool:
    share = quantity.share_of
    return share is not None and share.start <= parsed.start(word) < share.end
