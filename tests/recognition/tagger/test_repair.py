from zjkg.model import Syntax
from zjkg.recognition.tagger.english import EnglishTagger
from zjkg.recognition.tagger.repair import with_subjects


def test_a_clause_that_opens_with_a_place_has_its_subject() -> None:
    sentence = "At the campus outside Leeds, England, Marlow Therapeutics shares a room."
    (tagged,) = EnglishTagger().tag([sentence])
    words = [sentence[start:end] for start, end, _ in tagged.words]
    subject = tagged.syntax[words.index("Therapeutics")]
    assert (words[subject.head], subject.relation) == ("shares", "nsubj")


def test_a_verb_that_has_a_subject_is_left_alone() -> None:
    words = ["We", "met", "Ann", ",", "Bo", "said"]
    syntax = [
        Syntax(1, "nsubj", "we", "PRP"),
        Syntax(1, "ROOT", "meet", "VBD"),
        Syntax(1, "dobj", "ann", "NNP"),
        Syntax(2, "punct", ",", ","),
        Syntax(2, "appos", "bo", "NNP"),
        Syntax(1, "dep", "say", "VBD"),
    ]
    assert with_subjects(words, syntax) == syntax
