package import HeedPractice
import HeedStore

extension Heed {
  /// A link that makes the first circle of an empty server; nil when there is one already.
  package func firstLink() async throws -> SecretCode? {
    guard try await vault.bodies().isEmpty else { return nil }
    let (code, change) = newInvitation(.firstCircle, id: "first", into: "")
    try await store.carry(Change(vault: [.dropInvitations(to: ""), change]))
    return code
  }

  /// Founds the first circle, with its steward.
  ///
  /// - Throws: ``NotLetIn``; ``StoreConflict/invitationGone`` when somebody was faster.
  package func foundCircle(
    _ invitation: OpenInvitation, name: String, handle: String, passphrase: String
  ) async throws -> NewKeys {
    try Doorkeeper.checkName(name)
    let person = ID<Person>.random()
    let account = try await doorkeeper.newAccount(person, handle: handle, passphrase: passphrase)
    let circle = ID<Circle>.random()
    let log = Log<Circle>(newOrigin())
    let founded = try await clerk.prepare(.found, on: log, for: Voice(person, of: .circle))
    try await clerk.commit(
      [founded.append],
      vault: [useInvitation(invitation)] + account.changes
        + joining(person, circle.text, .circle, log: log.origin, name: name))
    return account.keys
  }

  func joining(
    _ person: ID<Person>, _ body: String, _ side: Side, log: String, name: String
  ) -> [VaultChange] {
    [
      .addBody(BodyRow(id: body, side: side.rawValue, origin: log)), .setName(name, of: body),
      .addMembership(person: person.text, Membership(body: body, side: side.rawValue)),
    ]
  }

  package func circleLog(_ circle: ID<Circle>) async throws -> Log<Circle>? {
    guard let row = try await vault.body(circle.text), row.side == Side.circle.rawValue
    else { return nil }
    return Log(row.origin)
  }

  package func circle(_ circle: ID<Circle>) async throws -> Circle.State {
    guard let log = try await circleLog(circle) else { return Circle.initial }
    return try await clerk.state(of: log)
  }

  /// The circle somebody belongs to now; nil when to none.
  package func circle(of person: ID<Person>) async throws -> ID<Circle>? {
    for membership in try await vault.memberships(of: person.text)
    where membership.side == Side.circle.rawValue {
      guard let id = ID<Circle>(membership.body) else { continue }
      if try await circle(id).member(person) != nil { return id }
    }
    return nil
  }

  /// A link with which one person joins a circle, for a steward, or the host, to hand over.
  ///
  /// - Throws: ``Circle/Refusal``.
  package func invite(into circle: ID<Circle>, by person: ID<Person>?) async throws -> SecretCode {
    guard let log = try await circleLog(circle) else { throw Circle.Refusal.notFounded }
    let id = ID<Invitation>.random()
    let (code, change) = newInvitation(.member, id: id.text, into: circle.text)
    let voice = person.map { Voice($0, of: .circle) } ?? .host
    try await clerk.carryOut(.invite(id), on: log, for: voice, with: [change])
    return code
  }

  /// Joins a circle by a link.
  ///
  /// - Throws: ``NotLetIn``; ``Circle/Refusal``; ``StoreConflict/invitationGone``.
  package func join(
    _ invitation: OpenInvitation, handle: String, passphrase: String
  ) async throws -> NewKeys {
    guard let circle = ID<Circle>(invitation.target), let log = try await circleLog(circle),
      let id = ID<Invitation>(invitation.id)
    else { throw NotLetIn.linkGone }
    let person = ID<Person>.random()
    let account = try await doorkeeper.newAccount(person, handle: handle, passphrase: passphrase)
    let membership = Membership(body: circle.text, side: Side.circle.rawValue)
    try await clerk.carryOut(
      .join(id), on: log, for: Voice(person, of: .circle),
      with: [useInvitation(invitation)] + account.changes
        + [.addMembership(person: person.text, membership)])
    return account.keys
  }

  /// Names a steward, steps down, or leaves.
  ///
  /// - Throws: ``Circle/Refusal``.
  package func carryOut(
    _ command: Circle.Command, in circle: ID<Circle>, for person: ID<Person>
  ) async throws {
    guard let log = try await circleLog(circle) else { throw Circle.Refusal.notFounded }
    let isLeaving = if case .leave = command { true } else { false }
    let changes: [VaultChange] =
      isLeaving ? [.endMembership(person: person.text, body: circle.text)] : []
    try await clerk.carryOut(command, on: log, for: Voice(person, of: .circle), with: changes)
  }

  /// Leaves a circle, if no word is still in the leaver's hands.
  ///
  /// - Throws: ``Circle/Refusal/holdsWords(_:)`` with how many.
  package func leave(_ circle: ID<Circle>, _ person: ID<Person>) async throws {
    let held = try await wordsHeld(by: person, in: circle).count
    try await carryOut(.leave(holding: held), in: circle, for: person)
  }

  /// The words that somebody must hand over, or tell the promisee of, before leaving.
  package func wordsHeld(
    by person: ID<Person>, in circle: ID<Circle>
  ) async throws -> [(partnership: ID<Partnership>, word: Commitment)] {
    var held: [(ID<Partnership>, Commitment)] = []
    for row in try await vault.partnerships(of: circle.text) {
      guard let id = ID<Partnership>(row.id) else { continue }
      let state = try await clerk.state(of: Log<Partnership>(row.origin))
      guard state.stage == .open || state.stage == .paused else { continue }
      held += state.commitments.filter { $0.owner == person && $0.holdsItsOwner }.map { (id, $0) }
    }
    return held
  }
}
