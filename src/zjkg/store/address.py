"""The address of a SPARQL server as a person writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

from zjkg.errors import Bilingual, SettingsError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where requests go: ``target`` is the path with its query, ``url`` shows no password."""

    url: str
    scheme: str
    host: str
    port: int
    target: str
    user: str | None = None
    password: str = field(default="", repr=False)

    @classmethod
    def read(cls, written: str) -> Self:
        """The address in a URL; ``https://user:password@host/…`` names a user.

        Raises:
            SettingsError: if it is no absolute http or https URL.
        """
        try:
            parts = urlsplit(written)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise _unusable("***") from error
        if parts.scheme not in _PORTS or not host or not _is_plain(written):
            raise _unusable(_without_user(parts))
        return cls(
            url=_without_user(parts),
            scheme=parts.scheme,
            host=host,
            port=port or _PORTS[parts.scheme],
            target=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password or ""),
        )


def is_url(written: str) -> bool:
    """Whether a person means a server and not a folder."""
    return written.startswith(("http://", "https://"))


def _is_plain(written: str) -> bool:
    """Only what may stand in a request line."""
    return written.isascii() and written.isprintable() and " " not in written


def _without_user(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()


def _unusable(shown: str) -> SettingsError:
    return SettingsError(
        Bilingual("the address of the server is unusable", "服务器地址无法使用"),
        where=shown,
        expected=Bilingual(
            "an http or https URL of a SPARQL 1.1 endpoint, such as http://localhost:7878/query",
            "SPARQL 1.1 端点的 http 或 https URL，例如 http://localhost:7878/query",
        ),
        next_step=Bilingual(
            "correct the URL; write other characters percent-encoded",
            "请更正 URL；其他字符请用百分号编码",
        ),
    )
