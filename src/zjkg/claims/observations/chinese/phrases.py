"""A small grammar of Chinese noun phrases: those that end, and those that begin, a stretch.

A word belongs to a phrase when it is a noun or what stands before nouns, or a verb that says
which things are meant (注册企业); a verb whose object the noun is (集聚企业) ends the phrase.
"""

from __future__ import annotations

import re

from zjkg.claims.observations.chinese import lexicon
from zjkg.claims.observations.chinese.wording import Word, words
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Span

_SHORT = 2
_MAXIMUM_WORDS = 14
_INNERMOST = 4
_RELATIVE = re.compile(r"[^，。；：、“”（）\d]{3,16}的\Z")
_ASIDE = re.compile(r"[A-Za-z一-鿿][A-Za-z 一-鿿-]{0,24}[（(][^）)]{1,16}[）)]\Z")
_RELATIVE_FIRST = re.compile(r"[^，。；：、“”（）]{2,14}的(?P<head>[一-鿿]{2,6})")
_OPENING = re.compile(
    r"(?:的[一二两三四五六七八九十\d]+(?:年期?|个月)的?(?=[一-鿿]{2}))?[的“「‘『]*(?:各[类种式项]|国内外|[^，。；、\d]{1,4}(?<=等)的)?"
)
_BRACKETS = re.compile(r"[（(][一-鿿A-Za-z]{1,8}[）)](?=[一-鿿])")
_QUOTED = re.compile(r"(?<=[“「‘『])[^“”「」‘’『』，。]{1,20}(?=[”」’』])")
_COUNT_OF = re.compile(r"\A[一-鿿]{2}(?:占比|比重|数量|总数)\Z")
_JOINT = re.compile(r"、|以及|[和与及]")
_STATEMENT = re.compile(r"(?:归属于?|扣除)[^，。；：、\d]{2,14}的\Z")
"""What an item of a statement of results is of: 归属于股东的净利润, 扣除…后的净利润."""
_DONE = re.compile(r"(?:投产|达产|满产|满载|投用|启用|建成|竣工|完工|运作|运营|营运|上市)\Z")
_CAUSES = frozenset("因 因为 由于 随 随着 受 自 比 较 跟 较之 自从".split())
_BEFORE_NOUN = _CAUSES | frozenset("从 在 于 受".split())
_AFTER_NOUN = frozenset("以来 期间 以后 之后 后 影响 拖累 带动".split())
_CIRCUMPOSED = 8
_ADVERBIAL = frozenset({"TIME", "t", "d", "ad"})
_CAPACITY = re.compile(r"[一-鿿]{2,}?(?P<own>[年月]产能)\Z")
_NO_CLAUSE = frozenset({"f", "d", "TIME", "p"})


