import HeedPractice
import Testing

/// A partnership as it stands after people have acted in turn.
struct Scene: Sendable {
  private(set) var history: [Happening<Partnership.Event>] = []
  var state = Partnership.initial

  /// The scene after one more act; an act that is refused is a mistake in the test.
  func then(
    _ voice: Voice, _ command: Partnership.Command, on day: Day = .tuesday,
    at place: SourceLocation = #_sourceLocation
  ) -> Scene {
    var scene = self
    do {
      try scene.play(command, by: voice, on: day)
    } catch {
      Issue.record("\(voice.person) cannot \(command): \(error)", sourceLocation: place)
    }
    return scene
  }

  /// Decides, and carries what follows into the state.
  ///
  /// - Returns: what has happened.
  @discardableResult
  mutating func play(
    _ command: Partnership.Command, by voice: Voice, on day: Day
  ) throws(Partnership.Refusal) -> [Happening<Partnership.Event>] {
    let events = try Partnership.decide(command, by: voice, on: day, in: state)
    let happenings = events.map { Happening($0, by: voice.person, of: voice.side, on: day) }
    for happening in happenings { Partnership.evolve(&state, with: happening) }
    history += happenings
    return happenings
  }

  /// The same things, while the partnership stands somewhere else.
  func at(_ stage: Partnership.Stage) -> Scene {
    var scene = self
    scene.state.stage = stage
    return scene
  }

  /// The one word that is given in most scenes.
  var word: Commitment? { state.commitment("carry") }
}

/// How far a partnership has come, one act after another.
extension Scene {
  static let proposed = Scene().then(Cast.ines, .propose, on: .monday)

  /// Three mandates are given on Monday, and edda's ends with the day.
  static let opened =
    proposed
    .then(Cast.amara, .open(), on: .monday)
    .then(Cast.amara, .give(Mandate.Grant.dalias), on: .monday)
    .then(Cast.amara, .give(Mandate.Grant.eddas), on: .monday)

  static let asked = opened.then(Cast.amara, .askForChairs)
  static let taken = asked.then(Cast.ines, .takeChairs)
  static let promised = taken.then(Cast.bo, .giveWord)
  static let reported = promised.then(Cast.bo, .reportDone)
  static let recognised = reported.then(Cast.amara, .recognise)
  static let handedOver = promised.then(Cast.bo, .handOver(to: "cy"))
  static let leaving = promised.then(Cast.bo, .tellLeaving())
  static let letGo = promised.then(Cast.amara, .letGo)
  static let offered = opened.then(Cast.ines, .offerVan)
  static let offerDeclined = offered.then(Cast.amara, .offer(.decline("van")))

  /// Nobody's mandate stands any more.
  static let unspokenFor =
    promised
    .then(Cast.amara, .mandate(.end("dalias")))
    .then(Cast.amara, .mandate(.end("amaras")))
}

/// A command that is refused, and how: with the suite's name it reads as one sentence.
struct Refused: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var after: Scene
  var by: Voice
  var on: Day
  var command: Partnership.Command
  var with: Partnership.Refusal

  init(
    _ description: String, after scene: Scene, by voice: Voice, on day: Day = .wednesday,
    _ command: Partnership.Command, with refusal: Partnership.Refusal
  ) {
    self.testDescription = description
    self.after = scene
    self.by = voice
    self.on = day
    self.command = command
    self.with = refusal
  }

  func check() {
    #expect(throws: with) {
      try Partnership.decide(command, by: by, on: on, in: after.state)
    }
  }
}

extension Decider {
  /// Why a command is refused; nil when it is not.
  static func refusal(
    of command: Command, by voice: Voice, on day: Day, in state: State
  ) -> Refusal? {
    do {
      _ = try decide(command, by: voice, on: day, in: state)
      return nil
    } catch {
      return error
    }
  }
}
