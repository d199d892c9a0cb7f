import Foundation

/// A page of fifty things, against a server that says hello.
enum Pages {
  static func measure(_ bench: Workbench) async throws -> [Figure] {
    let seed = try await Seed(bench.fresh("page"), partnerships: 1, rounds: 1)
    let heed = try await Server.heed(bench, data: seed.directory)
    defer { heed.stop() }
    let hello = try await Server.hello(bench)
    defer { hello.stop() }
    let sides = [("community’s", seed.liaisons[0]), ("steward’s", seed.stewards[0])]
    var figures: [Figure] = []
    for (side, reader) in sides {
      let page = try heed.get(reader.path, cookie: reader.cookie)
      let things = page.components(separatedBy: "<li class=\"card\">").count - 1
      guard things == 50 else { throw Failed(program: "page of \(things) things") }
      try seed.write([reader], to: bench.path("reader"))
      var (ours, theirs): ([Load], [Load]) = ([], [])
      for _ in 0..<3 {
        ours.append(
          try Load(bench, heed, script: "pages.lua", [bench.path("reader")], connections: 8))
        theirs.append(try Load(bench, hello, script: "hello.lua", connections: 8))
      }
      let name = "\(side) page of 50 things, \(page.utf8.count / 1000) kB"
      figures += [
        figure(name, ours, theirs),
        processor("processor time for it", ours.map(\.processor), theirs.map(\.processor)),
      ]
    }
    return figures
  }

  private static func figure(_ name: String, _ ours: [Load], _ theirs: [Load]) -> Figure {
    let (ours, theirs) = (ours.map(\.perSecond).median, theirs.map(\.perSecond).median)
    return Figure(
      name: "\(name), against hello", ours: "\(rounded(ours)) /s", peer: "\(rounded(theirs)) /s",
      ratio: ours / theirs, goal: .atLeast(0.5))
  }

  /// Processor time in microseconds; the ratio says how many times the peer fits into ours.
  static func processor(_ name: String, _ ours: [Double], _ theirs: [Double]) -> Figure {
    Figure(
      name: name, ours: "\(rounded(ours.median)) µs", peer: "\(rounded(theirs.median)) µs",
      ratio: theirs.median / ours.median)
  }
}

/// Does two things in turn, so that both meet the same weather, and gives the median of each.
enum Rounds {
  static func alternate(
    _ count: Int, _ one: () async throws -> Double, and other: () async throws -> Double
  ) async rethrows -> (Double, Double) {
    var (ones, others): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      ones.append(try await one())
      others.append(try await other())
    }
    return (ones.median, others.median)
  }
}

/// How long a page takes when much is stored, against when little is.
enum Growth {
  static func measure(_ bench: Workbench) async throws -> [Figure] {
    say("  storing 100 partnerships")
    let small = try await Seed(bench.fresh("small"), partnerships: 100, rounds: 1)
    say("  storing 10,000 partnerships")
    let large = try await Seed(bench.fresh("large"), partnerships: 10_000, rounds: 1)
    let heedOfFew = try await Server.heed(bench, data: small.directory)
    defer { heedOfFew.stop() }
    let heedOfMany = try await Server.heed(bench, data: large.directory)
    defer { heedOfMany.stop() }
    try await Task.sleep(for: .seconds(1))
    let idle = heedOfMany.residentMiB
    try small.write(small.liaisons, to: bench.path("few"))
    try large.write(large.liaisons, to: bench.path("many"))
    try large.write(large.liaisons.prefix(100), to: bench.path("hundred"))

    func p99(_ server: Server, _ file: String) throws -> Double {
      try Load(bench, server, script: "pages.lua", [bench.path(file)], connections: 1).p99
    }
    _ = (try p99(heedOfFew, "few"), try p99(heedOfMany, "hundred"))
    let same = try await Rounds.alternate(5) {
      try p99(heedOfMany, "hundred")
    } and: {
      try p99(heedOfFew, "few")
    }
    let any = try await Rounds.alternate(3) {
      try p99(heedOfMany, "many")
    } and: {
      try p99(heedOfFew, "few")
    }
    return [
      figure("p99 of 100 partnerships’ pages, 10⁴ stored against 10²", same),
      figure("p99 of any partnership’s page, 10⁴ stored against 10²", any),
      Starting.memory("idle memory, 10⁴ partnerships stored", idle, under: 150),
      Starting.memory("memory after thousands of their pages were read", heedOfMany.residentMiB, under: nil),
      Starting.ready(
        "start to ready, 10⁴ partnerships stored", [heedOfMany.readyAfter], under: nil),
    ]
  }

  private static func figure(_ name: String, _ p99: (Double, Double)) -> Figure {
    Figure(
      name: name, ours: "\(rounded(p99.0)) ms", peer: "\(rounded(p99.1)) ms",
      ratio: p99.0 / p99.1, goal: .atMost(1.2))
  }
}
