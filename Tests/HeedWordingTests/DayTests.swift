import HeedPractice
import HeedWording
import Testing

@Suite("A day is said")
struct DayTests {
  struct Said: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var date: String
  }

  static let table = [
    Said(testDescription: "Thursday 1 January 1970", date: "1970-01-01"),
    Said(testDescription: "Monday 2 March 2026", date: "2026-03-02"),
    Said(testDescription: "Tuesday 29 February 2000", date: "2000-02-29"),
    Said(testDescription: "Wednesday 30 April 2025", date: "2025-04-30"),
    Said(testDescription: "Friday 1 May 2026", date: "2026-05-01"),
    Said(testDescription: "Saturday 20 June 2026", date: "2026-06-20"),
    Said(testDescription: "Sunday 5 July 2026", date: "2026-07-05"),
    Said(testDescription: "Sunday 31 August 2025", date: "2025-08-31"),
    Said(testDescription: "Tuesday 1 September 2026", date: "2026-09-01"),
    Said(testDescription: "Saturday 31 October 2026", date: "2026-10-31"),
    Said(testDescription: "Sunday 22 November 2026", date: "2026-11-22"),
    Said(testDescription: "Friday 31 December 9999", date: "9999-12-31"),
    Said(testDescription: "Monday 1 January 1", date: "0001-01-01"),
  ]

  @Test("in English:", arguments: table)
  func spoken(_ said: Said) throws {
    #expect(try #require(Day(said.date)).spoken(in: .en) == said.testDescription)
  }
}
