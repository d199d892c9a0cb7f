/// What a circle could give if it is wanted: passive, listed once, expires (S9, S27).
///
/// ```
/// list ─▶ listed ─┬─ take ─▶ taken          nothing follows from silence: after its last day an
///                 ├─ decline ─▶ declined    offer has run out, and that is all
///                 └─ takeBack ─▶ taken back
/// ```
public struct Offer: Equatable, Identified, Sendable {
  public enum Fate: Equatable, Sendable {
    case taken(on: Day, by: ID<Person>)
    case declined(on: Day)
    case takenBack(on: Day)
  }

  public var id: ID<Offer>
  public var words: String
  /// The last day it can be taken.
  public var until: Day
  public var by: ID<Person>
  public var listedOn: Day
  public var fate: Fate?

  /// Whether the community could take it on a day.
  public func isOpen(on day: Day) -> Bool { fate == nil && day <= until }
}

extension Offer {
  public enum Command: Equatable, Sendable {
    case list(ID<Offer>, words: String, until: Day)
    case takeBack(ID<Offer>)
    case take(ID<Offer>)
    case decline(ID<Offer>)
  }

  public enum Event: Equatable, Sendable {
    case listed(ID<Offer>, words: String, until: Day)
    case takenBack(ID<Offer>)
    case taken(ID<Offer>)
    case declined(ID<Offer>)
  }

  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    switch command {
    case .list(let id, let words, let until):
      try asked.checkSteward()
      try asked.check(isAt: .open)
      if let known = asked.state.offer(id) {
        guard known.words == words, known.until == until else { throw .idInUse }
        return []
      }
      try asked.check(words, fills: .words)
      try asked.check(until, isAhead: .until)
      try asked.checkNew(words)
      return [.listed(id, words: words, until: until)]

    case .takeBack(let id):
      try asked.checkSteward()
      try asked.check(isAt: .open)
      let offer = try asked.offer(id)
      if case .takenBack = offer.fate { return [] }
      guard offer.fate == nil else { throw .offerSettled }
      return [.takenBack(id)]

    case .take(let id):
      _ = try asked.checkMandate()
      try asked.check(isAt: .open)
      let offer = try asked.offer(id)
      if case .taken = offer.fate { return [] }
      guard offer.fate == nil else { throw .offerSettled }
      guard offer.isOpen(on: asked.today) else { throw .offerRanOut(offer.until) }
      return [.taken(id)]

    case .decline(let id):
      _ = try asked.checkMandate()
      try asked.check(isAt: .open, .paused)
      let offer = try asked.offer(id)
      if case .declined = offer.fate { return [] }
      guard offer.fate == nil else { throw .offerSettled }
      return [.declined(id)]
    }
  }

  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    let today = happening.on
    switch event {
    case .listed(let id, let words, let until):
      state.offers.append(
        Offer(id: id, words: words, until: until, by: happening.by, listedOn: today))
    case .takenBack(let id): state.offers.change(id) { $0.fate = .takenBack(on: today) }
    case .taken(let id):
      state.offers.change(id) { $0.fate = .taken(on: today, by: happening.by) }
    case .declined(let id): state.offers.change(id) { $0.fate = .declined(on: today) }
    }
  }
}

extension Partnership.Asked {
  /// An offer is listed once; declined or left alone, it rests for as long as was agreed (H22).
  func checkNew(_ words: String) throws(Refusal) {
    let alike = state.offers.filter { isMuchTheSame($0.words, words) }
    guard !alike.contains(where: { $0.isOpen(on: today) }) else { throw .alreadyListed }
    // Words may be much the same as two such offers: then the longer rest counts.
    let rests = alike.compactMap { offer in
      notWantedOn(offer).map { $0 + state.agreed.offerRestDays }
    }
    guard let freeFrom = rests.max(), today < freeFrom else { return }
    throw .offerRestsUntil(freeFrom)
  }

  /// The day on which the community declined an offer, or let it run out.
  private func notWantedOn(_ offer: Offer) -> Day? {
    switch offer.fate {
    case .declined(let day): day
    case nil: offer.until
    case .taken, .takenBack: nil
    }
  }
}

/// Whether two offers say much the same: at least half of all their different words are in both.
///
/// Case, punctuation and order do not count, so that a declined offer does not come back with a
/// comma moved. Source: Jaccard's coefficient over the sets of words.
func isMuchTheSame(_ one: String, _ other: String) -> Bool {
  func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
  let (first, second) = (words(one), words(other))
  let common = first.intersection(second).count
  return common * 2 >= first.union(second).count
}

extension Offer.Event {
  var entry: Entry {
    switch self {
    case .listed(let id, let words, let until):
      Entry(
        "offer-listed", thread: id.text, facts: [.day("until", until)],
        passages: [.init("words", words)])
    case .takenBack(let id): Entry("offer-taken-back", thread: id.text)
    case .taken(let id): Entry("offer-taken", thread: id.text)
    case .declined(let id): Entry("offer-declined", thread: id.text)
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "offer-listed":
      .listed(
        try entry.threadID(), words: try entry.passage("words"), until: try entry.day("until"))
    case "offer-taken-back": .takenBack(try entry.threadID())
    case "offer-taken": .taken(try entry.threadID())
    case "offer-declined": .declined(try entry.threadID())
    default: nil
    }
  }
}
