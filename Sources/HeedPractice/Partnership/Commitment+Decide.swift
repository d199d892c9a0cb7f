extension Commitment {
  static func decide(
    _ command: Command, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    switch command {
    case .give(let draft):
      try asked.check(speaksFor: .circle)
      try asked.check(isAt: .open)
      return try decideGive(draft, asked)

    case .tell(let id, let words, let day):
      let word = try asked.openWord(id, isOwnedBySpeakerAt: .open, .paused)
      return try decideTell(word, words, proposing: day, asked)

    case .tellLeaving(let id, let words):
      let word = try asked.openWord(id, isOwnedBySpeakerAt: .open, .paused)
      if word.isLeftByOwner { return [] }
      try asked.check(words, fills: .words)
      return [.leavingTold(id, words: words)]

    case .redate(let id, let day): return try decideRedate(id, to: day, asked)
    case .letGo(let id): return try decideLetGo(id, asked)

    case .report(let id, let outcome, let account):
      let word = try asked.word(id, isOwnedBySpeakerAt: .open, .paused)
      if let last = word.reports.last, last.outcome == outcome, last.account == account {
        return []
      }
      try asked.check(account, fills: .account)
      return [.reported(id, outcome, account: account)]

    case .handOver(let id, let person):
      let word = try asked.openWord(id, isOwnedBySpeakerAt: .open)
      guard person != asked.voice.person else { throw .toOneself }
      if asked.state.sides[person] == .community { throw .bothSides }
      return word.handOver == HandOver(to: person) ? [] : [.handedOver(id, to: person)]

    case .acceptHandOver(let id):
      if let word = asked.state.commitment(id), word.handOver == nil,
        word.owner == asked.voice.person
      {
        return []
      }
      _ = try asked.wordHandedToSpeaker(id)
      return [.handOverAccepted(id)]

    case .declineHandOver(let id):
      let word = try asked.wordHandedToSpeaker(id)
      guard word.handOver?.to == asked.voice.person else { throw .onlyWhoItIsHandedTo }
      return [.handOverDeclined(id)]
    }
  }

  private static func decideGive(
    _ draft: Draft, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    try asked.check(draft.basis)
    try asked.check(draft.what, fills: .what)
    guard let due = draft.due else { throw .missing(.day) }
    try asked.check(draft.plan.when, fills: .when, upTo: Partnership.Limit.line)
    try asked.check(draft.plan.then, fills: .then, upTo: Partnership.Limit.line)
    guard let frame = draft.frame else { throw .missing(.frame) }
    try asked.check(frame)
    guard let promisee = draft.promisee else { throw .missing(.promisee) }
    guard let mandate = asked.state.mandate(promisee) else { throw .unknown(.mandate) }
    let given = Given(
      id: draft.id, basis: draft.basis, what: draft.what, due: due, plan: draft.plan,
      frame: frame, promisee: promisee)
    if let known = asked.state.commitment(draft.id) {
      guard known.given == given, known.owners.first == asked.voice.person
      else { throw .idInUse }
      return []
    }
    try asked.check(due, isAhead: .day)
    guard mandate.stands(on: asked.today) else { throw .mandateEnded }
    return [.given(given)]
  }

  private static func decideRedate(
    _ id: ID<Commitment>, to day: Day, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    let word = try asked.wordPromisedToSpeaker(id)
    try asked.check(isAt: .open, .paused)
    guard word.isOpen else { throw .alreadyReported }
    if word.due == day { return [] }
    try asked.check(day, isAhead: .day)
    return [.redated(id, to: day)]
  }

  /// Letting go is a release, and costs the community nothing: it may come at any stage.
  private static func decideLetGo(
    _ id: ID<Commitment>, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    if let word = asked.state.commitment(id), word.letGoOn != nil {
      _ = try asked.checkMandate()
      return []
    }
    _ = try asked.wordPromisedToSpeaker(id)
    return [.letGo(id)]
  }

  private static func decideTell(
    _ word: Commitment, _ words: String, proposing day: Day?, _ asked: Partnership.Asked
  ) throws(Partnership.Refusal) -> [Event] {
    try asked.check(words, fills: .words)
    guard let day else { throw .missing(.proposedDay) }
    try asked.check(day, isAhead: .proposedDay)
    if let due = word.due, day <= due { throw .notLater }
    let last = word.dueDays.last?.tellings.last
    if last?.words == words, last?.proposes == day { return [] }
    return [.told(word.id, words: words, proposing: day)]
  }

  /// The word as it was first given, to tell a repeated command from another one.
  private var given: Given? {
    guard let first = dueDays.first else { return nil }
    return Given(
      id: id, basis: basis, what: what, due: first.day, plan: plan, frame: frame,
      promisee: promisee)
  }
}

