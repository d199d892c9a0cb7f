"""Small screens, large text, other colours, right to left, paper: checks that axe has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

import acts
from every_page import Seen, mishaps, reachable, sample
from heed_server import Server
from person import PHONE, Person
from roles import ROLES, step_in
from world import World

LONG = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger" * 4
ARABIC = "نريد أن نجلس في القاعة قبل أن تبدأ الجلسة وأن يسمعنا الجميع"

SIDEWAYS = "() => document.scrollingElement.scrollWidth - innerWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll(
    'a, button, input, select, textarea, summary')]
  .filter(at => at.type != 'hidden' && at.checkVisibility())
  .filter(at => !at.classList.contains('skip'))
  // A link inside a sentence is as high as its line; the rule leaves it out.
  .filter(at => !(at.matches('main p a, main li > a') && getComputedStyle(at).display == 'inline'))
  .map(at => [at.outerHTML.slice(0, 90), at.getBoundingClientRect()])
  .filter(([_, box]) => box.width < 24 || box.height < 24)
  .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(at => at.checkVisibility()).map(at => Number(at.tagName[1]))"""
CUT_TEXT = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(at => at.checkVisibility() && getComputedStyle(at).overflow != 'visible')
  .filter(at => !at.matches('input, textarea, select, option, pre'))
  .filter(at => at.scrollHeight > at.clientHeight + 1 || at.scrollWidth > at.clientWidth + 1)
  .map(at => at.outerHTML.slice(0, 90))"""
SPACING = """() => {
  const rule = `* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rule)
  document.adoptedStyleSheets = [sheet]
}"""
WITHOUT_BORDER = """() => [...document.querySelectorAll(
    'button, .button, input[type=text], input[type=password], input[type=date], textarea, select')]
  .filter(at => at.checkVisibility())
  .filter(at => {
    const style = getComputedStyle(at)
    const ground = getComputedStyle(document.body).backgroundColor
    return parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle == 'none'
      || style.borderTopColor == ground || style.color == style.backgroundColor
  })
  .map(at => at.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def pages(browser: Browser, demo: Server) -> dict[str, list[Seen]]:
    """What each role can reach in the demo, a visitor's pages first."""
    found = {}
    for role in ROLES:
        person = step_in(browser, demo, role)
        found[role] = [page for page in sample(list(reachable(person, role))) if page.is_page]
        person.close()
    return found


@pytest.fixture(params=ROLES)
def walk(
    request: pytest.FixtureRequest,
    browser: Browser,
    demo: Server,
    pages: dict[str, list[Seen]],
) -> Iterator[tuple[Person, list[str]]]:
    """One role on a phone, and the addresses to walk through."""
    person = step_in(browser, demo, request.param, viewport=PHONE)
    yield person, [page.path for page in pages[request.param]]
    person.close()


def look(person: Person, script: str) -> Any:
    return person.page.evaluate(script)


def faults_of_layout(person: Person) -> list[str]:
    """What does not fit on the page that is open, in any of the ways people look at it."""
    faults: list[str] = []

    def note(way: str, found: Any) -> None:
        if found:
            faults.append(f"{person.path}, {way}: {found}")

    note("320 px, sideways", max(0, look(person, SIDEWAYS)))
    note("small targets", look(person, SMALL_TARGETS))
    note("running", look(person, "() => document.getAnimations().length"))
    note("language", look(person, "() => document.documentElement.lang") != "en")
    levels = look(person, HEADINGS)
    note("headings", levels.count(1) != 1)
    # The summary of a problem stands above the h1, as in GOV.UK's pattern.
    steps = levels[levels.index(1) :]
    note("skipped level", any(b > a + 1 for a, b in zip(steps, steps[1:], strict=False)))
    note("elements", max(0, look(person, "() => document.querySelectorAll('*').length") - 1500))
    look(person, "() => { document.documentElement.style.fontSize = '225%' }")
    note("200 % text, sideways", max(0, look(person, SIDEWAYS)))
    note("200 % text, cut", look(person, CUT_TEXT))
    look(person, "() => { document.documentElement.style.fontSize = '' }")
    look(person, SPACING)
    note("spacing, sideways", max(0, look(person, SIDEWAYS)))
    note("spacing, cut", look(person, CUT_TEXT))
    look(person, "() => { document.adoptedStyleSheets = [] }")
    look(person, "() => { document.documentElement.dir = 'rtl' }")
    note("right to left, sideways", max(0, look(person, SIDEWAYS)))
    note("right to left, lost", look(person, "() => document.body.getBoundingClientRect().x < 0"))
    look(person, "() => { document.documentElement.dir = 'ltr' }")
    person.page.emulate_media(forced_colors="active")
    note("forced colours, no border", look(person, WITHOUT_BORDER))
    person.page.emulate_media(forced_colors="none")
    return faults


def test_every_page_fits_a_phone_large_text_other_colours_and_both_directions(
    walk: tuple[Person, list[str]],
) -> None:
    person, paths = walk
    faults = []
    for path in paths:
        person.open(path)
        faults += faults_of_layout(person)
    assert faults == []


def test_pages_that_say_what_went_wrong_fit_as_well(browser: Browser, demo: Server) -> None:
    faults = []
    for person in mishaps(browser, demo, viewport=PHONE):
        faults += faults_of_layout(person)
    assert faults == []


def test_long_words_and_words_from_right_to_left_fit_a_phone(world: World) -> None:
    river = world.partnership
    faults = []
    for words in [LONG, ARABIC]:
        acts.ask(world.amara, river, words)
        acts.take(world.bo, river, words)
        word = acts.give_word(world.cy, river, words, words, world.day(4))
        acts.tell(world.cy, word, words, world.day(8))
        acts.report(world.cy, word, words)
        acts.recognise(world.amara, word, "Partly", words)
        for path in [word, river, river + "/record", river + "/letter"]:
            world.amara.open(path)
            faults += faults_of_layout(world.amara)
    world.amara.open(river)
    heading = world.amara.page.locator("h3", has_text=ARABIC).first
    assert heading.evaluate("at => getComputedStyle(at).direction") == "rtl"
    assert faults == []


def test_handles_and_names_in_the_other_direction_do_not_turn_the_sentence_around(
    world: World,
) -> None:
    world.cy.open("/account")
    world.cy.fill(handle="نور")
    world.cy.page.locator("form[action='/account/handle'] button").click()
    word = acts.give_word(world.cy, world.partnership, None, "Print minutes", world.day(3))
    world.amara.open(word)
    assert "نور has given their word." in world.amara.text


def test_tab_reaches_the_controls_in_order_and_the_focus_is_seen_on_each(
    walk: tuple[Person, list[str]],
) -> None:
    person, paths = walk
    person.page.set_viewport_size({"width": 1280, "height": 900})
    mark = """() => {
      const all = [...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, pre')]
        .filter(at => at.type != 'hidden' && at.checkVisibility())
      const groups = new Set()
      const controls = all.filter(at => {
        if (at.type != 'radio') return true
        if (groups.has(at.name)) return false
        groups.add(at.name)
        return true
      })
      controls.forEach((at, number) => at.dataset.number = number)
      return controls.length
    }"""
    focused = """() => {
      const at = document.activeElement
      const style = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      return {
        number: Number(at.dataset.number ?? -1),
        isSeen: style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2,
        isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        html: at.outerHTML.slice(0, 90),
      }
    }"""
    faults = []
    kinds = set()
    for path in paths:
        kind = Seen("", path, True).kind
        if kind in kinds:
            continue
        kinds.add(kind)
        person.open(path)
        count = look(person, mark)
        # A date field has a stop for each of its parts.
        stops = count + 4 * person.page.locator("input[type=date]").count() + 2
        order: list[int] = []
        for _ in range(stops):
            person.page.keyboard.press("Tab")
            at = look(person, focused)
            if order and at["number"] == order[-1]:
                continue
            if at["number"] < 0 or at["number"] in order:
                break
            order.append(at["number"])
            if not at["isSeen"] or not at["isInView"]:
                faults.append(f"{path}: the focus is not seen on {at['html']}")
        if order != sorted(order):
            faults.append(f"{path}: Tab goes {order}")
        if len(order) < 0.9 * count:
            faults.append(f"{path}: Tab reaches {len(order)} of {count}")
    assert faults == []


def test_a_page_weighs_little_and_asks_nobody_else(
    browser: Browser, demo: Server, pages: dict[str, list[Seen]]
) -> None:
    """At most 50 kB and five requests, with the style, as the first page of a visit."""
    person = step_in(browser, demo, "steward")
    requests: list[str] = []
    person.page.on("request", lambda each: requests.append(each.url))
    faults = []
    for path in {page.kind: page.path for page in pages["steward"]}.values():
        requests.clear()
        person.open(path)
        person.page.wait_for_load_state("networkidle")
        asked = {demo.address + path, demo.address + "/icon.svg", *requests}
        size = sum(len(person.get(each.removeprefix(demo.address)).body()) for each in asked)
        if size > 50_000 or len(asked) > 5:
            faults.append(f"{path}: {size} bytes in {len(asked)} requests")
        faults += [each for each in asked if not each.startswith(demo.address)]
    person.close()
    assert faults == []


def test_on_paper_there_are_words_and_receipts_and_no_menus_and_forms(
    browser: Browser, demo: Server
) -> None:
    person = step_in(browser, demo, "liaison")
    person.follow("River Street Tenants and Northside Circle")
    river = person.path
    person.page.emulate_media(media="print")
    for selector in ["header nav", "form", "footer", ".skip"]:
        for found in person.page.locator(selector).all():
            assert not found.is_visible()
    assert person.page.get_by_role("heading", name="Slipped").is_visible()
    person.open(river + "/record/0")
    receipt = person.page.locator("pre").first
    assert receipt.is_visible()
    assert "heed.local/record/" in receipt.inner_text()
    assert person.page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    person.close()


def test_on_paper_the_dark_scheme_does_not_show(browser: Browser, demo: Server) -> None:
    person = step_in(browser, demo, "liaison")
    person.follow("River Street Tenants and Northside Circle")
    person.page.emulate_media(media="print", color_scheme="dark")
    faint = person.page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(at => at.checkVisibility())
          .filter(at => {
            const [r, g, b] = getComputedStyle(at).color.match(/\\d+/g).map(Number)
            return r + g + b > 3 * 130
          }).map(at => at.outerHTML.slice(0, 80))"""
    )
    person.close()
    assert faint == []
