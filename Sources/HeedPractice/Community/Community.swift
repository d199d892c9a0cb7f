/// The people a circle seeks to work with, as a body that speaks through its mandates.
///
/// ```
/// gather ─▶ member ─ welcome (by any member) ─▶ members
///             └─ renewCode (own or another's, when lost) ─ leave ─▶ gone
/// ```
///
/// Only its own people bring people in: never a circle, never the host (R3).
public enum Community: Decider {
  public struct State: Equatable, Sendable {
    public var isGathered = false
    /// In the order of joining; those who left are no longer in it.
    public var people: [ID<Person>] = []
  }

  public enum Command: Equatable, Sendable {
    case gather
    case welcome(ID<Person>)
    /// A new access code for somebody, in place of one that was lost or seen by others.
    case renewCode(of: ID<Person>)
    case leave
  }

  public enum Event: Equatable, Sendable {
    case gathered
    case welcomed(ID<Person>)
    case codeRenewed(of: ID<Person>)
    case left
  }

  public enum Refusal: Error, Hashable, Sendable {
    case alreadyGathered
    case onlyItsPeople
    case notOneOfUs
  }

  public static let initial = State()

  public static func decide(
    _ command: Command, by voice: Voice, on today: Day, in state: State
  ) throws(Refusal) -> [Event] {
    guard voice.side == .community else { throw .onlyItsPeople }
    if command == .gather {
      guard !state.isGathered else { throw .alreadyGathered }
      return [.gathered]
    }
    guard state.people.contains(voice.person) else { throw .onlyItsPeople }
    switch command {
    case .gather: return []
    case .welcome(let person):
      return state.people.contains(person) ? [] : [.welcomed(person)]
    case .renewCode(let person):
      guard state.people.contains(person) else { throw .notOneOfUs }
      return [.codeRenewed(of: person)]
    case .leave: return [.left]
    }
  }

  public static func evolve(_ state: inout State, with happening: Happening<Event>) {
    switch happening.what {
    case .gathered:
      state.isGathered = true
      state.people = [happening.by]
    case .welcomed(let person): state.people.append(person)
    case .codeRenewed: break
    case .left: state.people.removeAll { $0 == happening.by }
    }
  }
}

extension Community.Event: Recordable {
  public var entry: Entry {
    switch self {
    case .gathered: Entry("community-gathered")
    case .welcomed(let person): Entry("person-welcomed", facts: [.init("person", person.text)])
    case .codeRenewed(let person): Entry("code-renewed", facts: [.init("person", person.text)])
    case .left: Entry("person-left")
    }
  }

  public init(_ entry: Entry) throws(Entry.Unreadable) {
    switch entry.kind {
    case "community-gathered": self = .gathered
    case "person-welcomed": self = .welcomed(try entry.id("person"))
    case "code-renewed": self = .codeRenewed(of: try entry.id("person"))
    case "person-left": self = .left
    default: throw .unknownKind(entry.kind)
    }
  }
}
