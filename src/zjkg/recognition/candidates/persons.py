"""Chinese persons by the words around them: posts, by-lines, speech, titles, counted lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.lexicon import common_words, ordinary_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES, longest_place_prefix
from zjkg.recognition.posts import CREDIT_POSTS, POST
from zjkg.recognition.vocabulary import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    NOT_NAMES,
    SAYS,
    SURNAMES,
)

_HAN = "[\u4e00-\u9fff]"
_POSTS = compiled(rf"{POST}(?:[、兼和及暨]{{1,2}}{POST})*")
_GAP = re.compile(r"[\s:：]{0,2}")
_FOREIGN = re.compile(rf"{_HAN}{{1,6}}(?:[·•‧・]{_HAN}{{1,8}}){{1,3}}?(?={SAYS}|[^\u4e00-\u9fff·])")
_DOTS = frozenset("·•‧・")
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][A-Za-z'.-]*){1,3}(?![A-Za-z])")
_ENDS = re.compile(r"[\s，,。、：:；;？?！!（()）“”\"「」『』《》【】〔〕［］/／|｜—-]|$")
_CUE = compiled(
    r"(?:对话|专访|(?:采写|撰文|撰稿|作者|主持人|受访者|嘉宾|文|图|摄影|摄|责编|校对|审核|制图|"
    r"视觉|实习生)[\s:：/|丨｜]{1,3}|女儿|儿子|妻子|丈夫|太太|父亲|母亲|哥哥|弟弟|姐姐|妹妹|同学|同事|搭档|师兄|好友)"
)
_SPEAKER = re.compile(r"\s*[*]{0,2}([\u4e00-\u9fff]{2,4})[*]{0,2}[：:](?=.)")
_PREDICATES = re.compile(
    r"(?:提醒|担任|介绍|表示|认为|透露|指出|强调|坦言|告诉|出席|带领|宣布|分析|率领|主持|称|说)"
)
_NO_NAME_TAGS = frozenset(
    {"d", "v", "p", "c", "r", "f", "t", "m", "vn", "ad", "an", "u", "vd", "q"}
)
_AFTER = re.compile(
    rf"{SAYS}|[和与及同在于从为是将的以曾也向对就则任率带笑签还又并接正近昨今周共获等由因当出为均]|"
    rf"博士|院士|教授|"
    "先生|女士|同日|日前|分别|宣布|发布|透露|主持|主任|代表|亲自|一行|现任|创立|创办|预计|坦承|"
    "直言|"
    "团队|看好|负责|加入|回应|预估|受访|报道|报导|质疑|追问|关注|出任|原是|跑|\\d"
)
_JOINED = re.compile(
    r"[和与及同](?=(?:则|也|还|曾|(?:昨|今|当)[日天晚晨]|同日|日前|近日|此前|随后)*(?:表示|说|称|认为|介绍|透露|指出|告诉|强调|坦|补充|解释|笑|直言|回应|否认|证实|强调|宣布|致辞|回复)"
    r"|[则也又]|在[^，。、]{0,10}(?:时|上|中))"
)
_NEXT = re.compile(r"[、，,\s]\s?|和|与")
_TITLE = re.compile(r"(?:博士|院士|教授|先生|女士|医生|老师)")
_SPEECH = re.compile(rf"(?:在[^，。]{{0,20}}时|这样|对记者|向记者|接受[^，。]{{2,15}})?{SAYS}")
_MANY = re.compile(
    rf"((?:{_HAN}{{2,4}}、){{1,9}}{_HAN}{{2,4}})([两二三四五六七八九十])位(?:院士|专家|教授|学者|"
    rf"博士)"
)
_AGENT = re.compile(
    r"由(?=[\u4e00-\u9fff]{2,4}?(?:在\d{4}年|于\d{4}年|创办|创立|领衔|带领|担任|主持|出任|执掌))"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[，。；：！？“”「」、\s,;:!?（(]))([\u4e00-\u9fff]{2,3}?)(?=认为|毕业于|告诉记者|表示|指出|坦言|曾任|出生于|"
    r"透露|强调|解释|直言|笑说|回忆|补充|坦承|分析|创办|加入|(?:也|还|则|又|曾|近日|日前|昨天|昨日|今天)(?:说|表示|认为|指出|透露|强调))"
)
# 钟某某　某某生物董事长兼总裁: an entry of a list of people
_ENTRY = re.compile(
    r"\s*(?:[-*•·●]\s*)?"
    rf"(?P<name>{_HAN}{{2,4}}|{_HAN}{{1,6}}(?:[·•‧]{_HAN}{{1,8}}){{1,3}})(?:\s{{1,4}}|[,，])"
)
_ENTERED = compiled(
    rf"[^，。；：！？,;:\n]{{2,40}}?{POST}(?:[、兼和]{{1,2}}{POST}){{0,5}}\s*[，,。]?\s*$"
)
# Verbs of speech of one character that no given name ends in.
_SPEECH_CHARACTERS = frozenset("说称")
_HALF = 2
_NUMBERS = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_CERTAIN, _LIKELY, _TAGGED, _WORD = 3, 2, 2, 1


def posts(passage: Passage) -> Iterator[re.Match[str]]:
    """The posts that stand in a sentence, those joined to one another as one."""
    if passage.posts:
        yield from _POSTS.finditer(passage.text, passage.span.start, passage.span.end)


def propose(passage: Passage) -> Iterator[Candidate]:
    """People whom their posts, titles or words make known."""
    for match in posts(passage):
        gap = _GAP.match(passage.text, match.end(), passage.span.end)
        start = gap.end() if gap else match.end()
        many = match.group() in CREDIT_POSTS
        for span in _names(passage, start, many=many):
            yield Candidate(span, EntityType.PERSON, "frame:post")
    for match in _CUE.finditer(passage.text, passage.span.start, passage.span.end):
        for span in _names(passage, match.end(), many=True):
            yield Candidate(span, EntityType.PERSON, "frame:post")
    entry = _ENTRY.match(passage.text, passage.span.start, passage.span.end)
    if (
        entry
        and _is_entry(entry["name"])
        and _ENTERED.match(passage.text, entry.end(), passage.span.end)
    ):
        yield Candidate(Span(*entry.span("name")), EntityType.PERSON, "frame:post")
    speaker = _SPEAKER.match(passage.text, passage.span.start, passage.span.end)
    if speaker and like_person(speaker.group(1)):
        yield Candidate(Span(*speaker.span(1)), EntityType.PERSON, "frame:speech")
    for match in _AGENT.finditer(passage.text, passage.span.start, passage.span.end):
        agent = _name_at(passage, match.end())
        if agent is not None:
            yield Candidate(agent, EntityType.PERSON, "frame:agent")
    yield from _subjects(passage)
    yield from _tagged(passage)
    yield from _counted(passage)


def _is_entry(name: str) -> bool:
    """Whether the words that open an entry can be a person's name."""
    return bool(set(name) & _DOTS) or (like_person(name) and not _is_word(name))


