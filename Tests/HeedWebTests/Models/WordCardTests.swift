import HeedPractice
import HeedWording
import Testing

@testable import HeedWeb

@Suite("The card of a word")
struct WordCardTests {
  private func card(_ scene: Scene, by voice: Voice = .amara, on day: Day = .wednesday) throws
    -> WordCard
  {
    let word = try #require(scene.state.commitment("carry"))
    return WordCard(word, in: scene.seen(by: voice), on: day)
  }

  private func details(_ scene: Scene, on day: Day = .wednesday) throws -> WordDetails {
    let word = try #require(scene.state.commitment("carry"))
    return WordDetails(word, in: scene.seen(by: .amara), on: day)
  }

  struct Shown: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var scene: Scene
    var on = Day.wednesday
    var standing: String
  }

  static let standings = [
    Shown(testDescription: "given", scene: .promised, standing: "By Friday 6 March 2026."),
    Shown(
      testDescription: "given, on its day", scene: .promised, on: .friday,
      standing: "By Friday 6 March 2026."),
    Shown(
      testDescription: "missed", scene: .promised, on: .friday + 1,
      standing: "Missed, not told. The word was for Friday 6 March 2026."),
    Shown(
      testDescription: "told", scene: .told,
      standing: "Will slip. The word was for Friday 6 March 2026."),
    Shown(
      testDescription: "told and missed", scene: .told, on: .friday + 1,
      standing: "Missed, told. The word was for Friday 6 March 2026."),
    Shown(
      testDescription: "given another day", scene: .redated,
      standing: "By Wednesday 8 April 2026."),
    Shown(testDescription: "reported", scene: .reported, standing: "They say it is done."),
    Shown(
      testDescription: "reported in part", scene: .partly,
      standing: "They say it is partly done."),
    Shown(
      testDescription: "let go", scene: .letGo,
      standing: "Let go by the community on Tuesday 3 March 2026."),
  ]

  @Test("says where it stands:", arguments: standings)
  func standing(_ shown: Shown) throws {
    let card = try card(shown.scene, on: shown.on)
    #expect(card.standing(in: .en) == shown.standing)
  }

  @Test("says what was promised, by whom, to whom, and why")
  func facts() throws {
    let card = try card(.promised)
    #expect(card.path == "/partnerships/river/words/carry")
    #expect(card.what == "Carry every chair into the hall")
    #expect(card.owner == .givenBy("Cy"))
    let details = try details(.promised)
    #expect(details.promisee == .promisedTo("Amara"))
    #expect(details.basis == .inAnswerTo("Carry our chairs"))
    #expect(details.frame(in: .en) == "We are showing support for the gathering")
    #expect(details.plan == .plan(when: "When the hall opens", then: "I carry the first chair"))
    #expect(try self.card(.accepted).owner == .givenBy("Dee"))
    #expect(try self.card(.leaving).owner == .leftByOwner)
  }

  @Test("shows a report as unanswered until somebody of the community has said something")
  func unanswered() throws {
    #expect(try card(.promised).isUnanswered == false)
    #expect(try card(.reported).isUnanswered)
    #expect(try card(.recognised).isUnanswered == false)
    #expect(try card(.takenBack).isUnanswered)
    #expect(try card(.reported, on: .nextMonday + 3_000).isUnanswered)
  }

  @Test("tells what happened since, oldest first")
  func history() throws {
    let details = try details(.takenBack)
    #expect(
      details.history.map { $0.about(in: .en) } == [
        "Cy reported on Tuesday 3 March 2026: done.",
        "Amara said on Tuesday 3 March 2026: this is what we asked.",
        "Amara took back what they had said, on Tuesday 3 March 2026:",
      ])
    #expect(details.history.map(\.words) == ["Forty chairs", "Yes", "They fell over"])
    #expect(try card(.takenBack).recognitions.isEmpty)
    #expect(try self.card(.recognised).recognitions.map(\.words) == ["Yes"])
  }

  @Test("keeps a miss in what happened since, also when it was redated or done afterwards")
  func missStays() throws {
    let late = try details(.promised, on: .nextMonday)
    #expect(
      late.history.map { $0.about(in: .en) } == [
        "Missed, not told. The word was for Friday 6 March 2026."
      ])
  }

  @Test("shows the last that was said: a telling, or a later report")
  func latest() throws {
    #expect(try card(.promised).latest == nil)
    #expect(try card(.told).latest?.words == "The van broke down")
    #expect(try card(.reported).latest?.words == "Forty chairs")
  }

  @Test("proposes the owner's day to the promisee alone, until there is another one")
  func proposed() throws {
    #expect(try card(.told).proposed == .nextMonday + 20)
    for voice in Voice.circle + [.dalia, .edda, .farid] {
      #expect(try card(.told, by: voice).proposed == nil, "\(voice.person)")
    }
    #expect(try card(.redated).proposed == nil)
    #expect(try card(.told.at(.ended)).proposed == nil)
  }
}

