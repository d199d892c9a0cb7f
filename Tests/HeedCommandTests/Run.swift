import Foundation
import Testing

/// One run of the built `heed`: what it printed, and how it ended.
struct Run {
  var status: Int32
  var output: String
  var talk: String

  /// Runs `heed` to its end, without anything on standard input.
  init(_ arguments: [String]) throws {
    let process = Process()
    let (output, talk) = (Pipe(), Pipe())
    let executable = try #require(Self.executable)
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = talk
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = talk.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    self.output = String(decoding: printed, as: UTF8.self)
    self.talk = String(decoding: said, as: UTF8.self)
  }

  /// The executable that was built with these tests: beside them, or beside their bundle.
  private static let executable: URL? = {
    var folder = Bundle.main.executableURL?.deletingLastPathComponent()
    for _ in 0..<4 {
      guard let here = folder else { return nil }
      let candidate = here.appendingPathComponent("heed")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = here.deletingLastPathComponent()
    }
    return nil
  }()
}

/// A directory of one test, gone when the test is over.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/heed-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
