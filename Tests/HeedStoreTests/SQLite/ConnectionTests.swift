import Foundation
import GRDB
import Testing

@testable import HeedStore

@Suite("A SQLite file")
struct ConnectionTests {
  struct Pragma: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var name: String
    var value: String
  }

  static let pragmas = [
    Pragma(testDescription: "with a write-ahead log", name: "journal_mode", value: "wal"),
    Pragma(testDescription: "so that a power cut loses nothing", name: "synchronous", value: "2"),
    Pragma(testDescription: "so that deleted is gone", name: "secure_delete", value: "1"),
    Pragma(testDescription: "that refers only to what is there", name: "foreign_keys", value: "1"),
    Pragma(testDescription: "without mapping it into memory", name: "mmap_size", value: "0"),
    Pragma(testDescription: "without trust in its own schema", name: "trusted_schema", value: "0"),
  ]

  @Test("is written", arguments: pragmas)
  func writer(_ pragma: Pragma) async throws {
    let directory = try TemporaryDirectory()
    let store = try SQLiteStore(path: "\(directory.path)/heed.sqlite")
    let value = try await store.pool.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA \(pragma.name)")
    }
    #expect(value == pragma.value)
    withExtendedLifetime(directory) {}
  }

  @Test("opened to read is not written, nor made")
  func readOnly() async throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/heed.sqlite"
    #expect(throws: DatabaseError.self) { try SQLiteStore(path: path, readOnly: true) }
    #expect(!FileManager.default.fileExists(atPath: path))
    let store = try SQLiteStore(path: path)
    try await store.keep(.setSetting("host", "heed.test"))
    let reader = try SQLiteStore(path: path, readOnly: true)
    #expect(try await reader.setting("host") == "heed.test")
    await #expect(throws: DatabaseError.self) {
      try await reader.keep(.setSetting("host", "other.test"))
    }
    #expect(try await store.setting("host") == "heed.test")
  }

  @Test("that is not a database is refused")
  func garbage() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/heed.sqlite"
    try Data("These are minutes, not a database. ".utf8 + Array(repeating: 32, count: 4_000))
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: DatabaseError.self) { try SQLiteStore(path: path) }
  }

  @Test(
    "refuses what no table may hold, whoever asks",
    arguments: [
      "INSERT INTO entry (log, idx, leaf, header, body) VALUES (1, 0, x'00', x'', x'')",
      "INSERT INTO entry_key (log, idx, header, body) VALUES (1, 0, x'00', x'00')",
      "INSERT INTO log (origin, size, root) VALUES ('a', 0, x'00')",
      "INSERT INTO log (origin, size, root) VALUES ('a', -1, zeroblob(32))",
      "INSERT INTO body (id, side, origin) VALUES ('h', 'host', 'h')",
      "INSERT INTO membership (person, body, side) VALUES ('nobody', 'nowhere', 'circle')",
      "INSERT INTO session (hash, person, expires) VALUES (x'00', 'nobody', 1)",
    ])
  func constraints(_ sql: String) async throws {
    let directory = try TemporaryDirectory()
    let store = try SQLiteStore(path: "\(directory.path)/heed.sqlite")
    let error = await #expect(throws: DatabaseError.self) {
      try await store.pool.write { try $0.execute(sql: sql) }
    }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    withExtendedLifetime(directory) {}
  }
}
