"""Words that stand for something spoken of before: 该公司, 园区, 他, the company, Shi."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.claims.names import Slot, Slots
from zjkg.folding import simplified
from zjkg.model import Article, Entity, EntityType, LanguageTag, Sentence, Span

_REACH = 4
"""How many sentences back a reference may look."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A referring expression, the type it refers to, and how a name that it fits ends."""

    pattern: re.Pattern[str]
    type: EntityType
    fits: re.Pattern[str] | None = None
    misfits: re.Pattern[str] | None = None


_NO_FIRM = re.compile(
    "(?:基金|创投|资本|大学|学院|医院|研究所|研究院|实验室|局|委员会|办公室|政府|联盟|协会|学会|商会|[委办部所院校报社网台])$"
    r"|\b(?:university|institute|hospital|administration|commission|government|alliance"
    r"|association|ministry|bureau|daily|times|news|agency)\b",
    re.IGNORECASE,
)
_ZH_START = "(?:(?<=[，。；：“”「」！？,;:])|^)"
_ZH: Final = (
    _Reference(
        re.compile(
            "(?:该|这家|此家|本)(?:公司|企业|集团|药企|机构)"
            f"|{_ZH_START}(?:公司|集团)(?=[^、，。；])"
        ),
        EntityType.ORGANIZATION,
        misfits=_NO_FIRM,
    ),
    _Reference(
        re.compile("该(?:医院|院)"), EntityType.ORGANIZATION, fits=re.compile("(?:医院|院)$")
    ),
    _Reference(
        re.compile("该(?:校|大学)"), EntityType.ORGANIZATION, fits=re.compile("(?:大学|学院|校)$")
    ),
    _Reference(re.compile("该所"), EntityType.ORGANIZATION, fits=re.compile("所$")),
    _Reference(
        re.compile(f"(?:该|此)联盟|{_ZH_START}联盟(?=由)"),
        EntityType.ORGANIZATION,
        fits=re.compile("联盟|聯盟"),
    ),
    _Reference(re.compile("该基金"), EntityType.ORGANIZATION, fits=re.compile("基金")),
    _Reference(
        re.compile(
            f"(?:该|此|本)(?:园区|产业园|园|基地|科技园|孵化器)|{_ZH_START}(?:目前，?)?(?P<w>园区)"
            "(?=[^、，。；内外])"
        ),
        EntityType.PARK,
    ),
    _Reference(re.compile("(?:该|此|这一)指数"), EntityType.INDEX),
    _Reference(re.compile("(?:该|此)(?:药物|药|产品|平台|疗法|品种)"), EntityType.PRODUCT),
    _Reference(re.compile("(?:该|此|这一)(?:项目|计划)"), EntityType.PROJECT),
    _Reference(re.compile("(?:该|本届|此次)(?:大会|峰会|论坛|活动|博览会|展会)"), EntityType.EVENT),
    _Reference(
        re.compile(f"{_ZH_START}(?P<w>[他她])(?=[^们])|(?<=[由据在])[他她](?!们)"),
        EntityType.PERSON,
    ),
)
_EN_SAYS = "said|says|added|adds|noted|notes|told|tells|explained|explains|stressed|continued"
_EN: Final = (
    _Reference(
        re.compile(r"\b(?:the|this) (?:company|firm|group|drugmaker|start-?up)\b", re.IGNORECASE),
        EntityType.ORGANIZATION,
        misfits=_NO_FIRM,
    ),
    _Reference(
        re.compile(r"\b(?:the|this) (?:institute|university|hospital|alliance)\b", re.IGNORECASE),
        EntityType.ORGANIZATION,
        fits=re.compile("institute|university|hospital|alliance", re.IGNORECASE),
    ),
    _Reference(re.compile(r"\b(?:the|this) park\b", re.IGNORECASE), EntityType.PARK),
    _Reference(
        re.compile(r"\b(?:the|this) (?:event|summit|forum|conference|expo)\b", re.IGNORECASE),
        EntityType.EVENT,
    ),
    _Reference(re.compile(r"\b(?:the|this) index\b", re.IGNORECASE), EntityType.INDEX),
    _Reference(
        re.compile(rf"\b(?:[Hh]e|[Ss]he)(?= (?:\w+ly )?(?:{_EN_SAYS}))"),
        EntityType.PERSON,
    ),
    _Reference(re.compile(r"(?<=said )(?:he|she)\b|(?<=added )(?:he|she)\b"), EntityType.PERSON),
)
_ZH_TITLED = re.compile(
    "(?P<name>[一-鿿])(?:总|博士|教授|院士|所长|院长|主任|董事长|先生|女士|书记|局长)(?=[^，。；、监理]|，)"
)
_EN_SURNAME = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.? )(?P<title>[A-Z][a-z]+)"
    rf"|\b(?P<before>[A-Z][a-z]+)(?= (?:{_EN_SAYS}))"
    r"|(?<=said )(?P<after>[A-Z][a-z]+)(?=[.,\"”])"
)
_OUTLET = re.compile("^(?:记者|讯|消息|电(?!子)|报道)| reporter| correspondent")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of: its names in order."""

    slots: tuple[Slot, ...]


def with_references(
    article: Article, key: str, named: Slots, entities: tuple[Entity, ...]
) -> Slots:
    """The named slots and, among them, the words that refer to a name of before."""
    labels = {entity.key: simplified(entity.names[0].text) for entity in entities if entity.names}
    found: list[Slot] = []
    spoken: list[Spoken] = []
    people: dict[str, None] = {}  # keys, the last spoken of last
    for sentence in article.sentences:
        names = tuple(s for s in named.inside(sentence.span) if not _is_outlet(s, key))
        new: list[Slot] = []
        for reference, span in _expressions(sentence, key):
            if named.free(span):
                slot = _antecedent(reference, span, names, spoken, labels)
                new.extend([slot] if slot is not None else [])
        for slot in names:
            if slot.type is EntityType.PERSON:
                people.pop(slot.key, None)
                people[slot.key] = None
        new.extend(_short_names(sentence, key, named, people, labels))
        found.extend(new)
        spoken.append(Spoken(tuple(sorted([*names, *new], key=lambda slot: slot.span))))
    return Slots.of([*named.items, *found])


def _is_outlet(slot: Slot, key: str) -> bool:
    """An outlet that only reports is not what the text speaks of."""
    return slot.type is EntityType.ORGANIZATION and bool(
        _OUTLET.search(key[slot.span.end : slot.span.end + 3])
    )


def _expressions(sentence: Sentence, key: str) -> list[tuple[_Reference, Span]]:
    references = _EN if sentence.language is LanguageTag.EN else _ZH
    text, base = sentence.span.of(key), sentence.span.start
    return [
        (reference, Span(base + start, base + end))
        for reference in references
        for match in reference.pattern.finditer(text)
        for start, end in [match.span("w" if match.groupdict().get("w") else 0)]
    ]


def _antecedent(
    reference: _Reference,
    span: Span,
    names: tuple[Slot, ...],
    spoken: list[Spoken],
    labels: dict[str, str],
) -> Slot | None:
    """The first fitting name of the nearest sentence: what it is about, rather than its detail."""
    here = tuple(slot for slot in names if slot.span.end <= span.start)
    for slots in (here, *(item.slots for item in reversed(spoken[-_REACH:]))):
        fitting = [slot for slot in slots if _fits(reference, slot, labels)]
        if fitting:
            # A person referred to is the last who acted; a thing is the topic of its sentence.
            chosen = fitting[-1] if reference.type is EntityType.PERSON else fitting[0]
            return Slot(span, reference.type, chosen.key, referring=True)
    return None


def _fits(reference: _Reference, slot: Slot, labels: dict[str, str]) -> bool:
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
    """A surname with a title, or alone beside a verb of speech: 陈总, Shi said."""
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
    """A surname with a title begins a clause in Chinese, else its character is part of a word."""
    return english or span.start == 0 or key[span.start - 1] in "，。；：“”！？,;:\n据向对由"


def _is_part(short: str, name: str) -> bool:
    words = name.split()
    return short in words if len(words) > 1 else name.startswith(short)
