import HeedPractice
import Testing

@Suite("An ask refuses")
struct AskRefusalTests {
  static let table = asking + amending + withdrawing + answering

  static let withdrawn = Scene.asked.then(Cast.amara, .ask(.withdraw("chairs")))
  static let notAble = Scene.asked.then(Cast.ines, answer(.notAble(because: "No hands")))

  static let asking: [Refused] = [
    Refused(
      "to come from the circle", after: .opened, by: Cast.ines, .askForChairs,
      with: .onlyThe(.community)),
    Refused(
      "to come from somebody without a mandate", after: .opened, by: Cast.farid, .askForChairs,
      with: .onlyAMandate),
    Refused(
      "to come from a mandate that has run out", after: .opened, by: Cast.edda, .askForChairs,
      with: .onlyAMandate),
    Refused(
      "to be put during a pause", after: Scene.opened.at(.paused), by: Cast.amara, .askForChairs,
      with: .notNow(.paused)),
    Refused(
      "the id of another wording", after: .asked, by: Cast.amara,
      ask(words: "Carry our tables", day: .friday), with: .idInUse),
    Refused(
      "the id of another kind", after: .asked, by: Cast.amara,
      ask(.boundary, day: .friday), with: .idInUse),
    Refused(
      "the id of another day", after: .asked, by: Cast.amara, ask(day: nil), with: .idInUse),
    Refused(
      "words of only blanks", after: .opened, by: Cast.amara, ask(words: Text.blank),
      with: .missing(.words)),
    Refused(
      "words too long to read", after: .opened, by: Cast.amara, ask(words: Text.page + "a"),
      with: .tooLong(.words, bytes: 16_000)),
    Refused(
      "a day gone by", after: .opened, by: Cast.amara, ask(day: .tuesday),
      with: .dayGoneBy(.day)),
    Refused(
      "a day too far ahead", after: .opened, by: Cast.amara, ask(day: .wednesday + 3_661),
      with: .dayTooFar(.day)),
  ]

  static let amending: [Refused] = [
    Refused(
      "to be amended by the circle", after: .asked, by: Cast.ines, amend(),
      with: .onlyThe(.community)),
    Refused(
      "to be amended without a mandate", after: .asked, by: Cast.farid, amend(),
      with: .onlyAMandate),
    Refused(
      "to be amended after the end", after: Scene.asked.at(.ended), by: Cast.amara, amend(),
      with: .notNow(.ended)),
    Refused(
      "to be amended when nobody knows it", after: .opened, by: Cast.amara, amend(),
      with: .unknown(.ask)),
    Refused(
      "to be amended by another mandate while its asker's stands", after: .asked, by: Cast.dalia,
      amend(), with: .onlyWhoAsked),
    Refused(
      "to be amended once withdrawn", after: withdrawn, by: Cast.amara, amend(),
      with: .askWithdrawn),
    Refused(
      "to be amended into blanks", after: .asked, by: Cast.amara, amend(""),
      with: .missing(.words)),
    Refused(
      "to be amended into too many words", after: .asked, by: Cast.amara, amend(Text.page + "a"),
      with: .tooLong(.words, bytes: 16_000)),
    Refused(
      "to be amended to a day gone by", after: .asked, by: Cast.amara, amend(day: .tuesday),
      with: .dayGoneBy(.day)),
    Refused(
      "to be amended to a day too far ahead", after: .asked, by: Cast.amara,
      amend(day: .wednesday + 3_661), with: .dayTooFar(.day)),
  ]

  static let withdrawing: [Refused] = [
    Refused(
      "to be withdrawn by the circle", after: .asked, by: Cast.ines, .ask(.withdraw("chairs")),
      with: .onlyThe(.community)),
    Refused(
      "to be withdrawn without a mandate", after: .asked, by: Cast.farid,
      .ask(.withdraw("chairs")), with: .onlyAMandate),
    Refused(
      "to be withdrawn twice without a mandate", after: withdrawn, by: Cast.farid,
      .ask(.withdraw("chairs")), with: .onlyAMandate),
    Refused(
      "to be withdrawn after the end", after: Scene.asked.at(.ended), by: Cast.amara,
      .ask(.withdraw("chairs")), with: .notNow(.ended)),
    Refused(
      "to be withdrawn when nobody knows it", after: .opened, by: Cast.amara,
      .ask(.withdraw("chairs")), with: .unknown(.ask)),
    Refused(
      "to be withdrawn by another mandate while its asker's stands", after: .asked,
      by: Cast.dalia, .ask(.withdraw("chairs")), with: .onlyWhoAsked),
  ]

  static let answering: [Refused] = [
    Refused(
      "an answer from the community", after: .asked, by: Cast.amara, .takeChairs,
      with: .onlyThe(.circle)),
    Refused(
      "an answer from a member who is no steward", after: .asked, by: Cast.bo, .takeChairs,
      with: .onlyASteward),
    Refused(
      "an answer during a pause", after: Scene.asked.at(.paused), by: Cast.ines, .takeChairs,
      with: .notNow(.paused)),
    Refused(
      "an answer to what nobody asked", after: .opened, by: Cast.ines, .takeChairs,
      with: .unknown(.ask)),
    Refused(
      "an answer once withdrawn", after: withdrawn, by: Cast.ines, .takeChairs,
      with: .askWithdrawn),
    Refused(
      "another reason for not being able", after: notAble, by: Cast.ines,
      answer(.notAble(because: "No time")), with: .alreadyAnswered),
    Refused(
      "a no without a reason", after: .asked, by: Cast.ines, answer(.notAble(because: " ")),
      with: .missing(.because)),
    Refused(
      "a reason too long", after: .asked, by: Cast.ines,
      answer(.notAble(because: Text.page + "a")), with: .tooLong(.because, bytes: 16_000)),
    Refused(
      "a no while somebody's word stands", after: .promised, by: Cast.ines,
      answer(.notAble(because: "No hands")), with: .wordStands),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }

  private static func ask(
    _ kind: Ask.Kind = .ask, words: String = Text.chairs, day: Day? = nil
  ) -> Partnership.Command {
    .ask(.ask("chairs", kind, words: words, day: day))
  }

  private static func amend(
    _ words: String = "Carry our tables", day: Day? = nil
  ) -> Partnership.Command {
    .ask(.amend("chairs", words: words, day: day))
  }

  private static func answer(_ answer: Ask.Answer) -> Partnership.Command {
    .ask(.answer("chairs", answer))
  }
}
