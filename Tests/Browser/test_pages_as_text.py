"""The main pages as assistive technology reads them, kept as text: a change is read as text.

After a change that is meant, `HEED_RENEW=1 pytest test_pages_as_text.py` writes the files anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from every_page import ENTRY, ID
from heed_server import Server
from person import Person
from roles import step_in

KEPT = Path(__file__).parent / "snapshots"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{{1,2}} ({MONTHS}) \d{{4}}")
RIVER = "River Street Tenants and Northside Circle"
HARBOUR = "Harbour Cleaners and Northside Circle"

# What to follow from the start, by role and name of the file.
WALKS: dict[str, tuple[str, list[str]]] = {
    "liaison-start": ("liaison", []),
    "liaison-partnership": ("liaison", [RIVER]),
    "liaison-ask-for-something": ("liaison", [RIVER, "Ask for something"]),
    "liaison-who-speaks": ("liaison", [RIVER, "Who speaks for the community"]),
    "liaison-terms": ("liaison", [RIVER, "The community’s terms"]),
    "liaison-record": ("liaison", [RIVER, "The record"]),
    "liaison-receipt": ("liaison", [RIVER, "The record", "Receipt of entry 0"]),
    "liaison-word-slipped": ("liaison", [RIVER, "Carry forty chairs to the hearing"]),
    "liaison-word-reported": ("liaison", [RIVER, "Print your minutes for the stairwells"]),
    "liaison-community": ("liaison", ["Your people here"]),
    "liaison-account": ("liaison", ["My sign-in"]),
    "steward-start": ("steward", []),
    "steward-partnership": ("steward", [RIVER]),
    "steward-what-we-owe": ("steward", ["What we owe"]),
    "steward-circle": ("steward", ["The circle: Northside Circle"]),
    "steward-letter": (
        "steward",
        ["The circle: Northside Circle", "Write a letter to a community"],
    ),
    "steward-offer": ("steward", [RIVER, "Make an offer"]),
    "member-mine": ("member", ["My words and what I owe an answer to"]),
    "member-own-word": (
        "member",
        [RIVER, "Drive the Haile family’s furniture to the new flat"],
    ),
    "member-hand-over": (
        "member",
        [
            RIVER,
            "Drive the Haile family’s furniture to the new flat",
            "Hand this word over, or tell them you are leaving it",
        ],
    ),
    "member-give-word": ("member", [RIVER, "Give our word for something nobody asked for"]),
    "member-paused-partnership": ("member", [HARBOUR]),
    "member-leaving": ("member", ["The circle: Northside Circle", "I want to leave the circle"]),
}


def masked(snapshot: str) -> str:
    """The page without what differs from run to run: days, ids, and what is made of them."""
    snapshot = ENTRY.sub("NUMBER", ID.sub("ID", DAY.sub("DAY", snapshot)))
    snapshot = re.sub(r"\d{4}-\d\d-\d\d", "DATE", snapshot)
    snapshot = re.sub(r"[A-Za-z0-9+/=]{40,}", "BYTES", snapshot)
    return re.sub(r"\+[0-9a-f]{8}\+", "+KEY+", snapshot) + "\n"


def compare(person: Person, name: str) -> None:
    found = masked(person.page.locator("body").aria_snapshot())
    file = KEPT / f"{name}.txt"
    if os.environ.get("HEED_RENEW"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found)
    assert found == file.read_text()


@pytest.mark.parametrize("name", WALKS)
def test_a_page_reads_as_it_did(browser: Browser, demo: Server, name: str) -> None:
    role, links = WALKS[name]
    person = step_in(browser, demo, role)
    for link in links:
        person.follow(link)
    compare(person, name)
    person.close()


@pytest.mark.parametrize("path", ["/", "/about", "/sign-in", "/nowhere", "/join/none"])
def test_a_visitors_page_reads_as_it_did(browser: Browser, demo: Server, path: str) -> None:
    person = Person(browser, demo)
    person.open(path)
    compare(person, "visitor-" + (path.strip("/").replace("/", "-") or "front"))
    person.close()


def test_no_file_is_kept_of_a_page_that_is_no_longer_looked_at() -> None:
    visitor = {"visitor-front", "visitor-about", "visitor-sign-in", "visitor-nowhere"}
    assert {file.stem for file in KEPT.glob("*.txt")} == {*WALKS, *visitor, "visitor-join-none"}


def test_every_link_and_button_says_what_it_does() -> None:
    """No bare “here”, “edit”, “view”, “more”, and nothing without a name."""
    for file in KEPT.glob("*.txt"):
        for line in file.read_text().splitlines():
            control = re.match(
                r'\s*- (link|button|textbox|checkbox|radio|combobox)( "(.*?)")?', line
            )
            if control:
                name = (control[3] or "").lower()
                assert name not in ("", "here", "edit", "view", "more", "ok", "submit"), line
