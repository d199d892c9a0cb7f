import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// Who speaks for the community, and on which terms; the circle reads, the community writes.
enum TermsPages {
  @Sendable static func mandates(_ call: Call) async throws -> Answer {
    try await mandatesPage(call, try await call.partnership(), nil)
  }

  private static func mandatesPage(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) async throws -> Answer {
    let isCommunity = seen.voice.side == .community
    let standing = seen.state.mandates(on: call.today)
    let acts = PartnershipActs(seen, on: call.today)
    let people = isCommunity ? try await call.heed.people(of: seen.state.community) : []
    return Page(.whoSpeaks, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.saved(call, seen)
      if standing.isEmpty { sheet.p(.nobodySpeaks) }
      if standing.count == 1, isCommunity { sheet.p(.twoAreBetter) }
      sheet.list("cards") { sheet in
        for mandate in seen.state.mandates {
          sheet.mandate(
            mandate, seen, mayEnd: acts.mayEndMandates && mandate.endedOn == nil, call.today)
        }
      }
      guard acts.mayGiveMandate else { return }
      sheet.h2(.giveMandateTitle)
      sheet.p(.giveMandateWhy)
      sheet.form("/partnerships/\(seen.id)/mandates") { sheet in
        sheet.hidden("id", (ID<Mandate>(call.form["id"]) ?? .random()).text)
        sheet.select(
          "holder", .mandateHolder, people.map { ($0.id.text, $0.handle) },
          chosen: call.form["holder"])
        sheet.mandateFields(call.form)
        sheet.button(.giveMandateButton)
      }
    }.answer(to: call)
  }

  @Sendable static func give(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    return try await call.attempt {
      guard let id = ID<Mandate>(call.form["id"]), let holder = ID<Person>(call.form["holder"])
      else { throw Stop.badForm }
      if seen.voice.side == .community {
        let people = try await call.heed.people(of: seen.state.community)
        guard people.contains(where: { $0.id == holder })
        else { throw Community.Refusal.notOneOfUs }
      }
      let grant = Mandate.Grant(
        id: id, holder: holder, scope: call.form["scope"], giver: call.form["giver"],
        until: try call.form.day("until"))
      return try await call.carryOut(.mandate(.give(grant)), then: "mandates")
    } orShow: { problem in
      try await mandatesPage(call, seen, problem)
    }
  }

  @Sendable static func end(_ call: Call) async throws -> Answer {
    let id: ID<Mandate> = try call.id("mandate")
    return try await call.attempt {
      try await call.carryOut(.mandate(.end(id)), then: "mandates")
    } orShow: { problem in
      try await mandatesPage(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func agreements(_ call: Call) async throws -> Answer {
    agreementsPage(call, try await call.partnership(), nil)
  }

  private static func agreementsPage(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) -> Answer {
    let agreed = seen.state.agreed
    let mayChange = PartnershipActs(seen, on: call.today).mayAgree
    return Page(.theirTerms, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.saved(call, seen)
      sheet.facts([
        (.termPool, Sentence.inDays(agreed.poolDays)(in: sheet.language)),
        (.termAnswer, Sentence.inDays(agreed.answerDays)(in: sheet.language)),
        (.termPace, agreed.pace.isEmpty ? "–" : agreed.pace),
        (
          .termQuestions,
          (agreed.questionsWelcome ? Sentence.questionsYes : .questionsNo)(in: sheet.language)
        ),
        (.termCredit, agreed.credit.isEmpty ? "–" : agreed.credit),
        (.termOfferRest, Sentence.inDays(agreed.offerRestDays)(in: sheet.language)),
      ])
      guard mayChange else { return }
      sheet.h2(.changeTerms)
      sheet.form("/partnerships/\(seen.id)/agreements") { sheet in
        sheet.agreementFields(call.isPost ? call.form : Form(agreed))
        sheet.button(.change)
      }
    }.answer(to: call)
  }

  @Sendable static func agree(_ call: Call) async throws -> Answer {
    try await call.attempt {
      try await call.carryOut(
        .relationship(.agree(try Agreements(call.form))), then: "agreements")
    } orShow: { problem in
      agreementsPage(call, try await call.partnership(), problem)
    }
  }
}

extension Sheet {
  fileprivate mutating func mandate(
    _ mandate: Mandate, _ seen: SeenPartnership, mayEnd: Bool, _ today: Day
  ) {
    element("li", Self.class("card")) { sheet in
      sheet.element("h2", [.init("dir", "auto")]) {
        $0.html.text(seen.handle(mandate.holder) ?? "–")
      }
      sheet.words(mandate.scope)
      if !mandate.giver.isEmpty { sheet.p(.mandateGiver(mandate.giver), class: "note") }
      sheet.p(mandate.sentence(on: today), class: "note")
      if mayEnd {
        sheet.action(
          .endMandate, to: "/partnerships/\(seen.id)/mandates/\(mandate.id)/end",
          class: "second")
      }
    }
  }
}
