import HeedPractice
import HeedRecord
import HeedStore
import Testing

@testable import HeedService

@Suite("A clerk")
struct ClerkTests {
  @Test("stores and signs what the rules decide, and reads the same back")
  func carryOut() async throws {
    let town = try await Town.founded()
    let carried = try await town.heed.clerk.carryOut(
      .ask(.ask("soup", .ask, words: "Cook soup\nfor forty", day: .friday)), on: Town.log,
      for: .amara)
    #expect(carried.indexes == 2..<3)
    #expect(carried.state.ask("soup")?.words == "Cook soup\nfor forty")
    #expect(try await town.freshClerk().state(of: Town.log) == carried.state)
    #expect(try await town.heed.clerk.state(of: Town.log) == carried.state)
    let head = try await town.store.head(of: Town.log.origin)
    #expect(head?.size == 3)
    #expect(await town.house.notary.latest(of: Town.log.origin)?.head == head)
  }

  @Test("has at hand what a clerk without memory folds, after every act")
  func cache() async throws {
    let town = try await Town.promised()
    let acts: [(Partnership.Command, Voice)] = [
      (.commitment(.tell("carry", words: "The van broke down", proposing: .nextMonday)), .bo),
      (.commitment(.redate("carry", to: .nextMonday)), .amara),
      (.commitment(.handOver("carry", to: "cy")), .bo),
      (.commitment(.acceptHandOver("carry")), .cy),
      (.commitment(.report("carry", .done, account: "Forty chairs")), .cy),
      (.recognition(.recognise("carry", "yes", .asAsked, words: "")), .amara),
      (.relationship(.pause), .amara),
    ]
    for (command, voice) in acts {
      try await town.say(command, voice)
      #expect(try await town.state() == town.freshClerk().state(of: Town.log), "\(command)")
    }
    #expect(try await town.state().stage == .paused)
  }

  @Test("sees what another clerk has written to the same store")
  func otherClerk() async throws {
    let town = try await Town.founded()
    let other = town.freshClerk()
    _ = try await other.state(of: Town.log)
    try await town.say(.relationship(.pause), .amara)
    #expect(try await other.state(of: Town.log).stage == .paused)
    try await other.carryOut(.relationship(.resume), on: Town.log, for: .amara)
    #expect(try await town.state().stage == .open)
  }

  @Test("writes nothing for a command that asks for what is already so")
  func repeated() async throws {
    let town = try await Town.founded()
    try await town.say(.relationship(.pause), .amara)
    let carried = try await town.heed.clerk.carryOut(
      .relationship(.pause), on: Town.log, for: .amara, with: [.setSetting("seen", "yes")])
    #expect(carried.indexes.isEmpty)
    #expect(try await town.store.head(of: Town.log.origin)?.size == 3)
    #expect(try await town.heed.vault.setting("seen") == nil)
  }

  @Test("stores nothing of what the rules refuse, nor what hangs on it")
  func refused() async throws {
    let town = try await Town.founded()
    await #expect(throws: Partnership.Refusal.onlyThe(.community)) {
      try await town.heed.clerk.carryOut(
        .relationship(.pause), on: Town.log, for: .bo, with: [.setSetting("seen", "yes")])
    }
    #expect(try await town.store.head(of: Town.log.origin)?.size == 2)
    #expect(try await town.heed.vault.setting("seen") == nil)
  }

  @Test("stores nothing of a command whose change of the vault conflicts")
  func conflict() async throws {
    let town = try await Town.founded()
    await #expect(throws: NotLetIn.linkGone) {
      try await town.heed.clerk.carryOut(
        .relationship(.pause), on: Town.log, for: .amara,
        with: [.useInvitation([1, 2, 3], at: 0)])
    }
    #expect(try await town.store.head(of: Town.log.origin)?.size == 2)
    #expect(try await town.state().stage == .open)
  }

  @Test("writes no earlier day after a later one, though the clock is set back")
  func clockSetBack() async throws {
    let town = try await Town.founded()
    town.clock.set(to: .friday)
    try await town.say(.relationship(.pause), .amara)
    town.clock.set(to: .tuesday)
    try await town.say(.relationship(.resume), .amara)
    try await town.freshClerk().carryOut(.relationship(.pause), on: Town.log, for: .amara)
    town.clock.set(to: .nextMonday)
    try await town.say(.relationship(.resume), .amara)
    let days = try await town.heed.timeline(of: Town.log, from: 0, limit: 10).map { entry in
      if case .happening(let happening) = entry.content { happening.on } else { Day(number: 0) }
    }
    #expect(days == [.monday, .monday, .friday, .friday, .friday, .nextMonday])
  }

  @Test("refuses to go on when an entry is not one of the log's kind")
  func unreadable() async throws {
    let town = try await Town.founded()
    let sealer = town.heed.keys.sealer(for: Town.log.origin)
    let entry = try sealer.seal(header: "not a header", body: "", at: 2)
    _ = try await town.store.commit(
      Change(appends: [Append(to: Town.log.origin, expecting: 2, entries: [entry])]))
    await #expect(throws: Fault.unreadableEntry(origin: Town.log.origin, index: 2)) {
      try await town.state()
    }
  }

  @Test("lets forty people write at once, one after the other")
  func many() async throws {
    let town = try await Town.founded()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          try await town.say(
            .ask(.ask(ID(stringLiteral: "ask-\(number)"), .ask, words: "Soup", day: nil)), .amara)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await town.state().asks.count == 40)
    #expect(try await town.store.head(of: Town.log.origin)?.size == 42)
    #expect(try await town.freshClerk().state(of: Town.log) == town.state())
  }
}

