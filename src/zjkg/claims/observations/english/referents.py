"""Whom the words of an English sentence stand for: names, pronouns, owners, sites."""

from __future__ import annotations

from collections.abc import Sequence

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.kinds import MADE, NAMING
from zjkg.claims.observations.english.meanings import Meanings
from zjkg.claims.observations.english.sentences import Parsed, is_works
from zjkg.claims.observations.measured import RATIOS
from zjkg.claims.observations.references import Reference, Sort, references
from zjkg.claims.observations.text import masked
from zjkg.model import EntityType, Quantity

_SITING = (
    "in",
    "at",
    "within",
    "across",
    "throughout",
    "on",
    "from",
    "through",
    "inside",
    "around",
)
_COMING = frozenset({"come", "hail", "arrive", "originate"})
_PRONOUNS = frozenset({Sort.TOPIC, Sort.SPEAKER})
_DEFINITE = frozenset({"the", "this", "that"})
_OF_KINDS = frozenset({"city", "park", "company", "group"})
"""Nouns that stand for more than what is called so."""
_DEPTH = 4
Given = tuple[str | None, str]
"""The subject of a value, None for nobody's, and the rule that found it."""


class Referents:
    """The entities behind the words of one sentence; words before ``begin`` are a dateline."""

    def __init__(self, parsed: Parsed, discourse: Discourse, begin: int) -> None:
        self._parsed = parsed
        self._syntax = parsed.syntax
        self._discourse = discourse
        self._begin = begin
        words = masked(parsed.text, parsed.span)
        found = references(words, parsed.span.start, english=True)
        self._references: dict[int, Reference] = {}
        for reference in found:
            word = self._syntax.word_at(reference.end - 1)
            if word is not None and word not in parsed.names and not is_works(parsed, word):
                self._references[word] = reference

    def named(self, word: int) -> str | None:
        """The entity that a word is a name of; nobody's person, no dateline."""
        item = self._parsed.names.get(word)
        if item is None:
            surface = self._parsed.surface(word)
            return self._discourse.short_name(surface) if surface[0].isupper() else None
        if item.type is EntityType.PERSON or item.span.start < self._begin:
            return None
        if item.type is EntityType.PLACE and self._based(word) is not None:
            return None
        return item.entity

    def _based(self, word: int) -> int | None:
        """The generic noun behind a place: ``the Cambridge, Massachusetts-based startup``."""
        if not self._syntax.dependents(word, "det"):
            return None
        apposed = self._syntax.dependents(word, "appos")
        return next((each for each in apposed if each in self._references), None)

    def rule(self, word: int) -> str:
        """How a word names its entity: itself, or as a generic word."""
        return "subject:reference" if word in self._references else "subject:clause"

    def owner(self, word: int, depth: int = _DEPTH) -> str | None:
        """Whose a noun is: its name, what it refers to, its possessor, ``of X``, ``X firms``."""
        if depth == 0:
            return None
        named = self.named(word)
        if named is not None:
            return named
        called = self._called(word) or Meanings(
            self._parsed, self._discourse, self._begin
        ).announced(word)
        if called is not None:
            return called
        reference = self._references.get(word)
        if reference is None or reference.sort not in _PRONOUNS:
            for each in self._near(word):
                found = self.owner(each, depth - 1)
                if found is not None:
                    return found
        return None if reference is None else self._antecedent(word, reference)

    def _called(self, word: int) -> str | None:
        """What ``the programme`` means: a thing whose name ends so."""
        parsed, syntax = self._parsed, self._syntax
        definite = any(parsed.lemma(each) in _DEFINITE for each in syntax.dependents(word, "det"))
        if not definite or parsed.form(word) != "NN" or syntax.dependents(word, "poss"):
            return None
        if parsed.lemma(word) in _OF_KINDS or syntax.brought(word, "of"):
            return None
        return self._discourse.called(parsed.lemma(word).replace("center", "centre"))

    def _near(self, word: int) -> list[int]:
        syntax, parsed = self._syntax, self._parsed
        apposed = [each for each in syntax.dependents(word, "appos") if each in parsed.names]
        apposed.extend(self._named_by(word))
        if word in self._references:  # the Leeds company: where it is from
            return [*apposed, *syntax.brought(word, "of")]
        based = self._based(word)
        if based is not None:
            return [based]
        if parsed.lemma(word) == "whose":
            above = syntax.path_up(word)
            return [parsed.head(each) for each in above if parsed.relation(each) == "relcl"][:1]
        modifiers = syntax.dependents(word, "compound", "nmod", "amod")
        names = [each for each in modifiers if self._owns(each)]
        things = [each for each in names if self._is_thing(each)]  # its Solvexa vaccine
        near = [*things, *apposed, *syntax.dependents(word, "poss")]
        if parsed.relation(word) == "appos" and self._is_apposed(word):
            near.append(parsed.head(word))
        near.extend(names)
        near.extend(syntax.brought(word, "of"))
        made = (
            each for each in syntax.dependents(word, "acl", "relcl") if parsed.lemma(each) in MADE
        )
        near.extend(maker for each in made for maker in self._makers(word, each))
        return [each for each in near if each in parsed.names or not parsed.is_numeric(each)]

    def _named_by(self, word: int) -> list[int]:
        """The name that a clause gives a noun: ``the building, called X``."""
        syntax = self._syntax
        clauses = (e for e in syntax.dependents(word, "acl") if self._parsed.lemma(e) in NAMING)
        found = (each for e in clauses for each in syntax.dependents(e, "oprd", "attr", "dobj"))
        return [each for each in found if each in self._parsed.names]

    def _makers(self, word: int, verb: int) -> list[int]:
        """Who makes a thing: ``a plant built by X``, ``a centre that X opened``."""
        if self._syntax.is_passive(verb):
            return self._syntax.brought(verb, "by")
        return [each for each in self._syntax.subjects(verb) if each != word]

    def _is_apposed(self, word: int) -> bool:
        """Whether a noun says what the one before is; no list goes on behind a place."""
        above = self._parsed.head(word)
        item = self._parsed.names.get(above)
        place = item is not None and item.type is EntityType.PLACE
        return not self._parsed.is_numeric(above) and not (
            place and self._parsed.form(word) == "NNS"
        )

    def _is_thing(self, word: int) -> bool:
        item = self._parsed.names.get(word)
        return item is not None and item.type in (EntityType.PRODUCT, EntityType.PROJECT)

    def _owns(self, word: int) -> bool:
        """Whether a word in front of a noun is a name: ``Suzhou firms``, not ``Suzhou-based``."""
        item = self._parsed.names.get(word)
        if item is None:
            return self.named(word) is not None
        after = self._parsed.text.key[item.span.end : item.span.end + len("-area")]
        return after[:1] not in ("-", "–") or after.endswith("area")

    def site(self, word: int, without: Sequence[int] = (), depth: int = _DEPTH) -> str | None:
        """Where a noun or a verb has its place: ``companies in X``, ``firms based in X``.

        ``without`` are clauses that do not tell, as the value itself stands in them.
        """
        if depth == 0:
            return None
        syntax = self._syntax
        siting: tuple[str, ...] = _SITING
        if self._parsed.is_verb(word) and self._parsed.lemma(word) not in _COMING:
            siting = tuple(each for each in _SITING if each != "from")  # leased from X
        for each in syntax.brought(word, *siting):
            found = self.owner(each) or self.site(each, without, depth - 1)
            if found is not None and self._can_house(found):
                return found
        clauses = (each for each in syntax.dependents(word, "acl", "relcl") if each not in without)
        for each in (*clauses, *syntax.brought(word, "of", "for")):
            found = self.site(each, without, depth - 1)
            if found is not None:
                return found
        return None

    def _can_house(self, entity: str) -> bool:
        """Whether something can be in an entity: in no meeting, on no stock market."""
        event = self._discourse.type_of(entity) is EntityType.EVENT
        return not event and not self._discourse.bystanders.holds(entity)

    def of_whole(self, path: list[int], quantity: Quantity) -> Given | None:
        """Whose those are of whom some are counted: ``12 of the park's tenants``."""
        for each in self._syntax.brought(path[0], "of") if path else ():
            found = self.owner(each)
            if found is None and quantity.unit in RATIOS:
                found = self.site(each)
            if found is not None:
                return found, self.rule(each)
        return None

    def _antecedent(self, word: int, reference: Reference) -> str | None:
        """Whom a generic word means; a pronoun means what its own sentence first speaks of."""
        if reference.sort is Sort.TOPIC:
            syntax = self._syntax
            for verb in syntax.path_up(word):
                if not self._parsed.is_verb(verb):
                    continue
                for subject in syntax.subjects(verb):
                    if subject < word and word not in syntax.subtree(subject):
                        found = self.owner(subject, 2) or self.site(subject, depth=2)
                        if found is not None:
                            return found
        return self._discourse.resolve(reference)
