from __future__ import annotations

import pytest

from zjkg.linking.substances import substance


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("维珍单抗", "vizhenmab"),
        ("安罗替尼", "anlotinib"),
        ("信迪利单抗", "sintilimab"),
        ("維珍單抗", "Vizhenmab"),
    ],
)
def test_one_substance_has_one_mark(chinese: str, english: str) -> None:
    mark = substance(chinese, english=False)
    assert mark is not None
    assert mark == substance(english, english=True)


@pytest.mark.parametrize(
    ("name", "english"),
    [("单抗", False), ("抗体药物维珍单抗注射液", False), ("concept", True), ("amab", True)],
)
def test_other_words_are_no_substances(name: str, *, english: bool) -> None:
    assert substance(name, english=english) is None


def test_another_stem_is_another_substance() -> None:
    assert substance("维珍单抗", english=False) != substance("vizhentinib", english=True)
    assert substance("维珍单抗", english=False) != substance("kastemab", english=True)
