/// The proof, for its author to keep, that an entry stands in the record: a `.tlog-proof`.
///
/// It carries the leaf itself in its `extra` line, so that it can be checked with nothing else at
/// hand than the log's key.
///
/// Source: C2SP tlog-proof (2026-05-22).
public struct Receipt: Equatable, Sendable, CustomStringConvertible {
  public var leaf: Leaf
  public var index: Int
  public var proof: [TreeHash]
  public var note: SignedNote

  public init(leaf: Leaf, index: Int, proof: [TreeHash], note: SignedNote) {
    self.leaf = leaf
    self.index = index
    self.proof = proof
    self.note = note
  }

  private static let firstLine = "c2sp.org/tlog-proof@v1"
  /// A tree of 2^63 leaves has paths of 63 hashes.
  private static let longestProof = 63

  public var description: String {
    let hashes = proof.map { $0.base64 + "\n" }.joined()
    return
      "\(Self.firstLine)\nextra \(Base64.encode(leaf.bytes))\nindex \(index)\n\(hashes)\n\(note)"
  }

  /// Reads a receipt.
  ///
  /// - Throws: ``Malformed`` naming the part that is not one.
  public init(_ bytes: some Collection<UInt8>) throws(Malformed) {
    guard bytes.count <= 1 << 17 else { throw .tooLarge }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .receipt }
    let parts = lines(text)
    guard parts.count > 4, parts[0] == Self.firstLine, parts[1].hasPrefix("extra "),
      let leaf = Base64.decode(parts[1].dropFirst(6)), parts[2].hasPrefix("index "),
      let index = decimal(parts[2].dropFirst(6)), let gap = parts.firstIndex(where: \.isEmpty),
      (3...(3 + Self.longestProof)).contains(gap)
    else { throw .receipt }
    self.leaf = try Leaf(leaf)
    self.index = index
    proof = []
    for line in parts[3..<gap] {
      guard let hash = TreeHash(base64: line) else { throw .receipt }
      proof.append(hash)
    }
    note = try SignedNote(parts[(gap + 1)...].joined(separator: "\n").utf8)
  }

  /// What checking a receipt found.
  public enum Check: Equatable, Sendable {
    case sound(Checkpoint)
    case notACheckpoint
    case notSigned
    case forged
    case notIncluded
  }

  /// Checks the signature with the log's key, then the path from the leaf to the signed root.
  public func check(with key: VerifierKey) -> Check {
    guard let checkpoint = try? Checkpoint(body: note.text),
      Checkpoint.isSame(checkpoint.origin, key.name)
    else { return .notACheckpoint }
    switch note.check(with: [key]) {
    case .unsigned: return .notSigned
    case .forged: return .forged
    case .signed: break
    }
    let isSound = isIncluded(
      .leaf(leaf.bytes), at: index, by: proof, size: checkpoint.size, root: checkpoint.root)
    return isSound ? .sound(checkpoint) : .notIncluded
  }
}
