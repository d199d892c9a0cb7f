import HTTPTypes
import HeedPractice
import HeedStore
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import HeedService
@testable import HeedWeb

/// The server of pages over a town, asked without a socket.
struct Site: Sendable {
  let directory: TemporaryDirectory
  let clock: TestClock
  let house: OpenHouse
  let web: Web

  var heed: Heed { house.heed }

  /// A server without anybody.
  static func empty(
    _ purpose: DataDirectory.Purpose = .real, isBehindTLS: Bool = false
  ) async throws -> Site {
    let (directory, clock) = (try TemporaryDirectory(), TestClock())
    let house = try await DataDirectory(directory.path + "/data").open(
      for: purpose, hostName: "heed.test", calendar: clock.calendar)
    let web = Web(
      heed: house.heed, settings: WebSettings(isBehindTLS: isBehindTLS),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return Site(directory: directory, clock: clock, house: house, web: web)
  }

  /// Bo and cy are the circle Lanterns, amara and farid the community Tenants; eun belongs nowhere.
  ///
  /// Something was asked, a word was given for it, and something was offered.
  static func town(isBehindTLS: Bool = false) async throws -> Site {
    let site = try await empty(isBehindTLS: isBehindTLS)
    try await site.gather()
    let row = PartnershipRow(
      id: "river", origin: "heed.test/record/river", circle: "lanterns", community: nil)
    try await site.act(.propose, .bo, with: [.addPartnership(row)])
    try await site.act(.open, .amara, with: [.setCommunity("tenants", of: "river")])
    try await site.act(.askForChairs, .amara)
    try await site.act(.takeChairs, .bo)
    try await site.act(.giveWord, .cy)
    try await site.act(.listVan, .bo)
    return site
  }

  func act(
    _ command: Partnership.Command, _ voice: Voice, with vault: [VaultChange] = []
  ) async throws {
    try await heed.clerk.carryOut(
      command, on: Log<Partnership>("heed.test/record/river"), for: voice, with: vault)
  }

  private func gather() async throws {
    let (circle, community) = (
      Log<Circle>("heed.test/record/lanterns"), Log<Community>("heed.test/record/tenants")
    )
    try await heed.clerk.carryOut(
      .found, on: circle, for: .bo,
      with: [.addPerson("bo", handle: "Bo")]
        + heed.joining("bo", "lanterns", .circle, log: circle.origin, name: "Lanterns"))
    try await heed.clerk.carryOut(.invite("cys"), on: circle, for: .bo)
    try await heed.clerk.carryOut(
      .join("cys"), on: circle, for: .cy,
      with: [
        .addPerson("cy", handle: "Cy"),
        .addMembership(person: "cy", Membership(body: "lanterns", side: "circle")),
      ])
    try await heed.clerk.carryOut(
      .gather, on: community, for: .amara,
      with: [.addPerson("amara", handle: "Amara")]
        + heed.joining("amara", "tenants", .community, log: community.origin, name: "Tenants"))
    try await heed.clerk.carryOut(
      .welcome("farid"), on: community, for: .amara,
      with: [
        .addPerson("farid", handle: "Farid"),
        .addMembership(person: "farid", Membership(body: "tenants", side: "community")),
        .addPerson("eun", handle: "Eun"),
      ])
  }

  func size() async throws -> Int {
    try await heed.store.head(of: "heed.test/record/river")?.size ?? 0
  }

  /// Signs somebody in, as if they had shown who they are.
  func session(_ person: String?) async throws -> SecretCode? {
    guard let person else { return nil }
    return try await heed.doorkeeper.startSession(person, .own)
  }
}

/// What came back.
struct Came: Sendable {
  var status: Int
  var headers: HTTPFields
  var page: String

  var location: String? { headers[.location] }
}

extension Site {
  func get(_ path: String, as session: SecretCode? = nil) async throws -> Came {
    try await ask(.get, path, session, HTTPFields(), nil)
  }

  /// Sends a form as a browser would: from a page of this server, with the token of the session.
  func post(
    _ path: String, _ fields: [(String, String)] = [], as session: SecretCode? = nil,
    token: String? = nil, headers: [HTTPField] = []
  ) async throws -> Came {
    let own = heed.keys.formToken(for: session?.hash ?? Array("public".utf8))
    let form = [("form", token ?? own)] + fields
    var all: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .named("Sec-Fetch-Site"): "same-origin",
    ]
    for header in headers { all[header.name] = header.value }
    let body = form.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
    return try await ask(.post, path, session, all, body)
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ session: SecretCode?, _ headers: HTTPFields,
    _ body: String?
  ) async throws -> Came {
    var headers = headers
    let name = web.settings.isBehindTLS ? "__Host-heed" : "heed"
    if let session { headers[.cookie] = "\(name)=\(session.inLink)" }
    let (sent, buffer) = (headers, body.map { ByteBuffer(string: $0) })
    return try await web.application().test(.router) { client in
      try await client.execute(uri: path, method: method, headers: sent, body: buffer) {
        Came(
          status: $0.status.code, headers: $0.headers, page: String(buffer: $0.body))
      }
    }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
