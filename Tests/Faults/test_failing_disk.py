"""A disk that fails or is full, and descriptors that run out: an honest page, and nothing by half."""

from __future__ import annotations

import contextlib
import os
import pathlib
import resource
import subprocess

import pytest

from heed_client import House, saved, verify
from tracing import attached, needs_strace


def said_not_saved(reply, error: str = "ENOSPC") -> None:
    """An error page that says what is known, and that tells nothing of the machine.

    Without room nothing was stored. After a failed sync nobody can know: what the disk has taken
    may be there again after a crash.
    """
    status, sentence = {
        "ENOSPC": (507, "It was not saved."),
        "EIO": (500, "It may not have been saved."),
    }[error]
    assert reply.status == status, (reply.status, reply.title)
    assert sentence in reply.text
    for leak in ("sqlite", "SQLITE", "errno", "disk I/O", "/data", ".swift", "GRDB"):
        assert leak not in reply.text


def is_sound(house: House, size: int) -> None:
    """After a stop and a start the record is sound and has so many entries."""
    house.server.stop()
    assert verify(house.server.data)[0] == 0
    house.server.start()
    assert len(house.river.record()) == size


@needs_strace
def test_a_sync_that_fails_is_answered_with_not_saved(house, tmp_path):
    size = len(house.river.record())
    with attached(house.server, tmp_path / "trace", "-e", "trace=fdatasync,fsync", "-e",
                  "inject=fdatasync,fsync:error=EIO"):
        said_not_saved(house.river.ask("This one meets a broken disk"), "EIO")
        assert len(house.river.record()) == size
    saved(house.river.ask("This one meets a whole disk"))
    is_sound(house, size + 1)


@needs_strace
def test_what_a_failed_sync_left_open_is_whole_or_absent_after_a_kill(house, tmp_path):
    size = len(house.river.record())
    with attached(house.server, tmp_path / "trace", "-e", "trace=fdatasync,fsync", "-e",
                  "inject=fdatasync,fsync:error=EIO"):
        said_not_saved(house.river.ask("This one meets a broken disk"), "EIO")
        house.server.kill()
    assert verify(house.server.data)[0] == 0
    house.server.start()
    assert len(house.river.record()) in (size, size + 1)
    assert verify(house.server.data)[0] == 0


@needs_strace
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_write_that_fails_is_answered_with_not_saved(house, tmp_path, error):
    size = len(house.river.record())
    with attached(house.server, tmp_path / "trace", "-e", "trace=pwrite64", "-e",
                  f"inject=pwrite64:error={error}"):
        said_not_saved(house.river.ask("This one finds no room"), error)
        assert house.member.get(house.river.path).status == 200, "reading goes on"
        assert len(house.river.record()) == size
    saved(house.river.ask("This one finds room"))
    is_sound(house, size + 1)


@needs_strace
def test_a_write_that_fails_in_the_middle_leaves_nothing_by_half(house, tmp_path):
    for number in range(1, 7):
        size = len(house.river.record())
        with attached(house.server, tmp_path / f"trace-{number}", "-e", "trace=pwrite64", "-e",
                      f"inject=pwrite64:error=ENOSPC:when={number}"):
            reply = house.river.ask(f"The write number {number} of this one fails")
        assert reply.saved is not None or reply.status in (500, 507)
        after = len(house.river.record())
        assert after == size + (1 if reply.saved is not None else 0)
        saved(house.river.ask("And the next one is saved"))
    house.server.kill()
    assert verify(house.server.data)[0] == 0


@needs_strace
def test_what_the_page_says_is_true_when_only_the_signature_cannot_be_written(house, tmp_path):
    size = len(house.river.record())
    checkpoints = house.server.data / "heed.checkpoints"
    with attached(house.server, tmp_path / "trace", "-P", str(checkpoints), "-e", "trace=write",
                  "-e", "inject=write:error=ENOSPC"):
        reply = house.river.ask("This one is stored, and cannot be signed")
    is_there = len(house.river.record()) > size
    assert is_there == (reply.saved is not None)


