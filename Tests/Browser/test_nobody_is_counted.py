"""No page counts or compares persons (R5, S19, H7)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from every_page import reachable, sample
from heed_server import Server
from person import Person
from roles import ROLES, step_in

WORDS = [
    "score", "streak", "rank", "ranking", "badge", "level", "points", "top", "percent", "award",
    "leaderboard", "trophy", "progress", "average", "total", "overall", "most active", "reputation",
    "impact", "ally of", "best", "winner", "congratulations", "well done",
]  # fmt: skip
FORBIDDEN = re.compile(rf"\b({'|'.join(WORDS)})s?\b|%|★|🏆|🎉", re.IGNORECASE)
# Where a word of the list stands in a sentence that says that it does not happen here.
SAID_NOT_TO_BE = ["Nobody is counted, ranked, scored or compared."]

PEOPLE = ["Bo", "Cy", "Dee", "Amara", "Dalia", "Eun"]
THINGS = r"(words?|asks?|reports?|misse[sd]|recognitions?|promises?|times|kept|days late|entries)"
# “Cy: 3”, “3 words by Cy”, “Cy has 3 words”, “Cy (3)”.
NAMES = "|".join(PEOPLE)
COUNTED = re.compile(
    rf"\b({NAMES})\b\W{{1,3}}\d+\b|\b\d+ {THINGS}[^.\n]{{0,30}}\b({NAMES})\b"
    rf"|\b({NAMES})\b[^.\n]{{0,30}}\b\d+ {THINGS}",
)
# Anything that draws a quantity.
DRAWN = "meter, progress, svg, canvas, table, [role=progressbar], [role=meter], [aria-valuenow]"


@pytest.mark.parametrize("role", ["visitor", *ROLES])
def test_no_page_of_the_demo_counts_or_compares_persons(
    browser: Browser, demo: Server, role: str
) -> None:
    person = Person(browser, demo) if role == "visitor" else step_in(browser, demo, role)
    faults = []
    for page in sample(list(reachable(person, role))):
        if not page.is_page:
            continue
        person.open(page.path)
        text = person.page.locator("body").text_content() or ""
        for sentence in SAID_NOT_TO_BE:
            text = text.replace(sentence, "")
        faults += [f"{page.path}: {found[0]}" for found in FORBIDDEN.finditer(text)]
        faults += [f"{page.path}: {found[0]}" for found in COUNTED.finditer(text)]
        if person.page.locator(DRAWN).count():
            faults.append(f"{page.path}: a quantity is drawn")
    person.close()
    assert faults == []


@pytest.mark.parametrize("text", ["Cy: 3", "Cy (3)", "3 words by Cy", "Dee has missed 2 words"])
def test_the_search_finds_a_person_who_is_counted(text: str) -> None:
    assert COUNTED.search(text)


@pytest.mark.parametrize("text", ["80 %", "Level 3", "Top circles", "a streak", "12 points"])
def test_the_search_finds_words_that_compare(text: str) -> None:
    assert FORBIDDEN.search(text)


def test_people_of_a_circle_stand_in_the_order_in_which_they_came(
    browser: Browser, demo: Server
) -> None:
    person = step_in(browser, demo, "member")
    person.open("/circle")
    assert person.page.locator(".cards h3").all_inner_texts() == ["Bo", "Cy", "Dee"]
    person.close()


@pytest.mark.parametrize("path", ["people", "members", "api/people", "stats", "feed", "search"])
def test_there_is_no_list_of_people_no_search_and_no_figures(
    browser: Browser, demo: Server, path: str
) -> None:
    person = step_in(browser, demo, "steward")
    assert person.get("/" + path).status == 404
    person.close()


def test_what_somebody_else_of_the_circle_owes_is_on_no_page_about_them(
    browser: Browser, demo: Server
) -> None:
    """The circle's list is by day; only one's own words stand together on a page."""
    person = step_in(browser, demo, "member")
    person.open("/mine")
    owners = re.findall(r"(\w+) has given their word\.", person.text)
    assert set(owners) == {"Cy"}
    for link in [page.path for page in reachable(person, "member")]:
        assert "/people/" not in link and "/members/" not in link
    person.close()
