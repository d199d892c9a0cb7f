import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// A partnership, as each side needs it: what was asked and what came of it, slipped first; or what
/// is owed, by day.
enum PartnershipPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    page(call, try await call.partnership(), nil)
  }

  static func page(_ call: Call, _ seen: SeenPartnership, _ problem: Problem?) -> Answer {
    let model = PartnershipModel(seen, on: call.today)
    return Page(.partnershipTitle(seen), seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.saved(call, seen)
      if seen.state.stage != .open { sheet.p(seen.state.stage.sentence, class: "mark") }
      if model.isBeforeOpening { return sheet.unopened(model, seen) }
      if let letter = model.letter { sheet.pooled(letter, seen) }
      switch seen.voice.side {
      case .community: sheet.communityView(model, seen)
      case .circle, .host: sheet.circleView(model, seen)
      }
      sheet.ground(model, seen)
    }.answer(to: call)
  }

  @Sendable static func pause(_ call: Call) async throws -> Answer {
    try await carryOut(.relationship(.pause), call)
  }

  @Sendable static func resume(_ call: Call) async throws -> Answer {
    try await carryOut(.relationship(.resume), call)
  }

  @Sendable static func end(_ call: Call) async throws -> Answer {
    try await carryOut(.relationship(.end), call)
  }

  @Sendable static func takeBack(_ call: Call) async throws -> Answer {
    try await carryOut(.relationship(.takeBackProposal), call)
  }

  static func carryOut(_ command: Partnership.Command, _ call: Call) async throws -> Answer {
    try await call.attempt {
      try await call.carryOut(command)
    } orShow: { problem in
      page(call, try await call.partnership(), problem)
    }
  }
}

/// What the page of a partnership shows to one reader.
struct PartnershipModel: Equatable {
  var isBeforeOpening: Bool
  var letter: PooledLetter?
  var slipped: [WordCard]
  var reported: [WordCard]
  var notYetDue: [WordCard]
  var answered: [WordCard]
  var letGo: [WordCard]
  var notAnswered: [AskLine]
  var withoutWord: [AskLine]
  var saidNo: [AskLine]
  var guidance: [AskLine]
  var offers: [OfferLine]
  var takenOffers: [OfferLine]
  var acts: PartnershipActs

  init(_ seen: SeenPartnership, on today: Day) {
    let state = seen.state
    let what = state.whatCameOfIt(on: today)
    let cards = { (words: [Commitment]) in words.map { WordCard($0, in: seen, on: today) } }
    let lines = { (asks: [Ask]) in asks.map { AskLine($0, in: seen, on: today) } }
    isBeforeOpening = [.unproposed, .proposed, .withdrawn, .declined].contains(state.stage)
    letter = seen.voice.side == .community ? state.pooledLetter(on: today) : nil
    slipped = cards(what.slipped)
    reported = cards(what.reported)
    notYetDue = cards(what.notYetDue)
    answered = cards(what.answered)
    letGo = cards(what.letGo)
    notAnswered = lines(what.notAnswered)
    withoutWord = lines(what.takenWithoutWord)
    saidNo = lines(what.saidNo)
    guidance = lines(what.guidance)
    offers = what.offers.map { OfferLine($0, in: seen, on: today) }
    takenOffers = what.takenOffers.map { OfferLine($0, in: seen, on: today) }
    acts = PartnershipActs(seen, on: today)
  }
}

extension Sheet {
  fileprivate mutating func unopened(_ model: PartnershipModel, _ seen: SeenPartnership) {
    if let letter = seen.state.letter { self.letter(letter) }
    if model.acts.mayTakeBackLetter {
      action(.takeBackLetter, to: "/partnerships/\(seen.id)/take-back", class: "second")
    }
    element("p") { $0.link(.theRecord, to: "/partnerships/\(seen.id)/record") }
  }

  fileprivate mutating func pooled(_ letter: PooledLetter, _ seen: SeenPartnership) {
    element("p") { sheet in
      sheet.link(
        .letterFor(letter.days.lowerBound, letter.days.upperBound),
        to: "/partnerships/\(seen.id)/letter")
    }
  }

