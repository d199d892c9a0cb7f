import Foundation

/// The fields of a form, decoded strictly: every field once, valid UTF-8, no control characters.
struct Form: Equatable, Sendable {
  private(set) var fields: [String: String] = [:]
  /// In the order they came.
  private(set) var names: [String] = []

  /// The most fields, and the most bytes, a form may have.
  static let limit = (fields: 64, bytes: 131_072)

  init() {}

  init(_ fields: [String: String]) {
    self.fields = fields
    names = fields.keys.sorted()
  }

  /// Decodes `application/x-www-form-urlencoded`; nil for anything that is not.
  init?(encoded: some Collection<UInt8>) {
    guard encoded.count <= Self.limit.bytes else { return nil }
    for pair in encoded.split(separator: UInt8(ascii: "&")) {
      let sides = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard names.count < Self.limit.fields, let name = Self.decode(sides[0]),
        let value = Self.decode(sides.count == 2 ? sides[1] : sides[0].prefix(0)),
        fields[name] == nil
      else { return nil }
      fields[name] = value
      names.append(name)
    }
  }

  /// A field as it was typed; empty when it was not sent.
  func raw(_ name: String) -> String { fields[name] ?? "" }

  /// A field without white space around it.
  subscript(_ name: String) -> String {
    raw(name).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// With line ends as `\n`; nil when a byte does not fit.
  private static func decode(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit)
        else { return nil }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    guard let text = String(validating: decoded, as: UTF8.self) else { return nil }
    let hasReturns = decoded.contains(UInt8(ascii: "\r"))
    let unixText =
      hasReturns
      ? text.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n") : text
    return unixText.unicodeScalars.allSatisfy(isAllowed) ? unixText : nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t"
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
