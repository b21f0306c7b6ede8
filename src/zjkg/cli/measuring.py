"""The command that measures extraction against gold annotation: quality."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zjkg.cli.shapes import Command, Decorator, common, settings
from zjkg.cli.tables import Table, show
from zjkg.cli.worlds import plain_world, world_table
from zjkg.errors import Bilingual, MessageLanguage, SettingsError

if TYPE_CHECKING:
    from zjkg.quality import ArticleScore, Figures, Measured
    from zjkg.quality.worlds import WorldScore
    from zjkg.settings import Settings

_SETS = ("five", "written", "held")
_KEPT_ASIDE = "held"
_WORLDS = "worlds"
_KINDS = {
    "missed": Bilingual("missed", "漏报"),
    "false-alarm": Bilingual("false alarm", "误报"),
    "wrong": Bilingual("wrong", "有误"),
}
_FIGURES_HEADING = (
    Bilingual("class", "类别"),
    Bilingual("precision", "精确率"),
    Bilingual("recall", "召回率"),
    Bilingual("F1", "F1"),
    Bilingual("right", "正确"),
    Bilingual("predicted", "输出"),
    Bilingual("gold", "标注"),
)
_RULES_HEADING = (
    Bilingual("rule", "规则"),
    Bilingual("precision", "精确率"),
    Bilingual("right", "正确"),
    Bilingual("outputs", "输出"),
)


def commands(lang: MessageLanguage) -> list[click.Command]:
    """The one command, with help in the chosen language."""
    return [_quality(lang)]


def _quality(lang: MessageLanguage) -> click.Command:
    summary = Bilingual(
        "Precision, recall and F1 of the extraction against the gold annotation.",
        "对照人工标注，计算抽取的精确率、召回率和 F1。",
    )

    @click.command("quality", cls=Command, help=summary.pick(lang), add_help_option=False)
    @click.option(
        "--set",
        "chosen",
        type=click.Choice([*_SETS, _WORLDS, "all"]),
        help=Bilingual(
            "Which gold articles (default: all; with --errors: five and written). "
            "worlds measures identity and contradictions.",
            "哪一组标注文章（默认全部；与 --errors 同用时为 five 和 written）。"
            "worlds 衡量同一性与矛盾。",
        ).pick(lang),
    )
    @click.option(
        "--language",
        type=click.Choice(["zh-Hans", "zh-Hant", "en"]),
        help=Bilingual("Only articles in this language.", "只看该语言的文章。").pick(lang),
    )
    @_flag("errors", lang, "List misses, false alarms and wrong values.", "列出漏报、误报和错值。")
    @_flag("rules", lang, "Measured precision of each rule.", "各规则的实测精确率。")
    @click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help=Bilingual("How the figures are written.", "结果格式。").pick(lang),
    )
    @_flag(
        "update",
        lang,
        "Raise the floors to the measured figures; never lowers one.",
        "把下限提高到实测值；从不降低。",
    )
    @_flag(
        "lock",
        lang,
        "Lock the gold files as they are now, and stop.",
        "按现状锁定标注文件后结束。",
    )
    @common(lang)
    def quality(
        chosen: str | None, language: str | None, form: str, store: Path | None, **flags: bool
    ) -> None:
        from zjkg.quality import measure, measure_worlds

        known = settings(store)
        if flags["lock"]:
            _write_lock(known, lang)
            return
        sets = _chosen(chosen, errors=flags["errors"])
        if flags["update"] and language:
            raise click.UsageError(
                Bilingual(
                    "floors hold for all languages together: --update goes without --language",
                    "下限针对所有语言合计：--update 不能与 --language 同用",
                ).pick(lang),
                click.get_current_context(),
            )
        measured = measure(sets, known, language=language)
        with_worlds = chosen == _WORLDS or (chosen in {None, "all"} and not flags["errors"])
        worlds = measure_worlds(known) if with_worlds and language is None else []
        _write(measured, worlds, form, lang, flags)
        _tell_changed(sets, known, lang)
        if flags["update"]:
            _update(measured, known)
        elif language is None:
            _tell_under(measured, known, lang)

    return quality


def _flag(name: str, lang: MessageLanguage, en: str, zh: str) -> Decorator:
    return click.option(f"--{name}", is_flag=True, help=Bilingual(en, zh).pick(lang))


def _chosen(chosen: str | None, *, errors: bool) -> Sequence[str]:
    """The sets that are meant; the kept-aside one never with its errors."""
    if errors and chosen in {_KEPT_ASIDE, "all"}:
        raise SettingsError(
            Bilingual(
                "the errors of the kept-aside set are not shown: it is only scored, so that it "
                "keeps measuring what the rules do on articles nobody has looked at",
                "不显示保留集的错误：该集只用于评分，以便始终衡量规则在无人看过的文章上的表现",
            ),
            where=f"--set {chosen} --errors",
            expected=Bilingual("--set five or --set written", "--set five 或 --set written"),
            next_step=Bilingual("leave out --errors for this set", "对该集请去掉 --errors"),
        )
    if chosen is None and errors:
        return tuple(name for name in _SETS if name != _KEPT_ASIDE)
    if chosen == _WORLDS:
        return ()
    return _SETS if chosen in {None, "all"} else (str(chosen),)


def _write(
    measured: Sequence[Measured],
    worlds: Sequence[WorldScore],
    form: str,
    lang: MessageLanguage,
    flags: dict[str, bool],
) -> None:
    if form == "json":
        _write_json(measured, worlds, flags)
        return
    for each in measured:
        _show(each, lang, flags)
    for world in worlds:
        show(world_table(world, _FIGURES_HEADING), lang)


def _show(measured: Measured, lang: MessageLanguage, flags: dict[str, bool]) -> None:
    from zjkg.quality import tallies

    for language, figures in measured.by_language().items():
        count = sum(language in {each.language, "total"} for each in measured.articles)
        title = Bilingual(
            f"{measured.set}, {language} ({count} articles)",
            f"{measured.set}，{'合计' if language == 'total' else language}（{count} 篇）",
        )
        show(_figures_table(title, figures), lang)
    if flags["rules"]:
        rows = [
            (rule, f"{each.precision:.3f}", str(each.right), str(each.outputs))
            for rule, each in tallies(measured.articles).items()
        ]
        title = Bilingual(f"{measured.set}, by rule", f"{measured.set}，按规则")
        show(Table(title, _RULES_HEADING, rows), lang)
    if flags["errors"]:
        for article in measured.articles:
            _show_findings(article, lang)


def _figures_table(title: Bilingual, figures: Figures) -> Table:
    rows = [
        (
            name,
            *(f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1)),
            *(str(count) for count in (score.right, score.predicted, score.gold)),
        )
        for name, score in figures.items()
        if not score.is_empty
    ]
    return Table(title, _FIGURES_HEADING, rows)


def _show_findings(article: ArticleScore, lang: MessageLanguage) -> None:
    click.echo(f"{article.source} ({article.language}): {len(article.findings)}")
    for finding in article.findings:
        click.echo(f"  {_KINDS[finding.kind].pick(lang)} {finding.figure}: {finding.what}")
        if finding.sentence:
            click.echo(f"      {' '.join(finding.sentence.split())}")


def _write_json(
    measured: Sequence[Measured], worlds: Sequence[WorldScore], flags: dict[str, bool]
) -> None:
    import msgspec

    plain = [*(_plain(each, flags) for each in measured), *map(plain_world, worlds)]
    content = msgspec.json.format(msgspec.json.encode(plain))
    click.echo(content.decode())


def _plain(measured: Measured, flags: dict[str, bool]) -> dict[str, Any]:
    from zjkg.quality import tallies

    plain: dict[str, Any] = {
        "set": measured.set,
        "figures": {
            language: {
                name: {
                    "precision": round(score.precision, 4),
                    "recall": round(score.recall, 4),
                    "f1": round(score.f1, 4),
                    "right": score.right,
                    "predicted": score.predicted,
                    "gold": score.gold,
                }
                for name, score in figures.items()
            }
            for language, figures in measured.by_language().items()
        },
    }
    if flags["rules"]:
        plain["rules"] = tallies(measured.articles)
    if flags["errors"]:
        plain["errors"] = {each.source: each.findings for each in measured.articles}
    return plain


def _write_lock(known: Settings, lang: MessageLanguage) -> None:
    from zjkg.quality import gold_folder, locked, write_lock

    folder = gold_folder(known)
    write_lock(folder)
    count = sum(len(files) for files in locked(folder).values())
    click.echo(Bilingual(f"locked {count} gold files", f"已锁定 {count} 个标注文件").pick(lang))


def _update(measured: Sequence[Measured], known: Settings) -> None:
    from zjkg.quality import gold_folder, load_floors, raised, write_floors

    folder = gold_folder(known)
    write_floors(folder, raised(measured, load_floors(folder)))


def _tell_changed(sets: Sequence[str], known: Settings, lang: MessageLanguage) -> None:
    from zjkg.quality import differences, gold_folder, load_lock, locked

    folder = gold_folder(known)
    lock, now = load_lock(folder), locked(folder)
    for name in sets:
        changed = list(differences(lock, now, name))
        if changed:
            message = Bilingual(
                f"changed since the gold files were locked: {', '.join(changed)}",
                f"标注文件锁定后有变动：{'、'.join(changed)}",
            )
            click.echo(message.pick(lang), err=True)


def _tell_under(measured: Sequence[Measured], known: Settings, lang: MessageLanguage) -> None:
    """Name each figure under its floor; exit 1 where there is one."""
    from zjkg.quality import gold_folder, load_floors, under

    low = list(under(measured, load_floors(gold_folder(known))))
    for name, figure, f1, floor in low:
        message = Bilingual(
            f"under its floor: {name} {figure} F1 {f1:.3f} < {floor:.2f}",
            f"低于下限：{name} {figure} F1 {f1:.3f} < {floor:.2f}",
        )
        click.echo(message.pick(lang), err=True)
    if low:
        sys.exit(1)
