"""Whoever changes the record behind the server's back is found out, and where is named."""

from __future__ import annotations

import base64
import hmac
import json
import os
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

import pytest

from heed_client import House, Server, binary, run, saved, sql, verify


@pytest.fixture(scope="module")
def written(built_house, tmp_path_factory):
    """A house with some entries, and a copy of its database as it was before the last of them."""
    house = built_house.copy(tmp_path_factory.mktemp("written") / "data")
    with house.server:
        for number in range(4):
            saved(house.river.ask(f"Earlier ask {number}"))
        house.server.stop()
        shutil.copy(house.server.data / "heed.sqlite", house.server.data.parent / "older.sqlite")
        house.server.start()
        for number in range(4):
            saved(house.river.ask(f"Later ask {number}"))
        house.origin = house.river.record().origin
        house.size = len(house.river.record())
    assert verify(house.server.data)[0] == 0
    return house


@pytest.fixture
def tampered(written, tmp_path):
    """A copy to tamper with; its log's row id and size at hand."""
    house = written.copy(tmp_path / "data")
    house.origin, house.size = written.origin, written.size
    house.older = written.server.data.parent / "older.sqlite"
    house.log = int(sql(house.server.data, f"SELECT id FROM log WHERE origin = '{house.origin}'"))
    yield house
    house.server.stop()


def flaw(house: House) -> tuple[int | None, str] | None:
    """The flaw that verify names; its text must name it too."""
    code, logs = verify(house.server.data)
    (log,) = [log for log in logs if log["origin"] == house.origin]
    text = run("verify", house.server.data)
    assert text.returncode == code
    if code == 0:
        return None
    assert code == 1
    assert "NOT SOUND" in text.stdout
    if log.get("flaw") is None:
        return None
    index = log["flaw"].get("index")
    assert (f"entry {index} " if index is not None else "the record ") in text.stdout
    others = [other for other in logs if other["origin"] != house.origin]
    assert all(other.get("flaw") is None for other in others), "only this log was touched"
    return index, log["flaw"]["kind"]


def refused(house: House) -> str | None:
    """What the server says when it refuses to start; nothing when it starts."""
    done = subprocess.run(
        ["timeout", "3", binary(), "serve", "--data", str(house.server.data), "--port", "0"],
        capture_output=True, text=True, check=False)
    if "http://" in done.stdout:
        return None
    assert done.returncode == 1, (done.returncode, done.stderr)
    assert "Nothing is served" in done.stderr
    return done.stderr


@dataclass(frozen=True)
class Case:
    """What somebody does to the database, and what must be noticed."""

    name: str
    statement: str
    flaw: tuple[int | str | None, str]
    must_refuse: bool

    def __str__(self) -> str:
        return self.name


