public import HeedPractice

extension Partnership.Refusal {
  /// Why it was refused, and what may be done instead, in plain words.
  public var sentence: Sentence {
    switch self {
    case .onlyThe, .onlyTheCommunityRecognises, .onlyAMandate, .onlyASteward, .onlyTheOwner,
      .onlyThePromisee, .onlyWhoAsked, .onlyWhoSaidIt, .onlyWhoItIsHandedTo, .bothSides:
      whoMay
    case .notNow, .dayGoneBy, .dayTooFar, .notLater, .offerRestsUntil, .offerRanOut: when
    case .missing(let part): part.missing
    case .tooLong, .outOfRange, .unknown, .idInUse: whatFits
    case .mandateEnded, .askWithdrawn, .askNotTaken, .boundaryTakesNoWord, .wordStands,
      .alreadyAnswered, .alreadyListed, .offerSettled, .offerNotTaken, .letGo, .noHandOver,
      .toOneself, .alreadyReported, .notReported, .alreadySaid, .alreadyTakenBack:
      inTheWay
    }
  }

  private var whoMay: Sentence {
    switch self {
    case .onlyThe(.circle): .init(en: "Only the circle can do this.")
    case .onlyThe(.community): .init(en: "Only the community can do this.")
    case .onlyThe(.host):
      .init(en: "Only whoever runs this server can do this.")
    case .onlyTheCommunityRecognises(.circle):
      .init(
        en: "Only the community can say whether this is what they asked. "
          + "What we do is recognised by the people it is for, or not at all.")
    case .onlyTheCommunityRecognises:
      .init(
        en: "Only the community can say whether this is what they asked. "
          + "Whoever runs the server cannot say it for them.")
    case .onlyAMandate:
      .init(
        en: "Only somebody whose mandate stands today can speak for the community. "
          + "A person with a standing mandate can give you one.")
    case .onlyASteward: .init(en: "Only a steward of the circle can do this.")
    case .onlyTheOwner:
      .init(en: "Only the person who owns this word can do this. They can hand it over to you.")
    case .onlyThePromisee:
      .init(en: "Only the person it was promised to can give it another day or let it go.")
    case .onlyWhoAsked:
      .init(
        en: "Only the person who asked for this can change it, while their mandate stands. "
          + "You can ask for something of your own; both will stand.")
    case .onlyWhoSaidIt: .init(en: "Only the person who said this can take it back.")
    case .onlyWhoItIsHandedTo: .init(en: "This word was handed to somebody else.")
    case .bothSides:
      .init(
        en: "Nobody sits on both sides of one partnership. "
          + "This person has already taken part on the other side.")
    default: inTheWay
    }
  }

  private var when: Sentence {
    switch self {
    case .notNow(let stage): stage.hinders
    case .dayGoneBy(.until): .init(en: "That day has gone by. Choose today or a later day.")
    case .dayGoneBy(.proposedDay):
      .init(en: "The day you propose has gone by. Choose today or a later day.")
    case .dayGoneBy: .init(en: "That day has gone by. Choose today or a later day.")
    case .dayTooFar: .init(en: "That day is more than ten years away. Check the year.")
    case .notLater:
      .init(en: "The day you propose is not later than the day you gave your word for.")
    case .offerRestsUntil(let day):
      .init(
        en: "An offer much like this one was not wanted. "
          + "It may be offered again from \(en: day).")
    case .offerRanOut(let day):
      .init(en: "This offer ran out after \(en: day). You can ask the circle for it.")
    default: inTheWay
    }
  }

  private var whatFits: Sentence {
    switch self {
    case .tooLong(_, let bytes):
      .init(en: "This is too long: there is room for about \(bytes) letters. Nothing was lost.")
    case .outOfRange(_, let range):
      .init(en: "Write a number from \(range.lowerBound) to \(range.upperBound).")
    case .unknown(.mandate): .init(en: "There is no such mandate in this partnership.")
    case .unknown(.ask): .init(en: "There is no such ask in this partnership.")
    case .unknown(.offer): .init(en: "There is no such offer in this partnership.")
    case .unknown(.commitment): .init(en: "There is no such word in this partnership.")
    case .unknown(.recognition): .init(en: "Nothing like that was said about this word.")
    case .idInUse:
      .init(en: "This form was sent once before with other words. Open the page again.")
    default: inTheWay
    }
  }

