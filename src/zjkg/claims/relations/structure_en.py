"""Verb frames of English for where things are, belong and come from."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.relations.places import COUNTRIES
from zjkg.claims.relations.rules import RelationRule, en_rule
from zjkg.model import Predicate

_SUBJECT = "(?<!by )(?<!by the )(?<!of )(?<!of the )"
_ASIDE = "(?:, [^.;:!?,]{1,80}?,)?"
_THE = "(?:the |a |an |its |their )?"

_CITY = re.compile(f"^(?!{COUNTRIES}$)", re.IGNORECASE)

EN_STRUCTURE: Final[tuple[RelationRule, ...]] = (
    # locatedIn
    en_rule(
        "located",
        Predicate.LOCATED_IN,
        rf"{_SUBJECT}(?P<s>%SITED){_ASIDE},?~\b(?P<v>located|based|headquartered|situated"
        "|settled|housed|settling) "
        rf"(?:in|at|inside|within) {_THE}(?P<o>%SITE)",
    ),
    en_rule("based", Predicate.LOCATED_IN, r"(?P<o>@SITE)-(?P<v>based|headquartered) ~(?P<s>%ORG)"),
    en_rule(
        "based-maker",
        Predicate.LOCATED_IN,
        r"(?P<s>@ORG), (?:a|an|the|its) (?:(?!of|by|from)[\w-]+ ){0,3}(?P<o>@SITE)-"
        "(?P<v>based|headquartered)",
    ),
    en_rule(
        "city-firm",
        Predicate.LOCATED_IN,
        r"(?P<o>@PLACE) (?:[\w-]+ ){0,3}(?P<v>start-?up|firm|company|biotech|drugmaker),? "
        "(?P<s>@ORG)",
        object_form=_CITY,
    ),
    en_rule(
        "city-firm-aside",
        Predicate.LOCATED_IN,
        r"(?P<s>@ORG), (?:a|an|the) (?P<o>@PLACE) (?:[\w-]+ ){0,3}"
        r"(?P<v>start-?up|firm|company|biotech|drugmaker|maker|developer|group)",
        object_form=_CITY,
    ),
    en_rule(
        "located-first",
        Predicate.LOCATED_IN,
        r"\b(?P<v>located|based|headquartered|situated|nestled) (?:in|at|inside|within) "
        rf"{_THE}(?P<o>@SITE), (?:the )?(?P<s>@ORG|@PARK)",
    ),
    en_rule(
        "based-in",
        Predicate.LOCATED_IN,
        r"(?P<s>@ORG)(?:, which is| which is|,| \()? ?(?P<v>based|headquartered|located) (?:in|at) "
        f"{_THE}(?P<o>@SITE)",
    ),
    en_rule(
        "tenants",
        Predicate.LOCATED_IN,
        r"(?P<o>@PARK)'s? (?:[\w-]+ ){0,3}(?P<v>tenants?|residents?|companies|occupants?)\b"
        r"[^.;:!?@]{0,30}? (?:include|are|is|includes|such as|including) (?P<s>%ORG)",
    ),
    en_rule(
        "park-tenant",
        Predicate.LOCATED_IN,
        r"\b(?:park|campus|cluster|hub) (?P<v>tenants?|residents?|companies|firms?) (?P<s>%ORG)",
        of_topic=True,
    ),
    en_rule(
        "tenant",
        Predicate.LOCATED_IN,
        r"(?P<s>@ORG), (?:a|an|one of the|the) (?:[\w-]+ ){0,3}"
        rf"(?P<v>tenants?|residents?|occupants?) (?:of|at|in) {_THE}(?P<o>@PARK)",
    ),
    # partOf
    en_rule(
        "part",
        Predicate.PART_OF,
        r"(?P<s>@ANY)~\b(?P<v>part|division|unit|department|arm|sub-?forum) of ~(?P<o>@ANY)",
    ),
    en_rule(
        "consists",
        Predicate.PART_OF,
        r"(?P<o>@PARK)~\b(?P<v>consists of|comprises|includes|is made up of)\b~(?P<s>%PARK)",
    ),
    # memberOf
    en_rule(
        "member", Predicate.MEMBER_OF, rf"(?P<s>%AGENT)~\b(?P<v>members?) of {_THE}(?P<o>@ORG)"
    ),
    en_rule(
        "members",
        Predicate.MEMBER_OF,
        rf"\b[Mm]embers of {_THE}(?P<o>@ORG)[^.;:!?@]{{0,24}}?"
        r"\b(?P<v>include|are|includes|including)\b[^.;:!?@,]{0,24}?(?P<s>%AGENT)",
    ),
    en_rule(
        "members-of",
        Predicate.MEMBER_OF,
        r"(?P<o>@ORG)(?:'s?|, whose) (?:[\w-]+ ){0,3}(?P<v>members) "
        r"(?:include|are|including)\b[^.;:!?@,]{0,24}?(?P<s>%AGENT)",
    ),
    # founderOf
    en_rule(
        "founded-with",
        Predicate.FOUNDER_OF,
        r"\b(?P<v>(?:co-)?founded|set up|established|started)\b[^.;:!?@]{0,20}?(?P<o>@ORG)"
        r"[^.;:!?@]{0,20}? with [^.;:!?]{0,60}?(?P<s>@PERSON)",
    ),
    en_rule(
        "the-founder",
        Predicate.FOUNDER_OF,
        r"\b(?:the|its|their) (?P<v>(?:co-)?founders?)(?: and [\w -]{3,30})?,? (?P<s>%PERSON)",
        of_topic=True,
    ),
    # compiledBy
)
