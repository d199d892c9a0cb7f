import Foundation
import GRDB
import HeedRecord
import Testing

@testable import HeedStore

/// What was taken out must be out of the files too, also of the write-ahead log (H3, H24).
@Suite("What is forgotten stands in no file any more")
struct ForgettingTests {
  struct Forgotten: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var needle: String
    var kept: [VaultChange]
    var gone: [VaultChange]
  }

  static let table = [
    Forgotten(
      testDescription: "a handle that was changed", needle: "Marigold-of-the-needle",
      kept: [.addPerson("amara", handle: "Marigold-of-the-needle")],
      gone: [.setHandle("River", of: "amara")]),
    Forgotten(
      testDescription: "a long handle that was changed", needle: "Marigold-of-the-needle",
      kept: [
        .addPerson(
          "amara", handle: "Marigold-of-the-needle" + String(repeating: " and more", count: 900))
      ],
      gone: [.setHandle("River", of: "amara")]),
    Forgotten(
      testDescription: "the name of a community that was changed", needle: "Tulip-of-the-needle",
      kept: [.addBody(Cast.community), .setName("Tulip-of-the-needle", of: "tenants")],
      gone: [.setName("Tenants", of: "tenants")]),
    Forgotten(
      testDescription: "the name somebody signed in by", needle: "aster-of-the-needle",
      kept: [
        .addPerson("bo", handle: "Bo"),
        .setPassphrase(.init(person: "bo", login: "aster-of-the-needle", phc: "one")),
      ],
      gone: [.setPassphrase(.init(person: "bo", login: "bo", phc: "one"))]),
    Forgotten(
      testDescription: "what an invitation led to", needle: "lily-of-the-needle",
      kept: [
        .addInvitation(
          Cast.hash("i"),
          .init(id: "i", kind: "member", target: "lily-of-the-needle", expires: Cast.noon))
      ],
      gone: [.dropInvitations(to: "lily-of-the-needle")]),
  ]

  @Test(arguments: table)
  func forgets(_ forgotten: Forgotten) async throws {
    let directory = try TemporaryDirectory()
    let store = try SQLiteStore(path: "\(directory.path)/heed.sqlite")
    let needle = Array(forgotten.needle.utf8)
    _ = try await store.commit(Change(vault: forgotten.kept))
    #expect(try directory.files(containing: needle) == ["heed.sqlite-wal"])
    try await store.forget()
    #expect(try directory.files(containing: needle) == ["heed.sqlite"])
    _ = try await store.commit(Change(vault: forgotten.gone))
    #expect(try directory.files(containing: needle) == ["heed.sqlite"])
    try await store.forget()
    #expect(try directory.files(containing: needle).isEmpty)
  }

  @Test("the key of an entry, and with it the words")
  func key() async throws {
    let directory = try TemporaryDirectory()
    let store = try SQLiteStore(path: "\(directory.path)/heed.sqlite")
    let key = Array("0123456789-a-key-of-the-needle-987654321".utf8)
    let append = Append(
      to: Cast.river, expecting: 0, entries: [Cast.entry(0), Cast.entry(1, key: key)])
    _ = try await store.commit(Change(appends: [append]))
    #expect(try directory.files(containing: key) == ["heed.sqlite-wal"])
    try await store.pool.write { try $0.execute(sql: "DELETE FROM entry_key WHERE idx = 1") }
    #expect(try directory.files(containing: key) == ["heed.sqlite-wal"])
    try await store.forget()
    #expect(try directory.files(containing: key).isEmpty)
    let entries = try await store.entries(of: Cast.river, from: 0, limit: 2)
    #expect(entries.map { $0.keys == nil } == [false, true])
    #expect(entries.map(\.leaf) == [Cast.leaf(0).bytes, Cast.leaf(1).bytes])
    #expect(try await store.head(of: Cast.river) == Cast.head(Cast.river, 2))
  }

  @Test("though somebody was reading at that moment")
  func whileReading() async throws {
    let directory = try TemporaryDirectory()
    let store = try SQLiteStore(path: "\(directory.path)/heed.sqlite")
    let needle = Array("Marigold-of-the-needle".utf8)
    try await store.keep(.addPerson("amara", handle: "Marigold-of-the-needle"))
    async let reading: Void = store.pool.read { db in
      _ = try String.fetchAll(db, sql: "SELECT handle FROM person")
      Thread.sleep(forTimeInterval: 0.2)
    }
    try await Task.sleep(for: .milliseconds(50))
    try await store.keep(.setHandle("River", of: "amara"))
    try await store.forget()
    try await reading
    #expect(try directory.files(containing: needle).isEmpty)
  }
}
