"""What a hostile client sends is answered with a plain page, changes nothing and leaks nothing."""

from __future__ import annotations

import socket
import threading
import time
import urllib.parse

import pytest

from heed_client import House, Reply, new_id, saved, welcome
from raw_http import Raw, has_standing_headers, leaks_nothing, send


@pytest.fixture(scope="module")
def open_house(built_house, tmp_path_factory):
    house = built_house.copy(tmp_path_factory.mktemp("hostile") / "data")
    with house.server:
        yield house


@pytest.fixture
def unchanged(open_house):
    """Nothing that a test sends may change the record or end the server."""
    before = len(open_house.river.record())
    yield open_house
    assert open_house.server.is_running
    assert len(open_house.river.record()) == before
    saved_one = open_house.river.ask("And an honest one is taken")
    assert saved(saved_one) == before


class Request:
    """A form to ask for something, to be bent."""

    def __init__(self, house: House):
        self.house = house
        self.person = house.river.liaison
        self.path = f"{house.river.path}/asks"
        self.host = f"127.0.0.1:{house.server.port}"
        self.fields = {"form": self.person.token, "id": new_id(), "kind": "ask",
                       "words": "This must not be taken", "day": ""}

    def headers(self, **changes: str | None) -> list[str]:
        named = {"Host": self.host, "Cookie": self.person.cookie,
                 "Content-Type": "application/x-www-form-urlencoded",
                 "Sec-Fetch-Site": "same-origin", "Connection": "close"}
        named |= {name.replace("_", "-"): value for name, value in changes.items()}
        return [f"{name}: {value}" for name, value in named.items() if value is not None]

    def body(self, **changes: str) -> bytes:
        return urllib.parse.urlencode({**self.fields, **changes}).encode()

    def bytes(self, body: bytes | None = None, method: str = "POST", path: str | None = None,
              **changes: str | None) -> bytes:
        content = self.body() if body is None else body
        lines = [f"{method} {path or self.path} HTTP/1.1",
                 *self.headers(**{"Content_Length": str(len(content)), **changes})]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + content

    def send(self, *arguments, **changes) -> Raw:
        return send(self.house.server, self.bytes(*arguments, **changes))


def is_refused(raw: Raw, *statuses: int, title: str | None = None) -> Reply:
    reply = raw.reply
    assert raw.answers == 1
    assert reply.status in statuses, (reply.status, reply.title)
    has_standing_headers(reply)
    leaks_nothing(raw.bytes)
    assert "<h1>" in reply.text
    if title:
        assert reply.title == title
    return reply


# ---------------------------------------------------------------------------- forged forms


