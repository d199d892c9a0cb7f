import Synchronization

/// Lets the changes of one log come one after the other, so that they do not race in vain.
///
/// Only a courtesy: that two never write the same size is for the store to guarantee.
final class Turns: Sendable {
  private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

  func inTurn<Value: Sendable>(
    _ origin: String, _ body: () async throws -> Value
  ) async throws -> Value {
    await take(origin)
    defer { give(origin) }
    return try await body()
  }

  private func take(_ origin: String) async {
    await withCheckedContinuation { turn in
      let isFree = waiting.withLock { waiting in
        if waiting[origin] == nil {
          waiting[origin] = []
          return true
        }
        waiting[origin]?.append(turn)
        return false
      }
      if isFree { turn.resume() }
    }
  }

  private func give(_ origin: String) {
    let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
      guard var line = waiting[origin], !line.isEmpty else {
        waiting[origin] = nil
        return nil
      }
      let next = line.removeFirst()
      waiting[origin] = line
      return next
    }
    next?.resume()
  }
}
