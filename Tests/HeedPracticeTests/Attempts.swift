import HeedPractice

/// What people try: mostly what is theirs to try, sometimes what is not.
struct Attempts {
  var dice: Dice
  var today = Day.monday
  var state = Partnership.initial

  mutating func next() -> (Voice, Partnership.Command) {
    let isCircle = dice.isLucky(oneIn: 2)
    let voice = isCircle ? dice.pick(Cast.circle + [Cast.ines, Cast.ines]) : speaker()
    let command =
      switch state.stage {
      case .unproposed, .proposed: beginning(by: voice)
      case .paused where !isCircle && dice.isLucky(oneIn: 3): Partnership.Command.resume
      default: isCircle ? circleCommand(by: voice) : communityCommand()
      }
    return (dice.isLucky(oneIn: 10) ? stray() : voice, command)
  }

  /// Mostly somebody who holds a mandate, when there is one.
  private mutating func speaker() -> Voice {
    let holders = state.mandates(on: today).map { Voice($0.holder, of: .community) }
    return dice.pick(holders.isEmpty || dice.isLucky(oneIn: 4) ? Cast.community : holders)
  }

  /// Anybody, on any side.
  private mutating func stray() -> Voice {
    Voice(
      dice.pick(Cast.everyone).person, of: dice.pick(Side.allCases),
      isSteward: dice.isLucky(oneIn: 2))
  }

  /// Once in a while somebody tries what cannot come yet.
  private mutating func beginning(by voice: Voice) -> Partnership.Command {
    let isCircle = voice.side == .circle
    if dice.isLucky(oneIn: 8) { return isCircle ? circleCommand(by: voice) : communityCommand() }
    if isCircle { return dice.isLucky(oneIn: 15) ? .takeBackProposal : .propose }
    let grant = grant().with { $0.holder = voice.person }
    return dice.isLucky(oneIn: 15) ? .decline : .open(grant, agreements())
  }

  private mutating func circleCommand(by voice: Voice) -> Partnership.Command {
    switch dice.below(16) {
    case 0: dice.pick([.propose, .takeBackProposal])
    case 1...3:
      .ask(.answer(ask(), dice.pick([.take, .take, .notAble(because: words())])))
    case 4: .offer(.list(newOffer(), words: words(), until: day()))
    case 5: dice.isLucky(oneIn: 3) ? .offer(.takeBack(offer())) : .give(draft())
    case 6...8: .give(draft())
    default: state.commitments.isEmpty ? .give(draft()) : wordCommand(by: voice)
    }
  }

  private mutating func wordCommand(by voice: Voice) -> Partnership.Command {
    let own = state.commitments.filter { $0.owner == voice.person }.map(\.id)
    let id = own.isEmpty || dice.isLucky(oneIn: 2) ? word() : dice.pick(own)
    switch dice.below(8) {
    case 0, 1:
      let outcome = dice.pick(Commitment.Report.Outcome.allCases)
      return .commitment(.report(id, outcome, account: words()))
    case 2: return .commitment(.tell(id, words: words(), proposing: dayIfAny()))
    case 3: return .commitment(.tellLeaving(id, words: words()))
    case 4, 5: return .commitment(.handOver(id, to: dice.pick(Cast.circle + Cast.everyone).person))
    case 6: return .commitment(.acceptHandOver(id))
    default: return .commitment(.declineHandOver(id))
    }
  }

  private mutating func communityCommand() -> Partnership.Command {
    switch dice.below(18) {
    case 0: dice.pick([.pause, .pause, .resume, dice.isLucky(oneIn: 4) ? .end : .decline])
    case 1: .agree(agreements())
    case 2: .give(grant())
    case 3: dice.isLucky(oneIn: 3) ? .mandate(.end(mandate())) : .give(grant())
    case 4...6:
      .ask(.ask(newAsk(), dice.pick(Ask.Kind.allCases), words: words(), day: dayIfAny()))
    case 7: .ask(.amend(ask(), words: words(), day: dayIfAny()))
    case 8: dice.isLucky(oneIn: 2) ? .ask(.withdraw(ask())) : .offer(.take(offer()))
    case 9: dice.pick([.offer(.take(offer())), .offer(.decline(offer()))])
    case 10: .commitment(.letGo(word()))
    case 11, 12: .commitment(.redate(word(), to: today + dice.pick([-1, 0, 2, 9])))
    case 13: .recognition(.takeBack(word(), recognition(), reason: words()))
    default: recognise()
    }
  }

