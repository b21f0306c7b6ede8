"""What all claims of one article are read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from zjkg.claims.frames.english.syntax import Syntax
from zjkg.claims.frames.frame import Frame, frame_of
from zjkg.claims.frames.labels import Labels
from zjkg.claims.frames.names import Slots, named_slots
from zjkg.claims.frames.references import with_references
from zjkg.folding import simplified
from zjkg.model import Article, BlockKind, Entity, LanguageTag, Recognition, Sentence, Span


@dataclass(frozen=True, slots=True)
class SentenceFrame:
    """A sentence and its frame; ``syntax`` only where the words have one (English)."""

    sentence: Sentence
    frame: Frame
    chinese: bool
    syntax: Syntax | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article made ready for the grammar of claims: folded text, names, frames."""

    article: Article
    key: str
    slots: Slots
    sentences: tuple[SentenceFrame, ...]
    starts: tuple[int, ...]
    labels: Labels
    """The preferred name of each entity, made ``simplified``, by key."""

    def item_at(self, offset: int) -> SentenceFrame | None:
        """The sentence that holds an offset, if one does."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].sentence.span.end:
            return self.sentences[index]
        return None

    def sentence_at(self, offset: int) -> Span:
        """The span of the sentence that holds an offset, else of its block."""
        item = self.item_at(offset)
        if item is not None:
            return item.sentence.span
        for block in self.article.blocks:
            if block.span.start <= offset < block.span.end:
                return block.span
        return Span(offset, offset)

    def sentences_over(self, span: Span) -> Span:
        """The stretch from the first to the last sentence that the span touches."""
        first = self.sentence_at(span.start)
        last = self.sentence_at(max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, span.end))


def read_article(
    article: Article, recognition: Recognition, entities: tuple[Entity, ...]
) -> Reading:
    """Make an article ready for the grammar of claims."""
    key = simplified(article.text)
    slots = with_references(article, key, named_slots(recognition, entities), entities)
    frames = []
    for index, sentence in enumerate(article.sentences):
        chinese = sentence.language is not LanguageTag.EN
        title = article.blocks[sentence.block].kind is BlockKind.TITLE
        frame = frame_of(key, sentence.span, slots, chinese=chinese, title=title)
        words = recognition.tokens[index] if index < len(recognition.tokens) else ()
        syntax = None if chinese else Syntax.of(words)
        frames.append(SentenceFrame(sentence, frame, chinese, syntax))
    starts = tuple(sentence.span.start for sentence in article.sentences)
    return Reading(article, key, slots, tuple(frames), starts, Labels.of(entities))
