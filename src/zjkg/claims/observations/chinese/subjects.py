"""The subjects of Chinese sentences: each value is given to the likeliest of the things named."""

from __future__ import annotations

import re
from collections.abc import Callable

from zjkg.claims.observations.chinese.candidates import Candidate, candidates
from zjkg.claims.observations.chinese.cast import SITES
from zjkg.claims.observations.chinese.functions import HEADS
from zjkg.claims.observations.chinese.positions import is_run_by, runs_park
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.chinese.scenes import Scene, Scenes
from zjkg.claims.observations.chinese.weights import RANKING
from zjkg.claims.observations.text import Text
from zjkg.claims.observations.voices import Voices
from zjkg.model import BlockKind, EntityType, Quantity, Sentence

_MARK = 2  # the quotation mark, and what may stand before it
_TURN = re.compile("至于|关于|说到|谈到|谈及|再看|来看看?|回看|反观")
_Given = tuple[str | None, str]
Choose = Callable[[list[Candidate]], Candidate]


class ChineseSubjects:
    """Reads Chinese sentences in order and remembers what they speak of."""

    def __init__(self, text: Text, voices: Voices, choose: Choose = RANKING.likeliest) -> None:
        self._text = text
        self._choose = choose
        self._salience = Salience(text)
        self._salience.posts = voices.employers
        for operator, site in voices.sites.items():
            if self._salience.type_of(site) in SITES:
                self._salience.operate(operator, site)
        self._voices = list(reversed(voices.spans))
        self._scenes = Scenes(text, self._salience)

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[_Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        kind = self._text.article.blocks[sentence.block].kind
        self._salience.begin(sentence.block, title=kind is BlockKind.TITLE)
        self._listen(sentence)
        scene = self._scenes.read(sentence)
        self._run_by(scene)
        self._announce(scene)
        given: list[_Given] = []
        for quantity in quantities:
            chosen = self._choose(candidates(scene, self._salience, quantity))
            self._salience.now.values.append(chosen.entity)
            scene.given.append((quantity.span.start, chosen.entity))
            given.append((chosen.entity, RANKING.rule_of(chosen)))
        self._remember(scene)
        return given

    def _listen(self, sentence: Sentence) -> None:
        """Note who speaks where a sentence opens, or goes on, with the words of somebody."""
        while self._voices and self._voices[-1][0].end <= sentence.span.start:
            self._voices.pop()
        if not self._voices:
            return
        said, speaker = self._voices[-1]
        if said.start <= sentence.span.start + _MARK and self._salience.is_person(speaker):
            self._salience.speak(speaker)

    def _remember(self, scene: Scene) -> None:
        """Note what each clause was about: its subject, then the owners of its values."""
        said = zip(scene.clauses, scene.standings, scene.words, strict=True)
        for clause, standings, words in said:
            self._operators(scene, clause.start, words)
            for standing in standings:
                self._salience.stand(standing)
            heads = [each.actor for each in standings if each.function in HEADS]
            if heads and heads[0].type is not EntityType.PERSON:
                self._salience.head(heads[0].entity)
            for at, entity in scene.given:
                if clause.start <= at < clause.end and entity is not None:
                    self._salience.head(entity)

    def _announce(self, scene: Scene) -> None:
        """Note what the paragraph turns to: 至于某园，…."""
        turn = _TURN.match(self._text.key, scene.sentence.span.start)
        first = next((each for each in scene.standings[0]), None) if turn else None
        if turn is not None and first is not None and first.actor.span.start == turn.end():
            self._salience.announced = first.actor.entity

    def _run_by(self, scene: Scene) -> None:
        """Note who runs the park of the article: 负责园区运营的某公司."""
        park = next(iter(self._salience.cast.parks), None)
        for standings in scene.standings:
            for each in standings:
                if each.actor.type is EntityType.ORGANIZATION and park is not None:
                    lead = self._text.key[scene.sentence.span.start : each.actor.span.start]
                    if runs_park(lead):
                        self._salience.operate(each.actor.entity, park)

    def _operators(self, scene: Scene, start: int, words: str) -> None:
        """Note who runs the site that is spoken of: 园区由某公司运营."""
        heads = self._salience.now.heads
        if not heads or self._salience.type_of(heads[-1]) not in SITES:
            return
        for item in self._text.names_in(scene.sentence.span):
            at, stop = item.span.start - start, item.span.end - start
            if 0 <= at < len(words) and is_run_by(words[:at], words[stop:]):
                self._salience.operate(item.entity, heads[-1])
