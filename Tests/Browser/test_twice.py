"""The same form sent twice, and two people answering at once."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

import acts
from person import Person
from world import World


def entries(person: Person, partnership: str) -> int:
    """How many entries the record of a partnership has."""
    file = person.get(partnership + "/record")
    return len(re.findall(r'<li value="\d+"', file.text()))


def test_the_same_ask_sent_twice_is_one_ask(world: World) -> None:
    before = entries(world.amara, world.partnership)
    same = {"id": acts.new_id(), "kind": "ask", "words": "Carry chairs", "day": ""}
    answers = [world.amara.send(world.partnership + "/asks", **same) for _ in range(2)]
    assert [answer.status for answer in answers] == [303, 303]
    assert entries(world.amara, world.partnership) == before + 1


def test_a_button_that_is_pressed_twice_asks_once(world: World) -> None:
    before = entries(world.amara, world.partnership)
    world.amara.open(world.partnership + "/asks/new?kind=ask")
    world.amara.fill(words="Carry chairs to the hearing")
    world.amara.page.get_by_role("button", name="Ask", exact=True).dblclick()
    acts.saved(world.amara)
    assert entries(world.amara, world.partnership) == before + 1


def test_the_same_word_report_and_recognition_sent_twice_each_count_once(world: World) -> None:
    word = acts.give_word(world.cy, world.partnership, None, "Print minutes", world.day(3))
    acts.report(world.cy, word, "All of them.")
    before = entries(world.cy, world.partnership)
    again = world.cy.send(word + "/report", outcome="done", account="All of them.")
    assert again.status == 303
    assert entries(world.cy, world.partnership) == before
    same = {"id": acts.new_id(), "verdict": "partly", "said": "Half."}
    for _ in range(2):
        assert world.amara.send(word + "/recognise", **same).status == 303
    assert entries(world.cy, world.partnership) == before + 1


def test_one_id_with_other_words_is_refused_and_what_was_typed_is_shown(world: World) -> None:
    form = {"id": acts.new_id(), "kind": "ask", "day": ""}
    assert world.amara.send(world.partnership + "/asks", **form, words="First").status == 303
    answer = world.amara.send(world.partnership + "/asks", **form, words="Quite another ask")
    assert answer.status == 409
    assert "This form was sent once before with other words." in answer.text()
    assert "Quite another ask" in answer.text()


def post_at_once(calls: list[tuple[str, str, dict[str, str]]], address: str) -> list[int]:
    """Sends several forms at one moment, each on a connection of its own."""

    def send(call: tuple[str, str, dict[str, str]]) -> int:
        path, cookie, fields = call
        connection = HTTPConnection(address.removeprefix("http://"), timeout=30)
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", path, urlencode(fields), headers)
        return connection.getresponse().status

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(send, calls))


def cookie(person: Person) -> str:
    return "; ".join(f"{each['name']}={each['value']}" for each in person.session()["cookies"])


def test_of_two_people_who_open_one_letter_at_once_one_wins_and_one_gets_a_clear_page(
    world: World,
) -> None:
    link = acts.write_letter(world.bo)
    nobody = world.stranger()
    form = {
        "form": nobody.token(), "scope": "Rent", "giver": "", "until": "", "poolDays": "7",
        "answerDays": "7", "pace": "", "questions": "no", "credit": "", "offerRestDays": "90",
    }  # fmt: skip
    calls = [
        (link + "/open", "", form | {"name": f"Choir {number}", "handle": f"Fen {number}"})
        for number in range(4)
    ]
    statuses = sorted(post_at_once(calls, world.server.address))
    assert statuses[0] == 200
    assert set(statuses[1:]) <= {409, 410}
    assert nobody.open(link) == 410
    assert "Ask whoever gave it to you for a new one." in nobody.text
    world.bo.open("/home")
    assert world.bo.text.count("Choir") == 1


def test_of_two_who_recognise_at_once_each_mandate_is_heard_and_one_mandate_only_once(
    world: World,
) -> None:
    word = acts.give_word(world.cy, world.partnership, None, "Print minutes", world.day(3))
    acts.report(world.cy, word, "All of them.")
    calls = [
        (
            word + "/recognise",
            cookie(person),
            {"form": person.token(), "id": acts.new_id(), "verdict": verdict, "said": ""},
        )
        for person, verdict in [
            (world.amara, "asAsked"),
            (world.amara, "notThis"),
            (world.dalia, "partly"),
        ]
    ]
    statuses = post_at_once(calls, world.server.address)
    assert sorted(statuses[:2]) == [303, 409]
    assert statuses[2] == 303


def test_of_two_who_are_asked_by_one_invitation_only_one_comes_in(world: World) -> None:
    link = acts.invite(world.bo)
    nobody = world.stranger()
    form = {"form": nobody.token(), "passphrase": "nine slow bridges over water"}
    calls = [(link, "", form | {"handle": f"Fen {number}"}) for number in range(3)]
    statuses = sorted(post_at_once(calls, world.server.address))
    assert statuses[0] == 200
    assert set(statuses[1:]) <= {409, 410}
    world.bo.open("/circle")
    assert world.bo.text.count("Fen") == 1
