import Foundation
package import GRDB

/// Record and vault in one SQLite file: the default, for circles on one machine.
///
/// One connection of one process does every write and every checkpoint: SQLite before 3.51.3 may
/// corrupt a WAL that two connections write and checkpoint at once.
package struct SQLiteStore: RecordStore, Vault {
  let pool: DatabasePool
  private let writes: GroupCommit
  /// None beside a running server, which writes without our knowing.
  private let recalls: Recalls?

  /// Opens the file, creating it and its tables if need be; or only to read what is there.
  ///
  /// - Throws: what SQLite says when the file is not a database or cannot be written.
  package init(path: String, readOnly: Bool = false) throws {
    var configuration = Self.configuration
    configuration.readonly = readOnly
    pool = try DatabasePool(path: path, configuration: configuration)
    if !readOnly {
      // The pool has set NORMAL when it turned the write-ahead log on.
      try pool.writeWithoutTransaction { try $0.execute(sql: Self.synchronous) }
      try Self.migrations.migrate(pool)
    }
    let recalls = Recalls()
    self.recalls = readOnly ? nil : recalls
    writes = GroupCommit(pool: pool, recalls: recalls)
  }

  /// What was answered as saved must outlive a power cut; NORMAL could lose the last few.
  private static let synchronous = "PRAGMA synchronous = FULL"

  /// How every connection is set up.
  package static var configuration: Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      try db.execute(sql: synchronous)
      // What was deleted must be gone from the file.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA mmap_size = 0")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cache_size = -1024")
    }
    return configuration
  }

  package func commit(_ change: Change) async throws -> [Growth] {
    try await writes.commit(change)
  }

  package func forget() async throws {
    // A reader in the middle of a page keeps the old WAL alive for a moment.
    for _ in 0..<250 {
      let isDone = try await pool.writeWithoutTransaction { db in
        try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
      }
      if isDone { return }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func read<Value: Sendable>(
    _ value: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await pool.read(value)
  }

  /// The answer to a small question about the vault, from memory if nothing there was changed since
  /// it was last asked.
  func recalled<Value: Sendable>(
    _ sql: String, _ argument: some DatabaseValueConvertible & Sendable,
    _ value: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    guard let recalls else { return try await read(value) }
    return try await recalls.vault.answer(to: .init(sql: sql, argument: argument.databaseValue)) {
      try await read(value)
    }
  }

  /// How far a log has come, from memory if nothing was added since it was last asked.
  func recalledHead(
    _ origin: String, _ value: @escaping @Sendable (Database) throws -> LogHead?
  ) async throws -> LogHead? {
    guard let recalls else { return try await read(value) }
    return try await recalls.heads.answer(to: origin) { try await read(value) }
  }
}
