import HeedPractice
import Testing

@Suite("A word cannot be given")
struct WordGivingRefusalTests {
  static let table = speaking + answering + naming + framing + promising

  static let boundary =
    Scene.opened
    .then(Cast.amara, .ask(.ask("chairs", .boundary, words: "No photographs", day: nil)))
    .then(Cast.ines, .takeChairs)

  static let speaking: [Refused] = [
    Refused(
      "by the community", after: .taken, by: Cast.amara, .giveWord, with: .onlyThe(.circle)),
    Refused("by the host", after: .taken, by: Cast.host, .giveWord, with: .onlyThe(.circle)),
    Refused(
      "during a pause", after: Scene.taken.at(.paused), by: Cast.bo, .giveWord,
      with: .notNow(.paused)),
  ]

  static let answering: [Refused] = [
    Refused(
      "for what nobody asked as if it had been asked", after: .opened, by: Cast.bo, .giveWord,
      with: .unknown(.ask)),
    Refused(
      "for an ask that was withdrawn", after: AskRefusalTests.withdrawn, by: Cast.bo, .giveWord,
      with: .askWithdrawn),
    Refused(
      "for a boundary", after: boundary, by: Cast.bo, .giveWord, with: .boundaryTakesNoWord),
    Refused(
      "for an ask nobody has answered", after: .asked, by: Cast.bo, .giveWord,
      with: .askNotTaken),
    Refused(
      "for an ask the circle is not able to do", after: AskRefusalTests.notAble, by: Cast.bo,
      .giveWord, with: .askNotTaken),
    draft("for an offer nobody listed", with: .unknown(.offer)) { $0.basis = .offer("van") },
    draft("for an offer nobody took", after: .offered, with: .offerNotTaken) {
      $0.basis = .offer("van")
    },
    draft("for an offer that was declined", after: .offerDeclined, with: .offerNotTaken) {
      $0.basis = .offer("van")
    },
  ]

  static let naming: [Refused] = [
    draft("without saying what", with: .missing(.what)) { $0.what = Text.blank },
    draft("with too long a what", with: .tooLong(.what, bytes: 16_000)) {
      $0.what = Text.page + "a"
    },
    draft("without a day", with: .missing(.day)) { $0.due = nil },
    draft("without a when", with: .missing(.when)) { $0.plan.when = "" },
    draft("with too long a when", with: .tooLong(.when, bytes: 600)) {
      $0.plan.when = Text.line + "a"
    },
    draft("without a then", with: .missing(.then)) { $0.plan.then = " " },
    draft("with too long a then", with: .tooLong(.then, bytes: 600)) {
      $0.plan.then = Text.line + "a"
    },
  ]

  static let framing: [Refused] = [
    draft("without a frame", with: .missing(.frame)) { $0.frame = nil },
    draft("to show support for nothing", with: .missing(.frame)) {
      $0.frame = .showingSupport(for: "")
    },
    draft("to show support at length", with: .tooLong(.frame, bytes: 600)) {
      $0.frame = .showingSupport(for: Text.line + "a")
    },
    draft("to use privilege by nothing", with: .missing(.frame)) {
      $0.frame = .usingPrivilege(by: "")
    },
    draft("to use privilege at length", with: .tooLong(.frame, bytes: 600)) {
      $0.frame = .usingPrivilege(by: Text.line + "a")
    },
    draft("to end no system", with: .missing(.frame)) {
      $0.frame = .endingASystem("", by: "driving")
    },
    draft("to end a system at length", with: .tooLong(.frame, bytes: 600)) {
      $0.frame = .endingASystem(Text.line + "a", by: "driving")
    },
    draft("to end a system by nothing", with: .missing(.frameBy)) {
      $0.frame = .endingASystem("evictions", by: "")
    },
    draft("to end a system by much", with: .tooLong(.frameBy, bytes: 600)) {
      $0.frame = .endingASystem("evictions", by: Text.line + "a")
    },
  ]

  static let promising: [Refused] = [
    draft("to nobody", with: .missing(.promisee)) { $0.promisee = nil },
    draft("to a mandate nobody knows", with: .unknown(.mandate)) { $0.promisee = "farids" },
    draft("to a mandate that has run out", with: .mandateEnded) { $0.promisee = "eddas" },
    Refused(
      "to a mandate that was ended",
      after: Scene.taken.then(Cast.dalia, .mandate(.end("amaras"))), by: Cast.bo, .giveWord,
      with: .mandateEnded),
    draft("for a day gone by", with: .dayGoneBy(.day)) { $0.due = .tuesday },
    draft("for a day too far ahead", with: .dayTooFar(.day)) { $0.due = .wednesday + 3_661 },
    draft("under the id of another", after: .promised, with: .idInUse) { $0.due = .saturday },
    Refused(
      "under the id of somebody else's", after: .promised, by: Cast.cy, .giveWord,
      with: .idInUse),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }

  private static func draft(
    _ description: String, after scene: Scene = .taken, with refusal: Partnership.Refusal,
    _ change: (inout Commitment.Draft) -> Void
  ) -> Refused {
    Refused(
      description, after: scene, by: Cast.bo, .give(Commitment.Draft.chairs.with(change)),
      with: refusal)
  }
}
