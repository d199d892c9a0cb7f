"""Scene 2: a word broken, told and untold; days and a year go by (S10, S12, R1, R4)."""

from __future__ import annotations

from datetime import date

import pytest

import acts
from world import World

CHAIRS = "Carry chairs to the hearing"
VAN = "A van for the furniture"
MINUTES = "Print the minutes"


def words_given(world: World) -> tuple[str, str]:
    """Bo's word, which Bo tells will slip, and Cy's, about which Cy says nothing."""
    for asked in [CHAIRS, VAN]:
        acts.ask(world.amara, world.partnership, asked)
        acts.take(world.bo, world.partnership, asked)
    told = acts.give_word(world.bo, world.partnership, CHAIRS, "Forty chairs", world.day(3))
    untold = acts.give_word(world.cy, world.partnership, VAN, "The van on Sunday", world.day(3))
    acts.tell(world.bo, told, "The van broke down.", world.day(9))
    return told, untold


def spoken(day: str) -> str:
    return date.fromisoformat(day).strftime("%A %-d %B %Y")


@pytest.mark.clock
def test_told_and_untold_are_told_apart_and_stand_first_and_a_year_later_nothing_is_gone(
    world: World,
) -> None:
    told, untold = words_given(world)
    due = spoken(world.day(3))
    done = acts.give_word(world.dee, world.partnership, None, MINUTES, world.day(2))
    acts.report(world.dee, done, "Forty copies, hung on Saturday.")
    acts.ask(world.amara, world.partnership, "Somebody who reads the lease with us")

    world.pass_days(4)
    world.amara.open(world.partnership)
    assert world.amara.headings()[0] == "Slipped"
    slipped = world.amara.under("Slipped")
    assert f"Missed, told. The word was for {due}." in slipped
    assert f"Missed, not told. The word was for {due}." in slipped
    assert "Forty chairs" in slipped and "The van on Sunday" in slipped
    # It is too late to tell: saying so now does not make it told.
    acts.tell(world.cy, untold, "I forgot.", world.day(3))
    world.amara.open(untold)
    assert "Missed, not told." in world.amara.text
    # Done at last does not make a miss unhappen.
    acts.report(world.bo, told, "Carried over, late.")
    world.dalia.open(told)
    assert f"Missed, told. The word was for {due}." in world.dalia.text

    world.pass_days(400)
    amara = world.come_back("amara")
    amara.open(world.partnership)
    assert "Missed, not told." in amara.under("Slipped")
    reported = amara.under("They have reported")
    assert MINUTES in reported and "Forty chairs" in reported
    assert reported.count("Unanswered.") == 2
    assert "Not answered: day 404 of 7." in amara.under("Asked, not answered yet")
    for word in [told, untold, done]:
        assert amara.open(word) == 200
    assert "Recognised" not in amara.text


@pytest.mark.clock
def test_nothing_that_was_said_can_be_deleted_by_its_owner_however_late(world: World) -> None:
    told, untold = words_given(world)
    world.pass_days(4)
    for owner, word in [(world.bo, told), (world.cy, untold)]:
        owner.open(word)
        buttons = owner.page.locator("main").get_by_role("button").all_inner_texts()
        assert set(buttons) == {"Tell them", "Send the report"}
        assert owner.send(f"{word}/redate", day=world.day(9)).status == 403
        assert owner.send(f"{word}/let-go").status == 403
        for method in ["DELETE", "PUT", "PATCH"]:
            answer = owner.context.request.fetch(
                world.server.address + word, method=method, max_redirects=0
            )
            assert answer.status in (404, 405)
        assert owner.open(word) == 200


def test_the_promisee_can_agree_to_the_day_that_was_proposed(world: World) -> None:
    told, _ = words_given(world)
    day = spoken(world.day(9))
    world.amara.open(world.partnership)
    world.amara.press(f"Agree to {day}", world.amara.card("Forty chairs"))
    acts.saved(world.amara)
    assert f"By {day}." in world.amara.under("Given, not yet due")
    world.bo.open(told)
    assert "The van broke down." in world.bo.text


def test_another_mandate_than_the_promised_one_cannot_move_the_day(world: World) -> None:
    told, _ = words_given(world)
    answer = world.dalia.send(told + "/redate", day=world.day(30))
    assert answer.status == 403
    assert "Only the person it was promised to can give it another day" in answer.text()


def test_the_community_can_let_a_word_go(world: World) -> None:
    told, _ = words_given(world)
    world.amara.open(told)
    world.amara.press("Let it go")
    acts.saved(world.amara)
    assert "Forty chairs" in world.amara.under("Let go")
    assert world.bo.send(told + "/report", outcome="done", account="Done").status == 409


def test_what_is_due_and_not_told_stands_first_for_its_owner_alone(world: World) -> None:
    acts.ask(world.amara, world.partnership, VAN)
    acts.take(world.bo, world.partnership, VAN)
    acts.give_word(world.cy, world.partnership, VAN, "The van on Sunday", world.day(0))
    world.cy.open("/mine")
    assert world.cy.headings()[0] == "Due, and not told"
    world.dee.open("/mine")
    assert "The van on Sunday" not in world.dee.text


@pytest.mark.clock
def test_a_word_that_was_reported_and_answered_is_no_longer_called_due_and_not_told(
    world: World,
) -> None:
    word = acts.give_word(world.cy, world.partnership, None, MINUTES, world.day(1))
    acts.report(world.cy, word, "Twenty of forty.", "Partly")
    acts.recognise(world.amara, word, "Partly")
    world.pass_days(3)
    world.cy.open("/mine")
    assert "Due, and not told" not in world.cy.headings()


