public import Crypto
import Foundation

/// Where an entry stands: in which log, at which index from zero.
public struct EntryPlace: Hashable, Sendable {
  public var origin: String
  public var index: Int

  public init(origin: String, index: Int) {
    self.origin = origin
    self.index = index
  }

  public static func == (one: Self, other: Self) -> Bool { one.boundData == other.boundData }

  /// Binds what is sealed to its place, so that rows cannot be swapped: `origin \n index \n`.
  var boundData: Data { Data("\(origin)\n\(index)\n".utf8) }
}

/// An entry as it is stored: the leaf for the log; header and words sealed, each under a key of its
/// own that can be destroyed (R11).
public struct SealedEntry: Equatable, Sendable {
  public var leaf: Leaf
  /// ChaChaPoly over nonce ‖ header.
  public var header: [UInt8]
  /// ChaChaPoly over nonce ‖ words.
  public var body: [UInt8]
  /// The keys, wrapped by the log's key (RFC 3394): 40 bytes each.
  public var keys: WrappedKeys

  public init(leaf: Leaf, header: [UInt8], body: [UInt8], keys: WrappedKeys) {
    self.leaf = leaf
    self.header = header
    self.body = body
    self.keys = keys
  }
}

/// The two keys of an entry, wrapped; deleting them erases the words everywhere.
public struct WrappedKeys: Equatable, Sendable {
  public var header: [UInt8]
  public var body: [UInt8]

  public init(header: [UInt8], body: [UInt8]) {
    self.header = header
    self.body = body
  }
}

/// Header and words as they were written, with the nonces that open the leaf's commitments.
public struct OpenedEntry: Equatable, Sendable {
  public var headerNonce: [UInt8]
  public var header: String
  public var bodyNonce: [UInt8]
  public var body: String

  public init(headerNonce: [UInt8], header: String, bodyNonce: [UInt8], body: String) {
    self.headerNonce = headerNonce
    self.header = header
    self.bodyNonce = bodyNonce
    self.body = body
  }
}

/// Why a stored entry does not open.
public enum SealBroken: Error, Hashable, Sendable {
  /// The wrapped key is not one that the log's key wrapped.
  case key
  /// The sealed bytes were changed, or belong to another place.
  case bytes
  /// They open, but are not what the leaf commits to.
  case commitment
}

/// The commitment to a text: HMAC-SHA-256 under 32 random bytes, one label for each use.
///
/// Exactly 32: HMAC pads with zeros, so with shorter keys K and K‖00 would open alike.
public enum EntryCommitment {
  public static let nonceByteCount = 32

  public static func header(_ text: String, nonce: [UInt8]) -> TreeHash? {
    commit("header", text, nonce)
  }

  public static func body(_ text: String, nonce: [UInt8]) -> TreeHash? {
    commit("body", text, nonce)
  }

  private static func commit(_ use: String, _ text: String, _ nonce: [UInt8]) -> TreeHash? {
    guard nonce.count == nonceByteCount else { return nil }
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("heed-commit/v1 \(use)\n\(text)".utf8), using: SymmetricKey(data: nonce))
    return TreeHash(Array(code))
  }
}

/// Seals and opens the entries of one log.
public struct Sealer: Sendable {
  public let origin: String
  private let logKey: SymmetricKey

  public init(origin: String, logKey: SymmetricKey) {
    self.origin = origin
    self.logKey = logKey
  }

  /// Seals an entry that nobody can withdraw: its lock is random.
  public func seal(header: String, body: String, at index: Int) throws -> SealedEntry {
    try seal(header: header, body: body, at: index, lock: TreeHash(Self.random(32)) ?? .empty)
  }

  /// Seals an entry for a place, under the lock of its author's withdrawal code.
  public func seal(
    header: String, body: String, at index: Int, lock: TreeHash
  ) throws -> SealedEntry {
    let (headerNonce, bodyNonce) = (Self.random(32), Self.random(32))
    guard let headerCommitment = EntryCommitment.header(header, nonce: headerNonce),
      let bodyCommitment = EntryCommitment.body(body, nonce: bodyNonce)
    else { throw SealBroken.commitment }
    let (headerKey, bodyKey) = (SymmetricKey(size: .bits256), SymmetricKey(size: .bits256))
    let place = EntryPlace(origin: origin, index: index).boundData
    return SealedEntry(
      leaf: Leaf(header: headerCommitment, body: bodyCommitment, lock: lock),
      header: try Self.close(headerNonce + header.utf8, headerKey, place),
      body: try Self.close(bodyNonce + body.utf8, bodyKey, place),
      keys: WrappedKeys(
        header: [UInt8](try AES.KeyWrap.wrap(headerKey, using: logKey)),
        body: [UInt8](try AES.KeyWrap.wrap(bodyKey, using: logKey))))
  }

  /// Opens an entry and compares it with what its leaf commits to.
  public func open(_ entry: SealedEntry, at index: Int) throws(SealBroken) -> OpenedEntry {
    let place = EntryPlace(origin: origin, index: index).boundData
    let (headerNonce, header) = try open(entry.header, entry.keys.header, place)
    let (bodyNonce, body) = try open(entry.body, entry.keys.body, place)
    guard EntryCommitment.header(header, nonce: headerNonce) == entry.leaf.header,
      EntryCommitment.body(body, nonce: bodyNonce) == entry.leaf.body
    else { throw .commitment }
    return OpenedEntry(
      headerNonce: headerNonce, header: header, bodyNonce: bodyNonce, body: body)
  }

  private func open(
    _ sealed: [UInt8], _ wrapped: [UInt8], _ place: Data
  ) throws(SealBroken) -> ([UInt8], String) {
    guard let key = try? AES.KeyWrap.unwrap(wrapped, using: logKey) else { throw .key }
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let plain = try? ChaChaPoly.open(box, using: key, authenticating: place),
      plain.count >= EntryCommitment.nonceByteCount,
      let text = String(
        validating: plain.dropFirst(EntryCommitment.nonceByteCount), as: UTF8.self)
    else { throw .bytes }
    return ([UInt8](plain.prefix(EntryCommitment.nonceByteCount)), text)
  }

  private static func close(
    _ plain: [UInt8], _ key: SymmetricKey, _ place: Data
  ) throws -> [UInt8] {
    [UInt8](try ChaChaPoly.seal(plain, using: key, authenticating: place).combined)
  }

  /// Drawn eight bytes at a time: asking the system takes a call.
  private static func random(_ count: Int) -> [UInt8] {
    var system = SystemRandomNumberGenerator()
    return stride(from: 0, to: count, by: 8).flatMap { start in
      withUnsafeBytes(of: system.next()) { Array($0.prefix(count - start)) }
    }
  }
}
