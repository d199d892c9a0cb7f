import Foundation
import GRDB
import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("A record taken home")
struct RecordFileTests {
  private static let origin = Town.log.origin

  private func file(_ town: Town) async throws -> [String] {
    let bytes = try await town.heed.recordFile(of: Self.origin)
    let text = try #require(String(validating: bytes, as: UTF8.self))
    return text.split(separator: "\n").map { $0 + "\n" }
  }

  private func verify(_ lines: [String], in town: Town) async throws -> Verdict.LogVerdict {
    let path = town.directory.path + "/record.heed"
    try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
    let verdict = try await RecordCheck.verify(path: path)
    return try #require(verdict.logs.first)
  }

  @Test("is sound, whole, and holds the words")
  func sound() async throws {
    let town = try await Town.promised()
    let lines = try await file(town)
    #expect(lines.count == 6)
    #expect(lines[5].contains("Carry every chair into the hall"))
    let head = try #require(try await town.store.head(of: Self.origin))
    #expect(
      try await verify(lines, in: town)
        == Verdict.LogVerdict(
          origin: Self.origin, size: 5, root: head.root.base64, opened: 5, missing: [],
          unsigned: 0, flaw: nil))
  }

  @Test("is sound also beside others in a directory")
  func directory() async throws {
    let town = try await Town.promised()
    let records = town.directory.path + "/records"
    try FileManager.default.createDirectory(atPath: records, withIntermediateDirectories: true)
    for log in [Town.log.origin, Town.circleLog.origin] {
      let name = log.split(separator: "/").last ?? ""
      try Data(try await town.heed.recordFile(of: log)).write(
        to: URL(fileURLWithPath: "\(records)/\(name).heed"))
    }
    let verdict = try await RecordCheck.verify(path: records)
    #expect(verdict.logs.map(\.origin) == [Town.circleLog.origin, Town.log.origin])
    #expect(verdict.isSound)
  }

  @Test("says which words are missing")
  func missing() async throws {
    let town = try await Town.promised()
    let database = try DatabaseQueue(path: town.data.database)
    try await database.write { db in
      try db.execute(
        sql: "DELETE FROM entry_key WHERE idx = 2 AND log = (SELECT id FROM log WHERE origin = ?)",
        arguments: [Self.origin])
    }
    let verdict = try await verify(try await file(town), in: town)
    #expect(verdict.flaw == nil)
    #expect(verdict.missing == [2])
    #expect(verdict.opened == 4)
  }

  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: @Sendable (inout [String]) -> Void
    var flaw: Verdict.Flaw
  }

  /// Lines 1 to 5 are the entries 0 to 4.
  static let changes = [
    Change(
      testDescription: "whose words were changed",
      change: { $0[3] = $0[3].replacingOccurrences(of: "chairs", with: "tables") },
      flaw: .init(index: 2, kind: .changed)),
    Change(
      testDescription: "of which a line was removed", change: { $0.remove(at: 2) },
      flaw: .init(index: 1, kind: .gone)),
    Change(
      testDescription: "of which the end was removed", change: { $0.removeLast(2) },
      flaw: .init(index: 3, kind: .shorter)),
    Change(
      testDescription: "of which two lines changed places", change: { $0.swapAt(2, 4) },
      flaw: .init(index: 1, kind: .gone)),
    Change(
      testDescription: "in which a line stands twice", change: { $0.insert($0[3], at: 3) },
      flaw: .init(index: 3, kind: .gone)),
    Change(
      testDescription: "under another checkpoint",
      change: {
        $0[0] = $0[0].replacingOccurrences(of: "river\\n5\\n", with: "river\\n4\\n")
      },
      flaw: .init(index: nil, kind: .notSigned)),
  ]

  @Test("does not pass", arguments: changes)
  func changed(_ change: Change) async throws {
    let town = try await Town.promised()
    var lines = try await file(town)
    change.change(&lines)
    let verdict = try await verify(lines, in: town)
    #expect(verdict.flaw == change.flaw)
    #expect(!verdict.isSound)
  }

  struct Nonsense: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: @Sendable (inout [String]) -> Void
    var line: Int
  }

  static let nonsense = [
    Nonsense(testDescription: "that is empty", change: { $0 = [] }, line: 1),
    Nonsense(testDescription: "without its first line", change: { $0.removeFirst() }, line: 1),
    Nonsense(testDescription: "with minutes in it", change: { $0[2] = "Minutes\n" }, line: 3),
    Nonsense(testDescription: "with an empty line", change: { $0[2] = "\n" }, line: 3),
    Nonsense(
      testDescription: "with an index below zero",
      change: { $0[4] = $0[4].replacingOccurrences(of: "\"index\":3", with: "\"index\":-3") },
      line: 5),
    Nonsense(
      testDescription: "of another version",
      change: { $0[0] = $0[0].replacingOccurrences(of: "heed-record/v1", with: "heed-record/v2") },
      line: 1),
    Nonsense(
      testDescription: "whose key is of another log",
      change: {
        $0[0] = $0[0].replacingOccurrences(
          of: "\"origin\":\"heed.test/record/river\"", with: "\"origin\":\"heed.test/record/x\"")
      }, line: 1),
    Nonsense(
      testDescription: "with a line that never ends",
      change: { $0[1] = String(repeating: " ", count: RecordFile.longestLine + 400_000) }, line: 2),
  ]

  @Test("is none", arguments: nonsense)
  func refused(_ nonsense: Nonsense) async throws {
    let town = try await Town.promised()
    var lines = try await file(town)
    nonsense.change(&lines)
    let path = town.directory.path + "/record.heed"
    await #expect(throws: Uncheckable.notARecord(path: path, line: nonsense.line)) {
      try await verify(lines, in: town)
    }
  }

  @Test("has nothing in it of a log that is not there")
  func nowhere() async throws {
    let town = try await Town.founded()
    #expect(try await town.heed.recordFile(of: "heed.test/record/nowhere").isEmpty)
  }
}
