import HeedPractice
import Testing

@Suite("A word given")
struct CommitmentTests {
  @Test("has an owner, a promisee, a day and an if-then plan (R4)")
  func given() {
    let word = Scene.promised.word
    #expect(word?.basis == .ask("chairs"))
    #expect(word?.isAsked == true)
    #expect(word?.what == "Carry every chair into the hall")
    #expect(word?.plan == Commitment.Draft.chairs.plan)
    #expect(word?.frame == .showingSupport(for: "the gathering"))
    #expect(word?.promisee == "amaras")
    #expect(word?.owner == "bo")
    #expect(word?.givenOn == .tuesday)
    #expect(word?.due == .friday)
    #expect(word?.dueDays.map(\.setOn) == [.tuesday])
    #expect(word?.isOpen == true)
    #expect(word?.holdsItsOwner == true)
  }

  static let possible: [Commitment.Draft] = [
    .chairs.with { $0.due = .tuesday },
    .chairs.with { $0.due = .tuesday + 3_660 },
    .chairs.with { $0.what = Text.page },
    .chairs.with { $0.plan = .init(when: Text.line, then: Text.line) },
    .chairs.with { $0.frame = .showingSupport(for: Text.line) },
    .chairs.with { $0.frame = .usingPrivilege(by: Text.line) },
    .chairs.with { $0.frame = .endingASystem(Text.line, by: Text.line) },
    .chairs.with { $0.promisee = "dalias" },
    .chairs.with { $0.basis = .offer("van") },
  ]

  @Test("fits exactly what fits", arguments: possible)
  func fits(_ draft: Commitment.Draft) {
    let scene = Scene.taken.then(Cast.ines, .offerVan)
      .then(Cast.amara, .offer(.take("van"))).then(Cast.cy, .give(draft))
    #expect(scene.word?.what == draft.what)
    #expect(scene.word?.plan == draft.plan)
    #expect(scene.word?.frame == draft.frame)
    #expect(scene.word?.due == draft.due)
    #expect(scene.word?.promisee == draft.promisee)
    #expect(scene.word?.basis == draft.basis)
  }

  @Test("that nobody asked for shows as that (S9)")
  func unasked() {
    let draft = Commitment.Draft.chairs.with { $0.basis = .unasked }
    #expect(Scene.opened.then(Cast.bo, .give(draft)).word?.isAsked == false)
  }

  @Test("for standing guidance is a word like any other")
  func direction() {
    let scene = Scene.opened
      .then(Cast.amara, .ask(.ask("chairs", .direction, words: "Ask first", day: nil)))
      .then(Cast.ines, .takeChairs).then(Cast.bo, .giveWord)
    #expect(scene.word?.isOpen == true)
  }

  @Test("for an ask amended since it was taken is still for an ask that was taken")
  func amended() {
    let scene = Scene.taken
      .then(Cast.amara, .ask(.amend("chairs", words: "Carry tables", day: nil)))
      .then(Cast.bo, .giveWord)
    #expect(scene.word?.isOpen == true)
  }

  @Test("keeps every telling under the day it was about")
  func told() {
    let scene = Scene.promised.then(Cast.bo, .tell(), on: .wednesday)
      .then(Cast.amara, .redate(to: .nextMonday), on: .thursday)
      .then(Cast.bo, .tell("Still no van", proposing: .nextFriday), on: .friday)
    let days = scene.word?.dueDays ?? []
    #expect(days.map(\.day) == [.friday, .nextMonday])
    #expect(days.map(\.setOn) == [.tuesday, .thursday])
    #expect(days.map(\.replacedOn) == [.thursday, nil])
    #expect(days.map { $0.tellings.map(\.words) } == [[Text.flat], ["Still no van"]])
    #expect(days.map { $0.tellings.map(\.proposes) } == [[.nextMonday], [.nextFriday]])
    #expect(days.map { $0.tellings.map(\.on) } == [[.wednesday], [.friday]])
    #expect(scene.word?.due == .nextMonday)
  }

  @Test("is told again in other words, or for another day")
  func toldAgain() {
    let scene = Scene.promised.then(Cast.bo, .tell())
      .then(Cast.bo, .tell(proposing: .nextFriday))
      .then(Cast.bo, .tell("No van at all", proposing: .nextFriday))
      .then(Cast.bo, .tell(proposing: .tuesday + 3_660))
    #expect(scene.word?.dueDays.last?.tellings.count == 4)
  }

  @Test("may be told of on the very day that is proposed, when it is late")
  func toldLate() {
    let scene = Scene.promised.then(Cast.bo, .tell(proposing: .nextMonday), on: .nextMonday)
    #expect(scene.word?.dueDays.last?.tellings.map(\.on) == [.nextMonday])
  }

  @Test("is moved by its promisee to an earlier day too, to today, or far ahead")
  func redated() {
    for day in [Day.wednesday, .thursday, .wednesday + 3_660] {
      let scene = Scene.promised.then(Cast.amara, .redate(to: day), on: .wednesday)
      #expect(scene.word?.due == day)
    }
  }

  @Test("is moved and let go by anyone who speaks, once its promisee no longer does")
  func orphaned() {
    let scene = Scene.promised.then(Cast.dalia, .mandate(.end("amaras")))
    #expect(scene.then(Cast.dalia, .redate(to: .nextMonday)).word?.due == .nextMonday)
    #expect(scene.then(Cast.dalia, .letGo).word?.letGoOn == .tuesday)
  }

