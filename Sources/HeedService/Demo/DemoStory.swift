import HeedPractice

/// What happened in the demo's partnerships, from the oldest day to the newest.
enum DemoStory {
  /// Kept and recognised, partly, slipping and told, missed and not told, unanswered, not answered.
  static func riverStreet(_ cast: DemoCast) async throws {
    let (log, community, mandate) = try await cast.partnership(
      Letter(
        who: "We are eleven people from the houses north of the bridge, together since spring.",
        why: "Your notice about the rent hearing hung in our library. We would like to be useful "
          + "to what you have already begun.",
        canGive: "A van on weekends, two people who read contracts, a room with forty chairs."),
      with: "River Street Tenants", cast.amara, "Amara",
      scope: "Rent, repairs and hearings in River Street",
      giver: "The tenants’ meeting of 4 May",
      agreements: Agreements(
        pace: "Not on Fridays. Slowly in August.",
        credit: "Name the tenants’ association, no persons."),
      back: 150)
    let scene = DemoScene(cast: cast, log: log, mandate: mandate)
    try await scene.welcomeDalia(into: community)
    try await scene.noticeKept()
    try await scene.childcarePartly()
    try await scene.minutesUnanswered()
    try await scene.vanMissedUntold()
    try await scene.chairsSlipping()
    try await scene.whatStands()
  }

  /// A second community, which has paused.
  static func harbour(_ cast: DemoCast) async throws {
    let (log, _, mandate) = try await cast.partnership(
      Letter(
        who: "We are the Northside Circle, eleven people who live near the harbour.",
        why: "A member cleans offices at the port and told us of your union.",
        canGive: "People for the picket, a printer, rides at night."),
      with: "Harbour Cleaners", cast.eun, "Eun", scope: "Night shifts at the port",
      giver: "Our union council", agreements: Agreements(poolDays: 14, answerDays: 10),
      back: 90)
    let scene = DemoScene(cast: cast, log: log, mandate: mandate)
    let rides = try await scene.ask(
      "Rides home after the late shift on Tuesdays", by: cast.eun, for: nil, back: 85)
    try await scene.take(rides, back: 83)
    try await scene.give(
      "Drive the Tuesday rides until the new year", for: rides, by: cast.dee, due: -40,
      when: "it is Tuesday at ten in the evening", then: "I wait at gate four with the van",
      frame: .usingPrivilege(by: "driving, since we have a van and a licence"), back: 82)
    try await cast.say(.relationship(.pause), cast.eun, in: log, back: 20)
  }
}

/// One partnership of the demo, while its story is told.
struct DemoScene {
  let cast: DemoCast
  let log: Log<Partnership>
  let mandate: ID<Mandate>

  func say(_ command: Partnership.Command, _ person: ID<Person>, back days: Int) async throws {
    try await cast.say(command, person, in: log, back: days)
  }

  func ask(
    _ words: String, by person: ID<Person>, _ kind: Ask.Kind = .ask, for due: Int?,
    back days: Int
  ) async throws -> ID<Ask> {
    let id = ID<Ask>.random()
    let day = due.map { cast.today - $0 }
    try await say(.ask(.ask(id, kind, words: words, day: day)), person, back: days)
    return id
  }

  func take(_ ask: ID<Ask>, back days: Int) async throws {
    try await say(.ask(.answer(ask, .take)), cast.bo, back: days)
  }

  @discardableResult
  func give(
    _ what: String, for ask: ID<Ask>?, by person: ID<Person>, due: Int, when: String,
    then: String, frame: Commitment.Frame, back days: Int
  ) async throws -> ID<Commitment> {
    let id = ID<Commitment>.random()
    let draft = Commitment.Draft(
      id: id, basis: ask.map { .ask($0) } ?? .unasked, what: what, due: cast.today - due,
      plan: .init(when: when, then: then), frame: frame, promisee: mandate)
    try await say(.commitment(.give(draft)), person, back: days)
    return id
  }

  func report(
    _ word: ID<Commitment>, _ outcome: Commitment.Report.Outcome, _ account: String,
    by person: ID<Person>, back days: Int
  ) async throws {
    try await say(.commitment(.report(word, outcome, account: account)), person, back: days)
  }

  func recognise(
    _ word: ID<Commitment>, _ verdict: Recognition.Verdict, _ words: String,
    by person: ID<Person>, back days: Int
  ) async throws {
    try await say(
      .recognition(.recognise(word, .random(), verdict, words: words)), person, back: days)
  }
}
