package import HeedRecord
package import HeedStore

/// Signs how far each log has come, after it is stored, and remembers it outside the database.
///
/// Never two roots at one size, never a smaller size after a larger one: rather than sign that, the
/// server stops.
package actor Notary {
  package struct Signed: Equatable, Sendable {
    package var head: LogHead
    package var note: SignedNote
  }

  private let keys: Keys
  private let file: CheckpointFile
  private var latest: [String: Signed]

  package init(keys: Keys, file: CheckpointFile) throws {
    self.keys = keys
    self.file = file
    latest = try file.open()
  }

  /// Signs a stored head; the same head gives the same note again.
  ///
  /// - Throws: ``Fault/recordShrank(origin:signed:stored:)``, ``Fault/recordChanged(origin:size:)``.
  @discardableResult
  package func sign(_ head: LogHead) throws -> SignedNote {
    if let known = latest[head.origin] {
      if known.head == head { return known.note }
      guard head.size != known.head.size else {
        throw Fault.recordChanged(origin: head.origin, size: head.size)
      }
      // Answers may overtake each other; an older head is not signed again.
      if head.size < known.head.size { return known.note }
    }
    let checkpoint = Checkpoint(origin: head.origin, size: head.size, root: head.root)
    let note = try keys.signer(for: head.origin).sign(checkpoint)
    try file.add(note)
    latest[head.origin] = Signed(head: head, note: note)
    return note
  }

  package func latest(of origin: String) -> Signed? { latest[origin] }

  package func sync() throws { try file.sync() }

  /// Compares what is stored with what was signed, before anything is served.
  ///
  /// - Throws: ``Fault/recordShrank(origin:signed:stored:)``, ``Fault/recordChanged(origin:size:)``.
  package func check(_ store: some RecordStore) async throws {
    var missing = latest
    for extent in try await store.extents() {
      let head = extent.head
      let present = extent.lastIndex.map { $0 + 1 } ?? 0
      guard present >= head.size else {
        throw Fault.recordShrank(origin: head.origin, signed: head.size, stored: present)
      }
      guard present == head.size else {
        throw Fault.recordChanged(origin: head.origin, size: head.size)
      }
      guard let signed = missing.removeValue(forKey: head.origin)?.head else { continue }
      try await check(head, against: signed, store)
    }
    if let lost = missing.values.first {
      throw Fault.recordShrank(origin: lost.head.origin, signed: lost.head.size, stored: 0)
    }
  }

  /// Signs what a crash left stored and not yet signed.
  package func signAll(_ store: some RecordStore) async throws {
    for extent in try await store.extents() where latest[extent.head.origin]?.head != extent.head {
      try sign(extent.head)
    }
  }

  private func check(
    _ head: LogHead, against signed: LogHead, _ store: some RecordStore
  ) async throws {
    guard head.size >= signed.size else {
      throw Fault.recordShrank(
        origin: head.origin, signed: signed.size, stored: head.size)
    }
    if head.size == signed.size, head.root == signed.root { return }
    let view = try await store.view(of: head.origin, around: signed.size - 1)
    guard head.size > signed.size, view?.root(ofFirst: signed.size) == signed.root else {
      throw Fault.recordChanged(origin: head.origin, size: signed.size)
    }
  }
}