  @Test("is still its promisee's when she holds another mandate")
  func secondMandate() {
    let again = Mandate.Grant.amaras.with { $0.id = "again" }
    let scene = Scene.promised.then(Cast.amara, .give(again))
      .then(Cast.dalia, .mandate(.end("amaras")))
    #expect(scene.then(Cast.amara, .redate(to: .nextMonday)).word?.due == .nextMonday)
  }

  @Test(
    "is let go at any stage, for that costs the community nothing",
    arguments: Partnership.Stage.allCases)
  func letGo(_ stage: Partnership.Stage) throws {
    var scene = Scene.promised.at(stage)
    try scene.play(.letGo, by: Cast.amara, on: .wednesday)
    #expect(scene.word?.letGoOn == .wednesday)
    #expect(scene.word?.isOpen == false)
    #expect(scene.word?.dueDays.map(\.replacedOn) == [.wednesday])
  }

  @Test("keeps every report, and stays open until one says done")
  func reports() {
    let tried = Scene.promised.then(Cast.bo, .report(.notDone, "Rain"), on: .wednesday)
      .then(Cast.bo, .report(.partly, "Half"), on: .thursday)
    #expect(tried.word?.isOpen == true)
    let done = tried.then(Cast.bo, .report(.done, Text.page), on: .friday)
      .then(Cast.bo, .report(.partly, "Some fell over"), on: .saturday)
    #expect(done.word?.isOpen == false)
    #expect(done.word?.reports.map(\.outcome) == [.notDone, .partly, .done, .partly])
    #expect(done.word?.reports.map(\.account) == ["Rain", "Half", Text.page, "Some fell over"])
    #expect(done.word?.reports.map(\.on) == [.wednesday, .thursday, .friday, .saturday])
    #expect(done.word?.reports.map(\.by) == ["bo", "bo", "bo", "bo"])
  }

  @Test("is reported on again with another outcome, or another account")
  func reportsAgain() {
    let scene = Scene.reported.then(Cast.bo, .report(.partly))
      .then(Cast.bo, .report(.partly, "Some fell over"))
    #expect(scene.word?.reports.count == 3)
  }
}

@Suite("A word handed over")
struct HandOverTests {
  @Test("stays with its owner until somebody takes it on")
  func waiting() {
    #expect(Scene.handedOver.word?.owner == "bo")
    #expect(Scene.handedOver.word?.handOver?.to == "cy")
    #expect(Scene.handedOver.word?.holdsItsOwner == true)
  }

  @Test("belongs to whoever took it on, and remembers who gave it")
  func accepted() {
    let scene = Scene.handedOver.then(Cast.cy, .acceptHandOver)
    #expect(scene.word?.owners == ["bo", "cy"])
    #expect(scene.word?.owner == "cy")
    #expect(scene.word?.handOver == nil)
    #expect(scene.then(Cast.cy, .reportDone).word?.reports.map(\.by) == ["cy"])
  }

  @Test("goes back when it is declined")
  func declined() {
    let scene = Scene.handedOver.then(Cast.cy, .declineHandOver)
    #expect(scene.word?.owner == "bo")
    #expect(scene.word?.handOver == nil)
  }

  @Test("may be handed to somebody else meanwhile")
  func turned() {
    #expect(Scene.handedOver.then(Cast.bo, .handOver(to: "ines")).word?.handOver?.to == "ines")
  }

  @Test("may be told of, moved and let go like any other")
  func untouched() {
    let scene = Scene.handedOver.then(Cast.bo, .tell()).then(Cast.amara, .redate(to: .saturday))
    #expect(scene.word?.handOver?.to == "cy")
    #expect(scene.word?.due == .saturday)
  }

  @Test("by somebody who leaves is for anyone of the circle to take on (S18)")
  func leaving() {
    let word = Scene.leaving.word
    #expect(word?.isLeftByOwner == true)
    #expect(word?.holdsItsOwner == false)
    #expect(word?.handOver?.to == nil)
    #expect(word?.dueDays.last?.tellings.map(\.words) == ["I am moving away"])
    #expect(word?.dueDays.last?.tellings.map(\.proposes) == [nil])
    let taken = Scene.leaving.then(Cast.ines, .acceptHandOver)
    #expect(taken.word?.owner == "ines")
    #expect(taken.word?.isLeftByOwner == false)
    #expect(taken.word?.holdsItsOwner == true)
  }

  @Test("is told during a pause, so that nobody is kept from leaving")
  func leavingInAPause() {
    #expect(Scene.promised.at(.paused).then(Cast.bo, .tellLeaving()).word?.isLeftByOwner == true)
  }

  @Test("holds nobody once it is let go, done, or said not to be done")
  func holding() {
    #expect(Scene.letGo.word?.holdsItsOwner == false)
    #expect(Scene.reported.word?.holdsItsOwner == false)
    #expect(Scene.promised.then(Cast.bo, .report(.notDone)).word?.holdsItsOwner == false)
    #expect(Scene.promised.then(Cast.bo, .report(.partly)).word?.holdsItsOwner == true)
  }
}
