import HeedRecord
import HeedStore
import Testing

@Suite("A record store")
struct RecordContractTests {
  @Test("has nothing of a log that nobody has written to", arguments: StoreMaker.all)
  func emptyLog(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      #expect(try await store.head(of: Cast.river) == nil)
      #expect(try await store.view(of: Cast.river, around: 0) == nil)
      #expect(try await store.entries(of: Cast.river, from: 0, limit: 10).isEmpty)
      #expect(try await store.extents().isEmpty)
    }
  }

  @Test("gives entries back as they were added, with the head over them", arguments: StoreMaker.all)
  func append(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      #expect(try await store.add(0..<2) == [Cast.head(Cast.river, 2)])
      #expect(try await store.add(2..<3) == [Cast.head(Cast.river, 3)])
      #expect(try await store.head(of: Cast.river) == Cast.head(Cast.river, 3))
      #expect(
        try await store.entries(of: Cast.river, from: 0, limit: 10)
          == [Cast.stored(0), Cast.stored(1), Cast.stored(2)])
    }
  }

  @Test("keeps a log that was begun with no entry", arguments: StoreMaker.all)
  func appendNothing(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let head = LogHead(origin: Cast.river, size: 0, root: .empty)
      #expect(try await store.add(0..<0) == [head])
      #expect(try await store.extents() == [LogExtent(head: head, lastIndex: nil)])
      #expect(try await store.view(of: Cast.river, around: 0)?.root == .empty)
    }
  }

  @Test("keeps logs apart that grow in one change", arguments: StoreMaker.all)
  func twoLogs(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      let heads = try await store.commit(
        Change(appends: [.to(Cast.river, 0..<3), .to(Cast.harbour, 0..<1)])
      ).map(\.after)
      #expect(heads == [Cast.head(Cast.river, 3), Cast.head(Cast.harbour, 1)])
      #expect(
        try await store.extents() == [
          LogExtent(head: Cast.head(Cast.harbour, 1), lastIndex: 0),
          LogExtent(head: Cast.head(Cast.river, 3), lastIndex: 2),
        ])
      #expect(
        try await store.entries(of: Cast.harbour, from: 0, limit: 10) == [Cast.stored(0)])
    }
  }

  struct Slice: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var from: Int
    var limit: Int
    var gives: Range<Int>
  }

  static let slices = [
    Slice(testDescription: "no more than it is asked for", from: 0, limit: 2, gives: 0..<2),
    Slice(testDescription: "those from an index onward", from: 3, limit: 2, gives: 3..<5),
    Slice(testDescription: "what there is, at the end", from: 4, limit: 100, gives: 4..<5),
    Slice(testDescription: "nothing behind the end", from: 5, limit: 1, gives: 5..<5),
    Slice(testDescription: "nothing when asked for none", from: 0, limit: 0, gives: 0..<0),
  ]

  @Test("gives entries", arguments: StoreMaker.all, slices)
  func entries(_ maker: StoreMaker, _ slice: Slice) async throws {
    try await maker.withStore { (store) async throws in
      try await store.add(0..<5)
      #expect(
        try await store.entries(of: Cast.river, from: slice.from, limit: slice.limit)
          == slice.gives.map { Cast.stored($0) })
    }
  }

  struct Growth: CustomTestStringConvertible, Sendable {
    var testDescription: String { "\(size) entries, \(step) at a time" }
    var size: Int
    var step: Int

    static let all = [
      Growth(size: 0, step: 1), Growth(size: 1, step: 1), Growth(size: 255, step: 51),
      Growth(size: 256, step: 256), Growth(size: 256, step: 64), Growth(size: 257, step: 256),
      Growth(size: 257, step: 257), Growth(size: 600, step: 600), Growth(size: 600, step: 7),
      Growth(size: 600, step: 255),
    ]
  }

  @Test("sees the same tree as one made of all leaves", arguments: StoreMaker.all, Growth.all)
  func views(_ maker: StoreMaker, _ growth: Growth) async throws {
    try await maker.withStore { (store) async throws in
      try await store.add(0..<0)
      for first in stride(from: 0, to: growth.size, by: growth.step) {
        let last = min(first + growth.step, growth.size)
        #expect(try await store.add(first..<last) == [Cast.head(Cast.river, last)])
      }
      let whole = Cast.tree(growth.size)
      let extent = LogExtent(
        head: Cast.head(Cast.river, growth.size),
        lastIndex: growth.size == 0 ? nil : growth.size - 1)
      #expect(try await store.extents() == [extent])
      let places = [0, 1, 127, 254, 255, 256, 257, 511, 512, 598, 599, 600, 5_000]
      for place in places {
        let view = try await store.view(of: Cast.river, around: place)
        #expect(view?.size == growth.size, "around \(place)")
        #expect(view?.root == whole.root, "around \(place)")
        #expect(view?.inclusion(of: place) == whole.inclusion(of: place), "around \(place)")
        guard place < growth.size else { continue }
        #expect(
          view?.root(ofFirst: place + 1) == whole.root(ofFirst: place + 1), "around \(place)")
        #expect(
          view?.consistency(from: place + 1) == whole.consistency(from: place + 1),
          "around \(place)")
      }
    }
  }
}
