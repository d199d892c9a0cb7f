package import HeedRecord
package import HeedStore
import Logging

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
  private let logger = Logger(label: "heed")

  package init(keys: Keys, file: CheckpointFile) throws {
    self.keys = keys
    self.file = file
    latest = try file.open()
  }

  /// Signs how a log has grown, if it has grown out of what was signed before.
  ///
  /// - Throws: ``Fault/recordChanged(origin:size:)``.
  func sign(_ growth: Growth) throws {
    let origin = growth.before.origin
    if let known = latest[origin]?.head, known.size == growth.before.size,
      known.root != growth.before.root
    {
      throw Fault.recordChanged(origin: origin, size: known.size)
    }
    try sign(growth.after)
  }

  /// Signs a stored head; the same head gives the same note again.
  ///
  /// When the line cannot be written to the file, the entry is stored all the same and the note is
  /// good: the next line, or the next start, makes up for it.
  ///
  /// - Throws: ``Fault/recordChanged(origin:size:)``.
  @discardableResult
  package func sign(_ head: LogHead) throws -> SignedNote {
    let known = latest[head.origin]
    if let known {
      if known.head == head { return known.note }
      guard head.size != known.head.size else {
        throw Fault.recordChanged(origin: head.origin, size: head.size)
      }
      // Answers may overtake each other; an older head is not signed again.
      if head.size < known.head.size { return known.note }
    }
    let checkpoint = Checkpoint(origin: head.origin, size: head.size, root: head.root)
    let note = try keys.signer(for: head.origin).sign(checkpoint)
    do {
      try file.add(note)
      if known == nil { try file.sync() }
    } catch {
      logger.error("heed.checkpoints cannot be written")
    }
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

  /// Signs what a crash left stored and not yet signed, if it is what was stored.
  ///
  /// - Throws: ``Fault/recordChanged(origin:size:)`` when it is not.
  package func signAll(_ store: some RecordStore) async throws {
    for extent in try await store.extents() where latest[extent.head.origin]?.head != extent.head {
      try await checkTail(extent.head, store)
      try sign(extent.head)
    }
  }

  /// Recomputes the root, and opens every entry that no checkpoint covers.
  private func checkTail(_ head: LogHead, _ store: some RecordStore) async throws {
    let changed = Fault.recordChanged(origin: head.origin, size: head.size)
    guard head.size > 0,
      try await store.view(of: head.origin, around: head.size - 1)?.root == head.root
    else { throw changed }
    let sealer = keys.sealer(for: head.origin)
    var next = latest[head.origin]?.head.size ?? 0
    while next < head.size {
      let entries = try await store.entries(of: head.origin, from: next, limit: 1_000)
      if entries.isEmpty { throw changed }
      for entry in entries {
        guard entry.index == next, (try? sealer.open(entry)) != nil else { throw changed }
        next += 1
      }
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
