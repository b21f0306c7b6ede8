from zjkg.recognition.tagger.english import EnglishTagger


def test_words_names_and_common_tags() -> None:
    sentence = "Chen Wei joined the University of Hong Kong in 2019."
    (tagged,) = EnglishTagger().tag([sentence])
    tags = {sentence[start:end]: tag for start, end, tag in tagged.words}
    assert tags["Chen"] == "PER"
    assert tags["joined"] == "v"
    assert tags["of"] == "p"
    assert tags["2019"] == "m"
    assert tags["."] == "w"
    names = {(sentence[start:end], label) for start, end, label in tagged.names}
    assert ("Chen Wei", "PERSON") in names
