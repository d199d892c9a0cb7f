import Foundation
import GRDB

extension Database {
  /// Carries out one change of the vault inside the transaction at hand.
  func carry(_ change: VaultChange) throws {
    switch change {
    case .addPerson(let id, let handle):
      try run("INSERT INTO person (id, handle) VALUES (?, ?)", id, handle)
    case .setHandle(let handle, let person):
      try run("UPDATE person SET handle = ? WHERE id = ?", handle, person)
    case .setName(let name, let body):
      try run("UPDATE body SET name = ? WHERE id = ?", name, body)
    case .addBody(let row):
      try run("INSERT INTO body (id, side, origin) VALUES (?, ?, ?)", row.id, row.side, row.origin)
    case .addMembership(let person, let membership):
      try run(
        "INSERT OR IGNORE INTO membership (person, body, side) VALUES (?, ?, ?)", person,
        membership.body, membership.side)
    case .endMembership(let person, let body):
      try run("DELETE FROM membership WHERE person = ? AND body = ?", person, body)
    case .addPartnership(let row):
      try run(
        "INSERT INTO partnership (id, origin, circle) VALUES (?, ?, ?)", row.id, row.origin,
        row.circle)
    case .setCommunity(let community, let partnership):
      try run("UPDATE partnership SET community = ? WHERE id = ?", community, partnership)
    case .setPassphrase, .setRecoveryCodes, .useRecoveryCode, .setAccessCode:
      try carryCredential(change)
    case .addSession, .endSession, .endSessions: try carrySession(change)
    case .addInvitation, .useInvitation, .dropInvitations: try carryInvitation(change)
    case .setSetting(let name, let value):
      try run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value)
    }
  }

  private func carryCredential(_ change: VaultChange) throws {
    switch change {
    case .setPassphrase(let row):
      let owner = try String.fetchOne(
        self, sql: "SELECT person FROM passphrase WHERE login = ?", arguments: [row.login])
      guard owner == nil || owner == row.person else { throw StoreConflict.nameTaken }
      try run(
        "INSERT OR REPLACE INTO passphrase (person, login, phc) VALUES (?, ?, ?)", row.person,
        row.login, row.phc)
    case .setRecoveryCodes(let hashes, let person):
      try run("DELETE FROM recovery_code WHERE person = ?", person)
      for hash in hashes {
        try run("INSERT INTO recovery_code (hash, person) VALUES (?, ?)", Data(hash), person)
      }
    case .useRecoveryCode(let hash):
      try run("DELETE FROM recovery_code WHERE hash = ?", Data(hash))
      guard changesCount == 1 else { throw StoreConflict.codeGone }
    case .setAccessCode(let hash, let person):
      try run("DELETE FROM access_code WHERE person = ?", person)
      try run("INSERT INTO access_code (hash, person) VALUES (?, ?)", Data(hash), person)
    default: break
    }
  }

  private func carrySession(_ change: VaultChange) throws {
    switch change {
    case .addSession(let hash, let row):
      try run(
        "INSERT INTO session (hash, person, expires) VALUES (?, ?, ?)", Data(hash), row.person,
        row.expires)
    case .endSession(let hash): try run("DELETE FROM session WHERE hash = ?", Data(hash))
    case .endSessions(let person): try run("DELETE FROM session WHERE person = ?", person)
    default: break
    }
  }

  private func carryInvitation(_ change: VaultChange) throws {
    switch change {
    case .addInvitation(let hash, let row):
      try run(
        "INSERT INTO invitation (hash, id, kind, target, expires) VALUES (?, ?, ?, ?, ?)",
        Data(hash), row.id, row.kind, row.target, row.expires)
    case .useInvitation(let hash, let second):
      try run("DELETE FROM invitation WHERE hash = ? AND expires > ?", Data(hash), second)
      guard changesCount == 1 else { throw StoreConflict.invitationGone }
    case .dropInvitations(let target):
      try run("DELETE FROM invitation WHERE target = ?", target)
    default: break
    }
  }

  private func run(_ sql: String, _ arguments: any DatabaseValueConvertible...) throws {
    try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
  }
}
