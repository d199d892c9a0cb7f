import Testing

@testable import HeedService

@Suite("A secret code")
struct SecretCodeTests {
  private static let text = "0123-4567-89AB-CDEF-GHJK-MNPQ"

  struct Typed: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var typed: String
  }

  static let taken = [
    Typed(testDescription: "as it is printed", typed: text),
    Typed(testDescription: "in small letters", typed: "0123-4567-89ab-cdef-ghjk-mnpq"),
    Typed(testDescription: "without separators", typed: "0123456789ABCDEFGHJKMNPQ"),
    Typed(testDescription: "with separators elsewhere", typed: "01-23456789ABCDEF-GHJKM-NPQ"),
    Typed(testDescription: "with spaces", typed: " 0123 4567 89AB CDEF GHJK MNPQ "),
    Typed(testDescription: "over several lines", typed: "0123 4567 89AB\r\nCDEF GHJK MNPQ\n\t"),
    Typed(testDescription: "with hard spaces", typed: "0123\u{A0}4567-89AB-CDEF-GHJK-MNPQ"),
    Typed(testDescription: "with O for 0", typed: "O123-4567-89AB-CDEF-GHJK-MNPQ"),
    Typed(testDescription: "with o for 0", typed: "o123-4567-89AB-CDEF-GHJK-MNPQ"),
    Typed(testDescription: "with I for 1", typed: "0I23-4567-89AB-CDEF-GHJK-MNPQ"),
    Typed(testDescription: "with l for 1", typed: "0l23-4567-89AB-CDEF-GHJK-MNPQ"),
  ]

  @Test("is taken", arguments: taken)
  func takes(_ typed: Typed) throws {
    let code = try #require(SecretCode(typed: typed.typed))
    #expect(code.text == Self.text)
    #expect(hex(code.hash) == Self.hash)
  }

  /// SHA-256 of `heed-code/v1`, a line end, and the code, as Python makes it.
  private static let hash = "c562b5295da9cb909f0f8810b56cf2b9ad68ba8402f7893d39a08530dbe4e46e"

  static let refused = [
    Typed(testDescription: "nothing", typed: ""),
    Typed(testDescription: "a letter too few", typed: String(text.dropLast())),
    Typed(testDescription: "a letter too many", typed: text + "0"),
    Typed(testDescription: "a U, which no code has", typed: "U" + text.dropFirst()),
    Typed(testDescription: "a mark", typed: "!" + text.dropFirst()),
    Typed(testDescription: "a letter of another script", typed: "А" + text.dropFirst()),
    Typed(testDescription: "a digit of another script", typed: "٠" + text.dropFirst()),
    Typed(testDescription: "a full-width digit", typed: "\u{FF10}" + text.dropFirst()),
    Typed(
      testDescription: "the sign for kelvin instead of K",
      typed: "0123-4567-89AB-CDEF-GHJ\u{212A}-MNPQ"),
    Typed(
      testDescription: "a letter with an accent", typed: "0123-4567-89A\u{301}B-CDEF-GHJK-MNPQ"),
    Typed(testDescription: "a sharp s, which would be two", typed: "ß2345678901234567890123"),
    Typed(
      testDescription: "more than anybody types", typed: text + String(repeating: " ", count: 80)),
  ]

  @Test("is not", arguments: refused)
  func refuses(_ typed: Typed) {
    #expect(SecretCode(typed: typed.typed) == nil)
  }

  @Test("comes back from a link, and from the paper, the same")
  func roundTrip() {
    for _ in 0..<200 {
      let code = SecretCode.random()
      #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4])
      #expect(SecretCode(typed: code.text) == code)
      #expect(SecretCode(typed: code.inLink) == code)
      #expect(code.inLink.utf8.count == 24)
      #expect(code.inLink == code.inLink.lowercased())
      #expect(SecretCode(typed: code.inLink)?.hash == code.hash)
    }
  }

  @Test("uses all of its 32 letters, and is never made twice")
  func random() {
    let codes = (0..<400).map { _ in SecretCode.random().inLink }
    #expect(Set(codes).count == 400)
    #expect(Set(codes.joined()) == Set("0123456789abcdefghjkmnpqrstvwxyz"))
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
