"""What a person configures, and backups."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from zjkg.errors import SettingsError, StoreError
from zjkg.linking import load_authority, parse_judgements
from zjkg.settings import Settings
from zjkg.store import check_backup


def config(data: bytes) -> None:
    """The variables and the two files that a person writes."""
    for variable in ("ZJKG_BASE", "ZJKG_ZONE", "ZJKG_SEEDS"):
        value = os.fsdecode(data.replace(b"\0", b""))
        # Not set for good: the system keeps each value that a variable ever had.
        with suppress(SettingsError), patch.object(os, "environ", os.environ | {variable: value}):
            Settings.from_environment()
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
