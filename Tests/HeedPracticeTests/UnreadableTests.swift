import HeedPractice
import Testing

@Suite("An entry cannot be read")
struct UnreadableTests {
  /// What an entry may go without, and is read all the same.
  static let optional: Set<[String]> = [
    ["partnership-opened", "until"], ["mandate-given", "until"], ["asked", "day-asked"],
    ["ask-amended", "day-asked"],
  ]

  @Test("without any one of its facts and passages", arguments: StoredEvents.partnership)
  func missing(_ stored: Stored<Partnership.Event>) {
    let entry = stored.entry
    for name in entry.facts.map(\.name) + entry.passages.map(\.name) {
      var torn = entry
      torn.facts.removeAll { $0.name == name }
      torn.passages.removeAll { $0.name == name }
      let isOptional = Self.optional.contains([entry.kind, name])
      #expect(unreadable(torn) == (isOptional ? nil : .missing(name)), "\(name)")
    }
  }

  @Test("with any one of its facts made into something else", arguments: StoredEvents.partnership)
  func malformed(_ stored: Stored<Partnership.Event>) {
    for index in stored.entry.facts.indices {
      var torn = stored.entry
      torn.facts[index].text = "¿"
      #expect(unreadable(torn) == .malformed(torn.facts[index].name))
    }
  }

  @Test("without its thread, or with what is none", arguments: StoredEvents.partnership)
  func thread(_ stored: Stored<Partnership.Event>) {
    guard stored.entry.thread != nil else { return }
    var torn = stored.entry
    torn.thread = nil
    #expect(unreadable(torn) == .missing("thread"))
    torn.thread = "Not an id"
    #expect(unreadable(torn) == .malformed("thread"))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var kind: String
    var fact: String
    var text: String
    var testDescription: String { "\(kind) with \(fact): \(text)" }

    init(_ kind: String, _ fact: String, _ text: String) {
      self.kind = kind
      self.fact = fact
      self.text = text
    }
  }

  static let odd: [Row] =
    ["", "0", "91", "-1", "+7", "07", "7 ", "1e1", "9223372036854775808"].flatMap {
      [Row("agreements-changed", "pool-days", $0), Row("agreements-changed", "answer-days", $0)]
    }
    + ["0", "3661", "9223372036854775807", "x"].map {
      Row("agreements-changed", "offer-rest-days", $0)
    }
    + ["", "yes", "Welcome", "not welcome"].map { Row("agreements-changed", "questions", $0) }
    + ["", "notDone", "Done", "not done"].map { Row("reported", "outcome", $0) }
    + ["", "asAsked", "as asked", "AS-ASKED"].map { Row("recognised", "verdict", $0) }
    + ["", "Ask", "wish"].map { Row("asked", "form", $0) }
    + ["2026-02-30", "2026-3-06", "tomorrow", ""].map { Row("slip-told", "proposes", $0) }
    + [
      "", "ask", "ask ", "ask  chairs", "ask Chairs", "ask chairs now", "offer", "offer ",
      "offer Van", "unasked ", "unasked chairs", "unasked chairs now", " ask chairs", "wish chairs",
    ].map { Row("word-given", "answers", $0) }
    + ["", "ending", "showingSupport"].map { Row("word-given", "frame", $0) }

  @Test("with a fact that is nearly right", arguments: odd)
  func nearly(_ row: Row) throws {
    let entries = StoredEvents.partnership.map(\.entry)
    var torn = try #require(entries.first { $0.kind == row.kind })
    let index = try #require(torn.facts.map(\.name).firstIndex(of: row.fact))
    torn.facts[index].text = row.text
    #expect(unreadable(torn) == .malformed(row.fact))
  }

  @Test(
    "of a kind nobody knows",
    arguments: ["", "ask", "Asked", "partnership-opened ", "circle-founded", "recognized"])
  func unknown(_ kind: String) {
    #expect(unreadable(Entry(kind, thread: "chairs")) == .unknownKind(kind))
  }

  @Test("as an event of a circle when it is none")
  func circle() {
    #expect(throws: Entry.Unreadable.unknownKind("person-left")) {
      try Circle.Event(Entry("person-left"))
    }
    for kind in ["member-invited", "member-joined"] {
      #expect(throws: Entry.Unreadable.missing("thread")) { try Circle.Event(Entry(kind)) }
      #expect(throws: Entry.Unreadable.malformed("thread")) {
        try Circle.Event(Entry(kind, thread: "The door"))
      }
    }
    #expect(throws: Entry.Unreadable.missing("steward")) {
      try Circle.Event(Entry("steward-named"))
    }
    #expect(throws: Entry.Unreadable.malformed("steward")) {
      try Circle.Event(Entry("steward-named", facts: [.init("steward", "Bo")]))
    }
  }

  @Test("as an event of a community when it is none")
  func community() {
    #expect(throws: Entry.Unreadable.unknownKind("member-left")) {
      try Community.Event(Entry("member-left"))
    }
    for kind in ["person-welcomed", "code-renewed"] {
      #expect(throws: Entry.Unreadable.missing("person")) { try Community.Event(Entry(kind)) }
      #expect(throws: Entry.Unreadable.malformed("person")) {
        try Community.Event(Entry(kind, facts: [.init("person", "")]))
      }
    }
  }

  private func unreadable(_ entry: Entry) -> Entry.Unreadable? {
    do {
      _ = try Partnership.Event(entry)
      return nil
    } catch {
      return error
    }
  }
}
