import Foundation
import HeedRecord
import Testing

@Suite("A signed note")
struct SignedNoteTests {
  static let data = Data([1, 2, 3, 4, 5, 6, 7, 8]).base64EncodedString()

  struct Read: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var note: String
    var text: String
    var names: [String]
  }

  static let sound = [
    Read(
      testDescription: "with one line", note: "a\n\n— n \(data)\n", text: "a\n", names: ["n"]),
    Read(
      testDescription: "with two lines under an empty text",
      note: "\n\n— n \(data)\n— m \(data)\n", text: "\n", names: ["n", "m"]),
    Read(
      testDescription: "whose text has empty lines: the last one counts",
      note: "a\n\nb\n\n\n— n \(data)\n", text: "a\n\nb\n\n", names: ["n"]),
    Read(
      testDescription: "whose text looks signed itself",
      note: "a\n\n— m \(data)\n\n— n \(data)\n", text: "a\n\n— m \(data)\n", names: ["n"]),
    Read(
      testDescription: "with names in any script", note: "ä🪑\n\n— سلام \(data)\n", text: "ä🪑\n",
      names: ["سلام"]),
  ]

  @Test("is read and written back", arguments: sound)
  func roundTrip(_ read: Read) throws {
    let note = try SignedNote(read.note.utf8)
    #expect(Array(note.text.utf8) == Array(read.text.utf8))
    #expect(note.signatures.map(\.name) == read.names)
    #expect(note.signatures.allSatisfy { $0.keyID == 0x0102_0304 && $0.bytes == [5, 6, 7, 8] })
    #expect(Array(note.description.utf8) == Array(read.note.utf8))
  }

  @Test("is read with one byte after the id of its key, whatever that may mean")
  func shortest() throws {
    let note = try SignedNote("a\n\n— n AQIDBAU=\n".utf8)
    #expect(note.signatures == [.init(name: "n", keyID: 0x0102_0304, bytes: [5])])
  }

  static let malformed: [(String, String)] = [
    ("nothing", ""),
    ("one line end", "\n"),
    ("two line ends", "\n\n"),
    ("no text", "\n— n \(data)\n"),
    ("no empty line", "a\n— n \(data)\n"),
    ("no signature", "a\n\n"),
    ("no signature after a signed text", "a\n\n— n \(data)\n\n"),
    ("no line end at the end", "a\n\n— n \(data)"),
    ("text after the signatures", "a\n\n— n \(data)\nb\n"),
    ("a hyphen for the dash", "a\n\n- n \(data)\n"),
    ("no dash", "a\n\nn \(data)\n"),
    ("two blanks", "a\n\n—  n \(data)\n"),
    ("a blank before the dash", "a\n\n — n \(data)\n"),
    ("a blank at the end", "a\n\n— n \(data) \n"),
    ("an empty name", "a\n\n—  \(data)\n"),
    ("a plus in a name", "a\n\n— n+m \(data)\n"),
    ("a narrow blank in a name", "a\n\n— n\u{202F}m \(data)\n"),
    ("a blank under an accent in a name", "a\n\n— n \u{301}m \(data)\n"),
    ("no data", "a\n\n— n\n"),
    ("empty data", "a\n\n— n \n"),
    ("data of the id alone", "a\n\n— n AQIDBA==\n"),
    ("data of three bytes", "a\n\n— n AQID\n"),
    ("spare bits", "a\n\n— n AQIDBAV=\n"),
    ("no padding", "a\n\n— n AQIDBAU\n"),
    ("too much padding", "a\n\n— n AQIDBAUG====\n"),
    ("the alphabet of addresses", "a\n\n— n AQIDBAUG-_-_\n"),
    ("line ends of another system", "a\r\n\r\n— n \(data)\r\n"),
    ("a carriage return in its text", "a\rb\n\n— n \(data)\n"),
    ("a tab", "a\tb\n\n— n \(data)\n"),
    ("a zero byte", "a\0\n\n— n \(data)\n"),
    ("the last control byte", "a\u{1F}\n\n— n \(data)\n"),
    ("an escape", "a\u{1B}[1m\n\n— n \(data)\n"),
  ]

  static let notText: [(String, [UInt8])] = [
    ("a lone 0xFF", [0x61, 0xFF]),
    ("a surrogate", [0xED, 0xA0, 0x80]),
    ("an overlong slash", [0xC0, 0xAF]),
    ("a dash cut short", [0xE2, 0x80]),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ note: String) {
    #expect(throws: Malformed.note) { try SignedNote(note.utf8) }
  }

  @Test("is refused with bytes that are no text", arguments: notText)
  func refuses(_ what: String, _ bytes: [UInt8]) {
    let rest = Array("a\n\n— n \(Self.data)\n".utf8)
    #expect(throws: Malformed.note) { try SignedNote(bytes + rest) }
  }

  @Test("is refused with more than 64 signatures")
  func signatureLimit() throws {
    let line = "— n \(Self.data)\n"
    let most = "a\n\n" + String(repeating: line, count: 64)
    #expect(try SignedNote(most.utf8).signatures.count == 64)
    #expect(throws: Malformed.tooLarge) { try SignedNote((most + line).utf8) }
  }

  @Test("is refused beyond 64 KiB")
  func byteLimit() throws {
    let end = "\n\n— n \(Self.data)\n"
    let text = String(repeating: "a", count: 65_536 - end.utf8.count)
    #expect(try SignedNote((text + end).utf8).description.utf8.count == 65_536)
    #expect(throws: Malformed.tooLarge) { try SignedNote((text + "a" + end).utf8) }
  }

  @Test("is another when the accent of a name or of its text is written otherwise")
  func accents() {
    func note(_ text: String, _ name: String, _ id: UInt32 = 1, _ byte: UInt8 = 2) -> SignedNote {
      SignedNote(text: text, signatures: [.init(name: name, keyID: id, bytes: [byte])])
    }
    #expect(note("caf\u{E9}\n", "n") == note("caf\u{E9}\n", "n"))
    #expect(note("caf\u{E9}\n", "n") != note("cafe\u{301}\n", "n"))
    #expect(note("a\n", "caf\u{E9}") != note("a\n", "cafe\u{301}"))
    #expect(note("a\n", "n") != note("a\n", "n", 3))
    #expect(note("a\n", "n") != note("a\n", "n", 1, 3))
  }
}

