import HTTPTypes
import HeedPractice
import HeedService
import Testing

@testable import HeedWeb

extension Route {
  /// An address of this route in the town of the tests.
  fileprivate func address(_ partnership: String = "river", _ code: String = "0") -> String {
    let values = [
      ":partnership": partnership, ":word": "carry", ":ask": "chairs", ":offer": "van",
      ":mandate": "amaras", ":index": "0", ":log": "river", ":code": code, "**": "0/000.p/2",
    ]
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .map { values[String($0)] ?? String($0) }.joined(separator: "/")
  }

  fileprivate var isPost: Bool { method == .post }

  /// Every field of the form, filled in as somebody who means it would.
  fileprivate var filled: [(String, String)] {
    let values = [
      "id": "new", "kind": "ask", "day": "2026-03-09", "until": "2026-03-09",
      "proposedDay": "2026-03-20", "person": "cy", "holder": "farid", "recognition": "yes",
      "verdict": "asAsked", "outcome": "done", "answer": "take", "frame": "support",
      "poolDays": "7", "answerDays": "7", "offerRestDays": "90", "questions": "no",
      "promisee": "amaras", "offer": "", "ask": "chairs", "borrowed": "yes",
    ]
    return fields.subtracting(["form"]).sorted().map { ($0, values[$0] ?? "A few words of it") }
  }
}

@Suite("Every address")
struct RouteTests {
  private func ask(
    _ site: Site, _ route: Route, _ address: String, as session: SecretCode?,
    isFilled: Bool = true
  ) async throws -> Came {
    route.isPost
      ? try await site.post(address, isFilled ? route.filled : [], as: session)
      : try await site.get(address, as: session)
  }

  @Test("stands once in the list, and takes no form without its token")
  func list() {
    let addresses = Routes.all.map { "\($0.method) \($0.path)" }
    #expect(Set(addresses).count == addresses.count)
    #expect(Routes.all.allSatisfy { $0.method == .get || $0.method == .post })
    for route in Routes.all where route.isPost { #expect(route.fields.contains("form")) }
    for route in Routes.all {
      #expect(
        (route.audience == .partner) == route.path.hasPrefix("/partnerships/:partnership"),
        "\(route.path)")
    }
  }

  @Test("that is not for everybody asks whoever is signed out to sign in")
  func signedOut() async throws {
    let site = try await Site.town()
    for route in Routes.all where route.audience != .anybody {
      let came = try await ask(site, route, route.address(), as: nil)
      if route.isPost {
        #expect(came.status == 401, "\(route.path)")
        #expect(came.page.contains("You are signed out"))
      } else {
        #expect(came.status == 303, "\(route.path)")
        #expect(came.location == "/sign-in")
      }
    }
    #expect(try await site.size() == 6)
  }

  @Test("of a partnership tells a stranger nothing, not even that it exists")
  func stranger() async throws {
    let site = try await Site.town()
    let session = try await site.session("eun")
    for route in Routes.all where route.audience == .partner {
      let real = try await ask(site, route, route.address("river"), as: session)
      let none = try await ask(site, route, route.address("nowhere"), as: session)
      #expect(real.status == 404, "\(route.method) \(route.path)")
      #expect(real.status == none.status, "\(route.path)")
      #expect(real.page == none.page, "\(route.path)")
      #expect(!real.page.contains("Tenants"))
    }
    #expect(try await site.size() == 6)
  }

  @Test("of a circle or a community is not there for somebody of neither")
  func neither() async throws {
    let site = try await Site.town()
    let session = try await site.session("eun")
    for route in Routes.all
    where route.path.hasPrefix("/circle") || route.path.hasPrefix("/community")
      || ["/owe", "/mine"].contains(route.path)
    {
      let came = try await ask(site, route, route.address(), as: session)
      #expect(came.status == 404, "\(route.method) \(route.path)")
    }
    for path in ["/home", "/account"] {
      #expect(try await site.get(path, as: session).status == 200)
    }
  }

