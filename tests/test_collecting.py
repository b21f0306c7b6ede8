"""The search for cycles rests where it is told to, and goes on as before."""

import gc
from collections.abc import Iterator

import pytest

from zjkg.collecting import lasting, uncollected


@pytest.fixture(autouse=True)
def _searched() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_search_rests_and_goes_on() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_what_lasts_is_passed_over() -> None:
    before = gc.get_freeze_count()
    model: dict[str, list[int]] = lasting({"weights": [1]})
    assert model == {"weights": [1]}
    assert gc.get_freeze_count() > before
