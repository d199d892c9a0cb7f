import HTTPTypes
import HeedPractice
import HeedStore
import Testing

@testable import HeedService
@testable import HeedWeb

@Suite("At the door")
struct DoorPageTests {
  private static let passphrase = "four lanterns by the river"
  /// Derived from the passphrase by Python, at the least cost.
  private static let phc =
    "$scrypt$ln=10,r=1,p=1$PYjXVeTWX/OasQOamPKqZw==$EX+Nj5fVzy/X706h4f9nYsheQTvbRf5/TvcTNRhkVxg="

  private func site(isBehindTLS: Bool = false) async throws -> (Site, SecretCode) {
    let site = try await Site.town(isBehindTLS: isBehindTLS)
    let code = SecretCode.random()
    _ = try await site.heed.store.commit(
      Change(vault: [
        .setPassphrase(.init(person: "bo", login: "bo", phc: Self.phc)),
        .setAccessCode(code.hash, of: "amara"),
      ]))
    return (site, code)
  }

  @Test("a code lets somebody in, with a cookie that fits the device")
  func code() async throws {
    let (site, code) = try await site()
    for (fields, end) in [([], "; Max-Age=2592000"), ([("borrowed", "yes")], "SameSite=Lax")] {
      let came = try await site.post("/sign-in/code", [("code", code.text)] + fields)
      #expect(came.status == 303)
      #expect(came.location == "/home")
      #expect(came.headers[.setCookie]?.hasSuffix(end) == true)
    }
  }

  @Test("a handle and a passphrase let somebody in, and the session ends on the server")
  func handle() async throws {
    let (site, _) = try await site(isBehindTLS: true)
    let came = try await site.post(
      "/sign-in/handle", [("handle", "Bo"), ("passphrase", Self.passphrase)])
    #expect(came.status == 303)
    let cookie = try #require(came.headers[.setCookie])
    #expect(cookie.hasPrefix("__Host-heed="))
    let secret = try #require(cookie.split(separator: ";").first).dropFirst("__Host-heed=".count)
    let session = try #require(SecretCode(typed: String(secret)))
    #expect(try await site.get("/home", as: session).status == 200)
    let out = try await site.post("/account/sign-out", as: session)
    #expect(out.headers[.setCookie]?.hasPrefix("__Host-heed=;") == true)
    #expect(try await site.get("/home", as: session).location == "/sign-in")
  }

  @Test("leaving shows an empty page and ends the session")
  func leave() async throws {
    let (site, _) = try await site()
    let session = try #require(try await site.session("amara"))
    let came = try await site.post("/leave", as: session)
    #expect(came.status == 200)
    #expect(came.page.contains("<title>Notes</title>"))
    #expect(came.page.contains("<body></body>"))
    #expect(!came.page.contains("Heed"))
    #expect(try await site.get("/home", as: session).location == "/sign-in")
  }

  struct Secret: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path: String
    var fields: [(String, String)]
    var person: String?
    var status: Int

