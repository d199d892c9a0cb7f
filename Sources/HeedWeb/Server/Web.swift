import HTTPTypes
package import HeedService
package import Hummingbird
package import Logging
import NIOCore

/// How the pages are served.
package struct WebSettings: Sendable {
  package var host: String
  package var port: Int
  /// Whether a proxy in front speaks TLS.
  package var isBehindTLS: Bool

  package init(host: String = "127.0.0.1", port: Int = 8080, isBehindTLS: Bool = false) {
    self.host = host
    self.port = port
    self.isBehindTLS = isBehindTLS
  }
}

/// The server of pages; `main` and the tests build the same one.
package struct Web: Sendable {
  let heed: Heed
  let settings: WebSettings
  let logger: Logger
  let standing: StandingHeaders
  let cookie: SessionCookie

  package init(heed: Heed, settings: WebSettings, logger: Logger) {
    self.heed = heed
    self.settings = settings
    self.logger = logger
    standing = StandingHeaders(isBehindTLS: settings.isBehindTLS)
    cookie = SessionCookie(isBehindTLS: settings.isBehindTLS)
  }

  package func application(
    onReady: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let (tooLarge, unreadable) = (refusal(Stop.tooLarge), refusal(Stop.badForm))
    return Application(
      router: router,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [
            Deadlines(limits: .init(), tooLarge: tooLarge, unreadable: unreadable)
          ],
          idleTimeout: .seconds(5))),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), backlog: 512,
        availableConnectionsDelegate: Descriptors.connections),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
      logger: logger)
  }

  private var router: Router<BasicRequestContext> {
    let router = Router(
      context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Reception(web: self))
    for route in Routes.all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await self.answer(request, context, on: route)
      }
    }
    return router
  }

  /// Reads who asks and what, lets the route answer, and turns refusals into pages.
  private func answer(
    _ request: Request, _ context: BasicRequestContext, on route: Route
  ) async throws -> Response {
    var call = try await call(request, context)
    do {
      if route.method == .post { call = try await readForm(request, call, route) }
      if route.audience != .anybody { _ = try call.signedIn() }
      return response(try await route.handler(call))
    } catch {
      return response(Mishaps(web: self, call: call).answer(to: error))
    }
  }

  private func call(_ request: Request, _ context: BasicRequestContext) async throws -> Call {
    let secret = cookie.secret(in: request.headers)
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters {
      parameters[String(name)] = String(value)
    }
    let rest = context.parameters.getCatchAll().joined(separator: "/")
    if !rest.isEmpty { parameters["rest"] = rest }
    return Call(
      heed: heed, visitor: try await visitor(secret),
      cookie: cookie, parameters: parameters,
      query: request.uri.query.flatMap { Form(encoded: $0.utf8) } ?? Form(), form: Form(),
      path: request.uri.path, isPost: request.method == .post,
      address: address(request.head.authority))
  }

  /// The address as the visitor typed it; empty when it is not one.
  private func address(_ host: String?) -> String {
    guard let host, host.utf8.count <= 255,
      host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"'\\/?#@".utf8.contains($0) })
    else { return "" }
    return "\(settings.isBehindTLS ? "https" : "http")://\(host)"
  }

  private func visitor(_ secret: String?) async throws -> Visitor? {
    guard let secret else { return nil }
    return try await heed.doorkeeper.visitor(secret)
  }

  private func readForm(_ request: Request, _ call: Call, _ route: Route) async throws -> Call {
    guard SameOrigin.mayBe(request.headers, host: request.head.authority)
    else { throw Stop.notOverHere }
    guard
      request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false
    else { throw Stop.badForm }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Form.limit.bytes)
    } catch is NIOTooManyBytesError {
      throw Stop.tooLarge
    } catch {
      // It broke off, or its pieces cannot be read: the sender's fault.
      throw Stop.badForm
    }
    guard let form = Form(encoded: body.readableBytesView) else { throw Stop.badForm }
    let filled = call.with(form)
    if let unknown = form.names.first(where: { !route.fields.contains($0) }) {
      throw Stopped(by: .unknownField(unknown), filled)
    }
    guard !route.isGuarded || form.raw("form") == call.formToken else {
      throw Stopped(by: .staleForm, filled)
    }
    return filled
  }

  func response(_ answer: Answer) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = answer.type
    headers.append(contentsOf: answer.headers)
    standing.add(to: &headers, isPublic: answer.isPublic)
    return Response(
      status: answer.status, headers: headers,
      body: .init(byteBuffer: ByteBuffer(bytes: answer.bytes)))
  }

  /// A page for what never reaches the router.
  private func refusal(_ stop: Stop) -> Deadlines.Refusal {
    let answer = Mishaps(web: self, call: .blank(heed, cookie)).answer(to: stop)
    var head = HTTPResponse(status: answer.status)
    head.headerFields[.contentType] = answer.type
    head.headerFields[.contentLength] = String(answer.bytes.count)
    head.headerFields[.connection] = "close"
    standing.add(to: &head.headerFields, isPublic: false)
    return .init(head: head, body: answer.bytes)
  }
}

/// The outermost layer: an address that nobody answers to still gets a page with every header.
private struct Reception: RouterMiddleware {
  let web: Web

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError
      where error.status == .notFound || error.status == .methodNotAllowed
    {
      let stop = Mishaps(web: web, call: .blank(web.heed, web.cookie))
      var answer = stop.answer(to: Stop.notFound)
      answer.status = error.status
      let response = web.response(answer)
      return request.method == .head ? response.createHeadResponse() : response
    } catch {
      return web.response(
        Mishaps(web: web, call: .blank(web.heed, web.cookie)).answer(to: error))
    }
  }
}

/// A stop together with the form that was sent, so that nothing typed is lost.
struct Stopped: Error {
  let stop: Stop
  let call: Call

  init(by stop: Stop, _ call: Call) {
    self.stop = stop
    self.call = call
  }
}
