import HeedPractice
import Testing

@Suite("An offer refuses")
struct OfferRefusalTests {
  static let table = listing + takingBack + taking

  static let takenBack = Scene.offered.then(Cast.ines, .offer(.takeBack("van")))
  static let taken = Scene.offered.then(Cast.amara, .offer(.take("van")))

  static let listing: [Refused] = [
    Refused(
      "to be listed by the community", after: .opened, by: Cast.amara, .offerVan,
      with: .onlyThe(.circle)),
    Refused(
      "to be listed by a member who is no steward", after: .opened, by: Cast.bo, .offerVan,
      with: .onlyASteward),
    Refused(
      "to be listed during a pause", after: Scene.opened.at(.paused), by: Cast.ines, .offerVan,
      with: .notNow(.paused)),
    Refused(
      "the id of other words", after: .offered, by: Cast.ines, list(words: "Bread and soup"),
      with: .idInUse),
    Refused(
      "the id of another last day", after: .offered, by: Cast.ines, list(until: .nextFriday),
      with: .idInUse),
    Refused(
      "words of only blanks", after: .opened, by: Cast.ines, list(words: Text.blank),
      with: .missing(.words)),
    Refused(
      "words too long to read", after: .opened, by: Cast.ines, list(words: Text.page + "a"),
      with: .tooLong(.words, bytes: 16_000)),
    Refused(
      "a last day gone by", after: .opened, by: Cast.ines, list(until: .tuesday),
      with: .dayGoneBy(.until)),
    Refused(
      "a last day too far ahead", after: .opened, by: Cast.ines, list(until: .wednesday + 3_661),
      with: .dayTooFar(.until)),
    Refused(
      "to be listed twice", after: .offered, by: Cast.ines, list("bus"), with: .alreadyListed),
    Refused(
      "to come back while it rests", after: .offerDeclined, by: Cast.ines, list("bus"),
      with: .offerRestsUntil(.tuesday + 90)),
  ]

  static let takingBack: [Refused] = [
    Refused(
      "to be taken back by the community", after: .offered, by: Cast.amara,
      .offer(.takeBack("van")), with: .onlyThe(.circle)),
    Refused(
      "to be taken back by a member who is no steward", after: .offered, by: Cast.bo,
      .offer(.takeBack("van")), with: .onlyASteward),
    Refused(
      "to be taken back during a pause", after: Scene.offered.at(.paused), by: Cast.ines,
      .offer(.takeBack("van")), with: .notNow(.paused)),
    Refused(
      "to be taken back when nobody listed it", after: .opened, by: Cast.ines,
      .offer(.takeBack("van")), with: .unknown(.offer)),
    Refused(
      "to be taken back once taken", after: taken, by: Cast.ines, .offer(.takeBack("van")),
      with: .offerSettled),
  ]

  static let taking: [Refused] = [
    Refused(
      "to be taken by the circle", after: .offered, by: Cast.ines, .offer(.take("van")),
      with: .onlyThe(.community)),
    Refused(
      "to be taken without a mandate", after: .offered, by: Cast.edda, .offer(.take("van")),
      with: .onlyAMandate),
    Refused(
      "to be taken during a pause", after: Scene.offered.at(.paused), by: Cast.amara,
      .offer(.take("van")), with: .notNow(.paused)),
    Refused(
      "to be taken when nobody listed it", after: .opened, by: Cast.amara, .offer(.take("van")),
      with: .unknown(.offer)),
    Refused(
      "to be taken once declined", after: .offerDeclined, by: Cast.amara, .offer(.take("van")),
      with: .offerSettled),
    Refused(
      "to be taken once taken back", after: takenBack, by: Cast.amara, .offer(.take("van")),
      with: .offerSettled),
    Refused(
      "to be taken after its last day", after: .offered, by: Cast.amara, on: .nextMonday + 1,
      .offer(.take("van")), with: .offerRanOut(.nextMonday)),
    Refused(
      "to be declined by the circle", after: .offered, by: Cast.ines, .offer(.decline("van")),
      with: .onlyThe(.community)),
    Refused(
      "to be declined without a mandate", after: .offered, by: Cast.farid,
      .offer(.decline("van")), with: .onlyAMandate),
    Refused(
      "to be declined after the end", after: Scene.offered.at(.ended), by: Cast.amara,
      .offer(.decline("van")), with: .notNow(.ended)),
    Refused(
      "to be declined when nobody listed it", after: .opened, by: Cast.amara,
      .offer(.decline("van")), with: .unknown(.offer)),
    Refused(
      "to be declined once taken", after: taken, by: Cast.amara, .offer(.decline("van")),
      with: .offerSettled),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }

  private static func list(
    _ id: ID<Offer> = "van", words: String = Text.van, until: Day = .nextMonday
  ) -> Partnership.Command {
    .offer(.list(id, words: words, until: until))
  }
}
