package import HeedPractice
import HeedStore

extension Heed {
  package func communityLog(_ community: ID<Community>) async throws -> Log<Community>? {
    guard let row = try await vault.body(community.text), row.side == Side.community.rawValue
    else { return nil }
    return Log(row.origin)
  }

  package func community(_ community: ID<Community>) async throws -> Community.State {
    guard let log = try await communityLog(community) else { return Community.initial }
    return try await clerk.state(of: log)
  }

  /// The community somebody belongs to now; nil when to none.
  package func community(of person: ID<Person>) async throws -> ID<Community>? {
    for membership in try await vault.memberships(of: person.text)
    where membership.side == Side.community.rawValue {
      guard let id = ID<Community>(membership.body) else { continue }
      if try await community(id).people.contains(person) { return id }
    }
    return nil
  }

  /// Brings one more person into a community, and gives the code to hand over to them.
  ///
  /// - Throws: ``NotLetIn``; ``Community/Refusal``.
  package func welcome(
    handle: String, into community: ID<Community>, by person: ID<Person>
  ) async throws -> SecretCode {
    try Doorkeeper.checkHandle(handle)
    guard let log = try await communityLog(community) else { throw Community.Refusal.onlyItsPeople }
    let newcomer = ID<Person>.random()
    let code = SecretCode.random()
    try await clerk.carryOut(
      .welcome(newcomer), on: log, for: Voice(person, of: .community),
      with: [
        .addPerson(newcomer.text, handle: handle),
        .addMembership(
          person: newcomer.text,
          Membership(body: community.text, side: Side.community.rawValue)),
        .setAccessCode(code.hash, of: newcomer.text),
      ])
    return code
  }

  /// A new access code for somebody who lost theirs; the old one and all its sessions end.
  ///
  /// - Throws: ``Community/Refusal``.
  package func renewCode(
    of other: ID<Person>, in community: ID<Community>, by person: ID<Person>
  ) async throws -> SecretCode {
    guard let log = try await communityLog(community) else { throw Community.Refusal.onlyItsPeople }
    let code = SecretCode.random()
    try await clerk.carryOut(
      .renewCode(of: other), on: log, for: Voice(person, of: .community),
      with: [.setAccessCode(code.hash, of: other.text), .endSessions(of: other.text)])
    try await vault.forget()
    return code
  }

  /// A new name for a community or a circle; where the old one stood, nothing of it remains.
  func rename(body: String, to name: String) async throws {
    try Doorkeeper.checkName(name)
    try await store.carry(Change(vault: [.setName(name, of: body)]))
    try await vault.forget()
  }
}

/// Somebody of a community, as its own people see them.
package struct CommunityPerson: Equatable, Sendable {
  package var id: ID<Person>
  package var handle: String
}

extension Heed {
  /// The people of a community, for its own eyes.
  package func people(of community: ID<Community>?) async throws -> [CommunityPerson] {
    guard let community else { return [] }
    let people = try await self.community(community).people
    let handles = try await vault.handles(of: people.map(\.text))
    return people.map { CommunityPerson(id: $0, handle: handles[$0.text] ?? "") }
  }
}
