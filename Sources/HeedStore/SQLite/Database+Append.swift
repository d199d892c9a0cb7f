import Foundation
import GRDB
import HeedRecord

extension Database {
  /// Adds entries to a log, if the stored leaves still give the stored root.
  func append(_ append: Append) throws -> Growth {
    let select = try cachedStatement(sql: "SELECT id, size, root FROM log WHERE origin = ?")
    let row = try Row.fetchOne(select, arguments: [append.origin])
    let size: Int = row?["size"] ?? 0
    guard size == append.expecting else { throw StoreConflict.grewMeanwhile(append.origin) }
    let known: Int64? = row?["id"]
    let log = try known ?? addLog(append.origin)
    var tail = try tail(of: log, append.origin, size)
    let before = LogHead(origin: append.origin, size: size, root: tail.root)
    if let root: Data = row?["root"], root != before.root.data {
      throw StoreFailure.changedUnderneath(origin: append.origin)
    }
    for (offset, entry) in append.entries.enumerated() {
      try add(entry, to: log, at: size + offset)
    }
    try grow(&tail, of: log, to: size + append.entries.count)
    let after = LogHead(origin: append.origin, size: tail.size, root: tail.root)
    try cachedStatement(sql: "UPDATE log SET size = ?, root = ? WHERE id = ?")
      .execute(arguments: [after.size, after.root.data, log])
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

  /// The right edge of a tree as stored: the roots of full tiles, and the leaves after them.
  private struct Tail {
    var roots: [TreeHash]
    var leaves: [TreeHash]

    var size: Int { roots.count * TreeView.tileWidth + leaves.count }
    var root: TreeHash {
      TreeView(size: size, tileRoots: roots, tiles: [roots.count: leaves]).root
    }
  }

  private func tail(of log: Int64, _ origin: String, _ size: Int) throws -> Tail {
    let roots = try tileRoots(of: log)
    let leaves = try leafHashes(of: log, in: roots.count * TreeView.tileWidth..<Int(Int32.max))
    let tail = Tail(roots: roots, leaves: leaves)
    guard tail.size == size else { throw StoreFailure.changedUnderneath(origin: origin) }
    return tail
  }

  /// Takes the new leaves in as they are stored: what was written wrong is never signed.
  private func grow(_ tail: inout Tail, of log: Int64, to size: Int) throws {
    tail.leaves += try leafHashes(of: log, in: tail.size..<size)
    while tail.leaves.count >= TreeView.tileWidth {
      let root = TreeView.root(of: tail.leaves.prefix(TreeView.tileWidth))
      try execute(
        literal: """
          INSERT INTO tile_root (log, number, hash)
          VALUES (\(log), \(tail.roots.count), \(root.data))
          """)
      tail.roots.append(root)
      tail.leaves.removeFirst(TreeView.tileWidth)
    }
  }

  func tileRoots(of log: Int64) throws -> [TreeHash] {
    let select = try cachedStatement(
      sql: "SELECT hash FROM tile_root WHERE log = ? ORDER BY number")
    return try Data.fetchAll(select, arguments: [log]).map { try TreeHash(stored: $0) }
  }

  func leafHashes(of log: Int64, tile number: Int) throws -> [TreeHash] {
    let first = number * TreeView.tileWidth
    return try leafHashes(of: log, in: first..<(first + TreeView.tileWidth))
  }

  private func leafHashes(of log: Int64, in indexes: Range<Int>) throws -> [TreeHash] {
    let select = try cachedStatement(
      sql: "SELECT leaf FROM entry WHERE log = ? AND idx >= ? AND idx < ? ORDER BY idx")
    return try Data.fetchAll(
      select, arguments: [log, indexes.lowerBound, indexes.upperBound]
    ).map { TreeHash.leaf($0) }
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
