"""User and password in the form that a server asks for: Basic or Digest (RFC 7617, RFC 7616)."""

from __future__ import annotations

import base64
import urllib.request

from zjkg.store.address import Address


class Credentials:
    """Answers the challenge of a server; without one it gives Basic, as most servers want."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._challenge: dict[str, str] = {}
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self._url("/"), address.user or "", address.password)
        # The handler counts how often a nonce was used, as Digest demands; it sends nothing.
        self._digest = urllib.request.HTTPDigestAuthHandler(passwords)

    def take(self, challenge: str) -> None:
        """Remembers the ``WWW-Authenticate`` header of a refusal."""
        scheme, _, parameters = challenge.partition(" ")
        if scheme.casefold() == "digest":
            listed = urllib.request.parse_http_list(parameters)
            self._challenge = urllib.request.parse_keqv_list(listed)

    def header(self, method: str, target: str) -> dict[str, str]:
        """The header that goes with a request; none where the address names no user."""
        if self._address.user is None:
            return {}
        if self._challenge:
            request = urllib.request.Request(self._url(target), method=method)  # noqa: S310  # never sent
            answer = self._digest.get_authorization(request, self._challenge)
            return {"Authorization": f"Digest {answer}"} if answer else {}
        pair = f"{self._address.user}:{self._address.password}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}

    def _url(self, target: str) -> str:
        address = self._address
        return f"{address.scheme}://{address.host}:{address.port}{target}"
