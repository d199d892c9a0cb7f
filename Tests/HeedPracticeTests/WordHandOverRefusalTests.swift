import HeedPractice
import Testing

@Suite("A word cannot be handed over")
struct WordHandOverRefusalTests {
  static let table = handing + accepting + declining

  static let handing: [Refused] = [
    Refused(
      "by the community", after: .promised, by: Cast.amara, .handOver(to: "cy"),
      with: .onlyThe(.circle)),
    Refused(
      "when nobody gave it", after: .taken, by: Cast.bo, .handOver(to: "cy"),
      with: .unknown(.commitment)),
    Refused(
      "by somebody who does not own it", after: .promised, by: Cast.cy, .handOver(to: "ines"),
      with: .onlyTheOwner),
    Refused(
      "during a pause", after: Scene.promised.at(.paused), by: Cast.bo, .handOver(to: "cy"),
      with: .notNow(.paused)),
    Refused(
      "once let go", after: .letGo, by: Cast.bo, .handOver(to: "cy"), with: .letGo),
    Refused(
      "once reported as done", after: .reported, by: Cast.bo, .handOver(to: "cy"),
      with: .alreadyReported),
    Refused(
      "to oneself", after: .promised, by: Cast.bo, .handOver(to: "bo"), with: .toOneself),
    Refused(
      "to somebody of the community", after: .promised, by: Cast.bo, .handOver(to: "dalia"),
      with: .bothSides),
  ]

  static let accepting: [Refused] = [
    Refused(
      "to the community", after: .handedOver, by: Cast.amara, .acceptHandOver,
      with: .onlyThe(.circle)),
    Refused(
      "when it comes to accepting during a pause", after: Scene.handedOver.at(.paused),
      by: Cast.cy, .acceptHandOver, with: .notNow(.paused)),
    Refused(
      "when the one who accepts takes what nobody gave", after: .taken, by: Cast.cy,
      .acceptHandOver, with: .unknown(.commitment)),
    Refused(
      "when it was let go meanwhile", after: Scene.handedOver.then(Cast.amara, .letGo),
      by: Cast.cy, .acceptHandOver, with: .letGo),
    Refused(
      "when it was reported as done meanwhile",
      after: Scene.handedOver.then(Cast.bo, .reportDone), by: Cast.cy, .acceptHandOver,
      with: .alreadyReported),
    Refused(
      "when its owner has not", after: .promised, by: Cast.cy, .acceptHandOver,
      with: .noHandOver),
    Refused(
      "to somebody it was not meant for", after: .handedOver, by: Cast.ines, .acceptHandOver,
      with: .onlyWhoItIsHandedTo),
    Refused(
      "back to the owner by accepting it oneself", after: .handedOver, by: Cast.bo,
      .acceptHandOver, with: .onlyWhoItIsHandedTo),
  ]

  static let declining: [Refused] = [
    Refused(
      "when the community would decline", after: .handedOver, by: Cast.amara, .declineHandOver,
      with: .onlyThe(.circle)),
    Refused(
      "when it comes to declining during a pause", after: Scene.handedOver.at(.paused),
      by: Cast.cy, .declineHandOver, with: .notNow(.paused)),
    Refused(
      "when there is nothing to decline", after: .promised, by: Cast.cy, .declineHandOver,
      with: .noHandOver),
    Refused(
      "when somebody else would decline", after: .handedOver, by: Cast.ines, .declineHandOver,
      with: .onlyWhoItIsHandedTo),
    Refused(
      "when anybody might take it and one would decline for all", after: .leaving, by: Cast.cy,
      .declineHandOver, with: .onlyWhoItIsHandedTo),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }
}
