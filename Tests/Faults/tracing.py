"""Counts and spoils the calls of a server to its system, with strace."""

from __future__ import annotations

import contextlib
import pathlib
import re
import shutil
import signal
import subprocess
import time

import pytest

from heed_client import Server

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed")


@contextlib.contextmanager
def attached(server: Server, output: pathlib.Path, *options: str):
    """Watches a running server for a while; gives the file that the calls are written to."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-y", "-p", str(server.pid), "-o", str(output), *options],
        stderr=subprocess.PIPE)
    seen = b""
    while b"attached" not in seen:
        piece = tracer.stderr.readline()
        assert piece, seen.decode()
        seen += piece
    time.sleep(0.2)
    try:
        yield output
    finally:
        # The last calls are written before strace lets go.
        time.sleep(0.2)
        tracer.send_signal(signal.SIGINT)
        tracer.wait(20)
        tracer.stderr.close()


def syncs(output: pathlib.Path, name: str = "heed.sqlite") -> int:
    """How many syncs of the database, or its write-ahead log, came to an end."""
    text = output.read_text(errors="replace")
    return len(re.findall(rf"\bf(?:data)?sync\(\d+<[^>]*/{re.escape(name)}[^>]*>", text))
