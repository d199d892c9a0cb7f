import HeedPractice
import HeedService
import HeedWording

/// Handing a word over to somebody who accepts it, or telling the promisee that its owner leaves.
enum HandOverPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, try await call.partnership(), nil)
  }

  private static func page(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) async throws -> Answer {
    guard let word = seen.state.commitment(try call.id("word")), let circle = seen.state.circle
    else { throw Stop.notFound }
    let card = WordCard(word, in: seen, on: call.today)
    guard card.mayTell else { throw Partnership.Refusal.onlyTheOwner }
    let people = try await call.heed.circle(circle).people.filter { $0 != seen.voice.person }
    let handles = try await call.heed.handles(of: people)
    return Page(.handOverTitle, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.words(card.what)
      sheet.h2(.handOverTo)
      sheet.p(.handOverWhy)
      if people.isEmpty {
        sheet.p(.nobodyElse)
      } else if card.mayHandOver {
        sheet.form("\(card.path)/hand-over") { sheet in
          sheet.select(
            "person", .handOverWho,
            people.map { ($0.text, handles[$0.text] ?? "–") }, chosen: call.form["person"])
          sheet.button(.handOverSend)
        }
      }
      sheet.h2(.tellLeavingTitle)
      sheet.p(.tellLeavingWhy)
      sheet.form("\(card.path)/leaving") { sheet in
        sheet.field(.init("words", .tellWords, .area, value: call.form.raw("words")))
        sheet.button(.tellLeavingSend, class: "second")
      }
    }.answer(to: call)
  }

  @Sendable static func handOver(_ call: Call) async throws -> Answer {
    let word: ID<Commitment> = try call.id("word")
    let seen = try await call.partnership()
    return try await call.attempt {
      guard let person = ID<Person>(call.form["person"]), let circle = seen.state.circle,
        try await call.heed.circle(circle).member(person) != nil
      else { throw Circle.Refusal.notAMember }
      return try await call.carryOut(.commitment(.handOver(word, to: person)))
    } orShow: { problem in
      try await page(call, seen, problem)
    }
  }

  @Sendable static func tellLeaving(_ call: Call) async throws -> Answer {
    let word: ID<Commitment> = try call.id("word")
    return try await call.attempt {
      try await call.carryOut(.commitment(.tellLeaving(word, words: call.form["words"])))
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }
}
