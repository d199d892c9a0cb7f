import Foundation
import GRDB
import HeedPractice
import HeedStore
import Testing

@testable import HeedService

@Suite("A data directory")
struct DataDirectoryTests {
  private static func open(
    _ data: DataDirectory, _ purpose: DataDirectory.Purpose = .real, hostName: String = "heed.test"
  ) async throws -> OpenHouse {
    try await data.open(for: purpose, hostName: hostName, calendar: TestClock().calendar)
  }

  /// A directory that was open once and is no more.
  private func closed(
    _ purpose: DataDirectory.Purpose = .real
  ) async throws -> (TemporaryDirectory, DataDirectory) {
    let directory = try TemporaryDirectory()
    let data = DataDirectory(directory.path + "/data")
    let house = try await Self.open(data, purpose)
    let log = Log<Circle>("heed.test/record/lanterns")
    try await house.heed.clerk.carryOut(.found, on: log, for: .bo)
    try await house.heed.clerk.carryOut(.invite("cys"), on: log, for: .bo)
    return (directory, data)
  }

  @Test("is made for its owner alone, and is not empty afterwards")
  func make() async throws {
    let directory = try TemporaryDirectory()
    let data = DataDirectory(directory.path + "/deep/data")
    #expect(!data.isThere)
    #expect(data.isEmpty)
    let house = try await Self.open(data)
    #expect(data.isThere)
    #expect(!data.isEmpty)
    for (path, mode) in [(data.path, 0o700), (data.keys, 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
    #expect(try data.readKeys().text == house.heed.keys.text)
  }

  @Test("keeps its keys and the name of its host when it is opened again")
  func again() async throws {
    let (directory, data) = try await closed()
    let keys = try data.readKeys().text
    let house = try await Self.open(data, hostName: "moved.test")
    #expect(house.heed.hostName == "heed.test")
    #expect(house.heed.keys.text == keys)
    #expect(try await house.heed.store.head(of: "heed.test/record/lanterns")?.size == 2)
    withExtendedLifetime(directory) {}
  }

  @Test("of a demo never opens as a real one, nor the other way round")
  func purposes() async throws {
    let (demoDirectory, demo) = try await closed(.demo)
    await #expect(throws: Fault.demoData(path: demo.path)) { try await Self.open(demo, .real) }
    #expect(try await Self.open(demo, .demo).heed.isDemo)
    let (realDirectory, real) = try await closed(.real)
    await #expect(throws: Fault.realData(path: real.path)) { try await Self.open(real, .demo) }
    #expect(try await Self.open(real, .real).heed.isDemo == false)
    withExtendedLifetime((demoDirectory, realDirectory)) {}
  }

  @Test("opens once at a time")
  func lock() async throws {
    let (directory, data) = try await closed()
    do {
      let house = try await Self.open(data)
      await #expect(throws: Fault.inUse(path: data.path)) { try await Self.open(data) }
      withExtendedLifetime(house) {}
    }
    _ = try await Self.open(data)
    withExtendedLifetime(directory) {}
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var damage: @Sendable (DataDirectory) throws -> Void
    var fault: @Sendable (DataDirectory) -> Fault
  }

  private static func sql(_ statements: String...) -> @Sendable (DataDirectory) throws -> Void {
    { data in
      let database = try DatabaseQueue(path: data.database)
      try database.write { db in for sql in statements { try db.execute(sql: sql) } }
    }
  }

  static let damages = [
    Damage(
      testDescription: "whose record was set back",
      damage: sql("DELETE FROM entry WHERE idx = 1", "UPDATE log SET size = 1"),
      fault: { _ in
        .recordShrank(origin: "heed.test/record/lanterns", signed: 2, stored: 1)
      }),
    Damage(
      testDescription: "whose record was changed",
      damage: sql("UPDATE log SET root = zeroblob(32)"),
      fault: { _ in .recordChanged(origin: "heed.test/record/lanterns", size: 2) }),
    Damage(
      testDescription: "whose database is gone",
      damage: { try FileManager.default.removeItem(atPath: $0.database) },
      fault: { .recordShrank(origin: $0.path, signed: 1, stored: 0) }),
    Damage(
      testDescription: "whose database is not one",
      damage: { try Data(count: 9_000).write(to: URL(fileURLWithPath: $0.database)) },
      fault: { .unreadableData(path: $0.database) }),
    Damage(
      testDescription: "whose keys are gone",
      damage: { try FileManager.default.removeItem(atPath: $0.keys) },
      fault: { _ in .unreadableKeys }),
    Damage(
      testDescription: "whose keys are nonsense",
      damage: { try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: $0.keys)) },
      fault: { _ in .unreadableKeys }),
  ]