class TestPause:
    def test_the_community_pauses_and_the_circle_can_then_only_tell_and_report(
        self, world: World
    ) -> None:
        told, untold = words_given(world)
        acts.list_offer(world.bo, world.partnership, "A printer on weekdays")
        world.amara.open(world.partnership)
        world.amara.press("Pause")
        acts.saved(world.amara)
        world.cy.open(world.partnership)
        assert "Paused by the community." in world.cy.text
        for path in ["asks/new", "words/new", "offers/new"]:
            assert world.cy.page.locator(f"a[href*='{path}']").count() == 0
        refused = world.bo.send(
            world.partnership + "/offers", id=acts.new_id(), words="A van", until=world.day(9)
        )
        assert refused.status == 409
        assert "the circle can only tell and report on words already given" in refused.text()
        acts.tell(world.cy, untold, "It will be Monday.", world.day(8))
        acts.report(world.bo, told, "Ten chairs by bicycle.", "Partly")

    @pytest.mark.parametrize("who", ["cy", "bo"])
    def test_the_circle_can_neither_pause_nor_resume_nor_end(self, world: World, who: str) -> None:
        person = getattr(world, who)
        for act in ["pause", "resume", "end"]:
            answer = person.send(f"{world.partnership}/{act}")
            assert answer.status == 403
            assert "Only the community can do this." in answer.text()
        person.open(world.partnership)
        for button in ["Pause", "Resume", "End it"]:
            assert person.page.get_by_role("button", name=button, exact=True).count() == 0

    def test_the_community_resumes_and_the_circle_can_give_its_word_again(
        self, world: World
    ) -> None:
        world.amara.open(world.partnership)
        world.amara.press("Pause")
        world.amara.press("Resume")
        acts.saved(world.amara)
        acts.give_word(world.cy, world.partnership, None, MINUTES, world.day(4))

    def test_the_community_ends_it_and_the_record_stays_readable_for_both(
        self, world: World
    ) -> None:
        told, _ = words_given(world)
        world.amara.open(world.partnership)
        world.amara.page.get_by_text("End this partnership").click()
        world.amara.press("End it")
        acts.saved(world.amara)
        for reader in [world.amara, world.bo]:
            reader.open(world.partnership)
            assert "Ended by the community. The record stays." in reader.text
            assert reader.open(world.partnership + "/record") == 200
            assert "told that a word will slip" in reader.text
        refused = world.bo.send(told + "/report", outcome="done", account="Done")
        assert refused.status == 409
        assert "The community has ended this partnership." in refused.text()


class TestOffers:
    def test_an_offer_that_is_taken_can_become_a_word(self, world: World) -> None:
        acts.list_offer(world.bo, world.partnership, "A printer on weekdays")
        world.amara.open(world.partnership)
        assert "If you do nothing, nothing follows." in world.amara.text
        world.amara.press("We take this")
        acts.saved(world.amara)
        world.cy.open(world.partnership)
        assert world.cy.card("A printer on weekdays").count() == 1
        world.cy.follow("Give our word", world.cy.card("A printer on weekdays"))
        assert "They took this offer" in world.cy.text

    def test_an_offer_that_is_declined_cannot_come_back_in_other_words(self, world: World) -> None:
        acts.list_offer(world.bo, world.partnership, "A printer on weekdays")
        world.amara.open(world.partnership)
        world.amara.press("No, thank you")
        acts.saved(world.amara)
        world.bo.open(world.partnership + "/offers/new")
        world.bo.fill(words="On weekdays: a printer!")
        world.bo.press("List the offer")
        alert = world.bo.page.get_by_role("alert").inner_text()
        assert "An offer much like this one was not wanted." in alert
        typed = world.bo.page.get_by_label("What is there").input_value()
        assert typed == "On weekdays: a printer!"


class TestHandingOver:
    def test_a_word_stays_its_owners_until_somebody_accepts_it(self, world: World) -> None:
        word = acts.give_word(world.cy, world.partnership, None, MINUTES, world.day(4))
        world.cy.follow("Hand this word over, or tell them you are leaving it")
        world.cy.page.get_by_label("Who").select_option(label="Dee")
        world.cy.press("Hand it over")
        acts.saved(world.cy)
        world.amara.open(word)
        assert "Cy has given their word." in world.amara.text
        world.dee.open(word)
        world.dee.press("I take it on")
        acts.saved(world.dee)
        world.amara.open(word)
        assert "Dee has given their word." in world.amara.text

    def test_whoever_is_asked_to_take_a_word_on_can_say_no(self, world: World) -> None:
        word = acts.give_word(world.cy, world.partnership, None, MINUTES, world.day(4))
        world.cy.open(word + "/hand-over")
        world.cy.page.get_by_label("Who").select_option(label="Dee")
        world.cy.press("Hand it over")
        assert world.bo.send(word + "/accept").status == 403
        world.dee.open(word)
        world.dee.press("I cannot take it on")
        acts.saved(world.dee)
        world.amara.open(word)
        assert "Cy has given their word." in world.amara.text

    def test_nobody_leaves_the_circle_with_a_word_in_their_pocket(self, world: World) -> None:
        word = acts.give_word(world.cy, world.partnership, None, MINUTES, world.day(4))
        world.cy.open("/circle/leave")
        world.cy.press("Leave the circle")
        assert "You still hold one word." in world.cy.page.get_by_role("alert").inner_text()
        world.cy.follow(f"Hand over: {MINUTES}")
        world.cy.fill(words="I am moving away.")
        world.cy.press("Tell them I am leaving it")
        acts.saved(world.cy)
        world.cy.open("/circle/leave")
        world.cy.press("Leave the circle")
        assert world.cy.get("/home").headers["location"] == "/sign-in"
        world.amara.open(word)
        assert "Its owner has left it. Anybody of the circle can take it on." in world.amara.text
        assert "I am moving away." in world.amara.text
