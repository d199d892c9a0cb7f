import GRDB
import HeedRecord
import Testing

@testable import HeedStore

@Suite("The migrations")
struct MigrationTests {
  /// Names that have shipped: add at the end, never change one.
  static let shipped = ["1 record", "2 vault"]

  @Test("are these, in this order")
  func names() {
    #expect(SQLiteStore.migrations.migrations == Self.shipped)
  }

  @Test("bring a file of any earlier day to today, and keep what is in it", arguments: shipped)
  func fromEarlier(_ name: String) async throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/heed.sqlite"
    do {
      let pool = try DatabasePool(path: path, configuration: SQLiteStore.configuration)
      try SQLiteStore.migrations.migrate(pool, upTo: name)
      try await pool.write { db in
        try db.execute(
          sql: "INSERT INTO log (origin, size, root) VALUES (?, 0, ?)",
          arguments: [Cast.river, TreeHash.empty.data])
      }
      try pool.close()
    }
    let store = try SQLiteStore(path: path)
    let applied = try await store.pool.read { try SQLiteStore.migrations.appliedMigrations($0) }
    #expect(applied == Self.shipped)
    #expect(try await store.head(of: Cast.river)?.size == 0)
    #expect(try await store.add(0..<1) == [Cast.head(Cast.river, 1)])
  }

  @Test("change nothing in a file of today")
  func again() async throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/heed.sqlite"
    let schema = "SELECT group_concat(sql, ';') FROM sqlite_schema"
    let first = try await SQLiteStore(path: path).pool.read { try String.fetchOne($0, sql: schema) }
    let second = try await SQLiteStore(path: path).pool.read {
      try String.fetchOne($0, sql: schema)
    }
    #expect(first != nil)
    #expect(first == second)
  }
}
