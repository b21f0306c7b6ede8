"""The small language in which the grammar of claims is written: a regex with macros for names.

``@ORG``, ``@AGENT`` … one name of these types; ``%ORG`` a list of them (A、B和C等; A, B and C);
``~`` other words inside the clause; ``≈`` other words inside the sentence. No gap crosses a name.
"""

from __future__ import annotations

import re
from functools import cache

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.model import EntityType as Type
from zjkg.patterns import compiled

_SETS: dict[str, tuple[Type, ...]] = {
    "ORG": (Type.ORGANIZATION,),
    "PERSON": (Type.PERSON,),
    "PARK": (Type.PARK,),
    "PLACE": (Type.PLACE,),
    "EVENT": (Type.EVENT,),
    "PRODUCT": (Type.PRODUCT,),
    "AGENT": (Type.ORGANIZATION, Type.PERSON),
    "SITE": (Type.PARK, Type.PLACE),
    "EMPLOYER": (Type.ORGANIZATION, Type.PARK),
    "ACTOR": (Type.ORGANIZATION, Type.PERSON, Type.PARK, Type.PLACE),
    "ANY": tuple(Type),
}
_MACRO = re.compile(r"([@%])([A-Z]+)|[~≈]")
_ZH_STOP = f"，。；：！？{ANY_LETTER}"
_EN_STOP = f".;:!?{ANY_LETTER}"
_ZH_JOIN = r"(?:、|和|与|及|以及|暨|联合(?!创)|会同|携手)"  # 联合创始人 joins nobody
_EN_LAST = r",? (?:and|&|as well as) (?:the )?"


def letters(name: str) -> str:
    """The character class that matches one name of a set of types."""
    return "[" + "".join(LETTERS[kind] for kind in _SETS[name]) + "]"


def _zh_list(one: str) -> str:
    unknown = f"(?:、[^、等{_ZH_STOP}]{{1,12}}){{0,6}}?"  # items that were not recognized
    # Whichever way it is read, it ends before the next name: one reading is enough, and a long
    # list that does not fit is not tried in every combination.
    joined = f"(?>{unknown}{_ZH_JOIN}[^、{_ZH_STOP}]{{0,24}}?(?=[{ANY_LETTER}]))"
    employer = f"(?:{LETTERS[Type.ORGANIZATION]}(?:(?!{_ZH_JOIN})[^、{_ZH_STOP}]){{0,14}}?)??"
    if LETTERS[Type.PERSON] not in one:
        employer = ""
    item = f"(?:{joined}{employer}{one})"
    return f"{one}{item}*(?:、[^、等{_ZH_STOP}]{{1,12}})*等?"


def _en_list(one: str) -> str:
    # A comma joins only where the list ends in "and": "According to A, B grew" is no list.
    return f"(?:{one}(?:, (?:the )?{one})*{_EN_LAST}(?:{one}|others|more)|{one})"


@cache
def zh(source: str) -> re.Pattern[str]:
    """Compile a pattern for Chinese frames."""
    return _compile(source, chinese=True)


@cache
def en(source: str) -> re.Pattern[str]:
    """Compile a pattern for English frames; a capital matches its small letter."""
    return _compile(source, chinese=False)


def _compile(source: str, *, chinese: bool) -> re.Pattern[str]:
    stop, comma = (_ZH_STOP, "，") if chinese else (_EN_STOP, "")
    clause, sentence = (24, 40) if chinese else (40, 80)
    listed = _zh_list if chinese else _en_list

    def expand(found: re.Match[str]) -> str:
        if found[0] == "~":
            return f"[^{stop}]{{0,{clause}}}?"
        if found[0] == "≈":
            return f"[^{stop.replace(comma, '')}]{{0,{sentence}}}?"
        one = letters(found[2])
        return one if found[1] == "@" else listed(one)

    # A class that shuts out ``@`` shuts out every name.
    source = source.replace("@]", f"{ANY_LETTER}]")
    return compiled(_MACRO.sub(expand, source), re.IGNORECASE)
