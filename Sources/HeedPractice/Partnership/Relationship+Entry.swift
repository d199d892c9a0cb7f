extension Relationship.Event {
  var entry: Entry {
    switch self {
    case .proposed(let letter, let circle):
      Entry(
        "partnership-proposed", facts: [.init("circle", circle.text)],
        passages: [
          .init("who", letter.who), .init("why", letter.why), .init("can-give", letter.canGive),
        ])
    case .proposalTakenBack: Entry("proposal-taken-back")
    case .declined: Entry("partnership-declined")
    case .opened(let community, let grant, let agreements):
      Entry(
        "partnership-opened", thread: grant.id.text,
        facts: [.init("community", community.text)] + grant.facts + agreements.facts,
        passages: grant.passages + agreements.passages)
    case .agreed(let agreements):
      Entry("agreements-changed", facts: agreements.facts, passages: agreements.passages)
    case .paused: Entry("partnership-paused")
    case .resumed: Entry("partnership-resumed")
    case .ended: Entry("partnership-ended")
    }
  }

  static func read(_ entry: Entry) throws(Entry.Unreadable) -> Self? {
    switch entry.kind {
    case "partnership-proposed":
      .proposed(
        Letter(
          who: try entry.passage("who"), why: try entry.passage("why"),
          canGive: try entry.passage("can-give")),
        circle: try entry.id("circle"))
    case "proposal-taken-back": .proposalTakenBack
    case "partnership-declined": .declined
    case "partnership-opened":
      .opened(
        community: try entry.id("community"), mandate: try Mandate.Grant(entry),
        agreements: try Agreements(entry))
    case "agreements-changed": .agreed(try Agreements(entry))
    case "partnership-paused": .paused
    case "partnership-resumed": .resumed
    case "partnership-ended": .ended
    default: nil
    }
  }
}

extension Agreements {
  fileprivate var facts: [Entry.Field?] {
    [
      .init("pool-days", String(poolDays)), .init("answer-days", String(answerDays)),
      .init("questions", questionsWelcome ? "welcome" : "not-welcome"),
      .init("offer-rest-days", String(offerRestDays)),
    ]
  }

  fileprivate var passages: [Entry.Field?] {
    [.init("pace", pace), .init("credit", credit)]
  }

  fileprivate init(_ entry: Entry) throws(Entry.Unreadable) {
    let questions = try entry.fact("questions")
    guard questions == "welcome" || questions == "not-welcome" else {
      throw .malformed("questions")
    }
    self.init(
      poolDays: try entry.number("pool-days", within: Self.poolDaysRange),
      answerDays: try entry.number("answer-days", within: Self.answerDaysRange),
      pace: try entry.passage("pace"), questionsWelcome: questions == "welcome",
      credit: try entry.passage("credit"),
      offerRestDays: try entry.number("offer-rest-days", within: Self.offerRestDaysRange))
  }
}
