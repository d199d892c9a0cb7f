"""Every address, asked for by everybody: who gets what is written here, line by line.

The addresses are read from the source of the server, so that a new one without a line fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from heed_client import ROOT, TERMS, House, Visitor, far_day, new_id

ROUTES = ROOT / "Sources" / "HeedWeb" / "Server" / "Routes.swift"

# From who may least to who may most, so that nobody is in the way of those who come after.
PEOPLE = ("nobody", "stranger", "outsider", "neighbour", "liaison", "member", "steward")
# nobody: signed out. stranger: a steward of another circle. outsider: holds a mandate in another
# partnership of the same circle. neighbour: of the community, without a mandate. liaison: of the
# community, with a mandate. member, steward: of the circle.


@dataclass(frozen=True)
class Address:
    method: str
    path: str
    audience: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def read_routes() -> list[Address]:
    text = ROUTES.read_text()
    names = {"Stylesheet.path": "/style"}
    for name, value in re.findall(r'let (\w+) = "([^"]+)"', text):
        names[name] = re.sub(r"\\\((\w+)\)", lambda m: names[m[1]], value)
    routes = []
    for method, path, audience in re.findall(
            r'\.(get|post)\(\s*("(?:[^"\\]|\\.)*"|[\w.]+),\s*\.(\w+)', text):
        path = re.sub(r"\\\((\w+)\)", lambda m: names[m[1]], path.strip('"')) \
            if path.startswith('"') else names[path]
        routes.append(Address(method.upper(), path, audience))
    return routes


ALL = read_routes()

# What each of the people gets, in the order above.
TABLE: dict[str, tuple[int, ...]] = {
    # nobody, stranger, outsider, neighbour, liaison, member, steward
    "GET /": (200, 303, 303, 303, 303, 303, 303),
    "GET /about": (200, 200, 200, 200, 200, 200, 200),
    "GET /style": (200, 200, 200, 200, 200, 200, 200),
    "GET /icon.svg": (200, 200, 200, 200, 200, 200, 200),
    "POST /leave": (200, 200, 200, 200, 200, 200, 200),
    "POST /demo/step-in": (404, 404, 404, 404, 404, 404, 404),
    "GET /sign-in": (200, 200, 200, 200, 200, 200, 200),
    "POST /sign-in/code": (403, 403, 403, 403, 403, 403, 403),
    "POST /sign-in/handle": (403, 403, 403, 403, 403, 429, 429),
    "GET /enter/:code": (200, 200, 200, 200, 200, 200, 200),
    "GET /begin/:code": (410, 410, 410, 410, 410, 410, 410),
    "POST /begin/:code": (410, 410, 410, 410, 410, 410, 410),
    "GET /join/:code": (410, 410, 410, 410, 410, 410, 410),
    "POST /join/:code": (410, 410, 410, 410, 410, 410, 410),
    "GET /invited/:code": (410, 410, 410, 410, 410, 410, 410),
    "POST /invited/:code/decline": (410, 410, 410, 410, 410, 410, 410),
    "POST /invited/:code/open": (410, 410, 410, 410, 410, 410, 410),
    "GET /home": (303, 200, 200, 200, 200, 200, 200),
    "GET /owe": (303, 200, 404, 404, 404, 200, 200),
    "GET /mine": (303, 200, 404, 404, 404, 200, 200),
    "GET /circle": (303, 200, 404, 404, 404, 200, 200),
    "POST /circle/name": (401, 303, 404, 404, 404, 403, 303),
    "POST /circle/invitations": (401, 200, 404, 404, 404, 403, 200),
    "POST /circle/stewards": (401, 404, 404, 404, 404, 403, 303),
    "POST /circle/step-down": (401, 409, 404, 404, 404, 303, 409),
    "GET /circle/leave": (303, 200, 404, 404, 404, 200, 200),
    "POST /circle/leave": (401, 409, 404, 404, 404, 409, 409),
    "GET /circle/letters/new": (303, 200, 404, 404, 404, 200, 200),
    "POST /circle/letters": (401, 200, 404, 404, 404, 403, 200),
    "GET /community": (303, 404, 200, 200, 200, 404, 404),
    "POST /community/name": (401, 404, 303, 303, 303, 404, 404),
    "POST /community/people": (401, 404, 200, 200, 200, 404, 404),
    "POST /community/codes": (401, 404, 404, 200, 200, 404, 404),
    "GET /account": (303, 200, 200, 200, 200, 200, 200),
    "POST /account/handle": (401, 303, 303, 303, 303, 409, 409),
    "POST /account/passphrase": (401, 403, 403, 403, 403, 403, 403),
    "POST /account/code": (401, 404, 200, 200, 200, 404, 404),
    "POST /account/sign-out": (401, 303, 303, 303, 303, 303, 303),
    "POST /account/sign-out-everywhere": (401, 303, 303, 303, 303, 303, 303),
    "GET /partnerships/:partnership": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/take-back": (401, 404, 404, 403, 403, 403, 409),
    "POST /partnerships/:partnership/pause": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/resume": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/end": (401, 404, 404, 403, 303, 403, 403),
    "GET /partnerships/:partnership/letter": (303, 404, 404, 200, 200, 404, 404),
    "GET /partnerships/:partnership/mandates": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/mandates": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/mandates/:mandate/end": (401, 404, 404, 403, 303, 403, 403),
    "GET /partnerships/:partnership/agreements": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/agreements": (401, 404, 404, 403, 303, 403, 403),
    "GET /partnerships/:partnership/asks/new": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/asks": (401, 404, 404, 403, 303, 403, 403),
    "GET /partnerships/:partnership/asks/:ask": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/asks/:ask/amend": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/asks/:ask/withdraw": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/asks/:ask/answer": (401, 404, 404, 403, 403, 403, 409),
    "GET /partnerships/:partnership/offers/new": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/offers": (401, 404, 404, 403, 403, 403, 303),
    "POST /partnerships/:partnership/offers/:offer/take": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/offers/:offer/decline": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/offers/:offer/take-back": (401, 404, 404, 403, 403, 403, 303),
    "GET /partnerships/:partnership/words/new": (303, 404, 404, 403, 403, 200, 200),
    "POST /partnerships/:partnership/words": (401, 404, 404, 403, 403, 303, 409),
    "GET /partnerships/:partnership/words/:word": (303, 404, 404, 200, 200, 200, 200),
    "POST /partnerships/:partnership/words/:word/tell": (401, 404, 404, 403, 403, 303, 403),
    "POST /partnerships/:partnership/words/:word/report": (401, 404, 404, 403, 403, 303, 403),
    "POST /partnerships/:partnership/words/:word/redate": (401, 404, 404, 403, 303, 403, 403),
    "POST /partnerships/:partnership/words/:word/let-go": (401, 404, 404, 403, 303, 403, 403),
    "GET /partnerships/:partnership/words/:word/hand-over": (303, 404, 404, 403, 403, 200, 403),
    "POST /partnerships/:partnership/words/:word/hand-over": (401, 404, 404, 403, 403, 303, 403),
    "POST /partnerships/:partnership/words/:word/leaving": (401, 404, 404, 403, 403, 303, 403),
    "POST /partnerships/:partnership/words/:word/accept": (401, 404, 404, 403, 403, 303, 409),
    "POST /partnerships/:partnership/words/:word/decline-hand-over":
        (401, 404, 404, 403, 403, 409, 409),
    "POST /partnerships/:partnership/words/:word/recognise": (401, 404, 404, 403, 409, 403, 403),
    "POST /partnerships/:partnership/words/:word/take-back": (401, 404, 404, 404, 404, 403, 403),
    "GET /partnerships/:partnership/record": (303, 404, 404, 200, 200, 200, 200),
    "GET /partnerships/:partnership/record/file": (303, 404, 404, 200, 200, 200, 200),
    "GET /partnerships/:partnership/record/:index": (303, 404, 404, 200, 200, 200, 200),
    "GET /partnerships/:partnership/record/:index/receipt": (303, 404, 404, 200, 200, 200, 200),
    "GET /record/:log/checkpoint": (200, 200, 200, 200, 200, 200, 200),
    "GET /record/:log/key": (200, 200, 200, 200, 200, 200, 200),
    "GET /record/:log/tile/**": (200, 200, 200, 200, 200, 200, 200),
}


def hidden(visitor: Visitor, path: str, name: str) -> str:
    """What a page's own form would send along."""
    return next(form.fields[name] for form in visitor.get(path).forms if name in form.fields)