    static let word = "needle-of-a-secret-9Q"
  }

  static let secrets = [
    Secret(
      testDescription: "a wrong passphrase", path: "/sign-in/handle",
      fields: [("handle", "Bo"), ("passphrase", Secret.word)], status: 403),
    Secret(
      testDescription: "a wrong code", path: "/sign-in/code", fields: [("code", Secret.word)],
      status: 403),
    Secret(
      testDescription: "a passphrase beside an unknown field", path: "/sign-in/handle",
      fields: [("handle", "Bo"), ("passphrase", Secret.word), ("more", "x")], status: 400),
    Secret(
      testDescription: "a code beside an unknown field", path: "/sign-in/code",
      fields: [("code", Secret.word), ("more", "x")], status: 400),
    Secret(
      testDescription: "two passphrases, the old one wrong", path: "/account/passphrase",
      fields: [("old", Secret.word), ("passphrase", Secret.word)], person: "bo", status: 403),
    Secret(
      testDescription: "two passphrases beside an unknown field", path: "/account/passphrase",
      fields: [("old", Secret.word), ("passphrase", Secret.word), ("more", "x")], person: "bo",
      status: 400),
  ]

  @Test("is never shown again:", arguments: secrets)
  func neverShown(_ secret: Secret) async throws {
    let (site, _) = try await site()
    let session = try await site.session(secret.person)
    let came = try await site.post(secret.path, secret.fields, as: session)
    #expect(came.status == secret.status)
    #expect(!came.page.contains(Secret.word))
  }

  @Test("a passphrase that is refused is not shown again, and the handle is")
  func join() async throws {
    let (site, _) = try await site()
    let link = try await site.heed.invite(into: "lanterns", by: "bo")
    let came = try await site.post(
      "/join/\(link.inLink)", [("handle", "Marigold"), ("passphrase", "needle")])
    #expect(came.status == 422)
    #expect(came.page.contains("A passphrase has at least 12 letters."))
    #expect(came.page.contains("value=\"Marigold\""))
    #expect(!came.page.contains("needle"))
    let taken = try await site.post(
      "/join/\(link.inLink)", [("handle", "bo"), ("passphrase", Self.passphrase)])
    #expect(taken.status == 409)
    #expect(!taken.page.contains(Self.passphrase))
  }

  @Test("a link is shown by looking, and used by answering alone")
  func invited() async throws {
    let (site, _) = try await site()
    let (_, link) = try await site.heed.propose(.lanterns, for: "lanterns", by: "bo")
    let path = "/invited/\(link.inLink)"
    for _ in 0..<2 {
      let page = try await site.get(path).page
      #expect(page.contains("Your hall asked for hands"))
      #expect(page.contains("Lanterns"))
    }
    let without = try await site.post("\(path)/open", [("name", "Harbour"), ("handle", "Eun")])
    #expect(without.status == 422)
    let opened = try await site.post(
      "\(path)/open",
      [
        ("name", "Harbour"), ("handle", "Eun"), ("scope", "Nights"), ("poolDays", "7"),
        ("answerDays", "7"), ("offerRestDays", "90"), ("questions", "no"),
      ])
    #expect(opened.status == 200)
    #expect(opened.headers[.setCookie]?.hasPrefix("heed=") == true)
    #expect(opened.page.contains("/enter/"))
    for answer in ["open", "decline"] {
      #expect(try await site.post("\(path)/\(answer)").status == 410)
    }
    #expect(try await site.get(path).status == 410)
  }

  @Test("a letter is declined without a word")
  func decline() async throws {
    let (site, _) = try await site()
    let (id, link) = try await site.heed.propose(.lanterns, for: "lanterns", by: "bo")
    #expect(try await site.post("/invited/\(link.inLink)/decline").status == 200)
    #expect(try await site.get("/invited/\(link.inLink)").status == 410)
    #expect(try await site.heed.partnership(id, for: "bo")?.state.stage == .declined)
  }

  @Test("guessing has to wait, and says for how long")
  func wait() async throws {
    let (site, _) = try await site()
    let wrong = [("handle", "Bo"), ("passphrase", "not this one")]
    for _ in 0..<5 { #expect(try await site.post("/sign-in/handle", wrong).status == 403) }
    let came = try await site.post("/sign-in/handle", wrong)
    #expect(came.status == 429)
    #expect(came.page.contains("Wait 30 seconds"))
  }

  @Test("a new handle stands on the page, and nobody is signed out by it")
  func rename() async throws {
    let (site, _) = try await site()
    let session = try await site.session("bo")
    let came = try await site.post("/account/handle", [("handle", "Robert <3")], as: session)
    #expect(came.location == "/account")
    let page = try await site.get("/account", as: session).page
    #expect(page.contains("value=\"Robert &lt;3\""))
    let empty = try await site.post("/account/handle", [("handle", " ")], as: session)
    #expect(empty.status == 422)
  }

  @Test("a circle's name is changed by a steward, a community's by its people")
  func names() async throws {
    let (site, _) = try await site()
    let (bo, cy) = (try await site.session("bo"), try await site.session("cy"))
    let farid = try await site.session("farid")
    #expect(try await site.post("/circle/name", [("name", "Lamps")], as: cy).status == 403)
    #expect(try await site.heed.name(of: "lanterns" as ID<Circle>) == "Lanterns")
    #expect(try await site.post("/circle/name", [("name", "Lamps")], as: bo).status == 303)
    #expect(try await site.heed.name(of: "lanterns" as ID<Circle>) == "Lamps")
    #expect(try await site.post("/community/name", [("name", "")], as: farid).status == 422)
    #expect(try await site.post("/community/name", [("name", "Houses")], as: farid).status == 303)
    #expect(try await site.heed.name(of: "tenants" as ID<Community>) == "Houses")
  }

  @Test("roles are stepped into in a demo, and nowhere else")
  func demo() async throws {
    let demo = try await Site.empty(.demo)
    try await Demo.fill(demo.heed)
    #expect(try await demo.get("/").page.contains("/demo/step-in"))
    for role in Demo.Role.allCases {
      let came = try await demo.post("/demo/step-in", [("role", role.rawValue)])
      #expect(came.location == "/home")
      #expect(came.headers[.setCookie]?.contains("Max-Age") == false)
    }
    #expect(try await demo.post("/demo/step-in", [("role", "host")]).status == 404)
    let (real, _) = try await site()
    #expect(try await real.post("/demo/step-in", [("role", "liaison")]).status == 404)
    #expect(try await real.get("/").page.contains("/demo/step-in") == false)
  }
}
