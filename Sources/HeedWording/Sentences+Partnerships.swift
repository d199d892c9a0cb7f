public import HeedPractice

extension Sentence {
  public static func seenBy(_ community: String, _ circle: String) -> Sentence {
    Sentence(
      en: "Seen by: the people of \(community) and the members of \(circle). By nobody else here.")
  }
  public static func seenByCircleOnly(_ circle: String) -> Sentence {
    Sentence(en: "Seen by: the members of \(circle). The community has not opened it.")
  }

  public static let askForSomething = Sentence(en: "Ask for something")
  public static let sayHow = Sentence(en: "Say how we want things done")
  public static let sayWhatNot = Sentence(en: "Say what must not happen")
  public static let slippedTitle = Sentence(en: "Slipped")
  public static let slippedTitleCircle = Sentence(en: "Slipped, or will slip")
  public static let reportedTitle = Sentence(en: "They have reported")
  public static let reportedTitleCircle = Sentence(en: "Reported, unanswered")
  public static let notAnsweredTitle = Sentence(en: "Asked, not answered yet")
  public static let notYetDueTitle = Sentence(en: "Given, not yet due")
  public static let withoutWordTitle = Sentence(en: "They take it; nobody has given their word yet")
  public static let saidNoTitleCommunity = Sentence(en: "They are not able")
  public static let saidNoTitleCircle = Sentence(en: "We said that we are not able")
  public static let guidanceTitleCommunity = Sentence(en: "How we want things done")
  public static let guidanceTitleCircle = Sentence(en: "How they want things done")
  public static let answeredTitle = Sentence(en: "Answered by the community")
  public static let letGoTitle = Sentence(en: "Let go")
  public static let offersTitle = Sentence(en: "Offers that stand")
  public static let takenOffersTitleCommunity = Sentence(
    en: "You took this; nobody has given their word yet")
  public static let takenOffersTitleCircle = Sentence(
    en: "They took this offer; who gives their word?")
  public static let toAnswerTitle = Sentence(en: "Asked of us, to answer")
  public static let takenTitle = Sentence(en: "We take it; who gives their word?")
  public static let giveUnasked = Sentence(en: "Give our word for something nobody asked for")
  public static let makeOffer = Sentence(en: "Make an offer")
  public static let groundTitle = Sentence(en: "What holds between us")
  public static let whoSpeaks = Sentence(en: "Who speaks for the community")
  public static let theirTerms = Sentence(en: "The community’s terms")
  public static let theRecord = Sentence(en: "The record")
  public static let pauseButton = Sentence(en: "Pause")
  public static let resumeButton = Sentence(en: "Resume")
  public static let endTitle = Sentence(en: "End this partnership")
  public static let endWhy = Sentence(
    en: "At once and for good, without a reason. The record stays readable for both sides.")
  public static let endButton = Sentence(en: "End it")
  public static let takeBackLetter = Sentence(en: "Take this letter back")
  public static func letterFor(_ first: Day, _ last: Day) -> Sentence {
    Sentence(en: "A letter from the circle: \(en: first) to \(en: last)")
  }

  public static func askedBy(_ handle: String) -> Sentence { Sentence(en: "Asked by \(handle).") }
  public static func askedBy(_ handle: String, for day: Day) -> Sentence {
    Sentence(en: "Asked by \(handle), for \(en: day).")
  }
  public static let weTakeIt = Sentence(en: "We take it")
  public static let notAbleLink = Sentence(en: "Not able, because …")
  public static let answerTitle = Sentence(en: "Answer")
  public static let notAbleBecause = Sentence(en: "Not able, because …")
  public static let notAbleSend = Sentence(en: "Say that we are not able")
  public static let askWords = Sentence(en: "In your words")
  public static let askDay = Sentence(en: "For a day?")
  public static let earlierWordings = Sentence(en: "Earlier wordings")
  public static func wordingOf(_ day: Day) -> Sentence { Sentence(en: "As of \(en: day):") }
  public static let wordsForIt = Sentence(en: "Words given for it")
  public static let amendTitle = Sentence(en: "Change the wording or the day")
  public static let amendSend = Sentence(en: "Change it")
  public static let withdrawAsk = Sentence(en: "Withdraw it")

  public static func offerUntil(_ day: Day) -> Sentence { Sentence(en: "Stands until \(en: day).") }
  public static let takeOffer = Sentence(en: "We take this")
  public static let declineOffer = Sentence(en: "No, thank you")
  public static let takeBackOffer = Sentence(en: "Take this offer back")
  public static let offerNothingFollows = Sentence(en: "If you do nothing, nothing follows.")
  public static let offerHow = Sentence(
    en: "Listed once, without asking. They may take it, decline it, or leave it; then it runs out.")
  public static let offerWords = Sentence(en: "What is there, if they want it?")
  public static let offerUntilLabel = Sentence(en: "Until when?")
  public static let offerUntilHint = Sentence(en: "The last day on which they can take it.")
  public static let listOffer = Sentence(en: "List the offer")

