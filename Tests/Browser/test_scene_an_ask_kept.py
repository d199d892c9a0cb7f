"""Scene 1: an ask kept; and who may say so (S3, R3, R4)."""

from __future__ import annotations

import re

import pytest

import acts
from heed_server import command
from person import Person
from world import World

CHAIRS = "Carry chairs to the hearing"


@pytest.fixture
def word(world: World) -> str:
    """Amara asked, Bo took it, Cy gave their word."""
    acts.ask(world.amara, world.partnership, CHAIRS)
    acts.take(world.bo, world.partnership, CHAIRS)
    return acts.give_word(
        world.cy, world.partnership, CHAIRS, "Forty chairs, carried over", world.day(7)
    )


def test_an_ask_goes_from_asking_to_a_partly_said_by_the_community(world: World, word: str) -> None:
    acts.report(world.cy, word, "Thirty chairs; the van was full.", "Partly")
    acts.recognise(world.amara, word, "Partly", "Ten people stood.")
    for reader in [world.amara, world.dalia, world.bo, world.cy]:
        reader.open(word)
        assert "Amara said on" in reader.text and ": partly." in reader.text
        assert "Ten people stood." in reader.text
        reader.open(world.partnership)
        assert "Answered by the community" in reader.headings()


def test_two_mandates_differ_and_both_are_shown(world: World, word: str) -> None:
    acts.report(world.cy, word, "All of them.")
    acts.recognise(world.amara, word, "This is what we asked")
    acts.recognise(world.dalia, word, "Not this", "They stood in the way of the prams.")
    world.cy.open(word)
    assert "this is what we asked." in world.cy.text
    assert "not this." in world.cy.text


def test_what_the_community_said_stands_in_the_list_of_what_it_answered(
    world: World, word: str
) -> None:
    acts.report(world.cy, word, "All of them.")
    acts.recognise(world.amara, word, "Partly", "Ten people stood.")
    acts.recognise(world.dalia, word, "Not this")
    for reader in [world.amara, world.cy]:
        reader.open(world.partnership)
        assert "Amara said on" in reader.under("Answered by the community")
        assert "Dalia said on" in reader.under("Answered by the community")


def test_only_the_owner_is_shown_the_forms_to_tell_and_report(world: World, word: str) -> None:
    forms = ["Tell them", "Send the report"]
    for reader, expected in [(world.cy, 1), (world.bo, 0), (world.dee, 0), (world.amara, 0)]:
        reader.open(word)
        for name in forms:
            assert reader.page.get_by_role("button", name=name, exact=True).count() == expected


@pytest.mark.parametrize("who", ["cy", "bo", "dee"])
def test_nobody_of_the_circle_can_recognise_its_own_work(
    world: World, word: str, who: str
) -> None:
    acts.report(world.cy, word, "All of them.")
    person: Person = getattr(world, who)
    answer = person.send(word + "/recognise", id=acts.new_id(), verdict="asAsked", said="Well done")
    assert answer.status == 403
    assert "Only the community can say whether this is what they asked." in answer.text()
    world.amara.open(word)
    assert "Unanswered." in world.amara.text


def test_whoever_runs_the_server_has_no_command_that_speaks_for_a_person() -> None:
    listed = command("--help").stdout.partition("SUBCOMMANDS:")[2]
    names = set(re.findall(r"^  ([a-z]+)(?= )", listed, re.MULTILINE))
    assert names == {"serve", "verify", "export", "inventory", "invite"}


@pytest.mark.parametrize("who", ["cy", "bo", "dee"])
def test_nobody_of_the_circle_can_move_the_day_or_let_the_word_go(
    world: World, word: str, who: str
) -> None:
    person: Person = getattr(world, who)
    for act, fields in [("/redate", {"day": world.day(20)}), ("/let-go", {})]:
        answer = person.send(word + act, **fields)
        assert answer.status == 403
        assert "Only the community can do this." in answer.text()


def test_somebody_of_the_community_without_a_mandate_reads_and_cannot_speak(
    world: World, word: str
) -> None:
    acts.report(world.cy, word, "All of them.")
    newcomer = world.stranger()
    acts.sign_in_with_code(newcomer, acts.welcome(world.amara, "Gio"))
    assert newcomer.open(word) == 200
    answer = newcomer.send(word + "/recognise", id=acts.new_id(), verdict="asAsked")
    assert answer.status == 403
    assert "Only somebody whose mandate stands today can speak for the community." in answer.text()


