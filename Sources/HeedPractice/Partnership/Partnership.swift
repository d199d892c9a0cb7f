/// Everything between one circle and one community, from the letter that proposes it onward.
///
/// ```
///                ┌─ takeBackProposal ─▶ withdrawn
/// propose ─▶ proposed ─── open ───▶ open ⇄ paused
///                └─ decline ─▶ declined  └────┴── end ─▶ ended
/// ```
///
/// Only the community opens, pauses, resumes and ends it, at once and without a reason (R2).
/// The rules stand in one file a subject: ``Relationship``, ``Mandate``, ``Ask``, ``Offer``,
/// ``Commitment``, ``Recognition``, each with its commands, its events, and what they need.
public enum Partnership: Decider {
  public enum Stage: String, CaseIterable, Sendable {
    case unproposed, proposed, withdrawn, declined, open, paused, ended
  }

  public struct State: Equatable, Sendable {
    public var stage = Stage.unproposed
    public var circle: ID<Circle>?
    public var community: ID<Community>?
    public var letter: Letter?
    public var proposedOn: Day?
    public var openedOn: Day?
    /// What was agreed, oldest first; the last is what holds.
    public var agreements: [Agreements] = []
    public var mandates: [Mandate] = []
    public var asks: [Ask] = []
    public var offers: [Offer] = []
    public var commitments: [Commitment] = []
    /// Which side each person has acted for; nobody may act for the other one too (R3).
    public var sides: [ID<Person>: Side] = [:]
  }

  public enum Command: Equatable, Sendable {
    case relationship(Relationship.Command)
    case mandate(Mandate.Command)
    case ask(Ask.Command)
    case offer(Offer.Command)
    case commitment(Commitment.Command)
    case recognition(Recognition.Command)
  }

  public enum Event: Equatable, Sendable {
    case relationship(Relationship.Event)
    case mandate(Mandate.Event)
    case ask(Ask.Event)
    case offer(Offer.Event)
    case commitment(Commitment.Event)
    case recognition(Recognition.Event)
  }

  public static let initial = State()
}

extension Partnership.State {
  /// What is agreed now: the community's defaults until it has said otherwise.
  public var agreed: Agreements { agreements.last ?? Agreements() }

  /// The mandates that stand on a day.
  public func mandates(on day: Day) -> [Mandate] {
    mandates.filter { $0.stands(on: day) }
  }

  /// The standing mandate somebody holds, if any.
  public func mandate(of person: ID<Person>, on day: Day) -> Mandate? {
    mandates.first { $0.holder == person && $0.stands(on: day) }
  }

  public func mandate(_ id: ID<Mandate>) -> Mandate? { mandates.first { $0.id == id } }
  public func ask(_ id: ID<Ask>) -> Ask? { asks.first { $0.id == id } }
  public func offer(_ id: ID<Offer>) -> Offer? { offers.first { $0.id == id } }

  public func commitment(_ id: ID<Commitment>) -> Commitment? {
    commitments.first { $0.id == id }
  }
}
