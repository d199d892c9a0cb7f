import HeedPractice
import Testing

@Suite("What came of it")
struct WhatCameOfItTests {
  private func give(_ id: ID<Commitment>, due: Day = .friday) -> Partnership.Command {
    .give(
      .chairs.with {
        $0.id = id
        $0.due = due
        $0.basis = .unasked
      })
  }

  private func ask(_ id: ID<Ask>, _ kind: Ask.Kind = .ask) -> Partnership.Command {
    .ask(.ask(id, kind, words: "Please \(id)", day: nil))
  }

  @Test("is nothing where nothing was asked")
  func nothing() {
    #expect(
      Scene.opened.state.whatCameOfIt(on: .tuesday) == Partnership.initial.whatCameOfIt(on: .monday)
    )
  }

  @Test("puts what slipped first, by day and then by name (S12)")
  func slipped() {
    let scene = Scene.opened.then(Cast.bo, give("sweep", due: .thursday))
      .then(Cast.bo, give("cook", due: .wednesday)).then(Cast.cy, give("bake", due: .wednesday))
      .then(Cast.cy, give("sing", due: .nextFriday)).then(Cast.cy, give("dance", due: .saturday))
      .then(Cast.cy, .commitment(.tell("sing", words: "Ill", proposing: .tenYearsOn)))
    let seen = scene.state.whatCameOfIt(on: .friday)
    #expect(seen.slipped.map(\.id) == ["bake", "cook", "sweep", "sing"])
    #expect(seen.notYetDue.map(\.id) == ["dance"])
  }

  @Test("puts what is due soonest first, by day and then by name")
  func notYetDue() {
    let scene = Scene.opened.then(Cast.bo, give("sweep", due: .thursday))
      .then(Cast.bo, give("cook", due: .wednesday)).then(Cast.cy, give("bake", due: .wednesday))
    let seen = scene.state.whatCameOfIt(on: .wednesday)
    #expect(seen.notYetDue.map(\.id) == ["bake", "cook", "sweep"])
    #expect(seen.slipped == [])
  }

  @Test("tells reports that nobody has answered from those that somebody has")
  func reported() {
    let unanswered = Scene.reported.state.whatCameOfIt(on: .wednesday)
    #expect(unanswered.reported.map(\.id) == ["carry"])
    #expect(unanswered.answered == [])
    let answered = Scene.recognised.state.whatCameOfIt(on: .wednesday)
    #expect(answered.reported == [])
    #expect(answered.answered.map(\.id) == ["carry"])
    let takenBack = RecognitionRefusalTests.takenBack.state.whatCameOfIt(on: .wednesday)
    #expect(takenBack.reported.map(\.id) == ["carry"])
  }

  @Test("keeps showing what was let go")
  func letGo() {
    let seen = Scene.letGo.state.whatCameOfIt(on: .tenYearsOn)
    #expect(seen.letGo.map(\.id) == ["carry"])
    #expect(seen.slipped == [])
  }

  @Test("sorts asks by their answer")
  func asks() {
    let scene = Scene.opened.then(Cast.amara, ask("wait")).then(Cast.amara, ask("yes"))
      .then(Cast.amara, ask("no")).then(Cast.amara, ask("how", .direction))
      .then(Cast.amara, ask("never", .boundary)).then(Cast.amara, ask("gone"))
      .then(Cast.ines, .ask(.answer("yes", .take)))
      .then(Cast.ines, .ask(.answer("no", .notAble(because: "No time"))))
      .then(Cast.ines, .ask(.answer("how", .take)))
      .then(Cast.ines, .ask(.answer("never", .take)))
      .then(Cast.ines, .ask(.answer("gone", .take)))
      .then(Cast.amara, .ask(.withdraw("gone")))
    let seen = scene.state.whatCameOfIt(on: .wednesday)
    #expect(seen.notAnswered.map(\.id) == ["wait"])
    #expect(seen.takenWithoutWord.map(\.id) == ["yes"])
    #expect(seen.saidNo.map(\.id) == ["no"])
    #expect(seen.guidance.map(\.id) == ["how", "never"])
  }

  @Test("shows an ask as unanswered once its wording has changed")
  func amended() {
    let scene = Scene.taken.then(
      Cast.amara, .ask(.amend("chairs", words: "Carry tables", day: nil)))
    let seen = scene.state.whatCameOfIt(on: .wednesday)
    #expect(seen.notAnswered.map(\.id) == ["chairs"])
    #expect(seen.takenWithoutWord == [])
  }

  @Test("shows an ask as without a word until one is given, and when it is let go")
  func withoutWord() {
    #expect(Scene.taken.state.whatCameOfIt(on: .wednesday).takenWithoutWord.count == 1)
    #expect(Scene.promised.state.whatCameOfIt(on: .wednesday).takenWithoutWord == [])
    #expect(Scene.reported.state.whatCameOfIt(on: .wednesday).takenWithoutWord == [])
    #expect(Scene.letGo.state.whatCameOfIt(on: .wednesday).takenWithoutWord.count == 1)
    let elsewhere = Scene.taken.then(Cast.bo, give("sweep"))
    #expect(elsewhere.state.whatCameOfIt(on: .wednesday).takenWithoutWord.count == 1)
  }

  @Test("shows offers while they can be taken")
  func offers() {
    #expect(Scene.offered.state.whatCameOfIt(on: .nextMonday).offers.map(\.id) == ["van"])
    #expect(Scene.offered.state.whatCameOfIt(on: .nextMonday + 1).offers == [])
    #expect(Scene.offerDeclined.state.whatCameOfIt(on: .wednesday).offers == [])
  }
}
