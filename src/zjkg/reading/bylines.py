"""Lines and brackets that name an article's reporters, editors and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from zjkg.folding import simplified
from zjkg.patterns import compiled
from zjkg.reading import dates
from zjkg.reading.byline_words import (
    HAN,
    JOINED_POSTS,
    NAME,
    NAMES,
    PLACES,
    PLAIN_LABEL,
    POST,
    REPORTER,
)
from zjkg.reading.names import has_surname, is_english_name, is_outlet

_SELF = re.compile("本(?:报|刊|网|台|社|站)")
_ITEM = re.compile(
    rf"(?:{PLAIN_LABEL}[ 　]*[/／|｜丨：:][ 　]*)?"
    rf"(?P<org>(?!撰文|文字|供稿|编译|摄影|来源|采访)(?:{HAN}|[A-Za-z0-9·]){{2,16}}?)??"
    rf"[ 　]?[／/|｜丨]?[ 　]?(?P<post>{JOINED_POSTS})"
    rf"(?P<mark>[ 　]*[：:/／|｜丨・‧][ 　]*|[ 　]+|)(?P<names>{NAMES})"
)
_SLASHED = re.compile(
    rf"(?<!{HAN})(?P<post>{PLAIN_LABEL})[ 　]*[/／|｜丨：:・‧][ 　]*(?P<names>{NAMES})"
)
_SOURCE = re.compile(
    rf"(?:(?:文章|信息|消息|稿件|新闻|素材|资料|图片)?(?:来源|来自)|Source)[ 　]*[：:][ 　]*"
    rf"(?P<outlet>(?:{HAN}|[\w&.·（）()-]| (?=[A-Za-z]))+)"
)
_DISPATCH = re.compile(  # （某某社记者陈大文新竹2日电）, 记者陈大文／新竹报道, 记者陈大文台北报道
    rf"(?:(?P<org>(?:{HAN}|[A-Za-z0-9]){{2,10}}?)[ 　]?[／/|｜丨]?[ 　]?)??"
    r"(?P<post>(?:特派|驻地|实习|见习)?记者)[ 　]?"
    rf"(?P<names>{HAN}{{2,3}}(?:[、，]{HAN}{{2,3}}){{0,3}})[ 　]?"
    rf"(?:[/／]?[ 　]?{HAN}{{0,6}}?(?:报[道导]|电(?!子))"
    rf"|{HAN}{{2,4}}(?:(?:\d{{4}}年)?\d{{1,2}}月)?\d{{1,2}}日(?:专|综合)?(?:电|讯)"
    rf"|[ 　]?[/／]?{PLACES}$)"
)
_SEPARATOR = re.compile(r"[\s　,，、;；/／|｜丨（()）〔〕【】\[\]·—–*■□◎●○▲△★☆◆◇►▶※-]+")
_LABEL = re.compile(
    r"(?:(?:发布|更新|刊发)?(?:时间|日期|于)?[：:]?"
    r"|(?:Published|Updated|Posted)(?: ?on)?:?"
    r"|字[号体][：:]?[大中小]{0,3}|(?:阅读|浏览|点击|评论)[量数次]{0,2}[：:]?\d*"
    rf"|(?:{HAN}{{2,4}})?报[道导]|(?:发自)?{PLACES}|分享|打印|列印|本报讯|\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?|\d{{6,8}})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[（(【\[〔]([^（()）【】\[\]〔〕]{2,80})[）)】\]〕]")
_PIECE = re.compile(r"[^|｜丨\s　]+(?: [^|｜丨\s　]+)*")
_EN_OUTLET = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}|[a-z][a-z0-9-]+(?:\.[a-z]{2,5}){1,2}")
_EN_WIRE = re.compile(
    r"^\((?P<outlet>[A-Z][\w.’']*(?: [A-Z][\w.’']*){0,3})\) *(?:\d{1,2}:\d{2},?)?"
)
_EN_POST = re.compile(
    r"(?:[A-Z][\w&-]+ ){0,3}(?:Correspondent|Reporter|Editor|Writer|Columnist|Journalist)"
)
_SHORT_NAME = re.compile(f"{HAN}{{3,8}}")
_MAX_LINE = 120

_EN_NAME = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}"
_EN_NAMES = rf"{_EN_NAME}(?:(?:, and |, | and |; ){_EN_NAME}){{0,9}}"
_EN_LABEL = (
    r"(?:(?:Reporting|Additional reporting|Written|Story|Text|Words|Editing|Edited|Photos?"
    r"|Contributed|Compiled|Translated)? ?[Bb]y|(?:Photos?|Photographs?|Pictures?|Image):"
    r"|(?P<post>Staff (?:[Rr]eporter|[Ww]riter)|Reporters?|Editors?|Authors?|Writers?)"
    r"(?: ?:| by)?)"
)
_EN_ITEM = re.compile(
    rf"{_EN_LABEL} (?P<names>{_EN_NAMES})"
    r"(?: ?/ ?(?P<title>(?:[Ss]taff|[Cc]ontributing) (?:reporter|writer)|[Rr]eporter"
    r"|[Cc]orrespondent))?(?:,? (?:in|with) [A-Z]\w+(?:(?:[ /]|, )[A-Z]\w+){0,3})?"
)
_EN_TITLED = re.compile(
    rf"(?P<post>)(?P<names>{_EN_NAME}), (?P<title>(?:[A-Za-z&-]+ ){{0,3}}"
    r"(?:[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist))\b"
)
_EN_EACH = re.compile(_EN_NAME)
_EN_TITLE = re.compile(r"\b(?:Writer|Reporter|Correspondent|Editor|Staff)s?$")
_HAN_EACH = re.compile(NAME)
_EACH_POST = compiled(POST)
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
    line = simplified(line)
    used: list[tuple[int, int]] = []
    people: list[Person] = []
    date = dates.find(line, zone)
    for start, end, _ in dates.each(line, zone):
        used.append((start, end))
    source = _SOURCE.search(line)
    if source:
        used.append(source.span())
    for start, end, found in _credits(_masked(line, used)):
        used.append((start, end))
        people += found
    outlet = source.span("outlet") if source else None
    wire = _EN_WIRE.match(line)
    if date and wire:
        outlet = wire.span("outlet")
        used.append(wire.span())
    elif date and not source:
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


def post_line(line: str) -> bool:
    """Whether a line is the post of the reporter in the line above: ``Senior Health Reporter``."""
    return _EN_POST.fullmatch(line) is not None


def in_brackets(line: str) -> tuple[Person, ...]:
    """The people credited in brackets inside a paragraph: （某某社记者 王某）."""
    return tuple(
        Person(
            _moved(person.name, bracket.start(1)),
            _moved(person.post, bracket.start(1)),
            _moved(person.organization, bracket.start(1)) if person.organization else None,
        )
        for bracket in _BRACKETED.finditer(simplified(line))
        for person in _all_credits(bracket[1])
    )


def _all_credits(words: str) -> list[Person]:
    """The people of a stretch that is credits throughout, else nobody."""
    found = list(_credits(words))
    if not _is_nothing(words, [(start, end) for start, end, _ in found]):
        return []
    return [person for _, _, people in found for person in people]


def _credits(line: str) -> Iterator[tuple[int, int, list[Person]]]:
    dispatch = _DISPATCH.search(line) if "记者" in line else None
    if dispatch and has_surname(dispatch["names"]):
        yield dispatch.start(), dispatch.end(), list(_chinese_people(dispatch))
        line = _masked(line, [dispatch.span()])
    # Most lines name no post; the longer patterns need not look for credits there.
    for pattern in (_ITEM, _SLASHED) if _EACH_POST.search(line) else (_SLASHED,):
        for found in pattern.finditer(line):
            people = list(_chinese_people(found))
            if people:
                yield found.start(), found.end(), people
    for pattern in (_EN_ITEM, _EN_TITLED):
        items = list(pattern.finditer(line))
        for found in items:
            yield found.start(), found.end(), list(_english_people(found))
        line = _masked(line, [found.span() for found in items])


def _chinese_people(found: re.Match[str]) -> Iterator[Person]:
    groups = found.groupdict()
    names = list(_HAN_EACH.finditer(found.string, found.start("names"), found.end("names")))
    if groups.get("mark") == "" and not _plausible_unseparated(names):
        return
    organization = None
    if groups.get("org") and not _SELF.fullmatch(groups["org"]) and _belongs(found):
        organization = found.span("org")
    posts = [
        post.span()
        for post in _EACH_POST.finditer(found.string, found.start("post"), found.end("post"))
    ]
    for name in names:
        for post in posts or [(found.start("post"),) * 2]:
            yield Person(name.span(), post, organization)


def _belongs(found: re.Match[str]) -> bool:
    """Whether a post is one of the outlet before it: a reporter's, or one right behind its name."""
    return found["post"].endswith(REPORTER) or found.end("org") == found.start("post")


def _plausible_unseparated(names: list[re.Match[str]]) -> bool:
    """记者王小明 is a credit, 记者获悉 is not."""
    short = all(len(name[0]) in _NO_SEPARATOR_NAME for name in names)
    return short and any(has_surname(name[0]) for name in names)


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
        opens = not masked[: piece.start()].strip("|　 ")
        if credited and opens and _SHORT_NAME.fullmatch(piece[0]):
            return piece.span()
    return None


def _of_outlet(line: str, person: Person, outlet: tuple[int, int] | None) -> Person:
    """A reporter with the outlet beside whose date the by-line names them."""
    if outlet is None or person.organization or not line[slice(*person.post)].endswith(REPORTER):
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
