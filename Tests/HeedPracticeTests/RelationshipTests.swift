import HeedPractice
import Testing

@Suite("A partnership")
struct RelationshipTests {
  @Test("keeps the letter that proposed it, and the day")
  func proposed() {
    let state = Scene.proposed.state
    #expect(state.stage == .proposed)
    #expect(state.letter == .lanterns)
    #expect(state.circle == "lanterns")
    #expect(state.proposedOn == .monday)
    #expect(state.community == nil)
    #expect(state.openedOn == nil)
  }

  @Test("is opened by the community with its first mandate and its agreements (R2)")
  func opened() {
    let agreements = Agreements(poolDays: 14, questionsWelcome: true)
    let state = Scene.proposed.then(Cast.amara, .open(.amaras, agreements), on: .tuesday).state
    #expect(state.stage == .open)
    #expect(state.community == "river")
    #expect(state.openedOn == .tuesday)
    #expect(state.agreed == agreements)
    #expect(state.mandate(of: "amara", on: .tuesday)?.id == "amaras")
  }

  @Test("is withdrawn, declined, paused, resumed and ended")
  func stages() {
    #expect(Scene.proposed.then(Cast.ines, .takeBackProposal).state.stage == .withdrawn)
    #expect(Scene.proposed.then(Cast.farid, .decline).state.stage == .declined)
    let paused = Scene.opened.then(Cast.dalia, .pause)
    #expect(paused.state.stage == .paused)
    #expect(paused.then(Cast.amara, .resume).state.stage == .open)
    #expect(paused.then(Cast.amara, .end).state.stage == .ended)
    #expect(Scene.opened.then(Cast.dalia, .end).state.stage == .ended)
  }

  @Test("asks little until the community says otherwise (S17)")
  func defaults() {
    let agreed = Partnership.initial.agreed
    #expect(agreed.poolDays == 7)
    #expect(agreed.answerDays == 7)
    #expect(agreed.pace == "")
    #expect(!agreed.questionsWelcome)
    #expect(agreed.credit == "")
    #expect(agreed.offerRestDays == 90)
  }

  @Test("keeps what was agreed before")
  func agreements() {
    let slow = Agreements(poolDays: 30)
    let state = Scene.opened.then(Cast.dalia, .agree(slow)).state
    #expect(state.agreements == [Agreements(), slow])
    #expect(state.agreed == slow)
  }

  @Test(
    "agrees to anything within its ranges",
    arguments: [
      Agreements(poolDays: 1, answerDays: 1, offerRestDays: 1),
      Agreements(poolDays: 90, answerDays: 90, offerRestDays: 3_660),
      Agreements(pace: Text.page, credit: Text.page),
    ])
  func ranges(_ agreements: Agreements) {
    #expect(Scene.opened.then(Cast.amara, .agree(agreements)).state.agreed == agreements)
  }

  @Test("has no news where the agreements stay as they are")
  func sameAgreements() throws {
    var scene = Scene.opened
    try #expect(scene.play(.agree(Agreements()), by: Cast.amara, on: .tuesday) == [])
  }

