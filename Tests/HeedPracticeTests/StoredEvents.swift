import HeedPractice
import Testing

/// An event and the entry it is stored as; the names in it never change.
struct Stored<Event: Recordable>: CustomTestStringConvertible, Sendable {
  var testDescription: String { entry.kind }
  var event: Event
  var entry: Entry

  init(_ event: Event, _ entry: Entry) {
    self.event = event
    self.entry = entry
  }
}

enum StoredEvents {
  static let partnership =
    relationship + mandates + asks + offers + words + reports + handOvers + recognitions

  static let relationship: [Stored<Partnership.Event>] = [
    Stored(
      .relationship(.proposed(.lanterns, circle: "lanterns")),
      Entry(
        "partnership-proposed", facts: [.init("circle", "lanterns")],
        passages: [
          .init("who", "A group of neighbours"), .init("why", "Your hall asked for hands"),
          .init("can-give", "Hands and a van"),
        ])),
    Stored(.relationship(.proposalTakenBack), Entry("proposal-taken-back")),
    Stored(.relationship(.declined), Entry("partnership-declined")),
    Stored(
      .relationship(
        .opened(
          community: "river", mandate: .amaras.with { $0.until = .friday },
          agreements: Agreements(poolDays: 14, questionsWelcome: true))),
      Entry(
        "partnership-opened", thread: "amaras",
        facts: [
          .init("community", "river"), .init("holder", "amara"), .init("until", "2026-03-06"),
          .init("pool-days", "14"), .init("answer-days", "7"), .init("questions", "welcome"),
          .init("offer-rest-days", "90"),
        ],
        passages: [
          .init("scope", "Everything in the hall"), .init("giver", "The assembly"),
          .init("pace", ""), .init("credit", ""),
        ])),
    Stored(
      .relationship(.agreed(Agreements(answerDays: 90, pace: "Slowly", credit: "The hall"))),
      Entry(
        "agreements-changed",
        facts: [
          .init("pool-days", "7"), .init("answer-days", "90"), .init("questions", "not-welcome"),
          .init("offer-rest-days", "90"),
        ],
        passages: [.init("pace", "Slowly"), .init("credit", "The hall")])),
    Stored(.relationship(.paused), Entry("partnership-paused")),
    Stored(.relationship(.resumed), Entry("partnership-resumed")),
    Stored(.relationship(.ended), Entry("partnership-ended")),
  ]

  static let mandates: [Stored<Partnership.Event>] = [
    Stored(
      .mandate(.given(.dalias)),
      Entry(
        "mandate-given", thread: "dalias", facts: [.init("holder", "dalia")],
        passages: [.init("scope", "The garden"), .init("giver", "The elders")])),
    Stored(
      .mandate(.given(.eddas)),
      Entry(
        "mandate-given", thread: "eddas",
        facts: [.init("holder", "edda"), .init("until", "2026-03-02")],
        passages: [.init("scope", "The move"), .init("giver", "")])),
    Stored(.mandate(.ended("dalias")), Entry("mandate-ended", thread: "dalias")),
  ]

  static let asks: [Stored<Partnership.Event>] =
    Ask.Kind.allCases.map { kind in
      Stored(
        .ask(.asked("chairs", kind, words: Text.chairs, day: .friday)),
        Entry(
          "asked", thread: "chairs",
          facts: [.init("form", "\(kind)"), .init("day-asked", "2026-03-06")],
          passages: [.init("words", "Carry our chairs")]))
    } + [
      Stored(
        .ask(.asked("chairs", .ask, words: Text.chairs, day: nil)),
        Entry(
          "asked", thread: "chairs", facts: [.init("form", "ask")],
          passages: [.init("words", "Carry our chairs")])),
      Stored(
        .ask(.amended("chairs", words: "Carry tables", day: .monday)),
        Entry(
          "ask-amended", thread: "chairs", facts: [.init("day-asked", "2026-03-02")],
          passages: [.init("words", "Carry tables")])),
      Stored(.ask(.withdrawn("chairs")), Entry("ask-withdrawn", thread: "chairs")),
      Stored(.ask(.answered("chairs", .take)), Entry("ask-taken", thread: "chairs")),
      Stored(
        .ask(.answered("chairs", .notAble(because: "No hands"))),
        Entry("ask-not-able", thread: "chairs", passages: [.init("because", "No hands")])),
    ]

  static let offers: [Stored<Partnership.Event>] = [
    Stored(
      .offer(.listed("van", words: "A van", until: .nextMonday)),
      Entry(
        "offer-listed", thread: "van", facts: [.init("until", "2026-03-09")],
        passages: [.init("words", "A van")])),
    Stored(.offer(.takenBack("van")), Entry("offer-taken-back", thread: "van")),
    Stored(.offer(.taken("van")), Entry("offer-taken", thread: "van")),
    Stored(.offer(.declined("van")), Entry("offer-declined", thread: "van")),
  ]

