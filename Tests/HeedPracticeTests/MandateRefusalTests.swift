import HeedPractice
import Testing

@Suite("A mandate refuses")
struct MandateRefusalTests {
  static let table = giving + ending

  static let giving: [Refused] = [
    Refused(
      "to be given by the circle", after: .opened, by: Cast.ines, .give(Mandate.Grant.farids),
      with: .onlyThe(.community)),
    Refused(
      "to be given by the host", after: .opened, by: Cast.host, .give(Mandate.Grant.farids),
      with: .onlyThe(.community)),
    Refused(
      "to be given to oneself while others hold one", after: .opened, by: Cast.farid,
      .give(Mandate.Grant.farids), with: .onlyAMandate),
    Refused(
      "to be given once a mandate has run out while others stand", after: .opened, by: Cast.edda,
      .give(Mandate.Grant.farids), with: .onlyAMandate),
    Refused(
      "to be given before the opening", after: .proposed, by: Cast.amara,
      .give(Mandate.Grant.amaras), with: .notNow(.proposed)),
    Refused(
      "to be given after the end", after: Scene.opened.at(.ended), by: Cast.amara,
      .give(Mandate.Grant.farids), with: .notNow(.ended)),
    grant("an id that another one has", with: .idInUse) { $0.id = "dalias" },
    grant("somebody who has acted for the circle", with: .bothSides) { $0.holder = "ines" },
    grant("a scope of blanks", with: .missing(.scope)) { $0.scope = Text.blank },
    grant("a scope too long", with: .tooLong(.scope, bytes: 16_000)) {
      $0.scope = Text.page + "a"
    },
    grant("a giver too long", with: .tooLong(.giver, bytes: 16_000)) {
      $0.giver = Text.page + "a"
    },
    grant("a last day gone by", with: .dayGoneBy(.until)) { $0.until = .tuesday },
    grant("a last day too far ahead", with: .dayTooFar(.until)) { $0.until = .wednesday + 3_661 },
  ]

  private static func grant(
    _ description: String, with refusal: Partnership.Refusal,
    _ change: (inout Mandate.Grant) -> Void
  ) -> Refused {
    Refused(
      description, after: .opened, by: Cast.amara, .give(Mandate.Grant.farids.with(change)),
      with: refusal)
  }

  static let ending: [Refused] = [
    Refused(
      "to be ended by the circle", after: .opened, by: Cast.ines, .mandate(.end("dalias")),
      with: .onlyThe(.community)),
    Refused(
      "to be ended by somebody without one", after: .opened, by: Cast.farid,
      .mandate(.end("dalias")), with: .onlyAMandate),
    Refused(
      "to be ended by somebody without one, even when none stands", after: .unspokenFor,
      by: Cast.farid, .mandate(.end("eddas")), with: .onlyAMandate),
    Refused(
      "to be ended before the opening", after: Scene.opened.at(.proposed), by: Cast.amara,
      .mandate(.end("dalias")), with: .notNow(.proposed)),
    Refused(
      "to be ended when nobody knows it", after: .opened, by: Cast.amara,
      .mandate(.end("farids")), with: .unknown(.mandate)),
  ]

  @Test(arguments: table)
  func refuses(_ refused: Refused) { refused.check() }
}
