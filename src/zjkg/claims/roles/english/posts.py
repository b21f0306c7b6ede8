"""English posts."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.patterns import letters

EN_BASE: Final = (
    # owners and boards
    r"co-?founders?|cofounders?|founders?|founding partner|managing partner|general partner"
    r"|partner|chair(?:man|woman|person)?|treasurer|trustee|board member|owner"
    # management
    r"|presidents?|chief [a-z]+(?:[ -][a-z]+)? officer|chief scientist|chief executives?"
    r"|chief executive officer|chief of staff"
    r"|chief (?:economist|engineer|representative|analyst|pharmacist|physician|editor|adviser"
    r"|advisor|strategist)"
    r"|c[a-z]o|[es]?vp|director-general|director general|directors?|general manager"
    r"|managing director|managers?|controller|comptroller|general counsel|counsel"
    r"|secretary-general|secretary general|permanent secretary|party secretary|secretary"
    r"|(?<!to )heads?|leaders?|(?<!to )lead|(?<=an )official|(?:cabinet|lead|council) member"
    r"|supervisor|superintendent|administrator|coordinator|co-ordinator"
    # authorities
    r"|commissioner|minister|mayor|governor|ambassador|consul[- ]general|consul|envoy|convenor"
    r"|convener|registrar|inspector|senator|councill?or|lawmaker|legislator|officer|premier"
    r"|magistrate"
    # learning and medicine
    r"|dean|provost|vice-chancellor|chancellor|rector|principal|professors?|lecturer"
    r"|research fellow|fellow|scientists?|researchers?|analysts?|economists?|engineers?|postdoc"
    r"|academician"
    r"|adviser|advisor|consultant|strategist|investigator|curator|librarian"
    r"|[a-z]+(?:ologist|icist|iatrist|ician)|(?:bio)?chemist|(?:neuro)?surgeon|doctor|specialist"
    r"|expert|pharmacist|nurse|radiographer|veterinarian|dentist"
    # words
    r"|accountant|auditor|trader|recruiter|programmer"
    r"|spokes(?:man|woman|person)|representative|chief|editor-in-chief|editor|reporter"
    r"|correspondent|columnist|lawyer|attorney|banker|broker|architect|designer"
    r"|(?:staff |senior )writer"
)
EN_MODIFIER: Final = (
    r"executive|senior|deputy|vice|prime|assistant|associate|acting|interim|former|ex|then|honorary"
    r"|global|regional|group|managing|general|joint|co|chief|founding|principal|lead|scientific"
    r"|medical|clinical|technical|research|operating|operations|financial|finance|commercial"
    r"|marketing|business|sales|strategy|party|board|non-executive|independent(?= "
    r"(?:non-executive )?(?:director|chair))|adjunct|visiting"
    r"|emeritus|china|asia|europe|greater china|asia-pacific|corporate|investment|venture"
    r"|project|program|programme|r&d|product|quality|regulatory|development|innovation|science"
    r"|policy|staff|first|incoming|outgoing|retiring|distinguished|chair|clinical-stage|plant"
    r"|site|park|life sciences?|biotech|health|healthcare|data|digital|communications|media"
    r"|agriculture|commerce|culture|education|economic|energy|environment|foreign|home|housing"
    r"|industr(?:y|ies)|information|internal|labou?r|manpower|technology|trade|tourism|transport"
    r"|public affairs|human resources|hr|legal|supply chain|manufacturing|laboratory|lab|team"
    r"|unit|division|section|bureau|department|office|city|county|district|municipal|country|area"
    r"|branch|consultant(?= [a-z]+(?:ologist|ician|ist)\b)|property|real estate|industry"
    r"|equity|pharma|long-?time"
)
_PLACE: Final = letters("PLACE")
_WORD: Final = (
    r"(?:(?!(?:company|firm|group|institute|university|hospital|agency|bureau|an?|city|state|town"
    r"|province|county|district|nation|country|council|government|authority|committee|department"
    r"|ministry|trust|charity|at)\b)[a-z&-]+"
    rf"|{_PLACE}(?= (?!said|says|told|who|at|for|in|with|and|from)[a-z]))"
)
_WHOLE: Final = (
    r"(?! (?:and|&) (?:administration|biology|commerce|commercialisation|commercialization"
    r"|communications?"
    r"|compliance|data|development|engineering|governance|health|immunology|industry|innovation"
    r"|investments?|legal|logistics|manufacturing|marketing|medicine|oncology|operations|partnerships?"
    r"|planning|policy|procurement|production|quality|regulatory|sales|sciences?|services?|strategy"
    r"|technology|technologies|trade|translation)\b)(?! (?!(?:and|or|at|in|of|for|with|to"
    r"|from|on|by|as|since|until|after|before|when|where"
    r"|who|whose|which|that|but|is|was|are|were|has|had|have|will|would|said|says|say|told|tells"
    r"|[a-z]+ed|[a-z]+s (?:that|the|a|an)|[a-z]+s,)\b)[a-z])"
)
"""No word follows that would still belong to the field."""
_PORTFOLIO: Final = (
    r"(?:state for )?(?:trade|industry|health|science|technology|innovation|commerce|finance"
    r"|education"
    r"|labou?r|culture|environment|energy|development|agriculture|information|the economy|economy)"
)
EN_FIELD: Final = (
    r"(?: \((?!c[a-z]o\))[a-z][a-z &-]{3,40}\)"
    r"| (?:of|for)(?! (?:more|over|nearly|about|almost|at least|many|several|some|\d|two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty|thirty|decades|years)\b)"
    rf" (?:the )?(?:{_PORTFOLIO}(?:,? and {_PORTFOLIO}|, {_PORTFOLIO},? and"
    rf" {_PORTFOLIO})"
    rf"(?! [a-z]+ (?:at|of)\b)|{_PLACE}(?= (?:at|with)\b|$)|(?<=for ){_PLACE}|(?<=head of ){_PLACE}"
    rf"|{_WORD}(?:(?: and|,)? {_WORD}){{0,4}}?{_WHOLE}))?"
)
"""What a post is about: head of *research and development*."""
_SCOPE: Final = rf"(?:{EN_MODIFIER}|{_PLACE}(?!.{{1,12}}(?:mayor|governor)))"
EN_POST: Final = rf"(?:(?:{_SCOPE}[ -]){{0,4}}(?:{EN_BASE})\b(?:-elect| emeritus)?)"
_ARTICLE: Final = "(?:the |a |an |its |his |her |their )?"
EN_POSTS: Final = (
    rf"(?:{_ARTICLE}(?<!\w){EN_POST}{EN_FIELD}"
    rf"(?:(?:, and |, | and | & |/| as well as ){_ARTICLE}{EN_POST}{EN_FIELD}){{0,5}})"
)
_LEARNED: Final = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:[a-z]+(?:ologist|icist|iatrist|ician)|(?:bio)?chemist|(?:neuro)?surgeon"
    r"|doctor|specialist|scientist|engineer|expert|nurse|economist|pharmacist|dentist)",
    re.IGNORECASE,
)


def is_profession(post: str) -> bool:
    """Whether a post says only what somebody has learned: ``immunologist``."""
    return _LEARNED.fullmatch(post) is not None
