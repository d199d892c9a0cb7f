import Crypto
import Foundation

/// A public key that signs notes, with its name: `name+keyid+base64(type ‖ key)`.
///
/// Source: C2SP signed-note v1.0.0, tlog-cosignature v1.0.1.
public struct VerifierKey: Equatable, Sendable, CustomStringConvertible {
  public enum Algorithm: UInt8, Sendable {
    /// Ed25519 over the text (a log).
    case ed25519 = 0x01
    /// Ed25519 over the time and the text (a witness).
    case cosignature = 0x04
  }

  public let name: String
  public let algorithm: Algorithm
  /// 32 bytes.
  public let key: [UInt8]

  /// A key by its parts.
  ///
  /// - Throws: ``Malformed/verifierKey``; ``Malformed/weakKey`` for a point of small order, under
  ///   which one signature fits any text.
  public init(name: String, algorithm: Algorithm, key: [UInt8]) throws(Malformed) {
    guard Self.isName(name), key.count == 32 else { throw .verifierKey }
    guard !SmallOrder.contains(key) else { throw .weakKey }
    self.name = name
    self.algorithm = algorithm
    self.key = key
  }

  /// Reads a key as it is written down.
  public init(_ text: some StringProtocol) throws(Malformed) {
    guard text.utf8.count <= 1024 else { throw .verifierKey }
    let parts = pieces(String(text), by: "+", atMost: 3)
    guard parts.count == 3, let bytes = Base64.decode(parts[2]),
      let first = bytes.first, let algorithm = Algorithm(rawValue: first)
    else { throw .verifierKey }
    try self.init(name: String(parts[0]), algorithm: algorithm, key: Array(bytes.dropFirst()))
    guard parts[1] == hexKeyID else { throw .verifierKey }
  }

  public static func == (one: Self, other: Self) -> Bool {
    Checkpoint.isSame(one.name, other.name)
      && one.algorithm == other.algorithm && one.key == other.key
  }

  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key).
  public var keyID: UInt32 {
    let hashed = SHA256.hash(data: Array(name.utf8) + [0x0A, algorithm.rawValue] + key)
    return hashed.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  public var description: String {
    "\(name)+\(hexKeyID)+\(Base64.encode([algorithm.rawValue] + key))"
  }

  private var hexKeyID: String {
    let digits = String(keyID, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// A name has no Unicode space, no `+`, and is not empty.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20
      }
  }

  /// Whether the key has signed a text.
  ///
  /// A log's signature has 64 bytes; a witness's, 8 bytes of seconds since 1970 before them.
  public func hasSigned(_ text: String, _ signature: [UInt8]) -> Bool {
    guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    switch algorithm {
    case .ed25519:
      return signature.count == 64
        && publicKey.isValidSignature(Data(signature), for: Data(text.utf8))
    case .cosignature:
      guard signature.count == 72 else { return false }
      let seconds = signature[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let message = Cosigner.message(text, seconds: seconds)
      return publicKey.isValidSignature(Data(signature[8...]), for: message)
    }
  }
}

/// The points of small order on Curve25519 in all their encodings, which libraries let pass.
///
/// Source: the list in libsodium's `ge25519_has_small_order`; the sign bit does not matter.
enum SmallOrder {
  static func contains(_ key: [UInt8]) -> Bool {
    guard key.count == 32 else { return false }
    var masked = key
    masked[31] &= 0x7F
    return encodings.contains(masked)
  }

  private static let encodings: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53,
      0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC,
      0x03, 0x7A,
    ],
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
  ]
}
