import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// One word, whole: what was promised, what was said since, and what the reader may do.
enum WordPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, try await call.partnership(), nil)
  }

  static func page(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) async throws -> Answer {
    guard let word = seen.state.commitment(try call.id("word")) else { throw Stop.notFound }
    let card = WordCard(word, in: seen, on: call.today)
    let details = WordDetails(word, in: seen, on: call.today)
    return Page(.aWord, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.saved(call, seen)
      sheet.words(card.what)
      sheet.p(card.standing, class: "mark")
      sheet.list { sheet in
        for line in [card.owner, details.promisee, details.basis, details.frame, details.plan] {
          sheet.item { $0.text(line) }
        }
      }
      if !details.history.isEmpty {
        sheet.h2(.sinceThen)
        for said in details.history { sheet.said(said) }
      }
      if card.isUnanswered { sheet.p(.unanswered, class: "note") }
      sheet.ownerForms(card, call)
      sheet.handOverForms(card)
      sheet.promiseeForms(card, call)
      sheet.recognitionForms(card, call)
      sheet.element("p") { $0.link(.backToPartnership, to: "/partnerships/\(seen.id)") }
    }.answer(to: call)
  }

  /// Carries a command out, and comes back with its receipt; or shows the page again.
  static func carryOut(_ command: Partnership.Command, _ call: Call) async throws -> Answer {
    try await call.attempt {
      try await call.carryOut(command)
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func tell(_ call: Call) async throws -> Answer {
    let id: ID<Commitment> = try call.id("word")
    return try await call.attempt {
      let day = try call.form.day("proposedDay")
      return try await call.carryOut(
        .commitment(.tell(id, words: call.form["words"], proposing: day)))
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func report(_ call: Call) async throws -> Answer {
    let id: ID<Commitment> = try call.id("word")
    return try await call.attempt {
      guard let outcome = Commitment.Report.Outcome(rawValue: call.form["outcome"])
      else { throw UnreadableField.choice("outcome") }
      return try await call.carryOut(
        .commitment(.report(id, outcome, account: call.form["account"])))
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func redate(_ call: Call) async throws -> Answer {
    let id: ID<Commitment> = try call.id("word")
    return try await call.attempt {
      guard let day = try call.form.day("day") else { throw Partnership.Refusal.missing(.day) }
      return try await call.carryOut(.commitment(.redate(id, to: day)))
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func letGo(_ call: Call) async throws -> Answer {
    try await carryOut(.commitment(.letGo(try call.id("word"))), call)
  }

  @Sendable static func accept(_ call: Call) async throws -> Answer {
    try await carryOut(.commitment(.acceptHandOver(try call.id("word"))), call)
  }

  @Sendable static func declineHandOver(_ call: Call) async throws -> Answer {
    try await carryOut(.commitment(.declineHandOver(try call.id("word"))), call)
  }

  @Sendable static func recognise(_ call: Call) async throws -> Answer {
    let word: ID<Commitment> = try call.id("word")
    return try await call.attempt {
      guard let verdict = Recognition.Verdict(rawValue: call.form["verdict"]),
        let id = ID<Recognition>(call.form["id"])
      else { throw UnreadableField.choice("verdict") }
      return try await call.carryOut(
        .recognition(.recognise(word, id, verdict, words: call.form["said"])))
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func takeBack(_ call: Call) async throws -> Answer {
    guard let id = ID<Recognition>(call.form["recognition"]) else { throw Stop.notFound }
    let command = Recognition.Command.takeBack(
      try call.id("word"), id, reason: call.form["reason"])
    return try await carryOut(.recognition(command), call)
  }
}

extension Sheet {
  fileprivate mutating func ownerForms(_ card: WordCard, _ call: Call) {
    if card.mayTell {
      h2(.tellTitle, id: "tell")
      p(.tellWhy)
      form("\(card.path)/tell") { sheet in
        sheet.field(.init("words", .tellWords, .area, value: call.form.raw("words")))
        sheet.field(.init("proposedDay", .tellDay, .day, value: call.form.raw("proposedDay")))
        sheet.button(.tellSend)
      }
    }
    if card.mayReport {
      h2(.reportTitle, id: "report")
      p(.reportWhy)
      form("\(card.path)/report") { sheet in
        sheet.choices(
          "outcome", .reportOutcome,
          Commitment.Report.Outcome.allCases.map { .init($0.rawValue, $0.label) },
          chosen: call.form.raw("outcome"))
        sheet.field(
          .init(
            "account", .reportAccount, hint: .reportHint, .area,
            value: call.form.raw("account")))
        sheet.button(.reportSend)
      }
    }
  }

  fileprivate mutating func handOverForms(_ card: WordCard) {
    if card.mayAccept {
      h2(.handedToYou)
      action(.acceptHandOver, to: "\(card.path)/accept")
      if card.mayDeclineHandOver {
        action(.declineHandOver, to: "\(card.path)/decline-hand-over", class: "second")
      }
    }
    if card.mayHandOver {
      element("p") { $0.link(.handOverLink, to: "\(card.path)/hand-over") }
    }
  }

  fileprivate mutating func promiseeForms(_ card: WordCard, _ call: Call) {
    guard card.mayRedate || card.mayLetGo else { return }
    h2(.promiseeTitle)
    p(.promiseeWhy)
    if card.mayRedate {
      form("\(card.path)/redate") { sheet in
        let day = card.proposed?.description ?? ""
        sheet.field(
          .init(
            "day", .anotherDay, .day,
            value: call.form.raw("day").isEmpty ? day : call.form.raw("day")))
        sheet.button(.agreeToDay)
      }
    }
    if card.mayLetGo { action(.letItGo, to: "\(card.path)/let-go", class: "second") }
  }

  fileprivate mutating func recognitionForms(_ card: WordCard, _ call: Call) {
    if card.mayRecognise {
      h2(.recogniseTitle, id: "recognise")
      p(.neverHaveTo)
      form("\(card.path)/recognise") { sheet in
        let id = ID<Recognition>(call.form["id"]) ?? .random()
        sheet.hidden("id", id.text)
        sheet.choices(
          "verdict", .recogniseVerdict,
          Recognition.Verdict.allCases.map { .init($0.rawValue, $0.button) },
          chosen: call.form.raw("verdict"))
        sheet.field(
          .init("said", .recogniseWords, .area, value: call.form.raw("said"), isOptional: true))
        sheet.button(.recogniseSend)
      }
    }
    if let own = card.ownRecognition {
      h2(.takeBackTitle)
      form("\(card.path)/take-back") { sheet in
        sheet.hidden("recognition", own.text)
        sheet.field(
          .init(
            "reason", .takeBackReason, hint: .takeBackHint, .area,
            value: call.form.raw("reason")))
        sheet.button(.takeBackSend, class: "second")
      }
    }
  }
}
