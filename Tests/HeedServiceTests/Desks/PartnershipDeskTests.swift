import HeedPractice
import HeedStore
import Testing

@testable import HeedService

@Suite("The desk of partnerships")
struct PartnershipDeskTests {
  struct Reader: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var person: ID<Person>
    var voice: Voice?
  }

  static let readers = [
    Reader(testDescription: "its steward as that", person: "bo", voice: .bo),
    Reader(testDescription: "its member as that", person: "cy", voice: .cy),
    Reader(testDescription: "its community, with a mandate", person: "amara", voice: .amara),
    Reader(testDescription: "its community, without one", person: "dalia", voice: .dalia),
    Reader(testDescription: "no stranger", person: "eun", voice: nil),
    Reader(testDescription: "no host", person: "host", voice: nil),
  ]

  @Test("shows a partnership to", arguments: readers)
  func shows(_ reader: Reader) async throws {
    let town = try await Town.founded()
    let seen = try await town.heed.partnership(town.partnership, for: reader.person)
    #expect(seen?.voice == reader.voice)
    #expect(try await town.heed.partnership("nowhere", for: reader.person) == nil)
    let partnerships = try await town.heed.partnerships(of: reader.person)
    #expect(partnerships.map(\.id) == (reader.voice == nil ? [] : ["river"]))
    guard let seen else {
      #expect(
        try await town.heed.carryOut(
          .relationship(.pause), in: town.partnership, for: reader.person) == nil)
      return
    }
    #expect(seen.circleName == "Lanterns")
    #expect(seen.communityName == "Tenants")
    #expect(seen.handles == ["amara": "Amara", "bo": "Bo"])
    #expect(seen.handle("amara") == "Amara")
    #expect(seen.handle(nil) == nil)
  }

  @Test("carries nothing out in a partnership that is not there")
  func nowhere() async throws {
    let town = try await Town.founded()
    #expect(
      try await town.heed.carryOut(.relationship(.pause), in: "nowhere", for: "amara") == nil)
  }

  @Test("shows it to nobody who belongs to both sides")
  func bothSides() async throws {
    let town = try await Town.founded()
    try await town.heed.clerk.carryOut(.invite("amaras"), on: Town.circleLog, for: .bo)
    let member = Membership(body: town.circle.text, side: Side.circle.rawValue)
    try await town.heed.clerk.carryOut(
      .join("amaras"), on: Town.circleLog, for: Voice("amara", of: .circle),
      with: [.addMembership(person: "amara", member)])
    #expect(try await town.heed.partnership(town.partnership, for: "amara") == nil)
    #expect(
      try await town.heed.carryOut(
        .relationship(.pause), in: town.partnership, for: "amara") == nil)
  }

  private static let opening = Opening(
    communityName: "Harbour", handle: "Eun", scope: "Nights", giver: "", until: nil,
    agreements: Agreements(poolDays: 14))

  @Test("writes a letter by a steward, with a link that is read and not used by looking")
  func propose() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    for _ in 0..<2 {
      let read = try #require(try await town.heed.letter(link.inLink))
      #expect(read.letter == .lanterns)
      #expect(read.circleName == "Lanterns")
    }
    let seen = try #require(try await town.heed.partnership(id, for: "bo"))
    #expect(seen.state.stage == .proposed)
    #expect(seen.communityName == "")
    #expect(try await town.heed.partnership(id, for: "amara") == nil)
    for person in ["cy", "eun", "amara"] as [ID<Person>] {
      await #expect(throws: Partnership.Refusal.onlyASteward) {
        try await town.heed.propose(.lanterns, for: town.circle, by: person)
      }
    }
    #expect(try await town.heed.vault.partnerships(of: town.circle.text).count == 2)
  }

  @Test("opens a partnership for a community that comes with it")
  func openNew() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    let opened = try await town.heed.open(letter, Self.opening, as: nil)
    #expect(opened.id == id)
    let code = try #require(opened.code)
    let session = try #require(opened.session)
    let person = try #require(try await town.heed.doorkeeper.visitor(session.inLink)).person
    _ = try await town.heed.doorkeeper.signIn(code: code.text, .own)
    let seen = try #require(try await town.heed.partnership(id, for: person))
    #expect(seen.state.stage == .open)
    #expect(seen.state.agreed == Agreements(poolDays: 14))
    #expect(seen.state.mandate(of: person, on: .monday)?.scope == "Nights")
    #expect(seen.communityName == "Harbour")
    #expect(try await town.heed.letter(link.inLink) == nil)
    await #expect(throws: Partnership.Refusal.notNow(.open)) {
      try await town.heed.open(letter, Self.opening, as: nil)
    }
    #expect(try await town.heed.vault.bodies().count == 3)
  }

  @Test("opens a partnership for the community that somebody is of already")
  func openKnown() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    let opened = try await town.heed.open(letter, Self.opening, as: "dalia")
    #expect(opened.code == nil)
    #expect(opened.session == nil)
    let seen = try #require(try await town.heed.partnership(id, for: "dalia"))
    #expect(seen.communityName == "Tenants")
    #expect(seen.state.mandate(of: "dalia", on: .monday) != nil)
    #expect(
      try await town.heed.partnerships(of: "dalia").map(\.id.text).sorted()
        == [id.text, "river"].sorted())
    #expect(try await town.heed.vault.bodies().count == 2)
  }

  @Test("lets nobody of the circle open its own letter", arguments: ["bo", "cy"] as [ID<Person>])
  func ownLetter(_ person: ID<Person>) async throws {
    let town = try await Town.founded()
    let (_, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    await #expect(throws: Partnership.Refusal.bothSides) {
      try await town.heed.open(letter, Self.opening, as: person)
    }
    #expect(try await town.heed.letter(link.inLink) != nil)
  }

  struct NotOpened: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var opening: Opening
    var refusal: NotLetIn
  }

  static let notOpened = [
    NotOpened(
      testDescription: "without a name of the community",
      opening: with { $0.communityName = "\n" }, refusal: .missingName),
    NotOpened(
      testDescription: "with too long a name",
      opening: with { $0.communityName = String(repeating: "a", count: 201) },
      refusal: .nameTooLong),
    NotOpened(
      testDescription: "without a handle", opening: with { $0.handle = "" },
      refusal: .missingHandle),
  ]

  private static func with(_ change: (inout Opening) -> Void) -> Opening {
    var opening = opening
    change(&opening)
    return opening
  }

  @Test("opens nothing", arguments: notOpened)
  func refusesToOpen(_ refused: NotOpened) async throws {
    let town = try await Town.founded()
    let (_, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    await #expect(throws: refused.refusal) {
      try await town.heed.open(letter, refused.opening, as: nil)
    }
    await #expect(throws: Partnership.Refusal.missing(.scope)) {
      try await town.heed.open(letter, Self.with { $0.scope = " " }, as: nil)
    }
    #expect(try await town.heed.letter(link.inLink) != nil)
    #expect(try await town.heed.vault.bodies().count == 2)
  }

  @Test("declines a letter, and its link is dead")
  func decline() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    try await town.heed.decline(letter)
    #expect(try await town.heed.partnership(id, for: "bo")?.state.stage == .declined)
    #expect(try await town.heed.letter(link.inLink) == nil)
    await #expect(throws: Partnership.Refusal.notNow(.declined)) {
      try await town.heed.open(letter, Self.opening, as: nil)
    }
  }

  @Test("lets the link die when the circle takes its letter back")
  func takeBack() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    _ = try await town.heed.carryOut(.relationship(.takeBackProposal), in: id, for: "bo")
    #expect(try await town.heed.letter(link.inLink) == nil)
    #expect(try await town.heed.invitation(link.inLink, .partnership) == nil)
  }

  @Test("opens for one of many who hold the same link")
  func race() async throws {
    let town = try await Town.founded()
    let (id, link) = try await town.heed.propose(.lanterns, for: town.circle, by: "bo")
    let letter = try #require(try await town.heed.letter(link.inLink))
    let opened = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask {
          (try? await town.heed.open(letter, Self.opening, as: nil)) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(opened == 1)
    #expect(try await town.heed.vault.bodies().count == 3)
    let row = try #require(try await town.heed.vault.partnership(id.text))
    #expect(row.community != nil)
    #expect(try await town.heed.clerk.state(of: Log<Partnership>(row.origin)).mandates.count == 1)
  }
}
