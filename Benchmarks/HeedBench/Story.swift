import HeedPractice
import HeedRecord
import HeedService
import HeedStore

/// A history that is decided, folded and sealed as the clerk does it, but stored later and at once.
struct Story<Rules: Decider> {
  let log: Log<Rules>
  private let sealer: Sealer
  private(set) var state = Rules.initial
  private(set) var entries: [SealedEntry] = []
  private(set) var happenings: [Happening<Rules.Event>] = []

  init(on heed: Heed) {
    log = Log("\(heed.hostName)/record/\(ID<Rules>.random())")
    sealer = heed.keys.sealer(for: log.origin)
  }

  var append: Append { Append(to: log.origin, expecting: 0, entries: entries) }

  mutating func say(_ command: Rules.Command, _ voice: Voice, on day: Day) throws {
    for event in try Rules.decide(command, by: voice, on: day, in: state) {
      let happening = Happening(event, by: voice.person, of: voice.side, on: day)
      Rules.evolve(&state, with: happening)
      happenings.append(happening)
      let texts = Self.texts(event, voice, day, log.origin)
      entries.append(try sealer.seal(header: texts.header, body: texts.body, at: entries.count))
    }
  }

  static func texts(
    _ event: Rules.Event, _ voice: Voice, _ day: Day, _ origin: String
  ) -> (header: String, body: String) {
    let entry = event.entry
    let header = EntryHeader(
      origin: origin, kind: entry.kind, day: day.description,
      by: "\(voice.side.rawValue) \(voice.person)", thread: entry.thread,
      facts: entry.facts.map { .init($0.name, $0.text) })
    let body = EntryBody(entry.passages.map { .init($0.name, $0.text) })
    return (header.text, body.text)
  }
}

extension Story<Partnership> {
  /// A letter, an opening, and then some months of work: fifty things on the page in a hundred
  /// entries, or `rounds` times that.
  init(
    on heed: Heed, circle: ID<Circle>, steward: Voice, community: ID<Community>, liaison: Voice,
    rounds: Int
  ) throws {
    self.init(on: heed)
    let first = heed.calendar.today - 60
    let letter = Letter(
      who: "We are eleven people from the houses north of the bridge.",
      why: "Your notice about the rent hearing hung in our library.", canGive: "A van.")
    try say(.relationship(.propose(letter, circle: circle)), steward, on: first)
    let grant = Mandate.Grant(
      id: .random(), holder: liaison.person, scope: "Rent, repairs and hearings in River Street",
      giver: "The tenants’ meeting of 4 May")
    try say(
      .relationship(.open(community: community, mandate: grant, agreements: Agreements())),
      liaison, on: first)
    let work = Work(mandate: grant.id, steward: steward, liaison: liaison, first: first)
    for _ in 0..<rounds { try work.tell(in: &self) }
  }
}

/// Some months of work.
private struct Work {
  let mandate: ID<Mandate>
  let steward: Voice
  let liaison: Voice
  let first: Day

  /// 14 asks not answered, 10 taken, 10 words given, 8 reported, 8 reported and recognised.
  func tell(in story: inout Story<Partnership>) throws {
    for _ in 0..<10 { try take(try ask(in: &story), in: &story) }
    for _ in 0..<10 { try give(.unasked, in: &story) }
    for _ in 0..<8 {
      let ask = try ask(in: &story)
      try take(ask, in: &story)
      try report(try give(.ask(ask), in: &story), in: &story)
    }
    for _ in 0..<8 {
      let word = try give(.unasked, in: &story)
      try report(word, in: &story)
      try story.say(
        .recognition(
          .recognise(word, .random(), .asAsked, words: "Good. It came in time for the stairwells.")
        ), liaison, on: first + 30)
    }
    for _ in 0..<14 { _ = try ask(in: &story) }
  }

  private func ask(in story: inout Story<Partnership>) throws -> ID<Ask> {
    let id = ID<Ask>.random()
    try story.say(
      .ask(
        .ask(id, .ask, words: "Translate the hearing notice into Tigrinya & Arabic", day: nil)),
      liaison, on: first + 30)
    return id
  }

  private func take(_ ask: ID<Ask>, in story: inout Story<Partnership>) throws {
    try story.say(.ask(.answer(ask, .take)), steward, on: first + 30)
  }

  @discardableResult
  private func give(
    _ basis: Commitment.Basis, in story: inout Story<Partnership>
  ) throws -> ID<Commitment> {
    let id = ID<Commitment>.random()
    let draft = Commitment.Draft(
      id: id, basis: basis, what: "Have the notice translated into Tigrinya, and paid for",
      due: first + 120,
      plan: .init(when: "the notice arrives", then: "I take it to Selam’s office that evening"),
      frame: .showingSupport(for: "tenants who were left out by an English-only notice"),
      promisee: mandate)
    try story.say(.commitment(.give(draft)), steward, on: first + 30)
    return id
  }

  private func report(_ word: ID<Commitment>, in story: inout Story<Partnership>) throws {
    let account = "Two pages, translated by Selam T., paid 90. Copies are in your letterbox."
    try story.say(.commitment(.report(word, .done, account: account)), steward, on: first + 30)
  }
}