def test_for_people_of_another_partnership_this_one_does_not_exist(
    world: World, word: str
) -> None:
    nowhere = "/partnerships/" + acts.new_id()
    unknown = world.eun.get(nowhere)
    for path in [world.partnership, word, world.partnership + "/record/0"]:
        answer = world.eun.get(path)
        assert answer.status == 404
        assert answer.text() == unknown.text()
    for path in [word + "/recognise", word + "/let-go", world.partnership + "/end"]:
        assert world.eun.send(path).status == 404
    world.eun.open("/home")
    assert "River Street" not in world.eun.text


def test_whoever_is_signed_out_is_led_to_the_sign_in_page_and_learns_nothing(
    world: World, word: str
) -> None:
    nobody = world.stranger()
    for path in [world.partnership, word, "/partnerships/" + acts.new_id()]:
        answer = nobody.get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/sign-in")
    there = nobody.send(word + "/let-go")
    nowhere = nobody.send(f"/partnerships/{acts.new_id()}/words/{acts.new_id()}/let-go")
    assert there.status == nowhere.status == 401
    assert there.text() == nowhere.text()


def test_giving_a_word_asks_for_what_is_missing_one_by_one_and_keeps_what_was_typed(
    world: World,
) -> None:
    acts.ask(world.amara, world.partnership, CHAIRS)
    acts.take(world.bo, world.partnership, CHAIRS)
    cy = world.cy
    cy.open(world.partnership)
    cy.follow("Give our word", cy.card(CHAIRS))
    steps = [
        ("Write what you will do.", {"what": "Forty chairs — مائة كرسي"}),
        ("Choose a day.", {"day": world.day(7)}),
        ("Write when it starts: “when …”.", {"when": "the hall opens"}),
        ("Write what you do then: “then I …”.", {"then": "four of us carry them"}),
        ("Choose the sentence that says it truly, and finish it.", {"frameBy": "bringing them"}),
    ]
    typed: dict[str, str] = {}
    for sentence, fields in steps:
        cy.press("Give our word")
        assert cy.page.get_by_role("alert").inner_text().splitlines()[-1] == sentence
        assert cy.page.title().startswith("Error: ")
        for name, value in typed.items():
            assert cy.page.locator(f"[name={name}]").input_value() == value
        cy.fill(**fields)
        typed |= fields
    cy.choose("We are showing our commitment to ending … by …")
    cy.fill(ending="hearings where tenants stand")
    cy.press("Give our word")
    acts.saved(cy)
    assert "ending hearings where tenants stand by bringing them" in cy.text


def test_the_steward_can_say_that_the_circle_is_not_able_and_must_say_why(world: World) -> None:
    acts.ask(world.amara, world.partnership, CHAIRS)
    bo = world.bo
    bo.open(world.partnership)
    bo.follow("Not able, because …")
    bo.press("Say that we are not able")
    assert "Say why the circle is not able." in bo.page.get_by_role("alert").inner_text()
    bo.fill(because="Our van is sold.")
    bo.press("Say that we are not able")
    acts.saved(bo)
    world.amara.open(world.partnership)
    assert "Our van is sold." in world.amara.under("They are not able")


def test_a_member_who_is_no_steward_cannot_answer_an_ask(world: World) -> None:
    acts.ask(world.amara, world.partnership, CHAIRS)
    world.cy.open(world.partnership)
    asked = world.cy.card(CHAIRS).get_by_role("link").first.get_attribute("href")
    answer = world.cy.send(f"{asked}/answer", answer="take")
    assert answer.status == 403
    assert "Only a steward of the circle can do this." in answer.text()


def test_a_recognition_taken_back_stays_with_its_reason(world: World, word: str) -> None:
    acts.report(world.cy, word, "All of them.")
    acts.recognise(world.amara, word, "This is what we asked", "Good.")
    world.amara.open(word)
    world.amara.press("Take it back")
    assert "Say why, in a few words." in world.amara.page.get_by_role("alert").inner_text()
    world.amara.fill(reason="The chairs went back a day early.")
    world.amara.press("Take it back")
    acts.saved(world.amara)
    world.cy.open(word)
    for said in ["this is what we asked.", "Amara took back", "The chairs went back a day early."]:
        assert said in world.cy.text
    assert "Unanswered." in world.cy.text


def test_the_link_of_a_letter_works_once(world: World) -> None:
    link = acts.write_letter(world.bo)
    first, second = world.stranger(), world.stranger()
    acts.open_partnership(first, link, "Bridge Choir", "Fen")
    assert second.open(link) == 410
    assert second.title == "This was not done"
