"""Drives a real Heed from outside: starts it, speaks its forms, reads its record.

Knows nothing of how Heed is made, only what a browser and a shell can see.
"""

from __future__ import annotations

import contextlib
import hashlib
import html.parser
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import subprocess
import threading
import time
import urllib.parse
from dataclasses import dataclass, field

import stale_clocks

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSPHRASE = "seven kettles on a slow barge"


# A crash should end a process at once, not after seconds of writing down where it was.
QUICK_END = {"SWIFT_BACKTRACE": "enable=no"}


def binary() -> str:
    """The program under test: the environment's HEED, or the debug build."""
    return os.environ.get("HEED", str(ROOT / ".build" / "debug" / "heed"))


def run(*arguments: object, timeout: float = 60, **options) -> subprocess.CompletedProcess[str]:
    """Runs one command of Heed to its end."""
    return subprocess.run(
        [binary(), *map(str, arguments)], capture_output=True, text=True, timeout=timeout,
        **options)


def verify(path: object) -> tuple[int, list[dict]]:
    """What `heed verify` says: its exit code, and its logs."""
    done = run("verify", path, "--format", "json")
    return done.returncode, json.loads(done.stdout)["logs"] if done.stdout else []


def sql(data: object, statement: str) -> str:
    """Runs a statement in the database of a stopped server."""
    done = subprocess.run(
        ["sqlite3", "-bail", str(pathlib.Path(str(data)) / "heed.sqlite")], input=statement,
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def new_id() -> str:
    return secrets.token_hex(13)


# ---------------------------------------------------------------------------- the server


class Server:
    """One `heed serve` on a free port."""

    def __init__(
        self, data: object, *, wrapper: tuple[str, ...] = (), flags: tuple[str, ...] = (),
        environment: dict[str, str] | None = None, before=None,
    ):
        self.data = pathlib.Path(str(data))
        self.wrapper = wrapper
        self.flags = flags
        self.environment = environment or {}
        self.before = before
        self.process: subprocess.Popen | None = None
        self.port = 0
        self.pid = 0
        self.ready_seconds = 0.0
        self._lines: list[str] = []

    def start(self, timeout: float = 20) -> "Server":
        begun = time.monotonic()
        self._lines = []
        stale_clocks.clear()
        with open(f"{self.data}.log", "ab") as log:
            self.process = subprocess.Popen(
                [*self.wrapper, binary(), "serve", "--data", str(self.data), "--port", "0",
                 *self.flags],
                stdout=subprocess.PIPE, stderr=log, preexec_fn=self.before,
                env={**os.environ, **QUICK_END, **self.environment})
        threading.Thread(target=self._listen, args=(self.process,), daemon=True).start()
        if not self._wait(lambda: self._lines or self.process.poll() is not None, timeout) \
                or not self._lines:
            self.kill()
            raise AssertionError(f"heed does not start: {self.log()[-600:]}")
        self.port = int(self._lines[0].rsplit(":", 1)[1])
        self.ready_seconds = time.monotonic() - begun
        self.pid = self._own_pid()
        return self

    def _listen(self, process: subprocess.Popen) -> None:
        for line in process.stdout:
            self._lines.append(line.decode().rstrip("\n"))

    @staticmethod
    def _wait(condition, timeout: float) -> bool:
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.005)
        return bool(condition())

    def _own_pid(self) -> int:
        """The process of Heed itself, below strace or whatever else wraps it."""
        if not self.wrapper:
            return self.process.pid
        target = os.path.realpath(binary())
        for _ in range(200):
            for pid in [self.process.pid, *_descendants(self.process.pid)]:
                with contextlib.suppress(OSError):
                    if os.readlink(f"/proc/{pid}/exe") == target:
                        return pid
            time.sleep(0.01)
        raise AssertionError("heed is not running below its wrapper")

    @property
    def begin_path(self) -> str:
        """The path of the link that makes the first circle."""
        assert self._wait(lambda: self.has_begin_link, 5)
        line = next(line for line in self._lines if "/begin/" in line)
        return "/begin/" + line.rsplit("/begin/", 1)[1]

    @property
    def has_begin_link(self) -> bool:
        return any("/begin/" in line for line in self._lines)

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def log(self) -> str:
        path = pathlib.Path(f"{self.data}.log")
        return path.read_text(errors="replace") if path.exists() else ""

    def kill(self) -> None:
        """As a crash: no goodbye."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid or self.process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
        self.process.stdout.close()
        self.process = None
        self.pid = 0

    def stop(self) -> None:
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.kill()

    def __enter__(self) -> "Server":
        return self if self.is_running else self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def memory(self, name: str = "VmRSS") -> int:
        """Bytes of memory as the system counts them."""
        text = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+) kB", text)[1]) * 1024

    def ticks(self) -> int:
        """Processor time used so far, in hundredths of a second."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def visitor(self, cookie: str | None = None) -> "Visitor":
        return Visitor(self, cookie)


