import HeedPractice
import Testing

@Suite("Every refusal")
struct RefusalCoverageTests {
  static let partnership: [Refused] =
    RelationshipRefusalTests.table + MandateRefusalTests.table + AskRefusalTests.table
    + OfferRefusalTests.table + WordGivingRefusalTests.table + WordOwnerRefusalTests.table
    + WordHandOverRefusalTests.table + PromiseeRefusalTests.table + RecognitionRefusalTests.table

  @Test("of a partnership has a row in some table")
  func partnership() {
    let reached = Set(Self.partnership.map { PartnershipRefusal($0.with) })
    #expect(Set(PartnershipRefusal.allCases).subtracting(reached) == [])
  }

  @Test("of a partnership that names a part is reached for every part of every form")
  func parts() {
    let reached = Set(Self.partnership.flatMap { $0.with.parts })
    #expect(Set(Partnership.Part.allCases).subtracting(reached) == [])
  }

  @Test("of a partnership that names a thing is reached for every thing")
  func things() {
    let reached = Self.partnership.compactMap { row in
      if case .unknown(let thing) = row.with { thing } else { nil }
    }
    #expect(Set(Partnership.Thing.allCases).subtracting(reached) == [])
  }

  @Test("of a circle has a row in its table")
  func circle() {
    let reached = Set(CircleRefusalTests.table.map { CircleRefusal($0.with) })
    #expect(Set(CircleRefusal.allCases).subtracting(reached) == [])
  }

  @Test("of a community has a row in its table")
  func community() {
    let reached = Set(CommunityRefusalTests.table.map { CommunityRefusal($0.with) })
    #expect(Set(CommunityRefusal.allCases).subtracting(reached) == [])
  }
}

extension Partnership.Refusal {
  fileprivate var parts: [Partnership.Part] {
    switch self {
    case .dayGoneBy(let part), .dayTooFar(let part), .missing(let part): [part]
    case .tooLong(let part, bytes: _), .outOfRange(let part, _): [part]
    default: []
    }
  }
}

/// The kinds of refusal, without what they carry: a new one does not compile until it is here,
/// and then wants a row.
private enum PartnershipRefusal: CaseIterable {
  case onlyThe, onlyTheCommunityRecognises, onlyAMandate, onlyASteward, onlyTheOwner
  case onlyThePromisee, onlyWhoAsked, onlyWhoSaidIt, onlyWhoItIsHandedTo, bothSides
  case notNow, dayGoneBy, dayTooFar, notLater, offerRestsUntil, offerRanOut
  case missing, tooLong, outOfRange, unknown, idInUse
  case mandateEnded, askWithdrawn, askNotTaken, boundaryTakesNoWord, wordStands
  case alreadyAnswered, alreadyListed, offerSettled, offerNotTaken, letGo, noHandOver, toOneself
  case alreadyReported, notReported, alreadySaid, alreadyTakenBack

  init(_ refusal: Partnership.Refusal) {
    self =
      switch refusal {
      case .onlyThe: .onlyThe
      case .onlyTheCommunityRecognises: .onlyTheCommunityRecognises
      case .onlyAMandate: .onlyAMandate
      case .onlyASteward: .onlyASteward
      case .onlyTheOwner: .onlyTheOwner
      case .onlyThePromisee: .onlyThePromisee
      case .onlyWhoAsked: .onlyWhoAsked
      case .onlyWhoSaidIt: .onlyWhoSaidIt
      case .onlyWhoItIsHandedTo: .onlyWhoItIsHandedTo
      case .bothSides: .bothSides
      case .notNow: .notNow
      case .dayGoneBy: .dayGoneBy
      case .dayTooFar: .dayTooFar
      case .notLater: .notLater
      case .offerRestsUntil: .offerRestsUntil
      case .offerRanOut: .offerRanOut
      case .missing: .missing
      case .tooLong: .tooLong
      case .outOfRange: .outOfRange
      case .unknown: .unknown
      case .idInUse: .idInUse
      case .mandateEnded: .mandateEnded
      case .askWithdrawn: .askWithdrawn
      case .askNotTaken: .askNotTaken
      case .boundaryTakesNoWord: .boundaryTakesNoWord
      case .wordStands: .wordStands
      case .alreadyAnswered: .alreadyAnswered
      case .alreadyListed: .alreadyListed
      case .offerSettled: .offerSettled
      case .offerNotTaken: .offerNotTaken
      case .letGo: .letGo
      case .noHandOver: .noHandOver
      case .toOneself: .toOneself
      case .alreadyReported: .alreadyReported
      case .notReported: .notReported
      case .alreadySaid: .alreadySaid
      case .alreadyTakenBack: .alreadyTakenBack
      }
  }
}

private enum CircleRefusal: CaseIterable {
  case alreadyFounded, notFounded, onlyASteward, onlyAMember, invitationUsed, alreadyAMember
  case notAMember, lastSteward, holdsWords

  init(_ refusal: Circle.Refusal) {
    self =
      switch refusal {
      case .alreadyFounded: .alreadyFounded
      case .notFounded: .notFounded
      case .onlyASteward: .onlyASteward
      case .onlyAMember: .onlyAMember
      case .invitationUsed: .invitationUsed
      case .alreadyAMember: .alreadyAMember
      case .notAMember: .notAMember
      case .lastSteward: .lastSteward
      case .holdsWords: .holdsWords
      }
  }
}

private enum CommunityRefusal: CaseIterable {
  case alreadyGathered, onlyItsPeople, notOneOfUs

  init(_ refusal: Community.Refusal) {
    self =
      switch refusal {
      case .alreadyGathered: .alreadyGathered
      case .onlyItsPeople: .onlyItsPeople
      case .notOneOfUs: .notOneOfUs
      }
  }
}