  @Test("does not open", arguments: damages)
  func damaged(_ damage: Damage) async throws {
    let (directory, data) = try await closed()
    try damage.damage(data)
    await #expect(throws: damage.fault(data)) { try await Self.open(data) }
    withExtendedLifetime(directory) {}
  }

  @Test("signs at its opening what a crash left unsigned")
  func crash() async throws {
    let (directory, data) = try await closed()
    let checkpoints = try #require(FileManager.default.contents(atPath: data.checkpoints))
    let firstLine = try #require(checkpoints.firstIndex(of: UInt8(ascii: "\n")))
    try checkpoints.prefix(through: firstLine).write(to: URL(fileURLWithPath: data.checkpoints))
    let house = try await Self.open(data)
    #expect(await house.notary.latest(of: "heed.test/record/lanterns")?.head.size == 2)
    withExtendedLifetime(directory) {}
  }
}

@Suite("The inventory")
struct InventoryTests {
  @Test("lists every table with its columns, and counts rows, while the server runs")
  func lists() async throws {
    let town = try await Town.promised()
    let inventory = try await Inventory.of(town.data)
    #expect(
      inventory.kinds.map(\.table) == [
        "access_code", "body", "entry", "entry_key", "invitation", "log", "membership",
        "partnership", "passphrase", "person", "recovery_code", "session", "setting", "tile_root",
      ])
    let rows = inventory.kinds.reduce(into: [:]) { $0[$1.table] = $1.rows }
    #expect(rows["entry"] == 10)
    #expect(rows["entry_key"] == 10)
    #expect(rows["person"] == 4)
    #expect(rows["log"] == 3)
    #expect(rows["session"] == 0)
    #expect(inventory.kinds.first { $0.table == "person" }?.columns == ["id", "handle"])
  }

  @Test("is of nothing where there is no data")
  func nothing() async throws {
    let data = DataDirectory("/nowhere/at/all")
    await #expect(throws: Fault.unreadableData(path: data.path)) { try await Inventory.of(data) }
  }
}

@Suite("What the host can do")
struct HostCommandTests {
  /// A directory with a whole town in it, that nobody has open.
  private func closedTown() async throws -> (TemporaryDirectory, DataDirectory) {
    let town = try await Town.promised()
    return (town.directory, town.data)
  }

  @Test("is writing every record into a file that is sound")
  func export() async throws {
    let (directory, data) = try await closedTown()
    let target = DataDirectory(directory.path + "/records")
    let names = try await RecordExport.write(data, to: target)
    #expect(names == ["lanterns.heed", "river.heed", "tenants.heed"])
    let verdict = try await RecordCheck.verify(path: target.path)
    #expect(verdict.logs.map(\.size) == [3, 5, 2])
    #expect(verdict.isSound)
  }

  @Test("is inviting into a circle, and into no community")
  func invite() async throws {
    let (directory, data) = try await closedTown()
    do {
      let invitations = try await HostInvitation.open(data)
      let circles = try await invitations.circles()
      #expect(circles.map(\.id) == ["lanterns"])
      #expect(circles.map(\.name) == ["Lanterns"])
      for circle in ["tenants", "nowhere", "Not an id"] {
        #expect(try await invitations.link(into: circle) == nil)
      }
      #expect(try await invitations.link(into: "lanterns")?.count == 24)
    }
    let house = try await data.open(
      for: .real, hostName: "", calendar: TestClock().calendar)
    #expect(try await house.heed.store.head(of: Town.circleLog.origin)?.size == 4)
    withExtendedLifetime(directory) {}
  }

  @Test("is nothing where there is no data, or while it is served")
  func notNow() async throws {
    let nowhere = DataDirectory("/nowhere/at/all")
    await #expect(throws: Fault.unreadableData(path: nowhere.path)) {
      try await HostInvitation.open(nowhere)
    }
    let town = try await Town.founded()
    await #expect(throws: Fault.inUse(path: town.data.path)) {
      try await HostInvitation.open(town.data)
    }
  }
}