FORGED = {
    "from-another-site": ({"Sec_Fetch_Site": "cross-site"}, {}),
    "from-a-sister-site": ({"Sec_Fetch_Site": "same-site"}, {}),
    "with-an-empty-site": ({"Sec_Fetch_Site": ""}, {}),
    "with-a-site-in-capitals": ({"Sec_Fetch_Site": "SAME-ORIGIN-NOT"}, {}),
    "with-a-foreign-origin": ({"Sec_Fetch_Site": None, "Origin": "https://evil.example"}, {}),
    "with-a-null-origin": ({"Sec_Fetch_Site": None, "Origin": "null"}, {}),
    "with-another-port": ({"Sec_Fetch_Site": None, "Origin": "http://127.0.0.1:1"}, {}),
    "with-a-longer-host": ({"Sec_Fetch_Site": None, "Origin": "http://127.0.0.1:1.evil.example"},
                           {}),
    "with-a-foreign-origin-and-a-good-site": (
        {"Sec_Fetch_Site": "cross-site", "Origin": "http://{host}"}, {}),
    "without-a-token": ({}, {"form": None}),
    "with-an-empty-token": ({}, {"form": ""}),
    "with-a-made-up-token": ({}, {"form": "0" * 64}),
    "with-a-token-in-capitals": ({}, {"form": "UPPER"}),
    "with-the-token-of-a-signed-out-page": ({}, {"form": "PUBLIC"}),
    "with-the-token-of-somebody-else": ({}, {"form": "FOREIGN"}),
    "with-a-stale-token": ({}, {"form": "STALE"}),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_form_is_refused(unchanged, name):
    headers, fields = FORGED[name]
    request = Request(unchanged)
    token = request.fields["form"]
    tokens = {
        "PUBLIC": lambda: unchanged.server.visitor().token,
        "FOREIGN": lambda: unchanged.member.token,
        "STALE": lambda: stale_token(unchanged),
        "UPPER": lambda: token.upper(),
    }
    for field, value in fields.items():
        request.fields.pop(field)
        if value is not None:
            request.fields[field] = tokens[value]() if value in tokens else value
    headers = {key: value and value.format(host=request.host) for key, value in headers.items()}
    reply = is_refused(request.send(**headers), 403)
    assert reply.title in ("This was sent from another site", "This page was open too long")


def stale_token(house: House) -> str:
    """The token of a session that has ended."""
    person = welcome(house.river.liaison, "Kai")
    token = person.token
    assert person.post("/account/sign-out").status == 303
    return token


@pytest.mark.parametrize("headers", [
    {"Sec_Fetch_Site": "same-origin"}, {"Sec_Fetch_Site": "none"},
    {"Sec_Fetch_Site": None, "Origin": "http://{host}"}, {"Sec_Fetch_Site": None},
], ids=["same-origin", "none", "own-origin", "an-old-browser"])
def test_an_honest_form_is_taken_from(open_house, headers):
    request = Request(open_house)
    headers = {key: value and value.format(host=request.host) for key, value in headers.items()}
    assert request.send(**headers).reply.status == 303


# ---------------------------------------------------------------------------- bent forms


BENT = {
    "an-unknown-field": (lambda r: r.body() + b"&admin=yes", 400),
    "a-field-of-another-form": (lambda r: r.body() + b"&passphrase=x", 400),
    "a-duplicate-field": (lambda r: r.body() + b"&words=other", 400),
    "a-duplicate-token": (lambda r: r.body() + b"&form=x", 400),
    "a-thousand-fields": (
        lambda r: r.body() + b"".join(b"&f%d=" % n for n in range(1000)), 400),
    "broken-utf-8": (lambda r: r.body() + b"&x=%ff%fe", 400),
    "raw-broken-utf-8": (lambda r: r.body().replace(b"This", b"\xff\xfe"), 400),
    "overlong-utf-8": (lambda r: r.body().replace(b"This", b"%c0%af"), 400),
    "half-a-surrogate": (lambda r: r.body().replace(b"This", b"%ed%a0%80"), 400),
    "a-bad-percent-escape": (lambda r: r.body().replace(b"This", b"%zz"), 400),
    "half-a-percent-escape": (lambda r: r.body() + b"%4", 400),
    "a-lone-percent": (lambda r: r.body() + b"%", 400),
    "a-nul": (lambda r: r.body().replace(b"This", b"%00"), 400),
    "an-escape-character": (lambda r: r.body().replace(b"This", b"%1b"), 400),
    "a-c1-control": (lambda r: r.body().replace(b"This", b"%c2%85"), 400),
    "json": (lambda r: b'{"form":"x"}', 400),
    "no-body": (lambda r: b"", 403),
    "only-ampersands": (lambda r: b"&" * 1000, 403),
    "a-bad-id": (lambda r: r.body(id="../../x"), 400),
    "a-long-id": (lambda r: r.body(id="x" * 41), 400),
    "a-bad-kind": (lambda r: r.body(kind="order"), 400),
    "a-bad-day": (lambda r: r.body(day="2026-02-30"), 422),
    "a-day-gone-by": (lambda r: r.body(day="2001-01-01"), 422),
    "a-day-in-ten-thousand-years": (lambda r: r.body(day="9999-12-31"), 422),
    "no-words": (lambda r: r.body(words=" \n "), 422),
    "too-many-words": (lambda r: r.body(words="x" * 16_001), 422),
    "a-hundred-thousand-letters": (lambda r: r.body(words="x" * 100_000), 422),
}


@pytest.mark.parametrize("name", BENT)
def test_a_bent_form_is_refused_with(unchanged, name):
    make, status = BENT[name]
    request = Request(unchanged)
    is_refused(request.send(make(request)), status)


@pytest.mark.parametrize("type", ["text/plain", "application/json", "multipart/form-data; boundary=x",
                                  "", None])
def test_a_form_of_another_type_is_refused(unchanged, type):
    is_refused(Request(unchanged).send(Content_Type=type), 400, title="This form cannot be read")


def test_words_that_were_typed_come_back_and_secrets_do_not(unchanged):
    request = Request(unchanged)
    request.fields["form"] = "0" * 64
    reply = is_refused(request.send(), 403)
    assert "This must not be taken" in reply.text
    person = unchanged.server.visitor()
    reply = person.post("/sign-in/handle", {"handle": "Bo", "passphrase": "<my secret phrase>"},
                        token="0" * 64)
    assert reply.status == 403 and "secret phrase" not in reply.text


def test_markup_in_words_is_shown_as_text(open_house):
    words = "<script>alert(1)</script> & \"quotes\" 'single' <b>"
    ask = new_id()
    saved(open_house.river.ask(words, id=ask))
    for path in (open_house.river.path, f"{open_house.river.path}/asks/{ask}",
                 f"{open_house.river.path}/record"):
        page = open_house.member.get(path).text
        assert "<script>" not in page and "&lt;script&gt;alert(1)" in page


# ---------------------------------------------------------------------------- bent requests


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND",
                                    "CONNECT"])
