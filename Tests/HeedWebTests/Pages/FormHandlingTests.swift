import HTTPTypes
import HeedPractice
import Testing

@testable import HeedService
@testable import HeedWeb

@Suite("A form that is sent")
struct FormHandlingTests {
  private static let words = "Somebody who reads the lease <with> us"
  private static let escaped = "Somebody who reads the lease &lt;with&gt; us"
  private static let ask = [
    ("id", "lease"), ("kind", "ask"), ("words", words), ("day", "2026-03-09"),
  ]

  @Test("once is stored, and leads to its receipt")
  func once() async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    let came = try await site.post("/partnerships/river/asks", Self.ask, as: session)
    #expect(came.status == 303)
    #expect(came.location == "/partnerships/river?saved=6")
    let page = try await site.get("/partnerships/river?saved=6", as: session).page
    #expect(page.contains("/partnerships/river/record/6"))
    #expect(page.contains(Self.escaped))
    #expect(!page.contains("<with>"))
    let receipt = try await site.get("/partnerships/river/record/6/receipt", as: session)
    #expect(receipt.page.hasPrefix("c2sp.org/tlog-proof@v1\n"))
    #expect(
      receipt.headers[.contentDisposition] == "attachment; filename=\"receipt-6.tlog-proof\"")
  }

  @Test("twice is stored once")
  func twice() async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    for location in ["/partnerships/river?saved=6", "/partnerships/river"] {
      let came = try await site.post("/partnerships/river/asks", Self.ask, as: session)
      #expect(came.status == 303)
      #expect(came.location == location)
    }
    #expect(try await site.size() == 7)
  }

  @Test(
    "with the token of another session is not taken, and what was typed comes back",
    arguments: [
      nil, "eun", "bo", "",
    ])
  func stale(_ owner: String?) async throws {
    let site = try await Site.town()
    let other = try await site.session(owner == "" ? nil : owner)
    let token =
      owner == "" ? "" : site.heed.keys.formToken(for: other?.hash ?? Array("public".utf8))
    let session = try await site.session("amara")
    let came = try await site.post(
      "/partnerships/river/asks", Self.ask, as: session, token: token)
    #expect(came.status == 403)
    #expect(came.page.contains("This page was open too long"))
    #expect(came.page.contains(Self.escaped))
    #expect(try await site.size() == 6)
  }

  @Test("with a field that the page does not know is not taken, and what was typed comes back")
  func unknownField() async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    let came = try await site.post(
      "/partnerships/river/asks", Self.ask + [("by", "dalia")], as: session)
    #expect(came.status == 400)
    #expect(came.page.contains(Self.escaped))
    #expect(try await site.size() == 6)
  }

  struct Elsewhere: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var headers: [HTTPField]
    var status: Int
  }

  private static func header(_ name: String, _ value: String) -> [HTTPField] {
    HTTPField.Name(name).map { [HTTPField(name: $0, value: value)] } ?? []
  }

  static let elsewhere = [
    Elsewhere(
      testDescription: "from another site", headers: header("Sec-Fetch-Site", "cross-site"),
      status: 403),
    Elsewhere(
      testDescription: "from a neighbour", headers: header("Sec-Fetch-Site", "same-site"),
      status: 403),
    Elsewhere(
      testDescription: "as plain text", headers: header("Content-Type", "text/plain"), status: 400),
    Elsewhere(
      testDescription: "as JSON", headers: header("Content-Type", "application/json"), status: 400),
    Elsewhere(
      testDescription: "in parts",
      headers: header("Content-Type", "multipart/form-data; boundary=a"), status: 400),
  ]

  @Test("is not taken", arguments: elsewhere)
  func notTaken(_ elsewhere: Elsewhere) async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    let came = try await site.post(
      "/partnerships/river/asks", Self.ask, as: session, headers: elsewhere.headers)
    #expect(came.status == elsewhere.status)
    #expect(try await site.size() == 6)
  }

  @Test("that is too large, or no text, is not taken")
  func hostile() async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    let large = String(repeating: "a", count: 60_000)
    let came = try await site.post(
      "/partnerships/river/asks", [("words", large)], as: session)
    #expect(came.status == 413)
    let zero = try await site.post(
      "/partnerships/river/asks", [("words", "a\0b")], as: session)
    #expect(zero.status == 400)
    let twice = try await site.post(
      "/partnerships/river/asks", [("words", "a"), ("words", "b")], as: session)
    #expect(twice.status == 400)
    #expect(try await site.size() == 6)
  }

  @Test("that the rules refuse comes back as it was filled in, with the field that is wrong")
  func refused() async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    var ask = Self.ask
    ask[3].1 = "2026-03-01"
    let came = try await site.post("/partnerships/river/asks", ask, as: session)
    #expect(came.status == 422)
    #expect(came.page.contains("That day has gone by. Choose today or a later day."))
    #expect(came.page.contains("href=\"#f-day\""))
    #expect(came.page.contains("aria-invalid=\"true\""))
    #expect(came.page.contains(Self.escaped))
    #expect(came.page.contains("value=\"2026-03-01\""))
    #expect(came.page.contains("<title>Error: "))
    ask[3].1 = "9 March"
    let unreadable = try await site.post("/partnerships/river/asks", ask, as: session)
    #expect(unreadable.status == 422)
    #expect(unreadable.page.contains("value=\"9 March\""))
    #expect(try await site.size() == 6)
  }

  @Test("by the other side is refused with the rule it breaks")
  func otherSide() async throws {
    let site = try await Site.town()
    let bo = try await site.session("bo")
    let ask = try await site.post("/partnerships/river/asks", Self.ask, as: bo)
    #expect(ask.status == 403)
    #expect(ask.page.contains("Only the community can do this."))
    try await site.act(.report(.done), .cy)
    let recognise = try await site.post(
      "/partnerships/river/words/carry/recognise", [("id", "own"), ("verdict", "asAsked")], as: bo)
    #expect(recognise.status == 403)
    #expect(recognise.page.contains("Only the community can say whether this is what they asked."))
    let farid = try await site.session("farid")
    let pause = try await site.post("/partnerships/river/pause", as: farid)
    #expect(pause.status == 403)
    #expect(try await site.size() == 7)
  }

  @Test(
    "offers the end of a partnership to those who may end it, and to nobody else",
    arguments: [
      ("amara", true), ("farid", false), ("bo", false), ("cy", false),
    ])
  func offers(_ person: String, _ may: Bool) async throws {
    let site = try await Site.town()
    let session = try await site.session(person)
    let page = try await site.get("/partnerships/river", as: session).page
    #expect(page.contains("action=\"/partnerships/river/pause\"") == may)
    #expect(page.contains("action=\"/partnerships/river/end\"") == may)
    let terms = try await site.get("/partnerships/river/agreements", as: session).page
    #expect(terms.contains("action=\"/partnerships/river/agreements\"") == may)
    let mandates = try await site.get("/partnerships/river/mandates", as: session).page
    #expect(mandates.contains("action=\"/partnerships/river/mandates\"") == may)
    try await site.act(.relationship(.end), .amara)
    let after = try await site.get("/partnerships/river/agreements", as: session).page
    #expect(!after.contains("action=\"/partnerships/river/agreements\""))
  }
}
