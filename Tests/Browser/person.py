"""Somebody with a browser of their own, who reads pages and fills in forms."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import APIResponse, Browser, Locator, Page, StorageState

from heed_server import Server

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}

PASSPHRASE = "slow river under nine bridges"


class Person:
    """A visitor; scripts are off unless a test says otherwise, since no page needs them."""

    def __init__(
        self,
        browser: Browser,
        server: Server,
        *,
        phone: bool = False,
        session: StorageState | None = None,
        **options: Any,
    ) -> None:
        self.browser = browser
        self.server = server
        self.context = browser.new_context(
            **{
                "java_script_enabled": False,
                "viewport": PHONE if phone else DESK,
                "storage_state": session,
                **options,
            }
        )
        self.context.set_default_timeout(15_000)
        self.page: Page = self.context.new_page()

    # Reading.

    def open(self, path: str) -> int:
        """Goes to an address; gives the status."""
        answer = self.page.goto(self.server.address + path)
        assert answer
        return answer.status

    @property
    def path(self) -> str:
        """The address of the page, without the server and without what was just saved."""
        return re.sub(r"\?saved=\d+$", "", self.page.url.removeprefix(self.server.address))

    @property
    def text(self) -> str:
        return self.page.locator("body").inner_text()

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    def headings(self) -> list[str]:
        return self.page.locator("main h2").all_inner_texts()

    def card(self, words: str) -> Locator:
        """The card in a list that holds these words."""
        return self.page.locator(".card", has_text=words)

    def under(self, heading: str) -> str:
        """What stands between a heading and the next one."""
        main = self.page.locator("main").inner_text()
        headings = self.headings()
        rest = main[main.index("\n" + heading + "\n") :]
        number = headings.index(heading)
        if number + 1 < len(headings):
            rest = rest[: rest.index("\n" + headings[number + 1] + "\n")]
        return rest

    # Doing.

    def press(self, button: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=button, exact=True).first.click()

    def follow(self, link: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("link", name=link, exact=True).first.click()

    def fill(self, **fields: str) -> None:
        """Fills in fields by their names; a label is found through its field in other tests."""
        for name, value in fields.items():
            self.page.locator(f"[name={name}]:not([type=hidden])").first.fill(value)

    def choose(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).check()

    @property
    def code(self) -> str:
        """The first code that the page shows, or the path of the first link."""
        return re.sub(r"^https?://[^/]+", "", self.page.locator(".code").first.inner_text())

    # What a form of one's own making does.

    def token(self) -> str:
        """The form token of this session, as every page carries it."""
        answer = self.context.request.get(self.server.address + "/about")
        found = re.search(r'name="form" value="([0-9a-f]+)"', answer.text())
        assert found
        return found[1]

    def send(self, path: str, **fields: str) -> APIResponse:
        """Posts a form that no page offered, with one's own session and token."""
        return self.context.request.post(
            self.server.address + path, form={"form": self.token(), **fields}, max_redirects=0
        )

    def get(self, path: str) -> APIResponse:
        return self.context.request.get(self.server.address + path, max_redirects=0)

    def session(self) -> StorageState:
        return self.context.storage_state()

    def close(self) -> None:
        self.context.close()