class Phrases:
    """Finds the noun phrases around Chinese numbers."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def ending(self, index: int, span: Span, *, counted: bool = True) -> Span | None:
        """The noun phrase that ends a stretch, also before verbs that end it: 新药(累计上市)15款.

        Before verbs with an amount (not ``counted``) only a measure stands: 经费编列9亿元.
        """
        left = words(self._text, index, span)
        if not left or left[-1].span.end < span.end or left[-1].text in lexicon.VERBAL_ONLY:
            return None
        phrase = self._collected(left, span)
        while not phrase and left and (kept := _without_adverbial(left)) < len(left):
            left = left[:kept]
            phrase = self._collected(left, span)
            if phrase and not _survives(phrase[-1], counted=counted):
                return None  # 医院开展30项: whose it is, not what
        if phrase and (at := _preposition(left, phrase)):
            left = left[:at]
            while left and left[-1].tag in _ADVERBIAL:
                left.pop()
            phrase = self._collected(left, span)
        found = _core(phrase)
        if found is None:
            return None
        found = self._with_clause(index, span, self._after_act(span, found))
        if capacity := _CAPACITY.match(self._text.key, found.start, found.end):
            found = Span(*capacity.span("own"))  # 人工骨年产能
        empty = lexicon.EMPTY if counted else lexicon.EMPTY | lexicon.HOLDERS
        return None if found.of(self._text.key) in empty else found

    def _after_act(self, span: Span, found: Span) -> Span:
        """A phrase without the 后 of what is done before: 满载后(年产能)."""
        key = self._text.key
        done = key[found.start] == "后" and _DONE.search(key, span.start, found.start)
        return Span(found.start + 1, found.end) if done and found.end - found.start > 1 else found

    def owned(self, index: int, span: Span) -> Span | None:
        """The phrase that ends a stretch, with the place that says which: 澳门企业."""
        found = self.ending(index, span)
        if found is None or found.end - found.start > _SHORT:
            return found
        names = self._text.names_in(span)
        place = next((each.span for each in names if each.span.end == found.start), None)
        return found if place is None else Span(place.start, found.end)

    def beginning(self, index: int, start: int, end: int, *, clauses: bool = True) -> Span | None:
        """The noun phrase that begins a stretch: 家(医院)投入使用.

        ``clauses`` lets a clause stand before the noun: 家(未有收入的公司)上市.
        """
        key = self._text.key
        opening = _OPENING.match(key, start, end)
        start = start if opening is None else opening.end()
        quoted = _QUOTED.match(key, start, end)
        if quoted is not None:
            return Span(*quoted.span())
        name = next(
            (n for n in self._text.names_in(Span(start, end)) if n.span.start == start), None
        )
        after = start if name is None else name.span.end
        phrase = self._continued(index, after, end)
        clause = _RELATIVE_FIRST.match(key, after, end) if clauses else None
        if clause is not None and (not phrase or lexicon.OWNED.search(phrase[-1].text)):
            return self._relative(index, after, clause.start("head"), end)
        found = self._bracketed(index, phrase, end)
        if name is None:
            return found
        if name.type is EntityType.PLACE:  # 两家(日本药厂), 两家日本(生物医药企业)
            short = found is not None and found.end - found.start <= _SHORT
            return Span(start, found.end) if found is not None and short else found
        return Span(start, after if found is None else found.end)

    def verb(self, index: int, span: Span) -> Span | None:
        """The verb that ends a stretch and says what is counted: 植入46宗, 租了1.1万平方米."""
        end = span.end - (span.end > span.start and self._text.key[span.end - 1] in "了到过")
        left = words(self._text, index, Span(span.start, end))
        if not left or left[-1].span.end < end:
            return None
        verb = left[-1].span
        before = left[-2] if len(left) > 1 else None
        if before is not None and before.tag == "v" and verb.end - before.span.start == _SHORT:
            verb = Span(before.span.start, verb.end)  # 批出, 省下
        elif not left[-1].is_verb and left[-1].text not in lexicon.VERBAL:
            return None
        if verb.of(self._text.key) in lexicon.LIGHT:
            return None
        staged = before is not None and before.text in lexicon.STAGES
        return Span(before.span.start, verb.end) if before is not None and staged else verb

    def items(self, phrase: Span) -> list[Span]:
        """What a phrase joins: 营收、净利润."""
        joints = list(_JOINT.finditer(self._text.key, phrase.start, phrase.end))
        starts = [phrase.start, *(joint.end() for joint in joints)]
        ends = [*(joint.start() for joint in joints), phrase.end]
        return [Span(*each) for each in zip(starts, ends, strict=True)]

    def _collected(self, left: list[Word], span: Span) -> list[Word]:
        """The words of the phrase that ends a stretch, in text order."""
        barred = [
            each.span
            for each in self._text.names_in(span)
            if each.span.end < span.end or not left or not left[-1].is_measure
        ]
        phrase: list[Word] = []
        for at in range(len(left) - 1, max(-1, len(left) - 1 - _MAXIMUM_WORDS), -1):
            word, before = left[at], left[at - 1] if at else None
            needed = [word] if before is None or not word.is_joining else [word, before]
            if any(each.span.overlaps(name) for each in needed for name in barred):
                break
            if not _belongs(word, phrase, before):
                break
            phrase.insert(0, word)
        return phrase

    def _continued(self, index: int, start: int, end: int) -> list[Word]:
        """The words of the phrase that begins a stretch."""
        right = words(self._text, index, Span(start, end))[:_MAXIMUM_WORDS]
        barred = [each.span for each in self._text.names_in(Span(start, end))]
        phrase: list[Word] = []
        for at, word in enumerate(right):
            following = right[at + 1] if at + 1 < len(right) else None
            adjoins = word.span.start == (phrase[-1].span.end if phrase else start)
            if not adjoins or any(word.span.overlaps(name) for name in barred):
                break
            if not _continues(word, phrase, following):
                break
            phrase.append(word)
        while phrase and not (phrase[-1].is_noun or phrase[-1].is_measure):
            phrase.pop()
        return phrase

    def _bracketed(self, index: int, phrase: list[Word], end: int) -> Span | None:
        """A phrase with what goes on behind brackets: 重大产业(平台)项目."""
        if not phrase:
            return None
        span = Span(phrase[0].span.start, phrase[-1].span.end)
        aside = _BRACKETS.match(self._text.key, span.end, end)
        if aside is None:
            return span
        rest = self.beginning(index, aside.end(), end, clauses=False)
        return span if rest is None else Span(span.start, rest.end)

    def _relative(self, index: int, start: int, head: int, end: int) -> Span | None:
        """A head with the clause before it where the head alone is too general."""
        found = self.beginning(index, head, end)
        if found is None or self._text.names_in(Span(start, found.start)):
            return found
        return Span(start, found.end) if found.end - found.start <= 2 * _SHORT else found

    def _with_clause(self, index: int, span: Span, found: Span) -> Span:
        """A short noun with the clause that says which: 可供重建的厂地."""
        key = self._text.key
        item = _STATEMENT.search(key, span.start, found.start)
        if item is not None:
            return Span(item.start(), found.end)
        aside = _ASIDE.search(key, span.start, found.start)
        if aside is not None and not self._text.names_in(Span(*aside.span())):
            return Span(aside.start(), found.end)
        match = _RELATIVE.search(key, span.start, found.start)
        short = found.end - found.start <= _SHORT or _COUNT_OF.search(found.of(key))
        if match is None or not short:
            return found
        start = match.start()
        for name in self._text.names_in(Span(span.start, match.end())):
            if name.span.end > start:
                start = name.span.end + (key[name.span.end] == "的")
        clause = self._clause(index, Span(start, max(start, match.end() - 1)))
        if len(clause) < _SHORT or not any(word.tag == "v" for word in clause):
            return found
        return Span(clause[0].span.start, found.end)

    def _clause(self, index: int, span: Span) -> list[Word]:
        """The words of a relative clause, without what only says where and when."""
        clause = words(self._text, index, span)
        inner = [at for at, word in enumerate(clause[:_INNERMOST]) if word.text in lexicon.INNER]
        clause = clause[inner[-1] + 1 :] if inner else clause
        while clause and (clause[0].tag in _NO_CLAUSE or clause[0].text in lexicon.WHOSE):
            clause.pop(0)
        return clause


def _is_act(word: Word) -> bool:
    return word.tag in ("v", "vd", "d", "ad") and not word.is_nominal


def _without_adverbial(left: list[Word]) -> int:
    """How many words stay without the last verb or adverb, or the last 自…以来, 受…影响."""
    last = len(left) - 1
    if _is_act(left[last]):
        return last
    if left[last].text not in _AFTER_NOUN:
        return len(left)
    openings = range(last - 1, max(0, last - _CIRCUMPOSED), -1)
    return next((at for at in openings if left[at].text in _BEFORE_NOUN), len(left))


def _preposition(left: list[Word], phrase: list[Word]) -> int:
    """Where a preposition stands whose noun a phrase is: 股价随(大盘); 0 where none does."""
    first = next(at for at, word in enumerate(left) if word.span == phrase[0].span)
    before = left[first - 1] if first else None
    return first - 1 if before is not None and before.text in _CAUSES else 0


def _survives(word: Word, *, counted: bool) -> bool:
    """Whether what stands before a verb can be what is counted or measured."""
    if counted:
        return not word.is_owner
    named = lexicon.OWNED.search(word.text) or lexicon.AMOUNT.search(word.text)
    return named is not None or word.text in lexicon.MARKET


def _belongs(word: Word, phrase: list[Word], before: Word | None) -> bool:
    """Whether a word belongs to the phrase whose later words are known."""
    after_noun = before is not None and before.is_noun
    if not phrase:
        return word.is_noun or word.is_measure or (word.text in lexicon.AFFIXES and after_noun)
    if word.is_joining:
        return after_noun
    first = phrase[0].text
    if first in lexicon.AFFIXES or (len(word.text) == 1 and lexicon.AMOUNT.search(first)):
        return word.stands_before_nouns or word.is_verb  # 投入额, 招股价
    if not word.is_verb and word.text not in lexicon.MODIFIERS | lexicon.PREDICATES:
        return word.stands_before_nouns
    return _verb_belongs(word, phrase, before)


def _verb_belongs(word: Word, phrase: list[Word], before: Word | None) -> bool:
    """Whether a verb is part of a phrase (注册企业) or has it as its object (集聚企业)."""
    first = phrase[0].text
    acts = before is not None and before.text in lexicon.ADVERBS
    compound = before is not None and before.is_noun and not before.is_owner
    if word.text in lexicon.MODIFIERS:
        return not acts or (word.tag != "v" and word.text not in lexicon.PREDICATES)
    if len(phrase) == 1 and word.is_verb and lexicon.ATTRIBUTE.search(first):
        return word.text not in lexicon.ACHIEVING  # 孵化面积
    if word.text in lexicon.PREDICATES:  # 工艺开发时间, 研发投入占比
        noun = word.tag == "vn" or (word.is_nominal and lexicon.RATE.search(first) is not None)
        return compound and noun
    if acts:
        return False
    if word.tag == "v":
        return compound and (len(word.text) > 1 or phrase[0].tag == "v")
    return word.stands_before_nouns


def _continues(word: Word, phrase: list[Word], following: Word | None) -> bool:
    """Whether a word goes on the phrase whose earlier words are known."""
    before_noun = following is not None and (
        following.stands_before_nouns or following.text in lexicon.AFFIXES
    )
    if phrase and lexicon.BREAKS.match(word.text):
        return False
    if phrase and word.is_joining:
        agent = word.text == "与" and phrase[-1].is_owner  # 企业与机构签约
        return not agent and following is not None and following.is_noun
    if word.is_verb or word.text in lexicon.MODIFIERS | lexicon.PREDICATES:
        return _verb_continues(word, phrase, following, before_noun=before_noun)
    return before_noun if phrase and word.tag == "s" else word.stands_before_nouns


def _verb_continues(
    word: Word, phrase: list[Word], following: Word | None, *, before_noun: bool
) -> bool:
    """Whether a verb goes on a phrase (创新药研发项目) or says what its noun does (医院装机)."""
    if word.tag == "vn" and (word.is_nominal or word.text not in lexicon.PREDICATES):
        return before_noun or not phrase or (word.is_nominal and word.text not in lexicon.DOING)
    if word.text in lexicon.MODIFIERS:
        return before_noun
    if word.is_nominal:
        ends = following is None or following.tag == "w"
        suffixed = following is not None and following.text in lexicon.AFFIXES
        return suffixed or (ends and not phrase)
    one = word.tag == "v" and len(word.text) == 1 and bool(phrase)
    return one and before_noun and len(phrase[-1].text) == 1  # 赋能平台, 厂办空间


def _core(phrase: list[Word]) -> Span | None:
    """A phrase without what says whose it is, and without what begins no noun."""
    if phrase and lexicon.OWNED.search(phrase[-1].text):
        owners = [at for at, word in enumerate(phrase[:-1]) if word.is_owner]
        phrase = phrase[owners[-1] + 1 :] if owners else phrase
    for at in range(len(phrase) - 2, -1, -1):
        if phrase[at].text in lexicon.INNER:
            phrase = phrase[at + 1 :]
            break
        if at and lexicon.SCOPE.fullmatch(phrase[at].text):
            return Span(phrase[at].span.start, phrase[-1].span.end)  # 全市集聚度
    while len(phrase) > 1 and _leads(phrase[0], phrase[-1].span.end):
        phrase = phrase[1:]
    return Span(phrase[0].span.start, phrase[-1].span.end) if phrase else None


def _leads(word: Word, end: int) -> bool:
    """Whether the phrase says as much without its first word."""
    if word.is_joining or word.text in lexicon.WHOSE:
        return True
    if word.tag == "v" or word.text in lexicon.WEAK:
        return end - word.span.end >= 2 * _SHORT
    return word.tag in ("c", "d", "ad", "f", "w") and word.text not in lexicon.MODIFIERS
