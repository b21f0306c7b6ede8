"""Made-up articles as files, with the truth beside them: news of any number, from an own grammar.

    python -m benchmarks.synthetic.articles --articles 1000 --folder DIR [--seed 1] [--briefs]

Thirty articles a day, so that a larger corpus covers a longer time, as corpora do. Seven in ten are
in simplified Chinese, one in traditional, two in English; one in twenty repeats an earlier article
under another outlet. Who is talked of follows Zipf's law. ``DIR/truth.jsonl`` has a line for each
article: its language, date and outlet, the things it names, what it claims, what is misprinted.
The same seed gives the same bytes, and fewer articles are the first of more. Briefs are a quarter
as long: a headline and some four sentences.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.synthetic.grammar import ORG, PARK, SENTENCES, Page
from benchmarks.synthetic.world import World

from zjkg.folding import traditional
from zjkg.ids import Minter
from zjkg.model import LanguageTag
from zjkg.settings import DEFAULT_BASE

A_DAY = 30
FIRST_DAY = datetime(2015, 1, 1, tzinfo=UTC)
LANGUAGES = (LanguageTag.HANS,) * 7 + (LanguageTag.HANT,) + (LanguageTag.EN,) * 2
LENGTH = {LanguageTag.HANS: 900, LanguageTag.HANT: 900, LanguageTag.EN: 1800}
"""Characters, on average; an English text is twice as long for the same content."""
BRIEF = 0.25
"""How long a brief is, of an article's length."""
OUTLETS = (
    ("滨江日报", "Riverside Daily"),
    ("健康时报网", "Health Times"),
    ("医药观察", "Pharma Watch"),
)
REPOSTED = 0.05
NEAR = 200
"""How many articles before itself a repost may repeat."""
WORLD_OF = 100_000
"""The things are those of so many claims, whatever the number of articles."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article's file name without its suffix, its bytes, and the truth about it."""

    source: str
    content: str
    truth: dict[str, object]


def articles(number: int, seed: int = 1, length: float = 1.0) -> Iterator[Written]:
    """The first so many articles; ``length`` is 1 for articles of the usual length."""
    world = World(WORLD_OF, seed, Minter(DEFAULT_BASE))
    for each in range(number):
        yield _article(each, world, seed, length)


def _article(number: int, world: World, seed: int, length: float) -> Written:
    rng = random.Random(f"text {seed} {number}")
    copied = rng.randrange(1, NEAR) if rng.random() < REPOSTED else None
    original = number - copied if copied is not None and copied <= number else None
    page, language = _page(number if original is None else original, world, seed, length)
    outlet = rng.choice(OUTLETS)[1 if language is LanguageTag.EN else 0]
    day = (FIRST_DAY + timedelta(days=number // A_DAY)).date().isoformat()
    title, *sentences = page.lines
    paragraphs = [sentences[at : at + 3] for at in range(0, len(sentences), 3)]
    space = " " if language is LanguageTag.EN else ""
    text = "\n".join(space.join(paragraph) for paragraph in paragraphs)
    matter = (
        f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nauthor: {outlet}\ndate: {day}\n---\n"
    )
    content = matter + text + "\n"
    if language is LanguageTag.HANT:
        content = traditional(content)
    truth: dict[str, object] = {
        "source": f"{number:07}",
        "language": language.value,
        "published": day,
        "outlet": outlet,
        "repeats": None if original is None else f"{original:07}",
        "claims": page.truth,
    }
    return Written(f"{number:07}", content, truth)


def _page(number: int, world: World, seed: int, length: float) -> tuple[Page, LanguageTag]:
    rng = random.Random(f"page {seed} {number}")
    language = rng.choice(LANGUAGES)
    year = (FIRST_DAY + timedelta(days=number // A_DAY)).year - 1
    main = world.thing(rng.choice((ORG, PARK)), rng)
    page = Page(rng, world, language is LanguageTag.EN, year, main)
    page.say(f"{page.name(main)}发布最新进展", f"{page.name(main)} reports progress")
    wanted = length * LENGTH[language] * (0.5 + rng.random())
    writers, weights = zip(*SENTENCES, strict=True)
    while sum(map(len, page.lines)) < wanted:
        rng.choices(writers, weights)[0](page)
    return page, language


def main() -> None:
    """Write the articles and the truth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--briefs", action="store_true", help="a quarter as long")
    given = parser.parse_args()
    length = BRIEF if given.briefs else 1.0
    texts = given.folder / "articles"
    texts.mkdir(parents=True, exist_ok=True)
    with (given.folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for each in articles(given.articles, given.seed, length):
            (texts / f"{each.source}.txt").write_text(each.content, "utf-8")
            truth.write(json.dumps(each.truth, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
