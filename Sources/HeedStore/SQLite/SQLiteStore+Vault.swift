import Foundation
import GRDB

extension SQLiteStore {
  package func handle(of person: String) async throws -> String? {
    try await one("SELECT handle FROM person WHERE id = ?", person)
  }

  package func handles(of people: [String]) async throws -> [String: String] {
    let sql = "SELECT handle FROM person WHERE id = ?"
    return try await recalled("each: \(sql)", people.sorted().joined(separator: " ")) { db in
      let select = try db.cachedStatement(sql: sql)
      return try people.reduce(into: [:]) { handles, person in
        handles[person] = try String.fetchOne(select, arguments: [person])
      }
    }
  }

  package func name(of body: String) async throws -> String? {
    try await one("SELECT name FROM body WHERE id = ?", body)
  }

  package func memberships(of person: String) async throws -> [Membership] {
    try await rows("SELECT body, side FROM membership WHERE person = ? ORDER BY body", person) {
      Membership(body: $0["body"], side: $0["side"])
    }
  }

  package func body(_ id: String) async throws -> BodyRow? {
    try await rows("SELECT id, side, origin FROM body WHERE id = ?", id, Self.body).first
  }

  package func bodies() async throws -> [BodyRow] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT id, side, origin FROM body ORDER BY id").map(Self.body)
    }
  }

  package func partnership(_ id: String) async throws -> PartnershipRow? {
    try await rows("SELECT * FROM partnership WHERE id = ?", id, Self.partnership).first
  }

  package func partnership(origin: String) async throws -> PartnershipRow? {
    try await rows("SELECT * FROM partnership WHERE origin = ?", origin, Self.partnership).first
  }

  package func partnerships(of body: String) async throws -> [PartnershipRow] {
    try await rows(
      """
      SELECT * FROM partnership WHERE circle = ?1
      UNION SELECT * FROM partnership WHERE community = ?1 ORDER BY id
      """, body, Self.partnership)
  }

  package func passphrase(login: String) async throws -> PassphraseRow? {
    try await rows("SELECT * FROM passphrase WHERE login = ?", login, Self.passphrase).first
  }

  package func passphrase(of person: String) async throws -> PassphraseRow? {
    try await rows("SELECT * FROM passphrase WHERE person = ?", person, Self.passphrase).first
  }

  package func recoveryCodes(of person: String) async throws -> Int {
    try await one("SELECT count(*) FROM recovery_code WHERE person = ?", person) ?? 0
  }

  package func recoveryCode(_ hash: [UInt8]) async throws -> String? {
    try await one("SELECT person FROM recovery_code WHERE hash = ?", Data(hash))
  }

  package func accessCode(_ hash: [UInt8]) async throws -> String? {
    try await one("SELECT person FROM access_code WHERE hash = ?", Data(hash))
  }

  package func session(_ hash: [UInt8], at second: Int) async throws -> SessionRow? {
    try await rows("SELECT person, expires FROM session WHERE hash = ?", Data(hash)) {
      SessionRow(person: $0["person"], expires: $0["expires"])
    }.first { $0.expires > second }
  }

  package func invitation(_ hash: [UInt8], at second: Int) async throws -> InvitationRow? {
    try await rows("SELECT * FROM invitation WHERE hash = ?", Data(hash)) {
      InvitationRow(
        id: $0["id"], kind: $0["kind"], target: $0["target"], expires: $0["expires"])
    }.first { $0.expires > second }
  }

  package func setting(_ name: String) async throws -> String? {
    try await one("SELECT value FROM setting WHERE name = ?", name)
  }

  package func inventory() async throws -> [InventoryRow] {
    try await read { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_schema
          WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
          ORDER BY name
          """)
      return try tables.map { table in
        InventoryRow(
          table: table, columns: try db.columns(in: table).map(\.name),
          rows: try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)")
            ?? 0)
      }
    }
  }

  private func one<Value: DatabaseValueConvertible & Sendable>(
    _ sql: String, _ argument: some DatabaseValueConvertible & Sendable
  ) async throws -> Value? {
    try await recalled(sql, argument) { db in
      try Value.fetchOne(try db.cachedStatement(sql: sql), arguments: [argument])
    }
  }

  private func rows<Value: Sendable>(
    _ sql: String, _ argument: some DatabaseValueConvertible & Sendable,
    _ value: @escaping @Sendable (Row) -> Value
  ) async throws -> [Value] {
    try await recalled(sql, argument) { db in
      try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [argument]).map(value)
    }
  }

  @Sendable private static func body(_ row: Row) -> BodyRow {
    BodyRow(id: row["id"], side: row["side"], origin: row["origin"])
  }

  @Sendable private static func partnership(_ row: Row) -> PartnershipRow {
    PartnershipRow(
      id: row["id"], origin: row["origin"], circle: row["circle"], community: row["community"])
  }

  @Sendable private static func passphrase(_ row: Row) -> PassphraseRow {
    PassphraseRow(person: row["person"], login: row["login"], phc: row["phc"])
  }
}
