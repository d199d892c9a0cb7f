public import HeedPractice

extension Sentence {
  public static let aWord = Sentence(en: "A word given")
  public static func givenBy(_ handle: String) -> Sentence {
    Sentence(en: "\(handle) has given their word.")
  }
  public static let leftByOwner = Sentence(
    en: "Its owner has left it. Anybody of the circle can take it on.")
  public static func promisedTo(_ handle: String) -> Sentence {
    Sentence(en: "Promised to \(handle).")
  }
  public static func inAnswerTo(_ words: String) -> Sentence {
    Sentence(en: "In answer to: “\(words)”")
  }
  public static func fromOffer(_ words: String) -> Sentence {
    Sentence(en: "From an offer that was taken: “\(words)”")
  }
  public static let nobodyAsked = Sentence(en: "Nobody asked for this. It was done unasked.")
  public static func plan(when: String, then: String) -> Sentence {
    Sentence(en: "When \(when), then: \(then)")
  }
  public static let sinceThen = Sentence(en: "Since then")
  public static let unanswered = Sentence(en: "Unanswered.")
  public static let neverHaveTo = Sentence(en: "You never have to answer.")

  public static func redatedOn(_ day: Day, to due: Day) -> Sentence {
    Sentence(en: "On \(en: day), given another day: \(en: due).")
  }
  public static func letGoOn(_ day: Day) -> Sentence {
    Sentence(en: "Let go by the community on \(en: day).")
  }
  public static func toldOn(_ day: Day, proposing proposed: Day?) -> Sentence {
    if let proposed {
      Sentence(en: "Told on \(en: day) that it will slip; proposes \(en: proposed):")
    } else {
      Sentence(en: "Told on \(en: day) that they leave this word:")
    }
  }
  public static func tookBack(_ handle: String, on day: Day) -> Sentence {
    Sentence(en: "\(handle) took back what they had said, on \(en: day):")
  }

  public static let tellTitle = Sentence(en: "Tell them it will slip")
  public static let tellButton = Sentence(en: "Tell them it will slip")
  public static let tellWhy = Sentence(
    en: "Better early than well put. The day does not move by this: only they can move it. If you "
      + "say so on an earlier day than the one promised, it counts as told.")
  public static let tellWords = Sentence(en: "What you want to tell them")
  public static let tellDay = Sentence(en: "The day you propose instead")
  public static let tellSend = Sentence(en: "Tell them")
  public static let reportTitle = Sentence(en: "Report")
  public static let reportButton = Sentence(en: "Report")
  public static let reportWhy = Sentence(
    en: "Say what was done. Whether it was what they asked is for them to say.")
  public static let reportOutcome = Sentence(en: "Was it done?")
  public static let reportAccount = Sentence(en: "What happened")
  public static let reportHint = Sentence(
    en: "Plainly: what, when, for whom; or what stood in the way.")
  public static let reportSend = Sentence(en: "Send the report")
  public static let promiseeTitle = Sentence(en: "Another day, or let it go")
  public static let promiseeWhy = Sentence(
    en: "Only you can give this word another day, or let it go. You can also say nothing.")
  public static let anotherDay = Sentence(en: "Another day")
  public static let agreeToDay = Sentence(en: "Agree to this day")
  public static func agreeTo(_ day: Day) -> Sentence { Sentence(en: "Agree to \(en: day)") }
  public static let letItGo = Sentence(en: "Let it go")
  public static let recogniseTitle = Sentence(en: "Is this what you asked?")
  public static let recogniseVerdict = Sentence(en: "What you say of it")
  public static let recogniseWords = Sentence(en: "In words")
  public static let recogniseSend = Sentence(en: "Say it")
  public static let takeBackTitle = Sentence(en: "Take back what you said")
  public static let takeBackReason = Sentence(en: "Why")
  public static let takeBackHint = Sentence(en: "Kept beside what you said before.")
  public static let takeBackSend = Sentence(en: "Take it back")
  public static let handedToYou = Sentence(en: "This word is handed over to you, if you accept it")
  public static let acceptHandOver = Sentence(en: "I take it on")
  public static let declineHandOver = Sentence(en: "I cannot take it on")
  public static let handOverLink = Sentence(
    en: "Hand this word over, or tell them you are leaving it")
  public static let handOverTitle = Sentence(en: "Hand this word over")
  public static let handOverTo = Sentence(en: "To somebody who accepts it")
  public static let handOverWhy = Sentence(
    en: "It stays yours until they accept. The day and the promise stay as they are.")
  public static let handOverWho = Sentence(en: "Who")
  public static let handOverSend = Sentence(en: "Hand it over")
  public static let nobodyElse = Sentence(en: "There is nobody else in the circle.")
  public static let tellLeavingTitle = Sentence(en: "Or tell them that you are leaving it")
  public static let tellLeavingWhy = Sentence(
    en: "The word stays in the record without an owner. Anybody of the circle can take it on; the "
      + "community can let it go.")
  public static let tellLeavingSend = Sentence(en: "Tell them I am leaving it")
  public static let backToPartnership = Sentence(en: "Back to the partnership")
  public static let savedInRecord = Sentence(en: "This is in the record now.")
  public static let keepReceipt = Sentence(en: "Keep the receipt")
  public static let chooseOne = Sentence(en: "Choose one of these.")

