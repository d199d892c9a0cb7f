import Foundation
import HeedWeb

/// Measures Heed against its peers, both in one run on one machine, and prints how they compare.
///
/// `HeedBench hello PORT` and `HeedBench seed …` are its own helpers; see `Benchmarks/README.md`.
@main
enum HeedBench {
  static func main() async throws {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "hello", let port = arguments.last.flatMap({ Int($0) }) {
      Descriptors.raiseLimit()
      return try await Hello.serve(port: port)
    }
    let bench = try Workbench()
    defer { bench.clear() }
    let chosen = arguments.isEmpty ? Self.all.map(\.name) : arguments
    var figures: [Figure] = []
    for (name, measure) in Self.all where chosen.contains(name) {
      say("\(name) …")
      figures += try await measure(bench)
    }
    Figure.print(figures)
  }

  private typealias Measure = @Sendable (Workbench) async throws -> [Figure]

  private static let all: [(name: String, measure: Measure)] = [
    ("core", CoreTimes.measure), ("verify", Verifying.measure), ("durable", Durable.measure),
    ("start", Starting.measure), ("page", Pages.measure), ("growth", Growth.measure),
  ]
}

/// Talk, on standard error; the table alone is on standard output.
func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