@Suite("A clerk who is not the first to write")
struct LostRaceTests {
  /// A store before which somebody else writes to the log, a number of times.
  struct Contested: RecordStore {
    let store: any RecordStore
    let rival: @Sendable () async throws -> Void

    func head(of origin: String) async throws -> LogHead? { try await store.head(of: origin) }
    func extents() async throws -> [LogExtent] { try await store.extents() }
    func entries(
      of origin: String, from index: Int, limit: Int
    ) async throws -> [StoredEntry] {
      try await store.entries(of: origin, from: index, limit: limit)
    }
    func view(of origin: String, around index: Int) async throws -> TreeView? {
      try await store.view(of: origin, around: index)
    }
    func commit(_ change: Change) async throws -> [Growth] {
      try await rival()
      return try await store.commit(change)
    }
  }

  /// Writes to the log as amara, so many times and no more.
  actor Rival {
    private var left: Int
    private var written = 0
    private let clerk: Clerk

    init(_ clerk: Clerk, times: Int) {
      self.clerk = clerk
      left = times
    }

    func write() async throws {
      guard left > 0 else { return }
      left -= 1
      written += 1
      let id = ID<Ask>(stringLiteral: "rival-\(written)")
      try await clerk.carryOut(
        .ask(.ask(id, .ask, words: "Soup", day: nil)), on: Town.log, for: .amara)
    }
  }

  private func contested(_ town: Town, times: Int) -> Clerk {
    let rival = Rival(town.freshClerk(), times: times)
    return Clerk(
      store: Contested(store: town.store) { try await rival.write() }, keys: town.heed.keys,
      notary: town.house.notary, calendar: town.clock.calendar)
  }

  @Test("reads again and writes behind the others", arguments: 1...4)
  func retries(times: Int) async throws {
    let town = try await Town.founded()
    let carried = try await contested(town, times: times).carryOut(
      .relationship(.pause), on: Town.log, for: .amara)
    #expect(carried.indexes == (2 + times)..<(3 + times))
    #expect(carried.state.asks.count == times)
    #expect(try await town.freshClerk().state(of: Town.log) == carried.state)
  }

  @Test("gives up after five times, and has written nothing")
  func givesUp() async throws {
    let town = try await Town.founded()
    await #expect(throws: Fault.somebodyWasFaster) {
      try await contested(town, times: 5).carryOut(
        .relationship(.pause), on: Town.log, for: .amara)
    }
    #expect(try await town.state().stage == .open)
    #expect(try await town.store.head(of: Town.log.origin)?.size == 7)
  }

  @Test("asks the rules again, which may refuse by now")
  func decidesAgain() async throws {
    let town = try await Town.founded()
    let clerk = Clerk(
      store: Contested(store: town.store) {
        try await town.freshClerk().carryOut(.relationship(.end), on: Town.log, for: .amara)
      }, keys: town.heed.keys, notary: town.house.notary, calendar: town.clock.calendar)
    await #expect(throws: Partnership.Refusal.notNow(.ended)) {
      try await clerk.carryOut(.relationship(.pause), on: Town.log, for: .amara)
    }
  }
}
