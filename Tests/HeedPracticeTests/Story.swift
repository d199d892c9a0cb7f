import HeedPractice

/// One random season of a partnership: what people tried, and what came of it.
struct Story: Sendable {
  /// The stories that every property is held against, played once.
  static let all = (0..<320).map { Story(seed: $0) }

  struct Step: Sendable {
    var before: Partnership.State
    var voice: Voice
    var day: Day
    var command: Partnership.Command
    var happenings: [Happening<Partnership.Event>]
    var after: Partnership.State
  }

  /// Only the steps that brought something about; refusals are in ``refusals``.
  private(set) var steps: [Step] = []
  private(set) var refusals = 0
  private(set) var scene = Scene()
  private(set) var lastDay = Day.monday

  init(seed: UInt64, tries: Int = 120) {
    var attempts = Attempts(dice: Dice(seed: seed))
    for _ in 0..<tries {
      lastDay = lastDay + attempts.dice.pick([0, 0, 0, 1, 1, 4])
      let before = scene.state
      attempts.today = lastDay
      attempts.state = before
      let (voice, command) = attempts.next()
      guard let happenings = try? scene.play(command, by: voice, on: lastDay) else {
        refusals += 1
        continue
      }
      guard !happenings.isEmpty else { continue }
      steps.append(
        Step(
          before: before, voice: voice, day: lastDay, command: command, happenings: happenings,
          after: scene.state))
    }
  }

  var history: [Happening<Partnership.Event>] { scene.history }
  var end: Partnership.State { scene.state }
}

/// Names what an act has lost or changed of what was there before; empty when nothing was.
struct Loss {
  private(set) var found: [String] = []

  init(from before: Partnership.State, to after: Partnership.State) {
    grows(before.agreements, after.agreements, "agreements") { $0 == $1 }
    grows(before.mandates, after.mandates, "a mandate") { old, new in
      isKept(old.endedOn, new.endedOn) && old == changed(new) { $0.endedOn = old.endedOn }
    }
    grows(before.asks, after.asks, "an ask") { old, new in
      new.wordings.starts(with: old.wordings) && new.answers.starts(with: old.answers)
        && isKept(old.withdrawnOn, new.withdrawnOn) && (old.kind, old.by) == (new.kind, new.by)
    }
    grows(before.offers, after.offers, "an offer") { old, new in
      isKept(old.fate, new.fate) && old == changed(new) { $0.fate = old.fate }
    }
    grows(before.commitments, after.commitments, "a word", Self.keeps)
    if !isKept(before.letter, after.letter) { found.append("the letter") }
    if !isKept(before.openedOn, after.openedOn) { found.append("the day of the opening") }
    let sides = before.sides.filter { after.sides[$0.key] != $0.value }
    if !sides.isEmpty { found.append("a side") }
  }

  private mutating func grows<Thing>(
    _ before: [Thing], _ after: [Thing], _ name: String, _ keeps: (Thing, Thing) -> Bool
  ) {
    let areKept = before.count <= after.count && zip(before, after).allSatisfy(keeps)
    if !areKept { found.append(name) }
  }

  private static func keeps(_ old: Commitment, _ new: Commitment) -> Bool {
    new.reports.starts(with: old.reports) && new.owners.starts(with: old.owners)
      && isKept(old.letGoOn, new.letGoOn) && old.dueDays.count <= new.dueDays.count
      && zip(old.dueDays, new.dueDays).allSatisfy(keeps)
      && old.recognitions.count <= new.recognitions.count
      && zip(old.recognitions, new.recognitions).allSatisfy(keeps)
      && (old.id, old.basis, old.what, old.promisee) == (
        new.id, new.basis, new.what, new.promisee
      )
      && (old.plan, old.frame, old.givenOn) == (new.plan, new.frame, new.givenOn)
  }

  private static func keeps(_ old: Commitment.DueDay, _ new: Commitment.DueDay) -> Bool {
    new.tellings.starts(with: old.tellings) && isKept(old.replacedOn, new.replacedOn)
      && (old.day, old.setOn) == (new.day, new.setOn)
  }

  private static func keeps(_ old: Recognition, _ new: Recognition) -> Bool {
    isKept(old.takenBack, new.takenBack) && old == changed(new) { $0.takenBack = old.takenBack }
  }
}

/// Whether something that may be said once was not unsaid or said otherwise.
private func isKept<Thing: Equatable>(_ old: Thing?, _ new: Thing?) -> Bool {
  old == nil || old == new
}

private func changed<Thing>(_ thing: Thing, _ change: (inout Thing) -> Void) -> Thing {
  var copy = thing
  change(&copy)
  return copy
}
