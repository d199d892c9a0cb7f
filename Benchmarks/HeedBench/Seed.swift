import Foundation
import HeedPractice
import HeedService
import HeedStore

/// Somebody who can open a page: where, and with which cookie.
struct Reader: Sendable {
  var path: String
  var cookie: String
  var origin: String
  var person: ID<Person>
}

/// A data directory with many partnerships in it.
struct Seed: Sendable {
  let directory: String
  /// One of each community; and the stewards of the first circle's partnerships.
  let liaisons: [Reader]
  let stewards: [Reader]

  static let perCircle = 20

  /// Fills a new directory through the store's own transactions; the rules have decided it all.
  init(_ directory: String, partnerships: Int, rounds: Int) async throws {
    let house = try await DataDirectory(directory).open(
      for: .real, hostName: "bench.example", calendar: Calendar())
    var seeding = Seeding(heed: house.heed)
    for number in 0..<partnerships {
      if number % Self.perCircle == 0 { try await seeding.circle() }
      try seeding.partnership(rounds: rounds)
      if seeding.entries >= 5_000 { try await seeding.store() }
    }
    try await seeding.store()
    try await house.heed.vault.forget()
    try await house.notary.sync()
    (self.directory, liaisons, stewards) = (directory, seeding.liaisons, seeding.stewards)
  }

  /// The readers in a file, a line each, as the scripts of wrk read them.
  func write(_ readers: some Sequence<Reader>, to path: String) throws {
    let lines = readers.map { "\($0.path) \($0.cookie)\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
  }
}

private struct Seeding {
  let heed: Heed
  var circle = ID<Circle>.random()
  var steward = Voice(ID<Person>.random(), of: .circle, isSteward: true)
  var stewardCookie = ""
  var appends: [Append] = []
  var vault: [VaultChange] = []
  var entries = 0
  var liaisons: [Reader] = []
  var stewards: [Reader] = []

  init(heed: Heed) {
    self.heed = heed
  }

  mutating func circle() async throws {
    circle = .random()
    steward = Voice(.random(), of: .circle, isSteward: true)
    var founding = Story<Circle>(on: heed)
    try founding.say(.found, steward, on: heed.calendar.today - 100)
    add(founding, body: circle.text, .circle, steward.person, name: "Northside Circle")
    stewardCookie = addSession(of: steward.person)
  }

  mutating func partnership(rounds: Int) throws {
    let (id, community) = (ID<Partnership>.random(), ID<Community>.random())
    let liaison = Voice(.random(), of: .community)
    var gathering = Story<Community>(on: heed)
    try gathering.say(.gather, liaison, on: heed.calendar.today - 100)
    add(gathering, body: community.text, .community, liaison.person, name: "River Street")
    let story = try Story<Partnership>(
      on: heed, circle: circle, steward: steward, community: community, liaison: liaison,
      rounds: rounds)
    appends.append(story.append)
    entries += story.entries.count
    let row = PartnershipRow(
      id: id.text, origin: story.log.origin, circle: circle.text, community: nil)
    vault += [.addPartnership(row), .setCommunity(community.text, of: id.text)]
    let path = "/partnerships/\(id)"
    liaisons.append(
      Reader(
        path: path, cookie: addSession(of: liaison.person), origin: row.origin,
        person: liaison.person))
    stewards.append(
      Reader(path: path, cookie: stewardCookie, origin: row.origin, person: steward.person))
  }

  mutating func store() async throws {
    try await heed.clerk.commit(appends, vault: vault)
    (appends, vault, entries) = ([], [], 0)
  }

  private mutating func add<Rules: Decider>(
    _ story: Story<Rules>, body: String, _ side: Side, _ person: ID<Person>, name: String
  ) {
    appends.append(story.append)
    vault += [
      .addPerson(person.text, handle: side == .circle ? "Bo" : "Amara"),
      .addBody(BodyRow(id: body, side: side.rawValue, origin: story.log.origin)),
      .setName(name, of: body),
      .addMembership(person: person.text, Membership(body: body, side: side.rawValue)),
    ]
  }

  private mutating func addSession(of person: ID<Person>) -> String {
    let secret = SecretCode.random()
    let expires = heed.calendar.second() + Doorkeeper.Stay.own.rawValue
    vault.append(.addSession(secret.hash, SessionRow(person: person.text, expires: expires)))
    return "heed=\(secret.inLink)"
  }
}
