"""The things that may own a value of a Chinese sentence, each with what speaks for it.

Features are strings: ``here:…`` tells of the clause of the value, ``earlier…`` and ``carried…`` of
the clauses before it, ``behind:…`` and ``later`` of what follows. ``prominence`` adds what
the rest of the text says. ``weights`` says how much each of them counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observations.chinese.antecedents import Antecedents
from zjkg.claims.observations.chinese.backing import Backing
from zjkg.claims.observations.chinese.functions import HEADS, Function, Standing
from zjkg.claims.observations.chinese.kinds import MeasureKind, fit, measured
from zjkg.claims.observations.chinese.nouns import spoken_of
from zjkg.claims.observations.chinese.prominence import Prominence
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.chinese.scenes import Scene
from zjkg.claims.observations.chinese.unnamed import grounds, is_group
from zjkg.claims.observations.references import Sort
from zjkg.claims.observations.text import clause_at
from zjkg.model import EntityType, Quantity, Span, Token

_SIZED = re.compile(
    r"(?:投资|规模|注册资本|占地|面积|总额|价值|总价|估值|资金|耗资|斥资)(?:约|近|逾|超过?|达|为)*\Z"
)
_DESCRIBED = re.compile(r"(?:[元人股]\w{0,3})?的[^，。；：〓]{0,8}?[“「『《]?\Z")
_SITED = re.compile(
    r"(?:[来出源]自于?|集中[在于]|入驻|落户于?|布局|集聚(?:于|在)|坐落于?|落子|扎根|选址|位于|在)[“「‘]?\Z"
)
_PART = re.compile(
    r"(?:籍|资|系|本地)?(?:企业|公司|团队|项目|市场|客户|地区|药企|厂商|员工|本地人|人)"
)
# 其中欧洲占52%、日本27%，台湾只占一成
_HOLDING = re.compile(
    rf"(?:{_PART.pattern}|市场)?(?:则|只|仅|约|就|也|还|各)*(?:占|贡献|(?:约|近|逾)?[\d一二两三四五六七八九十])"
)
_CLOSED = re.compile(r"[”’」』》\"]?(?:[（(][^（）()]{0,40}[）)])?")
_MADE = re.compile(
    r"(?:建设|新建|兴建|建造|打造|共建|合办|举办|设立|开设|成立|组建|发起|启动|推出|创办|创立|筹建|改建|扩建"
    r"|建成|搭建|开办|推动|试行|实施|叫|名为|取名)了?[^，。；：]{0,14}\Z"
)
_TOLD = re.compile(
    r"有|首[批期届轮]|[一二三]期|规模|面积|占地|总投资|可(?!以?视)|共|吸引|覆盖|服务|收到|每年|年[产处服]|预计|单[个项]|容纳|由|累计|迄今|至今|首年度"
)  # what is told of a thing rather than done by somebody
_POINTED = "here:ref:speaker:site"  # 我们 before the value: the site of whoever speaks
_BRACKET = re.compile(r"[”」]?[（(]\Z")
_CLOSES = re.compile(r"[）)]")
_COLONS = frozenset({"：", ":"})
_FAR_BACK = 30  # sentences back in which a fitting thing may stand
_BACK = 3  # clauses back that may say what is measured
_BESIDES = frozenset({Function.COMPANION, Function.LISTED, Function.WITHIN})
_AMONG = ("其中", "当中")
_RATES = frozenset({"%", "ratio"})
_VAGUE = frozenset({MeasureKind.SHARE, MeasureKind.COUNT, MeasureKind.MONEY})
_SITED_IN = frozenset({"here:locative", "earlier1:locative", "earlier2:locative"})
_WEIGHED = frozenset(
    {
        MeasureKind.DEAL,
        MeasureKind.GRANT,
        MeasureKind.FINANCING,
        MeasureKind.SPENDING,
        MeasureKind.STAKE,
        MeasureKind.SHARE,
    }
)
_TYPED = frozenset({EntityType.PERSON, EntityType.PLACE, EntityType.POLICY})
# In which of its places it matters how well a value fits a thing.
_LEVELLED = {
    "here:only-head": "head",
    "here:first-head": "head",
    "here:last-head": "head",
    "carried:bare:only-head": "carried",
    "carried:bare:first-head": "carried",
    "carried:bare:last-head": "carried",
    "earlier1:object": "object",
    "earlier1:locative": "locative",
    "here:locative": "locative",
    "given:sentence:bare": "given",
    "speaker:now:site": "site",
    "later": "later",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing, None for what has no name, with the features that weigh for and against it."""

    entity: str | None
    features: frozenset[str]


