"""Words by which English sentences turn, intend and go on from a time."""

from __future__ import annotations

import re

# where another verb begins, which the adverbial of the first does not date
NEW_VERB = re.compile(
    r"\band (?:now )?(?:has|have|holds?|owns?|employs?|runs?|operates?|plans?|will|expects?"
    r"|aims?|intends?|is|wants?|hopes?"
    r"|are|hire|grow|said|would|covers?|serves?)\b|\b(?:but|yet)\b"
    r"|\bwhile (?!(?:[\w’'-]+ ){1,6}?(?:was|were|rose|fell|grew|reached|came|totall?ed|climbed"
    r"|dropped|stood|hit)\b)"
)
INTENDED = re.compile(r"\b(?:will|would|plans?|aims?|intends?|expects?) |\A to [a-z]+ ")
HAS_SINCE = re.compile(r"\b(?:has|have|had) since\b")
