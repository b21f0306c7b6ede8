"""What a build did, in words: what could not be read, what is otherwise, how many articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable, printable_line

if TYPE_CHECKING:
    from zjkg.build import Outcome
    from zjkg.supplied import Counted, Difference

_MOST_ROWS, _MOST_ENDINGS = 5, 8  # told one by one
_OWN = Bilingual("the seeds that came with zjkg", "zjkg 自带的 seeds")


def tell(outcome: Outcome, lang: MessageLanguage, paths: Sequence[Path] = ()) -> None:
    """Say what was done; exit 1 where an article could not be read."""
    for error in outcome.failed:
        click.echo(printable(error.problem.text(lang)), err=True)
    for note in (*_left_aside(paths), *_notes(outcome)):
        click.echo(printable_line(note.pick(lang)), err=True)
    if outcome.failed and outcome.nothing_changed and not outcome.unchanged:
        click.echo(Bilingual("nothing was built", "没有构建任何内容").pick(lang), err=True)
    elif outcome.nothing_changed:
        count = len(outcome.unchanged)
        click.echo(
            Bilingual(
                f"nothing changed: {count} articles as before", f"没有变动：{count} 篇文章如前"
            ).pick(lang)
        )
    else:
        click.echo(_summary(outcome).pick(lang))
    if outcome.failed:
        sys.exit(1)


def _summary(outcome: Outcome) -> Bilingual:
    numbers = [len(x) for x in (outcome.added, outcome.changed, outcome.removed, outcome.unchanged)]
    failed = len(outcome.failed)
    en = ("added", "replaced", "removed", "unchanged")
    zh = ("新增", "替换", "删除", "未变")
    words = ", ".join(f"{n} {word}" for n, word in zip(numbers, en, strict=True))
    characters = "，".join(f"{word} {n} 篇" for n, word in zip(numbers, zh, strict=True))
    if failed:
        words += f", {failed} not readable (see above)"
        characters += f"，{failed} 篇无法读取（见上）"
    return Bilingual(f"articles: {words}", f"文章：{characters}")


def _notes(outcome: Outcome) -> Iterator[Bilingual]:
    """What nobody asked for and somebody should know."""
    if outcome.supplied:
        yield from _supplied(outcome.supplied)
    yield from _unborne(outcome)


def _left_aside(paths: Sequence[Path]) -> Iterator[Bilingual]:
    """The files in folders of kinds that are not read."""
    from zjkg.reading import left_aside

    found = list(left_aside(paths).items())
    if not found:
        return
    en = [f"{count} {ending or 'without ending'}" for ending, count in found[:_MOST_ENDINGS]]
    zh = [f"{ending or '无扩展名'} {count} 个" for ending, count in found[:_MOST_ENDINGS]]
    if more := sum(count for _, count in found[_MOST_ENDINGS:]):
        en.append(f"{more} with other endings")
        zh.append(f"其他 {more} 个")
    yield _noted(
        Bilingual(
            f"files left aside, as their endings are not read: {', '.join(en)}",
            f"因扩展名不读取的文件：{'、'.join(zh)}",
        )
    )


def _unborne(outcome: Outcome) -> Iterator[Bilingual]:
    """The judgements that say nothing, since no article has a name of theirs."""
    file = Path(outcome.supplied.now, "judgements.csv")
    for row, name in outcome.unborne[:_MOST_ROWS]:
        pair = f"{row.first}, {row.second}"
        yield _noted(
            Bilingual(
                f"{file}, row {pair}: nothing in the store is called {name}",
                f"{file}，行 {pair}：图库中没有名为“{name}”的事物",
            )
        )
    if (more := len(outcome.unborne) - _MOST_ROWS) > 0:
        yield _noted(
            Bilingual(
                f"{file}: {more} more names that nothing bears",
                f"{file}：另有 {more} 个名称无所指",
            )
        )


def _supplied(found: Difference) -> Iterator[Bilingual]:
    """What is supplied otherwise than before; where it comes from elsewhere, the way back."""
    differing = (
        (Bilingual("judgements", "判断"), found.judgements),
        (Bilingual("authority entries", "权威条目"), found.authority),
    )
    for what, counted in differing:
        if counted:
            yield _noted(_change(what, counted))
    if found.before == found.now:
        return
    before, now = (
        _OWN if not each else Bilingual(each, each) for each in (found.before, found.now)
    )
    back = f"ZJKG_SEEDS={found.before}" if found.before else ""
    yield Bilingual(
        f"  before: {before.en}; now: {now.en}",
        f"  此前：{before.zh}；现在：{now.zh}",
    )
    yield Bilingual(
        f"  do: if that was not meant, {f'set {back}' if back else 'unset ZJKG_SEEDS'} and run "
        "zjkg build again with all articles",
        f"  下一步：若非本意，请{f'设置 {back}' if back else '取消 ZJKG_SEEDS'}，"
        "再对全部文章运行 zjkg build",
    )


def _change(what: Bilingual, counted: Counted) -> Bilingual:
    numbers = (
        (counted.gone, "fewer", "少"),
        (counted.new, "more", "多"),
        (counted.changed, "changed", "改"),
    )
    en = ", ".join(f"{n} {word}" for n, word, _ in numbers if n)
    zh = "，".join(f"{word} {n} 条" for n, _, word in numbers if n)
    return Bilingual(
        f"{what.en} are not those that the store was built with: {en}",
        f"{what.zh}与图库此前构建所用的不同：{zh}",
    )


def _noted(note: Bilingual) -> Bilingual:
    return Bilingual(f"note: {note.en}", f"提示：{note.zh}")
