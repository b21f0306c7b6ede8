"""What an English adverbial of time hangs on, and whether a number is said in its scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from zjkg.model import Span, Token

_NOUN = ("NN", "PRP", "CD", "WP", "DT")
_VERB = "VB"
_APART = frozenset({"relcl", "acl"})  # clauses that only say which thing is meant
_OBJECTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "appos", "conj", "prep", "agent"}
)
_IN_PHRASE = frozenset(
    {"nummod", "quantmod", "compound", "pobj", "prep", "nmod", "amod", "npadvmod"}
)
_PRESENT = frozenset({"VBZ", "VBP"})
_PAST = frozenset({"VBD", "VBN"})
_BARE = frozenset({"VBG", "VB"})
_TOLD_BESIDE = frozenset({"advcl", "ccomp", "xcomp", "pcomp"})
_REPORTING = frozenset(
    {"say", "tell", "announce", "report", "show", "note", "add", "state", "claim", "estimate"}
)
_EXPECTING = frozenset({"expect", "forecast", "predict", "warn"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_PHRASE_REACH = 8  # words before a noun among which its article stands
_FRONTED = frozenset(
    {"in", "of", "from", "among", "during", "for"}
)  # In a survey conducted in May, …
_AUXILIARIES = frozenset({"aux", "auxpass"})
_MOST_STEPS = 40
_AUXILIARY_REACH = 4  # words before a verb among which its auxiliary stands
_NEAR = 4  # words above a number that belong to its own phrase


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence with their heads."""

    tokens: tuple[Token, ...]

    @property
    def is_parsed(self) -> bool:
        """Whether the words have heads."""
        return bool(self.tokens) and self.tokens[0].syntax is not None

    def at(self, offset: int) -> int | None:
        """The word at an offset."""
        index = bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1
        return index if index >= 0 and self.tokens[index].span.end > offset else None

    def head(self, index: int) -> int:
        """The word that governs a word; a root governs itself."""
        syntax = self.tokens[index].syntax
        return index if syntax is None else syntax.head

    def relation(self, index: int) -> str:
        """How a word hangs on its head."""
        syntax = self.tokens[index].syntax
        return "" if syntax is None else syntax.relation

    def form(self, index: int) -> str:
        """The Penn Treebank tag of a word."""
        syntax = self.tokens[index].syntax
        return "" if syntax is None else syntax.form

    def chain(self, index: int) -> list[int]:
        """A word and all that govern it, up to the root."""
        found = [index]
        while len(found) < _MOST_STEPS and (head := self.head(found[-1])) != found[-1]:
            found.append(head)
        return found

    def attached_to(self, span: Span) -> int | None:
        """The verb or noun on which an adverbial (``in 2022``, ``last year``) hangs."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.span.end - 1)
        inside = [i for i in range(first, len(self.tokens)) if self.tokens[i].span.start < span.end]
        top = next((i for i in inside if self.head(i) not in inside or self.head(i) == i), None)
        steps = 0
        while top is not None and steps < _MOST_STEPS:
            head = self.head(top)
            if head == top:
                return top
            top, steps = head, steps + 1
            if self.form(top).startswith((_VERB, *_NOUN)) and top not in inside:
                return top
        return None

    def verb(self, offset: int) -> int | None:
        """The verb that governs the word at an offset."""
        number = self.at(offset)
        above = [] if number is None or not self.is_parsed else self.chain(number)
        return next((word for word in above if self.form(word).startswith(_VERB)), None)

    def subjects(self, verb: int) -> list[int]:
        """The subjects of a verb, of two joined verbs that of the first."""
        own = [
            word
            for word in range(len(self.tokens))
            if self.head(word) == verb and self.relation(word) in _SUBJECTS
        ]
        if own or self.relation(verb) != "conj":
            return own
        return self.subjects(self.head(verb)) if self.head(verb) < verb else own

    def acts_in(self, offset: int) -> int | None:
        """The verb of which the word at an offset is the subject, or says how many those are."""
        verb, number = self.verb(offset), self.at(offset)
        if verb is None or number is None:
            return None
        up = self.chain(number)
        path = {self.relation(word) for word in up[: up.index(verb)]}
        return verb if path & _SUBJECTS and "prep" not in path else None

    def tense(self, offset: int) -> str:
        """That of the verb that governs an offset: past, present, perfect, or none of them.

        A verb without a tense of its own has that of the verb above it: it grew, bringing in 5m.
        """
        verb = self.verb(offset)
        above = [] if verb is None else self.chain(verb)
        verbs = (word for word in above if self.form(word).startswith(_VERB))
        return next((self._tense(word) for word in verbs if not self._is_bare(word)), "")

    def _is_bare(self, verb: int) -> bool:
        """Whether a verb has no tense of its own: saw revenue slump, bringing in 5 million."""
        form, helped = self.form(verb), self._auxiliaries(verb)
        return (
            form in _BARE
            and self.relation(verb) in _TOLD_BESIDE
            and not helped
            and not any(self.form(word) == "TO" for word in range(max(0, verb - 2), verb))
        )

    def _tense(self, verb: int) -> str:
        forms = {self.form(word) for word in self._auxiliaries(verb)} | {self.form(verb)}
        helped = {self.lemma(word) for word in self._auxiliaries(verb)}
        if "MD" in forms or self.form(verb) == "VBG":
            return ""
        if self.form(verb) == "VBN" and "have" in helped:
            return "perfect"
        return "past" if "VBD" in forms else "present" if forms & _PRESENT else ""

    def is_present(self, verb: int) -> bool:
        """Whether a verb tells of the present: builds, is building, is built."""
        forms = {self.form(word) for word in (verb, *self._auxiliaries(verb))}
        helped = {self.lemma(word) for word in self._auxiliaries(verb)}
        return bool(forms & _PRESENT) and "have" not in helped

    def is_modal(self, verb: int) -> bool:
        """Whether a verb tells of what can or will be: can make, will employ."""
        return any(self.form(word) == "MD" for word in self._auxiliaries(verb))

    def _auxiliaries(self, verb: int) -> list[int]:
        near = range(max(0, verb - _AUXILIARY_REACH), verb)
        return [w for w in near if self.head(w) == verb and self.relation(w) in _AUXILIARIES]

    def is_presupposed(self, offset: int, adverbial: Span, *, compound: bool) -> bool:
        """Whether a number only says which thing is told of: the 38-hectare park, of its 40 staff.

        What dates the verb says nothing of it. ``compound`` is one joined to its unit by a hyphen.
        """
        word = self.at(offset)
        steps = 0
        while word is not None and self.relation(word) in _IN_PHRASE and steps < _NEAR:
            if self.relation(word) == "pobj":
                break
            word, steps = self.head(word), steps + 1
        if word is None or not steps:
            return False
        part = self.relation(word) == "pobj" and self.lemma(self.head(word)) == "of"
        if not part and self.relation(word) not in _SUBJECTS:
            return False
        definite = any(
            self.head(each) == word and self.lemma(each) in _DEFINITE
            for each in range(max(0, word - _PHRASE_REACH), word)
        )
        anchor = self.attached_to(adverbial)
        return (
            (definite or (compound and not part))
            and anchor is not None
            and word not in self.chain(anchor)
        )

    def is_apart(self, offset: int) -> bool:
        """Whether a word stands in a clause that only says who is meant: a fund that paid 3m."""
        word = self.at(offset)
        return word is not None and any(self.relation(each) == "relcl" for each in self.chain(word))

    def reports(self, offset: int) -> bool:
        """Whether the verb that governs an offset only says or expects what the number tells."""
        verb = self.verb(offset)
        return verb is not None and self.lemma(verb) in _REPORTING | _EXPECTING

    def lemma(self, index: int) -> str:
        """The dictionary form of a word."""
        syntax = self.tokens[index].syntax
        return "" if syntax is None else syntax.lemma


def in_scope(
    tree: Tree, adverbial: Span, quantity: Span, *, past: bool, ended: bool
) -> bool | None:
    """Whether an adverbial holds for a number, None where the parse does not tell.

    It holds for all that its verb governs, but not for what only says which thing is meant (a
    drug that was licensed in 2022), one of the past (``past``) not for a verb of the present, and
    one that ended (``ended``) not for a joined clause in the perfect (and the list has grown).
    """
    anchor, number = tree.attached_to(adverbial), tree.at(quantity.end - 1)
    if anchor is None or number is None:
        return None
    above, governors = tree.chain(number), tree.chain(anchor)
    apart = next((word for word in governors if tree.relation(word) in _APART), None)
    if apart is not None and apart not in above:
        return _is_counted(tree, tree.head(apart), above) or _is_fronted(tree, apart)
    if past and _is_present(tree, above, anchor):
        return False
    if ended and _is_perfect_beside(tree, anchor, above):
        return False
    return _explains(tree, adverbial, above) or _shared(tree, anchor, governors, above)


def _is_present(tree: Tree, above: list[int], anchor: int) -> bool:
    """Whether the number's own verb speaks of the present, or of what can or will be."""
    verb = next((word for word in above if tree.form(word).startswith(_VERB)), None)
    if verb is None or verb == anchor:
        return False
    return tree.is_present(verb) or tree.is_modal(verb)


