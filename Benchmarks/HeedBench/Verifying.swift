import Foundation
import HeedPractice
import HeedRecord
import HeedService
import HeedStore

/// The root over a million leaves, against Go's tlog; and a whole exported record.
enum Verifying {
  static let leaves = 1_000_000
  static let entries = 100_000

  static func measure(_ bench: Workbench) async throws -> [Figure] {
    try await root(bench) + [try await file(bench)]
  }

  private static func root(_ bench: Workbench) async throws -> [Figure] {
    guard let tlog = ProcessInfo.processInfo.environment["HEED_BENCH_TLOG"] else {
      say("  HEED_BENCH_TLOG names no program: without Go")
      return []
    }
    let all = (0..<leaves).map { number in
      var leaf = [UInt8](repeating: 0, count: Leaf.byteCount)
      withUnsafeBytes(of: UInt64(number).littleEndian) { leaf.replaceSubrange(0..<8, with: $0) }
      return leaf
    }
    var (ours, whole, edge): ([Double], [Double], [Double]) = ([], [], [])
    var version = ""
    for _ in 0..<3 {
      var tree = CompactTree()
      ours.append(await timed { for leaf in all { tree.append(.leaf(leaf)) } })
      let printed = try output(tlog, [String(leaves)]).split(whereSeparator: \.isWhitespace)
      guard printed.count == 4, printed[0] == tree.root.base64 else { throw Failed(program: tlog) }
      whole.append(Double(printed[1]) ?? 0)
      edge.append(Double(printed[2]) ?? 0)
      version = String(printed[3])
    }
    return [
      figure("tlog of \(version)", ours.median, whole.median),
      figure("only the hashes of tlog", ours.median, edge.median),
    ]
  }

  private static func figure(_ peer: String, _ ours: Double, _ theirs: Double) -> Figure {
    Figure(
      name: "root over 10⁶ leaves, against \(peer)", ours: "\(rounded(ours)) s",
      peer: "\(rounded(theirs)) s", ratio: theirs / ours, goal: .atLeast(1))
  }

  /// Everything `heed verify` does: JSON, commitments, order, root, signature.
  private static func file(_ bench: Workbench) async throws -> Figure {
    let directory = try bench.fresh("verify")
    let house = try await DataDirectory(directory).open(
      for: .real, hostName: "bench.example", calendar: Calendar())
    let origin = "bench.example/record/long"
    let (sealer, voice) = (house.heed.keys.sealer(for: origin), Voice(.random(), of: .community))
    for first in stride(from: 0, to: entries, by: 5_000) {
      let sealed = try (first..<(first + 5_000)).map { index in
        let texts = Story<Partnership>.texts(
          .ask(.asked(.random(), .ask, words: "Translate the notice into Tigrinya", day: nil)),
          voice, Day(number: 20_000), origin)
        return try sealer.seal(header: texts.header, body: texts.body, at: index)
      }
      try await house.heed.clerk.commit([Append(to: origin, expecting: first, entries: sealed)])
    }
    let path = bench.path("long.heed")
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw Failed(program: "verify") }
    try await house.heed.export(origin) { try file.write(contentsOf: $0) }
    let seconds = try await timed { _ = try output(bench.heed, ["verify", path]) }
    return Figure(
      name: "heed verify of an exported file of \(entries) entries",
      ours: "\(rounded(seconds)) s, \(rounded(Double(entries) / seconds)) /s")
  }
}
