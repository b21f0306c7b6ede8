"""What acts and what is acted on, in parsed English sentences."""

from __future__ import annotations

import pytest

from zjkg.claims.frames.english.syntax import Syntax
from zjkg.model import Span, Token
from zjkg.recognition.tagger.english import EnglishTagger


@pytest.fixture(scope="module")
def tagger() -> EnglishTagger:
    return EnglishTagger()


def _parse(tagger: EnglishTagger, text: str) -> Syntax:
    (tagged,) = tagger.tag([text])
    tokens = tuple(
        Token(Span(start, end), tag, syntax)
        for (start, end, tag), syntax in zip(tagged.words, tagged.syntax, strict=True)
    )
    syntax = Syntax.of(tokens)
    assert syntax is not None
    return syntax


def _word(syntax: Syntax, text: str, word: str) -> int:
    found = syntax.word_at(text.index(word))
    assert found is not None
    return found


def _texts(syntax: Syntax, text: str, words: list[int]) -> list[str]:
    return [syntax.tokens[each].span.of(text) for each in words]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Marlow opened a plant and hired 50 chemists.", "hired", ["Marlow"], ["chemists"]),
        ("Marlow plans to hire 50 chemists.", "hire", ["Marlow"], ["chemists"]),
        ("The park, which houses 50 firms, grew.", "houses", ["park"], ["firms"]),
        ("The plant was built by Marlow in May.", "built", ["plant"], ["plant"]),
        ("Marlow and Terling signed a contract.", "signed", ["Marlow", "Terling"], ["contract"]),
        (
            "Marlow raised $20 million, bringing the total to $50 million.",
            "bringing",
            ["Marlow"],
            ["total"],
        ),
    ],
)
def test_subjects_and_objects(
    tagger: EnglishTagger, text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    syntax = _parse(tagger, text)
    at = _word(syntax, text, verb)
    assert _texts(syntax, text, syntax.subjects(at)) == subjects
    assert _texts(syntax, text, syntax.objects(at)) == objects


def test_a_passive_has_its_agent_behind_by(tagger: EnglishTagger) -> None:
    text = "The plant was built by Marlow and Terling in May."
    syntax = _parse(tagger, text)
    built = _word(syntax, text, "built")
    assert syntax.is_passive(built)
    assert _texts(syntax, text, syntax.agents(built)) == ["Marlow", "Terling"]
    assert _texts(syntax, text, syntax.brought(built, "in")) == ["May"]


def test_a_name_has_a_head(tagger: EnglishTagger) -> None:
    text = "Harbour Science Park in Leeds attracted new tenants last year."
    syntax = _parse(tagger, text)
    assert list(syntax.words_in(Span(0, len("Harbour Science Park")))) == [0, 1, 2]
    head = syntax.head_of(Span(0, len("Harbour Science Park")))
    assert head is not None
    assert syntax.tokens[head].span.of(text) == "Park"


def test_one_sentence_has_one_root(tagger: EnglishTagger) -> None:
    (tagged,) = tagger.tag(["Marlow Inc. grew. It hired 50 chemists!"])
    roots = [i for i, each in enumerate(tagged.syntax) if each.head == i]
    assert len(roots) == 1


def test_words_without_syntax_have_none() -> None:
    assert Syntax.of((Token(Span(0, 2), "n"),)) is None
    assert Syntax.of(()) is None