def _is_perfect_beside(tree: Tree, anchor: int, above: list[int]) -> bool:
    """Whether the number stands in a clause joined to the adverbial's, in the present perfect."""
    if anchor not in above:
        return False
    joined = (w for w in above[: above.index(anchor)] if tree.relation(w) == "conj")
    return any(
        tree.form(word) == "VBN" and tree.relation(other) == "aux" and tree.form(other) in _PRESENT
        for word in joined
        for other in range(max(0, word - _AUXILIARY_REACH), word)
        if tree.head(other) == word
    )


def _shared(tree: Tree, anchor: int, governors: list[int], above: list[int]) -> bool | None:
    """Whether the adverbial's verb or noun and the number belong to one statement."""
    common = next((word for word in governors if word in above), None)
    if common is None:
        return None
    down, up = governors[: governors.index(common)], above[: above.index(common)]
    if not down:
        return _under(tree, anchor, up)
    if tree.form(anchor).startswith(_VERB):
        return _beside(tree, down, common)
    relations = [tree.relation(word) for word in down]
    if "appos" in relations[:-1] and relations[-1] in _SUBJECTS:
        return False  # the firm, a tenant since 2017, raised 9 million
    return all(relation in _OBJECTS for relation in relations) or None


def _explains(tree: Tree, adverbial: Span, above: list[int]) -> bool:
    """Whether the number stands in a clause on the adverbial: by 2023, when it adds 12,000."""
    clauses = (word for word in above if tree.relation(word) in _APART)
    return any(adverbial.covers(tree.tokens[tree.head(word)].span) for word in clauses)


