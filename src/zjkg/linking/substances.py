"""Names of active substances in both languages: 维珍单抗 is vizhenmab.

An international nonproprietary name ends in a stem that tells what kind of substance it is, and
Chinese renders each stem by fixed characters (WHO stem book; names of the Chinese Pharmacopoeia
Commission). The stretch before the stem is rendered by sound, and so only likely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zjkg.folding import match_key
from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED

_STEMS = (
    ("利珠单抗", "lizumab"),
    ("珠单抗", "zumab"),
    ("木单抗", "mumab"),
    ("单抗", "mab"),
    ("替尼", "tinib"),
    ("西利", "ciclib"),
    ("帕利", "parib"),
    ("列汀", "gliptin"),
    ("列净", "gliflozin"),
    ("西普", "cept"),
    ("莫司", "limus"),
    ("拉唑", "prazole"),
    ("沙坦", "sartan"),
    ("他汀", "statin"),
    ("佐米", "zomib"),
    ("韦", "vir"),
    ("仑赛", "leucel"),
)
# Letters that Chinese transliteration does not tell apart, and vowels that it adds.
_SOUND = str.maketrans({"b": "p", "d": "t", "g": "k", "c": "k", "q": "k", "x": "s", "z": "s",
                        "v": "w", "f": "w", "r": "l", "j": "s"})  # fmt: skip
_NOT_HEARD = re.compile("[aeiouhyn]")
_FEWEST_HEARD = 2
_LONGEST = 8
"""Han characters of a substance's name; a longer one says what the substance is for."""


@lru_cache(maxsize=REMEMBERED)
def substance(name: str, *, english: bool) -> str | None:
    """The stem of a substance's name with what is heard before it; None for other names.

    Names of one substance in two languages have one mark.
    """
    key = name.casefold() if english else match_key(name)
    for han, latin in _STEMS:
        stem = latin if english else han
        if key.endswith(stem) and (english or len(key) <= _LONGEST):
            stretch = key.removesuffix(stem)
            heard = _skeleton(stretch if english else read_aloud(stretch))
            if len(heard) >= _FEWEST_HEARD and (not english or stretch.isalpha()):
                return f"{latin}:{heard}"
    return None


def _skeleton(spelled: str) -> str:
    """The consonants that are heard, one for each class: zeluo and zelo are "sl"."""
    consonants = spelled[:1] + _NOT_HEARD.sub("", spelled[1:])
    return re.sub(r"(.)\1+", r"\1", consonants.translate(_SOUND))
