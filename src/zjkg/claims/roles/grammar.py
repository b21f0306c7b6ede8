"""The shape of a rule that says how a text names who holds a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Holder(Enum):
    """Who holds the post: the people of the match, or the person spoken of before it.

    ``EACH``: the first of the people the first post, the second the second.
    """

    NAMED = "named"
    EACH = "each"
    BEFORE = "before"


class Employer(Enum):
    """Where the organization of a match without one is looked for.

    ``SUBJECT``: the organization that makes the appointment. ``TOPIC``: the one spoken of.
    ``NONE``: nowhere.
    """

    SUBJECT = "subject"
    TOPIC = "topic"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A pattern with the groups ``o`` organization, ``d`` department, ``p`` people, ``posts``."""

    id: str
    pattern: re.Pattern[str]
    employer: Employer = Employer.TOPIC
    holder: Holder = Holder.NAMED