def _descendants(pid: int) -> list[int]:
    try:
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [found for child in children for found in (int(child), *_descendants(int(child)))]


# ---------------------------------------------------------------------------- one who visits


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    @property
    def saved(self) -> int | None:
        """The index of the entry that the server says it saved."""
        found = re.search(r"[?&]saved=(\d+)$", self.location)
        return int(found[1]) if self.status == 303 and found else None

    @property
    def cookie(self) -> str | None:
        found = re.match(r"((?:__Host-)?heed=[^;]+);", self.headers.get("Set-Cookie", ""))
        return found[1] if found else None

    @property
    def title(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.text)
        return found[1] if found else ""

    @property
    def forms(self) -> list["PageForm"]:
        parser = _FormParser()
        parser.feed(self.text)
        return parser.forms


@dataclass
class PageForm:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)


class _FormParser(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._select = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.forms.append(PageForm(values.get("action", "")))
        elif not self.forms:
            return
        elif tag == "input" and "name" in values:
            self.forms[-1].fields[values["name"]] = values.get("value", "")
        elif tag == "select":
            self._select = values.get("name", "")
            self.forms[-1].options[self._select] = []
        elif tag == "option":
            self.forms[-1].options[self._select].append(values.get("value", ""))


class Visitor:
    """A browser with one cookie; not to be shared between threads."""

    def __init__(self, server: Server, cookie: str | None = None, timeout: float = 30):
        self.server = server
        self.cookie = cookie
        self.timeout = timeout
        self._token: str | None = None
        self._connection: http.client.HTTPConnection | None = None
        self._port = 0

    def twin(self, server: Server | None = None) -> "Visitor":
        """The same person at another window."""
        return Visitor(server or self.server, self.cookie, self.timeout)

    def request(
        self, method: str, path: str, body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        """Sends one request; never again by itself when the connection breaks."""
        headers = dict(headers or {})
        if self.cookie:
            headers.setdefault("Cookie", self.cookie)
        if self._connection is None or self._port != self.server.port:
            self.close()
            self._port = self.server.port
            self._connection = http.client.HTTPConnection(
                "127.0.0.1", self._port, timeout=self.timeout)
        try:
            self._connection.request(method, path, body=body, headers=headers)
            answer = self._connection.getresponse()
            reply = Reply(answer.status, answer.headers, answer.read())
        except BaseException:
            self.close()
            raise
        if answer.will_close:
            self.close()
        return reply

    def get(self, path: str, headers: dict[str, str] | None = None) -> Reply:
        # A connection that rested too long was closed by the server: looking again costs nothing.
        try:
            return self.request("GET", path, headers=headers)
        except (http.client.HTTPException, ConnectionError):
            return self.request("GET", path, headers=headers)

    @property
    def token(self) -> str:
        """What every form of this session carries."""
        if self._token is None:
            self._token = self.get("/about").forms[0].fields["form"]
        return self._token

    def post(
        self, path: str, fields: dict[str, str] | None = None, *, token: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        """Sends a form as its page would, on a connection of its own."""
        form = {"form": self.token if token is None else token, **(fields or {})}
        self.close()
        reply = self.request(
            "POST", path, urllib.parse.urlencode(form).encode(),
            {"Content-Type": "application/x-www-form-urlencoded",
             "Sec-Fetch-Site": "same-origin", **(headers or {})})
        if reply.cookie and not reply.cookie.endswith("="):
            self.cookie = reply.cookie
            self._token = None
        return reply

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


# ---------------------------------------------------------------------------- what people do


def saved(reply: Reply) -> int:
    """The index under which something was saved; fails if it was not."""
    assert reply.saved is not None, (reply.status, reply.location, reply.text[-900:])
    return reply.saved


def code_in(reply: Reply) -> str:
    """The access code, or the first recovery code, that a page shows."""
    assert reply.status == 200, (reply.status, reply.title)
    return re.search(r"((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})", reply.text)[1]


def codes_in(reply: Reply) -> list[str]:
    return re.findall(r"((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})", reply.text)


def link_in(reply: Reply, kind: str) -> str:
    found = re.search(rf"(/{kind}/[0-9a-z]{{24}})", reply.text)
    assert found, (reply.status, reply.title)
    return found[1]


def found_circle(server: Server, path: str, name: str, handle: str) -> tuple[Visitor, list[str]]:
    """Makes a circle; gives its first steward and the recovery codes."""
    steward = server.visitor()
    reply = steward.post(path, {"name": name, "handle": handle, "passphrase": PASSPHRASE})
    assert reply.status == 200 and steward.cookie, (reply.status, reply.title)
    return steward, codes_in(reply)


def join(steward: Visitor, handle: str) -> Visitor:
    link = link_in(steward.post("/circle/invitations"), "join")
    member = steward.server.visitor()
    reply = member.post(link, {"handle": handle, "passphrase": PASSPHRASE})
    assert reply.status == 200 and member.cookie, (reply.status, reply.title)
    return member


def write_letter(steward: Visitor) -> str:
    """A letter of the circle; gives the link to hand over."""
    reply = steward.post("/circle/letters", {
        "who": "We live north of the bridge.", "why": "Your notice hung in our library.",
        "canGive": "A van and forty chairs."})
    return link_in(reply, "invited")


TERMS = {
    "scope": "Rent and repairs", "giver": "The assembly", "until": "", "poolDays": "7",
    "answerDays": "7", "pace": "", "questions": "no", "credit": "", "offerRestDays": "90",
}


def welcome(liaison: Visitor, handle: str) -> Visitor:
    """Brings one more person into a community, who holds no mandate."""
    code = code_in(liaison.post("/community/people", {"handle": handle}))
    person = liaison.server.visitor()
    reply = person.post("/sign-in/code", {"code": code})
    assert reply.status == 303 and person.cookie
    return person


@dataclass
class Partnership:
    id: str
    liaison: Visitor
    mandate: str = ""

    @property
    def path(self) -> str:
        return f"/partnerships/{self.id}"

    @classmethod
    def open(cls, steward: Visitor, community: str, handle: str) -> "Partnership":
        link = write_letter(steward)
        liaison = steward.server.visitor()
        reply = liaison.post(f"{link}/open", {"name": community, "handle": handle, **TERMS})
        found = re.search(r"/partnerships/([0-9a-z-]+)", reply.text)
        assert reply.status == 200 and found, (reply.status, reply.title)
        partnership = cls(found[1], liaison)
        forms = steward.get(f"{partnership.path}/words/new").forms
        partnership.mandate = next(
            form.options["promisee"][0] for form in forms if form.options.get("promisee"))
        return partnership

    def with_(self, server: Server) -> "Partnership":
        return Partnership(self.id, self.liaison.twin(server), self.mandate)

    def ask(
        self, words: str, *, by: Visitor | None = None, kind: str = "ask", id: str | None = None,
    ) -> Reply:
        return (by or self.liaison).post(
            f"{self.path}/asks",
            {"id": id or new_id(), "kind": kind, "words": words, "day": ""})

    def give_word(self, member: Visitor, what: str, *, ask: str = "", id: str) -> Reply:
        return member.post(f"{self.path}/words", {
            "id": id, "ask": ask, "offer": "", "what": what, "day": far_day(30),
            "when": "the hall opens", "then": "four of us carry the chairs",
            "frame": "privilege", "supportFor": "", "ending": "", "frameBy": "",
            "privilegeBy": "driving, since we own a van", "promisee": self.mandate})

    def tell(self, member: Visitor, word: str, words: str) -> Reply:
        return member.post(
            f"{self.path}/words/{word}/tell", {"words": words, "proposedDay": far_day(60)})

    def report(self, member: Visitor, word: str, account: str) -> Reply:
        return member.post(
            f"{self.path}/words/{word}/report", {"outcome": "done", "account": account})

    def record(self, by: Visitor | None = None) -> "Record":
        reply = (by or self.liaison).get(f"{self.path}/record/file")
        assert reply.status == 200, (reply.status, reply.title)
        return Record.parse(reply.text)


def far_day(days: int) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(time.time() + days * 86_400))


@dataclass
class Record:
    """A record as somebody took it home."""

    origin: str
    key: str
    checkpoint: str
    entries: list[dict]

    @classmethod
    def parse(cls, text: str) -> "Record":
        head, *lines = [json.loads(line) for line in text.splitlines()]
        return cls(head["origin"], head["key"], head["checkpoint"], lines)

    @property
    def log(self) -> str:
        """The random id by which everybody may read the log."""
        return self.origin.rsplit("/", 1)[1]

    def __len__(self) -> int:
        return len(self.entries)


# ---------------------------------------------------------------------------- a whole house


@dataclass
class House:
    """A circle with two communities, and a circle that has to do with neither."""

    server: Server
    steward: Visitor
    member: Visitor
    stranger: Visitor
    neighbour: Visitor
    river: Partnership
    harbour: Partnership
    recovery_codes: list[str]
    ask: str = ""
    word: str = ""
    offer: str = ""
    foreign: dict[str, str] = field(default_factory=dict)

    @classmethod
    def build(cls, data: pathlib.Path) -> "House":
        server = Server(data).start()
        steward, codes = found_circle(server, server.begin_path, "Northside Circle", "Bo")
        member = join(steward, "Cy")
        river = Partnership.open(steward, "River Street Tenants", "Amara")
        harbour = Partnership.open(steward, "Harbour Cleaners", "Eun")
        neighbour = welcome(river.liaison, "Dalia")
        stranger = _second_circle(server)
        house = cls(server, steward, member, stranger, neighbour, river, harbour, codes)
        house.ask, house.word, house.offer = house._furnish(river)
        ask, word, offer = house._furnish(harbour)
        house.foreign = {
            "ask": ask, "word": word, "offer": offer, "mandate": harbour.mandate}
        server.stop()
        return house

    def _furnish(self, partnership: Partnership) -> tuple[str, str, str]:
        """An ask that was taken, a word for it, and an open offer."""
        ask, word, offer = new_id(), new_id(), new_id()
        saved(partnership.ask("Carry forty chairs to the hearing", id=ask))
        saved(self.steward.post(f"{partnership.path}/asks/{ask}/answer", {"answer": "take"}))
        saved(partnership.give_word(self.member, "Carry the chairs", ask=ask, id=word))
        saved(self.steward.post(f"{partnership.path}/offers", {
            "id": offer, "words": "A room with forty chairs", "until": far_day(40)}))
        return ask, word, offer

    def copy(self, data: pathlib.Path, **options) -> "House":
        """The same house at another place, with a server that is not yet started."""
        shutil.copytree(self.server.data, data)
        server = Server(data, **options)
        return House(
            server, self.steward.twin(server), self.member.twin(server),
            self.stranger.twin(server), self.neighbour.twin(server), self.river.with_(server),
            self.harbour.with_(server), self.recovery_codes, self.ask, self.word, self.offer,
            self.foreign)


def put_link(data: pathlib.Path, kind: str, *, target: str = "", days: int = 7) -> str:
    """Puts a link into the vault of a stopped server, as the server itself would."""
    code = "".join(secrets.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(24))
    text = "-".join(code[start:start + 4] for start in range(0, 24, 4))
    digest = hashlib.sha256(f"heed-code/v1\n{text}".encode()).hexdigest()
    sql(data, f"INSERT INTO invitation (hash, id, kind, target, expires) VALUES "
              f"(x'{digest}', '{new_id()}', '{kind}', '{target}', "
              f"{int(time.time()) + days * 86_400});")
    return code.lower()


def _second_circle(server: Server) -> Visitor:
    """A server founds one circle by itself; a second needs a second link in its vault."""
    server.stop()
    code = put_link(server.data, "firstCircle")
    server.start()
    stranger, _ = found_circle(server, f"/begin/{code}", "Southside Circle", "Sol")
    return stranger
