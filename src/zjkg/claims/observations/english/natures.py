"""What sort of thing a value measures, and what sort of thing an entity is."""

from __future__ import annotations

from typing import Final

from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.kinds import (
    FACILITIES,
    INDUSTRY,
    OF_BOTH,
    OF_FIRMS,
    OF_SITES,
    PEOPLE,
    RENTS,
    RESULTS,
    TENANTS,
    TREATED,
    TRIALS,
)
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.measured import RATIOS
from zjkg.model import EntityType, Quantity

_SPACE_UNITS: Final = frozenset({"m2", "km2", "ha", "mu", "acres", "square feet", "ping"})
_DEALS: Final = frozenset(
    "deal right license licence milestone royalty upfront takeover acquisition".split()
)
_STAKES: Final = frozenset("stake share shareholding holding equity".split())
_HOLDS: Final = frozenset("own hold keep retain".split())
_HOUSING: Final = frozenset("home house host accommodate settle move attract gather".split())
_GRANTS: Final = frozenset("subsidy subsidise subsidize grant reward incentive rebate".split())
_STUDIES: Final = frozenset({"trial", "placebo"})
_CLINICS: Final = frozenset("hospital centre center clinic country volunteer participant".split())
_MARKETS: Final = frozenset("market prevalence population incidence".split())
_NAMED: Final = (
    ("grant", _GRANTS),
    ("trial", PEOPLE),
    ("deal", _DEALS),
    ("market", _MARKETS),
    ("patients", frozenset({"patient"})),
    ("both", OF_BOTH),
    ("firm", OF_FIRMS),
    ("tenants", TENANTS),
    ("rents", RENTS),
    ("industry", INDUSTRY),
    ("site", OF_SITES),
)
_FITS: Final = {
    "typical": (
        "both:firm firm:firm plant:firm deal:firm stake:firm stake:body stake:person stake:stranger"
        " housed:park housed:place tenants:park tenants:place tenants:event rents:park"
        " rents:place industry:place industry:park trial:product result:product"
        " patients:product grant:policy grant:project score:index"
    ),
    "wrong": (
        "housed:firm housed:office housed:product housed:person housed:stranger firm:product"
        " firm:index both:office both:person both:stranger firm:office firm:person"
        " firm:stranger deal:office deal:person deal:stranger tenants:product tenants:person"
        " tenants:stranger rents:product rents:person rents:stranger rents:office"
        " industry:person industry:stranger industry:product trial:office trial:place"
        " trial:park trial:person trial:stranger result:office result:place result:park"
        " result:person result:stranger space:person space:stranger space:product"
        " change:person change:stranger plant:park plant:place plant:person plant:stranger"
        " plant:product"
    ),
}
_LEVELS: Final = {pair: level for level, pairs in _FITS.items() for pair in pairs.split()}


def nature(parsed: Parsed, quantity: Quantity, path: list[int]) -> str:
    """The sort of thing that a value measures, from the nouns that it counts and hangs on."""
    if quantity.unit == "score":
        return "score"
    lemmas = set(parsed.syntax.lemmas)
    if _is_of_trial(parsed, quantity, lemmas):
        return "result" if quantity.unit in RATIOS else "trial"
    if _is_of_shares(parsed, path):
        return "firm"
    nouns = _nouns(parsed, quantity, path)
    return _of_unit(parsed, quantity, path, nouns) or _of_nouns(nouns, lemmas, quantity)


def _is_of_trial(parsed: Parsed, quantity: Quantity, lemmas: set[str]) -> bool:
    """Whether a value tells of those in a trial, of where it is held, or of its results."""
    if quantity.unit in RATIOS:
        return bool(lemmas & RESULTS or (lemmas & PEOPLE and lemmas & TRIALS) or lemmas & _STUDIES)
    noun = None if quantity.counted is None else parsed.syntax.head_of(quantity.counted)
    return noun is not None and parsed.lemma(noun) in _CLINICS and bool(lemmas & _STUDIES)


def _of_unit(parsed: Parsed, quantity: Quantity, path: list[int], nouns: list[str]) -> str | None:
    """The sort that the unit gives, together with what is done."""
    if quantity.unit in RATIOS:
        return "stake" if set(nouns) & _STAKES or _is_held(parsed, path) else None
    if quantity.unit in _SPACE_UNITS:
        return "plant" if set(nouns) & FACILITIES else "space"
    return "housed" if set(nouns) & TENANTS and _is_housed(parsed, path) else None


def _of_nouns(nouns: list[str], lemmas: set[str], quantity: Quantity) -> str:
    """The sort of the first noun that tells one."""
    for noun in nouns:
        for kind, words in _NAMED:
            if noun in words:
                if kind == "trial" and not lemmas & (TRIALS | TREATED):
                    continue
                return kind
    return "change" if quantity.unit in RATIOS else "other"


def fit(nature: str, kind: str) -> str:
    """How well a sort of value fits a kind of thing: ``typical``, ``plain`` or ``wrong``."""
    return _LEVELS.get(f"{nature}:{kind}", "plain")


def _is_of_shares(parsed: Parsed, path: list[int]) -> bool:
    """Whether a value tells how the shares of a firm moved: ``its stock rose 6 percent``."""
    verb = next((word for word in path if parsed.is_verb(word)), None)
    about = [] if verb is None else parsed.syntax.subjects(verb)
    return any(
        parsed.lemma(each) == "stock" or parsed.surface(each).lower() == "shares" for each in about
    )


def _is_housed(parsed: Parsed, path: list[int]) -> bool:
    """Whether those are counted who are somewhere: ``is home to``, ``houses``, ``moved in``."""
    return any(parsed.lemma(each) in _HOUSING for each in path)


def _is_held(parsed: Parsed, path: list[int]) -> bool:
    return any(parsed.lemma(each) in _HOLDS for each in path[:3])


def _nouns(parsed: Parsed, quantity: Quantity, path: list[int]) -> list[str]:
    syntax = parsed.syntax
    nouns = [] if quantity.counted is None else [syntax.head_of(quantity.counted)]
    nouns.extend(syntax.brought(path[0], "of") if path else ())
    for word in path[1:]:
        if parsed.is_verb(word):
            acting = (*syntax.subjects(word), *syntax.dependents(word, "dobj"))
            nouns.extend(each for each in acting if not _is_owner(parsed, each))
            break
        nouns.append(word)
    return [parsed.lemma(each) for each in nouns if each is not None]


def _is_owner(parsed: Parsed, noun: int) -> bool:
    """Whether a noun says whose a value is rather than what it measures: X, the company."""
    return noun in parsed.names or (parsed.lemma(noun) in TENANTS and parsed.form(noun) != "NNS")


def kind_of(discourse: Discourse, entity: str) -> str:
    """The type of an entity; of organizations, whether it is a company, an office or neither."""
    kind = discourse.type_of(entity)
    if kind is EntityType.ORGANIZATION:
        if discourse.bystanders.holds(entity):
            return "bystander"
        if discourse.is_firm(entity):
            return "firm"
        return "office" if discourse.is_authority(entity) else "body"
    if kind is EntityType.PERSON:
        return "person" if entity in discourse.speakers.employers else "stranger"
    return str(kind).lower()
