import Foundation
package import HeedPractice
package import HeedStore

/// Somebody who has signed in.
package struct Visitor: Equatable, Sendable {
  package var person: ID<Person>
  /// The hash of the session's secret; the secret itself is only in the browser.
  package var session: [UInt8]
}

/// Why somebody was not let in.
package enum NotLetIn: Error, Hashable, Sendable {
  /// One answer for an unknown name, a wrong passphrase and a wrong code.
  case wrong
  case wait(seconds: Int)
  case linkGone
  case missingHandle
  case handleTooLong
  case handleTaken
  case missingName
  case nameTooLong
  case passphrase(PassphraseFlaw)
}

/// Lets people in: links, codes, passphrases, sessions.
///
/// Keeps no address, no device and no referrer (R8). A session lives on the server and dies there.
package struct Doorkeeper: Sendable {
  let store: any RecordStore
  let vault: any Vault
  let calendar: Calendar
  let passphrases: Passphrases
  private let throttle = Throttle()

  /// A session lasts thirty days, or half an hour on a device that is not one's own.
  package enum Stay: Int, Sendable {
    case own = 2_592_000
    case borrowed = 1_800
  }

  /// A link handed over in person lasts seven days.
  static let invitationSeconds = 7 * 86_400

  package init(store: any RecordStore, vault: any Vault, calendar: Calendar) {
    self.store = store
    self.vault = vault
    self.calendar = calendar
    passphrases = Passphrases()
  }

  /// Signs in with a handle and a passphrase, or a handle and one of its recovery codes.
  ///
  /// - Returns: the session's secret, for the cookie.
  /// - Throws: ``NotLetIn``; ``Fault/tooBusy(retryAfter:)``.
  package func signIn(handle: String, passphrase: String, _ stay: Stay) async throws -> SecretCode {
    let login = Self.login(handle)
    try checkWait(login)
    if let code = SecretCode(typed: passphrase),
      let person = try await vault.recoveryCode(code.hash),
      try await vault.passphrase(login: login)?.person == person
    {
      return try await startSession(person, stay, also: [.useRecoveryCode(code.hash)])
    }
    let known = try await vault.passphrase(login: login)
    guard try await passphrases.check(passphrase, against: known?.phc), let known else {
      throttle.failed(login, at: calendar.second())
      throw NotLetIn.wrong
    }
    throttle.succeeded(login)
    return try await startSession(known.person, stay)
  }

  /// Signs in with the access code of somebody of a community.
  ///
  /// Not throttled: 120 bits are not guessed, and nobody may shut a community out by guessing.
  package func signIn(code: String, _ stay: Stay) async throws -> SecretCode {
    guard let code = SecretCode(typed: code), let person = try await vault.accessCode(code.hash)
    else { throw NotLetIn.wrong }
    return try await startSession(person, stay)
  }

  package func visitor(_ secret: String) async throws -> Visitor? {
    guard let code = SecretCode(typed: secret),
      let row = try await vault.session(code.hash, at: calendar.second()),
      let person = ID<Person>(row.person)
    else { return nil }
    return Visitor(person: person, session: code.hash)
  }

  package func signOut(_ visitor: Visitor) async throws {
    try await store.carry(Change(vault: [.endSession(visitor.session)]))
  }

  package func signOutEverywhere(_ person: ID<Person>) async throws {
    try await store.carry(Change(vault: [.endSessions(of: person.text)]))
  }

  /// Starts a session for somebody who has just shown who they are.
  func startSession(
    _ person: String, _ stay: Stay, also changes: [VaultChange] = []
  ) async throws -> SecretCode {
    let (secret, change) = newSession(person, stay)
    try await store.carry(Change(vault: changes + [change]))
    return secret
  }

  func newSession(_ person: String, _ stay: Stay) -> (SecretCode, VaultChange) {
    let secret = SecretCode.random()
    // Rounded up to the hour: when exactly somebody signed in is nobody's business.
    let expires = (calendar.second() + stay.rawValue + 3_599) / 3_600 * 3_600
    let exact = stay == .borrowed ? calendar.second() + stay.rawValue : expires
    return (secret, .addSession(secret.hash, SessionRow(person: person, expires: exact)))
  }

  /// The name to sign in with: as typed, in one spelling.
  static func login(_ handle: String) -> String {
    handle.precomposedStringWithCompatibilityMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func checkWait(_ account: String) throws(NotLetIn) {
    let seconds = throttle.wait(for: account, at: calendar.second())
    guard seconds == 0 else { throw .wait(seconds: seconds) }
  }
}

/// What a circle member needs to sign in later; shown once, to print.
package struct NewKeys: Equatable, Sendable {
  package var session: SecretCode
  package var recoveryCodes: [SecretCode]
}

extension Doorkeeper {
  static let recoveryCodeCount = 10

  /// Checks a handle as somebody chose it.
  static func checkHandle(_ handle: String) throws(NotLetIn) {
    guard !handle.allSatisfy(\.isWhitespace) else { throw .missingHandle }
    guard handle.utf8.count <= 80 else { throw .handleTooLong }
  }

  static func checkName(_ name: String) throws(NotLetIn) {
    guard !name.allSatisfy(\.isWhitespace) else { throw .missingName }
    guard name.utf8.count <= 200 else { throw .nameTooLong }
  }

  /// What it takes to make somebody a member of a circle: handle, passphrase, recovery codes.
  ///
  /// - Throws: ``NotLetIn``; ``Fault/tooBusy(retryAfter:)``.
  func newAccount(
    _ person: ID<Person>, handle: String, passphrase: String
  ) async throws -> (keys: NewKeys, changes: [VaultChange]) {
    try Self.checkHandle(handle)
    do { try PassphraseFlaw.check(passphrase, handle: handle) } catch {
      throw NotLetIn.passphrase(error)
    }
    let login = Self.login(handle)
    if try await vault.passphrase(login: login) != nil { throw NotLetIn.handleTaken }
    let phc = try await passphrases.derive(passphrase)
    let codes = (0..<Self.recoveryCodeCount).map { _ in SecretCode.random() }
    let (session, sessionChange) = newSession(person.text, .own)
    return (
      NewKeys(session: session, recoveryCodes: codes),
      [
        .addPerson(person.text, handle: handle),
        .setPassphrase(PassphraseRow(person: person.text, login: login, phc: phc)),
        .setRecoveryCodes(codes.map(\.hash), of: person.text), sessionChange,
      ]
    )
  }

  /// A new handle; where the old one stood, nothing of it remains (H3).
  package func rename(_ person: ID<Person>, to handle: String) async throws {
    try Self.checkHandle(handle)
    var changes = [VaultChange.setHandle(handle, of: person.text)]
    if var row = try await vault.passphrase(of: person.text) {
      row.login = Self.login(handle)
      changes.append(.setPassphrase(row))
    }
    try await store.carry(Change(vault: changes))
    try await vault.forget()
  }

  /// Whoever has lost the passphrase shows a recovery code instead; all of them are replaced then.
  private func isRecoveryCode(_ typed: String, of person: String) async throws -> Bool {
    guard let code = SecretCode(typed: typed) else { return false }
    return try await vault.recoveryCode(code.hash) == person
  }

  /// A new passphrase, and new recovery codes with it; other sessions end.
  package func renewPassphrase(
    _ visitor: Visitor, from old: String, to new: String
  ) async throws -> NewKeys {
    guard var row = try await vault.passphrase(of: visitor.person.text) else {
      throw NotLetIn.wrong
    }
    try checkWait(row.login)
    var isRight = try await isRecoveryCode(old, of: row.person)
    if !isRight { isRight = try await passphrases.check(old, against: row.phc) }
    guard isRight else {
      throttle.failed(row.login, at: calendar.second())
      throw NotLetIn.wrong
    }
    do { try PassphraseFlaw.check(new, handle: row.login) } catch {
      throw NotLetIn.passphrase(error)
    }
    row.phc = try await passphrases.derive(new)
    let codes = (0..<Self.recoveryCodeCount).map { _ in SecretCode.random() }
    let (session, change) = newSession(visitor.person.text, .own)
    try await store.carry(
      Change(vault: [
        .setPassphrase(row), .setRecoveryCodes(codes.map(\.hash), of: row.person),
        .endSessions(of: row.person), change,
      ]))
    return NewKeys(session: session, recoveryCodes: codes)
  }

  /// A new access code in place of one's own old one; other sessions end.
  package func renewCode(_ person: ID<Person>) async throws -> (code: SecretCode, NewKeys) {
    let code = SecretCode.random()
    let (session, change) = newSession(person.text, .own)
    try await store.carry(
      Change(vault: [
        .setAccessCode(code.hash, of: person.text), .endSessions(of: person.text), change,
      ]))
    return (code, NewKeys(session: session, recoveryCodes: []))
  }
}

/// What an invitation leads into.
package enum InvitationKind: String, Sendable {
  case firstCircle, member, partnership
}
