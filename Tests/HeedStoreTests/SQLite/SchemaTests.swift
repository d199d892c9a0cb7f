import HeedStore
import Testing

/// What is never asked of anybody, and so has no place to be kept in (R8, H2, H12).
@Suite("The tables")
struct SchemaTests {
  static let tables: [String: [String]] = [
    "access_code": ["hash", "person"],
    "body": ["id", "side", "origin", "name"],
    "entry": ["log", "idx", "leaf", "header", "body"],
    "entry_key": ["log", "idx", "header", "body"],
    "invitation": ["hash", "id", "kind", "target", "expires"],
    "log": ["id", "origin", "size", "root"],
    "membership": ["person", "body", "side"],
    "partnership": ["id", "origin", "circle", "community"],
    "passphrase": ["person", "login", "phc"],
    "person": ["id", "handle"],
    "recovery_code": ["hash", "person"],
    "session": ["hash", "person", "expires"],
    "setting": ["name", "value"],
    "tile_root": ["log", "number", "hash"],
  ]

  private func inventory() async throws -> [InventoryRow] {
    let directory = try TemporaryDirectory()
    let rows = try await SQLiteStore(path: "\(directory.path)/heed.sqlite").inventory()
    withExtendedLifetime(directory) {}
    return rows
  }

  @Test("are these and no others, so that a new column is seen by whoever reviews it")
  func all() async throws {
    let columns = try await inventory().reduce(into: [:]) { $0[$1.table] = $1.columns }
    #expect(columns == Self.tables)
  }

  static let forbidden = [
    "race", "ethnicity", "gender", "sex", "orientation", "disability", "status", "legal",
    "religion", "birth", "age", "email", "mail", "phone", "address", "ip", "agent", "referrer",
    "referer", "device", "location", "score", "rank", "count", "points",
  ]

  @Test("have no column for", arguments: forbidden)
  func hasNone(_ word: String) async throws {
    for table in try await inventory() {
      for column in table.columns {
        #expect(!column.split(separator: "_").contains { $0 == word }, "\(table.table).\(column)")
      }
    }
  }

  @Test("keep no name of a person, only of circles, communities and settings")
  func names() async throws {
    let named = try await inventory().filter { table in
      table.columns.contains { $0.contains("name") }
    }
    #expect(named.map(\.table) == ["body", "setting"])
  }
}
