import Foundation

/// One line of the table: what was measured, and against what.
struct Figure: Sendable {
  /// How two numbers are to compare.
  enum Goal: Sendable {
    case atLeast(Double)
    case atMost(Double)
    case none
  }

  var name: String
  var ours: String
  var peer = "–"
  /// Ours over the peer's, or ours alone where the goal is a plain number.
  var ratio: Double?
  var goal = Goal.none

  static func print(_ figures: [Figure]) {
    Swift.print("| what | Heed | peer | ratio | goal | |")
    Swift.print("|---|---|---|---|---|---|")
    for figure in figures { Swift.print(figure.line) }
  }

  private var line: String {
    let ratio = ratio.map { "\(rounded($0))" } ?? "–"
    let (goal, isMet): (String, Bool?) =
      switch goal {
      case .atLeast(let least): ("≥ \(rounded(least))", self.ratio.map { $0 >= least })
      case .atMost(let most): ("≤ \(rounded(most))", self.ratio.map { $0 <= most })
      case .none: ("–", nil)
      }
    let verdict = isMet.map { $0 ? "met" : "missed" } ?? ""
    return "| \(name) | \(ours) | \(peer) | \(ratio) | \(goal) | \(verdict) |"
  }
}

/// A number with about three digits that count.
func rounded(_ value: Double) -> String {
  let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4
  return String(format: "%.\(digits)f", value)
}

extension [Double] {
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

/// How long something takes, in seconds.
func timed(_ body: () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await body()
  return (ContinuousClock.now - start).seconds
}

/// The median time of one call, in microseconds, over batches of about 20 ms for a second.
func microseconds(_ body: () throws -> Void) async rethrows -> Double {
  var batch = 1
  var medians: [Double] = []
  let end = ContinuousClock.now + .seconds(1.2)
  while ContinuousClock.now < end || medians.isEmpty {
    let taken = try await timed { for _ in 0..<batch { try body() } }
    if taken < 0.02 {
      batch *= 2
    } else {
      medians.append(taken / Double(batch) * 1e6)
    }
  }
  return medians.median
}

/// Keeps the compiler from leaving out what nobody reads.
@inline(never) func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
