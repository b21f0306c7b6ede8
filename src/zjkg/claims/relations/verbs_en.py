"""English verbs of the closed list of predicates."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.rules import Construction, VerbRule, en_verb
from zjkg.model import EntityType as Type
from zjkg.model import Predicate

_ORG: Final = frozenset({Type.ORGANIZATION})
_FIRM: Final = _ORG | {Type.PROJECT}
_AGENT: Final = _ORG | {Type.PERSON}
_SITE: Final = frozenset({Type.PARK, Type.PLACE})
_PARK: Final = frozenset({Type.PARK})
_PRODUCT: Final = frozenset({Type.PRODUCT})
_EVENT: Final = frozenset({Type.EVENT})
_REPORT: Final = frozenset({Type.INDEX, Type.POLICY, Type.PROJECT})
_ISSUER: Final = frozenset({Type.ORGANIZATION, Type.PARK, Type.PLACE})
_IN = "in|at|inside|within|into|to"

EN_VERBS: Final[tuple[VerbRule, ...]] = (
    # locatedIn
    en_verb(
        "settle",
        Predicate.LOCATED_IN,
        "mov(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|open(?:s|ed|ing)?"
        "|(?:set|sets|setting) up|establish(?:es|ed|ing)?|buil(?:d|ds|t|ding)|broke ground"
        "|locat(?:e|es|ed|ing)|based|headquartered|situated|housed|leas(?:e|es|ed|ing)"
        "|rent(?:s|ed|ing)?|taken|took|takes|expand(?:s|ed|ing)?|add(?:s|ed|ing)?|launch(?:es|ed)?"
        "|operat(?:e|es|ing)|invest(?:s|ed|ing)?|spend(?:s|ing)?|spent|offices|laborator(?:y|ies)"
        "|arriv(?:e|es|ed)|occup(?:y|ies|ied)|inaugurat(?:e|es|ed)|sits",
        subjects=_FIRM | _PARK,
        objects=_SITE,
        after="in|at|inside|within|into|to",
    ),
    en_verb(
        "has-site",
        Predicate.LOCATED_IN,
        "(?:has|have|had|keeps?|maintains?|runs?|with) (?:[\\w-]+ ){0,4}(?:headquarters|head office"
        "|offices?|base|laborator(?:y|ies)|labs?|plants?|factory|factories|cent(?:er|re)s?|sites?"
        "|facilit(?:y|ies)|branch(?:es)?|campus|hub|employees|staff|people|operations|teams?)",
        subjects=_ORG,
        objects=_SITE,
        after="in|at|inside|within",
    ),
    en_verb(
        "choose",
        Predicate.LOCATED_IN,
        "picks?|picked|chooses?|chose|chosen|selects?|selected|enters?|entered|joins?|joined",
        subjects=_FIRM,
        objects=_PARK,
    ),
    en_verb(
        "newcomers",
        Predicate.LOCATED_IN,
        "(?:newcomers|new tenants|tenants|new arrivals|entrants|residents) (?:[a-z]+ ){0,2}"
        "(?:includ(?:e|es|ed|ing)|are|were)",
        Construction.POSSESSIVE,
        subjects=_PARK,
        objects=_ORG,
        inverse=True,
    ),
    en_verb(
        "held-in",
        Predicate.LOCATED_IN,
        "held|opened|opens|kicked off|took place|takes place|convened|closed|concluded|staged",
        subjects=_EVENT,
        objects=_SITE,
        after="in|at",
    ),
    en_verb(
        "house",
        Predicate.LOCATED_IN,
        "home to|houses|housing|attracted|attracts|hosts|drew|drawn|welcomed|welcomes|includes?"
        "|tenants include|newcomers include",
        subjects=_SITE,
        objects=_ORG,
        inverse=True,
    ),
    # founderOf
    en_verb(
        "found",
        Predicate.FOUNDER_OF,
        "(?:co-?)?founded|(?:co-?)?found(?:s|ing)|set up|established|started|initiated",
        subjects=_AGENT,
        objects=_ORG,
    ),
    # compiledBy
    en_verb(
        "compile",
        Predicate.COMPILED_BY,
        "compil(?:e|es|ed)|prepared?|draft(?:s|ed)|drew up|drawn up|produc(?:es|ed)|written|wrote",
        subjects=_AGENT,
        objects=_REPORT,
        inverse=True,
    ),
    # develops
    en_verb(
        "make",
        Predicate.DEVELOPS,
        "develop(?:s|ed|ing)?|invent(?:s|ed)?|creat(?:es?|ed)|discover(?:s|ed)|mak(?:es?|ing)|made"
        "|sells?|sold|markets?|produc(?:es?|ed|ing)|pioneer(?:s|ed)|advanc(?:es?|ing)|built",
        subjects=_AGENT,
        objects=_PRODUCT,
    ),
    en_verb(
        "its-product",
        Predicate.DEVELOPS,
        "its",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    # acquires
    en_verb(
        "buy",
        Predicate.ACQUIRES,
        "acquir(?:es?|ed|ing)|buys?|bought|took over|taken over|tak(?:es|ing) over"
        "|purchas(?:es?|ed)"
        "|snapped up|swallowed",
        subjects=_AGENT,
        objects=_ORG | _PRODUCT,
    ),
    # invests
    en_verb(
        "invest",
        Predicate.INVESTS,
        "invest(?:s|ed|ing)?|put|puts|poured|pumped|injected|stakes?|shares|investors?",
        subjects=_ISSUER | _AGENT,
        objects=_FIRM,
        after="in|into",
    ),
    en_verb(
        "hold",
        Predicate.INVESTS,
        "(?:owns?|owned|holds?|held|has|took|takes|acquired|bought|retains?) "
        "(?:(?:at|about|around|some|nearly|almost|roughly|just|over|under|more|less|fewer|than|an?"
        "|the|least|its|up|to) ){0,4}(?:[0-9.]+ ?(?:%|per ?cent)"
        "|(?:minority|majority|[0-9-]+) stake"
        "|stake)",
        subjects=_ISSUER | _AGENT,
        objects=_ORG,
    ),
    en_verb(
        "funded-by",
        Predicate.INVESTS,
        "led|co-led|backed|funded|financed|supported|bankrolled",
        subjects=_AGENT,
        objects=_FIRM,
        after="by",
        construction=Construction.RECEIVED,
    ),
    # partnersWith
    en_verb(
        "together",
        Predicate.PARTNERS_WITH,
        "partner(?:s|ed|ing)?|partnerships?|cooperat(?:es?|ed|ing|ion)|collaborat(?:es?|ed|ing|ion)"
        "|team(?:s|ed|ing) up|join(?:s|ed|ing) (?:hands|forces)|works?|worked|working|alliance"
        "|agreed|together|(?:co-)?develop(?:s|ed|ing)?|jointly",
        subjects=_ISSUER,
        objects=_ISSUER,
        after="with",
    ),
    en_verb(
        "sign-together",
        Predicate.PARTNERS_WITH,
        "(?:sign(?:s|ed)|inked|struck|reached|entered)(?=[^.;]{0,140}(?:co-develop|joint|collaborat"
        "|partnership|cooperat|strategic))",
        subjects=_ISSUER,
        objects=_ISSUER,
        after="with",
    ),
    # signs
    en_verb(
        "sign-with",
        Predicate.SIGNS,
        "sign(?:s|ed|ing)?|ink(?:s|ed)",
        subjects=_ISSUER,
        objects=_ISSUER,
        after="with",
    ),
    # launches
    en_verb(
        "release",
        Predicate.LAUNCHES,
        "launch(?:es|ed|ing)?|releas(?:es?|ed|ing)|unveil(?:s|ed|ing)?|issu(?:es?|ed|ing)"
        "|roll(?:s|ed) out|introduc(?:es?|ed)|publish(?:es|ed)?|announc(?:es|ed)|adopt(?:s|ed)",
        subjects=_ISSUER,
        objects=_REPORT,
    ),
    # hosts
    en_verb(
        "host",
        Predicate.HOSTS,
        "host(?:s|ed|ing)?|organi[sz](?:es?|ed|ing)|holds?|held|sponsor(?:s|ed)|staged?|convened?"
        "|co-host(?:s|ed)",
        subjects=_ISSUER,
        objects=_EVENT,
    ),
    # attends
    en_verb(
        "attend",
        Predicate.ATTENDS,
        "attend(?:s|ed|ing)?|participat(?:es?|ed|ing)|took part|exhibit(?:s|ed)|joined",
        subjects=_AGENT,
        objects=_EVENT,
    ),
    en_verb(
        "speak-at",
        Predicate.ATTENDS,
        "said|says|told|spoke|speaking|speaks|noted|added|presented|unveiled|announced|launched"
        "|appeared|signed",
        subjects=_AGENT,
        objects=_EVENT,
        after="at|during|to",
    ),
    # approves
    en_verb(
        "approve",
        Predicate.APPROVES,
        "approv(?:es?|ed)|clear(?:s|ed)|authori[sz](?:es?|ed)|prequalified|greenlighted"
        "|accredited|certified"
        "|(?:grant(?:s|ed)|gave)(?=[^.;]{0,60}(?:clearance|approval|authori[sz]ation|designation))",
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    # operates
    en_verb(
        "operate",
        Predicate.OPERATES,
        "operat(?:es?|ed|ing)|runs?|ran|running|manag(?:es?|ed|ing)|administers?|administered",
        subjects=_ORG,
        objects=_PARK,
    ),
    # regulates
    en_verb(
        "regulate",
        Predicate.REGULATES,
        "regulat(?:es?|ed)|overse(?:es?|en)|supervis(?:es?|ed)",
        subjects=_ORG,
        objects=_ORG | _PARK,
    ),
    # supplies
    en_verb(
        "supply",
        Predicate.SUPPLIES,
        "suppl(?:y|ies|ied|ying)|ship(?:s|ped)|deliver(?:s|ed)|provid(?:es?|ed)",
        subjects=_ORG,
        objects=_ORG,
        after="to|for|among them",
    ),
    # memberOf
    en_verb(
        "join",
        Predicate.MEMBER_OF,
        "join(?:s|ed|ing)(?! (?:from|by|as|in|on|hands|forces|at|with))",
        subjects=_ORG,
        objects=_ORG,
    ),
    # listedOn
    en_verb(
        "list",
        Predicate.LISTED_ON,
        "list(?:s|ed|ing)?|trad(?:es?|ed|ing)|debut(?:s|ed)?|went public|go public|float(?:s|ed)",
        subjects=_ORG,
        objects=_ORG,
        after="on",
    ),
    # subsidiaryOf
    en_verb(
        "subsidiary",
        Predicate.SUBSIDIARY_OF,
        "subsidiary|affiliate|unit|arm|division|part|owned|controlled",
        subjects=_ORG,
        objects=_ORG,
        after="of|by",
    ),
    en_verb(
        "its-subsidiary",
        Predicate.SUBSIDIARY_OF,
        "its(?= (?:[^\\s,.;:]+ ){0,4}(?:subsidiary|affiliate|unit|arm))",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    # licences
    en_verb(
        "license-to",
        Predicate.LICENSES_TO,
        "(?:out-)?licen[sc](?:es?|ed|ing)|grant(?:s|ed)",
        subjects=_ORG,
        objects=_ORG,
        after="to",
    ),
    en_verb(
        "license-from",
        Predicate.LICENSES_FROM,
        "(?:in-)?licen[sc](?:es?|ed|ing)",
        subjects=_ORG,
        objects=_ORG,
        after="from",
    ),
)
