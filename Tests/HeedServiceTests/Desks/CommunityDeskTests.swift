import HeedPractice
import HeedStore
import Testing

@testable import HeedService

@Suite("The desk of communities")
struct CommunityDeskTests {
  @Test("welcomes somebody by a code that lets them in")
  func welcome() async throws {
    let town = try await Town.founded()
    let code = try await town.heed.welcome(handle: "Farid", into: town.community, by: "dalia")
    let session = try await town.heed.doorkeeper.signIn(code: code.text, .own)
    let farid = try #require(try await town.heed.doorkeeper.visitor(session.inLink)).person
    #expect(
      try await town.heed.people(of: town.community) == [
        CommunityPerson(id: "amara", handle: "Amara"),
        CommunityPerson(id: "dalia", handle: "Dalia"),
        CommunityPerson(id: farid, handle: "Farid"),
      ])
    #expect(try await town.heed.community(of: farid) == town.community)
    #expect(try await town.heed.partnership(town.partnership, for: farid)?.voice.side == .community)
  }

  @Test(
    "lets nobody bring people in who is not of the community",
    arguments: [
      "bo", "eun", "host",
    ] as [ID<Person>])
  func strangers(_ person: ID<Person>) async throws {
    let town = try await Town.founded()
    await #expect(throws: Community.Refusal.onlyItsPeople) {
      try await town.heed.welcome(handle: "Farid", into: town.community, by: person)
    }
    await #expect(throws: Community.Refusal.onlyItsPeople) {
      try await town.heed.renewCode(of: "dalia", in: town.community, by: person)
    }
    for community in ["nowhere", ID<Community>(stringLiteral: town.circle.text)] {
      await #expect(throws: Community.Refusal.onlyItsPeople) {
        try await town.heed.welcome(handle: "Farid", into: community, by: person)
      }
    }
    #expect(try await town.heed.people(of: town.community).count == 2)
  }

  @Test("welcomes nobody without a handle")
  func noHandle() async throws {
    let town = try await Town.founded()
    await #expect(throws: NotLetIn.missingHandle) {
      try await town.heed.welcome(handle: " ", into: town.community, by: "amara")
    }
    #expect(try await town.store.head(of: Town.communityLog.origin)?.size == 2)
  }

  @Test("gives a new code for a lost one, and the old one and its sessions end")
  func renewCode() async throws {
    let town = try await Town.founded()
    let first = try await town.heed.renewCode(of: "dalia", in: town.community, by: "amara")
    let session = try await town.heed.doorkeeper.signIn(code: first.text, .own)
    let second = try await town.heed.renewCode(of: "dalia", in: town.community, by: "amara")
    #expect(try await town.heed.doorkeeper.visitor(session.inLink) == nil)
    await #expect(throws: NotLetIn.wrong) {
      try await town.heed.doorkeeper.signIn(code: first.text, .own)
    }
    _ = try await town.heed.doorkeeper.signIn(code: second.text, .own)
    #expect(try await town.store.head(of: Town.communityLog.origin)?.size == 4)
  }

  @Test("gives no code of somebody who is not of the community")
  func notOneOfUs() async throws {
    let town = try await Town.founded()
    await #expect(throws: Community.Refusal.notOneOfUs) {
      try await town.heed.renewCode(of: "bo", in: town.community, by: "amara")
    }
  }

  @Test("shows nobody of no community")
  func none() async throws {
    let town = try await Town.founded()
    #expect(try await town.heed.people(of: nil).isEmpty)
    #expect(try await town.heed.people(of: "nowhere").isEmpty)
  }
}
