"""What every test can ask for: a browser, the demo, and a world of its own.

    swift build
    script/bootstrap --tests
    .venv-tests/bin/pytest Tests/Browser

The program comes from the environment's HEED, else from the debug build; the browser is the
system's own Chromium; `faketime` moves the clock.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import world as worlds
from heed_server import Server, can_move_the_clock
from world import Founded, World


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "clock: needs `faketime` to move the server's clock")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("clock") and not can_move_the_clock():
        pytest.skip("faketime is not installed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def founded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return worlds.found(browser, tmp_path_factory.mktemp("founded") / "data")


@pytest.fixture
def world(browser: Browser, founded: Founded, tmp_path: Path) -> Iterator[World]:
    """A partnership of Bo, Cy and Dee's circle with Amara and Dalia's community."""
    world = worlds.copy(browser, founded, tmp_path / "data")
    yield world
    world.close()


@pytest.fixture(scope="session")
def demo() -> Iterator[Server]:
    """The demo, for tests that only read; nobody changes anything in it."""
    server = Server(None)
    yield server
    server.stop()

