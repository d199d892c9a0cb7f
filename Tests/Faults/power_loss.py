"""Records every write and sync of a server, and makes the disks that a power cut could leave.

A disk keeps what was synced. Of what was written since, it keeps any part, in any order, and any
sector of it: whole, not at all, or torn. Names that were made or moved count as kept once any file
beside them was synced, as the journal of a file system keeps them.
"""

from __future__ import annotations

import pathlib
import random
import re
from dataclasses import dataclass, field

CALLS = ("openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,"
         "unlinkat,sendto,sendmsg,writev")
SECTOR = 512


def tracer(output: pathlib.Path) -> tuple[str, ...]:
    """What to put before a server to record it."""
    return ("strace", "-f", "-y", "-qq", "-xx", "-s", "4194304", "-e", f"trace={CALLS}",
            "-e", "signal=none", "--seccomp-bpf", "-o", str(output))


@dataclass(frozen=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True)
class Make:
    """A name for a file that is there from here on, empty."""
    path: str
    file: str


@dataclass(frozen=True)
class Move:
    path: str
    to: str


@dataclass(frozen=True)
class Remove:
    path: str


@dataclass(frozen=True)
class Sync:
    """A file and every name so far are safe; for a directory, the names alone."""
    file: str


@dataclass(frozen=True)
class Answered:
    """The server told somebody that an entry was saved; or, without a partnership, let them in."""
    partnership: str
    index: int


Step = Write | Truncate | Make | Move | Remove | Sync | Answered


# ---------------------------------------------------------------------------- reading a recording

_LINE = re.compile(r"^(\d+)\s+(.*)$", re.S)
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>(.*)$", re.S)
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)", re.S)
_FD = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2}|[^>\\])*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_SAVED = re.compile(rb"Location: /partnerships/([0-9a-z-]+)[^\r\n]*?\?saved=(\d+)\r\n", re.I)
_LET_IN = re.compile(rb"Set-Cookie: heed=\w", re.I)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _path(text: str) -> str:
    return _bytes(text).decode() if text.startswith("\\x") else text


class Reader:
    """Reads a recording: the steps that matter to a directory, in the order in which they ended.

    Files are told apart by where they were made, so that moving one does not mix it up.
    """

    def __init__(self, directory: pathlib.Path, start: "Disk"):
        self.root = f"{directory}/"
        self.files = dict(start.names)
        self.sizes = {file: len(data) for file, data in start.files.items()}
        self.made = 0

    def read(self, recording: pathlib.Path) -> list[Step]:
        pending: dict[str, str] = {}
        steps: list[Step] = []
        for raw in recording.read_text().split("\n"):
            match = _LINE.match(raw)
            if not match:
                continue
            pid, text = match.groups()
            resumed = _RESUMED.match(text)
            if resumed:
                text = pending.pop(pid, "") + resumed[2]
            elif text.endswith("<unfinished ...>"):
                pending[pid] = text.removesuffix("<unfinished ...>").rstrip()
                continue
            call = _CALL.match(text)
            if call and int(call[3]) >= 0:
                steps += self._steps(call[1], call[2], int(call[3]), text)
        return steps

    def _steps(self, name: str, arguments: str, result: int, text: str) -> list[Step]:
        texts = [_bytes(found) for found in _TEXT.findall(arguments)]
        if name in ("write", "writev", "sendto", "sendmsg"):
            saved = _SAVED.search(b"".join(texts))
            if saved:
                return [Answered(saved[1].decode(), int(saved[2]))]
            if _LET_IN.search(b"".join(texts)):
                return [Answered("", 0)]
        if name == "openat":
            return self._opened(_FD.match(text.rsplit("= ", 1)[1]), arguments)
        if name.startswith(("rename", "unlink")):
            return self._named(name, [found.decode() for found in texts])
        descriptor = _FD.match(arguments)
        path = _path(descriptor[2]) if descriptor else ""
        if f"{path}/" == self.root and name in ("fsync", "fdatasync"):
            return [Sync(path)]
        file = self.files.get(path) if self._is_ours(path) else None
        if file is None:
            return []
        if name in ("fsync", "fdatasync"):
            return [Sync(file)]
        if name == "ftruncate":
            self.sizes[file] = int(arguments.rsplit(", ", 1)[1])
            return [Truncate(file, self.sizes[file])]
        offset = (int(arguments.rsplit(", ", 1)[1]) if name == "pwrite64"
                  else self.sizes.get(file, 0))
        self.sizes[file] = max(self.sizes.get(file, 0), offset + result)
        return [Write(file, offset, texts[0][:result])]

    def _is_ours(self, path: str) -> bool:
        # What is shared between processes is made anew at each start.
        return path.startswith(self.root) and not path.endswith("-shm")

    def _opened(self, descriptor: re.Match | None, arguments: str) -> list[Step]:
        path = _path(descriptor[2]) if descriptor else ""
        if not self._is_ours(path):
            return []
        if path not in self.files:
            self.made += 1
            self.files[path] = f"{path}#{self.made}"
            return [Make(path, self.files[path])]
        if "O_TRUNC" in arguments and self.sizes.get(self.files[path]):
            self.sizes[self.files[path]] = 0
            return [Truncate(self.files[path], 0)]
        return []

    def _named(self, name: str, paths: list[str]) -> list[Step]:
        if paths[0] not in self.files:
            return []
        file = self.files.pop(paths[0])
        if name.startswith("unlink"):
            return [Remove(paths[0])]
        self.files[paths[1]] = file
        return [Move(paths[0], paths[1])]


