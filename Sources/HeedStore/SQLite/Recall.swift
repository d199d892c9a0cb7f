import GRDB
import Synchronization

/// What small reads have answered since it was last changed, so that a page asks the database only
/// for what may be different.
///
/// This process alone writes to the file, and every write goes through ``GroupCommit``. What a
/// transaction may change is forgotten before it begins and not kept until it has ended: an answer
/// is never older than the last change that was answered as saved.
final class Recall<Question: Hashable & Sendable>: Sendable {
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
  /// Some megabytes; when there are more, all go.
  private let capacity = 10_000

  func answer<Value: Sendable>(
    to question: Question, read: () async throws -> Value
  ) async throws -> Value {
    let (known, turns) = content.withLock { ($0.answers[question] as? Answer<Value>, $0.turns) }
    if let known { return known.value }
    let value = try await read()
    content.withLock { content in
      guard !content.isWriting, content.turns == turns else { return }
      if content.answers.count >= capacity { content.answers = [:] }
      content.answers[question] = Answer(value: value)
    }
    return value
  }

  /// Forgets what a write may change, or everything, and keeps nothing until the write is over.
  func beginWrite(forgetting questions: [Question]? = nil) {
    content.withLock { content in
      content.turns += 1
      guard let questions else { return content.answers = [:] }
      for question in questions { content.answers[question] = nil }
    }
  }

  func endWrite() { content.withLock { $0.turns += 1 } }
}

/// What is recalled of a store: small answers about the vault, and how far each log has come.
struct Recalls: Sendable {
  struct VaultQuestion: Hashable, Sendable {
    var sql: String
    var argument: DatabaseValue
  }

  let vault = Recall<VaultQuestion>()
  let heads = Recall<String>()

  /// Before a write that may change no more than these changes say.
  func beginWrite(_ changes: [Change]) {
    if touchesVault(changes) { vault.beginWrite() }
    heads.beginWrite(forgetting: changes.flatMap(\.appends).map(\.origin))
  }

  func endWrite(_ changes: [Change]) {
    if touchesVault(changes) { vault.endWrite() }
    heads.endWrite()
  }

  private func touchesVault(_ changes: [Change]) -> Bool {
    changes.contains { !$0.vault.isEmpty }
  }
}
