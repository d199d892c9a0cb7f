import Foundation
import GRDB
import HeedRecord

extension Database {
  /// Adds entries to a log, and answers with the head recomputed from what is stored.
  func append(_ append: Append) throws -> LogHead {
    let row = try Row.fetchOne(
      self, sql: "SELECT id, size FROM log WHERE origin = ?", arguments: [append.origin])
    let size: Int = row?["size"] ?? 0
    guard size == append.expecting else { throw StoreConflict.grewMeanwhile(append.origin) }
    let known: Int64? = row?["id"]
    let log = try known ?? addLog(append.origin)
    for (offset, entry) in append.entries.enumerated() {
      try add(entry, to: log, at: size + offset)
    }
    return try writeHead(of: log, append.origin, size: size + append.entries.count, before: size)
  }

  private func addLog(_ origin: String) throws -> Int64 {
    try execute(
      literal: """
        INSERT INTO log (origin, size, root) VALUES (\(origin), 0, \(TreeHash.empty.data))
        """)
    return lastInsertedRowID
  }

  private func add(_ entry: SealedEntry, to log: Int64, at index: Int) throws {
    let insert = try cachedStatement(
      sql: "INSERT INTO entry (log, idx, leaf, header, body) VALUES (?, ?, ?, ?, ?)")
    try insert.execute(
      arguments: [log, index, entry.leaf.bytes.data, entry.header.data, entry.body.data])
    let insertKey = try cachedStatement(
      sql: "INSERT INTO entry_key (log, idx, header, body) VALUES (?, ?, ?, ?)")
    try insertKey.execute(arguments: [log, index, entry.keys.header.data, entry.keys.body.data])
  }

  /// Recomputes the tail of the tree from the stored leaves: what was written wrong is never signed.
  private func writeHead(
    of log: Int64, _ origin: String, size: Int, before: Int
  ) throws -> LogHead {
    let width = TreeView.tileWidth
    var roots = try tileRoots(of: log)
    var tiles: [Int: [TreeHash]] = [:]
    for number in (before / width)...(max(size - 1, 0) / width) {
      let leaves = try leafHashes(of: log, tile: number)
      if leaves.count == width, number >= roots.count {
        let root = TreeView.root(of: leaves[...])
        try execute(
          literal: """
            INSERT INTO tile_root (log, number, hash) VALUES (\(log), \(number), \(root.data))
            """)
        roots.append(root)
      }
      tiles[number] = leaves
    }
    let head = LogHead(
      origin: origin, size: size,
      root: TreeView(size: size, tileRoots: roots, tiles: tiles).root)
    try cachedStatement(sql: "UPDATE log SET size = ?, root = ? WHERE id = ?")
      .execute(arguments: [size, head.root.data, log])
    return head
  }

  func tileRoots(of log: Int64) throws -> [TreeHash] {
    let select = try cachedStatement(
      sql: "SELECT hash FROM tile_root WHERE log = ? ORDER BY number")
    return try Data.fetchAll(select, arguments: [log]).map { try TreeHash(stored: $0) }
  }

  func leafHashes(of log: Int64, tile number: Int) throws -> [TreeHash] {
    let first = number * TreeView.tileWidth
    let select = try cachedStatement(
      sql: "SELECT leaf FROM entry WHERE log = ? AND idx >= ? AND idx < ? ORDER BY idx")
    return try Data.fetchAll(select, arguments: [log, first, first + TreeView.tileWidth])
      .map { TreeHash.leaf($0) }
  }
}

extension TreeHash {
  var data: Data { bytes.data }

  init(stored data: Data) throws {
    guard let hash = TreeHash(data) else { throw Malformed.leaf }
    self = hash
  }
}

extension [UInt8] {
  var data: Data { Data(self) }
}
