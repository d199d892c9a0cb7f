import Crypto
import Foundation
import HeedRecord
import Testing

@Suite("A leaf")
struct LeafTests {
  static let header = """
    heed-header/v1
    origin heed.example/circle/7f3a
    kind criticism
    day 2026-11-22
    by code

    """
  static let body = "You moved the meeting without asking us.\n"

  @Test("agrees with the published commitments, lock and hash")
  func vector() throws {
    let headerNonce = Cast.sha256("heed vector nonce header")
    #expect(headerNonce.prefix(4) == [0x99, 0xE7, 0xBC, 0x66])
    #expect(headerNonce.suffix(2) == [0xAD, 0xAE])
    let bodyNonce = Cast.sha256("heed vector nonce body")
    let header = try #require(EntryCommitment.header(Self.header, nonce: headerNonce))
    let body = try #require(EntryCommitment.body(Self.body, nonce: bodyNonce))
    let secret = Array(Cast.sha256("heed vector withdraw").prefix(16))
    let lock = try #require(WithdrawalCode(secret)).lock
    #expect(header.base64 == "i+Pp0o3s3OKf+xE7jjjbdfXuy7Ngtfazb8XeRxUo6As=")
    #expect(body.base64 == "5AuTE3VJUSuAdNAy7TfqcuQjyB705upxdWXU1Ucj7SI=")
    #expect(lock.base64 == "FYdrDWprF5ZfQoNmu5hVkpLl/GoUrlo+7ItlOam8YYU=")

    let leaf = Leaf(header: header, body: body, lock: lock)
    #expect(leaf.hash.base64 == "XsaL4UwlJ6SeRU6h4QT6ctSPxja/dsDFMdZ4vYOiR2A=")
    #expect(leaf.bytes.count == 148)
    #expect(leaf.bytes.count == Leaf.byteCount)
    #expect(
      leaf.bytes
        == Array("heed-leaf/v1\n\(header.base64)\n\(body.base64)\n\(lock.base64)\n".utf8))
  }

  @Test("is read back with its three parts")
  func roundTrip() throws {
    let leaf = Cast.leaf(3)
    let read = try Leaf(leaf.bytes)
    #expect(read == leaf)
    #expect(read.header == Cast.hash("header 3"))
    #expect(read.body == Cast.hash("body 3"))
    #expect(read.lock == Cast.hash("lock 3"))
    #expect(read != Cast.leaf(4))
  }

  /// No byte is free: with any bit of any byte flipped it is another leaf, or none.
  @Test("is another leaf or none with any bit flipped")
  func flipped() {
    let leaf = Cast.leaf(1)
    for place in leaf.bytes.indices {
      for bit in 0..<8 {
        var bytes = leaf.bytes
        bytes[place] ^= 1 << UInt8(bit)
        guard let other = try? Leaf(bytes) else { continue }
        #expect(other.bytes == bytes)
        #expect(other != leaf)
        let isAnother =
          other.header != leaf.header || other.body != leaf.body || other.lock != leaf.lock
        #expect(isAnother, "byte \(place), bit \(bit)")
        #expect(other.hash != leaf.hash)
      }
    }
  }

  static let word = Cast.hash("a").base64
  static let sound = "heed-leaf/v1\n\(word)\n\(word)\n\(word)\n"
  static let short = "heed-leaf/v1\n\(word)\n\(word)\n"

  static let malformed: [(String, String)] = [
    ("nothing", ""),
    ("a byte less", String(sound.dropLast())),
    ("a byte more", "\(sound)\n"),
    ("another version", sound.replacing("v1", with: "v2")),
    ("a longer first line and the end cut", sound.replacing("v1", with: "v1 ").dropLast() + ""),
    ("only two hashes", short + String(repeating: "\n", count: 45)),
    ("a letter in place of the last line end", "\(sound.dropLast())x"),
    ("spare bits in a hash", "\(short)\(word.dropLast(2))9=\n"),
    ("a hash of 33 bytes", "\(short)\(word.dropLast())A\n"),
    ("a hash in the wrong alphabet", "\(short)-\(word.dropFirst())\n"),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ text: String) {
    #expect(throws: Malformed.leaf) { try Leaf(Array(text.utf8)) }
  }

  @Test("is refused with bytes that are no text")
  func refusesBytes() {
    #expect(throws: Malformed.leaf) { try Leaf(Array(Self.sound.utf8.dropLast()) + [0xFF]) }
  }

  @Test("commits only under a nonce of 32 bytes", arguments: 0...64)
  func nonces(count: Int) {
    let nonce = [UInt8](repeating: 1, count: count)
    #expect((EntryCommitment.header("a", nonce: nonce) != nil) == (count == 32))
    #expect((EntryCommitment.body("a", nonce: nonce) != nil) == (count == 32))
  }

  @Test("commits to header and body under labels of their own")
  func labels() {
    let nonce = Cast.sha256("nonce")
    #expect(EntryCommitment.header("a", nonce: nonce) != EntryCommitment.body("a", nonce: nonce))
    #expect(EntryCommitment.body("a", nonce: nonce) != EntryCommitment.body("b", nonce: nonce))
    #expect(
      EntryCommitment.body("a", nonce: nonce)
        != EntryCommitment.body("a", nonce: Cast.sha256("other")))
  }

  @Test("opens its lock only with a code of 16 bytes", arguments: 0...32)
  func codes(count: Int) {
    let code = WithdrawalCode([UInt8](repeating: 1, count: count))
    #expect((code != nil) == (count == 16))
  }

  @Test("has a lock that is the hash of the code behind its label")
  func lock() throws {
    let secret = [UInt8](1...16)
    let code = try #require(WithdrawalCode(secret))
    #expect(code.bytes == secret)
    #expect(code.lock.bytes == Cast.sha256(Array("heed-withdraw/v1\n".utf8) + secret))
  }
}