def _subjects(passage: Passage) -> Iterator[Candidate]:
    """Two or three characters with a family name in front, alone before a person's verb."""
    for match in _SUBJECT.finditer(passage.text, passage.span.start, passage.span.end):
        name = match.group(1)
        if like_person(name) and not (_is_word(name) or _is_word(name[:2])):
            yield Candidate(Span(*match.span(1)), EntityType.PERSON, "frame:person-verb")


def _is_word(text: str) -> bool:
    return text in common_words() or text in ordinary_words()


def like_person(name: str) -> bool:
    """Whether a word begins like a Chinese person's name and is no place or common word."""
    return name[:1] in SURNAMES and name not in PLACES and name not in NOT_NAMES


def _names(passage: Passage, start: int, *, many: bool) -> Iterator[Span]:
    """The name that begins at ``start``; after 记者 also those joined to it."""
    while (span := _name_at(passage, start)) is not None:
        yield span
        joint = _NEXT.match(passage.text, span.end, passage.span.end)
        if not many or joint is None:
            return
        start = joint.end()


def _name_at(passage: Passage, start: int) -> Span | None:
    text, limit = passage.text, passage.span.end
    index = passage.token_from(start)
    if index < len(passage.tokens) and passage.tokens[index].span.start == start:
        token = passage.tokens[index]
        if token.tag == "PER" and set(token.span.of(text)) & _DOTS:
            return token.span
    for pattern in (_FOREIGN, _LATIN):
        if match := pattern.match(text, start, limit):
            return Span(*match.span())
    likely = (
        japanese(text[start : start + 4])
        or like_person(text[start : start + 3])
        or _is_tagged(passage, index, start)
    )
    if start >= limit or not likely or text[start] > "\u9fff":
        return None
    family = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    options = [
        (_fit(passage, start, end), end)
        for end in _ends(text, start, family)
        if end <= limit and _is_han(text[start:end])
    ]
    score, end = max(options, default=(0, start))
    name = text[start:end]
    sure = (
        (like_person(name) and not _is_phrase(passage, name, index))
        or japanese(name)
        or (_is_tagged(passage, index, start) and passage.tokens[index].span.end == end)
    )
    return Span(start, end) if score >= _LIKELY and sure else None


