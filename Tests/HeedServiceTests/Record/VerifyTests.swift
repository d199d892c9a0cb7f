import Foundation
import GRDB
import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("Checking a data directory")
struct VerifyDirectoryTests {
  struct Tampered: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: [String]
    var flaw: Verdict.Flaw?
    var missing: [Int] = []
  }

  private static let log = "(SELECT id FROM log WHERE origin = '\(Town.log.origin)')"
  private static func at(_ index: Int) -> String { "log = \(log) AND idx = \(index)" }
  private static func flip(_ column: String, in table: String = "entry", at index: Int) -> String {
    // The last byte of the column, another one.
    "UPDATE \(table) SET \(column) = CAST(substr(\(column), 1, length(\(column)) - 1) || "
      + "iif(substr(\(column), -1) = x'00', x'01', x'00') AS BLOB) WHERE \(at(index))"
  }

  private static func swap(_ table: String, _ one: Int, _ other: Int) -> [String] {
    [
      "UPDATE \(table) SET idx = 99 WHERE \(at(one))",
      "UPDATE \(table) SET idx = \(one) WHERE \(at(other))",
      "UPDATE \(table) SET idx = \(other) WHERE \(at(99))",
    ]
  }

  /// The partnership's log has five entries, all signed.
  static let table = [
    Tampered(testDescription: "finds nothing wrong with a sound one", sql: []),
    Tampered(
      testDescription: "finds words that were changed", sql: [flip("body", at: 2)],
      flaw: .init(index: 2, kind: .changed)),
    Tampered(
      testDescription: "finds a header that was changed", sql: [flip("header", at: 4)],
      flaw: .init(index: 4, kind: .changed)),
    Tampered(
      testDescription: "finds a key that was changed",
      sql: [flip("body", in: "entry_key", at: 0)], flaw: .init(index: 0, kind: .changed)),
    Tampered(
      testDescription: "finds the leaf of another entry",
      sql: ["UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE \(at(3))) WHERE \(at(1))"],
      flaw: .init(index: 1, kind: .changed)),
    Tampered(
      testDescription: "finds a leaf that is none",
      sql: ["UPDATE entry SET leaf = zeroblob(148) WHERE \(at(3))"],
      flaw: .init(index: 3, kind: .changed)),
    Tampered(
      testDescription: "finds an entry that was removed",
      sql: ["DELETE FROM entry WHERE \(at(2))"], flaw: .init(index: 2, kind: .gone)),
    Tampered(
      testDescription: "finds that the first entry was removed",
      sql: ["DELETE FROM entry WHERE \(at(0))"], flaw: .init(index: 0, kind: .gone)),
    Tampered(
      testDescription: "finds that the last entry was removed",
      sql: ["DELETE FROM entry WHERE \(at(4))"], flaw: .init(index: 4, kind: .gone)),
    Tampered(
      testDescription: "finds that a log was set back",
      sql: ["DELETE FROM entry WHERE \(at(4))", "UPDATE log SET size = 4 WHERE id = \(log)"],
      flaw: .init(index: 4, kind: .shorter)),
    Tampered(
      testDescription: "finds two entries that changed places",
      sql: swap("entry", 1, 3) + swap("entry_key", 1, 3), flaw: .init(index: 1, kind: .changed)),
    Tampered(
      testDescription: "finds an entry that was slipped in at the end",
      sql: ["INSERT INTO entry SELECT log, 5, leaf, header, body FROM entry WHERE \(at(4))"],
      flaw: .init(index: 5, kind: .added), missing: [5]),
    Tampered(
      testDescription: "finds an entry that was slipped in in the middle",
      sql: [
        "UPDATE entry SET idx = 6 WHERE \(at(4))", "UPDATE entry_key SET idx = 6 WHERE \(at(4))",
        "INSERT INTO entry SELECT log, 4, leaf, header, body FROM entry WHERE \(at(3))",
        "UPDATE entry SET idx = 5 WHERE \(at(6))", "UPDATE entry_key SET idx = 5 WHERE \(at(6))",
        "UPDATE log SET size = 6 WHERE id = \(log)",
      ], flaw: .init(index: 5, kind: .changed), missing: [4]),
    Tampered(
      testDescription: "names each entry whose keys are gone, and finds nothing else wrong",
      sql: ["DELETE FROM entry_key WHERE \(at(1))", "DELETE FROM entry_key WHERE \(at(3))"],
      missing: [1, 3]),
    Tampered(
      testDescription: "finds a log that is lost",
      sql: ["DELETE FROM entry WHERE log = \(log)", "DELETE FROM log WHERE id = \(log)"],
      flaw: .init(index: 0, kind: .shorter)),
  ]

  @Test(arguments: table)
  func tampered(_ tampered: Tampered) async throws {
    let town = try await Town.promised()
    let database = try DatabaseQueue(path: town.data.database)
    try await database.write { db in for sql in tampered.sql { try db.execute(sql: sql) } }
    let verdict = try await RecordCheck.verify(path: town.data.path)
    #expect(verdict.logs.count == 3)
    for log in verdict.logs where log.origin != Town.log.origin { #expect(log.isSound) }
    let log = try #require(verdict.logs.first { $0.origin == Town.log.origin })
    #expect(log.flaw == tampered.flaw)
    #expect(log.missing == tampered.missing)
    #expect(verdict.isSound == (tampered.flaw == nil && tampered.missing.isEmpty))
  }

  @Test("says how many entries it opened, and under which root")
  func sound() async throws {
    let town = try await Town.promised()
    let verdict = try await RecordCheck.verify(path: town.data.path)
    let log = try #require(verdict.logs.first { $0.origin == Town.log.origin })
    let head = try #require(try await town.store.head(of: Town.log.origin))
    #expect(
      log
        == Verdict.LogVerdict(
          origin: Town.log.origin, size: 5, root: head.root.base64, opened: 5, missing: [],
          unsigned: 0, flaw: nil))
  }

  /// Adds an entry that whoever runs the server sealed, with a header of their making.
  private func add(
    _ header: EntryHeader, signed: Bool, to town: Town
  ) async throws -> Verdict.LogVerdict {
    let sealer = town.heed.keys.sealer(for: Town.log.origin)
    let entry = try sealer.seal(header: header.text, body: EntryBody([]).text, at: 5)
    let heads = try await town.store.commit(
      Change(appends: [Append(to: Town.log.origin, expecting: 5, entries: [entry])]))
    if signed { for growth in heads { try await town.house.notary.sign(growth.after) } }
    let verdict = try await RecordCheck.verify(path: town.data.path)
    return try #require(verdict.logs.first { $0.origin == Town.log.origin })
  }

  private static func header(origin: String = Town.log.origin, day: Day) -> EntryHeader {
    EntryHeader(
      origin: origin, kind: "partnership-paused", day: day.description, by: "community amara",
      thread: nil, facts: [])
  }

  @Test("finds an entry that was dated back, though it is sealed and signed")
  func dated() async throws {
    let town = try await Town.promised()
    let log = try await add(Self.header(day: .monday - 1), signed: true, to: town)
    #expect(log.flaw == Verdict.Flaw(index: 5, kind: .outOfOrder))
  }

  @Test("finds an entry that was made for another log")
  func foreign() async throws {
    let town = try await Town.promised()
    let log = try await add(
      Self.header(origin: Town.circleLog.origin, day: .monday), signed: true, to: town)
    #expect(log.flaw == Verdict.Flaw(index: 5, kind: .unreadable))
  }

  @Test("finds nothing wrong with what a crash left unsigned, and counts it")
  func unsigned() async throws {
    let town = try await Town.promised()
    let log = try await add(Self.header(day: .monday), signed: false, to: town)
    #expect(log.isSound)
    #expect((log.size, log.unsigned) == (6, 1))
  }

  @Test("finds a history that was written anew, though every entry opens")
  func rewritten() async throws {
    let town = try await Town.promised()
    let sealer = town.heed.keys.sealer(for: Town.log.origin)
    let old = try #require(
      try await town.store.entries(of: Town.log.origin, from: 3, limit: 1).first)
    let opened = try #require(try sealer.open(old))
    let entry = try sealer.seal(header: opened.header, body: opened.body, at: 3)
    let database = try DatabaseQueue(path: town.data.database)
    try await database.write { db in
      try db.execute(
        sql: "UPDATE entry SET leaf = ?, header = ?, body = ? WHERE \(Self.at(3))",
        arguments: [Data(entry.leaf.bytes), Data(entry.header), Data(entry.body)])
      try db.execute(
        sql: "UPDATE entry_key SET header = ?, body = ? WHERE \(Self.at(3))",
        arguments: [Data(entry.keys.header), Data(entry.keys.body)])
    }
    let verdict = try await RecordCheck.verify(path: town.data.path)
    let log = try #require(verdict.logs.first { $0.origin == Town.log.origin })
    #expect(log.flaw == Verdict.Flaw(index: nil, kind: .rootDiffers))
    #expect(log.opened == 5)
  }

  @Test("finds checkpoints that another key has signed")
  func otherKey() async throws {
    let town = try await Town.promised()
    let head = try #require(try await town.store.head(of: Town.log.origin))
    let checkpoint = Checkpoint(origin: head.origin, size: head.size, root: head.root)
    let note = try Keys().signer(for: head.origin).sign(checkpoint)
    let line = note.description.dropLast().replacingOccurrences(of: "\n", with: "|") + "\n"
    try line.write(toFile: town.data.checkpoints, atomically: true, encoding: .utf8)
    let verdict = try await RecordCheck.verify(path: town.data.path)
    #expect(
      verdict.logs.map(\.flaw) == Array(repeating: .init(index: nil, kind: .notSigned), count: 3))
  }

  @Test("is not possible without the keys, or where nothing is")
  func uncheckable() async throws {
    let town = try await Town.founded()
    try FileManager.default.removeItem(atPath: town.data.keys)
    await #expect(throws: Fault.unreadableKeys) {
      try await RecordCheck.verify(path: town.data.path)
    }
    let nowhere = town.directory.path + "/nowhere"
    await #expect(throws: Uncheckable.notThere(path: nowhere)) {
      try await RecordCheck.verify(path: nowhere)
    }
    try FileManager.default.createDirectory(atPath: nowhere, withIntermediateDirectories: true)
    await #expect(throws: Uncheckable.notARecord(path: nowhere, line: nil)) {
      try await RecordCheck.verify(path: nowhere)
    }
  }
}
