"""People who write at once, and remember exactly what they were told was saved."""

from __future__ import annotations

import http.client
import threading
from dataclasses import dataclass, field

from heed_client import House, Partnership, Record, Visitor, new_id, saved


@dataclass
class Memory:
    """What was sent, and what was answered as saved: words by partnership and index."""

    sent: set[str] = field(default_factory=set)
    saved: dict[tuple[str, int], str] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, records: dict[str, Record], before: dict[str, int]) -> None:
        """All that was answered as saved is there, once; nothing is there that nobody sent."""
        assert not self.strange, self.strange[:3]
        words = {
            (id, entry["index"]): entry.get("body", "")
            for id, record in records.items() for entry in record.entries}
        lost = [(place, said) for place, said in self.saved.items()
                if said not in words.get(place, "")]
        assert not lost, f"{len(lost)} saved entries are lost: {lost[:3]}"
        found = [next((said for said in self.sent if said in text), None)
                 for (id, index), text in words.items() if index >= before[id]]
        assert None not in found, "an entry is there that nobody sent"
        assert len(found) == len(set(found)), "an entry is there twice"


class Writer(threading.Thread):
    """Writes one kind of entry, again and again, until the server is gone or it is told to stop."""

    def __init__(
        self, kind: str, partnership: Partnership, person: Visitor, word: str, memory: Memory,
        most: int = 10**9,
    ):
        super().__init__(daemon=True)
        self.kind, self.partnership, self.word = kind, partnership, word
        self.person = person.twin()
        self.person.timeout = 60
        self.memory = memory
        self.most = most
        self.stopping = threading.Event()

    def run(self) -> None:
        for _ in range(self.most):
            words = f"{self.kind} {new_id()}"
            with self.memory.lock:
                self.memory.sent.add(words)
            try:
                reply = self._write(words)
            except (http.client.HTTPException, OSError):
                return
            with self.memory.lock:
                if reply.saved is not None:
                    self.memory.saved[self.partnership.id, reply.saved] = words
                else:
                    self.memory.strange.append(f"{reply.status} {reply.title}")
            if self.stopping.is_set():
                return

    def _write(self, words: str):
        match self.kind:
            case "ask":
                return self.partnership.ask(words, by=self.person)
            case "tell":
                return self.partnership.tell(self.person, self.word, words)
            case _:
                return self.partnership.report(self.person, self.word, words)


def crowd(house: House, count: int, memory: Memory, most: int = 10**9) -> list[Writer]:
    """Writers of every kind, half of them in each of two partnerships."""
    writers = []
    for partnership in (house.river, house.harbour):
        told, reported = new_id(), new_id()
        for word in (told, reported):
            saved(partnership.give_word(house.member, f"Word {word}", id=word))
        for number in range(count // 2):
            kind = ("ask", "tell", "report")[number % 3]
            person = partnership.liaison if kind == "ask" else house.member
            word = reported if kind == "report" else told
            writers.append(Writer(kind, partnership, person, word, memory, most))
    return writers


def sizes(house: House) -> dict[str, int]:
    return {p.id: len(p.record()) for p in (house.river, house.harbour)}


def records(house: House) -> dict[str, Record]:
    return {p.id: p.record() for p in (house.river, house.harbour)}
