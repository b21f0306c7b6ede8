"""Mentions of one article → the things that this article speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zjkg.folding import match_key
from zjkg.linking.names import core, is_short_form
from zjkg.linking.offices import OFFICES
from zjkg.linking.pairs_within import longer_names
from zjkg.model import Article, Entity, EntityType, LanguageTag, Mention, Name, Recognition
from zjkg.partition import Partition

_NEVER_SHORTENED = (EntityType.PRODUCT, EntityType.POLICY)


def entities(article: Article, recognition: Recognition) -> tuple[Entity, ...]:
    """Group an article's mentions into entities.

    Same folded name and type are one; a declared abbreviation joins its long form; an undeclared
    short form joins the one longer name that it can stand for, or stays alone where several can.
    """
    mentions = recognition.mentions
    partition = Partition(range(len(mentions)))
    _join_same_names(article, mentions, partition)
    _join_declared(recognition, partition)
    _join_short_forms(article, mentions, partition)
    groups = sorted(partition.groups(), key=lambda group: mentions[group[0]].span)
    return tuple(
        _entity(article, mentions, f"e{number}", group) for number, group in enumerate(groups)
    )


def _join_same_names(
    article: Article, mentions: tuple[Mention, ...], partition: Partition[int]
) -> None:
    first: dict[tuple[EntityType, str], int] = {}
    for index, mention in enumerate(mentions):
        name = mention.span.of(article.text)
        for key in (match_key(name), core(name, mention.type).rest):
            if core(name, mention.type).place is None or key == match_key(name):
                partition.join(first.setdefault((mention.type, key), index), index)


def _join_declared(recognition: Recognition, partition: Partition[int]) -> None:
    at = {mention.span: index for index, mention in enumerate(recognition.mentions)}
    for declared in recognition.abbreviations:
        if declared.long in at and declared.short in at:
            long, short = at[declared.long], at[declared.short]
            if recognition.mentions[long].type is recognition.mentions[short].type:
                partition.join(long, short)


def _join_short_forms(
    article: Article, mentions: tuple[Mention, ...], partition: Partition[int]
) -> None:
    for kind, names in _names_by_type(article, mentions).items():
        if kind in _NEVER_SHORTENED:
            continue
        # The longest first: a short form of a short form then has one thing to stand for.
        pairs = longer_names(names, kind)
        for short, index in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
            longer = {
                partition.find(names[long])
                for long in pairs[short]
                if (is_short_form(short, long, kind) and not _is_university_of_place(short, kind))
                or _stands_for(short, long, kind)
            }
            if len(longer) == 1:
                partition.join(longer.pop(), index)


def _is_university_of_place(name: str, kind: EntityType) -> bool:
    """Whether a city's own university is meant: 香港大学 is not short for 香港中文大学."""
    parts = core(name, kind)
    return parts.place is not None and parts.rest == match_key("大学")


def _stands_for(short: str, long: str, kind: EntityType) -> bool:
    """Short forms that keep the kind of an office, the name of an area or a family name inside."""
    if kind is EntityType.ORGANIZATION:
        return _is_behind_place(short, long) or _office_of_shortened(
            match_key(short), match_key(long)
        )
    if kind is EntityType.PLACE:
        return match_key(long) in {match_key(short) + match_key(area) for area in _AREAS}
    words = long.split()  # Alison Kwok Pui-yan is also Kwok
    return kind is EntityType.PERSON and len(words) > _TWO and short in words[1:-1]


def _is_behind_place(short: str, long: str) -> bool:
    """Yuanheng of Wuhan Yuanheng Cell Technology: the first word behind the city."""
    placed = len(long.split()) > _TWO and core(long, EntityType.ORGANIZATION).place is not None
    return placed and long.isascii() and long.split()[1] == short


_AREAS = ("新片区", "片区", "自贸区新片区", "地区")
_TWO = 2


def _office_of_shortened(short: str, long: str) -> bool:
    """竹科管理局 of 新竹科学园区管理局: the same office, its area by some of its characters."""
    for office in OFFICES:
        if len(short) < len(long) and short.endswith(office) and long.endswith(office):
            area, rest = short.removesuffix(office), iter(long.removesuffix(office))
            return len(area) >= _TWO and all(char in rest for char in area)
    return False


def _names_by_type(
    article: Article, mentions: tuple[Mention, ...]
) -> dict[EntityType, dict[str, int]]:
    names: dict[EntityType, dict[str, int]] = {}
    for index, mention in enumerate(mentions):
        names.setdefault(mention.type, {}).setdefault(mention.span.of(article.text), index)
    return names


def _entity(article: Article, mentions: tuple[Mention, ...], key: str, group: list[int]) -> Entity:
    names = sorted(
        _names(article, mentions, group),
        key=lambda name: (_is_foreign(name, article), -len(name.text), name.span),
    )
    kinds = Counter(mentions[index].type for index in group)
    kind = min(kinds, key=lambda each: (-kinds[each], each))
    return Entity(key, kind, tuple(names), tuple(sorted(group, key=lambda i: mentions[i].span)))


def _is_foreign(name: Name, article: Article) -> bool:
    """Whether a name is in English in a Chinese article, or the other way round."""
    return (name.language is LanguageTag.EN) is not (article.language is LanguageTag.EN)


def _names(article: Article, mentions: tuple[Mention, ...], group: list[int]) -> Iterator[Name]:
    seen: set[str] = set()
    for index in sorted(group, key=lambda each: mentions[each].span):
        text = mentions[index].span.of(article.text)
        if text not in seen:
            seen.add(text)
            yield Name(text, _language(text, article), mentions[index].span)


def _language(name: str, article: Article) -> LanguageTag:
    """A name without a Han character is English; else it is in the article's script."""
    has_han = any("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in name)
    if not has_han:
        return LanguageTag.EN
    return article.language if article.language is not LanguageTag.EN else LanguageTag.HANS
