/// A word given: a promise to a named promisee, with an owner, a day and an if-then plan (R4, S12).
///
/// ```
///             ┌──────── redate (promisee) ────────┐
///             ▼                                   │
/// give ─▶ given ─ tell, handOver … accept ─▶ given ┤
///             ├─ report (owner; as often as there is something to say) ─▶ reported
///             └─ release (promisee) ─▶ let go
/// ```
///
/// It is never deleted. Whether it was missed follows from its days and is never stored; see
/// `Commitment+Standing.swift`. The rules are in `Commitment+Decide.swift`.
public struct Commitment: Equatable, Identified, Sendable {
  /// What a word answers to.
  public enum Basis: Hashable, Sendable {
    case ask(ID<Ask>)
    case offer(ID<Offer>)
    /// Nobody asked for it, and it shows as that (S9).
    case unasked
  }

  /// How the circle frames what it does, in one of the primer's three ways (S4).
  public enum Frame: Equatable, Sendable {
    /// "We are showing support for …"
    case showingSupport(for: String)
    /// "We are showing our commitment to ending … by …"
    case endingASystem(String, by: String)
    /// "We are using our privilege to help by …"
    case usingPrivilege(by: String)
  }

  /// When the situation comes, then this is done.
  ///
  /// Source: Gollwitzer and Sheeran, "Implementation intentions and goal achievement", 2006.
  public struct Plan: Equatable, Sendable {
    public var when: String
    public var then: String

    public init(when: String, then: String) {
      self.when = when
      self.then = then
    }
  }

  /// A day the word was given for, and what was said of it before the next one.
  public struct DueDay: Equatable, Sendable {
    public var day: Day
    public var setOn: Day
    public var tellings: [Telling] = []
    /// When the promisee set another day or let the word go.
    public var replacedOn: Day?
  }

  /// What the owner told the promisee: that the word will slip, or that the owner is leaving.
  public struct Telling: Equatable, Sendable {
    public var on: Day
    public var words: String
    /// The day the owner proposes instead; nil when leaving.
    public var proposes: Day?
  }

  public struct Report: Equatable, Sendable {
    public enum Outcome: String, CaseIterable, Sendable {
      case done, partly, notDone
    }

    public var outcome: Outcome
    public var account: String
    public var on: Day
    public var by: ID<Person>
  }

  /// To whom the owner hands the word over; to anybody of the circle when `to` is nil.
  public struct HandOver: Equatable, Sendable {
    public var to: ID<Person>?
  }

  public var id: ID<Commitment>
  public var basis: Basis
  public var what: String
  public var plan: Plan
  public var frame: Frame
  public var promisee: ID<Mandate>
  /// Oldest first, never empty; the last owns it now.
  public var owners: [ID<Person>]
  public var givenOn: Day
  /// Oldest first, never empty; the last holds now.
  public var dueDays: [DueDay]
  public var reports: [Report] = []
  public var handOver: HandOver?
  public var letGoOn: Day?
  public var recognitions: [Recognition] = []

  public var owner: ID<Person>? { owners.last }
  public var due: Day? { dueDays.last?.day }
  public var isAsked: Bool { basis != .unasked }

  /// Whether the word still stands: neither let go nor ever reported as done.
  public var isOpen: Bool {
    letGoOn == nil && !reports.contains { $0.outcome == .done }
  }

  /// Whether somebody must still carry it, so that its owner cannot just leave (S18).
  public var holdsItsOwner: Bool {
    isOpen && !isLeftByOwner && reports.last?.outcome != .notDone
  }

  /// Whether its owner has told that they leave and nobody has taken it on since.
  public var isLeftByOwner: Bool { handOver == HandOver(to: nil) }
}

extension Commitment {
  /// A word as it is being written: parts may still be missing, and are asked for one by one.
  public struct Draft: Equatable, Sendable {
    public var id: ID<Commitment>
    public var basis: Basis
    public var what: String
    public var due: Day?
    public var plan: Plan
    public var frame: Frame?
    public var promisee: ID<Mandate>?

    public init(
      id: ID<Commitment>, basis: Basis, what: String, due: Day?, plan: Plan, frame: Frame?,
      promisee: ID<Mandate>?
    ) {
      self.id = id
      self.basis = basis
      self.what = what
      self.due = due
      self.plan = plan
      self.frame = frame
      self.promisee = promisee
    }
  }

  public enum Command: Equatable, Sendable {
    case give(Draft)
    case tell(ID<Commitment>, words: String, proposing: Day?)
    case tellLeaving(ID<Commitment>, words: String)
    case redate(ID<Commitment>, to: Day)
    case letGo(ID<Commitment>)
    case report(ID<Commitment>, Report.Outcome, account: String)
    case handOver(ID<Commitment>, to: ID<Person>)
    case acceptHandOver(ID<Commitment>)
    case declineHandOver(ID<Commitment>)
  }

  public enum Event: Equatable, Sendable {
    case given(Given)
    case told(ID<Commitment>, words: String, proposing: Day)
    case leavingTold(ID<Commitment>, words: String)
    case redated(ID<Commitment>, to: Day)
    case letGo(ID<Commitment>)
    case reported(ID<Commitment>, Report.Outcome, account: String)
    case handedOver(ID<Commitment>, to: ID<Person>)
    case handOverAccepted(ID<Commitment>)
    case handOverDeclined(ID<Commitment>)
  }

  /// A word with nothing missing.
  public struct Given: Equatable, Sendable {
    public var id: ID<Commitment>
    public var basis: Basis
    public var what: String
    public var due: Day
    public var plan: Plan
    public var frame: Frame
    public var promisee: ID<Mandate>
  }
}
