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


def test_short_units_are_read_as_if_written_out() -> None:
    sentence = "The £184m station cost £1.1bn, or NT$42bn for 1.2m sq ft. It paid £14m."
    (tagged,) = EnglishTagger().tag([sentence])
    words = [sentence[start:end] for start, end, _ in tagged.words]
    assert "".join(words) == sentence.replace(" ", "")
    heads = dict(zip(words, tagged.syntax, strict=True))
    assert heads["station"].relation == "nsubj"
    assert heads["bn"].lemma == "billion"
    assert heads["ft"].lemma == "foot"
    assert words[-2:] == ["m", "."]
