"""Who is answered, what is served, and what else is refused."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.faults import ExitStatus, Fault
from wres_report.preview.pages import version_of
from wres_report.preview.serving import Shown, serving

PAGE = "<html><head></head><body><p>24.3%</p></body></html>"


@pytest.fixture(scope="module")
def shown() -> Shown:
    return Shown(PAGE)


@pytest.fixture(scope="module")
def port(shown: Shown) -> Iterator[int]:
    with serving(shown, 0) as address:
        assert address.startswith("http://127.0.0.1:")
        yield int(address.rstrip("/").rpartition(":")[2])


def ask(
    port: int, path: str = "/", *, method: str = "GET", host: str | None = None
) -> http.client.HTTPResponse:
    """What the server answers; host: of the header, its own address where none is given."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize("path", ["/", "/index.html", "/?from=mail"])
def test_the_page_is_served_at_its_two_paths(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == 200
    assert b"24.3%" in answer.read()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_head_has_no_body(port: int) -> None:
    answer = ask(port, method="HEAD")
    assert answer.status == 200
    assert int(answer.headers["Content-Length"]) > len(PAGE)
    assert answer.read() == b""
    assert ask(port, "/events", method="HEAD").read() == b""


@pytest.mark.parametrize(
    "path",
    [
        "/report.pdf", "/index.html/", "/INDEX.HTML", "/../index.html", "/%2e%2e/results.json",
        "/results.json", "/data/ZZX/2021/survey.csv", "/.wres/", "/favicon.ico",
        "/events/", "http://127.0.0.1/", "*", "/index.html%00",
    ],
)  # fmt: skip
def test_every_other_path_is_refused(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == 404
    assert b"24.3%" not in answer.read()


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"]
)
def test_every_other_method_is_refused(port: int, method: str) -> None:
    answer = ask(port, method=method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_the_machine_may_be_called_localhost(port: int) -> None:
    assert ask(port, host=f"localhost:{port}").status == 200
    assert ask(port, host=f"LOCALHOST:{port}").status == 200


@pytest.mark.parametrize("path", ["/", "/events", "/nothing"])
@pytest.mark.parametrize(
    "host",
    [
        "", "127.0.0.1", "localhost", "127.0.0.1:1", "rebound.example", "rebound.example:{port}",
        "127.0.0.1.rebound.example:{port}", "[::1]:{port}", "0.0.0.0:{port}", "127.1:{port}",
        "127.0.0.1:{port}, rebound.example", "localhost.:{port}",
    ],
)  # fmt: skip
def test_a_page_under_another_name_may_not_read_this_one(port: int, host: str, path: str) -> None:
    answer = ask(port, path, host=host.format(port=port))
    assert answer.status == 403
    assert b"24.3%" not in answer.read()


names = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30)


@settings(deadline=None, derandomize=True, database=None, max_examples=60)
@given(names)
def test_no_other_name_is_answered(port: int, name: str) -> None:
    if name.lower() not in ("localhost", "127.0.0.1"):
        assert ask(port, host=f"{name}:{port}").status == 403


@pytest.mark.parametrize(
    "head",
    ["GET / HTTP/1.0\r\n", "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: a.example\r\n"],
)
def test_a_request_without_one_name_is_refused(port: int, head: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"{head.format(port=port)}\r\n".encode())
        assert b" 403 " in connection.recv(100)


def test_it_listens_on_loopback_alone(port: int) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for address in (others | {"127.0.0.2"}) - {"127.0.0.1"}:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((address, port), timeout=5).close()


def test_an_open_page_hears_of_the_next_one(port: int, shown: Shown) -> None:
    events = ask(port, "/events")
    assert events.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert events.readline() == f"data: {version_of(PAGE)}\n".encode()
    assert events.readline() == b"\n"
    other = PAGE.replace("24.3", "25.0")
    threading.Timer(0.2, shown.show, (other,)).start()
    assert events.readline() == f"data: {version_of(other)}\n".encode()
    events.close()
    shown.show(PAGE)


def test_the_page_may_load_nothing_and_stand_in_no_frame(port: int) -> None:
    policy = ask(port).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_port_that_is_taken_is_told_and_what_to_do(port: int) -> None:
    with pytest.raises(Fault, match="taken") as told, serving(Shown(PAGE), port):
        pass
    assert told.value.status is ExitStatus.USAGE
    assert str(port) in told.value.what
    assert "--port" in told.value.action


def test_the_port_is_free_again_afterwards() -> None:
    for _ in range(2):
        with serving(Shown(PAGE), 0) as address:
            port = int(address.rstrip("/").rpartition(":")[2])
            assert ask(port).status == 200
        with pytest.raises(OSError, match="refused"):
            ask(port)
