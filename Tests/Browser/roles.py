"""The roles of the demo."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser

from heed_server import Server
from person import Person

ROLES = ["liaison", "steward", "member"]


def step_in(browser: Browser, server: Server, role: str, **options: Any) -> Person:
    """Somebody who has stepped into one of the demo's roles, at their start page."""
    person = Person(browser, server, **options)
    person.open("/")
    person.page.locator(f"form:has(input[value={role}]) button").click()
    return person
