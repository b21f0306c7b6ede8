"""Finds the teasers of other stories that follow the end of an article.

Three signs together decide, none of them a word list: the lines follow the end of the article
(a closing by-line, or the last line that shares its topic); they share next to none of its terms
(pairs of Han characters folded to simplified, English content words); and they are damaged as
teasers are: cut off in mid-sentence or bare headlines. Without a closing by-line the damage must be
plainer, so that the last paragraphs of an ordinary article stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import add
from statistics import median

from zjkg.folding import simplified
from zjkg.model import BlockKind
from zjkg.reading.draft import Line
from zjkg.reading.plain import is_fragment
from zjkg.reading.scripts import HAN_CLASS

_HAN_RUN = re.compile(f"[{HAN_CLASS}]+")
_WORD = re.compile(r"[a-z]{4,}")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|es|s|y|e)$")
_STOP_WORDS = frozenset(
    "about above after again against also among around because been before being between both "
    "could does doing down during each from further have having here into itself just like many "
    "more most much only other over said same says should since some such than that their them "
    "then there these they this those through under until very were what when where which while "
    "will with would year years your percent million billion first last week month people".split()
)
_COMPLETE = re.compile(r"(?:[。！？!?；;：:]|(?<!\.)\.)[”’\"'）)》」』\]]*$")
_UNRELATED = 0.10
_WEAKLY_RELATED = 0.14
_MOSTLY = 0.3
_PLAINLY = 0.6
_UNRELATED_TO_EACH_OTHER = 0.06
_MIN_BODY_LINES = 3
_MIN_BODY_TERMS = 25
_MIN_AFTER_BYLINE = 2
_MIN_COMPLETE = 3
_MIN_WITHOUT_BYLINE = 3
_MIN_CUT_OFF = 2


@dataclass(frozen=True, slots=True)
class _Topic:
    """The terms of a body, and those of them that more than one of its lines uses."""

    terms: frozenset[str]
    repeated: frozenset[str]

    def share(self, terms: frozenset[str]) -> float:
        """How much of a line's terms belong to the topic; repeated terms count double."""
        if not terms:
            return 0.0
        return (len(terms & self.terms) + len(terms & self.repeated)) / (2 * len(terms))


def find(lines: Sequence[Line], closes: Callable[[Line], bool]) -> frozenset[int]:
    """The indexes of the lines that are teasers; ``closes`` tells a closing by-line."""
    shown = [index for index, line in enumerate(lines) if line.removed is None]
    body_kinds = {BlockKind.PARAGRAPH, BlockKind.HEADING}
    terms = {index: _terms(lines[index].text) for index in shown}
    for place, index in enumerate(shown):
        if closes(lines[index]):
            body = [i for i in shown[: place + 1] if lines[i].kind in body_kinds]
            tail = [i for i in shown[place + 1 :] if lines[i].kind in body_kinds]
            found = _after_byline(lines, terms, body, tail)
            if found:
                return frozenset(found)
    text = [i for i in shown if lines[i].kind in body_kinds]
    return frozenset(_without_byline(lines, terms, text))


def _after_byline(
    lines: Sequence[Line], terms: dict[int, frozenset[str]], body: list[int], tail: list[int]
) -> list[int]:
    topic = _topic([terms[index] for index in body])
    if len(body) < _MIN_BODY_LINES or len(topic.terms) < _MIN_BODY_TERMS:
        return []
    unrelated = (n for n, i in enumerate(tail) if topic.share(terms[i]) < _WEAKLY_RELATED)
    tail = tail[next(unrelated, len(tail)) :]
    if len(tail) < _MIN_AFTER_BYLINE or median(topic.share(terms[i]) for i in tail) >= _UNRELATED:
        return []
    damaged = sum(not _COMPLETE.search(lines[i].text) for i in tail)
    if damaged >= len(tail) * _MOSTLY or _of_many_stories([terms[i] for i in tail]):
        return tail
    return []


def _of_many_stories(tail: Sequence[frozenset[str]]) -> bool:
    """Whether complete lines tell of as many different things: none shares another's terms."""
    if len(tail) < _MIN_COMPLETE:
        return False
    counts = Counter(term for terms in tail for term in terms)
    shares = [sum(counts[t] > 1 for t in terms) / max(len(terms), 1) for terms in tail]
    return median(shares) < _UNRELATED_TO_EACH_OTHER


def _without_byline(
    lines: Sequence[Line], terms: dict[int, frozenset[str]], text: list[int]
) -> list[int]:
    """The longest run at the end of lines that share next to nothing with all before them."""
    start = len(text) - _unrelated_at_end([terms[i] for i in text])
    body, tail = text[:start], text[start:]
    topic = _topic([terms[i] for i in body])
    if (
        len(body) < _MIN_BODY_LINES
        or len(tail) < _MIN_WITHOUT_BYLINE
        or len(topic.terms) < _MIN_BODY_TERMS
        or median(topic.share(terms[i]) for i in tail) >= _UNRELATED
    ):
        return []
    open_ended = [lines[i].text for i in tail if not _COMPLETE.search(lines[i].text)]
    cut_off = sum(not is_fragment(line) for line in open_ended)
    plainly = len(open_ended) >= len(tail) * _PLAINLY and cut_off >= _MIN_CUT_OFF
    return tail if plainly else []


def _unrelated_at_end(lines: Sequence[frozenset[str]]) -> int:
    """How many lines at the end are each unrelated to all lines before them."""
    counts: Counter[str] = Counter()
    run = 0
    for terms in lines:
        known = sum((counts[term] > 0) + (counts[term] > 1) for term in terms)
        run = run + 1 if known < _WEAKLY_RELATED * 2 * len(terms) or not terms else 0
        counts.update(terms)
    return run


def _topic(lines: Sequence[frozenset[str]]) -> _Topic:
    counts = Counter(term for terms in lines for term in terms)
    repeated = frozenset(term for term, count in counts.items() if count > 1)
    return _Topic(frozenset(counts), repeated)


def _terms(line: str) -> frozenset[str]:
    folded = simplified(line)
    pairs = (pair for run in _HAN_RUN.findall(folded) for pair in map(add, run, run[1:]))
    words = (
        _ENDING.sub("", word[0])
        for word in _WORD.finditer(folded.lower())
        if word[0] not in _STOP_WORDS
    )
    return frozenset([*pairs, *words])
