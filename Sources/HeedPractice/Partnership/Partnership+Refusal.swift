extension Partnership {
  /// Why a command was not carried out.
  ///
  /// Values only: the sentences that people read are in `HeedWording`.
  public enum Refusal: Error, Hashable, Sendable {
    // Who may.
    case onlyThe(Side)
    case onlyTheCommunityRecognises(Side)
    case onlyAMandate
    case onlyASteward
    case onlyTheOwner
    case onlyThePromisee
    case onlyWhoAsked
    case onlyWhoSaidIt
    case onlyWhoItIsHandedTo
    case bothSides

    // When.
    case notNow(Stage)
    case dayGoneBy(Part)
    case dayTooFar(Part)
    case notLater
    case offerRestsUntil(Day)
    case offerRanOut(Day)

    // What is missing or does not fit.
    case missing(Part)
    case tooLong(Part, bytes: Int)
    case outOfRange(Part, ClosedRange<Int>)
    case unknown(Thing)
    case idInUse

    // What stands in the way.
    case mandateEnded
    case askWithdrawn
    case askNotTaken
    case boundaryTakesNoWord
    case wordStands
    case alreadyAnswered
    case alreadyListed
    case offerSettled
    case offerNotTaken
    case letGo
    case noHandOver
    case toOneself
    case alreadyReported
    case notReported
    case alreadySaid
    case alreadyTakenBack
  }

  /// A part of something written, as a form asks for it.
  public enum Part: String, CaseIterable, Sendable {
    case who, why, canGive
    case scope, giver, until
    case poolDays, answerDays, pace, credit, offerRestDays
    case words, day, because
    case what, when, then, frame, frameBy, promisee
    case account, proposedDay, reason
  }

  /// What an id may name.
  public enum Thing: String, CaseIterable, Sendable {
    case mandate, ask, offer, commitment, recognition
  }
}
