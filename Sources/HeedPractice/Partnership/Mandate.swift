/// Somebody's authority to speak for the community: on what, given by whom, until when (R3, H4).
///
/// Heed never judges a mandate. Several may stand at once and may disagree; all are shown.
public struct Mandate: Equatable, Identified, Sendable {
  public var id: ID<Mandate>
  public var holder: ID<Person>
  /// On what the holder may speak, in the community's words.
  public var scope: String
  /// Who gave it, in the community's words (an assembly, an elder); may be empty.
  public var giver: String
  /// The last day it stands; nil until the community ends it.
  public var until: Day?
  public var givenOn: Day
  public var endedOn: Day?

  public func stands(on day: Day) -> Bool {
    if endedOn != nil { return false }
    guard let until else { return true }
    return day <= until
  }
}

extension Mandate {
  /// What it takes to give a mandate.
  public struct Grant: Equatable, Sendable {
    public var id: ID<Mandate>
    public var holder: ID<Person>
    public var scope: String
    public var giver: String
    public var until: Day?

    public init(
      id: ID<Mandate>, holder: ID<Person>, scope: String, giver: String = "", until: Day? = nil
    ) {
      self.id = id
      self.holder = holder
      self.scope = scope
      self.giver = giver
      self.until = until
    }
  }

  public enum Command: Equatable, Sendable {
    case give(Grant)
    case end(ID<Mandate>)
  }

  public enum Event: Equatable, Sendable {
    case given(Grant)
    case ended(ID<Mandate>)
  }

  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    switch command {
    case .give(let grant):
      try asked.checkMandateOrNoneStands()
      try asked.check(isAt: .open, .paused)
      if asked.state.mandate(grant.id)?.grant == grant { return [] }
      guard asked.state.mandate(grant.id) == nil else { throw .idInUse }
      try asked.check(grant)
      return [.given(grant)]

    case .end(let id):
      try asked.check(speaksFor: .community)
      // Whoever ends their own mandate has none when the form arrives a second time.
      if asked.state.mandate(id)?.endedOn != nil { return [] }
      _ = try asked.checkMandate()
      try asked.check(isAt: .open, .paused, .ended)
      guard asked.state.mandate(id) != nil else { throw .unknown(.mandate) }
      return [.ended(id)]
    }
  }

  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    switch event {
    case .given(let grant): add(grant, to: &state, of: happening)
    case .ended(let id): state.mandates.change(id) { $0.endedOn = happening.on }
    }
  }

  static func add(
    _ grant: Grant, to state: inout Partnership.State, of happening: Happening<Partnership.Event>
  ) {
    state.sides[grant.holder] = .community
    state.mandates.append(
      Mandate(
        id: grant.id, holder: grant.holder, scope: grant.scope, giver: grant.giver,
        until: grant.until, givenOn: happening.on))
  }

  fileprivate var grant: Grant {
    Grant(id: id, holder: holder, scope: scope, giver: giver, until: until)
  }
}

extension Partnership.Asked {
  func check(_ grant: Mandate.Grant) throws(Refusal) {
    // Somebody who has acted for the circle cannot be given the community's voice (R3).
    if state.sides[grant.holder] == .circle { throw .bothSides }
    try check(grant.scope, fills: .scope)
    try check(grant.giver, fits: .giver)
    try check(grant.until, isAhead: .until)
  }
}

extension Mandate.Event {
  var entry: Entry {
    switch self {
    case .given(let grant):
      Entry("mandate-given", thread: grant.id.text, facts: grant.facts, passages: grant.passages)
    case .ended(let id): Entry("mandate-ended", thread: id.text)
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "mandate-given": .given(try Mandate.Grant(entry))
    case "mandate-ended": .ended(try entry.threadID())
    default: nil
    }
  }
}

extension Mandate.Grant {
  var facts: [Entry.Field?] {
    [.init("holder", holder.text), .day("until", until)]
  }

  var passages: [Entry.Field?] {
    [.init("scope", scope), .init("giver", giver)]
  }

  init(_ entry: Entry) throws(Entry.Unreadable) {
    self.init(
      id: try entry.threadID(), holder: try entry.id("holder"),
      scope: try entry.passage("scope"), giver: try entry.passage("giver"),
      until: try entry.optionalDay("until"))
  }
}
