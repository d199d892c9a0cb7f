import Foundation
import GRDB
import HeedRecord

extension Database {
  /// Adds entries to a log, if the stored leaves still give the stored root.
  func append(_ append: Append) throws -> Growth {
    let row = try Row.fetchOne(
      self, sql: "SELECT id, size, root FROM log WHERE origin = ?", arguments: [append.origin])
    let size: Int = row?["size"] ?? 0
    guard size == append.expecting else { throw StoreConflict.grewMeanwhile(append.origin) }
    let known: Int64? = row?["id"]
    let log = try known ?? addLog(append.origin)
    let before = LogHead(
      origin: append.origin, size: size, root: try tail(of: log, append.origin, size).root)
    if let root: Data = row?["root"], root != before.root.data {
      throw StoreFailure.changedUnderneath(origin: append.origin)
    }
    for (offset, entry) in append.entries.enumerated() {
      try add(entry, to: log, at: size + offset)
    }
    let after = try writeHead(
      of: log, append.origin, size: size + append.entries.count, before: size)
    return Growth(before: before, after: after)
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

  /// The tree as stored: the roots of full tiles, and the leaves of the last, partial one.
  private func tail(of log: Int64, _ origin: String, _ size: Int) throws -> TreeView {
    let width = TreeView.tileWidth
    let roots = try tileRoots(of: log)
    let leaves = size % width == 0 ? [] : try leafHashes(of: log, tile: size / width)
    guard roots.count == size / width, leaves.count == size % width
    else { throw StoreFailure.changedUnderneath(origin: origin) }
    return TreeView(size: size, tileRoots: roots, tiles: [size / width: leaves])
  }

  /// Recomputes the root from the stored leaves: what was written wrong is never signed.
  private func writeHead(
    of log: Int64, _ origin: String, size: Int, before: Int
  ) throws -> LogHead {
    let width = TreeView.tileWidth
    for number in (before / width)..<(size / width) {
      let leaves = try leafHashes(of: log, tile: number)
      guard leaves.count == width else { throw StoreFailure.changedUnderneath(origin: origin) }
      try execute(
        literal: """
          INSERT INTO tile_root (log, number, hash)
          VALUES (\(log), \(number), \(TreeView.root(of: leaves[...]).data))
          """)
    }
    let head = LogHead(origin: origin, size: size, root: try tail(of: log, origin, size).root)
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
