import HeedPractice
import HeedStore
import Testing

@testable import HeedService

/// A town on a server of its own: one circle, one community, and a partnership between them.
struct Town: Sendable {
  let directory: TemporaryDirectory
  let clock: TestClock
  let house: OpenHouse
  let circle: ID<Circle> = "lanterns"
  let community: ID<Community> = "tenants"
  let partnership: ID<Partnership> = "river"

  var heed: Heed { house.heed }
  var store: any RecordStore { heed.store }
  var data: DataDirectory { DataDirectory(directory.path + "/data") }

  static let circleLog = Log<Circle>("heed.test/record/lanterns")
  static let communityLog = Log<Community>("heed.test/record/tenants")
  static let log = Log<Partnership>("heed.test/record/river")

  /// Opens a server that is empty.
  static func empty(_ purpose: DataDirectory.Purpose = .real) async throws -> Town {
    let (directory, clock) = (try TemporaryDirectory(), TestClock())
    let house = try await DataDirectory(directory.path + "/data").open(
      for: purpose, hostName: "heed.test", calendar: clock.calendar)
    return Town(directory: directory, clock: clock, house: house)
  }

  /// On Monday the partnership was proposed by bo, and opened by amara.
  static func founded() async throws -> Town {
    let town = try await empty()
    try await town.foundCircle()
    try await town.gatherCommunity()
    let row = PartnershipRow(
      id: town.partnership.text, origin: log.origin, circle: town.circle.text, community: nil)
    try await town.heed.clerk.carryOut(
      .relationship(.propose(.lanterns, circle: town.circle)), on: log, for: .bo,
      with: [.addPartnership(row)])
    try await town.heed.clerk.carryOut(
      .relationship(
        .open(community: town.community, mandate: .amaras, agreements: Agreements())),
      on: log, for: .amara,
      with: [.setCommunity(town.community.text, of: town.partnership.text)])
    return town
  }

  /// And bo gave his word to carry chairs by Friday.
  static func promised() async throws -> Town {
    let town = try await founded()
    try await town.say(.ask(.ask("chairs", .ask, words: "Carry our chairs", day: .friday)), .amara)
    try await town.say(.ask(.answer("chairs", .take)), .bo)
    try await town.say(.commitment(.give(.chairs)), .bo)
    return town
  }

  private func foundCircle() async throws {
    let clerk = heed.clerk
    try await clerk.carryOut(
      .found, on: Self.circleLog, for: .bo,
      with: [.addPerson("bo", handle: "Bo")]
        + heed.joining("bo", circle.text, .circle, log: Self.circleLog.origin, name: "Lanterns"))
    try await clerk.carryOut(.invite("cys"), on: Self.circleLog, for: .bo)
    let member = Membership(body: circle.text, side: Side.circle.rawValue)
    try await clerk.carryOut(
      .join("cys"), on: Self.circleLog, for: .cy,
      with: [.addPerson("cy", handle: "Cy"), .addMembership(person: "cy", member)])
  }

  private func gatherCommunity() async throws {
    let clerk = heed.clerk
    try await clerk.carryOut(
      .gather, on: Self.communityLog, for: .amara,
      with: [.addPerson("amara", handle: "Amara")]
        + heed.joining(
          "amara", community.text, .community, log: Self.communityLog.origin, name: "Tenants"))
    let tenant = Membership(body: community.text, side: Side.community.rawValue)
    try await clerk.carryOut(
      .welcome("dalia"), on: Self.communityLog, for: .amara,
      with: [.addPerson("dalia", handle: "Dalia"), .addMembership(person: "dalia", tenant)])
  }

  /// Says something in the partnership, the way pages do.
  @discardableResult
  func say(
    _ command: Partnership.Command, _ voice: Voice, at place: SourceLocation = #_sourceLocation
  ) async throws -> Range<Int> {
    let indexes = try await heed.carryOut(command, in: partnership, for: voice.person)
    return try #require(indexes, sourceLocation: place)
  }

  func state() async throws -> Partnership.State { try await heed.clerk.state(of: Self.log) }

  /// A clerk that has nothing in memory, as after a restart.
  func freshClerk() -> Clerk {
    Clerk(store: heed.store, keys: heed.keys, notary: house.notary, calendar: clock.calendar)
  }
}

/// The people of the town.
extension Voice {
  /// Steward of the circle.
  static let bo = Voice("bo", of: .circle, isSteward: true)
  static let cy = Voice("cy", of: .circle)
  /// Holds the community's mandate.
  static let amara = Voice("amara", of: .community)
  /// Of the community, without a mandate.
  static let dalia = Voice("dalia", of: .community)
  /// Belongs nowhere.
  static let stranger = Voice("eun", of: .circle)
}

extension Letter {
  static let lanterns = Letter(
    who: "A group of neighbours", why: "Your hall asked for hands", canGive: "Hands and a van")
}

extension Mandate.Grant {
  static let amaras = Mandate.Grant(
    id: "amaras", holder: "amara", scope: "Everything in the hall", giver: "The assembly")
}

extension Commitment.Draft {
  static let chairs = Commitment.Draft(
    id: "carry", basis: .ask("chairs"), what: "Carry every chair into the hall", due: .friday,
    plan: .init(when: "When the hall opens", then: "I carry the first chair"),
    frame: .showingSupport(for: "the gathering"), promisee: "amaras")
}
