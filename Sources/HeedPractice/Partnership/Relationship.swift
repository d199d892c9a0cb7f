/// The relationship itself: how a partnership is proposed, opened, paused and ended (S2, S27).
public enum Relationship {
  public enum Command: Equatable, Sendable {
    case propose(Letter, circle: ID<Circle>)
    case takeBackProposal
    case decline
    case open(community: ID<Community>, mandate: Mandate.Grant, agreements: Agreements)
    case agree(Agreements)
    case pause
    case resume
    case end
  }

  public enum Event: Equatable, Sendable {
    case proposed(Letter, circle: ID<Circle>)
    case proposalTakenBack
    case declined
    case opened(community: ID<Community>, mandate: Mandate.Grant, agreements: Agreements)
    case agreed(Agreements)
    case paused
    case resumed
    case ended
  }
}

/// What a circle writes to a community it seeks to work with: the way in, read once and answered
/// or not.
public struct Letter: Equatable, Sendable {
  /// Who the circle is.
  public var who: String
  /// Why it asks.
  public var why: String
  /// What it can give, if wanted.
  public var canGive: String

  public init(who: String, why: String, canGive: String) {
    self.who = who
    self.why = why
    self.canGive = canGive
  }
}

/// What the community asks of how the circle deals with it (S17); the community alone sets it.
public struct Agreements: Equatable, Sendable {
  /// News from the circle is pooled into one message every so many days, 1 to 90 (R7, H5).
  public var poolDays: Int
  /// How soon the circle answers an ask, in days, 1 to 90.
  public var answerDays: Int
  /// When and how fast, in the community's words; may be empty.
  public var pace: String
  /// Whether the circle may put questions to the community at all (S13).
  public var questionsWelcome: Bool
  /// How credit is given, in the community's words; may be empty (S23).
  public var credit: String
  /// How long a declined offer may not return, in days, 1 to 3660 (H22).
  public var offerRestDays: Int

  public static let poolDaysRange = 1...90
  public static let answerDaysRange = 1...90
  public static let offerRestDaysRange = 1...3_660

  public init(
    poolDays: Int = 7, answerDays: Int = 7, pace: String = "", questionsWelcome: Bool = false,
    credit: String = "", offerRestDays: Int = 90
  ) {
    self.poolDays = poolDays
    self.answerDays = answerDays
    self.pace = pace
    self.questionsWelcome = questionsWelcome
    self.credit = credit
    self.offerRestDays = offerRestDays
  }
}

extension Relationship {
  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    switch command {
    case .propose(let letter, let circle):
      try asked.checkSteward()
      try asked.check(isAt: .unproposed)
      try asked.check(letter.who, fills: .who)
      try asked.check(letter.why, fills: .why)
      try asked.check(letter.canGive, fills: .canGive)
      return [.proposed(letter, circle: circle)]

    case .takeBackProposal:
      try asked.checkSteward()
      if asked.state.stage == .withdrawn { return [] }
      try asked.check(isAt: .proposed)
      return [.proposalTakenBack]

    case .decline:
      try asked.check(speaksFor: .community)
      try asked.check(isAt: .proposed)
      return [.declined]

    case .open(let community, let grant, let agreements):
      try asked.check(speaksFor: .community)
      try asked.check(isAt: .proposed)
      try asked.check(grant)
      guard grant.holder == asked.voice.person else { throw .onlyAMandate }
      try asked.check(agreements)
      return [.opened(community: community, mandate: grant, agreements: agreements)]

    case .agree(let agreements):
      _ = try asked.checkMandate()
      try asked.check(isAt: .open, .paused)
      try asked.check(agreements)
      return agreements == asked.state.agreed ? [] : [.agreed(agreements)]

    case .pause:
      try asked.checkMandateOrNoneStands()
      if asked.state.stage == .paused { return [] }
      try asked.check(isAt: .open)
      return [.paused]

    case .resume:
      _ = try asked.checkMandate()
      if asked.state.stage == .open { return [] }
      try asked.check(isAt: .paused)
      return [.resumed]

    case .end:
      try asked.checkMandateOrNoneStands()
      if asked.state.stage == .ended { return [] }
      try asked.check(isAt: .open, .paused)
      return [.ended]
    }
  }

  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    switch event {
    case .proposed(let letter, let circle):
      state.stage = .proposed
      state.letter = letter
      state.circle = circle
      state.proposedOn = happening.on
    case .proposalTakenBack: state.stage = .withdrawn
    case .declined: state.stage = .declined
    case .opened(let community, let grant, let agreements):
      state.stage = .open
      state.community = community
      state.openedOn = happening.on
      state.agreements = [agreements]
      Mandate.add(grant, to: &state, of: happening)
    case .agreed(let agreements): state.agreements.append(agreements)
    case .paused: state.stage = .paused
    case .resumed: state.stage = .open
    case .ended: state.stage = .ended
    }
  }
}

extension Partnership.Asked {
  func check(_ agreements: Agreements) throws(Refusal) {
    try check(agreements.poolDays, within: Agreements.poolDaysRange, .poolDays)
    try check(agreements.answerDays, within: Agreements.answerDaysRange, .answerDays)
    try check(agreements.offerRestDays, within: Agreements.offerRestDaysRange, .offerRestDays)
    try check(agreements.pace, fits: .pace)
    try check(agreements.credit, fits: .credit)
  }

  private func check(
    _ number: Int, within range: ClosedRange<Int>, _ part: Partnership.Part
  ) throws(Refusal) {
    guard range.contains(number) else { throw .outOfRange(part, range) }
  }
}
