import Crypto

/// A hash in a tree: 32 bytes of SHA-256.
public struct TreeHash: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  public static let byteCount = 32

  /// Takes exactly 32 bytes; nil otherwise.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    words = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
  }

  init(_ digest: SHA256.Digest) {
    words = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { target in
      digest.withUnsafeBytes { target.copyMemory(from: $0) }
    }
  }

  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  public var base64: String { Base64.encode(bytes) }

  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Swift.withUnsafeBytes(of: words) { body($0) }
  }

  public static func == (one: Self, other: Self) -> Bool { one.words == other.words }

  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension TreeHash {
  /// The hash of a leaf: SHA-256 of 0x00 and the leaf's bytes.
  ///
  /// Source: RFC 6962, §2.1.
  public static func leaf(_ bytes: some Collection<UInt8>) -> TreeHash {
    var hasher = SHA256()
    hasher.update(byte: 0)
    let hashed: Void? = bytes.withContiguousStorageIfAvailable {
      hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { hasher.update(data: Array(bytes)) }
    return TreeHash(hasher.finalize())
  }

  /// The hash of a node: SHA-256 of 0x01 and its two children.
  ///
  /// Source: RFC 6962, §2.1.
  public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
      buffer[0] = 1
      left.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0)
      }
      right.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0)
      }
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return TreeHash(hasher.finalize())
    }
  }

  /// The root of a tree without leaves: SHA-256 of nothing.
  public static let empty = TreeHash(SHA256.hash(data: [UInt8]()))
}

extension SHA256 {
  fileprivate mutating func update(byte: UInt8) {
    withUnsafeBytes(of: byte) { update(bufferPointer: $0) }
  }
}