def choice(visitor: Visitor, path: str, name: str) -> str:
    """The last of what a page's own form offers to choose from."""
    return next(form.options[name][-1] for form in visitor.get(path).forms if name in form.options)


def fields(address: Address, house: House) -> dict[str, str]:
    """What somebody would send who means it."""
    end = address.path.split("/:partnership")[-1] if address.audience == "partner" else address.path
    river = house.river.path
    sent = {
        "/demo/step-in": {"role": "steward"},
        "/sign-in/code": {"code": "0" * 24},
        "/sign-in/handle": {"handle": "Nobody", "passphrase": "not the right one"},
        "/begin/:code": {"name": "X", "handle": "X", "passphrase": "x"},
        "/join/:code": {"handle": "X", "passphrase": "x"},
        "/invited/:code/open": {"name": "X", "handle": "X", **TERMS},
        "/circle/name": {"name": "Another name"},
        "/circle/stewards": lambda: {"person": hidden(house.steward, "/circle", "person")},
        "/circle/letters": {"who": "We", "why": "Because", "canGive": "A van"},
        "/community/name": {"name": "Another name"},
        "/community/people": {"handle": "Gil"},
        "/community/codes": lambda: {
            "person": hidden(house.river.liaison, "/community", "person")},
        "/account/handle": {"handle": "Another handle"},
        "/account/passphrase": {"old": "not the right one", "passphrase": "another long phrase"},
        "/mandates": lambda: {
            "id": new_id(), "scope": "All", "giver": "", "until": "",
            "holder": choice(house.river.liaison, f"{river}/mandates", "holder")},
        "/agreements": {key: TERMS[key] for key in (
            "poolDays", "answerDays", "questions", "credit", "offerRestDays")} | {"pace": "Slow"},
        "/asks": {"id": new_id(), "kind": "ask", "words": "Bring chairs", "day": ""},
        "/asks/:ask/amend": {"words": "Bring more chairs", "day": ""},
        "/asks/:ask/answer": {"answer": "notAble", "because": "Our van is broken"},
        "/offers": {"id": new_id(), "words": "Somebody who reads contracts", "until": far_day(9)},
        "/words": {
            "id": new_id(), "ask": "", "offer": "", "what": "Carry chairs", "day": far_day(9),
            "when": "it opens", "then": "we come", "frame": "support", "supportFor": "tenants",
            "ending": "", "frameBy": "", "privilegeBy": "", "promisee": house.river.mandate},
        "/words/:word/tell": {"words": "Later", "proposedDay": far_day(90)},
        "/words/:word/report": {"outcome": "done", "account": "All carried"},
        "/words/:word/redate": {"day": far_day(80)},
        "/words/:word/hand-over": lambda: {"person": choice(
            house.member, f"{river}/words/{house.word}/hand-over", "person")},
        "/words/:word/leaving": {"words": "I move away"},
        "/words/:word/recognise": {"id": new_id(), "verdict": "asAsked", "said": ""},
        "/words/:word/take-back": {"recognition": "none", "reason": "A mistake"},
    }.get(end, {})
    return sent() if callable(sent) else sent


