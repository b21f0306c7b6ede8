"""Build hook for wheels and editable installs: the second Chinese name model, the scripts of pages.

The model is not kept in the repository. Its source archive is fetched through pip from the index
that the user has configured, pinned by hash, and converted to ONNX into
``src/zjkg/recognition/models``; a current result there is used as it is.

The scripts of the pages are built from ``src/zjkg/server/ui`` by Node, which is a build requirement
like any other. Without the packages of npm's registry the install goes on: the pages say then
what is missing.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_RECOGNITION = Path("src/zjkg/recognition")
_PAGES = Path("src/zjkg/server/ui")


class ModelAndPagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the converted model and the built scripts into the package before the wheel is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - fixed interface
        """Makes the files and declares them as part of the wheel."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        converter = _load(root / _RECOGNITION / "tagger" / "convert.py")
        models = root / _RECOGNITION / "models"
        if not converter.is_current(models):
            converter.convert(_fetch(converter), models)
        build_data["artifacts"].extend(
            (_RECOGNITION / "models" / name).as_posix() for name in converter.FILES
        )
        pages = _load(root / _PAGES / "build.py")
        try:
            built = pages.build()
        except (OSError, RuntimeError) as error:
            self.app.display_warning(f"the scripts of the pages were not built: {error}")
        else:
            build_data["artifacts"].extend(path.relative_to(root).as_posix() for path in built)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"zjkg_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fetch(converter: ModuleType) -> bytes:
    """The pinned source archive, from the package index that pip is configured for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        requirement = folder / "requirement.txt"
        requirement.write_text(
            f"{converter.SDIST_NAME}=={converter.SDIST_VERSION} "
            f"--hash=sha256:{converter.SDIST_SHA256}\n",
            encoding="utf-8",
        )
        subprocess.run(  # noqa: S603 - fixed arguments
            [
                *(sys.executable, "-m", "pip", "download", "--no-deps"),
                *("--no-binary", ":all:", "--no-build-isolation"),
                *("--require-hashes", "--dest", str(folder), "-r", str(requirement)),
            ],
            check=True,
            stdout=sys.stderr,  # a front end may parse the standard output
        )
        archive = next(folder.glob(f"{converter.SDIST_NAME}-{converter.SDIST_VERSION}.tar.gz"))
        return archive.read_bytes()
