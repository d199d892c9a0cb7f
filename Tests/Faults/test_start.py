"""How long a start takes and how much an idle server holds."""

from __future__ import annotations

import time

from heed_client import Server, run


def test_an_empty_directory_is_in_service_within_ten_seconds(tmp_path, figure):
    with Server(tmp_path / "data") as server:
        assert server.visitor().get("/").status == 200
        time.sleep(0.5)
        figure(f"start to ready, empty: {server.ready_seconds * 1000:.0f} ms; "
               f"idle memory: {server.memory() / 2**20:.0f} MiB")
        assert server.ready_seconds < 10


def test_a_furnished_house_is_in_service_within_ten_seconds(house, figure):
    time.sleep(0.5)
    figure(f"start to ready, furnished: {house.server.ready_seconds * 1000:.0f} ms; "
           f"idle memory: {house.server.memory() / 2**20:.0f} MiB")
    assert house.server.ready_seconds < 10


def test_an_idle_server_uses_no_processor(house):
    before = house.server.ticks()
    time.sleep(2)
    assert house.server.ticks() - before <= 4


def test_every_command_explains_itself_and_ends_without_error():
    for command in ("serve", "verify", "export", "inventory", "invite"):
        done = run(command, "--help")
        assert done.returncode == 0 and "USAGE" in done.stdout
