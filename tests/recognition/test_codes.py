"""Codes of products, and the classes, targets and standards that look like them."""

import pytest

from zjkg.recognition.candidates.codes import is_class


@pytest.mark.parametrize("code", ["PD-1", "CD19", "GLP-1", "COVID-19", "H1N1", "ISO-9001", "PDE4B"])
def test_classes_are_no_products(code: str) -> None:
    assert is_class(code)


@pytest.mark.parametrize("code", ["QR-305", "TKX-7", "LumaScan-2"])
def test_product_codes_are_no_classes(code: str) -> None:
    assert not is_class(code)
