import HeedPractice
import Testing

@Suite("An id")
struct IDTests {
  @Test(
    "is 1 to 40 of the characters a to z, 0 to 9 and -",
    arguments: ["a", "z", "0", "9", "-", "bo-2", String(repeating: "a", count: 40)])
  func taken(_ text: String) {
    #expect(ID<Person>(text)?.text == text)
    #expect(ID<Person>(text)?.description == text)
    #expect(ID<Person>(text) == ID(stringLiteral: text))
  }

  @Test(
    "is not",
    arguments: [
      "", String(repeating: "a", count: 41), "A", "Bo", "bo ", " bo", "b_o", "b.o", "b/o", "bé",
      "bo\n", "bo\u{0}", "ｂｏ", "`", "{", ":", "@", ",",
    ])
  func refused(_ text: String) {
    #expect(ID<Person>(text) == nil)
  }

  @Test("is read out of a part of a text as well")
  func substring() {
    #expect(ID<Person>("ask bo".dropFirst(4)) == "bo")
  }

  @Test("by chance has 26 characters that nobody takes for others")
  func random() {
    var dice = Dice(seed: 7)
    var seen: Set<Character> = []
    for _ in 0..<200 {
      let id = ID<Person>.random(using: &dice)
      #expect(id.text.count == 26)
      seen.formUnion(id.text)
    }
    #expect(seen == Set("0123456789abcdefghjkmnpqrstvwxyz"))
  }

  @Test("by chance is another one each time")
  func different() {
    let ids = Set((0..<1_000).map { _ in ID<Person>.random() })
    #expect(ids.count == 1_000)
    #expect(ids.allSatisfy { ID<Person>($0.text) == $0 })
  }

  @Test("written in the source must be one")
  func literal() async {
    await #expect(processExitsWith: .failure) { _ = ID<Person>(stringLiteral: "Bo") }
    await #expect(processExitsWith: .failure) { _ = ID<Person>(stringLiteral: "") }
    await #expect(processExitsWith: .failure) {
      _ = ID<Person>(stringLiteral: String(repeating: "a", count: 41))
    }
  }
}
