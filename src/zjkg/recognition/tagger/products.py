"""Products of matrices for spaCy's model, by the library that runs the Chinese taggers.

spaCy's own does not know every processor and is then three times slower. Numpy's would use all
cores, and a row's product would depend on how many rows there are. Here each row's product is bit
for bit the one that it has in any other batch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from spacy.pipeline import TrainablePipe
from thinc.api import NumpyOps

from zjkg.recognition.tagger.session import session
from zjkg.recognition.tagger.wiring import product

if TYPE_CHECKING:
    from spacy.language import Language

_Matrix = npt.NDArray[np.float32]


class RowProducts(NumpyOps):  # type: ignore[misc] # a compiled class without types
    """The operations of spaCy's layers, with products made row by row alike."""

    def __init__(self) -> None:
        super().__init__()
        self._product = session(product("rows", "columns"))

    def gemm(
        self,
        x: _Matrix,
        y: _Matrix,
        *,
        out: _Matrix | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> _Matrix:
        """The product of two matrices; layers have the second one transposed."""
        if trans1 or not trans2:
            other: _Matrix = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return other
        found = self._rows(x, y)
        if out is None:
            return found
        out[:] = found
        return out

    def _rows(self, rows: _Matrix, columns: _Matrix) -> _Matrix:
        # A single row would be summed up in another order.
        given = rows if len(rows) != 1 else np.repeat(rows, 2, axis=0)
        (found,) = self._product.run(None, {"rows": given, "columns": columns})
        kept: _Matrix = found[: len(rows)]
        return kept


def use_row_products(model: Language) -> None:
    """Let all layers of the model multiply by :class:`RowProducts`, disabled ones too."""
    operations = RowProducts()
    for _, component in model.components:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                layer.ops = operations
