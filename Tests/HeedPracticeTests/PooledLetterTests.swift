import HeedPractice
import Testing

@Suite("The circle's news")
struct PooledLetterTests {
  /// Fifty words given in one week, each with its telling and its report, and ten offers (H5).
  private var busy: Scene {
    var scene = Scene.opened
    for number in 0..<50 {
      let id = ID<Commitment>(stringLiteral: "word-\(number)")
      let draft = Commitment.Draft.chairs.with {
        $0.id = id
        $0.basis = .unasked
      }
      let day = Day.monday + number % 20
      scene = scene.then(Cast.bo, .give(draft.with { $0.due = day + 1 }), on: day)
        .then(Cast.bo, .commitment(.tell(id, words: "Late", proposing: day + 2)), on: day)
        .then(Cast.bo, .commitment(.report(id, .done, account: "Done")), on: day)
    }
    return scene
  }

  @Test("comes in at most one letter a period, however much there is (H5)")
  func onePerPeriod() {
    let scene = busy
    var periods: [ClosedRange<Day>] = []
    for number in 0..<60 {
      guard let letter = scene.state.pooledLetter(on: .monday + number) else { continue }
      if periods.last != letter.days { periods.append(letter.days) }
      #expect(letter.days.upperBound < .monday + number, "a letter is about days gone by")
      #expect(letter.days.upperBound - letter.days.lowerBound == 6)
    }
    #expect(periods.map(\.lowerBound) == [.monday, .nextMonday, .nextMonday + 7])
  }

  @Test("is complete: what happened stands in the one letter of its period")
  func complete() {
    let scene = busy
    let letters = [7, 14, 21].compactMap { scene.state.pooledLetter(on: .monday + $0) }
    for word in scene.state.commitments {
      let items: [PooledLetter.Item] = [
        .wordGiven(word.id), .told(word.id), .reported(word.id),
      ]
      for item in items {
        #expect(letters.count(where: { $0.items.contains(item) }) == 1)
      }
    }
  }

  @Test("gathers one period, from the day of the opening")
  func periods() {
    let scene = Scene.taken
    #expect(scene.state.pooledLetter(on: .monday - 1) == nil)
    #expect(scene.state.pooledLetter(on: .monday) == nil)
    #expect(scene.state.pooledLetter(on: .monday + 6) == nil)
    for day in [7, 13] {
      let letter = scene.state.pooledLetter(on: .monday + day)
      #expect(letter?.days == .monday ... .monday + 6)
      #expect(letter?.items == [.answered("chairs")])
    }
    #expect(scene.state.pooledLetter(on: .monday + 14) == nil)
  }

  @Test("takes in the first and the last day of the period, and no other")
  func edges() {
    let agreements = Agreements(poolDays: 2)
    let scene = Scene.proposed.then(Cast.amara, .open(.amaras, agreements), on: .monday)
      .then(Cast.ines, .offer(.list("bread", words: "Bread", until: .tenYearsOn)), on: .tuesday)
      .then(Cast.ines, .offer(.list("soup", words: "Soup", until: .tenYearsOn)), on: .wednesday)
      .then(Cast.ines, .offer(.list("tea", words: "Tea", until: .tenYearsOn)), on: .thursday)
      .then(Cast.ines, .offer(.list("jam", words: "Jam", until: .tenYearsOn)), on: .friday)
    let letter = scene.state.pooledLetter(on: .friday)
    #expect(letter?.days == .wednesday ... .thursday)
    #expect(letter?.items == [.listed("soup"), .listed("tea")])
  }

  @Test("names what slips first, then what was done, answered, promised, offered")
  func order() {
    let scene = Scene.promised.then(Cast.bo, .tell()).then(Cast.bo, .reportDone)
      .then(Cast.ines, .offerVan)
    #expect(
      scene.state.pooledLetter(on: .nextMonday)?.items == [
        .told("carry"), .reported("carry"), .answered("chairs"), .wordGiven("carry"),
        .listed("van"),
      ])
  }

  @Test("leaves out offers that are settled")
  func settled() {
    #expect(Scene.offerDeclined.state.pooledLetter(on: .nextMonday) == nil)
  }

  @Test("is quiet at every stage but open, a pause included")
  func quiet() {
    for stage in Partnership.Stage.allCases where stage != .open {
      #expect(Scene.taken.at(stage).state.pooledLetter(on: .nextMonday) == nil)
    }
  }

  @Test("follows the period that the community has set last")
  func slower() {
    let scene = Scene.taken.then(Cast.amara, .agree(Agreements(poolDays: 9)))
    #expect(scene.state.pooledLetter(on: .monday + 8) == nil)
    #expect(scene.state.pooledLetter(on: .monday + 9)?.days == .monday ... .monday + 8)
  }
}
