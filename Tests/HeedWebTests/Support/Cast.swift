import HeedPractice

/// The people of every test of a page.
extension Voice {
  /// Steward of the circle.
  static let bo = Voice("bo", of: .circle, isSteward: true)
  /// Members of the circle; cy gives his word.
  static let cy = Voice("cy", of: .circle)
  static let dee = Voice("dee", of: .circle)
  /// Each holds a mandate of the community.
  static let amara = Voice("amara", of: .community)
  static let dalia = Voice("dalia", of: .community)
  /// Held a mandate until Monday.
  static let edda = Voice("edda", of: .community)
  /// Of the community, without a mandate.
  static let farid = Voice("farid", of: .community)

  static let circle = [bo, cy, dee]
  static let community = [amara, dalia, edda, farid]
}

extension Letter {
  static let lanterns = Letter(
    who: "A group of neighbours", why: "Your hall asked for hands", canGive: "Hands and a van")
}

extension Commitment.Draft {
  /// Cy's word to amara, for her ask.
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

/// What people do in the tests, so that a scene reads as a story.
extension Partnership.Command {
  static let propose = Self.relationship(.propose(.lanterns, circle: "lanterns"))
  static let open = Self.relationship(
    .open(
      community: "tenants",
      mandate: .init(id: "amaras", holder: "amara", scope: "The hall", giver: "The assembly"),
      agreements: Agreements()))
  static let giveDalias = Self.mandate(
    .give(.init(id: "dalias", holder: "dalia", scope: "The garden")))
  static let giveEddas = Self.mandate(
    .give(.init(id: "eddas", holder: "edda", scope: "The move", until: .monday)))
  static let askForChairs = Self.ask(
    .ask("chairs", .ask, words: "Carry our chairs", day: .friday))
  static let takeChairs = Self.ask(.answer("chairs", .take))
  static let notAble = Self.ask(.answer("chairs", .notAble(because: "Nobody is free")))
  static let amendChairs = Self.ask(.amend("chairs", words: "Carry our tables", day: .friday))
  static let withdrawChairs = Self.ask(.withdraw("chairs"))
  static let listVan = Self.offer(.list("van", words: "A van with a driver", until: .wednesday))
  static let giveWord = Self.commitment(.give(.chairs))
  static let letGo = Self.commitment(.letGo("carry"))
  static let redate = Self.commitment(.redate("carry", to: .nextMonday + 30))
  static let accept = Self.commitment(.acceptHandOver("carry"))
  static let declineHandOver = Self.commitment(.declineHandOver("carry"))
  static let recognise = Self.recognition(.recognise("carry", "yes", .asAsked, words: "Yes"))
  static let tellLeaving = Self.commitment(.tellLeaving("carry", words: "I am moving away"))

  static func handOver(to person: ID<Person>) -> Self {
    .commitment(.handOver("carry", to: person))
  }
  static func tell(
    _ words: String = "The van broke down", _ day: Day = .nextMonday + 20
  ) -> Self {
    .commitment(.tell("carry", words: words, proposing: day))
  }
  static func report(_ outcome: Commitment.Report.Outcome) -> Self {
    .commitment(.report("carry", outcome, account: "Forty chairs"))
  }
}
