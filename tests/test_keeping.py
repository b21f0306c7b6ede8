"""Records are made and kept by workers as by one process; what cannot be read gives way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.extraction import BATCH, spread
from zjkg.originals import File, Original, files_of, original_of
from zjkg.settings import Settings
from zjkg.store import GraphStore

ARTICLES = 20
UNREADABLE = ("05", "17")


def _folder(root: Path) -> Path:
    folder = root / "articles"
    folder.mkdir()
    for number in range(ARTICLES):
        name = f"{number:02}"
        text = (
            f"滨江生物园现有企业{number + 120}家。"
            if number % 3
            else f"Park {number} has 45 firms."
        )
        (folder / f"{name}.txt").write_text("" if name in UNREADABLE else text, "utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_told_in_order_and_the_others_go_on(
    tmp_path: Path, jobs: int
) -> None:
    done: list[int] = []
    settings = Settings(store=tmp_path / "store")
    outcome = Build(settings, jobs=jobs, progress=done.append).exactly([_folder(tmp_path)])
    assert [Path(error.problem.where).stem for error in outcome.failed] == list(UNREADABLE)
    assert len(outcome.added) == ARTICLES - len(UNREADABLE)
    assert sum(done) == ARTICLES
    with GraphStore.open(settings.store) as store:
        articles = store.state().articles
        assert store.record_keys() == {
            key for each in articles.values() for key in (each.record_key, each.original)
        }


def test_workers_keep_the_same_bytes_as_one_process(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    kept: list[dict[str, bytes]] = []
    for jobs in (1, 2):
        store = tmp_path / f"store-{jobs}"
        Build(Settings(store=store), jobs=jobs).exactly([folder])
        records = sorted((store / "records").iterdir())
        kept.append({path.name: path.read_bytes() for path in records})
    assert kept[0] == kept[1]


def test_a_file_that_is_saved_meanwhile_is_kept_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("滨江生物园现有企业120家。", "utf-8")
    files, _ = files_of([path])
    path.write_text("滨江生物园现有企业121家。", "utf-8")
    with GraphStore.open(tmp_path / "store", write=True) as store:
        file, original = original_of(store, files["one"])
    assert file == files_of([path])[0]["one"]
    assert file != files["one"]
    assert original == Original("one.txt", path.read_bytes())


def test_the_key_of_the_bytes_is_a_function_of_name_and_content() -> None:
    assert File.of("a.txt", "1").key == File.of("a.txt", "1", Path("/somewhere/a.txt")).key
    assert (
        len({File.of(*each).key for each in (("a.txt", "1"), ("b.txt", "1"), ("a.txt", "2"))}) == 3
    )


def test_items_are_taken_up_only_as_workers_come_to_them() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100 * BATCH):
            taken.append(number)
            yield number

    running = spread(sum, items(), 100 * BATCH, jobs=2)
    assert next(running) in {sum(range(at, at + BATCH)) for at in range(0, 100 * BATCH, BATCH)}
    assert len(taken) <= 8 * BATCH, "so memory does not grow with the number of articles"
    del running  # the workers end
