"""The command that asks a person: review."""

from __future__ import annotations

import getpass
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjkg.cli.shapes import Command, common, settings
from zjkg.cli.tables import terminal_width
from zjkg.errors import Bilingual, MessageLanguage, SettingsError
from zjkg.printable import printable_line
from zjkg.settings import is_packaged, seeds_folder

if TYPE_CHECKING:
    from zjkg.review import Agenda, Material, Question, Tally

_COLUMNS = (
    *("standing", "type", "firstName", "secondName", "evidence", "reason"),
    *("first", "firstDate", "firstHeadline", "second", "secondDate", "secondHeadline"),
)
_NOT_IN_TABLE = ("firstDate", "firstHeadline", "secondDate", "secondHeadline")
_NO_PAIR = Bilingual("there is no pair of names to judge", "没有可判断的名称对")
_NONE_UNDECIDED = Bilingual(
    "no pair is undecided; --all also shows the pairs that a rule joined or kept apart",
    "没有未决的名称对；--all 也列出规则已合并或分开的名称对",
)


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The command, with help in the chosen language."""
    return [_review(lang)]


def _review(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Decide on pairs of names that may be one thing, one key a pair. Each decision is a row "
        "of judgements.csv; zjkg build applies it.",
        "逐对判断名称是否指同一事物，一键一对。每个决定写成 judgements.csv 的一行，"
        "由 zjkg build 应用。",
    )

    @click.command("review", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.option(
        "--seeds",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help=Bilingual(
            "Folder of judgements.csv (default: ZJKG_SEEDS, or the seeds of the checkout).",
            "judgements.csv 所在文件夹（默认环境变量 ZJKG_SEEDS，或代码库的 seeds）。",
        ).pick(lang),
    )
    @click.option(
        "--who",
        help=Bilingual(
            "Who judges (default: your user name).", "判断人（默认为系统用户名）。"
        ).pick(lang),
    )
    @click.option(
        "--all",
        "everything",
        is_flag=True,
        help=Bilingual(
            "Also the pairs that a rule joined or kept apart.", "也包括规则已合并或分开的名称对。"
        ).pick(lang),
    )
    @click.option(
        "--list",
        "listing",
        is_flag=True,
        help=Bilingual("List the pairs and ask nothing.", "只列出，不提问。").pick(lang),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(("table", "records")),
        default="table",
        show_default=True,
        help=Bilingual("How --list is written.", "--list 的格式。").pick(lang),
    )
    @common(lang)
    def review(
        seeds: Path | None,
        who: str | None,
        form: str,
        store: Path | None,
        **flags: bool,
    ) -> None:
        from zjkg.review import Agenda, Material, questions

        known = settings(store, seeds)
        material = Material.load(known)
        asked = questions(material.identity, everything=flags["everything"])
        agenda = Agenda(material.identity, asked, material.listed)
        if flags["listing"]:
            _list(agenda, material, form, lang)
            return
        tally = _ask(
            agenda,
            material,
            seeds_folder(known),
            _reviewer(who),
            lang,
            all_asked=flags["everything"],
        )
        if tally.same or tally.different:
            click.echo(_next_step(seeds).pick(lang))

    return review


def _ask(  # noqa: PLR0913  # what the command line says
    agenda: Agenda,
    material: Material,
    folder: Path,
    who: str,
    lang: MessageLanguage,
    *,
    all_asked: bool,
) -> Tally:
    from zjkg.linking import JUDGEMENTS
    from zjkg.review import Session, Sheet, keys

    sheet = Sheet(_own(folder) / JUDGEMENTS)
    sheet.check()
    today = datetime.now().astimezone().date().isoformat()
    with keys() as pressed:
        session = Session(agenda, material, sheet, pressed, who, today, lang, click.echo)
        try:
            session.run()
        finally:  # also where the reviewer leaves with Ctrl-C
            tally = session.tally()
            click.echo(printable_line(_summary(tally, sheet.path, all_asked=all_asked).pick(lang)))
    return tally


def _summary(tally: Tally, path: Path, *, all_asked: bool) -> Bilingual:
    if not (tally.same or tally.different or tally.skipped or tally.open):
        return _NO_PAIR if all_asked else _NONE_UNDECIDED
    return Bilingual(
        f"{path}: {tally.same} judged the same, {tally.different} different, "
        f"{tally.skipped} skipped; {tally.open} open",
        f"{path}：同一 {tally.same} 对，不同 {tally.different} 对，跳过 {tally.skipped} 对；"
        f"尚待判断 {tally.open} 对",
    )


def _next_step(seeds: Path | None) -> Bilingual:
    command = printable_line(f"ZJKG_SEEDS={seeds} zjkg build" if seeds else "zjkg build")
    return Bilingual(
        f"{command}, with the same articles as before, applies them",
        f"对同样的文章再次运行 {command} 即可应用",
    )


def _list(agenda: Agenda, material: Material, form: str, lang: MessageLanguage) -> None:
    rows = [_row(question, material, lang) for _, question in agenda.pending()]
    if form == "records":
        import msgspec

        lines = b",\n".join(msgspec.json.encode(row) for row in rows)
        sys.stdout.buffer.write(b"[\n" + lines + b"\n]\n" if lines else b"[]\n")
        return
    from pyoxigraph import Literal

    from zjkg.query.table import table_text

    columns = [column for column in _COLUMNS if column not in _NOT_IN_TABLE]
    cells = ([Literal(row[column]) for column in columns] for row in rows)
    click.echo(table_text(columns, cells, lang=lang, width=terminal_width()), nl=False)


def _row(question: Question, material: Material, lang: MessageLanguage) -> dict[str, str]:
    from zjkg.review import side

    first, second = (side(material, key) for key in question.pair)
    return {
        "standing": question.standing.value,
        "type": " / ".join(dict.fromkeys((first.type, second.type))),
        "firstName": first.names[0],
        "secondName": second.names[0],
        "evidence": ", ".join(question.merge.evidence),
        "reason": question.merge.reason.pick(lang),
        "first": first.address,
        "firstDate": first.date,
        "firstHeadline": first.headline,
        "second": second.address,
        "secondDate": second.date,
        "secondHeadline": second.headline,
    }


def _reviewer(named: str | None) -> str:
    """The name that rows bear; on one line, as it stands in a cell."""
    try:
        who = printable_line(getpass.getuser() if named is None else named).strip()
    except (OSError, KeyError, ImportError):  # no such user, or a system without users
        who = ""
    if not who:
        raise SettingsError(
            Bilingual("it is unknown who judges", "不知道判断人是谁"),
            where="--who",
            expected=Bilingual("a name", "姓名"),
            next_step=Bilingual("give --who NAME", "请用 --who 给出姓名"),
        )
    return who


def _own(folder: Path) -> Path:
    """The folder, where it is not part of the installed package."""
    if is_packaged(folder):
        raise SettingsError(
            Bilingual(
                "judgements are not written into the installed package", "判断不写入已安装的程序包"
            ),
            where=str(folder),
            expected=Bilingual("a seeds folder of your own", "您自己的 seeds 文件夹"),
            next_step=Bilingual(
                "copy the folder and name the copy with --seeds or ZJKG_SEEDS",
                "请复制该文件夹，并用 --seeds 或 ZJKG_SEEDS 指定副本",
            ),
        )
    return folder