  private mutating func recognise() -> Partnership.Command {
    let reported = state.commitments.filter { !$0.reports.isEmpty }.map(\.id)
    let verdict = dice.pick(Recognition.Verdict.allCases)
    let id = reported.isEmpty ? word() : dice.pick(reported)
    return .recognition(.recognise(id, recognition(), verdict, words: words()))
  }
}

/// What they try it with.
extension Attempts {
  private mutating func newAsk() -> ID<Ask> { dice.pick(["chairs", "soup", "quiet", "gate"]) }
  private mutating func newOffer() -> ID<Offer> { dice.pick(["van", "bread", "room", "press"]) }
  private mutating func newWord() -> ID<Commitment> {
    dice.pick(["carry", "cook", "hush", "paint", "sing"])
  }
  private mutating func newMandate() -> ID<Mandate> {
    dice.pick(["hall", "garden", "youth", "move", "elders", "night"])
  }
  private mutating func recognition() -> ID<Recognition> { dice.pick(["yes", "no", "nearly"]) }

  /// Mostly one that is there.
  private mutating func ask() -> ID<Ask> { dice.pick(state.asks.map(\.id) + [newAsk()]) }
  private mutating func offer() -> ID<Offer> { dice.pick(state.offers.map(\.id) + [newOffer()]) }
  private mutating func word() -> ID<Commitment> {
    dice.pick(state.commitments.map(\.id) + [newWord()])
  }
  private mutating func mandate() -> ID<Mandate> {
    dice.pick(state.mandates.map(\.id) + [newMandate()])
  }

  private mutating func words() -> String {
    let odd = dice.pick([Text.blank, Text.page + "a", Text.page, "\"a\": {}", ""])
    return dice.pick([
      Text.chairs, Text.van, Text.carried, Text.flat, "Éire 🪑\n= 1\t\u{202E}…",
      dice.isLucky(oneIn: 2) ? odd : Text.flat,
    ])
  }

  private mutating func dayIfAny() -> Day? { dice.isLucky(oneIn: 6) ? nil : day() }

  private mutating func day() -> Day {
    dice.isLucky(oneIn: 12)
      ? dice.pick([today - 1, today + 3_661]) : today + dice.pick([0, 1, 3, 12, 3_660])
  }

  private mutating func grant() -> Mandate.Grant {
    let holders = dice.isLucky(oneIn: 9) ? Cast.everyone : Cast.community
    return Mandate.Grant(
      id: newMandate(), holder: dice.pick(holders).person, scope: words(), giver: words(),
      until: dice.isLucky(oneIn: 3) ? today + dice.pick([0, 5, 20]) : nil)
  }

  private mutating func agreements() -> Agreements {
    Agreements(
      poolDays: dice.pick([1, 7, 90, 90, 0]), answerDays: dice.pick([1, 90]), pace: words(),
      questionsWelcome: dice.isLucky(oneIn: 2), credit: words(),
      offerRestDays: dice.pick([1, 90, 3_660]))
  }

  private mutating func draft() -> Commitment.Draft {
    let frames: [Commitment.Frame?] = [
      .showingSupport(for: "the gathering"), .endingASystem("evictions", by: "sitting in"),
      .usingPrivilege(by: "signing first"), dice.isLucky(oneIn: 4) ? nil : .usingPrivilege(by: "a"),
    ]
    let standing = state.mandates(on: today).map { Optional($0.id) }
    return Commitment.Draft(
      id: newWord(), basis: dice.pick([.ask(ask()), .ask(ask()), .offer(offer()), .unasked]),
      what: words(), due: dayIfAny(), plan: .init(when: "Rain", then: "Umbrellas"),
      frame: dice.pick(frames), promisee: dice.pick(standing + standing + [nil, mandate()]))
  }
}
