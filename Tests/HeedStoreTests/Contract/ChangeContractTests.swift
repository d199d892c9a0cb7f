import HeedRecord
import HeedStore
import Testing

@Suite("A change of a store")
struct ChangeContractTests {
  struct Stale: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var size: Int
    var expecting: Int
  }

  static let stale = [
    Stale(testDescription: "the log has grown since", size: 2, expecting: 1),
    Stale(testDescription: "the log is not there yet", size: 0, expecting: 1),
    Stale(testDescription: "the log is shorter", size: 1, expecting: 3),
  ]

  @Test("leaves nothing when", arguments: StoreMaker.all, stale)
  func grewMeanwhile(_ maker: StoreMaker, _ stale: Stale) async throws {
    try await maker.withStore { (store) async throws in
      try await store.add(0..<stale.size)
      await #expect(throws: StoreConflict.grewMeanwhile(Cast.river)) {
        try await store.add(stale.expecting..<(stale.expecting + 2))
      }
      #expect(try await store.head(of: Cast.river) == Cast.head(Cast.river, stale.size))
      #expect(
        try await store.entries(of: Cast.river, from: 0, limit: 10).count == stale.size)
    }
  }

  @Test("is stored in record and vault, or in neither", arguments: StoreMaker.all)
  func allOrNothing(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let person = VaultChange.addPerson("amara", handle: "Amara")
      await #expect(throws: StoreConflict.grewMeanwhile(Cast.harbour)) {
        try await store.commit(
          Change(
            appends: [.to(Cast.river, 0..<2), .to(Cast.harbour, 1..<2)], vault: [person]))
      }
      await #expect(throws: StoreConflict.invitationGone) {
        try await store.commit(
          Change(
            appends: [.to(Cast.river, 0..<2)],
            vault: [person, .useInvitation(Cast.hash("never was"), at: Cast.noon)]))
      }
      #expect(try await store.handle(of: "amara") == nil)
      #expect(try await store.extents().isEmpty)
      _ = try await store.commit(Change(appends: [.to(Cast.river, 0..<2)], vault: [person]))
      #expect(try await store.handle(of: "amara") == "Amara")
      #expect(try await store.head(of: Cast.river) == Cast.head(Cast.river, 2))
    }
  }

  @Test("is made by one of many who read the same size", arguments: StoreMaker.all)
  func race(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      try await store.add(0..<1)
      let results = await Self.atOnce(20) { number in
        let append = Append(
          to: Cast.river, expecting: 1, entries: [Cast.entry(100 + number)])
        _ = try await store.commit(
          Change(appends: [append], vault: [.addPerson("person-\(number)", handle: "P")]))
      }
      #expect(results.filter { $0 == nil }.count == 1)
      #expect(results.filter { $0 == .grewMeanwhile(Cast.river) }.count == 19)
      #expect(try await store.head(of: Cast.river)?.size == 2)
      let people = (0..<20).map { "person-\($0)" }
      #expect(try await store.handles(of: people).count == 1)
    }
  }

  @Test("that uses an invitation goes to one of twenty", arguments: StoreMaker.all)
  func invitationRace(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let row = InvitationRow(
        id: "spring", kind: "member", target: "lanterns", expires: Cast.noon + 60)
      try await store.keep(.addInvitation(Cast.hash("link"), row))
      let results = await Self.atOnce(20) { number in
        _ = try await store.commit(
          Change(
            appends: [.to("heed.test/record/\(number)", 0..<1)],
            vault: [
              .useInvitation(Cast.hash("link"), at: Cast.noon),
              .addPerson("person-\(number)", handle: "P"),
            ]))
      }
      #expect(results.filter { $0 == nil }.count == 1)
      #expect(results.filter { $0 == .invitationGone }.count == 19)
      #expect(try await store.handles(of: (0..<20).map { "person-\($0)" }).count == 1)
      #expect(try await store.extents().count == 1)
    }
  }

  @Test("lands whole among a hundred at once", arguments: StoreMaker.all)
  func hundred(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let results = await Self.atOnce(100) { number in
        _ = try await store.commit(
          Change(
            appends: [.to("heed.test/record/\(number)", 0..<3)],
            vault: [.addPerson("person-\(number)", handle: "Person \(number)")]))
      }
      #expect(results.allSatisfy { $0 == nil })
      #expect(try await store.extents().map(\.head.size) == Array(repeating: 3, count: 100))
      let handles = try await store.handles(of: (0..<100).map { "person-\($0)" })
      #expect(handles.count == 100)
      #expect(handles["person-42"] == "Person 42")
    }
  }

  @Test("that conflicts does not hurt those beside it", arguments: StoreMaker.all)
  func neighbours(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let results = await Self.atOnce(100) { number in
        let isBad = number % 10 == 5
        let append = Append(
          to: "heed.test/record/\(number)", expecting: isBad ? 7 : 0,
          entries: [Cast.entry(0)])
        _ = try await store.commit(
          Change(
            appends: [append], vault: [.addPerson("person-\(number)", handle: "P")]))
      }
      for (number, result) in results.enumerated() {
        let isBad = number % 10 == 5
        #expect(
          result == (isBad ? .grewMeanwhile("heed.test/record/\(number)") : nil))
      }
      #expect(try await store.extents().count == 90)
      #expect(try await store.handles(of: (0..<100).map { "person-\($0)" }).count == 90)
    }
  }

  @Test("is still there when the store is opened again", arguments: StoreMaker.all)
  func reopening(_ maker: StoreMaker) async throws {
    let directory = try TemporaryDirectory()
    do {
      let store = try await maker.open(directory.path)
      _ = try await store.commit(
        Change(
          appends: [.to(Cast.river, 0..<300)],
          vault: [.addPerson("amara", handle: "Amara"), .setSetting("host", "heed.test")]))
    }
    let store = try await maker.open(directory.path)
    #expect(try await store.head(of: Cast.river) == Cast.head(Cast.river, 300))
    #expect(try await store.entries(of: Cast.river, from: 299, limit: 5) == [Cast.stored(299)])
    #expect(
      try await store.view(of: Cast.river, around: 3)?.inclusion(of: 3)
        == Cast.tree(300).inclusion(of: 3))
    #expect(try await store.handle(of: "amara") == "Amara")
    #expect(try await store.setting("host") == "heed.test")
    #expect(try await store.add(300..<301) == [Cast.head(Cast.river, 301)])
  }

  /// Tries the same many times at once; what stood in the way of each, nil where nothing did.
  private static func atOnce(
    _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void
  ) async -> [StoreConflict?] {
    await withTaskGroup(of: (Int, StoreConflict?).self) { group in
      for number in 0..<count {
        group.addTask {
          do {
            try await body(number)
            return (number, nil)
          } catch let conflict as StoreConflict {
            return (number, conflict)
          } catch {
            Issue.record(error)
            return (number, nil)
          }
        }
      }
      return await group.reduce(into: Array(repeating: nil, count: count)) {
        $0[$1.0] = $1.1
      }
    }
  }
}
