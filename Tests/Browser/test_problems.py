"""What a form says when something is missing: the field it names is there to be seen and filled."""

from __future__ import annotations

import pytest

import acts
from person import Person
from world import World


def problem_is_at_hand(person: Person) -> bool:
    """Whether the summary's link leads to a field that is visible and says what is wrong."""
    link = person.page.get_by_role("alert").get_by_role("link")
    field = person.page.locator((link.get_attribute("href") or "").replace("#", "[id='") + "']")
    return field.is_visible() and field.get_attribute("aria-invalid") == "true"


@pytest.mark.parametrize(
    ("who", "path", "button"),
    [
        ("amara", "{river}/asks/new?kind=boundary", "Set this boundary"),
        ("amara", "{river}/mandates", "Give the mandate"),
        ("amara", "/community", "Make their code"),
        ("cy", "{river}/words/new", "Give our word"),
        ("bo", "{river}/offers/new", "List the offer"),
        ("bo", "/circle/letters/new", "Make the link"),
    ],
)
def test_the_summary_leads_to_the_field_that_is_empty(
    world: World, who: str, path: str, button: str
) -> None:
    person: Person = getattr(world, who)
    person.open(path.format(river=world.partnership))
    person.press(button)
    assert problem_is_at_hand(person)


def test_an_ask_changed_to_nothing_shows_the_form_open(world: World) -> None:
    acts.ask(world.amara, world.partnership, "Carry chairs")
    world.amara.follow("Carry chairs")
    world.amara.page.get_by_text("Change the wording or the day").click()
    world.amara.fill(words="")
    world.amara.press("Change it")
    assert "Write it in a few words." in world.amara.page.get_by_role("alert").inner_text()
    assert problem_is_at_hand(world.amara)


def test_a_circle_renamed_to_nothing_shows_the_form_open(world: World) -> None:
    world.bo.open("/circle")
    world.bo.page.get_by_text("Change the circle’s name").click()
    form = world.bo.page.locator("form[action='/circle/name']")
    form.locator("[name=name]").fill(" ")
    form.locator("button").click()
    assert "Write a name." in world.bo.page.get_by_role("alert").inner_text()
    assert problem_is_at_hand(world.bo)


def test_words_that_were_typed_before_the_session_ended_can_be_copied(world: World) -> None:
    world.amara.open(world.partnership + "/asks/new?kind=ask")
    world.amara.fill(words="Forty chairs, and two with arms")
    other = world.amara.context.new_page()
    other.goto(world.server.address + "/account")
    other.get_by_role("button", name="Sign out", exact=True).click()
    world.amara.press("Ask")
    assert "This page was open too long" in world.amara.title
    assert "Forty chairs, and two with arms" in world.amara.text


def test_a_day_that_is_gone_by_is_refused_where_it_stands(world: World) -> None:
    world.cy.open(world.partnership + "/words/new")
    world.cy.fill(what="Chairs", day=world.day(-1), when="it opens", then="I come")
    world.cy.choose("We are showing support for …")
    world.cy.fill(supportFor="tenants")
    world.cy.press("Give our word")
    assert "That day has gone by." in world.cy.page.get_by_role("alert").inner_text()
    assert problem_is_at_hand(world.cy)


def test_a_report_without_an_answer_names_the_choice(world: World) -> None:
    word = acts.give_word(world.cy, world.partnership, None, "Chairs", world.day(3))
    world.cy.open(word)
    world.cy.press("Send the report")
    link = world.cy.page.get_by_role("alert").get_by_role("link")
    assert link.inner_text() == "Choose one of these."
    link.click()
    assert world.cy.page.locator(link.get_attribute("href") or "").is_visible()
