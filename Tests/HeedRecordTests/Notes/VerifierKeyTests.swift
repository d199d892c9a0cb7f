import Crypto
import Foundation
import HeedRecord
import Testing

@Suite("A key that verifies")
struct VerifierKeyTests {
  static let material = "AfdqPmY69SLF7Dkq5Kj5zDBexCh3bYGIEmGpk/roSpOa"

  static let malformed: [(String, String)] = [
    ("nothing", ""),
    ("no name", "+22b3e855+\(material)"),
    ("one part", "heed.example"),
    ("two parts", "heed.example+22b3e855"),
    ("an empty key", "heed.example/circle/7f3a+22b3e855+"),
    ("a wrong key id", "heed.example/circle/7f3a+22b3e856+\(material)"),
    ("another name", "heed.example/circle/7f3b+22b3e855+\(material)"),
    ("a key id in capitals", "heed.example/circle/7f3a+22B3E855+\(material)"),
    ("a short key id", "heed.example/circle/7f3a+2b3e855+\(material)"),
    ("a long key id", "heed.example/circle/7f3a+022b3e855+\(material)"),
    ("a blank in the name", "heed.example /circle+22b3e855+\(material)"),
    ("spare bits", "heed.example/circle/7f3a+22b3e855+\(material.dropLast())b"),
    ("a line end", "heed.example/circle/7f3a+22b3e855+\(material)\n"),
    ("a key one byte short", "k+00000000+" + base64([1] + [UInt8](repeating: 9, count: 31))),
    ("a key one byte long", "k+00000000+" + base64([1] + [UInt8](repeating: 9, count: 33))),
    ("an unknown type", "k+00000000+" + base64([2] + [UInt8](repeating: 9, count: 32))),
    ("the type of another scheme", "k+00000000+" + base64([6] + [UInt8](repeating: 9, count: 32))),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ text: String) {
    #expect(throws: Malformed.verifierKey) { try VerifierKey(text) }
  }

  @Test("is refused in a text beyond 1024 bytes")
  func tooLong() throws {
    func written(_ count: Int) throws -> String {
      let key = try Cast.privateKey("a").publicKey.rawRepresentation
      let name = String(repeating: "n", count: count - 10 - 44)
      return try VerifierKey(name: name, algorithm: .ed25519, key: [UInt8](key)).description
    }
    #expect(try VerifierKey(written(1024)).description.utf8.count == 1024)
    #expect(throws: Malformed.verifierKey) { try VerifierKey(written(1025)) }
  }

