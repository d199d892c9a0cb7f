import HeedPractice
import HeedService
import HeedWording

/// What a circle owes to whom, by day; and what one member owes.
///
/// Nobody is ranked (R5).
enum OwePages {
  @Sendable static func owe(_ call: Call) async throws -> Answer {
    let me = try call.signedIn().person
    guard try await call.heed.circle(of: me) != nil else { throw Stop.notFound }
    let owed = Owed(try await call.heed.partnerships(of: me), on: call.today) { _ in true }
    return Page(.oweTitle, seenBy: .circleSeenBy) { sheet in
      if owed.isEmpty { sheet.p(.nothingOwed) }
      sheet.owed(owed)
    }.answer(to: call)
  }

  @Sendable static func mine(_ call: Call) async throws -> Answer {
    let me = try call.signedIn().person
    guard try await call.heed.circle(of: me) != nil else { throw Stop.notFound }
    let owed = Owed(try await call.heed.partnerships(of: me), on: call.today) {
      $0.owner == me || $0.handOver?.to == me
    }
    return Page(.mineTitle, seenBy: .mineSeenBy) { sheet in
      if owed.isEmpty { sheet.p(.nothingDue) }
      sheet.owed(owed)
    }.answer(to: call)
  }
}

/// Words by day over several partnerships, and asks to answer.
struct Owed: Equatable {
  struct Item<Line: Equatable>: Equatable {
    var day: Day
    var partnership: Sentence
    var line: Line
  }

  var dueNotTold: [Item<WordCard>] = []
  var words: [Item<WordCard>] = []
  var asks: [Item<AskLine>] = []

  var isEmpty: Bool { dueNotTold.isEmpty && words.isEmpty && asks.isEmpty }

  init(
    _ partnerships: [SeenPartnership], on today: Day, include: (Commitment) -> Bool
  ) {
    for seen in partnerships where seen.voice.side == .circle {
      let title = Sentence.partnershipTitle(seen)
      for word in seen.state.commitments where word.isOpen && include(word) {
        let item = Item(
          day: word.due ?? today, partnership: title, line: WordCard(word, in: seen, on: today))
        if word.isDueNotTold(on: today) {
          dueNotTold.append(item)
        } else {
          words.append(item)
        }
      }
      guard seen.voice.isSteward, seen.state.stage == .open else { continue }
      for ask in seen.state.asks where ask.withdrawnOn == nil && ask.answer == nil {
        asks.append(
          Item(
            day: ask.askedOn ?? today, partnership: title,
            line: AskLine(ask, in: seen, on: today)))
      }
    }
    dueNotTold.sort { $0.day < $1.day }
    words.sort { $0.day < $1.day }
    asks.sort { $0.day < $1.day }
  }
}

extension Commitment {
  /// Due today or missed, and the owner has said nothing to the promisee since that day was set.
  fileprivate func isDueNotTold(on today: Day) -> Bool {
    switch standing(on: today) {
    case .given(let due): due <= today
    case .missed(.notTold, _): dueDays.last?.tellings.isEmpty ?? true
    case .missed(.told, _), .slipping, .reported, .letGo: false
    }
  }
}

extension Sheet {
  fileprivate mutating func owed(_ owed: Owed) {
    owedWords(.dueNotTold, owed.dueNotTold)
    if !owed.asks.isEmpty {
      h2(.toAnswerTitle)
      list("cards") { sheet in for item in owed.asks { sheet.line(item.line) } }
    }
    owedWords(.byDay, owed.words)
  }

  private mutating func owedWords(_ title: Sentence, _ items: [Owed.Item<WordCard>]) {
    guard !items.isEmpty else { return }
    h2(title)
    list("cards") { sheet in for item in items { sheet.card(item.line) } }
  }
}
