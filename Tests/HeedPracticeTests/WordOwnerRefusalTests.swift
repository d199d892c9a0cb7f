import HeedPractice
import Testing

@Suite("The owner of a word cannot")
struct WordOwnerRefusalTests {
  static let table = telling + leaving + reporting

  static let telling: [Refused] = [
    Refused(
      "be the community when telling", after: .promised, by: Cast.amara, .tell(),
      with: .onlyThe(.circle)),
    Refused(
      "tell of a word nobody gave", after: .taken, by: Cast.bo, .tell(),
      with: .unknown(.commitment)),
    Refused(
      "be somebody else when telling", after: .promised, by: Cast.cy, .tell(),
      with: .onlyTheOwner),
    Refused(
      "tell after the end", after: Scene.promised.at(.ended), by: Cast.bo, .tell(),
      with: .notNow(.ended)),
    Refused(
      "tell of a word that was let go", after: .letGo, by: Cast.bo, .tell(), with: .letGo),
    Refused(
      "tell of a word reported as done", after: .reported, by: Cast.bo, .tell(),
      with: .alreadyReported),
    Refused(
      "tell in blanks", after: .promised, by: Cast.bo, .tell(Text.blank),
      with: .missing(.words)),
    Refused(
      "tell at length", after: .promised, by: Cast.bo, .tell(Text.page + "a"),
      with: .tooLong(.words, bytes: 16_000)),
    Refused(
      "tell without another day", after: .promised, by: Cast.bo, .tell(proposing: nil),
      with: .missing(.proposedDay)),
    Refused(
      "propose the day already promised", after: .promised, by: Cast.bo,
      .tell(proposing: .friday), with: .notLater),
    Refused(
      "propose an earlier day", after: .promised, by: Cast.bo, .tell(proposing: .thursday),
      with: .notLater),
    Refused(
      "propose a day gone by", after: .promised, by: Cast.bo, on: .nextMonday,
      .tell(proposing: .saturday), with: .dayGoneBy(.proposedDay)),
    Refused(
      "propose a day too far ahead", after: .promised, by: Cast.bo,
      .tell(proposing: .wednesday + 3_661), with: .dayTooFar(.proposedDay)),
  ]

  static let leaving: [Refused] = [
    Refused(
      "be the host when leaving", after: .promised, by: Cast.host, .tellLeaving(),
      with: .onlyThe(.circle)),
    Refused(
      "leave a word nobody gave", after: .taken, by: Cast.bo, .tellLeaving(),
      with: .unknown(.commitment)),
    Refused(
      "leave the word of somebody else", after: .promised, by: Cast.cy, .tellLeaving(),
      with: .onlyTheOwner),
    Refused(
      "leave after the end", after: Scene.promised.at(.ended), by: Cast.bo, .tellLeaving(),
      with: .notNow(.ended)),
    Refused(
      "leave a word that was let go", after: .letGo, by: Cast.bo, .tellLeaving(), with: .letGo),
    Refused(
      "leave without a word", after: .promised, by: Cast.bo, .tellLeaving(""),
      with: .missing(.words)),
    Refused(
      "leave at length", after: .promised, by: Cast.bo, .tellLeaving(Text.page + "a"),
      with: .tooLong(.words, bytes: 16_000)),
  ]

  static let reporting: [Refused] = [
    Refused(
      "be the community when reporting", after: .promised, by: Cast.amara, .reportDone,
      with: .onlyThe(.circle)),
    Refused(
      "report on a word nobody gave", after: .taken, by: Cast.bo, .reportDone,
      with: .unknown(.commitment)),
    Refused(
      "report on the word of somebody else", after: .promised, by: Cast.ines, .reportDone,
      with: .onlyTheOwner),
    Refused(
      "report after the end", after: Scene.promised.at(.ended), by: Cast.bo, .reportDone,
      with: .notNow(.ended)),
    Refused(
      "report on a word that was let go", after: .letGo, by: Cast.bo, .reportDone,
      with: .letGo),
    Refused(
      "report nothing", after: .promised, by: Cast.bo, .report(.done, Text.blank),
      with: .missing(.account)),
    Refused(
      "report at length", after: .promised, by: Cast.bo, .report(.done, Text.page + "a"),
      with: .tooLong(.account, bytes: 16_000)),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }
}
