import HeedPractice
import Testing

@Suite("An ask")
struct AskTests {
  private func amend(_ words: String, _ day: Day? = nil) -> Partnership.Command {
    .ask(.amend("chairs", words: words, day: day))
  }

  private let noHands = Partnership.Command.ask(
    .answer("chairs", .notAble(because: "No hands")))

  @Test("is held as it was put")
  func asked() {
    let ask = Scene.asked.state.ask("chairs")
    #expect(ask?.kind == .ask)
    #expect(ask?.by == "amara")
    #expect(ask?.words == Text.chairs)
    #expect(ask?.day == .friday)
    #expect(ask?.askedOn == .tuesday)
    #expect(ask?.answer == nil)
    #expect(ask?.isTaken == false)
    #expect(ask?.withdrawnOn == nil)
  }

  @Test("may be for today, or for ten years ahead", arguments: [Day.tuesday, .tuesday + 3_660])
  func days(_ day: Day) {
    let scene = Scene.opened.then(
      Cast.dalia, .ask(.ask("soup", .direction, words: Text.page, day: day)))
    #expect(scene.state.ask("soup")?.day == day)
    #expect(scene.state.ask("soup")?.kind == .direction)
  }

  @Test("keeps its earlier wording when amended")
  func amended() {
    let ask = Scene.asked.then(Cast.amara, amend("Carry tables"), on: .wednesday)
      .state.ask("chairs")
    #expect(ask?.wordings.map(\.words) == [Text.chairs, "Carry tables"])
    #expect(ask?.wordings.map(\.day) == [.friday, nil])
    #expect(ask?.wordings.map(\.on) == [.tuesday, .wednesday])
    #expect(ask?.words == "Carry tables")
    #expect(ask?.day == nil)
    #expect(ask?.askedOn == .tuesday)
  }

  @Test("is amended in its words or in its day alone")
  func amendedInPart() {
    let words = Scene.asked.then(Cast.amara, amend("Carry tables", .friday))
    #expect(words.state.ask("chairs")?.wordings.count == 2)
    let day = Scene.asked.then(Cast.amara, amend(Text.chairs, .saturday))
    #expect(day.state.ask("chairs")?.day == .saturday)
  }

  @Test("may keep a day gone by when its words are amended")
  func keepsItsDay() {
    let scene = Scene.asked.then(Cast.amara, amend("Carry tables", .friday), on: .nextMonday)
    #expect(scene.state.ask("chairs")?.words == "Carry tables")
  }

  @Test("is amended and withdrawn during a pause too")
  func paused() {
    let scene = Scene.asked.then(Cast.amara, .pause).then(Cast.amara, amend("Carry tables"))
      .then(Cast.amara, .ask(.withdraw("chairs")), on: .wednesday)
    #expect(scene.state.ask("chairs")?.withdrawnOn == .wednesday)
  }

  @Test("passes to the standing mandates when its asker's has run out")
  func orphaned() {
    let scene = Scene.asked.then(Cast.dalia, .mandate(.end("amaras")))
      .then(Cast.dalia, amend("Carry tables")).then(Cast.dalia, .ask(.withdraw("chairs")))
    #expect(scene.state.ask("chairs")?.wordings.count == 2)
    #expect(scene.state.ask("chairs")?.withdrawnOn == .tuesday)
  }

  @Test("is unanswered again once it was amended, and still taken")
  func answeredEarlier() {
    let taken = Scene.taken.state.ask("chairs")
    #expect(taken?.answer?.answer == .take)
    #expect(taken?.answer?.by == "ines")
    #expect(taken?.answer?.on == .tuesday)
    #expect(taken?.answer?.wording == 0)
    #expect(taken?.isTaken == true)
    let amended = Scene.taken.then(Cast.amara, amend("Carry tables"))
    #expect(amended.state.ask("chairs")?.answer == nil)
    #expect(amended.state.ask("chairs")?.isTaken == true)
    let again = amended.then(Cast.ines, .takeChairs, on: .wednesday).state.ask("chairs")
    #expect(again?.answer?.wording == 1)
    #expect(again?.answers.count == 2)
  }

  @Test("may be taken after all, by a circle that was not able")
  func takenAfterAll() {
    let scene = Scene.asked.then(Cast.ines, noHands)
    #expect(scene.state.ask("chairs")?.isTaken == false)
    #expect(scene.then(Cast.ines, .takeChairs).state.ask("chairs")?.isTaken == true)
  }

  @Test("is given back while nobody's word for it stands")
  func givenBack() {
    let scene = Scene.taken.then(Cast.ines, noHands)
    #expect(scene.state.ask("chairs")?.isTaken == false)
    let letGo = Scene.letGo.then(Cast.ines, noHands)
    #expect(letGo.state.ask("chairs")?.answer?.answer == .notAble(because: "No hands"))
    let done = Scene.reported.then(Cast.ines, noHands)
    #expect(done.state.ask("chairs")?.answers.count == 2)
  }

  @Test("is given back whatever stands for another ask")
  func givenBackBesides() {
    let scene = Scene.promised
      .then(Cast.dalia, .ask(.ask("soup", .ask, words: "Cook soup", day: nil)))
      .then(Cast.ines, .ask(.answer("soup", .notAble(because: "No pots"))))
    #expect(scene.state.ask("soup")?.isTaken == false)
  }

  @Test("may be answered as not able again once it was amended")
  func notAbleAgain() {
    let scene = Scene.asked.then(Cast.ines, noHands).then(Cast.amara, amend("Carry tables"))
      .then(Cast.ines, .ask(.answer("chairs", .notAble(because: "No time"))))
    #expect(
      scene.state.ask("chairs")?.answers.map(\.answer)
        == [.notAble(because: "No hands"), .notAble(because: "No time")])
  }

  @Test("of one mandate stands beside the ask of another that says the opposite (H4)")
  func disagreement() {
    let scene = Scene.asked.then(
      Cast.dalia, .ask(.ask("leave", .boundary, words: "Leave our chairs alone", day: nil)))
    #expect(scene.state.asks.map(\.by) == ["amara", "dalia"])
    #expect(scene.state.asks.map(\.words) == [Text.chairs, "Leave our chairs alone"])
  }
}
