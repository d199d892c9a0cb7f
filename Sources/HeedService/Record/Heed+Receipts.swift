import HeedPractice
package import HeedRecord
import HeedStore

extension Heed {
  /// The receipt of an entry: the proof that it stands in the record as signed now.
  ///
  /// - Returns: nil when the log has no such entry.
  package func receipt(of index: Int, in origin: String) async throws -> Receipt? {
    guard let view = try await store.view(of: origin, around: index),
      let proof = view.inclusion(of: index),
      let stored = try await store.entries(of: origin, from: index, limit: 1).first,
      stored.index == index
    else { return nil }
    let head = LogHead(origin: origin, size: view.size, root: view.root)
    let note = try await clerk.notary.sign(head)
    // The notary answers with a later note when the log has grown since; then the proof is made anew.
    guard let signed = try? Checkpoint(body: note.text), signed.size == view.size
    else { return try await receipt(of: index, in: origin) }
    return Receipt(leaf: try Leaf(stored.leaf), index: index, proof: proof, note: note)
  }

  /// The latest signed checkpoint of a log, for mirrors and witnesses; nil when there is no such log.
  package func checkpoint(of origin: String) async throws -> SignedNote? {
    guard let head = try await store.head(of: origin) else { return nil }
    return try await clerk.notary.sign(head)
  }

  package func verifierKey(of origin: String) throws -> VerifierKey {
    try keys.signer(for: origin).key
  }

  /// A tile of a log; nil when the log has not grown that far.
  ///
  /// Leaves say nothing of what was said or by whom, so that a mirror needs no permission.
  package func tile(_ path: TilePath, of origin: String) async throws -> [UInt8]? {
    switch path.kind {
    case .entries: try await entriesTile(path, of: origin)
    case .hashes(let level): try await hashTile(path, level: level, of: origin)
    }
  }

  private func entriesTile(_ path: TilePath, of origin: String) async throws -> [UInt8]? {
    let first = path.number * TreeView.tileWidth
    let entries = try await store.entries(of: origin, from: first, limit: path.width)
    guard entries.count == path.width else { return nil }
    return entries.flatMap { entry in
      let count = UInt16(entry.leaf.count)
      return [UInt8(count >> 8), UInt8(count & 0xFF)] + entry.leaf
    }
  }

  private func hashTile(
    _ path: TilePath, level: Int, of origin: String
  ) async throws -> [UInt8]? {
    guard level < 7, let size = try await store.head(of: origin)?.size else { return nil }
    let span = 1 << (8 * level)
    // An address may name a tile so far out that its first leaf is no number any more.
    guard path.number <= size / (span * TreeView.tileWidth) else { return nil }
    let first = path.number * TreeView.tileWidth
    guard let view = try await store.view(of: origin, around: first * span),
      (first + path.width) * span <= view.size
    else { return nil }
    return (first..<(first + path.width)).flatMap { index in
      view.subtree((index * span)..<((index + 1) * span)).bytes
    }
  }
}
