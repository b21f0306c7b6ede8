"""English common nouns by what they may stand for."""

from __future__ import annotations

from typing import Final

from zjkg.model import EntityType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRMS: Final = _words(
    "company firm group drugmaker startup start-up biotech maker manufacturer business developer"
    " chipmaker corporation enterprise pharma specialist supplier giant conglomerate unicorn"
    " newcomer devicemaker vaccinemaker cro cdmo multinational consultancy brokerage landlord"
    " lender retailer insurer toolmaker"
)
AGENCIES: Final = _words(
    "institute university hospital agency authority bureau department ministry council commission"
    " administration center centre association foundation school college laboratory committee"
    " federation society alliance office academy consortium institution clinic exchange bank union"
)
FUNDS: Final = _words("fund")
PARKS: Final = _words("park campus cluster hub zone incubator base site complex accelerator")
GOODS: Final = _words(
    "drug product vaccine test device kit therapy treatment antibody candidate medicine platform"
    " molecule compound injection implant scanner system technology sequencer instrument pill"
    " tablet capsule inhibitor software tool asset stent assay machine robot"
)
EVENTS: Final = _words(
    "event summit forum conference expo congress meeting fair gathering symposium convention"
    " workshop week exhibition ceremony"
)
THINGS: Final = _words("it its they their them itself which that whose")
HERE: Final = _words("there here")
PERSONS: Final = _words("he his she her him himself herself who whose")
COLLECTIVES: Final = _words(
    "group consortium team pair trio number list range series host handful dozen hundreds club"
    " syndicate mix mixture portfolio one some many several most west east north south heart"
    " middle edge outskirt corner"
)
WORKERS: Final = _words("team researcher scientist researchers scientists engineer group doctor")
CALLED: Final = _words("call name dub know brand label codename code-name term")
FACILITIES: Final = _words(
    "headquarters headquarter plant factory laboratory lab office base campus facility branch site"
    " hub center centre outpost operation warehouse workshop unit premises space suite floor"
    " building arm line showroom studio incubator home institute hospital employee"
    " staff team workforce operation room bench"
)
"""What a firm has where it is located."""
REGIONS: Final = _words(
    "district city town county suburb area neighbourhood neighborhood province region quarter"
    " village borough municipality"
)
PROSPECTS: Final = _words("file apply seek plan await consider eye postpone pursue request target")
"""Verbs of which the thing named is still to come."""
RUN: Final = _words("run operate own manage build")
LEAVE: Final = _words("close shut leave sell vacate quit exit")
SHARES: Final = _words("share stock equity capital stake interest unit")
ROUNDS: Final = _words(
    "round financing funding investment raise fundraising series fundraise deal money capital"
)
GIVE: Final = _words("grant give issue award offer hand extend provide keep retain")
GET: Final = _words(
    "win receive secure obtain get gain have await seek land earn take raise attract accept"
    " pick grab snap acquire buy purchase license licence in-license nab bag scoop hold"
)
DEEDS: Final = _words(
    "trial study data result sale plant factory team price licence license market user patient"
    " programme program approval deal launch maker developer revenue"
)
"""What a product's name stands before without being it."""


def kind_of(lemma: str) -> EntityType | None:
    """The type of things that a common noun takes up."""
    if lemma in FIRMS or lemma in AGENCIES or lemma in FUNDS:
        return EntityType.ORGANIZATION
    for words, kind in ((PARKS, EntityType.PARK), (GOODS, EntityType.PRODUCT)):
        if lemma in words:
            return kind
    return EntityType.EVENT if lemma in EVENTS else None
