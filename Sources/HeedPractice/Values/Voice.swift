/// Somebody who takes part; never a name, never an account (R11).
public enum Person {}

/// Which side of a partnership somebody speaks from (R3).
public enum Side: String, CaseIterable, Sendable {
  /// Those who seek to work in solidarity and who answer for what they do.
  case circle
  /// Those whom the work is for: they ask, direct, and recognise.
  case community
  /// Whoever runs the server; speaks for nobody.
  case host
}

/// Who speaks, and from where: all that the rules know of a person.
///
/// The shell works it out from membership before it asks the rules; the rules look nothing up.
public struct Voice: Hashable, Sendable {
  public var person: ID<Person>
  public var side: Side
  /// Answers asks, proposes partnerships and invites members, for the circle.
  public var isSteward: Bool

  public init(_ person: ID<Person>, of side: Side, isSteward: Bool = false) {
    self.person = person
    self.side = side
    self.isSteward = isSteward
  }
}
