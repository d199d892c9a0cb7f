import Foundation
import HeedPractice
import Testing

@testable import HeedService

/// A partnership as it stands after people have acted in turn.
struct Scene: CustomTestStringConvertible, Sendable {
  var testDescription: String
  private(set) var state = Partnership.initial

  private init(_ description: String) { testDescription = description }

  /// The scene after one more act, under another name; an act that is refused is a mistake here.
  private func then(
    _ description: String, _ voice: Voice, _ command: Partnership.Command, on day: Day = .tuesday
  ) -> Scene {
    var scene = self
    scene.testDescription = description
    do {
      for event in try Partnership.decide(command, by: voice, on: day, in: state) {
        Partnership.evolve(
          &scene.state, with: Happening(event, by: voice.person, of: voice.side, on: day))
      }
    } catch {
      Issue.record("\(description): \(error)")
    }
    return scene
  }

  /// The same, seen while the partnership stands somewhere else.
  func at(_ stage: Partnership.Stage) -> Scene {
    var scene = self
    scene.state.stage = stage
    return scene
  }

  func seen(by voice: Voice) -> SeenPartnership {
    let names = (Voice.circle + Voice.community).map(\.person.text)
    return SeenPartnership(
      id: "river", log: Log("heed.test/record/river"), state: state, voice: voice,
      circleName: "Lanterns", communityName: "Tenants",
      handles: names.reduce(into: [:]) { $0[$1] = $1.capitalized })
  }

  /// Whether the rules let somebody do something that makes a difference.
  func allows(_ command: Partnership.Command, by voice: Voice, on day: Day) -> Bool {
    let events = try? Partnership.decide(command, by: voice, on: day, in: state)
    return events.map { !$0.isEmpty } ?? false
  }
}

extension Scene {
  static let proposed = Scene("").then("a letter was written", .bo, .propose, on: .monday)
  static let opened =
    proposed
    .then("the community opened it", .amara, .open, on: .monday)
    .then("a second mandate was given", .amara, .giveDalias, on: .monday)
    .then("a third mandate runs out", .amara, .giveEddas, on: .monday)
  static let unspokenFor =
    opened
    .then("one mandate was ended", .amara, .mandate(.end("dalias")))
    .then("no mandate stands", .amara, .mandate(.end("amaras")))

  static let asked = opened.then("something was asked", .amara, .askForChairs)
  static let taken = asked.then("it was taken", .bo, .takeChairs)
  static let notAble = asked.then("they are not able", .bo, .notAble)
  static let amended = notAble.then("it was worded otherwise", .amara, .amendChairs)
  static let withdrawn = asked.then("it was withdrawn", .amara, .withdrawChairs)
  static let promised = taken.then("a word was given", .cy, .giveWord)
  static let amendedPromised = promised.then("it was worded otherwise after", .amara, .amendChairs)

  static let told = promised.then("it was told that it will slip", .cy, .tell())
  static let redated = told.then("another day was agreed", .amara, .redate)
  static let handedOver = promised.then("it was handed to somebody", .cy, .handOver(to: "dee"))
  static let accepted = handedOver.then("somebody took it on", .dee, .accept)
  static let leaving = promised.then("its owner left it", .cy, .tellLeaving)
  static let partly = promised.then("it was partly done", .cy, .report(.partly))
  static let notDone = promised.then("it was not done", .cy, .report(.notDone))
  static let reported = promised.then("it was reported as done", .cy, .report(.done))
  static let recognised = reported.then("amara said what she thinks", .amara, .recognise)
  static let takenBack = recognised.then(
    "amara took that back", .amara,
    .recognition(.takeBack("carry", "yes", reason: "They fell over")))
  static let letGo = promised.then("it was let go", .amara, .letGo)
  static let leftByAmara = promised.then("amara speaks no more", .amara, .mandate(.end("amaras")))

  static let offered = opened.then("something was offered", .bo, .listVan)
  static let offerTaken = offered.then("it was taken", .dalia, .offer(.take("van")))
  static let offerDeclined = offered.then("it was declined", .dalia, .offer(.decline("van")))
  static let offerTakenBack = offered.then("it was taken back", .bo, .offer(.takeBack("van")))

  static let withWord = [
    promised, told, redated, handedOver, accepted, leaving, partly, notDone, reported, recognised,
    takenBack, letGo, leftByAmara,
  ]
  static let withAsk =
    [asked, taken, notAble, amended, withdrawn, amendedPromised] + withWord
  static let withOffer = [offered, offerTaken, offerDeclined, offerTakenBack]
  static let all = [proposed, opened, unspokenFor] + withAsk + withOffer
}
