"""Verb frames of English for what organizations and persons do."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.rules import RelationRule, en_rule
from zjkg.model import EntityType, Predicate

_THE = "(?:the |a |an |its |their )?"
_SAY = "(?:said|says|told|noted|added|explained|stressed|announced|spoke|delivered)"


EN_ACTS: Final[tuple[RelationRule, ...]] = (
    # develops
    en_rule("own", Predicate.DEVELOPS, r"(?P<s>@ORG)(?P<v>'s?)(?: [\w-]+){0,5}? (?P<o>%PRODUCT)"),
    en_rule(
        "developed-with",
        Predicate.DEVELOPS,
        r"(?P<o>@PRODUCT)[^.;:!?@]{0,40}?\b(?P<v>developed|co-developed|together|jointly|created"
        r"|partnership|collaboration)\b[^.;:!?@,]{0,16}? with (?:the )?(?P<s>%ORG)",
    ),
    en_rule(
        "developing-with",
        Predicate.DEVELOPS,
        r"\b(?:co-)?develop\w*\b[^.;:!?@]{0,40}?(?P<o>@PRODUCT)[^.;:!?@,]{0,20}?(?P<v> with) "
        r"(?:the )?(?P<s>%ORG)",
    ),
    en_rule(
        "own-appositive",
        Predicate.DEVELOPS,
        r"(?P<o>@PRODUCT), (?P<v>its|their) ",
    ),
    en_rule(
        "whose-product",
        Predicate.DEVELOPS,
        r"(?P<s>@ORG), (?P<v>whose) (?:[\w-]+ ){0,5}(?P<o>%PRODUCT)",
    ),
    en_rule(
        "maker",
        Predicate.DEVELOPS,
        r"(?P<s>@ORG), (?:the |a |an )?(?:[\w-]+ ){0,4}"
        r"(?P<v>maker|developer|inventor|originator) of (?:[\w-]+ ){0,4}(?P<o>%PRODUCT)",
    ),
    en_rule(
        "grants-product",
        Predicate.DEVELOPS,
        r"(?P<s>@ORG)~\b(?:granted|grants|gave|gives|out-licen[sc]ed)\b[^.;:!?]{0,60}?"
        r"\b(?P<v>rights?|licen[cs]e) (?:to|for) (?:[\w-]+ ){0,4}(?P<o>@PRODUCT)",
    ),
    en_rule(
        "own-aside",
        Predicate.DEVELOPS,
        r"(?P<o>@PRODUCT), (?P<s>@ORG)(?P<v>'s?) ",
    ),
    # acquires
    en_rule(
        "acquisition",
        Predicate.ACQUIRES,
        rf"(?P<s>@ORG)(?:'s?)?~ (?P<v>acquisition|takeover|purchase) of {_THE}(?P<o>%ORG)",
    ),
    # invests
    en_rule(
        "investors-in",
        Predicate.INVESTS,
        rf"(?P<s>%ORG)~\b(?P<v>investors?|shareholders?|backers?) (?:in|of) {_THE}(?P<o>@ORG)",
    ),
    en_rule(
        "round-led",
        Predicate.INVESTS,
        r"\b(?:round|financing|funding|investment|raise)\b[^.;:!?@]{0,40}?"
        r"\b(?P<v>(?:co-)?led|backed|anchored|headed) by (?:the )?(?P<s>%ORG)",
        of_topic=True,
    ),
    en_rule(
        "round-joined",
        Predicate.INVESTS,
        r"\b(?P<v>participation (?:from|by|of)|joined by|investors?,? (?:including|such as)"
        r"|rais(?:ed|ing)\b[^.;:!?@]{0,40}? from) (?:the )?(?:[a-z-]+ ){0,4}(?P<s>%ORG)",
        of_topic=True,
    ),
    en_rule(
        "its-shares",
        Predicate.INVESTS,
        r"(?P<s>%AGENT)~\b(?P<v>owns?|holds?|bought|acquired|took|has)\b[^.;:!?@]{0,50}?"
        r"(?:of its (?:shares|stock|equity|capital)|stake in it\b)",
        of_topic=True,
    ),
    en_rule(
        "its-investors",
        Predicate.INVESTS,
        r"\b[Ii]ts (?:[\w-]+ ){0,3}(?P<v>investors?|shareholders?|backers?)[^.;:!?@]{0,30}?"
        r"(?:include|are|is|,|including) ?(?:the )?(?P<s>%ORG)",
        of_topic=True,
    ),
    # partnersWith
    en_rule(
        "together",
        Predicate.PARTNERS_WITH,
        r"(?P<s>@ACTOR) and (?:the )?(?P<o>@ACTOR)~\b(?P<v>partnered|teamed up|joined hands"
        "|joined forces|cooperate|cooperated"
        r"|collaborate|collaborated"
        r"|jointly(?! (?:establish|found|set|launch|releas|compil|host|organi|issu)))\b",
    ),
    en_rule(
        "developed-with-partner",
        Predicate.PARTNERS_WITH,
        r"(?P<s>@ORG)[^.;:!?@]{0,40}?@PRODUCT[^.;:!?@]{0,40}?\b(?P<v>developed|co-developed"
        r"|together|jointly)\b[^.;:!?@,]{0,16}? with (?:the )?(?P<o>@ORG)",
    ),
    en_rule(
        "sign-cooperation",
        Predicate.PARTNERS_WITH,
        r"(?P<s>@ORG) and (?:the )?(?P<o>@ORG)~\b(?P<v>signed|sign|inked|sealed)\b[^.;:!?@]{0,30}?"
        r"\b(?:cooperation|partnership|collaborat\w+|strategic|joint)",
    ),
    # signs
    en_rule(
        "sign",
        Predicate.SIGNS,
        r"(?P<s>@ACTOR) and (?:the )?(?P<o>@ACTOR)~\b(?P<v>signed|sign|inked)\b",
    ),
    # launches
    # hosts
    # attends
    en_rule(
        "speaks",
        Predicate.ATTENDS,
        rf"(?P<s>@PERSON)~\b(?P<v>{_SAY}|speaking|speaks)\b[^.;:!?]{{0,60}}? (?:at|during) "
        f"{_THE}~(?P<o>@EVENT)",
        only=EntityType.PERSON,
    ),
    en_rule(
        "speaks-there",
        Predicate.ATTENDS,
        rf"(?:at|during) {_THE}(?P<o>@EVENT)[^.;:!?]{{0,60}}?, (?P<s>@PERSON)≈\b(?P<v>{_SAY})\b",
    ),
    # approves
    en_rule(
        "approves",
        Predicate.APPROVES,
        r"(?P<s>@ORG)~\b(?P<v>approved|approves|authorized|authorised|cleared|granted~approval "
        r"(?:to|for))\b~(?P<o>%PRODUCT|%PARK|%PROJECT|%ORG)",
    ),
    en_rule(
        "approved-by",
        Predicate.APPROVES,
        r"(?P<o>%PRODUCT|@PARK|@PROJECT)≈\b(?P<v>approved|authorized|authorised|cleared"
        rf"|approval)\b~ (?:by|from) {_THE}(?P<s>@ORG)",
    ),
    en_rule(
        "won-approval",
        Predicate.APPROVES,
        r"(?P<o>@PRODUCT)(?:, [^.;:!?]{1,60}?,)?[^.;:!?@]{0,60}?"
        r"\b(?:won|received|secured|obtained|got|gained|gets"
        r"|wins"
        r"|receives|secures|awaits?)\b[^.;:!?@]{0,24}?(?P<s>@ORG)(?:'s)? (?:[\w-]+ ){0,2}?"
        r"(?P<v>clearance|approval|nod|authori[sz]ation|licen[cs]e|green light|permission)",
    ),
    en_rule(
        "approval-for",
        Predicate.APPROVES,
        r"\b(?P<v>approval|clearance|authori[sz]ation|licen[cs]e)\b[^.;:!?@]{0,20}? (?:from|by) "
        r"(?:the )?(?P<s>@ORG)[^.;:!?@]{0,20}? (?:for|of) (?:[\w-]+ ){0,4}(?P<o>@PRODUCT)",
    ),
    en_rule(
        "approval-from",
        Predicate.APPROVES,
        r"(?P<o>@PRODUCT)(?:, [^.;:!?]{1,60}?,)?[^.;:!?@]{0,60}?\b(?P<v>approved|cleared|approval"
        r"|clearance|nod|authori[sz]ation)\b[^.;:!?@,]{0,20}? (?:by|from) (?:the )?(?P<s>@ORG)",
    ),
    # licences
    en_rule(
        "grants",
        Predicate.LICENSES_TO,
        r"(?P<s>@ORG)~\b(?P<v>granted|grants|gave|gives)\b~(?P<o>@ORG)[^.;:!?]{0,50}?"
        r"\b(?:rights?|licen[cs]e|option)\b",
    ),
    # listedOn
    en_rule("listed-before", Predicate.LISTED_ON, r"(?P<o>@ORG)-(?P<v>listed) ~(?P<s>@ORG)"),
    # subsidiaryOf
    en_rule(
        "subsidiary",
        Predicate.SUBSIDIARY_OF,
        rf"(?P<s>@ORG)~\b(?P<v>subsidiary|affiliate|subsidiaries) of {_THE}(?P<o>@ORG)",
    ),
    en_rule(
        "subsidiary-of",
        Predicate.SUBSIDIARY_OF,
        r"(?P<o>@ORG)'s?~ (?P<v>subsidiary|affiliate|subsidiaries),? (?P<s>%ORG)",
    ),
    en_rule(
        "owned-by",
        Predicate.SUBSIDIARY_OF,
        rf"(?P<s>@ORG)~\b(?P<v>owned|controlled) by {_THE}(?P<o>@ORG)",
    ),
    en_rule(
        "a-subsidiary",
        Predicate.SUBSIDIARY_OF,
        r"(?P<s>@ORG), (?:a|an|its|the) (?:[\w-]+[ -]){0,3}(?P<v>subsidiary|affiliate)(?! of)",
        of_topic=True,
    ),
    # operates
    en_rule(
        "landlord",
        Predicate.OPERATES,
        r"(?P<s>@ORG), (?:its|the park's|the site's|the campus's) "
        r"(?P<v>landlord|operator|manager|owner)",
    ),
    en_rule(
        "operator-of",
        Predicate.OPERATES,
        r"(?P<s>@ORG),? (?:is )?(?:the |an? )?(?:[\w-]+ ){0,3}"
        rf"(?P<v>operator|manager|landlord|owner) of {_THE}(?P<o>@PARK)",
    ),
    # regulates
    # supplies
    en_rule(
        "supplier",
        Predicate.SUPPLIES,
        rf"(?P<s>@ORG)~\b(?P<v>supplier) (?:of|to|for) {_THE}(?P<o>%ORG|%PRODUCT)",
    ),
)
