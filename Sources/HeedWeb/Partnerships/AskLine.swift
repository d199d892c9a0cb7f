import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// An ask, a direction or a boundary in a list, with what the reader may do at once.
struct AskLine: Equatable {
  var path: String
  var words: String
  var kind: Sentence
  var by: Sentence
  var state: Sentence
  var reason: String?
  var mayTake: Bool
  /// Also after it was taken, while nobody has given their word for it.
  var maySayNotAble: Bool
  /// Where a word can be given for it; nil when it cannot.
  var wordPath: String?

  init(_ ask: Ask, in seen: SeenPartnership, on today: Day) {
    let root = "/partnerships/\(seen.id)"
    path = "\(root)/asks/\(ask.id)"
    words = ask.words
    kind = ask.kind.sentence
    let asker = seen.handle(ask.by) ?? "–"
    by = ask.day.map { .askedBy(asker, for: $0) } ?? .askedBy(asker)
    state = ask.sentence(today: today, answerDays: seen.state.agreed.answerDays)
    if case .notAble(let because) = ask.answer?.answer { reason = because } else { reason = nil }
    let isOpen = seen.state.stage == .open
    let mayAnswer = seen.voice.isSteward && isOpen && ask.withdrawnOn == nil
    let hasWord = seen.state.commitments.contains { $0.basis == .ask(ask.id) && $0.isOpen }
    mayTake = mayAnswer && ask.answer?.answer != .take
    maySayNotAble = mayAnswer && reason == nil && !hasWord
    let mayGive =
      seen.voice.side == .circle && isOpen && ask.isTaken && ask.kind != .boundary
      && ask.withdrawnOn == nil
    wordPath = mayGive ? "\(root)/words/new?ask=\(ask.id)" : nil
  }
}

/// An offer in a list.
struct OfferLine: Equatable {
  var path: String
  var words: String
  var until: Sentence
  var mayTake: Bool
  var mayDecline: Bool
  var mayTakeBack: Bool
  var wordPath: String?

  init(_ offer: Offer, in seen: SeenPartnership, on today: Day) {
    let root = "/partnerships/\(seen.id)"
    let isOpen = seen.state.stage == .open
    path = "\(root)/offers/\(offer.id)"
    words = offer.words
    until = .offerUntil(offer.until)
    let holdsMandate =
      seen.voice.side == .community
      && seen.state.mandate(of: seen.voice.person, on: today) != nil
    mayTake = isOpen && offer.isOpen(on: today) && holdsMandate
    mayDecline = (isOpen || seen.state.stage == .paused) && offer.fate == nil && holdsMandate
    mayTakeBack = isOpen && offer.fate == nil && seen.voice.isSteward
    wordPath = nil
    if case .taken = offer.fate, seen.voice.side == .circle, isOpen {
      wordPath = "\(root)/words/new?offer=\(offer.id)"
    }
  }
}

extension Sheet {
  mutating func line(_ ask: AskLine) {
    element("li", Self.class("card")) { sheet in
      sheet.p(ask.kind, class: "note")
      sheet.element("h3", [.init("dir", "auto")]) { sheet in
        sheet.element("a", [.init("href", ask.path)]) { $0.html.text(ask.words) }
      }
      sheet.p(ask.by, class: "note")
      sheet.p(ask.state, class: "mark")
      if let reason = ask.reason { sheet.words(reason) }
      sheet.element("div", Self.class("actions")) { sheet in
        if ask.mayTake {
          sheet.action(.weTakeIt, to: "\(ask.path)/answer", with: [("answer", "take")])
          if ask.maySayNotAble {
            sheet.link(.notAbleLink, to: "\(ask.path)#f-because", class: "button second")
          }
        }
        if let path = ask.wordPath { sheet.link(.giveWordButton, to: path, class: "button") }
      }
    }
  }

  mutating func line(_ offer: OfferLine) {
    element("li", Self.class("card")) { sheet in
      sheet.words(offer.words)
      sheet.p(offer.until, class: "note")
      sheet.element("div", Self.class("actions")) { sheet in
        if offer.mayTake { sheet.action(.takeOffer, to: "\(offer.path)/take") }
        if offer.mayDecline {
          sheet.action(.declineOffer, to: "\(offer.path)/decline", class: "second")
        }
        if offer.mayTakeBack {
          sheet.action(.takeBackOffer, to: "\(offer.path)/take-back", class: "second")
        }
        if let path = offer.wordPath { sheet.link(.giveWordButton, to: path, class: "button") }
      }
      if offer.mayDecline { sheet.p(.offerNothingFollows, class: "note") }
    }
  }
}
