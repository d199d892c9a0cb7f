import HeedPractice

/// The kinds of what may happen in a partnership: a new one does not compile until it is here, and
/// then wants to be stored, read back, and reached by chance.
enum EventKind: CaseIterable {
  case proposed, proposalTakenBack, declined, opened, agreed, paused, resumed, ended
  case mandateGiven, mandateEnded
  case asked, amended, withdrawn, taken, notAble
  case listed, offerTakenBack, offerTaken, offerDeclined
  case given, told, leavingTold, redated, letGo, reported
  case handedOver, handOverAccepted, handOverDeclined
  case recognised, recognitionTakenBack

  init(_ event: Partnership.Event) {
    self =
      switch event {
      case .relationship(let event): Self(event)
      case .mandate(.given): .mandateGiven
      case .mandate(.ended): .mandateEnded
      case .ask(let event): Self(event)
      case .offer(.listed): .listed
      case .offer(.takenBack): .offerTakenBack
      case .offer(.taken): .offerTaken
      case .offer(.declined): .offerDeclined
      case .commitment(let event): Self(event)
      case .recognition(.recognised): .recognised
      case .recognition(.takenBack): .recognitionTakenBack
      }
  }

  private init(_ event: Relationship.Event) {
    self =
      switch event {
      case .proposed: .proposed
      case .proposalTakenBack: .proposalTakenBack
      case .declined: .declined
      case .opened: .opened
      case .agreed: .agreed
      case .paused: .paused
      case .resumed: .resumed
      case .ended: .ended
      }
  }

  private init(_ event: Ask.Event) {
    self =
      switch event {
      case .asked: .asked
      case .amended: .amended
      case .withdrawn: .withdrawn
      case .answered(_, .take): .taken
      case .answered(_, .notAble): .notAble
      }
  }

  private init(_ event: Commitment.Event) {
    self =
      switch event {
      case .given: .given
      case .told: .told
      case .leavingTold: .leavingTold
      case .redated: .redated
      case .letGo: .letGo
      case .reported: .reported
      case .handedOver: .handedOver
      case .handOverAccepted: .handOverAccepted
      case .handOverDeclined: .handOverDeclined
      }
  }
}
