import Crypto

/// What the log itself holds of an entry: 148 bytes that say nothing (R11).
///
/// Two commitments, to the header and to the words, and a lock that only a withdrawal code opens.
public struct Leaf: Equatable, Sendable {
  public let bytes: [UInt8]

  public static let byteCount = 148
  private static let firstLine = "heed-leaf/v1\n"

  /// - Parameters:
  ///   - header: the commitment to the header, 32 bytes.
  ///   - body: the commitment to the words, 32 bytes.
  ///   - lock: the hash of the withdrawal code, or 32 random bytes.
  public init(header: TreeHash, body: TreeHash, lock: TreeHash) {
    bytes = Array(
      "\(Self.firstLine)\(header.base64)\n\(body.base64)\n\(lock.base64)\n".utf8)
  }

  /// Takes stored bytes.
  ///
  /// - Throws: ``Malformed/leaf`` when they are not exactly a leaf.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    guard bytes.count == Self.byteCount, let text = String(validating: bytes, as: UTF8.self)
    else { throw .leaf }
    let parts = lines(text)
    guard parts.count == 5, parts[0] + "\n" == Self.firstLine, parts[4].isEmpty,
      parts[1...3].allSatisfy({ TreeHash(base64: $0) != nil })
    else { throw .leaf }
    self.bytes = bytes
  }

  public var header: TreeHash? { part(0) }
  public var body: TreeHash? { part(1) }
  public var lock: TreeHash? { part(2) }

  public var hash: TreeHash { .leaf(bytes) }

  private func part(_ number: Int) -> TreeHash? {
    let start = Self.firstLine.utf8.count + number * 45
    return String(validating: bytes[start..<(start + 44)], as: UTF8.self)
      .flatMap { TreeHash(base64: $0) }
  }
}

/// The code with which an author takes words back: 16 bytes whose hash is the leaf's lock.
public struct WithdrawalCode: Equatable, Sendable {
  public let bytes: [UInt8]

  /// Takes exactly 16 bytes; nil otherwise.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  public var lock: TreeHash {
    TreeHash(SHA256.hash(data: Array("heed-withdraw/v1\n".utf8) + bytes))
  }
}
