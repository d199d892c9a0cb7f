"""What stands around every answer: headers, cookies, and the refusal of what is not a form."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import acts
from heed_server import Server
from person import Person
from world import World

STANDING = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Vary": "Cookie, Sec-Fetch-Site",
}
POLICY = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
]
FORM = "application/x-www-form-urlencoded"


class Answer:
    """One answer, as it came over the wire."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def fetch(
    server: Server,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> Answer:
    connection = HTTPConnection(server.address.removeprefix("http://"), timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    return Answer(connection.getresponse())


def too_large(server: Server) -> Answer:
    """Says that a body of a gigabyte will come, and waits for the answer instead of sending it."""
    connection = HTTPConnection(server.address.removeprefix("http://"), timeout=20)
    connection.putrequest("POST", "/sign-in/code")
    connection.putheader("Content-Type", FORM)
    connection.putheader("Content-Length", str(1 << 30))
    connection.endheaders()
    return Answer(connection.getresponse())


@pytest.fixture
def cookie(world: World) -> str:
    return "; ".join(f"{c['name']}={c['value']}" for c in world.amara.session()["cookies"])


def test_every_kind_of_answer_carries_the_standing_headers(world: World, cookie: str) -> None:
    server, root = world.server, world.partnership
    style = world.amara.get("/about").text().split('rel="stylesheet" href="')[1].split('"')[0]
    answers = {
        "a page": (fetch(server, "/about"), 200),
        "a page of somebody": (fetch(server, root, Cookie=cookie), 200),
        "a redirect": (fetch(server, "/home"), 303),
        "nothing here": (fetch(server, "/nowhere"), 404),
        "another method": (fetch(server, "/about", "DELETE"), 404),
        "a link that is gone": (fetch(server, "/join/" + "0" * 24), 410),
        "a form from elsewhere": (
            fetch(server, "/leave", "POST", b"form=x", Content_Type=FORM, Origin="http://a.test"),
            403,
        ),
        "too much": (too_large(server), 413),
        "the style": (fetch(server, style), 200),
        "the icon": (fetch(server, "/icon.svg"), 200),
        "a receipt": (fetch(server, root + "/record/0/receipt", Cookie=cookie), 200),
        "a record to take home": (fetch(server, root + "/record/file", Cookie=cookie), 200),
    }
    for name, (answer, status) in answers.items():
        assert answer.status in (status, 405 if status == 404 else status), name
        for header, value in STANDING.items():
            assert answer.headers[header] == value, f"{header} of {name}"
        policy = answer.headers["Content-Security-Policy"]
        if answer.headers["Content-Disposition"]:
            assert policy == "sandbox", name
        else:
            assert policy.split("; ") == POLICY, name
        assert answer.headers["Server"] is None, name
        kept = answer.headers["Cache-Control"]
        assert kept == ("public, max-age=3600" if name in ("the style", "the icon") else "no-store")


def test_a_download_is_named_by_us_and_saved_not_shown(world: World, cookie: str) -> None:
    for path, name in [("0/receipt", "receipt-0.tlog-proof"), ("file", "record.heed")]:
        answer = fetch(world.server, f"{world.partnership}/record/{path}", Cookie=cookie)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(world: World) -> None:
    person = world.stranger()
    acts.sign_in_with_code(person, world.founded.codes["amara"])
    (cookie,) = person.session()["cookies"]
    assert cookie["name"] == "heed"
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    # 120 bits, in five bits a character.
    assert len(cookie["value"]) >= 24


def test_on_a_borrowed_device_the_cookie_ends_with_the_browser(world: World) -> None:
    person = world.stranger()
    person.open("/sign-in")
    person.fill(code=world.founded.codes["amara"])
    person.page.get_by_label("This is not my device").first.check()
    person.press("Sign in")
    assert person.session()["cookies"][0]["expires"] == -1


def test_each_sign_in_has_a_session_of_its_own(world: World) -> None:
    values = set()
    for _ in range(2):
        person = world.stranger()
        acts.sign_in_with_code(person, world.founded.codes["amara"])
        values.add(person.session()["cookies"][0]["value"])
    assert len(values) == 2


@pytest.fixture
def behind_tls(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "tls", options=["--behind-tls"])
    yield server
    server.stop()


def test_behind_tls_the_cookie_is_for_this_host_over_https_alone(
    browser: Browser, behind_tls: Server
) -> None:
    page = fetch(behind_tls, "/about")
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    token = page.body.decode().split('name="form" value="')[1].split('"')[0]
    fields = f"form={token}&name=Circle&handle=Bo&passphrase=nine+slow+bridges+here"
    answer = fetch(behind_tls, behind_tls.first_link, "POST", fields.encode(), Content_Type=FORM)
    assert answer.status == 200
    name, *attributes = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-heed=")
    assert {"Path=/", "HttpOnly", "SameSite=Lax", "Secure"} <= set(attributes)
    assert not any(attribute.startswith("Domain") for attribute in attributes)


class TestForgedForms:
    def test_a_form_without_the_sessions_token_is_refused(self, world: World) -> None:
        for token in ["", "0" * 64, world.bo.token(), world.stranger().token()]:
            answer = world.amara.context.request.post(
                world.server.address + world.partnership + "/end", form={"form": token}
            )
            assert answer.status == 403
        world.amara.open(world.partnership)
        assert world.amara.page.get_by_role("button", name="Pause").count() == 1

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "http://evil.test"},
            {"Origin": "null"},
        ],
        ids=["cross-site", "same-site", "another origin", "no origin"],
    )
    def test_a_form_from_another_site_is_refused_even_with_the_token(
        self, world: World, headers: dict[str, str]
    ) -> None:
        answer = world.amara.context.request.post(
            world.server.address + world.partnership + "/end",
            form={"form": world.amara.token()},
            headers=headers,
        )
        assert answer.status == 403
        assert "This was sent from another site" in answer.text()

    def test_a_form_with_a_field_that_the_page_does_not_have_is_refused(self, world: World) -> None:
        answer = world.amara.send(
            world.partnership + "/asks", id=acts.new_id(), kind="ask", words="Chairs", by="bo"
        )
        assert answer.status == 400

    def test_looking_at_a_link_uses_nothing_up(self, world: World) -> None:
        link = acts.write_letter(world.bo)
        for _ in range(3):
            assert world.stranger().open(link) == 200


def test_wrong_tries_are_slowed_down_and_unknown_handles_answer_alike(world: World) -> None:
    person = world.stranger()
    texts = set()
    for handle in ["Bo", "Nobody Here"]:
        answer = person.send("/sign-in/handle", handle=handle, passphrase="wrong wrong wrong")
        assert answer.status == 403
        texts.add(answer.text().replace(handle, ""))
    assert len(texts) == 1


def test_the_passphrase_is_never_written_back_into_a_page(world: World) -> None:
    person: Person = world.stranger()
    answer = person.send("/sign-in/handle", handle="Bo", passphrase="wrenhollow quillfeather")
    assert "quillfeather" not in answer.text()
