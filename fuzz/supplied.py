"""What a person configures, and backups."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from zjkg.errors import SettingsError, StoreError
from zjkg.linking import load_authority, parse_judgements
from zjkg.settings import Settings
from zjkg.store import check_backup


def config(data: bytes) -> None:
    """The variables and the two files that a person writes."""
    for variable in ("ZJKG_BASE", "ZJKG_ZONE", "ZJKG_SEEDS"):
        with suppress(SettingsError):
            os.environ[variable] = os.fsdecode(data.replace(b"\0", b""))
            Settings.from_environment()
        del os.environ[variable]
    with suppress(SettingsError):
        parse_judgements(data, Path("judgements.csv"))
    with tempfile.NamedTemporaryFile(suffix=".ttl") as file, suppress(SettingsError):
        file.write(data)
        file.flush()
        load_authority(Path(file.name))


def backup(data: bytes) -> None:
    """A file that says that it is a backup."""
    with tempfile.NamedTemporaryFile() as file, suppress(StoreError):
        file.write(data)
        file.flush()
        check_backup(Path(file.name))
