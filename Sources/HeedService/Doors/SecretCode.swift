import Crypto
import Foundation

/// A secret on paper or in a link: 24 characters of Crockford's base 32, 120 random bits.
///
/// Long enough that it is looked up by its plain SHA-256, without a name and without a costly
/// derivation for an attacker to abuse (ASVS 5.0, 6.5.2).
package struct SecretCode: Equatable, Sendable {
  /// As it is printed: six groups of four.
  package let text: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 24

  package static func random() -> SecretCode {
    var system = SystemRandomNumberGenerator()
    let characters = (0..<length).map { _ in alphabet[Int(system.next() & 31)] }
    return SecretCode(characters: characters)
  }

  /// Takes what somebody typed: any case, with or without separators, O for 0 and I or L for 1.
  package init?(typed: String) {
    guard typed.utf8.count <= 100 else { return nil }
    var characters: [Character] = []
    for character in typed where !character.isWhitespace && character != "-" {
      guard character.isASCII else { return nil }
      switch Character(character.uppercased()) {
      case "O": characters.append("0")
      case "I", "L": characters.append("1")
      case let letter:
        guard Self.alphabet.contains(letter) else { return nil }
        characters.append(letter)
      }
    }
    guard characters.count == Self.length else { return nil }
    self.init(characters: characters)
  }

  private init(characters: [Character]) {
    text = stride(from: 0, to: Self.length, by: 4)
      .map { String(characters[$0..<($0 + 4)]) }.joined(separator: "-")
  }

  /// As it stands in a link: without separators, in small letters.
  package var inLink: String {
    text.lowercased().replacingOccurrences(of: "-", with: "")
  }

  package var hash: [UInt8] { Array(SHA256.hash(data: Data("heed-code/v1\n\(text)".utf8))) }
}