def test_other_methods_are_refused(unchanged, method):
    raw = Request(unchanged).send(method=method)
    is_refused(raw, 404, 405)
    assert unchanged.river.liaison.cookie.encode() not in raw.bytes, "TRACE echoes nothing"


PATHS = {
    "a-long-path": "/" + "a" * 7000,
    "a-long-id": "/partnerships/" + "a" * 7000,
    "a-nul-in-the-path": "/partnerships/a%00b",
    "a-bad-escape-in-the-path": "/partnerships/%zz",
    "broken-utf-8-in-the-path": "/partnerships/%ff%fe",
    "dots": "/../../../../etc/passwd",
    "escaped-dots": "/style/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "backslashes": "/style/..\\..\\etc",
    "a-double-slash": "//evil.example/home",
    "a-template": "/partnerships/:partnership",
    "a-negative-index": "/record/-1/checkpoint",
    "markup": "/<script>alert(1)</script>",
}


@pytest.mark.parametrize("name", PATHS)
def test_a_bent_path_leads_nowhere(unchanged, name):
    raw = Request(unchanged).send(b"", method="GET", path=PATHS[name], Content_Length=None)
    reply = is_refused(raw, 404)
    assert "<script>alert" not in reply.text and "root:" not in reply.text


@pytest.mark.parametrize("index", ["-1", "+1", "01", "1.0", "0x1", "99999999999999999999999",
                                   "18446744073709551616", "9000000000000000000", "%D9%A3"])
def test_an_index_that_is_none_is_not_found(unchanged, index):
    for end in ("", "/receipt"):
        reply = unchanged.member.get(f"{unchanged.river.path}/record/{index}{end}")
        assert reply.status == 404


def still_serves(house: House, path: str, visitor) -> None:
    try:
        assert visitor.get(path).status == 404
    finally:
        time.sleep(0.2)
        assert house.server.is_running, "one request has ended the server for everybody"


@pytest.mark.parametrize("end", ["", "/receipt"])
def test_the_largest_index_is_not_found(house, end):
    still_serves(house, f"{house.river.path}/record/{2**63 - 1}{end}", house.member)


