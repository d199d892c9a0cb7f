"""Every page that somebody can be shown, by whom and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from heed_server import ROOT, Server
from person import Person

ID = re.compile(r"[0-9a-z]{26}")
ENTRY = re.compile(r"(?<=/record/)\d+")
# Of pages that differ in nothing but an entry's number, so many are looked at.
SAME_KIND = 2


@dataclass(frozen=True)
class Seen:
    """One page as one role sees it."""

    role: str
    path: str
    is_page: bool

    @property
    def kind(self) -> str:
        """The address with its ids masked."""
        return ENTRY.sub(":n", ID.sub(":id", self.path))


def reachable(person: Person, role: str) -> Iterator[Seen]:
    """Every address that links lead to from the start, each once."""
    waiting, seen = ["/", "/about", "/sign-in", "/home", "/account"], set[str]()
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = person.get(path)
        is_page = answer.status == 200 and "text/html" in answer.headers["content-type"]
        if answer.status == 200:
            yield Seen(role, path, is_page)
        if is_page:
            waiting += [
                link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)', answer.text())
            ]


def sample(pages: list[Seen]) -> list[Seen]:
    """All pages, but of the entries of a record only the first few."""
    counts: dict[str, int] = {}
    chosen = []
    for page in pages:
        counts[page.kind] = counts.get(page.kind, 0) + 1
        if ":n" not in page.kind or counts[page.kind] <= SAME_KIND:
            chosen.append(page)
    return chosen


def routes() -> set[str]:
    """The GET addresses of the product, as its own list has them, with ids masked."""
    source = (ROOT / "Sources/HeedWeb/Server/Routes.swift").read_text()
    found = re.findall(r"\.get\(\s*(\"[^\"]*\"|[a-zA-Z.]+)", source)
    masked = set()
    for path in found:
        path = path.strip('"')
        path = path.replace("\\(word)", "/partnerships/:id/words/:id")
        path = path.replace("\\(partnership)", "/partnerships/:id")
        path = {"partnership": "/partnerships/:id", "word": "/partnerships/:id/words/:id"}.get(
            path, path
        )
        masked.add(re.sub(r":(index)\b", ":n", re.sub(r":(ask|word|offer|mandate)\b", ":id", path)))
    return masked


def mishaps(browser: Browser, server: Server, **options: Any) -> Iterator[Person]:
    """A browser that has one page after the other open that says that something did not work."""
    person = Person(browser, server, **options)
    for path, status in [("/nowhere", 404), ("/join/" + "0" * 24, 410)]:
        assert person.open(path) == status
        yield person
    for field, value, said in [
        ("code", "0000 0000", "That does not fit."),
        ("form", "0", "This page was open too long"),
        ("code", "x" * 200_000, "This is too much for one form"),
    ]:
        person.open("/sign-in")
        form = person.page.locator("form[action='/sign-in/code']")
        form.locator(f"[name={field}]").evaluate("(at, text) => { at.value = text }", value)
        person.press("Sign in", form)
        assert said in person.text
        yield person
    person.close()
