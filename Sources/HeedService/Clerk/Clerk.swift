package import HeedPractice
import HeedRecord
package import HeedStore

/// A history kept under some rules, by the origin of its log.
package struct Log<Rules: Decider>: Hashable, Sendable {
  package let origin: String

  package init(_ origin: String) {
    self.origin = origin
  }
}

/// What a command led to.
package struct Carried<Rules: Decider>: Sendable {
  package var state: Rules.State
  /// Where its entries stand; empty when the command asked for what was already so.
  package var indexes: Range<Int>
}

/// Carries commands out: opens the history, asks the rules, seals, stores, signs.
///
/// The one place where the pure core meets the clock, the keys and the database.
package struct Clerk: Sendable {
  package let store: any RecordStore
  package private(set) var calendar: Calendar
  let keys: Keys
  let notary: Notary
  private let shelf = Shelf()
  private let turns = Turns()

  package init(store: any RecordStore, keys: Keys, notary: Notary, calendar: Calendar) {
    self.store = store
    self.keys = keys
    self.notary = notary
    self.calendar = calendar
  }

  /// The same clerk by another clock.
  func with(_ calendar: Calendar) -> Clerk {
    var clerk = self
    clerk.calendar = calendar
    return clerk
  }

  /// The state of a log as it is stored now.
  package func state<Rules: Decider>(of log: Log<Rules>) async throws -> Rules.State {
    try await current(log).state
  }

  /// Carries out one command, with what must change in the vault if it succeeds.
  ///
  /// - Throws: `Rules.Refusal` when the rules say no; ``Fault/somebodyWasFaster`` when others were
  ///   first, again and again; what the store says when it cannot write.
  @discardableResult
  package func carryOut<Rules: Decider>(
    _ command: Rules.Command, on log: Log<Rules>, for voice: Voice,
    with vault: [VaultChange] = []
  ) async throws -> Carried<Rules> {
    try await turns.inTurn(log.origin) {
      var attemptsLeft = 5
      while true {
        let prepared = try await prepare(command, on: log, for: voice)
        if prepared.indexes.isEmpty {
          return Carried(state: prepared.folded.state, indexes: prepared.indexes)
        }
        do {
          try await commit([prepared.append], vault: vault)
          shelf.keep(prepared.folded, of: log.origin)
          return Carried(state: prepared.folded.state, indexes: prepared.indexes)
        } catch StoreConflict.grewMeanwhile {
          attemptsLeft -= 1
          guard attemptsLeft > 0 else { throw Fault.somebodyWasFaster }
        }
      }
    }
  }

  /// Stores what several commands led to, all or nothing, and signs it.
  package func commit(_ appends: [Append], vault: [VaultChange] = []) async throws {
    let change = Change(appends: appends, vault: vault)
    for growth in try await store.carry(change) { try await notary.sign(growth) }
  }

  /// What a command would lead to, decided and sealed but not yet stored.
  package func prepare<Rules: Decider>(
    _ command: Rules.Command, on log: Log<Rules>, for voice: Voice
  ) async throws -> Prepared<Rules> {
    var folded = try await current(log)
    // A clock that is set back changes no order: the record's days never go backward.
    let today = max(calendar.today, folded.lastDay ?? calendar.today)
    let events = try Rules.decide(command, by: voice, on: today, in: folded.state)
    let happenings = events.map {
      Happening($0, by: voice.person, of: voice.side, on: today)
    }
    let sealer = keys.sealer(for: log.origin)
    let entries = try happenings.enumerated().map { offset, happening in
      let texts = Writing.texts(of: happening, in: log.origin)
      return try sealer.seal(header: texts.header, body: texts.body, at: folded.size + offset)
    }
    let append = Append(to: log.origin, expecting: folded.size, entries: entries)
    folded.state = Rules.replay(happenings, from: folded.state)
    folded.size += entries.count
    folded.lastDay = today
    return Prepared(folded: folded, append: append)
  }

  private func current<Rules: Decider>(_ log: Log<Rules>) async throws -> Folded<Rules.State> {
    let size = try await store.head(of: log.origin)?.size ?? 0
    var folded = shelf.folded(log.origin) ?? Folded(state: Rules.initial)
    if folded.size > size { folded = Folded(state: Rules.initial) }
    guard folded.size < size else { return folded }
    let sealer = keys.sealer(for: log.origin)
    while folded.size < size {
      let entries = try await store.entries(of: log.origin, from: folded.size, limit: 1_000)
      if entries.isEmpty {
        throw Fault.unreadableEntry(origin: log.origin, index: folded.size)
      }
      for entry in entries where entry.index < size {
        guard entry.index == folded.size else {
          throw Fault.unreadableEntry(origin: log.origin, index: folded.size)
        }
        if let happening: Happening<Rules.Event> = try happening(entry, sealer) {
          Rules.evolve(&folded.state, with: happening)
          folded.lastDay = happening.on
        }
        folded.size += 1
      }
    }
    shelf.keep(folded, of: log.origin)
    return folded
  }

  /// Opens one entry; nil when its keys were destroyed, and with them its words.
  private func happening<Event: Recordable>(
    _ stored: StoredEntry, _ sealer: Sealer
  ) throws -> Happening<Event>? {
    guard let opened = try sealer.open(stored) else { return nil }
    guard
      let happening = Writing.happening(header: opened.header, body: opened.body, of: Event.self)
    else { throw Fault.unreadableEntry(origin: sealer.origin, index: stored.index) }
    return happening
  }
}

/// What a command leads to, decided and sealed.
package struct Prepared<Rules: Decider>: Sendable {
  let folded: Folded<Rules.State>
  package let append: Append

  package var indexes: Range<Int> {
    append.expecting..<(append.expecting + append.entries.count)
  }
}