@Suite("Checking a note against known keys")
struct SignedNoteCheckTests {
  static let body =
    "heed.example/circle/7f3a\n600\nqrm0Duvg3NxX9PTctgaPkF+aZMmFwNeFcXE2iO+JwrA=\n"

  /// The checkpoint above, signed by the log and seen by the witness.
  private func signed() throws -> SignedNote {
    var note = try Cast.log().sign(Checkpoint(body: Self.body))
    note.signatures.append(try Cast.witness().cosign(note.text, seconds: 1_790_000_000))
    return note
  }

  @Test("names those who signed, in the order of the note")
  func names() throws {
    let (log, witness) = (try Cast.log().key, try Cast.witness().key)
    var note = try signed()
    #expect(note.check(with: [witness, log]) == .signed(by: [Cast.logName, Cast.witnessName]))
    #expect(note.check(with: [witness]) == .signed(by: [Cast.witnessName]))
    note.signatures.reverse()
    #expect(note.check(with: [witness, log]) == .signed(by: [Cast.witnessName, Cast.logName]))
  }

  @Test("ignores whom it does not know")
  func unknown() throws {
    let stranger = try LogSigner(name: Cast.logName, privateKey: Cast.privateKey("stranger")).key
    let renamed = try LogSigner(
      name: "other.example", privateKey: Cast.privateKey("heed test log key 1")
    ).key
    #expect(try signed().check(with: []) == .unsigned)
    #expect(try signed().check(with: [stranger, renamed]) == .unsigned)
    #expect(try signed().check(with: [stranger, Cast.log().key]) == .signed(by: [Cast.logName]))

    var note = try signed()
    note.signatures.insert(
      .init(name: Cast.logName, keyID: stranger.keyID, bytes: [0]), at: 0)
    note.signatures.insert(
      .init(name: "other.example", keyID: try Cast.log().key.keyID, bytes: [0]), at: 0)
    #expect(note.check(with: [try Cast.log().key]) == .signed(by: [Cast.logName]))
  }

  @Test("refuses all of it when a known key has not signed")
  func forged() throws {
    let keys = [try Cast.log().key, try Cast.witness().key]
    for place in 0..<2 {
      let name = [Cast.logName, Cast.witnessName][place]
      var note = try signed()
      note.signatures[place].bytes[20] ^= 1
      #expect(note.check(with: keys) == .forged(name: name))
      note.signatures[place].bytes.removeLast()
      #expect(note.check(with: keys) == .forged(name: name))
    }
    var note = try signed()
    note.signatures.append(note.signatures[0])
    note.signatures[2].bytes[0] ^= 1
    #expect(note.check(with: keys) == .forged(name: Cast.logName), "after one that fits")
    note = try signed()
    note.text += "more\n"
    #expect(note.check(with: keys) == .forged(name: Cast.logName), "the log did not say this")
  }

  @Test("counts a key once, however often it signed")
  func twice() throws {
    var note = try signed()
    note.signatures.append(try Cast.witness().cosign(note.text, seconds: 1_790_000_001))
    #expect(note.check(with: [try Cast.witness().key]) == .signed(by: [Cast.witnessName]))
  }

  @Test("counts two keys of one name as two")
  func namesakes() throws {
    let log = try Cast.log()
    let namesake = try LogSigner(name: Cast.logName, privateKey: Cast.privateKey("new key"))
    var note = try log.sign(Checkpoint(body: Self.body))
    note.signatures += try namesake.sign(Checkpoint(body: Self.body)).signatures
    #expect(
      note.check(with: [log.key, namesake.key]) == .signed(by: [Cast.logName, Cast.logName]))
  }

  @Test("does not take one way to write an accent for another")
  func accents() throws {
    let key = try Cast.privateKey("accent")
    let composed = try LogSigner(name: "caf\u{E9}", privateKey: key)
    var note = try composed.sign(Checkpoint(body: Self.body))
    #expect(note.check(with: [composed.key]) == .signed(by: ["caf\u{E9}"]))
    note.signatures[0].name = "cafe\u{301}"
    #expect(note.check(with: [composed.key]) == .unsigned)
  }
}
