"""Products for spaCy's layers: right, and for each row the same whatever stands beside it."""

import numpy as np
import numpy.typing as npt
import onnx
import pytest
from thinc.api import NumpyOps

from zjkg.recognition.tagger.english import EnglishTagger
from zjkg.recognition.tagger.products import RowProducts
from zjkg.recognition.tagger.wiring import product

Matrix = npt.NDArray[np.float32]


def _matrices() -> tuple[Matrix, Matrix]:
    random = np.random.default_rng(5)
    rows = random.standard_normal((90, 288), dtype=np.float32)
    return rows, random.standard_normal((96, 288), dtype=np.float32)


def test_the_model_of_a_product_is_valid() -> None:
    onnx.checker.check_model(onnx.load_from_string(product("rows", "columns")), full_check=True)


@pytest.mark.parametrize("which", ["neither", "second", "both"])
def test_products_are_those_of_spacy(which: str) -> None:
    rows, columns = _matrices()
    first, second = which == "both", which != "neither"
    x, y = rows.T if first else rows, columns if second else columns.T
    mine = RowProducts().gemm(x, y, trans1=first, trans2=second)
    its = NumpyOps().gemm(x, y, trans1=first, trans2=second)
    assert np.allclose(mine, its, atol=1e-4)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 33])
def test_a_row_has_the_same_product_in_every_batch(count: int) -> None:
    rows, columns = _matrices()
    operations = RowProducts()
    together = operations.gemm(rows, columns, trans2=True)
    out = np.empty((count, len(columns)), np.float32)
    assert operations.gemm(rows[5 : 5 + count], columns, trans2=True, out=out) is out
    assert np.array_equal(out, together[5 : 5 + count])


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    sentences = ["Novara Bio raised $12 million.", "Stop.", "It said trials had begun in May."]
    tagger = EnglishTagger()
    assert tagger.tag(sentences) == [each for alone in sentences for each in tagger.tag([alone])]
