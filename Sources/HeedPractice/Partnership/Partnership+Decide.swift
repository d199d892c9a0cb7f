extension Partnership {
  public static func decide(
    _ command: Command, by voice: Voice, on today: Day, in state: State
  ) throws(Refusal) -> [Event] {
    let asked = Asked(by: voice, on: today, in: state)
    try asked.checkOneSide()
    switch command {
    case .relationship(let command):
      return try Relationship.decide(command, asked).map(Event.relationship)
    case .mandate(let command): return try Mandate.decide(command, asked).map(Event.mandate)
    case .ask(let command): return try Ask.decide(command, asked).map(Event.ask)
    case .offer(let command): return try Offer.decide(command, asked).map(Event.offer)
    case .commitment(let command):
      return try Commitment.decide(command, asked).map(Event.commitment)
    case .recognition(let command):
      return try Recognition.decide(command, asked).map(Event.recognition)
    }
  }
}

extension Partnership {
  /// Who asks for a change, on which day, of what; and the checks that every subject shares.
  struct Asked {
    var voice: Voice
    var today: Day
    var state: State

    init(by voice: Voice, on today: Day, in state: State) {
      self.voice = voice
      self.today = today
      self.state = state
    }
  }

  /// How much may be written, in bytes of UTF-8.
  public enum Limit {
    /// A name, a plan, a frame: a sentence or three.
    public static let line = 600
    /// A letter, an ask, an account: a few pages.
    public static let text = 16_000
    /// How far ahead a day may lie, in days: ten years.
    public static let daysAhead = 3_660
  }
}

extension Partnership.Asked {
  typealias Refusal = Partnership.Refusal

  func checkOneSide() throws(Refusal) {
    if let acted = state.sides[voice.person], acted != voice.side { throw .bothSides }
  }

  func check(speaksFor side: Side) throws(Refusal) {
    guard voice.side == side else { throw .onlyThe(side) }
  }

  func check(isAt stages: Partnership.Stage...) throws(Refusal) {
    guard stages.contains(state.stage) else { throw .notNow(state.stage) }
  }

  func checkSteward() throws(Refusal) {
    try check(speaksFor: .circle)
    guard voice.isSteward else { throw .onlyASteward }
  }

  /// Only somebody whose mandate stands today speaks for the community (R3).
  func checkMandate() throws(Refusal) -> Mandate {
    try check(speaksFor: .community)
    guard let mandate = state.mandate(of: voice.person, on: today) else { throw .onlyAMandate }
    return mandate
  }

  /// Like ``checkMandate()``, but when no mandate stands at all, anyone of the community may.
  ///
  /// Otherwise a forgotten date would lock the community out of its own partnership.
  func checkMandateOrNoneStands() throws(Refusal) {
    try check(speaksFor: .community)
    guard state.mandate(of: voice.person, on: today) != nil || state.mandates(on: today).isEmpty
    else { throw .onlyAMandate }
  }

  func check(
    _ text: String, fills part: Partnership.Part, upTo bytes: Int = Partnership.Limit.text
  ) throws(Refusal) {
    guard !text.allSatisfy(\.isWhitespace) else { throw .missing(part) }
    try check(text, fits: part, upTo: bytes)
  }

  func check(
    _ text: String, fits part: Partnership.Part, upTo bytes: Int = Partnership.Limit.text
  ) throws(Refusal) {
    guard text.utf8.count <= bytes else { throw .tooLong(part, bytes: bytes) }
  }

  func check(_ day: Day?, isAhead part: Partnership.Part) throws(Refusal) {
    guard let day else { return }
    guard day >= today else { throw .dayGoneBy(part) }
    guard day <= today + Partnership.Limit.daysAhead else { throw .dayTooFar(part) }
  }

  func ask(_ id: ID<Ask>) throws(Refusal) -> Ask {
    guard let ask = state.ask(id) else { throw .unknown(.ask) }
    return ask
  }

  func offer(_ id: ID<Offer>) throws(Refusal) -> Offer {
    guard let offer = state.offer(id) else { throw .unknown(.offer) }
    return offer
  }

  func commitment(_ id: ID<Commitment>) throws(Refusal) -> Commitment {
    guard let commitment = state.commitment(id) else { throw .unknown(.commitment) }
    return commitment
  }
}
