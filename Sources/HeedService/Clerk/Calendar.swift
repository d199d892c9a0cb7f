package import Foundation
package import HeedPractice

/// Which day and which second it is: the one thing that tests replace.
package struct Calendar: Sendable {
  /// Seconds since 1970.
  package var second: @Sendable () -> Int
  private let offset: @Sendable (Int) -> Int

  /// - Parameters:
  ///   - timeZone: where days begin and end.
  ///   - second: seconds since 1970.
  package init(
    timeZone: TimeZone = .current,
    second: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
  ) {
    self.second = second
    offset = { timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0))) }
  }

  package var today: Day {
    let now = second()
    let local = now + offset(now)
    return Day(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }
}
