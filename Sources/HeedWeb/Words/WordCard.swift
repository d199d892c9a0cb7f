import HeedPractice
import HeedService
import HeedWording

/// A word as one reader sees it: what stands, what was said, and what the reader may do.
///
/// The views only place this; every choice is made here, where it is tested.
struct WordCard: Equatable {
  /// Something somebody said, and a sentence about who and when.
  struct Said: Equatable {
    var about: Sentence
    var words: String
    /// Who vouches that the community said it; nil for what is not a recognition.
    var attestation: Sentence?
  }

  var id: ID<Commitment>
  var path: String
  var what: String
  var standing: Sentence
  var owner: Sentence
  /// The last thing the owner told or reported, for lists.
  var latest: Said?
  /// What the community says of it today; more than one mandate may have spoken (H4).
  var recognitions: [Said]
  var isUnanswered: Bool
  var isUnasked: Bool

  var mayTell: Bool
  var mayReport: Bool
  var mayHandOver: Bool
  var mayAccept: Bool
  var mayDeclineHandOver: Bool
  var mayRedate: Bool
  var mayLetGo: Bool
  var mayRecognise: Bool
  /// The day the owner proposes, if the promisee has not answered by another day.
  var proposed: Day?
  /// What this reader has said of it and may take back.
  var ownRecognition: ID<Recognition>?

  init(_ word: Commitment, in seen: SeenPartnership, on today: Day) {
    let reader = seen.voice
    id = word.id
    path = "/partnerships/\(seen.id)/words/\(word.id)"
    what = word.what
    standing = word.standing(on: today).sentence
    owner = word.isLeftByOwner ? .leftByOwner : .givenBy(seen.name(word.owner))
    latest = seen.latest(of: word)
    recognitions = word.standingRecognitions.map { seen.said($0) }
    isUnanswered = word.isUnanswered
    isUnasked = !word.isAsked

    let stage = seen.state.stage
    let isRunning = stage == .open || stage == .paused
    let owns = reader.side == .circle && word.owner == reader.person
    mayTell = owns && isRunning && word.isOpen
    mayReport = owns && isRunning && word.letGoOn == nil
    mayHandOver = owns && stage == .open && word.isOpen
    let handed = word.handOver
    let isForReader = handed.map { $0.to == nil || $0.to == reader.person } ?? false
    mayAccept = reader.side == .circle && stage == .open && word.isOpen && isForReader
    mayDeclineHandOver = mayAccept && handed?.to == reader.person

    let mandate = reader.side == .community ? seen.state.mandate(of: reader.person, on: today) : nil
    let promisedTo = seen.state.mandate(word.promisee)
    let isPromisee =
      mandate != nil
      && (promisedTo?.holder == reader.person || !(promisedTo?.stands(on: today) ?? false))
    mayRedate = isPromisee && isRunning && word.isOpen
    mayLetGo = isPromisee && word.letGoOn == nil && word.isOpen
    ownRecognition = mandate.flatMap { _ in
      word.standingRecognitions.first { $0.by == reader.person }?.id
    }
    mayRecognise = mandate != nil && !word.reports.isEmpty && ownRecognition == nil
    proposed = mayRedate ? word.dueDays.last?.tellings.last?.proposes : nil
  }
}

/// Who took part in a word, as they call themselves, and what they said.
extension SeenPartnership {
  func name(_ person: ID<Person>?) -> String { handle(person) ?? "–" }

  func latest(of word: Commitment) -> WordCard.Said? {
    let told = word.dueDays.last?.tellings.last
    guard let report = word.reports.last, told == nil || report.on >= (told?.on ?? report.on) else {
      return told.map(said)
    }
    return said(report)
  }

  func said(_ telling: Commitment.Telling) -> WordCard.Said {
    .init(about: .toldOn(telling.on, proposing: telling.proposes), words: telling.words)
  }

  func said(_ report: Commitment.Report) -> WordCard.Said {
    .init(
      about: report.outcome.sentence(by: name(report.by), on: report.on), words: report.account)
  }

  func said(_ recognition: Recognition) -> WordCard.Said {
    .init(
      about: recognition.verdict.sentence(by: name(recognition.by), on: recognition.on),
      words: recognition.words, attestation: recognition.attestation.sentence)
  }
}
