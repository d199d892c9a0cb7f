import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// Asking, amending, withdrawing; and the steward's answer.
enum AskPages {
  @Sendable static func new(_ call: Call) async throws -> Answer {
    newPage(call, try await call.partnership(), nil)
  }

  private static func newPage(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) -> Answer {
    let form = call.isPost ? call.form : call.query
    let kind = Ask.Kind(rawValue: form["kind"]) ?? .ask
    return Page(kind.newTitle, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.p(kind.newHint)
      sheet.form("/partnerships/\(seen.id)/asks") { sheet in
        sheet.hidden("id", (ID<Ask>(form["id"]) ?? .random()).text)
        sheet.hidden("kind", kind.rawValue)
        sheet.field(.init("words", .askWords, .area, value: form.raw("words")))
        sheet.field(.init("day", .askDay, .day, value: form.raw("day"), isOptional: true))
        sheet.button(kind.newButton)
      }
    }.answer(to: call)
  }

  @Sendable static func ask(_ call: Call) async throws -> Answer {
    try await call.attempt {
      guard let id = ID<Ask>(call.form["id"]), let kind = Ask.Kind(rawValue: call.form["kind"])
      else { throw Stop.badForm }
      let day = try call.form.day("day")
      return try await call.carryOut(
        .ask(.ask(id, kind, words: call.form["words"], day: day)))
    } orShow: { problem in
      newPage(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func show(_ call: Call) async throws -> Answer {
    try page(call, try await call.partnership(), nil)
  }

  private static func page(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) throws -> Answer {
    guard let ask = seen.state.ask(try call.id("ask")) else { throw Stop.notFound }
    let line = AskLine(ask, in: seen, on: call.today)
    let mayChange =
      seen.voice.side == .community && ask.withdrawnOn == nil
      && (seen.state.stage == .open || seen.state.stage == .paused)
      && seen.state.mandate(of: seen.voice.person, on: call.today) != nil
      && (ask.by == seen.voice.person || seen.state.mandate(of: ask.by, on: call.today) == nil)
    let words = seen.state.commitments.filter { $0.basis == .ask(ask.id) }
      .map { WordCard($0, in: seen, on: call.today) }
    return Page(line.kind, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.saved(call, seen)
      sheet.words(ask.words)
      sheet.p(line.by, class: "note")
      sheet.p(line.state, class: "mark")
      if let reason = line.reason { sheet.words(reason) }
      if let path = line.wordPath {
        sheet.element("p") { $0.link(.giveWordButton, to: path, class: "button") }
      }
      sheet.wordings(ask)
      sheet.words(.wordsForIt, words)
      if line.mayTake || line.maySayNotAble { sheet.answerForm(line, call) }
      if mayChange { sheet.changeForms(ask, line.path, call) }
      sheet.element("p") { $0.link(.backToPartnership, to: "/partnerships/\(seen.id)") }
    }.answer(to: call)
  }

  @Sendable static func amend(_ call: Call) async throws -> Answer {
    let id: ID<Ask> = try call.id("ask")
    return try await attempt(call) {
      .ask(.amend(id, words: call.form["words"], day: try call.form.day("day")))
    }
  }

  @Sendable static func withdraw(_ call: Call) async throws -> Answer {
    let id: ID<Ask> = try call.id("ask")
    return try await attempt(call) { .ask(.withdraw(id)) }
  }

  @Sendable static func answer(_ call: Call) async throws -> Answer {
    let id: ID<Ask> = try call.id("ask")
    return try await attempt(call) {
      switch call.form["answer"] {
      case "take": .ask(.answer(id, .take))
      case "notAble": .ask(.answer(id, .notAble(because: call.form["because"])))
      default: throw UnreadableField.choice("answer")
      }
    }
  }

  private static func attempt(
    _ call: Call, _ command: () throws -> Partnership.Command
  ) async throws -> Answer {
    try await call.attempt {
      try await call.carryOut(try command())
    } orShow: { problem in
      try page(call, try await call.partnership(), problem)
    }
  }
}

extension Sheet {
  /// Earlier wordings stay visible.
  fileprivate mutating func wordings(_ ask: Ask) {
    guard ask.wordings.count > 1 else { return }
    details(.earlierWordings) { sheet in
      for wording in ask.wordings.dropLast() {
        sheet.p(.wordingOf(wording.on), class: "note")
        sheet.words(wording.words)
      }
    }
  }

  fileprivate mutating func answerForm(_ line: AskLine, _ call: Call) {
    h2(.answerTitle)
    if line.mayTake {
      action(.weTakeIt, to: "\(line.path)/answer", with: [("answer", "take")])
    }
    guard line.maySayNotAble else { return }
    form("\(line.path)/answer") { sheet in
      sheet.hidden("answer", "notAble")
      sheet.field(
        .init("because", .notAbleBecause, .area, value: call.form.raw("because")))
      sheet.button(.notAbleSend, class: "second")
    }
  }

  fileprivate mutating func changeForms(_ ask: Ask, _ path: String, _ call: Call) {
    let isRetry = call.path.hasSuffix("/amend")
    details(.amendTitle, isOpen: isRetry) { sheet in
      sheet.form("\(path)/amend") { sheet in
        sheet.field(
          .init("words", .askWords, .area, value: isRetry ? call.form.raw("words") : ask.words))
        sheet.field(
          .init(
            "day", .askDay, .day,
            value: isRetry ? call.form.raw("day") : ask.day?.description ?? "",
            isOptional: true))
        sheet.button(.amendSend)
      }
    }
    action(.withdrawAsk, to: "\(path)/withdraw", class: "second")
  }
}
