import Foundation
import GRDB
package import HeedRecord

extension SQLiteStore {
  package func head(of origin: String) async throws -> LogHead? {
    try await recalledHead(origin) { db in
      let select = try db.cachedStatement(
        sql: "SELECT origin, size, root FROM log WHERE origin = ?")
      return try Row.fetchOne(select, arguments: [origin]).map(Self.head)
    }
  }

  package func extents() async throws -> [LogExtent] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT origin, size, root, (SELECT max(idx) FROM entry WHERE log = log.id) AS last
          FROM log ORDER BY origin
          """
      ).map { LogExtent(head: try Self.head($0), lastIndex: $0["last"]) }
    }
  }

  package func entries(
    of origin: String, from index: Int, limit: Int
  ) async throws -> [StoredEntry] {
    try await read { db in
      let select = try db.cachedStatement(
        sql: """
          SELECT entry.idx, leaf, entry.header, entry.body,
                 entry_key.header AS header_key, entry_key.body AS body_key
          FROM log
          JOIN entry ON entry.log = log.id
          LEFT JOIN entry_key ON entry_key.log = entry.log AND entry_key.idx = entry.idx
          WHERE origin = ? AND entry.idx >= ? ORDER BY entry.idx LIMIT ?
          """)
      return try Row.fetchAll(select, arguments: [origin, index, limit]).map { row in
        let headerKey: Data? = row["header_key"]
        let bodyKey: Data? = row["body_key"]
        let keys: WrappedKeys? =
          if let headerKey, let bodyKey {
            WrappedKeys(header: [UInt8](headerKey), body: [UInt8](bodyKey))
          } else {
            nil
          }
        return StoredEntry(
          index: row["idx"], leaf: Self.bytes(row["leaf"]), header: Self.bytes(row["header"]),
          body: Self.bytes(row["body"]), keys: keys)
      }
    }
  }

  package func view(of origin: String, around index: Int) async throws -> TreeView? {
    try await read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT id, size FROM log WHERE origin = ?", arguments: [origin])
      else { return nil }
      let (log, size): (Int64, Int) = (row["id"], row["size"])
      let width = TreeView.tileWidth
      var tiles: [Int: [TreeHash]] = [:]
      let last = max(size - 1, 0)
      for number in Set([min(max(index, 0), last) / width, last / width]) {
        tiles[number] = try db.leafHashes(of: log, tile: number)
      }
      return TreeView(size: size, tileRoots: try db.tileRoots(of: log), tiles: tiles)
    }
  }

  private static func head(_ row: Row) throws -> LogHead {
    LogHead(
      origin: row["origin"], size: row["size"], root: try TreeHash(stored: row["root"]))
  }

  private static func bytes(_ data: Data) -> [UInt8] { [UInt8](data) }
}
