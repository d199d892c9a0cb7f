/// Every address, on one page.
///
/// A path part with a colon is an id; `**` is the rest. The matrix of routes and roles in the tests
/// is made from this list, so that none can be forgotten.
enum Routes {
  static let all = doors + bodies + partnerships + asks + words + records

  private static let doors: [Route] = [
    .get("/", .anybody, FrontPage.show),
    .get("/about", .anybody, FrontPage.about),
    .get(Stylesheet.path, .anybody) { _ in Stylesheet.answer() },
    .get("/icon.svg", .anybody) { _ in Stylesheet.icon },
    .post("/leave", .anybody, FrontPage.leave).withoutToken,
    .post("/demo/step-in", .anybody, ["role"], FrontPage.stepIn),
    .get("/sign-in", .anybody, SignInPage.show),
    .post("/sign-in/code", .anybody, ["code", "borrowed"], SignInPage.withCode),
    .post(
      "/sign-in/handle", .anybody, ["handle", "passphrase", "borrowed"], SignInPage.withHandle),
    .get("/enter/:code", .anybody, SignInPage.enter),
    .get("/begin/:code", .anybody, JoinPage.begin),
    .post("/begin/:code", .anybody, ["name", "handle", "passphrase"], JoinPage.found),
    .get("/join/:code", .anybody, JoinPage.show),
    .post("/join/:code", .anybody, ["handle", "passphrase"], JoinPage.join),
    .get("/invited/:code", .anybody, InvitedPage.show),
    .post("/invited/:code/decline", .anybody, InvitedPage.decline),
    .post(
      "/invited/:code/open", .anybody,
      ["name", "handle"] + mandateFields + agreementFields, InvitedPage.open),
  ]

  private static let bodies: [Route] = [
    .get("/home", .signedIn, HomePage.show),
    .get("/owe", .signedIn, OwePages.owe),
    .get("/mine", .signedIn, OwePages.mine),
    .get("/circle", .signedIn, CirclePage.show),
    .post("/circle/name", .signedIn, ["name"], CirclePage.rename),
    .post("/circle/invitations", .signedIn, CirclePage.invite),
    .post("/circle/stewards", .signedIn, ["person"], CirclePage.nameSteward),
    .post("/circle/step-down", .signedIn, CirclePage.stepDown),
    .get("/circle/leave", .signedIn, CirclePage.leaving),
    .post("/circle/leave", .signedIn, CirclePage.leave),
    .get("/circle/letters/new", .signedIn, CirclePage.newLetter),
    .post("/circle/letters", .signedIn, ["who", "why", "canGive"], CirclePage.sendLetter),
    .get("/community", .signedIn, CommunityPage.show),
    .post("/community/name", .signedIn, ["name"], CommunityPage.rename),
    .post("/community/people", .signedIn, ["handle"], CommunityPage.welcome),
    .post("/community/codes", .signedIn, ["person"], CommunityPage.renewCode),
    .get("/account", .signedIn, AccountPage.show),
    .post("/account/handle", .signedIn, ["handle"], AccountPage.rename),
    .post(
      "/account/passphrase", .signedIn, ["old", "passphrase"], AccountPage.changePassphrase),
    .post("/account/code", .signedIn, AccountPage.replaceCode),
    .post("/account/sign-out", .signedIn, SignInPage.signOut),
    .post("/account/sign-out-everywhere", .signedIn, SignInPage.signOutEverywhere),
  ]

  private static let partnership = "/partnerships/:partnership"

  private static let partnerships: [Route] = [
    .get(partnership, .partner, PartnershipPage.show),
    .post("\(partnership)/take-back", .partner, PartnershipPage.takeBack),
    .post("\(partnership)/pause", .partner, PartnershipPage.pause),
    .post("\(partnership)/resume", .partner, PartnershipPage.resume),
    .post("\(partnership)/end", .partner, PartnershipPage.end),
    .get("\(partnership)/letter", .partner, RecordPage.letter),
    .get("\(partnership)/mandates", .partner, TermsPages.mandates),
    .post("\(partnership)/mandates", .partner, ["id", "holder"] + mandateFields, TermsPages.give),
    .post("\(partnership)/mandates/:mandate/end", .partner, TermsPages.end),
    .get("\(partnership)/agreements", .partner, TermsPages.agreements),
    .post("\(partnership)/agreements", .partner, agreementFields, TermsPages.agree),
  ]

  private static let asks: [Route] = [
    .get("\(partnership)/asks/new", .partner, AskPages.new),
    .post("\(partnership)/asks", .partner, ["id", "kind", "words", "day"], AskPages.ask),
    .get("\(partnership)/asks/:ask", .partner, AskPages.show),
    .post("\(partnership)/asks/:ask/amend", .partner, ["words", "day"], AskPages.amend),
    .post("\(partnership)/asks/:ask/withdraw", .partner, AskPages.withdraw),
    .post("\(partnership)/asks/:ask/answer", .partner, ["answer", "because"], AskPages.answer),
    .get("\(partnership)/offers/new", .partner, OfferPages.new),
    .post("\(partnership)/offers", .partner, ["id", "words", "until"], OfferPages.list),
    .post("\(partnership)/offers/:offer/take", .partner, OfferPages.take),
    .post("\(partnership)/offers/:offer/decline", .partner, OfferPages.decline),
    .post("\(partnership)/offers/:offer/take-back", .partner, OfferPages.takeBack),
  ]

  private static let word = "\(partnership)/words/:word"

  private static let words: [Route] = [
    .get("\(partnership)/words/new", .partner, GiveWordPage.show),
    .post("\(partnership)/words", .partner, wordFields, GiveWordPage.give),
    .get(word, .partner, WordPage.show),
    .post("\(word)/tell", .partner, ["words", "proposedDay"], WordPage.tell),
    .post("\(word)/report", .partner, ["outcome", "account"], WordPage.report),
    .post("\(word)/redate", .partner, ["day"], WordPage.redate),
    .post("\(word)/let-go", .partner, WordPage.letGo),
    .get("\(word)/hand-over", .partner, HandOverPage.show),
    .post("\(word)/hand-over", .partner, ["person"], HandOverPage.handOver),
    .post("\(word)/leaving", .partner, ["words"], HandOverPage.tellLeaving),
    .post("\(word)/accept", .partner, WordPage.accept),
    .post("\(word)/decline-hand-over", .partner, WordPage.declineHandOver),
    .post("\(word)/recognise", .partner, ["id", "verdict", "said"], WordPage.recognise),
    .post("\(word)/take-back", .partner, ["recognition", "reason"], WordPage.takeBack),
  ]

  private static let records: [Route] = [
    .get("\(partnership)/record", .partner, RecordPage.show),
    .get("\(partnership)/record/file", .partner, RecordPage.file),
    .get("\(partnership)/record/:index", .partner, RecordPage.entry),
    .get("\(partnership)/record/:index/receipt", .partner, RecordPage.receipt),
    .get("/record/:log/checkpoint", .anybody, PublicRecord.checkpoint),
    .get("/record/:log/key", .anybody, PublicRecord.key),
    .get("/record/:log/tile/**", .anybody, PublicRecord.tile),
  ]

  private static let mandateFields = ["scope", "giver", "until"]
  private static let agreementFields = [
    "poolDays", "answerDays", "pace", "questions", "credit", "offerRestDays",
  ]
  private static let wordFields = [
    "id", "ask", "offer", "what", "day", "when", "then", "frame", "supportFor", "ending",
    "frameBy", "privilegeBy", "promisee",
  ]
}