COLUMNS = "leaf, header, body"
CASES = [
    Case("a-leaf-is-edited",
         "UPDATE entry SET leaf = CAST(replace(substr(leaf, 1, 20), 'A', 'B') || 'x' || "
         "substr(leaf, 22) AS BLOB) WHERE log = {log} AND idx = 3;", (3, "changed"), False),
    Case("a-body-is-edited",
         "UPDATE entry SET body = zeroblob(length(body)) WHERE log = {log} AND idx = 3;",
         (3, "changed"), False),
    Case("a-header-is-edited",
         "UPDATE entry SET header = zeroblob(length(header)) WHERE log = {log} AND idx = 3;",
         (3, "changed"), False),
    Case("the-first-is-deleted",
         "DELETE FROM entry WHERE log = {log} AND idx = 0;", (0, "gone"), False),
    Case("one-in-the-middle-is-deleted",
         "DELETE FROM entry WHERE log = {log} AND idx = 4;"
         "DELETE FROM entry_key WHERE log = {log} AND idx = 4;", (4, "gone"), False),
    Case("a-copy-is-added-at-the-end",
         "INSERT INTO entry SELECT log, {size}, leaf, header, body FROM entry "
         "WHERE log = {log} AND idx = 2;"
         "INSERT INTO entry_key SELECT log, {size}, header, body FROM entry_key "
         "WHERE log = {log} AND idx = 2;", ("size", "changed"), True),
    Case("a-copy-is-added-in-the-middle",
         "CREATE TEMP TABLE e AS SELECT * FROM entry WHERE log = {log} AND idx >= 3;"
         "CREATE TEMP TABLE k AS SELECT * FROM entry_key WHERE log = {log} AND idx >= 3;"
         "DELETE FROM entry WHERE log = {log} AND idx >= 3;"
         "DELETE FROM entry_key WHERE log = {log} AND idx >= 3;"
         "INSERT INTO entry SELECT log, 3, leaf, header, body FROM entry "
         "WHERE log = {log} AND idx = 2;"
         "INSERT INTO entry_key SELECT log, 3, header, body FROM entry_key "
         "WHERE log = {log} AND idx = 2;"
         "INSERT INTO entry SELECT log, idx + 1, leaf, header, body FROM e;"
         "INSERT INTO entry_key SELECT log, idx + 1, header, body FROM k;", (3, "changed"), True),
    Case("two-change-places",
         "CREATE TEMP TABLE e AS SELECT * FROM entry WHERE log = {log} AND idx IN (5, 6);"
         "CREATE TEMP TABLE k AS SELECT * FROM entry_key WHERE log = {log} AND idx IN (5, 6);"
         "DELETE FROM entry WHERE log = {log} AND idx IN (5, 6);"
         "DELETE FROM entry_key WHERE log = {log} AND idx IN (5, 6);"
         "INSERT INTO entry SELECT log, 11 - idx, leaf, header, body FROM e;"
         "INSERT INTO entry_key SELECT log, 11 - idx, header, body FROM k;", (5, "changed"), False),
    Case("an-older-header-is-put-in",
         "UPDATE entry SET header = (SELECT header FROM entry WHERE log = {log} AND idx = 1) "
         "WHERE log = {log} AND idx = 6;"
         "UPDATE entry_key SET header = (SELECT header FROM entry_key WHERE log = {log} "
         "AND idx = 1) WHERE log = {log} AND idx = 6;", (6, "changed"), False),
    Case("an-older-entry-is-put-in-whole",
         "UPDATE entry SET (leaf, header, body) = (SELECT leaf, header, body FROM entry "
         "WHERE log = {log} AND idx = 1) WHERE log = {log} AND idx = 6;"
         "UPDATE entry_key SET (header, body) = (SELECT header, body FROM entry_key "
         "WHERE log = {log} AND idx = 1) WHERE log = {log} AND idx = 6;", (6, "changed"), False),
    Case("an-entry-of-another-log-is-put-in",
         "UPDATE entry SET (leaf, header, body) = (SELECT leaf, header, body FROM entry "
         "WHERE log <> {log} AND idx = 0) WHERE log = {log} AND idx = 6;"
         "UPDATE entry_key SET (header, body) = (SELECT header, body FROM entry_key "
         "WHERE log <> {log} AND idx = 0) WHERE log = {log} AND idx = 6;", (6, "changed"), False),
    Case("the-tail-is-cut-off",
         "DELETE FROM entry WHERE log = {log} AND idx >= {size} - 2;"
         "DELETE FROM entry_key WHERE log = {log} AND idx >= {size} - 2;",
         ("size-2", "gone"), True),
    Case("the-tail-is-cut-off-and-the-size-set-back",
         "DELETE FROM entry WHERE log = {log} AND idx >= {size} - 2;"
         "DELETE FROM entry_key WHERE log = {log} AND idx >= {size} - 2;"
         "UPDATE log SET size = size - 2 WHERE id = {log};", ("size-2", "shorter"), True),
    Case("the-size-alone-is-set-back",
         "UPDATE log SET size = size - 1 WHERE id = {log};", ("size-1", "added"), True),
    Case("the-size-alone-is-set-ahead",
         "UPDATE log SET size = size + 1 WHERE id = {log};", ("size", "gone"), True),
    Case("the-whole-log-is-deleted",
         "DELETE FROM entry WHERE log = {log}; DELETE FROM entry_key WHERE log = {log};"
         "DELETE FROM tile_root WHERE log = {log}; DELETE FROM log WHERE id = {log};",
         (0, "shorter"), True),
    Case("all-entries-are-deleted",
         "DELETE FROM entry WHERE log = {log};", (0, "gone"), True),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_verify_names_the_first_entry_that_does_not_fit_when(tampered, case):
    size = tampered.size
    sql(tampered.server.data, case.statement.format(log=tampered.log, size=size))
    places = {"size": size, "size-1": size - 1, "size-2": size - 2}
    assert flaw(tampered) == (places.get(case.flaw[0], case.flaw[0]), case.flaw[1])
    if case.must_refuse:
        assert tampered.origin in refused(tampered)


def test_an_untouched_record_is_sound(tampered):
    assert verify(tampered.server.data)[0] == 0
    text = run("verify", tampered.server.data).stdout
    assert "NOT SOUND" not in text and f"{tampered.origin}: {tampered.size} entries" in text


def test_words_whose_key_was_destroyed_are_called_missing(tampered):
    sql(tampered.server.data,
        f"DELETE FROM entry_key WHERE log = {tampered.log} AND idx = 3;")
    code, logs = verify(tampered.server.data)
    (log,) = [log for log in logs if log["origin"] == tampered.origin]
    assert code == 1 and log["missing"] == [3] and log.get("flaw") is None
    assert "MISSING: the words of entry 3" in run("verify", tampered.server.data).stdout
    with tampered.server:
        reply = tampered.member.get(f"{tampered.river.path}/record/3")
        assert reply.status == 200 and "class=\"mark\"" in reply.text


def test_a_database_set_back_to_an_older_copy_is_not_served(tampered):
    shutil.copy(tampered.older, tampered.server.data / "heed.sqlite")
    assert flaw(tampered) == (tampered.size - 4, "shorter")
    message = refused(tampered)
    assert f"signed with {tampered.size} entries" in message
    assert f"only {tampered.size - 4} are stored" in message


def test_a_database_that_was_removed_is_not_begun_anew(tampered):
    (tampered.server.data / "heed.sqlite").unlink()
    done = run("serve", "--data", tampered.server.data, "--port", "0")
    assert done.returncode == 1 and "Nothing is served" in done.stderr
    assert not (tampered.server.data / "heed.sqlite").exists()
    assert run("verify", tampered.server.data).returncode == 2


def test_signatures_that_were_removed_are_noticed(tampered):
    (tampered.server.data / "heed.checkpoints").unlink()
    code, logs = verify(tampered.server.data)
    assert code == 1 and {log["flaw"]["kind"] for log in logs} == {"notSigned"}


def test_signatures_of_another_server_do_not_pass(tampered, tmp_path):
    with Server(tmp_path / "other") as other:
        other.stop()
    shutil.copy(tmp_path / "other" / "heed.keys", tampered.server.data / "heed.keys")
    code, logs = verify(tampered.server.data)
    assert code == 1 and all(log.get("flaw") for log in logs)


def test_keys_that_are_gone_or_damaged_are_unreadable_and_not_replaced(tampered):
    keys = tampered.server.data / "heed.keys"
    for content in (None, b"", b"heed-keys/v1\nAAAA\n", os.urandom(148)):
        keys.unlink(missing_ok=True)
        if content is not None:
            keys.write_bytes(content)
        for command in (("verify", tampered.server.data),
                        ("serve", "--data", tampered.server.data, "--port", "0")):
            done = run(*command)
            assert done.returncode == 2 and "heed.keys" in done.stderr
        assert keys.exists() == (content is not None)


@pytest.mark.parametrize("name", ["a-body-is-edited", "two-change-places",
                                  "an-older-header-is-put-in", "a-leaf-is-edited"])
def test_a_running_server_says_that_the_record_does_not_hold_and_adds_nothing_when(tampered, name):
    case = next(case for case in CASES if case.name == name)
    sql(tampered.server.data, case.statement.format(log=tampered.log, size=tampered.size))
    with tampered.server:
        for reply in (tampered.member.get(tampered.river.path),
                      tampered.river.ask("On top of what was changed")):
            assert reply.status == 500 and reply.title == "The record does not hold"
        assert tampered.member.get(tampered.harbour.path).status == 200
    assert sql(tampered.server.data,
               f"SELECT size FROM log WHERE id = {tampered.log}") == str(tampered.size)


def test_a_running_server_notices_a_row_that_is_missing_in_the_middle(tampered):
    sql(tampered.server.data, f"DELETE FROM entry WHERE log = {tampered.log} AND idx = 4;")
    with tampered.server:
        reply = tampered.member.get(tampered.river.path)
        assert reply.status == 500 and reply.title == "The record does not hold"
        assert tampered.river.ask("On top of a gap").saved is None


def test_a_changed_leaf_is_never_signed_on_top_of(tampered):
    lock = "SELECT CAST(leaf AS TEXT) FROM entry WHERE log = {log} AND idx = {index}"
    lines = [sql(tampered.server.data, lock.format(log=tampered.log, index=index)).split("\n")
             for index in (3, 4)]
    changed = "\n".join([*lines[0][:3], lines[1][3], ""])
    sql(tampered.server.data,
        f"UPDATE entry SET leaf = CAST('{changed}' AS BLOB) WHERE log = {tampered.log} "
        "AND idx = 3;")
    assert flaw(tampered) == (None, "rootDiffers")
    if refused(tampered) is None:
        with tampered.server:
            assert tampered.river.ask("On top of a changed leaf").saved is None
    assert verify(tampered.server.data)[0] == 1


def test_an_entry_put_in_behind_the_last_is_not_signed_at_the_next_start(tampered):
    case = next(case for case in CASES if case.name == "a-copy-is-added-at-the-end")
    sql(tampered.server.data,
        case.statement.format(log=tampered.log, size=tampered.size)
        + f"UPDATE log SET size = size + 1 WHERE id = {tampered.log};")
    assert verify(tampered.server.data)[0] == 1
    refused(tampered)
    lines = (tampered.server.data / "heed.checkpoints").read_text().splitlines()
    sizes = [line.split("|")[1] for line in lines if line.startswith(tampered.origin)]
    assert sizes == [str(tampered.size)]


def test_verify_finds_what_serve_refuses_to_start_for(tampered):
    sql(tampered.server.data, f"UPDATE log SET root = randomblob(32) WHERE id = {tampered.log};")
    assert refused(tampered)
    assert verify(tampered.server.data)[0] == 1


# ---------------------------------------------------------------------------- what is no record


def nothing(path: pathlib.Path) -> None:
    pass


def empty_directory(path: pathlib.Path) -> None:
    path.mkdir()


def empty_file(path: pathlib.Path) -> None:
    path.write_bytes(b"")


def random_bytes(path: pathlib.Path) -> None:
    path.write_bytes(os.urandom(100_000))


def random_database(path: pathlib.Path) -> None:
    path.mkdir()
    (path / "heed.sqlite").write_bytes(os.urandom(100_000))


def other_database(path: pathlib.Path) -> None:
    path.mkdir()
    subprocess.run(["sqlite3", str(path / "heed.sqlite"), "CREATE TABLE t (x);"], check=True)


def long_line(path: pathlib.Path) -> None:
    path.write_bytes(b'{"index":' + b"1" * 10_000_000 + b"}\n")


def deep_json(path: pathlib.Path) -> None:
    path.write_bytes(b"[" * 100_000 + b"]" * 100_000 + b"\n")


def other_json(path: pathlib.Path) -> None:
    path.write_bytes(b'{"format":"heed-record/v1"}\n')


@pytest.mark.parametrize("make", [
    nothing, empty_directory, empty_file, random_bytes, random_database, other_database, long_line,
    deep_json, other_json], ids=lambda make: make.__name__.replace("_", "-"))
def test_what_is_no_record_is_called_unreadable(tmp_path, make):
    path = tmp_path / "thing"
    make(path)
    for form in ("text", "json"):
        done = run("verify", path, "--format", form)
        assert done.returncode == 2, (done.returncode, done.stderr[-300:])
        assert done.stderr.startswith("heed: ") and done.stderr.count("\n") == 1
        assert done.stdout == ""


def test_a_database_cut_in_half_is_unreadable_or_unsound_and_never_a_crash(tampered):
    file = tampered.server.data / "heed.sqlite"
    whole = file.read_bytes()
    for share in (0.9, 0.5, 0.1, 0.01):
        file.write_bytes(whole[:int(len(whole) * share)])
        done = run("verify", tampered.server.data)
        assert done.returncode in (1, 2), (share, done.returncode, done.stderr[-300:])


def test_flipped_bytes_anywhere_in_the_database_are_never_a_crash(tampered):
    file = tampered.server.data / "heed.sqlite"
    whole = file.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 24)):
        spoilt = bytearray(whole)
        for offset in range(place, min(place + 16, len(whole))):
            spoilt[offset] ^= 0xFF
        file.write_bytes(spoilt)
        done = run("verify", tampered.server.data)
        assert done.returncode in (0, 1, 2), (place, done.returncode, done.stderr[-300:])


