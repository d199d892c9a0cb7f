import Foundation
import GRDB
import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("A notary")
struct NotaryTests {
  private static let origin = "heed.test/record/one"

  private static func head(_ size: Int, _ root: String = "root") -> LogHead {
    LogHead(origin: origin, size: size, root: .leaf(Array("\(root) \(size)".utf8)))
  }

  /// A notary of its own, its keys, and the file it remembers by.
  private struct Desk {
    let directory: TemporaryDirectory
    let keys = Keys()
    var path: String { directory.path + "/heed.checkpoints" }

    init() throws { directory = try TemporaryDirectory() }

    func notary() throws -> Notary { try Notary(keys: keys, file: CheckpointFile(path: path)) }
  }

  @Test("signs a head so that everybody can check it, and the same head by the same note")
  func sign() async throws {
    let desk = try Desk()
    let notary = try desk.notary()
    let note = try await notary.sign(Self.head(3))
    let key = try desk.keys.signer(for: Self.origin).key
    #expect(note.check(with: [key]) == .signed(by: [Self.origin]))
    #expect(
      try Checkpoint(body: note.text)
        == Checkpoint(origin: Self.origin, size: 3, root: Self.head(3).root))
    #expect(try await notary.sign(Self.head(3)) == note)
    #expect(await notary.latest(of: Self.origin)?.note == note)
  }

  @Test("never signs two roots at one size, also after a restart")
  func twoRoots() async throws {
    let desk = try Desk()
    let notary = try desk.notary()
    let note = try await notary.sign(Self.head(3))
    for notary in [notary, try desk.notary()] {
      await #expect(throws: Fault.recordChanged(origin: Self.origin, size: 3)) {
        try await notary.sign(Self.head(3, "other root"))
      }
      #expect(await notary.latest(of: Self.origin)?.note == note)
    }
  }

  @Test("never signs a smaller size after a larger one, also after a restart")
  func smaller() async throws {
    let desk = try Desk()
    let notary = try desk.notary()
    let note = try await notary.sign(Self.head(3))
    for notary in [notary, try desk.notary()] {
      #expect(try await notary.sign(Self.head(2)) == note)
    }
    let lines = try String(contentsOfFile: desk.path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1)
  }

  @Test("remembers the last checkpoint of each log, in one line each after a restart")
  func remembers() async throws {
    let desk = try Desk()
    let notary = try desk.notary()
    let other = LogHead(origin: "heed.test/record/two", size: 1, root: .empty)
    for size in 1...5 { try await notary.sign(Self.head(size)) }
    try await notary.sign(other)
    try await notary.sync()
    let again = try desk.notary()
    #expect(await again.latest(of: Self.origin)?.head == Self.head(5))
    #expect(await again.latest(of: other.origin)?.head == other)
    let lines = try String(contentsOfFile: desk.path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
  }

  @Test("forgets a last line that a crash has cut off, wherever it was cut")
  func torn() async throws {
    let desk = try Desk()
    let notary = try desk.notary()
    let first = try await notary.sign(Self.head(1))
    let whole = try #require(FileManager.default.contents(atPath: desk.path)).count
    try await notary.sign(Self.head(2))
    let both = try #require(FileManager.default.contents(atPath: desk.path))
    for length in whole..<both.count {
      try both.prefix(length).write(to: URL(fileURLWithPath: desk.path))
      let known = try await desk.notary().latest(of: Self.origin)
      #expect(known?.note == first, "cut after \(length) of \(both.count) bytes")
    }
  }
}

@Suite("Before anything is served, the notary finds")
struct NotaryCheckTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: [String]
    var fault: Fault?
  }

  private static let log = "(SELECT id FROM log WHERE origin = '\(Town.log.origin)')"

  /// The partnership's log has five entries, all signed.
  static let table = [
    Damage(testDescription: "nothing wrong with what is as it was signed", sql: [], fault: nil),
    Damage(
      testDescription: "that the last entry was removed",
      sql: ["DELETE FROM entry WHERE log = \(log) AND idx = 4"],
      fault: .recordShrank(origin: Town.log.origin, signed: 5, stored: 4)),
    Damage(
      testDescription: "that a log was set back",
      sql: [
        "DELETE FROM entry WHERE log = \(log) AND idx = 4",
        "UPDATE log SET size = 4 WHERE id = \(log)",
      ],
      fault: .recordShrank(origin: Town.log.origin, signed: 5, stored: 4)),
    Damage(
      testDescription: "that an entry was slipped in",
      sql: [
        "INSERT INTO entry SELECT log, 5, leaf, header, body FROM entry "
          + "WHERE log = \(log) AND idx = 4"
      ],
      fault: .recordChanged(origin: Town.log.origin, size: 5)),
    Damage(
      testDescription: "that the root is another one",
      sql: ["UPDATE log SET root = zeroblob(32) WHERE id = \(log)"],
      fault: .recordChanged(origin: Town.log.origin, size: 5)),
    Damage(
      testDescription: "that an entry was changed before others were added",
      sql: [
        "UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE log = \(log) AND idx = 0) "
          + "WHERE log = \(log) AND idx = 2",
        "INSERT INTO entry SELECT log, 5, leaf, header, body FROM entry "
          + "WHERE log = \(log) AND idx = 4",
        "UPDATE log SET size = 6 WHERE id = \(log)",
      ],
      fault: .recordChanged(origin: Town.log.origin, size: 5)),
    Damage(
      testDescription: "that a log is lost",
      sql: [
        "DELETE FROM entry WHERE log = \(log)",
        "DELETE FROM log WHERE origin = '\(Town.log.origin)'",
      ],
      fault: .recordShrank(origin: Town.log.origin, signed: 5, stored: 0)),
  ]

  @Test(arguments: table)
  func finds(_ damage: Damage) async throws {
    let town = try await Town.promised()
    let database = try DatabaseQueue(path: town.data.database)
    try await database.write { db in for sql in damage.sql { try db.execute(sql: sql) } }
    var found: Fault?
    do { try await town.house.notary.check(town.data.store()) } catch let fault as Fault {
      found = fault
    }
    #expect(found == damage.fault)
  }

  @Test("nothing wrong with what was stored and not yet signed, and signs it then")
  func crash() async throws {
    let town = try await Town.promised()
    let prepared = try await town.heed.clerk.prepare(
      .relationship(.pause), on: Town.log, for: .amara)
    let head = try #require(
      try await town.store.commit(Change(appends: [prepared.append])).first?.after)
    let notary = town.house.notary
    #expect(await notary.latest(of: Town.log.origin)?.head.size == 5)
    let store = try town.data.store()
    try await notary.check(store)
    try await notary.signAll(store)
    #expect(await notary.latest(of: Town.log.origin)?.head == head)
    try await notary.check(store)
  }
}