def filled(path: str, house: House, **changes: str) -> str:
    places = {
        "partnership": house.river.id, "ask": house.ask, "word": house.word,
        "offer": house.offer, "mandate": house.river.mandate, "index": "0", "code": "0" * 24,
        **changes}
    if path == "/style":
        return re.search(r"/style/[0-9a-f]+\.css", house.member.get("/about").text)[0]
    if ":log" in path:
        places["log"] = house.river.record().log
    return re.sub(r":(\w+)", lambda m: places[m[1]], path).replace("**", "entries/000.p/1")


def people(house: House) -> list[Visitor]:
    return [house.server.visitor(), house.stranger, house.harbour.liaison, house.neighbour,
            house.river.liaison, house.member, house.steward]


def statuses(address: Address, house: House, **changes: str) -> tuple[int, ...]:
    """What everybody gets who sends the same to one address, one after the other."""
    path = filled(address.path, house, **changes)
    if address.method == "GET":
        return tuple(visitor.get(path).status for visitor in people(house))
    sent = fields(address, house)
    return tuple(visitor.post(path, sent).status for visitor in people(house))


def size(house: House) -> int:
    return len(house.river.record()) + len(house.harbour.record())


@pytest.fixture(scope="module")
def read_only(built_house, tmp_path_factory):
    """One house for all that only looks."""
    house = built_house.copy(tmp_path_factory.mktemp("access") / "data")
    with house.server:
        yield house


def test_every_address_has_its_line_and_every_line_its_address():
    assert len(ALL) == ROUTES.read_text().count(".get(") + len(
        re.findall(r"\.post\(", ROUTES.read_text()))
    assert {str(address) for address in ALL} == set(TABLE)


@pytest.mark.parametrize("address", [a for a in ALL if a.method == "GET"], ids=str)
def test_who_may_read(read_only, address):
    assert statuses(address, read_only) == TABLE[str(address)]


