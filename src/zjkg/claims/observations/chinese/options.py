"""What a Chinese value may measure: what the grammar suggests, words around it, other values'.

Every noun, verb and adjective may be the last word of the measure. What speaks for it is how it
stands to the value: side and distance, the verbs, 的 and values between, the words of growth,
shares and results before the value, its part of speech and its last character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.claims.observations.chinese import lexicon
from zjkg.claims.observations.chinese.growth import growth, leans, result, share
from zjkg.claims.observations.chinese.wording import Word, words
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.options import CARRIED, Earlier, Option, is_within, kind_of, lent
from zjkg.claims.observations.scales import Features
from zjkg.claims.observations.text import Named, Text, clause_at
from zjkg.model import Quantity, Sentence, Span

LEFT, EARLIER, RIGHT, SUGGESTED = "left", "earlier", "right", "suggested"
_OWN = ("tag", "suffix", "next", "previous", "next-word", "previous-word", "name", "sort")
_AROUND = ("distance", "verbs", "between", "context", "before-value", "suggested")
SLOTS: Final = {
    LEFT: (*_OWN, *_AROUND, "stands", "among", "dealt"),
    EARLIER: (*_OWN, *_AROUND, "back", "back-distance"),
    RIGHT: (*_OWN, *_AROUND, "run", "counted", "among"),
    CARRIED: (
        "back",
        "alike",
        "between",
        "opens",
        "context",
        "unit",
        "suffix",
        "clause",
        "equivalent",
        "among",
        "link",
        "dealt",
        "suggested",
    ),
    SUGGESTED: ("rule", "last"),
}
_BACK = 4  # how many clauses back a measure may stand
_REACH = 8  # how many words right of a value
_FAR, _MANY = 4, 2
_NEAR = 8  # characters
_SKIPPED = frozenset({"w", "m", "t", "u", "c", "p", "r", "xc", "f", "q", "d"})
_CONTENT = frozenset({"n", "vn", "v", "a", "b", "N"})
_NOUNS = frozenset({"n", "vn"})
_TAGS: Final = {
    **dict.fromkeys(("n", "nz", "j", "nw", "s", "xc", "an"), "n"),
    **dict.fromkeys(("v", "vd"), "v"),
    **dict.fromkeys(("t", "TIME"), "t"),
    **dict.fromkeys(("d", "ad"), "d"),
    **dict.fromkeys(("LOC", "ORG", "PER", "nr", "ns", "nt"), "N"),
    **dict.fromkeys(("m", "q"), "m"),
}
_OF = "的"
_DEALT = "分别"
_COPULA = "为"
_JOINT = re.compile(r"、|以及|[和与及]")
_JOINTS = "、，和及与以至到约（( "


def tag(word: Word) -> str:
    """The part of speech as far as it matters; 的 is one of its own."""
    return _OF if word.text == _OF else _TAGS.get(word.tag, word.tag)


@dataclass(slots=True)
class _Between:
    """What lies between a word and the value, while the words are gone through."""

    words: int = 0
    verbs: int = 0
    of: bool = False
    value: bool = False
    noun: bool = False

    def passes(self, word: str) -> None:
        """Count a word of that part of speech."""
        self.words += word in _CONTENT
        self.verbs += word == "v"
        self.noun |= word in _NOUNS

    def values(self, word: str) -> tuple[str, str, str]:
        """How far, with how many verbs, and past what the next word of that kind stands."""
        nearest = "n" if word in _NOUNS and not self.noun else ""
        past = ("v" if self.value else "") + (_OF if self.of else "") + nearest
        return str(min(self.words, _FAR)), f"{min(self.verbs, _MANY)}{word}", past


class ChineseSentence:
    """The words of one sentence, and what each of its values may measure."""

    def __init__(
        self, text: Text, index: int, sentence: Sentence, quantities: tuple[Quantity, ...]
    ) -> None:
        self.text, self.index, self.sentence, self.quantities = text, index, sentence, quantities
        self.words = words(text, index, sentence.span)
        self.tags = [tag(word) for word in self.words]
        self.valued = [is_within(word.span, quantities) for word in self.words]
        self.names = self._named()
        self.clauses = text.clauses(sentence)
        self._own: dict[int, tuple[str, ...]] = {}

    def _named(self) -> list[Named | None]:
        """The name that each word is part of."""
        names = self.text.names_in(self.sentence.span)
        return [next((n for n in names if n.span.covers(w.span)), None) for w in self.words]

    def options(self, quantity: Quantity, earlier: Earlier, suggestion: Measured) -> list[Option]:
        """What a value may measure; ``earlier`` are the values before."""
        view = _View(self, quantity, suggestion)
        return [*view.suggested(), *view.left(), *view.right(), *view.carried(earlier)]

    def own(self, at: int) -> tuple[str, ...]:
        """What a word says of itself, the same for every value."""
        found = self._own.get(at)
        if found is None:
            found = self._own[at] = self._seen(at)
        return found

    def _seen(self, at: int) -> tuple[str, ...]:
        word, own = self.words[at], self.tags[at]
        following, after = self._neighbour(at + 1)
        previous, before = self._neighbour(at - 1)
        name = self.names[at]
        named = "" if name is None else f"{name.type}:{name.span.end == word.span.end}"
        return (
            own if len(word.text) > 1 else f"{own}1",
            word.text[-1],
            following + own,
            previous + own,
            after if len(after) == 1 else "",
            before if len(before) <= _MANY else "",
            named,
            word.sort,
        )

    def _neighbour(self, at: int) -> tuple[str, str]:
        """The part of speech and the text of a word beside another."""
        if not 0 <= at < len(self.words):
            return "end", ""
        return "value" if self.valued[at] else self.tags[at], self.words[at].text


class _View:
    """A sentence from where a value stands."""

    def __init__(self, sentence: ChineseSentence, quantity: Quantity, suggestion: Measured) -> None:
        self._sentence, self._quantity, self._suggestion = sentence, quantity, suggestion
        key, start = sentence.text.key, quantity.span.start
        self._number = clause_at(sentence.clauses, start)
        self._clause = sentence.clauses[self._number]
        self._lead = key[self._clause.start : start].rstrip()
        spans = [word.span for word in sentence.words]
        ends, size = quantity.span.end, len(spans)
        self._before = next((i for i in range(size) if spans[i].end > start), size)
        self._after = next((i for i in range(size) if spans[i].start >= ends), size)
        self._linked = lexicon.unlinked(key, self._clause.start, start)
        self._cue, self._cued = self._cues()
        self._contexts = (kind_of(quantity), f"{self._cue}!")
        self._deal()
        self._among = "among" if "其中" in self._lead else ""
        counted = "" if quantity.counted is None else "counted"
        self._context = counted + self._follows()
        self._previous = self._precedes()

    def _deal(self) -> None:
        """Where the items end that are dealt out to values, and whose turn it is: A、B分别为."""
        key, start = self._sentence.text.key, self._clause.start
        at = key.rfind(_DEALT, start, self._quantity.span.start)
        self._deals = at >= 0
        self._items: list[int] = []
        self._starts: list[int] = []
        self._turn = 0
        if not self._deals:
            return
        end = lexicon.unlinked(key, start, at)
        joints = list(_JOINT.finditer(key, start, end))
        self._items = [*(joint.start() for joint in joints), end]
        self._starts = [joint.end() for joint in joints]
        between = Span(at, self._quantity.span.start)
        self._turn = sum(between.covers(each.span) for each in self._sentence.quantities)

    def _cues(self) -> tuple[str, int]:
        """The words of growth, share or result before the value, and where the noun would end."""
        lead, quantity = self._lead, self._quantity
        if leans(lead, quantity):
            return "leans", -1
        for cue, at in (
            ("growth", growth(lead, quantity)),
            ("share", share(lead, quantity)),
            ("result", result(lead)),
        ):
            if at is not None:
                start = self._clause.start
                return cue, lexicon.unlinked(self._sentence.text.key, start, start + at)
        return "plain", -1

    def _follows(self) -> str:
        """The part of speech of the word right behind the value."""
        inside = self._after < len(self._sentence.words)
        inside = inside and self._sentence.words[self._after].span.start < self._clause.end
        return self._sentence.tags[self._after] if inside else "end"

    def _precedes(self) -> str:
        """The part of speech of the word right before the value."""
        at = self._before - 1
        inside = at >= 0 and self._sentence.words[at].span.start >= self._clause.start
        return self._sentence.tags[at] if inside else "start"

    def _skips(self, at: int) -> bool:
        """Whether a word can be no measure's last."""
        return self._sentence.tags[at] in _SKIPPED or self._sentence.tags[at] == _OF

    def suggested(self) -> Iterator[Option]:
        """What the grammar suggests."""
        span, rule = self._suggestion.span, self._suggestion.rule
        if span is not None:
            values = (rule, self._sentence.text.key[span.end - 1])
            yield Option(Features(SUGGESTED, self._contexts, values), -1, span, span)

    def _agrees(self, span: Span, end: int) -> str:
        """How a word, or a measure before, whose phrase ends there stands to the suggestion."""
        suggested = self._suggestion.span
        if suggested is None:
            return "none"
        if end == suggested.end:
            return f"={self._suggestion.rule}"
        return "in" if suggested.covers(span) else ""

    def left(self) -> Iterator[Option]:
        """The words before the value, in its clause and in those before."""
        sentence, clause = self._sentence, self._number
        between = _Between()
        for at in range(self._before - 1, -1, -1):
            while clause and sentence.words[at].span.end <= sentence.clauses[clause].start:
                clause -= 1
                between = _Between(value=between.value)
            if self._number - clause > _BACK:
                return
            if sentence.valued[at]:
                between.value = True
            elif self._skips(at):
                between.of |= sentence.tags[at] == _OF
            else:
                yield self._option_left(at, self._number - clause, between)
                between.passes(sentence.tags[at])

    def _option_left(self, at: int, back: int, between: _Between) -> Option:
        around = self._around(at, between)
        own = self._sentence.own(at)
        if back:
            far = f"{back}:{min(between.words, _FAR)}"
            return self._option(EARLIER, at, (*own, *around, str(back), far))
        last = (self._stands(at), self._among, self._dealt(at))
        return self._option(LEFT, at, (*own, *around, *last))

    def _around(self, at: int, between: _Between) -> tuple[str, ...]:
        span = self._sentence.words[at].span
        agrees = self._agrees(span, span.end)
        far = between.values(self._sentence.tags[at])
        return (*far, self._context, self._previous, agrees)

    def _dealt(self, at: int) -> str:
        """Whether what is left of the value is dealt out, and a word is the value's item."""
        if not self._deals:
            return ""
        word = self._sentence.words[at].span
        own = self._items and word.end == self._items[min(self._turn, len(self._items) - 1)]
        return "own" if own else "item" if word.end in self._items else "other"

    def _stands(self, at: int) -> str:
        """How a word left of the value stands to the links and the words of growth."""
        end = self._sentence.words[at].span.end
        linked = "linked" if end == self._linked else ""
        if self._cued < 0:
            return linked
        return linked + ("<" if end < self._cued else "=" if end == self._cued else ">")

    def right(self) -> Iterator[Option]:
        """The words behind the value in its clause."""
        sentence, between = self._sentence, _Between()
        counted = self._quantity.counted
        for at in range(self._after, len(sentence.words)):
            word, own = sentence.words[at], sentence.tags[at]
            if word.span.start >= self._clause.end or between.words >= _REACH:
                return
            if sentence.valued[at]:
                between.value = True
            elif self._skips(at):
                between.of |= own == _OF
            else:
                goes_on = "run" if self._goes_on(at) else ""
                is_counted = counted is not None and word.span.end == counted.end
                around = self._around(at, between)
                run = f"{goes_on}{min(between.verbs, _MANY)}{min(between.words, _FAR)}"
                last = (run, "counted" if is_counted else "", self._among)
                yield self._option(RIGHT, at, (*sentence.own(at), *around, *last))
                between.passes(own)

    def _goes_on(self, at: int) -> bool:
        """Whether a noun follows in the clause."""
        sentence = self._sentence
        if at + 1 >= len(sentence.words) or sentence.tags[at + 1] not in _NOUNS:
            return False
        return sentence.words[at + 1].span.start < self._clause.end

    def carried(self, earlier: Earlier) -> Iterator[Option]:
        """What the values before measure."""
        quantity, text = self._quantity, self._sentence.text
        opens = "opens" if self._linked <= self._clause.start else ""
        equal = "equal" if quantity.equivalent_to is not None else ""
        for each in lent(text, self._sentence.sentence, quantity, earlier):
            place = f"{each.alike}:{each.here}"
            link = "long" if len(each.between) >= _NEAR else "short"
            link = link if each.between.strip(_JOINTS) else "joint"
            same = "clause" if self._clause.covers(each.quantity.span) else ""
            inside = "in" if self._sentence.sentence.span.covers(each.span) else ""
            values = (
                f"{each.back}:{each.alike}",
                place,
                f"{link}:{each.alike}",
                f"{opens}:{place}",
                f"{self._context}:{each.alike}",
                kind_of(each.quantity),
                text.key[each.span.end - 1],
                same + inside,
                f"{equal}{each.back}",
                self._among,
                f"{link}:{each.back}:{each.here}",
                each.back if self._deals else "",
                self._agrees(each.span, each.span.end),
            )
            yield self._option(CARRIED, -1, values, each.span)

    def _option(
        self, zone: str, at: int, values: tuple[str, ...], span: Span | None = None
    ) -> Option:
        within = span or self._stretch(zone, self._sentence.words[at].span)
        return Option(Features(zone, self._contexts, values), at, within, span)

    def _stretch(self, zone: str, word: Span) -> Span:
        """Where the phrase of a word may reach; left of the value not into links or other items."""
        copula = word.start + (self._sentence.text.key[word.start] == _COPULA)  # 为基期
        if zone != LEFT or (copula > word.start and copula + 1 < word.end):
            first = copula if copula > word.start else self._sentence.sentence.span.start
            return Span(first, word.end)
        end = self._linked if word.start < self._linked < word.end else word.end
        first = self._sentence.sentence.span.start
        if self._deals:
            starts = [start for start in self._starts if start < end]
            first = max(first, *starts) if starts else first
        return Span(first, end)
