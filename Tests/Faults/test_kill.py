"""A server that is killed in the middle of writing has kept all that it said it saved."""

from __future__ import annotations

import os
import random
import time

from heed_client import verify
from writers import Memory, crowd, records, sizes

ROUNDS = int(os.environ.get("HEED_KILL_ROUNDS", "16"))
WRITERS = 16


def test_what_was_answered_as_saved_outlives_kills_at_random_moments(house, figure):
    random.seed(7)
    all_saved, before = {}, sizes(house)
    slowest = 0.0
    for number in range(ROUNDS):
        round_memory = Memory()
        writers = crowd(house, WRITERS, round_memory)
        start_sizes = sizes(house)
        for writer in writers:
            writer.start()
        time.sleep(random.uniform(0.05, 0.9))
        house.server.kill()
        for writer in writers:
            writer.join(60)
        assert not any(writer.is_alive() for writer in writers)

        code, logs = verify(house.server.data)
        assert code == 0, f"round {number}: {[log for log in logs if 'flaw' in log]}"
        house.server.start()
        slowest = max(slowest, house.server.ready_seconds)
        assert house.server.ready_seconds < 10
        round_memory.check(records(house), start_sizes)
        all_saved |= round_memory.saved
        for id, index in list(round_memory.saved)[-2:]:
            reply = house.member.get(f"/partnerships/{id}/record/{index}/receipt")
            assert reply.status == 200 and f"\nindex {index}\n" in reply.text
    house.server.stop()
    assert verify(house.server.data)[0] == 0
    house.server.start()
    after = records(house)
    for (id, index), words in all_saved.items():
        assert words in after[id].entries[index]["body"]
    total = sum(len(record) - before[id] for id, record in after.items())
    figure(f"kill -9: {ROUNDS} rounds, {len(all_saved)} saved answers, 0 lost, "
           f"{total - 4 * ROUNDS - len(all_saved)} more stored without an answer; "
           f"slowest start {slowest * 1000:.0f} ms")
    assert len(all_saved) > ROUNDS


def test_a_killed_server_leaves_every_saved_answer_with_a_receipt(house):
    memory = Memory()
    writers = crowd(house, WRITERS, memory)
    before = sizes(house)
    for writer in writers:
        writer.start()
    time.sleep(0.8)
    house.server.kill()
    for writer in writers:
        writer.join(60)
    house.server.start()
    memory.check(records(house), before)
    assert memory.saved
    for id, index in memory.saved:
        reply = house.member.get(f"/partnerships/{id}/record/{index}/receipt")
        assert reply.status == 200 and f"\nindex {index}\n" in reply.text


def test_kills_one_right_after_the_other_leave_a_sound_record(house):
    for _ in range(5):
        house.server.kill()
        house.server.start()
    house.server.kill()
    assert verify(house.server.data)[0] == 0
