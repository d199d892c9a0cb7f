import Foundation

/// Base64 in its one canonical form, with padding.
///
/// Foundation accepts spare bits in the last character; here what is read is written back and
/// compared, so that no two texts stand for the same bytes.
enum Base64 {
  static func encode(_ bytes: some Collection<UInt8>) -> String {
    Data(bytes).base64EncodedString()
  }

  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let text = String(text)
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text
    else { return nil }
    return [UInt8](data)
  }
}

extension TreeHash {
  /// A hash in base64, as checkpoints and proofs write it; nil when it is not exactly that.
  public init?(base64 text: some StringProtocol) {
    guard let bytes = Base64.decode(text) else { return nil }
    self.init(bytes)
  }
}

/// Splits at line ends by bytes: as characters, `\r\n` would be one and hide a line end.
func lines(_ text: String) -> [Substring] {
  pieces(text, by: "\n")
}

/// Splits at an ASCII character by bytes, empty pieces included.
///
/// As characters, a mark that combines would make the character before it another one.
func pieces(_ text: String, by separator: Unicode.Scalar, atMost: Int = .max) -> [Substring] {
  text.utf8
    .split(
      separator: UInt8(ascii: separator), maxSplits: atMost - 1, omittingEmptySubsequences: false
    )
    .map { Substring($0) }
}

/// A decimal number of a checkpoint: no sign, no leading zero, at most 2^53.
func decimal(_ text: some StringProtocol) -> Int? {
  guard let number = Int(text), number >= 0, number <= 1 << 53, String(number) == text
  else { return nil }
  return number
}
