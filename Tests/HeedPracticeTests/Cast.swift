import HeedPractice

/// The people of every test.
enum Cast {
  /// Liaison of the community; her mandate has no last day.
  static let amara = Voice("amara", of: .community)
  /// Holds a second mandate, and may disagree with amara (H4).
  static let dalia = Voice("dalia", of: .community)
  /// Held a mandate until Monday.
  static let edda = Voice("edda", of: .community)
  /// Of the community, without a mandate.
  static let farid = Voice("farid", of: .community)
  /// Steward of the circle.
  static let ines = Voice("ines", of: .circle, isSteward: true)
  /// Member of the circle, who gives his word.
  static let bo = Voice("bo", of: .circle)
  /// Another member of the circle.
  static let cy = Voice("cy", of: .circle)
  /// Whoever runs the server.
  static let host = Voice("hana", of: .host)

  static let community = [amara, dalia, edda, farid]
  static let circle = [ines, bo, cy]
  static let everyone = community + circle + [host]
}

/// The days of every test: two weeks of March 2026.
extension Day {
  static let monday = Day(number: 20_514)
  static let tuesday = monday + 1
  static let wednesday = monday + 2
  static let thursday = monday + 3
  static let friday = monday + 4
  static let saturday = monday + 5
  static let nextMonday = monday + 7
  static let nextFriday = monday + 11
  static let tenYearsOn = monday + 3_653
}

/// What is written in every test.
enum Text {
  static let chairs = "Carry our chairs"
  static let van = "We could lend a van with a driver"
  static let carried = "Carried forty chairs and stacked them"
  static let flat = "The van broke down"
  static let blank = " \n\t"
  static let line = String(repeating: "a", count: 600)
  static let page = String(repeating: "é", count: 8_000)
}

extension Letter {
  static let lanterns = Letter(
    who: "A group of neighbours", why: "Your hall asked for hands", canGive: "Hands and a van")
}

extension Mandate.Grant {
  static let amaras = Mandate.Grant(
    id: "amaras", holder: "amara", scope: "Everything in the hall", giver: "The assembly")
  static let dalias = Mandate.Grant(
    id: "dalias", holder: "dalia", scope: "The garden", giver: "The elders")
  static let eddas = Mandate.Grant(
    id: "eddas", holder: "edda", scope: "The move", until: .monday)
  static let farids = Mandate.Grant(id: "farids", holder: "farid", scope: "The youth room")

  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Agreements {
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Commitment.Draft {
  /// Bo's word to amara, for her ask.
  static let chairs = Commitment.Draft(
    id: "carry", basis: .ask("chairs"), what: "Carry every chair into the hall", due: .friday,
    plan: .init(when: "When the hall opens", then: "I carry the first chair"),
    frame: .showingSupport(for: "the gathering"), promisee: "amaras")

  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The commands of every test, so that a row reads as a sentence.
extension Partnership.Command {
  static let propose = Self.relationship(.propose(.lanterns, circle: "lanterns"))
  static let takeBackProposal = Self.relationship(.takeBackProposal)
  static let decline = Self.relationship(.decline)
  static let pause = Self.relationship(.pause)
  static let resume = Self.relationship(.resume)
  static let end = Self.relationship(.end)
  static let askForChairs = Self.ask(.ask("chairs", .ask, words: Text.chairs, day: .friday))
  static let takeChairs = Self.ask(.answer("chairs", .take))
  static let offerVan = Self.offer(.list("van", words: Text.van, until: .nextMonday))
  static let giveWord = Self.commitment(.give(.chairs))
  static let reportDone = Self.report(.done)
  static let letGo = Self.commitment(.letGo("carry"))
  static let recognise = Self.recognition(
    .recognise("carry", "thanks", .asAsked, words: "As we asked"))

  static func open(
    _ grant: Mandate.Grant = .amaras, _ agreements: Agreements = Agreements()
  ) -> Self {
    .relationship(.open(community: "river", mandate: grant, agreements: agreements))
  }

  static func agree(_ agreements: Agreements) -> Self { .relationship(.agree(agreements)) }
  static func give(_ grant: Mandate.Grant) -> Self { .mandate(.give(grant)) }
  static func give(_ draft: Commitment.Draft) -> Self { .commitment(.give(draft)) }

  static func report(
    _ outcome: Commitment.Report.Outcome, _ account: String = Text.carried
  ) -> Self {
    .commitment(.report("carry", outcome, account: account))
  }

  static func tell(_ words: String = Text.flat, proposing day: Day? = .nextMonday) -> Self {
    .commitment(.tell("carry", words: words, proposing: day))
  }

  static func tellLeaving(_ words: String = "I am moving away") -> Self {
    .commitment(.tellLeaving("carry", words: words))
  }

  static func redate(to day: Day) -> Self { .commitment(.redate("carry", to: day)) }
  static func handOver(to person: ID<Person>) -> Self {
    .commitment(.handOver("carry", to: person))
  }
  static let acceptHandOver = Self.commitment(.acceptHandOver("carry"))
  static let declineHandOver = Self.commitment(.declineHandOver("carry"))

  static func takeBack(_ reason: String) -> Self {
    .recognition(.takeBack("carry", "thanks", reason: reason))
  }
}
