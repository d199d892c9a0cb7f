import Foundation
import HeedPractice
package import HeedStore
import Logging

/// Everything a running Heed does, behind the pages and the commands.
///
/// Each desk is one subject: ``Doorkeeper`` for signing in, and the extensions of this type for
/// circles, communities, partnerships, and what each person may see of them.
package struct Heed: Sendable {
  package let store: any RecordStore
  package let vault: any Vault
  package private(set) var clerk: Clerk
  package let doorkeeper: Doorkeeper
  package let keys: Keys
  package private(set) var calendar: Calendar
  /// The first part of every log's origin; stored, so that it stays the same when the server moves.
  package let hostName: String
  package let isDemo: Bool
  let logger = Logger(label: "heed")

  package init(
    store: any RecordStore & Vault, keys: Keys, notary: Notary, calendar: Calendar,
    hostName: String, isDemo: Bool
  ) {
    self.store = store
    self.vault = store
    self.keys = keys
    self.calendar = calendar
    self.hostName = hostName
    self.isDemo = isDemo
    clerk = Clerk(store: store, keys: keys, notary: notary, calendar: calendar)
    doorkeeper = Doorkeeper(store: store, vault: store, calendar: calendar)
  }

  /// The same by another clock.
  func with(_ calendar: Calendar) -> Heed {
    var heed = self
    heed.calendar = calendar
    heed.clerk = clerk.with(calendar)
    return heed
  }

  /// The origin of a new log: the host's name and a random id, never a name of people.
  func newOrigin() -> String {
    "\(hostName)/record/\(ID<Log<Partnership>>.random())"
  }

  func newInvitation(
    _ kind: InvitationKind, id: String, into target: String
  ) -> (code: SecretCode, change: VaultChange) {
    let code = SecretCode.random()
    let expires = calendar.second() + Doorkeeper.invitationSeconds
    let row = InvitationRow(id: id, kind: kind.rawValue, target: target, expires: expires)
    return (code, .addInvitation(code.hash, row))
  }

  /// What a link leads into, if it is still good; looking does not use it.
  package func invitation(_ typed: String, _ kind: InvitationKind) async throws -> OpenInvitation? {
    guard let code = SecretCode(typed: typed),
      let row = try await vault.invitation(code.hash, at: calendar.second()),
      row.kind == kind.rawValue
    else { return nil }
    return OpenInvitation(hash: code.hash, id: row.id, target: row.target)
  }

  func useInvitation(_ invitation: OpenInvitation) -> VaultChange {
    .useInvitation(invitation.hash, at: calendar.second())
  }
}

/// A link that is still good.
package struct OpenInvitation: Equatable, Sendable {
  let hash: [UInt8]
  let id: String
  package let target: String
}

extension Voice {
  /// Whoever runs the server: may invite a steward in need, and speaks for nobody.
  static let host = Voice("host", of: .host)
}
