import HeedPractice
import HeedStore

/// A circle with two communities and some months of history, to look around in.
///
/// It is made through the same rules as everything real, only with the clock set back; it lives in
/// a directory of its own that can never become a real one.
package enum Demo {
  /// Whom one can step into.
  package enum Role: String, CaseIterable, Sendable {
    case liaison, steward, member

    var setting: String { "demo-\(rawValue)" }
  }

  /// A session as one of the roles, for half an hour.
  package static func stepIn(as role: Role, _ heed: Heed) async throws -> SecretCode {
    guard heed.isDemo, let person = try await heed.vault.setting(role.setting)
    else { throw NotLetIn.wrong }
    return try await heed.doorkeeper.startSession(person, .borrowed)
  }

  /// Fills an empty directory.
  package static func fill(_ heed: Heed) async throws {
    guard heed.isDemo, try await heed.vault.setting(Role.liaison.setting) == nil else { return }
    let cast = try await DemoCast(heed)
    try await DemoStory.riverStreet(cast)
    try await DemoStory.harbour(cast)
    _ = try await heed.store.commit(
      Change(vault: [
        .setSetting(Role.liaison.setting, cast.amara.text),
        .setSetting(Role.steward.setting, cast.bo.text),
        .setSetting(Role.member.setting, cast.cy.text),
      ]))
  }
}

/// The people of the demo, and a way for each to speak on a day gone by.
struct DemoCast: Sendable {
  let heed: Heed
  let bo = ID<Person>.random()
  let cy = ID<Person>.random()
  let dee = ID<Person>.random()
  let amara = ID<Person>.random()
  let dalia = ID<Person>.random()
  let eun = ID<Person>.random()
  let circle = ID<Circle>.random()
  let today: Day

  init(_ heed: Heed) async throws {
    self.heed = heed
    today = heed.calendar.today
    let log = Log<Circle>(heed.newOrigin())
    let past = heed.set(back: 200)
    try await past.clerk.carryOut(
      .found, on: log, for: Voice(bo, of: .circle),
      with: [.addPerson(bo.text, handle: "Bo")]
        + heed.joining(bo, circle.text, .circle, log: log.origin, name: "Northside Circle"))
    for (person, handle) in [(cy, "Cy"), (dee, "Dee")] {
      let invitation = ID<Invitation>.random()
      try await past.clerk.carryOut(.invite(invitation), on: log, for: Voice(bo, of: .circle))
      try await past.clerk.carryOut(
        .join(invitation), on: log, for: Voice(person, of: .circle),
        with: [
          .addPerson(person.text, handle: handle),
          .addMembership(
            person: person.text, Membership(body: circle.text, side: Side.circle.rawValue)),
        ])
    }
  }

  /// A partnership that its community opened, so many days ago.
  func partnership(
    _ letter: Letter, with name: String, _ first: ID<Person>, _ handle: String, scope: String,
    giver: String, agreements: Agreements, back days: Int
  ) async throws -> (log: Log<Partnership>, community: Log<Community>, mandate: ID<Mandate>) {
    let (id, log) = (ID<Partnership>.random(), Log<Partnership>(heed.newOrigin()))
    let row = PartnershipRow(
      id: id.text, origin: log.origin, circle: circle.text, community: nil)
    try await say(
      .relationship(.propose(letter, circle: circle)), bo, in: log, back: days + 12,
      with: [.addPartnership(row)])
    let (community, body) = (Log<Community>(heed.newOrigin()), ID<Community>.random())
    try await heed.set(back: days).clerk.carryOut(
      .gather, on: community, for: Voice(first, of: .community),
      with: [.addPerson(first.text, handle: handle)]
        + heed.joining(first, body.text, .community, log: community.origin, name: name))
    let grant = Mandate.Grant(
      id: .random(), holder: first, scope: scope, giver: giver, until: today + 200)
    try await say(
      .relationship(.open(community: body, mandate: grant, agreements: agreements)), first,
      in: log, back: days, with: [.setCommunity(body.text, of: id.text)])
    return (log, community, grant.id)
  }

  /// Says something as one of the people, so many days ago.
  func say(
    _ command: Partnership.Command, _ person: ID<Person>, in log: Log<Partnership>,
    back days: Int, with vault: [VaultChange] = []
  ) async throws {
    let isCircle = [bo, cy, dee].contains(person)
    let voice = Voice(
      person, of: isCircle ? .circle : .community, isSteward: person == bo)
    try await heed.set(back: days).clerk.carryOut(command, on: log, for: voice, with: vault)
  }
}

extension Heed {
  /// The same, with the clock set back by some days.
  func set(back days: Int) -> Heed {
    let now = calendar.second
    return with(Calendar(second: { now() - days * 86_400 }))
  }
}