@needs_strace
def test_a_signature_that_could_not_be_written_is_made_up_for(house, tmp_path):
    checkpoints = house.server.data / "heed.checkpoints"
    with attached(house.server, tmp_path / "trace", "-P", str(checkpoints), "-e", "trace=write",
                  "-e", "inject=write:error=ENOSPC"):
        house.river.ask("This one is stored, and cannot be signed")
    saved(house.river.ask("This one is signed"))
    size = len(house.river.record())
    house.server.kill()
    assert verify(house.server.data)[0] == 0
    house.server.start()
    assert len(house.river.record()) == size


@needs_strace
def test_connections_that_cannot_be_accepted_for_a_moment_are_accepted_later(house, tmp_path):
    with attached(house.server, tmp_path / "trace", "-e", "trace=accept4,accept", "-e",
                  "inject=accept4,accept:error=EMFILE:when=1..4"):
        replies = [house.member.twin().get("/home").status for _ in range(8)]
    assert replies == [200] * 8
    saved(house.river.ask("Everything goes on"))


@needs_strace
def test_files_that_cannot_be_opened_for_a_moment_change_nothing(house, tmp_path):
    size = len(house.river.record())
    with attached(house.server, tmp_path / "trace", "-e", "trace=openat", "-e",
                  "inject=openat:error=EMFILE"):
        replies = [house.member.get("/home") for _ in range(3)]
        reply = house.river.ask("Without a descriptor to spare")
    assert all(answer.status in (200, 500) for answer in replies)
    assert reply.saved is not None or reply.status == 500
    saved(house.river.ask("With descriptors again"))
    is_sound(house, size + (2 if reply.saved is not None else 1))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of three megabytes."""
    path = tmp_path / "disk"
    path.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", str(path)],
        capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=False)


def fill(path: pathlib.Path) -> None:
    with contextlib.suppress(OSError), open(path, "wb", buffering=0) as ballast:
        while ballast.write(os.urandom(4096)):
            pass


def test_a_full_disk_is_said_plainly_and_writing_goes_on_once_there_is_room(
        built_house, small_disk, figure):
    house = built_house.copy(small_disk / "data")
    with house.server:
        size = len(house.river.record())
        ballast = small_disk / "ballast"
        fill(ballast)
        kept = 0
        for _ in range(40):
            reply = house.river.ask("A long ask. " * 300)
            if reply.saved is None:
                break
            kept += 1
        said_not_saved(reply)
        assert len(house.river.record()) == size + kept
        for path in ("/home", house.river.path, f"{house.river.path}/record"):
            assert house.member.get(path).status == 200, "reading goes on"
        assert verify(house.server.data)[0] == 0
        ballast.unlink()
        saved(house.river.ask("There is room again"))
        figure(f"full disk: {kept} more saved from what was reserved, then refused; "
               "saved again once there was room")
        is_sound(house, size + kept + 1)


def test_a_server_does_not_begin_by_half_on_a_full_disk(built_house, small_disk):
    house = built_house.copy(small_disk / "data")
    ballast = small_disk / "ballast"
    fill(ballast)
    # Whether it starts or says that it cannot: what was there is there.
    with contextlib.suppress(AssertionError):
        house.server.start()
        assert house.server.visitor().get("/sign-in").status == 200
    house.server.stop()
    ballast.unlink()
    assert verify(house.server.data)[0] == 0
    with house.server:
        saved(house.river.ask("There is room again"))


def test_a_file_that_may_grow_no_more_is_an_answer_and_not_the_end(built_house, tmp_path):
    limit = 200_000
    house = built_house.copy(
        tmp_path / "data",
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    with house.server:
        for _ in range(60):
            reply = house.river.ask("A long ask. " * 900)
            if reply.saved is None:
                break
        said_not_saved(reply, "EIO")
        assert house.server.is_running
        assert house.member.get("/home").status == 200
    assert verify(house.server.data)[0] == 0
