import Crypto
import Foundation
package import HeedRecord

/// The server's own secrets: one signs checkpoints, one wraps the keys of entries, one makes form
/// tokens.
///
/// They lie in a file of their own, so that a copy of the database alone opens nothing.
package struct Keys: Sendable {
  private let signing: Curve25519.Signing.PrivateKey
  private let wrapping: SymmetricKey
  private let forms: SymmetricKey

  /// Fresh keys.
  package init() {
    signing = Curve25519.Signing.PrivateKey()
    wrapping = SymmetricKey(size: .bits256)
    forms = SymmetricKey(size: .bits256)
  }

  private static let firstLine = "heed-keys/v1"

  /// Reads keys back.
  ///
  /// - Throws: ``Fault/unreadableKeys`` when the text is not what ``text`` wrote.
  package init(_ text: String) throws {
    let lines = text.split(separator: "\n")
    let parts = lines.dropFirst().compactMap { Data(base64Encoded: String($0)) }
    guard lines.first.map(String.init) == Self.firstLine, lines.count == 4, parts.count == 3,
      parts.allSatisfy({ $0.count == 32 }),
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: parts[0])
    else { throw Fault.unreadableKeys }
    self.signing = signing
    wrapping = SymmetricKey(data: parts[1])
    forms = SymmetricKey(data: parts[2])
  }

  package var text: String {
    let parts = [
      signing.rawRepresentation, wrapping.withUnsafeBytes { Data($0) },
      forms.withUnsafeBytes { Data($0) },
    ]
    return ([Self.firstLine] + parts.map { $0.base64EncodedString() }).joined(separator: "\n")
      + "\n"
  }

  /// Signs the checkpoints of one log; the name of its key is the log's origin.
  package func signer(for origin: String) throws -> LogSigner {
    try LogSigner(name: origin, privateKey: signing)
  }

  /// Seals and opens the entries of one log, under a key of that log's own.
  package func sealer(for origin: String) -> Sealer {
    let logKey = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: wrapping, info: Data("heed log key\n\(origin)".utf8), outputByteCount: 32)
    return Sealer(origin: origin, logKey: logKey)
  }

  /// The token that a form carries to show that this server gave it to this session.
  package func formToken(for session: some Sequence<UInt8>) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("form\n".utf8) + Data(session), using: forms)
    return Data(code).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
