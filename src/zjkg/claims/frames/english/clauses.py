"""What belongs to an English verb or noun in its clause, beyond its nearest dependents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from zjkg.claims.frames.english.syntax import Syntax
from zjkg.claims.frames.english.words import HERE

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_CLAUSES: Final = frozenset(
    {"relcl", "ccomp", "advcl", "parataxis", "csubj", "csubjpass", "xcomp", "acl", "pcomp", "appos"}
)
"""What hangs on a verb and is a clause, or a noun phrase, of its own."""
_SOURCE: Final = frozenset({"accord", "according", "thank", "due"})
"""What ``to`` follows without bringing a side."""
_DEPENDENT: Final = frozenset({"xcomp", "conj", "acl", "advcl", "pcomp", "prep"})
"""Clauses that are spoken of as the clause above is."""


def form(syntax: Syntax, word: int) -> str:
    """The Penn tag of a word."""
    parsed = syntax.tokens[word].syntax
    return parsed.form if parsed is not None else ""


def is_verb(syntax: Syntax, word: int) -> bool:
    """Whether a word is tagged as a verb."""
    return form(syntax, word).startswith("VB") and syntax.relations[word] not in {"aux", "auxpass"}


def clause(syntax: Syntax, verb: int) -> list[int]:
    """The words that hang on a verb, without its subject and without other clauses."""
    found: list[int] = []
    open_ = [verb]
    while open_:
        for each in syntax.children[open_.pop()]:
            relation = syntax.relations[each]
            if relation in SUBJECTS or relation in _CLAUSES:
                continue
            if relation == "conj" and is_verb(syntax, each):
                continue
            found.append(each)
            open_.append(each)
    return sorted(found)


def brought_words(syntax: Syntax, verb: int, prepositions: Iterable[str]) -> list[int]:
    """The words that the prepositions bring anywhere in the clause of a verb."""
    wanted = frozenset(prepositions)
    nouns: list[int] = []
    if syntax.lemmas[verb] == "be" and syntax.dependents(verb, "attr", "acomp", "advmod"):
        return nouns  # is a leader in Asia
    for word in clause(syntax, verb):
        above = syntax.heads[word]
        named = above in nouns and form(syntax, above) == "NNP"
        if syntax.lemmas[above] in _SOURCE or named:
            continue  # the second place of ``at the park in Leeds`` is the park's
        if syntax.lemmas[word] in wanted:
            for noun in syntax.dependents(word, "pobj"):
                nouns.extend(syntax.coordinated(noun))
        elif syntax.lemmas[word] in HERE and "in" in wanted:
            nouns.append(word)
    return nouns


def doers(syntax: Syntax, verb: int) -> list[int]:
    """Who acts in a verb; of ``an agreement to supply`` who agrees."""
    if syntax.relations[verb] == "acl" and form(syntax, verb) == "VB":
        above = next((each for each in syntax.path_up(verb) if is_verb(syntax, each)), None)
        return syntax.agents(above) if above is not None else []
    found = syntax.agents(verb)
    if not found and verb > 1 and syntax.lemmas[verb - 1] == "-":
        found = syntax.subjects(verb - 2)  # co-founded, whose first part was parsed as a verb
    if found and syntax.is_passive(verb):
        # ``by A, a chemist, and B``: B is often hung on the verb.
        found.extend(n for n in syntax.dependents(verb, "conj") if not is_verb(syntax, n))
    return found


def things(syntax: Syntax, verb: int) -> list[int]:
    """What a verb acts on; of ``develops and sells P`` the object of the last verb."""
    found = syntax.objects(verb)
    if found or syntax.is_passive(verb):
        return found
    if syntax.relations[verb] == "amod" and syntax.lemmas[verb - 1] == "-":
        return [syntax.heads[verb]]  # co-founded, taken for an adjective
    for each in syntax.dependents(verb, "conj"):
        if is_verb(syntax, each) and not syntax.dependents(each, *SUBJECTS):
            return things(syntax, each)
    return []


def possessors(syntax: Syntax, noun: int) -> list[int]:
    """Whose a noun is; for *whose* the noun that it takes up."""
    found = []
    for each in syntax.dependents(noun, "poss"):
        clauses = [w for w in syntax.path_up(each) if syntax.relations[w] == "relcl"]
        if syntax.lemmas[each] == "whose" and clauses:
            found.append(syntax.heads[clauses[0]])
        else:
            found.extend(syntax.coordinated(each))
    return found


def verb_above(syntax: Syntax, noun: int) -> int | None:
    """The verb whose clause a noun stands in."""
    return next((w for w in syntax.path_up(noun) if is_verb(syntax, w)), None)


def mood(syntax: Syntax, verb: int) -> list[int]:
    """The words that say how the text speaks of a verb: will, not, plans to, if."""
    words: set[int] = set()
    for each in (verb, *syntax.path_up(verb)):
        if is_verb(syntax, each):
            words.add(each)
        words.update(syntax.dependents(each, "aux", "neg", "mark", "preconj"))
        relation, above = syntax.relations[each], syntax.heads[each]
        denied = syntax.lemmas[above] in {"deny", "doubt"}
        if relation not in _DEPENDENT and not (relation == "ccomp" and denied):
            break
    return sorted(words)


def has_words(syntax: Syntax, verb: int, lemmas: frozenset[str]) -> bool:
    """Whether one of the lemmas stands in the clause of a verb."""
    words = {*clause(syntax, verb), *things(syntax, verb)}
    if syntax.relations[verb] in {"acl", "relcl"}:
        words.add(syntax.heads[verb])
    return any(syntax.lemmas[word] in lemmas for word in words)


def antecedents(syntax: Syntax, verb: int) -> list[int]:
    """The nouns above the one that a relative clause hangs on (a maker of drugs, which …)."""
    if syntax.relations[verb] != "relcl":
        return []
    found = []
    for above in syntax.path_up(syntax.heads[verb]):
        if is_verb(syntax, above):
            break
        if form(syntax, above).startswith("NN"):
            found.append(above)
    return found
