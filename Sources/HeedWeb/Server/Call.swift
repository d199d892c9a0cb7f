import HeedPractice
import HeedService
import HeedWording

/// One request, as a handler sees it: who asks, for what, with which form.
///
/// It holds no address, no user agent and no referrer, so that none can be stored or logged (R8).
struct Call: Sendable {
  let heed: Heed
  let visitor: Visitor?
  let cookie: SessionCookie
  let parameters: [String: String]
  let query: Form
  private(set) var form: Form
  /// The path that was asked for, without its query.
  let path: String
  let isPost: Bool
  /// How this server was reached, such as `https://heed.example.org`; for links to hand over.
  let address: String
  let language = Language.en

  /// The token that forms on this page must carry.
  var formToken: String {
    heed.keys.formToken(for: visitor?.session ?? Array("public".utf8))
  }

  /// An id from the address; a wrong one is as good as none.
  func id<Thing>(_ name: String, of: Thing.Type = Thing.self) throws -> ID<Thing> {
    guard let id = parameters[name].flatMap({ ID<Thing>($0) }) else { throw Stop.notFound }
    return id
  }

  func number(_ name: String) throws -> Int {
    guard let text = parameters[name], let number = Int(text), number >= 0, String(number) == text
    else { throw Stop.notFound }
    return number
  }

  func signedIn() throws -> Visitor {
    guard let visitor else { throw Stop.signInFirst }
    return visitor
  }

  /// The partnership of the address, as this visitor may see it.
  ///
  /// A stranger gets the same answer as for one that does not exist.
  func partnership() async throws -> SeenPartnership {
    let visitor = try signedIn()
    guard let seen = try await heed.partnership(try id("partnership"), for: visitor.person)
    else { throw Stop.notFound }
    return seen
  }

  var today: Day { heed.calendar.today }

  func with(_ form: Form) -> Call {
    var call = self
    call.form = form
    return call
  }

  /// A call of nobody, for pages that are answered before anything is known.
  static func blank(_ heed: Heed, _ cookie: SessionCookie) -> Call {
    Call(
      heed: heed, visitor: nil, cookie: cookie, parameters: [:], query: Form(), form: Form(),
      path: "/", isPost: false, address: "")
  }
}

/// Why a handler does not answer with a page of its own.
enum Stop: Error, Equatable {
  case notFound
  case signInFirst
  case staleForm
  case unknownField(String)
  case badForm
  case notOverHere
  case tooLarge
}
