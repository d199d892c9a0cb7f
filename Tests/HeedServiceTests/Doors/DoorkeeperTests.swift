import HeedPractice
import HeedStore
import Testing

@testable import HeedService

@Suite("A doorkeeper")
struct DoorkeeperTests {
  /// Bo signs in by a passphrase with a key that is cheap to derive; amara by a code.
  private struct Doors {
    let town: Town
    let code = SecretCode.random()
    let recovery = [SecretCode.random(), SecretCode.random()]
    var doorkeeper: Doorkeeper { town.heed.doorkeeper }

    static let passphrase = PassphrasesTests.Known.passphrase

    init() async throws {
      town = try await Town.founded()
      let row = PassphraseRow(person: "bo", login: "bo", phc: PassphrasesTests.Known.cheap)
      _ = try await town.store.commit(
        Change(vault: [
          .setPassphrase(row), .setRecoveryCodes(recovery.map(\.hash), of: "bo"),
          .setAccessCode(code.hash, of: "amara"),
        ]))
    }

    func person(_ secret: SecretCode) async throws -> ID<Person>? {
      try await doorkeeper.visitor(secret.inLink)?.person
    }
  }

  @Test(
    "lets somebody in by handle and passphrase, however the handle is typed",
    arguments: [
      "bo", "Bo", " BO ", "\tbo\n", "\u{FF22}\u{FF4F}",
    ])
  func byHandle(_ handle: String) async throws {
    let doors = try await Doors()
    let session = try await doors.doorkeeper.signIn(
      handle: handle, passphrase: Doors.passphrase, .own)
    #expect(try await doors.person(session) == "bo")
  }

