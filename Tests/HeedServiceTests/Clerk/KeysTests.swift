import Foundation
import HeedRecord
import Testing

@testable import HeedService

@Suite("The server's keys")
struct KeysTests {
  private static let line = Data(repeating: 7, count: 32).base64EncodedString()
  private static let short = Data(repeating: 7, count: 31).base64EncodedString()
  private static let long = Data(repeating: 7, count: 33).base64EncodedString()

  @Test("come back from their text the same")
  func roundTrip() throws {
    let keys = Keys()
    let again = try Keys(keys.text)
    #expect(again.text == keys.text)
    #expect(try again.signer(for: "a").key == keys.signer(for: "a").key)
    #expect(again.formToken(for: [1]) == keys.formToken(for: [1]))
    let sealed = try keys.sealer(for: "a").seal(header: "h", body: "b", at: 0)
    #expect(try again.sealer(for: "a").open(sealed, at: 0).body == "b")
  }

  @Test("are new each time they are made")
  func fresh() {
    let (one, other) = (Keys(), Keys())
    #expect(one.text != other.text)
    #expect(Set(one.text.split(separator: "\n") + other.text.split(separator: "\n")).count == 7)
  }

  @Test("wrap each log's entries under a key of its own")
  func perLog() throws {
    let keys = Keys()
    let sealed = try keys.sealer(for: "a").seal(header: "h", body: "b", at: 0)
    #expect(throws: SealBroken.key) { try keys.sealer(for: "b").open(sealed, at: 0) }
  }

  @Test("give each session a form token of its own, in 64 hexadecimal digits")
  func formTokens() {
    let keys = Keys()
    let tokens = [[1], [2], [1, 2], []].map { keys.formToken(for: $0 as [UInt8]) }
    #expect(Set(tokens).count == 4)
    #expect(tokens.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    #expect(Keys().formToken(for: [1]) != tokens[0])
  }

  struct Malformed: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
  }

  static let malformed = [
    Malformed(testDescription: "nothing", text: ""),
    Malformed(
      testDescription: "another first line", text: "heed-keys/v2\n\(line)\n\(line)\n\(line)"),
    Malformed(testDescription: "no first line", text: "\(line)\n\(line)\n\(line)\n"),
    Malformed(testDescription: "two keys", text: "heed-keys/v1\n\(line)\n\(line)\n"),
    Malformed(
      testDescription: "four keys", text: "heed-keys/v1\n\(line)\n\(line)\n\(line)\n\(line)\n"),
    Malformed(
      testDescription: "a key that is too short", text: "heed-keys/v1\n\(line)\n\(line)\n\(short)\n"
    ),
    Malformed(
      testDescription: "a key that is too long", text: "heed-keys/v1\n\(line)\n\(long)\n\(line)\n"),
    Malformed(
      testDescription: "a signing key that is too short",
      text: "heed-keys/v1\n\(short)\n\(line)\n\(line)\n"),
    Malformed(
      testDescription: "a key that is not base64", text: "heed-keys/v1\n\(line)\n\(line)\n(key)\n"),
    Malformed(
      testDescription: "a line among them that is no key",
      text: "heed-keys/v1\n\(line)\n(no key)\n\(line)\n\(line)\n"),
  ]

  @Test("are not read from", arguments: malformed)
  func refuses(_ malformed: Malformed) {
    #expect(throws: Fault.unreadableKeys) { try Keys(malformed.text) }
  }
}