  public static let giveWordTitle = Sentence(en: "Give our word")
  public static let theyAsked = Sentence(en: "They asked")
  public static func askedForDay(_ day: Day) -> Sentence { Sentence(en: "For \(en: day).") }
  public static let theyTook = Sentence(en: "They took this offer")
  public static let unaskedWarning = Sentence(
    en:
      "Nobody has asked for this, and it will show as unasked. Is there something they did ask for?"
  )
  public static let giveWhat = Sentence(en: "What will you do?")
  public static let giveDay = Sentence(en: "By when?")
  public static let giveWhen = Sentence(en: "When …")
  public static let giveWhenHint = Sentence(
    en: "The moment that starts it. For instance: I come home on Thursday")
  public static let giveThen = Sentence(en: "… then I …")
  public static let giveThenHint = Sentence(
    en: "For instance: call the hall and ask for forty chairs")
  public static let frameLegend = Sentence(en: "Which sentence says it truly?")
  public static let frameSupport = Sentence(en: "We are showing support for …")
  public static let frameSupportFor = Sentence(en: "For what?")
  public static let frameEnding = Sentence(en: "We are showing our commitment to ending … by …")
  public static let frameEndingWhat = Sentence(en: "To ending what?")
  public static let frameBy = Sentence(en: "By what?")
  public static let framePrivilege = Sentence(en: "We are using our privilege to help by …")
  public static let framePrivilegeBy = Sentence(en: "By doing what?")
  public static let givePromisee = Sentence(en: "To whom do you give your word?")
  public static let giveWordButton = Sentence(en: "Give our word")
  public static let giveWordNote = Sentence(
    en: "Only the community can give it another day or let it go. It stays in the record.")
}

extension Commitment.Standing {
  public var sentence: Sentence {
    switch self {
    case .letGo(let day): .letGoOn(day)
    case .reported(let report): report.outcome.standing
    case .missed(let miss, let due): miss.sentence(due: due)
    case .slipping(_, let due): .init(en: "Will slip. The word was for \(en: due).")
    case .given(let due): .init(en: "By \(en: due).")
    }
  }
}

extension Commitment.Miss {
  public func sentence(due: Day) -> Sentence {
    switch self {
    case .told: .init(en: "Missed, told. The word was for \(en: due).")
    case .notTold: .init(en: "Missed, not told. The word was for \(en: due).")
    }
  }
}

extension Commitment.Report.Outcome {
  public var label: Sentence {
    switch self {
    case .done: .init(en: "Done")
    case .partly: .init(en: "Partly")
    case .notDone: .init(en: "Not done")
    }
  }

  fileprivate var standing: Sentence {
    switch self {
    case .done: .init(en: "They say it is done.")
    case .partly: .init(en: "They say it is partly done.")
    case .notDone: .init(en: "They say it was not done.")
    }
  }

  public func sentence(by handle: String, on day: Day) -> Sentence {
    switch self {
    case .done: .init(en: "\(handle) reported on \(en: day): done.")
    case .partly: .init(en: "\(handle) reported on \(en: day): partly done.")
    case .notDone: .init(en: "\(handle) reported on \(en: day): not done.")
    }
  }
}

extension Recognition.Attestation {
  public var sentence: Sentence {
    switch self {
    case .hostOnly:
      .init(en: "Attested by this server only: the community holds no key of its own yet.")
    }
  }
}

extension Recognition.Verdict {
  public var button: Sentence {
    switch self {
    case .asAsked: .init(en: "This is what we asked")
    case .partly: .init(en: "Partly")
    case .notThis: .init(en: "Not this")
    }
  }

  public func sentence(by handle: String, on day: Day) -> Sentence {
    switch self {
    case .asAsked: .init(en: "\(handle) said on \(en: day): this is what we asked.")
    case .partly: .init(en: "\(handle) said on \(en: day): partly.")
    case .notThis: .init(en: "\(handle) said on \(en: day): not this.")
    }
  }
}

extension Commitment.Frame {
  public var sentence: Sentence {
    switch self {
    case .showingSupport(let cause): .init(en: "We are showing support for \(cause)")
    case .endingASystem(let system, let act):
      .init(en: "We are showing our commitment to ending \(system) by \(act)")
    case .usingPrivilege(let act): .init(en: "We are using our privilege to help by \(act)")
    }
  }
}
