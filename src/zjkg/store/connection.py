"""Requests to one address and to no other: no redirect is followed, no proxy is used."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field

from zjkg.errors import Bilingual, StoreError
from zjkg.store.address import Address
from zjkg.store.credentials import Credentials

_TIMEOUT = 300.0  # seconds without a byte from the server
_SHOWN = 300
_OK = range(200, 300)
_ELSEWHERE = range(300, 400)
_UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND, _NOT_ALLOWED = 401, 403, 404, 405
_REFUSED = frozenset({_UNAUTHORIZED, _FORBIDDEN})
# Virtuoso's way to say that it left out rows.
_CUT = "X-SPARQL-MaxRows"
_ATTEMPTS = 2


@dataclass(slots=True)
class Connection:
    """A connection that is kept open between requests; every request may be sent twice.

    Only requests that change nothing, or the same thing twice, may be sent through it.
    """

    address: Address
    _open: http.client.HTTPConnection | None = field(default=None, init=False)
    _credentials: Credentials | None = field(default=None, init=False)

    def send(
        self, method: str, body: bytes, headers: Mapping[str, str], parameters: str = ""
    ) -> bytes:
        """The body of the answer; ``parameters`` are added to the address's own.

        Raises:
            StoreError: if the server cannot be reached, refuses, or cuts its answer.
        """
        sign = "&" if "?" in self.address.target else "?"
        target = f"{self.address.target}{sign}{parameters}" if parameters else self.address.target
        if self.address.user is not None and self._credentials is None:
            self._ask_for_challenge()
        status, answer_headers, answer = self._exchange(method, target, body, headers)
        if status == _UNAUTHORIZED and self._credentials:  # a challenge does not hold for ever
            self._credentials.take(answer_headers.get("WWW-Authenticate", ""))
            status, answer_headers, answer = self._exchange(method, target, body, headers)
        if status not in _OK:
            raise _refusal(self.address.url, status, answer_headers, answer)
        if _CUT in answer_headers:
            raise _cut(self.address.url, answer_headers[_CUT])
        return answer

    def close(self) -> None:
        """Closes the connection; the next request opens another."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _ask_for_challenge(self) -> None:
        """Learns how the server wants the password before a large body is sent in vain."""
        status, headers, _ = self._exchange("GET", self.address.target, b"", {})
        self._credentials = Credentials(self.address)
        if status == _UNAUTHORIZED:
            self._credentials.take(headers.get("WWW-Authenticate", ""))

    def _exchange(
        self, method: str, target: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        own = self._credentials.header(method, target) if self._credentials else {}
        for attempt in range(1, _ATTEMPTS + 1):
            fresh = self._open is None
            connection = self._open = self._open or self._new()
            try:
                connection.request(method, target, body or None, {**headers, **own})
                response = connection.getresponse()
                return response.status, response.headers, response.read()
            except (OSError, http.client.HTTPException) as error:
                self.close()
                # A server may have closed a kept connection; a new one that fails is a failure.
                if fresh or attempt == _ATTEMPTS:
                    raise _unreachable(self.address.url, error) from error
        raise AssertionError("the last attempt returns or raises")

    def _new(self) -> http.client.HTTPConnection:
        address = self.address
        if address.scheme == "http":
            return http.client.HTTPConnection(address.host, address.port, timeout=_TIMEOUT)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(
            address.host, address.port, timeout=_TIMEOUT, context=context
        )


def _unreachable(url: str, error: Exception) -> StoreError:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return StoreError(
        Bilingual(f"the server cannot be reached: {said}", f"无法连接服务器：{said}"),
        where=url,
        expected=Bilingual(
            f"an answer within {_TIMEOUT:.0f} seconds", f"{_TIMEOUT:.0f} 秒内的应答"
        ),
        next_step=Bilingual(
            "check that the server runs and that host and port are right",
            "检查服务器是否已启动、主机名和端口是否正确",
        ),
    )


def _refusal(url: str, status: int, headers: http.client.HTTPMessage, answer: bytes) -> StoreError:
    said = " ".join(answer.decode(errors="replace").split())[:_SHOWN]
    return StoreError(
        Bilingual(
            f"the server answers {status}: {said or 'without a word'}",
            f"服务器返回 {status}：{said or '无说明'}",
        ),
        where=url,
        expected=Bilingual("an answer with status 200", "状态码 200 的应答"),
        next_step=_advice(status, headers.get("Location")),
    )


def _advice(status: int, location: str | None) -> Bilingual:
    if status in _ELSEWHERE:
        return Bilingual(
            f"redirects are not followed; if you trust it, give this URL: {location}",
            f"不会自动跳转；如确认可信，请直接使用该地址：{location}",
        )
    if status in _REFUSED:
        return Bilingual(
            "give a user who may do it, https://USER:PASSWORD@…, or allow it on the server",
            "请使用有权限的用户（https://用户:密码@…），或在服务器上授权",
        )
    if status in {_NOT_FOUND, _NOT_ALLOWED}:
        return Bilingual(
            "check the path: Oxigraph has /query and /update, Fuseki /DATASET/query and "
            "/DATASET/update, Virtuoso /sparql",
            "检查路径：Oxigraph 为 /query 和 /update，Fuseki 为 /数据集/query 和 /数据集/update，"
            "Virtuoso 为 /sparql",
        )
    return Bilingual(
        "see the server's message; its log may say more", "请看服务器的说明；其日志可能更详细"
    )


def _cut(url: str, rows: str) -> StoreError:
    return StoreError(
        Bilingual(
            f"the server left out rows after {rows}", f"服务器只返回前 {rows} 行，其余被截去"
        ),
        where=url,
        expected=Bilingual("a whole answer", "完整的结果"),
        next_step=Bilingual(
            "ask for less with LIMIT, or raise the server's limit (Virtuoso: ResultSetMaxRows)",
            "用 LIMIT 缩小查询，或提高服务器上限（Virtuoso：ResultSetMaxRows）",
        ),
    )
