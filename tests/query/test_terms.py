from __future__ import annotations

from zjkg.query.terms import best_sentences, search_terms


def test_a_question_becomes_words_of_any_script() -> None:
    assert {"临床试验", "项目"} <= set(search_terms("臨床試驗項目 有多少"))
    assert search_terms("Licence  licence deals") == ("licence", "deals")
    assert search_terms("的 ？") == ()


def test_rare_words_decide() -> None:
    sentences = [
        ("a", "园区企业数量增长"),
        ("b", "园区企业获批两个一类新药"),
        ("c", "園區舉辦論壇"),
        ("d", "园区很大"),
    ]
    assert best_sentences(("园区", "新药", "获批"), sentences) == ["b"]
    assert best_sentences(("论坛",), sentences) == ["c"]
    assert best_sentences(("火箭",), sentences) == []
    assert best_sentences(("园区", "火箭"), sentences) == []
    assert best_sentences((), sentences) == []