  public static let nobodySpeaks = Sentence(
    en: "Nobody’s mandate stands today. Anybody of the community can give one.")
  public static let twoAreBetter = Sentence(
    en: "One person should not have to carry this alone. You can give a second mandate.")
  public static let giveMandateTitle = Sentence(en: "Give a mandate")
  public static let giveMandateWhy = Sentence(
    en: "To somebody of your people. Two mandates may disagree; both are shown.")
  public static let mandateHolder = Sentence(en: "Who speaks?")
  public static let giveMandateButton = Sentence(en: "Give the mandate")
  public static let endMandate = Sentence(en: "End this mandate")
  public static func mandateGiver(_ giver: String) -> Sentence {
    Sentence(en: "Given by: \(giver)")
  }

  public static let termPool = Sentence(en: "One letter")
  public static let termAnswer = Sentence(en: "Answers to asks")
  public static let termPace = Sentence(en: "Pace and hours")
  public static let termQuestions = Sentence(en: "Questions")
  public static let termCredit = Sentence(en: "Credit")
  public static let termOfferRest = Sentence(en: "Declined offers rest")
  public static func inDays(_ days: Int) -> Sentence {
    days == 1 ? Sentence(en: "1 day") : Sentence(en: "\(days) days")
  }
  public static let changeTerms = Sentence(en: "Change the terms")

  public static let dueNotTold = Sentence(en: "Due, and not told")
  public static let byDay = Sentence(en: "By day")
  public static let nothingOwed = Sentence(en: "Nothing is open.")
  public static let nothingDue = Sentence(en: "Nothing of yours is open.")
  public static let mineSeenBy = Sentence(en: "This page is seen by you.")

  public static let letterTitle = Sentence(en: "A letter from the circle")
  public static let letterOnlyYou = Sentence(en: "Seen by: the people of your community.")
  public static func letterDays(_ first: Day, _ last: Day) -> Sentence {
    Sentence(en: "What they did and said from \(en: first) to \(en: last):")
  }
  public static let noLetter = Sentence(en: "There is nothing new.")
  public static func letterAnswered(_ words: String) -> Sentence {
    Sentence(en: "They answered: “\(words)”")
  }
  public static func letterOffered(_ words: String) -> Sentence {
    Sentence(en: "They could give, if you want it: “\(words)”")
  }
  public static func letterGiven(_ words: String) -> Sentence {
    Sentence(en: "They gave their word: “\(words)”")
  }
  public static func letterTold(_ words: String) -> Sentence {
    Sentence(en: "They told that this will slip: “\(words)”")
  }
  public static func letterReported(_ words: String) -> Sentence {
    Sentence(en: "They reported: “\(words)”")
  }
}

extension Ask.Kind {
  public var sentence: Sentence {
    switch self {
    case .ask: .init(en: "An ask")
    case .direction: .init(en: "A direction: how things are to be done")
    case .boundary: .init(en: "A boundary: what must not happen")
    }
  }

  public var newTitle: Sentence {
    switch self {
    case .ask: .init(en: "Ask for something")
    case .direction: .init(en: "Say how you want things done")
    case .boundary: .init(en: "Say what must not happen")
    }
  }

  public var newHint: Sentence {
    switch self {
    case .ask: .init(en: "The circle answers “we take it” or “not able, because …”.")
    case .direction: .init(en: "It holds as guidance for everything the circle does for you.")
    case .boundary: .init(en: "It holds until you withdraw it. No reason is needed.")
    }
  }

  public var newButton: Sentence {
    switch self {
    case .ask: .init(en: "Ask")
    case .direction: .init(en: "Give this direction")
    case .boundary: .init(en: "Set this boundary")
    }
  }
}

extension Ask {
  /// Where an ask stands; from the day after the agreed time, that it is unanswered since.
  public func sentence(today: Day, answerDays: Int) -> Sentence {
    if let withdrawnOn { return Sentence(en: "Withdrawn on \(en: withdrawnOn).") }
    switch answer?.answer {
    case .take: return Sentence(en: "The circle takes it.")
    case .notAble: return Sentence(en: "The circle is not able, because:")
    case nil:
      let day = max(0, today - (wordings.last?.on ?? today))
      return answers.isEmpty
        ? Sentence(en: "Not answered: day \(day) of \(answerDays).")
        : Sentence(en: "Changed since the circle’s answer: day \(day) of \(answerDays).")
    }
  }
}

extension Mandate {
  public func sentence(on today: Day) -> Sentence {
    if let endedOn { return Sentence(en: "Given on \(en: givenOn), ended on \(en: endedOn).") }
    guard let until else { return Sentence(en: "Given on \(en: givenOn), until it is ended.") }
    return stands(on: today)
      ? Sentence(en: "Given on \(en: givenOn), stands until \(en: until).")
      : Sentence(en: "Given on \(en: givenOn), ran out after \(en: until).")
  }
}
