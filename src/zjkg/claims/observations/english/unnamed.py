"""What speaks for a value of an English sentence being nobody's that the text names."""

from __future__ import annotations

from typing import Final

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.kinds import DEMONYMS, NATIONS, OFFICES, SURVEYS
from zjkg.claims.observations.english.meanings import SORTS
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.english.slots import Slot
from zjkg.claims.observations.measured import RATIOS
from zjkg.model import Quantity

_INDEFINITE: Final = frozenset(
    {"a", "an", "some", "any", "another", "each", "every", "many", "most"}
)
_CONTROLS: Final = frozenset({"placebo", "comparator", "control", "dummy"})
_COMPARING: Final = frozenset("compare against versus than over relative and".split())
_WORLD: Final = frozenset("world global worldwide nationwide nationally globally industry".split())


def unnamed(
    parsed: Parsed, quantity: Quantity, places: list[Slot], discourse: Discourse
) -> set[str]:
    """The features of nobody."""
    found = {"null"}
    syntax = parsed.syntax
    if quantity.unit in RATIOS:
        found |= _compared(parsed, syntax.words_in(quantity.span).stop)
    if any(_is_world(parsed, word) for word in range(len(syntax.lemmas))):
        found.add("null:world")
    if SURVEYS & set(syntax.lemmas):
        found.add("null:survey")
    for place in places:
        if place.word not in parsed.names:
            if place.link == "self":
                found |= _generic(parsed, place, discourse)
            if is_of_several(parsed, place.word):
                found |= {"null:several", f"null:several:{place.link}"}
    return found


def _generic(parsed: Parsed, place: Slot, discourse: Discourse) -> set[str]:
    """What a noun that names nobody says, in a place where an owner stands."""
    syntax, found, anchor = parsed.syntax, set[str](), place.anchor.rstrip("12")
    determined = {parsed.lemma(each) for each in syntax.dependents(place.word, "det")}
    if determined & _INDEFINITE:
        found.add(f"null:indefinite:{anchor}")
    elif determined and parsed.form(place.word) == "NNS":
        found.add(f"null:many:{anchor}")
    elif not determined and parsed.form(place.word) == "NNS":
        modified = {parsed.lemma(e) for e in syntax.dependents(place.word, "amod")}
        if any(discourse.named_one_of(NATIONS[e]) for e in modified & NATIONS.keys()):
            found.add(f"null:native:{anchor}")  # British firms, where Britain is named
        else:
            found.add(f"null:{'demonym' if modified & DEMONYMS else 'plural'}:{anchor}")
    if "subject" in anchor and _is_of_control(parsed, place.word):
        found.add("null:control")
    if parsed.lemma(place.word) in OFFICES:
        found.add(f"null:office:{anchor}")
    return found


def is_of_several(parsed: Parsed, noun: int) -> bool:
    """Whether a noun stands for more sites than one, none of which it names: ``the parks``."""
    return parsed.form(noun) == "NNS" and SORTS.get(parsed.lemma(noun)) in ("park", "place")


def _is_world(parsed: Parsed, word: int) -> bool:
    """Whether a word speaks of the world or a whole trade, not as part of a name or a title."""
    if parsed.lemma(word) not in _WORLD or word in parsed.names:
        return False
    return parsed.lemma(word) != "industry" or parsed.relation(word) != "compound"


def _is_of_control(parsed: Parsed, noun: int) -> bool:
    """Whether a noun is the control group of a trial: ``the placebo group``."""
    beside = (noun, *parsed.syntax.dependents(noun, "compound", "amod", "nmod"))
    return any(parsed.lemma(each) in _CONTROLS for each in beside)


def _compared(parsed: Parsed, after: int) -> set[str]:
    """Whether a rate is that of the control group of a trial."""
    behind = [parsed.lemma(i) for i in range(after, min(after + 8, len(parsed.syntax.tokens)))]
    before = (parsed.lemma(i) for i in range(max(0, after - 8), after))
    found = {"null:control"} if _is_control(behind) else set[str]()
    return found | {"null:control-before"} if _CONTROLS.intersection(before) else found


def _is_control(behind: list[str]) -> bool:
    """Whether a value is that of a control: ``14% of patients who received placebo``."""
    for lemma in behind:
        if lemma in _CONTROLS:
            return True
        if lemma in _COMPARING:
            return False
    return False
