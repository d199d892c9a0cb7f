import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("The desk of circles")
struct CircleDeskTests {
  private static let passphrase = "four lanterns by the river"

  @Test("founds the first circle by one link, and has none to give afterwards")
  func found() async throws {
    let town = try await Town.empty()
    let stale = try #require(try await town.heed.firstLink())
    let link = try #require(try await town.heed.firstLink())
    #expect(try await town.heed.invitation(stale.text, .firstCircle) == nil)
    #expect(try await town.heed.invitation(link.text, .member) == nil)
    #expect(try await town.heed.invitation("not a code", .firstCircle) == nil)
    let invitation = try #require(try await town.heed.invitation(link.inLink, .firstCircle))
    let keys = try await town.heed.foundCircle(
      invitation, name: "Lanterns", handle: "Bo", passphrase: Self.passphrase)
    let visitor = try #require(try await town.heed.doorkeeper.visitor(keys.session.inLink))
    let circle = try #require(try await town.heed.circle(of: visitor.person))
    #expect(try await town.heed.circle(circle).stewards == [visitor.person])
    #expect(try await town.heed.name(of: circle) == "Lanterns")
    #expect(try await town.heed.handle(of: visitor.person) == "Bo")
    #expect(try await town.heed.recoveryCodesLeft(of: visitor.person) == 10)
    #expect(try await town.heed.community(of: visitor.person) == nil)
    #expect(try await town.heed.invitation(link.inLink, .firstCircle) == nil)
    #expect(try await town.heed.firstLink() == nil)
    await #expect(throws: NotLetIn.linkGone) {
      try await town.heed.foundCircle(
        invitation, name: "Lamps", handle: "Cy", passphrase: Self.passphrase)
    }
    #expect(try await town.heed.vault.bodies().count == 1)
    #expect(try await town.heed.vault.passphrase(login: "cy") == nil)
  }

  struct NotFounded: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var name = "Lanterns"
    var handle = "Bo"
    var passphrase = CircleDeskTests.passphrase
    var refusal: NotLetIn
  }

  static let notFounded = [
    NotFounded(testDescription: "without a name", name: " \n", refusal: .missingName),
    NotFounded(
      testDescription: "with a name of more than 200 bytes",
      name: String(repeating: "é", count: 100) + "e", refusal: .nameTooLong),
    NotFounded(testDescription: "without a handle", handle: "", refusal: .missingHandle),
    NotFounded(
      testDescription: "with a handle of more than 80 bytes",
      handle: String(repeating: "a", count: 81), refusal: .handleTooLong),
    NotFounded(
      testDescription: "with a passphrase that is too short", passphrase: "river",
      refusal: .passphrase(.tooShort)),
    NotFounded(
      testDescription: "with the handle for a passphrase", handle: "northside lantern",
      passphrase: "Northside Lantern", refusal: .passphrase(.isTheHandle)),
  ]

  @Test("founds no circle", arguments: notFounded)
  func refusesToFound(_ refused: NotFounded) async throws {
    let town = try await Town.empty()
    let link = try #require(try await town.heed.firstLink())
    let invitation = try #require(try await town.heed.invitation(link.text, .firstCircle))
    await #expect(throws: refused.refusal) {
      try await town.heed.foundCircle(
        invitation, name: refused.name, handle: refused.handle, passphrase: refused.passphrase)
    }
    #expect(try await town.store.extents().isEmpty)
    #expect(try await town.heed.invitation(link.text, .firstCircle) == invitation)
  }

  @Test("lets one person join by a link, and nobody by the same link again")
  func join() async throws {
    let town = try await Town.founded()
    let link = try await town.heed.invite(into: town.circle, by: "bo")
    let invitation = try #require(try await town.heed.invitation(link.inLink, .member))
    let keys = try await town.heed.join(
      invitation, handle: "Dee", passphrase: Self.passphrase)
    let dee = try #require(try await town.heed.doorkeeper.visitor(keys.session.inLink)).person
    #expect(try await town.heed.circle(town.circle).people == ["bo", "cy", dee])
    #expect(try await town.heed.circle(town.circle).stewards == ["bo"])
    #expect(try await town.heed.circle(of: dee) == town.circle)
    #expect(try await town.heed.invitation(link.inLink, .member) == nil)
    await #expect(throws: Circle.Refusal.invitationUsed) {
      try await town.heed.join(invitation, handle: "Eun", passphrase: Self.passphrase)
    }
    let another = try await town.heed.invite(into: town.circle, by: "bo")
    let next = try #require(try await town.heed.invitation(another.inLink, .member))
    await #expect(throws: NotLetIn.handleTaken) {
      try await town.heed.join(next, handle: " DEE", passphrase: Self.passphrase)
    }
    #expect(try await town.heed.invitation(another.inLink, .member) == next)
  }

  @Test("lets a link run out after seven days to the second")
  func runsOut() async throws {
    let town = try await Town.founded()
    let link = try await town.heed.invite(into: town.circle, by: "bo")
    town.clock.second += 604_799
    #expect(try await town.heed.invitation(link.inLink, .member) != nil)
    town.clock.second += 1
    #expect(try await town.heed.invitation(link.inLink, .member) == nil)
  }

  @Test("lets a member invite nobody, a stranger neither, and nobody into a community")
  func mayNotInvite() async throws {
    let town = try await Town.founded()
    for person in ["cy", "eun", "amara"] as [ID<Person>] {
      await #expect(throws: Circle.Refusal.onlyASteward) {
        try await town.heed.invite(into: town.circle, by: person)
      }
    }
    for circle in ["nowhere", ID<Circle>(stringLiteral: town.community.text)] {
      await #expect(throws: Circle.Refusal.notFounded) {
        try await town.heed.invite(into: circle, by: "bo")
      }
      await #expect(throws: Circle.Refusal.notFounded) {
        try await town.heed.invite(into: circle, by: nil)
      }
    }
    #expect(try await town.store.head(of: Town.circleLog.origin)?.size == 3)
  }

  @Test("lets the host invite into a circle, and the circle's record shows it")
  func hostInvites() async throws {
    let town = try await Town.founded()
    let link = try await town.heed.invite(into: town.circle, by: nil)
    #expect(try await town.heed.invitation(link.inLink, .member)?.target == town.circle.text)
    let entry = try #require(
      try await town.store.entries(of: Town.circleLog.origin, from: 3, limit: 1).first)
    let opened = try town.heed.keys.sealer(for: Town.circleLog.origin).open(entry)
    let happening: Happening<Circle.Event>? = Writing.happening(
      header: try #require(opened).header, body: try #require(opened).body)
    #expect(happening?.side == .host)
    #expect(happening?.by == "host")
  }

  @Test("lets the last steward not go, and nobody who still holds a word")
  func leave() async throws {
    let town = try await Town.promised()
    await #expect(throws: Circle.Refusal.lastSteward) {
      try await town.heed.leave(town.circle, "bo")
    }
    try await town.heed.carryOut(.nameSteward("cy"), in: town.circle, for: "bo")
    #expect(try await town.heed.wordsHeld(by: "bo", in: town.circle).map(\.word.id) == ["carry"])
    #expect(
      try await town.heed.wordsHeld(by: "bo", in: town.circle).map(\.partnership) == ["river"])
    #expect(try await town.heed.wordsHeld(by: "cy", in: town.circle).isEmpty)
    await #expect(throws: Circle.Refusal.holdsWords(1)) {
      try await town.heed.leave(town.circle, "bo")
    }
    #expect(try await town.heed.vault.memberships(of: "bo").count == 1)
    try await town.say(.commitment(.tellLeaving("carry", words: "I am moving away")), .bo)
    try await town.heed.leave(town.circle, "bo")
    #expect(try await town.heed.circle(of: "bo") == nil)
    #expect(try await town.heed.vault.memberships(of: "bo").isEmpty)
    #expect(try await town.heed.partnership(town.partnership, for: "bo") == nil)
    await #expect(throws: Circle.Refusal.onlyAMember) {
      try await town.heed.leave(town.circle, "bo")
    }
  }

  @Test("holds nobody by a word of a partnership that has ended")
  func endedHoldsNobody() async throws {
    let town = try await Town.promised()
    try await town.say(.relationship(.pause), .amara)
    #expect(try await town.heed.wordsHeld(by: "bo", in: town.circle).count == 1)
    try await town.say(.relationship(.end), .amara)
    #expect(try await town.heed.wordsHeld(by: "bo", in: town.circle).isEmpty)
  }

  @Test("gives a circle a new name, and leaves the old one in no file")
  func rename() async throws {
    let town = try await Town.founded()
    try await town.heed.rename(town.circle, to: "Tulip-of-the-needle")
    try await town.heed.rename(town.circle, to: "Lamps")
    #expect(try await town.heed.name(of: town.circle) == "Lamps")
    #expect(
      try TemporaryDirectory.files(in: town.data.path, containing: "Tulip-of-the-needle").isEmpty)
    await #expect(throws: NotLetIn.missingName) { try await town.heed.rename(town.circle, to: "") }
    #expect(try await town.heed.name(of: town.circle) == "Lamps")
  }
}
