"""Who plays which part in which alliance, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from zjkg.claims.alliances.grammar import EN, ZH
from zjkg.claims.alliances.kinds import parts_in
from zjkg.claims.alliances.scene import Scene, Spoken
from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.stance import stance_of
from zjkg.model import Dropped, EntityType, Evidence, Participation

_AGENTS = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})


def find_participations(
    reading: Reading, alliances: tuple[str, ...]
) -> tuple[tuple[Participation, ...], tuple[Dropped, ...]]:
    """All parts that the sentences name, in text order, and the candidates that they deny."""
    if not alliances:
        return (), ()
    found: list[Participation] = []
    dropped: list[Dropped] = []
    spoken = Spoken()
    for item in reading.sentences:
        scene = Scene(item, frozenset(alliances), spoken.key, reading.key)
        for each in _in_sentence(scene):
            if isinstance(each, Dropped):
                dropped.append(each)
            else:
                found.append(each)
        spoken = spoken.after(item, scene.alliances)
    return _distinct(found), tuple(dict.fromkeys(dropped))


def _in_sentence(scene: Scene) -> Iterator[Participation | Dropped]:
    """What each pattern finds; words that one pattern took as a part are not taken again."""
    frame, chinese = scene.item.frame, scene.item.chinese
    taken: list[tuple[int, int]] = []
    for pattern, side, rule in ZH if chinese else EN:
        for match in pattern.finditer(frame.text):
            start, end = match.span("v")
            kinds = parts_in(match["v"])
            if not kinds or any(first < end and start < last for first, last in taken):
                continue
            alliance = scene.alliance(match, side)
            who = [
                slot
                for slot in frame.slots_in(*match.span("who"))
                if slot.type in _AGENTS
                and slot.key not in scene.alliances
                and not scene.is_word(slot)
            ]
            if alliance is None or not who:
                continue
            taken.append((start, end))
            part, clause = frame.source(start, end), scene.clause_start(start)
            stance = stance_of(
                frame.text[clause:end], frame.text[clause:start], frame.text, chinese=chinese
            )
            if stance.refusal is not None:
                yield Dropped("claims", rule, part, stance.refusal.value)
                continue
            for slot in who:
                yield Participation(
                    alliance=alliance,
                    participant=slot.key,
                    part=part,
                    kinds=kinds,
                    modality=stance.modality,
                    speaker=None,
                    evidence=Evidence(scene.item.sentence.span, tuple(sorted((slot.span, part)))),
                    rule=rule,
                )


def _distinct(found: list[Participation]) -> tuple[Participation, ...]:
    """Each participant once for each set of parts in an alliance, in text order."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    kept: list[Participation] = []
    for each in sorted(found, key=lambda one: (one.evidence.focus, one.rule)):
        mark = (each.alliance, each.participant, tuple(kind.value for kind in each.kinds))
        if mark not in seen:
            seen.add(mark)
            kept.append(each)
    return tuple(kept)
