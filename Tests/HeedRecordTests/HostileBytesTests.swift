import HeedRecord
import Testing

@Suite("Bytes from anywhere")
struct HostileBytesTests {
  /// Something read from bytes, and how it is written again.
  struct Reader: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Bytes that are read well, to be spoilt.
    var samples: @Sendable () throws -> [String]
    /// The bytes written again; nil when they were refused.
    var rewrite: @Sendable ([UInt8]) -> [UInt8]?

    init(
      _ what: String, _ samples: @escaping @Sendable () throws -> [String],
      _ rewrite: @escaping @Sendable ([UInt8]) -> String?
    ) {
      testDescription = what
      self.samples = samples
      self.rewrite = { rewrite($0).map { Array($0.utf8) } }
    }
  }

  static let readers = [
    Reader("as a signed note", { [try Cast.receipt(2, of: 5).note.description] }) {
      (try? SignedNote($0))?.description
    },
    Reader("as a receipt", { [try Cast.receipt(2, of: 5).description] }) {
      (try? Receipt($0))?.description
    },
    Reader("as a checkpoint", { [NoteVectorTests.body] }) {
      String(validating: $0, as: UTF8.self).flatMap { try? Checkpoint(body: $0) }?.body
    },
    Reader("as a key", { [Cast.logKey, Cast.witnessKey] }) {
      String(validating: $0, as: UTF8.self).flatMap { try? VerifierKey($0) }?.description
    },
    Reader("as the address of a tile", { TilePathTests.written.map(\.1) }) {
      String(validating: $0, as: UTF8.self).flatMap { TilePath($0) }?.description
    },
    Reader("as a header", { [LeafTests.header, LeafTests.header + "thread t\nfact f\n"] }) {
      String(validating: $0, as: UTF8.self).flatMap { try? EntryHeader($0) }?.text
    },
    Reader("as a body", { ["what\n  a\n  \n  b\nwhen\n  \n"] }) {
      String(validating: $0, as: UTF8.self).flatMap { try? EntryBody($0) }?.text
    },
    Reader("as a leaf", { [String(decoding: Cast.leaf(1).bytes, as: UTF8.self)] }) {
      (try? Leaf($0)).map { String(decoding: $0.bytes, as: UTF8.self) }
    },
  ]

  @Test("are refused or written back as they were", arguments: readers)
  func refusedOrKept(_ reader: Reader) throws {
    let samples = try reader.samples().map { Array($0.utf8) }
    for sample in samples { #expect(reader.rewrite(sample) == sample) }
    var kept = 0
    for seed in 0..<3000 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let bytes = seed % 8 == 0 ? noise(&dice) : dice.spoil(dice.pick(samples))
      guard let again = reader.rewrite(bytes) else { continue }
      kept += 1
      if again != bytes { Issue.record("seed \(seed)") }
    }
    #expect(kept < 3000)
  }

  private func noise(_ dice: inout Dice) -> [UInt8] {
    let count = Int.random(in: 0...300, using: &dice)
    if Bool.random(using: &dice) { return dice.bytes(count) }
    return (0..<(count / 10)).flatMap { _ in Array(dice.pick(Dice.pitfalls).utf8) }
  }
}
