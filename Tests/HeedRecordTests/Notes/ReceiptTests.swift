import Foundation
import HeedRecord
import Testing

@Suite("A receipt")
struct ReceiptTests {
  @Test("is written, read back and sound, for every entry of every size up to 20")
  func roundTrip() throws {
    let key = try Cast.log().key
    for size in 1...20 {
      for index in 0..<size {
        let receipt = try Cast.receipt(index, of: size)
        let read = try Receipt(receipt.description.utf8)
        #expect(read == receipt)
        #expect(read.description == receipt.description)
        let checkpoint = try Checkpoint(body: receipt.note.text)
        #expect(read.check(with: key) == .sound(checkpoint))
      }
    }
  }

  @Test("is written as C2SP says")
  func lines() throws {
    let receipt = try Cast.receipt(1, of: 3)
    let tree = TreeView(leaves: (0..<3).map { Cast.leaf($0).hash })
    let expected = """
      c2sp.org/tlog-proof@v1
      extra \(Data(Cast.leaf(1).bytes).base64EncodedString())
      index 1
      \(Cast.leaf(0).hash.base64)
      \(Cast.leaf(2).hash.base64)

      heed.example/circle/7f3a
      3
      \(tree.root.base64)

      \(receipt.note.description.split(separator: "\n").last ?? "")

      """
    #expect(receipt.description == expected)
  }

  struct Spoilt: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var part: String
    var by: String
    var with: Malformed

    init(_ what: String, _ part: String, by: String, _ with: Malformed = .receipt) {
      (testDescription, self.part, self.by, self.with) = (what, part, by, with)
    }
  }

  static let spoilt = [
    Spoilt("an unknown first line", "proof@v1", by: "proof@v2"),
    Spoilt("an empty line before", "c2sp.org", by: "\nc2sp.org"),
    Spoilt("line ends of another system", "proof@v1\n", by: "proof@v1\r\n"),
    Spoilt("another word for extra", "extra ", by: "Extra "),
    Spoilt("no leaf", "extra ", by: "index 1\nextra "),
    Spoilt("two blanks before the leaf", "extra ", by: "extra  "),
    Spoilt("bits in the leaf that are no base64", "extra a", by: "extra -"),
    Spoilt("a leaf that is none", "extra a", by: "extra b", .leaf),
    Spoilt("a short leaf", "extra aGVl", by: "extra ", .leaf),
    Spoilt("another word for index", "index ", by: "indeks "),
    Spoilt("a leading zero in the index", "index ", by: "index 0"),
    Spoilt("a sign before the index", "index ", by: "index -"),
    Spoilt("an empty index", "index 1", by: "index "),
    Spoilt("an index beyond 2^53", "index 1", by: "index 9007199254740993"),
    Spoilt("a line that is no hash", "index 1\n", by: "index 1\nx\n"),
    Spoilt("a hash cut short", "index 1\n", by: "index 1\nAAAA\n"),
    Spoilt("no empty line before the checkpoint", "=\n\nheed", by: "=\nheed"),
    Spoilt("no signature", "\n\n— ", by: "\n— ", .note),
    Spoilt("a control byte in the checkpoint", "\n3\n", by: "\n3\t\n", .note),
  ]

  @Test("is refused with", arguments: spoilt)
  func refuses(_ spoilt: Spoilt) throws {
    let sound = try Cast.receipt(1, of: 3).description
    let range = try #require(sound.range(of: spoilt.part))
    let text = sound.replacingCharacters(in: range, with: spoilt.by)
    #expect(throws: spoilt.with) { try Receipt(text.utf8) }
  }

  @Test("is refused when cut anywhere")
  func cut() throws {
    let sound = Array(try Cast.receipt(1, of: 3).description.utf8)
    for count in 0..<sound.count {
      #expect(throws: Malformed.self) { try Receipt(sound.prefix(count)) }
    }
  }

  @Test("is refused with bad UTF-8, or with nothing but its first lines")
  func bytes() throws {
    let sound = Array(try Cast.receipt(1, of: 3).description.utf8)
    #expect(throws: Malformed.receipt) { try Receipt([0xFF] + sound) }
    #expect(throws: Malformed.receipt) { try Receipt([]) }
    let head = sound.split(separator: 0x0A).prefix(3).joined(separator: [0x0A])
    for end in ["", "\n"] {
      #expect(throws: Malformed.receipt) { try Receipt(Array(head) + Array(end.utf8)) }
    }
    for end in ["\n\n", "\n\n\n"] {
      #expect(throws: Malformed.note) { try Receipt(Array(head) + Array(end.utf8)) }
    }
  }

  @Test("has at most 63 hashes")
  func longestProof() throws {
    var receipt = try Cast.receipt(1, of: 3)
    receipt.proof = Cast.leaves(63)
    #expect(try Receipt(receipt.description.utf8) == receipt)
    receipt.proof = Cast.leaves(64)
    #expect(throws: Malformed.receipt) { try Receipt(receipt.description.utf8) }
  }

  @Test("is refused beyond 128 KiB before it is read")
  func limit() {
    #expect(throws: Malformed.receipt) { try Receipt([UInt8](repeating: 0x61, count: 131_072)) }
    #expect(throws: Malformed.tooLarge) { try Receipt([UInt8](repeating: 0x61, count: 131_073)) }
  }
}

