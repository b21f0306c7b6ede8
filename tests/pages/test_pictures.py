"""The pictures of the README: all are there, and the command makes them again."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs/make_pictures.py"
LARGEST = 150_000  # bytes
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pictures", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(SIGNATURE)
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


def test_every_picture_is_there_and_small(maker: ModuleType) -> None:
    folder = ROOT / "docs/pictures"
    assert sorted(path.name for path in folder.iterdir()) == sorted(maker.names())
    for path in folder.iterdir():
        data = path.read_bytes()
        assert len(data) < LARGEST
        assert size(data)[0] > 600


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("name", "least"), [("README", 2), ("docs/export", 1)])
def test_the_documents_show_pictures_that_exist(name: str, least: int, lang: str) -> None:
    path = ROOT / (f"{name}.md" if lang == "en" else f"{name}.zh.md")
    shown = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", path.read_text("utf-8"))
    assert len(shown) >= least
    for words, place in shown:
        assert words
        assert (path.parent / place).exists()
        assert place.endswith(f".{lang}.png")


@pytest.mark.parametrize("kind", range(5))
def test_a_smaller_picture_is_the_same_picture(maker: ModuleType, kind: int) -> None:
    """Every filter that a browser may choose for a line."""
    source = np.random.default_rng(kind)
    palette = source.integers(0, 256, (200, 3), dtype=np.uint8)
    pixels = palette[source.integers(0, 200, (9, 11))]
    small = maker.smaller(written(pixels, kind))
    assert size(small) == (11, 9)
    found = chunks(small)
    colours = np.frombuffer(found[b"PLTE"], np.uint8).reshape(-1, 3)
    lines = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(9, 12)
    assert (colours[lines[:, 1:]] == pixels).all()


def chunks(png: bytes) -> dict[bytes, bytes]:
    at, found = 8, {}
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        found[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def written(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], kind: int) -> bytes:
    """A picture whose lines all have one filter, written byte by byte as the standard says."""
    height, width, _ = pixels.shape
    lines = bytearray()
    for y in range(height):
        lines.append(kind)
        for x in range(width):
            for channel in range(3):
                left = int(pixels[y, x - 1, channel]) if x else 0
                up = int(pixels[y - 1, x, channel]) if y else 0
                corner = int(pixels[y - 1, x - 1, channel]) if x and y else 0
                guess = left + up - corner
                nearest = min((left, up, corner), key=lambda each: abs(guess - each))
                taken = (0, left, up, (left + up) // 2, nearest)[kind]
                lines.append((int(pixels[y, x, channel]) - taken) % 256)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(lines))), (b"IEND", b""))
    return SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def test_the_command_makes_them_all(five_folder: Path, tmp_path: Path, maker: ModuleType) -> None:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        message = "a Chromium is missing: on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    subprocess.run(
        [sys.executable, str(SCRIPT), "--store", str(five_folder), "--output", str(tmp_path)],
        check=True,
        timeout=300,
    )
    for name in maker.names():
        made, kept = ((folder / name).read_bytes() for folder in (tmp_path, ROOT / "docs/pictures"))
        assert size(made)[0] == size(kept)[0]
        assert 0.5 < len(made) / len(kept) < 2