# ---------------------------------------------------------------------------- files taken home


@pytest.fixture(scope="module")
def exported(written, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported") / "records"
    done = run("export", "--data", written.server.data, "--to", folder)
    assert done.returncode == 0, done.stderr
    return folder / f"{written.origin.rsplit('/', 1)[1]}.heed"


def edit(number: int, **changes):
    def apply(lines: list[str]) -> list[str]:
        entry = json.loads(lines[number + 1])
        for name, change in changes.items():
            entry[name] = change(entry[name])
            if entry[name] is None:
                del entry[name]
        return [*lines[:number + 1], json.dumps(entry), *lines[number + 2:]]
    return apply


def head(**changes):
    def apply(lines: list[str]) -> list[str]:
        first = json.loads(lines[0])
        for name, change in changes.items():
            first[name] = change(first[name])
        return [json.dumps(first), *lines[1:]]
    return apply


FILE_CASES = {
    "the-words-are-edited": (edit(5, body=lambda text: text + " not"), (5, "changed")),
    "the-day-is-edited": (edit(5, header=lambda text: text.replace("day 20", "day 19")),
                          (5, "changed")),
    "a-nonce-is-edited": (edit(5, bodyNonce=lambda text: "A" * 43 + "="), (5, "changed")),
    "a-leaf-is-edited": (edit(5, leaf=lambda text: "B" + text[1:]), (5, "changed")),
    "a-line-is-deleted": (lambda lines: lines[:4] + lines[5:], (3, "gone")),
    "the-last-line-is-deleted": (lambda lines: lines[:-1], ("size-1", "shorter")),
    "two-lines-change-places": (
        lambda lines: [*lines[:4], lines[5], lines[4], *lines[6:]], (3, "gone")),
    "a-line-is-there-twice": (lambda lines: [*lines[:5], lines[4], *lines[5:]], (4, "gone")),
    "the-checkpoint-is-edited": (
        head(checkpoint=lambda text: text.replace("\n", "\n1", 1)), (None, "notSigned")),
    "the-signature-is-edited": (
        head(checkpoint=lambda text: text[:-12] + "AAAAAAAA" + text[-4:]), (None, "notSigned")),
}


@pytest.mark.parametrize("name", FILE_CASES)
def test_verify_names_the_first_line_of_a_file_that_does_not_fit_when(
        exported, written, tmp_path, name):
    change, expected = FILE_CASES[name]
    lines = exported.read_text().splitlines()
    file = tmp_path / "record.heed"
    file.write_text("\n".join(change(lines)) + "\n")
    code, (log,) = verify(file)
    found = log.get("flaw") or {}
    assert code == 1
    place = written.size - 1 if expected[0] == "size-1" else expected[0]
    assert (found.get("index"), found["kind"]) == (place, expected[1])


def test_an_entry_that_somebody_wrote_into_a_file_is_not_called_sound(exported, tmp_path):
    lines = exported.read_text().splitlines()
    last = json.loads(lines[-1])
    nonce = os.urandom(32)
    body = last["body"].replace("Later ask 3", "We take everything back")
    assert body != last["body"]

    def commitment(part: str, text: str) -> str:
        message = f"heed-commit/v1 {part}\n{text}".encode()
        return base64.b64encode(hmac.digest(nonce, message, "sha256")).decode()

    leaf = "\n".join(["heed-leaf/v1", commitment("header", last["header"]),
                      commitment("body", body), base64.b64encode(nonce).decode(), ""])
    forged = {
        "index": last["index"] + 1, "leaf": base64.b64encode(leaf.encode()).decode(),
        "header": last["header"], "headerNonce": base64.b64encode(nonce).decode(),
        "body": body, "bodyNonce": base64.b64encode(nonce).decode()}
    file = tmp_path / "record.heed"
    file.write_text("\n".join([*lines, json.dumps(forged)]) + "\n")
    code, (log,) = verify(file)
    assert log["opened"] == last["index"] + 2, "the forged entry opens like any other"
    assert code == 1


def test_an_untouched_file_is_sound_and_so_is_the_one_a_person_takes_home(
        exported, written, tmp_path):
    assert verify(exported)[0] == 0
    assert verify(exported.parent)[0] == 0
    house = written.copy(tmp_path / "data")
    with house.server:
        text = house.member.get(f"{house.river.path}/record/file").body
    (tmp_path / "home.heed").write_bytes(text)
    assert verify(tmp_path / "home.heed")[0] == 0
    assert text == exported.read_bytes()


@pytest.mark.parametrize("spoil", [
    lambda text: text + b"{}\n", lambda text: text + b"nonsense\n",
    lambda text: text + b'{"index":-1,"leaf":""}\n', lambda text: text + b"\xff\xfe\n",
    lambda text: text.replace(b"\n", b"\r\n") + b"\0\n", lambda text: b"\n" + text,
    lambda text: text + b'{"index":' + b"9" * 400 + b',"leaf":""}\n',
    lambda text: text + b"[" * 100_000 + b"\n", lambda text: text + b"x" * 10_000_000 + b"\n",
], ids=["an-empty-object", "no-json", "a-negative-index", "bad-utf-8", "a-nul", "an-empty-first",
        "a-huge-index", "deep-nesting", "ten-megabytes"])
def test_a_file_with_a_line_that_is_none_is_unreadable(exported, tmp_path, spoil):
    file = tmp_path / "record.heed"
    file.write_bytes(spoil(exported.read_bytes()))
    done = run("verify", file)
    assert done.returncode == 2, (done.returncode, done.stdout[-200:], done.stderr[-200:])
    assert done.stderr.startswith("heed: Line ")