def _is_phrase(passage: Passage, name: str, index: int) -> bool:
    """Whether a conjunction or a word of time stands where a name would: 和业界, 白天看."""
    if index >= len(passage.tokens):
        return False
    token = passage.tokens[index]
    opening = name[:_HALF]
    time = (
        token.tag in {"t", "TIME", "d", "f"}
        and passage.word(index) == opening
        and _is_word(opening)
    )
    return name[0] in "和与及由" or name.startswith("单位") or (time and len(name) > _HALF)


def _is_tagged(passage: Passage, index: int, start: int) -> bool:
    """Whether the tagger begins a person here whose family name is on no list."""
    tokens = passage.tokens
    return index < len(tokens) and tokens[index].span.start == start and tokens[index].tag == "PER"


def _ends(text: str, start: int, family: int) -> tuple[int, ...]:
    """Where a name may end: one or two given characters; two after a Japanese family name."""
    ends = (start + family + 1, start + family + 2)
    return (*ends, start + 4) if japanese(text[start : start + 4]) and family == 1 else ends


def japanese(name: str) -> bool:
    """Whether four characters look like a Japanese name: 高桥正树, 佐藤健一."""
    return len(name) == 4 and name[:2] in JAPANESE_SURNAMES and _is_han(name)  # noqa: PLR2004


def _fit(passage: Passage, start: int, end: int) -> int:
    """How well a name may end here: by what follows, and by the tagger's words."""
    text, limit = passage.text, passage.span.end
    score = 0
    if text[end - 1] in _SPEECH_CHARACTERS and end - start > _HALF:
        return 0  # 陈立|说：the tagger takes the verb for the end of the name
    if _ENDS.match(text, end, limit):
        score = _CERTAIN
    elif text[end - 1] == "则" and end - start > _HALF and _PREDICATES.match(text, end, limit):
        return 0  # 甲乙|则表示
    elif _JOINED.match(text, end, limit):
        score = 0  # 岳清和|表示: the conjunction is the last character of the name
    elif _AFTER.match(text, end, limit) or longest_place_prefix(text[end : min(limit, end + 6)]):
        score = _LIKELY
    if _PREDICATES.match(text, end - 1, limit):
        score -= _LIKELY
    index, after = passage.token_from(start), passage.token_from(end)
    tokens = passage.tokens
    if index < len(tokens) and tokens[index].span == Span(start, end):
        if tokens[index].tag in _NO_NAME_TAGS and score < _CERTAIN and _is_word(text[start:end]):
            return 0
        score += _TAGGED if tokens[index].tag == "PER" else _WORD
    starts = index < len(tokens) and tokens[index].span.start == start
    if starts and after < len(tokens) and tokens[after].span.start == end:
        score += _WORD + (end - start - 2)
    return score


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def _tagged(passage: Passage) -> Iterator[Candidate]:
    """A word tagged as a person before a verb of speech or a title."""
    for token in passage.tokens:
        if token.tag != "PER":
            continue
        if _TITLE.match(passage.text, token.span.end):
            yield Candidate(token.span, EntityType.PERSON, "frame:title")
        elif _SPEECH.match(passage.text, token.span.end) and like_person(
            token.span.of(passage.text)
        ):
            yield Candidate(token.span, EntityType.PERSON, "frame:speech")


def _counted(passage: Passage) -> Iterator[Candidate]:
    """A、B、C三位院士: the number tells how many names the list has, and where the last ends."""
    for match in _MANY.finditer(passage.text, passage.span.start, passage.span.end):
        names = match.group(1).split("、")
        if len(names) != _NUMBERS[match.group(2)]:
            continue
        # The first item may carry words in front of the name: a tagged person wins there.
        offset = match.start(1)
        for position, name in enumerate(names):
            start = offset
            if position == 0:
                index = passage.token_before(offset + len(name))
                start = max(start, passage.tokens[index].span.start)
            if name[start - offset] in SURNAMES:
                span = Span(start, offset + len(name))
                yield Candidate(span, EntityType.PERSON, "frame:counted")
            offset += len(name) + 1
