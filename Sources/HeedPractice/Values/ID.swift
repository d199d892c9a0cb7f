/// A name without meaning for one thing of a kind: 1 to 40 of the characters a–z, 0–9 and `-`.
///
/// Ids stand in the record where names must not (R11): they say nothing about whom they name.
public struct ID<Thing>: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Takes an id as it stands in an address, a form or the record; nil when it is not one.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard (1...40).contains(bytes.count), bytes.allSatisfy(Self.allows) else { return nil }
    self.text = String(text)
  }

  /// An id written in the source, as tests do.
  ///
  /// - Precondition: the text is an id.
  public init(stringLiteral text: String) {
    guard let id = Self(text) else { preconditionFailure("not an id: \(text)") }
    self = id
  }

  /// A new id of 128 random bits, in 26 characters; `random` is the system's own outside of tests.
  public static func random(using random: inout some RandomNumberGenerator) -> Self {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits: UInt64 = 0
    let characters = (0..<26).map { place in
      // Twelve characters of five bits from each draw: asking the system takes a call.
      bits = place % 12 == 0 ? random.next() : bits >> 5
      return alphabet[Int(bits & 31)]
    }
    return Self(stringLiteral: String(decoding: characters, as: UTF8.self))
  }

  /// A new id of 128 random bits from the system.
  public static func random() -> Self {
    var system = SystemRandomNumberGenerator()
    return random(using: &system)
  }

  public var description: String { text }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension ID: ExpressibleByStringLiteral {}
