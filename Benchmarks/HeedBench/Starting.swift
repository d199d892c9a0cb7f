import Foundation

/// From the start of an empty server until it listens, and the memory it then holds.
enum Starting {
  static func measure(_ bench: Workbench) async throws -> [Figure] {
    var (first, again, memory): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<5 {
      let directory = try bench.fresh("start")
      let newborn = try await Server.heed(bench, data: directory)
      first.append(newborn.readyAfter)
      _ = try newborn.get("/")
      newborn.stop()
      let server = try await Server.heed(bench, data: directory)
      again.append(server.readyAfter)
      _ = try server.get("/")
      try await Task.sleep(for: .seconds(1))
      memory.append(server.residentMiB)
      server.stop()
    }
    return [
      ready("start to ready, no directory yet", first, under: 0.3),
      ready("start to ready, empty directory", again, under: 0.3),
      Starting.memory("idle memory, nothing stored", memory.median, under: 40),
    ]
  }

  static func ready(_ name: String, _ seconds: [Double], under limit: Double?) -> Figure {
    Figure(
      name: name, ours: "\(rounded(seconds.median)) s", ratio: limit.map { _ in seconds.median },
      goal: limit.map { .atMost($0) } ?? .none)
  }

  static func memory(_ name: String, _ mebibytes: Double, under limit: Double?) -> Figure {
    Figure(
      name: name, ours: "\(rounded(mebibytes)) MiB", ratio: limit.map { _ in mebibytes },
      goal: limit.map { .atMost($0) } ?? .none)
  }
}
