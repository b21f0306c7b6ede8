"""The talk with the reviewer: a pair is shown, a key decides it, a row is written at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from zjkg.errors import Bilingual, MessageLanguage, SettingsError
from zjkg.model import Judgement
from zjkg.printable import printable_line
from zjkg.review.agenda import Agenda
from zjkg.review.cards import card
from zjkg.review.keys import Keys
from zjkg.review.material import Material
from zjkg.review.questions import Question
from zjkg.review.sheet import Sheet

_KEYS = Bilingual(
    "s same · d different · k skip · u undo · w why · q quit · ? help",
    "s 同一 · d 不同 · k 跳过 · u 撤销 · w 理由 · q 结束 · ? 帮助",
)
_HELP = Bilingual(
    "s  the two are one thing\n"
    "d  they are two things\n"
    "k  skip: later, nothing is written\n"
    "u  undo the last decision; its row is taken out\n"
    "w  write a reason of your own for the last decision\n"
    "q  quit; every decision is already in the file",
    "s  两者是同一事物\n"
    "d  两者是不同事物\n"
    "k  跳过：以后再说，不写入任何内容\n"
    "u  撤销上一个决定，删去其所在行\n"
    "w  为上一个决定写下自己的理由\n"
    "q  结束；每个决定都已写入文件",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a review came to."""

    same: int
    different: int
    skipped: int
    open: int


@dataclass(slots=True)
class Session:
    """One reviewer's walk through an agenda.

    ``when`` is the ISO date that rows get, ``tell`` prints a line.
    """

    agenda: Agenda
    material: Material
    sheet: Sheet
    keys: Keys
    who: str
    when: str
    lang: MessageLanguage
    tell: Callable[[str], None]
    _decided: list[Judgement] = field(default_factory=list)

    def run(self) -> None:
        """Ask until nothing is left or the reviewer quits.

        After the last pair one more key is waited for, so that it can be undone too.

        Raises:
            SettingsError: where a row cannot be written, or a pipe gives an unknown letter.
        """
        while True:
            number, question = next(self.agenda.pending(), (0, None))
            if question is None and not self._decided:
                return
            self._show(number, question)
            if not self._answered(question):
                return

    def tally(self) -> Tally:
        """What was decided so far."""
        same = sum(row.same for row in self._decided)
        agenda = self.agenda
        return Tally(same, len(self._decided) - same, agenda.skipped(), agenda.undecided())

    def _show(self, number: int, question: Question | None) -> None:
        if question is None:
            done = Bilingual(
                "no pair is left: u undo · w why · q quit", "没有待定的了：u 撤销 · w 理由 · q 结束"
            )
            self.tell(done.pick(self.lang))
            return
        self.tell(f"\n[{number}/{len(self.agenda.questions)}]")
        self.tell(card(question, self.material, self.lang).rstrip("\n"))
        self.tell(_KEYS.pick(self.lang))

    def _answered(self, question: Question | None) -> bool:
        """Take keys until the question is dealt with; False where the reviewer quits."""
        on_pair: Mapping[str, Callable[[Question], bool]] = {
            "s": lambda pair: self._decide(pair, same=True),
            "d": lambda pair: self._decide(pair, same=False),
            "k": self._skip,
        }
        always = {"u": self._undo, "w": self._write_why, "?": self._help}
        while (pressed := self.keys.key()) not in (None, "q"):
            if pressed in always:
                dealt = always[pressed]()
            elif pressed in on_pair and question is not None:
                dealt = on_pair[pressed](question)
            else:
                dealt = self._unknown(pressed or "")
            if dealt:
                return True
        return False

    def _decide(self, question: Question, *, same: bool) -> bool:
        first, second = (self.material.address(key) for key in question.pair)
        why = f"reviewed: {', '.join(question.merge.evidence)}"
        row = Judgement(first, second, same, self.who, self.when, why)
        earlier = self.sheet.add(row)
        if earlier is not None:
            self.agenda.note(question, same=earlier.same)
            self._say_judged(earlier)
            return True
        self.agenda.decide(question, same=same)
        self._decided.append(row)
        said = Bilingual("same", "同一") if same else Bilingual("different", "不同")
        self.tell(f"→ {said.pick(self.lang)}")
        return True

    def _skip(self, question: Question) -> bool:
        self.agenda.skip(question)
        return True

    def _undo(self) -> bool:
        if not self._decided:
            return self._nothing_decided()
        row = self._decided[-1]
        self.sheet.remove(row)
        self._decided.pop()
        self.agenda.undo()
        self._say(f"undone: {row.first}, {row.second}", f"已撤销：{row.first}，{row.second}")
        return True

    def _write_why(self) -> bool:
        if not self._decided:
            return self._nothing_decided()
        self._say("why?", "理由？")
        why = printable_line(self.keys.line() or "").strip()
        if why:
            row = replace(self._decided[-1], why=why)
            self.sheet.replace(self._decided[-1], row)
            self._decided[-1] = row
            self._say(f"written: {why}", f"已写入：{why}")
        return False

    def _help(self) -> bool:
        self.tell(_HELP.pick(self.lang))
        return False

    def _unknown(self, pressed: str) -> bool:
        """A stray key on a terminal does no harm; in a pipe what follows would be misread."""
        if self.keys.piped:
            raise SettingsError(
                Bilingual(
                    f"no answer to what is asked: {pressed!r}", f"不是对所问的回答：{pressed!r}"
                ),
                where="stdin",
                expected=_KEYS,
                next_step=Bilingual(
                    "give one letter a line; what was decided before is written",
                    "每行给一个字母；此前的决定均已写入",
                ),
            )
        shown = printable_line(pressed)
        self._say(f"no such key: {shown} (? help)", f"没有这个键：{shown}（? 帮助）")
        return False

    def _nothing_decided(self) -> bool:
        self._say("nothing was decided in this review", "本次复核尚未作出决定")
        return False

    def _say_judged(self, earlier: Judgement) -> None:
        said = Bilingual("same", "同一") if earlier.same else Bilingual("different", "不同")
        self._say(
            f"judged meanwhile: {said.en} ({earlier.who}, {earlier.when})",
            f"其间已有判断：{said.zh}（{earlier.who}，{earlier.when}）",
        )

    def _say(self, en: str, zh: str) -> None:
        self.tell(printable_line(Bilingual(en, zh).pick(self.lang)))
