import HeedPractice
import Testing

@Suite("A recognition refuses")
struct RecognitionRefusalTests {
  static let table = speaking + saying + takingBack

  static let takenBack = Scene.recognised.then(Cast.amara, .takeBack("It came apart"))

  static let speaking: [Refused] = [
    Refused(
      "to come from the owner of the word", after: .reported, by: Cast.bo, .recognise,
      with: .onlyTheCommunityRecognises(.circle)),
    Refused(
      "to come from the steward", after: .reported, by: Cast.ines, .recognise,
      with: .onlyTheCommunityRecognises(.circle)),
    Refused(
      "to come from the host", after: .reported, by: Cast.host, .recognise,
      with: .onlyTheCommunityRecognises(.host)),
    Refused(
      "to come from the owner in the community's clothes", after: .reported,
      by: Voice("bo", of: .community), .recognise, with: .bothSides),
    Refused(
      "to come from somebody without a mandate", after: .reported, by: Cast.farid, .recognise,
      with: .onlyAMandate),
    Refused(
      "to come from a mandate that has run out", after: .reported, by: Cast.edda, .recognise,
      with: .onlyAMandate),
    Refused(
      "to come before the opening", after: Scene.reported.at(.proposed), by: Cast.amara,
      .recognise, with: .notNow(.proposed)),
  ]

  static let saying: [Refused] = [
    Refused(
      "a word nobody gave", after: .taken, by: Cast.amara, .recognise,
      with: .unknown(.commitment)),
    Refused(
      "work that nobody reported", after: .promised, by: Cast.amara, .recognise,
      with: .notReported),
    Refused(
      "a second verdict of the same mandate", after: .recognised, by: Cast.amara,
      recognise("again"), with: .alreadySaid),
    Refused(
      "the id of another verdict", after: .recognised, by: Cast.amara,
      recognise("thanks", .notThis), with: .idInUse),
    Refused(
      "the id of other words", after: .recognised, by: Cast.amara,
      recognise("thanks", words: "Nearly"), with: .idInUse),
    Refused(
      "the id of another speaker", after: .recognised, by: Cast.dalia, .recognise,
      with: .idInUse),
    Refused(
      "too many words", after: .reported, by: Cast.amara,
      recognise("thanks", words: Text.page + "a"), with: .tooLong(.words, bytes: 16_000)),
  ]

  static let takingBack: [Refused] = [
    Refused(
      "to be taken back by the circle", after: .recognised, by: Cast.bo, .takeBack("No"),
      with: .onlyTheCommunityRecognises(.circle)),
    Refused(
      "to be taken back from a word nobody gave", after: .taken, by: Cast.amara,
      .takeBack("No"), with: .unknown(.commitment)),
    Refused(
      "to be taken back when nobody said it", after: .reported, by: Cast.amara, .takeBack("No"),
      with: .unknown(.recognition)),
    Refused(
      "to be taken back by another mandate", after: .recognised, by: Cast.dalia,
      .takeBack("No"), with: .onlyWhoSaidIt),
    Refused(
      "to be taken back twice for different reasons", after: takenBack, by: Cast.amara,
      .takeBack("It is late"), with: .alreadyTakenBack),
    Refused(
      "to be taken back without a reason", after: .recognised, by: Cast.amara,
      .takeBack(Text.blank), with: .missing(.reason)),
    Refused(
      "to be taken back at length", after: .recognised, by: Cast.amara,
      .takeBack(Text.page + "a"), with: .tooLong(.reason, bytes: 16_000)),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }

  private static func recognise(
    _ id: ID<Recognition>, _ verdict: Recognition.Verdict = .asAsked, words: String = "As we asked"
  ) -> Partnership.Command {
    .recognition(.recognise("carry", id, verdict, words: words))
  }
}
