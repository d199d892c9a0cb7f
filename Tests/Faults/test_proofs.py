"""Receipts, checkpoints and tiles hold by the published rules, without trusting anything of Heed."""

from __future__ import annotations

import base64
import concurrent.futures

import pytest

pytest.importorskip("cryptography")

import tlog  # noqa: E402
from heed_client import Visitor, saved  # noqa: E402


@pytest.fixture(scope="module")
def grown(built_house, tmp_path_factory):
    """A house with a record of more than one full tile."""
    house = built_house.copy(tmp_path_factory.mktemp("grown") / "data")
    with house.server:
        while (saved(house.river.ask("One of many")) or 0) < 260:
            pass
        house.log = house.river.record().log
        yield house


def key_of(house) -> tlog.Key:
    return tlog.Key.parse(anybody(house).get(f"/record/{house.log}/key").text)


def anybody(house) -> Visitor:
    return house.server.visitor()


def receipt(house, index: int) -> str:
    reply = house.member.get(f"{house.river.path}/record/{index}/receipt")
    assert reply.status == 200
    assert reply.headers["Content-Disposition"] == (
        f'attachment; filename="receipt-{index}.tlog-proof"')
    assert reply.headers["Content-Security-Policy"] == "sandbox"
    return reply.text


def test_the_tree_hashes_are_the_published_ones():
    leaves = [bytes.fromhex(text) for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f")]
    heads = "6e340b9c fac54203 aeb6bcfe d37ee418 4e3bbb1f 76e67dad ddb89be4 5dc9da79".split()
    for size, head in enumerate(heads, 1):
        hashes = [tlog.leaf_hash(leaf) for leaf in leaves[:size]]
        assert tlog.root(hashes).hex().startswith(head)


def test_every_receipt_leads_to_the_signed_root(grown):
    key = key_of(grown)
    record = grown.river.record()
    for index in (0, 1, 2, 5, 127, 128, 254, 255, 256, 257, len(record) - 1):
        number, leaf, checkpoint = tlog.check_receipt(receipt(grown, index), key)
        assert number == index
        assert leaf == base64.b64decode(record.entries[index]["leaf"]) and len(leaf) == 148
        assert checkpoint.origin == record.origin == key.name
        assert checkpoint.size == len(record)


def test_a_spoilt_receipt_does_not(grown):
    key = key_of(grown)
    text = receipt(grown, 200)
    lines = text.split("\n")
    spoilt = [
        text.replace("index 200", "index 201"),
        "\n".join([*lines[:3], lines[4], lines[3], *lines[5:]]),
        "\n".join([*lines[:3], *lines[4:]]),
        "\n".join([lines[0], "extra " + base64.b64encode(bytes(148)).decode(), *lines[2:]]),
        text.replace(f"\n{len(grown.river.record())}\n", "\n999\n"),
        receipt(grown, 201).split("\n\n")[0] + "\n\n" + "\n".join(lines[lines.index("") + 1:])
        .replace("heed.local", "heed.loca1"),
    ]
    for other in spoilt:
        assert other != text
        with pytest.raises(tlog.Unsound):
            tlog.check_receipt(other, key)


def test_tiles_alone_rebuild_the_signed_root(grown):
    reader = anybody(grown)
    key = key_of(grown)
    checkpoint = tlog.Checkpoint.open(reader.get(f"/record/{grown.log}/checkpoint").text, key)
    leaves, hashes = [], []
    for number, width in tlog.tiles(checkpoint.size):
        entries = reader.get(f"/record/{grown.log}/{tlog.tile_name('entries', number, width)}")
        level_0 = reader.get(f"/record/{grown.log}/{tlog.tile_name(0, number, width)}")
        assert entries.status == level_0.status == 200
        found = tlog.read_entries(entries.body)
        assert len(found) == width and len(level_0.body) == 32 * width
        leaves += found
        hashes += [level_0.body[start:start + 32] for start in range(0, 32 * width, 32)]
    assert [tlog.leaf_hash(leaf) for leaf in leaves] == hashes
    assert tlog.root(hashes) == checkpoint.root
    (above,) = [reader.get(f"/record/{grown.log}/{tlog.tile_name(1, 0, 1)}").body]
    assert above == tlog.root(hashes[:256])


def test_leaves_are_all_alike_and_say_nothing(grown):
    reader = anybody(grown)
    tile = reader.get(f"/record/{grown.log}/tile/entries/000").body
    for leaf in tlog.read_entries(tile):
        assert len(leaf) == 148 and leaf.startswith(b"heed-leaf/v1\n")
    for word in (b"One of many", b"Amara", b"chairs", grown.river.id.encode()):
        assert word not in tile


def test_tiles_that_are_not_there_or_misspelt_are_not_found(grown):
    reader = anybody(grown)
    size = len(grown.river.record())
    for path in ("0/001", "entries/001", f"0/001.p/{size - 256 + 1}", "0/002.p/1", "1/001.p/1",
                 "8/000", "64/000", "0/0", "0/x000/001.p/1", "-1/000", "00/000", "0/000.p/0",
                 "0/000.p/256", "0/000.p/01", "entries/../../key", "0/%30%30%30x",
                 "0/999999999999999999999", "0/" + "x999/" * 30 + "999", ""):
        reply = reader.get(f"/record/{grown.log}/tile/{path}")
        assert reply.status == 404, path
    assert reader.get("/record/0123456789/checkpoint").status == 404
    assert reader.get("/record/0123456789/key").status == 404
    assert reader.get(f"/record/{grown.river.id}/checkpoint").status == 404


def test_checkpoints_taken_while_the_log_grows_never_contradict_each_other(grown):
    """Each smaller one is the root of the first entries of the last one: nothing was rewritten."""
    key = key_of(grown)
    notes = []

    def watch() -> None:
        reader = anybody(grown)
        for _ in range(30):
            notes.append(reader.get(f"/record/{grown.log}/checkpoint").text)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        watching = [pool.submit(watch) for _ in range(2)]
        for number in range(20):
            saved(grown.river.ask(f"While somebody watches {number}"))
        for each in watching:
            each.result()
    reader = anybody(grown)
    size = len(grown.river.record())
    hashes = []
    for number, width in tlog.tiles(size):
        body = reader.get(f"/record/{grown.log}/{tlog.tile_name(0, number, width)}").body
        hashes += [body[start:start + 32] for start in range(0, len(body), 32)]
    seen = {tlog.Checkpoint.open(note, key).size: tlog.Checkpoint.open(note, key).root
            for note in notes}
    assert len(seen) > 1
    for size, top in seen.items():
        assert tlog.root(hashes[:size]) == top
