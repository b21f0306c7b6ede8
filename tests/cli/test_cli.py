"""The commands as a user types them: both languages, exit codes, one shape of errors."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click
import pytest

from zjkg.cli import main, overview, program
from zjkg.cli.language import chosen_language

COMMANDS = (
    *("build", "add", "remove", "query", "provenance", "conflicts", "export", "validate"),
    *("review", "search"),
)
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Ran: ...


@pytest.fixture
def zjkg(
    five_folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Runs a command in this process against the store of the five articles."""
    monkeypatch.setenv("ZJKG_STORE", str(five_folder))
    monkeypatch.setenv("ZJKG_LANG", "en")

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 1, out.decode(), err.decode())

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_both_languages(zjkg: Run, command: str) -> None:
    english, chinese = zjkg(command, "--help"), zjkg(command, "--help", "--lang", "zh")
    assert (english.code, chinese.code) == (0, 0)
    assert "Usage: zjkg" in english.out
    assert "用法：zjkg" in chinese.out
    for line in chinese.out.splitlines()[2:]:
        if line.strip().startswith("-"):
            assert HAN.search(line) or "[" in line, line


def test_every_command_and_option_has_a_help_text() -> None:
    for command in program("en").commands.values():
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help


def test_no_command_shows_the_help(zjkg: Run) -> None:
    assert "Commands" in zjkg().out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("qury",), 2, "query"),
        (("query",), 2, "what should be asked"),
        (("query", "rolez"), 1, "roles"),
        (("query", "nowhere.rq"), 1, "nowhere.rq"),
        (("query", "parts-of"), 1, "name"),
        (("query", "parts-of", "-p", "name"), 1, "NAME=VALUE"),
        (("query", "roles", "--format", "turtle"), 1, "turtle"),
        (("query", "roles", "--store", "/nonexistent/store"), 1, "zjkg build"),
        (("export", "gexf"), 2, "--output"),
        (("export", "gefx", "-o", "x"), 1, "gexf"),
        (("export", "trig", "--weight", "origins", "-o", "x"), 1, "--weight"),
        (("info", "no-such-article"), 1, "001_e2210bb9bb458298"),
        (("remove", "no-such-article"), 1, "zjkg info"),
    ],
)
def test_errors_have_one_shape(
    zjkg: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    ran = zjkg(*arguments)
    assert ran.code == code
    assert not ran.out
    assert re.match(r"error: .+\nat: .+", ran.err)
    assert "expected: " in ran.err
    assert "do: " in ran.err
    assert words in ran.err


def test_errors_in_chinese(zjkg: Run) -> None:
    ran = zjkg("query", "rolez", "--lang", "zh")
    assert all(word in ran.err for word in ("错误：", "位置：", "预期：", "下一步："))


def test_records_are_flat_json(zjkg: Run) -> None:
    rows = json.loads(zjkg("query", "metrics", "--format", "records").out)
    assert all(isinstance(row["value"], int | float) for row in rows)
    assert any(row["valueMax"] is None for row in rows)


def test_a_query_from_standard_input_and_from_a_file(zjkg: Run, tmp_path: Path) -> None:
    text = "SELECT (COUNT(DISTINCT ?v) AS ?articles) WHERE { ?v a zj:ArticleVersion }"
    assert zjkg("query", "-", "--format", "csv", stdin=text).out.split() == ["articles", "5"]
    file = tmp_path / "count.rq"
    file.write_text(text, "utf-8")
    assert zjkg("query", str(file), "--format", "csv").out.split() == ["articles", "5"]


def test_a_named_query_with_a_parameter(zjkg: Run) -> None:
    ran = zjkg("query", "claims-with-value", "-p", "value=41600000000", "--format", "records")
    (row,) = json.loads(ran.out)
    assert row["speaker"] == "石谦"


@pytest.mark.parametrize("thing", ["石谦", "石謙", "Shi Qian", "461亿元", "46100000000"])
def test_provenance_marks_the_words(zjkg: Run, thing: str) -> None:
    ran = zjkg("provenance", thing, "--limit", "2")
    assert ran.code == 0
    assert "【" in ran.out
    assert "by rule " in ran.out


def test_provenance_of_nothing_is_no_success(zjkg: Run) -> None:
    ran = zjkg("provenance", "王凯蓉")
    assert ran.code == 1
    assert "王凯荣" in ran.err


def test_conflicts_show_both_sides(zjkg: Run) -> None:
    out = zjkg("conflicts", "--lang", "zh").out
    assert "461亿元" in out
    assert "416亿元" in out
    assert "石谦说" in out


def test_validate_and_info(zjkg: Run) -> None:
    assert zjkg("validate").out.startswith("0 violations")
    assert "Organization" in zjkg("info").out
    article = zjkg("info", "002_2164841e86bfa5ab", "--lang", "zh").out
    assert "unrelated-teaser" in article
    assert "移除" in article


def test_export_says_what_it_wrote(zjkg: Run, tmp_path: Path) -> None:
    ran = zjkg("export", "gexf", "--view", "people", "-o", str(tmp_path / "people.gexf"))
    assert re.search(r"people\.gexf: \d+ nodes, \d+ edges", ran.out)


@pytest.mark.parametrize(
    ("form", "losses"), [("gexf", "out"), ("gexf", "./sub/../out"), ("csv", "out/losses.json")]
)
def test_losses_never_overwrite_the_export(
    zjkg: Run, tmp_path: Path, form: str, losses: str
) -> None:
    (tmp_path / "sub").mkdir()
    out = tmp_path / "out"
    ran = zjkg("export", form, "-o", str(out), "--losses", f"{tmp_path}/{losses}")
    assert ran.code == 1
    assert "another file" in ran.err
    assert not out.exists()


def test_losses_that_cannot_be_written(zjkg: Run, tmp_path: Path) -> None:
    ran = zjkg("export", "gexf", "-o", str(tmp_path / "x"), "--losses", str(tmp_path / "no/l"))
    assert ran.code == 1
    assert "choose another path" in ran.err


@pytest.mark.parametrize(
    ("arguments", "locale", "expected"),
    [
        (["--lang", "zh"], "en_US.UTF-8", "zh"),
        (["build", "--lang=en"], "zh_CN.UTF-8", "en"),
        ([], "zh_CN.UTF-8", "zh"),
        ([], "C", "en"),
    ],
)
def test_the_language_is_chosen(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], locale: str, expected: str
) -> None:
    for name in ("ZJKG_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert chosen_language(arguments) == expected


@pytest.mark.parametrize(
    ("value", "locale", "start"),
    [("de", "C", "error: "), ("english", "C", "error: "), ("1", "zh_CN.UTF-8", "错误：")],
)
def test_a_language_that_is_not_spoken_is_an_error(
    zjkg: Run, monkeypatch: pytest.MonkeyPatch, value: str, locale: str, start: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("ZJKG_LANG", value)
    ran = zjkg("info")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(start)
    assert f"ZJKG_LANG={value}" in ran.err
    assert zjkg("--help", "--lang", "zh").code == 0, "the option wins"


@pytest.mark.parametrize("value", ["zh", "zh_TW.UTF-8", "zh-Hant"])
def test_a_language_may_be_written_as_a_locale(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ZJKG_LANG", value)
    assert chosen_language([]) == "zh"


def test_a_file_does_not_hide_a_named_query(
    zjkg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").write_text("SELECT (1 AS ?hidden) {}")
    assert "hidden" not in zjkg("query", "articles").out


@pytest.mark.parametrize("query", ["x" * 5000, "", "nul.rq", "."])
def test_no_query_is_one_clear_error(zjkg: Run, query: str) -> None:
    ran = zjkg("query", query)
    assert ran.code == 1
    assert ran.err.startswith("error: ")


def test_a_query_that_is_no_text(zjkg: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.rq"
    path.write_bytes(b"SELECT \xff")
    assert zjkg("query", str(path)).err.startswith("error: the query file cannot be read")


def test_export_to_standard_output(
    zjkg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = zjkg("export", "gexf", "--output", "-")
    assert ran.out.startswith("<?xml")
    assert ran.out.endswith("</gexf>\n")
    assert "nodes" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_output_that_cannot_be_written(five_folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "zjkg", "query", "mentions", "--store", str(five_folder)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"error: ")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_closes_the_pipe_is_content(five_folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "zjkg", "export", "nquads", "-o", "-", "--store", str(five_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"<"
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


def test_titles_do_not_steer_the_terminal(
    zjkg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "滨江生物园现有企业120家，累计投资超过30亿元。" * 20
    name = "park\x1b[31m.txt"
    (tmp_path / name).write_text(f"滨江\x1b[31m园\u202e启用\n{body}", "utf-8")
    monkeypatch.setenv("ZJKG_STORE", str(tmp_path / "store"))
    assert zjkg("build", str(tmp_path / name), "--jobs", "1").code == 0
    for arguments in (["info"], ["info", "park\x1b[31m"], ["query", "articles"]):
        shown = zjkg(*arguments).out
        assert "滨江" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_info_lists_the_first_articles_of_many(
    five_folder: Path, zjkg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "_MOST_ARTICLES", 2)
    shown = zjkg("info", "--store", str(five_folder)).out
    assert "5 articles" in shown
    assert "and 3 more: zjkg query articles" in shown
    assert sum(line.startswith("  00") for line in shown.splitlines()) == 2
    monkeypatch.setattr(overview, "_MOST_ARTICLES", 5)
    assert "more" not in zjkg("info", "--store", str(five_folder)).out


def test_a_report_of_another_format_is_named_and_written_anew(
    zjkg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "park.txt"
    article.write_text("2031-05-03\n滨江生命科学园2030年实现产值86亿元。\n", "utf-8")
    monkeypatch.setenv("ZJKG_STORE", str(tmp_path / "store"))
    assert zjkg("build", str(article), "--jobs", "1").code == 0
    report = tmp_path / "store" / "report.json"
    written = report.read_bytes()
    assert b'"format": 1' in written
    report.write_bytes(written.replace(b'"format": 1', b'"format": 7'))
    ran = zjkg("info")
    assert ran.code == 1
    assert "format version 7" in ran.err
    assert "report.json" in ran.err
    assert "zjkg build" in ran.err
    assert zjkg("build", str(article), "--full", "--jobs", "1").code == 0
    assert report.read_bytes() == written


def test_a_report_that_no_build_wrote(five_folder: Path, zjkg: Run, tmp_path: Path) -> None:
    copy = tmp_path / "store"
    shutil.copytree(five_folder, copy)
    (copy / "report.json").write_bytes(b"{}")
    ran = zjkg("info", "--store", str(copy))
    assert ran.code == 1
    assert ran.err.startswith("error: ")