  fileprivate mutating func communityView(_ model: PartnershipModel, _ seen: SeenPartnership) {
    let path = "/partnerships/\(seen.id)"
    if model.acts.mayAsk {
      element("div", Self.class("actions")) { sheet in
        sheet.link(.askForSomething, to: "\(path)/asks/new?kind=ask", class: "button")
        sheet.link(.sayHow, to: "\(path)/asks/new?kind=direction", class: "button second")
        sheet.link(.sayWhatNot, to: "\(path)/asks/new?kind=boundary", class: "button second")
      }
    }
    words(.slippedTitle, model.slipped)
    words(.reportedTitle, model.reported)
    asks(.notAnsweredTitle, model.notAnswered)
    words(.notYetDueTitle, model.notYetDue)
    asks(.withoutWordTitle, model.withoutWord)
    offers(.takenOffersTitleCommunity, model.takenOffers)
    asks(.saidNoTitleCommunity, model.saidNo)
    offers(.offersTitle, model.offers)
    asks(.guidanceTitleCommunity, model.guidance)
    words(.answeredTitle, model.answered)
    words(.letGoTitle, model.letGo)
  }

  fileprivate mutating func circleView(_ model: PartnershipModel, _ seen: SeenPartnership) {
    let path = "/partnerships/\(seen.id)"
    words(.slippedTitleCircle, model.slipped)
    asks(.toAnswerTitle, model.notAnswered)
    asks(.takenTitle, model.withoutWord)
    offers(.takenOffersTitleCircle, model.takenOffers)
    words(.notYetDueTitle, model.notYetDue)
    asks(.guidanceTitleCircle, model.guidance)
    if model.acts.mayGiveWord {
      element("p") { $0.link(.giveUnasked, to: "\(path)/words/new") }
    }
    words(.reportedTitleCircle, model.reported)
    offers(.offersTitle, model.offers)
    if model.acts.mayOffer {
      element("p") { $0.link(.makeOffer, to: "\(path)/offers/new") }
    }
    words(.answeredTitle, model.answered)
    words(.letGoTitle, model.letGo)
    asks(.saidNoTitleCircle, model.saidNo)
  }

  mutating func words(_ title: Sentence, _ words: [WordCard]) {
    guard !words.isEmpty else { return }
    h2(title)
    list("cards") { sheet in for word in words { sheet.card(word) } }
  }

  mutating func asks(_ title: Sentence, _ asks: [AskLine]) {
    guard !asks.isEmpty else { return }
    h2(title)
    list("cards") { sheet in for ask in asks { sheet.line(ask) } }
  }

  private mutating func offers(_ title: Sentence, _ offers: [OfferLine]) {
    guard !offers.isEmpty else { return }
    h2(title)
    list("cards") { sheet in for offer in offers { sheet.line(offer) } }
  }

  /// What always stands at the end: who speaks, the terms, the record, and the way out.
  fileprivate mutating func ground(_ model: PartnershipModel, _ seen: SeenPartnership) {
    let path = "/partnerships/\(seen.id)"
    h2(.groundTitle)
    list { sheet in
      sheet.item { $0.link(.whoSpeaks, to: "\(path)/mandates") }
      sheet.item { $0.link(.theirTerms, to: "\(path)/agreements") }
      sheet.item { $0.link(.theRecord, to: "\(path)/record") }
    }
    guard seen.voice.side == .community else { return }
    element("div", Self.class("actions")) { sheet in
      if model.acts.mayPause { sheet.action(.pauseButton, to: "\(path)/pause", class: "second") }
      if model.acts.mayResume { sheet.action(.resumeButton, to: "\(path)/resume") }
    }
    if model.acts.mayEnd {
      details(.endTitle) { sheet in
        sheet.p(.endWhy)
        sheet.action(.endButton, to: "\(path)/end", class: "second")
      }
    }
  }
}
