import HeedPractice
import Testing

@Suite("A day")
struct DayTests {
  static let calendar: [(String, number: Int, weekday: Int)] = [
    ("0001-01-01", -719_162, 0),
    ("0004-02-29", -718_008, 6),
    ("1582-10-15", -141_427, 4),
    ("1600-02-29", -135_081, 1),
    ("1900-02-28", -25_509, 2),
    ("1900-03-01", -25_508, 3),
    ("1969-12-31", -1, 2),
    ("1970-01-01", 0, 3),
    ("2000-02-29", 11_016, 1),
    ("2024-02-29", 19_782, 3),
    ("2026-03-02", 20_514, 0),
    ("2038-01-19", 24_855, 1),
    ("9999-12-31", 2_932_896, 4),
  ]

  @Test("is where the calendar has it", arguments: calendar)
  func known(_ text: String, _ number: Int, _ weekday: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
    #expect(Day(number: number).weekday == weekday)
  }

  @Test("follows the one before it, from 1890 through 2110, and reads as it is written")
  func walk() {
    var expected = (year: 1890, month: 1, day: 1)
    var wrong: [String] = []
    // Wednesday, 1 January 1890.
    var number = -29_219
    while expected.year <= 2110 {
      let day = Day(number: number)
      let isRight =
        day.date == expected && Day(day.description) == day
        && Day(year: expected.year, month: expected.month, day: expected.day) == day
        && day.weekday == ((number + 29_219) + 2) % 7
      if !isRight { wrong.append("\(expected) is \(day)") }
      expected = Self.dayAfter(expected)
      number += 1
    }
    #expect(wrong == [])
  }

  @Test("turns with every year and month of the calendar", arguments: [1, 4, 100, 400, 1600, 9996])
  func turns(_ year: Int) {
    for month in 1...12 {
      let last = Self.length(of: month, in: year)
      let day = Day(year: year, month: month, day: last)
      #expect(day?.date.year == year)
      #expect(day?.date.month == month)
      #expect(day?.date.day == last)
      #expect(Day(year: year, month: month, day: last + 1) == nil)
      let next = day.map { $0 + 1 }
      #expect(next?.date.day == 1)
    }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func dayAfter(
    _ date: (year: Int, month: Int, day: Int)
  ) -> (year: Int, month: Int, day: Int) {
    if date.day < length(of: date.month, in: date.year) {
      return (date.year, date.month, date.day + 1)
    }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }

  @Test(
    "is not",
    arguments: [
      "", "2026-03", "2026-3-02", "2026-03-2", "20260302", "2026/03/02", "2026-03/02", "2026/03-02",
      "26-03-02", "12026-03-02", " 2026-03-02", "2026-03-02 ", "2026-03-02T", "+026-03-02",
      "-026-03-02", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31",
      "2026-02-29", "1900-02-29", "0000-01-01", "2o26-03-02", "2026-0a-02", "2026-03-0:",
      "2026-03-0/", "202/-03-02", "2026-:3-02", "٢٠٢٦-03-02", "2026-03-٢", "2026‐03-2",
    ])
  func malformed(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "is none at a date that does not exist",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
      (2026, 1, 32), (2026, 2, 29), (2026, 2, 30), (2026, 6, 31), (Int.max, 1, 1),
      (Int.min, 1, 1), (2026, Int.max, 1), (2026, Int.min, 1), (2026, 1, Int.max),
      (2026, 1, Int.min),
    ])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("stays within the years 1 to 9999")
  func held() {
    #expect(Day(number: -719_163) == Day(number: -719_162))
    #expect(Day(number: .min).description == "0001-01-01")
    #expect(Day(number: 2_932_897) == Day(number: 2_932_896))
    #expect(Day(number: .max).description == "9999-12-31")
    #expect((Day(number: .max) + 1).description == "9999-12-31")
    #expect((Day(number: .min) - 1).description == "0001-01-01")
  }

  @Test("is counted with and compared")
  func arithmetic() {
    #expect(Day.monday.description == "2026-03-02")
    #expect(Day.monday + 4 == .friday)
    #expect(Day.friday - 4 == .monday)
    #expect(Day.friday - .monday == 4)
    #expect(Day.monday - .friday == -4)
    #expect(Day.monday < .tuesday)
    #expect(!(Day.monday < .monday))
    #expect([Day.friday, .monday].min() == .monday)
    #expect(Day.tenYearsOn.description == "2036-03-02")
  }

  @Test("is read out of a part of a text as well")
  func substring() {
    #expect(Day("on 2026-03-02".dropFirst(3)) == .monday)
  }
}
