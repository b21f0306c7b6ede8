from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.linking import load_authority

ENTRY = """@prefix zj: <https://zjkg.example/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
%s a zj:Organization ; skos:prefLabel %s .
"""


@pytest.mark.parametrize(
    ("subject", "label"),
    [
        ("<https://example.org/a b>", '"Acme"@en'),
        ("<relative>", '"Acme"@en'),
        ("[]", '"Acme"@en'),
        ("<https://example.org/a>", '"Acme"'),
        ("<https://example.org/a>", r'"Acme \uD800"@en'),
        ("<https://example.org/a>", '"Acme"@en ; ;; .'),
    ],
    ids=["space", "relative", "no IRI", "no language", "half character", "syntax"],
)
def test_what_cannot_be_used_is_one_clear_error(tmp_path: Path, subject: str, label: str) -> None:
    path = tmp_path / "authority.ttl"
    path.write_text(ENTRY % (subject, label), "utf-8")
    with pytest.raises(SettingsError, match=r"authority\.ttl"):
        load_authority(path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "authority.ttl"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SettingsError, match="not valid Turtle"):
        load_authority(path)
