"""What speaks for a value of an English sentence being nobody's that the text names."""

from __future__ import annotations

from typing import Final

from zjkg.claims.observations.english.kinds import DEMONYMS, OFFICES, SURVEYS
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.english.slots import Slot
from zjkg.model import Quantity

_INDEFINITE: Final = frozenset(
    {"a", "an", "some", "any", "another", "each", "every", "many", "most"}
)
_CONTROLS: Final = frozenset({"placebo", "comparator", "control", "dummy"})
_COMPARING: Final = frozenset("compare against versus than over relative and".split())
_WORLD: Final = frozenset("world global worldwide nationwide nationally globally industry".split())


def unnamed(parsed: Parsed, quantity: Quantity, places: list[Slot]) -> set[str]:
    """The features of nobody."""
    found = {"null"}
    syntax = parsed.syntax
    after = syntax.words_in(quantity.span).stop
    behind = [parsed.lemma(each) for each in range(after, min(after + 8, len(syntax.tokens)))]
    before = range(max(0, after - 8), after)
    if _is_control(behind):
        found.add("null:control")
    if any(parsed.lemma(each) in _CONTROLS for each in before):
        found.add("null:control-before")
    if _WORLD & set(syntax.lemmas):
        found.add("null:world")
    if SURVEYS & set(syntax.lemmas):
        found.add("null:survey")
    for place in places:
        if place.link != "self" or place.word in parsed.names:
            continue
        determined = {parsed.lemma(each) for each in syntax.dependents(place.word, "det")}
        anchor = place.anchor.rstrip("12")
        if determined & _INDEFINITE:
            found.add(f"null:indefinite:{anchor}")
        elif not determined and parsed.form(place.word) == "NNS":
            modified = {parsed.lemma(e) for e in syntax.dependents(place.word, "amod")}
            found.add(f"null:{'demonym' if modified & DEMONYMS else 'plural'}:{anchor}")
        if parsed.lemma(place.word) in OFFICES:
            found.add(f"null:office:{anchor}")
    return found


def _is_control(behind: list[str]) -> bool:
    """Whether a value is that of a control: ``14% of patients who received placebo``."""
    for lemma in behind:
        if lemma in _CONTROLS:
            return True
        if lemma in _COMPARING:
            return False
    return False
