import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("A receipt")
struct ReceiptTests {
  @Test("of each entry is sound under the log's key, and still is when the log has grown")
  func sound() async throws {
    let town = try await Town.promised()
    let key = try town.heed.verifierKey(of: Town.log.origin)
    var early: [Receipt] = []
    for index in 0..<5 {
      let receipt = try #require(try await town.heed.receipt(of: index, in: Town.log.origin))
      guard case .sound(let checkpoint) = receipt.check(with: key) else {
        Issue.record("entry \(index): \(receipt.check(with: key))")
        continue
      }
      #expect(checkpoint.size == 5)
      #expect(receipt.index == index)
      let entry = try await town.store.entries(of: Town.log.origin, from: index, limit: 1).first
      #expect(receipt.leaf.bytes == entry?.leaf)
      #expect(try Receipt(Array(receipt.description.utf8)) == receipt)
      early.append(receipt)
    }
    try await town.say(.relationship(.pause), .amara)
    for receipt in early {
      guard case .sound = receipt.check(with: key) else {
        Issue.record("\(receipt.index) no longer sound")
        continue
      }
    }
  }

  @Test("is none under the key of another log")
  func otherKey() async throws {
    let town = try await Town.promised()
    let receipt = try #require(try await town.heed.receipt(of: 0, in: Town.log.origin))
    let key = try town.heed.verifierKey(of: Town.circleLog.origin)
    #expect(receipt.check(with: key) == .notACheckpoint)
  }

  @Test("is not given for an entry that is not there", arguments: [5, 6, 300, -1, Int.max])
  func noEntry(_ index: Int) async throws {
    let town = try await Town.promised()
    #expect(try await town.heed.receipt(of: index, in: Town.log.origin) == nil)
    #expect(try await town.heed.receipt(of: 0, in: "heed.test/record/nowhere") == nil)
  }

  @Test("hangs on a checkpoint that mirrors can read")
  func checkpoint() async throws {
    let town = try await Town.promised()
    let note = try #require(try await town.heed.checkpoint(of: Town.log.origin))
    let key = try town.heed.verifierKey(of: Town.log.origin)
    #expect(note.check(with: [key]) == .signed(by: [Town.log.origin]))
    #expect(try Checkpoint(body: note.text).size == 5)
    #expect(try await town.heed.checkpoint(of: "heed.test/record/nowhere") == nil)
  }
}

@Suite("A tile of a log")
struct TileTests {
  /// A log of 600 entries that say nothing of anybody.
  private func town() async throws -> (Town, [SealedEntry]) {
    let town = try await Town.empty()
    let sealer = town.heed.keys.sealer(for: Town.log.origin)
    let entries = try (0..<600).map { try sealer.seal(header: "h", body: "b", at: $0) }
    let heads = try await town.store.commit(
      Change(appends: [Append(to: Town.log.origin, expecting: 0, entries: entries)]))
    for growth in heads { try await town.house.notary.sign(growth.after) }
    return (town, entries)
  }

  @Test("holds leaves, hashes of leaves, and roots of full tiles")
  func tiles() async throws {
    let (town, entries) = try await self.town()
    func tile(_ path: String) async throws -> [UInt8]? {
      try await town.heed.tile(try #require(TilePath(path)), of: Town.log.origin)
    }
    let hashes = entries.map(\.leaf.hash)
    #expect(try await tile("tile/0/001") == hashes[256..<512].flatMap(\.bytes))
    #expect(try await tile("tile/0/002.p/88") == hashes[512..<600].flatMap(\.bytes))
    #expect(try await tile("tile/0/002.p/5") == hashes[512..<517].flatMap(\.bytes))
    #expect(
      try await tile("tile/1/000.p/2")
        == TreeView.root(of: hashes[0..<256]).bytes + TreeView.root(of: hashes[256..<512]).bytes)
    #expect(
      try await tile("tile/entries/002.p/2")
        == [0, 148] + entries[512].leaf.bytes + [0, 148] + entries[513].leaf.bytes)
  }

  @Test(
    "is none beyond what the log holds",
    arguments: [
      "tile/0/002", "tile/0/002.p/89", "tile/0/003", "tile/1/000", "tile/1/000.p/3", "tile/2/000",
      "tile/7/000", "tile/63/000", "tile/entries/002", "tile/entries/002.p/89", "tile/entries/009",
      "tile/0/x999/x999/x999/999", "tile/1/x999/x999/x999/999", "tile/2/x999/x999/x999/999",
      "tile/6/x999/x999/x999/999.p/1", "tile/entries/x999/x999/x999/999",
    ])
  func beyond(_ path: String) async throws {
    let (town, _) = try await self.town()
    guard let path = TilePath(path) else { return }
    #expect(try await town.heed.tile(path, of: Town.log.origin) == nil)
  }
}
