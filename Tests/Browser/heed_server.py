"""A server of its own for a test: started, moved in time, stopped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import stale_clocks

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("HEED", str(ROOT / ".build/debug/heed"))


class Server:
    """One running `heed serve`, on a free port of this machine."""

    def __init__(
        self, data: Path | None, *, days_ahead: int = 0, options: Sequence[str] = ()
    ) -> None:
        self.data = data
        self.days_ahead = days_ahead
        self.options = options
        self.address = ""
        self.first_link = ""
        self._start()

    @property
    def today(self) -> date:
        return datetime.now(UTC).date() + timedelta(days=self.days_ahead)

    def day(self, ahead: int) -> str:
        """A day as a form takes it, counted from the server's own today."""
        return (self.today + timedelta(days=ahead)).isoformat()

    def stop(self) -> None:
        """Ends the server, and `faketime` around it: both are in a group of their own."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(timeout=20)
        if self._process.stdout:
            self._process.stdout.close()

    def move_clock(self, days: int) -> None:
        """The same data, so many days later; sessions and records are what they were."""
        self.stop()
        self.days_ahead += days
        self._start()

    def _start(self) -> None:
        is_new = self.data is not None and not self.data.exists()
        place = ["--data", str(self.data)] if self.data else ["--demo"]
        command = [PROGRAM, "serve", *place, "--port", "0", "--time-zone", "UTC", *self.options]
        if self.days_ahead:
            # A Swift program keeps its arguments only when `faketime` itself starts it.
            stale_clocks.clear()
            command = ["faketime", "-f", f"+{self.days_ahead}d", *command]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self._process.stdout
        self.address = self._process.stdout.readline().strip()
        assert self.address.startswith("http"), f"{PROGRAM} did not start"
        if is_new:
            line = self._process.stdout.readline()
            self.first_link = line[line.index("/begin/") :].strip()


def can_move_the_clock() -> bool:
    return shutil.which("faketime") is not None


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Any other command of the program, run to its end."""
    return subprocess.run(
        [PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
