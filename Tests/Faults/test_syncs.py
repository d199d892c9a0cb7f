"""One commit, one sync; and commands that come at once share theirs."""

from __future__ import annotations

import threading

import pytest

from heed_client import Partnership, Visitor, code_in, saved
from tracing import attached, needs_strace, syncs

pytestmark = needs_strace

SYNCS = ("-e", "trace=fsync,fdatasync", "-e", "signal=none")
# A sync takes as long as on a plain hard disk.
SLOW_DISK = (*SYNCS, "-e", "inject=fsync,fdatasync:delay_exit=15000")


def at_once(jobs) -> list:
    """Does everything at the same moment; gives what each led to."""
    ready = threading.Barrier(len(jobs))
    results: list = [None] * len(jobs)

    def work(number: int, job) -> None:
        ready.wait(30)
        results[number] = job()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return results


def patient(visitor: Visitor) -> Visitor:
    """A window that is open, with its form's token at hand."""
    twin = visitor.twin()
    twin.timeout = 100
    assert twin.token
    return twin


def test_each_command_alone_costs_one_sync_and_not_one_more(house, tmp_path, figure):
    saved(house.river.ask("The first one begins a new write-ahead log"))
    count = 20
    with attached(house.server, tmp_path / "trace", *SYNCS) as trace:
        for number in range(count):
            saved(house.river.ask(f"One of twenty: {number}"))
    found = syncs(trace)
    figure(f"syncs: {found} for {count} commands, one after the other")
    assert count <= found <= count + 1


def test_reading_costs_no_sync(house, tmp_path):
    house.member.get("/home")
    with attached(house.server, tmp_path / "trace", *SYNCS) as trace:
        for path in ("/home", house.river.path, f"{house.river.path}/record", "/owe"):
            assert house.member.get(path).status == 200
    assert syncs(trace) == 0


def test_sixty_four_commands_in_sixteen_partnerships_share_their_syncs(house, tmp_path, figure):
    partnerships = [
        Partnership.open(house.steward, f"Community {number}", f"Liaison {number}")
        for number in range(16)]
    jobs = [
        (lambda p=partnership, person=patient(partnership.liaison), n=number:
            p.ask(f"At once {n}", by=person))
        for partnership in partnerships for number in range(4)]
    with attached(house.server, tmp_path / "trace", *SLOW_DISK) as trace:
        for reply in at_once(jobs):
            saved(reply)
    found = syncs(trace)
    figure(f"syncs: {found} for 64 commands at once in 16 partnerships")
    assert 1 <= found <= 32


def test_sixty_four_people_who_sign_in_at_once_share_their_syncs(house, tmp_path, figure):
    code = code_in(house.river.liaison.post("/community/people", {"handle": "Fay"}))
    windows = [patient(house.server.visitor()) for _ in range(64)]
    jobs = [lambda window=window: window.post("/sign-in/code", {"code": code})
            for window in windows]
    with attached(house.server, tmp_path / "trace", *SLOW_DISK) as trace:
        assert [reply.status for reply in at_once(jobs)] == [303] * 64
    found = syncs(trace)
    figure(f"syncs: {found} for 64 sign-ins at once")
    assert 1 <= found <= 32


def test_how_many_syncs_one_busy_partnership_needs(house, tmp_path, figure):
    """Changes of one log take turns, so they cannot share: a figure, and that all are saved."""
    jobs = [(lambda person=patient(house.river.liaison), n=number:
             house.river.ask(f"At once {n}", by=person)) for number in range(32)]
    with attached(house.server, tmp_path / "trace", *SLOW_DISK) as trace:
        indexes = [saved(reply) for reply in at_once(jobs)]
    assert len(set(indexes)) == 32
    figure(f"syncs: {syncs(trace)} for 32 commands at once in one partnership")
