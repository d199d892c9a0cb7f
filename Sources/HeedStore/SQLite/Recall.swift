import GRDB
import Synchronization

/// What small reads have answered since the last write, so that a page asks the database only for
/// what may have changed.
///
/// This process alone writes to the file, and every write goes through ``GroupCommit``. From before
/// a transaction begins until it has ended nothing is recalled or kept, and after it nothing from
/// before: an answer is never older than the last change that was answered as saved.
final class Recall: Sendable {
  struct Question: Hashable, Sendable {
    var sql: String
    var argument: DatabaseValue
  }

  private struct Answer<Value: Sendable>: Sendable {
    var value: Value
  }

  private struct Content {
    var answers: [Question: any Sendable] = [:]
    /// Grows when a write begins and when it ends.
    var turns = 0
    var isWriting: Bool { turns % 2 == 1 }
  }

  private let content = Mutex(Content())
  /// About 3 MB; when there are more, all go.
  private static let capacity = 10_000

  func answer<Value: Sendable>(
    to question: Question, read: () async throws -> Value
  ) async throws -> Value {
    let (known, turns) = content.withLock { ($0.answers[question] as? Answer<Value>, $0.turns) }
    if let known { return known.value }
    let value = try await read()
    content.withLock { content in
      guard !content.isWriting, content.turns == turns else { return }
      if content.answers.count >= Self.capacity { content.answers = [:] }
      content.answers[question] = Answer(value: value)
    }
    return value
  }

  /// Forgets everything, and recalls nothing until the write is over.
  func beginWrite() {
    content.withLock { content in
      content.turns += 1
      content.answers = [:]
    }
  }

  func endWrite() { content.withLock { $0.turns += 1 } }
}
