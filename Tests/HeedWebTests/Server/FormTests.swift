import Testing

@testable import HeedWeb

@Suite("A form")
struct FormTests {
  struct Read: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var fields: [String: String]?

    init(_ description: String, _ text: String, _ fields: [String: String]?) {
      self.init(description, bytes: Array(text.utf8), fields)
    }

    init(_ description: String, bytes: [UInt8], _ fields: [String: String]?) {
      testDescription = description
      self.bytes = bytes
      self.fields = fields
    }
  }

  static let read = [
    Read("of nothing", "", [:]),
    Read("of one field", "words=Soup", ["words": "Soup"]),
    Read("with blanks", "words=Soup+for%20forty", ["words": "Soup for forty"]),
    Read("with an empty field", "words=&day=", ["words": "", "day": ""]),
    Read("with a field and no sign", "words&day=1", ["words": "", "day": "1"]),
    Read("with more signs", "words=a=b=c", ["words": "a=b=c"]),
    Read("with signs in a row", "&&words=a&&", ["words": "a"]),
    Read("in small and large hexadecimal", "words=%c3%A9", ["words": "é"]),
    Read("in UTF-8 as it is", "words=é🪑", ["words": "é🪑"]),
    Read("with line ends of all kinds", "words=a%0D%0Ab%0Dc%0Ad", ["words": "a\nb\nc\nd"]),
    Read("with a tab", "words=a%09b", ["words": "a\tb"]),
    Read("with the marks of markup", "words=%3Cb%3E%26%22", ["words": "<b>&\""]),
    Read("with a name in hexadecimal", "w%6Frds=a", ["words": "a"]),
    Read(
      "with a joiner and a direction", "words=%E2%80%8D%E2%80%AE", ["words": "\u{200D}\u{202E}"]),
  ]

  static let refused = [
    Read("a field twice", "words=a&words=b", nil),
    Read("a field twice, written otherwise", "words=a&w%6Frds=b", nil),
    Read("half a byte", "words=%4", nil),
    Read("a percent sign alone", "words=100%", nil),
    Read("what is not hexadecimal", "words=%4G", nil),
    Read("a sign where a digit belongs", "words=%+1", nil),
    Read("a zero byte", "words=a%00b", nil),
    Read("a bell", "words=%07", nil),
    Read("an escape", "words=%1B[31m", nil),
    Read("a deletion", "words=%7F", nil),
    Read("a control character of the second kind", "words=%C2%85", nil),
    Read("a zero byte in a name", "wo%00rds=a", nil),
    Read("a byte that begins nothing", "words=%80", nil),
    Read("half a letter", "words=%C3", nil),
    Read("a slash that is too long", "words=%C0%AF", nil),
    Read("half of a pair", "words=%ED%A0%80", nil),
    Read("a letter beyond the last", "words=%F5%80%80%80", nil),
    Read("bytes that are not text", bytes: [0x77, 0x3D, 0xFF, 0xFE], nil),
    Read("too many fields", (0...64).map { "f\($0)=" }.joined(separator: "&"), nil),
    Read("too many bytes", bytes: Array(repeating: 0x61, count: 131_073), nil),
  ]

  @Test("is read", arguments: read)
  func reads(_ read: Read) {
    #expect(Form(encoded: read.bytes)?.fields == read.fields)
  }

  @Test("is refused with", arguments: refused)
  func refuses(_ read: Read) { #expect(Form(encoded: read.bytes) == nil) }

  @Test("may be as large as the limits say")
  func limits() {
    #expect(
      Form(encoded: (0..<64).map { "f\($0)=" }.joined(separator: "&").utf8)?.names.count == 64)
    let large = "w=" + String(repeating: "a", count: 131_070)
    #expect(Form(encoded: large.utf8)?["w"].count == 131_070)
  }

  @Test("gives a field with and without the blanks around it, and nothing for one not sent")
  func fields() {
    let form = Form(encoded: "b=+x%0A&a=1".utf8)
    #expect(form?["b"] == "x")
    #expect(form?.raw("b") == " x\n")
    #expect(form?["c"] == "")
    #expect(form?.names == ["b", "a"])
  }
}
