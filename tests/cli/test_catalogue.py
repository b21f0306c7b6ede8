"""The query library as the command line lists and explains it."""

from __future__ import annotations

import pytest

from zjkg.cli import main
from zjkg.query import User, library


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["query", *arguments])
    assert ended.value.code == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


def sections(text: str, lang: str) -> dict[User, str]:
    titles = {user: user.called.zh if lang == "zh" else user.called.en for user in User}
    found: dict[User, str] = {}
    for user, title in titles.items():
        assert text.count(f"{title}\n") == 1
        found[user] = text.split(f"{title}\n")[1].partition("\n\n")[0]
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_list_has_each_query_once_by_kind_of_user(
    capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    text = told(capsys, "--list", "--lang", lang)
    by_user = sections(text, lang)
    for query in library().values():
        first, *others = query.users
        title = query.title.zh if lang == "zh" else query.title.en
        [line] = [each for each in text.splitlines() if each.startswith(f"  {query.name} ")]
        assert title in line
        assert line in by_user[first]
        for user in others:
            assert query.name in by_user[user].split()


def test_the_titles_stand_in_one_column(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "--list", "--lang", "en").splitlines()
    starts = {
        line.index(query.title.en)
        for query in library().values()
        for line in lines
        if line.startswith(f"  {query.name} ")
    }
    assert len(starts) == 1


def test_an_explanation_holds_all_that_the_header_says(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, "--explain", "licence-amounts", "--lang", "zh")
    query = library()["licence-amounts"]
    for words in (query.title.zh, query.description.zh, query.example, "产业分析师", "[any]"):
        assert words in text
    assert "out|in|both|any" in text
    assert "# title-en" not in text
    assert text.rstrip().endswith(query.text.rstrip().splitlines()[-1])
    assert "SELECT" in text


def test_a_parameter_without_default_is_said_to_be_required(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "-p year=…  integer [required]" in told(capsys, "--explain", "targets", "--lang", "en")
    assert "integer [必填]" in told(capsys, "--explain", "targets", "--lang", "zh")


def test_an_unknown_name_proposes_the_closest(capsys: pytest.CaptureFixture[str]) -> None:
    assert "licence-trade" in told(capsys, "--explain", "licence-trad", "--lang", "en", code=1)
