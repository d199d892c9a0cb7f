package import HeedPractice
import HeedStore

extension Heed {
  /// What people are called now, by id.
  package func handles(of people: [ID<Person>]) async throws -> [String: String] {
    try await vault.handles(of: people.map(\.text))
  }

  package func handle(of person: ID<Person>) async throws -> String {
    try await vault.handle(of: person.text) ?? ""
  }

  package func name(of circle: ID<Circle>) async throws -> String {
    try await vault.name(of: circle.text) ?? ""
  }

  package func name(of community: ID<Community>) async throws -> String {
    try await vault.name(of: community.text) ?? ""
  }

  /// Whether somebody signs in by a passphrase, and how many recovery codes they have left.
  package func recoveryCodesLeft(of person: ID<Person>) async throws -> Int? {
    guard try await vault.passphrase(of: person.text) != nil else { return nil }
    return try await vault.recoveryCodes(of: person.text)
  }

  package func rename(_ circle: ID<Circle>, to name: String) async throws {
    try await rename(body: circle.text, to: name)
  }

  package func rename(_ community: ID<Community>, to name: String) async throws {
    try await rename(body: community.text, to: name)
  }
}

extension RecordStore {
  /// Stores a change, and says what stands in the way of it as people meet it.
  ///
  /// - Throws: ``NotLetIn``; ``StoreConflict/grewMeanwhile(_:)``, for the clerk to try again.
  @discardableResult
  func carry(_ change: Change) async throws -> [Growth] {
    do {
      return try await commit(change)
    } catch StoreConflict.invitationGone {
      throw NotLetIn.linkGone
    } catch StoreConflict.codeGone {
      throw NotLetIn.wrong
    } catch StoreConflict.nameTaken {
      throw NotLetIn.handleTaken
    } catch StoreFailure.noRoom {
      throw Fault.noRoom
    } catch StoreFailure.changedUnderneath(let origin) {
      throw Fault.recordChanged(origin: origin, size: try await head(of: origin)?.size ?? 0)
    }
  }
}
