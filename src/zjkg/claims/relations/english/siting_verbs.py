"""English verbs that tell where a firm or a park is."""

from __future__ import annotations

from typing import Final

from zjkg.claims.frames.english.words import FACILITIES
from zjkg.claims.relations.english.senses import (
    AGENT,
    BODY,
    EVENT,
    FIRM,
    INSIDE,
    OBJECT,
    PARK,
    SITE,
    TOPIC,
    verb,
)
from zjkg.model import Predicate

SITING: Final = (
    # Of a verb with a particle the lemma is written with a hyphen.
    verb(
        "settle",
        Predicate.LOCATED_IN,
        "move relocate settle base headquarter situate house locate arrive occupy sit land"
        " station incorporate lie stand nestle cluster root register come be",
        (OBJECT, AGENT),
        (INSIDE,),
        subjects=FIRM | PARK,
        objects=SITE,
    ),
    verb(
        "work-from",
        Predicate.LOCATED_IN,
        "work operate",
        (AGENT,),
        ("of from",),
        subjects=FIRM,
        objects=SITE,
    ),
    verb(
        "move-in",
        Predicate.LOCATED_IN,
        "move-in",
        (AGENT,),
        (TOPIC,),
        subjects=FIRM,
        objects=PARK,
    ),
    verb(
        "build",
        Predicate.LOCATED_IN,
        "open set-up establish build break lease rent take expand add operate invest spend"
        " inaugurate construct start launch own run sign commission complete plan create host"
        " place plant secure maintain keep acquire buy develop commit have employ share",
        (OBJECT, AGENT),
        (INSIDE,),
        subjects=FIRM | PARK,
        objects=SITE,
        with_words=" ".join(
            (
                *sorted(FACILITIES),
                "ground foot metre meter lease shop people worker address presence",
            )
        ),
    ),
    verb(
        "open-there",
        Predicate.LOCATED_IN,
        "open set-up establish build launch inaugurate found start create construct",
        (OBJECT,),
        (INSIDE,),
        subjects=BODY,
        objects=SITE,
    ),
    verb(
        "enter",
        Predicate.LOCATED_IN,
        "pick choose select enter join occupy leave",
        subjects=FIRM,
        objects=PARK,
    ),
    verb(
        "house",
        Predicate.LOCATED_IN,
        "house attract host draw welcome include count lure recruit admit accommodate incubate"
        " shelter contain boast gather",
        (OBJECT,),
        (AGENT,),
        subjects=FIRM,
        objects=SITE,
    ),
    verb(
        "held-in",
        Predicate.LOCATED_IN,
        "hold open kick-off take convene close conclude stage end begin start run gather host"
        " return move organize organise",
        (OBJECT, AGENT),
        (INSIDE,),
        subjects=EVENT,
        objects=SITE,
    ),
)