@Suite("What a circle owes")
struct OwedTests {
  @Test("stands by day: due and not told first, then what will come, then what is asked")
  func owed() {
    let scenes = [Scene.promised, .told, .reported, .letGo, .asked]
    let owed = Owed(scenes.map { $0.seen(by: .bo) }, on: .friday) { _ in true }
    #expect(owed.dueNotTold.map(\.day) == [.friday])
    #expect(owed.words.map(\.day) == [.friday])
    #expect(owed.asks.map(\.day) == [.tuesday])
    #expect(owed.dueNotTold.map(\.partnership) == [.between("Tenants", "Lanterns")])
    #expect(!owed.isEmpty)
    let early = Owed(scenes.map { $0.seen(by: .bo) }, on: .wednesday) { _ in true }
    #expect(early.dueNotTold.isEmpty)
    #expect(early.words.count == 2)
  }

  @Test("is shown to no community, and asks only to stewards")
  func readers() {
    let scenes = [Scene.promised, .asked]
    for voice in Voice.community {
      #expect(Owed(scenes.map { $0.seen(by: voice) }, on: .friday) { _ in true }.isEmpty)
    }
    let member = Owed(scenes.map { $0.seen(by: .dee) }, on: .friday) { _ in true }
    #expect(member.asks.isEmpty)
    #expect(member.dueNotTold.count == 1)
    #expect(Owed(scenes.map { $0.seen(by: .dee) }, on: .friday) { _ in false }.isEmpty)
    let paused = Owed([Scene.asked.at(.paused).seen(by: .bo)], on: .friday) { _ in true }
    #expect(paused.asks.isEmpty)
  }
}

@Suite("The page of a partnership")
struct PartnershipModelTests {
  private func model(_ scene: Scene, _ voice: Voice = .amara, on day: Day = .wednesday)
    -> PartnershipModel
  {
    PartnershipModel(scene.seen(by: voice), on: day)
  }

  @Test("puts each word where it stands")
  func words() {
    #expect(model(.promised).notYetDue.count == 1)
    #expect(model(.promised, on: .nextMonday).slipped.count == 1)
    #expect(model(.told).slipped.count == 1)
    #expect(model(.reported).reported.count == 1)
    #expect(model(.recognised).answered.count == 1)
    #expect(model(.takenBack).reported.count == 1)
    #expect(model(.letGo).letGo.count == 1)
  }

  @Test("puts each ask and offer where it stands")
  func asks() {
    #expect(model(.asked).notAnswered.count == 1)
    #expect(model(.amended).notAnswered.count == 1)
    #expect(model(.taken).withoutWord.count == 1)
    #expect(model(.notAble).saidNo.map(\.reason) == ["Nobody is free"])
    #expect(model(.withdrawn).notAnswered.isEmpty)
    #expect(model(.offered).offers.count == 1)
    #expect(model(.offered, on: .friday).offers.isEmpty)
    #expect(model(.offerTaken).offers.isEmpty)
  }

  @Test("shows the pooled letter to the community alone")
  func letter() {
    let day = Day.monday + 7
    #expect(model(.promised, .amara, on: day).letter != nil)
    #expect(model(.promised, .farid, on: day).letter != nil)
    #expect(model(.promised, .bo, on: day).letter == nil)
    #expect(model(.promised, .amara, on: .wednesday).letter == nil)
  }

  @Test("is only a letter before the community has opened it")
  func beforeOpening() {
    for stage in Partnership.Stage.allCases {
      let isBefore = ![.open, .paused, .ended].contains(stage)
      #expect(model(.opened.at(stage)).isBeforeOpening == isBefore, "\(stage)")
    }
  }
}
