import GRDB
import HeedRecord

/// Gathers changes that come while one is being written, and writes them in one transaction.
///
/// A disk can only sync so often; sixty people who press a button at once share one sync. A change
/// that conflicts is undone alone, by its savepoint.
actor GroupCommit {
  private struct Waiting {
    var change: Change
    var answer: CheckedContinuation<[Growth], any Error>
  }

  private let pool: DatabasePool
  private let recalls: Recalls
  private var waiting: [Waiting] = []
  private var isWriting = false

  /// More would make the first of them wait too long.
  private static let largestGroup = 128

  init(pool: DatabasePool, recalls: Recalls) {
    self.pool = pool
    self.recalls = recalls
  }

  func commit(_ change: Change) async throws -> [Growth] {
    try await withCheckedThrowingContinuation { answer in
      waiting.append(Waiting(change: change, answer: answer))
      guard !isWriting else { return }
      isWriting = true
      Task { await writeAll() }
    }
  }

  private func writeAll() async {
    while !waiting.isEmpty {
      let group = Array(waiting.prefix(Self.largestGroup))
      waiting.removeFirst(group.count)
      await write(group)
    }
    isWriting = false
  }

  private func write(_ group: [Waiting]) async {
    let changes = group.map(\.change)
    do {
      let results = try await results(of: changes)
      for (waiting, result) in zip(group, results) { waiting.answer.resume(with: result) }
    } catch {
      let isFull = (error as? DatabaseError)?.resultCode == .SQLITE_FULL
      let failure: any Error = isFull ? StoreFailure.noRoom : error
      for waiting in group { waiting.answer.resume(throwing: failure) }
    }
  }

  private func results(of changes: [Change]) async throws -> [Result<[Growth], any Error>] {
    recalls.beginWrite(changes)
    defer { recalls.endWrite(changes) }
    return try await pool.write { db in try changes.map { try Self.result(of: $0, db) } }
  }

  /// Carries out one change in a savepoint of its own; what SQLite itself fails at fails the group.
  private static func result(
    of change: Change, _ db: Database
  ) throws -> Result<[Growth], any Error> {
    var growths: [Growth] = []
    do {
      try db.inSavepoint {
        for change in change.vault { try db.carry(change) }
        growths = try change.appends.map { try db.append($0) }
        return .commit
      }
      return .success(growths)
    } catch let conflict as StoreConflict {
      return .failure(conflict)
    } catch let failure as StoreFailure {
      return .failure(failure)
    }
  }
}
