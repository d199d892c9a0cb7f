import HTTPTypes
import HeedPractice
import HeedService
import HeedWording

extension Partnership.Refusal {
  var problem: Problem { Problem(sentence: sentence, field: field, status: status) }

  var status: HTTPResponse.Status {
    switch self {
    case .onlyThe, .onlyTheCommunityRecognises, .onlyAMandate, .onlyASteward, .onlyTheOwner,
      .onlyThePromisee, .onlyWhoAsked, .onlyWhoSaidIt, .onlyWhoItIsHandedTo, .bothSides:
      .forbidden
    case .notNow, .mandateEnded, .askWithdrawn, .askNotTaken, .boundaryTakesNoWord, .wordStands,
      .alreadyAnswered, .alreadyListed, .offerSettled, .offerNotTaken, .letGo, .noHandOver,
      .toOneself, .alreadyReported, .notReported, .alreadySaid, .alreadyTakenBack, .idInUse,
      .offerRestsUntil, .offerRanOut:
      .conflict
    case .unknown: .notFound
    case .dayGoneBy, .dayTooFar, .notLater, .missing, .tooLong, .outOfRange:
      .unprocessableContent
    }
  }

  /// The field of a form that the refusal is about; fields are named after the parts they fill.
  var field: String? {
    switch self {
    case .missing(let part), .dayGoneBy(let part), .dayTooFar(let part), .tooLong(let part, _),
      .outOfRange(let part, _):
      part.rawValue
    case .notLater: Partnership.Part.proposedDay.rawValue
    case .offerRestsUntil, .alreadyListed: Partnership.Part.words.rawValue
    case .mandateEnded: Partnership.Part.promisee.rawValue
    default: nil
    }
  }
}

extension Circle.Refusal {
  var problem: Problem { Problem(sentence: sentence, status: status) }

  var status: HTTPResponse.Status {
    switch self {
    case .onlyASteward, .onlyAMember: .forbidden
    case .alreadyFounded, .invitationUsed, .alreadyAMember, .lastSteward, .holdsWords: .conflict
    case .notFounded, .notAMember: .notFound
    }
  }
}

extension Community.Refusal {
  var problem: Problem { Problem(sentence: sentence, status: status) }

  var status: HTTPResponse.Status {
    switch self {
    case .onlyItsPeople: .forbidden
    case .alreadyGathered: .conflict
    case .notOneOfUs: .notFound
    }
  }
}

extension NotLetIn {
  var problem: Problem {
    switch self {
    case .wrong: Problem(sentence: .wrongCode, status: .forbidden)
    case .wait(let seconds):
      Problem(
        sentence: .waitBefore(seconds), status: .tooManyRequests, retryAfter: seconds)
    case .linkGone: Problem(sentence: .linkGoneWhy, status: .gone)
    case .missingHandle: Problem(.missingHandle, "handle")
    case .handleTooLong: Problem(.handleTooLong, "handle")
    case .handleTaken: Problem(sentence: .handleTaken, field: "handle", status: .conflict)
    case .missingName: Problem(.missingName, "name")
    case .nameTooLong: Problem(.nameTooLong, "name")
    case .passphrase(.tooShort): Problem(.passphraseTooShort, "passphrase")
    case .passphrase(.tooLong): Problem(.passphraseTooLong, "passphrase")
    case .passphrase(.tooPlain): Problem(.passphraseTooPlain, "passphrase")
    case .passphrase(.isTheHandle): Problem(.passphraseIsTheHandle, "passphrase")
    }
  }
}

extension Problem {
  fileprivate init(_ sentence: Sentence, _ field: String) {
    self.init(sentence: sentence, field: field, status: .unprocessableContent)
  }

  /// The problem behind an error that a form can show; nil for those that it cannot.
  init?(_ error: any Error) {
    switch error {
    case let refusal as Partnership.Refusal: self = refusal.problem
    case let refusal as Circle.Refusal: self = refusal.problem
    case let refusal as Community.Refusal: self = refusal.problem
    case let notLetIn as NotLetIn: self = notLetIn.problem
    case let unreadable as UnreadableField: self = unreadable.problem
    default: return nil
    }
  }
}

extension Call {
  /// Tries something, and shows the same form again, as it was filled in, when it is refused.
  func attempt(
    _ body: () async throws -> Answer, orShow form: (Problem) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch {
      guard let problem = Problem(error) else { throw error }
      return try await form(problem)
    }
  }
}
