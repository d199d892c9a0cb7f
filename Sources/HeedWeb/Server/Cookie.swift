import HTTPTypes
import HeedService

/// The one cookie: the secret of the session, for this host alone, out of reach of scripts.
struct SessionCookie: Sendable {
  /// Browsers take a `__Host-` cookie over https only; plain http is served on loopback alone.
  let isBehindTLS: Bool

  private var name: String { isBehindTLS ? "__Host-heed" : "heed" }
  private var attributes: String {
    "Path=/; HttpOnly; SameSite=Lax" + (isBehindTLS ? "; Secure" : "")
  }

  func secret(in headers: HTTPFields) -> String? {
    for header in headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let sides = pair.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, sides[0].drop(while: { $0 == " " }) == name else { continue }
        return String(sides[1])
      }
    }
    return nil
  }

  /// Keeps the secret: for thirty days, or until the browser is closed on a borrowed device.
  func set(_ secret: SecretCode, _ stay: Doorkeeper.Stay) -> HTTPField {
    let age = stay == .own ? "; Max-Age=\(stay.rawValue)" : ""
    return HTTPField(name: .setCookie, value: "\(name)=\(secret.inLink); \(attributes)\(age)")
  }

  var clear: HTTPField {
    HTTPField(name: .setCookie, value: "\(name)=; \(attributes); Max-Age=0")
  }
}
