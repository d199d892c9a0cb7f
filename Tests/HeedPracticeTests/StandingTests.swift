import HeedPractice
import Testing

@Suite("A word due on Friday")
struct StandingTests {
  /// What is compared of a standing: enough to tell each from each.
  enum Seen: Equatable {
    case letGo(Day)
    case reported(Commitment.Report.Outcome, Day)
    case missed(Commitment.Miss, Day)
    case slipping(String, Day)
    case given(Day)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var scene: Scene
    var on: Day
    var seen: Seen
    /// The due days missed so far, and how.
    var misses: [Day: Commitment.Miss]

    init(
      _ description: String, _ scene: Scene, on day: Day, is seen: Seen,
      misses: [Day: Commitment.Miss] = [:]
    ) {
      self.testDescription = description
      self.scene = scene
      self.on = day
      self.seen = seen
      self.misses = misses
    }
  }

  static let told = Scene.promised.then(Cast.bo, .tell(), on: .thursday)
  static let toldOnTheDay = Scene.promised.then(Cast.bo, .tell(), on: .friday)
  static let redated = told.then(Cast.amara, .redate(to: .nextMonday), on: .friday)
  static let redatedLate = told.then(Cast.amara, .redate(to: .nextMonday), on: .saturday)
  static let notDone = Scene.promised.then(Cast.bo, .report(.notDone), on: .thursday)

  static let waiting: [Row] = [
    Row("is given until then", .promised, on: .tuesday, is: .given(.friday)),
    Row("is not missed on its day", .promised, on: .friday, is: .given(.friday)),
    Row(
      "is missed, not told, the day after", .promised, on: .saturday,
      is: .missed(.notTold, .friday), misses: [.friday: .notTold]),
    Row(
      "is missed, not told, for ever (R1)", .promised, on: .tenYearsOn,
      is: .missed(.notTold, .friday), misses: [.friday: .notTold]),
    Row("slips once its owner tells", told, on: .thursday, is: .slipping(Text.flat, .friday)),
    Row("still slips on its day", told, on: .friday, is: .slipping(Text.flat, .friday)),
    Row(
      "is missed, told, when that was said a day before", told, on: .saturday,
      is: .missed(.told, .friday), misses: [.friday: .told]),
    Row(
      "slips when its owner tells on the day itself", toldOnTheDay, on: .friday,
      is: .slipping(Text.flat, .friday)),
    Row(
      "is missed, not told, when that was said on the day itself", toldOnTheDay, on: .saturday,
      is: .missed(.notTold, .friday), misses: [.friday: .notTold]),
    Row(
      "is missed, not told, when that was said after",
      Scene.promised.then(
        Cast.bo, .tell(), on: .saturday), on: .saturday,
      is: .missed(.notTold, .friday), misses: [.friday: .notTold]),
    Row(
      "slips when its owner leaves", .leaving, on: .friday,
      is: .slipping("I am moving away", .friday)),
    Row(
      "is missed, told, when its owner has said that they leave", .leaving, on: .saturday,
      is: .missed(.told, .friday), misses: [.friday: .told]),
  ]

  static let moved: [Row] = [
    Row(
      "is given for the new day when it was moved in time", redated, on: .saturday,
      is: .given(.nextMonday)),
    Row(
      "is missed on the new day alone when it was moved in time", redated, on: .nextFriday,
      is: .missed(.notTold, .nextMonday), misses: [.nextMonday: .notTold]),
    Row(
      "was missed all the same when it was moved too late", redatedLate, on: .saturday,
      is: .given(.nextMonday), misses: [.friday: .told]),
    Row(
      "is missed twice when it was moved too late and missed again", redatedLate,
      on: .nextFriday, is: .missed(.notTold, .nextMonday),
      misses: [.friday: .told, .nextMonday: .notTold]),
    Row(
      "is let go in time", Scene.promised.then(Cast.amara, .letGo, on: .friday), on: .nextFriday,
      is: .letGo(.friday)),
    Row(
      "is let go too late, and was missed",
      Scene.promised.then(Cast.amara, .letGo, on: .saturday), on: .nextFriday,
      is: .letGo(.saturday), misses: [.friday: .notTold]),
    Row(
      "is let go even after its report", Scene.reported.then(Cast.amara, .letGo),
      on: .nextFriday, is: .letGo(.tuesday)),
  ]

  static let reported: [Row] = [
    Row(
      "is kept when it was done on the day",
      Scene.promised.then(
        Cast.bo, .reportDone, on: .friday), on: .saturday, is: .reported(.done, .friday)),
    Row(
      "is kept when it was partly done by then",
      Scene.promised.then(Cast.bo, .report(.partly), on: .thursday), on: .saturday,
      is: .reported(.partly, .thursday)),
    Row(
      "is not kept for a new day by what was partly done before that day was set",
      Scene.promised.then(Cast.bo, .report(.partly), on: .wednesday)
        .then(Cast.amara, .redate(to: .nextMonday), on: .thursday), on: .nextFriday,
      is: .reported(.partly, .wednesday), misses: [.nextMonday: .notTold]),
    Row(
      "was missed when it was done after",
      Scene.promised.then(Cast.bo, .reportDone, on: .saturday), on: .saturday,
      is: .reported(.done, .saturday), misses: [.friday: .notTold]),
    Row(
      "was missed, told, when it was done after as said",
      told.then(Cast.bo, .reportDone, on: .nextMonday), on: .nextMonday,
      is: .reported(.done, .nextMonday), misses: [.friday: .told]),
    Row(
      "was kept though it came apart later",
      Scene.promised.then(Cast.bo, .reportDone, on: .friday)
        .then(Cast.bo, .report(.notDone), on: .nextMonday), on: .nextMonday,
      is: .reported(.notDone, .nextMonday)),
    Row(
      "says that it will not be done", notDone, on: .friday, is: .reported(.notDone, .thursday)),
    Row(
      "is missed, told, when it was said not to be done a day before", notDone, on: .saturday,
      is: .missed(.told, .friday), misses: [.friday: .told]),
    Row(
      "is missed, not told, when it was said not to be done on the day",
      Scene.promised.then(Cast.bo, .report(.notDone), on: .friday), on: .saturday,
      is: .missed(.notTold, .friday), misses: [.friday: .notTold]),
    Row(
      "is not told of a new day by what was said of the old one",
      notDone.then(Cast.amara, .redate(to: .nextMonday), on: .friday), on: .nextFriday,
      is: .missed(.notTold, .nextMonday), misses: [.nextMonday: .notTold]),
    Row(
      "is told of a new day by a report on the day it was set",
      Scene.promised.then(Cast.amara, .redate(to: .nextMonday), on: .friday)
        .then(Cast.bo, .report(.notDone), on: .friday), on: .nextFriday,
      is: .missed(.told, .nextMonday), misses: [.nextMonday: .told]),
  ]

  @Test(arguments: waiting + moved + reported)
  func stands(_ row: Row) throws {
    let word = try #require(row.scene.word)
    #expect(seen(word.standing(on: row.on)) == row.seen)
    let misses = word.misses(on: row.on)
    #expect(Dictionary(uniqueKeysWithValues: misses.map { ($0.due, $0.miss) }) == row.misses)
    #expect(misses.map(\.due) == misses.map(\.due).sorted())
  }

  private func seen(_ standing: Commitment.Standing) -> Seen {
    switch standing {
    case .letGo(let day): .letGo(day)
    case .reported(let report): .reported(report.outcome, report.on)
    case .missed(let miss, let due): .missed(miss, due)
    case .slipping(let telling, let due): .slipping(telling.words, due)
    case .given(let due): .given(due)
    }
  }
}
