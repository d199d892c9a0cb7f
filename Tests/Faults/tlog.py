"""Checks logs, receipts and tiles by the published rules alone, without anything of Heed.

RFC 6962 trees; C2SP signed-note, tlog-checkpoint, tlog-proof and tlog-tiles.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Unsound(Exception):
    """What was given is not what was signed."""


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def root(hashes: list[bytes]) -> bytes:
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node_hash(root(hashes[:split]), root(hashes[split:]))


def root_by_path(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that an inclusion proof leads to (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        raise Unsound("the index lies outside the tree")
    position, last, found = index, size - 1, leaf_hash(leaf)
    for sibling in path:
        if last == 0:
            raise Unsound("the path is too long")
        if position % 2 == 1 or position == last:
            found = node_hash(sibling, found)
            while position % 2 == 0 and position:
                position >>= 1
                last >>= 1
        else:
            found = node_hash(found, sibling)
        position >>= 1
        last >>= 1
    if last != 0:
        raise Unsound("the path is too short")
    return found


@dataclass
class Key:
    name: str
    id: bytes
    public: bytes

    @classmethod
    def parse(cls, text: str) -> "Key":
        name, id, key = text.strip().rsplit("+", 2) if text.count("+") == 2 \
            else text.strip().split("+", 2)
        data = base64.b64decode(key, validate=True)
        if data[:1] != b"\1" or len(data) != 33:
            raise Unsound("not an Ed25519 key")
        found = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
        if found.hex() != id:
            raise Unsound("the key's id is not its own")
        return cls(name, found, data[1:])


@dataclass
class Checkpoint:
    origin: str
    size: int
    root: bytes

    @classmethod
    def open(cls, note: str, key: Key) -> "Checkpoint":
        """Reads a signed note that carries the signature of a key."""
        body, _, signatures = note.rpartition("\n\n")
        body += "\n"
        for line in signatures.splitlines():
            dash, name, data = line.split(" ")
            raw = base64.b64decode(data, validate=True)
            if dash == "—" and name == key.name and raw[:4] == key.id:
                try:
                    Ed25519PublicKey.from_public_bytes(key.public).verify(raw[4:], body.encode())
                except InvalidSignature:
                    raise Unsound("the signature is forged") from None
                break
        else:
            raise Unsound("not signed by the log")
        origin, size, top = body.splitlines()
        if str(int(size)) != size:
            raise Unsound("the size is not written plainly")
        return cls(origin, int(size), base64.b64decode(top, validate=True))


def check_receipt(text: str, key: Key) -> tuple[int, bytes, Checkpoint]:
    """Checks a receipt; gives the index and the leaf that it proves."""
    head, _, note = text.partition("\n\n")
    first, extra, index, *path = head.splitlines()
    if first != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra "):
        raise Unsound("not a receipt")
    leaf = base64.b64decode(extra.removeprefix("extra "), validate=True)
    number = int(index.removeprefix("index "))
    checkpoint = Checkpoint.open(note, key)
    hashes = [base64.b64decode(line, validate=True) for line in path]
    if root_by_path(leaf, number, checkpoint.size, hashes) != checkpoint.root:
        raise Unsound("the path does not lead to the signed root")
    return number, leaf, checkpoint


def tile_name(level: int | str, number: int, width: int) -> str:
    digits = f"{number % 1000:03d}"
    while number >= 1000:
        number //= 1000
        digits = f"x{number % 1000:03d}/{digits}"
    return f"tile/{level}/{digits}" + (f".p/{width}" if width < 256 else "")


def tiles(size: int) -> list[tuple[int, int]]:
    """Number and width of every lowest tile of a tree."""
    return [(number, min(256, size - number * 256)) for number in range((size + 255) // 256)]


def read_entries(tile: bytes) -> list[bytes]:
    leaves = []
    while tile:
        length = int.from_bytes(tile[:2], "big")
        leaves.append(tile[2:2 + length])
        tile = tile[2 + length:]
    return leaves
