import HeedPractice
import Testing

@Suite("An offer")
struct OfferTests {
  private func list(
    _ words: String, _ id: ID<Offer> = "other", until: Day = .nextFriday
  ) -> Partnership.Command {
    .offer(.list(id, words: words, until: until))
  }

  @Test("is listed once and stays quiet")
  func listed() {
    let offer = Scene.offered.state.offer("van")
    #expect(offer?.words == Text.van)
    #expect(offer?.until == .nextMonday)
    #expect(offer?.by == "ines")
    #expect(offer?.listedOn == .tuesday)
    #expect(offer?.fate == nil)
  }

  @Test("can be taken through its last day and has run out after it (H26)")
  func lastDay() {
    let offer = Scene.offered.state.offer("van")
    #expect(offer?.isOpen(on: .nextMonday) == true)
    #expect(offer?.isOpen(on: .nextMonday + 1) == false)
    #expect(offer?.isOpen(on: .tenYearsOn) == false)
    let taken = Scene.offered.then(Cast.amara, .offer(.take("van")), on: .nextMonday)
    #expect(taken.state.offer("van")?.fate == .taken(on: .nextMonday, by: "amara"))
  }

  @Test("is open no longer once it is settled, whichever way")
  func settled() {
    #expect(Scene.offerDeclined.state.offer("van")?.fate == .declined(on: .tuesday))
    #expect(Scene.offerDeclined.state.offer("van")?.isOpen(on: .tuesday) == false)
    let back = OfferRefusalTests.takenBack.state.offer("van")
    #expect(back?.fate == .takenBack(on: .tuesday))
    #expect(back?.isOpen(on: .tuesday) == false)
    #expect(OfferRefusalTests.taken.state.offer("van")?.isOpen(on: .tuesday) == false)
  }

  @Test("may be declined during a pause, or after it has run out")
  func declined() {
    let paused = Scene.offered.at(.paused).then(Cast.dalia, .offer(.decline("van")))
    #expect(paused.state.offer("van")?.fate == .declined(on: .tuesday))
    let late = Scene.offered.then(Cast.dalia, .offer(.decline("van")), on: .nextFriday)
    #expect(late.state.offer("van")?.fate == .declined(on: .nextFriday))
  }

  @Test("may last until today, or for ten years", arguments: [Day.tuesday, .tuesday + 3_660])
  func days(_ day: Day) {
    let scene = Scene.opened.then(Cast.ines, list(Text.page, until: day))
    #expect(scene.state.offer("other")?.until == day)
  }

  @Test(
    "is much the same in other clothes",
    arguments: [
      "WE COULD LEND A VAN, with a driver!", "With a driver, a van we could lend…",
      "We could lend a van",
      "We could lend a big red van with a very good driver and fuel",
    ])
  func muchTheSame(_ words: String) {
    #expect(
      Partnership.refusal(
        of: list(words), by: Cast.ines, on: .wednesday, in: Scene.offered.state)
        == .alreadyListed)
  }

  @Test("counts as the same from half of all words on, and not below")
  func half() {
    let scene = Scene.opened.then(Cast.ines, list("bread soup", "first"))
    func answer(_ words: String) -> Partnership.Refusal? {
      Partnership.refusal(of: list(words), by: Cast.ines, on: .tuesday, in: scene.state)
    }
    #expect(answer("bread") == .alreadyListed)
    #expect(answer("bread soup tea cake") == .alreadyListed)
    #expect(answer("bread soup tea cake jam") == nil)
    #expect(answer("bread tea") == nil)
    #expect(answer("bread soup 2") == .alreadyListed)
    #expect(answer("breadsoup") == nil)
  }

  @Test("tells numbers and letters of any script apart")
  func scripts() {
    let scene = Scene.opened.then(Cast.ines, list("Éire 40", "first"))
    func answer(_ words: String) -> Partnership.Refusal? {
      Partnership.refusal(of: list(words), by: Cast.ines, on: .tuesday, in: scene.state)
    }
    #expect(answer("éire: 40") == .alreadyListed)
    #expect(answer("eire 41") == nil)
    #expect(answer("كراسي") == nil)
  }

  @Test("that was declined rests exactly as long as was agreed (H22)")
  func rests() {
    let scene = Scene.offered.then(Cast.amara, .agree(Agreements(offerRestDays: 10)))
      .then(Cast.amara, .offer(.decline("van")), on: .wednesday)
    func answer(on day: Day) -> Partnership.Refusal? {
      Partnership.refusal(
        of: list(Text.van, until: .tenYearsOn), by: Cast.ines, on: day, in: scene.state)
    }
    #expect(answer(on: .wednesday) == .offerRestsUntil(.wednesday + 10))
    #expect(answer(on: .wednesday + 9) == .offerRestsUntil(.wednesday + 10))
    #expect(answer(on: .wednesday + 10) == nil)
  }

  @Test("that resembles two declined ones rests as long as the longer of them")
  func restsForBoth() {
    let scene = Scene.opened
      .then(Cast.ines, list("bread soup", "first"))
      .then(Cast.ines, list("tea cake", "second"))
      .then(Cast.amara, .offer(.decline("first")), on: .wednesday)
      .then(Cast.amara, .offer(.decline("second")), on: .friday)
    let answer = Partnership.refusal(
      of: list("bread soup tea cake"), by: Cast.ines, on: .friday, in: scene.state)
    #expect(answer == .offerRestsUntil(.friday + 90))
  }

  @Test("may be listed anew once it was taken back or taken")
  func anew() {
    for scene in [OfferRefusalTests.takenBack, OfferRefusalTests.taken] {
      #expect(scene.then(Cast.ines, list(Text.van)).state.offers.count == 2)
    }
  }

  @Test("that was left alone rests from its last day on, so that it is listed once (S9)")
  func restsAfterSilence() {
    let scene = Scene.offered.then(Cast.amara, .agree(Agreements(offerRestDays: 10)))
    let last = Day.nextMonday
    func answer(on day: Day) -> Partnership.Refusal? {
      Partnership.refusal(
        of: list(Text.van, until: .tenYearsOn), by: Cast.ines, on: day, in: scene.state)
    }
    #expect(answer(on: last) == .alreadyListed)
    #expect(answer(on: last + 9) == .offerRestsUntil(last + 10))
    #expect(answer(on: last + 10) == nil)
  }
}
