import Testing

@testable import HeedService

@Suite("Passphrases")
struct PassphrasesTests {
  /// What Python's `hashlib.scrypt` makes of `crème brûlée on a tuesday`, composed, with a salt of
  /// the first 16 bytes of SHA-256("heed test salt").
  enum Known {
    static let passphrase = "cr\u{E8}me br\u{FB}l\u{E9}e on a tuesday"
    static let salt = "PYjXVeTWX/OasQOamPKqZw=="
    static let hash = "z1GuB5Wsthg5o66i0mv7j65BIu+ZsBoTMqtIbKvT2LM="
    static let usual = "$scrypt$ln=14,r=8,p=5$\(salt)$\(hash)"
    static let middling =
      "$scrypt$ln=12,r=8,p=1$\(salt)$DEH+0Ryd/wmDK94aa+g0+wK/HKYKOjzj23vJIWNLJqQ="
    static let cheap = "$scrypt$ln=10,r=1,p=1$\(salt)$R09EgPHNHq4UaH8rWprcSfA82gzV2dsSeTKGrVjvKYs="
  }

  struct Typed: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var typed: String
    var phc: String?
    var isRight: Bool
  }

  static let table = [
    Typed(
      testDescription: "the right one", typed: Known.passphrase, phc: Known.usual, isRight: true),
    Typed(
      testDescription: "the right one at another cost", typed: Known.passphrase,
      phc: Known.middling, isRight: true),
    Typed(
      testDescription: "the right one at the least cost", typed: Known.passphrase,
      phc: Known.cheap, isRight: true),
    Typed(
      testDescription: "the right one, typed with accents apart",
      typed: "cre\u{300}me bru\u{302}le\u{301}e on a tuesday", phc: Known.cheap, isRight: true),
    Typed(
      testDescription: "one without accents", typed: "creme brulee on a tuesday",
      phc: Known.cheap, isRight: false),
    Typed(
      testDescription: "one with a capital", typed: "C" + Known.passphrase.dropFirst(),
      phc: Known.cheap, isRight: false),
    Typed(
      testDescription: "one with a space behind", typed: Known.passphrase + " ",
      phc: Known.cheap, isRight: false),
    Typed(testDescription: "an empty one", typed: "", phc: Known.cheap, isRight: false),
    Typed(
      testDescription: "one for somebody who is not there", typed: Known.passphrase, phc: nil,
      isRight: false),
    Typed(
      testDescription: "an empty one for somebody who is not there", typed: "", phc: nil,
      isRight: false),
  ]

  @Test("are checked as Python derives them:", arguments: table)
  func check(_ typed: Typed) async throws {
    #expect(try await Passphrases().check(typed.typed, against: typed.phc) == typed.isRight)
  }

  static let malformed = [
    "", "$", "$$$$", "scrypt", Known.hash,
    "$argon2id$ln=10,r=1,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10;r=1;p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=ten,r=1,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=9,r=1,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=18,r=1,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=0,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=9,p=1$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=1,p=0$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=1,p=9$\(Known.salt)$\(Known.hash)",
    "$scrypt$ln=10,r=1,p=1$(salt)$\(Known.hash)",
    "$scrypt$ln=10,r=1,p=1$\(Known.salt)$",
    "$scrypt$ln=10,r=1,p=1$\(Known.salt)$(hash)",
    "\(Known.cheap)$more",
  ]

  @Test("are never right against what is not a derived key", .serialized, arguments: malformed)
  func malformedKey(_ phc: String) async throws {
    #expect(try await Passphrases().check(Known.passphrase, against: phc) == false)
  }

  @Test("are derived with a salt of their own, and found right afterwards")
  func derive() async throws {
    let passphrases = Passphrases()
    let (one, other) = (
      try await passphrases.derive(Known.passphrase), try await passphrases.derive(Known.passphrase)
    )
    #expect(one != other)
    #expect(one.hasPrefix("$scrypt$ln=14,r=8,p=5$"))
    #expect(try await passphrases.check(Known.passphrase, against: one))
    #expect(try await passphrases.check("another passphrase", against: one) == false)
  }

  @Test("wait in a line of at most twenty-two, and the rest are turned away at once")
  func queue() async throws {
    let passphrases = Passphrases()
    let answers = await withTaskGroup(of: Result<Bool, any Error>.self) { group in
      for _ in 0..<60 {
        group.addTask {
          do {
            return .success(
              try await passphrases.check(Known.passphrase, against: Known.middling))
          } catch { return .failure(error) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let isRight = answers.compactMap { try? $0.get() }
    #expect(isRight.allSatisfy { $0 })
    #expect((22..<60).contains(isRight.count))
    for case .failure(let error) in answers {
      #expect(error as? Fault == .tooBusy(retryAfter: 5))
    }
    #expect(try await passphrases.check(Known.passphrase, against: Known.cheap))
  }
}

@Suite("A new passphrase is refused")
struct PassphraseFlawTests {
  struct Chosen: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var passphrase: String
    var handle = "Amara"
    var flaw: PassphraseFlaw?
  }

  static let table = [
    Chosen(testDescription: "not, when it is long", passphrase: "four lanterns by the river"),
    Chosen(testDescription: "not, with twelve letters", passphrase: "lantern boat"),
    Chosen(testDescription: "not, with twelve letters of any script", passphrase: "фонарь у реки"),
    Chosen(
      testDescription: "not, with a thousand bytes",
      passphrase: String(repeating: "lantern-", count: 125)),
    Chosen(testDescription: "not, for holding the handle", passphrase: "amara amara amara boat"),
    Chosen(testDescription: "with eleven letters", passphrase: "lanternboat", flaw: .tooShort),
    Chosen(
      testDescription: "with eleven letters of many bytes", passphrase: "фонарьуреки",
      flaw: .tooShort),
    Chosen(testDescription: "when it is empty", passphrase: "", flaw: .tooShort),
    Chosen(
      testDescription: "with a thousand and one bytes",
      passphrase: String(repeating: "lantern-", count: 125) + "s", flaw: .tooLong),
    Chosen(
      testDescription: "of five letters in turn", passphrase: "abcdeabcdeabcde", flaw: .tooPlain),
    Chosen(
      testDescription: "of five letters, small and large", passphrase: "abcdeABCDEabcde",
      flaw: .tooPlain),
    Chosen(
      testDescription: "when it begins as guessers do", passphrase: "Password12345",
      flaw: .tooPlain),
    Chosen(
      testDescription: "when a cartoon made it famous",
      passphrase: "Correct horse battery staple", flaw: .tooPlain),
    Chosen(
      testDescription: "when it is the handle", passphrase: "river street tenant",
      handle: "River Street Tenant", flaw: .isTheHandle),
    Chosen(
      testDescription: "when it is the handle twice", passphrase: "lanternsLanterns",
      handle: "laNTerns", flaw: .isTheHandle),
  ]

  @Test(arguments: table)
  func check(_ chosen: Chosen) {
    var found: PassphraseFlaw?
    do { try PassphraseFlaw.check(chosen.passphrase, handle: chosen.handle) } catch {
      found = error
    }
    #expect(found == chosen.flaw)
  }
}