def _is_counted(tree: Tree, noun: int, above: list[int]) -> bool:
    """Whether the number counts the noun of which a clause tells: 230 firms surveyed in March."""
    if noun not in above:  # one in four of the scientists hired since 2020
        chain = tree.chain(noun)
        up = next((i for i, word in enumerate(chain) if word in above[:_NEAR]), None)
        if up is None or tree.form(chain[up]).startswith(_VERB):
            return False  # invests $9 million in a plant that opens in 2026
        return all(tree.relation(word) in ("pobj", "prep") for word in chain[:up])
    return all(tree.relation(word) in _IN_PHRASE for word in above[: above.index(noun)])


def _is_fronted(tree: Tree, apart: int) -> bool:
    """Whether the clause stands in the phrase that opens the sentence and sets its time."""
    first = tree.tokens[0]
    opening = tree.lemma(0) in _FRONTED and first.span.start <= tree.tokens[apart].span.start
    return opening and 0 in tree.chain(apart)


def _under(tree: Tree, anchor: int, up: list[int]) -> bool | None:
    """Whether an adverbial of a verb or noun reaches down to a number."""
    relations = {tree.relation(word) for word in up}
    if tree.lemma(anchor) in _REPORTING and relations & {"ccomp", "acl"}:
        return None
    return not any(tree.relation(word) in _APART and tree.is_present(word) for word in up)


def _beside(tree: Tree, down: list[int], common: int) -> bool | None:
    """Whether an adverbial of another verb is shared: it rose 9% and reached 5 billion in 2022."""
    relations = {tree.relation(word) for word in down}
    if relations == {"conj"}:
        return tree.form(down[0]) in _PAST and tree.form(common) in _PAST
    return False if relations & {"amod", "appos", "relcl", "acl"} else None
