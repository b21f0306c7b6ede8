"""Lines and brackets that name an article's reporters, editors and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from zjkg.reading import dates
from zjkg.reading.names import has_surname, is_english_name, is_outlet
from zjkg.reading.scripts import HAN_CLASS

_HAN = f"[{HAN_CLASS}]"
_POST = (
    r"(?:(?:实习|實習|特约|特約|首席|见习|見習|摄影|攝影|文字|驻地|駐地|高级|高級"
    r"|资深|資深|全媒体|全媒體)?"
    r"(?:记者|記者|通讯员|通訊員|撰稿人|评论员|評論員)|实习生|實習生"
    r"|(?:责任|責任|执行|執行|值班|本期|网络|網絡)?(?:编辑|編輯)|责编|責編|主编|主編|校对|校對"
    r"|审核|審核|监制|監製"
    r"|作者|撰文|采写|採寫|采访|採訪|撰稿|编译|編譯|摄影|攝影|供稿|整理|审校|審校|终审|終審)"
)
_NAME = (
    rf"(?!(?:{_HAN}{{2,3}})?(?:报道|報道|報導))(?:{_HAN}{{2,4}}(?:·{_HAN}{{1,8}})*|{_HAN} "
    rf"{_HAN}(?!{_HAN})"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})"
)
_NAMES = rf"{_NAME}(?:[ 　、,，/和]{{1,3}}(?!{_POST}){_NAME}){{0,9}}(?![{HAN_CLASS}])"
_SELF = re.compile(r"本(?:报|報|刊|网|網|台|臺|社|站)")
_ITEM = re.compile(
    rf"(?P<org>(?!撰文|文字|供稿|编译|編譯|摄影|攝影|来源|來源)(?:{_HAN}|[A-Za-z0-9·]){{2,16}}?)??"
    rf"[ 　]?[／/]?[ 　]?(?P<post>{_POST})(?P<mark>[ 　]*[：:/|｜丨][ 　]*|[ 　]+"
    rf"|)(?P<names>{_NAMES})"
)
_SLASHED = re.compile(
    rf"(?<!撰)(?P<post>[文图圖]{{1,2}})[ 　]*[/／|｜丨：:][ 　]*(?P<names>{_NAMES})"
)
_SOURCE = re.compile(
    rf"(?:(?:文章|信息|消息|稿件|新闻|新聞)?(?:来源|來源|来自|來自)|Source)[ 　]*[：:][ 　]*"
    rf"(?P<outlet>(?:{_HAN}|[\w&.·（）()-]| (?=[A-Za-z]))+)"
)
_DISPATCH = re.compile(  # （某某社記者陳大文新竹2日電）, 記者陳大文／新竹報導
    rf"(?:(?P<org>{_HAN}{{2,8}}?)[ 　／/]?)??(?P<post>记者"
    rf"|記者)[ 　]?(?P<names>{_HAN}{{2,3}})[ 　]?"
    rf"(?:[/／][ 　]?{_HAN}{{2,6}}?(?:报道|報導|報道|电|電)"
    rf"|{_HAN}{{2,4}}(?:\d{{1,2}}月)?\d{{1,2}}日(?:专|專|综合|綜合)?(?:电|電|讯|訊))"
)
_SEPARATOR = re.compile(r"[\s　,，、;；/|｜丨（()）〔〕【】\[\]·—-]+")
_LABEL = re.compile(
    r"(?:(?:发布|發布|發佈|更新|刊发)?(?:时间|時間|日期|于|於)?[：:]?"
    r"|(?:Published|Updated|Posted)(?: ?on)?:?"
    r"|字[号號体體][：:]?[大中小]{0,3}|(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论"
    r"|評論)[量数數次]{0,2}[：:]?\d*"
    r"|(?:[\u3400-\u9fff]{2,4})?(?:报道|報道|報導)|分享|打印|列印|\d{6,8})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]{2,80})[）)】\]〕]")
_PIECE = re.compile(r"[^|｜丨\s　]+(?: [^|｜丨\s　]+)*")
_EN_OUTLET = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}")
_SHORT_NAME = re.compile(f"{_HAN}{{3,8}}")
_REPORTER = ("记者", "記者")
_MAX_LINE = 120

_EN_NAME = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}"
_EN_NAMES = rf"{_EN_NAME}(?:(?:, and |, | and |; ){_EN_NAME}){{0,9}}"
_EN_LABEL = (
    r"(?:(?:Reporting|Additional reporting|Written|Story|Text|Editing|Edited|Photos?|Compiled)?"
    r" ?[Bb]y|(?P<post>Staff (?:[Rr]eporter|[Ww]riter)|Reporters?|Editors?|Authors?|Writers?)"
    r"(?: ?:| by)?)"
)
_EN_ITEM = re.compile(
    rf"{_EN_LABEL} (?P<names>{_EN_NAMES})"
    r"(?: ?/ ?(?P<title>(?:[Ss]taff|[Cc]ontributing) (?:reporter|writer)|[Rr]eporter"
    r"|[Cc]orrespondent))?(?:,? (?:in|with) [A-Z]\w+(?:[ /][A-Z]\w+){0,3})?"
)
_EN_EACH = re.compile(_EN_NAME)
_EN_TITLE = re.compile(r"\b(?:Writer|Reporter|Correspondent|Editor|Staff)s?$")
_HAN_EACH = re.compile(_NAME)
_NO_SEPARATOR_NAME = range(2, 4)


@dataclass(frozen=True, slots=True)
class Person:
    """A credited person: offsets in the line; ``post`` is empty where the line names none."""

    name: tuple[int, int]
    post: tuple[int, int]
    organization: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line credits: people, the outlet it came from, and when it was published."""

    people: tuple[Person, ...] = ()
    outlet: tuple[int, int] | None = None
    has_date: bool = False


