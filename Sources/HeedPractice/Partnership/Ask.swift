/// What a community says it wants: an ask, a direction, or a boundary (S9, S11).
///
/// ```
/// ask ─▶ asked ─ answer ─▶ taken ⇄ not able      amend keeps the earlier wording
///          └──────────────────┴── withdraw ─▶ withdrawn
/// ```
///
/// Two mandates may disagree; both stand, and neither changes what the other has asked (H4).
public struct Ask: Equatable, Identified, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Something to do.
    case ask
    /// How things are to be done, as standing guidance.
    case direction
    /// What must not happen.
    case boundary
  }

  public struct Wording: Equatable, Sendable {
    public var words: String
    public var day: Day?
    public var on: Day
  }

  public enum Answer: Equatable, Sendable {
    case take
    case notAble(because: String)
  }

  public struct Answered: Equatable, Sendable {
    public var answer: Answer
    public var on: Day
    public var by: ID<Person>
    /// Which wording was answered, counted from zero.
    public var wording: Int
  }

  public var id: ID<Ask>
  public var kind: Kind
  public var by: ID<Person>
  /// Oldest first, never empty; the last is what is asked now.
  public var wordings: [Wording]
  public var answers: [Answered] = []
  public var withdrawnOn: Day?

  public var words: String { wordings.last?.words ?? "" }
  public var day: Day? { wordings.last?.day }
  public var askedOn: Day? { wordings.first?.on }

  /// The answer to what is asked now; nil when there is none, or only one to an earlier wording.
  public var answer: Answered? {
    answers.last.flatMap { $0.wording == wordings.count - 1 ? $0 : nil }
  }

  /// Whether the circle has ever said it takes this, and has not taken that back since.
  public var isTaken: Bool { answers.last?.answer == .take }
}

extension Ask {
  public enum Command: Equatable, Sendable {
    case ask(ID<Ask>, Kind, words: String, day: Day?)
    case amend(ID<Ask>, words: String, day: Day?)
    case withdraw(ID<Ask>)
    case answer(ID<Ask>, Answer)
  }

  public enum Event: Equatable, Sendable {
    case asked(ID<Ask>, Kind, words: String, day: Day?)
    case amended(ID<Ask>, words: String, day: Day?)
    case withdrawn(ID<Ask>)
    case answered(ID<Ask>, Answer)
  }

  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    switch command {
    case .ask(let id, let kind, let words, let day):
      _ = try asked.checkMandate()
      try asked.check(isAt: .open)
      if let known = asked.state.ask(id) {
        guard known.words == words, known.kind == kind, known.day == day else { throw .idInUse }
        return []
      }
      try asked.check(words, fills: .words)
      try asked.check(day, isAhead: .day)
      return [.asked(id, kind, words: words, day: day)]

    case .amend(let id, let words, let day):
      let ask = try asked.askToChange(id)
      if ask.words == words, ask.day == day { return [] }
      try asked.check(words, fills: .words)
      if ask.day != day { try asked.check(day, isAhead: .day) }
      return [.amended(id, words: words, day: day)]

    case .withdraw(let id):
      _ = try asked.checkMandate()
      if let known = asked.state.ask(id), known.withdrawnOn != nil { return [] }
      _ = try asked.askToChange(id)
      return [.withdrawn(id)]

    case .answer(let id, let answer):
      try asked.checkSteward()
      try asked.check(isAt: .open)
      let ask = try asked.ask(id)
      guard ask.withdrawnOn == nil else { throw .askWithdrawn }
      return try decide(answer, to: ask, asked)
    }
  }

  /// An answer may change from *not able* to *we take it*; the other way only while nobody has
  /// given their word for it.
  private static func decide(
    _ answer: Answer, to ask: Ask, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    if let given = ask.answer?.answer {
      if given == answer { return [] }
      if case .notAble = given, case .notAble = answer { throw .alreadyAnswered }
    }
    if case .notAble(let reason) = answer {
      try asked.check(reason, fills: .because)
      let words = asked.state.commitments.filter { $0.basis == .ask(ask.id) && $0.isOpen }
      guard words.isEmpty else { throw .wordStands }
    }
    return [.answered(ask.id, answer)]
  }

  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    let today = happening.on
    switch event {
    case .asked(let id, let kind, let words, let day):
      let wording = Wording(words: words, day: day, on: today)
      state.asks.append(Ask(id: id, kind: kind, by: happening.by, wordings: [wording]))
    case .amended(let id, let words, let day):
      state.asks.change(id) { $0.wordings.append(Wording(words: words, day: day, on: today)) }
    case .withdrawn(let id): state.asks.change(id) { $0.withdrawnOn = today }
    case .answered(let id, let answer):
      state.asks.change(id) {
        let wording = $0.wordings.count - 1
        $0.answers.append(
          Answered(answer: answer, on: today, by: happening.by, wording: wording))
      }
    }
  }
}

extension Partnership.Asked {
  /// An ask that the speaker may amend or withdraw: their own, or one whose asker's mandate has
  /// run out.
  func askToChange(_ id: ID<Ask>) throws(Refusal) -> Ask {
    _ = try checkMandate()
    try check(isAt: .open, .paused)
    let ask = try ask(id)
    guard ask.by == voice.person || state.mandate(of: ask.by, on: today) == nil
    else { throw .onlyWhoAsked }
    guard ask.withdrawnOn == nil else { throw .askWithdrawn }
    return ask
  }
}

extension Ask.Event {
  var entry: Entry {
    switch self {
    case .asked(let id, let kind, let words, let day):
      Entry(
        "asked", thread: id.text, facts: [.init("form", kind.rawValue), .day("day-asked", day)],
        passages: [.init("words", words)])
    case .amended(let id, let words, let day):
      Entry(
        "ask-amended", thread: id.text, facts: [.day("day-asked", day)],
        passages: [.init("words", words)])
    case .withdrawn(let id): Entry("ask-withdrawn", thread: id.text)
    case .answered(let id, .take): Entry("ask-taken", thread: id.text)
    case .answered(let id, .notAble(let reason)):
      Entry("ask-not-able", thread: id.text, passages: [.init("because", reason)])
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "asked":
      .asked(
        try entry.threadID(), try entry.choice("form"), words: try entry.passage("words"),
        day: try entry.optionalDay("day-asked"))
    case "ask-amended":
      .amended(
        try entry.threadID(), words: try entry.passage("words"),
        day: try entry.optionalDay("day-asked"))
    case "ask-withdrawn": .withdrawn(try entry.threadID())
    case "ask-taken": .answered(try entry.threadID(), .take)
    case "ask-not-able":
      .answered(try entry.threadID(), .notAble(because: try entry.passage("because")))
    default: nil
    }
  }
}
