/// What was asked and what came of it, in the order in which a tired organiser wants to know:
/// what slipped, first (S12).
public struct WhatCameOfIt: Equatable, Sendable {
  /// Missed, or told that it will slip and not answered by a new day.
  public var slipped: [Commitment] = []
  /// Reported, and the community has said nothing that stands.
  public var reported: [Commitment] = []
  public var notYetDue: [Commitment] = []
  /// Asks without an answer to their present wording.
  public var notAnswered: [Ask] = []
  /// Taken by the circle, and nobody has given their word for it.
  public var takenWithoutWord: [Ask] = []
  public var saidNo: [Ask] = []
  /// Directions and boundaries that the circle has taken.
  public var guidance: [Ask] = []
  public var offers: [Offer] = []
  /// Taken by the community, and nobody has given their word for it.
  public var takenOffers: [Offer] = []
  /// Reported and answered by at least one mandate.
  public var answered: [Commitment] = []
  public var letGo: [Commitment] = []
}

extension Partnership.State {
  public func whatCameOfIt(on today: Day) -> WhatCameOfIt {
    var result = WhatCameOfIt()
    for word in commitments {
      switch word.standing(on: today) {
      case .missed, .slipping: result.slipped.append(word)
      case .given: result.notYetDue.append(word)
      case .letGo: result.letGo.append(word)
      case .reported where word.isUnanswered: result.reported.append(word)
      case .reported: result.answered.append(word)
      }
    }
    for ask in asks where ask.withdrawnOn == nil {
      switch ask.answer?.answer {
      case nil: result.notAnswered.append(ask)
      case .notAble: result.saidNo.append(ask)
      case .take where ask.kind != .ask: result.guidance.append(ask)
      case .take:
        let hasWord = commitments.contains { $0.basis == .ask(ask.id) && $0.letGoOn == nil }
        if !hasWord { result.takenWithoutWord.append(ask) }
      }
    }
    result.offers = offers.filter { $0.isOpen(on: today) }
    result.takenOffers = offers.filter { offer in
      guard case .taken = offer.fate else { return false }
      return !commitments.contains { $0.basis == .offer(offer.id) && $0.letGoOn == nil }
    }
    result.slipped.sort { ($0.due ?? today, $0.id.text) < ($1.due ?? today, $1.id.text) }
    result.notYetDue.sort { ($0.due ?? today, $0.id.text) < ($1.due ?? today, $1.id.text) }
    return result
  }
}
