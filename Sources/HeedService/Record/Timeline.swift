import Foundation
package import HeedPractice
import HeedRecord
import HeedStore
import Synchronization

/// One entry of a partnership's record, as a reader sees it.
package struct TimelineEntry: Sendable {
  package enum Content: Sendable {
    case happening(Happening<Partnership.Event>)
    /// Its words are gone and nothing in the record says that they were taken back.
    case missing
  }

  package var index: Int
  package var content: Content
}

extension Heed {
  /// The entries of a log from an index onward, opened; at most `limit`.
  ///
  /// - Throws: ``SealBroken`` when one does not open: the record does not hold.
  package func timeline(
    of log: Log<Partnership>, from index: Int, limit: Int
  ) async throws -> [TimelineEntry] {
    let sealer = keys.sealer(for: log.origin)
    return try await store.entries(of: log.origin, from: index, limit: limit).map { stored in
      guard let opened = try sealer.open(stored) else {
        return TimelineEntry(index: stored.index, content: .missing)
      }
      let happening: Happening<Partnership.Event>? = Writing.happening(
        header: opened.header, body: opened.body)
      guard let happening else {
        throw Fault.unreadableEntry(origin: log.origin, index: stored.index)
      }
      return TimelineEntry(index: stored.index, content: .happening(happening))
    }
  }

  package func size(of log: Log<Partnership>) async throws -> Int {
    try await store.head(of: log.origin)?.size ?? 0
  }
}

extension Sealer {
  /// Opens a stored entry; nil when its keys were destroyed.
  func open(_ stored: StoredEntry) throws -> OpenedEntry? {
    guard let keys = stored.keys else { return nil }
    let sealed = SealedEntry(
      leaf: try Leaf(stored.leaf), header: stored.header, body: stored.body, keys: keys)
    return try open(sealed, at: stored.index)
  }
}

extension Heed {
  /// What everybody who speaks in some entries is called now.
  package func handles(in entries: [TimelineEntry]) async throws -> [String: String] {
    let people = entries.compactMap { entry in
      if case .happening(let happening) = entry.content { happening.by.text } else { nil }
    }
    return try await vault.handles(of: Array(Set(people)))
  }

  /// A log as a file, whole.
  package func recordFile(of origin: String) async throws -> [UInt8] {
    let pieces = Pieces()
    try await export(origin) { pieces.add($0) }
    return pieces.bytes
  }
}

/// Gathers what is written piece by piece.
private final class Pieces: Sendable {
  private let data = Mutex(Data())

  func add(_ piece: Data) { data.withLock { $0 += piece } }

  var bytes: [UInt8] { data.withLock { [UInt8]($0) } }
}