def candidates(scene: Scene, salience: Salience, quantity: Quantity) -> list[Candidate]:
    """Everything that a value may be of, in order of first mention, and nothing named."""
    view = _View(scene, salience, quantity)
    named = [Candidate(key, view.features(key)) for key in view.around]
    return [*named, Candidate(None, view.unnamed())]


class _View:
    """One value, seen with all that the text has named."""

    def __init__(self, scene: Scene, salience: Salience, quantity: Quantity) -> None:
        self._scene = scene
        self._salience = salience
        self._quantity = quantity
        self._key = scene.text.key
        self._number = clause_at(scene.clauses, quantity.span.start)
        self._clause = scene.clauses[self._number]
        self._earlier = scene.clauses[: self._number]
        self._here = scene.standings[self._number]
        self._measured = self._what()
        self._features: dict[str | None, set[str]] = {}
        self.around = salience.around(scene.entities)
        self._is_meant = self._is_named = False
        self._headed = self._in_clause()
        self._carried = self._in_sentence()
        self._spoken_of = frozenset(self._features)
        """What stands before the value, in its clause or in one before."""
        self._behind()
        self._references()
        self._owns = self._own()
        self._typical()
        bare = not (self._headed or self._carried)
        Backing(scene, salience, quantity, self._measured, self._add).read(bare=bare)
        Prominence(scene, salience, self._add).read(
            self.around,
            quantity.span.start,
            headed=self._headed,
            carried=self._carried,
            meant=self._is_meant,
        )

    def features(self, entity: str) -> frozenset[str]:
        """What speaks for and against a thing."""
        found = set(self._features.get(entity, ()))
        kind = self._salience.kind_of(entity)
        found.add(f"kind:{kind}")
        if entity in self._salience.cast.doubtful:
            found.add(f"doubtful:{kind}")
        if entity not in self._scene.entities:
            if not self._salience.is_known(entity):
                found.add("unseen")
            if self._headed or self._carried:
                found.add("outside:headed" if self._headed else "outside:carried")
        before = entity in self._spoken_of or _POINTED in found
        if self._headed and "later" in found and not before:
            found.add("later:headed")  # it only follows, in a sentence that has spoken of another
        if entity == self._salience.announced and not self._headed:
            found.add("announced")
        level = fit(self._measured, kind)
        if level != "plain":
            found.update(f"{level}:{_LEVELLED[each]}" for each in found & _LEVELLED.keys())
            found.add(f"fit:{level}")
        found.add(f"mk:{self._measured}:{kind}")
        found.update(f"{each}:{kind}" for each in self._owns)
        if self._owns and not found.isdisjoint(_SITED_IN):
            found.update(f"located:{each}" for each in self._owns)
        return frozenset(found)

    def unnamed(self) -> frozenset[str]:
        """What speaks for and against nothing named: the country, the trade, somebody."""
        found = {f"null:{each}" for each in self._features.get(None, ())} | {"null"}
        if any(word.sort is Sort.FIRM and key is None for word, key in self._scene.references):
            found.add("null:firm")
        found.add(f"null:mk:{self._measured}")
        found.update(f"null:{each}" for each in self._owns)
        return frozenset(found | grounds(self._scene, self._quantity))

    def _add(self, entity: str | None, feature: str) -> None:
        self._features.setdefault(entity, set()).add(feature)

    def _what(self) -> MeasureKind:
        """What is measured; where the clause does not tell, the one before."""
        number, end = self._quantity.number.start, self._quantity.span.end
        unit = self._quantity.unit
        before = self._key[self._clause.start : number]
        found = measured(unit, before, self._key[end : self._clause.end])
        for earlier in reversed(self._earlier[-_BACK:]):
            if found in _VAGUE:
                found = measured(unit, self._key[earlier.start : number], "")
        return found

    def _in_clause(self) -> bool:
        """The names before the value in its clause; whether one of them is in subject position."""
        free: list[Standing] = []
        for each in self._here:
            before = each.actor.span.end <= self._quantity.span.start
            if before and each.function is not Function.WITHIN:
                if self._is_shared(each):
                    self._add(each.actor.entity, "here:share")
                elif self._is_part(each):
                    self._add(each.actor.entity, "here:part")
                else:
                    free.append(each)
        for each in free:
            self._stands(each)
        if free:
            self._add(free[-1].actor.entity, "here:nearest")
            between = self._key[free[-1].actor.span.end : self._quantity.span.start]
            if _BRACKET.fullmatch(between) and _CLOSES.match(self._key, self._quantity.span.end):
                self._add(free[-1].actor.entity, "here:bracketed")
        return self._heads(free, "here") or is_group(self._scene, self._quantity.span.start)

    def _stands(self, each: Standing) -> None:
        entity, kind = each.actor.entity, each.actor.type
        generic = each.reference is not None and each.function in HEADS
        self._add(entity, f"here:{'meant' if generic else each.function}")
        if each.function in HEADS:
            if kind in _TYPED:
                self._add(entity, f"here:head:{kind.lower()}")
        elif self._measured in _WEIGHED:
            self._add(entity, f"here:{each.function}:{self._measured}")
        if each.reference is not None:
            self._add(entity, f"here:ref:{each.reference.sort}")

    def _is_part(self, each: Standing) -> bool:
        """Whether a place only says which part of a whole is meant: 澳门企业占三成."""
        if each.reference is not None:
            return False
        among = self._key.startswith(_AMONG, self._clause.start)
        rate = self._quantity.unit in _RATES
        if each.actor.type is not EntityType.PLACE or not (among or rate):
            return False
        told = among or any(self._key.startswith(_AMONG, part.start) for part in self._earlier)
        part = _HOLDING if rate and told else _PART
        return part.match(self._key, each.actor.span.end) is not None

    def _heads(self, standings: list[Standing], where: str) -> bool:
        """Which of the things in subject position comes first, which last; whether there is one."""
        found = [each for each in standings if each.function in HEADS]
        heads = list(dict.fromkeys(each.actor.entity for each in found))
        if found and all(each.reference is not None for each in found):
            where = f"{where}:meant"
            self._is_meant = self._is_meant or not self._is_named
        self._is_named = self._is_named or (bool(found) and not self._is_meant)
        for key in heads:
            if self._salience.type_of(key) is EntityType.PERSON:
                self._add(key, f"{where}:person")
                employer = self._salience.employer_of(key)
                if employer is not None:
                    self._add(employer, f"{where}:employer-of-head")
        if len(heads) == 1:
            self._add(heads[0], f"{where}:only-head")
        elif heads:
            self._add(heads[0], f"{where}:first-head")
            self._add(heads[-1], f"{where}:last-head")
        return bool(heads)

    def _is_shared(self, each: Standing) -> bool:
        share = self._quantity.share_of
        return share is not None and each.actor.span.overlaps(share)

    def _behind(self) -> None:
        """The names that follow the value: 总投资50亿元的某项目, 16项来自某地."""
        end = self._quantity.span.end
        following = [each for each in self._here if each.actor.span.start >= end]
        for number, each in enumerate(following):
            where = str(each.function) if number else self._next(each)
            self._add(each.actor.entity, f"behind:{where}")
        for standings in self._scene.standings[self._number + 1 :]:
            for each in standings:
                self._add(each.actor.entity, "later")

    def _next(self, each: Standing) -> str:
        """How the first name behind the value hangs on it."""
        between = self._key[self._quantity.span.end : each.actor.span.start]
        if _DESCRIBED.fullmatch(between):
            sized = _SIZED.search(self._key, self._clause.start, self._quantity.number.start)
            return "sized" if sized else "described"
        sited = None if self._headed else _SITED.search(between)
        bare = sited is not None and sited[0].startswith("在")  # 3款产品在某地上市
        return "sited" if sited and not (bare and self._carried) else str(each.function)

    def _in_sentence(self) -> bool:
        """The names of the clauses before; whether one of these clauses has a subject."""
        clauses = self._scene.standings[: self._number]
        state = "headed" if self._headed else "bare"
        carried = False
        for back, standings in enumerate(reversed(clauses), 1):
            near = min(back, 2)
            for each in standings:
                self._add(each.actor.entity, f"earlier{near}:{each.function}")
            carried = carried or self._heads(standings, f"carried:{state}")
        self._made(clauses)
        self._reported(clauses)
        heads = [each for standings in clauses for each in standings if each.function in HEADS]
        if heads and not self._headed:
            self._add(heads[0].actor.entity, "sentence:first-head")
        return carried

    def _reported(self, clauses: list[list[Standing]]) -> None:
        """The product whose results a colon opens: 公布了某药的临床结果：64%的患者…."""
        for number in range(len(clauses) - 1, -1, -1):
            end = self._scene.clauses[number].end
            if self._key[end : end + 1] not in _COLONS:
                continue
            for each in clauses[number]:
                if each.actor.type is EntityType.PRODUCT:
                    self._add(each.actor.entity, "reported:product")
            return

    def _made(self, clauses: list[list[Standing]]) -> None:
        """What the clause before sets up and this one goes on about: 兴建某大楼，可提供…."""
        if self._headed:
            return
        for number in range(len(clauses) - 1, max(-1, len(clauses) - 1 - _BACK), -1):
            if all(each.function in _BESIDES for each in clauses[number]):
                continue  # 推动某计划，与某医院合作，累计补助17案
            last, clause = clauses[number][-1], self._scene.clauses[number]
            lead = self._key[clause.start : last.actor.span.start]
            if _CLOSED.fullmatch(self._key, last.actor.span.end, clause.end) and _MADE.search(lead):
                kind = self._salience.kind_of(last.actor.entity)
                self._add(last.actor.entity, "made")
                self._add(last.actor.entity, f"made:{kind}")
                told = _TOLD.search(self._key, self._clause.start, self._quantity.number.start)
                self._add(last.actor.entity, "made:told" if told else "made:done")
                if told:
                    self._add(last.actor.entity, f"made:told:{kind}")
            return

    def _references(self) -> None:
        """The generic words before the value fit some things and not others."""
        antecedents = Antecedents(self._salience)
        describing = {  # 公司自主研发的“甲”收入…: the word only says whose the product is
            standing.actor.span.start
            for standing in self._here
            if standing.reference is not None and standing.function is Function.MODIFIER
        }
        for word, meant in self._scene.references:
            unnamed = word.sort is Sort.FIRM and meant is None
            if unnamed or word.end > self._quantity.span.start or word.start in describing:
                continue
            here = "here" if word.start >= self._clause.start else "earlier"
            for key in self.around:
                fits = "fits" if antecedents.fits(key, word) else "misfits"
                self._add(key, f"ref:{here}:{fits}")

    def _own(self) -> set[str]:
        """The noun that the clause, or else one before, speaks of where no name heads it."""
        if self._headed:
            return set()
        for index in range(self._number, -1, -1):
            here = index == self._number
            if not here and any(e.function in HEADS for e in self._scene.standings[index]):
                break
            clause = self._scene.clauses[index]
            end = self._quantity.span.start if here else clause.end
            noun = spoken_of(self._words(clause, end), self._key)
            if noun is not None:
                return {f"own:{'here' if here else 'before'}:{noun}"}
        return set()

    def _words(self, clause: Span, end: int) -> list[Token]:
        """The words of a clause up to an offset, those of names left out."""
        text = self._scene.text
        names = text.names_in(clause)
        number = text.sentence_of(self._scene.sentence.span)
        return [
            word
            for word in text.words(number, Span(clause.start, end))
            if word.span.end <= end and not any(name.span.overlaps(word.span) for name in names)
        ]

    def _typical(self) -> None:
        """Which of the things that fit the value best was named last, in what reach."""
        kind_of = self._salience.kind_of
        keys = {key for key in self.around if fit(self._measured, kind_of(key)) == "typical"}
        here = [
            each.actor.entity
            for standings in self._scene.standings[: self._number + 1]
            for each in standings
            if each.function is not Function.WITHIN
            and each.actor.span.end <= self._quantity.span.start
            and each.actor.entity in keys
        ]
        if here:
            self._add(here[-1], "typ:sentence:last")
            self._add(here[0], "typ:sentence:first")
            if len(set(here)) == 1:
                self._add(here[0], "typ:sentence:only")
            return
        past = self._salience.before(_FAR_BACK)
        for feature, named in (
            ("typ:before:last", (each.ordered for each in reversed(past))),
            ("typ:before:head", (each.heads for each in reversed(past))),
        ):
            last = next((key for each in named for key in reversed(each) if key in keys), None)
            if last is not None:
                self._add(last, feature)
