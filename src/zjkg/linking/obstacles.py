"""Why two local entities cannot be one thing, whatever their names say."""

from __future__ import annotations

from zjkg.errors import Bilingual
from zjkg.linking.profiles import Naming, Profile
from zjkg.linking.things import Things
from zjkg.model import EntityType

TYPES = Bilingual("they are of different types", "类型不同")
EMPLOYERS = Bilingual("same name, but different employers", "同名，但任职单位不同")
EDITIONS = Bilingual("they are different editions of a series", "属于同一系列的不同届次")
WHOLE = Bilingual(
    "an article says that one is a part or subsidiary of the other",
    "有文章说明一方是另一方的组成部分或子公司",
)
ONE_ARTICLE = Bilingual(
    "an article that names both tells them apart", "有文章同时提到两者，并未视为同一"
)
AUTHORITY = Bilingual("the authority lists them apart", "权威文件中是两个不同条目")


def obstacle(a: Profile, b: Profile, things: Things) -> Bilingual | None:
    """What stands against the pair, or None."""
    if a.type is not b.type:
        return TYPES
    if a.key.source == b.key.source:
        return ONE_ARTICLE
    if a.type is EntityType.EVENT and _are_editions(a.naming, b.naming):
        return EDITIONS
    if _is_inside(a, b, things) or _is_inside(b, a, things):
        return WHOLE
    if a.type is EntityType.PERSON:
        mine, others = things.of(a.employers), things.of(b.employers)
        if mine and others and not mine & others and not is_one_house(a, b):
            return EMPLOYERS
    return None


def is_one_house(a: Profile, b: Profile) -> bool:
    """Whether two employers bear one brand and the post is the same: a chair of both firms."""
    return bool(a.houses & b.houses and a.posts & b.posts)


def _are_editions(a: Naming, b: Naming) -> bool:
    return bool(a.editions and b.editions and not a.editions & b.editions)


def _is_inside(part: Profile, whole: Profile, things: Things) -> bool:
    """Whether the part's article says that it belongs to what the whole is known to be."""
    return bool(part.wholes and things.of([whole.key]) & things.of(part.wholes))