@Suite("Checking a receipt finds")
struct ReceiptCheckTests {
  @Test("that it is sound for its own key alone")
  func keys() throws {
    let receipt = try Cast.receipt(1, of: 3)
    let stranger = try LogSigner(name: Cast.logName, privateKey: Cast.privateKey("stranger")).key
    #expect(receipt.check(with: stranger) == .notSigned)
    #expect(receipt.check(with: try Cast.witness().key) == .notACheckpoint)
  }

  @Test("no checkpoint of this log in it")
  func otherOrigin() throws {
    var receipt = try Cast.receipt(1, of: 3)
    receipt.note.text = receipt.note.text.replacing("7f3a", with: "7f3b")
    #expect(receipt.check(with: try Cast.log().key) == .notACheckpoint)
    receipt.note.text = "not a checkpoint\n"
    #expect(receipt.check(with: try Cast.log().key) == .notACheckpoint)

    let early = try Cast.receipt(1, of: 3).description.replacing("index 1\n", with: "index 1\n\n")
    receipt = try Receipt(early.utf8)
    #expect(receipt.proof.isEmpty, "an empty line too early ends the proof")
    #expect(receipt.check(with: try Cast.log().key) == .notACheckpoint)
  }

  @Test("another way to write an accent in the origin")
  func accent() throws {
    let signer = try LogSigner(name: "caf\u{E9}", privateKey: Cast.privateKey("accent"))
    let leaf = Cast.leaf(0)
    func receipt(_ origin: String) throws -> Receipt {
      let note = try signer.sign(Checkpoint(origin: origin, size: 1, root: leaf.hash))
      return Receipt(leaf: leaf, index: 0, proof: [], note: note)
    }
    let sound = Checkpoint(origin: "caf\u{E9}", size: 1, root: leaf.hash)
    #expect(try receipt("caf\u{E9}").check(with: signer.key) == .sound(sound))
    #expect(try receipt("cafe\u{301}").check(with: signer.key) == .notACheckpoint)
  }

  @Test("a forged signature before anything else")
  func forged() throws {
    var receipt = try Cast.receipt(1, of: 3)
    receipt.note.signatures[0].bytes[5] ^= 1
    #expect(receipt.check(with: try Cast.log().key) == .forged)
    receipt.index = 0
    #expect(receipt.check(with: try Cast.log().key) == .forged)
    receipt = try Cast.receipt(1, of: 3)
    receipt.note.text = receipt.note.text.replacing("\n3\n", with: "\n4\n")
    #expect(receipt.check(with: try Cast.log().key) == .forged)
  }

  @Test("no signature")
  func unsigned() throws {
    var receipt = try Cast.receipt(1, of: 3)
    receipt.note.signatures[0].keyID ^= 1
    #expect(receipt.check(with: try Cast.log().key) == .notSigned)
  }

  @Test("that the leaf does not stand there")
  func notIncluded() throws {
    let key = try Cast.log().key
    let sound = try Cast.receipt(1, of: 3)
    var receipt = sound
    for index in [0, 2, 3, 1 << 53] {
      receipt.index = index
      #expect(receipt.check(with: key) == .notIncluded)
    }
    receipt = sound
    receipt.leaf = Cast.leaf(2)
    #expect(receipt.check(with: key) == .notIncluded)
    receipt = sound
    receipt.proof.swapAt(0, 1)
    #expect(receipt.check(with: key) == .notIncluded)
    receipt.proof = Cast.leaves(63)
    #expect(receipt.check(with: key) == .notIncluded)
  }

  @Test("nothing to stand in, for hostile sizes", arguments: [0, 1, 2, 1 << 52, 1 << 53])
  func hostileSize(size: Int) throws {
    let signer = try Cast.log()
    let checkpoint = Checkpoint(origin: Cast.logName, size: size, root: Cast.hash("root"))
    let note = try signer.sign(checkpoint)
    for index in [0, 1, size - 1, size, 1 << 53] where index >= 0 {
      for proof in [[], Cast.leaves(1), Cast.leaves(53), Cast.leaves(63)] {
        let receipt = Receipt(leaf: Cast.leaf(0), index: index, proof: proof, note: note)
        #expect(try Receipt(receipt.description.utf8).check(with: signer.key) == .notIncluded)
      }
    }
  }
}
