import Foundation
import GRDB
import HeedPractice
import HeedRecord
import HeedService
import HeedStore

/// Commands that are on the disk when they are answered, against the same rows written raw.
enum Durable {
  static func measure(_ bench: Workbench) async throws -> [Figure] {
    let seed = try await Seed(bench.fresh("durable"), partnerships: 256, rounds: 0)
    let raw = try RawRows(directory: bench.fresh("raw"), logs: 256)
    var figures = try await inProcess(seed, raw)
    let server = try await Server.heed(bench, data: seed.directory)
    defer { server.stop() }
    let lines = try seed.liaisons.map { reader in
      let page = try server.get("\(reader.path)/asks/new", cookie: reader.cookie)
      let token = page.components(separatedBy: "name=\"form\" value=\"").last?.prefix { $0 != "\"" }
      return "\(reader.path) \(reader.cookie) \(token ?? "")\n"
    }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: bench.path("askers")))
    for writers in [1, 64] {
      var processor: [Double] = []
      let (ours, theirs) = try await Rounds.alternate(5) {
        let load = try Load(
          bench, server, script: "asks.lua", [bench.path("askers")], connections: writers,
          seconds: 2)
        processor.append(load.processor)
        return load.perSecond
      } and: {
        try await raw.perSecond(writers: 1, rows: 500)
      }
      figures.append(figure("through HTTP", writers, ours, theirs))
      figures.append(
        Figure(name: "processor time for it", ours: "\(rounded(processor.median)) µs"))
    }
    return figures
  }

  private static func inProcess(_ seed: Seed, _ raw: RawRows) async throws -> [Figure] {
    let house = try await DataDirectory(seed.directory).open(
      for: .real, hostName: "", calendar: Calendar())
    var figures: [Figure] = []
    for writers in [1, 64] {
      let (ours, theirs) = try await Rounds.alternate(5) {
        try await perSecond(house.heed, seed, writers: writers, each: writers == 1 ? 500 : 50)
      } and: {
        try await raw.perSecond(writers: 1, rows: 500)
      }
      figures.append(figure("in one process", writers, ours, theirs))
      figures.append(try await processor(house.heed, seed, raw, writers))
      if writers > 1 {
        let many = try await raw.perSecond(writers: writers, rows: 2_000)
        figures.append(
          Figure(
            name: "the same against 64 raw writers", ours: "\(rounded(ours)) /s",
            peer: "\(rounded(many)) /s", ratio: ours / many))
      }
    }
    return figures
  }

  private static func processor(
    _ heed: Heed, _ seed: Seed, _ raw: RawRows, _ writers: Int
  ) async throws -> Figure {
    let start = processorSeconds()
    _ = try await perSecond(heed, seed, writers: writers, each: 1_024 / writers)
    let between = processorSeconds()
    _ = try await raw.perSecond(writers: 1, rows: 1_024)
    let (ours, theirs) = (between - start, processorSeconds() - between)
    return Pages.processor(
      "processor time for it", [ours / 1_024 * 1e6], [theirs / 1_024 * 1e6])
  }

  /// Processor time that this process has used, in seconds.
  private static func processorSeconds() -> Double {
    var usage = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &usage)
    return Double(usage.tv_sec) + Double(usage.tv_nsec) * 1e-9
  }

  private static func figure(
    _ way: String, _ writers: Int, _ ours: Double, _ theirs: Double
  ) -> Figure {
    Figure(
      name: "durable asks \(way), \(writers) at once, against raw rows one by one",
      ours: "\(rounded(ours)) /s", peer: "\(rounded(theirs)) /s", ratio: ours / theirs,
      goal: .atLeast(writers == 1 ? 0.5 : 2))
  }

  /// Each writer asks in partnerships of its own, one after the other.
  private static func perSecond(
    _ heed: Heed, _ seed: Seed, writers: Int, each: Int
  ) async throws -> Double {
    let share = seed.liaisons.count / writers
    let seconds = try await timed {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask {
            for number in 0..<each {
              let reader = seed.liaisons[writer * share + number % share]
              try await heed.clerk.carryOut(
                .ask(
                  .ask(
                    .random(), .ask, words: "Translate the hearing notice into Tigrinya", day: nil)),
                on: Log<Partnership>(reader.origin), for: Voice(reader.person, of: .community))
            }
          }
        }
        try await group.waitForAll()
      }
    }
    return Double(writers * each) / seconds
  }
}

/// The rows that an ask leaves, written as plainly as GRDB can: one transaction each.
final class RawRows: Sendable {
  private let pool: DatabasePool
  private let logs: Int
  private let entry: SealedEntry
  private let root: Data

  /// Makes the same tables in a file of its own, under the same settings of SQLite.
  init(directory: String, logs: Int) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    _ = try SQLiteStore(path: "\(directory)/raw.sqlite")
    pool = try DatabasePool(
      path: "\(directory)/raw.sqlite", configuration: SQLiteStore.configuration)
    // As the store does it: the pool has set NORMAL, under which a commit waits for no disk.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    self.logs = logs
    let origin = "bench.example/record/0123456789abcdefghjkmnpqrs"
    let texts = Story<Partnership>.texts(
      .ask(.asked(.random(), .ask, words: "Translate the hearing notice into Tigrinya", day: nil)),
      Voice(.random(), of: .community), Day(number: 20_000), origin)
    entry = try Keys().sealer(for: origin).seal(header: texts.header, body: texts.body, at: 0)
    let root = Data(TreeHash.leaf(entry.leaf.bytes).bytes)
    self.root = root
    try pool.write { db in
      for log in 0..<logs {
        try db.execute(
          literal:
            "INSERT INTO log (id, origin, size, root) VALUES (\(log), \(String(log)), 0, \(root))")
      }
    }
  }

  func perSecond(writers: Int, rows: Int) async throws -> Double {
    let seconds = try await timed {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask {
            for number in 0..<(rows / writers) {
              try await self.write(to: (writer + number * writers) % self.logs)
            }
          }
        }
        try await group.waitForAll()
      }
    }
    return Double(rows / writers * writers) / seconds
  }

  private func write(to log: Int) async throws {
    try await pool.write { [entry, root] db in
      let size =
        try Int.fetchOne(
          try db.cachedStatement(sql: "SELECT size FROM log WHERE id = ?"), arguments: [log]) ?? 0
      try db.cachedStatement(
        sql: "INSERT INTO entry (log, idx, leaf, header, body) VALUES (?, ?, ?, ?, ?)"
      ).execute(
        arguments: [log, size, Data(entry.leaf.bytes), Data(entry.header), Data(entry.body)])
      try db.cachedStatement(
        sql: "INSERT INTO entry_key (log, idx, header, body) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [log, size, Data(entry.keys.header), Data(entry.keys.body)])
      try db.cachedStatement(sql: "UPDATE log SET size = ?, root = ? WHERE id = ?")
        .execute(arguments: [size + 1, root, log])
    }
  }
}
