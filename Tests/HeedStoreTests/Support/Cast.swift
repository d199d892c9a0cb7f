import HeedRecord
import HeedStore

/// The logs, the people and the entries of every test of a store.
enum Cast {
  static let river = "heed.test/record/river"
  static let harbour = "heed.test/record/harbour"

  static let circle = BodyRow(id: "lanterns", side: "circle", origin: "heed.test/record/lanterns")
  static let community = BodyRow(id: "tenants", side: "community", origin: "heed.test/record/ten")

  /// Long before every invitation and session of the tests ends.
  static let noon = 1_790_000_000

  static func hash(_ text: String) -> [UInt8] { TreeHash.leaf(Array(text.utf8)).bytes }

  static func entry(_ number: Int, body: [UInt8]? = nil, key: [UInt8]? = nil) -> SealedEntry {
    SealedEntry(
      leaf: leaf(number), header: Array("header \(number)".utf8),
      body: body ?? Array("body \(number)".utf8),
      keys: WrappedKeys(header: key ?? Array(repeating: 1, count: 40), body: key ?? tag(number)))
  }

  static func entries(_ numbers: Range<Int>) -> [SealedEntry] { numbers.map { entry($0) } }

  static func leaf(_ number: Int) -> Leaf {
    Leaf(
      header: .leaf(Array("h \(number)".utf8)), body: .leaf(Array("b \(number)".utf8)),
      lock: .leaf(Array("l \(number)".utf8)))
  }

  /// The entry as it must come back.
  static func stored(_ number: Int) -> StoredEntry {
    let entry = entry(number)
    return StoredEntry(
      index: number, leaf: entry.leaf.bytes, header: entry.header, body: entry.body,
      keys: entry.keys)
  }

  /// The whole tree over the first leaves of a log, at hand.
  static func tree(_ size: Int) -> TreeView {
    TreeView(leaves: (0..<size).map { leaf($0).hash })
  }

  static func head(_ origin: String, _ size: Int) -> LogHead {
    LogHead(origin: origin, size: size, root: tree(size).root)
  }

  private static func tag(_ number: Int) -> [UInt8] {
    Array(repeating: UInt8(truncatingIfNeeded: number), count: 40)
  }
}

extension Append {
  /// Entries numbered from the size that is expected.
  static func to(_ origin: String, _ numbers: Range<Int>) -> Append {
    Append(to: origin, expecting: numbers.lowerBound, entries: Cast.entries(numbers))
  }
}

extension RecordStore {
  @discardableResult
  func add(_ numbers: Range<Int>, to origin: String = Cast.river) async throws -> [LogHead] {
    try await commit(Change(appends: [.to(origin, numbers)])).map(\.after)
  }

  func keep(_ changes: VaultChange...) async throws {
    _ = try await commit(Change(vault: changes))
  }
}
