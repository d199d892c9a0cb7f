extension Sentence {
  public static let skipToContent = Sentence(en: "Skip to the content")
  public static let mainMenu = Sentence(en: "Main menu")
  public static let home = Sentence(en: "Start")
  public static let account = Sentence(en: "My sign-in")
  public static let leaveThisPage = Sentence(en: "Leave this page now")
  public static let leftTitle = Sentence(en: "Notes")
  public static let whatIsHeed = Sentence(en: "What is Heed, and who can see what?")
  public static let footer = Sentence(
    en: "Heed keeps no address, counts nobody, and sends nothing anywhere.")
  public static let demoNote = Sentence(
    en: "This is a demo. Nothing here is real, and everything goes when you stop it.")
  public static let errorPrefix = Sentence(en: "Error: ")
  public static let thereIsAProblem = Sentence(en: "There is a problem")
  public static let optional = Sentence(en: " (if you like)")
  public static let goToTheStart = Sentence(en: "Go to the start")

  public static let nothingHere = Sentence(en: "There is nothing here")
  public static let nothingHereWhy = Sentence(
    en: "The address is wrong, or what was here is not for you to see. Nothing was changed.")
  public static let signedOut = Sentence(en: "You are signed out")
  public static let signedOutWhy = Sentence(
    en: "Nothing was saved. Sign in again and open the page once more.")
  public static let staleForm = Sentence(en: "This page was open too long")
  public static let staleFormWhy = Sentence(
    en: "You have signed in or out since you opened it, so nothing was saved. "
      + "Open the page again and send it once more.")
  public static let notFromHere = Sentence(en: "This was sent from another site")
  public static let notFromHereWhy = Sentence(
    en: "Heed takes forms only from its own pages. Nothing was changed.")
  public static let badForm = Sentence(en: "This form cannot be read")
  public static let badFormWhy = Sentence(
    en: "What arrived is not a form, or has letters in it that are not text. Nothing was changed.")
  public static let unknownFieldWhy = Sentence(
    en: "It has a field that this page does not know. Open the page again. Nothing was changed.")
  public static let tooLarge = Sentence(en: "This is too much for one form")
  public static let tooLargeWhy = Sentence(
    en: "A form may hold about 100,000 letters. Nothing was changed. Send less at a time.")
  public static let refusedTitle = Sentence(en: "This was not done")
  public static let tooBusy = Sentence(en: "Too many people are signing in at this moment")
  public static let tooBusyWhy = Sentence(
    en: "Nothing was changed. Wait a few seconds and try again.")
  public static let failed = Sentence(en: "Something went wrong here, not with you")
  public static let failedWhy = Sentence(
    en:
      "It may not have been saved. Open the page again to see; if it is not there, try once more. "
      + "If it stays like this, tell whoever runs this server.")
  public static let noRoom = Sentence(en: "There is no room left on this server")
  public static let noRoomWhy = Sentence(
    en: "It was not saved. Reading goes on. Tell whoever runs this server, and try again later.")
  public static let recordBroken = Sentence(en: "The record does not hold")
  public static let recordBrokenWhy = Sentence(
    en: "Something in it was changed or removed. Nothing can be shown or added until whoever runs "
      + "this server has found out what. Keep your receipts: they show what was here.")
  public static let yourWords = Sentence(en: "What you wrote")
  public static let yourWordsWhy = Sentence(en: "It was not saved. You can copy it from here:")

  public static let wrongCode = Sentence(
    en: "That does not fit. Check each letter, and whether the code was replaced by a newer one.")
  public static func waitBefore(_ seconds: Int) -> Sentence {
    Sentence(en: "Too many tries. Wait \(seconds) seconds, then try again.")
  }
  public static let linkGone = Sentence(en: "This link leads nowhere")
  public static let linkGoneWhy = Sentence(
    en: "It was used already, it is older than seven days, or it was taken back. "
      + "Ask whoever gave it to you for a new one.")
  public static let missingHandle = Sentence(en: "Write what you want to be called here.")
  public static let handleTooLong = Sentence(en: "This is too long for a handle.")
  public static let handleTaken = Sentence(
    en: "Somebody here signs in by that handle already. Choose another.")
  public static let missingName = Sentence(en: "Write a name.")
  public static let nameTooLong = Sentence(en: "This is too long for a name.")
  public static let passphraseTooShort = Sentence(
    en: "A passphrase has at least 12 letters. Four or five words are good.")
  public static let passphraseTooLong = Sentence(
    en: "This passphrase is longer than 1,000 letters.")
  public static let passphraseTooPlain = Sentence(
    en:
      "This is one of the first that anybody would guess. Take words that only you would put together."
  )
  public static let passphraseIsTheHandle = Sentence(
    en: "The passphrase must not be the handle.")
  public static let somebodyWasFaster = Sentence(
    en: "Somebody else answered a moment before you. Open the page again to see what they said.")
}