# ---------------------------------------------------------------------------- disks after a cut


@dataclass
class Disk:
    """What lies on a disk: names, and the files behind them."""

    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, directory: pathlib.Path) -> "Disk":
        found = [path for path in directory.iterdir() if not path.name.endswith("-shm")]
        return cls({str(path): str(path) for path in found},
                   {str(path): path.read_bytes() for path in found})

    def copy(self) -> "Disk":
        return Disk(dict(self.names), dict(self.files))

    def apply(self, step: Step, keep: slice | None = None) -> None:
        match step:
            case Write(name, offset, data):
                begin, end, _ = (keep or slice(None)).indices(len(data))
                if begin >= end:
                    return
                file = bytearray(self.files.get(name, b""))
                file.extend(bytes(max(0, offset + begin - len(file))))
                file[offset + begin:offset + end] = data[begin:end]
                self.files[name] = bytes(file)
            case Truncate(name, size):
                self.files[name] = self.files.get(name, b"")[:size].ljust(size, b"\0")
            case Make(path, name):
                self.names[path] = name
                self.files.setdefault(name, b"")
            case Move(path, to):
                self.names[to] = self.names.pop(path)
            case Remove(path):
                self.names.pop(path, None)
            case _:
                pass

    def write(self, to: pathlib.Path) -> pathlib.Path:
        to.mkdir(mode=0o700)
        for path, file in self.names.items():
            (to / pathlib.Path(path).name).write_bytes(self.files[file])
        return to


@dataclass
class Cut:
    """One moment at which the power fails: what is safe, what is not, what was promised."""

    number: int
    safe: Disk
    loose: list[Step]
    promised: dict[str, int]

    def disk(self, mix: str, chance: random.Random) -> Disk:
        """One disk that this cut could leave."""
        disk = self.safe.copy()
        for place, step in enumerate(self.loose):
            last = place == len(self.loose) - 1
            if isinstance(step, (Make, Move, Remove)):
                if mix != "none":
                    disk.apply(step)
            elif mix == "all" or (mix == "all but the last" and not last) \
                    or (mix == "only the last" and last):
                disk.apply(step)
            elif mix == "the last is torn":
                disk.apply(step, _torn(step, chance) if last else None)
            elif mix == "any, and torn" and chance.random() < 0.6:
                disk.apply(step, _torn(step, chance) if chance.random() < 0.5 else None)
        return disk


MIXES = ("none", "all", "all but the last", "only the last", "the last is torn", "any, and torn")


def _torn(step: Step, chance: random.Random) -> slice | None:
    if not isinstance(step, Write) or len(step.data) <= SECTOR:
        return slice(0, 0)
    middle = chance.randrange(1, (len(step.data) + SECTOR - 1) // SECTOR) * SECTOR
    return slice(0, middle) if chance.random() < 0.5 else slice(middle, None)


def cuts(start: Disk, steps: list[Step], *, ignore_syncs: bool = False):
    """The power fails before each sync, after each sync, and after each answer.

    With `ignore_syncs` the disk lies: nothing becomes safe. A checker that finds no fault then
    would find none ever.
    """
    safe, loose, promised = start.copy(), [], {}
    for number, step in enumerate(steps):
        match step:
            case Sync(file):
                yield Cut(number, safe.copy(), list(loose), dict(promised))
                if not ignore_syncs:
                    kept = [s for s in loose if not _is_made_safe(s, file)]
                    for done in loose:
                        if _is_made_safe(done, file):
                            safe.apply(done)
                    loose = kept
                    yield Cut(number, safe.copy(), list(loose), dict(promised))
            case Answered(partnership, index):
                promised[partnership] = max(promised.get(partnership, -1), index)
                yield Cut(number, safe.copy(), list(loose), dict(promised))
            case _:
                loose.append(step)
    yield Cut(len(steps), safe.copy(), list(loose), dict(promised))


def _is_made_safe(step: Step, file: str) -> bool:
    return isinstance(step, (Make, Move, Remove)) or step.file == file
