"""One tag set for the words of both languages.

Names: PER, LOC, ORG, TIME. Words: n noun, nz other proper noun, nw title of a work, vn verbal
noun, an adjectival noun, s and f places and positions, v verb, vd and ad used as adverbs, a
adjective, d adverb, m numeral, q classifier, t time, r pronoun, p preposition, c conjunction,
u particle, w punctuation, xc other function word. These are LAC's tags; Penn tags are mapped.
"""

from __future__ import annotations

_PENN = {
    "NN": "n",
    "NNS": "n",
    "NNP": "nz",
    "NNPS": "nz",
    "VBG": "vn",
    "JJ": "a",
    "JJR": "a",
    "JJS": "a",
    "RB": "d",
    "RBR": "d",
    "RBS": "d",
    "RP": "d",
    "EX": "r",
    "CD": "m",
    "IN": "p",
    "TO": "p",
    "CC": "c",
    "DT": "r",
    "PDT": "r",
    "PRP": "r",
    "PRP$": "r",
    "WP": "r",
    "WP$": "r",
    "WDT": "r",
    "WRB": "d",
    "POS": "u",
    "UH": "xc",
    "FW": "n",
    "$": "q",
    "MD": "v",
}
_ENTITY = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG", "DATE": "TIME"}


def english_tag(penn: str, entity: str) -> str:
    """The common tag of an English word; a name's label wins only over a proper noun's tag."""
    if penn in {"NNP", "NNPS"} and entity in _ENTITY:
        return _ENTITY[entity]
    if penn in _PENN:
        return _PENN[penn]
    return "v" if penn.startswith("VB") else "w"