@pytest.mark.parametrize("tile", ["6/x001/000", "5/x036/x028/x797/018", "2/x999/x999/x999/999.p/7"])
def test_a_tile_far_beyond_the_log_is_not_found(house, tile):
    log = house.river.record().log
    still_serves(house, f"/record/{log}/tile/{tile}", house.server.visitor())


@pytest.mark.parametrize("query", ["?page=-1", "?page=99999999999999999999", "?page=%zz", "?saved=x",
                                   "?page=1&page=2", "?saved=-5", "?saved=99999999999999999999999",
                                   "?" + "a=b&" * 5000])
def test_a_bent_query_is_no_harm(unchanged, query):
    for path in ("/record", ""):
        assert unchanged.member.get(f"{unchanged.river.path}{path}{query}").status == 200


# What the parser of HTTP itself cannot read.
UNREADABLE = {
    "a-hundred-kilobytes-of-path": lambda r: r.bytes(b"", "GET", "/" + "a" * 100_000),
    "a-raw-nul-in-the-path": lambda r: r.bytes(b"", "GET", "/a\0b"),
    "raw-bytes-in-the-path": lambda r: r.bytes(b"", "GET", "/PLACE").replace(b"PLACE", b"\xff\xfe"),
    "five-thousand-headers": lambda r: r.bytes(
        b"", "GET", "/", **{f"X_{n}": "y" for n in range(5000)}),
    "a-megabyte-of-header": lambda r: r.bytes(b"", "GET", "/", X="y" * 1_000_000),
    "both-lengths": lambda r: r.bytes(Transfer_Encoding="chunked"),
    "two-lengths": lambda r: r.bytes().replace(
        b"Content-Length", b"Content-Length: 5\r\nContent-Length", 1),
    "a-negative-length": lambda r: r.bytes(Content_Length="-1"),
    "a-length-beyond-numbers": lambda r: r.bytes(Content_Length="9" * 30),
    "a-signed-length": lambda r: r.bytes(Content_Length="+5"),
    "a-folded-header": lambda r: r.bytes(X="a\r\n b"),
    "a-space-before-the-colon": lambda r: r.bytes(**{"X ": "y"}),
    "bare-line-feeds": lambda r: r.bytes(b"", "GET", "/").replace(b"\r\n", b"\n"),
    "the-start-of-tls": lambda r: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    "the-start-of-http-2": lambda r: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "http-0.9": lambda r: b"GET /\r\n\r\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_request_is_ended_at_once_without_a_word(unchanged, name):
    raw = send(unchanged.server, UNREADABLE[name](Request(unchanged)))
    assert raw.closed and raw.seconds < 5
    leaks_nothing(raw.bytes)
    if raw.bytes:
        assert raw.reply.status in (400, 404, 414, 431, 501) and raw.answers == 1


def test_a_smuggled_request_is_never_answered(unchanged):
    smuggled = b"GET /about HTTP/1.1\r\nHost: x\r\n\r\n"
    request = Request(unchanged)
    chunk = b"0\r\n\r\n" + smuggled
    for headers in ({"Transfer_Encoding": "chunked", "Content_Length": "4"},
                    {"Transfer_Encoding": "chunked", "Content_Length": str(len(chunk))},
                    {"Transfer_Encoding": "xchunked", "Content_Length": None},
                    {"Transfer_Encoding": "chunked, identity", "Content_Length": None},
                    {"Transfer_Encoding": "identity, chunked", "Content_Length": "4"}):
        raw = send(unchanged.server, request.bytes(chunk, **headers))
        assert raw.answers <= 1 and b"What is Heed" not in raw.bytes.split(b"<footer>")[0]


def test_also_the_answer_to_what_is_no_request_carries_every_header(unchanged):
    raw = send(unchanged.server, UNREADABLE["both-lengths"](Request(unchanged)))
    has_standing_headers(raw.reply)


@pytest.mark.parametrize("name", ["a-bad-chunk", "an-unknown-coding", "half-a-body"])
def test_a_body_that_breaks_off_is_the_senders_fault(unchanged, name):
    request = Request(unchanged)
    data, finish = {
        "a-bad-chunk": (request.bytes(b"zz\r\n", Transfer_Encoding="chunked", Content_Length=None),
                        False),
        "an-unknown-coding": (request.bytes(Transfer_Encoding="xchunked", Content_Length=None),
                              False),
        "half-a-body": (request.bytes(Content_Length="1000"), True),
    }[name]
    raw = send(unchanged.server, data, finish=finish)
    assert not raw.bytes or raw.reply.status == 400


def test_head_is_answered_like_get_without_a_body(unchanged):
    raw = Request(unchanged).send(b"", method="HEAD", path="/sign-in", Content_Length=None)
    assert raw.bytes.startswith(b"HTTP/1.1 200") and raw.bytes.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("path", ["/", "/about", "/sign-in", "/home", "/nowhere", "/icon.svg"])
def test_every_answer_carries_the_standing_headers(open_house, path):
    for visitor in (open_house.server.visitor(), open_house.member.twin()):
        reply = visitor.get(path)
        if path == "/icon.svg":
            assert reply.headers["Cache-Control"] == "public, max-age=3600"
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
        else:
            has_standing_headers(reply)


def test_cookies_are_out_of_reach(open_house):
    reply = open_house.server.visitor().post("/sign-in/handle", {
        "handle": "Bo", "passphrase": open_house.recovery_codes[9]})
    attributes = reply.headers["Set-Cookie"].split("; ")
    assert reply.status == 303
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)