  @Test("knows on which side everybody has acted, and the host on none (R3)")
  func sides() {
    #expect(
      Scene.promised.state.sides == [
        "ines": .circle, "bo": .circle, "amara": .community, "dalia": .community,
        "edda": .community,
      ])
    var state = Scene.opened.state
    Partnership.evolve(
      &state, with: Happening(.relationship(.paused), by: "hana", of: .host, on: .tuesday))
    #expect(state.sides["hana"] == nil)
  }

  @Test("hears nobody who has acted for one side and speaks for another (R3)")
  func bothSides() {
    let turned = [
      Voice("ines", of: .community), Voice("bo", of: .community), Voice("bo", of: .host),
      Voice("amara", of: .circle, isSteward: true), Voice("edda", of: .circle),
    ]
    for voice in turned {
      for need in PartnershipMatrixTests.needs {
        let answer = Partnership.refusal(
          of: need.command, by: voice, on: .wednesday, in: PartnershipMatrixTests.scene.state)
        #expect(answer == .bothSides, "\(voice.person) \(need)")
      }
    }
  }

  @Test("is unmoved by what is told of things it does not know")
  func unknown() {
    let strange: [Partnership.Event] = [
      .mandate(.ended("night")), .ask(.withdrawn("night")), .offer(.taken("night")),
      .commitment(.letGo("night")), .commitment(.redated("night", to: .friday)),
      .recognition(.takenBack("night", "thanks", reason: "No")),
      .recognition(.takenBack("carry", "night", reason: "No")),
    ]
    for event in strange {
      var state = Scene.recognised.state
      Partnership.evolve(&state, with: Happening(event, by: "amara", of: .community, on: .friday))
      #expect(state == Scene.recognised.state, "\(event)")
    }
  }

  @Test("takes exactly as many words as fit")
  func limits() {
    let letter = Letter(who: Text.page, why: Text.page, canGive: Text.page)
    let proposed = Scene().then(
      Cast.ines, .relationship(.propose(letter, circle: "lanterns")))
    #expect(proposed.state.letter == letter)
    #expect(Partnership.Limit.line == 600)
    #expect(Partnership.Limit.text == 16_000)
    #expect(Partnership.Limit.daysAhead == 3_660)
  }
}

@Suite("A mandate")
struct MandateTests {
  @Test("says who may speak, on what, given by whom, until when (H4)")
  func shown() {
    let mandates = Scene.opened.state.mandates
    #expect(mandates.map(\.id) == ["amaras", "dalias", "eddas"])
    #expect(mandates.map(\.holder) == ["amara", "dalia", "edda"])
    #expect(mandates.map(\.scope) == ["Everything in the hall", "The garden", "The move"])
    #expect(mandates.map(\.giver) == ["The assembly", "The elders", ""])
    #expect(mandates.map(\.until) == [nil, nil, .monday])
    #expect(mandates.map(\.givenOn) == [.monday, .monday, .monday])
  }

  @Test("stands through its last day and not after it")
  func lastDay() {
    let state = Scene.opened.state
    #expect(state.mandates(on: .monday).map(\.id) == ["amaras", "dalias", "eddas"])
    #expect(state.mandates(on: .tuesday).map(\.id) == ["amaras", "dalias"])
    #expect(state.mandate(of: "edda", on: .monday)?.id == "eddas")
    #expect(state.mandate(of: "edda", on: .tuesday) == nil)
  }

  @Test("does not stand once it was ended, nor on its last day")
  func ended() {
    let state = Scene.opened.then(Cast.amara, .mandate(.end("eddas")), on: .monday).state
    #expect(state.mandate("eddas")?.endedOn == .monday)
    #expect(state.mandate("eddas")?.stands(on: .monday) == false)
  }

  @Test("may end itself")
  func endsItself() {
    let state = Scene.opened.then(Cast.amara, .mandate(.end("amaras"))).state
    #expect(state.mandate(of: "amara", on: .tuesday) == nil)
  }

  @Test("may last until today, or for ten years")
  func days() {
    for until in [Day.tuesday, .tuesday + 3_660] {
      let grant = Mandate.Grant.farids.with { $0.until = until }
      #expect(Scene.opened.then(Cast.amara, .give(grant)).state.mandate("farids")?.until == until)
    }
  }

  @Test("is given by anyone of the community when none stands")
  func forgottenDate() {
    let scene = Scene.unspokenFor.then(Cast.farid, .give(Mandate.Grant.farids))
    #expect(scene.state.mandates(on: .tuesday).map(\.id) == ["farids"])
  }

  @Test("puts its holder on the community's side at once")
  func side() {
    let scene = Scene.opened.then(Cast.amara, .give(Mandate.Grant.farids))
    #expect(scene.state.sides["farid"] == .community)
  }
}