  @Test(
    "answers everybody without a fault, whatever their form lacks",
    arguments: [
      nil, "eun", "bo", "cy", "amara", "farid",
    ], [true, false])
  func noFaults(_ person: String?, _ isFilled: Bool) async throws {
    let site = try await Site.town()
    for route in Routes.all {
      let session = try await site.session(person)
      let came = try await ask(
        site, route, route.address(), as: session, isFilled: isFilled)
      #expect(came.status < 500, "\(route.method) \(route.path): \(came.status)")
      #expect(came.headers[.contentSecurityPolicy] != nil, "\(route.path)")
      #expect(came.headers[.cacheControl] != nil, "\(route.path)")
    }
  }

  @Test("that only reads is open to those it is for")
  func reads() async throws {
    let site = try await Site.town()
    let closed: [String: Set<String>] = [
      "bo": ["letter", "/community"], "cy": ["letter", "/community"],
      "amara": ["words/new", "hand-over", "/circle", "/owe", "/mine"],
      "farid": ["words/new", "hand-over", "/circle", "/owe", "/mine"],
    ]
    for (person, closed) in closed {
      let session = try await site.session(person)
      for route in Routes.all where !route.isPost && !route.path.contains(":code") {
        if route.path == "/" { continue }
        let isClosed =
          closed.contains { route.path.contains($0) && route.path != "/circle/letters/new" }
          || (person == "bo" && route.path.hasSuffix("hand-over"))
          || (route.path == "/circle/letters/new" && closed.contains("/circle"))
        let came = try await ask(site, route, route.address(), as: session)
        #expect((came.status == 200) == !isClosed, "\(person) \(route.path): \(came.status)")
      }
    }
  }

  @Test(
    "that nobody answers to has a page with every header",
    arguments: [
      "/nowhere", "/partnerships", "/partnerships/river/nowhere", "/.env",
      "/partnerships/RIVER", "/partnerships/r%2e%2e", "/record/river", "/style/other.css",
      "/begin/nocode", "/join/nocode", "/invited/nocode",
    ])
  func unknown(_ path: String) async throws {
    let site = try await Site.town()
    let came = try await site.get(path, as: try await site.session("bo"))
    #expect(came.status == (path.hasSuffix("/nocode") ? 410 : 404))
    #expect(came.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
    #expect(came.headers[.xContentTypeOptions] == "nosniff")
    #expect(came.page.hasSuffix("</html>"))
  }

  @Test(
    "of an entry takes a number as it is written, and no other",
    arguments: [
      "6", "99", "-1", "01", "+1", "1.0", "0x1", "9223372036854775807", "9223372036854775808",
      "99999999999999999999", "%EF%BC%91", "one", "%00",
    ])
  func numbers(_ index: String) async throws {
    let site = try await Site.town()
    let session = try await site.session("amara")
    for end in ["", "/receipt"] {
      let came = try await site.get("/partnerships/river/record/\(index)\(end)", as: session)
      #expect(came.status == 404)
    }
    #expect(try await site.get("/partnerships/river/record/5", as: session).status == 200)
  }

  @Test(
    "of a tile that is not there is not there, however far out",
    arguments: [
      "0/000", "0/001", "1/000", "6/x999/x999/x999/999", "2/x999/x999/x999/999.p/1",
      "63/000", "entries/x999/x999/x999/999", "0/x999/x999/x999/x999/x999/999", "entries/-01",
      "8/../../keys", "0/000.p/7", "0/000.p/0", "0/000.p/256", "0/000.p/-1",
    ])
  func tiles(_ tile: String) async throws {
    let site = try await Site.town()
    for log in ["river", "nowhere", "..", "%2e%2e"] {
      #expect(try await site.get("/record/\(log)/tile/\(tile)").status == 404)
    }
  }
}