@pytest.mark.parametrize("cookie", ["heed=", "heed=x", "heed=" + "0" * 24, "heed=\"; --", "heed",
                                    "=", ";;;;", "heed=" + "a" * 5000, "other=1; heed=2"])
def test_a_bent_cookie_is_nobody(open_house, cookie):
    visitor = open_house.server.visitor(cookie)
    assert visitor.get("/home").location == "/sign-in"


# ---------------------------------------------------------------------------- bombs


def test_ten_gibibytes_are_refused_from_the_header(unchanged):
    for headers in ({}, {"Expect": "100-continue"}):
        request = Request(unchanged)
        raw = send(unchanged.server, request.bytes(b"", Content_Length=str(10 << 30), **headers))
        is_refused(raw, 413, title="This is too much for one form")
        assert raw.closed and raw.seconds < 3


def test_a_form_field_of_ten_megabytes_is_refused(unchanged):
    before = unchanged.server.memory()
    request = Request(unchanged)
    raw = request.send(request.body(words="x" * 10_000_000))
    is_refused(raw, 413)
    assert unchanged.server.memory() - before < 64 << 20


def test_an_endless_body_is_ended_early_and_held_nowhere(unchanged, figure):
    before = unchanged.server.memory()
    sent = 0
    request = Request(unchanged)
    head = request.bytes(b"", Transfer_Encoding="chunked", Content_Length=None)
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", unchanged.server.port), timeout=5) as connection:
        connection.sendall(head)
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        try:
            while time.monotonic() - begun < 10:
                connection.sendall(chunk)
                sent += len(chunk)
        except OSError:
            pass
    seconds = time.monotonic() - begun
    growth = unchanged.server.memory() - before
    figure(f"endless body: ended after {seconds:.1f} s and {sent / 2**20:.1f} MiB, "
           f"memory {growth / 2**20:+.1f} MiB")
    assert seconds < 5
    assert growth < 64 << 20


def test_a_hundred_bombs_at_once_are_held_nowhere(unchanged, figure):
    before = unchanged.server.memory()
    request = Request(unchanged)
    data = request.bytes(b"words=" + b"x" * 2_000_000, Content_Length=str(10 << 30))
    threads = [threading.Thread(target=send, args=(unchanged.server, data)) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    growth = unchanged.server.memory() - before
    figure(f"100 bombs at once: memory {growth / 2**20:+.1f} MiB")
    assert growth < 64 << 20