  static let words: [Stored<Partnership.Event>] = [
    given(
      .ask("chairs"), "ask chairs", .showingSupport(for: "the gathering"), "showing-support",
      [.init("support-for", "the gathering")]),
    given(
      .offer("van"), "offer van", .endingASystem("evictions", by: "sitting in"),
      "ending-a-system", [.init("ending", "evictions"), .init("by", "sitting in")]),
    given(
      .unasked, "unasked", .usingPrivilege(by: "signing first"), "using-privilege",
      [.init("by", "signing first")]),
  ]

  private static func given(
    _ basis: Commitment.Basis, _ answers: String, _ frame: Commitment.Frame, _ name: String,
    _ passages: [Entry.Field]
  ) -> Stored<Partnership.Event> {
    let given = Scene.given(.chairs.with { ($0.basis, $0.frame) = (basis, frame) })
    return Stored(
      given,
      Entry(
        "word-given", thread: "carry",
        facts: [
          .init("answers", answers), .init("due", "2026-03-06"), .init("promisee", "amaras"),
          .init("frame", name),
        ],
        passages: [
          .init("what", "Carry every chair into the hall"), .init("when", "When the hall opens"),
          .init("then", "I carry the first chair"),
        ] + passages))
  }

  static let reports: [Stored<Partnership.Event>] =
    [
      Stored(
        .commitment(.told("carry", words: "Rain", proposing: .nextMonday)),
        Entry(
          "slip-told", thread: "carry", facts: [.init("proposes", "2026-03-09")],
          passages: [.init("words", "Rain")])),
      Stored(
        .commitment(.leavingTold("carry", words: "I am moving away")),
        Entry(
          "leaving-told", thread: "carry", passages: [.init("words", "I am moving away")])),
      Stored(
        .commitment(.redated("carry", to: .saturday)),
        Entry("word-redated", thread: "carry", facts: [.init("due", "2026-03-07")])),
      Stored(.commitment(.letGo("carry")), Entry("word-let-go", thread: "carry")),
    ]
    + zip(Commitment.Report.Outcome.allCases, ["done", "partly", "not-done"]).map {
      Stored(
        .commitment(.reported("carry", $0, account: "Forty")),
        Entry(
          "reported", thread: "carry", facts: [.init("outcome", $1)],
          passages: [.init("account", "Forty")]))
    }

  static let handOvers: [Stored<Partnership.Event>] = [
    Stored(
      .commitment(.handedOver("carry", to: "cy")),
      Entry("word-handed-over", thread: "carry", facts: [.init("to", "cy")])),
    Stored(
      .commitment(.handOverAccepted("carry")), Entry("hand-over-accepted", thread: "carry")),
    Stored(
      .commitment(.handOverDeclined("carry")), Entry("hand-over-declined", thread: "carry")),
  ]

  static let recognitions: [Stored<Partnership.Event>] =
    zip(Recognition.Verdict.allCases, ["as-asked", "partly", "not-this"]).map {
      Stored(
        .recognition(.recognised("carry", "thanks", $0, words: "")),
        Entry(
          "recognised", thread: "carry",
          facts: [.init("recognition", "thanks"), .init("verdict", $1)],
          passages: [.init("words", "")]))
    } + [
      Stored(
        .recognition(.takenBack("carry", "thanks", reason: "It came apart")),
        Entry(
          "recognition-taken-back", thread: "carry", facts: [.init("recognition", "thanks")],
          passages: [.init("reason", "It came apart")]))
    ]

  static let circle: [Stored<Circle.Event>] = [
    Stored(.founded, Entry("circle-founded")),
    Stored(.invited("door"), Entry("member-invited", thread: "door")),
    Stored(.joined("door"), Entry("member-joined", thread: "door")),
    Stored(.stewardNamed("bo"), Entry("steward-named", facts: [.init("steward", "bo")])),
    Stored(.steppedDown, Entry("steward-stepped-down")),
    Stored(.left, Entry("member-left")),
  ]

  static let community: [Stored<Community.Event>] = [
    Stored(.gathered, Entry("community-gathered")),
    Stored(.welcomed("dalia"), Entry("person-welcomed", facts: [.init("person", "dalia")])),
    Stored(.codeRenewed(of: "dalia"), Entry("code-renewed", facts: [.init("person", "dalia")])),
    Stored(.left, Entry("person-left")),
  ]
}

extension Scene {
  /// What happens when bo gives a word.
  fileprivate static func given(_ draft: Commitment.Draft) -> Partnership.Event {
    let scene = Scene.taken.then(Cast.ines, .offerVan)
      .then(Cast.amara, .offer(.take("van"))).then(Cast.bo, .give(draft))
    return scene.history[scene.history.endIndex - 1].what
  }
}
