public import Crypto
import Foundation

/// Signs the checkpoints of one log.
public struct LogSigner: Sendable {
  public let key: VerifierKey
  private let privateKey: Curve25519.Signing.PrivateKey

  /// - Throws: ``Malformed/verifierKey`` when the name cannot name a key.
  public init(name: String, privateKey: Curve25519.Signing.PrivateKey) throws(Malformed) {
    self.privateKey = privateKey
    key = try VerifierKey(
      name: name, algorithm: .ed25519, key: [UInt8](privateKey.publicKey.rawRepresentation))
  }

  public func sign(_ checkpoint: Checkpoint) throws -> SignedNote {
    let text = checkpoint.body
    let signature = try privateKey.signature(for: Data(text.utf8))
    return SignedNote(
      text: text,
      signatures: [.init(name: key.name, keyID: key.keyID, bytes: [UInt8](signature))])
  }
}

/// Signs that it has seen a checkpoint at a time; what a witness does.
public struct Cosigner: Sendable {
  public let key: VerifierKey
  private let privateKey: Curve25519.Signing.PrivateKey

  /// - Throws: ``Malformed/verifierKey`` when the name cannot name a key.
  public init(name: String, privateKey: Curve25519.Signing.PrivateKey) throws(Malformed) {
    self.privateKey = privateKey
    key = try VerifierKey(
      name: name, algorithm: .cosignature, key: [UInt8](privateKey.publicKey.rawRepresentation))
  }

  /// Cosigns the whole body of a checkpoint, at a time in seconds since 1970.
  public func cosign(_ text: String, seconds: UInt64) throws -> SignedNote.Signature {
    let signature = try privateKey.signature(for: Self.message(text, seconds: seconds))
    let time = withUnsafeBytes(of: seconds.bigEndian, Array.init)
    return .init(name: key.name, keyID: key.keyID, bytes: time + signature)
  }

  static func message(_ text: String, seconds: UInt64) -> Data {
    Data("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
  }
}
