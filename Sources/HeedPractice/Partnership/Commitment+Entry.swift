extension Commitment.Event {
  var entry: Entry {
    switch self {
    case .given(let given): given.entry
    case .told(let id, let words, let day):
      Entry(
        "slip-told", thread: id.text, facts: [.day("proposes", day)],
        passages: [.init("words", words)])
    case .leavingTold(let id, let words):
      Entry("leaving-told", thread: id.text, passages: [.init("words", words)])
    case .redated(let id, let day):
      Entry("word-redated", thread: id.text, facts: [.day("due", day)])
    case .letGo(let id): Entry("word-let-go", thread: id.text)
    case .reported(let id, let outcome, let account):
      Entry(
        "reported", thread: id.text, facts: [.init("outcome", outcome.name)],
        passages: [.init("account", account)])
    case .handedOver(let id, let person):
      Entry("word-handed-over", thread: id.text, facts: [.init("to", person.text)])
    case .handOverAccepted(let id): Entry("hand-over-accepted", thread: id.text)
    case .handOverDeclined(let id): Entry("hand-over-declined", thread: id.text)
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "word-given": .given(try Commitment.Given(entry))
    case "slip-told":
      .told(
        try entry.threadID(), words: try entry.passage("words"),
        proposing: try entry.day("proposes"))
    case "leaving-told":
      .leavingTold(try entry.threadID(), words: try entry.passage("words"))
    case "word-redated": .redated(try entry.threadID(), to: try entry.day("due"))
    case "word-let-go": .letGo(try entry.threadID())
    case "reported":
      .reported(
        try entry.threadID(), try outcome(of: entry), account: try entry.passage("account"))
    case "word-handed-over": .handedOver(try entry.threadID(), to: try entry.id("to"))
    case "hand-over-accepted": .handOverAccepted(try entry.threadID())
    case "hand-over-declined": .handOverDeclined(try entry.threadID())
    default: nil
    }
  }

  private static func outcome(
    of entry: Entry
  ) throws(Entry.Unreadable) -> Commitment.Report.Outcome {
    let name = try entry.fact("outcome")
    guard let outcome = Commitment.Report.Outcome.allCases.first(where: { $0.name == name })
    else { throw .malformed("outcome") }
    return outcome
  }
}

extension Commitment.Report.Outcome {
  fileprivate var name: String {
    switch self {
    case .done: "done"
    case .partly: "partly"
    case .notDone: "not-done"
    }
  }
}

extension Commitment.Given {
  fileprivate var entry: Entry {
    Entry(
      "word-given", thread: id.text,
      facts: [
        .init("answers", basis.name), .day("due", due), .init("promisee", promisee.text),
        .init("frame", frame.name),
      ],
      passages: [.init("what", what), .init("when", plan.when), .init("then", plan.then)]
        + frame.passages)
  }

  fileprivate init(_ entry: Entry) throws(Entry.Unreadable) {
    self.init(
      id: try entry.threadID(), basis: try Commitment.Basis(entry),
      what: try entry.passage("what"), due: try entry.day("due"),
      plan: .init(when: try entry.passage("when"), then: try entry.passage("then")),
      frame: try Commitment.Frame(entry), promisee: try entry.id("promisee"))
  }
}

extension Commitment.Basis {
  fileprivate var name: String {
    switch self {
    case .ask(let id): "ask \(id)"
    case .offer(let id): "offer \(id)"
    case .unasked: "unasked"
    }
  }

  fileprivate init(_ entry: Entry) throws(Entry.Unreadable) {
    let parts = try entry.fact("answers").split(separator: " ", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("unasked", 1): self = .unasked
    case ("ask", 2):
      guard let id = ID<Ask>(parts[1]) else { throw .malformed("answers") }
      self = .ask(id)
    case ("offer", 2):
      guard let id = ID<Offer>(parts[1]) else { throw .malformed("answers") }
      self = .offer(id)
    default: throw .malformed("answers")
    }
  }
}

extension Commitment.Frame {
  fileprivate var name: String {
    switch self {
    case .showingSupport: "showing-support"
    case .endingASystem: "ending-a-system"
    case .usingPrivilege: "using-privilege"
    }
  }

  fileprivate var passages: [Entry.Field?] {
    switch self {
    case .showingSupport(let cause): [.init("support-for", cause)]
    case .endingASystem(let system, let act): [.init("ending", system), .init("by", act)]
    case .usingPrivilege(let act): [.init("by", act)]
    }
  }

  fileprivate init(_ entry: Entry) throws(Entry.Unreadable) {
    switch try entry.fact("frame") {
    case "showing-support": self = .showingSupport(for: try entry.passage("support-for"))
    case "ending-a-system":
      self = .endingASystem(try entry.passage("ending"), by: try entry.passage("by"))
    case "using-privilege": self = .usingPrivilege(by: try entry.passage("by"))
    default: throw .malformed("frame")
    }
  }
}