  @Test(
    "gives one answer to a wrong passphrase and to an unknown handle",
    arguments: [
      ("bo", "not the passphrase"), ("nobody", Doors.passphrase), ("", Doors.passphrase),
      ("bo", ""), ("amara", Doors.passphrase),
    ])
  func wrong(_ handle: String, _ passphrase: String) async throws {
    let doors = try await Doors()
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(handle: handle, passphrase: passphrase, .own)
    }
  }

  @Test("makes a guesser wait after five wrong tries, and nobody else")
  func throttle() async throws {
    let doors = try await Doors()
    for _ in 0..<5 {
      await #expect(throws: NotLetIn.wrong) {
        try await doors.doorkeeper.signIn(handle: "Bo", passphrase: "not it", .own)
      }
    }
    await #expect(throws: NotLetIn.wait(seconds: 30)) {
      try await doors.doorkeeper.signIn(handle: "bo", passphrase: Doors.passphrase, .own)
    }
    _ = try await doors.doorkeeper.signIn(code: doors.code.text, .own)
    doors.town.clock.second += 30
    _ = try await doors.doorkeeper.signIn(handle: "bo", passphrase: Doors.passphrase, .own)
  }

  @Test("takes a recovery code once, with the handle it belongs to")
  func recovery() async throws {
    let doors = try await Doors()
    let code = doors.recovery[0].text.lowercased()
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(handle: "cy", passphrase: code, .own)
    }
    let session = try await doors.doorkeeper.signIn(handle: "Bo", passphrase: code, .own)
    #expect(try await doors.person(session) == "bo")
    #expect(try await doors.town.heed.recoveryCodesLeft(of: "bo") == 1)
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(handle: "Bo", passphrase: code, .own)
    }
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(
        handle: "Bo", passphrase: SecretCode.random().text, .own)
    }
  }

  @Test("lets somebody in by their access code, and by no other")
  func byCode() async throws {
    let doors = try await Doors()
    let session = try await doors.doorkeeper.signIn(code: doors.code.inLink, .own)
    #expect(try await doors.person(session) == "amara")
    for typed in [SecretCode.random().text, "", doors.recovery[0].text, session.text] {
      await #expect(throws: NotLetIn.wrong) {
        try await doors.doorkeeper.signIn(code: typed, .own)
      }
    }
  }

  @Test("knows nobody by a secret that is not a session's", arguments: ["", "0", "x y z"])
  func nobody(_ secret: String) async throws {
    let doors = try await Doors()
    #expect(try await doors.doorkeeper.visitor(secret) == nil)
    #expect(try await doors.person(.random()) == nil)
    #expect(try await doors.person(doors.code) == nil)
  }

  @Test("ends a session on a borrowed device after half an hour to the second")
  func borrowed() async throws {
    let doors = try await Doors()
    let session = try await doors.doorkeeper.signIn(code: doors.code.text, .borrowed)
    doors.town.clock.second += 1_799
    #expect(try await doors.person(session) == "amara")
    doors.town.clock.second += 1
    #expect(try await doors.person(session) == nil)
  }

  @Test(
    "ends a session on one's own device after thirty days, at a full hour",
    arguments: [
      0, 1, 3_599,
    ])
  func own(_ past: Int) async throws {
    let doors = try await Doors()
    doors.town.clock.second += past
    let start = doors.town.clock.second
    let session = try await doors.doorkeeper.signIn(code: doors.code.text, .own)
    let hours = (start + 2_592_000 + 3_599) / 3_600
    doors.town.clock.second = hours * 3_600 - 1
    #expect(try await doors.person(session) == "amara")
    doors.town.clock.second += 1
    #expect(try await doors.person(session) == nil)
  }

  @Test("signs out here, and everywhere")
  func signOut() async throws {
    let doors = try await Doors()
    var sessions: [SecretCode] = []
    for _ in 0..<3 {
      sessions.append(try await doors.doorkeeper.signIn(code: doors.code.text, .own))
    }
    let bos = try await doors.doorkeeper.startSession("bo", .own)
    let first = try #require(try await doors.doorkeeper.visitor(sessions[0].inLink))
    try await doors.doorkeeper.signOut(first)
    #expect(try await doors.person(sessions[0]) == nil)
    #expect(try await doors.person(sessions[1]) == "amara")
    try await doors.doorkeeper.signOutEverywhere("amara")
    #expect(try await doors.person(sessions[2]) == nil)
    #expect(try await doors.person(bos) == "bo")
  }

  @Test("lets somebody in by a new handle, and by the old one no more")
  func rename() async throws {
    let doors = try await Doors()
    try await doors.doorkeeper.rename("bo", to: "Robert  of the Bridge")
    #expect(try await doors.town.heed.handle(of: "bo") == "Robert  of the Bridge")
    let session = try await doors.doorkeeper.signIn(
      handle: "robert of  the bridge", passphrase: Doors.passphrase, .own)
    #expect(try await doors.person(session) == "bo")
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(handle: "bo", passphrase: Doors.passphrase, .own)
    }
  }

  @Test("leaves an old handle in no file")
  func renameForgets() async throws {
    let doors = try await Doors()
    let old = "Marigold-of-the-needle"
    try await doors.doorkeeper.rename("bo", to: old)
    try await doors.doorkeeper.rename("bo", to: "Robert")
    for needle in [old, old.lowercased()] {
      #expect(try TemporaryDirectory.files(in: doors.town.data.path, containing: needle).isEmpty)
    }
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var handle: String
    var refusal: NotLetIn
  }

  static let refused = [
    Refused(testDescription: "that is empty", handle: "", refusal: .missingHandle),
    Refused(testDescription: "of blanks", handle: " \n\u{A0}", refusal: .missingHandle),
    Refused(
      testDescription: "of more than 80 bytes", handle: String(repeating: "é", count: 40) + "e",
      refusal: .handleTooLong),
    Refused(testDescription: "that somebody signs in by", handle: " CY ", refusal: .handleTaken),
  ]

  @Test("refuses a new handle", arguments: refused)
  func refusesHandle(_ refused: Refused) async throws {
    let doors = try await Doors()
    let cys = PassphraseRow(person: "cy", login: "cy", phc: PassphrasesTests.Known.cheap)
    _ = try await doors.town.store.commit(Change(vault: [.setPassphrase(cys)]))
    await #expect(throws: refused.refusal) {
      try await doors.doorkeeper.rename("bo", to: refused.handle)
    }
    #expect(try await doors.town.heed.handle(of: "bo") == "Bo")
    #expect(try await doors.town.heed.vault.passphrase(of: "bo")?.login == "bo")
  }

  @Test("gives a new passphrase with new recovery codes, and ends the other sessions")
  func renewPassphrase() async throws {
    let doors = try await Doors()
    let other = try await doors.doorkeeper.startSession("bo", .own)
    let here = try await doors.doorkeeper.startSession("bo", .own)
    let visitor = try #require(try await doors.doorkeeper.visitor(here.inLink))
    let keys = try await doors.doorkeeper.renewPassphrase(
      visitor, from: Doors.passphrase, to: "four lanterns by the river")
    #expect(try await doors.person(other) == nil)
    #expect(try await doors.person(here) == nil)
    #expect(try await doors.person(keys.session) == "bo")
    #expect(Set(keys.recoveryCodes.map(\.text)).count == 10)
    #expect(try await doors.town.heed.recoveryCodesLeft(of: "bo") == 10)
    for old in [Doors.passphrase, doors.recovery[0].text] {
      await #expect(throws: NotLetIn.wrong) {
        try await doors.doorkeeper.signIn(handle: "bo", passphrase: old, .own)
      }
    }
    for new in ["four lanterns by the river", keys.recoveryCodes[9].text] {
      _ = try await doors.doorkeeper.signIn(handle: "bo", passphrase: new, .own)
    }
  }

  struct NotRenewed: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var who: ID<Person> = "bo"
    var old = PassphrasesTests.Known.passphrase
    var new = "four lanterns by the river"
    var refusal: NotLetIn
  }

  static let notRenewed = [
    NotRenewed(testDescription: "after a wrong old one", old: "not it", refusal: .wrong),
    NotRenewed(testDescription: "for somebody who has none", who: "amara", refusal: .wrong),
    NotRenewed(
      testDescription: "that is too short", new: "river", refusal: .passphrase(.tooShort)),
    NotRenewed(
      testDescription: "that is too plain", new: "aaaaaaaaaaaaaa", refusal: .passphrase(.tooPlain)),
  ]

  @Test("gives no new passphrase", arguments: notRenewed)
  func refusesPassphrase(_ refused: NotRenewed) async throws {
    let doors = try await Doors()
    let session = try await doors.doorkeeper.startSession(refused.who.text, .own)
    let visitor = try #require(try await doors.doorkeeper.visitor(session.inLink))
    await #expect(throws: refused.refusal) {
      try await doors.doorkeeper.renewPassphrase(visitor, from: refused.old, to: refused.new)
    }
    #expect(try await doors.person(session) == refused.who)
    #expect(
      try await doors.town.heed.vault.passphrase(of: "bo")?.phc == PassphrasesTests.Known.cheap)
  }

  @Test("gives one's own new access code, and ends the old one and its sessions")
  func renewCode() async throws {
    let doors = try await Doors()
    let old = try await doors.doorkeeper.signIn(code: doors.code.text, .own)
    let (code, keys) = try await doors.doorkeeper.renewCode("amara")
    #expect(try await doors.person(old) == nil)
    #expect(try await doors.person(keys.session) == "amara")
    #expect(keys.recoveryCodes.isEmpty)
    await #expect(throws: NotLetIn.wrong) {
      try await doors.doorkeeper.signIn(code: doors.code.text, .own)
    }
    _ = try await doors.doorkeeper.signIn(code: code.text, .own)
  }
}