extension Partnership.Asked {
  fileprivate func check(_ basis: Commitment.Basis) throws(Refusal) {
    switch basis {
    case .ask(let id):
      let ask = try ask(id)
      guard ask.withdrawnOn == nil else { throw .askWithdrawn }
      guard ask.kind != .boundary else { throw .boundaryTakesNoWord }
      guard ask.isTaken else { throw .askNotTaken }
    case .offer(let id):
      guard case .taken = try offer(id).fate else { throw .offerNotTaken }
    case .unasked: break
    }
  }

  fileprivate func check(_ frame: Commitment.Frame) throws(Refusal) {
    switch frame {
    case .showingSupport(let cause), .usingPrivilege(let cause):
      try check(cause, fills: .frame, upTo: Partnership.Limit.line)
    case .endingASystem(let system, let act):
      try check(system, fills: .frame, upTo: Partnership.Limit.line)
      try check(act, fills: .frameBy, upTo: Partnership.Limit.line)
    }
  }

  /// A word that the speaker owns and that the community has not let go.
  fileprivate func word(
    _ id: ID<Commitment>, isOwnedBySpeakerAt stages: Partnership.Stage...
  ) throws(Refusal) -> Commitment {
    try check(speaksFor: .circle)
    let word = try commitment(id)
    guard word.owner == voice.person else { throw .onlyTheOwner }
    guard stages.contains(state.stage) else { throw .notNow(state.stage) }
    guard word.letGoOn == nil else { throw .letGo }
    return word
  }

  /// A word that the speaker owns and that is neither let go nor reported as done.
  fileprivate func openWord(
    _ id: ID<Commitment>, isOwnedBySpeakerAt stages: Partnership.Stage...
  ) throws(Refusal) -> Commitment {
    try check(speaksFor: .circle)
    let word = try commitment(id)
    guard word.owner == voice.person else { throw .onlyTheOwner }
    guard stages.contains(state.stage) else { throw .notNow(state.stage) }
    try check(isOpen: word)
    return word
  }

  private func check(isOpen word: Commitment) throws(Refusal) {
    guard word.letGoOn == nil else { throw .letGo }
    guard word.isOpen else { throw .alreadyReported }
  }

  /// A word promised to the speaker's mandate, or to one that no longer stands.
  ///
  /// A promise outlives the mandate it was made to: then any standing mandate may re-date it or
  /// let it go, so that it does not hang for ever on somebody who has left.
  fileprivate func wordPromisedToSpeaker(_ id: ID<Commitment>) throws(Refusal) -> Commitment {
    let own = try checkMandate()
    let word = try commitment(id)
    let promiseeStands = state.mandate(word.promisee)?.stands(on: today) ?? false
    let isPromisee = state.mandate(word.promisee)?.holder == own.holder
    guard isPromisee || !promiseeStands else { throw .onlyThePromisee }
    guard word.letGoOn == nil else { throw .letGo }
    return word
  }

  fileprivate func wordHandedToSpeaker(_ id: ID<Commitment>) throws(Refusal) -> Commitment {
    try check(speaksFor: .circle)
    try check(isAt: .open)
    let word = try commitment(id)
    try check(isOpen: word)
    guard let handOver = word.handOver else { throw .noHandOver }
    guard handOver.to == nil || handOver.to == voice.person else { throw .onlyWhoItIsHandedTo }
    return word
  }
}
