import HeedRecord
import Testing

@Suite("A checkpoint")
struct CheckpointTests {
  static let root = "qrm0Duvg3NxX9PTctgaPkF+aZMmFwNeFcXE2iO+JwrA="

  static let sizes: [(String, Int)] = [
    ("0", 0), ("1", 1), ("600", 600), ("9007199254740992", 1 << 53),
  ]

  @Test("is read and written back", arguments: sizes)
  func roundTrip(written: String, size: Int) throws {
    let body = "heed.example/circle/7f3a\n\(written)\n\(Self.root)\n"
    let checkpoint = try Checkpoint(body: body)
    #expect(checkpoint.origin == "heed.example/circle/7f3a")
    #expect(checkpoint.size == size)
    #expect(checkpoint.root.base64 == Self.root)
    #expect(checkpoint.body == body)
  }

  static let malformed: [(String, String)] = [
    ("nothing", ""),
    ("an empty origin", "\n600\n\(root)\n"),
    ("no origin", "600\n\(root)\n"),
    ("no size", "heed.example\n\(root)\n"),
    ("an empty size", "heed.example\n\n\(root)\n"),
    ("a leading zero", "heed.example\n0600\n\(root)\n"),
    ("two zeros", "heed.example\n00\n\(root)\n"),
    ("a plus sign", "heed.example\n+600\n\(root)\n"),
    ("a minus sign", "heed.example\n-600\n\(root)\n"),
    ("minus zero", "heed.example\n-0\n\(root)\n"),
    ("a blank before the size", "heed.example\n 600\n\(root)\n"),
    ("a blank after the size", "heed.example\n600 \n\(root)\n"),
    ("a hexadecimal size", "heed.example\n0x600\n\(root)\n"),
    ("digits of another script", "heed.example\n٦٠٠\n\(root)\n"),
    ("a size beyond 2^53", "heed.example\n9007199254740993\n\(root)\n"),
    ("a size beyond 64 bits", "heed.example\n18446744073709551617\n\(root)\n"),
    ("an extension line", "heed.example\n600\n\(root)\nmore\n"),
    ("an empty line more", "heed.example\n600\n\(root)\n\n"),
    ("an empty line before", "\nheed.example\n600\n\(root)\n"),
    ("no line end at the end", "heed.example\n600\n\(root)"),
    ("text after the last line end", "heed.example\n600\n\(root)\nx"),
    ("line ends of another system", "heed.example\r\n600\r\n\(root)\r\n"),
    ("a root with spare bits", "heed.example\n600\n\(root.dropLast(2))B=\n"),
    ("a root without padding", "heed.example\n600\n\(root.dropLast())\n"),
    ("a root of 31 bytes", "heed.example\n600\n\(String(repeating: "AAAA", count: 10))AA==\n"),
    ("a root of 33 bytes", "heed.example\n600\n\(String(repeating: "AAAA", count: 11))\n"),
    (
      "a root in the alphabet of addresses",
      "heed.example\n600\nqrm0Duvg3NxX9PTctgaPkF-aZMmFwNeFcXE2iO-JwrA=\n"
    ),
    ("an empty root", "heed.example\n600\n\n"),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ body: String) {
    #expect(throws: Malformed.checkpoint) { try Checkpoint(body: body) }
  }

  @Test("is another when the accent of its origin is written otherwise")
  func accents() {
    let root = Cast.hash("a")
    let composed = Checkpoint(origin: "caf\u{E9}", size: 1, root: root)
    let decomposed = Checkpoint(origin: "cafe\u{301}", size: 1, root: root)
    #expect(!Checkpoint.isSame(composed.origin, decomposed.origin))
    #expect(Checkpoint.isSame(composed.origin, composed.origin))
    #expect(composed != decomposed)
    #expect(composed == Checkpoint(origin: "caf\u{E9}", size: 1, root: root))
    #expect(composed != Checkpoint(origin: "caf\u{E9}", size: 2, root: root))
    #expect(composed != Checkpoint(origin: "caf\u{E9}", size: 1, root: .empty))
  }
}
