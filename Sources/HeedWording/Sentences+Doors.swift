extension Sentence {
  public static let frontTitle = Sentence(
    en: "A circle gives its word; the community says whether it was kept")
  public static let frontWhat = Sentence(
    en: "Heed is for groups who practise allyship. A community says what it wants. A circle gives "
      + "its word, says in time when it will slip, and reports. Only the community says whether "
      + "it was what they asked, or says nothing.")
  public static let frontHowToJoin = Sentence(
    en: "People join by a link or a code that somebody hands to them in person. "
      + "Nobody can sign up here, and nobody can be looked up.")
  public static let stepInto = Sentence(en: "Step into a role")
  public static let useItForReal = Sentence(en: "Use it for real")
  public static let useItForRealHow = Sentence(
    en: "On a machine of your own, with an empty directory, this starts Heed and prints a link "
      + "that makes the first circle:")

  public static let signIn = Sentence(en: "Sign in")
  public static let signInWithCode = Sentence(en: "With an access code")
  public static let signInWithCodeWhy = Sentence(
    en: "For people of a community. No name, no e-mail, no passphrase.")
  public static let accessCode = Sentence(en: "Access code")
  public static let accessCodeHint = Sentence(
    en: "24 letters and numbers, as on your paper. Spaces and small letters do not matter.")
  public static let notMyDevice = Sentence(
    en: "This is not my device: forget me after half an hour")
  public static let signInWithHandle = Sentence(en: "With a handle")
  public static let handle = Sentence(en: "Handle")
  public static let passphraseOrRecovery = Sentence(en: "Passphrase, or one of your recovery codes")
  public static let enterTitle = Sentence(en: "Sign in with your personal link")
  public static let enterWhy = Sentence(
    en: "Whoever has this link can sign in as you. If somebody else may have seen it, sign in and "
      + "replace it.")

  public static let beginTitle = Sentence(en: "Begin: the first circle")
  public static let beginWhy = Sentence(
    en: "You will be its first steward: you answer what communities ask, and you invite the others."
  )
  public static let circleName = Sentence(en: "What the circle is called")
  public static let circleNameHint = Sentence(
    en: "Seen by its members and by the communities it writes to.")
  public static let handleHint = Sentence(
    en: "What the others call you here. It need not be your name. You can change it at any time.")
  public static let newPassphrase = Sentence(en: "A passphrase")
  public static let passphraseHint = Sentence(
    en: "At least 12 letters. Four or five words that only you would put together are good. "
      + "Pasting is fine.")
  public static let foundCircle = Sentence(en: "Found the circle")
  public static func joinTitle(_ circle: String) -> Sentence { Sentence(en: "Join \(circle)") }
  public static let joinWhy = Sentence(
    en: "A steward of this circle has invited you. The other members will see your handle; "
      + "communities see it on the words you give.")
  public static let join = Sentence(en: "Join the circle")
  public static let recoveryTitle = Sentence(en: "Print these recovery codes")
  public static let recoverySeenBy = Sentence(en: "Seen by you, this once. They are not kept here.")
  public static let recoveryWhy = Sentence(
    en: "If you lose your passphrase, each of these signs you in once, with your handle. "
      + "Keep the paper where you keep things that matter.")
  public static let keptThem = Sentence(en: "I have kept them")

  public static func invitedTitle(_ circle: String) -> Sentence {
    Sentence(en: "A letter from \(circle)")
  }
  public static let invitedSeenBy = Sentence(
    en: "Seen by the circle that wrote it and by whoever holds this link. "
      + "Nobody sees that you have opened it.")
  public static let letterWho = Sentence(en: "Who we are")
  public static let letterWhy = Sentence(en: "Why we ask")
  public static let letterCanGive = Sentence(en: "What we can give")
  public static let whatThisIs = Sentence(en: "What this is")
  public static let invitedWhat = Sentence(
    en: "If you open it, you can ask this circle for things, say how you want them done, and say "
      + "what must not happen. They give their word with a day. Only you say whether it was kept; "
      + "you never have to say anything.")
  public static let invitedWhoSees = Sentence(
    en: "What is written here is seen by your people and by the members of this circle, and by "
      + "nobody else. Whoever runs this server can technically read it; Heed cannot prevent that.")
  public static let invitedYours = Sentence(
    en: "You can pause or end it at any time, at once, without a reason. The circle cannot.")
  public static let declineTitle = Sentence(en: "No")
  public static let declineWhy = Sentence(
    en: "No reason is asked. The link stops working, and the circle sees only that it was declined."
  )
  public static let declineButton = Sentence(en: "Decline")
  public static let declinedTitle = Sentence(en: "You have declined")
  public static let declinedWhy = Sentence(
    en: "The link no longer works. There is nothing more to do.")
  public static let openTitle = Sentence(en: "Yes, on your terms")
  public static let openWhy = Sentence(
    en: "Or leave this page and think about it: the link works for seven days.")
  public static func openAs(_ community: String) -> Sentence {
    Sentence(en: "You open it for \(community), and you hold the first mandate.")
  }
  public static let communityName = Sentence(en: "What your community wants to be called here")
  public static let communityNameHint = Sentence(
    en: "In your own words and spelling. You can change it at any time.")
  public static let yourHandle = Sentence(en: "What you want to be called here")
  public static let yourHandleHint = Sentence(
    en: "It need not be your name. It stands beside what you say.")
  public static let scopeLabel = Sentence(en: "On what does this person speak for the community?")
  public static let scopeHint = Sentence(en: "For instance: rent and repairs in our street.")
  public static let giverLabel = Sentence(en: "Who gave this mandate?")
  public static let giverHint = Sentence(
    en: "For instance: our meeting of 3 May. Heed never checks a mandate; it only shows it.")
  public static let untilLabel = Sentence(en: "Until when?")
  public static let untilHint = Sentence(en: "The last day it stands. Empty: until you end it.")
  public static let agreementsTitle = Sentence(en: "How you want to be dealt with")
  public static let agreementsWhy = Sentence(
    en: "These are your terms. You alone can change them, at any time.")
  public static let poolLabel = Sentence(en: "News from the circle: one letter in how many days?")
  public static let poolHint = Sentence(
    en: "All that they did or said stands in one letter. Nothing else is sent to you.")
  public static let answerDaysLabel = Sentence(en: "How many days has the circle to answer an ask?")
  public static let answerDaysHint = Sentence(en: "From 1 to 90.")
  public static let paceLabel = Sentence(en: "Pace and hours")
  public static let paceHint = Sentence(en: "For instance: not on Fridays; slowly in harvest time.")
  public static let questionsLabel = Sentence(en: "May the circle put questions to you?")
  public static let questionsNo = Sentence(en: "No. They do their own research.")
  public static let questionsYes = Sentence(en: "Yes, questions are welcome.")
  public static let creditLabel = Sentence(en: "How is credit given?")
  public static let creditHint = Sentence(
    en: "For instance: name the association, no persons; or: no credit in public.")
  public static let offerRestLabel = Sentence(
    en: "How many days must a declined offer rest before it may return?")
  public static let offerRestHint = Sentence(en: "From 1 to 3660.")
  public static let openButton = Sentence(en: "Open the partnership")
  public static let openedTitle = Sentence(en: "The partnership is open. Keep this code")
  public static let codeSeenBy = Sentence(en: "Seen by you, this once. It is not kept here.")
  public static let openedWhy = Sentence(
    en: "With this code you come back. Write it down, print this page, or keep the link.")
  public static let codeAsLink = Sentence(
    en: "The same as a personal link:")
  public static let codeKeep = Sentence(
    en: "Whoever has it can speak as you. You can replace it under “My sign-in”.")
  public static let goOn = Sentence(en: "Go on")
  public static let unreadableDay = Sentence(
    en: "Write the day as year-month-day, for instance 2026-12-05.")
  public static let unreadableNumber = Sentence(en: "Write a whole number.")
}
