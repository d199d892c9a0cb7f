import HeedPractice
import Synchronization

/// A state, how many entries it was folded from, and the day of the last one.
struct Folded<State: Sendable>: Sendable {
  var state: State
  var size = 0
  var lastDay: Day?
}

/// States at hand, so that a page need not fold its history again; the longest unused go first.
///
/// Whoever takes one compares its size with the stored one: a shelf is never trusted alone.
final class Shelf: Sendable {
  private struct Item {
    var folded: any Sendable
    var size: Int
    var used: Int
  }

  private struct Content {
    var items: [String: Item] = [:]
    var entries = 0
    var clock = 0
  }

  private let content = Mutex(Content())
  private let capacity: Int

  /// Keeps states folded from at most so many entries together; one is counted as about 1 kB.
  init(capacity: Int = 40_000) {
    self.capacity = capacity
  }

  func folded<State>(_ origin: String, of: State.Type = State.self) -> Folded<State>? {
    content.withLock { content in
      content.clock += 1
      content.items[origin]?.used = content.clock
      return content.items[origin]?.folded as? Folded<State>
    }
  }

  func keep<State>(_ folded: Folded<State>, of origin: String) {
    content.withLock { content in
      content.clock += 1
      content.entries += folded.size - (content.items[origin]?.size ?? 0)
      content.items[origin] = Item(folded: folded, size: folded.size, used: content.clock)
      if content.entries > capacity { Self.clear(&content, to: capacity * 3 / 4) }
    }
  }

  private static func clear(_ content: inout Content, to entries: Int) {
    for (origin, item) in content.items.sorted(by: { $0.value.used < $1.value.used }) {
      if content.entries <= entries { return }
      content.items[origin] = nil
      content.entries -= item.size
    }
  }
}
