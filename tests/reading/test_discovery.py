from pathlib import Path

from zjkg.reading import discover, left_aside


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def test_folder(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.html", "README.md", "c.pdf", ".hidden.txt", "sub/d.markdown")
    found, problems = discover([tmp_path])
    assert [path.name for path in found] == ["a.html", "b.txt", "d.markdown"]
    assert problems == []


def test_order_does_not_matter_and_repetition_is_one(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt")
    one = discover([tmp_path / "b.txt", tmp_path / "a.txt", tmp_path])
    two = discover([tmp_path, tmp_path / "a.txt"])
    assert one == two
    assert len(one[0]) == 2


def test_readme_by_name(tmp_path: Path) -> None:
    make(tmp_path, "README.md")
    assert discover([tmp_path / "README.md"])[0] == [tmp_path / "README.md"]


def test_errors(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.html", "x.pdf", "empty/README.md")
    found, problems = discover(
        [
            tmp_path / "a.txt",
            tmp_path / "a.html",
            tmp_path / "x.pdf",
            tmp_path / "no",
            tmp_path / "empty",
        ]
    )
    assert found == [tmp_path / "a.html"]
    said = [str(problem) for problem in problems]
    assert any("a.txt" in message and "a.html" in message for message in said)
    assert any("'.pdf'" in message for message in said)
    assert any("no such file" in message for message in said)
    assert any("holds no article" in message for message in said)
    assert all(p.problem.next_step.zh and p.problem.expected.zh for p in problems)


def test_readme_in_another_language(tmp_path: Path) -> None:
    make(tmp_path, "README.zh.md", "readmes.txt")
    assert discover([tmp_path]) == ([tmp_path / "readmes.txt"], [])


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    make(tmp_path, "good.txt", "bad\udcff.txt")
    found, [problem] = discover([tmp_path])
    assert [path.name for path in found] == ["good.txt"]
    assert "not UTF-8" in str(problem)
    assert str(problem).isascii()


def test_a_link_to_nothing_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found, problems = discover([tmp_path])
    assert [path.name for path in found] == ["gone.txt"], "reading it gives the error"
    assert problems == []


def test_files_of_other_kinds_are_counted_by_their_ending(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.pdf", "sub/c.PDF", "d.docx", "LICENSE", ".e.pdf", ".git/f.jpg")
    make(tmp_path, "README.rst")
    found = left_aside([tmp_path, tmp_path / "b.pdf"])
    assert list(found.items()) == [(".pdf", 2), ("", 1), (".docx", 1)]
