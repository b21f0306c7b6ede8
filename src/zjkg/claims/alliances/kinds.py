"""Words of kind: what makes an organization an alliance, and which part a word names."""

from __future__ import annotations

import re
from typing import Final

from zjkg.folding import simplified
from zjkg.model import Entity, EntityType, Part

# 协会 and 联合会 are associations with a body of their own, 欧洲联盟 is a union of states.
_NAME: Final = re.compile(
    r"(?<!欧洲)(?<!非洲)(?<!国家)(?:联盟|联合体|协作体|协作网|协作网络)\Z"
    r"|\b(?:alliance|consortium|coalition)\b(?: (?:for|of|on|in|against|to)\b.*)?\Z",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"联盟|联合体|\b(?:alliance|consortium|coalition)\b", re.IGNORECASE)
_KINDS: Final = tuple(
    (part, re.compile(words, re.IGNORECASE))
    for part, words in (
        (Part.INITIATOR, "发起|倡议|倡导|initiat|propos|launch"),
        (
            Part.FOUNDER,
            "创始|创立|创办|创建|组建|筹建|成立|设立|found|establish|set up|creat|formed",
        ),
        (
            Part.LEADER,
            r"牵头|主导|领衔|(?<!副)(?:理事长|会长)|\ble[ad]|\bhead|chair|conven|spearhead",
        ),
        (
            Part.MEMBER,
            "成员|会员|盟员|加入|入盟|加盟|副理事长|副会长|理事(?!长)|member|join",
        ),
        (Part.SUPPORTER, r"支持|指导|support|\bback|sponsor"),
    )
)


def alliances_of(entities: tuple[Entity, ...]) -> tuple[str, ...]:
    """The keys of the organizations that one of their names calls an alliance, in order."""
    return tuple(
        entity.key
        for entity in entities
        if entity.type is EntityType.ORGANIZATION
        and any(_NAME.search(simplified(name.text)) for name in entity.names)
    )


def parts_in(words: str) -> tuple[Part, ...]:
    """The parts that words name: 牵头发起 leads and initiates; none for other words."""
    return tuple(part for part, pattern in _KINDS if pattern.search(words))
