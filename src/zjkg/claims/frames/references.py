"""Words that stand for something spoken of before: 该公司, 园区, 他, the company, Reed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from zjkg.claims.frames.labels import Labels
from zjkg.claims.frames.names import Slot, Slots
from zjkg.claims.frames.reference_words import (
    EN_REFERENCES,
    NO_FIRM,
    ZH_REFERENCES,
    Reference,
)
from zjkg.claims.frames.short_names import alone, short_firms
from zjkg.model import Article, Entity, EntityType, LanguageTag, Sentence, Span
from zjkg.patterns import Table

_ZH_TABLE = Table(ZH_REFERENCES, lambda reference: reference.pattern)
_EN_TABLE = Table(EN_REFERENCES, lambda reference: reference.pattern)
_SHORTEST_PART = 5
_SHORTEST_WHOLE = 3
_BEFORE = 40
"""How many characters before a name may hold the preposition that brings it."""
_REACH = 4
"""How many sentences back a reference may look."""


_ZH_TITLED = re.compile(
    "(?P<name>[一-鿿])(?:总|博士|教授|院士|所长|院长|主任|董事长|先生|女士|书记"
    "|局长)(?=[^，。；、监理]|，)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-'’][A-ZÀ-ÖØ-Þ][^\W\d_]+)?"
_EN_SURNAME = re.compile(
    rf"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.? )(?P<title>{_CAPITAL})"
    # A surname alone: neither the word before nor the one behind is part of a name.
    rf"|(?<![-'’.\w])(?<![A-Z]\w )(?P<alone>{_CAPITAL})(?![-\w])(?! [A-ZÀ-ÖØ-Þ])"
)
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:Mr|Ms|Mrs|Dr|Prof|Professor|But|And|When|As|While|For|In|If|Then|Yet|So|Since|After"
    r"|Before|Because|That|Although|Though)\b)[A-Z][\w'’-]*\.? $"
)
_GOVERNED = re.compile(
    r"(?:与|和|同|跟|向|对|给|从|由|被|在|于|据|比)$"
    r"|\b(?:by|with|from|of|to|for|at|in|than|and|including)(?: the| existing)?"
    r"(?:(?: [\w-]+)? (?:firm|company|drugmaker|biotech|start-?up|group|giant|investor|maker))? $",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"(?:曾|早年|先后|此前|离开|离职|前身|客户|供应商|供货商|对手|伙伴|同业|同行|竞品|股东|投资[方人者]|包括)"
    r"[^，。；：、]{0,10}$"
)
"""Words before a firm that is but a former employer, a customer, one of several."""
_BACKS = re.compile(
    r"[^，。；：]{0,24}?(?:[领跟参追]投|持股|持有|认购|入股|注资|加码)"
    r"|担任[^，。；：]{0,6}(?:顾问|保荐人|承销商)"
)
"""What those do who put money into somebody else's firm, or advise it."""
_OUTLET = re.compile("^(?:记者|讯|消息|电(?!子)|报道)| reporter| correspondent")


