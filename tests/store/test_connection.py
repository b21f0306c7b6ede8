from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from zjkg.errors import SettingsError, StoreError
from zjkg.store import Address, RemoteGraph, UpdateWriter, is_url, update_url
from zjkg.store.connection import Connection

Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def answering(answer: Callable[[BaseHTTPRequestHandler], Answer]) -> Iterator[str]:
    """A server that gives the same kind of answer to every request."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, body = answer(self)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = _answer  # noqa: N815  # the base class's names

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/query"
        finally:
            server.shutdown()
            thread.join()


def problem_of(url: str) -> StoreError:
    with (
        closing(RemoteGraph.open_empty(url)) as remote,
        pytest.raises(StoreError) as raised,
    ):
        list(remote.named_graphs())
    return raised.value


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "ftp://host/query",
        "http://",
        "http:///query",
        "http://host:port/query",
        "http://host/a b",
        "http://host/\r\nX: y",
        "http://hóst/query",
        "//host/query",
        "host:7878/query",
    ],
)
def test_only_http_urls_are_addresses(written: str) -> None:
    with pytest.raises(SettingsError):
        Address.read(written)


def test_a_password_is_read_and_never_shown() -> None:
    address = Address.read("https://me:s%40cret@host:8443/query?x=1#part")
    assert (address.user, address.password) == ("me", "s@cret")
    assert address.url == "https://host:8443/query?x=1"
    assert address.target == "/query?x=1"
    assert "s@cret" not in repr(address)
    with pytest.raises(SettingsError) as raised:
        Address.read("ftp://me:secret@host/")
    assert "secret" not in str(raised.value)


def test_updates_go_beside_the_query() -> None:
    assert update_url("http://h/ds/query") == "http://h/ds/update"
    assert update_url("http://h/query?a=b") == "http://h/update?a=b"
    assert update_url("http://h/sparql") == "http://h/sparql"


def test_a_url_is_told_from_a_folder() -> None:
    assert is_url("https://h/query")
    assert not is_url("http")


def test_nobody_there_names_the_url() -> None:
    with answering(lambda _: (200, {}, b"")) as url:
        pass
    problem = problem_of(url).problem
    assert problem.where == url
    assert "cannot be reached" in problem.what.en


def test_a_redirect_is_not_followed() -> None:
    visited: list[str] = []

    def elsewhere(request: BaseHTTPRequestHandler) -> Answer:
        visited.append(request.path)
        return 307, {"Location": "http://127.0.0.1:1/other"}, b""

    with answering(elsewhere) as url:
        problem = problem_of(url).problem
    assert visited == ["/query"]
    assert "307" in problem.what.en
    assert "http://127.0.0.1:1/other" in problem.next_step.en


@pytest.mark.parametrize(
    ("status", "hint"),
    [(400, "message"), (401, "USER:PASSWORD"), (403, "USER:PASSWORD"), (404, "path"), (503, "log")],
)
def test_a_refusal_gives_status_words_and_advice(status: int, hint: str) -> None:
    with answering(lambda _: (status, {}, "服务器 says\nno".encode())) as url:
        problem = problem_of(url).problem
    assert f"{status}: 服务器 says no" in problem.what.en
    assert problem.where == url
    assert hint in problem.next_step.en


def test_a_cut_answer_is_an_error() -> None:
    with answering(lambda _: (200, {"X-SPARQL-MaxRows": "10"}, b"{}")) as url:
        assert "left out rows after 10" in str(problem_of(url))


def test_a_page_is_no_result() -> None:
    with answering(lambda _: (200, {}, b"<html>hello</html>")) as url:
        assert "no SPARQL result" in str(problem_of(url))


def test_a_server_that_hides_rows_is_found_out() -> None:
    rows = (
        b"",  # no triples
        b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"3"}}]}}',
    )
    given = iter(rows)
    with answering(lambda _: (200, {}, next(given))) as url:
        from pyoxigraph import NamedNode

        with (
            closing(RemoteGraph.open_empty(url)) as remote,
            pytest.raises(StoreError, match="gave 0 of 3 rows"),
        ):
            remote.graph(NamedNode("http://g"))


def test_an_empty_server_is_told_apart() -> None:
    empty = b'{"head":{"vars":["s","p","o","g"]},"results":{"bindings":[]}}'
    with (
        answering(lambda _: (200, {}, empty)) as url,
        pytest.raises(StoreError, match="zjkg load"),
    ):
        RemoteGraph.open(url)


def test_a_password_is_given_as_the_server_asks() -> None:
    seen: list[str] = []

    def basic(request: BaseHTTPRequestHandler) -> Answer:
        seen.append(request.headers.get("Authorization", ""))
        return (200 if seen[-1] else 401), {"WWW-Authenticate": 'Basic realm="x"'}, b""

    def digest(request: BaseHTTPRequestHandler) -> Answer:
        seen.append(request.headers.get("Authorization", ""))
        challenge = 'Digest realm="x", nonce="abc", qop="auth", algorithm="MD5"'
        return (200 if seen[-1] else 401), {"WWW-Authenticate": challenge}, b""

    for answer, start in ((basic, "Basic bWU6c2VjcmV0"), (digest, 'Digest username="me"')):
        with answering(answer) as url:
            named = url.replace("://", "://me:secret@")
            with closing(Connection(Address.read(named))) as connection:
                connection.send("POST", b"x", {})
                connection.send("POST", b"x", {})
        assert seen[0] == ""
        assert [each.startswith(start) for each in seen[1:]] == [True, True]
        seen.clear()


def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    with answering(lambda _: (200, {}, b"")) as url, closing(UpdateWriter(url)) as writer:
        writer._update("INSERT DATA {}")  # noqa: SLF001  # the smallest request
