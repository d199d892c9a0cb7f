"""Links, codes, passphrases and the lock of a data directory: each opens once, to one."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import threading
import time

import pytest

from heed_client import (
    PASSPHRASE, TERMS, House, Reply, Server, Visitor, link_in, new_id, run, saved, verify,
    write_letter)

needs_faketime = pytest.mark.skipif(
    shutil.which("faketime") is None, reason="faketime is not installed")


def at_once(*jobs) -> list[Reply]:
    """Does some things at the same moment."""
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


def is_gone(reply: Reply) -> None:
    assert reply.status == 410 and reply.title == "This was not done"
    assert "older than seven days" in reply.text


def account(handle: str) -> dict[str, str]:
    return {"handle": handle, "passphrase": PASSPHRASE}


def opening(name: str) -> dict[str, str]:
    return {"name": name, "handle": name, **TERMS}


def members(house: House) -> int:
    return house.steward.get("/circle").text.count('<li class="card">')


# ---------------------------------------------------------------------------- links


def test_a_link_into_a_circle_works_once_and_looking_does_not_use_it(house):
    link = link_in(house.steward.post("/circle/invitations"), "join")
    before = members(house)
    for _ in range(3):
        assert house.server.visitor().get(link).status == 200
    assert house.server.visitor().post(link, account("Fay")).status == 200
    is_gone(house.server.visitor().get(link))
    is_gone(house.server.visitor().post(link, account("Gil")))
    assert members(house) == before + 1


def test_a_link_used_by_two_at_once_lets_one_in(house):
    link = link_in(house.steward.post("/circle/invitations"), "join")
    before = members(house)
    visitors = [house.server.visitor() for _ in range(2)]
    for visitor in visitors:
        assert visitor.token
    replies = at_once(*(lambda v=visitor, n=number: v.post(link, account(f"Twin {n}"))
                        for number, visitor in enumerate(visitors)))
    assert sorted(reply.status for reply in replies)[0] == 200
    assert sorted(reply.status for reply in replies)[1] in (409, 410)
    assert members(house) == before + 1
    assert sum(visitor.cookie is not None for visitor in visitors) == 1


def test_a_letter_opened_by_eight_at_once_is_opened_once(house):
    link = write_letter(house.steward)
    visitors = [house.server.visitor() for _ in range(8)]
    for visitor in visitors:
        assert visitor.token
    replies = at_once(*(lambda v=visitor, n=number: v.post(f"{link}/open", opening(f"C{n}"))
                        for number, visitor in enumerate(visitors)))
    assert sum(reply.status == 200 for reply in replies) == 1
    assert all(reply.status in (200, 409, 410) for reply in replies)
    names = {f"C{number}" for number in range(8)}
    page = house.member.get("/home").text
    assert sum(f"{name} " in page or f">{name}" in page for name in names) == 1
    house.server.stop()
    assert verify(house.server.data)[0] == 0


def test_a_letter_opened_and_declined_at_once_ends_in_one_of_both(house):
    for _ in range(4):
        link = write_letter(house.steward)
        visitors = [house.server.visitor() for _ in range(2)]
        for visitor in visitors:
            assert visitor.token
        replies = at_once(
            lambda: visitors[0].post(f"{link}/open", opening("Yes")),
            lambda: visitors[1].post(f"{link}/decline"))
        assert sorted(reply.status for reply in replies)[0] == 200
        assert sorted(reply.status for reply in replies)[1] in (409, 410)


def test_a_letter_that_was_taken_back_is_gone(house):
    link = write_letter(house.steward)
    path = re.findall(r'href="(/partnerships/[0-9a-z]+)"', house.steward.get("/home").text)
    proposed = next(p for p in path if "take-back" in house.steward.get(p).text)
    saved(house.steward.post(f"{proposed}/take-back"))
    is_gone(house.server.visitor().get(link))
    is_gone(house.server.visitor().post(f"{link}/open", opening("Late")))


def test_the_first_link_works_once_and_each_start_makes_a_new_one(tmp_path):
    with Server(tmp_path / "data") as server:
        first = server.begin_path
        server.stop()
        server.start()
        second = server.begin_path
        assert first != second
        fields = {"name": "Circle", **account("Bo")}
        is_gone(server.visitor().post(first, fields))
        visitors = [server.visitor() for _ in range(2)]
        replies = at_once(*(lambda v=visitor: v.post(second, fields) for visitor in visitors))
        assert sorted(reply.status for reply in replies)[0] == 200
        assert sorted(reply.status for reply in replies)[1] in (409, 410)
        is_gone(server.visitor().get(second))
        server.stop()
        server.start()
        time.sleep(0.2)
        assert not server.has_begin_link


@needs_faketime
def test_links_run_out_after_seven_days_and_not_before(built_house, tmp_path):
    house = built_house.copy(tmp_path / "data")
    with house.server:
        into_circle = link_in(house.steward.post("/circle/invitations"), "join")
        letter = write_letter(house.steward)
    paths = (into_circle, letter)
    for shift, is_good in (("+6d", True), ("+8d", False), ("+400d", False)):
        later = Server(house.server.data, wrapper=("faketime", "-f", shift))
        with later:
            for path in paths:
                assert (later.visitor().get(path).status == 200) == is_good, (shift, path)
            if not is_good:
                is_gone(later.visitor().post(into_circle, account("Late")))
                is_gone(later.visitor().post(f"{letter}/open", opening("Late")))


@needs_faketime
def test_sessions_run_out_and_a_clock_set_back_does_not_revive_the_order(built_house, tmp_path):
    house = built_house.copy(tmp_path / "data")
    for shift, location in (("+29d", ""), ("+31d", "/sign-in")):
        with Server(house.server.data, wrapper=("faketime", "-f", shift)) as later:
            assert house.member.twin(later).get("/home").location == location
    with Server(house.server.data, wrapper=("faketime", "-f", "-365d")) as earlier:
        river = house.river.with_(earlier)
        index = saved(river.ask("Asked under a clock that was set back"))
        days = [re.search(r"^day (.*)$", entry["header"], re.M)[1]
                for entry in river.record().entries]
        assert len(days) == index + 1 and days == sorted(days)
    assert verify(house.server.data)[0] == 0


def test_a_form_sent_twice_at_once_acts_once(house):
    for _ in range(5):
        before, ask = len(house.river.record()), new_id()
        windows = [house.river.liaison.twin() for _ in range(4)]
        for window in windows:
            assert window.token
        replies = at_once(*(lambda w=window: house.river.ask("Once", by=w, id=ask)
                            for window in windows))
        assert {reply.status for reply in replies} == {303}
        assert len(house.river.record()) == before + 1


# ---------------------------------------------------------------------------- codes


def sign_in(visitor: Visitor, handle: str, passphrase: str) -> Reply:
    return visitor.post("/sign-in/handle", {"handle": handle, "passphrase": passphrase})


def test_a_recovery_code_works_once(house):
    code = house.recovery_codes[0]
    assert sign_in(house.server.visitor(), "Bo", code).status == 303
    assert sign_in(house.server.visitor(), "Bo", code).status == 403
    assert sign_in(house.server.visitor(), "Cy", house.recovery_codes[1]).status == 403, \
        "a code is its owner's alone"


def test_a_recovery_code_used_by_two_at_once_lets_one_in(house):
    visitors = [house.server.visitor() for _ in range(2)]
    for visitor in visitors:
        assert visitor.token
    replies = at_once(*(lambda v=visitor: sign_in(v, "Bo", house.recovery_codes[2])
                        for visitor in visitors))
    assert sorted(reply.status for reply in replies) == [303, 403]


def test_a_new_access_code_ends_the_old_one_and_its_sessions(house):
    old = house.river.liaison.twin()
    reply = house.river.liaison.post("/account/code")
    assert reply.status == 200
    assert old.get("/home").location == "/sign-in"
    assert house.river.liaison.get("/home").status == 200


# ---------------------------------------------------------------------------- guessing


@pytest.fixture(scope="module")
def guessed(built_house, tmp_path_factory):
    """Six wrong guesses for a known and for an unknown name, and how long each took."""
    house = built_house.copy(tmp_path_factory.mktemp("guessed") / "data")
    with house.server:
        guesses: dict[str, list[tuple[Reply, float]]] = {"Cy": [], "Zz": []}
        for number in range(6):
            for handle, found in guesses.items():
                visitor = house.server.visitor()
                assert visitor.token
                begun = time.monotonic()
                reply = sign_in(visitor, handle, f"a wrong guess, number {number}")
                found.append((reply, time.monotonic() - begun))
        yield house, guesses


@pytest.mark.parametrize("handle", ["Cy", "Zz"], ids=["a-known-name", "an-unknown-name"])
def test_guessing_must_wait_after_five_tries_for(guessed, handle):
    house, guesses = guessed
    replies = [reply for reply, _ in guesses[handle]]
    assert [reply.status for reply in replies] == [403] * 5 + [429]
    assert re.search(r"Wait \d+ seconds", replies[-1].text)
    assert sign_in(house.server.visitor(), handle, PASSPHRASE).status == 429, \
        "also with the right one"
    code = house.recovery_codes[3 if handle == "Cy" else 4]
    assert sign_in(house.server.visitor(), "Bo", code).status == 303, "others are not held up"


def test_who_must_wait_is_told_for_how_long_in_the_header(guessed):
    assert int(guessed[1]["Cy"][-1][0].headers["Retry-After"]) > 0


def without_token(page: str) -> str:
    return re.sub(r'value="[0-9a-f]{64}"', "", page)


def test_an_unknown_name_and_a_wrong_passphrase_look_and_last_alike(guessed, figure):
    _, guesses = guessed
    pages = {without_token(reply.text).replace(f'value="{handle}"', "")
             for handle, found in guesses.items() for reply, _ in found[:5]}
    assert len(pages) == 1
    known, unknown = (statistics.median(seconds for _, seconds in guesses[handle][:5])
                      for handle in ("Cy", "Zz"))
    figure(f"sign-in refused: known name {known:.2f} s, unknown name {unknown:.2f} s")
    assert known / 3 < unknown < known * 3


def test_thirty_sign_ins_at_once_are_served_or_told_when_to_come_back(house, figure):
    visitors = [house.server.visitor() for _ in range(30)]
    for visitor in visitors:
        visitor.timeout = 100
        assert visitor.token
    begun = time.monotonic()
    replies = at_once(*(lambda v=visitor: sign_in(v, "Cy", PASSPHRASE) for visitor in visitors))
    statuses = [reply.status for reply in replies]
    figure(f"30 sign-ins at once: {statuses.count(303)} let in, {statuses.count(503)} told to come "
           f"back, in {time.monotonic() - begun:.1f} s")
    assert set(statuses) == {303, 503}
    assert statuses.count(303) >= 20
    for reply in replies:
        if reply.status == 503:
            assert int(reply.headers["Retry-After"]) > 0 and "Nothing was changed" in reply.text
    assert house.server.visitor().get("/").status == 200


# ---------------------------------------------------------------------------- one server each


def test_a_second_server_on_one_directory_is_refused(house):
    done = run("serve", "--data", house.server.data, "--port", "0")
    assert done.returncode == 2 and "in use by a running heed" in done.stderr
    assert "http://" not in done.stdout
    saved(house.river.ask("The first one goes on"))


def test_commands_that_write_are_refused_beside_a_server_and_those_that_read_are_not(
        house, tmp_path):
    data = house.server.data
    for command in (("export", "--data", data, "--to", tmp_path / "records"),
                    ("invite", "--data", data), ("invite", "--data", data, "--circle", "x")):
        done = run(*command)
        assert done.returncode == 2 and "Stop it first" in done.stderr, command
    assert not (tmp_path / "records").exists() or not list((tmp_path / "records").iterdir())
    assert verify(data)[0] == 0
    saved(house.river.ask("And the server goes on"))


@pytest.fixture
def busy(house):
    """A house in which somebody writes without a pause."""
    stop = threading.Event()

    def write() -> None:
        window = house.river.liaison.twin()
        while not stop.is_set():
            saved(house.river.ask("Meanwhile", by=window))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    yield house
    stop.set()
    for writer in writers:
        writer.join(30)
    saved(house.river.ask("And the server goes on"))


def test_the_inventory_can_be_read_beside_a_server_that_writes(busy):
    for _ in range(5):
        done = run("inventory", "--data", busy.server.data)
        assert done.returncode == 0 and "\tentry\t" in done.stdout


def test_verify_is_not_mistaken_beside_a_server_that_writes(busy):
    for _ in range(30):
        assert verify(busy.server.data)[0] == 0


def test_the_inventory_names_kinds_and_counts_and_never_what_is_said(house):
    for form in ("text", "json"):
        done = run("inventory", "--data", house.server.data, "--format", form)
        assert done.returncode == 0
        for word in ("Amara", "Dalia", "chairs", "River Street", "Bo"):
            assert word not in done.stdout
        for column in ("address", "agent", "email", "gender", "race", "ip"):
            assert not re.search(rf"\b{column}\b", done.stdout)


def test_a_host_can_invite_into_a_circle_and_into_no_community(closed_house):
    data = closed_house.server.data
    rows = [line.split("\t") for line in run("invite", "--data", data).stdout.splitlines()]
    assert {row[1] for row in rows} == {"Northside Circle", "Southside Circle"}
    circle = next(row[0] for row in rows if row[1] == "Northside Circle")
    path = run("invite", "--data", data, "--circle", circle).stdout.strip()
    assert run("invite", "--data", data, "--circle", "0" * 26).returncode == 2
    with closed_house.server as server:
        assert server.visitor().post(path, account("Ivo")).status == 200
        is_gone(server.visitor().get(path))
    bodies = subprocess.run(
        ["sqlite3", str(data / "heed.sqlite"), "SELECT id FROM body WHERE side = 'community'"],
        capture_output=True, text=True, check=True).stdout.split()
    for community in bodies:
        assert run("invite", "--data", data, "--circle", community).returncode == 2


def test_demo_and_real_data_never_mix(closed_house, tmp_path):
    done = run("serve", "--demo", "--data", closed_house.server.data, "--port", "0")
    assert done.returncode == 2 and "not empty" in done.stderr
    demo = Server(tmp_path / "demo", flags=("--demo",))
    with demo:
        visitor = demo.visitor()
        assert visitor.post("/demo/step-in", {"role": "member"}).status == 303
        assert visitor.get("/home").status == 200
    assert verify(demo.data)[0] == 0
    done = run("serve", "--data", demo.data, "--port", "0")
    assert done.returncode == 2 and "holds a demo" in done.stderr


def test_the_log_of_a_server_names_nobody(house):
    house.member.get("/home", headers={"User-Agent": "Recognisable/1.0", "Referer": "http://ref/"})
    sign_in(house.server.visitor(), "Cy", "a wrong guess of somebody")
    log = house.server.log()
    for word in ("127.0.0.1", "Recognisable", "ref/", "Cy", "guess", house.river.id):
        assert word not in log
    for path in house.server.data.iterdir():
        content = path.read_bytes()
        for word in (b"127.0.0.1", b"Recognisable", b"a wrong guess of somebody",
                     PASSPHRASE.encode(), b"chairs"):
            assert word not in content, (path.name, word)
