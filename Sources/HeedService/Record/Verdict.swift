/// What checking a record found.
package struct Verdict: Codable, Equatable, Sendable {
  /// One log.
  package struct LogVerdict: Codable, Equatable, Sendable {
    package var origin: String
    package var size: Int
    /// The root over all its leaves, in base64.
    package var root: String
    /// Entries whose words were there and fit.
    package var opened: Int
    /// Entries whose words are gone, and nothing says that they were taken back.
    package var missing: [Int]
    /// Entries at the end that no checkpoint covers yet, as after a crash; signed at the next start.
    package var unsigned: Int
    /// The first entry that does not fit, and how.
    package var flaw: Flaw?

    package var isSound: Bool { flaw == nil && missing.isEmpty }
  }

  package struct Flaw: Codable, Equatable, Sendable {
    /// The index of the entry, or nil when no single entry can be named.
    package var index: Int?
    package var kind: Kind
  }

  package enum Kind: String, Codable, CaseIterable, Sendable {
    /// An entry was removed here, or never written.
    case gone
    /// There is an entry here beyond the size that the store itself claims.
    case added
    /// The entry is not what its leaf commits to: changed, or moved from another place.
    case changed
    /// The signature under the checkpoint is not the log's.
    case notSigned
    /// The root over the leaves is not the signed one.
    case rootDiffers
    /// The record is shorter than what was signed.
    case shorter
    /// The day goes back behind that of the entry before.
    case outOfOrder
    /// The header or the words are not in the form of a record.
    case unreadable
  }

  package var logs: [LogVerdict]

  package var isSound: Bool { logs.allSatisfy(\.isSound) }
}
