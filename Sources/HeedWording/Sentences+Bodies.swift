public import HeedPractice

extension Sentence {
  public static let roleLiaison = Sentence(en: "The community’s liaison")
  public static let roleLiaisonWhat = Sentence(
    en: "Amara speaks for the River Street Tenants: what they asked, what slipped, what is said "
      + "to be done.")
  public static let roleLiaisonStep = Sentence(en: "Step in as the liaison")
  public static let roleSteward = Sentence(en: "The circle’s steward")
  public static let roleStewardWhat = Sentence(
    en: "Bo answers asks for the Northside Circle and writes to communities.")
  public static let roleStewardStep = Sentence(en: "Step in as the steward")
  public static let roleMember = Sentence(en: "A circle member")
  public static let roleMemberWhat = Sentence(
    en: "Cy has given their word twice; one of them is late.")
  public static let roleMemberStep = Sentence(en: "Step in as the member")

  public static let partnerships = Sentence(en: "Partnerships")
  public static let noPartnerships = Sentence(en: "There are none yet.")
  public static func between(_ community: String, _ circle: String) -> Sentence {
    Sentence(en: "\(community) and \(circle)")
  }
  public static func letterSentOn(_ day: Day) -> Sentence {
    Sentence(en: "A letter written on \(en: day)")
  }
  public static let mineTitle = Sentence(en: "My words and what I owe an answer to")
  public static let oweTitle = Sentence(en: "What we owe")
  public static func circleTitle(_ name: String) -> Sentence { Sentence(en: "The circle: \(name)") }
  public static func yourCommunity(_ name: String) -> Sentence {
    Sentence(en: "Your community: \(name)")
  }
  public static let communityPeople = Sentence(en: "Your people here")

  public static let circleSeenBy = Sentence(
    en: "Seen by: the members of the circle. Not by communities, and by nobody else.")
  public static let members = Sentence(en: "Members")
  public static let somebody = Sentence(en: "somebody")
  public static let isSteward = Sentence(en: "Steward: answers asks and writes to communities.")
  public static let nameStewardButton = Sentence(en: "Name as steward")
  public static let stewardDesk = Sentence(en: "For stewards")
  public static let inviteWhy = Sentence(
    en: "A link brings in one person, once, within seven days. Hand it over in person.")
  public static let inviteButton = Sentence(en: "Make a link for a new member")
  public static let invitationTitle = Sentence(en: "A link for one new member")
  public static let invitationWhy = Sentence(
    en: "Hand this over in person:")
  public static let linkSeenBy = Sentence(en: "Seen by you, this once. It is not kept here.")
  public static let linkLasts = Sentence(en: "It works once, for seven days.")
  public static let stepDownButton = Sentence(en: "Step down as steward")
  public static let renameCircle = Sentence(en: "Change the circle’s name")
  public static let renameCommunity = Sentence(en: "Change what the community is called")
  public static let change = Sentence(en: "Change")
  public static let leaving = Sentence(en: "Leaving the circle")
  public static let leavingLink = Sentence(en: "I want to leave the circle")
  public static let leavingWhy = Sentence(
    en: "Nobody asks why. What you gave your word on does not go with you.")
  public static let leavingHeld = Sentence(
    en: "You still hold these words. For each, find somebody who takes it on, or tell the "
      + "community that you are leaving it:")
  public static func handOverNamed(_ what: String) -> Sentence {
    Sentence(en: "Hand over: \(what)")
  }
  public static let leaveCircle = Sentence(en: "Leave the circle")

  public static let letterWhyWrite = Sentence(
    en: "To work with a community, write to them first. Heed contacts nobody: you get a link, and "
      + "hand it over yourself.")
  public static let writeLetter = Sentence(en: "Write a letter to a community")
  public static let letterSeenBy = Sentence(
    en: "Seen by: whoever you hand the link to, and the members of your circle.")
  public static let letterHow = Sentence(
    en: "Short and plain. They may say no, or nothing, and owe you no reason.")
  public static let letterWhoHint = Sentence(
    en: "Who you are together, where, since when. No list of good deeds.")
  public static let letterWhyHint = Sentence(
    en: "Why you write to them, and who told you of them.")
  public static let letterCanGiveHint = Sentence(
    en: "Hands, rooms, money, skills, time: what is really there.")
  public static let makeLink = Sentence(en: "Make the link")
  public static let letterLinkTitle = Sentence(en: "The link to your letter")
  public static let letterLinkWhy = Sentence(
    en: "Hand it over in person. Then wait: silence is an answer too.")

  public static let communitySeenBy = Sentence(
    en: "Seen by: your people. The circle sees only the handles of those who have spoken.")
  public static let welcomeTitle = Sentence(en: "Bring in somebody")
  public static let welcomeWhy = Sentence(
    en: "They need no account: you hand them a code. To speak for the community they also need a "
      + "mandate, which you give on the page of a partnership.")
  public static let theirHandle = Sentence(en: "What they want to be called here")
  public static let makeCode = Sentence(en: "Make their code")
  public static let theirCodeTitle = Sentence(en: "A code for one person")
  public static let theirCodeWhy = Sentence(
    en: "Give it to them on paper or in person. When they have signed in, they should replace it.")
  public static let renewTheirCode = Sentence(en: "They lost their code: make a new one")

  public static let accountSeenBy = Sentence(
    en: "Seen by you. Your handle is seen by the people you work with here.")
  public static let handleChangeHint = Sentence(
    en: "Change it whenever you like. The old one is gone everywhere at once.")
  public static let changePassphrase = Sentence(en: "Passphrase")
  public static func recoveryLeft(_ count: Int) -> Sentence {
    Sentence(en: "Recovery codes not used yet: \(count). A new passphrase brings new codes.")
  }
  public static let oldPassphrase = Sentence(en: "The passphrase you have now, or a recovery code")
  public static let replaceCode = Sentence(en: "Access code")
  public static let replaceCodeWhy = Sentence(
    en: "If somebody else may have seen your code or your link, replace it. The old one stops "
      + "working at once, everywhere.")
  public static let replaceCodeButton = Sentence(en: "Replace my code")
  public static let newCodeTitle = Sentence(en: "Your new access code")
  public static let newCodeWhy = Sentence(en: "The old one no longer works.")
  public static let signOut = Sentence(en: "Sign out")
  public static let signOutEverywhere = Sentence(en: "Sign out on all my devices")
}

extension Partnership.Stage {
  /// What a stage is called in a list.
  public var sentence: Sentence {
    switch self {
    case .unproposed: .init(en: "Not written yet.")
    case .proposed: .init(en: "Written; not answered. They owe no answer.")
    case .withdrawn: .init(en: "You have taken this letter back.")
    case .declined: .init(en: "Declined.")
    case .open: .init(en: "Open.")
    case .paused: .init(en: "Paused by the community.")
    case .ended: .init(en: "Ended by the community. The record stays.")
    }
  }
}
