"""The whole of scene 1 with a keyboard alone, and scripts off (H25)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

from heed_server import Server
from person import PASSPHRASE, Person


class Keys:
    """Hands that only press Tab, Enter, Space and letters."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    def focused(self) -> str:
        """What has the focus, by its label or its words."""
        return self.page.evaluate(
            """() => {
              const at = document.activeElement
              const label = at.labels && at.labels[0]
              return (label || at).innerText.trim()
            }"""
        )

    def tab_to(self, name: str) -> None:
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if self.focused().startswith(name):
                return
        raise AssertionError(f"Tab never reaches “{name}” on {self.person.path}")

    def type(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.page.keyboard.type(text)

    def press(self, name: str) -> None:
        self.tab_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, name: str) -> None:
        self.tab_to(name)
        self.page.keyboard.press("Space")

    def type_day(self, name: str, day: str) -> None:
        """Types a day in whichever order this browser's date field has its parts."""
        self.tab_to(name)
        year, month, number = day.split("-")
        for parts in [(month, number, year), (number, month, year), (year, month, number)]:
            self.page.keyboard.type("".join(parts))
            if self.page.evaluate("() => document.activeElement.value") == day:
                return
            self.page.keyboard.press("Shift+Tab")
            self.tab_to(name)
        raise AssertionError("the day cannot be typed")


def test_an_ask_is_asked_taken_promised_reported_and_answered_by_keyboard_alone(
    browser: Browser, tmp_path: Path
) -> None:
    server = Server(tmp_path / "data")
    bo, amara = Person(browser, server), Person(browser, server, phone=True)
    steward, liaison = Keys(bo), Keys(amara)

    bo.open(server.first_link)
    steward.type("What the circle is called", "Northside Circle")
    steward.type("Handle", "Bo")
    steward.type("A passphrase", PASSPHRASE)
    steward.press("Found the circle")
    steward.press("I have kept them")
    steward.press("The circle: Northside Circle")
    steward.press("Write a letter to a community")
    steward.type("Who we are", "Nine people from the north of the bridge.")
    steward.type("Why we ask", "Your notice hung in our library.")
    steward.type("What we can give", "A van.")
    steward.press("Make the link")

    amara.open(bo.code)
    liaison.type("What your community wants to be called here", "River Street Tenants")
    liaison.type("What you want to be called here", "Amara")
    liaison.type("On what does this person speak", "Rent")
    liaison.press("Open the partnership")
    liaison.press("Go on")
    liaison.press("Ask for something")
    liaison.type("In your words", "Carry chairs to the hearing")
    liaison.press("Ask")

    steward.press("Go on")
    steward.press("Start")
    steward.press("River Street Tenants and Northside Circle")
    steward.press("We take it")
    steward.press("Give our word")
    steward.type("What will you do?", "Forty chairs")
    steward.type_day("By when?", server.day(7))
    steward.type("When …", "the hall opens")
    steward.type("… then I …", "four of us carry them")
    steward.choose("We are showing support for …")
    steward.type("For what?", "tenants who stand")
    steward.press("Give our word")
    assert f"By {date.fromisoformat(server.day(7)):%A %-d %B %Y}." in bo.text
    steward.choose("Done")
    steward.type("What happened", "All forty.")
    steward.press("Send the report")

    liaison.press("Heed")
    liaison.press("River Street Tenants and Northside Circle")
    liaison.press("Partly")
    liaison.press("Forty chairs")
    assert ": partly." in amara.text
    for person in [bo, amara]:
        person.close()
    server.stop()


def test_the_skip_link_comes_first_is_seen_and_leads_past_the_menu(
    browser: Browser, demo: Server
) -> None:
    person = Person(browser, demo)
    keys = Keys(person)
    for path in ["/", "/about", "/sign-in"]:
        person.open(path)
        person.page.keyboard.press("Tab")
        assert keys.focused() == "Skip to the content"
        box = person.page.locator(".skip").bounding_box()
        assert box and box["x"] >= 0 and box["height"] >= 24
        person.page.keyboard.press("Enter")
        assert person.page.evaluate("() => document.activeElement.id") == "main"
        person.page.keyboard.press("Tab")
        assert person.page.evaluate("() => !document.activeElement.closest('header')")
    person.close()