@pytest.mark.parametrize("address", [a for a in ALL if a.method == "POST"], ids=str)
def test_who_may_act(house, address):
    assert statuses(address, house) == TABLE[str(address)]


# ---------------------------------------------------------------------------- ids of elsewhere


FOREIGN = [(address, name) for address in ALL for name in ("ask", "word", "offer", "mandate")
           if f":{name}" in address.path]


@pytest.mark.parametrize(
    "address, name", FOREIGN, ids=[f"{a} with a foreign {n}" for a, n in FOREIGN])
def test_what_belongs_to_another_partnership_is_not_found_here(read_only, address, name):
    before = size(read_only)
    got = statuses(address, read_only, **{name: read_only.foreign[name]})
    # Whoever may not do this at all may be told so first; nobody is told that it exists elsewhere.
    for person, status, own in zip(PEOPLE, got, TABLE[str(address)]):
        if person == "nobody":
            assert status == own
        else:
            assert status == 404 or status == own == 403, (person, status)
    assert 404 in got[4:]
    assert size(read_only) == before


@pytest.mark.parametrize("field, kind", [("ask", "ask"), ("offer", "offer"),
                                         ("promisee", "mandate")])
def test_a_word_cannot_be_given_for_what_belongs_elsewhere(read_only, field, kind):
    before = size(read_only)
    address = next(a for a in ALL if str(a) == "POST /partnerships/:partnership/words")
    sent = fields(address, read_only) | {field: read_only.foreign[kind]}
    reply = read_only.member.post(f"{read_only.river.path}/words", sent)
    assert reply.status == 404
    assert size(read_only) == before


def test_ids_of_elsewhere_in_a_form_change_nothing(read_only):
    before = size(read_only)
    river, harbour = read_only.river, read_only.harbour
    stranger_in_river = choice(harbour.liaison, f"{harbour.path}/mandates", "holder")
    reply = river.liaison.post(f"{river.path}/mandates", {
        "id": new_id(), "holder": stranger_in_river, "scope": "All", "giver": "", "until": ""})
    assert reply.status == 404
    reply = river.liaison.post("/community/codes", {"person": stranger_in_river})
    assert reply.status == 404
    member_elsewhere = hidden_person(read_only)
    reply = read_only.member.post(
        f"{river.path}/words/{read_only.word}/hand-over", {"person": member_elsewhere})
    assert reply.status == 404
    reply = read_only.steward.post("/circle/stewards", {"person": member_elsewhere})
    assert reply.status == 404
    assert size(read_only) == before


def hidden_person(house: House) -> str:
    """Somebody of another circle: here, of the community next door."""
    return choice(house.harbour.liaison, f"{house.harbour.path}/mandates", "holder")


@pytest.mark.parametrize("end", ["", "/record", "/record/file", "/record/0", "/record/0/receipt",
                                 "/mandates", "/agreements", "/letter", "/asks/new", "/nothing"])
def test_a_partnership_of_others_looks_like_none_at_all(read_only, end):
    for visitor in (read_only.stranger, read_only.harbour.liaison):
        here = visitor.get(f"{read_only.river.path}{end}")
        none = visitor.get(f"/partnerships/{'0' * 26}{end}")
        assert here.status == none.status == 404
        assert re.sub(r'value="[0-9a-f]{64}"', "", here.text) == re.sub(
            r'value="[0-9a-f]{64}"', "", none.text)


def test_the_circle_cannot_read_the_page_of_the_community_and_the_other_way_round(read_only):
    assert read_only.member.get("/community").status == 404
    assert read_only.river.liaison.get("/circle").status == 404
    page = read_only.river.liaison.get(read_only.river.path).text
    assert "Sol" not in page and "Eun" not in page and "Harbour" not in page


def test_a_session_that_has_ended_is_nobody_everywhere(house):
    cookie = house.member.cookie
    assert house.member.post("/account/sign-out").status == 303
    old = house.server.visitor(cookie)
    assert old.get("/home").location == "/sign-in"
    assert old.get(house.river.path).location == "/sign-in"
    assert house.river.report(old, house.word, "done").status == 401


def test_leaving_a_page_ends_the_session_and_shows_nothing(house):
    cookie = house.member.cookie
    reply = house.member.post("/leave")
    assert reply.status == 200 and "Heed" not in reply.text
    assert "heed=;" in reply.headers["Set-Cookie"]
    assert house.server.visitor(cookie).get("/home").location == "/sign-in"