  private var inTheWay: Sentence {
    switch self {
    case .mandateEnded:
      .init(en: "The mandate of the person you promise this to no longer stands. Choose another.")
    case .askWithdrawn: .init(en: "The community has withdrawn this.")
    case .askNotTaken:
      .init(en: "A steward first answers this ask with “we take it”. Then you can give your word.")
    case .boundaryTakesNoWord:
      .init(en: "A boundary is kept, not promised. No word is given for it.")
    case .wordStands:
      .init(
        en: "Somebody has given their word for this. "
          + "They can tell the community that it will slip; only the community can let it go.")
    case .alreadyAnswered:
      .init(en: "This was already answered with “not able”. You can still answer “we take it”.")
    case .alreadyListed: .init(en: "An offer much like this one already stands.")
    case .offerSettled: .init(en: "This offer was already taken, declined or taken back.")
    case .offerNotTaken: .init(en: "The community has not taken this offer.")
    case .letGo: .init(en: "The community has let this word go.")
    case .noHandOver: .init(en: "Nobody has handed this word over.")
    case .toOneself: .init(en: "You own this word already. Choose another member.")
    case .alreadyReported: .init(en: "This was already reported as done.")
    case .notReported:
      .init(en: "Nothing has been reported for this word yet, so there is nothing to answer.")
    case .alreadySaid:
      .init(en: "You have already said something about this. You can take that back first.")
    case .alreadyTakenBack: .init(en: "This was already taken back, with another reason.")
    default: .init(en: "This cannot be done now.")
    }
  }
}

extension Partnership.Stage {
  fileprivate var hinders: Sentence {
    switch self {
    case .unproposed: .init(en: "There is no partnership here yet.")
    case .proposed: .init(en: "The community has not opened this partnership.")
    case .withdrawn: .init(en: "The circle has taken this letter back.")
    case .declined: .init(en: "The community has declined.")
    case .open: .init(en: "The partnership is open, so this cannot be done now.")
    case .paused:
      .init(
        en: "The community has paused this partnership. "
          + "Until they resume it, the circle can only tell and report on words already given.")
    case .ended: .init(en: "The community has ended this partnership. The record stays.")
    }
  }
}

extension Partnership.Part {
  /// What to say when the part is empty.
  public var missing: Sentence {
    switch self {
    case .who: .init(en: "Write who the circle is.")
    case .why: .init(en: "Write why you ask.")
    case .canGive: .init(en: "Write what you can give.")
    case .scope: .init(en: "Write on what this person speaks for the community.")
    case .giver: .init(en: "Write who gave this mandate.")
    case .until, .day: .init(en: "Choose a day.")
    case .poolDays, .answerDays, .offerRestDays: .init(en: "Write a number of days.")
    case .pace: .init(en: "Write about pace and hours.")
    case .credit: .init(en: "Write how credit is given.")
    case .words: .init(en: "Write it in a few words.")
    case .because: .init(en: "Say why the circle is not able.")
    case .what: .init(en: "Write what you will do.")
    case .when: .init(en: "Write when it starts: “when …”.")
    case .then: .init(en: "Write what you do then: “then I …”.")
    case .frame: .init(en: "Choose the sentence that says it truly, and finish it.")
    case .frameBy: .init(en: "Finish the sentence: by doing what?")
    case .promisee: .init(en: "Choose to whom you give your word.")
    case .account: .init(en: "Say in a few words what was done, or why it was not.")
    case .proposedDay: .init(en: "Propose another day.")
    case .reason: .init(en: "Say why, in a few words. It is kept beside what you said before.")
    }
  }
}

extension Circle.Refusal {
  public var sentence: Sentence {
    switch self {
    case .alreadyFounded: .init(en: "This circle is already founded.")
    case .notFounded: .init(en: "There is no such circle.")
    case .onlyASteward: .init(en: "Only a steward of the circle can do this.")
    case .onlyAMember: .init(en: "Only a member of the circle can do this.")
    case .invitationUsed: .init(en: "This invitation was already used.")
    case .alreadyAMember: .init(en: "You are a member of this circle already.")
    case .notAMember: .init(en: "This person is not a member of the circle.")
    case .lastSteward:
      .init(
        en: "You are the last steward. Name another steward first: "
          + "somebody must answer the community.")
    case .holdsWords(let count):
      count == 1
        ? .init(
          en: "You still hold one word. Hand it over to somebody who accepts it, "
            + "or tell the community that you are leaving it.")
        : .init(
          en: "You still hold \(count) words. Hand each over to somebody who accepts it, "
            + "or tell the community that you are leaving it.")
    }
  }
}

extension Community.Refusal {
  public var sentence: Sentence {
    switch self {
    case .alreadyGathered: .init(en: "This community is already here.")
    case .onlyItsPeople: .init(en: "Only people of this community can do this.")
    case .notOneOfUs: .init(en: "This person is not one of this community.")
    }
  }
}
