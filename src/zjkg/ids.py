"""The one place where identifiers and IRIs are made.

Every identifier is a function of content: no clock, no random, no counter that depends on the
order of reading. Parts are length-prefixed before hashing, so ``("ab", "c")`` and ``("a", "bc")``
differ. IRIs are language-neutral: they hold hashes, never names, except articles, whose ``source``
is a file name that the user chose.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from urllib.parse import quote

TERMS = "https://zjkg.example/ontology#"
_DIGEST_BYTES = 15  # 120 bits: 24 base-32 characters; a collision needs about 10^18 things


def digest(*parts: str | int) -> str:
    """A short, case-insensitive, content-only identifier of the parts, in their order."""
    hasher = hashlib.sha256()
    for part in parts:
        data = str(part).encode()
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return base64.b32encode(hasher.digest()[:_DIGEST_BYTES]).decode().lower()


@dataclass(frozen=True, slots=True)
class Minter:
    """Makes every IRI of the data under ``base`` (which ends in ``/`` or ``#``)."""

    base: str

    def entity(self, name_key: str, type_name: str, discriminator: str = "") -> str:
        """A real thing, from the key of the name first published and, for namesakes, a mark."""
        return f"{self.base}entity/{digest('entity', name_key, type_name, discriminator)}"

    def article(self, source: str) -> str:
        """An article, whatever its version."""
        return f"{self.base}article/{quote(source, safe='')}"

    def version(self, source: str, content_digest: str) -> str:
        """One version of an article; also the name of its graph."""
        return f"{self.article(source)}/version/{digest('version', source, content_digest)}"

    def part(self, version: str, kind: str, *parts: str | int) -> str:
        """A claim, mention, sentence … of an article version, from its kind and content."""
        return f"{version}/{kind}/{digest(kind, *parts)}"

    def derived(self, kind: str, *parts: str | int) -> str:
        """A fact computed over several articles, from the IRIs that it rests on."""
        return f"{self.base}derived/{kind}/{digest(kind, *parts)}"

    def judgement(self, *parts: str) -> str:
        """A person's judgement, from the cells of its row."""
        return f"{self.base}judgement/{digest('judgement', *parts)}"

    def graph(self, name: str) -> str:
        """One of the graphs that belong to no article: authority, judgements, derived."""
        return f"{self.base}graph/{name}"
