public import HeedPractice

extension Day {
  /// A day as people say it: "Friday 5 December 2026".
  public func spoken(in language: Language) -> String {
    let (year, month, day) = date
    switch language {
    case .en: return "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension String.StringInterpolation {
  /// A day inside an English sentence.
  mutating func appendInterpolation(en day: Day) {
    appendLiteral(day.spoken(in: .en))
  }
}
