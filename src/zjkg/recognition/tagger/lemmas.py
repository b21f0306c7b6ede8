"""Basic forms of English words, by spaCy's rules, each word's found once.

spaCy tries 179 rules on every word of a sentence. But for a few pairs (``let's``), what they come
to follows from the word, its tag and its relation, and most words come again and again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from spacy.attrs import DEP, ORTH, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS: Final = ("attribute_ruler", "lemmatizer")
"""The parts of the model that are run here alone."""
_REMEMBERED: Final = 1 << 16


class Lemmas:
    """Basic forms in small letters."""

    def __init__(self, model: Language) -> None:
        """Take the rules of a model."""
        self._vocab = model.vocab
        self._parts: list[Any] = [model.get_pipe(name) for name in COMPONENTS]
        self._openings = Matcher(model.vocab)
        rules = self._parts[0].patterns
        pairs = [words for rule in rules for words in rule["patterns"] if len(words) > 1]
        if pairs:
            self._openings.add("pair", [words[:1] for words in pairs])
        self._of_word = lru_cache(maxsize=_REMEMBERED)(self._read)

    def of(self, doc: Doc) -> list[str]:
        """The basic form of each word of a sentence that is tagged and parsed."""
        found = [self._of_word(*word) for word in doc.to_array([ORTH, TAG, DEP]).tolist()]
        if any(opens for _, opens in found[:-1]):
            return self._ruled(doc)
        return [lemma for lemma, _ in found]

    def _read(self, word: int, tag: int, relation: int) -> tuple[str, bool]:
        """The basic form of a word by itself, and whether a rule of several words begins so."""
        doc = Doc(self._vocab, words=[self._vocab.strings[word]])
        doc[0].tag, doc[0].dep = tag, relation
        opens = bool(self._openings(doc, allow_missing=True))
        return self._ruled(doc)[0], opens

    def _ruled(self, doc: Doc) -> list[str]:
        for part in self._parts:
            doc = part(doc)
        return [token.lemma_.lower() for token in doc]
