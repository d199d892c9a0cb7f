import HeedRecord
import Testing

@Suite("The header of an entry")
struct EntryHeaderTests {
  @Test("is written as lines, and read back")
  func written() throws {
    let header = EntryHeader(
      origin: "heed.example/record/7f3a", kind: "word-given", day: "2026-11-22", by: "circle 4k9",
      thread: "8zq", facts: [.init("due", "2026-12-05"), .init("note", "")])
    let text = """
      heed-header/v1
      origin heed.example/record/7f3a
      kind word-given
      day 2026-11-22
      by circle 4k9
      thread 8zq
      due 2026-12-05
      note\u{20}

      """
    #expect(header.text == text)
    #expect(try EntryHeader(text) == header)
    #expect(try EntryHeader(LeafTests.header).text == LeafTests.header)
    #expect(try EntryHeader(LeafTests.header).thread == nil)
    #expect(try EntryHeader(LeafTests.header).facts == [])
  }

  static let fields = "origin o\nkind k\nday d\nby b\n"
  static let malformed: [(String, String)] = [
    ("nothing", ""),
    ("only a line end", "\n"),
    ("only its first line", "heed-header/v1\n"),
    ("another version", "heed-header/v2\n\(fields)"),
    ("no first line", fields),
    ("three fields", "heed-header/v1\norigin o\nkind k\nday d\n"),
    ("another name for the origin", "heed-header/v1\nfrom o\nkind k\nday d\nby b\n"),
    ("another name for the kind", "heed-header/v1\norigin o\nsort k\nday d\nby b\n"),
    ("another name for the day", "heed-header/v1\norigin o\nkind k\ndate d\nby b\n"),
    ("another name for the speaker", "heed-header/v1\norigin o\nkind k\nday d\nfrom b\n"),
    ("fields in another order", "heed-header/v1\nkind k\norigin o\nday d\nby b\n"),
    ("an empty line", "heed-header/v1\n\(fields)\n"),
    ("a field without a text", "heed-header/v1\n\(fields)fact\n"),
    ("no line end at the end", "heed-header/v1\n\(fields.dropLast())"),
    ("text after the last line end", "heed-header/v1\n\(fields)fact f"),
    ("line ends of another system", "heed-header/v1\r\n\(fields)"),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ text: String) {
    #expect(throws: Malformed.header) { try EntryHeader(text) }
  }

  @Test("is refused beyond 64 KiB")
  func limit() throws {
    let start = "heed-header/v1\n\(Self.fields)fact "
    let rest = String(repeating: "a", count: 65_536 - start.utf8.count - 1)
    #expect(try EntryHeader("\(start)\(rest)\n").text.utf8.count == 65_536)
    #expect(throws: Malformed.tooLarge) { try EntryHeader("\(start)\(rest)a\n") }
  }

  @Test("with any texts in its fields is read back", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    func text() -> String {
      String(String.UnicodeScalarView(dice.text().unicodeScalars.filter { $0 != "\n" }))
    }
    let header = EntryHeader(
      origin: text(), kind: text(), day: text(), by: text(),
      thread: dice.pick([nil, text()]),
      facts: (0..<dice.pick([0, 1, 3])).map { .init("fact\($0)", text()) })
    let read = try EntryHeader(header.text)
    #expect(read == header)
    #expect(Array(read.text.utf8) == Array(header.text.utf8))
  }
}

@Suite("The body of an entry")
struct EntryBodyTests {
  @Test("is written with each passage indented, and read back")
  func written() throws {
    let body = EntryBody([
      .init("what", "Translate the notice\n\n  into Tigrinya\n"), .init("when", ""),
    ])
    let text = "what\n  Translate the notice\n  \n    into Tigrinya\n  \nwhen\n  \n"
    #expect(body.text == text)
    #expect(try EntryBody(text) == body)
    #expect(EntryBody([]).text == "")
    #expect(try EntryBody("") == EntryBody([]))
  }

  static let malformed: [(String, String)] = [
    ("only a line end", "\n"),
    ("a name without a passage", "what\n"),
    ("a name without a passage before another", "what\nwhen\n  now\n"),
    ("a name without a passage at the end", "what\n  this\nwhen\n"),
    ("a passage without a name", "  this\n"),
    ("one blank of indent", "what\n this\n"),
    ("a tab of indent", "what\n\tthis\n"),
    ("no line end at the end", "what\n  this"),
    ("text after the last line end", "what\n  this\nwhen"),
    ("nothing but text", "this"),
    ("an empty line at the end", "what\n  this\n\n"),
  ]

  @Test("is refused with", arguments: malformed)
  func refuses(_ what: String, _ text: String) {
    #expect(throws: Malformed.body) { try EntryBody(text) }
  }

  @Test("is refused beyond 1 MiB")
  func limit() throws {
    let rest = String(repeating: "a", count: (1 << 20) - 6)
    #expect(try EntryBody("a\n  \(rest)a\n").text.utf8.count == 1 << 20)
    #expect(throws: Malformed.tooLarge) { try EntryBody("a\n  \(rest)aa\n") }
  }

  @Test("keeps a line that begins with", arguments: Dice.pitfalls)
  func beginnings(_ pitfall: String) throws {
    let body = EntryBody([.init("what", "\(pitfall)a\n\(pitfall)b\n\n\(pitfall)\n")])
    let read = try EntryBody(body.text)
    #expect(read == body)
    #expect(Array(read.text.utf8) == Array(body.text.utf8))
  }

  @Test("with any words in any passages is read back", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let body = EntryBody(
      (0..<dice.pick([0, 1, 2, 5])).map { _ in
        .init(dice.pick(["what", "when", "wofür", "لماذا", "with blanks"]), dice.text())
      })
    let read = try EntryBody(body.text)
    #expect(read.passages.count == body.passages.count)
    for (one, other) in zip(read.passages, body.passages) {
      #expect(Array(one.name.utf8) == Array(other.name.utf8))
      #expect(Array(one.text.utf8) == Array(other.text.utf8))
    }
    #expect(Array(read.text.utf8) == Array(body.text.utf8))
  }
}

extension Dice {
  /// A text of up to a dozen pieces: words, scripts, blanks, empty lines, marks that combine.
  fileprivate mutating func text() -> String {
    let words = ["You moved the meeting", "Éire", "مرحبا", "שלום", "会議", "👩🏽‍🌾", "a", "\n", "\n\n  "]
    return (0..<Int.random(in: 0...12, using: &self))
      .map { _ in pick(pick([words, Self.pitfalls])) }.joined()
  }
}
