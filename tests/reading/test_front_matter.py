import pytest

from zjkg.errors import ReadingError
from zjkg.reading.front_matter import split


def test_values_stay_as_written() -> None:
    parts = split("a", "\n\n---\ntitle: '1:30'\ndate: 2021-10-12 20:00:00\nn: 007\n---\nbody\n")
    assert parts.values == {"title": "1:30", "date": "2021-10-12 20:00:00", "n": "007"}
    assert parts.body == "body\n"
    assert parts.written.startswith("---\ntitle")


def test_lists_and_mappings() -> None:
    parts = split("a", "---\nAuthor:\n - A B\n - C D\npublisher: {name: X报}\n---\n")
    assert parts.values == {"author": "A B\nC D", "publisher": "X报"}


@pytest.mark.parametrize(
    "text", ["text\n---\na: b\n---\n", "---\n\nrule\n\n---\nmore", "---\na: b\n"]
)
def test_no_header(text: str) -> None:
    parts = split("a", text)
    assert parts.body == text
    assert not parts.values


def test_broken_yaml_names_its_line() -> None:
    with pytest.raises(ReadingError, match=r"a:4\b") as caught:
        split("a", "\n---\ntitle: x\nauthor: y: z\ndate: 1\n---\nbody")
    assert "YAML" in caught.value.problem.what.zh


@pytest.mark.parametrize("value", ["[" * 30_000, "x" * 70_000, "!!python/object:os.system {}"])
def test_hostile_headers(value: str) -> None:
    with pytest.raises(ReadingError, match="front matter"):
        split("a", f"---\na: {value}\n---\nbody")
