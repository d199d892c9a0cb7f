import Foundation

/// A server that runs as a process of its own, on a free port of this machine.
final class Server {
  let address: String
  /// From the start of the process until it said that it listens.
  let readyAfter: Double
  private let process: Process
  private let pipe: Pipe

  /// Starts a program that prints its address once it listens.
  init(_ program: String, _ arguments: [String]) async throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    let start = ContinuousClock.now
    try process.run()
    let first = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    readyAfter = (ContinuousClock.now - start).seconds
    guard let line = first.split(separator: "\n").first, line.hasPrefix("http://")
    else { throw Failed(program: program) }
    address = String(line)
    self.process = process
    self.pipe = pipe
  }

  static func heed(_ bench: Workbench, data: String) async throws -> Server {
    try await Server(bench.heed, ["serve", "--data", data, "--port", "0"])
  }

  static func hello(_ bench: Workbench) async throws -> Server {
    try await Server(bench.own, ["hello", "0"])
  }

  /// Memory in use, in MiB: what is resident now, files it maps included.
  var residentMiB: Double {
    let status =
      (try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status",
        encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Double(line.split(separator: " ").dropFirst().first ?? "0").map { $0 / 1024 } ?? 0
  }

  /// Processor time used so far, in seconds; unlike the clock, it minds little who else is running.
  var processorSeconds: Double {
    let stat =
      (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8))
      ?? ""
    // utime and stime are the 14th and 15th field, in hundredths; the 2nd ends with a bracket.
    let fields = stat.drop { $0 != ")" }.split(separator: " ")
    return fields.count > 13 ? ((Double(fields[12]) ?? 0) + (Double(fields[13]) ?? 0)) / 100 : 0
  }

  /// A page, as curl gets it.
  func get(_ path: String, cookie: String? = nil) throws -> String {
    let header = cookie.map { ["-H", "Cookie: \($0)"] } ?? []
    return try output("curl", ["-sS", "--fail"] + header + [address + path])
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}

/// What wrk measured.
struct Load {
  var perSecond: Double
  /// In milliseconds.
  var p50: Double
  var p99: Double
  /// Processor time of the server for each answer, in microseconds.
  var processor: Double

  /// Asks for addresses as fast as they are answered, as a script of `Benchmarks/wrk` says.
  init(
    _ bench: Workbench, _ server: Server, script: String, _ arguments: [String] = [],
    connections: Int, seconds: Int = 5
  ) throws {
    let threads = min(connections, 2)
    let before = server.processorSeconds
    let printed = try output(
      "wrk",
      [
        "-t\(threads)", "-c\(connections)", "-d\(seconds)s", "-s", "\(bench.sources)/wrk/\(script)",
        server.address, "--",
      ] + arguments)
    // requests, microseconds, wrong answers, p50 and p99 in microseconds
    let line = printed.split(separator: "\n").first { $0.hasPrefix("figures ") } ?? ""
    let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
    guard numbers.count == 5, numbers[0] > 0, numbers[2] == 0 else { throw Failed(program: "wrk") }
    processor = (server.processorSeconds - before) / numbers[0] * 1e6
    (perSecond, p50, p99) = (numbers[0] / numbers[1] * 1e6, numbers[3] / 1e3, numbers[4] / 1e3)
  }
}
