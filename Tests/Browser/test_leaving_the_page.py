"""“Leave this page now”: an empty page with a plain name, and no way back in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from world import World


def leave(world: World) -> None:
    world.amara.open(world.partnership)
    world.amara.press("Leave this page now")


def test_leaving_shows_an_empty_page_called_notes(world: World) -> None:
    leave(world)
    assert world.amara.page.title() == "Notes"
    assert world.amara.text.strip() == ""
    assert "Heed" not in world.amara.page.content()


def test_leaving_ends_the_session_on_the_server(world: World) -> None:
    session = world.amara.session()
    leave(world)
    assert world.amara.session()["cookies"] == []
    # A copy of the cookie, kept by somebody else, is worth nothing either.
    thief = world.stranger()
    thief.context.add_cookies(session["cookies"])  # type: ignore[arg-type]
    assert thief.get(world.partnership).headers["location"] == "/sign-in"


def test_the_back_button_shows_nothing_private(world: World) -> None:
    leave(world)
    try:
        world.amara.page.go_back()
    except Error:
        # The browser has thrown the page away with its copies: there is nothing to go back to.
        world.amara.open(world.partnership)
    assert "River Street" not in world.amara.page.content()
    assert world.amara.path in ("/sign-in", "/leave")


def test_every_page_has_the_button_in_the_same_place(world: World) -> None:
    for path in ["/", "/about", "/sign-in", "/nowhere"]:
        world.amara.open(path)
        assert world.amara.page.locator("header button").inner_text() == "Leave this page now"


def test_a_page_opened_before_signing_out_can_still_be_left(world: World) -> None:
    """Somebody who must go now cannot be told that the page was open too long."""
    person = world.amara
    person.open(world.partnership)
    other = person.context.new_page()
    other.goto(world.server.address + "/account")
    other.get_by_role("button", name="Sign out", exact=True).click()
    person.press("Leave this page now")
    assert person.page.title() == "Notes"
