import HeedStore
import Testing

/// A kind of store that must keep to the contract.
///
/// Every test of the contract runs with each kind; a new one is added here and nowhere else.
struct StoreMaker: CustomTestStringConvertible, Sendable {
  typealias Store = RecordStore & Vault

  var testDescription: String
  /// Opens the store that lies in a directory, making it if there is none.
  var open: @Sendable (_ directory: String) async throws -> any Store

  static let all = [
    StoreMaker(testDescription: "SQLite") { try SQLiteStore(path: "\($0)/heed.sqlite") }
  ]

  /// Runs a test on an empty store.
  func withStore(_ test: (any Store) async throws -> Void) async throws {
    let directory = try TemporaryDirectory()
    try await test(try await open(directory.path))
    withExtendedLifetime(directory) {}
  }
}