def whole_line(line: str, zone: ZoneInfo) -> Byline | None:
    """The credits of a line that holds nothing but credits, source and date; else None."""
    if len(line) > _MAX_LINE:
        return None
    used: list[tuple[int, int]] = []
    people: list[Person] = []
    date = dates.find(line, zone)
    if date:
        used.append((date[0], date[1]))
    source = _SOURCE.search(line)
    if source:
        used.append(source.span())
    for start, end, found in _credits(_masked(line, used)):
        used.append((start, end))
        people += found
    outlet = source.span("outlet") if source else None
    if date and not source:
        outlet = _unlabelled_outlet(line, used, credited=bool(people))
        used += [outlet] if outlet else []
        people = [_of_outlet(line, person, outlet) for person in people]
    if not used or not _is_nothing(line, used):
        return None
    return Byline(tuple(people), outlet, date is not None)


def bare_name(line: str) -> Byline | None:
    """A line that is an English name and nothing more; only its place can tell its role."""
    if not is_english_name(line):
        return None
    return Byline((Person((0, len(line)), (0, 0), None),))


def in_brackets(line: str) -> tuple[Person, ...]:
    """The people credited in brackets inside a paragraph: （某某社记者 王某）."""
    return tuple(
        Person(
            _moved(person.name, bracket.start(1)),
            _moved(person.post, bracket.start(1)),
            _moved(person.organization, bracket.start(1)) if person.organization else None,
        )
        for bracket in _BRACKETED.finditer(line)
        for person in _all_credits(bracket[1])
    )


def _all_credits(words: str) -> list[Person]:
    """The people of a stretch that is credits throughout, else nobody."""
    found = list(_credits(words))
    if not _is_nothing(words, [(start, end) for start, end, _ in found]):
        return []
    return [person for _, _, people in found for person in people]


def _credits(line: str) -> Iterator[tuple[int, int, list[Person]]]:
    dispatch = _DISPATCH.search(line)
    if dispatch and has_surname(dispatch["names"]):
        person = next(_chinese_people(dispatch))
        yield dispatch.start(), dispatch.end(), [person]
        line = _masked(line, [dispatch.span()])
    for pattern in (_ITEM, _SLASHED):
        for found in pattern.finditer(line):
            people = list(_chinese_people(found))
            if people:
                yield found.start(), found.end(), people
    for found in _EN_ITEM.finditer(line):
        yield found.start(), found.end(), list(_english_people(found))


def _chinese_people(found: re.Match[str]) -> Iterator[Person]:
    groups = found.groupdict()
    names = list(_HAN_EACH.finditer(found.string, found.start("names"), found.end("names")))
    if groups.get("mark") == "" and not _plausible_unseparated(names):
        return
    organization = None
    if groups.get("org") and not _SELF.fullmatch(groups["org"]) and _belongs(found):
        organization = found.span("org")
    post = found.span("post")
    if groups["post"] in {"文", "图", "圖", "文图", "文圖", "图文", "圖文"}:
        post = (post[0], post[0])
    for name in names:
        yield Person(name.span(), post, organization)


def _belongs(found: re.Match[str]) -> bool:
    """Whether a post is one of the outlet before it: a reporter's, or one right behind its name."""
    return found["post"].endswith(_REPORTER) or found.end("org") == found.start("post")


def _plausible_unseparated(names: list[re.Match[str]]) -> bool:
    """记者王小明 is a credit, 记者获悉 is not."""
    return all(len(name[0]) in _NO_SEPARATOR_NAME and has_surname(name[0]) for name in names)


def _english_people(found: re.Match[str]) -> Iterator[Person]:
    names = list(_EN_EACH.finditer(found.string, found.start("names"), found.end("names")))
    title = next((name.span() for name in names if _EN_TITLE.search(name[0])), None)
    title = found.span("title") if found["title"] else title
    for name in names:
        if not _EN_TITLE.search(name[0]):
            post = found.span("post") if found["post"] else title or (name.start(), name.start())
            yield Person(name.span(), post, None)


def _is_nothing(line: str, used: list[tuple[int, int]]) -> bool:
    """Whether only separators and labels are left of a line beside what was used."""
    rest, at = [], 0
    for start, end in sorted(used):
        rest.append(line[at:start])
        at = max(at, end)
    rest.append(line[at:])
    return all(_LABEL.fullmatch(_SEPARATOR.sub("", part)) for part in rest)


def _unlabelled_outlet(
    line: str, used: list[tuple[int, int]], *, credited: bool
) -> tuple[int, int] | None:
    """The outlet beside a date, as in 某某网 2021-10-12 or By A B | Some Daily | 2021-10-12.

    Beside a date and a reporter, a short name that opens the line is an outlet whatever its end.
    """
    masked = _masked(line, used)
    for piece in _PIECE.finditer(masked):
        if is_outlet(piece[0]) or ("|" in line and _EN_OUTLET.fullmatch(piece[0])):
            return piece.span()
        if credited and piece.start() == 0 and _SHORT_NAME.fullmatch(piece[0]):
            return piece.span()
    return None


def _of_outlet(line: str, person: Person, outlet: tuple[int, int] | None) -> Person:
    """A reporter with the outlet beside whose date the by-line names them."""
    if outlet is None or person.organization or not line[slice(*person.post)].endswith(_REPORTER):
        return person
    own = _SELF.search(line, max(0, person.post[0] - 3), person.post[0])
    return person if own else Person(person.name, person.post, outlet)


def _masked(line: str, used: list[tuple[int, int]]) -> str:
    """The line, equally long, with separators where something was found before."""
    for start, end in used:
        line = f"{line[:start]}{'|' * (end - start)}{line[end:]}"
    return line


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
