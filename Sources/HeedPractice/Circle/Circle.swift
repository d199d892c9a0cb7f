/// People with some privilege who act together and answer for it to communities (field: base
/// group, pod, chapter).
///
/// ```
/// found ─▶ member (steward) ─ nameSteward / stepDown ─ leave ─▶ gone
/// invite ─▶ invited ─ join ─▶ member
/// ```
///
/// The last steward cannot go: somebody must answer the community. Nobody leaves with a word in
/// hand (S18).
public enum Circle: Decider {
  public struct Member: Equatable, Sendable {
    public var joinedOn: Day
    public var isSteward: Bool
    public var leftOn: Day?
  }

  public struct State: Equatable, Sendable {
    public var isFounded = false
    public var members: [ID<Person>: Member] = [:]
    /// In the order of joining.
    public var order: [ID<Person>] = []
    public var invitations: Set<ID<Invitation>> = []
    public var usedInvitations: Set<ID<Invitation>> = []
  }

  public enum Command: Equatable, Sendable {
    case found
    case invite(ID<Invitation>)
    case join(ID<Invitation>)
    case nameSteward(ID<Person>)
    case stepDown
    /// Leaving; `holding` says how many words the member still holds, over all partnerships.
    case leave(holding: Int)
  }

  public enum Event: Equatable, Sendable {
    case founded
    case invited(ID<Invitation>)
    case joined(ID<Invitation>)
    case stewardNamed(ID<Person>)
    case steppedDown
    case left
  }

  public enum Refusal: Error, Hashable, Sendable {
    case alreadyFounded
    case notFounded
    case onlyASteward
    case onlyAMember
    case invitationUsed
    case alreadyAMember
    case notAMember
    case lastSteward
    case holdsWords(Int)
  }

  public static let initial = State()

  public static func decide(
    _ command: Command, by voice: Voice, on today: Day, in state: State
  ) throws(Refusal) -> [Event] {
    let member = state.member(voice.person)
    switch command {
    case .found:
      guard voice.side == .circle else { throw .onlyAMember }
      guard !state.isFounded else { throw .alreadyFounded }
      return [.founded]

    case .invite(let id):
      guard state.isFounded else { throw .notFounded }
      // The host may invite too, when the last steward has lost the key; the record shows it.
      guard voice.side == .host || member?.isSteward == true else { throw .onlyASteward }
      guard !state.usedInvitations.contains(id) else { throw .invitationUsed }
      return state.invitations.contains(id) ? [] : [.invited(id)]

    case .join(let id):
      guard member == nil else { throw .alreadyAMember }
      guard state.invitations.contains(id) else { throw .invitationUsed }
      return [.joined(id)]

    case .nameSteward(let person):
      guard member?.isSteward == true else { throw .onlyASteward }
      guard let other = state.member(person) else { throw .notAMember }
      return other.isSteward ? [] : [.stewardNamed(person)]

    case .stepDown:
      guard let member else { throw .onlyAMember }
      guard member.isSteward else { return [] }
      guard state.stewards.count > 1 else { throw .lastSteward }
      return [.steppedDown]

    case .leave(let holding):
      guard let member else { throw .onlyAMember }
      guard !member.isSteward || state.stewards.count > 1 else { throw .lastSteward }
      guard holding == 0 else { throw .holdsWords(holding) }
      return [.left]
    }
  }

  public static func evolve(_ state: inout State, with happening: Happening<Event>) {
    let (person, today) = (happening.by, happening.on)
    switch happening.what {
    case .founded:
      state.isFounded = true
      state.add(person, isSteward: true, on: today)
    case .invited(let id): state.invitations.insert(id)
    case .joined(let id):
      state.invitations.remove(id)
      state.usedInvitations.insert(id)
      // A circle whose every steward is gone gets one back by the host's invitation.
      state.add(person, isSteward: state.stewards.isEmpty, on: today)
    case .stewardNamed(let other): state.members[other]?.isSteward = true
    case .steppedDown: state.members[person]?.isSteward = false
    case .left:
      state.members[person]?.leftOn = today
      state.members[person]?.isSteward = false
    }
  }
}

/// A way into a circle, handed over by a person to a person.
public enum Invitation {}

extension Circle.State {
  /// Somebody who belongs to it now; nil for strangers and for those who have left.
  public func member(_ person: ID<Person>) -> Circle.Member? {
    members[person].flatMap { $0.leftOn == nil ? $0 : nil }
  }

  public var stewards: [ID<Person>] { order.filter { member($0)?.isSteward == true } }
  public var people: [ID<Person>] { order.filter { member($0) != nil } }

  fileprivate mutating func add(_ person: ID<Person>, isSteward: Bool, on day: Day) {
    if members[person] == nil { order.append(person) }
    members[person] = Circle.Member(joinedOn: day, isSteward: isSteward)
  }
}

extension Circle.Event: Recordable {
  public var entry: Entry {
    switch self {
    case .founded: Entry("circle-founded")
    case .invited(let id): Entry("member-invited", thread: id.text)
    case .joined(let id): Entry("member-joined", thread: id.text)
    case .stewardNamed(let person):
      Entry("steward-named", facts: [.init("steward", person.text)])
    case .steppedDown: Entry("steward-stepped-down")
    case .left: Entry("member-left")
    }
  }

  public init(_ entry: Entry) throws(Entry.Unreadable) {
    switch entry.kind {
    case "circle-founded": self = .founded
    case "member-invited": self = .invited(try entry.threadID())
    case "member-joined": self = .joined(try entry.threadID())
    case "steward-named": self = .stewardNamed(try entry.id("steward"))
    case "steward-stepped-down": self = .steppedDown
    case "member-left": self = .left
    default: throw .unknownKind(entry.kind)
    }
  }
}
