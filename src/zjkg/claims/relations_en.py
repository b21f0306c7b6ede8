"""Verb frames of English for the closed list of predicates."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relation_rules import RelationRule, en_rule
from zjkg.model import EntityType, Predicate

_SUBJECT = "(?<!by )(?<!by the )(?<!of )(?<!of the )"
_ASIDE = "(?:, [^.;:!?,]{1,80}?,)?"
_THE = "(?:the |a |an |its |their )?"
_BY = "(?:jointly |recently |first |newly |officially )?"
_SAY = "(?:said|says|told|noted|added|explained|stressed|announced|spoke|delivered)"

EN_RELATIONS: Final[tuple[RelationRule, ...]] = (
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
        "opens",
        Predicate.LOCATED_IN,
        rf"{_SUBJECT}(?P<s>%ORG){_ASIDE}[^.,;:!?@]{{0,40}}?\b(?P<v>opened|opens|opening|set up"
        "|sets up|established|moved|relocated|settled down"
        r"|broke ground|launched|built|builds)\b~ (?:in|into|to|at|inside|within) "
        f"{_THE}(?P<o>@SITE)",
    ),
    en_rule(
        "home",
        Predicate.LOCATED_IN,
        r"(?P<o>@SITE)~\b(?P<v>home to|houses|has attracted|attracted|is hosting|hosts|has "
        r"drawn)\b~(?P<s>%ORG)",
    ),
    en_rule(
        "held",
        Predicate.LOCATED_IN,
        r"(?P<s>%EVENT)~\b(?P<v>held|opened|kicked off|took place|closed|concluded)\b~ (?:in|at)"
        f" {_THE}(?P<o>@SITE)",
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
        "joins",
        Predicate.MEMBER_OF,
        rf"(?P<s>%AGENT)~\b(?P<v>joined|joins|joining)\b {_THE}(?P<o>@ORG)",
    ),
    en_rule(
        "member", Predicate.MEMBER_OF, rf"(?P<s>%AGENT)~\b(?P<v>members?) of {_THE}(?P<o>@ORG)"
    ),
    # founderOf
    en_rule(
        "founded",
        Predicate.FOUNDER_OF,
        rf"(?P<s>%AGENT)~\b(?P<v>co-founded|founded|established|initiated)\b {_THE}~(?P<o>@ORG)",
    ),
    en_rule(
        "founded-by",
        Predicate.FOUNDER_OF,
        r"(?P<o>@BODY)~\b(?P<v>co-founded|founded|established|initiated|set up)\b~ by "
        f"{_THE}(?P<s>%AGENT)",
    ),
    # compiledBy
    en_rule(
        "compiled-by",
        Predicate.COMPILED_BY,
        r"(?P<s>@DOC)~\b(?P<v>compiled|produced|prepared|drafted|drawn up|written)\b~ by "
        f"{_THE}(?P<o>%AGENT)",
    ),
    en_rule(
        "compiles",
        Predicate.COMPILED_BY,
        r"(?P<o>%AGENT)~\b(?P<v>compiled|compiles|produced|prepared|drafted|drew up|produces)\b "
        f"{_THE}~(?P<s>@DOC)",
    ),
    # develops
    en_rule(
        "develops",
        Predicate.DEVELOPS,
        r"(?P<s>%AGENT)~\b(?P<v>develops|developed|developing|invented|created|discovered)\b~"
        "(?P<o>%PRODUCT)",
    ),
    en_rule(
        "developed-by",
        Predicate.DEVELOPS,
        r"(?P<o>%PRODUCT)~\b(?P<v>developed|invented|created|discovered|made)\b~ by "
        f"{_THE}(?P<s>%AGENT)",
    ),
    en_rule("own", Predicate.DEVELOPS, r"(?P<s>@ORG)(?P<v>'s?)(?: [\w-]+){0,5}? (?P<o>%PRODUCT)"),
    # acquires
    en_rule(
        "acquires",
        Predicate.ACQUIRES,
        r"(?P<s>%AGENT)~\b(?P<v>acquired|acquires|acquire|buys|buy|bought|acquiring|took over"
        r"|purchased)\b~(?:@ORG's?~)?(?P<o>%PRODUCT|%ORG(?!'))",
    ),
    en_rule(
        "acquired-by",
        Predicate.ACQUIRES,
        r"(?P<o>@ORG|@PRODUCT)~\b(?P<v>acquired|bought|taken over|purchased)\b~ by "
        f"{_THE}(?P<s>@AGENT)",
    ),
    en_rule(
        "acquisition",
        Predicate.ACQUIRES,
        rf"(?P<s>@ORG)(?:'s?)?~ (?P<v>acquisition|takeover|purchase) of {_THE}(?P<o>%ORG)",
    ),
    # invests
    en_rule(
        "invests",
        Predicate.INVESTS,
        r"(?P<s>%AGENT)~\b(?P<v>invested|invests|invest|investing|investment)\b~ in(?:to)? "
        f"{_THE}(?P<o>%ORG|%PROJECT|%SITE)",
    ),
    en_rule(
        "invested-by",
        Predicate.INVESTS,
        rf"(?P<o>@ORG)≈\b(?P<v>led|backed|funded|financed)\b~ by {_THE}(?P<s>%AGENT)",
    ),
    # partnersWith
    en_rule(
        "partners",
        Predicate.PARTNERS_WITH,
        r"(?P<s>@ACTOR)~\b(?P<v>partner(?:s|ed|ing)?|(?:partnership|cooperation|collaboration)"
        "(?: agreement| deal| pact)?|cooperat(?:es?|ed|ing)|collaborat(?:es?|ed|ing)"
        "|teamed up|teams up|joined hands|joined forces|works|worked|alliance) with "
        f"{_THE}(?P<o>%ACTOR)",
    ),
    en_rule(
        "together",
        Predicate.PARTNERS_WITH,
        r"(?P<s>@ACTOR) and (?:the )?(?P<o>@ACTOR)~\b(?P<v>partnered|teamed up|joined hands"
        "|joined forces|cooperate|cooperated"
        r"|collaborate|collaborated|jointly)\b",
    ),
    # signs
    en_rule(
        "signs",
        Predicate.SIGNS,
        rf"(?P<s>@ACTOR)~\b(?P<v>signed|signs|sign|inked|signing)\b~ with {_THE}(?P<o>%ACTOR)",
    ),
    en_rule(
        "sign",
        Predicate.SIGNS,
        r"(?P<s>@ACTOR) and (?:the )?(?P<o>@ACTOR)~\b(?P<v>signed|sign|inked)\b",
    ),
    # launches
    en_rule(
        "launches",
        Predicate.LAUNCHES,
        r"(?P<s>%ACTOR)~\b(?P<v>launched|launches|launch|released|releases|unveiled|unveils"
        rf"|issued|issues|rolled out|introduced|published|publishes)\b {_THE}~(?P<o>%WORK"
        "|%PRODUCT|%ORG)",
    ),
    en_rule(
        "launched-by",
        Predicate.LAUNCHES,
        r"(?P<o>%WORK|@ORG)~\b(?P<v>launched|released|unveiled|issued|published|rolled out"
        rf"|introduced)\b~ by {_THE}(?P<s>%ACTOR)",
    ),
    # hosts
    en_rule(
        "hosts",
        Predicate.HOSTS,
        r"(?P<s>%ACTOR)~\b(?P<v>hosted|hosts|host|organized|organised|organizes|held|holds"
        rf"|sponsored)\b {_THE}~(?P<o>@EVENT)",
    ),
    en_rule(
        "hosted-by",
        Predicate.HOSTS,
        r"(?P<o>@EVENT)≈\b(?P<v>hosted|organized|organised|sponsored|held)\b~ by "
        f"{_THE}(?P<s>%ACTOR)",
    ),
    # attends
    en_rule(
        "attends",
        Predicate.ATTENDS,
        rf"(?P<s>(?:@ACTOR[^.,;:!?@]{{0,40}}?(?:, (?:and )?)?){{1,20}})\b(?P<v>attended|attends"
        "|attend|attending|joined|participated in|took part in|exhibited at|took the stage at)"
        rf"\b {_THE}~(?P<o>@EVENT)",
        only=EntityType.PERSON,
    ),
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
        r"(?P<o>%PRODUCT|@PARK|@PROJECT|@ORG)≈\b(?P<v>approved|authorized|authorised|cleared"
        rf"|approval)\b~ (?:by|from) {_THE}(?P<s>@ORG)",
    ),
    # licences
    en_rule(
        "licenses-to",
        Predicate.LICENSES_TO,
        r"(?P<s>@ORG)~\b(?P<v>licen[sc]ed|licen[sc]es|out-licen[sc]ed|granted|grants)"
        rf"\b[^.;:!?]{{0,50}}? to {_THE}(?P<o>@ORG)",
    ),
    en_rule(
        "licenses-from",
        Predicate.LICENSES_FROM,
        rf"(?P<s>@ORG)~\b(?P<v>licen[sc]ed|licen[sc]es|in-licen[sc]ed)\b[^.;:!?]{{0,50}}? from "
        f"{_THE}(?P<o>@ORG)",
    ),
    # listedOn
    en_rule(
        "listed",
        Predicate.LISTED_ON,
        r"(?P<s>%ORG)~\b(?P<v>listed|lists|debuted|went public|listing|floated)\b~ on "
        f"{_THE}(?P<o>@ORG)",
    ),
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
    # operates
    en_rule(
        "operates",
        Predicate.OPERATES,
        rf"(?P<s>%ORG)~\b(?P<v>operates|operated|runs|operating|manages)\b {_THE}~(?P<o>%PARK"
        "|%ORG|%PRODUCT|%PROJECT)",
    ),
    en_rule(
        "operated-by",
        Predicate.OPERATES,
        r"(?P<o>@PARK|@ORG|@PROJECT|@PRODUCT)≈\b(?P<v>operated|run|managed)\b by "
        f"{_THE}(?P<s>%ORG)",
    ),
    # regulates
    en_rule(
        "regulates",
        Predicate.REGULATES,
        r"(?P<s>@ORG)~\b(?P<v>regulates|oversees|supervises|regulated)\b~(?P<o>%ORG|@PRODUCT"
        "|@PARK)",
    ),
    en_rule(
        "regulated-by",
        Predicate.REGULATES,
        r"(?P<o>@ORG|@PRODUCT|@PARK)~\b(?P<v>regulated|overseen|supervised)\b by "
        f"{_THE}(?P<s>@ORG)",
    ),
    # supplies
    en_rule(
        "supplies",
        Predicate.SUPPLIES,
        rf"(?P<s>@ORG)~\b(?P<v>supplies|supplied|supply|supplying)\b (?:[\w-]+ ){{0,6}}?(?:(?:to"
        f"|for) )?{_THE}(?P<o>%ORG|%PRODUCT)",
    ),
    en_rule(
        "supplier",
        Predicate.SUPPLIES,
        rf"(?P<s>@ORG)~\b(?P<v>supplier) (?:of|to|for) {_THE}(?P<o>%ORG|%PRODUCT)",
    ),
)
