"""Serves one page on this machine alone, and tells open pages when there is another."""

from __future__ import annotations

import errno
import os
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from wres_report.faults import usage_fault
from wres_report.preview.pages import reloading, version_of

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")
PAGES = ("/", "/index.html")
EVENTS = "/events"
HEARTBEAT = 15  # seconds; a page that is gone is noticed when it is written to
# Nothing from outside, and in no frame of another page. Which scripts may run each page says for
# itself, and a browser keeps to both.
POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Shown:
    """The page that is served at this moment; any thread may ask for it."""

    def __init__(self, page: str) -> None:
        self._changed = threading.Condition()
        self.show(page)

    def show(self, page: str) -> None:
        """Serve this page from now on."""
        with self._changed:
            self._version, self._content = version_of(page), reloading(page).encode()
            self._changed.notify_all()

    @property
    def content(self) -> bytes:
        with self._changed:
            return self._content

    def version_after(self, version: str, seconds: float) -> str:
        """The version that is served, as soon as it is another; after so long in any case."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, seconds)
            return self._version


class _Server(ThreadingHTTPServer):
    # On Windows it would let two programs have one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, shown: Shown) -> None:
        self.shown = shown
        super().__init__((ADDRESS, port), _Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in NAMES}
        if self.server_port == 80:  # which a browser leaves out
            self.hosts |= set(NAMES)

    def server_bind(self) -> None:
        # The base class asks the network for the name of this machine.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that does not wait for the end of a page is no fault.
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 30  # seconds for a request to come in
    server_version, sys_version = "wres", ""

    def parse_request(self) -> bool:
        """Refuse what was asked under another name: its page must not read this one."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", [])
        if len(hosts) == 1 and hosts[0].lower() in self.server.hosts:
            return True
        self.send_error(HTTPStatus.FORBIDDEN)
        return False

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in PAGES:
            self._send(HTTPStatus.OK, "text/html", self.server.shown.content)
        elif path == EVENTS:
            self._send_events()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def send_error(self, code: int, *_: object) -> None:
        """Refuse a request in a word. The base class says of most methods that it lacks them."""
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            status = HTTPStatus.METHOD_NOT_ALLOWED
        self.close_connection = True
        self._send(status, "text/plain", f"{status.phrase}\n".encode())

    def log_message(self, *_: object) -> None:
        """Nothing: what is told of is the builds."""

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self._send_head(status, kind, {"Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_events(self) -> None:
        self._send_head(HTTPStatus.OK, "text/event-stream", {})
        version = ""
        while self.command == "GET":
            now = self.server.shown.version_after(version, HEARTBEAT)
            self.wfile.write(
                b": still there\n\n" if now == version else f"data: {now}\n\n".encode()
            )
            version = now

    def _send_head(self, status: HTTPStatus, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        for name, value in (HEADERS | more).items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def serving(shown: Shown, port: int) -> Iterator[str]:
    """Serve at ``port``, or at a free one where it is 0; gives the address of the page.

    Raises a usage fault where the port cannot be had.
    """
    try:
        server = _Server(port, shown)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise usage_fault(
            f"Port {port} is taken by another program." if taken else
            f"Port {port} cannot be had: {error.strerror}.",
            "--port",
            "Name another port, or leave --port out: a free one is then chosen.",
        ) from None  # fmt: skip
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{ADDRESS}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
