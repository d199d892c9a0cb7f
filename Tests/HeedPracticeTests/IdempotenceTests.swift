import HeedPractice
import Testing

@Suite("The same command again brings nothing about")
struct IdempotenceTests {
  struct Twice: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var after: Scene
    var by: Voice
    var command: Partnership.Command

    init(
      _ description: String, after scene: Scene, by voice: Voice, _ command: Partnership.Command
    ) {
      self.testDescription = description
      self.after = scene
      self.by = voice
      self.command = command
    }
  }

  static let table = relationship + asking + words

  static let notAble = Partnership.Command.ask(.answer("chairs", .notAble(because: "No hands")))

  static let relationship: [Twice] = [
    Twice("taking the letter back", after: .proposed, by: Cast.ines, .takeBackProposal),
    Twice("agreeing", after: .opened, by: Cast.amara, .agree(Agreements(poolDays: 14))),
    Twice("pausing", after: .opened, by: Cast.amara, .pause),
    Twice("resuming", after: Scene.opened.at(.paused), by: Cast.amara, .resume),
    Twice("ending", after: .opened, by: Cast.amara, .end),
    Twice("giving a mandate", after: .opened, by: Cast.amara, .give(Mandate.Grant.farids)),
    Twice("ending a mandate", after: .opened, by: Cast.amara, .mandate(.end("dalias"))),
  ]

  static let asking: [Twice] = [
    Twice("asking", after: .opened, by: Cast.amara, .askForChairs),
    Twice(
      "amending", after: .asked, by: Cast.amara,
      .ask(.amend("chairs", words: "Carry tables", day: nil))),
    Twice("withdrawing", after: .asked, by: Cast.amara, .ask(.withdraw("chairs"))),
    Twice("taking an ask", after: .asked, by: Cast.ines, .takeChairs),
    Twice("not being able", after: .asked, by: Cast.ines, notAble),
    Twice("listing an offer", after: .opened, by: Cast.ines, .offerVan),
    Twice("taking an offer back", after: .offered, by: Cast.ines, .offer(.takeBack("van"))),
    Twice("taking an offer", after: .offered, by: Cast.amara, .offer(.take("van"))),
    Twice("declining an offer", after: .offered, by: Cast.amara, .offer(.decline("van"))),
  ]

  static let words: [Twice] = [
    Twice("giving a word", after: .taken, by: Cast.bo, .giveWord),
    Twice("telling", after: .promised, by: Cast.bo, .tell()),
    Twice("telling that one leaves", after: .promised, by: Cast.bo, .tellLeaving()),
    Twice("setting another day", after: .promised, by: Cast.amara, .redate(to: .nextMonday)),
    Twice("letting go", after: .promised, by: Cast.amara, .letGo),
    Twice("reporting", after: .promised, by: Cast.bo, .reportDone),
    Twice("handing over", after: .promised, by: Cast.bo, .handOver(to: "cy")),
    Twice("accepting", after: .handedOver, by: Cast.cy, .acceptHandOver),
    Twice("recognising", after: .reported, by: Cast.amara, .recognise),
    Twice("ending one's own mandate", after: .opened, by: Cast.dalia, .mandate(.end("dalias"))),
    Twice("taking a recognition back", after: .recognised, by: Cast.amara, .takeBack("No")),
  ]

  @Test(arguments: table)
  func again(_ twice: Twice) throws {
    var scene = twice.after
    try #expect(scene.play(twice.command, by: twice.by, on: .tuesday).count == 1)
    let once = scene.state
    try #expect(scene.play(twice.command, by: twice.by, on: .wednesday) == [])
    #expect(scene.state == once)
  }

  @Test("even after the day it was about has gone by")
  func later() throws {
    var promised = Scene.promised
    try #expect(promised.play(.giveWord, by: Cast.bo, on: .nextMonday) == [])
    try #expect(promised.play(.askForChairs, by: Cast.amara, on: .nextMonday) == [])
    var offered = Scene.offered
    try #expect(offered.play(.offerVan, by: Cast.ines, on: .nextFriday) == [])
  }

  @Test("even when the mandate it was promised to has been ended")
  func mandateEnded() throws {
    var scene = Scene.promised.then(Cast.dalia, .mandate(.end("amaras")))
    try #expect(scene.play(.giveWord, by: Cast.bo, on: .wednesday) == [])
  }

  @Test("even when what it was about has been settled")
  func settled() throws {
    var declined = Scene.offerDeclined
    try #expect(declined.play(.offerVan, by: Cast.ines, on: .wednesday) == [])
    var ended = Scene.opened.then(Cast.amara, .give(Mandate.Grant.farids))
      .then(Cast.amara, .mandate(.end("farids")))
    try #expect(ended.play(.give(Mandate.Grant.farids), by: Cast.amara, on: .wednesday) == [])
    var redated = Scene.promised.then(Cast.amara, .redate(to: .nextMonday))
    try #expect(redated.play(.giveWord, by: Cast.bo, on: .wednesday) == [])
  }
}
