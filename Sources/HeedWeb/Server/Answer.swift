import HTTPTypes
import Hummingbird

/// What a handler answers with.
struct Answer: Sendable {
  var status = HTTPResponse.Status.ok
  var type = "text/html; charset=utf-8"
  var bytes: [UInt8] = []
  var headers: [HTTPField] = []
  /// Whether anybody may keep a copy; pages of people never.
  var isPublic = false

  static func seeOther(_ path: String, headers: [HTTPField] = []) -> Answer {
    let location = HTTPField(name: .location, value: path)
    return Answer(status: .seeOther, headers: [location] + headers)
  }

  static func file(_ bytes: [UInt8], named name: String, type: String) -> Answer {
    let disposition = HTTPField(
      name: .contentDisposition, value: "attachment; filename=\"\(name)\"")
    return Answer(type: type, bytes: bytes, headers: [disposition])
  }

  static func text(_ text: String) -> Answer {
    Answer(type: "text/plain; charset=utf-8", bytes: Array(text.utf8), isPublic: true)
  }
}

/// The headers that every answer carries, errors and redirects too.
struct StandingHeaders: Sendable {
  /// Whether a proxy in front speaks TLS.
  let isBehindTLS: Bool

  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"

  /// What no answer sets by itself.
  private static let fixed = [
    HTTPField(name: .named("Referrer-Policy"), value: "no-referrer"),
    HTTPField(name: .named("Cross-Origin-Opener-Policy"), value: "same-origin"),
    HTTPField(name: .named("Cross-Origin-Resource-Policy"), value: "same-origin"),
    HTTPField(name: .named("Cross-Origin-Embedder-Policy"), value: "require-corp"),
    HTTPField(
      name: .named("Permissions-Policy"), value: "camera=(), microphone=(), geolocation=()"),
  ]

  func add(to headers: inout HTTPFields, isPublic: Bool) {
    let isDownload = headers[.contentDisposition] != nil
    headers[.contentSecurityPolicy] = isDownload ? "sandbox" : Self.policy
    headers[.xContentTypeOptions] = "nosniff"
    headers.append(contentsOf: Self.fixed)
    headers[.cacheControl] = isPublic ? "public, max-age=3600" : "no-store"
    headers[.vary] = "Cookie, Sec-Fetch-Site"
    if isBehindTLS { headers[.strictTransportSecurity] = "max-age=31536000" }
  }
}

extension HTTPField.Name {
  /// A header by its name, as written in the source.
  static func named(_ name: StaticString) -> HTTPField.Name {
    HTTPField.Name(String(describing: name)) ?? .server
  }
}
