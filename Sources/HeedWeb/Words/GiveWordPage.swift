import HeedPractice
import HeedService
import HeedWording

/// Giving a word: what, by when, if-then, in one of three frames, to whom (R4, S4, S12).
enum GiveWordPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, try await call.partnership(), nil)
  }

  private static func basis(_ form: Form) -> Commitment.Basis {
    if let ask = ID<Ask>(form["ask"]) { return .ask(ask) }
    if let offer = ID<Offer>(form["offer"]) { return .offer(offer) }
    return .unasked
  }

  private static func page(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) async throws -> Answer {
    guard seen.voice.side == .circle else { throw Partnership.Refusal.onlyThe(.circle) }
    let form = call.isPost ? call.form : call.query
    let basis = basis(form)
    let mandates = seen.state.mandates(on: call.today)
    return Page(.giveWordTitle, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.basis(basis, in: seen)
      sheet.form("/partnerships/\(seen.id)/words") { sheet in
        sheet.hidden("id", (ID<Commitment>(form["id"]) ?? .random()).text)
        sheet.hidden("ask", form["ask"])
        sheet.hidden("offer", form["offer"])
        sheet.field(.init("what", .giveWhat, .area, value: form.raw("what")))
        sheet.field(.init("day", .giveDay, .day, value: form.raw("day")))
        sheet.field(.init("when", .giveWhen, hint: .giveWhenHint, value: form.raw("when")))
        sheet.field(.init("then", .giveThen, hint: .giveThenHint, value: form.raw("then")))
        sheet.frames(form)
        sheet.select(
          "promisee", .givePromisee,
          mandates.map { ($0.id.text, promiseeName($0, seen)) },
          chosen: form["promisee"].isEmpty
            ? asker(basis, seen, mandates)?.id.text ?? "" : form["promisee"])
        sheet.button(.giveWordButton)
        sheet.p(.giveWordNote, class: "note")
      }
    }.answer(to: call)
  }

  private static func promiseeName(_ mandate: Mandate, _ seen: SeenPartnership) -> String {
    "\(seen.handle(mandate.holder) ?? "–") – \(mandate.scope)"
  }

  /// Whoever asked is promised to, unless the member chooses another mandate.
  private static func asker(
    _ basis: Commitment.Basis, _ seen: SeenPartnership, _ mandates: [Mandate]
  ) -> Mandate? {
    guard case .ask(let id) = basis, let ask = seen.state.ask(id) else { return mandates.first }
    return mandates.first { $0.holder == ask.by } ?? mandates.first
  }

  @Sendable static func give(_ call: Call) async throws -> Answer {
    let form = call.form
    return try await call.attempt {
      guard let id = ID<Commitment>(form["id"]) else { throw Stop.badForm }
      let draft = Commitment.Draft(
        id: id, basis: basis(form), what: form["what"], due: try form.day("day"),
        plan: .init(when: form["when"], then: form["then"]), frame: frame(form),
        promisee: ID<Mandate>(form["promisee"]))
      return try await call.carryOut(.commitment(.give(draft)), then: "words/\(id)")
    } orShow: { problem in
      try await page(call, try await call.partnership(), problem)
    }
  }

  private static func frame(_ form: Form) -> Commitment.Frame? {
    switch form["frame"] {
    case "support": .showingSupport(for: form["supportFor"])
    case "ending": .endingASystem(form["ending"], by: form["frameBy"])
    case "privilege": .usingPrivilege(by: form["privilegeBy"])
    default: nil
    }
  }
}

extension Sheet {
  fileprivate mutating func basis(_ basis: Commitment.Basis, in seen: SeenPartnership) {
    switch basis {
    case .ask(let id):
      guard let ask = seen.state.ask(id) else { return }
      h2(.theyAsked)
      words(ask.words)
      if let day = ask.day { p(.askedForDay(day)) }
    case .offer(let id):
      guard let offer = seen.state.offer(id) else { return }
      h2(.theyTook)
      words(offer.words)
    case .unasked: p(.unaskedWarning)
    }
  }

  fileprivate mutating func frames(_ form: Form) {
    let frames = [
      Choice("support", .frameSupport), Choice("ending", .frameEnding),
      Choice("privilege", .framePrivilege),
    ]
    choices("frame", .frameLegend, frames, chosen: form.raw("frame")) { choice, sheet in
      switch choice.value {
      case "support":
        sheet.field(.init("supportFor", .frameSupportFor, value: form.raw("supportFor")))
      case "ending":
        sheet.field(.init("ending", .frameEndingWhat, value: form.raw("ending")))
        sheet.field(.init("frameBy", .frameBy, value: form.raw("frameBy")))
      default:
        sheet.field(.init("privilegeBy", .framePrivilegeBy, value: form.raw("privilegeBy")))
      }
    }
  }
}
