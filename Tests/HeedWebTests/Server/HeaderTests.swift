import HTTPTypes
import HeedService
import Testing

@testable import HeedWeb

@Suite("A form is taken from")
struct SameOriginTests {
  struct Sent: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var site: String?
    var origin: String?
    var host: String? = "heed.test"
    var mayBe: Bool
  }

  static let table = [
    Sent(testDescription: "its own page", site: "same-origin", mayBe: true),
    Sent(testDescription: "nowhere in particular", site: "none", mayBe: true),
    Sent(testDescription: "not another site", site: "cross-site", mayBe: false),
    Sent(testDescription: "not a neighbour of the same site", site: "same-site", mayBe: false),
    Sent(testDescription: "not what is unheard of", site: "elsewhere", mayBe: false),
    Sent(testDescription: "not what is empty", site: "", mayBe: false),
    Sent(testDescription: "not what is written otherwise", site: "Same-Origin", mayBe: false),
    Sent(
      testDescription: "its own page, whatever the older header says", site: "same-origin",
      origin: "https://evil.test", mayBe: true),
    Sent(
      testDescription: "not another site, whatever the older header says", site: "cross-site",
      origin: "https://heed.test", mayBe: false),
    Sent(testDescription: "its own address", origin: "https://heed.test", mayBe: true),
    Sent(testDescription: "its own address without TLS", origin: "http://heed.test", mayBe: true),
    Sent(testDescription: "not another address", origin: "https://evil.test", mayBe: false),
    Sent(testDescription: "not another port", origin: "https://heed.test:8443", mayBe: false),
    Sent(
      testDescription: "its own port", origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080",
      mayBe: true),
    Sent(
      testDescription: "not an address that begins alike", origin: "https://heed.test.evil.test",
      mayBe: false),
    Sent(
      testDescription: "not an address that ends alike", origin: "https://evil-heed.test",
      mayBe: false),
    Sent(testDescription: "not a hidden address", origin: "null", mayBe: false),
    Sent(testDescription: "not an empty address", origin: "", mayBe: false),
    Sent(testDescription: "not an address without a scheme", origin: "heed.test", mayBe: false),
    Sent(
      testDescription: "no address when the host is unknown", origin: "https://heed.test",
      host: nil, mayBe: false),
    Sent(testDescription: "a browser that says nothing; its token decides", mayBe: true),
  ]

  @Test(arguments: table)
  func mayBe(_ sent: Sent) {
    var headers = HTTPFields()
    if let site = sent.site { headers[.named("Sec-Fetch-Site")] = site }
    if let origin = sent.origin { headers[.origin] = origin }
    #expect(SameOrigin.mayBe(headers, host: sent.host) == sent.mayBe)
  }
}

@Suite("The session cookie")
struct SessionCookieTests {
  private let plain = SessionCookie(isBehindTLS: false)
  private let secure = SessionCookie(isBehindTLS: true)

  @Test("is for this host alone, out of reach of scripts, and secure behind TLS")
  func set() throws {
    let code = try #require(SecretCode(typed: "0123-4567-89AB-CDEF-GHJK-MNPQ"))
    let secret = "0123456789abcdefghjkmnpq"
    #expect(plain.set(code, .own).name == .setCookie)
    #expect(
      plain.set(code, .own).value
        == "heed=\(secret); Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000")
    #expect(plain.set(code, .borrowed).value == "heed=\(secret); Path=/; HttpOnly; SameSite=Lax")
    #expect(
      secure.set(code, .own).value
        == "__Host-heed=\(secret); Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000")
    #expect(
      secure.set(code, .borrowed).value
        == "__Host-heed=\(secret); Path=/; HttpOnly; SameSite=Lax; Secure")
    #expect(plain.clear.value == "heed=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    #expect(
      secure.clear.value == "__Host-heed=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0")
  }

  @Test(
    "is found among others, and only by its whole name",
    arguments: [
      ("heed=abc", "abc"), ("a=1; heed=abc; b=2", "abc"), ("a=1;heed=abc", "abc"),
      ("heed=a=b", "a=b"), ("xheed=abc", nil), ("heedx=abc", nil), ("Heed=abc", nil),
      ("__Host-heed=abc", nil), ("heed", nil), ("", nil), ("; ;=;", nil),
    ])
  func find(_ header: String, _ secret: String?) {
    #expect(plain.secret(in: [.cookie: header]) == secret)
  }

  @Test("behind TLS is found only by the name that browsers keep to one host")
  func findSecure() {
    #expect(secure.secret(in: [.cookie: "heed=abc"]) == nil)
    #expect(secure.secret(in: [.cookie: "heed=abc; __Host-heed=def"]) == "def")
  }
}

@Suite("Every answer says")
struct StandingHeadersTests {
  private func headers(
    _ before: HTTPFields = [:], isBehindTLS: Bool = false, isPublic: Bool = false
  ) -> HTTPFields {
    var headers = before
    StandingHeaders(isBehindTLS: isBehindTLS).add(to: &headers, isPublic: isPublic)
    return headers
  }

  static let standing = [
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cache-Control", "no-store"), ("Vary", "Cookie, Sec-Fetch-Site"),
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"
    ),
  ]

  @Test("what browsers may do with it", arguments: standing)
  func all(_ name: String, _ value: String) throws {
    let name = try #require(HTTPField.Name(name))
    #expect(headers()[name] == value)
  }

  @Test("to come back by TLS, if there is TLS")
  func tls() {
    #expect(headers()[.strictTransportSecurity] == nil)
    #expect(headers(isBehindTLS: true)[.strictTransportSecurity] == "max-age=31536000")
  }

  @Test("that nothing in a file that is taken home may run")
  func download() {
    let before: HTTPFields = [.contentDisposition: "attachment; filename=\"record.heed\""]
    #expect(headers(before)[.contentSecurityPolicy] == "sandbox")
  }

  @Test("that anybody may keep what says nothing of people")
  func isPublic() {
    #expect(headers(isPublic: true)[.cacheControl] == "public, max-age=3600")
  }
}
