import HeedPractice
import HeedService
import HeedWording

/// Offers: listed once by a steward, taken or declined or left alone by the community.
enum OfferPages {
  @Sendable static func new(_ call: Call) async throws -> Answer {
    page(call, try await call.partnership(), nil)
  }

  private static func page(
    _ call: Call, _ seen: SeenPartnership, _ problem: Problem?
  ) -> Answer {
    let until = (call.today + 90).description
    return Page(.makeOffer, seenBy: .seenByBoth(seen), problem: problem) { sheet in
      sheet.p(.offerHow)
      sheet.form("/partnerships/\(seen.id)/offers") { sheet in
        sheet.hidden("id", (ID<Offer>(call.form["id"]) ?? .random()).text)
        sheet.field(.init("words", .offerWords, .area, value: call.form.raw("words")))
        sheet.field(
          .init(
            "until", .offerUntilLabel, hint: .offerUntilHint, .day,
            value: call.isPost ? call.form.raw("until") : until))
        sheet.button(.listOffer)
      }
    }.answer(to: call)
  }

  @Sendable static func list(_ call: Call) async throws -> Answer {
    try await call.attempt {
      guard let id = ID<Offer>(call.form["id"]) else { throw Stop.badForm }
      guard let until = try call.form.day("until") else {
        throw Partnership.Refusal.missing(.until)
      }
      return try await call.carryOut(
        .offer(.list(id, words: call.form["words"], until: until)))
    } orShow: { problem in
      page(call, try await call.partnership(), problem)
    }
  }

  @Sendable static func take(_ call: Call) async throws -> Answer {
    try await PartnershipPage.carryOut(.offer(.take(try call.id("offer"))), call)
  }

  @Sendable static func decline(_ call: Call) async throws -> Answer {
    try await PartnershipPage.carryOut(.offer(.decline(try call.id("offer"))), call)
  }

  @Sendable static func takeBack(_ call: Call) async throws -> Answer {
    try await PartnershipPage.carryOut(.offer(.takeBack(try call.id("offer"))), call)
  }
}
