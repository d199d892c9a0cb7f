import HTTPTypes
import HeedPractice
import HeedService
import HeedWording
import Testing

@testable import HeedWeb

@Suite("What is refused is answered with")
struct ProblemTests {
  struct Answered: CustomTestStringConvertible, Sendable {
    var testDescription: String { "\(status): \(error)" }
    var error: any Error & Sendable
    var status: Int
    var field: String?

    init(_ error: any Error & Sendable, _ status: Int, _ field: String? = nil) {
      self.error = error
      self.status = status
      self.field = field
    }
  }

  private static let friday = Day.friday

  static let partnerships: [Answered] =
    [
      Partnership.Refusal.onlyThe(.circle), .onlyThe(.community), .onlyThe(.host),
      .onlyTheCommunityRecognises(.circle), .onlyTheCommunityRecognises(.host), .onlyAMandate,
      .onlyASteward, .onlyTheOwner, .onlyThePromisee, .onlyWhoAsked, .onlyWhoSaidIt,
      .onlyWhoItIsHandedTo, .bothSides,
    ].map { Answered($0, 403) }
    + Partnership.Stage.allCases.map { Answered(Partnership.Refusal.notNow($0), 409) }
    + [
      Partnership.Refusal.askWithdrawn, .askNotTaken, .boundaryTakesNoWord, .wordStands,
      .alreadyAnswered, .offerSettled, .offerNotTaken, .letGo, .noHandOver, .toOneself,
      .alreadyReported, .notReported, .alreadySaid, .alreadyTakenBack, .idInUse,
      .offerRanOut(friday),
    ].map { Answered($0, 409) }
    + [
      Answered(Partnership.Refusal.mandateEnded, 409, "promisee"),
      Answered(Partnership.Refusal.alreadyListed, 409, "words"),
      Answered(Partnership.Refusal.offerRestsUntil(friday), 409, "words"),
      Answered(Partnership.Refusal.notLater, 422, "proposedDay"),
    ]
    + Partnership.Thing.allCases.map { Answered(Partnership.Refusal.unknown($0), 404) }
    + Partnership.Part.allCases.flatMap { part in
      [
        Answered(Partnership.Refusal.missing(part), 422, part.rawValue),
        Answered(Partnership.Refusal.tooLong(part, bytes: 600), 422, part.rawValue),
        Answered(Partnership.Refusal.dayGoneBy(part), 422, part.rawValue),
        Answered(Partnership.Refusal.dayTooFar(part), 422, part.rawValue),
        Answered(Partnership.Refusal.outOfRange(part, 1...90), 422, part.rawValue),
      ]
    }

  static let bodies: [Answered] = [
    Answered(Circle.Refusal.onlyASteward, 403), Answered(Circle.Refusal.onlyAMember, 403),
    Answered(Circle.Refusal.alreadyFounded, 409), Answered(Circle.Refusal.invitationUsed, 409),
    Answered(Circle.Refusal.alreadyAMember, 409), Answered(Circle.Refusal.lastSteward, 409),
    Answered(Circle.Refusal.holdsWords(2), 409), Answered(Circle.Refusal.notFounded, 404),
    Answered(Circle.Refusal.notAMember, 404), Answered(Community.Refusal.onlyItsPeople, 403),
    Answered(Community.Refusal.alreadyGathered, 409), Answered(Community.Refusal.notOneOfUs, 404),
  ]

  static let doors: [Answered] =
    [
      Answered(NotLetIn.wrong, 403), Answered(NotLetIn.wait(seconds: 30), 429),
      Answered(NotLetIn.linkGone, 410), Answered(NotLetIn.missingHandle, 422, "handle"),
      Answered(NotLetIn.handleTooLong, 422, "handle"),
      Answered(NotLetIn.handleTaken, 409, "handle"), Answered(NotLetIn.missingName, 422, "name"),
      Answered(NotLetIn.nameTooLong, 422, "name"),
      Answered(UnreadableField.day("until"), 422, "until"),
      Answered(UnreadableField.number("poolDays"), 422, "poolDays"),
      Answered(UnreadableField.choice("verdict"), 422, "verdict"),
    ] + PassphraseFlaw.allCases.map { Answered(NotLetIn.passphrase($0), 422, "passphrase") }

  @Test(
    "a sentence, its status, and the field it is about", arguments: partnerships + bodies + doors)
  func problem(_ answered: Answered) throws {
    let problem = try #require(Problem(answered.error))
    #expect(problem.status.code == answered.status)
    #expect(problem.field == answered.field)
    #expect(problem.sentence(in: .en).count > 10)
  }

  @Test("a sentence of its own at every door")
  func unique() throws {
    let sentences = try Self.doors.map { try #require(Problem($0.error)).sentence(in: .en) }
    #expect(Set(sentences).count == sentences.count)
  }

  @Test("a field that some form has, where it names one")
  func fields() {
    let known = Routes.all.reduce(into: Set<String>()) { $0.formUnion($1.fields) }
    // A frame is made of several fields, and `frame` is the name of their group.
    for answered in Self.doors where answered.field != nil {
      #expect(known.contains(answered.field ?? ""), "\(answered)")
    }
    let parts = Partnership.Part.allCases.map(\.rawValue).filter { !known.contains($0) }
    #expect(parts == [])
  }

  @Test(
    "nothing that a form could show, when the world has failed",
    arguments: [
      Fault.unreadableKeys, .unreadableEntry(origin: "a", index: 1), .somebodyWasFaster,
      .tooBusy(retryAfter: 5),
    ])
  func faults(_ fault: Fault) { #expect(Problem(fault) == nil) }

  @Test("the word that the record does not hold, for faults of the record alone")
  func ofTheRecord() {
    let broken: [Fault] = [
      .unreadableEntry(origin: "a", index: 1), .recordShrank(origin: "a", signed: 2, stored: 1),
      .recordChanged(origin: "a", size: 2),
    ]
    let others: [Fault] = [
      .unreadableKeys, .inUse(path: ""), .notEmpty(path: ""), .demoData(path: ""),
      .realData(path: ""), .unreadableData(path: ""), .somebodyWasFaster, .tooBusy(retryAfter: 1),
    ]
    #expect(broken.map(\.isOfTheRecord) == [true, true, true])
    #expect(others.allSatisfy { !$0.isOfTheRecord })
  }
}
