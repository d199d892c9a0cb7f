import HeedPractice
import Testing

@Suite("Nobody but the promisee")
struct PromiseeRefusalTests {
  static let table = redating + lettingGo

  static let redating: [Refused] = [
    Refused(
      "sets another day: not its owner", after: .promised, by: Cast.bo,
      .redate(to: .nextMonday), with: .onlyThe(.community)),
    Refused(
      "sets another day: not the host", after: .promised, by: Cast.host,
      .redate(to: .nextMonday), with: .onlyThe(.community)),
    Refused(
      "sets another day: not somebody without a mandate", after: .promised, by: Cast.farid,
      .redate(to: .nextMonday), with: .onlyAMandate),
    Refused(
      "sets another day: not another mandate", after: .promised, by: Cast.dalia,
      .redate(to: .nextMonday), with: .onlyThePromisee),
    Refused(
      "sets another day, and not for a word nobody gave", after: .taken, by: Cast.amara,
      .redate(to: .nextMonday), with: .unknown(.commitment)),
    Refused(
      "sets another day, and not once let go", after: .letGo, by: Cast.amara,
      .redate(to: .nextMonday), with: .letGo),
    Refused(
      "sets another day, and not after the end", after: Scene.promised.at(.ended),
      by: Cast.amara, .redate(to: .nextMonday), with: .notNow(.ended)),
    Refused(
      "sets another day, and not for what was done", after: .reported, by: Cast.amara,
      .redate(to: .nextMonday), with: .alreadyReported),
    Refused(
      "sets another day, and none gone by", after: .promised, by: Cast.amara,
      .redate(to: .tuesday), with: .dayGoneBy(.day)),
    Refused(
      "sets another day, and none too far ahead", after: .promised, by: Cast.amara,
      .redate(to: .wednesday + 3_661), with: .dayTooFar(.day)),
  ]

  static let lettingGo: [Refused] = [
    Refused(
      "lets go: not its owner", after: .promised, by: Cast.bo, .letGo,
      with: .onlyThe(.community)),
    Refused(
      "lets go: not the host", after: .promised, by: Cast.host, .letGo,
      with: .onlyThe(.community)),
    Refused(
      "lets go: not somebody without a mandate", after: .promised, by: Cast.edda, .letGo,
      with: .onlyAMandate),
    Refused(
      "lets go: not another mandate", after: .promised, by: Cast.dalia, .letGo,
      with: .onlyThePromisee),
    Refused(
      "lets go, and not of a word nobody gave", after: .taken, by: Cast.amara, .letGo,
      with: .unknown(.commitment)),
    Refused(
      "lets go, and nobody without a mandate does so again", after: .letGo, by: Cast.farid,
      .letGo, with: .onlyAMandate),
    Refused(
      "lets go, and the owner does not do so again", after: .letGo, by: Cast.bo, .letGo,
      with: .onlyThe(.community)),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }
}
