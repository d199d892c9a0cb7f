import Foundation
import HeedPractice
import Synchronization

@testable import HeedService

/// A clock that stands where a test puts it.
final class TestClock: Sendable {
  private let now: Mutex<Int>

  /// Noon of a day.
  init(_ day: Day = .monday) {
    now = Mutex(Self.noon(day))
  }

  var second: Int {
    get { now.withLock { $0 } }
    set { now.withLock { $0 = newValue } }
  }

  func set(to day: Day) { second = Self.noon(day) }

  var calendar: HeedService.Calendar {
    HeedService.Calendar(timeZone: .gmt) { self.second }
  }

  private static func noon(_ day: Day) -> Int { day.number * 86_400 + 43_200 }
}

/// The days of every test: two weeks of March 2026.
extension Day {
  static let monday = Day(number: 20_514)
  static let tuesday = monday + 1
  static let wednesday = monday + 2
  static let friday = monday + 4
  static let nextMonday = monday + 7
}
