/// What is kept beside the record and can always be forgotten: names, ways to sign in, who belongs
/// where, keys.
///
/// Ids and sides are plain texts here; what they mean is for the service to know.
package protocol Vault: Sendable {
  func handle(of person: String) async throws -> String?
  func handles(of people: [String]) async throws -> [String: String]
  func name(of body: String) async throws -> String?

  /// Where somebody belongs.
  func memberships(of person: String) async throws -> [Membership]
  func body(_ id: String) async throws -> BodyRow?
  func bodies() async throws -> [BodyRow]
  func partnership(_ id: String) async throws -> PartnershipRow?
  func partnerships(of body: String) async throws -> [PartnershipRow]
  func partnership(origin: String) async throws -> PartnershipRow?

  func passphrase(login: String) async throws -> PassphraseRow?
  func passphrase(of person: String) async throws -> PassphraseRow?
  func recoveryCodes(of person: String) async throws -> Int
  func recoveryCode(_ hash: [UInt8]) async throws -> String?
  func accessCode(_ hash: [UInt8]) async throws -> String?
  func session(_ hash: [UInt8], at second: Int) async throws -> SessionRow?
  func invitation(_ hash: [UInt8], at second: Int) async throws -> InvitationRow?

  /// Which kinds of data are held and how many of each, by table.
  func inventory() async throws -> [InventoryRow]

  /// A setting of this store, such as what it was made for.
  func setting(_ name: String) async throws -> String?

  /// Makes sure that nothing deleted can be read in the files any more.
  func forget() async throws
}

package struct Membership: Equatable, Sendable {
  package var body: String
  package var side: String

  package init(body: String, side: String) {
    self.body = body
    self.side = side
  }
}

/// A circle or a community, and the log of its membership.
package struct BodyRow: Equatable, Sendable {
  package var id: String
  package var side: String
  package var origin: String

  package init(id: String, side: String, origin: String) {
    self.id = id
    self.side = side
    self.origin = origin
  }
}

package struct PartnershipRow: Equatable, Sendable {
  package var id: String
  package var origin: String
  package var circle: String
  package var community: String?

  package init(id: String, origin: String, circle: String, community: String?) {
    self.id = id
    self.origin = origin
    self.circle = circle
    self.community = community
  }
}

package struct PassphraseRow: Equatable, Sendable {
  package var person: String
  package var login: String
  /// The derived key with its parameters, as a PHC string.
  package var phc: String

  package init(person: String, login: String, phc: String) {
    self.person = person
    self.login = login
    self.phc = phc
  }
}

package struct SessionRow: Equatable, Sendable {
  package var person: String
  /// Seconds since 1970, rounded up to the hour.
  package var expires: Int

  package init(person: String, expires: Int) {
    self.person = person
    self.expires = expires
  }
}

package struct InvitationRow: Equatable, Sendable {
  package var id: String
  package var kind: String
  /// The circle or partnership it leads into; empty for the first circle of a server.
  package var target: String
  package var expires: Int

  package init(id: String, kind: String, target: String, expires: Int) {
    self.id = id
    self.kind = kind
    self.target = target
    self.expires = expires
  }
}

package struct InventoryRow: Equatable, Sendable {
  package var table: String
  package var columns: [String]
  package var rows: Int

  package init(table: String, columns: [String], rows: Int) {
    self.table = table
    self.columns = columns
    self.rows = rows
  }
}

/// A change of the vault, stored in one transaction with what it belongs to in the record.
package enum VaultChange: Equatable, Sendable {
  case addPerson(String, handle: String)
  case setHandle(String, of: String)
  case setName(String, of: String)
  case addBody(BodyRow)
  case addMembership(person: String, Membership)
  case endMembership(person: String, body: String)
  case addPartnership(PartnershipRow)
  case setCommunity(String, of: String)
  case setPassphrase(PassphraseRow)
  case setRecoveryCodes([[UInt8]], of: String)
  case useRecoveryCode([UInt8])
  case setAccessCode([UInt8], of: String)
  case addSession([UInt8], SessionRow)
  case endSession([UInt8])
  case endSessions(of: String)
  case addInvitation([UInt8], InvitationRow)
  case useInvitation([UInt8], at: Int)
  case dropInvitations(to: String)
  case setSetting(String, String)
}
