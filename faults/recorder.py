"""A proxy on this machine that lets nothing out, and records what was asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Recorder(ThreadingHTTPServer):
    """asked: what was asked for, as it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which programs find their proxy."""
        names = ("http_proxy", "https_proxy", "all_proxy")
        return {n: self.address for name in names for n in (name, name.upper())} | {"no_proxy": ""}


class _Handler(BaseHTTPRequestHandler):
    server: Recorder

    def handle_any(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = do_POST = do_PUT = do_OPTIONS = do_CONNECT = handle_any  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Nothing: ``asked`` has it."""


@contextmanager
def recording() -> Iterator[Recorder]:
    recorder = Recorder()
    threading.Thread(target=recorder.serve_forever, daemon=True).start()
    try:
        yield recorder
    finally:
        recorder.shutdown()
        recorder.server_close()
