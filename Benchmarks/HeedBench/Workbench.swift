import Foundation

/// Where the benchmarks keep their files, and which programs they drive.
final class Workbench: Sendable {
  let directory: String
  /// The `heed` that was built beside this program.
  let heed: String
  let own: String
  /// `Benchmarks/` of the source tree.
  let sources: String
  private let keepsFiles: Bool

  /// - Throws: ``Missing`` when `heed` was not built or `Benchmarks/` is not here.
  init() throws {
    let environment = ProcessInfo.processInfo.environment
    own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    heed = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/heed"
    sources = environment["HEED_BENCH_SOURCES"] ?? "Benchmarks"
    for path in [heed, "\(sources)/wrk"] where !FileManager.default.fileExists(atPath: path) {
      throw Missing(path: path)
    }
    keepsFiles = environment["HEED_BENCH_DIR"] != nil
    directory =
      environment["HEED_BENCH_DIR"]
      ?? FileManager.default.temporaryDirectory.path + "/heed-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
  }

  struct Missing: Error {
    var path: String
  }

  func path(_ name: String) -> String { "\(directory)/\(name)" }

  /// An empty directory of that name.
  func fresh(_ name: String) throws -> String {
    let path = path(name)
    try? FileManager.default.removeItem(atPath: path)
    return path
  }

  func clear() {
    if !keepsFiles { try? FileManager.default.removeItem(atPath: directory) }
  }
}

/// What a program printed; it must end without an error.
func output(_ program: String, _ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw Failed(program: program) }
  return String(decoding: data, as: UTF8.self)
}

struct Failed: Error {
  var program: String
}
