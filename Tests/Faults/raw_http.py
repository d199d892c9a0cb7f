"""Speaks HTTP as no browser would, byte by byte."""

from __future__ import annotations

import http.client
import io
import socket
import time
from dataclasses import dataclass

from heed_client import Reply, Server

STANDING = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "Vary": "Cookie, Sec-Fetch-Site",
}
LEAKS = ("sqlite", "swift", "grdb", "nio", "hummingbird", "/data", "stack", "fatal error")


@dataclass
class Raw:
    """All that came back for some bytes."""

    bytes: bytes
    seconds: float
    closed: bool

    @property
    def reply(self) -> Reply:
        """The first answer in it."""
        source = _Source(self.bytes)
        answer = http.client.HTTPResponse(source)
        answer.begin()
        return Reply(answer.status, answer.headers, answer.read())

    @property
    def answers(self) -> int:
        return self.bytes.count(b"HTTP/1.1 ")


class _Source:
    def __init__(self, data: bytes):
        self.data = data

    def makefile(self, *_: object) -> io.BytesIO:
        return io.BytesIO(self.data)


def send(server: Server, data: bytes, *, wait: float = 8, finish: bool = False) -> Raw:
    """Sends bytes on a connection of their own, and reads until it is closed."""
    begun = time.monotonic()
    received, closed = b"", False
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as connection:
        try:
            connection.sendall(data)
            if finish:
                connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            while time.monotonic() - begun < wait:
                piece = connection.recv(65536)
                if not piece:
                    closed = True
                    break
                received += piece
        except ConnectionError:
            closed = True
        except TimeoutError:
            pass
    return Raw(received, time.monotonic() - begun, closed)


def has_standing_headers(reply: Reply) -> None:
    for name, value in STANDING.items():
        assert reply.headers.get(name) == value, (name, reply.headers.get(name))
        assert len(reply.headers.get_all(name)) == 1
    assert "Server" not in reply.headers and "X-Powered-By" not in reply.headers
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"


def leaks_nothing(body: bytes) -> None:
    for leak in LEAKS:
        assert leak.encode() not in body.lower(), leak
