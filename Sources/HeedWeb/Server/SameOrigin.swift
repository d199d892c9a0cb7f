import HTTPTypes

/// Whether a form was sent from a page of this server.
///
/// Browsers say so in `Sec-Fetch-Site`; older ones in `Origin`. When both are silent, the form's
/// token decides alone; it is asked for in any case.
///
/// Source: OWASP, Cross-Site Request Forgery Prevention Cheat Sheet (2026).
enum SameOrigin {
  static func mayBe(_ headers: HTTPFields, host: String?) -> Bool {
    if let site = headers[.named("Sec-Fetch-Site")] {
      return site == "same-origin" || site == "none"
    }
    guard let origin = headers[.origin] else { return true }
    guard let host, let scheme = origin.firstRange(of: "://") else { return false }
    return origin[scheme.upperBound...] == host
  }
}
