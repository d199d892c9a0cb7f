import HTTPTypes
import Hummingbird

/// One address: what it answers to, which fields its form may have, and who answers.
struct Route: Sendable {
  typealias Handler = @Sendable (Call) async throws -> Answer

  /// Who may come here; everything else is for the handler to say.
  enum Audience: Sendable {
    case anybody
    case signedIn
    /// Somebody who takes part in the partnership of the address; for others it does not exist.
    case partner
  }

  let method: HTTPRequest.Method
  let path: String
  let audience: Audience
  let fields: Set<String>
  /// Whether a form must carry the token of its session.
  var isGuarded = true
  let handler: Handler

  static func get(_ path: String, _ audience: Audience, _ handler: @escaping Handler) -> Route {
    Route(method: .get, path: path, audience: audience, fields: [], handler: handler)
  }

  /// A form without fields of its own: a button.
  static func post(
    _ path: String, _ audience: Audience, _ handler: @escaping Handler
  ) -> Route {
    post(path, audience, [], handler)
  }

  static func post(
    _ path: String, _ audience: Audience, _ fields: [String], _ handler: @escaping Handler
  ) -> Route {
    Route(
      method: .post, path: path, audience: audience, fields: Set(fields + ["form"]),
      handler: handler)
  }

  /// The same without the token of a session: for what must work when its page is stale, and can do
  /// no harm.
  var withoutToken: Route {
    var route = self
    route.isGuarded = false
    return route
  }
}
