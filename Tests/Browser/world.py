"""A circle and a community that have opened a partnership: where most tests begin."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, StorageState

import acts
from heed_server import Server
from person import Person

ON_A_PHONE = {"amara", "dalia", "eun"}


@dataclass
class Founded:
    """A data directory at rest, and the sessions of those who are in it."""

    data: Path
    partnership: str
    other_partnership: str
    codes: dict[str, str]
    sessions: dict[str, StorageState]


@dataclass
class World:
    """A running copy of what was founded; people come in when they are first named."""

    browser: Browser
    server: Server
    founded: Founded
    people: dict[str, Person] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        """`world.amara` is Amara with her own browser, signed in."""
        if name not in self.founded.sessions:
            raise AttributeError(name)
        if name not in self.people:
            self.people[name] = Person(
                self.browser,
                self.server,
                phone=name in ON_A_PHONE,
                session=self.founded.sessions[name],
            )
        return self.people[name]

    @property
    def partnership(self) -> str:
        return self.founded.partnership

    def stranger(self) -> Person:
        person = Person(self.browser, self.server)
        self.people[f"stranger {len(self.people)}"] = person
        return person

    def day(self, ahead: int) -> str:
        return self.server.day(ahead)

    def pass_days(self, days: int) -> None:
        """Days go by; whoever's session has run out by then signs in again when they come."""
        self.server.move_clock(days)

    def come_back(self, name: str) -> Person:
        """Somebody signs in again, after a long time."""
        person: Person = getattr(self, name)
        if name in self.founded.codes:
            acts.sign_in_with_code(person, self.founded.codes[name])
        else:
            acts.sign_in(person, name.capitalize())
        return person

    def close(self) -> None:
        for person in self.people.values():
            person.close()
        self.server.stop()


def found(browser: Browser, data: Path) -> Founded:
    """From an empty directory to two open partnerships, all of it through the pages."""
    server = Server(data)
    crowd: dict[str, Person] = {}

    def comes(name: str) -> Person:
        crowd[name] = Person(browser, server, phone=name in ON_A_PHONE)
        return crowd[name]

    bo = comes("bo")
    acts.found_circle(bo, server.first_link, "Northside Circle", "Bo")
    for name in ["cy", "dee"]:
        acts.join(comes(name), acts.invite(bo), name.capitalize())
    codes: dict[str, str] = {}
    partnership, codes["amara"] = acts.open_partnership(
        comes("amara"), acts.write_letter(bo), "River Street Tenants", "Amara"
    )
    codes["dalia"] = acts.welcome(crowd["amara"], "Dalia")
    acts.sign_in_with_code(comes("dalia"), codes["dalia"])
    acts.give_mandate(crowd["amara"], partnership, "Dalia", "Courtyard and families")
    other, codes["eun"] = acts.open_partnership(
        comes("eun"), acts.write_letter(bo), "Harbour Cleaners", "Eun"
    )
    sessions = {name: person.session() for name, person in crowd.items()}
    for person in crowd.values():
        person.close()
    server.stop()
    return Founded(data, partnership, other, codes, sessions)


def copy(browser: Browser, founded: Founded, to: Path) -> World:
    shutil.copytree(founded.data, to)
    return World(browser, Server(to), founded)
