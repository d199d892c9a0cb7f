/// A set of rules: what may happen next, and what follows from what has happened.
///
/// Both functions are pure. They read no clock, no database and no random source, so the same
/// history always gives the same state on every machine and in every test.
///
/// Source: Jérémie Chassaing, "Functional Event Sourcing Decider", 2021.
public protocol Decider {
  associatedtype State: Equatable, Sendable
  associatedtype Command: Equatable, Sendable
  associatedtype Event: Recordable
  associatedtype Refusal: Error, Equatable

  /// The state before anything has happened.
  static var initial: State { get }

  /// Says which events follow from a command, or why none may.
  ///
  /// - Returns: the events in order; empty when the command asks for what is already so.
  static func decide(
    _ command: Command, by voice: Voice, on today: Day, in state: State
  ) throws(Refusal) -> [Event]

  /// Carries what has happened into the state.
  ///
  /// It cannot refuse: what has happened has happened.
  static func evolve(_ state: inout State, with happening: Happening<Event>)
}

extension Decider {
  /// The state after a history, oldest happening first.
  public static func replay(
    _ history: some Sequence<Happening<Event>>, from start: State? = nil
  ) -> State {
    history.reduce(into: start ?? initial) { state, happening in
      evolve(&state, with: happening)
    }
  }
}

/// An event together with who brought it about and on which day.
///
/// The day is as fine as the record goes: a finer time would tell who was at the keyboard (H9).
public struct Happening<Event: Equatable & Sendable>: Equatable, Sendable {
  public var what: Event
  public var by: ID<Person>
  public var side: Side
  public var on: Day

  public init(_ what: Event, by person: ID<Person>, of side: Side, on day: Day) {
    self.what = what
    self.by = person
    self.side = side
    self.on = day
  }
}
