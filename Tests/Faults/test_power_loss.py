"""A power cut at any moment loses nothing that was answered as saved.

All that a server writes and syncs is recorded; then the disks are made that a cut at each moment
could leave, and each is opened.
"""

from __future__ import annotations

import os
import random
import shutil

import pytest

from heed_client import Server, found_circle, verify
from power_loss import MIXES, Answered, Disk, Reader, Sync, cuts, tracer
from tracing import needs_strace
from writers import Memory, crowd

STATES = int(os.environ.get("HEED_POWER_STATES", "120"))

pytestmark = needs_strace


@pytest.fixture(scope="module")
def recorded(built_house, tmp_path_factory):
    """A house in use, recorded: what was on its disk before, and each step since."""
    folder = tmp_path_factory.mktemp("recorded")
    house = built_house.copy(folder / "data", wrapper=tracer(folder / "trace"))
    start = Disk.of(house.server.data)
    with house.server:
        memory = Memory()
        writers = crowd(house, 8, memory, most=4)
        for writer in writers:
            writer.start()
        # A new name makes the server check-point and empty its write-ahead log.
        for number in range(4):
            assert house.member.post("/account/handle", {"handle": f"Cy {number}"}).status == 303
        for writer in writers:
            writer.join(120)
        origins = {p.id: p.record().origin for p in (house.river, house.harbour)}
    steps = Reader(house.server.data, start).read(folder / "trace")
    answered = [step for step in steps if isinstance(step, Answered)]
    assert len(answered) == len(memory.saved) + 4, "the recording missed an answer"
    return start, steps, origins


def sample(start: Disk, steps: list, count: int, **options):
    """So many different disks, from cuts over the whole of a recording; always the same ones."""
    chance = random.Random(11)
    moments = [cut for cut in cuts(start, steps, **options) if cut.promised]
    chance.shuffle(moments)
    # Those with much at stake come first, each with every mix.
    moments.sort(key=lambda cut: len(cut.loose) < 2)
    seen = 0
    while True:
        for cut in moments:
            for mix in chance.sample(MIXES, 2):
                yield cut, mix, cut.disk(mix, chance)
                seen += 1
                if seen == count:
                    return


def faults(cut, disk: Disk, origins: dict[str, str], folder) -> list[str]:
    """What is wrong with a disk after a cut."""
    code, logs = verify(disk.write(folder))
    sizes = {log["origin"]: log["size"] for log in logs}
    wrong = [] if code == 0 else [f"verify ends with {code}: {[log.get('flaw') for log in logs]}"]
    for partnership, index in cut.promised.items():
        size = sizes.get(origins[partnership], 0)
        if size <= index:
            wrong.append(f"entry {index} was answered as saved, and {size} are there")
    return wrong


def test_no_cut_loses_what_was_answered_as_saved(recorded, tmp_path, figure):
    start, steps, origins = recorded
    bad = []
    for number, (cut, mix, disk) in enumerate(sample(start, steps, STATES)):
        folder = tmp_path / str(number)
        bad += [f"step {cut.number}, {mix}: {fault}"
                for fault in faults(cut, disk, origins, folder)]
        shutil.rmtree(folder, ignore_errors=True)
    syncs = sum(isinstance(step, Sync) for step in steps)
    figure(f"power loss: {STATES} disks from {len(steps)} steps with {syncs} syncs, "
           f"{len(bad)} faults")
    assert not bad, bad[:5]


def test_the_server_starts_from_every_disk_that_a_cut_leaves(recorded, tmp_path):
    start, steps, origins = recorded
    for number, (cut, mix, disk) in enumerate(sample(start, steps, max(20, STATES // 5))):
        server = Server(disk.write(tmp_path / str(number)))
        with server:
            assert server.visitor().get("/sign-in").status == 200
            server.kill()
        assert verify(server.data)[0] == 0, (cut.number, mix)


def test_the_checker_notices_a_disk_that_forgets_what_was_synced(recorded, tmp_path, figure):
    start, steps, origins = recorded
    bad = 0
    for number, (cut, mix, disk) in enumerate(sample(start, steps, 24, ignore_syncs=True)):
        bad += bool(faults(cut, disk, origins, tmp_path / str(number)))
    figure(f"power loss, on a disk that lies about syncs: {bad} of 24 disks with faults")
    assert bad >= 8


@pytest.fixture(scope="module")
def founding(tmp_path_factory):
    """What verify says of each disk that a cut right after the first answer leaves, by mix."""
    folder = tmp_path_factory.mktemp("founding")
    data = folder / "data"
    data.mkdir(mode=0o700)
    with Server(data, wrapper=tracer(folder / "trace")) as server:
        found_circle(server, server.begin_path, "Northside Circle", "Bo")
    first = next(cut for cut in cuts(Disk(), Reader(data, Disk()).read(folder / "trace"))
                 if cut.promised)
    return {mix: verify(first.disk(mix, random.Random(3)).write(folder / mix.replace(" ", "-")))
            for mix in MIXES}


def test_a_cut_right_after_the_first_circle_is_founded_keeps_it(founding):
    """From an empty directory: keys, tables and names must be safe before anybody is let in."""
    gone = [mix for mix, (_, logs) in founding.items() if [log["size"] for log in logs] != [1]]
    assert not gone


def test_a_log_that_a_cut_left_without_its_first_signature_is_not_called_unsound(founding):
    assert [code for code, _ in founding.values()] == [0] * len(MIXES)
