"""The English verbs of turning points, and what they may be said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.model import MilestoneKind as Kind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb states.

    ``acted`` verbs need something acted on (an object, or a passive); other verbs may also say
    what their subject went through (``the park opened``). ``of_agent`` verbs say it of who acts
    (``X signed an agreement``).
    """

    kind: Kind
    acted: bool = False
    of_agent: bool = False


ACTS: Final = {
    "found": Act(Kind.FOUNDED, acted=True),
    "co-found": Act(Kind.FOUNDED, acted=True),
    "establish": Act(Kind.FOUNDED, acted=True),
    "incorporate": Act(Kind.FOUNDED, acted=True),
    "form": Act(Kind.FOUNDED, acted=True),
    "create": Act(Kind.FOUNDED, acted=True),
    "set-up": Act(Kind.FOUNDED, acted=True),
    "open": Act(Kind.OPENED),
    "reopen": Act(Kind.OPENED),
    "inaugurate": Act(Kind.OPENED, acted=True),
    "open-up": Act(Kind.OPENED),
    "launch": Act(Kind.LAUNCHED),
    "kick-off": Act(Kind.LAUNCHED),
    "roll-out": Act(Kind.LAUNCHED, acted=True),
    "complete": Act(Kind.COMPLETED, acted=True),
    "finish": Act(Kind.COMPLETED, acted=True),
    "top-out": Act(Kind.COMPLETED),
    "list": Act(Kind.LISTED),
    "debut": Act(Kind.LISTED),
    "float": Act(Kind.LISTED),
    "approve": Act(Kind.APPROVED, acted=True),
    "clear": Act(Kind.APPROVED, acted=True),
    "authorise": Act(Kind.APPROVED, acted=True),
    "authorize": Act(Kind.APPROVED, acted=True),
    "publish": Act(Kind.RELEASED, acted=True),
    "release": Act(Kind.RELEASED, acted=True),
    "issue": Act(Kind.RELEASED, acted=True),
    "sign": Act(Kind.SIGNED, of_agent=True),
    "move": Act(Kind.MOVED_IN, of_agent=True),
    "relocate": Act(Kind.MOVED_IN, of_agent=True),
    "settle": Act(Kind.MOVED_IN, of_agent=True),
}
BEGIN: Final = _words("begin start commence")
ENTER: Final = _words("go come enter put bring")
WORK: Final = {
    "construction": Kind.CONSTRUCTION,
    "building": Kind.CONSTRUCTION,
    "production": Kind.PRODUCTION,
    "manufacturing": Kind.PRODUCTION,
    "operation": Kind.OPENED,
    "service": Kind.OPENED,
    "use": Kind.OPENED,
    "stream": Kind.PRODUCTION,
}
"""What begins, or what a thing goes into."""
APPROVALS: Final = _words("approval clearance authorisation authorization")
WIN: Final = _words("win receive secure obtain get gain")
SITES: Final = _words("in into to at within inside")
POINTS: Final = _words("in on during at early late around mid")
BY: Final = _words("by before")
PLACES: Final = _words("site base campus complex facility building plant hub cluster project")
"""Nouns that take up no name."""
MARKETS: Final = re.compile(
    r"\b(?:exchange|market|board|nasdaq|nyse|euronext|aim|star|hkex|bourse|hong kong|shanghai"
    r"|shenzhen|new york|london|taipei|exchange)\b",
    re.IGNORECASE,
)
_BUILT = _words(
    "plant factory base facility building laboratory lab centre center headquarters office campus"
    " park site hub line workshop warehouse phase complex incubator accelerator hospital branch"
    " unit tower suite clinic school institute station block extension wing showroom project"
    " operation operations"
)
_PLANNED = _words(
    "programme program plan initiative scheme project platform fund campaign service competition"
    " pilot trial accelerator system call"
)
_PAPERS = _words(
    "index report plan policy guideline guidelines paper rule rules measure measures edition"
    " strategy regulation regulations standard list ranking prospectus blueprint roadmap"
)
_DEALS = _words("agreement contract memorandum deal pact mou letter lease accord licence license")
_APPROVED = _words(
    "drug vaccine treatment therapy device test product plan project scheme plant kit injection"
)
HEADS: Final = {
    Kind.FOUNDED: _BUILT | _words("subsidiary company venture fund alliance unit team arm"),
    Kind.OPENED: _BUILT,
    Kind.LAUNCHED: _PLANNED,
    Kind.CONSTRUCTION: _BUILT,
    Kind.PRODUCTION: _BUILT,
    Kind.COMPLETED: _BUILT | _words("construction"),
    Kind.LISTED: _words("subsidiary"),
    Kind.APPROVED: _APPROVED,
    Kind.RELEASED: _PAPERS,
    Kind.SIGNED: _DEALS,
    Kind.MOVED_IN: _words("headquarters laboratory lab office team"),
}
"""The last words of unnamed things, by what happens to them."""
FACILITY: Final = re.compile(
    r"\b(?:hospital|school|centre|center|institute|laboratory|lab|college|academy|museum|library"
    r"|clinic|campus|plant|factory|university)\b",
    re.IGNORECASE,
)
"""Names of organizations that are also buildings."""
