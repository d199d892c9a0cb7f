"""What the tests of faults share: one house, built once and copied for each test."""

from __future__ import annotations

import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from heed_client import House, binary  # noqa: E402


def pytest_sessionstart(session: pytest.Session) -> None:
    if not os.access(binary(), os.X_OK):
        pytest.exit(f"There is no heed at {binary()}: build it, or set HEED.", returncode=2)


FIGURES = pytest.StashKey[list]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    figures = config.stash[FIGURES]
    if figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.line(figure)


@pytest.fixture
def figure(request: pytest.FixtureRequest):
    """Says a measured figure at the end of the run; figures are never asserted tightly."""
    return request.config.stash[FIGURES].append


@pytest.fixture(scope="session")
def built_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House.build(tmp_path_factory.mktemp("house") / "data")


@pytest.fixture
def house(built_house: House, tmp_path: pathlib.Path):
    """A furnished house of the test's own, in service."""
    copy = built_house.copy(tmp_path / "data")
    with copy.server:
        yield copy


@pytest.fixture
def closed_house(built_house: House, tmp_path: pathlib.Path):
    """The same, with its server not running."""
    copy = built_house.copy(tmp_path / "data")
    yield copy
    copy.server.stop()
