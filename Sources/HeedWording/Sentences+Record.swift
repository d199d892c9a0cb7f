public import HeedPractice

extension Sentence {
  public static let notWitnessed = Sentence(
    en: "Nobody outside this server has witnessed this record yet. Your receipts are what shows if "
      + "something is changed or removed.")
  public static let takeHome = Sentence(en: "Take the whole record home as a file")
  public static let openWords = Sentence(en: "The words")
  public static let pagesMenu = Sentence(en: "Pages of the record")
  public static let newer = Sentence(en: "Newer entries")
  public static let older = Sentence(en: "Older entries")
  public static func receiptOf(_ index: Int) -> Sentence {
    Sentence(en: "Receipt of entry \(index)")
  }
  public static func entryTitle(_ index: Int) -> Sentence { Sentence(en: "Entry \(index)") }
  public static let entryMissing = Sentence(
    en: "MISSING: something was said here, and this server cannot produce the words. Nothing in "
      + "the record says that they were taken back.")
  public static let receiptTitle = Sentence(en: "The receipt")
  public static let receiptWhy = Sentence(
    en: "It proves, for ever, that this entry stood in the record. Keep it as a file or on paper; "
      + "it does not contain the words.")
  public static let receiptFile = Sentence(en: "Save the receipt as a file")
  public static let receiptKey = Sentence(en: "The key it is checked with:")
  public static let backToRecord = Sentence(en: "Back to the record")
}

extension Happening where Event == Partnership.Event {
  /// What happened, in one sentence.
  public func sentence(_ who: String) -> Sentence {
    switch what {
    case .relationship(let event): event.sentence(who)
    case .mandate(.given): .init(en: "\(who) gave a mandate.")
    case .mandate(.ended): .init(en: "\(who) ended a mandate.")
    case .ask(let event): event.sentence(who)
    case .offer(let event): event.sentence(who)
    case .commitment(let event): event.sentence(who)
    case .recognition(.recognised(_, _, let verdict, _)): verdict.sentence(by: who, on: on)
    case .recognition(.takenBack): .tookBack(who, on: on)
    }
  }
}

extension Relationship.Event {
  fileprivate func sentence(_ who: String) -> Sentence {
    switch self {
    case .proposed: .init(en: "\(who) wrote a letter to the community.")
    case .proposalTakenBack: .init(en: "\(who) took the letter back.")
    case .declined: .init(en: "The community declined.")
    case .opened: .init(en: "\(who) opened the partnership for the community.")
    case .agreed: .init(en: "\(who) changed the community’s terms.")
    case .paused: .init(en: "\(who) paused the partnership.")
    case .resumed: .init(en: "\(who) resumed the partnership.")
    case .ended: .init(en: "\(who) ended the partnership.")
    }
  }
}

extension Ask.Event {
  fileprivate func sentence(_ who: String) -> Sentence {
    switch self {
    case .asked(_, .ask, _, _): .init(en: "\(who) asked for something.")
    case .asked(_, .direction, _, _): .init(en: "\(who) said how things are to be done.")
    case .asked(_, .boundary, _, _): .init(en: "\(who) said what must not happen.")
    case .amended: .init(en: "\(who) changed the wording of what was asked.")
    case .withdrawn: .init(en: "\(who) withdrew what was asked.")
    case .answered(_, .take): .init(en: "\(who) answered for the circle: we take it.")
    case .answered(_, .notAble): .init(en: "\(who) answered for the circle: not able.")
    }
  }
}

extension Offer.Event {
  fileprivate func sentence(_ who: String) -> Sentence {
    switch self {
    case .listed: .init(en: "\(who) listed an offer.")
    case .takenBack: .init(en: "\(who) took an offer back.")
    case .taken: .init(en: "\(who) took an offer for the community.")
    case .declined: .init(en: "\(who) declined an offer.")
    }
  }
}

extension Commitment.Event {
  fileprivate func sentence(_ who: String) -> Sentence {
    switch self {
    case .given(let given) where given.basis == .unasked:
      .init(en: "\(who) gave their word for \(en: given.due), unasked.")
    case .given(let given): .init(en: "\(who) gave their word for \(en: given.due).")
    case .told(_, _, let day):
      .init(en: "\(who) told that a word will slip, and proposed \(en: day).")
    case .leavingTold: .init(en: "\(who) told that they leave a word.")
    case .redated(_, let day): .init(en: "\(who) gave a word another day: \(en: day).")
    case .letGo: .init(en: "\(who) let a word go.")
    case .reported(_, .done, _): .init(en: "\(who) reported a word as done.")
    case .reported(_, .partly, _): .init(en: "\(who) reported a word as partly done.")
    case .reported(_, .notDone, _): .init(en: "\(who) reported a word as not done.")
    case .handedOver: .init(en: "\(who) handed a word over to somebody of the circle.")
    case .handOverAccepted: .init(en: "\(who) took a word on.")
    case .handOverDeclined: .init(en: "\(who) did not take a word on.")
    }
  }
}
