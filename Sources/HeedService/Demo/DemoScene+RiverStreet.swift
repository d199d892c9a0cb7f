import HeedPractice
import HeedStore

extension DemoScene {
  func welcomeDalia(into community: Log<Community>) async throws {
    guard let row = try await cast.heed.vault.partnership(origin: log.origin),
      let body = row.community
    else { return }
    let membership = Membership(body: body, side: Side.community.rawValue)
    try await cast.heed.set(back: 140).clerk.carryOut(
      .welcome(cast.dalia), on: community, for: Voice(cast.amara, of: .community),
      with: [
        .addPerson(cast.dalia.text, handle: "Dalia"),
        .addMembership(person: cast.dalia.text, membership),
      ])
    let grant = Mandate.Grant(
      id: .random(), holder: cast.dalia, scope: "Courtyard and families",
      giver: "The tenants’ meeting of 1 June", until: cast.today + 120)
    try await say(.mandate(.give(grant)), cast.amara, back: 139)
  }

  /// Kept, and recognised.
  func noticeKept() async throws {
    let ask = try await ask(
      "Translate the hearing notice into Tigrinya", by: cast.amara, for: 110, back: 135)
    try await take(ask, back: 133)
    let word = try await give(
      "Have the notice translated into Tigrinya, and paid for", for: ask, by: cast.dee, due: 112,
      when: "the notice arrives", then: "I take it to Selam’s office the same evening",
      frame: .showingSupport(for: "tenants who were left out by an English-only notice"),
      back: 132)
    try await report(
      word, .done, "Two pages, translated by Selam T., paid 90. Copies are in your letterbox.",
      by: cast.dee, back: 114)
    try await recognise(
      word, .asAsked, "Good. It came in time for the stairwells.", by: cast.amara, back: 110)
  }

  /// Two mandates differ, and both are shown.
  func childcarePartly() async throws {
    let ask = try await ask(
      "Childcare during the assembly, at least four hours", by: cast.dalia, for: 80, back: 104)
    try await take(ask, back: 100)
    let word = try await give(
      "Look after the children during the assembly", for: ask, by: cast.cy, due: 80,
      when: "the assembly opens",
      then: "two of us are in the side room until the last parent comes",
      frame: .usingPrivilege(by: "giving hours that our work leaves us free"), back: 98)
    try await report(
      word, .partly, "Two hours. One of us was ill, and alone it was not safe for longer.",
      by: cast.cy, back: 79)
    try await recognise(
      word, .partly, "Half of it, and we heard about it on the day.", by: cast.dalia, back: 75)
    try await recognise(word, .asAsked, "", by: cast.amara, back: 74)
  }

  /// Reported long ago, and never answered.
  func minutesUnanswered() async throws {
    let word = try await give(
      "Print your minutes for the stairwells", for: nil, by: cast.bo, due: 60,
      when: "the minutes are up", then: "I print forty and hang them the next morning",
      frame: .showingSupport(for: "tenants without internet"), back: 70)
    try await report(word, .done, "Forty copies, hung on Saturday.", by: cast.bo, back: 61)
  }

  /// Missed, and nobody said so.
  func vanMissedUntold() async throws {
    let ask = try await ask(
      "A van for the furniture of the Haile family", by: cast.amara, for: 25, back: 45)
    try await take(ask, back: 43)
    try await give(
      "Drive the Haile family’s furniture to the new flat", for: ask, by: cast.cy, due: 25,
      when: "the keys are handed over", then: "I come with the van and two people",
      frame: .usingPrivilege(by: "driving, since we own a van"), back: 42)
  }

  /// Told before the day; a new day is proposed and waits for an answer.
  func chairsSlipping() async throws {
    let ask = try await ask(
      "Carry chairs to the hearing", by: cast.amara, for: 2, back: 30)
    try await take(ask, back: 28)
    let word = try await give(
      "Carry forty chairs to the hearing", for: ask, by: cast.bo, due: 2,
      when: "the hall opens at eight", then: "four of us carry the chairs over",
      frame: .endingASystem("hearings where tenants have to stand", by: "bringing the chairs"),
      back: 27)
    try await say(
      .commitment(
        .tell(
          word, words: "The van broke down on Monday. We could carry them a week later.",
          proposing: cast.today + 5)), cast.bo, back: 4)
  }

  /// What stands today: guidance, a boundary, an open ask, an offer, a word not yet due.
  func whatStands() async throws {
    let direction = try await ask(
      "Speak to the tenants first, then to the press", by: cast.amara, .direction, for: nil,
      back: 120)
    try await take(direction, back: 119)
    let boundary = try await ask(
      "Do not take photographs of children", by: cast.dalia, .boundary, for: nil, back: 103)
    try await take(boundary, back: 102)
    let flyers = try await ask(
      "Flyers in three languages for the winter meeting", by: cast.dalia, for: -20, back: 15)
    try await take(flyers, back: 13)
    try await give(
      "Flyers in Tigrinya, Arabic and English", for: flyers, by: cast.cy, due: -18,
      when: "the text is agreed", then: "I have it printed within three days",
      frame: .showingSupport(for: "the winter meeting"), back: 12)
    try await say(
      .offer(
        .list(
          .random(), words: "A room with forty chairs, free on Thursday evenings",
          until: cast.today + 40)), cast.bo, back: 10)
    _ = try await ask(
      "Somebody who reads the new lease with us, line by line", by: cast.amara, for: -14, back: 3)
  }
}
