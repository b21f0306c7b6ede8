"""The things that a Chinese article names, as the whole text shows them: names, kinds, sizes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from zjkg.claims.observations.chinese.kinds import Kind, kind_of
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType

SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
_OFTEN = 3
_PROPER = re.compile(r"(?:园区?|[科生药港]\w?城|谷|岛)\Z")
_LEADS = 24
"""How many of the things named most may be meant wherever the text stands."""
_OF_ISSUER = re.compile(r"[全我]([区市县省])(?!别|域|级|里|人)")
_GROUP = re.compile(
    r"(?:\A[两二三四五六七八九十几各][个座]?|[两三四五六七八九十]大)(?:科[学技])?(?:园区?|省|市|地|区)\Z"
)
_FIRM = re.compile(r"(?:公司|科技|生物|医药|制药|药业|医疗|生技|生医)\Z")
"""How the names of firms end; such a name is no slip of the reader."""
_DEVELOPER = re.compile(
    r"(?:园区?|城|谷|岛|港|湾|片区)(?:[^科技生物医药]{0,8}(?:开发|发展|建设|建投|运营|管理|产业))?[^，]{0,6}(?:公司|集团)\Z"
)
"""The name of a company that develops a site: 某某园开发有限公司."""


class Cast:
    """Everything named in an article; nothing here depends on how far the text was read."""

    def __init__(self, text: Text) -> None:
        self.types = {item.entity: item.type for item in text.named}
        self.order = {key: at for at, key in enumerate(self.types)}
        self.sizes = dict.fromkeys(self.types, 0)
        names: dict[str, dict[str, None]] = {key: {} for key in self.types}
        for item in text.named:
            self.sizes[item.entity] += 1
            names[item.entity][item.span.of(text.key)] = None
        self.names = {key: tuple(found) for key, found in names.items()}
        self.longest = {key: max(found, key=len) for key, found in self.names.items()}
        self.kinds = {key: kind_of(self.types[key], name) for key, name in self.longest.items()}
        by_size = sorted(self.types, key=lambda key: -self.sizes[key])
        self.leads = frozenset(by_size[:_LEADS])
        self.sites = tuple(key for key in by_size if self.types[key] in SITES)
        self.parks = tuple(key for key in by_size if self.types[key] is EntityType.PARK)
        self.has_district = any(
            name.endswith("区") and not name.endswith("园区")
            for key in self.sites
            for name in self.names[key]
        )
        self.has_proper_park = any(map(self.is_proper_park, self.parks))
        self.main = self._main(by_size)
        self.main_firm = next((k for k in by_size if self.kinds[k] is Kind.FIRM), None)
        if self.main_firm not in self.main:
            self.main_firm = None
        self.main_person = self._main_person(by_size)
        self.doubtful = frozenset(
            key
            for key in text.doubtful & self.longest.keys()
            if not _FIRM.search(self.longest[key])
        )
        self.issuer = self._issuer(text.key)
        self.groups = frozenset(key for key in self.types if all(map(_GROUP.search, names[key])))
        self._called: dict[str, list[str]] = {}
        for key in sorted(self.sites, key=lambda key: self.order[key]):
            for name in self.names[key]:
                self._called.setdefault(name, []).append(key)
        self._park_tails = {
            name[at:] for key in self.parks for name in self.names[key] for at in range(len(name))
        }

    def _main_person(self, by_size: list[str]) -> str | None:
        """The person whom the text is about: named often, and more often than any firm."""
        bodies = {EntityType.PERSON, EntityType.ORGANIZATION}
        most = next((key for key in by_size if self.types[key] in bodies), None)
        if most is None or self.types[most] is not EntityType.PERSON:
            return None
        return most if self.sizes[most] > _OFTEN else None

    def _issuer(self, key: str) -> str | None:
        """The district that a bulletin speaks for: one that says 全区, 我市 again and again."""
        level = Counter(match[1] for match in _OF_ISSUER.finditer(key)).most_common(1)
        if not level or level[0][1] < _OFTEN:
            return None
        fitting = (
            each
            for each in self.sites
            if self.types[each] is EntityType.PLACE and self.longest[each].endswith(level[0][0])
        )
        return next(fitting, None)

    def site_inside(self, entity: str) -> str | None:
        """The park or place with the longest name inside the name of an office or of a plan."""
        whole = self.longest[entity]
        for size in range(len(whole), 0, -1):
            found = [
                key
                for start in range(len(whole) - size + 1)
                for key in self._called.get(whole[start : start + size], ())
                if key != entity
            ]
            if found:
                return min(found, key=lambda key: self.order[key])
        return None

    def develops_site(self, entity: str) -> bool:
        """Whether the name of a company says that it develops the site inside it."""
        return any(map(_DEVELOPER.search, self.names[entity]))

    def ends(self, entity: str, tail: str) -> bool:
        """Whether a name of an entity ends so: 该局, 该协会."""
        return any(name.endswith(tail) for name in self.names[entity])

    def is_proper_park(self, entity: str) -> bool:
        """Whether a park is called one, not a zone or district: 某某科技园, 某某谷."""
        return any(map(_PROPER.search, self.names[entity]))

    def has_park(self, tail: str) -> bool:
        """Whether the name of a park ends so: 生物城."""
        return tail in self._park_tails

    def _main(self, by_size: list[str]) -> frozenset[str]:
        """The thing of each kind that the text names most, where it does so often."""
        first: dict[Kind, str] = {}
        for key in by_size:
            first.setdefault(self.kinds[key], key)
        return frozenset(key for key in first.values() if self.sizes[key] >= _OFTEN)
