import HeedStore

/// Exactly which kinds of data a directory holds, and how many of each; never what they say (H12).
package struct Inventory: Codable, Equatable, Sendable {
  package struct Kind: Codable, Equatable, Sendable {
    package var table: String
    package var columns: [String]
    package var rows: Int
  }

  package var kinds: [Kind]

  package static func of(_ directory: DataDirectory) async throws -> Inventory {
    guard directory.isThere else { throw Fault.unreadableData(path: directory.path) }
    let store = try directory.store(readOnly: true)
    return Inventory(
      kinds: try await store.inventory().map {
        Kind(table: $0.table, columns: $0.columns, rows: $0.rows)
      })
  }
}
