import HeedPractice
import Testing

/// What one command needs: who speaks, where the partnership stands, and sometimes which person.
struct Need: CustomTestStringConvertible, Sendable {
  enum Who {
    case steward, circle, owner
    case community, mandate, promisee, recogniser, takerBack
  }

  var testDescription: String { "\(command)" }
  var command: Partnership.Command
  var who: Who
  var stages: Set<Partnership.Stage>
  /// The only person for whom it goes on, and what the others hear who have come so far.
  var person: ID<Person>?
  var others: Partnership.Refusal?

  init(
    _ command: Partnership.Command, _ who: Who, _ stages: Set<Partnership.Stage>,
    only person: ID<Person>? = nil, else others: Partnership.Refusal? = nil
  ) {
    self.command = command
    self.who = who
    self.stages = stages
    self.person = person
    self.others = others
  }

  /// What somebody hears, read off the table alone.
  func answer(to voice: Voice, at stage: Partnership.Stage) -> Partnership.Refusal? {
    if let refusal = who.answer(to: voice) { return refusal }
    if !stages.contains(stage) { return .notNow(stage) }
    return person == nil || voice.person == person ? nil : others
  }
}

extension Need.Who {
  fileprivate func answer(to voice: Voice) -> Partnership.Refusal? {
    let hasMandate = voice == Cast.amara || voice == Cast.dalia
    switch self {
    case .steward, .circle, .owner:
      if voice.side != .circle { return .onlyThe(.circle) }
    case .community, .mandate, .promisee:
      if voice.side != .community { return .onlyThe(.community) }
    case .recogniser, .takerBack:
      if voice.side != .community { return .onlyTheCommunityRecognises(voice.side) }
    }
    switch self {
    case .circle, .community, .takerBack: return nil
    case .steward: return voice == Cast.ines ? nil : .onlyASteward
    case .owner: return voice == Cast.bo ? nil : .onlyTheOwner
    case .mandate, .recogniser: return hasMandate ? nil : .onlyAMandate
    case .promisee:
      if !hasMandate { return .onlyAMandate }
      return voice == Cast.amara ? nil : .onlyThePromisee
    }
  }
}

@Suite("Who may do what in a partnership")
struct PartnershipMatrixTests {
  /// A scene in which every command below has something to work on.
  static let scene =
    Scene.promised
    .then(Cast.ines, .offerVan)
    .then(Cast.bo, .report(.partly))
    .then(Cast.bo, .handOver(to: "cy"))
    .then(Cast.amara, .recognise)
    .then(Cast.bo, .give(Commitment.Draft.chairs.with { $0.id = "sweep" }))
    .then(Cast.bo, .commitment(.report("sweep", .done, account: "Swept")))

  static let needs = relationship + asking + words

  static let relationship: [Need] = [
    Need(.propose, .steward, [.unproposed]),
    Need(.takeBackProposal, .steward, [.proposed, .withdrawn]),
    Need(.decline, .community, [.proposed]),
    Need(.open(.farids), .community, [.proposed], only: "farid", else: .onlyAMandate),
    Need(.agree(Agreements(poolDays: 14)), .mandate, [.open, .paused]),
    Need(.pause, .mandate, [.open, .paused]),
    Need(.resume, .mandate, [.open, .paused]),
    Need(.end, .mandate, [.open, .paused, .ended]),
    Need(.give(Mandate.Grant.farids), .mandate, [.open, .paused]),
    Need(.mandate(.end("eddas")), .mandate, [.open, .paused, .ended]),
  ]

  static let asking: [Need] = [
    Need(.ask(.ask("soup", .ask, words: "Cook soup", day: nil)), .mandate, [.open]),
    Need(
      .ask(.amend("chairs", words: "Carry tables", day: nil)), .mandate, [.open, .paused],
      only: "amara", else: .onlyWhoAsked),
    Need(
      .ask(.withdraw("chairs")), .mandate, [.open, .paused], only: "amara", else: .onlyWhoAsked),
    Need(.takeChairs, .steward, [.open]),
    Need(.offer(.list("bread", words: "Bread", until: .friday)), .steward, [.open]),
    Need(.offer(.takeBack("van")), .steward, [.open]),
    Need(.offer(.take("van")), .mandate, [.open]),
    Need(.offer(.decline("van")), .mandate, [.open, .paused]),
  ]

  static let words: [Need] = [
    Need(.give(Commitment.Draft.chairs.with { $0.id = "stack" }), .circle, [.open]),
    Need(.tell(), .owner, [.open, .paused]),
    Need(.tellLeaving(), .owner, [.open, .paused]),
    Need(.reportDone, .owner, [.open, .paused]),
    Need(.handOver(to: "ines"), .owner, [.open]),
    Need(.acceptHandOver, .circle, [.open], only: "cy", else: .onlyWhoItIsHandedTo),
    Need(.declineHandOver, .circle, [.open], only: "cy", else: .onlyWhoItIsHandedTo),
    Need(.redate(to: .nextMonday), .promisee, [.open, .paused]),
    Need(.letGo, .promisee, Set(Partnership.Stage.allCases)),
    Need(
      .recognition(.recognise("sweep", "well", .partly, words: "")), .recogniser,
      [.open, .paused, .ended]),
    Need(
      .takeBack("It fell over"), .takerBack, [.open, .paused, .ended], only: "amara",
      else: .onlyWhoSaidIt),
  ]

  @Test("is answered alike for every voice at every stage", arguments: needs)
  func answers(_ need: Need) {
    for stage in Partnership.Stage.allCases {
      for voice in Cast.everyone {
        let answer = Partnership.refusal(
          of: need.command, by: voice, on: .wednesday, in: Self.scene.at(stage).state)
        #expect(answer == need.answer(to: voice, at: stage), "\(voice.person), \(stage)")
      }
    }
  }

  /// What anyone of the community may do while nobody holds a mandate.
  static let openToAll = [
    Need(.pause, .community, [.open, .paused]),
    Need(.end, .community, [.open, .paused, .ended]),
    Need(.give(Mandate.Grant.farids), .community, [.open, .paused]),
  ]

  @Test("while no mandate stands: anyone of the community pauses, ends, gives mandates")
  func unspokenFor() {
    let scene = Self.scene.then(Cast.dalia, .mandate(.end("dalias")))
      .then(Cast.amara, .mandate(.end("amaras")))
    for need in Self.openToAll {
      for stage in Partnership.Stage.allCases {
        for voice in Cast.everyone {
          let answer = Partnership.refusal(
            of: need.command, by: voice, on: .wednesday, in: scene.at(stage).state)
          #expect(answer == need.answer(to: voice, at: stage), "\(voice.person), \(stage)")
        }
      }
    }
  }

  @Test("while no mandate stands: nothing else that needs one", arguments: needs)
  func nobodySpeaks(_ need: Need) {
    let scene = Scene.unspokenFor
    guard [.mandate, .promisee, .recogniser].contains(need.who),
      !Self.openToAll.contains(where: { $0.command == need.command })
    else { return }
    for voice in Cast.community {
      let answer = Partnership.refusal(
        of: need.command, by: voice, on: .wednesday, in: scene.state)
      #expect(answer == .onlyAMandate, "\(voice.person)")
    }
  }
}
