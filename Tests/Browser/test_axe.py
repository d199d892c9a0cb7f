"""axe finds nothing on any page, for anybody, in light, dark and forced colours (H25)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import acts
from every_page import mishaps, reachable, routes, sample
from heed_server import Server
from person import PASSPHRASE, Person
from roles import ROLES, step_in
from world import World

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The same page in other colours: only the rules about colour can find something else there.
LOOKS: list[tuple[str, dict[str, Any], Any]] = [
    ("light", {"color_scheme": "light", "forced_colors": "none"}, RULES),
    ("dark", {"color_scheme": "dark", "forced_colors": "none"}, ["cat.color"]),
    ("forced", {"color_scheme": "light", "forced_colors": "active"}, ["cat.color"]),
]
# What axe cannot decide by itself, by look and rule, and why it is fine here.
UNDECIDED = {
    ("forced", "color-contrast"): "axe reads the fill colour of text as it was before the system's "
    "colours took its place; test_layout compares the colours that are shown.",
}


def problems(person: Person) -> list[str]:
    """What axe finds on the page that is open, in each look."""
    found = []
    page = person.page
    page.evaluate(Axe().axe_script)
    for look, media, rules in LOOKS:
        page.emulate_media(**media)
        answer = page.evaluate("rules => axe.run({runOnly: rules})", rules)
        for kind in ["violations", "incomplete"]:
            for rule in answer[kind]:
                if kind == "incomplete" and (look, rule["id"]) in UNDECIDED:
                    continue
                where = [node["target"][0] for node in rule["nodes"]]
                found.append(f"{person.path} {look}: {kind} {rule['id']} at {where}")
    return found


def with_scripts(person: Person) -> Person:
    """Somebody's second window, in which axe can run; the pages themselves have no script."""
    return Person(
        person.browser,
        person.server,
        session=person.session(),
        java_script_enabled=True,
        bypass_csp=True,
    )


@pytest.mark.parametrize("role", ["visitor", *ROLES])
def test_axe_finds_nothing_on_any_page_of_the_demo(
    browser: Browser, demo: Server, role: str
) -> None:
    options = {"java_script_enabled": True, "bypass_csp": True}
    person = (
        Person(browser, demo, **options)
        if role == "visitor"
        else step_in(browser, demo, role, **options)
    )
    found = []
    for page in sample(list(reachable(person, role))):
        is_everybodys = page.path in ("/", "/about", "/sign-in")
        if page.is_page and (role == "visitor" or not is_everybodys):
            person.open(page.path)
            found += problems(person)
    person.close()
    assert found == []


def test_axe_finds_nothing_on_pages_that_say_what_went_wrong(
    browser: Browser, demo: Server
) -> None:
    found = []
    for person in mishaps(browser, demo, java_script_enabled=True, bypass_csp=True):
        found += problems(person)
    assert found == []


def test_axe_finds_nothing_on_forms_with_a_problem(world: World) -> None:
    found = []
    river = world.partnership
    word = acts.give_word(world.cy, river, None, "Print the minutes", world.day(3))
    amara, bo, cy = (with_scripts(person) for person in [world.amara, world.bo, world.cy])
    forms = [
        (amara, f"{river}/asks/new?kind=ask", "Ask", "Write it in a few words."),
        (amara, f"{river}/mandates", "Give the mandate", "Write on what this person speaks"),
        (amara, "/community", "Make their code", "Write what you want to be called here."),
        (cy, f"{river}/words/new", "Give our word", "Write what you will do."),
        (cy, word, "Send the report", "Choose one of these."),
        (cy, word, "Tell them", "Write it in a few words."),
        (bo, f"{river}/offers/new", "List the offer", "Write it in a few words."),
        (bo, "/circle/letters/new", "Make the link", "Write who the circle is."),
        (bo, "/circle", "Step down as steward", "You are the last steward."),
    ]
    for person, path, button, sentence in forms:
        person.open(path)
        person.press(button)
        assert sentence in person.page.get_by_role("alert").inner_text()
        found += problems(person)
    for person in [amara, bo, cy]:
        person.close()
    assert found == []


def test_axe_finds_nothing_on_the_pages_of_links_and_codes(world: World) -> None:
    found = []
    letter, invitation = acts.write_letter(world.bo), acts.invite(world.bo)
    visitor = with_scripts(world.stranger())
    for path in [letter, invitation, "/enter/" + "0" * 24]:
        visitor.open(path)
        found += problems(visitor)
    visitor.open(letter)
    visitor.press("Decline")
    found += problems(visitor)
    visitor.open(invitation)
    visitor.fill(handle="Fen", passphrase=PASSPHRASE)
    visitor.press("Join the circle")
    assert visitor.title == "Print these recovery codes"
    found += problems(visitor)
    amara = with_scripts(world.amara)
    acts.welcome(amara, "Gio")
    found += problems(amara)
    amara.open("/account")
    amara.press("Replace my code")
    found += problems(amara)
    for person in [visitor, amara]:
        person.close()
    assert found == []


def test_axe_finds_nothing_on_the_page_that_begins_everything(
    browser: Browser, tmp_path: Path
) -> None:
    server = Server(tmp_path / "data")
    person = Person(browser, server, java_script_enabled=True, bypass_csp=True)
    person.open(server.first_link)
    found = problems(person)
    person.press("Found the circle")
    found += problems(person)
    person.close()
    server.stop()
    assert found == []


def test_every_address_of_the_product_is_looked_at_by_these_tests(
    browser: Browser, demo: Server
) -> None:
    seen = {"/begin/:code", "/join/:code", "/invited/:code", "/enter/:code"}
    seen |= {"/record/:log/checkpoint", "/record/:log/key", "/record/:log/tile/**"}
    seen |= {"Stylesheet.path"}
    for role in ROLES:
        person = step_in(browser, demo, role)
        seen |= {page.kind.split("?")[0] for page in reachable(person, role)}
        person.close()
    assert routes() <= seen
