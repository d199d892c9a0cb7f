import Testing

@testable import HeedService

@Suite("Guessing is slowed down")
struct ThrottleTests {
  private static let noon = 1_790_000_000

  struct Wait: CustomTestStringConvertible, Sendable {
    var testDescription: String { "by \(seconds) seconds after \(failures) wrong tries" }
    var failures: Int
    var seconds: Int
  }

  static let waits = [
    Wait(failures: 0, seconds: 0), Wait(failures: 1, seconds: 0), Wait(failures: 4, seconds: 0),
    Wait(failures: 5, seconds: 30), Wait(failures: 6, seconds: 60), Wait(failures: 7, seconds: 120),
    Wait(failures: 8, seconds: 240), Wait(failures: 9, seconds: 480),
    Wait(failures: 10, seconds: 900), Wait(failures: 11, seconds: 900),
    Wait(failures: 60, seconds: 900),
  ]

  @Test(arguments: waits)
  func perAccount(_ wait: Wait) {
    let throttle = Throttle()
    for _ in 0..<wait.failures { throttle.failed("bo", at: Self.noon) }
    #expect(throttle.wait(for: "bo", at: Self.noon) == wait.seconds)
    #expect(throttle.wait(for: "bo", at: Self.noon + 1) == max(0, wait.seconds - 1))
    #expect(throttle.wait(for: "bo", at: Self.noon + wait.seconds) == 0)
    #expect(throttle.wait(for: "cy", at: Self.noon) == 0)
  }

  @Test("from the last wrong try, not from the first")
  func fromTheLast() {
    let throttle = Throttle()
    for second in 0..<5 { throttle.failed("bo", at: Self.noon + second * 100) }
    #expect(throttle.wait(for: "bo", at: Self.noon + 400) == 30)
    throttle.failed("bo", at: Self.noon + 1_000)
    #expect(throttle.wait(for: "bo", at: Self.noon + 1_000) == 60)
  }

  @Test("no more once the right one was typed")
  func success() {
    let throttle = Throttle()
    for _ in 0..<9 { throttle.failed("bo", at: Self.noon) }
    throttle.succeeded("bo")
    #expect(throttle.wait(for: "bo", at: Self.noon) == 0)
    throttle.failed("bo", at: Self.noon)
    #expect(throttle.wait(for: "bo", at: Self.noon) == 0)
  }

  @Test("for everybody after 120 wrong tries in a minute, until the minute is over")
  func total() {
    let throttle = Throttle()
    for number in 0..<119 { throttle.failed("account \(number)", at: Self.noon) }
    #expect(throttle.wait(for: "bo", at: Self.noon) == 0)
    throttle.failed("account 119", at: Self.noon + 10)
    #expect(throttle.wait(for: "bo", at: Self.noon + 10) == 60)
    #expect(throttle.wait(for: "bo", at: Self.noon + 59) == 60)
    #expect(throttle.wait(for: "bo", at: Self.noon + 60) == 0)
  }

  @Test("also while ten thousand other accounts are guessed at")
  func many() {
    let throttle = Throttle()
    for _ in 0..<10 { throttle.failed("bo", at: Self.noon) }
    for number in 0..<10_050 { throttle.failed("account \(number)", at: Self.noon) }
    #expect(throttle.wait(for: "bo", at: Self.noon + 61) == 839)
  }
}
