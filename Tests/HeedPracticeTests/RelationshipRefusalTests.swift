import HeedPractice
import Testing

@Suite("A partnership refuses")
struct RelationshipRefusalTests {
  static let table = proposing + opening + agreeing + pausing

  static let proposing: [Refused] = [
    Refused(
      "a letter from a member who is no steward", after: Scene(), by: Cast.bo, .propose,
      with: .onlyASteward),
    Refused(
      "a letter that the community would write to itself", after: Scene(), by: Cast.amara,
      .propose, with: .onlyThe(.circle)),
    Refused(
      "a letter from the host", after: Scene(), by: Cast.host, .propose, with: .onlyThe(.circle)),
    Refused(
      "a second letter", after: .proposed, by: Cast.ines, .propose, with: .notNow(.proposed)),
    letter("that does not say who writes", with: .missing(.who)) { $0.who = Text.blank },
    letter("that does not say why", with: .missing(.why)) { $0.why = "" },
    letter("that does not say what the circle can give", with: .missing(.canGive)) {
      $0.canGive = Text.blank
    },
    letter("too long on who writes", with: .tooLong(.who, bytes: 16_000)) {
      $0.who = Text.page + "a"
    },
    letter("too long on why", with: .tooLong(.why, bytes: 16_000)) { $0.why = Text.page + "a" },
    letter("too long on gifts", with: .tooLong(.canGive, bytes: 16_000)) {
      $0.canGive = Text.page + "a"
    },
    Refused(
      "a member taking the letter back", after: .proposed, by: Cast.bo, .takeBackProposal,
      with: .onlyASteward),
    Refused(
      "taking back a letter that was answered", after: .opened, by: Cast.ines, .takeBackProposal,
      with: .notNow(.open)),
    Refused(
      "the circle declining its own letter", after: .proposed, by: Cast.ines, .decline,
      with: .onlyThe(.community)),
    Refused(
      "declining what is open", after: .opened, by: Cast.amara, .decline, with: .notNow(.open)),
  ]

  private static func letter(
    _ description: String, with refusal: Partnership.Refusal, _ change: (inout Letter) -> Void
  ) -> Refused {
    var letter = Letter.lanterns
    change(&letter)
    return Refused(
      "a letter \(description)", after: Scene(), by: Cast.ines,
      .relationship(.propose(letter, circle: "lanterns")), with: refusal)
  }

  static let opening: [Refused] = [
    Refused(
      "the circle opening it", after: .proposed, by: Cast.bo, .open(), with: .onlyThe(.community)),
    Refused(
      "its steward opening it for the community", after: .proposed,
      by: Voice("ines", of: .community), .open(.amaras.with { $0.holder = "ines" }),
      with: .bothSides),
    Refused(
      "being opened before anybody asked", after: Scene(), by: Cast.amara, .open(),
      with: .notNow(.unproposed)),
    Refused(
      "being opened twice", after: .opened, by: Cast.amara, .open(), with: .notNow(.open)),
    Refused(
      "being opened with the mandate of somebody else", after: .proposed, by: Cast.farid, .open(),
      with: .onlyAMandate),
    Refused(
      "being opened with the mandate of its steward", after: .proposed, by: Cast.amara,
      .open(.amaras.with { $0.holder = "ines" }), with: .bothSides),
    Refused(
      "being opened with a mandate on nothing", after: .proposed, by: Cast.amara,
      .open(.amaras.with { $0.scope = "" }), with: .missing(.scope)),
    Refused(
      "being opened with agreements out of range", after: .proposed, by: Cast.amara,
      .open(.amaras, Agreements(poolDays: 0)), with: .outOfRange(.poolDays, 1...90)),
  ]

  static let agreeing: [Refused] = [
    Refused(
      "agreements from the circle", after: .opened, by: Cast.ines, .agree(Agreements()),
      with: .onlyThe(.community)),
    Refused(
      "agreements from somebody without a mandate", after: .opened, by: Cast.farid,
      .agree(Agreements()), with: .onlyAMandate),
    Refused(
      "agreements once it has ended", after: Scene.opened.at(.ended), by: Cast.amara,
      .agree(Agreements()), with: .notNow(.ended)),
    agreements("pooling every 0 days", .outOfRange(.poolDays, 1...90)) { $0.poolDays = 0 },
    agreements("pooling every 91 days", .outOfRange(.poolDays, 1...90)) { $0.poolDays = 91 },
    agreements("answering within 0 days", .outOfRange(.answerDays, 1...90)) { $0.answerDays = 0 },
    agreements("answering within 91 days", .outOfRange(.answerDays, 1...90)) {
      $0.answerDays = 91
    },
    agreements("offers resting 0 days", .outOfRange(.offerRestDays, 1...3_660)) {
      $0.offerRestDays = 0
    },
    agreements("offers resting 3661 days", .outOfRange(.offerRestDays, 1...3_660)) {
      $0.offerRestDays = 3_661
    },
    agreements("too long on pace", .tooLong(.pace, bytes: 16_000)) { $0.pace = Text.page + "a" },
    agreements("too long on credit", .tooLong(.credit, bytes: 16_000)) {
      $0.credit = Text.page + "a"
    },
  ]

  private static func agreements(
    _ description: String, _ refusal: Partnership.Refusal,
    _ change: (inout Agreements) -> Void
  ) -> Refused {
    Refused(
      "agreements \(description)", after: .opened, by: Cast.amara,
      .agree(Agreements().with(change)), with: refusal)
  }

  static let pausing: [Refused] = [
    Refused(
      "a pause by the circle", after: .opened, by: Cast.ines, .pause, with: .onlyThe(.community)),
    Refused(
      "a pause without a mandate while others hold one", after: .opened, by: Cast.farid, .pause,
      with: .onlyAMandate),
    Refused(
      "a pause before it is open", after: .proposed, by: Cast.amara, .pause,
      with: .notNow(.proposed)),
    Refused(
      "being resumed by the circle", after: Scene.opened.at(.paused), by: Cast.ines, .resume,
      with: .onlyThe(.community)),
    Refused(
      "being resumed without a mandate", after: Scene.opened.at(.paused), by: Cast.farid, .resume,
      with: .onlyAMandate),
    Refused(
      "being resumed after its end", after: Scene.opened.at(.ended), by: Cast.amara, .resume,
      with: .notNow(.ended)),
    Refused(
      "an end by the circle", after: .opened, by: Cast.ines, .end, with: .onlyThe(.community)),
    Refused("an end by the host", after: .opened, by: Cast.host, .end, with: .onlyThe(.community)),
    Refused(
      "an end without a mandate while others hold one", after: .opened, by: Cast.edda, .end,
      with: .onlyAMandate),
    Refused(
      "an end before it is open", after: .proposed, by: Cast.farid, .end,
      with: .notNow(.proposed)),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }
}
