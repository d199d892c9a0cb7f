/// A random source that gives the same throws for the same seed, on every machine.
///
/// Source: SplitMix64, Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }

  /// Pieces of text on which readers of text stumble.
  static let pitfalls = [
    "", "\n", "\n\n", " ", "  ", "\n  ", "\r", "\t", "\0", "+", "—", "— ", "0", "-", "=", "/",
    "é", "e\u{301}", "\u{301}", "\u{600}", "\u{200D}", "\u{2028}", "\u{A0}", "\u{FEFF}",
    "سلام", "🪑", "🏽", "ไม้", "\u{E31}", "thread ", "extra ", "index ", "x001", ".p/",
  ]

  /// One to four small damages to some bytes.
  mutating func spoil(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let start = Int.random(in: 0...bytes.count, using: &self)
      let end = Int.random(in: start...min(start + 8, bytes.count), using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8(pick(Array(0..<8))) }
      case 1: bytes.insert(contentsOf: Array(pick(Self.pitfalls).utf8), at: start)
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: pick([0, start, bytes.count]))
      case 4: bytes.replaceSubrange(start..<end, with: self.bytes(end - start))
      default: bytes.removeLast(min(bytes.count, pick([1, 2, 45])))
      }
    }
    return bytes
  }
}
