/// What the community says of work that was reported (S3, R1).
///
/// A circle, a host or a timer never can; a community never has to. Each mandate speaks for itself,
/// so that two may differ and both are shown (H4).
public struct Recognition: Equatable, Identified, Sendable {
  public enum Verdict: String, CaseIterable, Sendable {
    case asAsked, partly, notThis
  }

  /// Who vouches that the community said it.
  public enum Attestation: Equatable, Sendable {
    /// The word of whoever runs the server; the community holds no key of its own yet.
    case hostOnly
  }

  public struct TakenBack: Equatable, Sendable {
    public var on: Day
    public var reason: String
  }

  public var id: ID<Recognition>
  public var by: ID<Person>
  public var verdict: Verdict
  /// May be empty: a verdict needs no words.
  public var words: String
  public var on: Day
  public var attestation = Attestation.hostOnly
  public var takenBack: TakenBack?
}

extension Recognition {
  public enum Command: Equatable, Sendable {
    case recognise(ID<Commitment>, ID<Recognition>, Verdict, words: String)
    case takeBack(ID<Commitment>, ID<Recognition>, reason: String)
  }

  public enum Event: Equatable, Sendable {
    case recognised(ID<Commitment>, ID<Recognition>, Verdict, words: String)
    case takenBack(ID<Commitment>, ID<Recognition>, reason: String)
  }

  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    guard asked.voice.side == .community else {
      throw .onlyTheCommunityRecognises(asked.voice.side)
    }
    switch command {
    case .recognise(let wordID, let id, let verdict, let words):
      _ = try asked.checkMandate()
      try asked.check(isAt: .open, .paused, .ended)
      let word = try asked.commitment(wordID)
      if let known = word.recognitions.first(where: { $0.id == id }) {
        guard known.by == asked.voice.person, known.verdict == verdict, known.words == words
        else { throw .idInUse }
        return []
      }
      guard !word.reports.isEmpty else { throw .notReported }
      guard !word.standingRecognitions.contains(where: { $0.by == asked.voice.person })
      else { throw .alreadySaid }
      try asked.check(words, fits: .words)
      return [.recognised(wordID, id, verdict, words: words)]

    case .takeBack(let wordID, let id, let reason):
      // What somebody said is theirs to take back, also when their mandate has run out since.
      try asked.check(isAt: .open, .paused, .ended)
      let word = try asked.commitment(wordID)
      guard let known = word.recognitions.first(where: { $0.id == id })
      else { throw .unknown(.recognition) }
      guard known.by == asked.voice.person else { throw .onlyWhoSaidIt }
      if let before = known.takenBack {
        guard before.reason == reason else { throw .alreadyTakenBack }
        return []
      }
      try asked.check(reason, fills: .reason)
      return [.takenBack(wordID, id, reason: reason)]
    }
  }

  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    switch event {
    case .recognised(let word, let id, let verdict, let words):
      let recognition = Recognition(
        id: id, by: happening.by, verdict: verdict, words: words, on: happening.on)
      state.commitments.change(word) { $0.recognitions.append(recognition) }
    case .takenBack(let word, let id, let reason):
      state.commitments.change(word) {
        $0.recognitions.change(id) { $0.takenBack = TakenBack(on: happening.on, reason: reason) }
      }
    }
  }
}

extension Recognition.Event {
  var entry: Entry {
    switch self {
    case .recognised(let word, let id, let verdict, let words):
      Entry(
        "recognised", thread: word.text,
        facts: [.init("recognition", id.text), .init("verdict", verdict.name)],
        passages: [.init("words", words)])
    case .takenBack(let word, let id, let reason):
      Entry(
        "recognition-taken-back", thread: word.text, facts: [.init("recognition", id.text)],
        passages: [.init("reason", reason)])
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "recognised":
      .recognised(
        try entry.threadID(), try entry.id("recognition"), try verdict(of: entry),
        words: try entry.passage("words"))
    case "recognition-taken-back":
      .takenBack(
        try entry.threadID(), try entry.id("recognition"), reason: try entry.passage("reason"))
    default: nil
    }
  }

  private static func verdict(of entry: Entry) throws(Entry.Unreadable) -> Recognition.Verdict {
    let name = try entry.fact("verdict")
    guard let verdict = Recognition.Verdict.allCases.first(where: { $0.name == name })
    else { throw .malformed("verdict") }
    return verdict
  }
}

extension Recognition.Verdict {
  fileprivate var name: String {
    switch self {
    case .asAsked: "as-asked"
    case .partly: "partly"
    case .notThis: "not-this"
    }
  }
}