@dataclass(frozen=True, slots=True)
class _Known:
    """What of the article is known at a sentence: text, labels, how often each name was used."""

    key: str
    labels: Labels
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of: its names in order."""

    slots: tuple[Slot, ...]


def with_references(
    article: Article, key: str, named: Slots, entities: tuple[Entity, ...]
) -> Slots:
    """The named slots and, among them, the words that refer to a name of before."""
    labels = Labels.of(entities)
    firms = short_firms(entities, article.text)
    found: list[Slot] = []
    spoken: list[Spoken] = []
    people: dict[str, None] = {}  # keys, the last spoken of last
    known = _Known(key, labels, Counter())
    credited = {
        slot.key
        for credit in article.credits
        for slot in named.items
        if slot.span.overlaps(credit.name)
    }
    for sentence in article.sentences:
        names = tuple(
            slot
            for slot in named.inside(sentence.span)
            if slot.key not in credited and not _is_outlet(slot, key)
        )
        new: list[Slot] = []
        before = [item.slots for item in reversed(spoken[-_REACH:])]
        known.counts.update(slot.key for slot in names)
        for reference, span in _expressions(sentence, key):
            if named.free(span):
                slot = _antecedent(reference, span, (names, *before), known)
                new.extend([slot] if slot is not None else [])
        for slot in names:
            if slot.type is EntityType.PERSON:
                people.pop(slot.key, None)
                people[slot.key] = None
        new.extend(_short_names(sentence, key, named, people, labels))
        if sentence.language is LanguageTag.EN:
            new.extend(alone(firms, key, sentence.span, named))
        found.extend(new)
        spoken.append(Spoken(tuple(sorted([*names, *new], key=lambda slot: slot.span))))
    return Slots.of([*named.items, *found])


def wholes(slot: Slot, labels: Labels) -> tuple[Slot, ...]:
    """The slot, and the organization whose department's name it is, longest name first.

    A name that only stands inside a longer one has no slot of its own: 甲医院 in 甲医院肿瘤科. In
    English it has one: the department stands behind an *of* or a possessive.
    """
    label = labels.get(slot.key, "")
    if slot.type is not EntityType.ORGANIZATION or len(label) < _SHORTEST_PART or label.isascii():
        return (slot,)
    parent = labels.longest_beginning(label, _SHORTEST_WHOLE)
    return (slot,) if parent is None else (slot, replace(slot, key=parent))


def is_firm(label: str) -> bool:
    """Whether the name of an organization may be that of a company."""
    return not NO_FIRM.search(label)


def is_governed(key: str, slot: Slot) -> bool:
    """Whether a preposition stands before a name, so that its sentence is about something else."""
    return bool(_GOVERNED.search(key[max(0, slot.span.start - _BEFORE) : slot.span.start]))


def is_passing(key: str, span: Span) -> bool:
    """Whether a firm is but a former employer, a customer or a backer: 公司 hardly means it."""
    start, end = span.start, span.end
    return bool(
        _PASSING.search(key, max(0, start - _BEFORE), start) or _BACKS.match(key, end, end + 40)
    )


def _is_outlet(slot: Slot, key: str) -> bool:
    """An outlet that only reports is not what the text speaks of."""
    return slot.type is EntityType.ORGANIZATION and bool(
        _OUTLET.search(key[slot.span.end : slot.span.end + 3])
    )


def _expressions(sentence: Sentence, key: str) -> list[tuple[Reference, Span]]:
    references = _EN_TABLE if sentence.language is LanguageTag.EN else _ZH_TABLE
    text, base = sentence.span.of(key), sentence.span.start
    return [
        (reference, Span(base + start, base + end))
        for reference in references.possible(text)
        for match in reference.pattern.finditer(text)
        for start, end in [match.span("w" if match.groupdict().get("w") else 0)]
    ]


def _antecedent(
    reference: Reference,
    span: Span,
    sentences: tuple[tuple[Slot, ...], ...],
    known: _Known,
) -> Slot | None:
    """The first fitting name of the nearest sentence: what it is about, rather than its detail.

    A word for a firm (该公司, the company) stands for the firm that is spoken of most.
    """
    last: Slot | None = None
    for slots in sentences:
        fitting = [
            whole
            for slot in slots
            if slot.span.end <= span.start
            for whole in wholes(slot, known.labels)
            if _fits(reference, whole, known.labels)
        ]
        if fitting:
            # A person referred to is the last who acted; a thing is the topic of its sentence.
            heads = [slot for slot in fitting if not is_governed(known.key, slot)]
            fitting = heads or fitting
            if reference.misfits is NO_FIRM:
                own = [slot for slot in fitting if not is_passing(known.key, slot.span)]
                if not own:
                    last = last or max(fitting, key=lambda slot: known.counts[slot.key])
                    continue
                fitting = own
                chosen = max(fitting, key=lambda slot: known.counts[slot.key])
            else:
                chosen = fitting[-1] if reference.type is EntityType.PERSON else fitting[0]
            return Slot(span, reference.type, chosen.key, referring=True)
    return None if last is None else Slot(span, reference.type, last.key, referring=True)


def _fits(reference: Reference, slot: Slot, labels: dict[str, str]) -> bool:
    if slot.type is not reference.type:
        return False
    label = labels.get(slot.key, "")
    if reference.fits is not None and not reference.fits.search(label):
        return False
    return reference.misfits is None or not reference.misfits.search(label)


def _short_names(
    sentence: Sentence,
    key: str,
    named: Slots,
    people: dict[str, None],
    labels: dict[str, str],
) -> list[Slot]:
    """A surname with a title, or alone beside a verb of speech: 陈总, Reed said."""
    english = sentence.language is LanguageTag.EN
    pattern = _EN_SURNAME if english else _ZH_TITLED
    found = []
    for match in pattern.finditer(sentence.span.of(key)):
        group = match.lastgroup
        if group is None:
            continue
        start, end = (match.start(), match.end()) if not english else match.span(group)
        span = Span(sentence.span.start + start, sentence.span.start + end)
        if not named.free(span) or not _stands_alone(key, span, english=english):
            continue
        whom = next(
            (k for k in reversed(people) if _is_part(match[group], labels.get(k, ""))), None
        )
        if whom is not None:
            kept = span if english else Span(span.start, span.start + 1)
            found.append(Slot(kept, EntityType.PERSON, whom, referring=True))
    return found


def _stands_alone(key: str, span: Span, *, english: bool) -> bool:
    """A surname with a title begins a clause in Chinese, else its character is part of a word.

    In English no other capitalised word stands before it, else both are one name.
    """
    if english:
        return not _CAPITAL_BEFORE.search(key, max(0, span.start - 24), span.start)
    return span.start == 0 or key[span.start - 1] in "，。；：“”！？,;:\n据向对由"


def _is_part(short: str, name: str) -> bool:
    words = name.split()
    return short in words if len(words) > 1 else name.startswith(short)
