"""Makes the pictures of the README from the graph of the five articles, in a real browser.

``make pictures`` runs it. The same graph, browser and fonts give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parent / "pictures"
NAMES = ("explorer", "conflict", "article", "view")
LANGUAGES = ("en", "zh")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDTH, _HEIGHT = 1200, 760
_COLOURS = 256
_PLACE = "/authority/p1"
_EXPLORER = (
    ("n", _PLACE),
    ("x", f"{_PLACE} relation.locatedIn.in"),
    ("x", f"{_PLACE} relation.launches.out"),
    ("x", f"{_PLACE} statement.in"),
    ("x", f"{_PLACE} mention.out"),
    ("join", "1"),
    ("sel", _PLACE),
)

Bytes = NDArray[np.uint8]


def main() -> None:
    """Makes every picture; ``--store`` takes a store that was built before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a store of the five articles")
    parser.add_argument("--output", type=Path, default=PICTURES, help="the folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder) / "store"
        if given.store is None:
            _zjkg("build", "--store", str(store))
        for name, picture in pictures(store, Path(folder)):
            path = given.output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(smaller(picture))
            sys.stdout.write(f"{path}: {path.stat().st_size // 1024} KiB\n")


def names() -> list[str]:
    """The files, by picture and language."""
    return [f"{name}.{lang}.png" for lang in LANGUAGES for name in NAMES]


def pictures(store: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its bytes as the browser gives them."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        sys.exit("a Chromium is missing; on Debian: apt-get install chromium")
    with sync_playwright() as playwright, _served(store) as url:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for lang in LANGUAGES:
            page = _tab(browser, lang)
            yield f"explorer.{lang}.png", _explorer(page, url, lang)
            yield f"conflict.{lang}.png", _conflict(page, url, lang)
            yield f"article.{lang}.png", _article(page, url, lang)
            exported = folder / f"{lang}.html"
            _zjkg(*("export", "html", "--lang", lang, "--store", str(store), "-o", str(exported)))
            yield f"view.{lang}.png", _view(page, exported)
        browser.close()


def _tab(browser: Browser, lang: str) -> Page:
    return browser.new_page(
        viewport={"width": _WIDTH, "height": _HEIGHT},
        locale="zh-CN" if lang == "zh" else "en",
        reduced_motion="reduce",
        color_scheme="light",
    )


def _settled(page: Page) -> None:
    page.locator("body:not([aria-busy])").wait_for(timeout=60_000)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)  # until the graph is drawn


def _explorer(page: Page, url: str, lang: str) -> bytes:
    page.goto(f"{url}/explore?{urlencode([*_EXPLORER, ('lang', lang)])}")
    _settled(page)
    return page.screenshot()


def _conflict(page: Page, url: str, lang: str) -> bytes:
    page.goto(f"{url}/conflicts?type=digit-transposition&lang={lang}")
    _settled(page)
    return page.locator(".conflict", has_text="416亿元").first.screenshot()


def _article(page: Page, url: str, lang: str) -> bytes:
    page.goto(f"{url}/conflicts?type=digit-transposition&lang={lang}")
    page.locator(".conflict", has_text="416亿元").first.locator(".to-text").last.click()
    page.locator("#cited").first.wait_for()
    _settled(page)
    return page.screenshot()


def _view(page: Page, exported: Path) -> bytes:
    page.goto(exported.as_uri())
    _settled(page)
    return page.screenshot()


def _zjkg(*arguments: str) -> None:
    command = [sys.executable, "-m", "zjkg", *arguments]
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 - this program


@contextmanager
def _served(store: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "zjkg", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - this program
        [*command, "--lang", "en"], stdout=subprocess.PIPE, text=True
    ) as process:
        told = process.stdout.readline() if process.stdout else ""
        try:
            yield told.partition(": ")[2].strip().removesuffix("/sparql")
        finally:
            process.terminate()


def smaller(png: bytes) -> bytes:
    """The picture with a palette of 256 colours, compressed as far as it goes."""
    pixels = _pixels(png)
    height, width, _ = pixels.shape
    keys = pixels.astype(np.int32) @ np.array([65536, 256, 1])
    found, place, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = found[np.argsort(-count, kind="stable")[:_COLOURS]]
    nearest = np.array([_nearest(key, kept) for key in found], dtype=np.uint8)
    rows = nearest[place].reshape(height, width)
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    palette = np.stack([kept >> 16, kept >> 8 & 255, kept & 255], axis=1).astype(np.uint8)
    return b"".join(
        (
            png[:8],
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.tobytes()),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(key: int, kept: NDArray[np.int64]) -> int:
    away = [(kept >> shift & 255) - (key >> shift & 255) for shift in (16, 8, 0)]
    return int(np.argmin(sum(each * each for each in away)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


def _pixels(png: bytes) -> Bytes:
    """The colours of a picture with eight bits a channel, as browsers write them."""
    at, data = 8, b""
    width = height = channels = 0
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, _, colours = struct.unpack_from(">IIBB", body)
            channels = 4 if colours == 6 else 3  # noqa: PLR2004 - PNG's number for RGB and alpha
        elif kind == b"IDAT":
            data += body
        at += 12 + length
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, 1 + width * channels)
    before = np.zeros(width * channels, np.uint8)
    rows = []
    for line in lines:
        before = _unfiltered(int(line[0]), line[1:], before, channels)
        rows.append(before)
    return np.stack(rows).reshape(height, width, channels)[:, :, :3]


def _unfiltered(kind: int, line: Bytes, above: Bytes, step: int) -> Bytes:
    if kind == 0:
        return line.copy()
    if kind == 1:
        return np.add.accumulate(line.reshape(-1, step), axis=0, dtype=np.uint8).reshape(-1)
    if kind == 2:  # noqa: PLR2004 - PNG's number of the filter
        return line + above
    row = [0] * step + line.tolist()
    over = [0] * step + above.tolist()
    for index in range(step, len(row)):
        left, up, corner = row[index - step], over[index], over[index - step]
        guess = (left + up) // 2 if kind == 3 else _paeth(left, up, corner)  # noqa: PLR2004
        row[index] = (row[index] + guess) & 255
    return np.array(row[step:], np.uint8)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


if __name__ == "__main__":
    main()
