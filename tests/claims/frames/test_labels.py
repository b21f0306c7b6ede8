from zjkg.claims.frames.labels import Labels

LABELS = Labels(
    e1="江州医院", e2="江州医院肿瘤科", e3="江州", e4="江州医院", e5="江州医院肿瘤科护理部"
)


def test_the_longest_other_name_in_front_is_meant() -> None:
    assert LABELS.longest_beginning("江州医院肿瘤科护理部", 3) == "e2"


def test_of_equal_names_the_greatest_key() -> None:
    assert LABELS.longest_beginning("江州医院肿瘤科", 3) == "e4"


def test_neither_the_name_itself_nor_a_short_one() -> None:
    assert LABELS.longest_beginning("江州医院", 3) is None
    assert LABELS.longest_beginning("滨江医院", 3) is None