  @Test("is refused with other than 32 bytes", arguments: [0, 1, 31, 33, 64])
  func refusesLength(count: Int) {
    let key = [UInt8](repeating: 9, count: count)
    #expect(throws: Malformed.verifierKey) {
      try VerifierKey(name: "log", algorithm: .ed25519, key: key)
    }
  }

  static let badNames = [
    "", " ", "a b", "a+b", "+", "a\n", "a\tb", "a\u{1}b", "a\u{1F}b", "a\0", "a\u{A0}b",
    "a\u{2003}b",
    "a\u{2028}b", "a\u{85}b", "a\u{3000}", "a+\u{301}b", "a \u{301}b",
  ]

  @Test("is refused with a name that cannot stand in a note", arguments: badNames)
  func refusesName(_ name: String) throws {
    let key = try Cast.privateKey("a")
    #expect(throws: Malformed.verifierKey) { try LogSigner(name: name, privateKey: key) }
    #expect(throws: Malformed.verifierKey) { try Cosigner(name: name, privateKey: key) }
  }

  static let goodNames = [
    "a", "heed.example/circle/7f3a", "Åsa", "سلام", "🪑", "a/b-c_d.e~f", "—", "\u{301}a", "a\u{600}",
    "\u{200D}a", "cafe\u{301}", "a\u{7F}",
  ]

  @Test("is written and read back with any other name", arguments: goodNames)
  func roundTrip(_ name: String) throws {
    let signer = try LogSigner(name: name, privateKey: Cast.privateKey(name))
    #expect(try VerifierKey(signer.key.description) == signer.key)
    #expect(try VerifierKey(Substring("key \(signer.key)".utf8.dropFirst(4))) == signer.key)

    let note = try signer.sign(Checkpoint(origin: name, size: 0, root: .empty))
    let read = try SignedNote(note.description.utf8)
    #expect(read == note)
    #expect(read.check(with: [signer.key]) == .signed(by: [name]))
  }

  @Test("writes its id with eight digits, also when it begins with zero")
  func shortID() throws {
    let key = [UInt8](try Cast.privateKey("a").publicKey.rawRepresentation)
    let small = try (0..<2000).lazy
      .map {
        try VerifierKey(name: "log \($0)".replacing(" ", with: "/"), algorithm: .ed25519, key: key)
      }
      .first { $0.keyID < 1 << 24 }
    let found = try #require(small)
    #expect(found.description.split(separator: "+")[1].utf8.count == 8)
    #expect(try VerifierKey(found.description) == found)
  }

  /// Every way to write a point whose order divides eight.
  static let smallOrder = [
    String(repeating: "00", count: 32),
    "01" + String(repeating: "00", count: 31),
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ec" + String(repeating: "ff", count: 30) + "7f",
    "ed" + String(repeating: "ff", count: 30) + "7f",
    "ee" + String(repeating: "ff", count: 30) + "7f",
  ]

  @Test("is refused as a point of small order, with either sign", arguments: smallOrder)
  func refusesSmallOrder(digits: String) throws {
    for sign: UInt8 in [0, 0x80] {
      var key = bytes(hex: digits)
      key[31] |= sign
      for algorithm in [VerifierKey.Algorithm.ed25519, .cosignature] {
        #expect(throws: Malformed.weakKey) {
          try VerifierKey(name: "log", algorithm: algorithm, key: key)
        }
        let written = "log+00000000+" + Self.base64([algorithm.rawValue] + key)
        #expect(throws: Malformed.weakKey) { try VerifierKey(written) }
      }
      for byte in 0..<32 {
        var near = key
        near[byte] ^= 0x10
        #expect(throws: Never.self) {
          try VerifierKey(name: "log", algorithm: .ed25519, key: near)
        }
      }
    }
  }

  @Test("is another when the accent of its name is written otherwise")
  func accents() throws {
    let key = [UInt8](try Cast.privateKey("a").publicKey.rawRepresentation)
    let composed = try VerifierKey(name: "caf\u{E9}", algorithm: .ed25519, key: key)
    let decomposed = try VerifierKey(name: "cafe\u{301}", algorithm: .ed25519, key: key)
    #expect(composed != decomposed)
    #expect(composed.keyID != decomposed.keyID)
    let witness = try VerifierKey(name: "caf\u{E9}", algorithm: .cosignature, key: key)
    #expect(composed != witness)
    #expect(composed.keyID != witness.keyID)
    let other = [UInt8](try Cast.privateKey("b").publicKey.rawRepresentation)
    #expect(try composed != VerifierKey(name: "caf\u{E9}", algorithm: .ed25519, key: other))
  }

  @Test("does not take a signature of another length, text, or kind")
  func signatures() throws {
    let text = "text\n"
    let log = try Cast.log().key
    let plain = [UInt8](try Cast.privateKey("heed test log key 1").signature(for: Data(text.utf8)))
    #expect(log.hasSigned(text, plain))
    #expect(!log.hasSigned("texts\n", plain))
    #expect(!log.hasSigned(text, plain + [0]))
    #expect(!log.hasSigned(text, plain.dropLast()))
    #expect(!log.hasSigned(text, []))

    let witness = try Cast.witness()
    let cosigned = try witness.cosign(text, seconds: .max).bytes
    #expect(witness.key.hasSigned(text, cosigned))
    #expect(!witness.key.hasSigned("texts\n", cosigned))
    #expect(!witness.key.hasSigned(text, cosigned + [0]))
    #expect(!witness.key.hasSigned(text, cosigned.dropLast()))
    #expect(!witness.key.hasSigned(text, Array(cosigned.dropFirst(8))))
    #expect(!witness.key.hasSigned(text, Array(cosigned.prefix(7))))
    #expect(!log.hasSigned(text, cosigned))
  }

  static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
  }
}
