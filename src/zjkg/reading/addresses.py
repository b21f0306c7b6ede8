"""Addresses of articles on the web, as their files state them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What RFC 3987 allows nowhere in an IRI, and a bound that every browser keeps.
_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]")
_MAX_LENGTH = 2_000


def web_address(written: str) -> str:
    """An absolute http or https address as it is written; nothing where it is no such address.

    One with a user's name or password is not taken: it is nobody's address to cite.
    """
    address = written.strip()
    if len(address) > _MAX_LENGTH or _NOT_IN_IRIS.search(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    usable = parts.scheme in {"http", "https"} and host and "@" not in parts.netloc
    return address if usable else ""
