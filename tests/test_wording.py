from __future__ import annotations

import pytest

from zjkg.model import ConflictType, EntityType
from zjkg.wording import worded


@pytest.mark.parametrize("name", [*EntityType, "Observation", "Role", "Relation", "Quotation"])
def test_every_class_that_people_are_told_has_a_chinese_word(name: str) -> None:
    assert worded(name).en == name
    assert not worded(name).zh.isascii()


@pytest.mark.parametrize("name", ConflictType)
def test_so_has_every_type_of_contradiction(name: str) -> None:
    assert not worded(name, "conflictType").zh.isascii()


def test_what_the_ontology_does_not_know_keeps_its_name() -> None:
    assert worded("Nothing").zh == "Nothing"
