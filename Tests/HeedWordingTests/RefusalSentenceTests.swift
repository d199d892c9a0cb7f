import HeedPractice
import HeedWording
import Testing

/// One of every refusal there is, so that each has a sentence of its own.
@Suite("The sentence of a refusal")
struct RefusalSentenceTests {
  private static let friday = Day(number: 20_518)

  static let who: [Partnership.Refusal] =
    Side.allCases.map { .onlyThe($0) }
    + [
      .onlyTheCommunityRecognises(.circle), .onlyTheCommunityRecognises(.host), .onlyAMandate,
      .onlyASteward, .onlyTheOwner, .onlyThePromisee, .onlyWhoAsked, .onlyWhoSaidIt,
      .onlyWhoItIsHandedTo, .bothSides,
    ]

  static let when: [Partnership.Refusal] =
    Partnership.Stage.allCases.map { .notNow($0) }
    + [
      .dayGoneBy(.day), .dayGoneBy(.proposedDay), .dayTooFar(.day), .notLater,
      .offerRestsUntil(friday), .offerRanOut(friday),
    ]

  static let what: [Partnership.Refusal] =
    Partnership.Thing.allCases.map { .unknown($0) }
    + [
      .tooLong(.words, bytes: 16_000), .outOfRange(.poolDays, 1...90), .idInUse, .mandateEnded,
      .askWithdrawn, .askNotTaken, .boundaryTakesNoWord, .wordStands, .alreadyAnswered,
      .alreadyListed, .offerSettled, .offerNotTaken, .letGo, .noHandOver, .toOneself,
      .alreadyReported, .notReported, .alreadySaid, .alreadyTakenBack,
    ]

  @Test("is its own, so that nobody is told of one thing and means another")
  func unique() {
    let sentences = (Self.who + Self.when + Self.what).map { $0.sentence(in: .en) }
    let repeated = Dictionary(grouping: sentences) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.sorted() == [])
  }

  @Test("is never the one for what nobody thought of")
  func known() {
    let lost = "This cannot be done now."
    for refusal in Self.who + Self.when + Self.what {
      #expect(refusal.sentence(in: .en) != lost, "\(refusal)")
    }
  }

  @Test("says of every part what is missing", arguments: Partnership.Part.allCases)
  func missing(_ part: Partnership.Part) {
    let sentence = Partnership.Refusal.missing(part).sentence(in: .en)
    #expect(sentence == part.missing(in: .en))
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
  }

  static let exact: [(Partnership.Refusal, String)] = [
    (
      .offerRestsUntil(friday),
      "An offer much like this one was not wanted. "
        + "It may be offered again from Friday 6 March 2026."
    ),
    (
      .offerRanOut(friday),
      "This offer ran out after Friday 6 March 2026. You can ask the circle for it."
    ),
    (
      .tooLong(.words, bytes: 600),
      "This is too long: there is room for about 600 letters. Nothing was lost."
    ),
    (.outOfRange(.poolDays, 1...90), "Write a number from 1 to 90."),
  ]

  @Test("says what there is to know", arguments: exact)
  func says(_ refusal: Partnership.Refusal, _ sentence: String) {
    #expect(refusal.sentence(in: .en) == sentence)
  }

  static let circle: [Circle.Refusal] = [
    .alreadyFounded, .notFounded, .onlyASteward, .onlyAMember, .invitationUsed, .alreadyAMember,
    .notAMember, .lastSteward, .holdsWords(1), .holdsWords(2),
  ]
  static let community: [Community.Refusal] = [.alreadyGathered, .onlyItsPeople, .notOneOfUs]

  @Test("is its own for circles and communities too")
  func bodies() {
    let sentences =
      Self.circle.map { $0.sentence(in: .en) } + Self.community.map { $0.sentence(in: .en) }
    #expect(Set(sentences).count == 13)
    #expect(sentences.allSatisfy { $0.hasSuffix(".") })
    #expect(Circle.Refusal.holdsWords(1).sentence(in: .en).contains("one word"))
    #expect(Circle.Refusal.holdsWords(2).sentence(in: .en).contains("2 words"))
  }
}
