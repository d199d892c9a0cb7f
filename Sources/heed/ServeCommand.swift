import ArgumentParser
import Foundation
import HeedService
import HeedWeb
import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages of one Heed.",
    discussion: """
      heed serve --demo              look around; everything goes when you stop it
      heed serve --data heed-data    begin for real; prints a link that makes the first circle

      Heed speaks plain http, so it listens on this machine only. Put a proxy that speaks TLS in \
      front of it, and say --behind-tls.
      """)

  @Flag(help: "Serve a made-up circle with some months of history.")
  var demo = false

  @Option(help: "The directory that holds everything; made if it is not there.")
  var data: String?

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 for any free one.")
  var port = 8080

  @Option(help: "The name of this server in new records; cannot change for records that exist.")
  var name = "heed.local"

  @Option(
    help: "Where days begin and end, such as Europe/Berlin; as the system says when left out.")
  var timeZone: String?

  @Flag(name: .customLong("behind-tls"), help: "A proxy in front speaks TLS.")
  var isBehindTLS = false

  func validate() throws {
    guard demo || data != nil else {
      throw ValidationError("Say --demo to look around, or --data DIRECTORY to begin.")
    }
    guard (0...65_535).contains(port) else { throw ValidationError("There is no port \(port).") }
    guard isBehindTLS || ["127.0.0.1", "::1", "localhost"].contains(host) else {
      throw ValidationError(
        "Without TLS everybody on the way could read along. Listen on 127.0.0.1, or put a proxy "
          + "that speaks TLS in front and say --behind-tls.")
    }
    guard timeZone.map({ TimeZone(identifier: $0) != nil }) ?? true else {
      throw ValidationError("There is no time zone \(timeZone ?? "").")
    }
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "+") }), !name.isEmpty
    else { throw ValidationError("The name of a server has no spaces and no +.") }
  }

  func run() async throws {
    Descriptors.raiseLimit()
    let directory = DataDirectory(try data ?? Self.newDemoDirectory())
    defer { if data == nil { try? FileManager.default.removeItem(atPath: directory.path) } }
    if demo, !directory.isEmpty { throw Fault.notEmpty(path: directory.path) }
    let house = try await directory.open(
      for: demo ? .demo : .real, hostName: name, calendar: try calendar())
    if demo { try await Demo.fill(house.heed) }
    let firstLink = demo ? nil : try await house.heed.firstLink()
    try await serve(house, firstLink: firstLink?.inLink)
    try await house.notary.sync()
  }

  private func calendar() throws -> HeedService.Calendar {
    guard let timeZone = timeZone.flatMap({ TimeZone(identifier: $0) }) else {
      return HeedService.Calendar()
    }
    return HeedService.Calendar(timeZone: timeZone)
  }

  private func serve(_ house: OpenHouse, firstLink: String?) async throws {
    var logger = Logger(label: "heed")
    logger.logLevel = .notice
    let settings = WebSettings(host: host, port: port, isBehindTLS: isBehindTLS)
    let web = Web(heed: house.heed, settings: settings, logger: logger)
    let application = web.application { port in
      let address = "http://\(host == "::1" ? "[::1]" : host):\(port)"
      tell(address)
      if let firstLink {
        tell("To make the first circle, open this once: \(address)/begin/\(firstLink)")
      }
    }
    do {
      try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    } catch {
      throw Complaint("Port \(port) on \(host) cannot be listened on: is another heed running?")
    }
  }

  /// Prints a line at once, also where standard output is not a terminal.
  private func tell(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  private static func newDemoDirectory() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/heed-demo-\(UUID().uuidString)"
    try DataDirectory(path).make()
    return path
  }
}
