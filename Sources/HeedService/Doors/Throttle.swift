import Synchronization

/// Slows down guessing, by account and in total; kept in memory only, and never by address (R8).
package final class Throttle: Sendable {
  private struct Tries {
    var failures = 0
    var blockedUntil = 0
  }

  private struct Counts {
    var accounts: [String: Tries] = [:]
    var total: [Int] = []
  }

  private let counts = Mutex(Counts())

  /// Wrong tries an account may have before it must wait.
  private static let freeTries = 5
  /// The longest wait, in seconds: long enough to stop guessing, short enough not to lock out.
  private static let longestWait = 900
  /// Wrong tries over all accounts in a minute.
  private static let totalPerMinute = 120

  package init() {}

  /// Seconds to wait before an account may be tried; 0 when it may be tried now.
  package func wait(for account: String, at second: Int) -> Int {
    counts.withLock { counts in
      counts.total.removeAll { $0 <= second - 60 }
      let own = max(0, (counts.accounts[account]?.blockedUntil ?? 0) - second)
      let overall = counts.total.count >= Self.totalPerMinute ? 60 : 0
      return max(own, overall)
    }
  }

  package func failed(_ account: String, at second: Int) {
    counts.withLock { counts in
      counts.total.append(second)
      if counts.accounts.count > 10_000 {
        counts.accounts = counts.accounts.filter { $0.value.blockedUntil > second }
      }
      var tries = counts.accounts[account] ?? Tries()
      tries.failures += 1
      if tries.failures >= Self.freeTries {
        let doublings = min(tries.failures - Self.freeTries, 5)
        tries.blockedUntil = second + min(30 << doublings, Self.longestWait)
      }
      counts.accounts[account] = tries
    }
  }

  package func succeeded(_ account: String) {
    counts.withLock { _ = $0.accounts.removeValue(forKey: account) }
  }
}
